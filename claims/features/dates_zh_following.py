"""Years that a Chinese text counts from the year it named last: 1991年3月 … 同年10月, 次年, 上一年, 三年后."""

from claims.features.dates_calendar import UNKNOWN, Moment, Span
from claims.features.dates_zh_patterns import YEAR_TAIL
from claims.features.dates_zh_years import with_tail
from claims.features.numbers_zh import parse
from evidence.text import lazy_re as re

_counted = re.compile(
    r"(?P<same>同年)|(?P<next>次年|翌年)|(?P<last>[上前]一年|上年)"
    r"|(?P<later>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?:之|以)?后"
)
_sentence_end = re.compile(r"[。！？!?\n]")


def of_the_year(plain: str, moment: Moment, before: list[tuple[Moment, Span]]) -> Moment:
    """The time with its year, where it is told by the year of the times `before` it in its sentence."""
    if moment.fixed is None:
        return _of_that_year(plain, moment, before)
    if moment.fixed != UNKNOWN or (found := _counted.match(plain, moment.start, moment.end)) is None:
        return moment
    named = next((span for told, span in reversed(before) if span != UNKNOWN and told.end <= moment.start), None)
    if named is None or _sentence_end.search(plain, before[-1][0].end, moment.start):
        return moment
    day = named[1] or named[0]
    if day is None:
        return moment
    year = day.year + (bool(found["next"]) - bool(found["last"]) + int(parse(found["later"] or "") or 0))
    tail = YEAR_TAIL.match(plain, found.end()) if not found["later"] else None
    return with_tail(Moment(moment.start, moment.end, year), tail, None)


def _of_that_year(plain: str, moment: Moment, before: list[tuple[Moment, Span]]) -> Moment:
    """A month that follows a month of a known year, or its year alone: 2004年8月3日开机,9月20日关机."""
    told, (first, last) = before[-1]
    known = last or first
    if moment.year is not None or moment.month is None or known is None or told.year is None:
        return moment
    if _sentence_end.search(plain, told.end, moment.start) or (told.month is not None and moment.month < told.month):
        return moment
    return moment._replace(year=known.year)
