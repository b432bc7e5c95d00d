"""Margins: told in one unit they can clash; points in a poll and votes in the count cannot."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Swifts lead Harriers by 6 points with a game in hand", "Swifts edge past Harriers by three goals"),
        (
            "With half the vote counted, Lind leads Moro by 4 points",
            "Lind beats Moro by 212 votes in the mayoral race",
        ),
        ("Rovers take the first frame by 40 points", "Rovers win the match against Harriers by two frames"),
        ("Aldersey leads the regatta by 12 points", "Aldersey wins the last race of the regatta by 9 seconds"),
    ],
)
def test_margins_in_two_units_do_not_clash(one: str, other: str) -> None:
    """So many points and so many votes are not one margin told twice."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lind won the seat by 212 votes.", "Lind won the seat with a majority of 340, the smallest in the county."),
        ("Harriers beat Rovers by three goals on Saturday", "Harriers beat Rovers by two goals at home on Saturday"),
    ],
)
def test_margins_in_one_unit_clash(one: str, other: str) -> None:
    """A majority without a unit counts votes too."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
