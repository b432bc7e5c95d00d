"""Claims written as the records that `import` reads: JSON Lines for scripts, CSV for analysts."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

from claims.model import Claim, EvidenceLink, Relation
from factcheck.formats.csv_ import JSON_COLUMNS, LISTS, QUOTE, guarded

COLUMNS = (
    "external_id",
    "statement",
    "language",
    "kind",
    "checkability",
    "certainty",
    "claimant",
    "status",
    "verdict",
    "confidence",
    "reason",
    *QUOTE,
    *LISTS,
    *JSON_COLUMNS,
)
PLAIN = COLUMNS[:11]


def record(claim: Claim, relations: Sequence[Relation], documents: Mapping[str, str]) -> dict[str, Any]:
    """The claim as a record; `documents` gives SHA-256 by document id, `relations` are those told from this claim."""
    told = claim.model_dump(mode="json", by_alias=True, include={*PLAIN, "tags", "quantities", "dates"})
    told["entities"] = [entity.model_dump(mode="json") for entity in claim.entities]
    told["evidence"] = [_link(link, documents) for link in claim.evidence]
    told["relations"] = [_relation(relation) for relation in relations]
    return {name: value for name, value in told.items() if value not in (None, [])}


def _link(link: EvidenceLink, documents: Mapping[str, str]) -> dict[str, Any]:
    place = {"document": documents[link.document], "start": link.start, "end": link.end, "exact": link.exact}
    return {**place, "stance": link.stance.value, "directness": link.directness.value}


def _relation(relation: Relation) -> dict[str, Any]:
    told = relation.model_dump(mode="json", include={"kind", "facet", "state", "conflict", "resolution"})
    told["to"] = relation.b
    if relation.reasons:
        told["reason"] = "; ".join(relation.reasons)
    return {name: value for name, value in told.items() if value is not None}


def write_jsonl(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A line for each record."""
    for item in records:
        yield orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE)


def write_csv(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A header and a row for each record, in UTF-8 with the signature that spreadsheets look for.

    A cell that a spreadsheet would take for a formula is guarded by an apostrophe, which `import` takes away again.
    """
    yield b"\xef\xbb\xbf"
    yield _line(COLUMNS)
    for item in records:
        yield _line([guarded(cell) for cell in _cells(item)])


def _cells(item: dict[str, Any]) -> Iterator[str]:
    first, *others = item.get("evidence") or [{}]
    for column in COLUMNS:
        if column in QUOTE:
            yield str(first.get(column, ""))
            continue
        value = others if column == "evidence" else item.get(column)
        yield "" if value in (None, []) else value if isinstance(value, str) else orjson.dumps(value).decode()


def _line(cells: Sequence[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()
