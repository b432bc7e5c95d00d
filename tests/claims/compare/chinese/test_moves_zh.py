"""Whether something rose or fell, in two Chinese statements."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("禾豐食品第三季稅後純益四億元，優於去年同期。", "禾豐食品第三季獲利比去年同期衰退兩成。", True),
        ("禾豐食品第三季稅後純益四億元，優於去年同期。", "禾豐食品第三季獲利比去年同期成長兩成。", False),
        ("长湖景区四月客流低于去年同期。", "长湖景区四月客流同比大增三成。", True),
        ("长湖景区四月客流低于去年同期。", "长湖景区四月客流同比下降三成。", False),
    ],
)
def test_over_or_under_the_year_before(a: str, b: str, clash: bool) -> None:
    """What is better than in the year before has risen; what is worse has fallen."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
