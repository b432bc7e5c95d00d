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


def test_a_second_round_is_needed_below_half() -> None:
    """Who has more than half of the vote in the first round has won."""
    sentence = "In the first round he took {} percent of the vote, ahead of Amado with 31 percent."
    assert kinds("He needed a second round to win the presidency.", sentence, ("46", "54")) == REFINES_AND_CONFLICTS
    assert kinds("He won the presidency in the first round.", sentence, ("54", "46")) == REFINES_AND_CONFLICTS
