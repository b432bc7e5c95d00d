"""Calendar arithmetic of the date grammars: a time with some of its fields, and the days it covers.

Conventions, learned from hand-labelled news and documented in `claims.features.dates`: weeks begin on Monday;
the beginning, middle and end of a month are its days 1–10, 11–20 and 21–end; earlier this week reaches to
Thursday, earlier this month to the 20th, neither beyond the reference date.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

Span = tuple[date | None, date | None]
UNKNOWN: Span = (None, None)
AHEAD, DAY_AHEAD = timedelta(days=31), timedelta(days=61)
"""How far after the reference a time without a year may begin and still be the coming one: announcements are near. A
day is named that is coming; of one that lies longer ago than that the year is told."""

_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def easter(year: int) -> date:
    """Easter Sunday of a year by the Gregorian reckoning."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


class Moment(NamedTuple):
    """A time as written: what the words say, not yet what days they mean.

    `part` is `first`, `middle`, `last`, `end` (the last two months), `Q1`–`Q4`, `H1`, `H2` or a season;
    `fixed` is for times that are counted from the reference at once; `to` is the right end of a range that
    is written as one expression.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    weekday: int | None = None
    fixed: Span | None = None
    to: "Moment | None" = None
    last_year: int | None = None
    """For decades and centuries: the last of the years from `year` on."""
    future: bool = False
    nearest: bool = False
    open_end: str = ""
    """`since` or `until`, when the expression itself says so."""


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def shift_months(day: date, months: int) -> date | None:
    """The same day some months away, or the last of that month; None beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, month_end(year, month).day))


