"""English time expressions as moments: 26 August 2025, last June, earlier this week, Q3 2024; and ISO dates."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date

from claims.features import dates_en_relative, dates_en_years
from claims.features.cues import english_words
from claims.features.dates_calendar import (
    UNKNOWN,
    Moment,
    Span,
    easter,
    shift_days,
    week_of,
    within_year,
)
from claims.features.dates_en_ahead import is_ahead
from claims.features.dates_en_patterns import (
    OFFSETS,
    ORDINALS,
    PARTS,
    before_month,
    figures,
    number_of,
    openings,
    time_pattern,
    time_words,
    verb_after,
)
from claims.features.numbers_text import table
from evidence.text import lazy_re as re

_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}


def moments(text: str, reference: date | None, *, traditional: bool = False) -> Iterator[Moment]:
    """The English time expressions and ISO dates of a text in view writing, in order."""
    del traditional
    position, by_figure, by_word = 0, time_pattern(figure=True), time_pattern(figure=False)
    opening = figures if english_words(text).isdisjoint(time_words()) else openings()
    while start := opening.search(text, position):
        position = start.start()
        found = (by_word if text[position].isalpha() else by_figure).match(text, position)
        if found is None:
            position += 1
            continue
        moment = _READERS[_kind(found)](found, reference)
        if moment is not None:
            if reference is not None and moment.fixed is None and moment.year is None:
                day = moment.weekday is not None
                moment = moment._replace(future=is_ahead(text, moment.start, moment.end, weekday=day))
            yield moment
        position = max(moment.end if moment else _after_word(found), found.start() + 1)


_word = re.compile(r"[A-Za-z]+|\d+|")


def _after_word(found: re.Match[str]) -> int:
    word = _word.match(found.string, found.start())
    return word.end() if word else found.end()


def _kind(found: re.Match[str]) -> str:
    last = found.lastgroup or ""
    return last if last in _READERS else next(kind for kind in found.groupdict() if kind in _READERS and found[kind])


def _iso(found: re.Match[str], _reference: date | None) -> Moment | None:
    year, month, day = int(found["iy"]), int(found["im"]), int(found["id"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Moment(found.start(), found.end(), year, month, day)


def _compact(found: re.Match[str], _reference: date | None) -> Moment | None:
    return Moment(found.start(), found.end(), int(found["cy"]), int(found["cm"]), int(found["cd"]))


def _iso_month(found: re.Match[str], _reference: date | None) -> Moment | None:
    return Moment(found.start(), found.end(), int(found["imy"]), int(found["imm"]))


def _numeric(found: re.Match[str], _reference: date | None) -> Moment | None:
    """3/14/2021 and 14.3.2021: month first with strokes where that is possible, else day first."""
    first, second, year = int(found["n1"]), int(found["n2"]), int(found["ny"])
    month, day = (first, second) if found["nsep"] == "/" and first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Moment(found.start(), found.end(), year, month, day)


def _vague(found: re.Match[str], _reference: date | None) -> Moment | None:
    return Moment(found.start(), found.end(), fixed=UNKNOWN)


def _day_word(found: re.Match[str], reference: date | None) -> Moment | None:
    day = shift_days(reference, number_of("days", found["dayword"])) if reference else None
    return Moment(found.start(), found.end(), fixed=(day, day))


def _year_from(year: str | None, relative: str | None, reference: date | None) -> tuple[int | None, bool]:
    """The year that follows a month or quarter, and whether it is one that only a reference resolves."""
    if year:
        return int(year.removeprefix("FY")), False
    if relative:
        offset = OFFSETS.get(relative.split()[0].lower(), 0)
        return (reference.year + offset, False) if reference else (None, True)
    return None, False


def _dated(moment: Moment, year: str | None, relative: str | None, reference: date | None) -> Moment:
    number, unknown = _year_from(year, relative, reference)
    return moment._replace(fixed=UNKNOWN) if unknown else moment._replace(year=number)


def _day_month(found: re.Match[str], reference: date | None) -> Moment | None:
    month, last = number_of("months", found["dm"]), int(found["d1"])
    moment = Moment(found.start(), found.end(), month=month, day=last)
    if found["d0"] and int(found["d0"]) < last:
        moment = moment._replace(day=int(found["d0"]), to=moment)
    return _dated(moment, found["dy"], found["dyr"], reference)


def _month_day(found: re.Match[str], reference: date | None) -> Moment | None:
    month, first = number_of("months", found["mm"]), int(found["md0"])
    moment = Moment(found.start(), found.end(), month=month, day=first)
    if found["md1"]:
        if int(found["md1"]) <= first:
            return None
        moment = moment._replace(to=moment._replace(day=int(found["md1"])))
    return _dated(moment, found["my"], found["myr"], reference)


_WEEKS = {"first": (1, 7), "opening": (1, 7), "second": (8, 14), "third": (15, 21), "fourth": (22, 28)}


def _week_of_month(found: re.Match[str], reference: date | None) -> Moment | None:
    """The first week of May, the closing days of June 1940."""
    which = found["mww"].lower()
    moment = Moment(found.start(), found.end(), month=number_of("months", found["mwm"]))
    if which not in _WEEKS:
        moment = moment._replace(part="last")
    else:
        first, last = _WEEKS[which]
        moment = moment._replace(day=first, to=moment._replace(day=last))
    return _dated(moment, found["mwy"], found["mwyr"], reference)


def _feast(found: re.Match[str], reference: date | None) -> Moment | None:
    """Christmas Eve 1914, New Year's Day, Good Friday 1998."""
    key = next(key for key, entry in table("dates_en")["feasts"].items() if re.fullmatch(entry, found["fe"]))
    moment = _dated(Moment(found.start(), found.end()), found["fey"], found["feyr"], reference)
    if "-" in key[1:]:
        return moment._replace(month=int(key[:2]), day=int(key[3:]))
    year = moment.year or (reference.year if reference else None)
    day = shift_days(easter(year), int(key)) if year else None
    return moment._replace(month=day.month, day=day.day) if day else moment._replace(fixed=UNKNOWN)


