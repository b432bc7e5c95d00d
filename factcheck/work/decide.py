"""One person's decision about a claim, a relation or a source, saved together with its ledger entry."""

from collections.abc import Sequence
from typing import TypeVar

from claims.errors import ClaimError
from claims.ids import ordered, relation_id
from claims.judgement import ClaimDecision, RelationDecision, decide, relate
from claims.model import Claim, ConflictState, Facet, Relation, RelationKind, RelationState
from evidence.ids import source_id
from evidence.model import Reliability, Source, Value
from factcheck.errors import NotAllowed, Stale, UnknownReference
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.history import event

Decided = TypeVar("Decided", Claim, Relation, Source)

_UNTOLD = {"version", "decided_by", "decided_at"}
"""Fields that a change need not tell of: the entry itself says who, when and which version."""


def decide_claim(
    desk: Desk, reference: str, decision: ClaimDecision, *, seen: int | None = None, uuid: str | None = None
) -> Claim:
    """Save a decision about a claim and return the claim as it is afterwards.

    `seen` is the version the reviewer looked at; None stands for the present one. `uuid` names the decision: a retry
    with the same one changes nothing more. Raises UnknownReference, Stale, or NotAllowed.
    """
    with desk.writing() as conn:
        return _decide(desk, conn, reference, decision, seen, uuid or new_uuid())


def decide_claims(desk: Desk, references: Sequence[str], decision: ClaimDecision) -> list[Claim]:
    """Save one decision about several claims, together or not at all. Raises UnknownReference or NotAllowed."""
    with desk.writing() as conn:
        return [_decide(desk, conn, reference, decision, None, new_uuid()) for reference in references]


def _decide(
    desk: Desk, conn: Connection, reference: str, decision: ClaimDecision, seen: int | None, uuid: str
) -> Claim:
    claim = reading.find_claim(conn, reference)
    if ledger.written(conn, uuid) is not None:
        return claim
    _check_seen(conn, "claim", claim, seen)
    try:
        changed = decide(claim, decision, by=desk.reviewer, at=desk.now())
    except ClaimError as error:
        raise NotAllowed(str(error)) from error
    writing.update_claim(conn, changed, seen=claim.version)
    documents = reading.document_digests(conn, {link.document for link in claim.evidence})
    evidence = [{"document": documents[link.document], "start": link.start, "end": link.end} for link in claim.evidence]
    ledger.append(conn, _entry(desk, "decision", uuid, claim, changed, decision.reason, {"evidence": evidence}))
    return changed


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
        _check_seen(conn, "relation", relation, seen)
        try:
            changed = relate(relation, decision, by=desk.reviewer, at=desk.now())
        except ClaimError as error:
            raise NotAllowed(str(error)) from error
        if old is None:
            changed = changed.model_copy(update={"version": 1, "state": decision.state or RelationState.CONFIRMED})
            writing.insert_relations(conn, [changed])
        else:
            writing.update_relation(conn, changed, seen=old.version)
        ledger.append(conn, _entry(desk, "relation_decision", uuid, old, changed, decision.reason))
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
        ledger.append(conn, _entry(desk, "source_graded", uuid, old, changed, reason))
        return changed


def _new_relation(id_: str, a: str, b: str, kind: RelationKind, facet: Facet | None, by: str) -> Relation:
    first, second = ordered(a, b, kind)
    conflict = ConflictState.OPEN if kind is RelationKind.CONFLICTS else None
    return Relation(id=id_, a=first, b=second, kind=kind, facet=facet, conflict=conflict, added_by=by)


def _check_seen(conn: Connection, what: str, now: Claim | Relation, seen: int | None) -> None:
    if seen is None or seen == now.version:
        return
    theirs = "as it was imported"
    for entry in ledger.entries(conn, subject=now.id, newest_first=True, limit=1):
        last = event(entry)
        theirs = f"{last.kind} by {last.who} at {last.when}"
    raise Stale(f"{what} {now.id}", seen, now.version, theirs)


def _entry(
    desk: Desk,
    kind: str,
    uuid: str,
    old: Value | None,
    new: Claim | Relation | Source,
    why: str | None,
    details: dict[str, Sequence[object]] | None = None,
) -> ledger.Entry:
    what = type(new).__name__.lower()
    change = ledger.Change(what, new.id, *difference(old, new), new.version)
    leaves = {what: {new.id: ledger.leaf(new)}}
    return ledger.Entry(kind, desk.reviewer, desk.now(), uuid, why, [change], leaves, details or {})


def difference(old: Value | None, new: Value) -> tuple[dict[str, object] | None, dict[str, object]]:
    """(before, after): the fields that differ, as the ledger tells them; before is None when there was nothing."""
    after = new.model_dump(mode="json", by_alias=True, exclude=_UNTOLD)
    if old is None:
        return None, after
    before = old.model_dump(mode="json", by_alias=True, exclude=_UNTOLD)
    changed = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}
