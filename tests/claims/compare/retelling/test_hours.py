"""When the times of the day that two accounts give exclude each other."""

import pytest

from claims.compare import features_of
from claims.compare.retelling.hours import excluding


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The dam was closed shortly after 6am.", "It was midday before the dam was closed.", True),
        ("The dam was closed shortly after 6am.", "The dam was closed at 6.40 a.m.", False),
        ("The dam was closed at half past six.", "The dam was closed at 18:30.", False),
        ("The dam was closed at half past six.", "The dam was closed at 19:45.", True),
        ("警报凌晨三点四十二分响起。", "警报下午两点才响。", True),
        ("警报凌晨三点四十二分响起。", "三点多警报响了。", False),
        ("The last man was out by ten o'clock.", "The last man was out just before midnight.", True),
        ("The last man was out by ten o'clock.", "The last man was out at twenty to ten.", False),
        ("The dam was closed at 6am and opened at 9am.", "The dam was closed at 4pm.", False),
    ],
)
def test_hours_exclude_each_other_beyond_a_loose_telling(a: str, b: str, clash: bool) -> None:
    """Where the half of the day is not told both are allowed; of two hours in one claim none is known to be meant."""
    assert (excluding(features_of(a), features_of(b)) is not None) is clash
