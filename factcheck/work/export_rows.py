"""Claims as the records that `import` reads, straight from the rows of the tables: no value is made in between.

The same records as `claim_records.record` makes of values; a row out of the ordinary is read as a value after all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from claims.model import Relation, WaitingLink
from factcheck.formats import claim_records
from factcheck.store import bulk, reading, waiting
from factcheck.store.engine import Connection
from factcheck.store.filters import Filter
from factcheck.store.records import (
    CERTAINTIES,
    CHECKABILITIES,
    CONFIDENCES,
    CREDIBILITIES,
    KINDS,
    STATUSES,
    VERDICTS,
    Unusual,
    assessment,
    dates,
    entity_record,
    is_link,
    moment,
    quantities,
)

_COLUMNS = (*claim_records.PLAIN, "credibility", "quantities", "dates", "id", "assessment", "decided_at")
_LINK = ("start", "end", "exact", "stance", "directness", "state")
_KINDS, _VERDICTS, _CONFIDENCES = KINDS | {None}, VERDICTS | {None}, CONFIDENCES | {None}
Record = dict[str, Any]


def records(
    conn: Connection, wanted: Filter, since: str | None, told: Mapping[str, Sequence[Relation]]
) -> Iterator[Record]:
    """Every claim that answers the filter and was decided on the day `since` (ISO, UTC) or later, as it came.

    `told` gives the relations that are told from a claim, by its id. Links that wait for their document are told as
    they came. Raises Damaged.
    """
    waits: dict[str, list[WaitingLink]] = defaultdict(list)
    for link in waiting.waiting_links(conn):
        waits[link.claim].append(link)
    documents = bulk.document_digests(conn)
    with closing(bulk.parts(conn, wanted, _COLUMNS, _LINK)) as found:
        for parts in found:
            id_, decided_at = parts.row[-3], parts.row[-1]
            if since is not None and (decided_at or "")[:10] < since:
                continue
            relations = told.get(id_, ()) if told else ()
            try:
                made = _record(parts, documents, relations)
            except (Unusual, KeyError, TypeError):
                (claim,) = reading.claims_by_pk(conn, [parts.row[0]])
                digests = reading.document_digests(conn, [link.document for link in claim.evidence])
                made = claim_records.record(claim, relations, digests)
            yield claim_records.with_waiting(made, waits[id_]) if id_ in waits else made


def ids(conn: Connection, wanted: Filter, since: str | None) -> set[str]:
    """Ids of those claims."""
    with closing(bulk.parts(conn, wanted, ("id", "decided_at"), ("start",))) as found:
        return {parts.row[1] for parts in found if since is None or (parts.row[2] or "")[:10] >= since}


def _record(parts: bulk.Parts, documents: Mapping[int, str], relations: Sequence[Relation]) -> Record:
    """The record of a row; what is empty is left out. Raises Unusual, or KeyError for a document that is not there."""
    _check(parts.row)
    named = zip(claim_records.PLAIN, parts.row[1:], strict=False)
    told: Record = {name: value for name, value in named if value is not None}
    numbers, times = parts.row[13:15]
    if parts.tags:
        told["tags"] = [tag for _, tag in parts.tags]
    if numbers != "[]":
        told["quantities"] = quantities(numbers)
    if times != "[]":
        told["dates"] = dates(times)
    if parts.entities:
        told["entities"] = [entity_record(entity[1:]) for entity in parts.entities]
    if parts.links:
        told["evidence"] = [_link(link, documents) for link in parts.links]
    if relations:
        told["relations"] = [claim_records.relation_record(relation) for relation in relations]
    return told


def _check(row: Sequence[Any]) -> None:
    """Raises Unusual."""
    statement, kind, checkability, certainty = row[2], row[4], row[5], row[6]
    status, verdict, confidence, credibility = row[8], row[9], row[10], row[12]
    machine, decided_at = row[16], row[17]
    if not (
        statement
        and kind in _KINDS
        and checkability in CHECKABILITIES
        and certainty in CERTAINTIES
        and status in STATUSES
        and verdict in _VERDICTS
        and confidence in _CONFIDENCES
        and credibility in CREDIBILITIES
    ):
        raise Unusual
    if machine is not None:
        assessment(machine)
    moment(decided_at)


def _link(row: Sequence[Any], documents: Mapping[int, str]) -> Record:
    _, document, start, end, exact, stance, directness, state = row
    if not is_link(start, end, stance, directness, state):
        raise Unusual
    return {
        "document": documents[document],
        "start": start,
        "end": end,
        "exact": exact,
        "stance": stance,
        "directness": directness,
    }
