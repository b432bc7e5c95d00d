"""Who else sits at the dossier now, and which claim each of them has open.

A session says so when it has come to rest on a claim, and again now and then; what it said is stale after STALE. It is
no part of the record, and nothing waits for it: where the database is busy it is left out, where it cannot be written
it stops.
"""

from dataclasses import dataclass
from datetime import timedelta

from evidence.model import stamp
from factcheck.errors import Busy, ReadOnly, StoreError
from factcheck.store import presence
from factcheck.work.desk import Desk

STALE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Present:
    """Another session."""

    reviewer: str
    key: int | None
    """Of the claim that it has open, as the queue knows it."""
    claim: str | None


def note_presence(desk: Desk, session: str, claim: str | None) -> list[Present] | None:
    """Say which claim (by its full id) this session has open, and who else is there.

    None where nothing can be written, now or ever: the caller need not try again. Raises Unreachable and the like.
    """
    now = desk.now()
    since = stamp(now - STALE)
    try:
        with desk.store.noting() as conn:
            presence.forget(conn, since)
            presence.put(conn, session, desk.reviewer, claim, stamp(now))
            found = presence.others(conn, session, since)
    except ReadOnly:
        return None
    except Busy:  # somebody imports: reading does not wait for that
        with desk.store.reading() as conn:
            found = presence.others(conn, session, since)
    return [Present(*one) for one in found]


def end_presence(desk: Desk, session: str) -> None:
    """Say that this session is over. Where that cannot be written it is forgotten by itself."""
    try:
        with desk.store.noting() as conn:
            presence.drop(conn, session)
    except StoreError:
        return
