"""What one statement counts in times and the other in things, and terms of office."""

import pytest

from claims.compare import features_of
from claims.compare.figures.often import often
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "numbers"),
    [
        ("The goalkeeper made more than 80 appearances for Iceland.",
         "Capped first in 1994 against Malta, the goalkeeper played {} times for Iceland and captained the side twice.",
         ("84", "76")),
        ("The team has won the league five times.",
         "Founded by tram drivers in 1911, the team has {} league titles and one cup to its name.",
         ("five", "three")),
        ("The judge was nominated three times.",
         "The judge, who sat at Tarnow for 22 years, received {} nominations to the supreme court and declined each.",
         ("three", "four")),
        ("The governor served two terms.",
         "A lawyer by training, Ruiz was elected governor in 1990, {} and left office in January 2003.",
         ("re-elected in 1996", "re-elected in 1994 and 1998")),
        ("The senator served three terms.",
         "First elected in 1971 at the age of 33, Moe left the senate at the end of his {} term to teach law.",
         ("third", "second")),
    ],
)  # fmt: skip
def test_times_and_things_count_alike(claim: str, sentence: str, numbers: tuple[str, str]) -> None:
    """To play 84 times is to make 84 appearances; who was re-elected once served two terms."""
    assert kinds(claim, sentence, numbers) == REFINES_AND_CONFLICTS


def test_another_contest_counts_by_itself() -> None:
    """So many cups are not so many leagues."""
    claim = "The team has won the league five times."
    sentence = "The team, founded by tram drivers in 1911, has three cup wins to its name and plays in blue."
    assert often(features_of(claim), features_of(sentence)) is None
