"""Chinese times counted from the day of the document: 上个月, 本周早些时候, 下周一, 三天前, 近两年, 年内."""

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
from claims.features.dates_zh_years import (
    number_of,
    offsets,
    part_of,
)
from claims.features.numbers_zh import DIGITS, parse
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


def _steps(relative: str) -> int:
    return relative.count("下") - relative.count("上")


def near_month(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """上月, 本月底, 下个月3日, 本月早些时候."""
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


def near_week(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """上周五, 本周, 下周初, 本周早些时候."""
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


def weekday(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """周三, whichever it is; 周末 is that of the week of the document."""
    day = found["bwd"]
    if day == "末":
        return Moment(found.start(), found.end(), fixed=_day_of_week(week_of(reference), day) if reference else UNKNOWN)
    return Moment(found.start(), found.end(), weekday="一二三四五六日".index(day.replace("天", "日")))


def day_word(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """昨天, 今日, 后天."""
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


def past(found: re.Match[str] | None, reference: date | None, _traditional: bool) -> Moment | None:
    """近两年, 过去三个月, 未来十天: a stretch that ends or begins with the day of the document."""
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


def counted(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """三天前, 两年后, 半年前: a time so far from the day of the document."""
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


def since(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """三年来, 两个月以来: up to the day of the document."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    return moment._replace(fixed=stretch(reference, -_count(found["sn"], None), _unit(found["su"])))


def near_quarter(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """上季度, 本季度, 下个季度."""
    moment = Moment(found.start(), found.end(), fixed=UNKNOWN)
    if reference is None:
        return moment
    first = month_of(reference, 3 * _steps(found["nqrel"]) - (reference.month - 1) % 3)[0]
    return moment._replace(fixed=(first, month_of(first, 2)[1])) if first else moment


def near_season(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """去夏, 今春, 明秋."""
    if reference is None:
        return Moment(found.start(), found.end(), fixed=UNKNOWN)
    year = reference.year + {"去": -1, "今": 0, "明": 1}[found["nsy"]]
    return Moment(found.start(), found.end(), year, part=_SEASONS[found["nss"]])


def year_part(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """年初, 年中, 年底; 年内 is what is left of the year."""
    word = found["ypw"]
    if word == "年内":
        last = date(reference.year, 12, 31) if reference else None
        return Moment(found.start(), found.end(), fixed=(reference, last))
    return Moment(found.start(), found.end(), part={"年初": "start", "年中": "half"}.get(word, "end"))


def month_part(found: re.Match[str], reference: date | None, _traditional: bool) -> Moment | None:
    """月初, 月底: of the month of the document."""
    if reference is None:
        return Moment(found.start(), found.end(), fixed=UNKNOWN)
    inner = Moment(0, 0, month=reference.month, part=part_of(found["mpw"].removeprefix("月")))
    return Moment(found.start(), found.end(), fixed=within_year(inner, reference.year))


__all__ = [
    "counted",
    "day_word",
    "month_part",
    "near_month",
    "near_quarter",
    "near_season",
    "near_week",
    "past",
    "since",
    "weekday",
    "year_part",
]
