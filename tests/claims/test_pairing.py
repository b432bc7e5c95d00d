"""Which pairs of claims are compared at all."""

from hypothesis import given
from hypothesis import strategies as st

from claims.compare import features_of
from claims.pairing import BANDS, CAP, WORTH, band_keys, candidates, keys_of, sketch, worth_comparing


def paired(*statements: str) -> set[tuple[int | str, int | str]]:
    """The candidate pairs of some statements, by their places."""
    rows = [(key, place) for place, one in enumerate(statements) for key in keys_of(features_of(one))]
    return set(candidates(rows))


def test_claims_that_differ_in_a_number_meet() -> None:
    """Figures are masked before the sketch is made."""
    assert paired("The plant employs 480 workers in two shifts.", "The plant employs 8,400 workers in two shifts.") == {
        (0, 1)
    }


def test_the_scripts_meet() -> None:
    """Folding comes before hashing."""
    assert keys_of(features_of("臺北市長週二宣布辭職。")) == keys_of(features_of("台北市长周二宣布辞职。"))


def test_languages_meet_over_a_name_and_an_event() -> None:
    """Shared name, shared frame, shared measure."""
    assert paired("Sony acquired Northlight for $3.6 billion.", "Sony以36亿美元收购了Northlight。") == {(0, 1)}


def test_strangers_do_not_meet() -> None:
    """Nothing shared, no pair."""
    assert paired("The museum reopened on Friday.", "油价在会议后下跌2%。") == set()


def test_crowded_keys_are_skipped() -> None:
    """A key that everyone has tells nothing."""
    assert list(candidates((7, claim) for claim in range(CAP + 1))) == []
    assert len(list(candidates((7, claim) for claim in range(CAP)))) == CAP * (CAP - 1) // 2


def test_topics_weigh_less_than_bands() -> None:
    """One shared topic is not enough, two are; one band is."""
    assert list(candidates([(2, "a"), (2, "b")])) == []
    assert list(candidates([(2, "a"), (2, "b"), (4, "a"), (4, "b")])) == [("a", "b")]
    assert list(candidates([(3, "a"), (3, "b")])) == [("a", "b")]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_each_pair_comes_once(rows: list[tuple[int, int]]) -> None:
    """No pair twice, none with itself, none in both orders."""
    found = list(candidates(rows))
    assert len({frozenset(pair) for pair in found}) == len(found)
    assert all(one != other for one, other in found)


@given(st.text(max_size=80))
def test_keys_fit_a_column(text: str) -> None:
    """63 bits and sixteen bands for any text."""
    features = features_of(text)
    assert all(0 <= key < 2**63 for key in keys_of(features))
    assert len(band_keys(sketch(features))) == BANDS


def test_the_score_before_comparing() -> None:
    """Alike keys are worth comparing, strangers are not."""
    one, other = features_of("The dam holds 40 million litres."), features_of("The dam holds 45 million litres.")
    assert worth_comparing(one, other) >= WORTH
    assert worth_comparing(one, features_of("Voters went to the polls.")) < WORTH
