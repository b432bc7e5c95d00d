"""Undo and redo without limit: each is a new ledger entry that restores what an earlier one changed.

Nothing is kept in memory, so an act can be undone after a restart or on another machine. What a person undoes are
their own acts, newest first; a new act of theirs ends what could be redone. An act that someone else has built upon
is not undone: that would take away their work as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claims.model import Claim, ConflictState, Relation, RelationState, Status
from factcheck.errors import NotAllowed
from factcheck.store import ledger, queue, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.decide import difference
from factcheck.work.desk import Desk, new_uuid

ACTS = frozenset({"decision", "relation_decision", "edit"})
"""Kinds of entries that a reviewer makes one at a time; imports and documents are not undone by a key."""
PARTS = frozenset({"statement", "tags", "entities", "evidence"})
"""Fields of a claim that have tables of their own, or from which such tables are made."""

Record = dict[str, Any]
By = tuple[str | None, datetime | str | None]


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo restored."""

    seq: int
    """The entry of the act itself."""
    kind: str
    changes: tuple[tuple[str, str, Mapping[str, Any], Mapping[str, Any]], ...]
    """(claim or relation, id, fields as they were until now, fields as they are now)"""

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that changed."""
        return tuple(id_ for what, id_, _, _ in self.changes if what == "claim")


def undo(desk: Desk) -> Undone | None:
    """Take back this reviewer's last act that still stands; None when there is none. Raises NotAllowed."""
    with desk.writing() as conn:
        found = _last_standing(conn, desk.reviewer)
        return None if found is None else _restore(desk, conn, found, back=True)


def redo(desk: Desk) -> Undone | None:
    """Do again what was undone last; None when there is nothing. Raises NotAllowed."""
    with desk.writing() as conn:
        found = _last_undone(conn, desk.reviewer)
        return None if found is None else _restore(desk, conn, found, back=False)


# ── which act ──────────────────────────────────────────────────────────────────────────────────────


def _records(entries: Iterator[ledger.Written], who: str | None = None) -> Iterator[tuple[int, Record]]:
    for entry in entries:
        try:
            record = entry.record()
        except ValueError:  # a damaged body is for `verify` to tell of
            continue
        if who is None or record.get("who") == who:
            yield entry.seq, record


def _last_standing(conn: Connection, who: str) -> tuple[int, Record] | None:
    """Newest first, the first word about an act is the one that counts."""
    stands: dict[int, bool] = {}
    for seq, record in _records(queue.acts_by(conn, who), who):
        if record["kind"] == "undo":
            stands.setdefault(record["undoes"], False)
        elif record["kind"] == "redo":
            stands.setdefault(record["redoes"], True)
        elif record["kind"] in ACTS and stands.get(seq, True):
            return seq, record
    return None


def _last_undone(conn: Connection, who: str) -> tuple[int, Record] | None:
    stands: set[int] = set()
    for _, record in _records(queue.acts_by(conn, who), who):
        if record["kind"] == "redo":
            stands.add(record["redoes"])
        elif record["kind"] == "undo" and record["undoes"] not in stands:
            return record["undoes"], ledger.entry(conn, record["undoes"]).record()
        elif record["kind"] in ACTS:
            return None
    return None


# ── what it restores ───────────────────────────────────────────────────────────────────────────────


def _restore(desk: Desk, conn: Connection, found: tuple[int, Record], *, back: bool) -> Undone:
    seq, record = found
    kind = "undo" if back else "redo"
    changes, told = [], []
    leaves: dict[str, dict[str, str]] = {}
    for change in record["changes"]:
        old, new = _restored(conn, seq, record, change, back=back)
        before, after = difference(old, new)
        changes.append(ledger.Change(change["what"], new.id, before, after, new.version))
        leaves.setdefault(change["what"], {})[new.id] = ledger.leaf(new)
        told.append((change["what"], new.id, before or {}, after))
    details = {"undoes" if back else "redoes": seq}
    ledger.append(conn, ledger.Entry(kind, desk.reviewer, desk.now(), new_uuid(), None, changes, leaves, details))
    return Undone(seq, record["kind"], tuple(told))


def _restored(
    conn: Connection, seq: int, record: Record, change: Record, *, back: bool
) -> tuple[Claim | Relation, Claim | Relation]:
    """(present value, value after it was saved)."""
    id_, what = change["id"], change["what"]
    now = _present(conn, what, id_)
    expected, target = _sides(change, back=back)
    present = now.model_dump(mode="json", by_alias=True)
    other = [name for name, value in expected.items() if present.get(name) != value]
    if other:
        fields = ", ".join(other)
        raise NotAllowed(
            f"not {'undone' if back else 'redone'}: {fields} of {what} {id_} was changed by {_who(conn, id_)}"
        )
    if record["kind"] == "edit":  # an edit says nothing about who decided
        by: By = (now.decided_by, now.decided_at)
    elif back:
        by = _by_before(conn, id_, seq, str({**present, **target}.get("status", "")) if what == "claim" else None)
    else:
        by = (record["who"], record["when"])
    values = {**present, **target, "decided_by": by[0], "decided_at": by[1], "version": now.version + 1}
    if isinstance(now, Claim):
        changed = Claim.model_validate(values)
        writing.update_claim(conn, changed, seen=now.version, content=bool(PARTS & set(target)))
        return now, changed
    related = Relation.model_validate(values)
    writing.update_relation(conn, related, seen=now.version)
    return now, related


def _sides(change: Record, *, back: bool) -> tuple[Record, Record]:
    """(what must stand there now, what shall stand there). A relation that was added is rejected, never removed."""
    before, after = change["from"], change["to"]
    if before is None:
        state, course = after["state"], after.get("conflict")
        gone = {"state": RelationState.REJECTED.value, "conflict": course and ConflictState.OPEN.value}
        before = gone | {"resolution": None}
        after = {"state": state, "conflict": course, "resolution": after.get("resolution")}
    return (after, before) if back else (before, after)


def _present(conn: Connection, what: str, id_: str) -> Claim | Relation:
    if what == "claim":
        return reading.find_claim(conn, id_)
    found = reading.find_relation(conn, id_)
    if found is None:
        raise NotAllowed(f"{what} {id_} is no longer there")
    return found


def _who(conn: Connection, subject: str) -> str:
    for _, record in _records(ledger.entries(conn, subject=subject, newest_first=True)):
        return f"{record['who']} at {record['when']}"
    return "someone"


def _by_before(conn: Connection, subject: str, seq: int, status: str | None) -> By:
    """Who had decided, and when, before entry `seq`: as the earlier entries tell it."""
    stands: dict[int, bool] = {}
    for number, record in _records(ledger.entries(conn, subject=subject, newest_first=True)):
        if number >= seq:
            continue
        if record["kind"] == "undo":
            stands.setdefault(record["undoes"], False)
        elif record["kind"] == "redo":
            stands.setdefault(record["redoes"], True)
        elif record["kind"] in ACTS - {"edit"} and stands.get(number, True):
            return record["who"], record["when"]
    brought = None if status in {None, Status.NEW} else reading.batch_of(conn, subject)
    if brought is None:
        return None, None
    record = ledger.entry(conn, brought).record()  # an import that brought the claim with its verdict decided it
    return record["who"], record["when"]
