"""When two short Chinese claims of one figure each contradict each other."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("他今年六十五歲", "他現年五十八歲", True),
        ("公司去年賺進五億元", "公司去年獲利三億元", True),
        ("該校學費調漲百分之五", "學費漲幅為百分之三", True),
        ("大樓樓高三十層", "這棟大樓共二十五層", True),
        ("她在工厂工作了六年", "他在工厂工作了十一年", False),
        ("該校女生佔55%", "該校外籍生佔12%", False),
        ("歌手因病取消三場演唱會", "歌手的巡演共有40場演唱會", False),
        ("渡輪翻覆，乘客八人獲救", "渡輪乘客三人溺斃", False),
        ("公司去年賺進五億元", "公司前年獲利三億元", False),
    ],
)
def test_one_figure_of_one_thing(a: str, b: str, *, clash: bool) -> None:
    """In one unit, of what both are about; not of two people, groups or years, nor so far apart as two things."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("玉山主峰標高3952公尺", "玉山海拔未達三千九百公尺", True),
        ("長谷電子去年每股盈餘8.2元，創歷史新高", "長谷電子去年EPS只有6.5元", True),
        ("玉山主峰標高3952公尺", "玉山登山口海拔未達三千公尺", False),
    ],
)
def test_one_measure_by_two_names(a: str, b: str, clash: bool) -> None:
    """A height and a sum per share have several names, and a bound clashes with a value beyond it."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
