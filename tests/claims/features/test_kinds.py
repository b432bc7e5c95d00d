"""What kind of claim a clause makes."""

import pytest

from claims.features.cues import plain
from claims.features.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "language", "attributed", "counted", "expected"),
    [
        ("营收增长两成", "zh", False, True, "numerical"),
        ("他说会继续", "zh", True, False, "quotation"),
        ("大雨导致停课", "zh", False, False, "causal"),
        ("他拒绝评论", "zh", False, False, "position"),
        ("他宣布离职", "zh", False, False, "event"),
        ("她是第一位女市长", "zh", False, False, "property"),
        ("The storm caused a blackout", "en", False, False, "causal"),
        ("She is a former prosecutor", "en", False, False, "property"),
    ],
)
def test_the_first_sign_decides(text: str, language: str, attributed: bool, counted: bool, expected: str) -> None:
    """Numbers before quotations, causes before positions, events before properties."""
    assert kind_of(plain(text), language, attributed=attributed, counted=counted) == expected
