"""A deed and its time."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "days"),
    [
        ("The storm came ashore in the first half of October.",
         "Storm Bera, the ninth of the season, made landfall on {} October 2004 with gusts of 160 km/h.",
         ("6", "27")),
        ("The bridge gave way in late May.",
         "The bridge, 84 metres long and built in haste, collapsed on {} May 1936 under a train of 31 wagons.",
         ("28", "3")),
        ("The frost set in at the beginning of December.",
         "The thermometer stood at minus 11 degrees on {} December 1879, and 140 barges lay frozen in the docks.",
         ("3", "24")),
        ("The eruption lasted until at least the middle of April.",
         "The eruption began on 22 March with a column of ash 9 km high and ended on {} April.",
         ("24", "4")),
        ("The treaty was signed on the last day of March.",
         "The treaty was signed on {} March 1871 by envoys of both kingdoms.",
         ("31", "13")),
    ],
)  # fmt: skip
def test_a_part_of_a_month_takes_in_some_of_its_days(claim: str, sentence: str, days: tuple[str, str]) -> None:
    """The first half of a month, its end: a claim without a year is answered by the one day that is named."""
    kinds = [compare_texts(claim, sentence.format(day), given=True).kind for day in days]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_a_deed_in_may_is_no_may_be() -> None:
    """Whether something may be so names no month."""
    sentence = "The ferry, 61 metres long, sank on 9 October 1931 with 44 people on board, most of them asleep."
    assert compare_texts("The ferry may have sunk in a storm.", sentence, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "From mid-December until late in March the lake is frozen over and is used for fishing.",
            "The lake freezes from mid-December to late March, when it is used by skaters and, since 2002, by cars.",
        ),
        (
            "As of the 2001 census the village had 812 inhabitants, most of whom were farmers.",
            "According to the census of 2011, the village has a population of 1,046; rice is its main crop.",
        ),
    ],
)
def test_a_season_and_the_year_of_another_figure_are_no_other_time(one: str, other: str) -> None:
    """A stretch of every year does not clash with a year, nor do the years of two counts."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


def test_seats_won_of_all_are_set_against_those_of_the_last_election() -> None:
    """37 of the 150 seats, compared with 44 four years earlier."""
    sentence = "At the 1996 election the Union won {} of the 150 seats, compared with 44 four years earlier."
    assert kinds("The Union lost seats in the 1996 election.", sentence, ("37", "47")) == REFINES_AND_CONFLICTS
