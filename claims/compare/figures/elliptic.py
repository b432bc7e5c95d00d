"""Figures of a sentence that leave out the unit of the one before: covers 46 square kilometres and the southern 31."""

from math import log10

from claims.compare.figures.reckoned import Amount, amounts, plain
from claims.compare.values import Features, of_one

_MEASURES = frozenset(["length", "area", "mass", "volume", "speed", "temperature", "power", "share"])
_COORDINATE = frozenset(["and", "but", "while", "whereas", "against", "to", "from", "than", "versus", "or"])
ELLIPTIC = 10
"""Tokens at most from a figure with its unit to one that leaves it out."""


@of_one
def with_units(side: Features) -> list[Amount]:
    """All figures of a statement, a bare number as so many of the unit before it."""
    found: list[Amount] = []
    for one in amounts(side):
        last = found[-1] if found else None
        found.append(_as_many_of(last, one) if last is not None and _continues(side, last, one) else one)
    return found


def _continues(side: Features, last: Amount, one: Amount) -> bool:
    """Whether a bare number stands beside a measure of like size, and no noun of its own follows it."""
    tokens = side.tokens
    if not is_bare(side, one) or last.interval.bound or last.interval.dimension not in _MEASURES:
        return False
    near = one.place - last.place <= ELLIPTIC and not _COORDINATE.isdisjoint(tokens.words[last.place : one.place])
    return near and _of_a_size(one, last)


def _as_many_of(last: Amount, one: Amount) -> Amount:
    factor = last.value / plain(last) if plain(last) else 1.0
    low, high = one.interval.low * factor, one.interval.high * factor
    wide = one.interval._replace(low=low, high=high, dimension=last.interval.dimension)
    return Amount(one.place, one.quantity.model_copy(update={"unit": last.quantity.unit}), wide, last.place)


def is_bare(side: Features, one: Amount) -> bool:
    """Whether a number stands without a unit or a noun: scored 41 goals and conceded 55."""
    tokens, after = side.tokens, one.place + 1
    if one.quantity.unit is not None or one.value <= 0:
        return False
    return after >= len(tokens.stems) or not tokens.content[after] or tokens.clause[after] != tokens.clause[one.place]


def like_bare(side: Features, figures: list[Amount], counted: list[Amount]) -> list[Amount]:
    """The bare numbers among some figures that may count what others do, by their size."""
    bare = [one for one in figures if counted and one not in counted and is_bare(side, one)]
    return [one for one in bare if any(each.value > 0 and _of_a_size(one, each) for each in counted)]


def _of_a_size(one: Amount, other: Amount) -> bool:
    return abs(log10(plain(one) / plain(other))) <= 1 if plain(one) > 0 < plain(other) else False


__all__ = ["is_bare", "like_bare", "with_units"]
