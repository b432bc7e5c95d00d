"""What the ledger tells of a change: the fields that differ, and the digest of what is there afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.model import Claim, Relation, Review
from evidence.model import Source, Value
from factcheck.store import ledger
from factcheck.work.desk import Desk, new_uuid

UNTOLD = {"version", "decided_by", "decided_at"}
"""Fields that a change need not tell of: the entry itself says who, when and which version."""

Told = Claim | Relation | Review | Source


@dataclass(frozen=True, slots=True)
class Noted:
    """A change with the digest of its thing afterwards, None for what was taken away."""

    change: ledger.Change
    leaf: str | None


def difference(old: Value | None, new: Value) -> tuple[dict[str, object] | None, dict[str, object]]:
    """(before, after): the fields that differ, as the ledger tells them; before is None when there was nothing."""
    after = _dump(new)
    if old is None:
        return None, after
    before = _dump(old)
    changed = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def _dump(value: Value) -> dict[str, object]:
    return value.model_dump(mode="json", by_alias=True, exclude=UNTOLD)


def change(old: Told | None, new: Told | None, *, whole: bool = False) -> Noted:
    """What became of one thing: brought where `old` is None, taken away where `new` is.

    Of what comes or goes with its past `whole` also tells who decided it, when, and its version.
    """
    told = new or old
    if told is None:
        raise ValueError("nothing became nothing")
    what = type(told).__name__.lower()
    fields = told.model_dump(mode="json", by_alias=True) if whole else _dump(told)
    if new is None:
        return Noted(ledger.Change(what, told.id, fields, {}), None)
    if old is None and whole:
        return Noted(ledger.Change(what, new.id, None, fields, new.version), ledger.leaf(new))
    return Noted(ledger.Change(what, new.id, *difference(old, new), new.version), ledger.leaf(new))


def new_entry(
    desk: Desk,
    kind: str,
    noted: Sequence[Noted],
    why: str | None = None,
    *,
    uuid: str | None = None,
    at: datetime | None = None,
    details: Mapping[str, object] | None = None,
) -> ledger.Entry:
    """One ledger entry of this person's about these changes; `at` is when they were made, where they say so too."""
    leaves: dict[str, dict[str, str | None]] = {}
    for one in noted:
        leaves.setdefault(one.change.what, {})[one.change.id] = one.leaf
    changes = [one.change for one in noted]
    return ledger.Entry(kind, desk.reviewer, at or desk.now(), uuid or new_uuid(), why, changes, leaves, details or {})
