"""What is said of why two claims of two accounts are tied can be checked in their words."""

from datetime import date

import pytest

from claims.accounts.reasons import Ties
from claims.accounts.signals import Story, Told
from claims.compare import features_of

DAY = date(2025, 6, 20)
REST = ["The orchard is old.", "Nobody answered the phone.", "Rain fell in the hills."]


def ties(a: str, b: str, neighbours: float = 0.0) -> list[str]:
    """What ties the first claims of two accounts."""
    sides = [
        [
            Told(features_of(one, date=DAY), number * 100, number * 100 + len(one))
            for number, one in enumerate([first, *REST])
        ]
        for first in (a, b)
    ]
    story = Story(*sides)
    return list(Ties(story, 0, 0, story.signals(0, 0), neighbours))


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (
            "The bridge cost £38 million.",
            "They say thirty-eight million.",
            "“£38 million” and “thirty-eight million”: few other claims give that figure",
        ),
        ("The vote was on 3 May.", "Votes were counted on 3 May.", "“3 May”: few other claims tell of that time"),
        ("Roads into town were jammed.", "进城的路早就堵死了", "“Roads” and “路” mean much the same"),
    ],
)
def test_what_both_give_is_quoted_from_each(a: str, b: str, said: str) -> None:
    """A figure, a time, words of one meaning: as either writes it."""
    assert said in ties(a, b)


def test_what_stands_beside_is_told_where_it_is_tied() -> None:
    """Not otherwise."""
    assert "what stands beside them is told by both too" in ties("The vote was lost.", "They lost the vote.", 0.8)
    assert ties("The vote was lost.", "They lost the vote.") == []
