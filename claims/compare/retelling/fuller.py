"""Which of two claims that tell one thing tells it more exactly: 1,412 machines of around 1,400, the 9th of January.

A figure within the other's bounds, or written to more digits; a day within the other's month; a figure or a time beside
what both tell, where the other gives none of its sort. Asked only of claims that answer to each other in two accounts.
"""

import math
from collections.abc import Iterator
from datetime import date
from itertools import product

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.facets.matched import figures_of_both
from claims.compare.facets.measured import Figure, figures
from claims.compare.intervals import Interval, comparable, meets
from claims.compare.retelling.hours import hours
from claims.compare.retelling.times import QUARTER
from claims.compare.tokens import DATE, Tokens
from claims.compare.values import Direction, Features
from claims.model import DateSpan
from evidence.text import lazy_re as re

SMALL = 2
"""Up to this number, a figure is seldom what a claim adds: one of them, both."""
EQUAL = 0.02
"""How far two ends may lie apart, as a share, that are one: half a year, six months."""


def fuller(pair: Pair, *, surely: bool) -> tuple[Direction, str] | None:
    """Which of the two tells more exactly what both tell, and how; None where neither does, or each in its way.

    Where the two are not `surely` of one thing, what only one gives shows nothing.
    """
    met = _met(pair)
    found = [*_closer_figures(met), *_closer_times(pair), *_counted(pair)]
    added = list(_added(pair, met))
    ways = {direction for direction, _ in found or added}
    if len(ways) != 1 or (not found and not surely):
        return None
    return found[0] if found else added[0]


def _met(pair: Pair) -> list[tuple[Figure, Figure]]:
    """The figures that may be the same."""
    mine, theirs = figures_of_both(pair)
    return [
        (one, other)
        for one, other in product(mine, theirs)
        if comparable(one.interval, other.interval) and meets(one.interval, other.interval)
    ]


# --- more exactly ------------------------------------------------------------------------------------------------


def _closer_figures(met: list[tuple[Figure, Figure]]) -> Iterator[tuple[Direction, str]]:
    for one, other in met:
        closer = _closer(one.interval, other.interval)
        if closer and max(_size(one), _size(other)) > SMALL:
            near, far = (one, other) if closer > 0 else (other, one)
            direction: Direction = "a_to_b" if closer > 0 else "b_to_a"
            yield direction, f"“{near.quantity.text}” is more exact than “{far.quantity.text}”"


def _closer(one: Interval, other: Interval) -> int:
    """1 where the first of two values that may be one is the more exact, -1 where the second one is, else 0."""
    if one.bound or other.bound:
        if any(_equal(end, side) for end in one[:2] for side in other[:2] if math.isfinite(end)):
            return 0  # more than 70 million, 70-odd million
        widths = [each.high - each.low for each in (one, other)]
        return (widths[0] < widths[1]) - (widths[0] > widths[1])
    if one.low == other.low:
        return 0
    if one.about or other.about:
        digits = [_digits(each.low) for each in (one, other)]
        return (other.about and digits[0] > digits[1]) - (one.about and digits[1] > digits[0])
    return 0 if _equal(one.low, other.low) else (one.step < other.step) - (one.step > other.step)


def _digits(value: float) -> int:
    """To how many digits a value is told."""
    return len(f"{abs(value):.6g}".split("e")[0].replace(".", "").strip("0"))


def _equal(one: float, other: float) -> bool:
    return one == other or abs(one - other) <= EQUAL * max(abs(one), abs(other)) < math.inf


def _size(one: Figure) -> float:
    """The greatest number of an amount, in the unit in which it is told."""
    return max((abs(float(end)) for end in (one.quantity.low, one.quantity.high) if end is not None), default=0.0)


def _closer_times(pair: Pair) -> Iterator[tuple[Direction, str]]:
    """A time that lies within one of the other, where neither has a partner of its own."""
    mine, theirs = (
        {
            (date.fromisoformat(one.first), date.fromisoformat(one.last)): one
            for one in side.dates
            if one.first and one.last
        }
        for side in (pair.a, pair.b)
    )
    for (first, last), (start, end) in product(mine.keys() - theirs.keys(), theirs.keys() - mine.keys()):
        texts = mine[first, last].text, theirs[start, end].text
        if max(last - first, end - start).days > QUARTER:
            continue
        if start <= first <= last <= end:
            yield "a_to_b", f"“{texts[0]}” lies within “{texts[1]}”"
        elif first <= start <= end <= last:
            yield "b_to_a", f"“{texts[1]}” lies within “{texts[0]}”"


_vaguely = {
    "en": re.compile(r"\b(?:several|many|a few|a number of|some|a couple of) (?:[a-z]+ )?([a-z]+)"),
    "zh": re.compile("(?:好[些几]|多|[数几](?![一二三四五六七八九十]))[个名位]?([年月天周人家])"),
}


def _counted(pair: Pair) -> Iterator[tuple[Direction, str]]:
    """A number of what the other has several, many or some of."""
    directions: tuple[Direction, Direction] = "a_to_b", "b_to_a"
    for direction, side, other, told in zip(
        directions, (pair.a, pair.b), (pair.b, pair.a), figures_of_both(pair), strict=True
    ):
        if side.language != other.language or any(one.interval.dimension != "share" for one in figures(other)):
            continue
        for vague in _vaguely[other.language].finditer(other.key):
            for one in told:
                counted = one.nouns | {words.stem(one.quantity.unit or "")}
                if vague[1] in one.quantity.text or words.stem(vague[1]) in counted:
                    yield direction, f"“{one.quantity.text}” is more exact than “{vague[0]}”"


# --- more --------------------------------------------------------------------------------------------------------


def _added(pair: Pair, met: list[tuple[Figure, Figure]]) -> Iterator[tuple[Direction, str]]:
    """What stands in a clause of what both tell, and has nothing of its sort in the other."""
    given = figures_of_both(pair)
    known = {one.place for one, _ in met}, {other.place for _, other in met}
    directions: tuple[Direction, Direction] = "a_to_b", "b_to_a"
    for number, (side, tokens) in enumerate(((pair.a, pair.left), (pair.b, pair.right))):
        theirs, other = given[1 - number], (pair.b, pair.a)[number]
        clauses = _clauses(pair, number, known[number])
        free = [one for one in theirs if one.place not in known[1 - number]]
        clocks = " ".join(one.text for one in hours(side))
        for one in given[number]:
            if one.place in known[number] or tokens.clause[one.place] not in clauses or _size(one) <= SMALL:
                continue
            if one.quantity.text not in clocks and not any(comparable(one.interval, each.interval) for each in free):
                yield directions[number], f"only one gives “{one.quantity.text}”"
        for day in _times_in(side, tokens, clauses) if not other.dates else ():
            yield directions[number], f"only one gives “{day.text}”"


def _clauses(pair: Pair, side: int, figures: set[int]) -> set[int]:
    """The clauses in which a claim tells what the other tells too."""
    tokens = (pair.left, pair.right)[side]
    if pair.a.language != pair.b.language:
        return {tokens.clause[place] for place in figures}
    return {tokens.clause[both[side]] for both in pair.both if tokens.content[both[side]]}


def _times_in(side: Features, tokens: Tokens, clauses: set[int]) -> Iterator[DateSpan]:
    """The times that some clauses give, but for the day of the account."""
    for place in tokens.figured:
        if tokens.stems[place] == DATE and tokens.clause[place] in clauses:
            day = side.dates[tokens.number[place]]
            if day.first and day.last and not day.first == day.last == side.day:
                yield day


__all__ = ["fuller"]
