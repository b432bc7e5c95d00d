"""What one statement negates and the other says: only of the same thing, and only where nothing else turns it."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A prefix is a contrary by itself, whatever else one of them negates.
        ("The ruling was lawful and bound the council.", "The ruling was unlawful and did not bind the council."),
        ("The vase is damaged and was not sold in May.", "The vase is undamaged and was sold in May for £900."),
        ("The mine never made a profit for its English owners.", "The mine made a profit for its English owners."),
        # Up and down at one figure.
        (
            "Exports were up by a tenth in May, the bureau said.",
            "Exports were down by a tenth in May, the bureau said.",
        ),
        ("The lira ended the day up 1.2 percent.", "The lira ended the day down 1.2 percent."),
    ],
)
def test_the_contrary_of_one_thing_is_a_conflict(one: str, other: str) -> None:
    """In two versions of one sentence the contrary itself decides."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What is not done to it may be done to another thing, or something else be done to it.
        (
            "The senator did not vote for the bridge.",
            "The senator's plan for a tunnel would cost less than the bridge.",
        ),
        ("The school will not reopen before Easter.", "The gym of the school will be used as a clinic until Easter."),
        # Other figures: other things that went up and down.
        ("Shares in Orvic were up 4 percent at noon.", "Sales at Orvic were down 2 percent in the quarter."),
        # Until then, since then.
        ("The composer was unknown abroad until 1957.", "The composer has been known abroad since 1957."),
        # All but one, only one.
        ("All the climbers except Lund died in the fall.", "Only Lund survived the fall."),
        ("Each of the barns burned apart from Orley's.", "Only Orley's barn was spared by the fire."),
    ],
)
def test_what_is_negated_of_another_thing_is_none(one: str, other: str) -> None:
    """Both may be true."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS
