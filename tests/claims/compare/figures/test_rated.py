"""Times of races."""

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


def test_how_far_behind_is_told_by_two_times() -> None:
    """A claim about the gap is answered by the difference of both times."""
    claim = "In the Lisbon marathon, Abe finished less than a minute behind the winner."
    sentence = "Kip won the Lisbon marathon in 2:08:14, with Abe second in {} and Moreno third."
    assert kinds(claim, sentence, ("2:08:51", "2:09:31")) == REFINES_AND_CONFLICTS


def test_faster_than_a_time_is_answered_by_the_best_and_not_by_a_half() -> None:
    """The time at half of the way is none of the whole."""
    claim = "Sesay's personal best in the marathon is faster than two hours ten."
    sentence = "Sesay's best time for the marathon is {}, run in 2014, when he passed halfway in 1:04:12."
    assert kinds(claim, sentence, ("2:09:52", "2:10:52")) == REFINES_AND_CONFLICTS


def test_three_times_tell_no_gap() -> None:
    """Which two of three are meant is not told."""
    told = "Kip won in 2:08:14, with Abe second in 2:09:31 and Moreno third in 2:11:02 on a windy day in Lisbon."
    found = compare_texts("Abe finished less than a minute behind the winner.", told, given=True)
    assert found.kind is not RelationKind.REFINES
