"""How many times as much one thing is as another."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The prison held almost twice its capacity.",
            "In 2014 the prison, built for 640 men, was running at {190|130} percent of its capacity, with 48 guards.",
        ),
        (
            "The new stadium will hold twice as many people as the old one.",
            "The old stadium had room for 14,500 spectators; the new one is to seat {29,000|19,000}.",
        ),
        (
            "Kester Down earned about ten times its budget.",
            "Made for $12 million in 34 days, Kester Down earned {$121|$61} million, $47 million of it at home.",
        ),
        (
            "The canal cost more than twice what had been planned.",
            "Completed in 1998, two years late, the canal cost {€210|€130} million against an estimate of €84 million.",
        ),
    ],
)
def test_multiples_are_read_from_a_share_or_two_values(claim: str, told: str) -> None:
    """A sentence may give the share itself, 190 percent of the capacity, or the two values."""
    right, wrong = versions(told)
    assert compare_texts(claim, right, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS


def test_half_of_a_whole_is_a_share_and_no_multiple() -> None:
    """Over half the people: against the share that the sentence gives, not against how two shares of it compare."""
    right, wrong = versions(
        "In the census {58|43} percent of residents said they were Catholic and 21 percent had no religion."
    )
    assert compare_texts("Over half the population is Catholic.", right, given=True).kind is RelationKind.REFINES
    assert compare_texts("Over half the population is Catholic.", wrong, given=True).kind is RelationKind.CONFLICTS


def test_two_years_of_one_thing_are_its_multiple() -> None:
    """Twice as many in one year as in another, where more years are told."""
    sentence = "The club, founded in 1866, had 140 members in 1880, {} in 1900 and well over 1,000 in 1927."
    claim = "The club had at least twice as many members in 1900 as in 1880."
    assert kinds(claim, sentence, ("315", "215")) == REFINES_AND_CONFLICTS


def test_two_armies_are_set_against_each_other() -> None:
    """By more than two to one, those who fell left out."""
    sentence = "At Kellet Ford 2,200 men held the crossing against a force of about {}, who lost some 600 killed."
    claim = "The attackers outnumbered the defenders at Kellet Ford by more than two to one."
    assert kinds(claim, sentence, ("5,000", "4,000")) == REFINES_AND_CONFLICTS
