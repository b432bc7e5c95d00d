"""Which figures of two statements measure the same thing.

That is told by the place they stand at, by the words around them and by what they measure; no likeness of words
ever decides.
"""

from itertools import pairwise
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.facets.measured import NONE, Figure, figures, is_age, told_before
from claims.compare.intervals import MONEY, apart, comparable, meets, same
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features, of_one

VERSIONS = 0.66
"""From this closeness on, two bounds are of one sentence, not of the two parts of a whole."""


class Match(NamedTuple):
    """Two figures that measure the same thing, and how sure that is, 0–1."""

    a: Figure
    b: Figure
    strength: float


@of_one
def figures_of_both(pair: Pair) -> tuple[list[Figure], list[Figure]]:
    """The figures of each with their surroundings."""
    return figures(pair.a), figures(pair.b)


def in_other_measures(pair: Pair, i: int, j: int) -> bool:
    """Whether two words stand in clauses with figures of other sorts, and the one's has its like in another clause.

    手机的起售价低于4000元 and 电池容量5000毫安时,起售价3799元: the battery is measured in something else.
    """
    mine, theirs = figures_of_both(pair)
    here = {one.interval.dimension for one in mine if pair.left.clause[one.place] == pair.left.clause[i]}
    there = {one.interval.dimension for one in theirs if pair.right.clause[one.place] == pair.right.clause[j]}
    if not here or not there or not here.isdisjoint(there):
        return False
    everywhere = [{one.interval.dimension for one in side} for side in (mine, theirs)]
    return not (here.isdisjoint(everywhere[1]) and there.isdisjoint(everywhere[0]))


@of_one
def matches(pair: Pair) -> list[Match]:
    """Figures of a and b that measure the same, each used once, the surest first."""
    if any(not side.quantities and side.tokens.seen.isdisjoint(NONE) for side in (pair.a, pair.b)):
        return []
    mine, theirs = figures_of_both(pair)
    if not mine or not theirs:
        return []
    aligned = {(i, j) for i, j in pair.matched if pair.left.stems[i] == QUANTITY}
    scored = [
        Match(a, b, strength)
        for a in mine
        for b in theirs
        if not (_whole_of(pair.a, a, pair.right, b) or _whole_of(pair.b, b, pair.left, a))
        and (strength := _strength(pair, a, b, (a.place, b.place) in aligned)) > 0
    ]
    scored.sort(key=_surest)
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for match in scored:
        if match.a.place not in used_a and match.b.place not in used_b:
            used_a.add(match.a.place)
            used_b.add(match.b.place)
            kept.append(match)
    return kept


def _whole_of(side: Features, whole: Figure, told: Tokens, other: Figure) -> bool:
    """Whether a figure is the whole whose part is what the other tells: 31 seats, 31 of the assembly's 120 seats.

    Where the other tells how many the whole has itself, it means the whole: the fleet has 18, 18 of the fleet's 25.
    """
    if (found := _wholes(side).get(whole.place)) is None:
        return False
    part, owner = found
    named = {
        stem for i, stem in enumerate(told.stems[: other.place]) if _INSIDE.isdisjoint(told.words[max(0, i - 2) : i])
    }
    if not owner.isdisjoint(named):
        return False
    return meets(part.interval, other.interval) and not meets(whole.interval, other.interval)


@of_one
def _wholes(side: Features) -> dict[int, tuple[Figure, frozenset[str]]]:
    """The places of figures that are a whole, with their part and the stems of whose whole it is."""
    tokens, known = side.tokens, figures(side)
    found = {}
    for part, whole in pairwise(known):
        if 1 < whole.place - part.place <= WHOLE and tokens.words[part.place + 1] == "of":
            owner = [tokens.stems[i] for i in range(part.place + 2, whole.place) if tokens.content[i]]
            found[whole.place] = part, frozenset(owner)
    return found


_INSIDE = frozenset({"in", "of", "for"})
"""Words before which a statement is of something in the whole, not of it: a role in the series for four seasons."""
WHOLE = 5
"""Tokens from a part to its whole at most: 31 of the assembly's 120 seats."""


def _surest(match: Match) -> tuple[float, float, int, int]:
    """The order of matches: the strongest first, equal amounts before others, then those that lie close."""
    one, other = match.a.interval, match.b.interval
    far = apart(one, other)
    return -match.strength - 0.1 * same(one, other), 9.0 if far is None else far, match.a.place, match.b.place


