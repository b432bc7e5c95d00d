"""The times of statements as days: whether those of two touch, lie apart, or are of one size."""

from datetime import date, timedelta
from functools import lru_cache

from claims.compare.alignment import Pair
from claims.compare.facets import beside
from claims.compare.values import Features
from claims.features.dates import dates
from claims.model import DateSpan
from evidence.text import lazy_re as re

REFERENCE = date(2001, 7, 18)
"""Stands for the unknown day of two statements of one time, so that 12 March and 12 July still differ."""
_YEAR_END = REFERENCE.replace(month=12, day=31)
"""From here 20 December has the year that it has from the end of the year: all days without a year are of one."""

Days = tuple[str | None, str | None]


@lru_cache(maxsize=1 << 14)
def _resolved(text: str) -> Days:
    # 第二季 by itself could be a programme's second season; beside its figure it was read as a quarter.
    found = dates(text, REFERENCE) or dates(f"{text}度" if text.endswith("季") else "", REFERENCE)
    if not found:
        return None, None
    days = found[0].first, found[0].last
    late = [(one.first, one.last) for one in dates(text, _YEAR_END)[:1]]
    if late and days != late[0] and [day and day[4:] for day in days] == [day and day[4:] for day in late[0]]:
        return max(days, late[0], key=lambda each: (each[0] or each[1] or "")[:4] == str(REFERENCE.year))
    return days


def span_of(one: DateSpan, of: Features, *, shared_time: bool) -> tuple[Days, bool]:
    """The days of an expression, and whether they hang on a day that is only assumed.

    Before the war broke out on 1 September 1939 is the time up to the day before, though other words stand between.
    """
    if one.first or one.last:
        return _on_its_side(one, of, (one.first, one.last)), False
    if of.day is None and shared_time:
        return _on_its_side(one, of, _resolved(one.text)), True
    return (None, None), True


def _on_its_side(one: DateSpan, of: Features, days: Days) -> Days:
    sides = beside.sides_of(of)
    side = sides[at] if sides and one in of.dates and (at := of.dates.index(one)) < len(sides) else ""
    first, last = days
    if not side or first is None or last is None:
        return _around(days) if beside.about(of, one) else days
    if side == "before" and first == last:
        return None, (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    if side in {"before", "until"}:  # before the war broke out in 1939: that year has days before it
        return None, last
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return (first, None) if side == "since" or length >= SHORTEST_MONTH else days


SHORTEST_MONTH = 27
"""Days between its first and last. What comes after something of a day mostly comes that very day."""


ROUGHLY = 5
"""Years that lie between about 1650 and the year itself at most."""
YEAR = 364
"""Days between the first and the last one of a year."""


def _around(days: Days) -> Days:
    """The days about a year or a longer time: c. 1650 may be 1652. Of a shorter one those of its own."""
    if days[0] is None or days[1] is None:
        return days
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[1])
    if (last - first).days < YEAR or first.year <= ROUGHLY:
        return days
    return first.replace(year=first.year - ROUGHLY).isoformat(), last.replace(year=last.year + ROUGHLY).isoformat()


_from_then_on = re.compile(
    r"^(?:自从|自|从|(?:since|from|starting|beginning|effective)\s(?:in\s|on\s|from\s|the\s)*)"
    r"|(?:以来|以後|起|开始|開始|至今|来|來|\s(?:onwards?|on))$",
    re.IGNORECASE,
)


def beginning(one: DateSpan, days: Days) -> Days | None:
    """The days with which a time begins that goes on from there: the Monday of 下周一起; None for other times."""
    if days[0] is None or days[1] is not None:
        return None
    first, last = _resolved(_from_then_on.sub("", one.text))
    if first is None or last is None:
        return None
    length = date.fromisoformat(last) - date.fromisoformat(first)
    return days[0], (date.fromisoformat(days[0]) + length).isoformat()


def of_one_year(one: tuple[Days, bool], other: tuple[Days, bool]) -> tuple[Days, Days]:
    """Two times, each with whether its year is only assumed: where that of one alone is, it is moved to the other's."""
    (mine, assumed_a), (theirs, assumed_b) = one, other
    if assumed_a == assumed_b:
        return mine, theirs
    return (_in_year_of(mine, theirs), theirs) if assumed_a else (mine, _in_year_of(theirs, mine))


def _in_year_of(days: Days, other: Days) -> Days:
    """A time whose year is not known, in the year of another: before 10 September, on 4 September 2016."""
    year = (other[0] or other[1] or "")[:4]
    moved = int(year) - REFERENCE.year if year else 0
    return _years_on(days[0], moved), _years_on(days[1], moved)


def _years_on(day: str | None, years: int) -> str | None:
    return None if day is None else f"{int(day[:4]) + years:04}{day[4:]}".replace("02-29", "02-28")


