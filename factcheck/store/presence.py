"""Who has which claim open at this moment: of no meaning for the record, never in the ledger, soon forgotten."""

from sqlalchemy import Connection, delete, insert, select

from factcheck.store import reading
from factcheck.store.tables import claim, presence


def put(conn: Connection, session: str, reviewer: str, claim_id: str | None, now: str) -> None:
    """Say which claim a session has open, in place of what it said before. Times are text as everywhere."""
    key = reading.claim_pks(conn, [claim_id]).get(claim_id) if claim_id else None
    conn.execute(delete(presence).where(presence.c.session == session))
    conn.execute(insert(presence).values(session=session, reviewer=reviewer, claim_pk=key, seen=now))


def forget(conn: Connection, before: str) -> None:
    """Drop the sessions that said nothing since that time."""
    conn.execute(delete(presence).where(presence.c.seen < before))


def drop(conn: Connection, session: str) -> None:
    """Drop one session."""
    conn.execute(delete(presence).where(presence.c.session == session))


def others(conn: Connection, session: str, since: str) -> list[tuple[str, int | None, str | None]]:
    """(reviewer, key of the claim, id of the claim) of the other sessions that said something since that time."""
    query = (
        select(presence.c.reviewer, presence.c.claim_pk, claim.c.id)
        .outerjoin(claim, claim.c.pk == presence.c.claim_pk)
        .where(presence.c.session != session, presence.c.seen >= since)
        .order_by(presence.c.reviewer, presence.c.session)
    )
    return [(row[0], row[1], row[2]) for row in conn.execute(query)]
