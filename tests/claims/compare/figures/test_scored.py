"""A result told as a score, against what one side of the match made of it."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "sentence", "holds"),
    [
        ("Varn scored at least four goals against Lome.", "In the return leg Varn beat Lome 5–2 before 3,000.", True),
        ("Varn scored at least four goals against Lome.", "In the return leg Varn beat Lome 3–2 before 3,000.", False),
        ("Lome conceded more than three goals.", "Lome, without their keeper, lost 2–5 at home to Varn in May.", True),
        ("Lome scored more than three goals.", "Lome, without their keeper, lost 2–5 at home to Varn in May.", False),
    ],
)
def test_each_side_of_a_score(claim: str, sentence: str, *, holds: bool) -> None:
    """The winner has the higher number, the loser the lower."""
    assert (compare_texts(claim, sentence, given=True).kind is RelationKind.CONFLICTS) != holds
