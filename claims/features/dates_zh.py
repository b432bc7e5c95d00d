"""Chinese time expressions as moments: 2025年8月26日, 民国113年, 去年6月, 本周早些时候, 三天前, 上世纪90年代."""

from collections.abc import Callable, Iterator
from datetime import date

from claims.features.dates_calendar import (
    UNKNOWN,
    Moment,
)
from claims.features.dates_zh_patterns import YEAR_TAIL, future_cues, openings, past_follows, time_pattern
from claims.features.dates_zh_relative import (
    counted,
    day_word,
    month_part,
    near_month,
    near_quarter,
    near_season,
    near_week,
    past,
    since,
    weekday,
    year_part,
)
from claims.features.dates_zh_years import (
    bce,
    century,
    decade,
    feast,
    first_quarters,
    month_day,
    number_of,
    part_of_year,
    year,
)
from claims.features.numbers_zh import TERM, TERM_LEAD
from evidence.text import lazy_re as re


def moments(text: str, reference: date | None, *, traditional: bool = False) -> Iterator[Moment]:
    """The Chinese time expressions of a text in view writing, in order."""
    position, trigger, (before, after, nearest) = 0, time_pattern(), future_cues()
    for opening in openings().finditer(text):
        found = trigger.match(text, opening.start()) if opening.start() >= position else None
        if found is None:
            continue
        kind = _kind(found)
        if TERM.search(text, max(0, found.start() - TERM_LEAD), found.start()):
            position = found.end()
            continue
        moment = _READERS[kind](found, reference, traditional)
        if moment is not None:
            if moment.fixed is None and moment.year is None:
                future = before.search(text, max(0, moment.start - 10), moment.start) or after.match(text, moment.end)
                near = nearest.match(text, moment.end)
                if future or near:
                    moment = moment._replace(future=bool(future), nearest=bool(near))
            yield moment
        position = max(moment.end if moment else found.end(), found.start() + 1)


def _kind(found: re.Match[str]) -> str:
    last = found.lastgroup or ""
    return last if last in _READERS else next(kind for kind in _READERS if found[kind] is not None)


def _vague(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    text, start = found.string, found.start()
    if found[0].startswith("前") and text[max(0, start - 1) : start] in {
        "提",
        "之",
        "以",
        "目",
        "日",
        "此",
        "年",
        "天",
    }:
        return None
    if text[max(0, start - 1) : start] in ("距", "离", "附") or (
        found[0] == "最近" and past_follows.match(text, start)
    ):
        return past(past_follows.match(text, start), _reference, False) if found[0] == "最近" else None
    tail = YEAR_TAIL.match(text, found.end()) if found[0] in {"次年", "翌年", "同年", "当年"} else None
    return Moment(start, tail.end() if tail else found.end(), fixed=UNKNOWN)


_lunar = re.compile("(?:农历|阴历|旧历)$")


def _calendar(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    if _lunar.search(found.string, max(0, found.start() - 2), found.start()):
        return Moment(found.start(), found.end(), fixed=UNKNOWN)
    return month_day(found, found.start())


def _bare_quarter(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    year = number_of(found["bqy"] or found["bqy2"])
    quarter = next(found[name] for name in ("bq", "bq2", "bq3", "bq4", "bq5") if found[name])
    return Moment(found.start(), found.end(), year, part=part_of_year(quarter, None, None, None))


def _half(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    return Moment(found.start(), found.end(), part="H1" if found["hx"] == "上" else "H2")


def _day(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    last, first = int(found["dd"]), int(found["dd0"] or 0)
    if not 1 <= last <= 31:
        return None
    moment = Moment(found.start(), found.end(), day=last)
    return moment._replace(day=first, to=moment) if 1 <= first < last else moment


def _told_day(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    day = number_of(found["hd"] or found["dl"] or found["dm"] or found["du"])
    return Moment(found.start(), found.end(), day=day) if day and day <= 31 else None


_READERS: dict[str, Callable[[re.Match[str], date | None, bool], Moment | None]] = {
    "vague": _vague,
    "decade": decade,
    "century": century,
    "bce": bce,
    "year": year,
    "bareq": _bare_quarter,
    "firsts": first_quarters,
    "half": _half,
    "feast": feast,
    "month": near_month,
    "cal": _calendar,
    "week": near_week,
    "weekday": weekday,
    "dayword": day_word,
    "past": past,
    "ago": counted,
    "since": since,
    "day": _day,
    "dayled": _told_day,
    "daymid": _told_day,
    "handay": _told_day,
    "dayuntil": _told_day,
    "nearquarter": near_quarter,
    "nearseason": near_season,
    "yearpart": year_part,
    "monthpart": month_part,
}
