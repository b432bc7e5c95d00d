"""Which of two is more, by a name, a number or a year; what was most in one year of several."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "bears_out", "clashes"),
    [
        (
            "West Harran has fewer inhabitants than East Harran.",
            "The last census counted 5,140 people in East Harran and 3,980 in West Harran, across the river.",
            "The last census counted 3,140 people in East Harran and 3,980 in West Harran, across the river.",
        ),
        (
            "The third volume is longer than the second.",
            "The second volume, of 1931, had 410 pages and 60 plates; the third, later, 455 pages and 40 plates.",
            "The second volume, of 1931, had 410 pages and 60 plates; the third, later, 355 pages and 90 plates.",
        ),
        (
            "Typhoon Rada was weaker than Typhoon Lim at landfall.",
            "Rada came ashore with winds of 120 km/h; Lim, a month earlier, had brought winds of 165 km/h.",
            "Rada came ashore with winds of 190 km/h; Lim, a month earlier, had brought winds of 165 km/h.",
        ),
        (
            "The yard employs more people now than in 1998.",
            "The yard, which had a staff of 840 in 1998, has 1,120 employees at present and two dry docks.",
            "The yard, which had a staff of 840 in 1998, has 620 employees at present and two dry docks.",
        ),
        (
            "Season two of Lantern had more viewers than season one.",
            "The first season of Lantern averaged 2.2 million viewers per episode, and the second 3.1 million.",
            "The first season of Lantern averaged 2.2 million viewers per episode, and the second 1.1 million.",
        ),
        (
            "The zoo had more visitors in 2018 than in any other year.",
            "The zoo counted 310,000 visitors in 2017, 345,000 in 2018, 322,000 in 2019 and 90,000 in 2020.",
            "The zoo counted 310,000 visitors in 2017, 315,000 in 2018, 322,000 in 2019 and 90,000 in 2020.",
        ),
        (
            "The song did not reach the top 20.",
            "The song stalled at number 31, but its successor went straight to number two in the same summer.",
            "The song stalled at number 18, but its successor went straight to number two in the same summer.",
        ),
        (
            "Arden finished in the top half of the table.",
            "Arden, promoted in May, came 7th of 18 in their first season and reached the fourth round of the cup.",
            "Arden, promoted in May, came 14th of 18 in their first season and reached the fourth round of the cup.",
        ),
        (
            "Lake Ister is deeper than Lake Vane.",
            "Lake Ister covers 21 km² and is 70 m deep; Lake Vane, 4 km to its east, covers 9 km² and reaches 52 m.",
            "Lake Ister covers 21 km² and is 40 m deep; Lake Vane, 4 km to its east, covers 9 km² and reaches 52 m.",
        ),
        (
            "Arden finished in the top third of the Second Division.",
            "In the 18-team Second Division Arden collected 51 points, scored 40 goals and finished 5th.",
            "In the 18-team Second Division Arden collected 51 points, scored 40 goals and finished 8th.",
        ),
        (
            "Orm Tower is the shorter one of the two buildings.",
            "Orm Tower, finished in 2006, rises 187 m above the quay and is linked to Vane House, which is 203 m tall.",
            "Orm Tower, finished in 2006, rises 217 m above the quay and is linked to Vane House, which is 203 m tall.",
        ),
        (
            "The mine produced more copper in 1968 than in 1958.",
            "The mine raised 9,200 tonnes of copper in 1958 and 14,700 in 1963; it gave 11,400 tonnes in 1968.",
            "The mine raised 9,200 tonnes of copper in 1958 and 14,700 in 1963; it gave 8,400 tonnes in 1968.",
        ),
        (
            "The second Salt Run movie had a bigger budget than the first one.",
            "Salt Run 2, filmed on a budget of $18 million, as against $11 million for the original, opened in 1998.",
            "Salt Run 2, filmed on a budget of $8 million, as against $11 million for the original, opened in 1998.",
        ),
        (
            "Fossum got more rain than usual that July.",
            "The storm left Fossum, where the July average is 3.1 inches, with 5.4 inches of rain for the month.",
            "The storm left Fossum, where the July average is 3.1 inches, with 2.4 inches of rain for the month.",
        ),
    ],
)
def test_one_of_two_is_more(claim: str, bears_out: str, clashes: str) -> None:
    """Each figure is given to the one that it is told of."""
    assert compare_texts(claim, bears_out, given=True).kind in {RelationKind.CORROBORATES, RelationKind.REFINES}
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS


def test_the_year_before_is_a_year_too() -> None:
    """2.42 million the year before is the figure of 2018 behind one of 2019."""
    claim = "The airport handled fewer passengers in 2019 than in 2018."
    right, wrong = versions(
        "The airport handled {2.31|2.51} million passengers in 2019, compared with 2.42 million the year before."
    )
    assert compare_texts(claim, right, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS


def test_two_years_are_found_far_from_their_figures() -> None:
    """By 2009, after something else, its workforce stood at so many."""
    sentence = (
        "Brightwell had 4,120 employees in 2005, when it built 31,000 vans; by 2009, after the move to Leeds, "
        "its workforce stood at {} and output at 22,500."
    )
    claim = "Brightwell employed fewer people in 2009 than in 2005."
    assert kinds(claim, sentence, ("3,640", "4,640")) == REFINES_AND_CONFLICTS


def test_the_first_of_two_is_called_so_and_the_other_follows() -> None:
    """11 goals in his first season, followed by 16 in the next."""
    sentence = (
        "Aldersey scored 11 goals in 34 league appearances in his first season, followed by {} goals in 29 matches in "
        "2008–09, before a knee injury."
    )
    claim = "Aldersey scored more goals in his second season than in his first."
    assert kinds(claim, sentence, ("16", "6")) == REFINES_AND_CONFLICTS
