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
        ("The church tower is taller than the town hall.", "The town hall is taller than the church tower.", True),
        (
            "Mount Sorel is 2,904 m high, 40 m lower than its neighbour, Mount Brisen.",
            "Mount Brisen rises 40 m above the neighbouring Mount Sorel, which has a height of 2,904 m.",
            False,
        ),
    ],
)
def test_a_comparison_turned_about(a: str, b: str, *, clash: bool) -> None:
    """Contrary words clash unless what stands behind `than` in one is what the other compares."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
