"""What a reviewer corrects of a claim: its statement and its tags."""

from collections.abc import Sequence

from claims.model import Claim, Status
from evidence.model import Value
from evidence.text.clean import unstorable
from factcheck.errors import NotAllowed, Stale
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.changes import change, new_entry
from factcheck.work.desk import Desk
from factcheck.work.reviews import for_eyes


class ClaimEdit(Value):
    """A corrected statement or other tags; None leaves a thing as it is."""

    statement: str | None = None
    tags: tuple[str, ...] | None = None
    reason: str | None = None


def edit_claim(desk: Desk, id_: str, edit: ClaimEdit, *, seen: int | None = None) -> Claim:
    """Correct a claim's statement or set its tags. A decided claim whose statement changes is to be checked again.

    `seen` is the version the reviewer looked at; None stands for the present one. Raises Stale or NotAllowed.
    """
    with desk.writing() as conn:
        old = reading.find_claim(conn, id_) if seen is None else seen_claim(conn, id_, seen)
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
        writing.update_claim(conn, old, new, content=True)
        append_edit(desk, conn, [(old, new)], edit.reason)
        return for_eyes(conn, [new], desk.reviewer)[0]


def append_edit(desk: Desk, conn: Connection, pairs: Sequence[tuple[Claim, Claim]], why: str | None) -> None:
    """Enter a change of what claims say or rest on; `undo` takes it back."""
    ledger.append(conn, new_entry(desk, "edit", [change(old, new) for old, new in pairs], why))


def seen_claim(conn: Connection, id_: str, version: int) -> Claim:
    """The claim, as long as it has the version that the reviewer looked at. Raises Stale."""
    now = reading.find_claim(conn, id_)
    if now.version != version:
        by = f"by {now.decided_by}" if now.decided_by else "meanwhile"
        raise Stale(f"claim {id_}", version, now.version, by)
    return now
