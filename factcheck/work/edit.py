"""What a reviewer does to claims besides deciding one: one decision about many as one act, statement and tags."""

from collections.abc import Sequence

from claims.errors import ClaimError
from claims.judgement import ClaimDecision, decide
from claims.model import Claim, Status
from evidence.model import Value
from evidence.text.clean import unstorable
from factcheck.errors import NotAllowed, Stale
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.decide import difference
from factcheck.work.desk import Desk, new_uuid


class ClaimEdit(Value):
    """A corrected statement or other tags; None leaves a thing as it is."""

    statement: str | None = None
    tags: tuple[str, ...] | None = None
    reason: str | None = None


def decide_together(desk: Desk, seen: Sequence[tuple[str, int]], decision: ClaimDecision) -> list[Claim]:
    """Save one decision about several claims as one entry of the ledger: undone by one key, together or not at all.

    `seen` gives each claim's id and the version the reviewer looked at. Raises Stale or NotAllowed.
    """
    with desk.writing() as conn:
        pairs = [_decided(desk, conn, id_, version, decision) for id_, version in seen]
        digests = reading.document_digests(conn, {link.document for _, new in pairs for link in new.evidence})
        evidence = [
            {"claim": new.id, "document": digests[link.document], "start": link.start, "end": link.end}
            for _, new in pairs
            for link in new.evidence
        ]
        _append(desk, conn, "decision", pairs, decision.reason, {"evidence": evidence})
    return [new for _, new in pairs]


def edit_claim(desk: Desk, id_: str, edit: ClaimEdit, *, seen: int) -> Claim:
    """Correct a claim's statement or set its tags. A decided claim whose statement changes is to be checked again.

    Raises Stale or NotAllowed.
    """
    with desk.writing() as conn:
        old = _seen(conn, id_, seen)
        statement = old.statement if edit.statement is None else edit.statement.strip()
        if not statement:
            raise NotAllowed("a claim needs a statement; dismiss the claim when there is nothing to check")
        if unstorable(statement) is not None or any(unstorable(tag) is not None for tag in edit.tags or ()):
            raise NotAllowed("the text holds a character that cannot be stored")
        stale = statement != old.statement and old.status is Status.DECIDED
        new = old.model_copy(
            update={
                "statement": statement,
                "tags": old.tags if edit.tags is None else tuple(dict.fromkeys(edit.tags)),
                "status": Status.NEEDS_RECHECK if stale else old.status,
                "version": old.version + 1,
            }
        )
        writing.update_claim(conn, new, seen=seen, content=True)
        _append(desk, conn, "edit", [(old, new)], edit.reason, {})
    return new


def _decided(desk: Desk, conn: Connection, id_: str, version: int, decision: ClaimDecision) -> tuple[Claim, Claim]:
    old = _seen(conn, id_, version)
    try:
        new = decide(old, decision, by=desk.reviewer, at=desk.now())
    except ClaimError as error:
        raise NotAllowed(str(error)) from error
    writing.update_claim(conn, new, seen=version)
    return old, new


def _seen(conn: Connection, id_: str, version: int) -> Claim:
    now = reading.find_claim(conn, id_)
    if now.version != version:
        by = f"by {now.decided_by}" if now.decided_by else "meanwhile"
        raise Stale(f"claim {id_}", version, now.version, by)
    return now


def _append(
    desk: Desk,
    conn: Connection,
    kind: str,
    pairs: Sequence[tuple[Claim, Claim]],
    why: str | None,
    details: dict[str, object],
) -> None:
    changes = [ledger.Change("claim", new.id, *difference(old, new), new.version) for old, new in pairs]
    leaves = {"claim": {new.id: ledger.leaf(new) for _, new in pairs}}
    ledger.append(conn, ledger.Entry(kind, desk.reviewer, desk.now(), new_uuid(), why, changes, leaves, details))
