"""The keys under which claims meet, and the join that finds the pairs worth comparing.

Features and keys are worked out from the claims and can be worked out again: they are no part of the record, stand
in no ledger entry and in no export.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, and_, delete, func, insert, or_, select, text, update

from claims.model import RelationState
from factcheck.store.tables import claim, claim_features, claim_key, document, evidence_link, relation

_Key = TypeVar("_Key", int, str)
CHUNK = 500
ROOM = 128 * 1024
"""KiB of its file that SQLite keeps in memory while keys are entered, which lie all over it."""


def unread(conn: Connection, rules: str) -> list[int]:
    """Keys of checkable claims whose features are missing or come from other rules; dismissed ones are left alone."""
    query = (
        select(claim.c.pk)
        .outerjoin(claim_features, and_(claim_features.c.claim_pk == claim.c.pk, claim_features.c.rules == rules))
        .where(claim_features.c.claim_pk.is_(None), claim.c.checkability == "checkable", claim.c.status != "dismissed")
        .order_by(claim.c.pk)
    )
    return list(conn.execute(query).scalars())


def versions(conn: Connection, claim_pks: Sequence[int]) -> dict[int, int]:
    """The versions of claims."""
    found: dict[int, int] = {}
    for some in _chunks(claim_pks):
        query = select(claim.c.pk, claim.c.version).where(claim.c.pk.in_(some))
        found.update((row[0], row[1]) for row in conn.execute(query))
    return found


def forget(conn: Connection, claim_pks: Sequence[int]) -> None:
    """Throw away the features and keys of claims whose words have changed."""
    for some in _chunks(claim_pks):
        conn.execute(delete(claim_key).where(claim_key.c.claim_pk.in_(some)))
        conn.execute(delete(claim_features).where(claim_features.c.claim_pk.in_(some)))


def store(conn: Connection, rules: str, read: Sequence[tuple[int, str, Sequence[int]]]) -> None:
    """Keep features and keys of claims: (claim, features as JSON, keys)."""
    if not read:
        return
    rows = [{"claim_pk": pk, "rules": rules, "features": told, "matched": 0} for pk, told, _ in read]
    conn.execute(insert(claim_features), rows)
    # In the order of the index: neighbours lie on one page.
    keys = sorted((key, pk) for pk, _, all_keys in read for key in set(all_keys))
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(f"PRAGMA cache_size = -{ROOM}")
        conn.exec_driver_sql("INSERT INTO claim_key (key, claim_pk) VALUES (?, ?)", keys)
    else:
        filled = text(
            "INSERT INTO claim_key (key, claim_pk) SELECT * FROM unnest(CAST(:keys AS bigint[]), CAST(:pks AS int[]))"
        )
        conn.execute(filled, {"keys": [key for key, _ in keys], "pks": [pk for _, pk in keys]})


def settle(conn: Connection) -> None:
    """Tell PostgreSQL what it now holds, or it plans the join for the empty tables of a moment ago."""
    if conn.dialect.name != "sqlite":
        for table in (claim_features, claim_key):
            conn.execute(text(f"ANALYZE {table.name}"))


def features(conn: Connection, claim_pks: Sequence[int]) -> dict[int, str]:
    """The stored features of claims, as JSON."""
    found: dict[int, str] = {}
    for some in _chunks(claim_pks):
        query = select(claim_features.c.claim_pk, claim_features.c.features)
        found.update((row[0], row[1]) for row in conn.execute(query.where(claim_features.c.claim_pk.in_(some))))
    return found


def comparable(conn: Connection, claim_pks: Sequence[int], before: int) -> set[int]:
    """Those of the claims that have features and were compared before or come before the key `before`."""
    found: set[int] = set()
    for some in _chunks(claim_pks):
        query = select(claim_features.c.claim_pk).where(claim_features.c.claim_pk.in_(some))
        query = query.where(or_(claim_features.c.matched == 1, claim_features.c.claim_pk < before))
        found.update(conn.execute(query).scalars())
    return found


def unmatched(conn: Connection, after: int, size: int) -> list[int]:
    """Up to `size` keys greater than `after` of claims that have features and were not compared yet, in order."""
    query = (
        select(claim_features.c.claim_pk)
        .where(claim_features.c.matched == 0, claim_features.c.claim_pk > after)
        .order_by(claim_features.c.claim_pk)
        .limit(size)
    )
    return list(conn.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class Limits:
    """What the join goes by; see `claims/pairing.py`."""

    crowded: int
    """A key that more claims share is skipped."""
    least: int
    most: int
    rarity: Sequence[tuple[int, int]]


def candidates(conn: Connection, first: int, last: int, limits: Limits) -> list[tuple[int, int]]:
    """Pairs (earlier, new) of claims that were not compared yet, with keys from `first` to `last`, in their order.

    Each meets those that were compared before and, of the new ones, those with lesser keys; the heaviest `most` of
    them. One statement for both databases; how much it holds in memory is bounded by the range.
    """
    rarity = " ".join(f"WHEN size <= {int(most)} THEN {int(weight)}" for most, weight in limits.rarity)
    query = text(_CANDIDATES.replace("{rarity}", rarity))
    known = conn.execute(select(func.max(claim_features.c.claim_pk)).where(claim_features.c.matched == 1)).scalar()
    given = {"first": first, "last": last, "known": known or 0}
    given |= {"crowded": limits.crowded, "least": limits.least, "most": limits.most}
    return [(row[0], row[1]) for row in conn.execute(query, given)]


# Each key is counted once, however many of the new claims share it; each step is kept (MATERIALIZED), or SQLite would
# count again wherever the number is named. No claim behind both its own place and the last that was compared is met.
_CANDIDATES = """
WITH met AS MATERIALIZED (
    SELECT key,
        (SELECT count(*) FROM (SELECT 1 FROM claim_key AS k WHERE k.key = asked.key LIMIT :crowded + 1) AS held) AS size
    FROM (
        SELECT mine.key AS key
        FROM claim_features AS new
        JOIN claim_key AS mine ON mine.claim_pk = new.claim_pk
        WHERE new.matched = 0 AND new.claim_pk BETWEEN :first AND :last
        GROUP BY mine.key
    ) AS asked
), telling AS MATERIALIZED (
    SELECT key, (1 + (key & 3)) * CASE {rarity} ELSE 0 END AS weight FROM met WHERE size BETWEEN 2 AND :crowded
), shared AS (
    SELECT mine.claim_pk AS mine, theirs.claim_pk AS theirs, sum(telling.weight) AS weight
    FROM telling
    CROSS JOIN claim_key AS mine
    CROSS JOIN claim_key AS theirs
    WHERE mine.key = telling.key AND mine.claim_pk BETWEEN :first AND :last
        AND (SELECT new.matched FROM claim_features AS new WHERE new.claim_pk = mine.claim_pk) = 0
        AND theirs.key = telling.key AND theirs.claim_pk <> mine.claim_pk
        AND theirs.claim_pk <= CASE WHEN mine.claim_pk > :known THEN mine.claim_pk ELSE :known END
        AND (
            theirs.claim_pk < mine.claim_pk
            OR (SELECT known.matched FROM claim_features AS known WHERE known.claim_pk = theirs.claim_pk) = 1
        )
    GROUP BY mine.claim_pk, theirs.claim_pk
    HAVING sum(telling.weight) >= :least
), ranked AS (
    SELECT mine, theirs, row_number() OVER (PARTITION BY mine ORDER BY weight DESC, theirs) AS place FROM shared
)
SELECT theirs, mine FROM ranked WHERE place <= :most ORDER BY mine, theirs
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """What a comparison must know of a claim besides its features."""

    id: str
    document: str | None
    """The id of the document of its own quote."""
    origin: str | None
    language: str | None = None
    """Of that document, a BCP 47 tag."""


