"""Places on a list and numbers in a row, given as such."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "numbers"),
    [
        ("He was the second man to swim the strait.",
         "On 11 August 1934 Anton Brekke, then 41, came ashore after 13 hours and was the {} man to swim the strait.",
         ("second", "third")),
        ("The Salt Road was her third novel.",
         "The Salt Road, her {} novel, appeared in 1958 in an edition of 4,000 copies and was soon reprinted.",
         ("third", "fifth")),
        ("She became the 14th president of the academy.",
         "Elected by 31 votes to 12 in May 2003, the botanist Ana Ruiz became the {} president of the academy.",
         ("14th", "16th")),
    ],
)  # fmt: skip
def test_the_number_in_a_row_answers(claim: str, sentence: str, numbers: tuple[str, str]) -> None:
    """Who is the second to do something is not the third."""
    kinds = [compare_texts(claim, sentence.format(number), given=True).kind for number in numbers]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("She is the second woman to head the union.",
         "She came to the union in 1994 as its third female secretary and became its treasurer nine years later."),
        ("It was their first game of the year.",
         "After a winter of 14 weeks without play it was the third game that the side had won by a single goal."),
    ],
)  # fmt: skip
def test_other_numbers_in_a_row_are_none_of_it(claim: str, sentence: str) -> None:
    """A number within another group, or of what is told of in turn, decides nothing."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence", "places"),
    [
        ("The sculpture was her second.",
         "Cast in 1931 at the foundry in Brno, the sculpture, her {} sculpture, stands 4 metres tall.",
         ("second", "third")),
        ("He was runner-up in 1998.",
         "Moreau, a dentist, won the open in 1995, {} in 1998 and did not enter again.",
         ("finished second", "finished fourth")),
        ("The tower is the second-tallest in the country.",
         "Completed in 2016 after four years of work, the tower is the {} in Kovland and has 48 floors.",
         ("second-tallest", "fifth-tallest")),
        ("The lake is one of the region's three deepest lakes.",
         "The lake, which is 11 km long, is the {} lake in the region and is fed by two rivers.",
         ("second-deepest", "sixth-deepest")),
    ],
)  # fmt: skip
def test_a_place_is_told_in_many_ways(claim: str, sentence: str, places: tuple[str, str]) -> None:
    """A runner-up is second, the country is the land that the sentence names, the place is that of its year."""
    assert kinds(claim, sentence, places) == REFINES_AND_CONFLICTS


def test_a_place_in_a_wider_field_is_another() -> None:
    """The second-tallest of a country may be the fifth-tallest of Europe."""
    sentence = "Completed in 2016 after four years of work, the tower is the fifth-tallest in Europe and has 48 floors."
    kind = compare_texts("The tower is the second-tallest in the country.", sentence, given=True).kind
    assert kind is not RelationKind.CONFLICTS


def test_the_last_place() -> None:
    """Bottom of the table is last, and the twelfth of twelve; the tenth place is left open where nobody counts."""
    claim = "The club finished bottom of the table."
    sentence = "Having won only four games all season, the club finished {} and changed its manager twice."
    assert kinds(claim, sentence, ("last of the twelve teams", "tenth of the twelve teams")) == REFINES_AND_CONFLICTS


def test_the_second_of_five_is_the_second() -> None:
    """A number in a row is also given with how many there are."""
    sentence = "Nadia, the {} of five children of a baker, was born in Lyon."
    assert kinds("Nadia was the second child in the family.", sentence, ("second", "third")) == REFINES_AND_CONFLICTS


def test_a_lower_number_is_a_higher_place() -> None:
    """Number 6 here is higher than number 17 there."""
    claim = "The song charted higher in Ireland than in Australia."
    told = "The song peaked at number 14 in Sweden, number {} in Ireland and number 17 in Australia in June 2001."
    assert kinds(claim, told, ("6", "26")) == REFINES_AND_CONFLICTS
