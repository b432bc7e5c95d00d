"""The times that an English sentence names, each end of a range by itself: born, from 1998 to 2006, until 7 June."""

import datetime
import re
from collections.abc import Iterable
from typing import NamedTuple

from claims.compare import words
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, of_one
from claims.features.dates import dates
from claims.model import DateSpan

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

    A day without a year is of the year that was named last; nine years later, or the following year, is so long after.
    """
    found: list[Moment] = []
    tokens = sentence.tokens
    for place in _timed(tokens):
        stem, which = tokens.stems[place], tokens.number[place]
        if stem == _YEAR:
            if found and (turned := _year_beside(tokens, place)):
                found.append(_after(found[-1], turned, place, "that year"))
            continue
        if stem == QUANTITY and found and which < len(sentence.quantities):
            if (years := _years_later(sentence, place, which)) is not None:
                found.append(_after(found[-1], years, place, f"{sentence.quantities[which].text} later"))
            continue
        if stem != DATE or which >= len(sentence.dates):
            continue
        one = sentence.dates[which]
        if found and one.first is one.last is None and (turn := _turns.fullmatch(one.text.lower())):
            found.append(_after(found[-1], -1 if turn["before"] else 1, place, one.text))
        elif ends := _ends(one):
            found += [Moment(place, *days, text, end) for days, text, end in zip(*ends, ("start", "end"), strict=True)]
        elif days := _days(one, found[-1] if found else None, _turn_of_year(sentence, place)):
            found.append(Moment(place, *days, one.text))
    return found


_YEAR = words.stem("year")
_turns = re.compile(r"(?:in )?the (?:(?P<before>previous|preceding|prior)|(?:following|next|subsequent)) year")


def _timed(tokens: Tokens) -> Iterable[int]:
    """Where a sentence may name a time: its figures and times, and the word year."""
    if _YEAR not in tokens.seen:
        return tokens.figured
    return [i for i, stem in enumerate(tokens.stems) if tokens.number[i] >= 0 or stem == _YEAR]


def _years_later(sentence: Features, place: int, which: int) -> int | None:
    """How many years after the time named before a figure tells, nine years later; less than none for before it."""
    one, side = sentence.quantities[which], _side(sentence.tokens, place)
    if one.unit != "years" or not side or one.low is None or one.low != one.high:
        return None
    return side * int(one.low) if 0 < one.low < LONGEST else None


def _year_beside(tokens: Tokens, place: int) -> int:
    """1 for a year later, -1 for the year before, 0 where no year beside the one named before is meant."""
    before = tokens.words[max(0, place - 1) : place]
    if before in (["preceding"], ["previous"], ["prior"]):
        return -1
    return _side(tokens, place) if before in (["a"], ["the"], ["one"]) else 0


def _side(tokens: Tokens, place: int) -> int:
    """Whether so many years later are meant, 1, or earlier, -1: before and after only where nothing follows them."""
    behind = tokens.words[place + 1 : place + 2]
    if behind in (["later"], ["afterwards"]):
        return 1
    if behind in (["earlier"], ["previously"]):
        return -1
    end = place + 2 >= len(tokens.words) or tokens.clause[place + 2] != tokens.clause[place]
    return {"before": -1, "after": 1}.get(behind[0], 0) if behind and end else 0


LONGEST = 300
"""Years at most between two times that a sentence ties in that way."""


def _after(before: Moment, years: int, place: int, text: str) -> Moment:
    first, last = before.first.year + years, before.last.year + years
    return Moment(place, datetime.date(first, 1, 1), datetime.date(last, 12, 31), text)


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
    return None if found is None else int(found["which"] in {"following", "next"})


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
    if not found or not found[0].first or found[0].first != found[0].last:
        return None
    day = datetime.date.fromisoformat(found[0].first)
    if (day.month, day.day) == (2, 29):
        return None
    year = before.last.year + (day.month < before.first.month)
    return day.replace(year=year), day.replace(year=year)


def _in_month(one: DateSpan, before: Moment, turn: int) -> _Days | None:
    """The days of a time that a month and the turn of the year tell."""
    found = dates(one.text, _SOME_YEAR)
    if not found or not found[0].first or not found[0].last:
        return None
    first, last = (datetime.date.fromisoformat(end) for end in (found[0].first, found[0].last))
    if (last - first).days > 31 or (last.month, last.day) == (2, 29):
        return None
    year = before.last.year + turn
    return first.replace(year=year), last.replace(year=year)


__all__ = ["Moment", "moments"]
