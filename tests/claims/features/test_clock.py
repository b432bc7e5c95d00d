"""Times of the day by the clock, as they are read from English and Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.features.clock import DAY, clock_times
from evidence.text.fold import fold_key
from evidence.text.language import language_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ferry sailed shortly after 6am.", [(360, True, 60)]),
        ("The vote closed at 10.45pm on Friday.", [(22 * 60 + 45, True, 5)]),
        ("By midday the road was open.", [(720, True, 60)]),
        ("They met at nine on Sunday evening.", [(21 * 60, True, 25)]),
        ("The bells rang at ten past eight on Monday morning.", [(490, True, 25)]),
        ("The guard left at a quarter to two.", [(105, False, 25)]),
        ("Doors open at seven o'clock.", [(420, False, 25)]),
        ("The cup was won five to two.", []),
        ("She has worked at four stations.", []),
        ("警报是凌晨三点四十二分响的。", [(222, True, 5)]),
        ("通報下午4點半才出來。", [(990, True, 5)]),
        ("昨晚十点左右停电。", [(1320, True, 60)]),
        ("会上提了两点意见，第三点是预算。", []),
        ("比分是3比1。", []),
    ],
)
def test_hours_are_read_with_the_half_of_the_day_and_how_far_they_may_be_off(
    text: str, told: list[tuple[int, bool, int]]
) -> None:
    """Minutes from midnight, or from noon or midnight where the half is not told; scores and counts are none."""
    assert [
        (one.minute, one.half_known, one.slack) for one in clock_times(fold_key(text), language_of(text)[:2])
    ] == told


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("夜里两点停电。", 120),
        ("晚上12点关门。", 0),
        ("深夜11点关门。", 23 * 60),
        ("中午1点开饭。", 13 * 60),
        ("凌晨两三点停电。", 150),
    ],
)
def test_the_part_of_the_day_says_which_hour_is_meant(text: str, minute: int) -> None:
    """Two at night is two in the morning, twelve in the evening midnight; two or three o'clock lies between them."""
    assert [one.minute for one in clock_times(text, "zh")] == [minute]


@given(st.text("0123456789:. apm点半分晚上下午两三十到at", max_size=24), st.sampled_from(["zh", "en"]))
def test_times_stand_where_they_say(text: str, language: str) -> None:
    """Every time is cut from the text at its place and lies within a day."""
    for one in clock_times(text, language):
        assert text[one.start : one.end] == one.text
        assert 0 <= one.minute < DAY
