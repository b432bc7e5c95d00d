"""Evidence links whose document is not in the dossier yet, read and written beside their ledger entries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from claims.model import WaitingLink
from factcheck.store import mapping, reading
from factcheck.store.reading import OnDamage, made
from factcheck.store.tables import claim, waiting_link


def waiting_links(conn: Connection, *, damaged: OnDamage = None) -> Iterator[WaitingLink]:
    """All of them, in the order in which they came."""
    return made(conn.execute(_all().order_by(waiting_link.c.pk)).mappings(), mapping.waiting_of, damaged)


def waiting_by_claim(conn: Connection, claim_ids: Sequence[str]) -> dict[str, list[WaitingLink]]:
    """Those of each of these claims, in the order in which they came."""
    found: dict[str, list[WaitingLink]] = defaultdict(list)
    for start in range(0, len(claim_ids), reading.CHUNK):
        query = _all().where(claim.c.id.in_(claim_ids[start : start + reading.CHUNK])).order_by(waiting_link.c.pk)
        for row in conn.execute(query).mappings():
            found[row["claim"]].append(mapping.waiting_of(row))
    return dict(found)


def waiting_for(conn: Connection, names: Sequence[str]) -> list[WaitingLink]:
    """Those that wait for a document called one of these, in the order in which they came."""
    query = _all().where(waiting_link.c.document.in_(names)).order_by(waiting_link.c.pk)
    return [mapping.waiting_of(row) for row in conn.execute(query).mappings()]


def waiting_count(conn: Connection) -> dict[str, int]:
    """How many wait for each document, by what their import called it."""
    query = select(waiting_link.c.document, func.count()).group_by(waiting_link.c.document)
    return {row[0]: row[1] for row in conn.execute(query.order_by(waiting_link.c.document))}


def insert_waiting(conn: Connection, new: Sequence[WaitingLink]) -> None:
    """New ones, of claims that exist."""
    if new:
        pks = reading.claim_pks(conn, list({item.claim for item in new}))
        conn.execute(insert(waiting_link), [mapping.waiting_row(item, pks[item.claim]) for item in new])


def remove_waiting(conn: Connection, ids: Sequence[str]) -> None:
    """Take away those whose document has come, or whose claim goes."""
    for start in range(0, len(ids), reading.CHUNK):
        conn.execute(delete(waiting_link).where(waiting_link.c.id.in_(ids[start : start + reading.CHUNK])))


def _all() -> Select[Any]:
    return select(waiting_link, claim.c.id.label("claim")).join(claim, claim.c.pk == waiting_link.c.claim_pk)
