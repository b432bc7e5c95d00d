"""The queue of the terminal reviewer: ids first, one machine word each, and rows by the hundred where one looks.

Measured at a million claims: a page by ids takes the same fraction of a millisecond anywhere, an OFFSET does not.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

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


def queue_ids(conn: Connection, wanted: Filter) -> tuple["array[int]", bytearray]:
    """Keys of the claims that answer the filter, most urgent first, and for each whether it is open (1) or not (0)."""
    ids, open_ = array("q"), bytearray()
    # The three columns are those of one index, so SQLite never touches the wide rows unless the filter does.
    waiting = case((claim.c.status.in_(OPEN), 1), else_=0)
    query = select(claim.c.pk, waiting).where(reading.condition(wanted))
    highest = conn.execute(select(func.max(claim.c.priority))).scalar_one_or_none()
    query = query.order_by(claim.c.priority.desc(), claim.c.pk) if highest else query.order_by(claim.c.pk)
    for some in conn.execute(query.execution_options(yield_per=5000)).partitions():
        ids.extend(row[0] for row in some)
        open_.extend(row[1] for row in some)
    return ids, open_


def queue_rows(conn: Connection, pks: Sequence[int]) -> dict[int, QueueRow]:
    """The lines for these keys."""
    found = reading.claims_by_pk(conn, pks)
    keys = dict(conn.execute(select(claim.c.id, claim.c.pk).where(claim.c.pk.in_(pks))).tuples().all())
    priorities = dict(conn.execute(select(claim.c.pk, claim.c.priority).where(claim.c.pk.in_(pks))).tuples().all())
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
    return dict(conn.execute(query).tuples().all())


def conflict_counts(conn: Connection, pks: Sequence[int]) -> Counter[int]:
    """In how many conflicts each claim takes part, rejected ones apart."""
    counts: Counter[int] = Counter()
    for end in (relation.c.a_pk, relation.c.b_pk):
        query = (
            select(end, func.count())
            .where(end.in_(pks), relation.c.kind == RelationKind.CONFLICTS, relation.c.state != RelationState.REJECTED)
            .group_by(end)
        )
        counts.update(dict(conn.execute(query).tuples().all()))
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


def acts_by(conn: Connection, who: str) -> Iterator[ledger.Written]:
    """The entries of one person, newest first."""
    # The body is canonical JSON: the words narrow the search, the caller still reads who it was.
    words = ledger.canonical({"who": who}).decode()[1:-1]
    query = (
        select(ledger_table.c.seq, ledger_table.c.prev, ledger_table.c.hash, ledger_table.c.body)
        .where(ledger_table.c.body.contains(words, autoescape=True))
        .order_by(ledger_table.c.seq.desc())
    )
    for row in conn.execute(query.execution_options(yield_per=100)):
        yield ledger.Written(*row)