def _nth(written: str) -> int:
    """The day that an ordinal names: the 9th, the ninth."""
    figures = re.match(r"\d+", written)
    return int(figures[0]) if figures else ORDINALS.index(written.lower()) + 1


def _nth_in_month(found: re.Match[str], reference: date | None) -> Moment | None:
    """The second of May; May the 2nd, in the groups of its own."""
    day, month, year, relative = found.group(*(("no", "nom", "noy", "noyr") if found["no"] else _MONTH_FIRST))
    moment = Moment(found.start(), found.end(), month=number_of("months", month), day=_nth(day))
    return _dated(moment, year, relative, reference)


def _last_of_month(found: re.Match[str], reference: date | None) -> Moment | None:
    """The last day of March; that of a February without a year is its 28th."""
    month, year = number_of("months", found["lom"]), found["loy"]
    days = monthrange(int(year) if year else _COMMON_YEAR, month)[1]
    moment = Moment(found.start(), found.end(), month=month, day=days)
    return _dated(moment, year, found["loyr"], reference)


_COMMON_YEAR = 2001
_MONTH_FIRST = ("mn", "mnm", "mny", "mnyr")


_dated_by = re.compile(r"\b(?:on|by|until|till|before|after|since|from)\s$", re.IGNORECASE)
_counts_else = re.compile(
    r"\b(?:holes?|greens?|fairways?|birdie\w*|bogey\w*|eagled?|par|tee[ds]?|innings?|laps?|floors?|rounds?|sets?|frames?"
    r"|birthday|anniversary|attempts?|ballots?|sixth sense)\b"
)


def _day_alone(found: re.Match[str], _reference: date | None) -> Moment | None:
    """On the eighth: a day of the month that is spoken of. The first three in words may be of anything."""
    text, written = found.string, found["nn"]
    begin = max(text.rfind(mark, 0, found.start()) for mark in ".!?\n") + 1
    if not _dated_by.search(text, max(0, found.start() - 8), found.start()) or written.lower() in ORDINALS[:3]:
        return None
    if _counts_else.search(text, begin, found.end() + 80):
        return None
    return Moment(found.start(), found.end(), day=_nth(written))


