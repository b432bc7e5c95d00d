"""Counts of a dossier: claims, relations, and where the work stands."""

from collections.abc import Mapping

from claims.model import Checkability, ConflictState, RelationKind, RelationState, Status, Verdict
from evidence.model import Value
from factcheck.store import ledger, reading
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk


class Stats(Value):
    """How many of everything; every known word has a number, also when it is 0."""

    documents: int
    sources: int
    claims: int
    status: Mapping[str, int]
    verdict: Mapping[str, int]
    """Undecided claims are not counted here."""
    checkability: Mapping[str, int]
    claims_per_source: Mapping[str, int]
    """Claims that quote each source; '' stands for documents that name none."""
    relations: Mapping[str, Mapping[str, int]]
    """By kind, then by state."""
    conflicts: Mapping[str, int]
    """By course; rejected ones are not counted."""
    ledger_entries: int


def count(desk: Desk) -> Stats:
    """Count what is in the dossier."""
    with desk.store.reading() as conn:
        return count_in(conn)


def count_in(conn: Connection) -> Stats:
    """The same inside a transaction that the caller holds."""
    by_kind = reading.relation_counts(conn)
    return Stats(
        documents=reading.document_count(conn),
        sources=len(reading.sources(conn)),
        claims=reading.claim_count(conn),
        status=_all(Status, reading.counts(conn, "status")),
        verdict=_all(Verdict, reading.counts(conn, "verdict")),
        checkability=_all(Checkability, reading.counts(conn, "checkability")),
        claims_per_source=reading.claims_per_source(conn),
        relations={
            kind.value: {state.value: by_kind.get((kind.value, state.value), 0) for state in RelationState}
            for kind in RelationKind
        },
        conflicts=_all(ConflictState, reading.conflict_counts(conn)),
        ledger_entries=ledger.current_head(conn)[0],
    )


def _all(words: type[Status | Verdict | Checkability | ConflictState], found: Mapping[str, int]) -> dict[str, int]:
    return {word.value: found.get(word.value, 0) for word in words}
