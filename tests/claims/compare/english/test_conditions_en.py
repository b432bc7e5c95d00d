"""Contrary conditions under which two statements hold."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    ("The fruit is edible when ripe.", "The fruit is poisonous, even when ripe."),
    ("The river is navigable below the falls.", "The river is not navigable below the falls."),
]
BOTH = [
    ("The substance is harmless in small doses.", "The substance is toxic in large doses."),
    ("The fruit is edible when ripe.", "The fruit is poisonous when unripe."),
    ("The river is navigable below the falls.", "The river is not navigable above the falls."),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_conditions_clash(a: str, b: str) -> None:
    """The contrary of what is told, under one condition."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_conditions_need_not_clash(a: str, b: str) -> None:
    """In small doses and in large ones, above the falls and below them."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