def voices(conn: Connection, claim_pks: Sequence[int]) -> dict[int, Voice]:
    """The ids of claims and whose voice they are."""
    found: dict[int, Voice] = {}
    for some in _chunks(claim_pks):
        query = (
            select(
                claim.c.pk,
                claim.c.id,
                document.c.id,
                func.coalesce(document.c.origin, document.c.id),
                document.c.language,
            )
            .outerjoin(evidence_link, and_(evidence_link.c.claim_pk == claim.c.pk, evidence_link.c.position == 0))
            .outerjoin(document, document.c.pk == evidence_link.c.document_pk)
            .where(claim.c.pk.in_(some))
        )
        found.update((row[0], Voice(*row[1:])) for row in conn.execute(query))
    return found


def sizes(conn: Connection, document_ids: Sequence[str]) -> dict[str, int]:
    """How many claims documents have."""
    found: dict[str, int] = {}
    for some in _chunks(document_ids):
        query = (
            select(document.c.id, func.count())
            .join(evidence_link, and_(evidence_link.c.document_pk == document.c.pk, evidence_link.c.position == 0))
            .where(document.c.id.in_(some))
            .group_by(document.c.id)
        )
        found.update((row[0], row[1]) for row in conn.execute(query))
    return found


def accounts(conn: Connection, document_ids: Sequence[str], before: int) -> dict[str, list[tuple[int, int, int]]]:
    """The claims of documents that may be compared (see `comparable`), as (key, start, end), in their places."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for some in _chunks(document_ids):
        query = (
            select(document.c.id, claim_features.c.claim_pk, evidence_link.c.start, evidence_link.c.end)
            .join(evidence_link, and_(evidence_link.c.document_pk == document.c.pk, evidence_link.c.position == 0))
            .join(claim_features, claim_features.c.claim_pk == evidence_link.c.claim_pk)
            .where(document.c.id.in_(some))
            .where(or_(claim_features.c.matched == 1, claim_features.c.claim_pk < before))
            .order_by(document.c.id, evidence_link.c.start, evidence_link.c.end, claim_features.c.claim_pk)
        )
        for name, pk, start, end in conn.execute(query):
            found.setdefault(name, []).append((pk, start, end))
    return found


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as matching needs to know it."""

    id: str
    pair: tuple[int, int]
    """The keys of its claims, the lesser first."""
    suggested: bool
    added_by: str


