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


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("港鐵今年票價不加不減", "港鐵宣布六月起車費上調3.09%", True),
        ("單程票價不加不減", "月票價格六月起上調百分之三", False),
        ("喝牛奶會讓痰變多", "研究證實喝牛奶不會增加痰液", True),
        ("喝牛奶會讓痰變多", "研究證實喝牛奶不會增加體重", False),
        ("香港去年零售銷貨值按年下跌7%", "本港去年零售業銷售額較前年上升", True),
    ],
)
def test_one_measure_in_other_words(a: str, b: str, clash: bool) -> None:
    """A fare and what the ride costs are one measure; what is made to rise may be named by a single character."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
