"""Texts labelled with doccano, one JSON object a line.

Source: https://doccano.github.io/doccano/tutorial and its exporters. Text classification gives
`{"id", "text", "label": ["False"]}`; sequence labelling `{"id", "text", "label": [[0, 12, "claim"]]}`; with relations
`{"id", "text", "entities": [{"id", "label", "start_offset", "end_offset"}], "relations": [], "Comments": []}`. Older
exports say `data` and `labels`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.formats import jsonl
from factcheck.formats.annotations import DOCUMENTS, Span, stretches, whole, words_of
from factcheck.formats.foreign import Fields, Mapped, Rating, needed, number_or_text, objects, others, placed
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Rows

KNOWN = frozenset(
    {"id", "text", "data", "label", "labels", "entities", "relations", "Comments", "comments", *DOCUMENTS}
)


def read(lines: Iterable[bytes], name: str, mapped: Mapped) -> Rows:
    """A row for each claim of a file given as its lines."""
    yield from placed(jsonl.read(lines, name), name, lambda one: _records(one, mapped))


def _records(item: Fields, mapped: Mapped) -> Iterator[Fields]:
    words = words_of(item)
    number = number_or_text(item, "id")
    id_ = None if number is None else f"doccano:{number}"
    ratings, spans = _labels(item.get("label", item.get("labels")))
    spans += [_entity(one) for one in objects(item.get("entities"), "entities")]
    beside = others(item, KNOWN)
    for found in stretches(id_, item, words, spans, mapped):
        yield {**beside, **found}
    if ratings or not spans:
        yield {**beside, **whole(id_, words, ratings, mapped, "label")}


def _labels(value: Any) -> tuple[list[Rating], list[Span]]:
    """Labels of the whole text, and of stretches `[start, end, label]`."""
    ratings: list[Rating] = []
    spans: list[Span] = []
    for one in value if isinstance(value, list) else [] if value is None else [value]:
        match one:
            case str() if one.strip():
                ratings.append(Rating(" ".join(one.split()), "doccano"))
            case [int(start), int(end), str(label)]:
                spans.append(Span(start, end, label))
            case _:
                raise BadRecord([("label", "must be a list of labels, or of [start, end, label]")])
    return ratings, spans


def _entity(one: Fields) -> Span:
    start, end = one.get("start_offset"), one.get("end_offset")
    if not isinstance(start, int) or not isinstance(end, int):
        raise BadRecord([("entities", "start_offset and end_offset must be whole numbers")])
    return Span(start, end, needed(one, "label"))
