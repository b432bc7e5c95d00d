"""Margins: told in one unit they can clash; points in a poll and votes in the count cannot."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


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


def test_the_top_scorer_is_the_one_with_most_of_those_listed() -> None:
    """Averages of several players tell who was the top scorer; the years of a list are no such figures."""
    claim = "Holm was the top scorer of the Rams that season."
    told = "The Rams finished 44–38, with Vera Holm averaging {} points a game, Don Ister 20.1 and Rick Tate 14.8."
    assert kinds(claim, told, ("22.6", "19.6")) == REFINES_AND_CONFLICTS
    coaches = "Rams coaches: Ray Lomm, 1961–1968 (7 seasons); Al Teag, 1968–1981 (13 seasons); Bud Farr, 1981–1990 (9)."
    said = compare_texts("Al Teag coached the Rams longer than anyone else.", coaches, given=True)
    assert said.kind is not RelationKind.CONFLICTS
