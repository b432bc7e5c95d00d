"""Reviewers' own judgements of claims, read and written. Every write stands beside its ledger entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, text, update

from claims.model import Review
from claims.reviews import OPEN
from factcheck.errors import Stale
from factcheck.store import mapping, reading
from factcheck.store.filters import Filter
from factcheck.store.reading import CHUNK, OnDamage, made
from factcheck.store.tables import claim, presence, review


def _all() -> Select[tuple[object, ...]]:
    return select(review, claim.c.id.label("claim")).join(claim, claim.c.pk == review.c.claim_pk)


_of_claim = _all().where(claim.c.id == bindparam("id")).order_by(review.c.pk)


def reviews(conn: Connection, *, damaged: OnDamage = None) -> Iterator[Review]:
    """All of them, in the order in which they came."""
    rows = conn.execute(_all().order_by(review.c.pk)).mappings()
    return made(rows, mapping.review_of, damaged)


def reviews_of(conn: Connection, claim_id: str) -> list[Review]:
    """Those of one claim, in the order in which they were asked for or given."""
    rows = conn.execute(_of_claim, {"id": claim_id}).mappings()
    return [mapping.review_of(row) for row in rows]


def reviews_by_key(conn: Connection, pks: Sequence[int]) -> dict[int, list[Review]]:
    """Those of these claims, by the claim's key."""
    found: dict[int, list[Review]] = defaultdict(list)
    for start in range(0, len(pks), CHUNK):
        query = _all().where(review.c.claim_pk.in_(pks[start : start + CHUNK])).order_by(review.c.pk)
        for row in conn.execute(query).mappings():
            found[row["claim_pk"]].append(mapping.review_of(row))
    return found


def find_review(conn: Connection, id_: str) -> Review | None:
    """The one of this id."""
    row = conn.execute(_all().where(review.c.id == id_)).mappings().one_or_none()
    return None if row is None else mapping.review_of(row)


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


def remove_reviews(conn: Connection, ids: Sequence[str]) -> None:
    """Take them away."""
    for start in range(0, len(ids), CHUNK):
        conn.execute(delete(review).where(review.c.id.in_(ids[start : start + CHUNK])))


# ── what one reviewer has to do with ───────────────────────────────────────────────────────────────


def blind_keys(conn: Connection, viewer: str) -> dict[int, str]:
    """(key, id) of the claims of which this reviewer owes a blind judgement."""
    query = (
        select(claim.c.pk, claim.c.id)
        .join(review, review.c.claim_pk == claim.c.pk)
        .where(review.c.reviewer == viewer, review.c.given_at.is_(None), review.c.blind == 1)
    )
    return {row[0]: row[1] for row in conn.execute(query)}


def waiting_keys(conn: Connection, viewer: str) -> set[int]:
    """Keys of the claims that this reviewer has judged and that wait for another one."""
    there = review.alias("there")
    query = (
        select(review.c.claim_pk)
        .join(claim, claim.c.pk == review.c.claim_pk)
        .join(there, there.c.claim_pk == review.c.claim_pk)
        .where(review.c.reviewer == viewer, review.c.given_at.is_not(None), there.c.given_at.is_not(None))
        .where(claim.c.verdict.is_(None), claim.c.status.in_(OPEN))
        .group_by(review.c.claim_pk)
        .having(text("count(*) < 2"))
    )
    return set(conn.execute(query).scalars())


def disagreeing_keys(conn: Connection, viewer: str) -> set[int]:
    """Keys of the claims about which reviewers disagree, as far as this one may know."""
    wanted = reading.condition(Filter(disagreements=True, viewer=viewer))
    return set(conn.execute(select(claim.c.pk).where(wanted)).scalars())


def hidden_standing(conn: Connection, viewer: str) -> list[tuple[str, str | None]]:
    """(status, verdict) of the claims that this reviewer has to judge blind."""
    keys = list(blind_keys(conn, viewer))
    query = select(claim.c.status, claim.c.verdict)
    found = (conn.execute(query.where(claim.c.pk.in_(keys[at : at + CHUNK]))) for at in range(0, len(keys), CHUNK))
    return [(row[0], row[1]) for rows in found for row in rows]


def people(conn: Connection) -> list[str]:
    """Names of those who decided, judged, were asked, or have the dossier open."""
    columns = (claim.c.decided_by, review.c.reviewer, review.c.asked_by, presence.c.reviewer)
    found = {name for column in columns for name in conn.execute(select(column).distinct()).scalars() if name}
    return sorted(found)


def ids_of(conn: Connection, claims: Iterable[str]) -> dict[str, tuple[str, str]]:
    """(claim, reviewer) by the id of the judgement, for these claims by id."""
    query = select(review.c.id, claim.c.id, review.c.reviewer).join(claim, claim.c.pk == review.c.claim_pk)
    some, found = list(claims), {}
    for start in range(0, len(some), CHUNK):
        rows = conn.execute(query.where(claim.c.id.in_(some[start : start + CHUNK])))
        found.update({row[0]: (row[1], row[2]) for row in rows})
    return found
