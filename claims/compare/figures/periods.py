"""What time an English claim speaks of: before the Civil War, in the early 1990s, by 1960, in the sixties.

Named ages are in `tables/eras_en.txt`.
"""

import datetime
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare.figures.ages import DECADES, ORDINALS
from claims.compare.needed import Cue
from claims.compare.values import Features, of_one
from claims.features.dates import dates
from evidence.text import lazy_re as re

LATEST = datetime.date.max
"""The last day of what has no end."""
Years = tuple[int, int]
"""The first and the last year, both inclusive."""


class Period(NamedTuple):
    """A time that a claim speaks of. What lies in it bears the claim out, what lies outside its margin refutes it."""

    low: datetime.date
    high: datetime.date
    """Both inclusive."""
    margin: tuple[datetime.date, datetime.date]
    """The widest that the words may mean, both inclusive: 1965 may still be one of the early sixties."""
    said: str
    """Its words, in small letters."""

    def holds(self, first: datetime.date, last: datetime.date) -> bool | None:
        """Whether a time lies in it; None where the words leave that open."""
        if self.low <= first and last <= self.high:
            return True
        return False if last < self.margin[0] or first > self.margin[1] else None


_LEAD = (
    r"\b(?P<lead>not? (?:later|earlier|sooner) than|not before|not after|before|after|during|in|by|until|since|at"
    r"|prior to|following|within|throughout|towards?|as early as|earlier than|later than|from)"
    r" (?:(?:the|a|an|its|very) )*"
)
_PART = (
    r"(?:(?P<part>first half|second half|latter half|(?:first|second|third|fourth|last|final) quarter|"
    r"(?:first|last|final) third|first decades?|early (?:part|years|days)|closing years"
    r"|final years|last years|opening years|early|late|mid|end|close|beginning|start|outbreak|onset|middle)"
    r"(?:-| (?:of|in) | )(?:the )?)?"
)
_ORDINAL = {word: number for word, number in ORDINALS.items() if number >= 10} | {"twenty-first": 21}
_CENTURY = rf"(?P<n>{'|'.join(_ORDINAL)}|\d\d(?:th|st))[ -]century\b"
_YEARS = rf"(?:(?P<y>1\d\d0|20\d0|[3-9]00)s|(?:nineteen[ -])?(?P<short>{'|'.join(DECADES)}))\b(?! of (?:his|her|their))"


@cache
def _named() -> dict[str, Years]:
    """The years of each age that has a name."""
    text = files("claims.compare").joinpath("tables", "eras_en.txt").read_text("utf-8")
    found = {}
    for line in text.splitlines():
        names, equals, years = line.partition(" = ")
        if equals and line[0] != "#":
            first, last = years.split("–")
            found.update({name.strip(): (int(first), int(last)) for name in names.split("|")})
    return found


@cache
def _patterns() -> tuple[Cue, re.Pattern[str], re.Pattern[str]]:
    """What names an age, and the expressions for one with its lead and for a century or decade with it."""
    names = "|".join(map(re.escape, sorted(_named(), key=len, reverse=True)))
    era = rf"(?P<era>{names})\b(?! (?:memorial|veterans?|museum|memories))"
    return (
        Cue(rf"\b(?:{names})\b"),
        re.compile(_LEAD + _PART + era),
        re.compile(f"{_LEAD}{_PART}(?:{_CENTURY}|{_YEARS})"),
    )


_counted = Cue(rf"\bcentury\b|\d0s\b|\b(?:{'|'.join(DECADES)})\b")
_war = Cue(
    r"\b(?P<lead>before|after|during|since|in|following|prior to) (?:the (?P<part>end|outbreak|start|beginning) of )?"
    r"the war\b(?! (?:of|with|against|in|on|between)\b)"
)
_WARS: tuple[Years, ...] = ((1914, 1918), (1939, 1945))
"""The wars that are called just the war."""
_stays = re.compile(r"(?:at least |up )?(?:until|till|as of)\b", re.IGNORECASE)


@of_one
def period_of(claim: Features) -> Period | None:
    """The time that a claim speaks of by name, century, decade or bound; none for a plain year or day.

    Until 1921, and in 1921 no longer; in 1893: the comparison of dates sees to those.
    """
    text = claim.text.lower().replace("’", "'")
    cue, named, counted = _patterns()
    found = named.search(text) if cue.may(text) else None
    if found is not None:
        return _period(found, _named()[found["era"]], boundary=True)
    if _counted.may(text) and (found := counted.search(text)) is not None:
        return _period(found, _span_of(found))
    for one in claim.dates:
        if (one.first is None) != (one.last is None) and not _stays.match(one.text):
            low = datetime.date.fromisoformat(one.first or "0001-01-01")
            high = datetime.date.fromisoformat(one.last or "9999-12-31")
            return Period(low, high, (low, high), one.text)
    return None


