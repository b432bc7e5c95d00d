"""A comparison told from either side says one thing."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (
            "At 94 km the northern canal is longer than the southern one, dug by convicts.",
            "The southern canal, dug by convicts, is shorter than the northern one, which measures 94 km.",
            False,
        ),
        (
            "At 94 km the northern canal is longer than the southern one, dug by convicts.",
            "At 94 km the northern canal is shorter than the southern one, dug by convicts.",
            True,
        ),
        (
            "In 1911 the wheat harvest was smaller than the rye harvest.",
            "The rye harvest was larger than the wheat harvest in 1911.",
            False,
        ),
        (
            "The rye harvest was smaller than the wheat harvest in 1911.",
            "The rye harvest was larger than the wheat harvest in 1911.",
            True,
        ),
    ],
)
def test_a_comparison_turned_about(a: str, b: str, *, clash: bool) -> None:
    """Contrary words clash unless what stands behind `than` in one is what the other compares."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
