"""Names that stand in each other's place, and names that one thing had at two times."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Lena Morr was born in 1902 in Breslau.", "Lena Morr was born in 1902 in what is now Wrocław.", False),
        ("The mill was built in Christiania in 1870.", "The mill was built in 1870 in present-day Oslo.", False),
        ("Lena Morr was born in 1902 in Breslau.", "Lena Morr was born in 1902 in Vienna.", True),
        ("Lena Morr, born in 1902 in Breslau, now lives in Oslo.", "Lena Morr was born in 1902 in Vienna.", True),
    ],
)
def test_a_place_of_another_name(a: str, b: str, *, clash: bool) -> None:
    """What is now called otherwise may be what the other names."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
