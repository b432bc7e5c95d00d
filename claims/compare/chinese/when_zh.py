"""Whether the time that a short Chinese claim gives or bounds is that of the same deed in a long sentence.

Built before 2010, open from 2027 at the earliest, reached the top by noon: the claim gives one time and no figure; of
the times of the sentence the one counts that stands beside the words of the deed, or beside a word of its kind.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.compare.chinese.once_zh import events_in
from claims.compare.chinese.worked_parts import Amount, amounts_of, predicate, said_in
from claims.compare.facets.period import REFERENCE, Days, span_of, touch
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from claims.model import DateSpan
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_clause = re.compile("[,;。:!?()]")
_no_later = re.compile(
    "早在$|(?:最[迟晚]|至迟|不[晚迟]于|早于|先于|赶在|[不未]到|没到)(?:也?[是在要于]?)$|^(?:的?时候)?(?:之?前)?,?[^,;。]{0,3}(?:早已|早就|就已|就|便已|便|已经?)"
)
_no_earlier = re.compile(
    "(?:最[早快]|不早于|晚于|迟于|至少|起码)(?:也?[是在要得]?(?:等?到|于|在)?)$|(?:也?要|须|得|需)等?到了?$"
)
_until = re.compile("(?:直[到至]|一直到|[迟晚]至)$")
_then = re.compile("^[^,;。]{0,4}才")
_not_until = re.compile("(?:最快|要|得|须)[^,;。]{0,4}$")


class Told(NamedTuple):
    """A time of a sentence: its days, its words, how well it fits, and whether a word of the same kind is told."""

    days: Days
    text: str
    fit: float
    kind: bool


def dated(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether the sentence bears out the one time of a claim without figures, its own time, and the claim's."""
    if len(claim.dates) != 1 or claim.quantities or not sentence.dates or claim.key.count(DATE) != 1:
        return None
    one = claim.dates[0]
    days, assumed = span_of(one, claim, shared_time=_calendar.search(one.text) is not None)
    if days == (None, None):
        return None
    days = _in_one_year(days, one.text) if assumed else days
    at = claim.key.index(DATE)
    bounded = _bounded(days, claim.key[:at], claim.key[at + 1 :])
    told = [each for each in _times(claim, sentence, assumed=assumed) if each.fit >= LEAST]
    best = max(told, key=lambda each: each.fit, default=None)
    if best is None or (len(told) > 1 and any(each is not best and best.fit - each.fit < CLEAR for each in told)):
        return None
    if fold_key(best.text) == fold_key(one.text) or (bounded is None and not best.kind):
        return None
    holds = touch(best.days, bounded or days)
    if holds and bounded is None and (days[0] or "") > (best.days[0] or ""):
        return None
    if not holds and not best.kind and best.fit < SURE:
        return None
    return holds, best.text, one.text


