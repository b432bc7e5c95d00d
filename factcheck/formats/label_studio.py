"""Tasks exported from Label Studio as JSON.

Source: https://labelstud.io/guide/export, "Label Studio JSON format of annotated tasks": a list of

    {"id", "data": {"text", ...}, "annotations": [{"id", "completed_by", "was_cancelled", "created_at",
     "result": [{"type": "choices", "value": {"choices": [...]}},
                {"type": "labels", "value": {"start", "end", "text", "labels": [...]}}]}], "predictions": [...]}

Choices rate the whole text, labels mark claims in it. Predictions are a machine's and are left out, and so is what an
annotator cancelled.
"""

from collections.abc import Iterator
from typing import Any

from factcheck.formats.annotations import Span, stretches, whole, words_of
from factcheck.formats.foreign import Fields, Mapped, Rating, day, number_or_text, objects, rows_of, text, texts
from factcheck.formats.json_document import JsonDocument
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Rows

PASSED_OVER = frozenset({"textarea", "rating", "pairwise", "relation", "taxonomy", "number", "datetime"})
"""Sorts of results that say nothing about which claims there are."""


def read(data: bytes, name: str, mapped: Mapped) -> Rows:
    """A row for each claim that was labelled or marked. Raises Unreadable."""
    document = JsonDocument(data)
    tasks = document.value if isinstance(document.value, list) else [document.value]
    yield from rows_of(document.placed(tasks), name, document.size, lambda one: _records(one, mapped))


def _records(task: Fields, mapped: Mapped) -> Iterator[Fields]:
    data = task.get("data")
    if not isinstance(data, dict):
        raise BadRecord([("data", "must be an object with the text")])
    words = words_of(data)
    number = number_or_text(task, "id")
    id_ = None if number is None else f"label-studio:{number}"
    ratings: list[Rating] = []
    spans: list[Span] = []
    for annotation in objects(task.get("annotations", task.get("completions")), "annotations"):
        if annotation.get("was_cancelled") is True:
            continue
        for result in objects(annotation.get("result"), "annotations.result"):
            _take(annotation, result, words, ratings, spans)
    yield from stretches(id_, data, words, spans, mapped)
    if ratings or not spans:
        yield whole(id_, words, ratings, mapped, "annotations.result.value.choices")


def _take(annotation: Fields, result: Fields, words: str, ratings: list[Rating], spans: list[Span]) -> None:
    value = result.get("value", {})
    if not isinstance(value, dict):
        raise BadRecord([("annotations.result.value", "must be an object")])
    sort = text(result, "type")
    if sort == "choices":
        on = day(text(annotation, "created_at"))
        for label in texts(value.get("choices"), "annotations.result.value.choices"):
            ratings.append(Rating(label, _who(annotation.get("completed_by")), on))  # noqa: PERF401 - reads better
    elif sort in {"labels", "hypertextlabels"}:
        start, end = _place(value, words)
        labels = texts(value.get("labels", value.get("hypertextlabels")), "annotations.result.value.labels")
        spans.extend(Span(start, end, label) for label in labels)
    elif sort not in PASSED_OVER:
        raise BadRecord([("annotations.result.type", f"{(sort or 'nothing')[:40]!r} is neither choices nor labels")])


def _place(value: Fields, words: str) -> tuple[int, int]:
    """Where a stretch stands, in code points; a browser counted UTF-16 units, which differ after an emoji."""
    start, end = _offset(value, "start"), _offset(value, "end")
    exact = value.get("text")
    if not isinstance(exact, str) or words[start:end] == exact:
        return start, end
    units = words.encode("utf-16-le", "surrogatepass")
    before, inside = (units[2 * a : 2 * b].decode("utf-16-le", "replace") for a, b in ((0, start), (start, end)))
    if inside != exact:
        raise BadRecord([("annotations.result.value.text", f"does not stand at [{start}, {end}) of the text")])
    return len(before), len(before) + len(inside)


def _offset(value: Fields, name: str) -> int:
    found: Any = value.get(name)
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        raise BadRecord([(f"annotations.result.value.{name}", "must be a whole number")])
    return found


def _who(value: Any) -> str | None:
    """An annotator, given by number or as an object."""
    if isinstance(value, dict):
        return text(value, "email") or text(value, "username") or number_or_text(value, "id")
    return f"annotator {value}" if isinstance(value, int | str) else None
