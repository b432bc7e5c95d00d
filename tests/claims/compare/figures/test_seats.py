"""Majorities in a house."""

import pytest

from claims.compare import features_of
from claims.compare.figures.seats import majority
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "seats"),
    [
        ("The governing party lost its majority.",
         "The governing party, which had held 61 of the 110 seats, won {} at the election of 3 May.",
         ("52 seats", "57 seats")),
        ("The Liberals won an absolute majority.",
         "The Liberals took 48 percent of the vote and {} of the 90 seats, the Agrarians 21 and the Left 11.",
         ("51", "43")),
    ],
)  # fmt: skip
def test_a_majority_is_more_than_half_of_the_seats(claim: str, sentence: str, seats: tuple[str, str]) -> None:
    """The seats won last decide whether there is a majority."""
    assert kinds(claim, sentence, seats) == REFINES_AND_CONFLICTS


def test_seats_of_no_known_house_decide_nothing() -> None:
    """Without the number of all seats nothing is reckoned."""
    sentence = features_of("The Liberals, led by Ana Ruiz, won 51 seats, nine more than before.")
    assert majority(features_of("The Liberals won an absolute majority."), sentence) is None
