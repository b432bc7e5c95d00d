"""Claims that set a thing in, before or after a time that has a name, a century, a decade or a year."""

import datetime
import re

from claims.compare import words
from claims.compare.figures.ages import birth_years, timed
from claims.compare.figures.dated import deed
from claims.compare.figures.events import BIRTH, FOUNDING, events, side_of
from claims.compare.figures.moments import moments
from claims.compare.figures.reckoned import Answer, asks, dated_affinity, topics
from claims.compare.figures.spells import cued
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet

_ERAS = {
    r"(?:the )?(?:first world war|world war (?:i|one)|great war)\b": (1914, 1918),
    r"(?:the )?(?:second world war|world war (?:ii|two))\b": (1939, 1945),
    r"(?:the )?french revolution\b": (1789, 1799),
    r"(?:the )?(?:american )?civil war\b": (1861, 1865),
    r"(?:the )?russian revolution\b": (1917, 1917),
    r"(?:the )?turn of the (?:20th|twentieth) century\b": (1900, 1901),
    r"(?:the )?turn of the (?:21st|twenty-first|millennium)\b": (2000, 2001),
    r"(?:the )?(?:end|fall) of (?:the )?(?:cold war|berlin wall|communism)\b": (1989, 1991),
}  # fmt: skip
_ORDINAL = {
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_century = re.compile(
    rf"(?:the )?(?:(?P<part>first half|second half|early|late|end|beginning|start|middle) (?:of )?(?:the )?)?"
    rf"(?P<n>{'|'.join(_ORDINAL)}|\d\d(?:th|st)) century\b"
)
_years = re.compile(r"(?:the )?(?:early |mid-|late )?(?P<y>1[0-9]\d0|20\d0)s\b")
_LEAD = (
    r"\b(?P<lead>not? (?:later|earlier|sooner) than|not before|not after|before|after|during|in|by|until|since"
    r"|prior to|following|within|as early as|earlier than|later than)\s+(?:the (?:start|beginning|end|outbreak) of )?"
)


Time = tuple[int, datetime.date, datetime.date, str]
"""Where a time stands, its first and last day, and its words."""


def era(claim: Features, sentence: Features) -> Answer | None:
    """In the nineteenth century, before the First World War, by 1960: against the time that the sentence gives."""
    text = claim.text.lower()
    asked = era_asked(claim)
    if asked is None:
        return None
    low, high, said = asked
    if "born" in claim.tokens.words and (birth := birth_years(sentence)):
        born = datetime.date(birth[0], 1, 1), datetime.date(birth[1], 12, 31)
        return _compared(*born, low, high, birth[2], said)
    times = [(one.place, one.first, one.last, one.text) for one in moments(sentence)] or timed(sentence)
    if _ceased.search(text):
        return _ended(sentence, low if high == LATEST else high, said)
    tokens = sentence.tokens
    about = topics(claim).union(claim.tokens.named)
    going_on = "since" in claim.tokens.words
    times = [
        time for time in times if (time[2] - time[1]).days < 5000 and bool(_lasting.match(time[3])) == going_on
    ] or times
    times = _of_its_kind(claim, sentence, times)
    if not times:
        return None
    verbs = _deeds(about)
    told = verbs | topics(claim)
    scored = sorted(
        ((_dated(tokens, time, about, verbs) + TOLD * deed(tokens, time[0], told), -time[0], time) for time in times),
        reverse=True,
    )
    unclear = len(scored) > 1 and scored[0][0] <= UNCLEAR
    best = _of_its_end(claim, sentence, times) if unclear else scored[0][2]
    if best is None or _of_other_end(claim, sentence, best):
        return None
    if denied := _has_not(claim):
        said = f"not {said}"
    answers = [_compared(*_days_of(one), low, high, one[3], said) for one in _listed_with(best, times, tokens)]
    known = [one for one in answers if one is not None]
    answer = next((one for one in known if one.holds), known[0] if len(known) == len(answers) else None)
    if answer is None or not denied:
        return answer
    return Answer(not answer.holds, answer.facet, answer.reason)


UNCLEAR = 0.15
"""A time to which no more of the claim's words belong is not the one that the claim speaks of."""


def _of_its_end(claim: Features, sentence: Features, times: list[Time]) -> Time | None:
    """The one time that tells how something came into being, or how it ceased to be, as the claim does in other words.

    Ceased publication before 1950, against founded in 1868 and closed down in 1948.
    """
    mine, _ = _ends_of(topics(claim))
    told = {one.moment.place for one in events(sentence) if mine and one.own and not one.verbs.isdisjoint(mine)}
    found = [time for time in times if time[0] in told]
    return found[0] if len(found) == 1 else None


def _of_other_end(claim: Features, sentence: Features, time: Time) -> bool:
    """Whether a time tells how something came into being, and the claim how it ceased to be: signed, expired."""
    _, others = _ends_of(topics(claim))
    return any(
        one.moment.place == time[0] and one.own and one.verbs <= others
        for one in events(sentence)
        if others and one.verbs
    )


def _ends_of(about: set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the end of a life that a claim tells, and of the other; none where it tells neither or both."""
    for ends in words.sides("lives"):
        for mine, others in (ends, ends[::-1]):
            if not mine.isdisjoint(about) and others.isdisjoint(about):
                return mine, others
    return frozenset(), frozenset()


_ceased = re.compile(r"\b(?:no longer|not any ?more|(?:not|n't)\b.* any longer)\b")
_up_to = re.compile(r"\b(?:until|till|up to)\b[^,;]*$")


def _ended(sentence: Features, day: datetime.date, said: str) -> Answer | None:
    """No longer the coach after 2015, against the one end that the sentence gives: until her dismissal in 2014."""
    tokens = sentence.tokens
    ends = [
        one
        for one in moments(sentence)
        if one.end == "end"
        or one.text.lower().startswith("until")
        or _up_to.search(" ".join(tokens.words[max(0, one.place - ENDED) : one.place]))
    ]
    if len(ends) != 1:
        return None
    holds = ends[0].first <= day
    return Answer(holds, Facet.DATE, f"the end, “{ends[0].text}”, is {'not later' if holds else 'later'} than “{said}”")


ENDED = 5
"""Words between `until` and the year of an end: until her dismissal in 2014."""


def _of_its_kind(claim: Features, sentence: Features, times: list[Time]) -> list[Time]:
    """The times without those of births, foundations and ends, where a claim speaks of none and others are left."""
    kinds = BIRTH | FOUNDING
    if "until" not in claim.tokens.words:
        times = [time for time in times if not time[3].lower().startswith("until")] or times
    if len(times) < 2 or not kinds.isdisjoint(side_of(claim.tokens, range(len(claim.tokens.stems))).deed):
        return times
    begun = {one.moment.place for one in events(sentence) if one.own and not kinds.isdisjoint(one.verbs)}
    return [time for time in times if time[0] not in begun] or times


def _listed_with(one: Time, times: list[Time], tokens: Tokens) -> list[Time]:
    """The times that a deed has in a list, of which one is given: erupted in 1902, 1929 and again in 1963."""

    def joined(first: Time, second: Time) -> bool:
        between = range(min(first[0], second[0]) + 1, max(first[0], second[0]))
        return all(not tokens.content[i] or tokens.words[i] in _AGAIN for i in between)

    chain, left = [one], [time for time in times if time is not one]
    while more := [time for time in left if any(joined(time, each) for each in chain)]:
        chain += more
        left = [time for time in left if time not in more]
    return chain


_AGAIN = frozenset(["again", "recently", "once", "lastly", "finally", "most", "then"])


def _has_not(claim: Features) -> bool:
    """Whether a claim of one clause denies its deed for a time; not until 1890 is after it."""
    return _goes_on(claim) and "until" not in claim.tokens.words and len(set(claim.tokens.clause)) == 1


def _days_of(time: Time) -> tuple[datetime.date, datetime.date]:
    """The first and the last day on which it may have been; before 1250 leaves all earlier ones open."""
    bound = _bounding.match(time[3].lower())
    if bound is None:
        return time[1], time[2]
    return (time[1], LATEST) if bound["from"] else (datetime.date.min, time[2])


_bounding = re.compile(
    r"(?:(?P<from>not? earlier than|not before|after|later than)|before|prior to|by|earlier than|not? later than)\b"
)


def _compared(
    first: datetime.date, last: datetime.date, low: datetime.date, high: datetime.date, told: str, said: str
) -> Answer | None:
    if low <= first and last <= high:
        return Answer(True, Facet.DATE, f"“{told}” lies within “{said}”")
    if last < low or first > high:
        return Answer(False, Facet.DATE, f"“{told}” and “{said}” are different times")
    return None


_until = re.compile(
    r"\b(?P<least>at least )?(?:until|till|up to)(?: (?P<more>at least|after|beyond|past))? (?:[a-z]+ )?"
    r"(?P<y>1[0-9]\d\d|20\d\d)\b"
)
_OVER = words.reckoned_words("superseded")


def _goes_on(claim: Features) -> bool:
    """Whether a claim says that something did not happen until then."""
    return not words.negations().isdisjoint(claim.tokens.seen)


LATEST = datetime.date.max
"""The last day of what has no end."""
TOLD = 1.0
"""What it adds that the verb nearest before a time is the claim's, or tells of the same deed."""
_lasting = re.compile(r"since\b", re.IGNORECASE)
"""The beginning of what goes on: when a thing was done, another time of the sentence tells."""


def _dated(tokens: Tokens, time: Time, about: set[str], verbs: set[str]) -> float:
    return dated_affinity(tokens, time[0], about | verbs)


def _deeds(about: set[str]) -> set[str]:
    """The words that may tell of the same deeds as some stems; what is built is also launched, laid or begun."""
    found = set[str]().union(*(group for group in words.reckoning("deeds") if not group.isdisjoint(about)))
    return found if BUILDING.isdisjoint(about) else found | FOUNDING


BUILDING = frozenset(map(words.stem, ["build", "construct", "erect", "make"]))


_ASKED: tuple[tuple["re.Pattern[str]", tuple[int, int] | None], ...] = (
    *((re.compile(_LEAD + era), years) for era, years in _ERAS.items()),
    (re.compile(_LEAD + _century.pattern), None),
    (re.compile(_LEAD + _years.pattern), None),
)


@asks(_until)
def until(claim: Features, sentence: Features) -> Answer | None:
    """The tallest until 1990, against a title that it lost in 1996; until at least 1990, until after 1990."""
    found = _until.search(claim.text.lower())
    bounded = found is not None and (found["least"] or found["more"])
    if found is None or _goes_on(claim) or (any(one.first for one in claim.dates) and not bounded):
        return None
    ends = [
        one
        for one in moments(sentence)
        if one.end == "end"
        or one.text.lower().startswith("until")
        or (not one.end and cued(sentence.tokens, one, _OVER))
    ]
    if not ends:
        return None
    last = ends[-1]
    year = int(found["y"])
    holds = last.first.year <= year <= last.last.year
    if bounded:
        holds = last.first.year >= year + (found["more"] in {"after", "beyond", "past"})
    return Answer(holds, Facet.DATE, f"“{last.text}” {'bears out' if holds else 'is not'} “{found[0]}”")


_led = Cue(_LEAD)


def era_asked(claim: Features) -> tuple[datetime.date, datetime.date, str] | None:
    """The first and last day that a claim speaks of by name, century, decade or bound, and its words."""
    text = claim.text.lower()
    if not _led.search(text) and not claim.dates:
        return None
    for pattern, span in _ASKED:
        if (found := pattern.search(text)) is not None:
            years = _years_of(found["lead"], *(span or _span_of(found)))
            return None if years is None else (*years, found[0])
    for one in claim.dates:
        # Until 1921, and in 1921 no longer; in 1893: the comparison of dates sees to that.
        if (one.first is None) != (one.last is None) and not _stays.match(one.text):
            low, high = one.first or "0001-01-01", one.last or "9999-12-31"
            return datetime.date.fromisoformat(low), datetime.date.fromisoformat(high), one.text
    return None


_stays = re.compile(r"(?:at least |up )?(?:until|till|as of)\b", re.IGNORECASE)


def _years_of(lead: str, low: int, high: int) -> tuple[datetime.date, datetime.date] | None:
    """The days that the years of an era stand for behind a word; none for `until`: then it was so no longer."""
    if lead == "until":
        return None
    if lead in {"before", "prior to", "earlier than"}:
        low, high = 1, low - 1
    elif lead in {"by", "no later than", "not later than", "not after"}:
        low = 1
    elif lead in {"after", "following", "later than"}:
        low, high = high + 1, LATEST.year
    elif lead[:2] == "no" or (lead == "since" and high == low):  # not before; since the 1990s: begun in them
        high = LATEST.year
    return datetime.date(low, 1, 1), datetime.date(high, 12, 31)


def _span_of(found: "re.Match[str]") -> tuple[int, int]:
    groups = found.groupdict()
    if year := groups.get("y"):
        start = int(year)
        return (start, start + 9) if found[0].endswith("s") else (start, start)
    written = groups["n"]
    start = (_ORDINAL.get(written) or int(written[:2])) * 100 - 100
    part = groups.get("part") or ""
    if part in {"first half", "early", "beginning", "start"}:
        return start, start + 50
    if part in {"second half", "late", "end"}:
        return start + 50, start + 100
    return start + 1 if not part else start + 30, start + 100 if not part else start + 70


__all__ = ["era", "era_asked", "until"]
