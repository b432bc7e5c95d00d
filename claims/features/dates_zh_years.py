"""Chinese years, decades, centuries and months by the calendar: 民国113年8月, 上世纪90年代初, 十八九世纪."""

from datetime import date
from functools import cache

from claims.features.dates_calendar import UNKNOWN, Moment, earlier_this
from claims.features.dates_zh_patterns import SOLAR_TERMS, YEAR_TAIL
from claims.features.numbers_text import table, words
from claims.features.numbers_zh import DIGITS, parse
from evidence.text import lazy_re as re

_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_CENTURY_BASE = 100


@cache
def offsets(section: str) -> dict[str, int]:
    """How many days or years from the reference each word of a section lies; the year before the first of a reign."""
    return {word: int(key) for key in table("dates_zh")[section] for word in words("dates_zh", section, key)}


def number_of(written: str | None) -> int | None:
    """A number in figures or words, or none."""
    if not written:
        return None
    value = parse(written)
    return int(value) if value is not None and value < 10**5 else None


def part_of(word: str | None) -> str | None:
    """The name of a part of a time: 上旬 is the first of three, 后半 the second of two."""
    if not word:
        return None
    if "半" in word:
        return "H1" if word[0] in "上前" else "H2"
    for part in ("first", "middle", "last"):
        if word in table("dates_zh")["parts"][part].split():
            return part
    return None


