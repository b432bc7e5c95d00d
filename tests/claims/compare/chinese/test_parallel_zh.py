"""Two statements of one frame, in which one word stands for another."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("退休人员可以领取补贴", "在职人员不能领取补贴", False),
        ("儿童可以免费入场", "成人不能免费入场", False),
        ("網購商品七天內可以退貨", "網購商品七天後不能退貨", False),
        ("无人机可以在公园飞行", "无人机禁止在机场附近飞行", False),
        ("退休人员可以领取补贴", "退休人员不能领取补贴", True),
        ("外籍人士也能申請補助", "外國人不得申請補助", True),
        ("公屋住戶可以養貓", "公屋租戶不得飼養貓隻", True),
    ],
)
def test_of_two(a: str, b: str, *, clash: bool) -> None:
    """What is allowed to one and denied to another is no clash; another word for the same keeps a character of it."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
    assert (compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS) is clash
