"""When what began in one year ended."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    ("Construction began in 1903 and was finished five years later.", "Construction lasted from 1903 to 1911."),
    ("The magazine appeared from 1921 to 1936.", "The magazine was founded in 1921 and ceased publication in 1941."),
]
BOTH = [
    ("The war lasted from 1652 to 1654.", "The war broke out in 1652 and ended two years later."),
    ("He joined the club in 1991 and left in 1996.", "He joined the club in 1991 and retired from football in 2003."),
    ("The mine opened in 1903 and closed in 1964.", "The mine opened in 1903, was flooded in 1930 and closed in 1964."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_two_ends_clash(a: str, b: str) -> None:
    """One beginning has one end of its kind, given as a year, as so much later or by a range."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_two_ends_need_not_clash(a: str, b: str) -> None:
    """An end of another kind, and years in between."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
