"""One person's decision about claims, a relation or a source, saved together with its ledger entry."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import NamedTuple

from claims.errors import ClaimError
from claims.ids import ordered, relation_id
from claims.judgement import ClaimDecision, RelationDecision, relate
from claims.model import Claim, ConflictState, Facet, Relation, RelationKind, RelationState
from claims.reviews import is_blind, judge
from evidence.ids import source_id
from evidence.model import Reliability, Source
from factcheck.errors import NotAllowed, Stale, UnknownReference
from factcheck.store import ledger, reading, writing
from factcheck.store import reviews as review_table
from factcheck.store.engine import Connection
from factcheck.work import reviews
from factcheck.work.changes import Noted, change, new_entry
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.history import event

CONTENT = frozenset({"statement", "evidence", "entities", "quantities", "dates"})
"""Fields of a claim whose change a blind reviewer is told of; of all others they are told nothing."""


def decide_claim(
    desk: Desk, reference: str, decision: ClaimDecision, *, seen: int | None = None, uuid: str | None = None
) -> Claim:
    """Save a decision about a claim and return the claim as it is afterwards.

    Of a reviewer who was asked for a judgement without sight of others' it is that judgement, and the claim stays as
    it was. `seen` is the version the reviewer looked at; None stands for the present one. `uuid` names the decision:
    a retry with the same one changes nothing more. Raises UnknownReference, Stale, or NotAllowed.
    """
    with desk.writing() as conn:
        return _decide(desk, conn, reference, decision, seen, uuid)


def decide_claims(desk: Desk, references: Sequence[str], decision: ClaimDecision) -> list[Claim]:
    """Save one decision about several claims, together or not at all. Raises UnknownReference or NotAllowed."""
    with desk.writing() as conn:
        return [_decide(desk, conn, reference, decision) for reference in references]


def decide_together(desk: Desk, seen: Sequence[tuple[str, int]], decision: ClaimDecision) -> list[Claim]:
    """Save one decision about several claims as one entry of the ledger: undone by one key, together or not at all.

    `seen` gives each claim's id and the version the reviewer looked at. Raises Stale or NotAllowed.
    """
    with desk.writing() as conn:
        at = desk.now()
        judged = [_judge(desk, conn, reading.find_claim(conn, id_), decision, version, at) for id_, version in seen]
        noted = [one for each in judged for one in each.noted]
        evidence = [one for each in judged for one in _evidence(conn, each.claim, named=True)]
        kind = "review" if all(each.own for each in judged) else "decision"
        ledger.append(conn, new_entry(desk, kind, noted, decision.reason, at=at, details={"evidence": evidence}))
    return [each.claim for each in judged]


class _Judged(NamedTuple):
    claim: Claim
    noted: list[Noted]
    own: bool
    """Whether it was a judgement of the reviewer's own, and no decision of the desk's."""


def _decide(
    desk: Desk,
    conn: Connection,
    reference: str,
    decision: ClaimDecision,
    seen: int | None = None,
    uuid: str | None = None,
) -> Claim:
    claim = reading.find_claim(conn, reference)
    if uuid is not None and ledger.written(conn, uuid) is not None:
        return reviews.for_eyes(conn, [claim], desk.reviewer)[0]
    at = desk.now()
    judged = _judge(desk, conn, claim, decision, seen, at)
    kind = "review" if judged.own else "decision"
    details = {"evidence": _evidence(conn, claim)}
    ledger.append(conn, new_entry(desk, kind, judged.noted, decision.reason, uuid=uuid, at=at, details=details))
    return judged.claim


def _judge(
    desk: Desk, conn: Connection, claim: Claim, decision: ClaimDecision, seen: int | None, at: datetime
) -> _Judged:
    """Save what comes of a decision; its entry is the caller's. Raises Stale or NotAllowed."""
    there = review_table.reviews_of(conn, claim.id)
    own = is_blind(there, desk.reviewer)
    _check_seen(conn, "claim", claim, seen, only=CONTENT if own else None)
    try:
        outcome = judge(claim, there, decision, by=desk.reviewer, at=at)
    except ClaimError as error:
        raise NotAllowed(str(error)) from error
    noted = [change(old, new) for old, new in outcome.reviews]
    reviews.write(conn, outcome.reviews)
    if outcome.claim.version != claim.version:
        writing.update_claim(conn, claim, outcome.claim)
        noted.insert(0, change(claim, outcome.claim))
    return _Judged(outcome.claim, noted, own)


