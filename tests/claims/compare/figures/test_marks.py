"""The marks of several critics."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        (
            "Screen Daily gave the film fewer than three stars out of five.",
            "The Gazette gave the film four stars out of five, Screen Daily {} out of five, the Post 7 out of 10.",
            ("two", "four"),
        ),
        (
            "The Herald rated the game higher than 8 out of 10.",
            "The game was given {} out of 10 by the Herald, 4 out of 5 by Pixel and 71% by Playtime.",
            ("9", "7"),
        ),
        (
            "Empire gave Night Ferry at least four stars.",
            "Night Ferry received {} stars from Empire, three stars from Total Film and two stars from The Post.",
            ("five", "three"),
        ),
    ],
)
def test_of_several_critics_the_claim_means_the_one_it_names(
    claim: str, sentence: str, versions: tuple[str, str]
) -> None:
    """Before its mark or behind it, by whichever way the sentence gives them all."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS


def test_a_critic_whom_the_sentence_lacks_has_given_no_mark() -> None:
    """What others gave is no answer."""
    told = "The Gazette gave the film four stars out of five, and the Courier two out of five."
    assert compare_texts("Screen Daily gave the film three stars.", told, given=True).kind is not RelationKind.CONFLICTS
