"""Figures of one thing that two English statements tell in words of their own."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "At last month's auction in Lund the fiddle fetched well over a million dollars.",
            "The fiddle sold for just $640,000 when it went under the hammer in Lund last month.",
        ),
        (
            "Fewer than a hundred people turned up for the rally in Elm Square on Saturday.",
            "Saturday's rally filled Elm Square with a crowd of more than two thousand.",
        ),
        (
            "The chancellor's speech lasted barely twenty minutes, the shortest on record.",
            "It took the chancellor an hour and a quarter to get through the speech.",
        ),
    ],
)
def test_what_it_fetched_how_many_came_and_how_long_it_took_is_one_figure(one: str, other: str) -> None:
    """A price, an attendance and a length that exclude each other clash, in whatever words."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The fiddle was sold for $640,000 at the auction in Lund.",
            "The cello went under the hammer for $1.2 million at the auction in Lund.",
        ),
        (
            "Some 2,000 people attended the rally in Elm Square.",
            "Police arrested 150 people at the rally in Elm Square, which drew a large crowd.",
        ),
        (
            "The opening night of Herod drew a crowd of 900.",
            "Only 200 people turned up for the last night of Herod.",
        ),
    ],
)
def test_figures_of_other_things_do_not_clash(one: str, other: str) -> None:
    """One fiddle is not the cello, those arrested are not those who came, and one night is not the other."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
