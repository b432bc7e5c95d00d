"""Claims written as the records that `import` reads: JSON Lines for scripts, CSV for analysts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import orjson

from claims.model import Claim, EvidenceLink, Relation, WaitingLink
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
AT_ONCE = 500
"""Records to a piece."""


def record(claim: Claim, relations: Sequence[Relation], documents: Mapping[str, str]) -> dict[str, Any]:
    """The claim as a record; `documents` gives SHA-256 by document id, `relations` are those told from this claim."""
    told = claim.model_dump(mode="json", by_alias=True, include={*PLAIN, "tags", "quantities", "dates"})
    told["entities"] = [entity.model_dump(mode="json") for entity in claim.entities]
    told["evidence"] = [_link(link, documents) for link in claim.evidence]
    told["relations"] = [relation_record(relation) for relation in relations]
    return {name: value for name, value in told.items() if value not in (None, [])}


def with_waiting(told: dict[str, Any], waiting: Sequence[WaitingLink]) -> dict[str, Any]:
    """The record with the links that wait for their document among its evidence, each in its place."""
    evidence = list(told.get("evidence", ()))
    for link in sorted(waiting, key=lambda one: one.position):
        fields = link.model_dump(mode="json", include={"document", "start", "end", "exact", "stance", "directness"})
        evidence.insert(link.position, {name: value for name, value in fields.items() if value is not None})
    return {**told, "evidence": evidence}


def _link(link: EvidenceLink, documents: Mapping[str, str]) -> dict[str, Any]:
    place = {"document": documents[link.document], "start": link.start, "end": link.end, "exact": link.exact}
    return {**place, "stance": link.stance.value, "directness": link.directness.value}


def relation_record(relation: Relation) -> dict[str, Any]:
    """The relation as it is told from its first claim."""
    told = relation.model_dump(mode="json", include={"kind", "facet", "state", "conflict", "resolution"})
    told["to"] = relation.b
    if relation.reasons:
        told["reason"] = "; ".join(relation.reasons)
    return {name: value for name, value in told.items() if value is not None}


def write_jsonl(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A line for each record, many to a piece."""
    dumps, option = orjson.dumps, orjson.OPT_APPEND_NEWLINE
    records = iter(records)
    while lines := [dumps(item, option=option) for item in islice(records, AT_ONCE)]:
        yield b"".join(lines)


def write_csv(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A header and a row for each record, in UTF-8 with the signature that spreadsheets look for.

    A cell that a spreadsheet would take for a formula is guarded by an apostrophe, which `import` takes away again.
    """
    yield ("\ufeff" + ",".join(COLUMNS) + "\r\n").encode()
    records = iter(records)
    while lines := [_line(item) for item in islice(records, AT_ONCE)]:
        yield "".join(lines).encode()


def _line(item: dict[str, Any]) -> str:
    """A row as the csv module writes it (RFC 4180), which looks at each character and takes twice as long."""
    evidence: list[dict[str, Any]] = item.get("evidence", [])
    first, get = evidence[0] if evidence else {}, item.get
    cells: list[Any] = [
        *map(get, PLAIN),
        *map(first.get, QUOTE),
        *(get("tags"), get("entities"), get("quantities"), get("dates"), evidence[1:], get("relations")),
    ]
    for at, cell in enumerate(cells):
        if not cell and cell != 0:
            cells[at] = ""
            continue
        text = cell if type(cell) is str else orjson.dumps(cell).decode()
        if text[0] in _FIRST:
            text = guarded(text)
        cells[at] = '"' + text.replace('"', '""') + '"' if _special(text) else text
    return ",".join(cells) + "\r\n"


_special = re.compile('[",\r\n]').search
_FIRST = frozenset("'=+-@\t\r\n＝＋－＠")
"""How a cell begins that may have to be guarded."""
