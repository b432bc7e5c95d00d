"""What is left open: a cause that is unknown, and not a species that was unknown before."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The cause of the fire at the mill is unknown.", "The fire at the mill was caused by a welding spark.", True),
        ("Two unknown sonnets by the poet were found in Ghent.", "Two sonnets by the poet were found in Ghent.", False),
        ("Divers found a hitherto unknown wreck off Torin.", "Divers found a wreck off Torin, they said.", False),
        ("The plant was unknown to botanists in 1801.", "The plant was first drawn for botanists by Mrs Ware.", False),
    ],
)
def test_an_unknown_thing_is_no_open_question(one: str, other: str, clash: bool) -> None:
    """Only what is said to be unknown is open."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) == clash
