"""One number that differs in two sentences that are otherwise the same letter by letter."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASH = [
    (
        "Hilda Mayhew (7 June 1894 \u2013 2 March 1966) was an English illustrator of plants.",
        "Hilda Mayhew (7 June 1984 \u2013 2 March 1966) was an English illustrator of plants.",
    ),
]
BOTH = [
    (
        "The society has about 3,400 members and meets once a month in the town hall.",
        "The society has about 3,450 members and meets once a month in the town hall.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_one_number_clash(a: str, b: str) -> None:
    """A year of birth or a weight that one of the two has wrong."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), BOTH)
def test_one_number_need_not_clash(a: str, b: str) -> None:
    """About so many may be a little more."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
