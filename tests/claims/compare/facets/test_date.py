"""Which times of two statements belong together, and when they clash."""

import pytest

from claims.compare import compare_texts
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
