"""Places on a list and numbers in a row, given as such."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


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
