"""When a clash of figures is a conflict of two statements laid side by side."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The storm reached the Brenna coast on Monday night with steady winds of 140 km/h.",
            "Gusts of 190 km/h shook the harbour crane as the storm came in, the weather service said.",
        ),
        (
            "The commune of Sandrud counted 6,412 residents at the last census.",
            "About 1,900 people live in Sandrud village, where the school and the church stand.",
        ),
        (
            "Police said 31 demonstrators were held after Friday's march on the ministry.",
            "Lawyers for the organisers counted 44 people still in custody in the capital on Sunday.",
        ),
    ],
)
def test_figures_of_one_sort_in_sentences_that_tell_other_things_do_not_clash(a: str, b: str) -> None:
    """Where each sentence tells its own, two figures of one sort may be of two things."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "A 5.1-magnitude earthquake hit the Orsk islands on Friday at a depth of 12 kilometres, it is said.",
            "Friday's Orsk islands earthquake was measured at magnitude 6.2, at a depth of 12 kilometres.",
        ),
        (
            "Turnout in the Marlo general election was 61.2 percent, according to the commission's final count.",
            "Final figures from the Marlo commission showed that turnout in the general election was 48.9 percent.",
        ),
    ],
)
def test_figures_of_one_sort_clash_where_most_is_told_by_both(a: str, b: str) -> None:
    """Other words and another order do not hide that one thing is measured twice."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
