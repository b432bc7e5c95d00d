"""A denial clashes with what is told of the deed, not with everything that is told of whom it is denied of."""

import pytest

from claims.compare import compare_texts
from claims.compare.chinese.deeds_zh import without
from claims.model import RelationKind

APART = [
    ("记者截稿前没能采访到卫明远。", "卫明远今年四十七岁，早年在县剧团唱戏。"),
    ("研究没有发现咖啡与胃溃疡之间有任何关联。", "每天喝咖啡的人患肝病的风险低了两成。"),
    ("医院伦理委员会认定副院长葛川伪造病历。", "葛川并非第一次被投诉，三年前已有家属上访。"),
    ("尚未公开的信件里，有三封写给他的妹妹。", "这些信件共四百余封，去年由家属捐给图书馆。"),
    ("调查组说，目前还无法确定桥面开裂是否与超载有关。", "事发前一小时有多辆超载货车驶过桥面。"),
    ("报告里没有写是厂长马国强下的命令。", "马国强出身农家，十六岁进厂当学徒。"),
    ("專家提醒，現有資料不能證明睡眠與血糖之間存在因果關係。", "調查發現，睡眠不足六小時者血糖偏高的比例多出一成。"),
]
OPPOSED = [
    ("车站从未设立贵宾室。", "车站的贵宾室设立于1988年，去年才整修。"),
    ("該球團始終沒有取得主場使用權。", "球團去年取得主場使用權，租期十年。"),
    ("警方否认在现场开枪。", "目击者说警方在现场至少开枪三次。"),
    ("廠方表示並未裁撤夜班。", "廠方上月裁撤夜班，六十名員工改調日班。"),
    ("厂区没有储存任何危险品。", "检查人员在厂区查出违规储存的危险品两吨。"),
    ("影片中的洪水与青岩县无关，是多年前在国外拍摄的。", "影片拍下了青岩县上周的洪水。"),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_what_is_denied_of_one_is_not_the_one(a: str, b: str) -> None:
    """A denial and a statement of something else about the same person or thing do not clash."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), OPPOSED)
def test_the_deed_that_is_denied_is_told(a: str, b: str) -> None:
    """A deed that one denies and the other tells is a conflict, however the thing it is done to is called."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("燃气公司说居民用气价格年内不上调。", "物价局批准自来水公司上调水价,每吨涨三角。"),
        ("山区的果园没有受到冰雹影响。", "冰雹砸坏了平原上两千亩大棚。"),
        ("養豬戶反映，飼料成本沒有下降。", "畜牧協會的數據顯示，生豬出欄量連續兩季下滑。"),
    ],
)
def test_the_deed_alone_is_not_enough(a: str, b: str) -> None:
    """What one thing does not do another may: something besides the deed must be told by both."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("门将梁越通过体测，将出战周三的资格赛。", "中场老将佟野拉伤小腿，无缘资格赛。"),
        ("交警对违法停车的司机龚某处以罚款。", "与龚某发生争执的行人未被罚款。"),
        ("北港区没有受到海水倒灌影响。", "海水倒灌淹没了南湾两个渔村。"),
    ],
)
def test_of_whom_it_is_denied(a: str, b: str) -> None:
    """What is denied of somebody whom the other statement does not name is no conflict."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("text", "units", "left"),
    [
        ("取消中考", {"取消", "消中"}, "   考"),
        ("撤回提案", {"回提", "提案"}, "撤   "),
        ("停办夜校，停办夏令营", {"停办"}, "  夜校，  夏令营"),
        ("公共浴场", {"游泳"}, "公共浴场"),
    ],
)
def test_overlapping_words_are_taken_out_together(text: str, units: set[str], left: str) -> None:
    """Each character of a word goes, whichever of two overlapping words is looked for first."""
    assert without(text, frozenset(units)) == left