def links(conn: Connection, claim_pks: Sequence[int]) -> dict[str, Link]:
    """The relations of claims, by id."""
    found: dict[str, Link] = {}
    columns = relation.c.id, relation.c.a_pk, relation.c.b_pk, relation.c.state, relation.c.added_by
    for some in _chunks(claim_pks):
        query = select(*columns).where(or_(relation.c.a_pk.in_(some), relation.c.b_pk.in_(some)))
        for id_, a, b, state, added_by in conn.execute(query):
            suggested = state == RelationState.SUGGESTED.value
            found[id_] = Link(id_, (min(a, b), max(a, b)), suggested, added_by)
    return found


def related_documents(conn: Connection) -> list[tuple[str, str]]:
    """The ids of every two documents with claims in a relation that nobody has rejected, each pair once, in order."""
    mine, theirs = (evidence_link.alias(name) for name in ("mine", "theirs"))
    one, other = (document.alias(name) for name in ("one", "other"))
    query = (
        select(one.c.id, other.c.id)
        .select_from(relation)
        .join(mine, and_(mine.c.claim_pk == relation.c.a_pk, mine.c.position == 0))
        .join(theirs, and_(theirs.c.claim_pk == relation.c.b_pk, theirs.c.position == 0))
        .join(one, one.c.pk == mine.c.document_pk)
        .join(other, other.c.pk == theirs.c.document_pk)
        .where(relation.c.state != RelationState.REJECTED.value, one.c.pk != other.c.pk)
        .distinct()
    )
    return sorted({(min(a, b), max(a, b)) for a, b in conn.execute(query)})


def mark_matched(conn: Connection, claim_pks: Sequence[int]) -> None:
    """These claims have now been compared."""
    for some in _chunks(claim_pks):
        conn.execute(update(claim_features).where(claim_features.c.claim_pk.in_(some)).values(matched=1))


def _chunks(keys: Sequence[_Key]) -> Iterable[Sequence[_Key]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
