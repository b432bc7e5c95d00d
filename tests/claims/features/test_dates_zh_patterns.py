"""Where Chinese times may begin."""

from hypothesis import given
from hypothesis import strategies as st

from claims.features.dates_zh_patterns import openings, time_pattern

_WORDS = """
年代 世纪 年度 财年 公元 民国 令和 去年 上个 这个 本 星期 礼拜 第 首季 过去 近 最近 今后 往前 年底 月初 今夏
以来 小时 2024 昨天 大后天 同日 一直以来 上半年 以前
"""
_CHARACTERS = "0123456789〇零一二三四五六七八九十廿卅百两半年月日号个多周天季至到-、的前后来初末中 "


@given(st.lists(st.sampled_from([*_CHARACTERS, *_WORDS.split()]), max_size=9).map("".join))
def test_a_time_begins_only_where_an_opening_is_found(text: str) -> None:
    """The cheap expression that is tried first passes over no place where a time begins."""
    found = {match.start() for match in openings().finditer(text)}
    assert {at for at in range(len(text)) if time_pattern().match(text, at)} <= found


def test_a_number_that_no_unit_of_time_follows_is_no_opening() -> None:
    """3361人 is not tried, 3361年 is; nor is each figure of a number."""
    assert not openings().search("有3361人投票，")
    assert [match.start() for match in openings().finditer("有3361年")] == [1]
