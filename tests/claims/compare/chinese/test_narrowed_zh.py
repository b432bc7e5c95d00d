"""A whole and its part, or two parts, of which contrary things may be true."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("出口同比增长5.4%。", "对欧洲的出口下降了2.1%，是今年第三次下降。"),
        ("调查显示，四成受访者支持该法案。", "65岁以上的受访者中，支持率不到两成。"),
        ("该镇居民大多支持建核电站。", "邻县的民调显示，近七成居民反对。"),
        ("10月居民消费价格同比上涨1.2%。", "10月牛肉价格同比下降6%，蔬菜价格则高出3.1%。"),
        ("車廠因煞車問題召回休旅車5200輛。", "國內受召回影響的休旅車約310輛，至今無人受傷。"),
        ("研究所此前预计，今年玉米产量将下降3%。", "农业部的数据显示，今年玉米产量同比增加2%。"),
        ("周岚在女子100米蛙泳决赛中获得银牌。", "周岚的队友沈悦夺得女子200米仰泳冠军。"),
        ("新款轿车的起售价为15.9万元。", "新车顶配版的售价达到21.8万元。"),
        ("航天局表示，探测器已飞行2.1亿公里。", "探测器预计还要飞行三个月才能到达金星。"),
        ("矿井透水时，井下有31名矿工。", "透水事故发生后，有18名矿工自行升井。"),
        ("反对党候选人在首轮投票中排名第一。", "执政党的候选人卡尔沃在首轮投票中排名第二。"),
        ("15至24歲青年第一季失業率為11.6%。", "第一季整體失業率3.4%，為近年同期最低。"),
        ("民調顯示，候選人甲的支持度為三成四。", "候選人甲在中年選民中的支持度達四成六。"),
        ("病人入院时体温高达40.2度。", "经过三天治疗，病人的体温降到37度以下。"),
        ("畫作拍賣前估價為300萬至400萬港元。", "該畫最終以720萬港元落槌，由電話買家投得。"),
        ("工會要求資方加薪8%，並補發年終獎金。", "資方在周三的協商中只願意加薪3%，工會決定罷工。"),
        ("公司上半年营业收入达48.6亿元。", "公司上半年净利润只有2.1亿元，同比下降近四成。"),
    ],
)
def test_what_is_told_of_a_part_does_not_clash_with_the_whole(a: str, b: str) -> None:
    """Those of an age, what goes to one land, the next village, one good of all, a team-mate, those who got out."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("出口同比增长5.4%。", "海关总署说，出口同比下降了2.1%。"),
        ("該鎮居民大多支持建核電廠。", "民調顯示，該鎮近七成居民反對建核電廠。"),
        ("10月牛肉价格同比上涨1.2%。", "统计局称，10月牛肉价格同比下降6%。"),
    ],
)
def test_what_is_told_of_the_same_still_clashes(a: str, b: str) -> None:
    """Nothing narrows what either of the two is about."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
