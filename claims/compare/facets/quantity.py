"""Quantities set against each other: only those of one measure, one population, one place and one period.

Which figures belong together is told by the place they stand at, by the words around them and by what they
measure; whether they agree is interval arithmetic. No likeness of words ever decides.
"""

from itertools import pairwise
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import denied_en
from claims.compare.facets.measured import NONE, Figure, before_change, figures, is_age, told_before
from claims.compare.figures.tallied import makes_up, margin_of_both
from claims.compare.intervals import MONEY, apart, comparable, meets, narrower, parted, same
from claims.compare.needed import Cue
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.model import Facet, Resolution

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


def bound_unanswered(pair: Pair) -> bool:
    """Whether one gives a bound that no figure of the other was set against."""
    return any(figure.interval.bound for side in figures_of_both(pair) for figure in side) and not matches(pair)


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


@of_one
def findings(pair: Pair) -> list[Finding]:
    """What the figures that belong together say; worked out once a pair."""
    told = [
        one
        for match, one in ((match, _finding(match)) for match in matches(pair))
        if one.verdict is not Verdict.CONFLICT or not pair.given or not _told_otherwise(pair, match)
    ]
    margin = margin_of_both(pair.a, pair.b) if pair.given_english else None
    if margin is None:
        return told
    verdict = Verdict.AGREE if margin.holds else Verdict.CONFLICT
    told = [one for one in told if one.verdict is not Verdict.CONFLICT]
    return [*told, Finding(facet=Facet.QUANTITY, verdict=verdict, weight=0.8, reason=margin.reason)]


def _told_otherwise(pair: Pair, match: Match) -> bool:
    """Whether the figures of two English statements laid side by side do not clash, since one gives the other's too."""
    if pair.a.language != "en" or pair.b.language != "en":
        return False
    if (
        pair.closeness < VERSIONS
        and _period(pair.a) != _period(pair.b)
        and "growth" in match.a.measures | match.b.measures
    ):
        return True  # rose by 5 percent on Monday, by a tenth since the start of the month
    if of_two_parts(pair) or _part_and_rest(pair, match) or _in_another_order(pair, match) or _sum_of_both(pair, match):
        return True
    return told_otherwise(match.a, match.b, pair.a, pair.b) or told_otherwise(match.b, match.a, pair.b, pair.a)


_since = Cue(r"\b(?:since|so far this|over the (?:past|last|same)|in the (?:past|last)|year to date)\b")


@of_one
def _period(side: Features) -> bool:
    """Whether a statement tells what changed over some time."""
    return bool(_since.search(side.text.lower()))


def _in_another_order(pair: Pair, match: Match) -> bool:
    """Whether each of two figures stands in the other statement too, where nothing else says that they count one thing.

    Eleven men and 34 dogs; 34 dogs and a party of eleven.
    """
    if match.a.nouns & match.b.nouns or match.a.measures & match.b.measures:
        return False
    values = [{_value(one) for one in side} for side in figures_of_both(pair)]
    return _value(match.a) in values[1] and _value(match.b) in values[0]


def _value(figure: Figure) -> tuple[float, float, str]:
    """The amount of a figure, whatever it counts: eleven months are not eleven weeks."""
    return figure.interval.low, figure.interval.high, figure.interval.dimension.partition(":")[0]


def _part_and_rest(pair: Pair, match: Match) -> bool:
    mine, theirs = match.a.quantity.low, match.b.quantity.low
    return bool(mine and theirs) and denied_en.part_and_rest(pair, float(mine or 0), float(theirs or 0))


_together = Cue(r"\b(?:together|combined|between them|jointly|in all|in total|altogether)\b")


def _sum_of_both(pair: Pair, match: Match) -> bool:
    """Whether one tells together what the other tells of each: 41 percent and 12 percent, together 53 percent."""
    for figure, side, other in ((match.a, pair.a, pair.b), (match.b, pair.b, pair.a)):
        parts = [one.low for one in other.quantities if one.low is not None and one.unit == figure.quantity.unit]
        whole = figure.quantity.low
        if whole is not None and len(parts) > 1 and sum(parts) == whole and _together.search(side.text.lower()):
            return True
    return False


def of_two_parts(pair: Pair) -> bool:
    """Whether two accounts tell of two parts of a whole, each with its bound: children over six, children under six.

    Where only the bound tells them apart, one of the two is wrong.
    """
    bounds = [
        one
        for one in matches(pair)
        if parted(one.a.interval, one.b.interval) and not (_is_mark(pair.left, one.a) and _is_mark(pair.right, one.b))
    ]
    if not bounds:
        return False
    others = any(not meets(one.a.interval, one.b.interval) for one in matches(pair) if one not in bounds)
    turned = [not words.negations().isdisjoint(tokens.seen) for tokens in (pair.left, pair.right)]
    return pair.closeness < VERSIONS or others or turned[0] != turned[1] or min(pair.left_over) >= 1


