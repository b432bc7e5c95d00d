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
