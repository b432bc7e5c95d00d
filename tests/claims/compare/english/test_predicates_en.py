"""What one subject is or was."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    (
        "The station is staffed from the first to the last train.",
        "The station is unstaffed, and tickets must be bought from a machine.",
    ),
    (
        "The opera was a failure at its premiere and has rarely been revived.",
        "The opera was an immediate success at its premiere and has remained in the repertory.",
    ),
    ("The soil is fertile and yields two harvests a year.", "The soil is infertile, and little is grown."),
]
BOTH = [
    ("The bay is shallow near the shore.", "The bay is deep in its outer part."),
    ("The building is not listed but is of local interest.", "The building is of local interest, though unlisted."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_two_predicates_clash(a: str, b: str) -> None:
    """Contrary words right behind one subject and `is` clash."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_two_predicates_need_not_clash(a: str, b: str) -> None:
    """Each holds of its own part or condition, or at its own time."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