def decade(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """上世纪90年代初, 七八十年代, 一九六〇年代."""
    written, more = found["dec"].replace("〇〇", "00"), 0
    if len(written) == YEAR and not written.isascii():
        written = "".join(str(DIGITS[digit]) for digit in written)
    if len(written) == 3 and not written.isascii():
        more = 10 * (DIGITS[written[1]] - DIGITS[written[0]])  # 五六十年代: two decades
        written = written[0] + written[2]
    decade = number_of(written)
    if decade is None or more < 0:
        return None
    if found["rocdec"]:
        decade += 1911  # the eighties of the republic: its years 80 to 89
    elif decade < _CENTURY_BASE:
        century = _century_start(found["cent"], found["centn"], reference)
        if century is None:
            current = reference.year if reference else 2029
            century = 2000 if 2000 + decade <= current else 1900
        decade += century
    return Moment(found.start(), found.end(), decade, part=part_of(found["decp"]), last_year=decade + more + 9)


YEAR = 4
"""Signs of a decade that is written as its first year."""


def _century_start(written: str | None, number: str | None, reference: date | None) -> int | None:
    """The hundred that the years of a century begin with: 1900 for the 20th."""
    if number:
        value = number_of(number)
        return (value - 1) * 100 if value and value <= 30 else None
    if written is None:
        return None
    current = (reference.year if reference else 2000) // 100 * 100
    return current - 100 if written.startswith("上") else current


def century(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """19世纪末, 上世纪, 十八九世纪, 16至18世纪."""
    number, first = found["cn"], found["cn0"]
    if number and (two := _two_centuries.fullmatch(number)):
        number, first = two[1] + two[3], two[1] + two[2]
    start, begins = _century_start(found["crel"], number, reference), _century_start(None, first, reference)
    if start is None or start < 0 or (begins is not None and not 0 <= begins < start):
        return None
    moment = Moment(found.start(), found.end(), start + 1, part=part_of(found["cp"]), last_year=start + 100)
    if begins is None:
        return moment
    part = part_of(found["cp0"])
    return moment._replace(year=begins + 1, part=part, last_year=begins + 100, to=moment)


_two_centuries = re.compile("(十?)([一二三四五六七八])([二三四五六七八九])")


def bce(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    """公元前221年: before the calendar."""
    return Moment(found.start(), found.end(), fixed=UNKNOWN)


def feast(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    """元旦, 平安夜: a named day of the year that is spoken of."""
    return _on_feast(Moment(found.start(), found.end()), found["fst"])


def _on_feast(moment: Moment, name: str) -> Moment:
    key = next(key for key in table("dates_zh")["feasts"] if name.startswith(tuple(words("dates_zh", "feasts", key))))
    return moment._replace(month=int(key[:2]), day=int(key[3:]))


def year(found: re.Match[str], reference: date | None, traditional: bool) -> Moment | None:
    """A year with the month, quarter, season or part that follows it."""
    year, relative = _which_year(found, reference, traditional)
    tail = YEAR_TAIL.match(found.string, found.end())
    if year is None:
        return Moment(found.start(), tail.end() if tail else found.end(), fixed=UNKNOWN) if relative else None
    if found["y0"] and (first := number_of(found["y0"])) is not None:
        to = Moment(found.start(), found.end(), year)
        return with_tail(Moment(found.start(), found.end(), first, to=to), None, reference)
    if found["era"] and tail and tail["m"] and year < REPUBLIC:
        return Moment(found.start(), tail.end(), year)  # months of the old calendar
    return with_tail(Moment(found.start(), found.end(), year), tail, reference)


REPUBLIC = 1912
"""From this year on China reckons by the Gregorian calendar."""


def _which_year(found: re.Match[str], reference: date | None, traditional: bool) -> tuple[int | None, bool]:
    if found["y"]:
        year = number_of(found["y"])
        return (year if year and year < 2200 else None), False
    if found["roc"]:
        number = 1 if found["roc"] == "元" else number_of(found["roc"])
        return (number + 1911 if number else None), False
    if found["rocbare"]:
        return (int(found["rocbare"]) + 1911 if traditional else None), False
    if found["era"]:
        number = 1 if found["eran"] == "元" else number_of(found["eran"])
        return (offsets("eras")[found["era"]] + number if number else None), False
    if found["yrel"]:
        return (reference.year + offsets("years")[found["yrel"]] if reference else None), True
    short = _two_digits(found["yy"] or found["yy0"] or found["yy9"] or found["yyh"])
    limit = (reference.year if reference else 2049) % 100 + COMING_YEARS
    return (2000 if short <= limit else 1900) + short, False


COMING_YEARS = 10
"""So many years ahead are told in two figures too: 二七年 is 2027, 九八年 1998."""


def _two_digits(written: str) -> int:
    return int(written) if written.isdigit() and written.isascii() else 10 * DIGITS[written[0]] + DIGITS[written[1]]


def with_tail(moment: Moment, tail: re.Match[str] | None, reference: date | None) -> Moment:
    """The year with the month, quarter, season or part that follows it."""
    if tail is None:
        return moment
    if tail["m"]:
        inner = month_day(tail, tail.start())
        if inner is None:
            return moment
        to = inner.to._replace(year=None) if inner.to else None
        return inner._replace(start=moment.start, year=moment.year, to=to)
    ends = moment._replace(end=tail.end())
    if tail["fn"]:
        return _first_of_year(ends, number_of(tail["fn"]) or 0, tail["fu"])
    if tail["term"]:
        month, day, last = SOLAR_TERMS[tail["term"]]
        return ends._replace(month=month, day=day, to=Moment(ends.start, ends.end, month=month, day=last))
    if tail["feast"]:
        return _on_feast(ends, tail["feast"])
    if tail["early"]:
        return ends._replace(fixed=earlier_this(reference, "year") if reference else UNKNOWN)
    part = part_of_year(tail["q"] or tail["q2"] or tail["qs"], tail["h"] or tail["h2"], tail["s"], tail["p"])
    return ends._replace(part=part)


def first_quarters(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    """前三季度 without its year."""
    return _first_of_year(Moment(found.start(), found.end()), number_of(found["ffn"]) or 0, "季度")


def _first_of_year(moment: Moment, number: int, unit: str) -> Moment:
    """今年前三个月, 去年前三季度: from January on."""
    if unit == "季度":
        number *= 3
    if not 1 <= number <= 12:
        return moment
    return moment._replace(month=1, to=Moment(moment.start, moment.end, month=number))


def part_of_year(quarter: str | None, half: str | None, season: str | None, part: str | None) -> str | None:
    """The name of a quarter, half, season, beginning or end of a year."""
    if quarter:
        return "Q1" if quarter[0] == "首" else "Q4" if quarter[0] == "末" else f"Q{number_of(quarter)}"
    if half:
        return "H1" if half in "上前1" else "H2"
    if season:
        return _SEASONS[season]
    return {"初": "start", "中": "half", "中期": "half"}.get(part or "", "end")


def month_day(found: re.Match[str], start: int) -> Moment | None:
    """The month, with its day or part and the left end of a range, of a match of the month grammar."""
    month, day, end = number_of(found["m"]), number_of(found["d"]), found.end()
    if month is None or not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= 31:
        day, end = None, found.end("m") + found.string[found.end("m") :].index("月") + 1
    moment = Moment(start, end, month=month, day=day, part=part_of((found["mp"] or "").removeprefix("月")))
    first_month, first_day = number_of(found["m0"]), number_of(found["d0"])
    if day is not None and first_day is not None and 1 <= first_day < day:
        return moment._replace(day=first_day, to=moment._replace(part=None))
    if first_month is not None and 1 <= first_month <= 12:
        return moment._replace(month=first_month, day=None, part=None, to=moment)
    return moment


__all__ = [
    "bce",
    "century",
    "decade",
    "feast",
    "first_quarters",
    "month_day",
    "number_of",
    "offsets",
    "part_of",
    "part_of_year",
    "with_tail",
    "year",
]
