"""Turns of phrase by which two English versions exclude each other, and some that only look like them."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (
            "The city, which has spent 46 million euros on it, will not put any more money into it.",
            "“We shall not put a single euro more into it,” said the city, which has spent 46 million euros on it.",
            False,
        ),
        ("The attack left a single survivor.", "The attack left four survivors.", True),
    ],
)
def test_not_a_single_one_is_none(a: str, b: str, *, clash: bool) -> None:
    """A single one is one, not several; not a single one tells of none."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
