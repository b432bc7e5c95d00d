"""Time expressions of a text as intervals of days, resolved against a reference date.

    >>> dates("自2018年以来，他去年6月", date(2025, 8, 26))    # two spans: from 2018-01-01 on; June 2024

`first` and `last` are ISO dates, both inclusive. Both are None when the expression is vague (最近, recently,
当时) or relative and no reference is known: then nothing is resolved silently. One of them is None when the
expression is open to that side (2018年以来, until March).

Conventions, where language leaves a choice:

| written | read as |
|---|---|
| 本周, 上周五, last week | weeks begin on Monday; 上周五 is the Friday of the week before |
| 周五, on Friday | the latest one not after the reference; the next one after 将, 定于, will |
| last Friday / next Friday | the latest before the reference / that of the next week |
| 8月26日, August 26 | the latest not more than 61 days after the reference; after 将, will: the next |
| 8月, August | the latest that begins not later than 31 days after the reference; after 将, will: the next |
| 5日, on the ninth | of the month that the sentence named last, else the latest not far after the reference |
| Monday, the thirteenth | of the nearest month in which the two go together |
| 〇九年, 九七年 | 2009, 1997, at most ten years ahead; 八九年 and the like are eight or nine years |
| not until March | March |
| last June / next June | June of the year before / the first June ahead |
| 月初 月中 月底, early mid late August | days 1–10, 11–20, 21–end |
| 年初 年中 年底 | January–March, June–July, November–December |
| early mid late 2024 | months 1–4, 5–8, 9–12; decades and centuries in thirds likewise |
| 本周早些时候, earlier this month / year | to Thursday, to the 20th, to the reference; never beyond the reference |
| 三天前, three weeks ago, 五年前 | the day, week, month or year that lies so far back |
| 过去三年, the past two years, 近两年来 | from the same day so far back to the reference |
| 以来, 起, since; 截至, until, by | open on the other side; before a year or month ends with the day before it |
| spring … winter | March, June, September, December and the two months after |
| fiscal 2024, 2024财年 | the calendar year |
| 21世纪 | 2001–2100; 90年代 the last such decade that has begun |
| 同年, 次年, 上一年, 三年后 | counted from the year that the sentence named last |
| 12年 | never a year; 12年8月 is August 2012; 民国113年 is 2024 |

Spans leave out the preposition (in 2012 → 2012) and the time of day, and take in what changes the interval
(since, 截至, 以来, 起). Of public holidays only those are resolved that
have one date everywhere, and Easter. The time is linear in the length of the text.
"""

from datetime import date, timedelta
from itertools import chain

from claims.features import dates_en, dates_zh, dates_zh_following
from claims.features.dates_calendar import UNKNOWN, Moment, Span, joined, month_of, resolve, week_of
from claims.features.numbers_text import is_traditional, view
from claims.model import DateSpan
from evidence.text import lazy_re as re

__all__ = ["as_dates", "dates", "spans_of"]

