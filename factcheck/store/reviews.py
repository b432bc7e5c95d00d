"""Reviewers' own judgements of claims, read and written. Every write stands beside its ledger entry."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Select, insert, select, update

from claims.model import Review
from factcheck.errors import Stale
from factcheck.store import mapping, reading
from factcheck.store.reading import OnDamage, made
from factcheck.store.tables import claim, review


def reviews(conn: Connection, *, damaged: OnDamage = None) -> Iterator[Review]:
    """All of them, in the order in which they came."""
    rows = conn.execute(_all().order_by(review.c.pk)).mappings()
    return made(rows, mapping.review_of, damaged)


def reviews_of(conn: Connection, claim_id: str) -> list[Review]:
    """Those of one claim, in the order in which they were asked for or given."""
    rows = conn.execute(_all().where(claim.c.id == claim_id).order_by(review.c.pk)).mappings()
    return [mapping.review_of(row) for row in rows]


def insert_reviews(conn: Connection, new: Sequence[Review]) -> None:
    """New ones, of claims that exist."""
    if new:
        pks = reading.claim_pks(conn, list({item.claim for item in new}))
        conn.execute(insert(review), [mapping.review_row(item, pks[item.claim]) for item in new])


def update_review(conn: Connection, changed: Review, *, seen: int) -> None:
    """Save one whose version the reviewer saw. Raises Stale."""
    pk = reading.claim_pk(conn, changed.claim)[0]
    chosen = update(review).where(review.c.id == changed.id, review.c.version == seen)
    if conn.execute(chosen.values(**mapping.review_row(changed, pk))).rowcount != 1:
        now = next(item for item in reviews_of(conn, changed.claim) if item.id == changed.id)
        raise Stale(f"review {changed.id}", seen, now.version, f"{now.verdict or 'asked for'}, by {now.reviewer}")


def _all() -> Select[tuple[object, ...]]:
    return select(review, claim.c.id.label("claim")).join(claim, claim.c.pk == review.c.claim_pk)
