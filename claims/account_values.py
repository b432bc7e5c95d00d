"""Figures and times of two accounts set against each other: which may be the same, which are rivals, what they tell.

A figure is told in full in one account and in short in the other: €30 million, thirty; 8.3 metres, 8.3.
"""

import math
from datetime import date

from claims.compare.intervals import Interval, apart, comparable, meets
from claims.compare.quantity import Figure
from claims.compare.values import Features

SHORT = 62
"""Days up to which times are told as one."""
LEFT_OUT = (10**6, 10**9)
"""What speech leaves out: thirty for 30 million."""

Days = tuple[int, int]
"""The first and the last day of a time, counted from the year 1."""


def _bare(one: Figure) -> bool:
    """Whether nothing says what a figure counts: speech leaves out metres and millions of what."""
    return one.interval.dimension == "count" and not one.nouns


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures may be the same: they touch; or one is bare and of the same value, or of so many millions."""
    a, b = one.interval, other.interval
    if comparable(a, b):
        return meets(a, b) and _at_hand(a, b) and _at_hand(b, a)
    if not (_bare(one) or _bare(other)) or a.low != a.high or b.low != b.high or min(a.low, b.low) <= 2:
        return False
    if a.low == b.low:
        return True
    small, bare = (a, _bare(one)) if a.low < b.low else (b, _bare(other))
    return bare and small.low < 1000 and max(a.low, b.low) in {small.low * scale for scale in LEFT_OUT}


def _at_hand(one: Interval, other: Interval) -> bool:
    """Whether a value that is open to one side may be the other: more than 3,000 is 3,200, and not 11,000."""
    if math.isfinite(one.low) == math.isfinite(one.high):
        return True
    end = one.low if math.isfinite(one.low) else one.high
    nearest = min((abs(side - end) for side in other[:2] if math.isfinite(side)), default=0.0)
    return nearest <= AT_HAND * abs(end)


AT_HAND = 0.25
"""How far beyond an open end, as a share of it, a value may lie that is told by it."""


def telling(one: Figure) -> float:
    """How much a value tells that two claims give: an exact one much, a small whole number little."""
    low, high = one.interval.low, one.interval.high
    value = abs(low if math.isfinite(low) else high)
    if not value or not math.isfinite(value):
        return 0.3
    if value <= 12 and value == int(value):
        return 0.15 if value <= 2 else 0.5
    digits = len(f"{value:.4g}".split("e")[0].replace(".", "").strip("0"))
    return min(1.0, 0.4 + 0.2 * digits)


def of_one_sort(one: Figure, other: Figure) -> float:
    """How surely two figures measure the same, by their units and by the words that name what is measured, 0–1."""
    if one.measures and other.measures and one.measures.isdisjoint(other.measures):
        return 0.0
    if not comparable(one.interval, other.interval):
        return 0.5 if _bare(one) or _bare(other) else 0.0
    counted = one.interval.dimension.startswith("count")
    if not counted or one.nouns & other.nouns or one.measures & other.measures:
        return 1.0
    if one.interval.dimension == other.interval.dimension != "count":
        return 0.7
    return 0.35 if _bare(one) or _bare(other) else 0.15


def of_one_size(one: Figure, other: Figure) -> float:
    """How surely two values may be versions of one, by how far they lie apart: twice, five times, more."""
    far = apart(one.interval, other.interval)
    return 0.0 if far is None else 1.0 if far <= 0.31 else 0.6 if far <= 0.7 else 0.2


def rivals(one: Figure, other: Figure) -> bool:
    """Whether two figures may be versions of one."""
    return of_one_sort(one, other) >= 0.35 and of_one_size(one, other) > 0.5


def times(features: Features) -> list[Days]:
    """The times of a claim that are told from day to day."""
    return [
        (date.fromisoformat(day.first).toordinal(), date.fromisoformat(day.last).toordinal())
        for day in features.dates
        if day.first and day.last
    ]


def same_time(one: Days, other: Days) -> bool:
    """Whether both tell of one day, month or year; short ones need only touch."""
    return one == other or (not disjoint(one, other) and max(one[1] - one[0], other[1] - other[0]) <= SHORT)


def disjoint(one: Days, other: Days) -> bool:
    """Whether no day is in both."""
    return one[1] < other[0] or other[1] < one[0]


__all__ = ["Days", "disjoint", "of_one_size", "of_one_sort", "rivals", "same_figure", "same_time", "telling", "times"]
