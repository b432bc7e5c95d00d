"""How far back a record reaches."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

TOLD = [
    ("Turnout was the lowest since 1980.", "Turnout was 51.3 per cent, the lowest since {}.", "1974", "1986"),
    (
        "Unemployment rose to its highest level since 1997.",
        "The jobless rate climbed to 9.2 per cent in May, the highest since {}, the statistics office said.",
        "1994", "2003",
    ),
    (
        "It was the club's first title since 1998.",
        "With a goal in the last minute the Rovers won their first championship since {} on Sunday.",
        "1998", "1991",
    ),
    (
        "The drought was the worst in 50 years.",
        "Farmers in the valley are facing the worst drought in {} years, the ministry said on Monday.",
        "60", "30",
    ),
    (
        "The harvest was the smallest in two decades.",
        "The olive harvest came to 41,000 tonnes, the smallest in {} years, after a wet spring.",
        "25", "12",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), TOLD)
def test_a_record_reaches_as_far_back_as_the_claim_says(claim: str, sentence: str, right: str, wrong: str) -> None:
    """What is a record since 1974 is one since 1980, not so one since 1986; a first time is of one year."""
    kinds = [compare_texts(claim, sentence.format(one), given=True).kind for one in (right, wrong)]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_the_most_since_a_year_is_the_best_since() -> None:
    """The most wins since 2009 make no best season since 2005."""
    told = "The team won 54 games, its most since {}, and reached the second round of the playoffs."
    kinds = [
        compare_texts("The team had its best season since 2005.", told.format(year), given=True).kind
        for year in (1999, 2009)
    ]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_since_a_year_is_so_many_years_then() -> None:
    """The lowest since 1989, after an election of 2013, is the lowest in 20 years."""
    told = "At 48.2 percent turnout was the lowest since {}, officials said after the 2013 election."
    kinds = [
        compare_texts("The election had the lowest turnout in 20 years.", told.format(year), given=True).kind
        for year in (1989, 2005)
    ]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]
