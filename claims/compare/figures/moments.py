"""The times that an English sentence names, each end of a range by itself: born, from 1998 to 2006, until 7 June."""

import datetime
from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.since import since_a_record
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, of_one
from claims.features.dates import dates
from claims.model import DateSpan
from evidence.text import lazy_re as re

_joint = re.compile(r"\s*[–—-]\s*|\s+(?:to|until|till|through|and)\s+", re.IGNORECASE)
_lead = re.compile(r"^(?:from|between|since|in|on)\s+", re.IGNORECASE)
_season = re.compile(r"^\d{4}\s*[–—/-]\s*\d{2}$")
_SOME_YEAR = datetime.date(2001, 1, 1)
"""Any day by which a day and month without a year can be read."""


class Moment(NamedTuple):
    """A time that a sentence names."""

    place: int
    """The index of its token."""
    first: datetime.date
    last: datetime.date
    """Both inclusive: a year is all of its days."""
    text: str
    end: str = ""
    """`start` or `end` of a range that the sentence gives as such."""

    @property
    def middle(self) -> float:
        """Its middle, in days."""
        return (self.first.toordinal() + self.last.toordinal()) / 2


@of_one
def moments(sentence: Features) -> list[Moment]:
    """The known times of a sentence in order.

    A day without a year is of the year that was named last; nine years later, the next day, the following year is so
    long after the time before. A record's `since 1976` is no time of anything.
    """
    return _read(sentence, None)


@of_one
def calendar(sentence: Features) -> list[Moment]:
    """The same, or all days and months of one unknown year where the sentence names none: their order is known."""
    return moments(sentence) or _read(sentence, Moment(-1, _SOME_YEAR, _SOME_YEAR, ""))


def _read(sentence: Features, before: Moment | None) -> list[Moment]:
    """The times of a sentence; `before` is the time before the first, where its year is to be taken for granted."""
    found: list[Moment] = []
    tokens = sentence.tokens
    for place in sorted({*tokens.figured, *_words_of_time(tokens)}):
        stem, which = tokens.stems[place], tokens.number[place]
        last = found[-1] if found else before
        if stem != DATE or which >= len(sentence.dates):
            if last is not None and last.place >= 0 and (later := _later(sentence, place, last)) is not None:
                found.append(later)
            continue
        one = sentence.dates[which]
        if since_a_record(tokens, place, one.text):
            continue
        if ends := _ends(one):
            found += [Moment(place, *days, text, end) for days, text, end in zip(*ends, ("start", "end"), strict=True)]
        elif days := _days(one, last, _turn_of_year(sentence, place)):
            found.append(Moment(place, *days, one.text))
        elif last is not None and last.place >= 0 and (said := _turned.fullmatch(one.text.lower().strip(" .,;:"))):
            steps = {"same": 0, "previous": -1, "preceding": -1, "prior": -1}.get(said["which"], 1)
            if (later := _shifted(last, steps, said["unit"], place, one.text)) is not None:
                found.append(later)
    return found


# --- so long after -----------------------------------------------------------------------------------------------

_turned = re.compile(
    r"(?:in )?(?:the )?(?P<which>next|following|subsequent|same|previous|preceding|prior) (?P<unit>day|week|month|year)"
)
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_LATER, _EARLIER = frozenset(["later", "afterwards", "after"]), frozenset(["earlier", "before", "previously"])
LONGEST = 300
"""Years at most between two times that a sentence ties in that way."""


def _words_of_time(tokens: Tokens) -> list[int]:
    """Where `a year later` and `the day after` stand."""
    return [
        i
        for i in range(1, len(tokens.words) - 1)
        if tokens.words[i] in _UNITS
        and tokens.words[i - 1] in {"a", "one", "the"}
        and tokens.words[i + 1] in _LATER | _EARLIER
    ]


def _later(sentence: Features, place: int, last: Moment) -> Moment | None:
    """The time that is so long after, or before, the one named last: nine years later, a month earlier."""
    tokens, which = sentence.tokens, sentence.tokens.number[place]
    word = tokens.words[place + 1] if place + 1 < len(tokens.words) else ""
    beside = word in {"after", "before"} and not _closes(tokens, place + 2)
    if word not in _LATER | _EARLIER or beside or tokens.words[place + 2 : place + 3] == ["than"]:
        return None
    if tokens.stems[place] != QUANTITY:
        steps, unit, text = 1, tokens.words[place], f"{tokens.words[place - 1]} {tokens.words[place]} {word}"
    else:
        one = sentence.quantities[which] if which < len(sentence.quantities) else None
        if one is None or one.low is None or one.low != one.high or not 0 < one.low < LONGEST:
            return None
        steps, unit, text = int(one.low), (one.unit or "").removesuffix("s"), f"{one.text} {word}"
    return _shifted(last, steps if word in _LATER else -steps, unit, place, text)


def _closes(tokens: Tokens, place: int) -> bool:
    """Whether a clause ends before a place."""
    return place >= len(tokens.words) or tokens.clause[place] != tokens.clause[place - 1]


