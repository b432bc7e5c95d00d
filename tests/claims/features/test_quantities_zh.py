"""Chinese quantities: numerals in names, bounds that are denied, shares in tenths, rough numbers and ages."""

import pytest

from claims.features.dates import dates
from claims.features.quantities import quantities

Read = tuple[float | None, float | None, str | None]


def _read(text: str) -> list[Read]:
    return [(one.low, one.high, one.unit) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小三通每天有八班船", [(8, 8, "班")]),
        ("她昨晚接到三通电话", [(3, 3, "通")]),
        ("七台河市位于东部", []),
        ("店里摆了七台电视", [(7, 7, "台")]),
        ("大会通过了十四五规划", []),
        ("一个十四五岁的男孩", [(14, 15, "years")]),
        ("双十一成交额创新高", []),
        ("一双十元", [(10, 10, "CNY")]),
        ("他领千万年薪", [(10000000, 10000000, None)]),
        ("化石有千万年历史", [(10000000, 10000000, "years")]),
        ("全队三胜2平", [(2, 2, None)]),
        ("房子有20平", [(20, 20, "m²")]),
        ("砍下15分10籃板", [(15, 15, "points"), (10, 10, "rebounds")]),
        ("全程要走三里路", [(3, 3, "li")]),
        ("他住在三里屯", []),
    ],
)
def test_numerals_in_names_count_nothing(text: str, expected: list[Read]) -> None:
    """A numeral with what only looks like its unit is a name; the same unit before what it counts is one."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("票房未破三亿", (None, 300000000, None)),
        ("票房突破三亿", (300000000, None, None)),
        ("收视率从没跌破过1%", (1, None, "%")),
        ("收视率跌破过1%", (None, 1, "%")),
        ("比例不会低于三成", (30, None, "%")),
        ("成绩没能跑进三小时", (3, None, "hours")),
        ("淹没超过三公顷农田", (3, None, "hectares")),
        ("少说也有五十人", (50, None, "people")),
        ("充其量三成", (None, 30, "%")),
        ("500元起跳", (500, None, "CNY")),
        ("不过有三百人受伤", (300, 300, "people")),
        ("同意票未过半", (None, 50, "%")),
        ("近十场四胜", (10, 10, "场")),
        ("追撞致六车受损", (6, 6, "vehicles")),
        ("她年近五十", (None, 50, "years")),
        ("她年过半百", (50, None, "years")),
    ],
)
def test_bounds_and_their_denial(text: str, expected: Read) -> None:
    """A denied bound opens to its other side; 淹没 denies nothing and 不过 is a conjunction."""
    assert _read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2成6的住户", [(26, 26, "%")]),
        ("3到4成的住户", [(30, 40, "%")]),
        ("三到四成的住户", [(30, 40, "%")]),
        ("百分之三到五", [(3, 5, "%")]),
        ("三分之一强", [(33.333333, 36.666666, "%")]),
        ("五成弱", [(45, 50, "%")]),
        ("五成弱势家庭", [(50, 50, "%")]),
        ("百分百同意", [(100, 100, "%")]),
        ("万分之一的误差", [(0.01, 0.01, "%")]),
        ("万分感谢", []),
        ("百分之九十几", [(91, 99, "%")]),
        ("央行升息半码", [(0.125, 0.125, "pp")]),
        ("这是两码事", []),
        ("國內油價每公升調降三角", [(0.3, 0.3, "TWD")]),
        ("百慕大三角的传说", []),
    ],
)
def test_shares_and_steps(text: str, expected: list[Read]) -> None:
    """Tenths may be written with figures; 强 and 弱 lie a little off; a 码 of an interest rate is a quarter point."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十几二十名学生", [(11, 20, "people")]),
        ("十几名学生", [(11, 19, "people")]),
        ("他三十好几才结婚", [(33, 39, "years")]),
        ("千把块钱", [(1000, 1000, "CNY")]),
        ("一百五六十斤", [(150, 160, "jin")]),
        ("一百五十六斤", [(156, 156, "jin")]),
        ("百八十块", [(80, 100, "CNY")]),
        ("一百八十块", [(180, 180, "CNY")]),
        ("逾一甲子", [(60, None, "years")]),
    ],
)
def test_rough_numbers(text: str, expected: list[Read]) -> None:
    """What people say for about so many is the range they mean."""
    assert _read(text) == expected


def test_a_quarter_of_a_century_is_no_first_century() -> None:
    """四分之一世纪 are twenty-five years; 一世纪 is a time."""
    assert _read("四分之一世纪之后") == [(25, 25, "years")]
    assert dates("四分之一世纪之后") == ()
    assert [one.text for one in dates("公元一世纪的遗址")] == ["公元一世纪"]


def test_what_follows_a_temperature_is_one_too() -> None:
    """日间气温31度，夜间24度 are two temperatures; an angle that follows none is no temperature."""
    assert _read("日间气温31度，夜间24度") == [(31, 31, "°C"), (24, 24, "°C")]
    assert _read("桥面倾斜31度，塔身24度") == [(31, 31, "degrees"), (24, 24, "degrees")]
