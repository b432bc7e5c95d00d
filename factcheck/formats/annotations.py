"""What people marked in a text with an annotation tool: labels of the whole text, or of stretches of it.

A text that is labelled as a whole is a claim, its labels are ratings. A labelled stretch is a claim, its label says
what sort; where the item names its document, the stretch is the claim's quote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import Checkability, Kind
from factcheck.formats.foreign import Fields, Mapped, Rating, rated, reason, tag, text
from factcheck.formats.records import BadRecord

TEXTS = ("text", "claim", "statement", "data")
"""What tools call the text that was labelled."""
DOCUMENTS = ("document", "filename", "file_name")
"""What tools call its document."""
SORTS: dict[str, Fields] = {
    "claim": {},
    **{word.value.replace("_", " "): {"checkability": word.value} for word in Checkability},
    **{word.value: {"kind": word.value} for word in Kind},
}
"""What the label of a stretch says about a claim."""


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch, in code points."""

    start: int
    end: int
    label: str


def words_of(item: Fields, names: Sequence[str] = TEXTS) -> str:
    """The text that was labelled, as it is. Raises BadRecord."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str) and value.strip():
            return value
    raise BadRecord([(names[0], f"is missing; the text stands under {', '.join(names)}")])


def whole(id_: str | None, words: str, ratings: Sequence[Rating], mapped: Mapped, where: str) -> Fields:
    """The claim of a text that is labelled as a whole; `where` is the field that the labels come from."""
    return {"external_id": id_, "statement": words.strip(), **rated(where, ratings, mapped), **reason(*ratings)}


def stretches(id_: str | None, item: Fields, words: str, spans: Sequence[Span], mapped: Mapped) -> Iterator[Fields]:
    """The claims of labelled stretches; the same stretch labelled by several people is one claim."""
    document = next((found for found in (text(item, name) for name in DOCUMENTS) if found), None)
    together: dict[tuple[int, int], list[str]] = {}
    for span in spans:
        if not 0 <= span.start < span.end <= len(words):
            raise BadRecord([("label", f"[{span.start}, {span.end}) is outside the text's {len(words)} characters")])
        together.setdefault((span.start, span.end), []).append(span.label)
    for (start, end), labels in together.items():
        exact = words[start:end]
        quote = {"document": document, "start": start, "end": end, "exact": exact}
        yield {
            "external_id": None if id_ is None else f"{id_}:{start}-{end}",
            "statement": exact,
            **_sorts(labels, mapped),
            "tags": list(dict.fromkeys(tag("labelled", label) for label in labels)),
            "evidence": [quote] if document else None,
            **reason(f"marked at [{start}, {end}){f' of item {id_}' if id_ else ''}"),
        }


def _sorts(labels: Sequence[str], mapped: Mapped) -> Fields:
    """What the labels say about the claim. Raises BadRecord where they disagree or are not known."""
    said: Fields = {}
    for label in dict.fromkeys(labels):
        field = next((name for name in ("checkability", "kind") if label in mapped.get(name, ())), None)
        told = {field: label} if field else SORTS.get(label.strip().lower().replace("_", " "))
        if told is None:
            known = ", ".join(SORTS)
            words = f"the label {label[:60]!r} is not known; name it under [values.kind] or [values.checkability]"
            raise BadRecord([("label", f"{words} in a --map file, or use one of {known}")])
        for name, value in told.items():
            if said.setdefault(name, value) != value:
                raise BadRecord([("label", f"labelled both {said[name]!r} and {value!r}")])
    return said
