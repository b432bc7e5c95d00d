"""Lives, terms and seasons that begin on one day and end on two."""

import pytest

from claims.compare import compare_texts
from claims.model import Facet, RelationKind

CLASH = [
    (
        "Harriet Boland (12 March 1881 – 4 July 1953) was an English botanical illustrator and suffragette.",
        "Harriet Boland (12 March 1881 – 4 July 1958) was an English suffragette and illustrator of plants.",
    ),
    (
        "She was the deputy head of the institute from 1996 to 2004.",
        "From 1996 to 2007 she was deputy head of the institute.",
    ),
]
NO_CLASH = [
    (
        "She was the deputy head of the institute from 1996 to 2004.",
        "From 1996 to March 2004 she was deputy head of the institute.",
    ),
    (
        "She served as deputy head of the institute from 1996 to 2004.",
        "She taught at the institute from 1996 to 2011 and served as its deputy head for eight years.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_a_range_with_another_end_is_a_conflict(a: str, b: str) -> None:
    """Of one life or one term of office the end is one, however the sentence is built."""
    found = compare_texts(a, b, given=True)
    assert (found.kind, found.facet) == (RelationKind.CONFLICTS, Facet.DATE)


@pytest.mark.parametrize(("a", "b"), NO_CLASH)
def test_an_end_told_more_closely_and_another_deed_are_none(a: str, b: str) -> None:
    """The month of the year is no other end, and what else somebody did has ends of its own."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