def not_until(claim: Features) -> Period | None:
    """The time of a claim that denies something until then: no school until the twentieth century, so one in it."""
    for one in claim.dates:
        if one.first is None and one.last and one.text.lower().startswith("until "):
            inner = dates(one.text[len("until ") :].rstrip("."))
            if inner and inner[0].first and inner[0].last and inner[0].first[:4] != inner[0].last[:4]:
                days = datetime.date.fromisoformat(inner[0].first), datetime.date.fromisoformat(inner[0].last)
                return Period(*days, days, one.text)
    return period_of(claim)


def of_the_war(claim: Features, year: int) -> Period | None:
    """The time before, in or after the war, where the year of a deed tells which war that is."""
    text = claim.text.lower()
    found = _war.search(text)
    if found is None or not _WARS[0][0] - NEAR <= year <= _WARS[1][1] + 2 * NEAR:
        return None
    years = min(_WARS, key=lambda war: min(abs(year - war[0]), abs(year - war[1])))
    return _period(found, years, boundary=True)


NEAR = 12
"""Years around a war within which it is the war."""


def _span_of(found: "re.Match[str]") -> Years:
    """The years of a century or a decade."""
    groups = found.groupdict()
    if year := groups["y"]:
        # the 1900s may be the decade or the century
        return int(year), int(year) + (99 if year.endswith("00") and int(year) < 2000 else 9)
    if short := groups["short"]:
        return 1900 + DECADES[short], 1909 + DECADES[short]
    written = groups["n"]
    start = (_ORDINAL.get(written) or int(written[:2])) * 100 - 100
    return start, start + 100


_SHARES = {
    "first half": (0.0, 0.5, 0.0), "second half": (0.5, 1.0, 0.0), "latter half": (0.5, 1.0, 0.0),
    "first quarter": (0.0, 0.25, 0.0), "second quarter": (0.25, 0.5, 0.0), "third quarter": (0.5, 0.75, 0.0),
    "last quarter": (0.75, 1.0, 0.0), "first third": (0.0, 0.33, 0.03), "last third": (0.66, 1.0, 0.03),
    "early": (0.0, 0.4, 0.1), "mid": (0.3, 0.8, 0.0), "middle": (0.3, 0.7, 0.1), "late": (0.6, 1.0, 0.1),
    "beginning": (0.0, 0.3, 0.1), "end": (0.7, 1.0, 0.2),
}  # fmt: skip
"""Which share of a time each part may be, and how much more of it the words may mean."""
_LIKE = {
    "fourth quarter": "last quarter", "final quarter": "last quarter", "final third": "last third",
    "start": "beginning", "onset": "beginning", "outbreak": "beginning", "opening years": "beginning",
    "first decade": "beginning", "first decades": "early", "early part": "early", "early years": "early",
    "early days": "early", "close": "end", "closing years": "end", "final years": "end", "last years": "end",
}  # fmt: skip


def _period(found: "re.Match[str]", years: Years, *, boundary: bool = False) -> Period | None:
    """The period of an age behind a word that leads to it. `boundary`: it begins and ends within a year."""
    (low, high), wide = years, years
    if part := found["part"]:
        part = _LIKE.get(part, part)
        if part in {"beginning", "end"} and (found["lead"] in _BESIDE or (boundary and high - low < DECADE)):
            low = high = low if part == "beginning" else high
            wide, boundary = (low, high), True
        else:
            first, last, more = _SHARES[part]
            size = high - low + (high - low < DECADE)
            wide = low + round((first - more) * size), low + round((last + more) * size) - (last < 1)
            low, high = low + round(first * size), low + round(last * size) - (last < 1)
            wide = max(years[0], wide[0]), min(years[1], wide[1])
            high = min(years[1], high)
    return _bounded(found["lead"], (low, high), wide, found[0], boundary=boundary)


DECADE = 10
_BESIDE = frozenset(["before", "after", "prior to", "earlier than", "later than", "following", "until"])


def _bounded(lead: str, years: Years, wide: Years, said: str, *, boundary: bool) -> Period | None:
    """The days that some years stand for behind a word; none for `until`: then it was so no longer."""
    (low, high), (first, last) = years, wide
    if lead == "until":
        return None
    if lead in {"before", "prior to", "earlier than"}:
        first, last = 1, (low if boundary else max(low - 1, first - 1))
        low, high = 1, min(low - 1, last)
    elif lead in {"by", "no later than", "not later than", "not after"}:
        low = first = 1
    elif lead in {"after", "following", "later than"}:
        first, last = (high if boundary else min(high + 1, last + 1)), LATEST.year
        low, high = high + 1, LATEST.year
    elif lead[:2] == "no" or (lead in {"since", "from"} and high == low):  # not before; since the 1990s: begun in them
        high = last = LATEST.year
    days = [datetime.date(max(1, year), 1, 1) for year in (low, first)]
    ends = [datetime.date(min(LATEST.year, year), 12, 31) for year in (high, last)]
    return Period(days[0], ends[0], (days[1], ends[1]), said)


__all__ = ["LATEST", "Period", "not_until", "of_the_war", "period_of"]
