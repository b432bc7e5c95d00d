"""Figures and times of two Chinese statements that share little but a name."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("纽约油价周一收于每桶78.2美元。", "布伦特原油周一一度跌破每桶80美元，收盘时报81.4美元。"),
        ("研究小组在29只蝙蝠身上检出该病毒。", "研究小组共采集了683只蝙蝠的样本，采样历时两年。"),
        ("皮疹完全消退的患者占41.8%。", "因副作用退出试验的患者占1.4%。"),
        ("岭外研究院成立于2016年，由北山集团出资设立。", "长岸资本成立于2009年，此前投资过三家公司。"),
        ("卫生局表示，截至下午4点，共有312名师生出现呕吐。", "卫生局调查，发病师生都在中午吃过同一家供应的午餐。"),
    ],
)
def test_each_tells_its_own(a: str, b: str) -> None:
    """Where little but a name is told by both, figures of one sort and times are of two things."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("歌手钟牧原3月4日清晨病逝", "钟牧原是在3月6日深夜过世的"),
        ("汕岭地震夺去了至少二百人的生命。", "凌晨发生的汕岭地震为6.8级，倒塌房屋5600间，共有137人死亡。"),
        ("工厂大火造成3人死亡。", "工厂大火无人伤亡。"),
    ],
)
def test_one_matter(a: str, b: str) -> None:
    """A bound that a short claim asks for, and a figure or a time of what most of both tells, clash in other words."""
    assert compare_texts(a, b, given=True).kind is CONFLICT
