"""Denials that leave the other statement true, and comparisons turned round."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Wanted, not done.
        ("Fans called on the manager to resign after the defeat.", "The manager said that he would not resign."),
        ("The union urged its members to strike in May.", "Members of the union did not strike in May, a report says."),
        # A negative word of its own.
        ("Bears are not found in the delta.", "Bears are absent from the delta, though wolves are found in it."),
        ("The pass cannot be used by buses in winter.", "The pass is unusable for buses in winter."),
        # Those that did and those that did not.
        ("Of twelve signatories nine have paid.", "Of the twelve signatories three have yet to pay."),
        # Not the tallest, except for one.
        ("The mast is the second tallest in the county.", "The mast is the tallest in the county except for Belmont."),
        # So many in so many, with a comma.
        ("The defect affects one in 5,000 births.", "About one child in 5,000 is born with the defect."),
    ],
)
def test_a_denial_of_something_else_is_no_conflict(one: str, other: str) -> None:
    """Both may be true."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sheep outnumber cattle on the island.", "There are more cattle than sheep on the island."),
        ("Girls were outnumbered by boys at the school in 1990.", "Girls outnumbered boys at the school in 1990."),
        ("The pool is open until May.", "The pool is open from May."),
        ("Colonel Adeyo was deposed in 1966.", "Adeyo deposed President Marak in 1966."),
        ("She trained as a nurse and never visited Rome.", "She trained as a nurse and later visited Rome twice."),
        ("The troops came too late to save the town.", "The troops came in time to save the town."),
    ],
)
def test_what_is_turned_round_is_a_conflict(one: str, other: str) -> None:
    """More of these than of those, from then or until then, who did it to whom, never and later."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS
