"""Parts of the day in two versions of one sentence."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("before dawn", "in the late afternoon", True),
        ("in the early morning", "late in the evening", True),
        ("around noon", "at night", True),
        ("shortly after midnight", "shortly before noon", True),
        ("in the early morning", "at dawn", False),
        ("before dawn", "during the night", False),
    ],
)
def test_parts_of_the_day_that_share_no_hour_exclude_each_other(one: str, other: str, clash: bool) -> None:
    """A warehouse burned down at dawn or in the evening; dawn and morning may be one."""
    text = "The warehouse in Orle burned down {} on 6 July, and three firemen were hurt."
    for a, b in ((one, other), (other, one)):
        found = compare_texts(text.format(a), text.format(b), given=True)
        assert (found.kind is RelationKind.CONFLICTS) is clash


def test_a_part_of_the_day_that_tells_what_sort_a_thing_is_dates_nothing() -> None:
    """A Sunday morning service and a Sunday evening service are two, and no time of the collapse."""
    text = "The roof of the chapel in Orle came down a week after the Sunday {} service, and nobody was hurt."
    found = compare_texts(text.format("morning"), text.format("evening"), given=True)
    assert not any("against “sunday" in reason for reason in found.reasons)
