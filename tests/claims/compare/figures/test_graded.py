"""Steps of a scale that a noun and a number name."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

TOLD = [
    (
        "The storm reached Category 4.",
        "The storm strengthened over warm water to a Category {} hurricane with sustained winds before landfall.",
        "4", "3",
    ),
    (
        "The alert was raised above level 2.",
        "On Tuesday the institute raised the alert for the volcano to level {} after a series of small quakes.",
        "three", "two",
    ),
    (
        "The drug has entered phase III.",
        "The drug, which blocks an enzyme of the liver, is being tried in a phase {} study with 640 patients in Spain.",
        "3", "2",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), TOLD)
def test_the_step_of_a_scale_decides(claim: str, sentence: str, right: str, wrong: str) -> None:
    """In figures, words or Roman numerals, plain or as a bound."""
    kinds = [compare_texts(claim, sentence.format(one), given=True).kind for one in (right, wrong)]
    assert kinds == [RelationKind.REFINES, RelationKind.CONFLICTS]


def test_one_of_several_steps_bears_a_claim_out() -> None:
    """A storm that was of one category and then of another was of both."""
    sentence = "Odalys became a Category 4 hurricane on Friday and had weakened to Category 2 when it came ashore."
    assert compare_texts("Odalys was a Category 4 hurricane.", sentence, given=True).kind is RelationKind.REFINES
    found = compare_texts("Odalys was below Category 3.", sentence, given=True)
    assert found.kind is not RelationKind.CONFLICTS