_known = Cue(r"\b(?:the|its|their|his|her|this|that) (?:\w+ )?\d")


def _is_mark(tokens: Tokens, bound: Figure) -> bool:
    """Whether a bound is a known mark that another figure of the sentence is held against: 57%, above the 50% needed.

    The article tells that the mark is known; a part of a whole is bounded without it: children under six.
    """
    return _known.search(bound.quantity.text.lower()) is not None and any(
        place != bound.place for place in tokens.figured
    )


def told_otherwise(one: Figure, other: Figure, mine: Features, theirs: Features) -> bool:
    """Whether a statement gives the other's figure too: as the sum of its parts, or as how things stood before.

    Six children, three sons and three daughters; 5,870 at the census of 2000, later 6,412, up from 5,870.
    """
    whole, part = one.quantity.low, other.quantity.low
    if whole is None or part is None or whole != one.quantity.high:
        return False
    if makes_up(float(whole), float(part), theirs.text) and not _of_one_noun(one, other):
        return True
    return float(whole) in _former_values(theirs) and not _former_values(mine)


def _of_one_noun(one: Figure, other: Figure) -> bool:
    """Whether both count the same things, no people, so that neither is a part: three lanes, two lanes and a path."""
    dimension = one.interval.dimension
    return dimension == other.interval.dimension and dimension.startswith("count:") and dimension != "count:people"


def tells_former(pair: Pair) -> bool:
    """Whether one of two statements gives the other's figure as that of an earlier time."""
    sides = (pair.a, pair.b), (pair.b, pair.a)
    return any(
        float(one.low or 0) in _former_values(theirs) for mine, theirs in sides for one in mine.quantities if one.low
    )


def _former_values(side: Features) -> set[float]:
    """The values that a statement gives as those of an earlier time."""
    tokens = side.tokens
    return {
        float(side.quantities[number].low or 0)
        for place in tokens.figured
        if tokens.stems[place] == QUANTITY
        and (number := tokens.number[place]) < len(side.quantities)
        and before_change(tokens, place)
    }


def _finding(match: Match) -> Finding:
    a, b = match.a.quantity, match.b.quantity
    one, other = match.a.interval, match.b.interval
    weight = match.strength
    if not meets(one, other):
        return Finding(
            facet=Facet.QUANTITY,
            verdict=Verdict.CONFLICT,
            weight=weight,
            reason=clash(match.a, match.b),
        )
    verdict, explained = Verdict.AGREE, None
    if same(one, other):
        reason = f"both say {a.text}" if a.text == b.text else f"“{a.text}” and “{b.text}” are the same amount"
        if a.text != b.text:
            explained = Resolution.PRECISION_OR_UNIT
    elif narrower(one, other) or (other.about and not one.about):
        verdict, reason = Verdict.MORE_A, f"“{a.text}” lies within “{b.text}”"
    elif narrower(other, one) or (one.about and not other.about):
        verdict, reason = Verdict.MORE_B, f"“{b.text}” lies within “{a.text}”"
    else:
        reason, explained = f"“{a.text}” and “{b.text}” agree within their precision", Resolution.PRECISION_OR_UNIT
    return Finding(facet=Facet.QUANTITY, verdict=verdict, weight=weight, reason=reason, explained=explained)


def clash(a: Figure, b: Figure) -> str:
    """Why two figures cannot both hold, in words."""
    one, other = a.interval, b.interval
    for bound, value, low in ((a, b, one.low > other.high), (b, a, other.low > one.high)):
        if low and bound.interval.bound and not value.interval.bound:
            return f"{value.quantity.text} lies below the bound “{bound.quantity.text}”"
        if low and value.interval.bound and not bound.interval.bound:
            return f"{bound.quantity.text} lies above the bound “{value.quantity.text}”"
    measured = sorted(a.measures & b.measures)
    what = f" for the same measure ({measured[0]})" if measured else ""
    return f"“{a.quantity.text}” and “{b.quantity.text}” cannot both hold{what}"


__all__ = [
    "Match",
    "bound_unanswered",
    "clash",
    "figures_of_both",
    "findings",
    "in_other_measures",
    "matches",
    "of_two_parts",
    "tells_former",
    "told_otherwise",
]