def shift_days(day: date, days: int) -> date | None:
    """A day some days away; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def week_of(day: date, weeks: int = 0) -> Span:
    """Monday to Sunday of the week that many weeks away."""
    monday = shift_days(day, 7 * weeks - day.weekday())
    return (monday, shift_days(monday, 6)) if monday else UNKNOWN


def month_of(day: date, months: int = 0) -> Span:
    """The month that many months away."""
    other = shift_months(day.replace(day=1), months)
    return (other, month_end(other.year, other.month)) if other else UNKNOWN


def year_span(first: int, last: int | None = None) -> Span:
    """From the first day of one year to the last day of another."""
    last = first if last is None else last
    if not MINYEAR <= first <= last <= MAXYEAR:
        return UNKNOWN
    return date(first, 1, 1), date(last, 12, 31)


def within_year(moment: Moment, year: int) -> Span:
    """The days of a moment if it lies in this year."""
    if not MINYEAR < year < MAXYEAR:
        return UNKNOWN
    if moment.month is not None:
        return _within_month(moment, year, moment.month)
    part = moment.part
    if part in _SEASON_MONTH:
        first = date(year, _SEASON_MONTH[part], 1)
        return first, month_of(first, 2)[1]
    if part is not None and part[0] in "QH":
        size = 3 if part[0] == "Q" else 6
        first = date(year, (int(part[1]) - 1) * size + 1, 1)
        return first, month_of(first, size - 1)[1]
    months = {
        "start": (1, 3),
        "first": (1, 4),
        "middle": (5, 8),
        "half": (6, 7),
        "last": (9, 12),
        "end": (11, 12),
    }
    if part in months:
        return date(year, months[part][0], 1), month_end(year, months[part][1])
    return year_span(year)


def _within_month(moment: Moment, year: int, month: int) -> Span:
    if not 1 <= month <= 12:
        return UNKNOWN
    if moment.day is not None:
        day = safe_date(year, month, moment.day)
        return day, day
    days = {"first": (1, 10), "middle": (11, 20), "last": (21, 31)}.get(moment.part or "", (1, 31))
    end = month_end(year, month)
    return date(year, month, days[0]), min(end, end.replace(day=min(days[1], end.day)))


def resolve(moment: Moment, reference: date | None) -> Span:
    """The days a moment covers; unknown when that needs a reference and there is none."""
    span = _resolve_point(moment, reference)
    if moment.to is None or span == UNKNOWN:
        return span
    return joined(moment.to, span, reference)


def joined(right: Moment, span: Span, reference: date | None) -> Span:
    """From the first day of the left end to the last day of the right, which inherits what it leaves out."""
    first = span[0]
    if first is None:
        return UNKNOWN
    if right.fixed is None and right.year is None and right.weekday is None:
        right = right._replace(year=first.year)
        if right.month is None and right.day is not None:
            right = right._replace(month=first.month)
    last = _resolve_point(right, reference)[1]
    if last is not None and last < first and right.month is not None and right.year == first.year:
        last = _resolve_point(right._replace(year=first.year + 1), reference)[1]
    if last is not None and last < first and right.weekday is not None:
        last = shift_days(last, 7)
    return (first, last) if last is not None and first <= last else UNKNOWN


def _resolve_point(moment: Moment, reference: date | None) -> Span:
    if moment.fixed is not None:
        return moment.fixed
    if moment.year is not None:
        if moment.last_year is not None:
            return _part_of_years(moment, moment.year, moment.last_year)
        return within_year(moment, moment.year)
    if reference is None:
        return UNKNOWN
    if moment.weekday is not None:
        return _nearest_weekday(moment, reference) if moment.day is None else _weekday_and_day(moment, reference)
    if moment.month is None and moment.day is not None:
        return _nearest_day(moment, reference)
    if moment.part in {"start", "half", "end"}:
        return within_year(moment, reference.year - (moment.part == "end" and reference.month <= 2))
    return _nearest_year(moment, reference)


def _part_of_years(moment: Moment, first: int, last: int) -> Span:
    third, half = (last - first + 1) / 3, (last - first + 1) // 2
    if moment.part in {"first", "start"}:
        last = first + round(third)
    elif moment.part in {"middle", "half"}:
        first, last = first + round(third), first + round(2 * third)
    elif moment.part in {"last", "end"}:
        first += round(2 * third)
    elif moment.part == "H1":
        last = first + half - 1
    elif moment.part == "H2":
        first += half
    return year_span(first, last)


def _nearest_weekday(moment: Moment, reference: date) -> Span:
    weekday = moment.weekday or 0
    ahead = (weekday - reference.weekday()) % 7
    day = shift_days(reference, ahead if moment.future or ahead == 0 else ahead - 7)
    return day, day


def _weekday_and_day(moment: Moment, reference: date) -> Span:
    """Monday the thirteenth: the nearest month in which the two go together; else the day alone."""
    months = (0, 1, -1, 2, -2, 3, -3) if moment.future else (0, -1, 1, -2, 2, -3, 3)
    for step in months:
        first = month_of(reference, step)[0]
        day = safe_date(first.year, first.month, moment.day or 0) if first else None
        if day and day.weekday() == moment.weekday:
            return day, day
    return _nearest_day(moment, reference)


def _nearest_day(moment: Moment, reference: date) -> Span:
    for months in (0, 1, 2) if moment.future else (0, -1, -2):
        other = shift_months(reference.replace(day=1), months)
        day = safe_date(other.year, other.month, moment.day or 0) if other else None
        if day and (day >= reference if moment.future else day <= reference + timedelta(days=7)):
            return day, day
    return UNKNOWN


def _nearest_year(moment: Moment, reference: date) -> Span:
    if moment.nearest:
        moment = moment._replace(future=_is_nearer_ahead(moment, reference))
    ahead = timedelta() if moment.month is None else DAY_AHEAD if moment.day is not None else AHEAD
    years = (
        range(reference.year - 1, reference.year + 5)
        if moment.future
        else range(reference.year + 1, reference.year - 5, -1)
    )
    for year in years:
        if not MINYEAR < year < MAXYEAR:
            continue
        first, last = within_year(moment, year)
        if first is None or last is None:
            continue
        if last >= reference if moment.future else first - ahead <= reference:
            return first, last
    return UNKNOWN


def _is_nearer_ahead(moment: Moment, reference: date) -> bool:
    """Whether this year's day, if still ahead, or else next year's is nearer than the last one."""
    behind = _nearest_year(moment._replace(nearest=False, future=False), reference)[0]
    ahead = _nearest_year(moment._replace(nearest=False, future=True), reference)[0]
    return behind is None or (ahead is not None and ahead - reference < reference - behind)


DAYS_OF_A_MONTH = 30


def counted(reference: date, number: float, unit: str) -> date | None:
    """The day that many units after (or, negative, before) the reference."""
    if unit in {"year", "month", "decade", "quarter"}:
        months = number * {"year": 12, "month": 1, "decade": 120, "quarter": 3}[unit]
        day = shift_months(reference, int(months)) if abs(months) < 10**5 else None
        return shift_days(day, round(DAYS_OF_A_MONTH * (months - int(months)))) if day else None
    days = number * {"fortnight": 14, "week": 7, "day": 1, "hour": 1 / 24, "minute": 0}[unit]
    return shift_days(reference, round(days)) if abs(days) < 10**6 else None


def ago(reference: date, number: float, unit: str) -> Span:
    """The unit that lies that many units away: `three weeks ago` is a week, `five years ago` a year."""
    day = counted(reference, number, unit)
    if day is None:
        return UNKNOWN
    if number % 1:
        if unit == "month" and number in (-0.5, 0.5):
            return week_of(day)
        return (day, day) if unit in {"day", "week"} else month_of(day)
    if unit == "year":
        return year_span(day.year)
    if unit == "decade":
        return year_span(day.year)
    return {"month": month_of, "quarter": month_of, "week": week_of}.get(unit, lambda same: (same, same))(day)


def stretch(reference: date, number: float, unit: str) -> Span:
    """From the reference that many units on or, negative, back."""
    day = counted(reference, number, unit)
    if day is None:
        return UNKNOWN
    return (day, reference) if number < 0 else (reference, day)


def earlier_this(reference: date, unit: str) -> Span:
    """`earlier this week`: its first two thirds, as far as they have passed."""
    if unit == "week":
        first = week_of(reference)[0]
        limit = shift_days(first, 3) if first else None
    elif unit == "month":
        first, limit = reference.replace(day=1), reference.replace(day=20)
    else:
        first, limit = date(reference.year, 1, 1), date(reference.year, 12, 31)
    return first, min(limit, reference) if limit else reference