def _month(found: re.Match[str], reference: date | None) -> Moment | None:
    name, plain = found["mon"], not (found["moy"] or found["moyr"] or found["mwhen"] or found["mpart"])
    if plain and not _is_month(found, name):
        return None
    moment = Moment(
        found.start(),
        found.end(),
        month=number_of("months", name),
        part=PARTS.get((found["mpart"] or "").lower()),
    )
    when = (found["mwhen"] or "").lower()
    if when and not found["moy"]:
        return _when_month(moment, when, reference)
    return _dated(moment, found["moy"], found["moyr"], reference)


_surname = re.compile(r" [A-Z][a-zà-ÿ]+")
_by = re.compile(r"[a-z](?:ed|en|wn|un|ung|ilt|ade|ght|old|aid|und) by $")
"""What tells who did it, not until when: discovered by, written by."""


def _is_month(found: re.Match[str], name: str) -> bool:
    """Not the verb or the name: May, March and the abbreviations need a word before them that goes with a month."""
    if name not in {"May", "March", "August", "April", "June"} and name.rstrip(".")[3:] != "":
        return True
    before = found.string[max(0, found.start() - 12) : found.start()]
    if _surname.match(found.string, found.end()) and (_by.search(before) or not before_month.search(before)):
        return False  # discovered by August Kopff
    if before[-1:] != " " and name in {"May", "March"} and verb_after.match(found.string, found.end()):
        return False
    return bool(before_month.search(before)) if name in {"May", "March"} or len(name) <= 4 else True


def _when_month(moment: Moment, when: str, reference: date | None) -> Moment:
    """`last June` is the one of the year before, `next June` the first one still ahead, `this June` this year's."""
    if reference is None:
        return moment._replace(fixed=UNKNOWN)
    if when in {"last", "previous"}:
        return moment._replace(year=reference.year - 1)
    if when == "this":
        return moment._replace(year=reference.year)
    ahead = (moment.month or 0) > reference.month
    return moment._replace(year=reference.year + (0 if ahead else 1))


def _quarter(found: re.Match[str], reference: date | None) -> Moment | None:
    number = int(found["q1"] or found["q2"] or _QUARTERS[(found["q3"] or "first").lower()])
    return _dated(Moment(found.start(), found.end(), part=f"Q{number}"), found["qy"], found["qyr"], reference)


def _year_quarter(found: re.Match[str], _reference: date | None) -> Moment | None:
    part = f"Q{found['yqq']}" if found["yqq"] else f"H{found['yqh']}"
    return Moment(found.start(), found.end(), int(found["yqy"]), part=part)


def _half(found: re.Match[str], reference: date | None) -> Moment | None:
    number = found["h1"] or str(_QUARTERS[found["h2"].lower()])
    relative = found["hyr"]
    return _dated(Moment(found.start(), found.end(), part=f"H{number}"), found["hy"], relative, reference)


def _first_months(found: re.Match[str], reference: date | None) -> Moment | None:
    number = number_of("numbers", found["fmn"].lower()) * (3 if found["fmq"] else 1)
    if not 1 <= number <= 12:
        return None
    moment = Moment(found.start(), found.end(), month=1, to=Moment(found.start(), found.end(), month=number))
    return _dated(moment, found["fmy"], found["fmyr"], reference)


def _fiscal(found: re.Match[str], _reference: date | None) -> Moment | None:
    return Moment(found.start(), found.end(), int(found["fy"]))