def reached(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether a figure that both tell was come to at the claim's time: 1970年以前突破百万册, 1966年突破100万册."""
    if len(claim.dates) != 1 or len(claim.quantities) != 1 or len(sentence.dates) < SEVERAL:
        return None
    days = days_of(claim.dates[0], claim)
    asked = claim.quantities[0]
    ends = asked.low, asked.high
    same = [one for one in amounts_of(sentence) if (one.quantity.low, one.quantity.high) == ends]
    value = asked.high if asked.low is None else asked.low
    if asked.low != asked.high:  # 突破百万册, 突破100万册: the bound is that of the very figure
        same = same or [one for one in amounts_of(sentence) if one.quantity.low == one.quantity.high == value]
    if days is None or len(same) != 1 or asked.unit == "years" or not value or value < LARGE:
        return None
    if (told := time_of(sentence, same[0])) is None:
        return None
    at = claim.key.index(DATE)
    allowed = _bounded(days, claim.key[:at], claim.key[at + 1 :]) or days
    return touch(told, allowed), same[0].quantity.text, claim.dates[0].text


SEVERAL, LARGE = 2, 100
"""Times in the sentence at least, and a figure so large that few other things have it."""
LEAST, CLEAR, SURE = 0.34, 0.15, 0.99
_calendar = re.compile("[\\d一二三四五六七八九十]+月")


def _bounded(days: Days, before: str, after: str) -> Days | None:
    """The days that a bound around a time allows; None where the time itself is meant."""
    before, after = _clause.split(before)[-1], _clause.split(after)[0]
    if None in days:
        return days
    if _until.search(before) and _then.match(after):
        return None
    if _no_later.search(before) or (_no_later.match(after) and not _then.match(after)):
        return (None, days[1])
    if _no_earlier.search(before) or (_then.match(after) and _not_until.search(before)):
        return (days[0], None)
    return None


def _times(claim: Features, sentence: Features, *, assumed: bool) -> Iterator[Told]:
    """The times of a sentence with how well what stands beside them fits what a claim tells."""
    deed = predicate(claim, sentence).replace(DATE, "").replace(QUANTITY, "")
    kinds = events_in(claim.key)
    key = sentence.key
    found = [at for at, char in enumerate(key) if char == DATE]
    known = [
        (one, at)
        for one, at in zip(sentence.dates, found, strict=False)
        if one.first or one.last or _calendar.search(one.text)
    ]
    places = [at for _, at in known]
    for number, (one, at) in enumerate(known):
        days, guessed = span_of(one, sentence, shared_time=_calendar.search(one.text) is not None)
        if days == (None, None) or guessed != assumed or _meant_before.search(key, 0, at):
            continue
        days = _in_one_year(days, one.text) if guessed else days
        near = beside(key, at, places[number - 1] if number else -1, places[number + 1 : number + 2])
        here = events_in(near)
        if kinds and here and kinds.isdisjoint(here):
            continue
        alike = bool(kinds & here)
        yield Told(days, one.text, said_in(deed, near) * (not kinds or alike) + KIND * alike, alike)


KIND = 0.5
_meant_before = re.compile(
    "(?<![比较按照依如])(?:原[本先]?(?:计划|[定订拟])|本来|原来)[^,;。:!?]{0,4}$|由(?:原[定订]的?)?$"
)
"""What leads to a time that was given up: 由原定的5月推迟至9月."""
_relative = re.compile("[今去明前后上下本这]")


def time_of(sentence: Features, one: Amount) -> Days | None:
    """The time right before a figure in its clause; a month without its year is of an assumed one."""
    said = [each for each in sentence.dates if each.text and fold_key(each.text) in one.lead]
    if not said:
        return None
    return days_of(max(said, key=lambda each: one.lead.rfind(fold_key(each.text))), sentence)


def days_of(one: DateSpan, side: Features) -> Days | None:
    """The days of a time; of a month without its year those in one that all such months are taken to be of."""
    calendar = _calendar.search(one.text) is not None
    days, assumed = span_of(one, side, shared_time=calendar)
    if days == (None, None):
        return None
    return _in_one_year(days, one.text) if assumed and calendar else days


def _in_one_year(days: Days, text: str) -> Days:
    """The days of a month without a year in the year that all such months are taken to be of."""
    if _relative.search(text):
        return days
    moved = [None if day is None else f"{REFERENCE.year}{day[4:]}".replace("02-29", "02-28") for day in days]
    return moved[0], moved[1]


def beside(key: str, at: int, last: int, following: list[int]) -> str:
    """What is told of a time: its clause as far as the times before and behind it; the next one where it is empty."""
    start = max((match.end() for match in _clause.finditer(key, 0, at)), default=0)
    start = max(start, last + 1)
    stop = following[0] if following else len(key)
    ends = [match.start() for match in _clause.finditer(key, at + 1, stop)]
    end = ends[0] if ends else stop
    if end - at - 1 < SHORT and at - start < SHORT and len(ends) > 1:
        end = ends[1]
    return key[start:at] + "," + key[at + 1 : end]


SHORT = 2
