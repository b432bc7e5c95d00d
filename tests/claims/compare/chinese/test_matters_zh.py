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
        ("花蓮地震造成十八人罹難", "花蓮地震死亡人數為十六人"),
        ("風災已有十二人失蹤", "風災失蹤人數增至二十人"),
    ],
)
def test_one_matter(a: str, b: str) -> None:
    """A bound that a short claim asks for, and a figure or a time of what most of both tells, clash in other words."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("车厂第二季度交付汽车46.6万辆。", "车厂上海工厂6月份交付汽车9.3万辆，环比增长近两成。"),
        ("台风周日下午登陆时中心风力为15级。", "台风登陆后减弱为热带风暴，周一清晨中心风力为9级。"),
        ("截至周五中午，台风青岚已使该省23万户停电。", "到周六傍晚，因台风青岚仍在停电的用户减至4.1万户。"),
        ("央行周三宣布将基准利率下调25个基点。", "会前受访的经济学家预计央行会把基准利率维持在3.75%。"),
        ("大学裁定院长韩某造假。", "韩某本人透过律师发表声明，否认造假，并强调从未向校方认错。"),
        ("校方指出，学校今年5月才首次收到举报。", "该校并非首次爆出丑闻，去年一名副教授因抄袭被免职。"),
        ("歌手从升降台上跌落。", "经纪公司表示，歌手是在平台上升途中踩空。"),
        ("台风假期间，台北市有三家百货公司照常营业。", "台风假期间，台北捷运文湖线一度停驶两小时。"),
        ("周六的音乐节因雷雨提前一小时结束。", "周五的音乐节如期举行，共有三万人入场。"),
        ("公司第三季度营收同比增长15%。", "公司第三季度云业务收入为210亿元，同比下降2%。"),
        ("公司手机业务去年扭亏为盈。", "公司电视业务去年仍然亏损。"),
        ("首席科学家沈亦舟已正式离开研究院创业。", "裴松说，沈亦舟并未与研究院签署任何协议。"),
    ],
)
def test_words_of_two_times_or_deeds(a: str, b: str) -> None:
    """A part of the time, a state that lasts, a forecast, the accused's denial and another first time clash not."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("大桥已修建完成。", "大桥仍在修建，要到明年才通车。"),
        ("该校周一停课。", "该校周一照常上课。"),
        ("公司手机业务去年扭亏为盈。", "公司手机业务去年仍然亏损。"),
        ("央行周三宣布下调基准利率。", "央行周三宣布维持基准利率不变。"),
        ("球员本人承认服用了兴奋剂。", "球员本人通过律师否认服用兴奋剂，坚称清白。"),
        ("港铁今年六月起加价百分之三", "港铁车费今年全年维持不变"),
    ],
)
def test_words_of_one_time_and_deed(a: str, b: str) -> None:
    """What is done and is still being done, two decisions, what somebody owned to, and a rise in the year clash."""
    assert compare_texts(a, b, given=True).kind is CONFLICT
