"""The keys under which claims meet, and the join that finds the pairs worth comparing."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, update

from factcheck.store.tables import claim, claim_features, claim_key

CHUNK = 500


def unread(conn: Connection, rules: str) -> list[int]:
    """Keys of checkable claims whose features are missing or come from other rules; dismissed ones are left alone."""
    query = (
        select(claim.c.pk)
        .outerjoin(claim_features, and_(claim_features.c.claim_pk == claim.c.pk, claim_features.c.rules == rules))
        .where(claim_features.c.claim_pk.is_(None), claim.c.checkability == "checkable", claim.c.status != "dismissed")
        .order_by(claim.c.pk)
    )
    return list(conn.execute(query).scalars())


def forget(conn: Connection, claim_pks: Sequence[int]) -> None:
    """Throw away the features and keys of claims whose words have changed."""
    for start in range(0, len(claim_pks), CHUNK):
        some = claim_pks[start : start + CHUNK]
        conn.execute(delete(claim_key).where(claim_key.c.claim_pk.in_(some)))
        conn.execute(delete(claim_features).where(claim_features.c.claim_pk.in_(some)))


def store(conn: Connection, rules: str, read: Sequence[tuple[int, str, Sequence[int]]]) -> None:
    """Keep features and keys of claims: (claim, features as JSON, keys)."""
    rows = [{"claim_pk": pk, "rules": rules, "features": told, "matched": 0} for pk, told, _ in read]
    keys = [{"key": key, "claim_pk": pk} for pk, _, all_keys in read for key in sorted(set(all_keys))]
    if rows:
        conn.execute(insert(claim_features), rows)
    if keys:
        conn.execute(insert(claim_key), keys)


def features(conn: Connection, claim_pks: Sequence[int]) -> dict[int, str]:
    """The stored features of claims, as JSON."""
    found: dict[int, str] = {}
    for start in range(0, len(claim_pks), CHUNK):
        some = claim_pks[start : start + CHUNK]
        query = select(claim_features.c.claim_pk, claim_features.c.features)
        found.update((row[0], row[1]) for row in conn.execute(query.where(claim_features.c.claim_pk.in_(some))))
    return found


def candidates(conn: Connection, *, crowded: int, least: int) -> Iterator[tuple[int, int]]:
    """Pairs of which at least one claim was not matched before, each once.

    A key under which more than `crowded` claims meet tells nothing. The keys that two claims share must weigh `least`
    together: 2 for a key of the sketch, marked by its last bit, 1 for any other.
    """
    mine, theirs = claim_key.alias("mine"), claim_key.alias("theirs")
    new, known = claim_features.alias("new"), claim_features.alias("known")
    useless = select(claim_key.c.key).group_by(claim_key.c.key).having(func.count() > crowded)
    query = (
        select(mine.c.claim_pk, theirs.c.claim_pk)
        .select_from(new)
        .join(mine, mine.c.claim_pk == new.c.claim_pk)
        .join(theirs, and_(theirs.c.key == mine.c.key, theirs.c.claim_pk != mine.c.claim_pk))
        .join(known, known.c.claim_pk == theirs.c.claim_pk)
        .where(
            new.c.matched == 0,
            mine.c.key.not_in(useless),
            or_(known.c.matched == 1, theirs.c.claim_pk < mine.c.claim_pk),
        )
        .group_by(mine.c.claim_pk, theirs.c.claim_pk)
        .having(func.sum(1 + mine.c.key.bitwise_and(1)) >= least)
        .order_by(mine.c.claim_pk, theirs.c.claim_pk)
    )
    for row in conn.execute(query.execution_options(yield_per=5000)):
        yield row[0], row[1]


def mark_matched(conn: Connection) -> None:
    """All claims that have features have now been compared."""
    conn.execute(update(claim_features).where(claim_features.c.matched == 0).values(matched=1))
