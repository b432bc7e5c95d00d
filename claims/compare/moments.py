"""The times that an English sentence names, each end of a range by itself: born, from 1998 to 2006, until 7 June."""

import datetime
import re
from typing import NamedTuple

from claims.compare.tokens import DATE
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
    """The known times of a sentence in order; a day without a year is of the year that was named last."""
    found: list[Moment] = []
    tokens = sentence.tokens
    for place, (stem, which) in enumerate(zip(tokens.stems, tokens.number, strict=True)):
        if stem != DATE or which >= len(sentence.dates):
            continue
        one = sentence.dates[which]
        if ends := _ends(one):
            found += [Moment(place, *days, text, end) for days, text, end in zip(*ends, ("start", "end"), strict=True)]
        elif days := _days(one, found[-1] if found else None):
            found.append(Moment(place, *days, one.text))
    return found


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


def _days(one: DateSpan, before: Moment | None) -> _Days | None:
    low, high = one.first or one.last, one.last or one.first
    if low and high:
        return datetime.date.fromisoformat(low), datetime.date.fromisoformat(high)
    if before is None or (before.last - before.first).days > 366:
        return None
    found = dates(one.text, _SOME_YEAR) if re.search(r"\d", one.text) else []
    if not found or not found[0].first or found[0].first != found[0].last:
        return None
    day = datetime.date.fromisoformat(found[0].first)
    if (day.month, day.day) == (2, 29):
        return None
    year = before.last.year + (day.month < before.first.month)
    return day.replace(year=year), day.replace(year=year)


__all__ = ["Moment", "moments"]
