"""Evidence links whose document is not in the dossier yet, read and written beside their ledger entries."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select

from claims.model import WaitingLink
from factcheck.store import mapping, reading
from factcheck.store.reading import OnDamage, made
from factcheck.store.tables import claim, waiting_link


def waiting_links(conn: Connection, *, damaged: OnDamage = None) -> Iterator[WaitingLink]:
    """All of them, in the order in which they came."""
    query = select(waiting_link, claim.c.id.label("claim")).join(claim, claim.c.pk == waiting_link.c.claim_pk)
    return made(conn.execute(query.order_by(waiting_link.c.pk)).mappings(), mapping.waiting_of, damaged)


def insert_waiting(conn: Connection, new: Sequence[WaitingLink]) -> None:
    """New ones, of claims that exist."""
    if new:
        pks = reading.claim_pks(conn, list({item.claim for item in new}))
        conn.execute(insert(waiting_link), [mapping.waiting_row(item, pks[item.claim]) for item in new])


def remove_waiting(conn: Connection, ids: Sequence[str]) -> None:
    """Take away those whose document has come, or whose claim goes."""
    for start in range(0, len(ids), reading.CHUNK):
        conn.execute(delete(waiting_link).where(waiting_link.c.id.in_(ids[start : start + reading.CHUNK])))
