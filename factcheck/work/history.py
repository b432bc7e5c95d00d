"""The ledger as people read it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.store import ledger, reading
from factcheck.work.desk import Desk

DETAILS: tuple[str, ...] = ("batch", "dossier", "evidence", "redoes", "undoes")


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


def events(
    desk: Desk, *, claim: str | None = None, limit: int | None = None, newest_first: bool = True
) -> Iterator[Event]:
    """Events of the dossier, or of one claim (including the import that brought it).

    Raises UnknownReference.
    """
    with desk.store.reading() as conn:
        subject = None if claim is None else reading.claim_pk(conn, claim)[1]
        found = ledger.entries(conn, subject=subject, newest_first=newest_first, limit=limit)
        found_events = [event(entry) for entry in found]
        brought = None if subject is None else reading.batch_of(conn, subject)
        if brought is not None and all(one.seq != brought for one in found_events):
            entry = ledger.entry(conn, brought)
            found_events = [*found_events, event(entry)] if newest_first else [event(entry), *found_events]
    return iter(found_events[:limit])


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
