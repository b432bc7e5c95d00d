"""The values the reading of numbers passes on: an atom as found, a reading with its unit, the text around them."""

import re
from bisect import bisect_right
from typing import NamedTuple

from claims.features import numbers_zh
from claims.features.numbers_text import tidy
from claims.features.quantities_units import Unit

MAX_DIGITS = 18
"""A longer row of figures is an id."""
EXACT = 1e15
"""Up to this, a whole number has no dust of binary fractions."""


class Atom(NamedTuple):
    """A number with its place: the interval its own words give it, and what a range with it may share.

    `scale` is its last scale word (億 in 10億), which the left end of a range borrows; `needs_unit` marks what
    counts only with a unit or classifier after it (a single Han numeral, one).
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    scale: int = 1
    needs_unit: bool = False
    glued: bool = False
    """A Latin letter stood between number and scale: 300m, which is metres without a currency."""
    kind: str = "figures"
    step: float = 1
    """The value of one in its last place that is not zero: 10 for 20, so that 20多 ends at 29."""


class Reading(NamedTuple):
    """An atom with its unit: a quantity before bounds and ranges."""

    atom: Atom
    start: int
    end: int
    low: float | None
    high: float | None
    unit: Unit | None = None
    noun: str | None = None
    approximate: bool = False

    @property
    def name(self) -> str | None:
        """What is counted: the canonical unit, else the noun."""
        return self.unit.name if self.unit else self.noun


class Text(NamedTuple):
    """A text in view writing with what the reading of its numbers needs to know."""

    plain: str
    traditional: bool
    language: str | None
    masks: list[tuple[int, int]]
    mask_starts: list[int]

    def masked(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps a time expression."""
        at = bisect_right(self.mask_starts, start)
        return (at > 0 and self.masks[at - 1][1] > start) or (at < len(self.masks) and self.masks[at][0] < end)


def last_place(value: float) -> float:
    """The value of one in the last place that is not zero: 10 for 20, 100 for 1200, 1 for 25."""
    if not value or value % 1:
        return 1
    step, whole = 1, int(abs(value))
    while whole % (step * 10) == 0 and step < 10**15:
        step *= 10
    return step


def plain(value: float) -> float:
    """The value to six places."""
    if value % 1 == 0 and abs(value) < EXACT:
        return float(value)
    value = tidy(value)
    return round(value, 6) if value % 1 else value


def scale_of(written: str) -> int:
    """What the scale words at the end of a numeral multiply: 10¹² for 1万亿."""
    value = 1
    for char in reversed(written):
        if char not in numbers_zh.SMALL and char not in numbers_zh.BIG:
            break
        value *= numbers_zh.SMALL.get(char) or numbers_zh.BIG[char]
    return value


def percent(found: re.Match[str], value: float, *, approximate: bool = False) -> Atom:
    """A share of a whole, in percent."""
    value = round(value, 6)
    return Atom(found.start(), found.end(), value, value, unit="%", approximate=approximate, kind="share")


def of_places(found: re.Match[str], places: int) -> Atom:
    """A number of so many digits: 七位数, seven figures."""
    return Atom(found.start(), found.end(), 10 ** (places - 1), 10**places - 1, approximate=True, kind="vague")
