"""Where alone something is."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    ("The species is endemic to Ethiopia.", "The species is found in Ethiopia and Kenya."),
    ("The archive is housed in Turin.", "The archive was moved from Turin to Milan in 2001."),
]
BOTH = [
    (
        "The frog is confined to the island of Borrow.",
        "The frog is found in streams on the island of Borrow, at altitudes above 300 m.",
    ),
    ("The company, based in Utrecht, was founded in Leiden.", "The company moved from Leiden to Utrecht in 1987."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_two_places_clash(a: str, b: str) -> None:
    """In one region alone and in another too; in the town that it left."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_two_places_need_not_clash(a: str, b: str) -> None:
    """The town it moved to, and a place within the place."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
