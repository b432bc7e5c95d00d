"""Chinese time expressions as moments: 2025年8月26日, 民国113年, 去年6月, 本周早些时候, 三天前, 上世纪90年代."""

from collections.abc import Callable, Iterator
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
    within_year,
)
from claims.features.dates_zh_patterns import YEAR_TAIL, future_cues, openings, past_follows, time_pattern
from claims.features.dates_zh_years import (
    bce,
    century,
    decade,
    feast,
    first_quarters,
    month_day,
    number_of,
    offsets,
    part_of,
    part_of_year,
    year,
)
from claims.features.numbers_zh import DIGITS, TERM, TERM_LEAD, parse
from evidence.text import lazy_re as re

_UNITS = {
    "年": "year",
    "月": "month",
    "周": "week",
    "天": "day",
    "日": "day",
    "时": "hour",
    "钟": "minute",
    "度": "quarter",
}
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}


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
        return _past(past_follows.match(text, start), _reference, False) if found[0] == "最近" else None
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


def _steps(relative: str) -> int:
    return relative.count("下") - relative.count("上")


def _near_month(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    if found["mearly"]:
        return moment._replace(fixed=earlier_this(reference, "month"))
    first = month_of(reference, _steps(found["mrel"]))[0]
    if first is None:
        return moment
    inner = moment._replace(fixed=None, month=first.month, day=number_of(found["mday"]), part=part_of(found["mrp"]))
    return moment._replace(fixed=within_year(inner, first.year))


def _near_week(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    if found["wearly"]:
        return moment._replace(fixed=earlier_this(reference, "week"))
    week = week_of(reference, _steps(found["wrel"]))
    if found["wd"] and _of_several(found):
        return moment._replace(end=found.start("wd"), fixed=week)
    return moment._replace(fixed=_day_of_week(week, found["wd"] or found["wp"]))


_several = re.compile("(?:[和与跟同][^，。；,]{1,6}|我们|咱们|他们|她们|大家|两人|二人|夫妇|一家)[^，。；,]{0,4}$")


def _of_several(found: re.Match[str]) -> bool:
    """Whether the day is none: 我们下周一起搬家 is together, next week."""
    text = found.string
    return text[found.end() : found.end() + 1] == "起" and _several.search(text, 0, found.start()) is not None


def _day_of_week(week: Span, day: str | None) -> Span:
    monday, sunday = week
    if monday is None or sunday is None or day is None:
        return week
    if day == "末":
        return shift_days(monday, 5), sunday
    if day in "初中内":
        return {
            "初": (monday, shift_days(monday, 1)),
            "中": (shift_days(monday, 2), shift_days(monday, 3)),
        }.get(day, week)
    exact = shift_days(monday, "一二三四五六日".index(day.replace("天", "日")))
    return exact, exact


def _weekday(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    day = found["bwd"]
    if day == "末":
        return Moment(found.start(), found.end(), fixed=_day_of_week(week_of(reference), day) if reference else UNKNOWN)
    return Moment(found.start(), found.end(), weekday="一二三四五六日".index(day.replace("天", "日")))


def _day_word(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    day = shift_days(reference, offsets("days")[found["dayword"]]) if reference else None
    return Moment(found.start(), found.end(), fixed=(day, day))


def _count(number: str, half: str | None) -> float:
    """How many; 两三天 is no number of days that one could count from."""
    if len(number) > 1 and all(char in DIGITS for char in number):
        return 0
    value = 0.5 if number == "半" else parse(number) or 0
    return value + (0.5 if half else 0)


def _unit(word: str) -> str:
    word = word.replace("星期", "周").replace("礼拜", "周")
    return _UNITS[word[-1]]


_duration_before = re.compile(r"[了过达有时期约用需经历花长]\s?$")
_clause_start = re.compile(r"(?:^|[\s，。；：！？、,;:“”「」（(\n\"]|从|在|自|是|但|而|并|这)$")


def _past(found: re.Match[str] | None, reference: date | None, _traditional: bool) -> Moment | None:
    if found is None:
        return None
    if found["pdir"] == "近" and not _near_is_past(found):
        return None
    if found["pu"] == "月":
        return None
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    ahead = found["pdir"] in {"未来", "今后", "接下来", "往后"}
    number = _count(found["pn"], found["phalf"])
    if not number:
        return moment
    return moment._replace(fixed=stretch(reference, number if ahead else -number, _unit(found["pu"])))


def _near_is_past(found: re.Match[str]) -> bool:
    """近两年 is the last two years at the start of a clause or before 来; after a verb it is nearly two years."""
    before = found.string[max(0, found.start() - 2) : found.start()]
    if _duration_before.search(before) or found["pu"] in {"小时", "个小时", "分钟"}:
        return False
    return found["pend"] in {"来", "以来", "内", "之内", "间", "里"} or bool(_clause_start.search(before))


def _ago(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if found["adir"] == "后" and _unit(found["au"]) in {"hour", "minute"}:
        return None  # 43小时后扑灭: counted from an event, not from the day of writing
    if reference is None or found["amore"] or found["atail"] == "多":
        return moment
    number = _count(found["an"], found["ahalf"] or found["atail"])
    if not number:
        return moment
    if number < 1 and _unit(found["au"]) == "year":
        return moment._replace(fixed=ago(reference, -6 if found["adir"] == "前" else 6, "month"))
    return moment._replace(fixed=ago(reference, -number if found["adir"] == "前" else number, _unit(found["au"])))


def _since(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    return moment._replace(fixed=stretch(reference, -_count(found["sn"], None), _unit(found["su"])))


def _day(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    last, first = int(found["dd"]), int(found["dd0"] or 0)
    if not 1 <= last <= 31:
        return None
    moment = Moment(found.start(), found.end(), day=last)
    return moment._replace(day=first, to=moment) if 1 <= first < last else moment


def _told_day(found: re.Match[str], _reference: date | None, _traditional: bool) -> Moment | None:
    day = number_of(found["hd"] or found["dl"] or found["dm"] or found["du"])
    return Moment(found.start(), found.end(), day=day) if day and day <= 31 else None


def _near_quarter(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    first = month_of(reference, 3 * _steps(found["nqrel"]) - (reference.month - 1) % 3)[0]
    return moment._replace(fixed=(first, month_of(first, 2)[1])) if first else moment


def _near_season(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    if reference is None:
        return Moment(found.start(), found.end(), fixed=UNKNOWN)
    year = reference.year + {"去": -1, "今": 0, "明": 1}[found["nsy"]]
    return Moment(found.start(), found.end(), year, part=_SEASONS[found["nss"]])


def _year_part(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    word = found["ypw"]
    if word == "年内":
        last = date(reference.year, 12, 31) if reference else None
        return Moment(found.start(), found.end(), fixed=(reference, last))
    return Moment(found.start(), found.end(), part={"年初": "start", "年中": "half"}.get(word, "end"))


def _month_part(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    if reference is None:
        return Moment(found.start(), found.end(), fixed=UNKNOWN)
    inner = Moment(0, 0, month=reference.month, part=part_of(found["mpw"].removeprefix("月")))
    return Moment(found.start(), found.end(), fixed=within_year(inner, reference.year))


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
    "month": _near_month,
    "cal": _calendar,
    "week": _near_week,
    "weekday": _weekday,
    "dayword": _day_word,
    "past": _past,
    "ago": _ago,
    "since": _since,
    "day": _day,
    "dayled": _told_day,
    "daymid": _told_day,
    "handay": _told_day,
    "dayuntil": _told_day,
    "nearquarter": _near_quarter,
    "nearseason": _near_season,
    "yearpart": _year_part,
    "monthpart": _month_part,
}
