"""FEVER: claims about Wikipedia sentences, one JSON object a line.

Source: Thorne et al., "FEVER: a large-scale dataset for Fact Extraction and VERification" (2018),
https://fever.ai/dataset/fever.html:

    {"id", "verifiable": "VERIFIABLE" | "NOT VERIFIABLE", "label": "SUPPORTS" | "REFUTES" | "NOT ENOUGH INFO", "claim",
     "evidence": [[[annotation, evidence, page, sentence], ...], ...]}

The test set has neither label nor evidence.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.formats import jsonl
from factcheck.formats.foreign import (
    Fields,
    Mapped,
    Rating,
    needed,
    number_or_text,
    others,
    placed,
    rated,
    reason,
    text,
)
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Rows

KNOWN = frozenset({"id", "verifiable", "label", "claim", "evidence"})
VERIFIABLE = {"VERIFIABLE": True, "NOT VERIFIABLE": False}


def read(lines: Iterable[bytes], name: str, mapped: Mapped) -> Rows:
    """A row for each claim of a file given as its lines."""
    yield from placed(jsonl.read(lines, name), name, lambda one: _record(one, mapped))


def _record(claim: Fields, mapped: Mapped) -> Iterator[Fields]:
    statement = needed(claim, "claim")
    number = number_or_text(claim, "id")
    label = text(claim, "label")
    ratings = [] if label is None else [Rating(label, "FEVER")]
    _agrees(claim, label)
    sentences = dict.fromkeys(_sentences(claim.get("evidence")))
    yield {
        **others(claim, KNOWN),
        "external_id": None if number is None else f"fever:{number}",
        "statement": statement,
        **rated("label", ratings, mapped),
        **reason(*ratings, sentences and f"evidence: {', '.join(sentences)}"),
    }


def _agrees(claim: Fields, label: str | None) -> None:
    told = text(claim, "verifiable")
    if told is None or label is None:
        return
    if told not in VERIFIABLE:
        raise BadRecord([("verifiable", f"must be VERIFIABLE or NOT VERIFIABLE, not {told[:40]!r}")])
    if VERIFIABLE[told] != (label != "NOT ENOUGH INFO"):
        raise BadRecord([("verifiable", f"{told} does not go with the label {label[:40]!r}")])


def _sentences(evidence: Any) -> Iterator[str]:
    """The sentences of all sets: `Page 7`; a set without a page says that there was none."""
    if evidence is None:
        return
    for some in _lists(evidence):
        for one in _lists(some):
            if not isinstance(one, list) or len(one) != 4:
                raise BadRecord([("evidence", "must hold sets of [annotation, evidence, page, sentence]")])
            page, sentence = one[2], one[3]
            if isinstance(page, str):
                yield f"{page} {sentence}" if isinstance(sentence, int) else page
            elif page is not None:
                raise BadRecord([("evidence", "the page must be a text or null")])


def _lists(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise BadRecord([("evidence", "must hold sets of [annotation, evidence, page, sentence]")])
    return value
