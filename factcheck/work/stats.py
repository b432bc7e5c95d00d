"""Counts of a dossier: claims, relations, and where the work stands."""

from collections import Counter
from collections.abc import Mapping

from claims.agreement import Agreement, agreement
from claims.model import Checkability, ConflictState, RelationKind, RelationState, Status, Verdict
from evidence.model import Value
from factcheck.store import ledger, reading, reviews, waiting
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
    waiting: Mapping[str, int] = {}
    """Links that wait for their document, by what their import called it."""
    agreement: Agreement = Agreement()
    """Of reviewers who judged the same claims without sight of each other."""
    asked: int = 0
    """Judgements that were asked for and not given yet."""
    disagreements: int = 0
    """Claims about which reviewers disagree and nobody has decided between them."""


def count(desk: Desk) -> Stats:
    """Count what is in the dossier, as this reviewer may see it: what they owe a blind judgement of is in review."""
    with desk.store.reading() as conn:
        return count_in(conn, desk.reviewer)


def count_in(conn: Connection, viewer: str = "") -> Stats:
    """The same inside a transaction that the caller holds."""
    by_kind = reading.relation_counts(conn)
    status, verdict = Counter(reading.counts(conn, "status")), Counter(reading.counts(conn, "verdict"))
    for one, concluded in reviews.hidden_standing(conn, viewer):
        status.subtract([one])
        status.update([Status.IN_REVIEW])
        verdict.subtract([concluded or ""])
    hidden = set(reviews.blind_keys(conn, viewer).values())
    judged = [one for one in reviews.reviews(conn) if one.claim not in hidden]
    return Stats(
        documents=reading.document_count(conn),
        sources=len(reading.sources(conn)),
        claims=reading.claim_count(conn),
        status=_all(Status, status),
        verdict=_all(Verdict, verdict),
        checkability=_all(Checkability, reading.counts(conn, "checkability")),
        claims_per_source=reading.claims_per_source(conn),
        relations={
            kind.value: {state.value: by_kind.get((kind.value, state.value), 0) for state in RelationState}
            for kind in RelationKind
        },
        conflicts=_all(ConflictState, reading.conflict_counts(conn)),
        ledger_entries=ledger.current_head(conn)[0],
        waiting=waiting.waiting_count(conn),
        agreement=agreement(judged),
        asked=sum(one.verdict is None for one in judged) + len(hidden),
        disagreements=len(reviews.disagreeing_keys(conn, viewer)),
    )


def _all(words: type[Status | Verdict | Checkability | ConflictState], found: Mapping[str, int]) -> dict[str, int]:
    return {word.value: found.get(word.value, 0) for word in words}
