"""Times of the clock."""

import pytest

from claims.compare import features_of
from claims.compare.figures.clocks import clock
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "times"),
    [
        ("The gates closed at 9 p.m.",
         "The gates of the fair opened at 10 a.m. and closed at {}, an hour after the fireworks.",
         ("9 p.m.", "11 p.m.")),
        ("The ferry sailed before noon.",
         "With 310 passengers and 44 cars on board the ferry sailed from Harne at {} on a calm sea.",
         ("11:20", "13:40")),
        ("The council sits in the evening.",
         "The council, which has 41 members, meets on the first Tuesday of each month at {} in the Corn Exchange.",
         ("7:30 p.m.", "9:30 a.m.")),
        ("Polls in Sorrel closed no later than nine in the evening.",
         "Polling stations in Sorrel opened at 7 a.m. and closed at {}, an hour after those in the capital.",
         ("8 p.m.", "10 p.m.")),
    ],
)  # fmt: skip
def test_the_hour_of_the_deed_answers(claim: str, sentence: str, times: tuple[str, str]) -> None:
    """Of two times of the clock, that of the claim's own deed is the one that is meant."""
    assert kinds(claim, sentence, times) == REFINES_AND_CONFLICTS


def test_an_hour_within_another_bound_decides_nothing() -> None:
    """Who left before nine may have left at half past eight."""
    asked = features_of("The train left at 8.30 a.m.")
    assert clock(asked, features_of("The train, which had eleven coaches, left before 9 a.m. on that day.")) is None


@pytest.mark.parametrize(
    ("claim", "sentence", "holds"),
    [
        ("The bell rang at nine in the morning.", "The bell rang at 9.10 a.m. as on other days.", None),
        ("The bell rang before midnight.", "The bell rang at seven o'clock as on other days.", True),
        ("The bell rang before noon.", "The bell rang at seven o'clock as on other days.", None),
    ],
)
def test_a_time_told_loosely_decides_only_what_holds_of_all_it_may_mean(
    claim: str, sentence: str, holds: bool | None
) -> None:
    """Nine may be said for ten past; seven o'clock is before midnight in either half of the day, not before noon."""
    found = clock(features_of(claim), features_of(sentence))
    assert (found.holds if found else None) is holds


def test_a_time_belongs_to_the_deed_that_is_told_in_another_word() -> None:
    """A quake that struck then hit then; its last aftershock was another."""
    claim = "The Orsk earthquake hit in the afternoon."
    told = "The Orsk earthquake struck at {} local time, and the largest of its 31 aftershocks was felt at 22:10."
    found = [clock(features_of(claim), features_of(told.format(hour))) for hour in ("14:47", "04:47")]
    assert [one.holds if one else None for one in found] == [True, False]
