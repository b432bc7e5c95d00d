"""What happens once to a thing, told by two Chinese statements: its times, and what came first."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("该矿早在20世纪初就已有人开采。", "该矿由英国公司于1907年首次开采，年产锡矿石约八千吨。"),
        ("这种甲虫早在18世纪就已被人描述。", "这种甲虫由瑞典学者于1774年首次描述，体长约三厘米。"),
        ("这座教堂早在1950年代就已对外开放。", "这座教堂1953年首次对外开放，每年接待游客两万人。"),
        ("这条航线早在2006年就已开通。", "这条航线2006年5月首次开通，每周往返三班。"),
    ],
)
def test_the_first_time_may_be_the_early_time_itself(one: str, other: str) -> None:
    """As early as a time, and first at a time within it, is no conflict."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence", "clash"),
    [
        ("指挥家温克尔出生于1900年以后。", "温克尔（1888年－1961年），指挥家，曾任歌剧院总监，录有唱片百余张。", True),
        ("指挥家温克尔出生于1900年以前。", "温克尔（1888年－1961年），指挥家，曾任歌剧院总监，录有唱片百余张。", False),
        ("数学家何应川1950年代去世。", "何应川（1888年－1961年），数学家，曾任大学教授，译有《几何原理》。", True),
        ("数学家何应川1960年代去世。", "何应川（1888年－1961年），数学家，曾任大学教授，译有《几何原理》。", False),
        ("雕塑家欧阳峻逝世于1990年以前。", "欧阳峻（1926年3月5日－2004年7月1日），雕塑家，生前任教于美术学院。", True),
        ("雕塑家欧阳峻逝世于2010年以前。", "欧阳峻（1926年3月5日－2004年7月1日），雕塑家，生前任教于美术学院。", False),
    ],
)
def test_a_life_in_brackets_gives_birth_and_death(claim: str, sentence: str, clash: bool) -> None:
    """The first of two years behind a name is that of the birth, the last that of the death."""
    assert (compare_texts(claim, sentence, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("青石水电站1978年动工，1983年建成投产，装机四台。", "青石水电站建成于1981年。", True),
        ("青石水电站1978年动工，1983年建成投产，装机四台。", "青石水电站建成于1983年。", False),
        ("文化中心於2004年開放使用。", "文化中心到2008年才落成啟用。", True),
        ("南线机场快线将于3月6日开通。", "南线机场快线定于4月20日投入运营，票价二十元。", True),
        ("南线机场快线将于3月6日开通。", "南线机场快线定于3月6日投入运营，票价二十元。", False),
        (
            "气象卫星“云瞰一号”于北京时间5月4日2时发射升空，约半小时后与火箭分离。",
            "“云瞰一号”在世界时5月3日升空，预计工作六年。",
            False,
        ),
        ("滨江体育馆计划于2015年建成。", "滨江体育馆直到2018年才启用，造价翻倍。", False),
        ("旧馆于1962年启用，新馆于1998年启用。", "新馆在1998年落成，旧馆早在1962年落成。", False),
    ],
)
def test_when_it_was_opened(a: str, b: str, clash: bool) -> None:
    """Words in a row tell of one opening; a plan is no opening, nor do two openings of two things clash."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("清軍先攻下澎湖才登陸台灣", "清軍登陸台灣之後才攻下澎湖", True),
        ("捷運先通車後辦補償", "補償完才讓捷運通車", True),
        ("清軍先攻下澎湖才登陸台灣", "清軍拿下澎湖後登陸台灣", False),
        ("先付訂金才能取貨", "取貨後才需付尾款", False),
        ("選舉前三天爆出醜聞", "選舉三天後爆出醜聞", True),
        ("选举后三天爆出丑闻", "选举三天后爆出丑闻", False),
    ],
)
def test_the_order_of_two_deeds(a: str, b: str, clash: bool) -> None:
    """First this, then that, in whatever words; a payment before and one after are two; so long before is not after."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
