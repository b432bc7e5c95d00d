"""By how much two things differ or one changed, where the sentence gives the two values."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "sentence", "right", "wrong"),
    [
        (
            "The choir was enlarged by at least six singers.",
            "In 1961 the choir was enlarged from 32 to {} singers, who gave 40 concerts a year.",
            "40",
            "35",
        ),
        (
            "Moreau's lead over the second-placed rider is more than 30 points.",
            "With three races to come Moreau has 188 points, {} more than Vik, the winner of two races.",
            "41",
            "22",
        ),
        (
            "The canton more than doubled the number of its wardens.",
            "The canton raised the number of its wardens from 14 to {} between 1996 and 2004.",
            "33",
            "21",
        ),
        (
            "The foundry cut its staff by more than a quarter.",
            "The foundry reduced its staff from 4,400 to {} in two years, and sold the land by the river.",
            "2,900",
            "3,900",
        ),
    ],
)
def test_the_distance_of_two_values(claim: str, sentence: str, right: str, wrong: str) -> None:
    """The difference, stated or reckoned, answers the claim; neither value alone does."""
    assert compare_texts(claim, sentence.format(right), given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


def test_the_larger_half_of_a_list_is_no_share() -> None:
    """Eleven points more and twenty clubs do not tell who stands in the upper half."""
    told = "In a division of 20 clubs Pelham ended the season seventh with 58 points, eleven more than before."
    assert compare_texts("Pelham finished in the top half.", told, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence", "conflicts"),
    [
        (
            "The term was longer than ten years.",
            "The court gave him a term of fourteen years and fined his six aides.",
            False,
        ),
        ("Rain in May was above average.", "In May 54 mm of rain fell, against a long-term average of 71 mm.", True),
        ("The song was in the top ten in Norway.", "It reached number 14 in Sweden and number 8 in Norway.", False),
        (
            "Before 2000, the league had won less than 10 seats.",
            "The league won 12 seats in 1996 and 17 in 2003.",
            True,
        ),
    ],
)
def test_what_is_no_distance(claim: str, sentence: str, *, conflicts: bool) -> None:
    """A bound is no distance; an average, a country and a time before which tell which figure is meant."""
    assert (compare_texts(claim, sentence, given=True).kind is RelationKind.CONFLICTS) == conflicts


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The mill's output dropped below 2 million tonnes.",
            "Annual output at the mill declined from 2.6 million tonnes in 2008 to {1.9|2.2} million tonnes in 2012.",
        ),
        (
            "Inflation dropped to under 3 percent in May.",
            "Consumer price inflation slowed to {2.9|3.1} percent in May from 3.4 percent in April, the office said.",
        ),
        (
            "The price fell by more than 2 dollars.",
            "The price of a barrel fell from $61 to {$58|$60} after the announcement of the ministry in Orsk.",
        ),
    ],
)
def test_a_level_is_no_difference(claim: str, told: str) -> None:
    """What something dropped below or to is its later value; what it fell by lies between the two."""
    right, wrong = versions(told)
    assert compare_texts(claim, right, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(claim, wrong, given=True).kind is RelationKind.CONFLICTS


def test_votes_that_decided_it_are_the_difference() -> None:
    """A few dozen votes decided where two candidates had nearly as many; the third had another number."""
    claim = "Only a few dozen votes decided the election in Brock."
    told = "In the election in Brock, Herbert Quance polled {} votes, Alma Moor 5,091 and the third candidate 812."
    assert kinds(claim, told, ("5,132", "5,732")) == REFINES_AND_CONFLICTS


def test_a_change_by_so_much_is_that_of_two_values_in_two_years() -> None:
    """The former value may be that of the year before the claim's."""
    sentence = "Orbis had 3.41 million customers at the end of 2008 and {} million a year later; revenue fell by 4%."
    claim = "Orbis's customer base shrank by more than 200,000 in 2009."
    assert kinds(claim, sentence, ("3.16", "3.29")) == REFINES_AND_CONFLICTS
