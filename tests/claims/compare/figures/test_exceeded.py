"""By how much something was more or less than something else, against the two values."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The concert hall went at least 30 percent over budget.",
            "Originally priced at $60 million, the hall eventually cost {$81|$71} million, paid for by the county.",
        ),
        (
            "The viaduct cost 20 million more than planned.",
            "The viaduct, budgeted at $55 million, was completed in 2003 at a cost of {$75|$61} million.",
        ),
        (
            "Girls outnumbered boys by more than 40.",
            "In 1998 the school, founded in 1921, had {312|282} girls and 259 boys on its roll.",
        ),
        (
            "Rainfall was about 40 percent above the average.",
            "The station recorded {129|109} mm of rain in June, the average for the month being 92 mm.",
        ),
    ],
)
def test_how_much_more_is_reckoned_from_both_values(claim: str, told: str) -> None:
    """As a share of the second value where the claim gives a share; as what lies between them where it gives a sum."""
    right, wrong = versions(told)
    assert compare_texts(claim, right, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS


def test_a_difference_that_is_stated_needs_no_reckoning() -> None:
    """What was less than planned is not called a clash with how much more it was: the values may be of other things."""
    claim = "The tower took two years longer than foreseen."
    told = "The tower, for which nine years had been allowed, took seven years and was opened by the mayor in May."
    assert compare_texts(claim, told, given=True).kind is not RelationKind.CONFLICTS


def test_a_profit_is_what_was_taken_and_not_spent() -> None:
    """A profit and a loss are told by sales and costs."""
    sentence = "In 1986 the company had sales of 41 million francs and costs of {} million, and employed 318 people."
    assert kinds("The company made a profit in 1986.", sentence, ("38", "44")) == REFINES_AND_CONFLICTS
    assert kinds("The company posted a loss in 1986.", sentence, ("44", "38")) == REFINES_AND_CONFLICTS
