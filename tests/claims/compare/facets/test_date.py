"""Which times of two statements belong together, and when they clash."""

from datetime import date

import pytest

from claims.compare import compare, compare_texts, features_of
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("东线铁路于1889年开通，西线于1902年开通。", "西线铁路在1902年通车，而东线早在1889年通车。", False),
        ("东线铁路于1889年开通，西线于1902年开通。", "西线铁路在1889年通车，而东线在1902年通车。", True),
        ("北塔建于1920年，南塔建于1935年。", "南塔1935年建成，北塔1920年建成。", False),
        ("《星海》手机版3月上线，电脑版9月上线。", "《星海》电脑版于9月上线，手机版则已于3月上线。", False),
    ],
)
def test_times_go_with_what_is_told_apart(one: str, other: str, clash: bool) -> None:
    """Two things named in another order keep each its own time."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("气象署：本周末全台有雨", "周六、周日全台各地都会下雨，气象署说"),
        ("市立图书馆本周末闭馆检修。", "市立图书馆星期六闭馆检修。"),
        ("球迷会本周五在体育馆门前集会。", "球迷会周五在体育馆门前集会。"),
        ("下周二起地铁二号线停运。", "周二起地铁二号线停运。"),
    ],
)
def test_a_weekday_may_lie_ahead(one: str, other: str) -> None:
    """A weekday that is told without its week may be that of the week which the other names."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("On 4 March, police searched the warehouse.", "Police searched the warehouse on 4 April.", True),
        ("2023年3月4日，警方搜查了倉庫", "警方搜查仓库是2023年4月4日的事", True),
        ("3月2日，小行星掠過地球", "小行星掠过地球，那是3月5日", True),
        ("2019年6月1日，大橋動工", "大桥是2019年6月1日动工的", False),
        ("1996年，章敏當選議長。", "2008年，邱立當選議長。", False),
    ],
)
def test_a_time_that_stands_by_itself_dates_all_that_is_told(one: str, other: str, clash: bool) -> None:
    """Another day for all that both tell is a conflict, wherever in the sentence the day stands."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("女星將於年底結婚", "女星將於十二月二十日在峇里島完婚", False),
        ("大橋將於十月通車", "大橋將於十二月二十日通車", True),
        ("The bridge opens at the end of the year.", "The bridge opens on 20 December.", False),
    ],
)
def test_days_without_a_year_are_of_one_year(a: str, b: str, *, clash: bool) -> None:
    """20 December lies at the end of the year, whenever both may have been said."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("民眾明年要換發數位身分證。", "民眾明年七月起須換發數位身分證。", "“明年七月起” begins within “明年”"),
        ("油价下周调整。", "油价下周一起调整。", "“下周一起” begins within “下周”"),
        ("The fee rises next year.", "The fee rises from July next year.", "“July next year” lies within “next year”"),
    ],
)
def test_a_time_from_which_on_lies_within_a_longer_one(one: str, other: str, reason: str) -> None:
    """From next July on is a part of next year, and not the same time."""
    found = compare_texts(one, other, given=True)
    assert found.kind is not RelationKind.CONFLICTS
    assert reason in found.reasons


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("The city was founded in 753 BC.", "The city was founded in 573 BC.", True),
        ("该城建于公元前753年。", "该城建于公元前573年。", True),
        ("该城建于公元前753年。", "该城建于公元前八世纪。", False),
        ("Rain is forecast until Thursday.", "Rain is forecast for Tuesday.", False),
        ("他十年后再次夺冠。", "他1990年夺冠，2000年再次夺冠。", False),
        ("公司前三季度营收增长。", "公司第二季度营收增长。", False),
    ],
)
def test_years_before_the_calendar_and_times_of_unknown_weeks(one: str, other: str, clash: bool) -> None:
    """Years before the calendar are told apart; so long after something untold is no day that another could exclude."""
    assert (compare_texts(one, other, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("other", "clash"),
    [("The free foot ferry starts this Saturday", True), ("The free foot ferry started last Saturday", False)],
)
def test_what_is_yet_to_come_is_a_plan_in_whatever_tense(other: str, *, clash: bool) -> None:
    """Two days ahead of the accounts are two plans; what was is none."""
    plan = features_of("A free foot ferry will start on Monday", date=date(2025, 3, 13))
    assert (compare(plan, features_of(other, date=date(2025, 3, 13))).kind is RelationKind.CONFLICTS) == clash
