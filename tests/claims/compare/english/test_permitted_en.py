"""What is allowed and what is forbidden, what is asked for and what may be left undone."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Hawkers may go on selling fruit in the square, the council said.",
            "The council has banned the sale of fruit by hawkers in the square.",
        ),
        ("Residents under 16 are not allowed in the gym.", "Residents under 16 may use the gym with a parent."),
        ("Tenants are not entitled to vote on the roof.", "Tenants have the right to vote on the roof."),
        ("Riders need not wear a helmet on the track.", "Riders must wear a helmet on the track."),
        ("No permit is required to fish in the canal.", "Anglers are required to hold a permit to fish in the canal."),
    ],
)
def test_what_one_allows_and_the_other_forbids_is_a_conflict(one: str, other: str) -> None:
    """May and may not, must and need not, in words of their own."""
    assert compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tenants are not entitled to vote on the roof.", "Only owners may vote on the roof."),
        ("Riders need not wear a helmet on the track.", "No helmet is required on the track."),
        ("The ferry may have to turn back, the crew said.", "Cars are not allowed on the ferry, the crew said."),
    ],
)
def test_what_both_allow_or_one_leaves_open_is_none(one: str, other: str) -> None:
    """Who alone may is no clash with who may not; what may be is not allowed."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(other, one, given=True).kind is not RelationKind.CONFLICTS
