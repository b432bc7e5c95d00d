"""The queue of the terminal reviewer: ids first, one machine word each, and rows by the hundred where one looks.

Measured at a million claims: a page by ids takes the same fraction of a millisecond anywhere, an OFFSET does not.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Connection, Text, case, cast, func, select

from claims.model import Claim, ConflictState, Relation, RelationKind, RelationState, Status
from evidence.text.fold import fold_key
from factcheck.store import ledger, reading
from factcheck.store.reading import Filter
from factcheck.store.tables import claim, claim_entity, document, relation, source
from factcheck.store.tables import ledger as ledger_table

OPEN = (Status.NEW, Status.IN_REVIEW, Status.NEEDS_RECHECK)
"""Statuses that still wait for a reviewer; deferred claims wait, but not for the next key."""
COURSE = {state: place for place, state in enumerate(ConflictState)}


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue."""

    pk: int
    claim: Claim
    priority: int
    source: str
    """Name of the source of the claim's own quote, or of its document; '' when it has no quote."""
    conflicts: int
    """How many conflicts it takes part in, rejected ones apart."""


def queue_ids(conn: Connection, wanted: Filter, *, first: int | None = None) -> tuple["array[int]", bytearray]:
    """Keys of the claims that answer the filter, most urgent first, and for each whether it is open (1) or not (0).

    A million rows one by one cost seconds in the layers above the driver, so the database joins them into a few long
    texts of numbers. A number holds all that sorting needs: how little urgent the claim is, its key, whether it is
    open. Without a filter only one index is read and never the wide rows.
    """
    if first is not None:
        return _first_ids(conn, wanted, first)
    highest = conn.execute(select(func.max(claim.c.priority))).scalar_one_or_none() or 0
    waiting = case((claim.c.status.in_(OPEN), 1), else_=0)
    urgency = cast(highest - claim.c.priority, BigInteger)  # beyond the integers of PostgreSQL
    number = (urgency * KEYS + claim.c.pk) * 2 + waiting
    query = select(func.aggregate_strings(cast(number, Text), ",")).where(reading.condition(wanted))
    numbers = array("q")
    for (text,) in conn.execute(query.group_by(claim.c.status)):
        for some in _slices(text or ""):
            numbers.extend(map(int, some.split(",")))
    ordered = array("q", sorted(numbers))
    return array("q", (number // 2 % KEYS for number in ordered)), bytearray(number & 1 for number in ordered)


def _first_ids(conn: Connection, wanted: Filter, first: int) -> tuple["array[int]", bytearray]:
    """The same for the beginning of the queue, which one sees before the rest is there."""
    query = select(claim.c.pk, claim.c.status).where(reading.condition(wanted))
    rows = conn.execute(query.order_by(claim.c.priority.desc(), claim.c.pk).limit(first)).all()
    return array("q", (row[0] for row in rows)), bytearray(row[1] in OPEN for row in rows)


KEYS = 2**40
"""More than there are keys of claims."""


def _slices(text: str, size: int = 1 << 16) -> Iterator[str]:
    """A list of numbers in pieces, so that whoever works meanwhile is not kept waiting for all of it."""
    start = 0
    while start < len(text):
        end = text.find(",", start + size)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def queue_rows(conn: Connection, pks: Sequence[int]) -> dict[int, QueueRow]:
    """The lines for these keys."""
    found = reading.claims_by_pk(conn, pks)
    keys = {row[0]: row[1] for row in conn.execute(select(claim.c.id, claim.c.pk).where(claim.c.pk.in_(pks)))}
    urgent = select(claim.c.pk, claim.c.priority).where(claim.c.pk.in_(pks))
    priorities = {row[0]: row[1] for row in conn.execute(urgent)}
    names = _source_names(conn, {item.evidence[0].document for item in found if item.evidence})
    conflicts = conflict_counts(conn, pks)
    rows = {}
    for item in found:
        pk = keys[item.id]
        name = names.get(item.evidence[0].document, "") if item.evidence else ""
        rows[pk] = QueueRow(pk, item, priorities[pk], name, conflicts[pk])
    return rows


def _source_names(conn: Connection, documents: set[str]) -> dict[str, str]:
    """What to call the source of each document: its name, or the document's own where it names none."""
    query = (
        select(document.c.id, func.coalesce(source.c.name, document.c.name))
        .outerjoin(source, source.c.pk == document.c.source_pk)
        .where(document.c.id.in_(documents))
    )
    return {row[0]: row[1] for row in conn.execute(query)}


def conflict_counts(conn: Connection, pks: Sequence[int]) -> Counter[int]:
    """In how many conflicts each claim takes part, rejected ones apart."""
    counts: Counter[int] = Counter()
    for end in (relation.c.a_pk, relation.c.b_pk):
        query = (
            select(end, func.count())
            .where(end.in_(pks), relation.c.kind == RelationKind.CONFLICTS, relation.c.state != RelationState.REJECTED)
            .group_by(end)
        )
        counts.update({row[0]: row[1] for row in conn.execute(query)})
    return counts


def claim_key(conn: Connection, reference: str) -> int:
    """The key of a claim. Raises UnknownReference."""
    return reading.claim_pk(conn, reference)[0]


def conflicts(conn: Connection) -> list[Relation]:
    """All conflicts that were not rejected: the open ones first, then in the order of their course."""
    found = reading.relations(conn, kind=RelationKind.CONFLICTS)
    kept = [item for item in found if item.state is not RelationState.REJECTED]
    return sorted(kept, key=lambda item: COURSE[item.conflict or ConflictState.OPEN])


def entity_names(conn: Connection, text: str, limit: int) -> list[tuple[str, int]]:
    """(name, claims) of the names most claims are about; of those that contain `text`, in either script."""
    number = func.count(claim_entity.c.claim_pk.distinct())
    query = select(func.min(claim_entity.c.name), number).group_by(claim_entity.c.key)
    if text:
        query = query.where(claim_entity.c.key.contains(fold_key(text), autoescape=True))
    rows = conn.execute(query.order_by(number.desc(), claim_entity.c.key).limit(limit))
    return [(row[0], row[1]) for row in rows]


def names(conn: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What people call a claim (its statement) and a relation (the two statements), by id."""
    found: dict[str, str] = {}
    a, b = claim.alias("a"), claim.alias("b")
    for at in range(0, len(ids), reading.CHUNK):
        some = ids[at : at + reading.CHUNK]
        rows = conn.execute(select(claim.c.id, claim.c.statement).where(claim.c.id.in_(some)))
        found.update((row[0], row[1]) for row in rows)
        pairs = (
            select(relation.c.id, relation.c.kind, a.c.statement, b.c.statement)
            .join(a, a.c.pk == relation.c.a_pk)
            .join(b, b.c.pk == relation.c.b_pk)
            .where(relation.c.id.in_(some))
        )
        found.update((row[0], f"“{row[2]}” {row[1]} “{row[3]}”") for row in conn.execute(pairs))
    return found


def acts_by(conn: Connection, who: str) -> Iterator[ledger.Written]:
    """The entries of one person, newest first."""
    # The body is canonical JSON: the words narrow the search, the caller still reads who it was.
    words = ledger.canonical({"who": who}).decode()[1:-1]
    query = (
        select(ledger_table.c.seq, ledger_table.c.prev, ledger_table.c.hash, ledger_table.c.body)
        .where(ledger_table.c.body.contains(words, autoescape=True))
        .order_by(ledger_table.c.seq.desc())
    )
    with conn.execute(query.execution_options(yield_per=100)) as rows:  # closed also when the reader stops half-way
        for row in rows:
            yield ledger.Written(*row)
