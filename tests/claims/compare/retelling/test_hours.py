"""Times of the day that statements give, and when two of them exclude each other."""

import pytest

from claims.compare import features_of
from claims.compare.retelling.hours import excluding, hours


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
    assert [(one.minute, one.half_known, one.slack) for one in hours(features_of(text))] == told


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The dam was closed shortly after 6am.", "It was midday before the dam was closed.", True),
        ("The dam was closed shortly after 6am.", "The dam was closed at 6.40 a.m.", False),
        ("The dam was closed at half past six.", "The dam was closed at 18:30.", False),
        ("The dam was closed at half past six.", "The dam was closed at 19:45.", True),
        ("警报凌晨三点四十二分响起。", "警报下午两点才响。", True),
        ("警报凌晨三点四十二分响起。", "三点多警报响了。", False),
        ("The dam was closed at 6am and opened at 9am.", "The dam was closed at 4pm.", False),
    ],
)
def test_hours_exclude_each_other_beyond_a_loose_telling(a: str, b: str, clash: bool) -> None:
    """Where the half of the day is not told both are allowed; of two hours in one claim none is known to be meant."""
    assert (excluding(features_of(a), features_of(b)) is not None) is clash
