"""How far back a record reaches: the lowest turnout since 1980, the first title since 1998, the worst in 50 years."""

from typing import NamedTuple

from claims.compare.figures.ages import number
from claims.compare.figures.reckoned import Answer, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_BETWEEN = r"(?:[\w'’-]+ ){0,5}?"
_which = (
    r"\b(?P<which>first|highest|lowest|largest|biggest|greatest|smallest|fewest|longest|shortest|fastest|slowest"
    r"|strongest|weakest|hottest|coldest|warmest|coolest|wettest|driest|heaviest|lightest|steepest|sharpest|worst|best"
    r"|deadliest|costliest|busiest|(?:most|least)(?: (?!since\b)[a-z]+)?)"
)
_since = Cue(rf"{_which} {_BETWEEN}since (?:the )?(?:(?!first|high|low)[\w'’-]+ ){{0,3}}?{_YEAR}\b(?!s)")
_in_years = Cue(
    rf"{_which} {_BETWEEN}(?:in|for) (?:(?P<about>about|around|nearly|almost)|(?P<over>more than|over|at least))? ?"
    r"(?:(?P<span>a decade|half a century|a century|a generation)\b|(?P<many>[\w-]+) (?P<unit>years|decades)\b)"
)
_SPANS = {"a decade": 10, "a generation": 25, "half a century": 50, "a century": 100}
_LOW = frozenset(
    ["lowest", "smallest", "fewest", "shortest", "slowest", "weakest", "coldest", "coolest", "driest", "lightest"]
)
_ANY = frozenset(["worst", "best"])
"""What may be high or low."""


class Record(NamedTuple):
    """A record that a statement tells."""

    which: str
    year: int
    """The year since which it is one."""


@asks(_since)
def record(claim: Features, sentence: Features) -> Answer | None:
    """Whether a record reaches as far back as the claim says.

    What is the lowest since 1974 is the lowest since 1980 as well. What is the first since 1974 is that alone.
    """
    mine, theirs = _since_when(claim), _since_when(sentence)
    if mine is None or theirs is None or mine.year == theirs.year or not _of_one_sort(mine.which, theirs.which):
        return None
    holds = mine.which != "first" and theirs.year < mine.year
    beside = f"{'and so' if holds else 'not'} since {mine.year}"
    return Answer(holds, Facet.DATE, f"the {theirs.which} since {theirs.year}, {beside}")


@asks(_in_years)
def lasting(claim: Features, sentence: Features) -> Answer | None:
    """Whether a record is one of as many years as the claim says, by those that the sentence gives."""
    mine = _in_how_many(claim)
    theirs = (_in_how_many(sentence) or _until_then(sentence)) if mine else None
    if mine is None or theirs is None or not _of_one_sort(mine[0], theirs[0]):
        return None
    (which, years, rough), (other, given, _) = mine, theirs
    if given == years:
        return None
    least = years * (1 - ROUGH) if rough else years
    holds = given >= least if which != "first" else abs(given - years) <= years * ROUGH
    return Answer(holds, Facet.DATE, f"the {other} in {given} years, {'and so' if holds else 'not'} in {years}")


ROUGH = 0.15
"""How much less about so many years may be."""


def _since_when(side: Features) -> Record | None:
    found = _since.search(side.text.lower())
    return None if found is None else Record(found["which"], int(found["year"]))


def _in_how_many(side: Features) -> tuple[str, int, bool] | None:
    """The record, of how many years it is one, and whether that is about so many."""
    found = _in_years.search(side.text.lower())
    if found is None:
        return None
    years = _SPANS[found["span"]] if found["span"] else number(found["many"])
    years *= 10 if found["unit"] == "decades" else 1
    return None if years <= 1 else (found["which"], years, bool(found["about"]))


def _until_then(side: Features) -> tuple[str, int, bool] | None:
    """The record of the years from that since which it is one until the only other year told: since 1989, in 2013."""
    found = _since_when(side)
    if found is None:
        return None
    years = {int(match) for match in _a_year.findall(side.text)} - {found.year}
    return (found.which, max(years) - found.year, False) if len(years) == 1 and max(years) > found.year else None


_a_year = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _of_one_sort(one: str, other: str) -> bool:
    """Whether both tell of a first time, or both of something high, or of something low."""
    if "first" in {one, other} or one == other:
        return one == other
    return not _ANY.isdisjoint({one, other}) or _is_low(one) == _is_low(other)


def _is_low(which: str) -> bool:
    return which in _LOW or which.startswith("least")


__all__ = ["Record", "lasting", "record"]
