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
    tokens, after = side.tokens, one.place + 1
    if one.quantity.unit is not None or last.interval.bound or last.interval.dimension not in _MEASURES:
        return False
    own = after < len(tokens.stems) and tokens.clause[after] == tokens.clause[one.place] and tokens.content[after]
    near = one.place - last.place <= ELLIPTIC and not _COORDINATE.isdisjoint(tokens.words[last.place : one.place])
    return near and not own and abs(log10(max(1.0, plain(one)) / max(1.0, plain(last)))) <= 1


def _as_many_of(last: Amount, one: Amount) -> Amount:
    factor = last.value / plain(last) if plain(last) else 1.0
    low, high = one.interval.low * factor, one.interval.high * factor
    wide = one.interval._replace(low=low, high=high, dimension=last.interval.dimension)
    return Amount(one.place, one.quantity.model_copy(update={"unit": last.quantity.unit}), wide, last.place)


__all__ = ["with_units"]
