"""What befell a thing, how far it went and who was there: contraries told by two outlets in words of their own."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASHES = [
    ("旧粮仓已于去年春天拆除，原址改建停车场。", "旧粮仓去年春天修缮一新，如今用作社区图书馆。"),
    ("教育部长任满整个任期后，才于去年卸任。", "距任期届满还有一年，教育部长就在去年辞职。"),
    ("农会理事长选举由唯一候选人自动当选。", "在农会理事长选举中，新任理事长以12票之差击败另一名候选人。"),
    ("董事会全体一致同意这项收购案。", "董事会表决收购案时，九席中有三席投下反对票。"),
    ("火箭在发射前最后一分钟中止点火，任务改期。", "火箭准时升空，并把三颗卫星送入轨道。"),
    ("這枚郵票在倫敦的拍賣會上流標，現場無人出價。", "倫敦拍賣會上，這枚郵票由一名日本藏家買走。"),
    ("大樓失火時，灑水系統及時啟動。", "大樓的灑水系統當時根本沒有作用。"),
    ("離島居民只能搭船往返本島。", "離島與本島之間每天都有兩班客機往返。"),
    ("病人手术后一直昏迷，至今未醒。", "病人术后第二天就恢复了意识，还能与家人交谈。"),
    ("當局證實病毒由進口冷凍食品傳入。", "當局說，進口冷凍食品的檢測結果均為陰性，病毒與之無關。"),
    ("地震发生在深夜，多数居民正在熟睡。", "地震来袭时正值午餐时间，街上满是行人。"),
    ("水务局称，河水样本中的重金属含量均在国家标准以内。", "水务局公布的河水样本检测显示，镉含量超出国家标准四倍。"),
]
COMPATIBLE = [
    ("老校舍的东翼去年拆除。", "老校舍的西翼今年修缮一新，用作档案室。"),
    ("手机的电池可以自行更换。", "手机的屏幕无法更换，坏了只能换整机。"),
    ("故宫的东路从未对外开放。", "故宫中轴线每天向游客开放，观众可以购票参观。"),
    ("前市长干满了两届任期。", "现任市长任期未满就宣布辞职。"),
    ("甲队与乙队在首回合战平。", "甲队在次回合以2比0取胜，晋级四强。"),
    ("第一枚火箭在发射前中止点火。", "第二枚火箭于次日准时升空。"),
    ("名画《晨》流拍，无人出价。", "同场拍卖的瓷瓶由一名美国藏家买走。"),
    ("两人在读大学以前素不相识。", "两人毕业后成了好友，一起创业。"),
]


@pytest.mark.parametrize(("a", "b"), CLASHES)
def test_contraries_of_one_thing_clash(a: str, b: str) -> None:
    """Torn down or done up, a full term or not, sold or not: two outlets cannot both be right."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), COMPATIBLE)
def test_contraries_of_two_things_do_not(a: str, b: str) -> None:
    """Of two parts, two rounds, two who held one office after the other, each may hold."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is not RelationKind.CONFLICTS
