"""English times counted from the day of the document: earlier this week, the past three years, a century ago."""

import re
from datetime import date

from claims.features.dates_calendar import (
    UNKNOWN,
    Moment,
    Span,
    ago,
    earlier_this,
    month_of,
    shift_days,
    stretch,
    week_of,
    year_span,
)
from claims.features.dates_en_patterns import OFFSETS, PARTS, number_of


def earlier(found: re.Match[str], reference: date | None) -> Moment | None:
    """Earlier this year, later this week."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    unit = found["eu"].lower()
    if found["earlier"].lower().startswith("earlier"):
        return moment._replace(fixed=earlier_this(reference, unit))
    return moment._replace(fixed=(reference, _near_span(reference, unit, 0)[1]))


def _near_span(reference: date, unit: str, steps: int) -> Span:
    if unit == "week":
        return week_of(reference, steps)
    if unit == "weekend":
        saturday, sunday = week_of(reference, steps)
        return (shift_days(saturday, 5) if saturday else None), sunday
    if unit == "month":
        return month_of(reference, steps)
    if unit == "quarter":
        start = month_of(reference, 3 * steps - (reference.month - 1) % 3)[0]
        return (start, month_of(start, 2)[1]) if start else UNKNOWN
    if unit == "decade":
        first = reference.year // 10 * 10 + 10 * steps
        return year_span(first, first + 9)
    if unit == "century":
        first = (reference.year - 1) // 100 * 100 + 100 * steps + 1
        return year_span(first, first + 99)
    return year_span(reference.year + steps)


def near(found: re.Match[str], reference: date | None) -> Moment | None:
    """Last month, next decade, late last year."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    unit, part = found["nu"].lower(), PARTS.get((found["np"] or "").lower())
    first, last = _near_span(reference, unit, OFFSETS[found["nwhen"].lower()])
    if part and first and unit in {"year", "month"}:
        month = first.month if unit == "month" else None
        return moment._replace(fixed=None, year=first.year, month=month, part=part)
    if part and first and unit == "week":
        days = {"first": (0, 2), "middle": (2, 4), "last": (3, 6)}[part]
        return moment._replace(fixed=(shift_days(first, days[0]), shift_days(first, days[1])))
    return moment._replace(fixed=(first, last))


def end_of(found: re.Match[str], reference: date | None) -> Moment | None:
    """The end of the year, the beginning of 1998."""
    unit = found["eu2"] or "year"
    part = "last" if found["yearend"] else PARTS[found["ep"].lower()]
    moment = Moment(found.start(), found.end(), part={"first": "start", "last": "end"}.get(part, part))
    if unit.isdigit():
        return moment._replace(year=int(unit))
    if reference is None:
        return moment._replace(fixed=UNKNOWN)
    steps = OFFSETS.get((found["ewhen"] or "this").lower(), 0)
    if unit == "year":
        return moment._replace(year=reference.year + steps)
    first, last = _near_span(reference, unit, steps)
    if unit == "month" and first:
        return moment._replace(year=first.year, month=first.month, part=part)
    return moment._replace(fixed=(first, last))


def past(found: re.Match[str], reference: date | None) -> Moment | None:
    """The past three years, the next two weeks."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    number = number_of("numbers", found["pn"].lower())
    ahead = found["pdir"].lower() in {"next", "coming"}
    return moment._replace(fixed=stretch(reference, number if ahead else -number, found["pu"].rstrip("s")))


def past_one(found: re.Match[str], reference: date | None) -> Moment | None:
    """The past year."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    ahead = found["p1dir"].lower() in {"next", "coming"}
    return moment._replace(fixed=stretch(reference, 1 if ahead else -1, found["p1u"].lower()))


def since_or_ago(found: re.Match[str], reference: date | None) -> Moment | None:
    """Three years ago, half a century from now."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    half_a = found["an"].lower() == "half a"
    number = (0 if half_a else number_of("numbers", found["an"].lower())) + (
        0.5 if half_a or found["ahalf"] or found["ahalf2"] else 0
    )
    unit = found["au"].rstrip("s")
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    if unit in {"century", "centurie", "decade"}:
        number, unit = number * (10 if unit == "decade" else 100), "year"
    return moment._replace(fixed=ago(reference, -number if found["adir"] == "ago" else number, unit))


__all__ = ["earlier", "end_of", "near", "past", "past_one", "since_or_ago"]
