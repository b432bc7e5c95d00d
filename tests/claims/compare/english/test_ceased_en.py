"""What came to an end, and what is done every so many years."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    ("The regiment was disbanded in 1922.", "The regiment is still in service."),
    ("The factory produces lorries.", "The factory stopped producing lorries in 1998."),
    ("The festival is held every year in July.", "The festival takes place every two years."),
]
BOTH = [
    ("The regiment was disbanded in 1922 and re-formed in 1938.", "The regiment is still in service."),
    ("The factory once produced lorries.", "The factory stopped producing lorries in 1998."),
    ("The festival is held every year in July.", "The festival takes place annually."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_ends_clash(a: str, b: str) -> None:
    """Disbanded and still in service, stopped and goes on, every year and every two."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_ends_need_not_clash(a: str, b: str) -> None:
    """What began again, what it did before, and two ways of saying every year."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
