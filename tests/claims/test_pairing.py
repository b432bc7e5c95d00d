"""Which pairs of claims are compared at all."""

import hashlib
import struct

from hypothesis import given
from hypothesis import strategies as st

from claims.compare import features_of
from claims.pairing import (
    BANDS,
    CAP,
    HASHES,
    LEAST,
    MOST,
    RARITY,
    band_keys,
    candidates,
    keys_of,
    shingles,
    sketch,
    weight_of,
)


def paired(*statements: str) -> set[tuple[int, int]]:
    """The candidate pairs of some statements, by their places."""
    rows = [(key, place) for place, one in enumerate(statements) for key in keys_of(features_of(one))]
    return set(candidates(rows))


def test_claims_that_differ_in_a_number_meet() -> None:
    """Figures are masked before the sketch is made."""
    assert paired("The plant employs 480 workers in two shifts.", "The plant employs 8,400 workers in two shifts.") == {
        (0, 1)
    }


@given(st.text(alphabet="abc 大小的3", min_size=1, max_size=40))
def test_a_sketch_holds_the_least_value_of_each_hash(statement: str) -> None:
    """The lanes that are compared all at once do not touch one another."""
    features = features_of(statement)
    digests = [hashlib.shake_128(shingle.encode()).digest(4 * HASHES) for shingle in shingles(features)]
    values = zip(*(struct.unpack(f"<{HASHES}I", digest) for digest in digests), strict=True)
    assert struct.unpack(f"<{HASHES}I", sketch(features)) == tuple(map(min, values))


def test_the_scripts_meet() -> None:
    """Folding comes before hashing."""
    assert keys_of(features_of("臺北市長週二宣布辭職。")) == keys_of(features_of("台北市长周二宣布辞职。"))


def test_languages_meet_over_a_name_and_an_event() -> None:
    """Shared name, shared frame, shared measure."""
    assert paired("Sony acquired Northlight for $3.6 billion.", "Sony以36亿美元收购了Northlight。") == {(0, 1)}


def test_strangers_do_not_meet() -> None:
    """Nothing shared, no pair."""
    assert paired("The museum reopened on Friday.", "油价在会议后下跌2%。") == set()


def test_the_same_figure_brings_languages_together() -> None:
    """A name that everybody knows and a figure: one fact, whatever happens in the sentence."""
    assert paired("Northlight now has 3,412 stores.", "Northlight的门店已达3412家。") == {(0, 1)}


def test_crowded_keys_are_skipped() -> None:
    """A key that everyone has tells nothing; the fewer have it the more it tells."""
    assert weight_of(3, CAP + 1) == 0
    assert list(candidates((7, claim) for claim in range(CAP + 1))) == []
    assert [weight_of(3, most) for most, _ in RARITY] == sorted((4 * weight for _, weight in RARITY), reverse=True)


def test_a_claim_meets_a_bounded_number_of_others() -> None:
    """The heaviest of those before it, at equal weight the earliest."""
    rows = [(key, claim) for key in (7, 15) for claim in range(MOST + 9)] + [(11, MOST + 8), (11, MOST + 7)]
    met = [earlier for earlier, later in candidates(rows) if later == MOST + 8]
    assert met == [*range(MOST - 1), MOST + 7]


def test_a_name_alone_is_not_enough() -> None:
    """Unless hardly anybody else has it."""
    few, many = [(4, claim) for claim in range(2)], [(4, claim) for claim in range(20)]
    assert weight_of(4, 2) < LEAST <= weight_of(5, 2)
    assert list(candidates(few)) == []
    assert list(candidates([(key + 1, claim) for key, claim in few])) == [(0, 1)]
    assert list(candidates(many)) == []
    assert len(list(candidates([*many, *((key + 3, claim) for key, claim in many)]))) > 0


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_each_pair_comes_once(rows: list[tuple[int, int]]) -> None:
    """No pair twice, none with itself, none in both orders; the order of the rows is of no account."""
    found = list(candidates(set(rows)))
    assert len(set(found)) == len(found)
    assert all(earlier < later for earlier, later in found)
    assert found == list(candidates(sorted(set(rows), reverse=True)))


@given(st.text(max_size=80))
def test_keys_fit_a_column(text: str) -> None:
    """63 bits and sixteen bands for any text."""
    features = features_of(text)
    assert all(0 <= key < 2**63 for key in keys_of(features))
    assert len(band_keys(sketch(features))) == BANDS
