"""The ledger as people read it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from factcheck.store import ledger, reading, reviews
from factcheck.work.desk import Desk

DETAILS: tuple[str, ...] = (
    "assessing",
    "batch",
    "dossier",
    "evidence",
    "import",
    "keeps",
    "matching",
    "redoes",
    "undoes",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One ledger entry, read as far as it can be: a damaged body gives an event of kind `unreadable`."""

    seq: int
    hash: str
    kind: str
    who: str
    when: str
    why: str | None
    changes: tuple[dict[str, Any], ...]
    details: dict[str, Any]


TELLING = frozenset({"status", "verdict", "confidence", "reason"})
"""Fields that say what somebody concluded."""


def events(
    desk: Desk, *, claim: str | None = None, limit: int | None = None, newest_first: bool = True
) -> Iterator[Event]:
    """Events of the dossier, or of one claim (including the import that brought it and what was asked and judged).

    Of claims that this reviewer has to judge blind nothing is told that anyone concluded. Raises UnknownReference.
    """
    with desk.store.reading() as conn:
        subject = None if claim is None else reading.claim_pk(conn, claim)[1]
        about = None if subject is None else [subject, *reviews.ids_of(conn, [subject])]
        found = ledger.entries(conn, subject=about, newest_first=newest_first, limit=limit)
        found_events = [event(entry) for entry in found]
        brought = None if subject is None else reading.batch_of(conn, subject)
        if brought is not None and all(one.seq != brought for one in found_events):
            entry = ledger.entry(conn, brought)
            found_events = [*found_events, event(entry)] if newest_first else [event(entry), *found_events]
        hidden = set(reviews.blind_keys(conn, desk.reviewer).values())
        of = reviews.ids_of(conn, hidden)
    told = (
        (_without(one, hidden, of, desk.reviewer) for one in found_events[:limit]) if hidden else found_events[:limit]
    )
    return iter([one for one in told if one is not None])


def _without(one: Event, hidden: set[str], of: dict[str, tuple[str, str]], viewer: str) -> Event | None:
    """The event without what it says of hidden claims; None when nothing of it is left."""
    kept = []
    for change in one.changes:
        id_ = str(change.get("id"))
        told: dict[str, Any] | None = change
        if id_ in of and of[id_][1] != viewer:
            told = None
        elif id_ in hidden:
            told = _less(change)
        if told is not None:
            kept.append(told)
    if kept == list(one.changes):
        return one
    return replace(one, changes=tuple(kept), why=None) if kept else None


def _less(change: dict[str, Any]) -> dict[str, Any] | None:
    """A change without the fields that say what somebody concluded; as it was where it had none of them."""
    if not TELLING & set(change.get("to") or ()):
        return change
    sides = {
        side: {name: value for name, value in (change.get(side) or {}).items() if name not in TELLING}
        for side in ("from", "to")
    }
    return {**change, **sides} if sides["to"] else None


def event(entry: ledger.Written) -> Event:
    """The event that an entry tells of."""
    try:
        record = entry.record()
        changes = tuple(change for change in record["changes"] if isinstance(change, dict))
        plain = {name: record[name] for name in ("kind", "who", "when")}
        details: dict[str, Any] = {name: record[name] for name in DETAILS if name in record}
        why = record.get("why")
        return Event(entry.seq, entry.hash, **plain, why=why, changes=changes, details=details)
    except (ValueError, KeyError, TypeError, RecursionError, json.JSONDecodeError):
        return Event(entry.seq, entry.hash, "unreadable", "?", "?", None, (), {})