_connector = re.compile(r"\s?(?:至|到|-|~|—{1,2}|直到|直至|to|through|until|till)\s?(?:the\s)?")
_between = re.compile(r"(?i:between)\s(?:the\s)?$")
_and = re.compile(r"\sand\s")
_from = re.compile(r"(?:从|自|由|(?i:from)\s(?:the\s)?)$")
_range_end = re.compile(r"(?:期间|之间|间|止|为止)")
_since_before = re.compile(r"(?:自从|自|(?i:since|starting|beginning|effective|from)\s(?:in\s|on\s|from\s|the\s)*)$")
_since_only = re.compile(r"(?i:since|starting|beginning|effective)")
_since_after = re.compile(
    r"(?:以来|以後|起(?![诉草码点火始来])|至今|开始(?=[，,])|迄今|来(?=[，,]))|\s(?:onwards?|on)\b(?=[,. ]|$)"
)
_until_before = re.compile(
    r"(?:截至|截止到|截止至|截止|"
    r"(?i:(?:at least\s)?(?:until|till)(?:\sat least)?|as of|by|up to|up until|not? later than|not after"
    r"|(?:on|in|at) or before|at the latest (?:by|in|on)|through|to)\s(?:the\s)?(?:late\s)?$)"
)
_until_only = re.compile(
    r"截|(?i:(?:at least\s)?(?:until|till)|as of|by|not? later|not after|\w\w or before|at the latest)"
)
_until = re.compile(r"(?i:(?:at least\s)?(?:until|till))")
_not = re.compile(r"(?i:\bnot|n't|\bnever)\b[^,.;:]*$")
_until_after = re.compile(r"为止|(?:之|以)?前(?![夕后景往来\d一二两三四五六七八九十几])")
_not_before = re.compile(
    r"(?i:not? earlier than|not? sooner than|not before|(?:on|in|at) or after|at the earliest (?:in|on))\s(?:the\s)?$"
)
_before = re.compile(r"(?i:before|prior to|ahead of|earlier than)\s(?:the\s)?$")
_an_end = re.compile(r"(?i)(?:the\s)?(?:year-?)?end\b")
_after = re.compile(r"(?i:after|following|later than)\s(?:the\s)?$")
_or_later = re.compile(r"(?i:\sor\s(?:later|after(?:wards)?)\b|,?\sat the (?:very )?earliest\b)")
_or_earlier = re.compile(r"(?i:\sor\s(?:earlier|before(?!\s\w))\b|,?\sat the (?:very )?latest\b)")
_after_zh = re.compile(r"(?:之|以)后")
_LEAD = 20
_LETTER = re.compile("[A-Za-z0-9]")


def dates(text: str, reference: date | None = None, language: str | None = None) -> tuple[DateSpan, ...]:
    """The time expressions of a text, in order and without overlaps; offsets are code points into it.

    `language` is a BCP 47 tag and only settles what the words leave open, such as 113年8月 in Traditional script.
    """
    plain = view(text)
    traditional = is_traditional(text, language) if not text.isascii() else False
    return as_dates(text, spans_of(plain, reference, traditional=traditional))


def as_dates(text: str, spans: "list[tuple[Moment, Span]]") -> tuple[DateSpan, ...]:
    """The values of spans that were read from the view of a text."""
    return tuple(_value(text, moment, span) for moment, span in spans)


def _value(text: str, moment: Moment, span: Span) -> DateSpan:
    first, last = (day.isoformat() if day else None for day in span)
    piece = text[moment.start : moment.end]
    return DateSpan.trusted(text=piece, first=first, last=last, start=moment.start, end=moment.end)


def spans_of(plain: str, reference: date | None, *, traditional: bool) -> list[tuple[Moment, Span]]:
    """The time expressions of a text in view writing with the days they stand for."""
    found = _disjoint(plain, reference, traditional=traditional)
    spans: list[tuple[Moment, Span]] = []
    index = 0
    while index < len(found):
        follower = found[index + 1] if index + 1 < len(found) else None
        moment = _with_month(plain, found[index], spans[-1] if spans else None)
        if spans and (moment.fixed == UNKNOWN or (moment.month and reference is None and not plain.isascii())):
            moment = dates_zh_following.of_the_year(plain, moment, spans)
        if follower is not None:
            moment = _with_year(plain, moment, follower)
        span = _of_its_month(plain, moment, follower, reference) or resolve(moment, reference)
        if follower is not None and _is_range(plain, moment, follower):
            moment, span = _range(plain, moment, follower, reference)
            index += 1
        else:
            moment, span = _bounded(plain, moment, span)
        floor = spans[-1][0].end if spans else 0
        spans.append((moment if moment.start >= floor else moment._replace(start=floor), span))
        index += 1
    return spans


_sentence_end = re.compile(r"[.!?。！？\n]")


def _with_month(plain: str, moment: Moment, before: tuple[Moment, Span] | None) -> Moment:
    """8月3日发布，5日撤回: a day alone is of the month that its sentence named last."""
    if before is None or moment.day is None or (moment.month, moment.weekday, moment.fixed) != (None, None, None):
        return moment
    told, (first, last) = before
    known = first or last
    if told.month is None or told.day is None or known is None or _sentence_end.search(plain, told.end, moment.start):
        return moment
    month = known.replace(day=1)
    if moment.day < told.day - ROUND:
        month = month_of(month, 1)[0] or month
    return moment._replace(year=month.year, month=month.month)


ROUND = 20
"""So many days less, and the later of two days of a sentence is of the next month: on the 30th, back on the 2nd."""


