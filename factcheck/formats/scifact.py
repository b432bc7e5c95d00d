"""SciFact: scientific claims and the abstracts that bear on them, one JSON object a line.

Source: Wadden et al., "Fact or Fiction: Verifying Scientific Claims" (2020), https://github.com/allenai/scifact:

    {"id", "claim", "evidence": {"document id": [{"sentences": [4, 5], "label": "SUPPORT" | "CONTRADICT"}]},
     "cited_doc_ids": [...]}

A claim without evidence has no label: nothing is said about it, so nothing is made of it.
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
    objects,
    others,
    placed,
    rated,
    reason,
)
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Rows

KNOWN = frozenset({"id", "claim", "evidence", "cited_doc_ids"})


def read(lines: Iterable[bytes], name: str, mapped: Mapped) -> Rows:
    """A row for each claim of a file given as its lines."""
    yield from placed(jsonl.read(lines, name), name, lambda one: _record(one, mapped))


def _record(claim: Fields, mapped: Mapped) -> Iterator[Fields]:
    statement = needed(claim, "claim")
    number = number_or_text(claim, "id")
    ratings = list(_ratings(claim.get("evidence")))
    labels = list({one.label: Rating(one.label, "SciFact") for one in ratings}.values())
    cited = claim.get("cited_doc_ids", [])
    if not isinstance(cited, list) or not all(isinstance(one, int | str) for one in cited):
        raise BadRecord([("cited_doc_ids", "must be a list of ids")])
    yield {
        **others(claim, KNOWN),
        "external_id": None if number is None else f"scifact:{number}",
        "statement": statement,
        **rated("evidence.label", labels, mapped),
        **reason(*ratings, cited and f"cites documents {', '.join(map(str, cited))}"),
    }


def _ratings(evidence: Any) -> Iterator[Rating]:
    """A rating for each set of sentences."""
    if evidence is not None and not isinstance(evidence, dict):
        raise BadRecord([("evidence", "must be an object of lists by document id")])
    for document, some in (evidence or {}).items():
        for one in objects(some, f"evidence.{document}"):
            sentences = one.get("sentences", [])
            if not isinstance(sentences, list):
                raise BadRecord([(f"evidence.{document}.sentences", "must be a list")])
            where = f"document {document}, sentences {', '.join(str(at) for at in sentences)}"
            yield Rating(needed(one, "label"), "SciFact", None, None, (where,))
