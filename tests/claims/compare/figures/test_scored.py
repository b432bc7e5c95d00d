"""A result told as a score, against what one side of the match made of it."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.figures.twins import REFINES_AND_CONFLICTS, kinds


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


@pytest.mark.parametrize(
    ("claim", "sentence", "versions"),
    [
        ("The quarter-final was decided on penalties.",
         "In the quarter-final at Lahti the hosts beat Tarn {} before a crowd of 9,100.",
         ("5–4 on penalties after a goalless draw", "2–0 with two late goals")),
        ("He won the fight on points.",
         "In the ninth defence of his title, at Tampa in 1987, he {} Marco Bell.",
         ("won on points against", "knocked out")),
        ("The striker scored a hat-trick.",
         "Before 8,000 people the striker {}, two of them with his head, as Rovers won at last.",
         ("scored three goals", "scored two goals")),
        ("Horak scored over 150 times for Varn.",
         "In eleven seasons with Varn, Horak made 318 appearances and scored {} goals before he retired in 1986.",
         ("154", "145")),
    ],
)  # fmt: skip
def test_how_it_was_decided_and_who_scored(claim: str, sentence: str, versions: tuple[str, str]) -> None:
    """A decisive score leaves no room for penalties, a knockout none for points; a hat-trick is three goals."""
    assert kinds(claim, sentence, versions) == REFINES_AND_CONFLICTS