def _strength(pair: Pair, a: Figure, b: Figure, aligned: bool) -> float:
    if not comparable(a.interval, b.interval) and not _of_hundred(a, b):
        return 0.0
    if a.interval.dimension == "time" and is_age(a) != is_age(b):
        return 0.0  # people over 60, within ten years
    if pair.given_english and (a.place in _before(pair.a)) != (b.place in _before(pair.b)):
        return 0.0  # costs 55, from 48 the year before
    if pair.given_english and pair.closeness < VERSIONS and _of_two_sizes(a, b):
        return 0.0  # cost 3.8 million euros to build, costs eight euros to cross
    fewest = min(len(a.near), len(b.near))
    shared = len(a.near & b.near) / fewest if fewest else 0.6
    if pair.a.language != pair.b.language:
        shared = float(not pair.frames[0].isdisjoint(pair.frames[1]))
    units = a.interval.dimension == b.interval.dimension and a.interval.dimension != "count"
    if a.measures and b.measures and not a.measures & b.measures:
        # The same words around both outweigh a telling word that only one of them has nearer.
        return (0.8 if pair.closeness >= WORD_BY_WORD else 0.3) if aligned and pair.likeness >= 0.8 and units else 0.0
    if not units and "count" not in {a.interval.dimension, b.interval.dimension} and not a.measures & b.measures:
        return 0.0
    strength = 0.45 * shared + 0.25 * aligned * min(1.0, pair.likeness + 0.3) + 0.15 * units
    if a.measures & b.measures or (a.nouns & b.nouns and _shared_beside(a, b) >= 0.5):
        strength += 0.3
    elif a.nouns & b.nouns:
        strength += 0.1  # three concerts cancelled are none of the forty played
    elif a.nouns and b.nouns:
        strength *= 0.6  # votes and seats may stand in the same words
    if a.change != b.change:
        strength *= 0.6  # 报名人数为9万, 较去年减少4,206人
    return min(1.0, strength)


WORD_BY_WORD = 0.95
"""From this closeness on, only the figure is another one: 14 km, 14 miles."""


@of_one
def _before(side: Features) -> frozenset[int]:
    """The places of the figures that tell how things stood before another."""
    return frozenset([one.place for one in figures(side) if told_before(side.tokens, one.place)])


def _of_two_sizes(a: Figure, b: Figure) -> bool:
    """Whether two plain figures that name no common measure or thing differ a hundredfold."""
    far = apart(a.interval, b.interval)
    return far is not None and far >= HUNDREDFOLD and not (a.measures & b.measures or a.nouns & b.nouns)


HUNDREDFOLD = 2.0
"""In factors of ten."""


def _shared_beside(a: Figure, b: Figure) -> float:
    """How much of the words around two figures is shared, what they count left out."""
    mine, theirs = a.near - a.nouns, b.near - b.nouns
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs) / fewest if fewest else 1.0


_GENERIC = frozenset({"count", "count:people", "count:times", "money", "share", "time", "length", *MONEY})


def counted_alike(pair: Pair) -> tuple[float, float, float]:
    """How many figures of both count one sort of thing, and how often a or b names it in the figure alone."""
    alike = [m for m in matches(pair) if _alike(m.a, m.b)]
    hidden = [[not _visible(figure, m) for m in alike for figure in (m.a, m.b)[side : side + 1]] for side in (0, 1)]
    return float(len(alike)), float(sum(hidden[0])), float(sum(hidden[1]))


def alike_at_most(pair: Pair) -> int:
    """How many figures of both can count one sort of thing, whichever belong together."""
    mine, theirs = figures_of_both(pair)
    return min(len(theirs), sum(any(_alike(one, other) for other in theirs) for one in mine))


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures measure or count the same, or have a dimension of their own."""
    if one.measures & other.measures or one.nouns & other.nouns:
        return True
    return one.interval.dimension == other.interval.dimension and one.interval.dimension not in _GENERIC


def _visible(figure: Figure, match: Match) -> bool:
    """Whether a word outside the figure names what is counted."""
    shared = match.a.measures & match.b.measures
    nouns = match.a.nouns | match.b.nouns
    return any(stem in nouns or words.measures().get(stem, frozenset()) & shared for stem in figure.near)


def _of_hundred(a: Figure, b: Figure) -> bool:
    """A score of 80 and one of 78 out of 100."""
    dimensions = {a.interval.dimension, b.interval.dimension}
    return dimensions == {"count", "share"} and bool(a.measures & b.measures & {"rating"})


__all__ = [
    "VERSIONS",
    "Match",
    "alike_at_most",
    "counted_alike",
    "figures_of_both",
    "in_other_measures",
    "matches",
]
