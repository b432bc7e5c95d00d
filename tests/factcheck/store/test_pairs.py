"""The join over the plain table of keys says the same as the join in memory, on both databases."""

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert

from claims.model import Claim
from claims.pairing import CAP, LEAST, MOST, RARITY, candidates, weight_of
from factcheck.store import pairs, writing
from factcheck.store.engine import Store
from factcheck.store.tables import claim, claim_features, claim_key
from tests.conftest import Databases

LIMITS = pairs.Limits(CAP, LEAST, MOST, RARITY)
CLAIMS = 80


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(databases: Databases, request: pytest.FixtureRequest) -> Iterator[Store]:
    """A dossier with claims 1 to 80, of which nothing is known yet."""
    url = databases.new(str(request.param))
    made = Store(url)
    with made.writing() as conn:
        writing.insert_claims(
            conn, [Claim(id=f"c{number}", statement=str(number), language="en") for number in range(CLAIMS)]
        )
    yield made
    made.close()
    databases.drop(url)


def fill(conn: Connection, rows: set[tuple[int, int]], compared: set[int]) -> None:
    """Give the claims these keys, and say which were compared before."""
    conn.execute(delete(claim_key))
    conn.execute(delete(claim_features))
    pks = range(1, CLAIMS + 1)
    told = [{"claim_pk": pk, "rules": "r", "features": "{}", "matched": int(pk in compared)} for pk in pks]
    conn.execute(insert(claim_features), told)
    if rows:
        conn.execute(insert(claim_key), [{"key": key, "claim_pk": pk} for key, pk in rows])


KEYS = st.sets(st.tuples(st.integers(0, 12), st.integers(1, CLAIMS)), max_size=300)


@given(rows=KEYS)
def test_the_join_says_what_the_join_in_memory_says(store: Store, rows: set[tuple[int, int]]) -> None:
    """Pair for pair, crowded keys, weights and the bound on each claim's partners included."""
    with store.writing() as conn:
        fill(conn, rows, set())
        assert pairs.candidates(conn, 1, CLAIMS, LIMITS) == list(candidates(rows))


@given(rows=KEYS, cut=st.integers(1, CLAIMS - 1))
def test_ranges_give_the_same_as_the_whole(store: Store, rows: set[tuple[int, int]], cut: int) -> None:
    """Part by part, whether the parts before are marked as compared already or not."""
    with store.writing() as conn:
        fill(conn, rows, set())
        whole = pairs.candidates(conn, 1, CLAIMS, LIMITS)
        first, second = pairs.candidates(conn, 1, cut, LIMITS), pairs.candidates(conn, cut + 1, CLAIMS, LIMITS)
        assert first + second == whole
        pairs.mark_matched(conn, range(1, cut + 1))
        assert pairs.candidates(conn, 1, CLAIMS, LIMITS) == second


@given(rows=KEYS, compared=st.sets(st.integers(1, CLAIMS)))
def test_a_new_claim_meets_those_before_it_and_those_that_were_compared(
    store: Store, rows: set[tuple[int, int]], compared: set[int]
) -> None:
    """Whichever claims are new and whatever their numbers; no two that were compared are compared again."""
    sharing = Counter(key for key, _ in rows)
    weights: Counter[tuple[int, int]] = Counter()
    for (key, mine), (other_key, theirs) in product(rows, rows):
        if key == other_key and mine not in compared and (theirs in compared or theirs < mine):
            weights[theirs, mine] += weight_of(key, sharing[key])
    heavy = {pair: weight for pair, weight in weights.items() if weight >= LEAST}
    with store.writing() as conn:
        fill(conn, rows, compared)
        found = pairs.candidates(conn, 1, CLAIMS, LIMITS)
    assert heavy.keys() >= set(found)
    met = Counter(mine for _, mine in heavy)
    assert Counter(mine for _, mine in found) == {mine: min(MOST, count) for mine, count in met.items()}


def test_a_claim_that_changed_meets_later_ones_too(store: Store) -> None:
    """It is new again, whatever its number; the others are not compared again."""
    with store.writing() as conn:
        fill(conn, {(3, 5), (3, 9), (3, 12)}, {9, 12})
        assert pairs.candidates(conn, 1, CLAIMS, LIMITS) == [(9, 5), (12, 5)]
        assert pairs.comparable(conn, [5, 9], 5) == {9}
        assert pairs.comparable(conn, [5, 9], 6) == {5, 9}


def test_what_is_stored_comes_back_and_goes_again(store: Store) -> None:
    """Features and keys of many claims in one go; keys that come twice are kept once."""
    with store.writing() as conn:
        conn.execute(delete(claim_key))
        conn.execute(delete(claim_features))
        pairs.store(conn, "r", [(2, "{}", (5, 7, 5)), (1, '{"a":1}', (7, 2**63 - 1))])
        pairs.settle(conn)
        assert pairs.features(conn, [1, 2, 3]) == {1: '{"a":1}', 2: "{}"}
        assert pairs.unmatched(conn, 0, 9) == [1, 2]
        assert pairs.unmatched(conn, 1, 9) == [2]
        assert pairs.unread(conn, "r") == list(range(3, CLAIMS + 1))
        assert pairs.unread(conn, "s") == list(range(1, CLAIMS + 1))
        pairs.forget(conn, [1])
        assert pairs.unmatched(conn, 0, 9) == [2]
        assert conn.execute(claim_key.select()).all() == [(5, 2), (7, 2)]


def test_claims_that_are_gone_have_no_version(store: Store) -> None:
    """So what was read of them is thrown away."""
    with store.writing() as conn:
        assert pairs.versions(conn, [1, 999]) == {1: 1}
        assert conn.execute(claim.select().where(claim.c.pk == 999)).all() == []