_which = re.compile(r"(?i:\b(first|second|third|fourth)\s)$")
_of_month = re.compile(r"(?i:\s(?:of|in)\s(?:the\s)?)")


def _of_its_month(plain: str, moment: Moment, follower: Moment | None, reference: date | None) -> Span | None:
    """The first Friday of this month, the third Monday in May: that day of the month, if it has so many of them.

    The last Monday in May is in May too, and not the Monday before the document's day.
    """
    if moment.weekday is None or moment.day is not None or follower is None:
        return None
    if (which := _which_of(plain, moment)) is None or not _of_month.fullmatch(plain, moment.end, follower.start):
        return None
    first, last = resolve(follower, reference)
    if not first or not last:
        return None
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    those = [day for day in days if day.weekday() == moment.weekday] if len(days) <= LONGEST_MONTH else []
    return (those[which], those[which]) if which < len(those) and those else None


def _which_of(plain: str, moment: Moment) -> int | None:
    """Which of its weekdays in a month a moment is, from 0 on; -1 for the last."""
    if plain[moment.start : moment.start + 5].lower() == "last ":
        return -1
    which = None if moment.fixed is not None else _which.search(plain, 0, moment.start)
    return ("first", "second", "third", "fourth").index(which[1].lower()) if which else None


LONGEST_MONTH = 31


_joined_to = re.compile(r"[^.!?;。！？；\n]{0,50}\band\b[^.!?;。！？；\n]{0,30}")


def _with_year(plain: str, moment: Moment, follower: Moment) -> Moment:
    """Lifted off on 19 June and landed on 7 July 1996: the year of the second of two days is that of the first."""
    day = (moment.month, moment.day, moment.year, moment.fixed)
    if None in day[:2] or day[2:] != (None, None) or None in {follower.month, follower.day, follower.year}:
        return moment
    if not _joined_to.fullmatch(plain, moment.end, follower.start):
        return moment
    later = (follower.month or 0, follower.day or 0) >= (moment.month or 0, moment.day or 0)
    return moment._replace(year=(follower.year or 0) - (not later))


def _disjoint(plain: str, reference: date | None, *, traditional: bool) -> list[Moment]:
    readers = []
    if _LETTER.search(plain):
        readers.append(dates_en.moments(plain, reference))
    if not plain.isascii():
        readers.append(dates_zh.moments(plain, reference, traditional=traditional))
    kept: list[Moment] = []
    for moment in sorted(chain(*readers), key=lambda one: (one.start, -one.end)):
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
        elif moment.end - moment.start > kept[-1].end - kept[-1].start:
            kept[-1] = moment
    return _without_weekdays(plain, kept)


_weekday_gap = re.compile(r",?\s?(?:the\s)?|\s?[(（]?")


def _without_weekdays(plain: str, found: list[Moment]) -> list[Moment]:
    """Tuesday, August 26 and 8月26日（周二） are one day: the date decides and the weekday only joins its span."""
    kept: list[Moment] = []
    for moment in found:
        before = kept[-1] if kept else None
        if before and moment.start - before.end <= 6 and _weekday_gap.fullmatch(plain, before.end, moment.start):
            if before.weekday is not None and before.fixed is None and moment.day is not None:
                kept[-1] = moment._replace(start=before.start)
                continue
            if moment.weekday is not None and moment.fixed is None and before.day is not None:
                continue
        kept.append(moment)
    return kept


def _is_range(plain: str, left: Moment, right: Moment) -> bool:
    if right.start - left.end > 12 or left.to or UNKNOWN in (left.fixed, right.fixed):
        return False
    gap = plain[left.end : right.start]
    if _and.fullmatch(gap):
        return bool(_between.search(plain, max(0, left.start - _LEAD), left.start))
    return bool(_connector.fullmatch(gap))


def _range(plain: str, left: Moment, right: Moment, reference: date | None) -> tuple[Moment, Span]:
    if left.year is None and left.fixed is None and right.year is not None:
        left = left._replace(year=right.year)
    span = joined(right, resolve(left, reference), reference)
    before = _between.search(plain, max(0, left.start - _LEAD), left.start) or _from.search(
        plain, max(0, left.start - _LEAD), left.start
    )
    after = _range_end.match(plain, right.end)
    start, end = before.start() if before else left.start, after.end() if after else right.end
    return Moment(start, end), span