def touch(one: Days, other: Days, slack: int = 0) -> bool:
    """Whether two intervals of ISO days share a day; an open or unknown side goes on for ever."""
    low, high = max(one[0] or "", other[0] or ""), min(one[1] or "9999", other[1] or "9999")
    if low <= high:
        return True
    return slack > 0 and date.fromisoformat(low) - date.fromisoformat(high) <= timedelta(days=slack)


def inside(one: Days, other: Days) -> bool:
    """Whether `one` lies within `other` and is not the same."""
    return one != other and (other[0] or "") <= (one[0] or "") and (one[1] or "9999") <= (other[1] or "9999")


def disjoint(pair: Pair) -> bool:
    """Whether both are dated and no time of one touches a time of the other. Worked out once a pair."""
    if not pair.a.dates or not pair.b.dates:
        return False
    known: bool | None = pair.__dict__.get("disjoint")
    if known is None:
        known = pair.__dict__["disjoint"] = _disjoint(pair)
    return known


def precedes(pair: Pair, one: Features, other: Features) -> bool:
    """Whether every known time of one statement of a pair ends before any of the other begins."""
    ends = [days[1] for days, _ in _known(pair, one)]
    begins = [days[0] for days, _ in _known(pair, other)]
    if not ends or not begins:
        return False
    return max(end or "9999" for end in ends) < min(begin or "" for begin in begins)


def _known(pair: Pair, side: Features) -> list[tuple[Days, bool]]:
    """The known times of a statement, and whether their years are only assumed."""
    shared_time = pair.a.day is None and pair.b.day is None
    return [
        (_as_of(days, one), assumed)
        for one in side.dates
        for days, assumed in [span_of(one, side, shared_time=shared_time)]
        if days != (None, None)
    ]


def _disjoint(pair: Pair) -> bool:
    known = [_known(pair, side) for side in (pair.a, pair.b)]
    return all(known) and not any(_meet(one, other) for one in known[0] for other in known[1])


def _meet(one: tuple[Days, bool], other: tuple[Days, bool]) -> bool:
    """Whether two times share a day, one whose year is not known taken for one of the other's year."""
    return touch(*of_one_year(one, other))


_before = re.compile(r"before|prior|ahead|不到|之?前$", re.IGNORECASE)


def _as_of(days: Days, one: DateSpan) -> Days:
    """By Monday and 截至周一 tell how things stood on that day; before Monday does not."""
    if days[0] is not None or days[1] is None or _before.search(one.text):
        return days
    if not one.text.isascii() or _day.search(one.text):
        return days[1], days[1]
    return (f"{days[1][:7]}-01" if _month.search(one.text) else f"{days[1][:4]}-01-01"), days[1]


_day = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\b|\b(?:\w+day|now|then|today|tonight|night|morning|afternoon|evening|noon)\b",
    re.IGNORECASE,
)
_month = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b\d{4}-\d{2}\b", re.IGNORECASE)


def within_period(pair: Pair) -> bool:
    """Whether a time of one is a small part of a time of the other: a day and a year."""
    sides = []
    for side in (pair.a, pair.b):
        known = [span_of(one, side, shared_time=False)[0] for one in side.dates]
        sides.append([(date.fromisoformat(low), date.fromisoformat(high)) for low, high in known if low and high])
    return any(
        ((low <= first and last <= high) or (first <= low and high <= last))
        and max(high - low, last - first).days > 3 * (min(high - low, last - first).days + 1)
        for low, high in sides[0]
        for first, last in sides[1]
    )


def comparable(pair: Pair) -> bool:
    """Whether times of both are of one size, so that one may tell the other: no day among the years until 2030."""
    sides = []
    for side in (pair.a, pair.b):
        known = [span_of(one, side, shared_time=False)[0] for one in side.dates]
        sides.append([days for days in known if days != (None, None)])
    return any(_of_one_size(one, other) for one in sides[0] for other in sides[1])


MUCH_LONGER = 45
"""A month and a half against a day: a longer time tells nothing of what happened on a day."""


def _of_one_size(one: Days, other: Days) -> bool:
    if not touch(one, other):
        return False
    lengths = [_days_in(days) for days in (one, other)]
    if None in lengths:
        return [side is None for side in one] == [side is None for side in other]
    known = [length for length in lengths if length is not None]
    return max(known) <= MUCH_LONGER * min(known)


def _days_in(days: Days) -> int | None:
    """How many days a time has; None when it is open to one side."""
    if days[0] is None or days[1] is None:
        return None
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days + 1


def one_vague(pair: Pair) -> bool:
    """Whether both speak of a time, but only one of them of a time that is known: a day, and the last few years."""
    told = [[one for one in side.dates if not _same_day.fullmatch(one.text)] for side in (pair.a, pair.b)]
    known = [any((one.first, one.last) != (None, None) for one in own) for own in told]
    return all(told) and known[0] != known[1]


_same_day = re.compile(
    "(?:事发|出事|案发)?(?:[当那同][天日晚夜时]|[當][天日晚夜時])|(?:that|the same) (?:day|night|evening|morning)"
)
"""A time that is only the one told of before."""
