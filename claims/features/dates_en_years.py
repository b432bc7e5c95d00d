"""English years, decades and centuries: in 1998, the late 1980s, the 19th century, 1946–1953."""

from datetime import date

from claims.features.dates_calendar import Moment
from claims.features.dates_en_patterns import (
    CENTURIES,
    PARTS,
    a_mark_after,
    about_when,
    bounding,
    counted_after,
    medieval,
    quantity_before,
    told_of,
    year_cue,
)
from claims.features.quantities_units import unit_en
from evidence.text import lazy_re as re


def decade(found: re.Match[str], reference: date | None) -> Moment | None:
    """The late 1980s, the 90s."""
    if found["dec2"]:
        short = int(found["dec2"])
        year = short + (2000 if 2000 + short <= (reference.year if reference else 2029) else 1900)
    else:
        year = int(found["dec"])
    last = year + (9 if year >= 1000 else 99)  # the 800s are a century
    return Moment(found.start(), found.end(), year, part=PARTS.get((found["decp"] or "").lower()), last_year=last)


def century(found: re.Match[str], _reference: date | None) -> Moment | None:
    """The early 19th century, the 16th and 17th centuries, the last quarter of the 18th century."""
    first = _opening(found["cn"], found["cw"])
    if first < 1:
        return None
    part, last = PARTS.get((found["cp"] or "").lower()), first + 99
    moment = Moment(found.start(), found.end(), first, part=part, last_year=last)
    if found["cto"]:
        return _to_century(found, moment)
    if found["cpart"]:
        first, last = _years_within(first, found["cpart"].lower(), found["csize"].lower())
        return moment._replace(year=first, last_year=last)
    return moment


def _opening(figures: str | None, word: str | None) -> int:
    """The first year of a century: 1801 of the 19th."""
    number = int(figures) if figures else CENTURIES.index((word or "").lower()) + 1
    return (number - 1) * 100 + 1


def _to_century(found: re.Match[str], moment: Moment) -> Moment | None:
    """From one century to another, each perhaps early or late."""
    begins = _opening(found["cn0"], found["cw0"])
    if not 0 < begins < (moment.year or 0):
        return None
    end = moment._replace(part=PARTS.get((found["cp1"] or "").lower()))
    return moment._replace(year=begins, last_year=begins + 99, to=end)


_SIZES = {"half": 50, "third": 33, "quarter": 25, "decade": 10, "part": 50, "years": 10}
_NTH = {"first": 0, "opening": 0, "early": 0, "second": 1, "third": 2, "fourth": 3}


def _years_within(first: int, which: str, unit: str) -> tuple[int, int]:
    """The years of the first half, the third quarter, the closing decade of a century."""
    size = _SIZES[unit]
    start = first + size * _NTH[which] if which in _NTH else first + 100 - size
    return start, min(start + size, first + 100) - 1


def year(found: re.Match[str], _reference: date | None) -> Moment | None:
    """A year by its number, where what stands around it says that it is none of so many."""
    text, start, number = found.string, found.start("y"), int(found["y"])
    moment = Moment(found.start(), found.end(), number, part=PARTS.get((found["yp"] or "").lower()))
    if found["yp"]:
        return moment
    before = text[max(0, start - 14) : start]
    if 1000 <= number < 1500 and medieval.search(before) and told_of.match(text, found.end()):
        return moment
    if not 1500 <= number < 2200 or a_mark_after.match(text, found.end()):
        return None
    if counted_after.match(text, found.end()) and not _of_that_year(text, start, found.end(), number):
        return None
    if bounding.search(text, max(0, start - 26), start):
        return moment
    if quantity_before.search(before) and not (
        about_when.search(text, max(0, start - 30), start) and told_of.match(text, found.end())
    ):
        return None
    plausible = 1900 <= number <= 2100
    return moment if year_cue.search(before) or (plausible and re.search(r"[A-Za-z]\s$", before)) else None


_the = re.compile(r"\bthe $", re.IGNORECASE)
_games = re.compile(r" (?:\w+ )?games\b", re.IGNORECASE)


def _of_that_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether a number behind an article tells when something was: the 2014 attacks, not the 1900 employees."""
    if not 1800 <= year <= 2100 or not _the.search(text, max(0, start - 5), start):
        return False
    return unit_en(text, start, end) is None or _games.match(text, end) is not None


def anno(found: re.Match[str], _reference: date | None) -> Moment | None:
    """64 AD, AD 410, 79 CE."""
    number = int(found["ad0"] or found["ad1"])
    return Moment(found.start(), found.end(), number) if number else None


def year_range(found: re.Match[str], _reference: date | None) -> Moment | None:
    """1946–1953, 2003-05."""
    first = int(found["y0"])
    last = int(found["y1"]) if len(found["y1"]) == 4 else first // 100 * 100 + int(found["y1"])
    if not 1000 <= first < last < 2200 or (len(found["y1"]) == 2 and last - first > 50):
        return None
    return Moment(found.start(), found.end(), first, last_year=last)


__all__ = ["anno", "century", "decade", "year", "year_range"]