def _bounded(plain: str, moment: Moment, span: Span) -> tuple[Moment, Span]:
    """What since, until, 以来, 截至 and the like before or after the expression make of it."""
    lead = max(0, moment.start - _LEAD)
    if after := _range_end.match(plain, moment.end) if moment.to or moment.last_year else None:
        return moment._replace(end=after.end()), span
    ends = _since_after.match(plain, moment.end)
    before_it = plain[lead : moment.start]
    if ends and ends[0] == " on" and not _from.search(before_it):
        ends = None  # ten years ago on a wet night; from 2019 on
    if before_it.isascii() and _LEADS.isdisjoint(before_it.lower().split()):
        return _followed(plain, moment, span, ends)
    if (week := _week_around(plain, moment, span)) is not None:
        return week
    begins = _since_before.search(plain, lead, moment.start)
    if ends or (begins and _since_only.match(begins[0])):
        start = begins.start() if begins else moment.start
        return moment._replace(start=start, end=ends.end() if ends else moment.end), (span[0], None)
    if (until := _until_before.search(plain, lead, moment.start)) and _until_only.match(until[0]):
        # What does not happen until then happens then: not shut until next spring.
        first = span[0] if _not.search(plain, 0, until.start()) and _until.match(until[0]) else None
        return moment._replace(start=until.start()), (first, span[1])
    return _bounded_by_day(plain, moment, span)


def _bounded_by_day(plain: str, moment: Moment, span: Span) -> tuple[Moment, Span]:
    """What before, after and their like make of it."""
    lead = max(0, moment.start - _LEAD)
    if earliest := _not_before.search(plain, lead, moment.start):
        return moment._replace(start=earliest.start()), (span[0], None)
    if before := _before.search(plain, lead, moment.start):
        ends_there = _an_end.match(plain, moment.start) is not None  # before the end of 2005
        return moment._replace(start=before.start()), (None, span[1] if ends_there else _day_before(span[0]))
    if after_en := _after.search(plain, lead, moment.start):
        return moment._replace(start=after_en.start()), (_day_after(span[1]), None)
    return _followed(plain, moment, span, None)


def _week_around(plain: str, moment: Moment, span: Span) -> tuple[Moment, Span] | None:
    """The week of 3 March, the week ending 5 April: seven days told by one of them."""
    if span[0] is None or span[0] != span[1]:
        return None
    led = _week_led.search(plain, max(0, moment.start - _LEAD), moment.start)
    if led is None:
        return None
    week = week_of(span[0])
    if led[1] != "of":
        shift = timedelta(days=6)
        week = (span[0] - shift, span[0]) if led[1] == "ending" else (span[0], span[0] + shift)
    return moment._replace(start=led.start()), week


_week_led = re.compile(r"\bweek (of|beginning|starting|commencing|ending)(?: on)? (?:the )?$")
_LEADS = frozenset(
    (
        *("ending", "commencing", "on", "the"),
        *("since", "starting", "beginning", "effective", "from", "until", "till", "of", "by", "to", "through", "than"),
        *("before", "after", "following", "up", "latest", "earliest"),
    )
)
"""The last words of what stands before a time and bounds it."""


def _followed(plain: str, moment: Moment, span: Span, ends: re.Match[str] | None) -> tuple[Moment, Span]:
    """What the words after the expression make of it."""
    if ends:
        return moment._replace(end=ends.end()), (span[0], None)
    if until_after := _until_after.match(plain, moment.end):
        whole = moment.day is None and moment.part is None and moment.fixed is None
        return moment._replace(end=until_after.end()), (None, _day_before(span[0]) if whole else span[1])
    if after_zh := _after_zh.match(plain, moment.end):
        return moment._replace(end=after_zh.end()), (_day_after(span[1]), None)
    if later := _or_later.match(plain, moment.end):
        return moment._replace(end=later.end()), (span[0], None)
    if earlier := _or_earlier.match(plain, moment.end):
        return moment._replace(end=earlier.end()), (None, span[1])
    return moment, span


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day and day > date.min else None


def _day_after(day: date | None) -> date | None:
    return day + timedelta(days=1) if day and day < date.max else None