def _season(found: re.Match[str], reference: date | None) -> Moment | None:
    season = _SEASONS[found["s"].lower()]
    moment = Moment(found.start(), found.end(), part=season)
    when = (found["swhen"] or "").lower()
    if not when:
        return _dated(moment, found["sy"], found["syr"], reference)
    if reference is None:
        return moment._replace(fixed=UNKNOWN)
    if when == "this":
        return moment._replace(year=reference.year)
    years = range(reference.year - 2, reference.year + 2)
    spans: list[Span] = [within_year(moment, year) for year in years]
    if when == "last":
        done = [span for span in spans if span[1] and span[1] < reference]
        return moment._replace(fixed=done[-1] if done else UNKNOWN)
    ahead = [span for span in spans if span[0] and span[0] > reference]
    return moment._replace(fixed=ahead[0] if ahead else UNKNOWN)


_that = re.compile(r"\b(?:on|by|until|till|from|since|before|after|of) that $", re.IGNORECASE)
_that_or_the = re.compile(r"\b(that|the) $", re.IGNORECASE)
_of_day = r"(?: (?:night|morning|evening|afternoon|lunchtime))?"
_ends_it = re.compile(rf"{_of_day}(?:[,.;:!?)”]|$)")
_goes_on = re.compile(
    rf"{_of_day} (?:that|when|in|at|of|to|and|but|it|he|she|they|with|for|because|by|as|was|were|had)\b"
)
_beside = re.compile(r" (?:before|after|following)\b")


def _points_back(found: re.Match[str], weekday: int, reference: date | None) -> bool:
    """Whether a day is one of the week that is told of, not of the present one: that Monday, the Tuesday after.

    On the Saturday it rained: whoever means yesterday does not say so.
    """
    text, start, end = found.string, found.start(), found.end()
    led = _that_or_the.search(text, max(0, start - 6), start)
    if led is None:
        return False
    if led[1].lower() == "that":
        return _that.search(text, max(0, start - 12), start) is not None or _ends_it.match(text, end) is not None
    if _beside.match(text, end):
        return True
    near = reference is not None and (reference.weekday() - weekday) % 7 <= 1
    return near and (_ends_it.match(text, end) or _goes_on.match(text, end)) is not None


def _weekday(found: re.Match[str], reference: date | None) -> Moment | None:
    weekday = number_of("weekdays", found["wd"])
    moment = Moment(found.start(), found.end(), weekday=weekday)
    if found["wnth"]:
        return moment._replace(day=_nth(found["wnth"]))
    when, week = (found["wwhen"] or "").lower(), found["wlast"]
    if not when and not week:
        return moment._replace(fixed=UNKNOWN) if _points_back(found, weekday, reference) else moment
    if reference is None:
        return moment._replace(fixed=UNKNOWN)
    if when == "last":
        day = shift_days(reference, -((reference.weekday() - weekday - 1) % 7 + 1))
        return moment._replace(fixed=(day, day))
    steps = OFFSETS[week.split()[0]] if week else {"next": 1, "this": 0, "coming": 0}[when]
    monday = week_of(reference, steps)[0]
    day = shift_days(monday, weekday) if monday else None
    return moment._replace(fixed=(day, day))


_READERS: dict[str, Callable[[re.Match[str], date | None], Moment | None]] = {
    "iso": _iso,
    "compact": _compact,
    "anno": dates_en_years.anno,
    "bce": _vague,
    "isomonth": _iso_month,
    "numeric": _numeric,
    "vague": _vague,
    "dayword": _day_word,
    "dmy": _day_month,
    "mdy": _month_day,
    "nthof": _nth_in_month,
    "lastof": _last_of_month,
    "monthnth": _nth_in_month,
    "nth": _day_alone,
    "month": _month,
    "decade": dates_en_years.decade,
    "century": dates_en_years.century,
    "monthweek": _week_of_month,
    "feast": _feast,
    "quarter": _quarter,
    "yq": _year_quarter,
    "firstmonths": _first_months,
    "half": _half,
    "fiscal": _fiscal,
    "season": _season,
    "weekday": _weekday,
    "earlier": dates_en_relative.earlier,
    "endof": dates_en_relative.end_of,
    "near": dates_en_relative.near,
    "past": dates_en_relative.past,
    "past1": dates_en_relative.past_one,
    "ago": dates_en_relative.since_or_ago,
    "yrange": dates_en_years.year_range,
    "year": dates_en_years.year,
}