def _shifted(last: Moment, steps: int, unit: str, place: int, text: str) -> Moment | None:
    """A time some days, weeks, months or years from another, as closely as that is known; a year is a whole one."""
    if unit == "year":
        first, end = last.first.year + steps, last.last.year + steps
        return Moment(place, datetime.date(first, 1, 1), datetime.date(end, 12, 31), text)
    known = (last.last - last.first).days
    if unit not in _UNITS or known > MONTH or (known and unit != "month"):
        return None
    far = datetime.timedelta(days=steps * _UNITS[unit])
    wide = datetime.timedelta(days=0 if unit == "day" or not steps else _UNITS[unit] // 2)
    return Moment(place, last.first + far - wide, last.last + far + wide, text)


MONTH = 31
"""Days of the longest."""


def _turn_of_year(sentence: Features, place: int) -> int | None:
    """The year that is meant, counted from the one named before: October of that year, of the following year."""
    tokens = sentence.tokens
    said = [
        sentence.dates[which].text.lower() if stem == DATE and which < len(sentence.dates) else word
        for word, stem, which in zip(
            *(column[place + 1 : place + 5] for column in (tokens.words, tokens.stems, tokens.number)), strict=True
        )
    ]
    behind = " ".join(said)
    found = _of_year.match(behind)
    if found is None:
        return 0 if tokens.words[place - 1 : place] == ["that"] else None  # entered service that August
    return int(found["which"] in {"following", "next"})


_of_year = re.compile(r"(?:in |of )?(?:the |that )?(?P<which>following|next|same|that|year)\b(?: year)?")


_Days = tuple[datetime.date, datetime.date]


def _ends(one: DateSpan) -> tuple[list[_Days], list[str]] | None:
    """Both ends of a range: 1998 to 2006; a season such as 1987–88 is one time."""
    if not (one.first and one.last) or _season.match(one.text):
        return None
    parts = _joint.split(_lead.sub("", one.text.strip()))
    if len(parts) != 2:
        return None
    last = dates(parts[1], _SOME_YEAR)
    if len(last) != 1 or not last[0].first or last[0].last != one.last:
        return None
    known = dates(parts[0])
    first = known[0] if len(known) == 1 and known[0].first == one.first else None
    start = datetime.date.fromisoformat(one.first)
    opened = datetime.date.fromisoformat(first.last) if first and first.last else start
    return (
        [(start, opened), (datetime.date.fromisoformat(last[0].first), datetime.date.fromisoformat(one.last))],
        parts,
    )


def _days(one: DateSpan, before: Moment | None, turn: int | None) -> _Days | None:
    low, high = one.first or one.last, one.last or one.first
    if low and high:
        return datetime.date.fromisoformat(low), datetime.date.fromisoformat(high)
    if before is None or (before.last - before.first).days > 366:
        return None
    found = dates(one.text, _SOME_YEAR) if re.search(r"\d", one.text) else []
    if turn is not None:
        return _in_month(one, before, turn)
    if before.last.year == _SOME_YEAR.year and _month.search(one.text):
        return _in_month(one, before, 0)
    if not found or not found[0].first or found[0].first != found[0].last:
        return None
    day = datetime.date.fromisoformat(found[0].first)
    if (day.month, day.day) == (2, 29):
        return None
    year = before.last.year + (day.month < before.first.month)
    return day.replace(year=year), day.replace(year=year)


_month = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\b(?!.* (?:last|next|this) )", re.IGNORECASE
)


def _in_month(one: DateSpan, before: Moment, turn: int) -> _Days | None:
    """The days of a time that a month and the turn of the year tell."""
    found = dates(one.text.removesuffix(" on"), _SOME_YEAR)
    if not found or not found[0].first or not found[0].last:
        return None
    first, last = (datetime.date.fromisoformat(end) for end in (found[0].first, found[0].last))
    if (last - first).days > 31 or (last.month, last.day) == (2, 29):
        return None
    year = before.last.year + turn
    return first.replace(year=year), last.replace(year=year)


# --- what happened then ------------------------------------------------------------------------------------------


def deed(tokens: Tokens, place: int, told: set[str]) -> bool:
    """Whether the verb nearest before a time is one of some deeds."""
    for i in range(place - 1, max(-1, place - REACH), -1):
        if tokens.stems[i] == DATE:
            return False
        if tokens.stems[i] in told:
            return True
        if _verbal(tokens, i):
            return False
    return False


REACH = 12
"""Tokens before a time, in its sentence, in which the deed may stand that it dates."""


def deeds_of(tokens: Tokens, *, last: bool = False) -> set[str]:
    """The stems of a claim's verbs in the past, or of the last one, and of all words that may tell of the same deeds.

    Listed as having been built: the last verb is the deed.
    """
    verbs = [stem for i, stem in enumerate(tokens.stems) if _verbal(tokens, i)]
    own = set(verbs[-1:] if last else verbs)
    said = own if last else tokens.stems
    return own.union(*(group for group in words.reckoning("deeds") if not group.isdisjoint(said)))


def _verbal(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return tokens.content[i] and not tokens.name[i] and (word.endswith("ed") or word in words.past_forms())


__all__ = ["Moment", "calendar", "deed", "deeds_of", "moments"]
