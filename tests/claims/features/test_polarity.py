"""Assertion and its opposite."""

import pytest

from claims.features.cues import plain
from claims.features.polarity import polarity


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("公司沒有裁員", "zh", "negative"),
        ("县府否认偷工减料", "zh", "negative"),
        ("他不再担任董事", "zh", "negative"),
        ("不少员工离职", "zh", "positive"),
        ("不仅裁员，还停产", "zh", "positive"),
        ("他从未获奖", "zh", "negative"),
        ("這齣戲不間斷地演了三年", "zh", "positive"),
        ("他毫不犹豫地答应了", "zh", "positive"),
        ("他没在当地工作", "zh", "negative"),
        ("船未停靠下湾", "zh", "negative"),
        ("老板好不容易才找到铺位", "zh", "positive"),
        ("他差点没赶上火车", "zh", "positive"),
        ("校方非道歉不可", "zh", "positive"),
        ("校方非得道歉", "zh", "positive"),
        ("業主不得拒絕租客報稅", "zh", "positive"),
        ("業主不得加租", "zh", "negative"),
        ("今年的雨没有去年多", "zh", "positive"),
        ("今年的雨没有增多", "zh", "negative"),
        ("The club has not paid", "en", "negative"),
        ("It never made a profit", "en", "negative"),
        ("She refused to leave", "en", "negative"),
        ("No fewer than nine died", "en", "positive"),
        ("The notebook was found", "en", "positive"),
    ],
)
def test_negation_and_denial(text: str, language: str, expected: str) -> None:
    """Words that only look like a negation are none."""
    assert polarity(plain(text), language) == expected
