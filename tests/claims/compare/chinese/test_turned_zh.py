"""A comparison of two, told from either end."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("哥哥比我大三岁，正在读大四。", "我比哥哥小三岁，他正在读大四。"),
        ("饭店的红烧肉没有我妈做的好吃。", "我妈做的红烧肉比饭店的好吃。"),
        ("今年營收遜於去年", "去年的營收比今年好"),
        ("台北沒有高雄熱", "高雄比台北熱"),
        ("甲湖的面积略大于与它相邻的图恩湖。", "图恩湖的面积略小于与它相邻的甲湖。"),
    ],
)
def test_from_either_end(a: str, b: str) -> None:
    """Who has more of one quality than another, that one has less of it than the first."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CORROBORATES


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("台北沒有高雄熱", "台北比高雄熱"),
        ("長榮載客量高於星宇載客量", "長榮載客量低於星宇載客量"),
        ("輝達市值超越蘋果", "蘋果市值超越輝達"),
        ("上游各村的人口都多于下游的德拉村。", "上游各村的人口并不都多于下游的德拉村。"),
    ],
)
def test_the_other_one_ahead(a: str, b: str) -> None:
    """The other one ahead, or the comparison denied, is no agreement but a clash."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


def test_of_other_qualities() -> None:
    """Who is bigger may be slower."""
    assert compare_texts("大象比馬高大", "馬跑得比大象快", given=True).kind is not RelationKind.CONFLICTS
