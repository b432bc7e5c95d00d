"""Whether two sentences stand on the same side of an opposition: rose or fell, won or came second, safe or not safe.

    >>> sides("Crime doubled in Halloway", "Crime in Halloway fell by 12 percent")
    Sides(agree=False, words='“doubled” against “fell”')

The oppositions stand in `tables/poles.toml`. A negation turns a side around. That the two sentences speak of the same
is not asked here.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

NEAR = 24
"""Code points before a word among which a negation turns it around."""
HALF = 50.0
_percent = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|％|percent\b|per cent\b)|百分之(\d+)")


class Sides(NamedTuple):
    """Whether two sentences are on one side, and by which words; `agree` is None when the passage speaks of both."""

    agree: bool | None
    words: str


def sides(statement: str, passage: str) -> Sides | None:
    """How a passage stands to a statement in the first opposition that both speak of in one sense; None in none."""
    own, other = fold_key(statement), fold_key(passage)
    for one, opposite in _pairs():
        said, found = _sides(own, one, opposite), _sides(other, one, opposite)
        if len(said) == 1 and found:
            ((side, word),) = said.items()
            if len(found) > 1:
                return Sides(None, f"speaks of “{found[True]}” and of “{found[False]}”")
            agree = side in found
            return Sides(agree, f"“{word}” {'and' if agree else 'against'} “{found[side if agree else not side]}”")
    return _share(own, other)


def negated(text: str) -> bool:
    """Whether an odd number of negations stands in a text."""
    return len(_table()[0].findall(fold_key(text))) % 2 == 1


def _sides(key: str, one: re.Pattern[str], opposite: re.Pattern[str]) -> dict[bool, str]:
    """The sides that a text speaks of, each with a word of it."""
    return {
        (first != _turned(key, match.start())): match[0]
        for pattern, first in ((one, True), (opposite, False))
        for match in pattern.finditer(key)
    }


def _turned(key: str, start: int) -> bool:
    before = re.split(r"[,.;:，。；：、]", key[max(0, start - NEAR) : start])[-1]
    return len(_table()[0].findall(before)) % 2 == 1


def _share(own: str, other: str) -> Sides | None:
    """Most or few of them, against a single share in per cent."""
    found = [float(a or b) for a, b in _percent.findall(other)]
    _, most, few = _table()
    said = [(pattern.search(own), above) for pattern, above in ((most, True), (few, False))]
    named = [(match[0], above) for match, above in said if match]
    if len(found) != 1 or len(named) != 1 or found[0] > 2 * HALF:
        return None
    word, above = named[0]
    return Sides((found[0] > HALF) == above, f"“{word}”, and {found[0]:g} per cent")


@cache
def _table() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    told = tomllib.loads(_source())
    return re.compile(told["negations"]), re.compile(told["most"]), re.compile(told["few"])


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(one), re.compile(other)) for one, other in tomllib.loads(_source())["pairs"])


def _source() -> str:
    return files("claims").joinpath("tables", "poles.toml").read_text("utf-8")