def _evidence(conn: Connection, claim: Claim, *, named: bool = False) -> list[dict[str, object]]:
    """The quotes that lay before the reviewer, by the digests of their documents."""
    digests = reading.document_digests(conn, {link.document for link in claim.evidence})
    name: dict[str, object] = {"claim": claim.id} if named else {}
    return [
        {**name, "document": digests[link.document], "start": link.start, "end": link.end} for link in claim.evidence
    ]


def relate_claims(
    desk: Desk,
    a: str,
    b: str,
    kind: RelationKind,
    facet: Facet | None,
    decision: RelationDecision,
    *,
    seen: int | None = None,
    uuid: str | None = None,
) -> Relation:
    """Save a decision about how claim a stands to claim b, adding the relation when it is new.

    A relation that a person adds is confirmed unless the decision says otherwise.
    Raises UnknownReference, Stale, or NotAllowed.
    """
    uuid = uuid or new_uuid()
    with desk.writing() as conn:
        first, second = (reading.claim_pk(conn, reference)[1] for reference in (a, b))
        if first == second:
            raise NotAllowed(f"claim {first} cannot stand in a relation to itself")
        id_ = relation_id(first, second, kind, facet)
        old = reading.find_relation(conn, id_)
        if old is not None and ledger.written(conn, uuid) is not None:
            return old
        relation = old or _new_relation(id_, first, second, kind, facet, desk.reviewer)
        at = desk.now()
        _check_seen(conn, "relation", relation, seen)
        try:
            changed = relate(relation, decision, by=desk.reviewer, at=at)
        except ClaimError as error:
            raise NotAllowed(str(error)) from error
        if old is None:
            changed = changed.model_copy(update={"version": 1, "state": decision.state or RelationState.CONFIRMED})
            writing.insert_relations(conn, [changed])
        else:
            writing.update_relation(conn, changed, seen=old.version)
        entry = new_entry(desk, "relation_decision", [change(old, changed)], decision.reason, uuid=uuid, at=at)
        ledger.append(conn, entry)
        return changed


def grade_source(
    desk: Desk,
    name: str,
    reliability: Reliability | None,
    note: str | None = None,
    *,
    reason: str | None = None,
    uuid: str | None = None,
) -> Source:
    """Grade a source, adding it when it is new. Raises Stale when someone else did so meanwhile."""
    uuid = uuid or new_uuid()
    with desk.writing() as conn:
        try:
            old: Source | None = reading.find_source(conn, name)
        except UnknownReference:
            old = None
        if old is not None and ledger.written(conn, uuid) is not None:
            return old
        start = old or Source(id=source_id(name), name=name, version=0)
        changed = start.model_copy(
            update={
                "reliability": reliability or start.reliability,
                "note": start.note if note is None else note,
                "version": start.version + 1,
            }
        )
        if old is None:
            writing.insert_source(conn, changed)
        else:
            writing.update_source(conn, changed, seen=old.version)
        ledger.append(conn, new_entry(desk, "source_graded", [change(old, changed)], reason, uuid=uuid))
        return changed


def _new_relation(id_: str, a: str, b: str, kind: RelationKind, facet: Facet | None, by: str) -> Relation:
    first, second = ordered(a, b, kind)
    conflict = ConflictState.OPEN if kind is RelationKind.CONFLICTS else None
    return Relation(id=id_, a=first, b=second, kind=kind, facet=facet, conflict=conflict, added_by=by)


def _check_seen(
    conn: Connection,
    what: str,
    now: Claim | Relation,
    seen: int | None,
    *,
    only: AbstractSet[str] | None = None,
) -> None:
    """Raise Stale when it has changed since; where `only` names fields, when one of those has."""
    if seen is None or seen == now.version:
        return
    if only is not None:
        by = _changed_by(conn, now.id, seen, only)
        if by is not None:
            raise Stale(f"{what} {now.id}", seen, now.version, f"its words or quotes were changed by {by}")
        return
    theirs = "as it was imported"
    for entry in ledger.entries(conn, subject=now.id, newest_first=True, limit=1):
        last = event(entry)
        theirs = f"{last.kind} by {last.who} at {last.when}"
    raise Stale(f"{what} {now.id}", seen, now.version, theirs)


def _changed_by(conn: Connection, subject: str, seen: int, only: AbstractSet[str]) -> str | None:
    """Who has changed one of these fields since that version, and when."""
    for entry in ledger.entries(conn, subject=subject, newest_first=True):
        last = event(entry)
        for one in last.changes:
            if one.get("id") == subject and (one.get("version") or 0) > seen and only & set(one.get("to") or ()):
                return f"{last.who} at {last.when}"
    return None
