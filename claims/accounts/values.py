"""Figures and times of two accounts set against each other: which may be the same, which are rivals, what they tell.

A figure is told in full in one account and in short in the other: €30 million, thirty; 8.3 metres, 8.3.
"""

import math
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from claims.compare.facets.measured import Figure
from claims.compare.intervals import Interval, apart, comparable, meets
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


def times(features: Features) -> list[Days]:
    """The times of a claim that are told from day to day, and the years since which something is so."""
    return list(dict.fromkeys(days for days, _ in times_of(features)))


def times_of(features: Features) -> list[tuple[Days, str]]:
    """The same times, each with the words for it."""
    told: list[tuple[Days, str]] = []
    since: list[tuple[Days, str]] = []
    for day in features.dates:
        if day.first and day.last:
            first, last = date.fromisoformat(day.first).toordinal(), date.fromisoformat(day.last).toordinal()
            told.append(((first, last), day.text))
        elif day.first:
            year = int(day.first[:4])
            since.append(((date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()), day.text))
    return told + sorted(since)


def same_time(one: Days, other: Days) -> bool:
    """Whether both tell of one day, month or year; short ones need only touch."""
    return one == other or (not disjoint(one, other) and max(one[1] - one[0], other[1] - other[0]) <= SHORT)


def disjoint(one: Days, other: Days) -> bool:
    """Whether no day is in both."""
    return one[1] < other[0] or other[1] < one[0]


# --- all of two accounts -----------------------------------------------------------------------------------------

SOME = 0.4
"""What is left of a signal of rivals where one of them has a partner elsewhere."""
LONG = 100
"""Days up to which a time excludes another one."""

Met = dict[tuple[int, int], tuple[float, float]]
"""Two signals by (claim of one account, claim of the other); pairs of which neither holds are left out."""
_Value = TypeVar("_Value", Figure, Days)


def figures_met(a: Sequence[Sequence[Figure]], b: Sequence[Sequence[Figure]]) -> Met:
    """How telling the figure of both is, and that one has another one of the same sort than the other."""
    mine, theirs = _numbered(a), _numbered(b)
    same = [{m for m, (_, other) in enumerate(theirs) if same_figure(one, other)} for _, one in mine]
    met, met_too = _claims_met(same, mine, theirs)
    kin = [_kin(one, theirs, alike) for (_, one), alike in zip(mine, same, strict=True)]
    lone = [{m for m, (sort, size) in row.items() if not met_too[m] and sort >= 0.35 and size > 0.5} for row in kin]
    lone_too = [
        {m for m, (sort, size) in row.items() if not partners and sort >= 0.35 and size > 0.5}
        for partners, row in zip(met, kin, strict=True)
    ]
    rivals, rivals_too = _claims_met(lone, mine, theirs)[0], _claims_met(lone_too, mine, theirs)[1]
    both: dict[tuple[int, int], float] = {}
    others: dict[tuple[int, int], float] = {}
    for k, (i, one) in enumerate(mine):
        tells = telling(one)
        for m in same[k]:
            pair = i, theirs[m][0]
            both[pair] = max(both.get(pair, 0.0), min(tells, telling(theirs[m][1])) * _rarely(met[k] * met_too[m]))
        for m, (sort, size) in kin[k].items():
            pair = i, theirs[m][0]
            alone = (SOME if met[k] else 1.0) * (SOME if met_too[m] else 1.0)
            rival = alone * sort * size * _rarely(max(1, rivals[k]) * max(1, rivals_too[m]))
            others[pair] = max(others.get(pair, 0.0), rival)
    return {
        pair: (alike := both.get(pair, 0.0), others.get(pair, 0.0) * (SOME if alike > SOME else 1.0))
        for pair in both.keys() | others.keys()
    }


def _kin(one: Figure, theirs: Sequence[tuple[int, Figure]], same: set[int]) -> dict[int, tuple[float, float]]:
    """The other figures that are of one sort, how surely, and of one size."""
    found: dict[int, tuple[float, float]] = {}
    for m, (_, other) in enumerate(theirs):
        if m not in same and (sort := of_one_sort(one, other)) and (size := of_one_size(one, other)):
            found[m] = sort, size
    return found


def days_met(a: Sequence[Sequence[Days]], b: Sequence[Sequence[Days]], published: Sequence[int] = ()) -> Met:
    """How telling the time is that both give, and that each gives one of its own.

    `published` are the days on which the two were published, where they are known.
    """
    mine, theirs = _numbered(a), _numbered(b)
    same = [{m for m, (_, other) in enumerate(theirs) if same_time(one, other)} for _, one in mine]
    met, met_too = _claims_met(same, mine, theirs)
    both: dict[tuple[int, int], float] = {}
    others: dict[tuple[int, int], float] = {}
    for k, (i, one) in enumerate(mine):
        for m, (j, other) in enumerate(theirs):
            pair = i, j
            if m in same[k]:
                tells = (1.0 if one == other else 0.6) * _seldom(one, other, published)
                tells *= _rarely(met[k] * met_too[m])
                both[pair] = max(both.get(pair, 0.0), tells)
            elif disjoint(one, other) and max(one[1] - one[0], other[1] - other[0]) <= LONG:
                gap = max(one[0] - other[1], other[0] - one[1])
                alone = (SOME if met[k] else 1.0) * (SOME if met_too[m] else 1.0)
                rival = alone * (1.0 if gap <= 7 else 0.6 if gap <= 200 else 0.2)
                others[pair] = max(others.get(pair, 0.0), rival)
    return {pair: (both.get(pair, 0.0), 0.0 if pair in both else others[pair]) for pair in both.keys() | others.keys()}


def _seldom(one: Days, other: Days, published: Sequence[int]) -> float:
    """How seldom such a time is told: much befell this year and in these weeks, little in 2016 or next spring."""
    if not published:
        return 1.0
    days = min(one, other, key=lambda days: days[1] - days[0])
    far = max(0, min(published) - days[1], days[0] - max(published))
    if days[1] - days[0] > LONG:
        return LATE_YEAR if far < YEAR else 1.0
    return LATELY if far <= WEEKS else 1.0


YEAR, LATE_YEAR = 366, 0.3
"""Days within which a year is one of which everything is told, this one and the last; what is left of its weight."""
WEEKS, LATELY = 21, 0.7
"""The same for shorter times."""


def _numbered(values: Sequence[Sequence[_Value]]) -> list[tuple[int, _Value]]:
    return [(i, one) for i, own in enumerate(values) for one in own]


def _claims_met(
    rows: Sequence[set[int]], mine: Sequence[tuple[int, object]], theirs: Sequence[tuple[int, object]]
) -> tuple[list[int], list[int]]:
    """How many claims of the other account each value of the one meets, and the other way round."""
    back: list[set[int]] = [set() for _ in theirs]
    for row, (i, _) in zip(rows, mine, strict=True):
        for m in row:
            back[m].add(i)
    return [len({theirs[m][0] for m in row}) for row in rows], [len(met) for met in back]


@cache
def _rarely(met: int) -> float:
    """1 for what two claims alone have, less the more have it; `met` is how many of the one times of the other."""
    return 1 / (1 + math.log(max(1.0, math.sqrt(met))))


__all__ = [
    "Days",
    "days_met",
    "figures_met",
    "of_one_size",
    "of_one_sort",
    "same_figure",
    "same_time",
    "telling",
    "times",
    "times_of",
]
