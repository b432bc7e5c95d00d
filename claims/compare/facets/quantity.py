"""Quantities set against each other: only those of one measure, one population, one place and one period.

Which figures belong together is told by the place they stand at, by the words around them and by what they
measure; whether they agree is interval arithmetic. No likeness of words ever decides.
"""

import re
from functools import lru_cache
from math import inf, isfinite
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import denied_en
from claims.compare.figures.tallied import makes_up
from claims.compare.intervals import MONEY, UNITS, Interval, apart, comparable, interval, meets, narrower, parted, same
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY, Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.model import Facet, Quantity, Resolution

_PARTITIVE = frozenset(["those", "them", "whom", "which", "these"])


def partitive(tokens: Tokens, place: int) -> bool:
    """Whether a figure is given as a part of another: nine of those hurt, 其中九人."""
    after = tokens.words[place + 1 : place + 4]
    if len(after) > 1 and after[0] == "of" and not _PARTITIVE.isdisjoint(after[1:]):
        return True
    before = tokens.words[max(0, place - 3) : place]
    if after[:1] == ["other"] or not _FURTHER.isdisjoint(before[-1:] + after[:1]):
        return True
    return "其中" in before or ("of" in before and not _PARTITIVE.isdisjoint(before))


_FURTHER = frozenset({"another", "further", "additional", "extra"})
NONE = frozenset({"none", "nobody", "无人", "无一"})
"""Words that count to zero."""
VERSIONS = 0.66
"""From this closeness on, two bounds are of one sentence, not of the two parts of a whole."""
REACH = 7
"""Tokens on either side of a figure that tell what it measures."""


_NONE: frozenset[str] = frozenset()


class Figure(NamedTuple):
    """A quantity with what the words around it tell."""

    quantity: Quantity
    interval: Interval
    place: int
    """The index of its token."""
    measures: frozenset[str]
    """What the nearest words name as measured."""
    near: frozenset[str]
    """Content stems around it."""
    nouns: frozenset[str]
    """Stems of the nouns that were read as part of it: 18,000 students."""


class Match(NamedTuple):
    """Two figures that measure the same thing, and how sure that is, 0–1."""

    a: Figure
    b: Figure
    strength: float


@of_one
def figures(features: Features) -> list[Figure]:
    """The figures of a statement with their surroundings."""
    tokens, quantities = features.tokens, features.quantities
    found: list[Figure] = []
    if not quantities and tokens.seen.isdisjoint(NONE):
        return found
    nothing = not tokens.seen.isdisjoint(NONE)
    for place in range(len(tokens.stems)) if nothing else tokens.figured:
        stem, number = tokens.stems[place], tokens.number[place]
        if stem == QUANTITY and number < len(quantities):
            if _before_change(tokens, place):
                continue
            quantity = quantities[number]
            amount = _turned(tokens, place, interval(quantity))
            measured = _measures(tokens, place, quantity, amount.dimension)
            nouns = _nouns(quantity.text, quantity.unit) if amount.dimension.startswith("count") else _NONE
            if not nouns and quantity.unit is None and found and features.language == "en":
                amount, nouns, measured = _implied(tokens, place, amount, found[-1], measured)
            found.append(Figure(quantity, amount, place, measured, _near(tokens, place), nouns))
        elif stem in NONE:
            nobody = Quantity(text=tokens.words[place], low=0, high=0, unit="people")
            if measured := _measures(tokens, place, nobody, "count:people"):
                found.append(Figure(nobody, interval(nobody), place, measured, _near(tokens, place), frozenset()))
    return found


def _implied(
    tokens: Tokens, place: int, amount: Interval, last: Figure, measured: frozenset[str]
) -> tuple[Interval, frozenset[str], frozenset[str]]:
    """What a bare figure counts and measures: one million subscribers in 2016 and 2.4 million in 2018."""
    follows = tokens.content[place + 1 : place + 2]
    far = apart(amount, last.interval)
    counted = last.interval.dimension.startswith("count") and bool(last.nouns)
    own = (tokens.words[i] in _POSSESSIVE for i in range(place) if tokens.clause[i] == tokens.clause[place])
    counted = counted and not any(own)  # its successor sold 1.1 million
    if follows == [True] or not counted or far is None or far > LIKE_SIZED:
        return amount, _NONE, measured
    return amount._replace(dimension=last.interval.dimension), last.nouns, measured or last.measures


_POSSESSIVE = frozenset(["its", "his", "her", "their"])
LIKE_SIZED = 1.0
"""Up to so many factors of ten apart, two figures of a sentence may count one thing."""


def _before_change(tokens: Tokens, place: int) -> bool:
    """Whether a figure tells how things stood before: down from 6.1, 由6.1降至5.2."""
    if place and tokens.words[place - 1] in {"from", "由", "从", "自"}:
        around = tokens.words[max(0, place - 3) : place - 1] + tokens.words[place + 1 : place + 3]
        return not _CHANGING.isdisjoint(around) or _on_its_way(tokens, place)
    return False


def _on_its_way(tokens: Tokens, place: int) -> bool:
    """Whether something rose or fell from a figure to another: from 31,000 cars in 1955 to 124,000."""
    if place < 2 or tokens.stems[place - 2] not in _MOVED:
        return False
    ahead = range(place + 1, min(place + 7, len(tokens.stems) - 1))
    return any(tokens.words[i] == "to" and QUANTITY in tokens.stems[i + 1 : i + 5] for i in ahead)


_MOVED = words.reckoned_words("up") | words.reckoned_words("down")
_CHANGING = frozenset(
    (
        *(
            "down",
            "up",
            "升至",
            "降至",
            "增至",
            "减至",
            "升到",
            "降到",
            "增加到",
            "减少到",
            "上调至",
            "下调至",
            "调升至",
        ),
        *("升", "降"),
    )
)


def _turned(tokens: Tokens, place: int, one: Interval) -> Interval:
    """never more than half a million: the bound turned round."""
    if not one.bound or isfinite(one.low) == isfinite(one.high):
        return one
    reach = DENIED if "\u3400" < tokens.words[max(0, place - 1)][0] < "\ua000" else 4
    before = [tokens.stems[i] for i in range(max(0, place - reach), place) if tokens.clause[i] == tokens.clause[place]]
    if words.negations().isdisjoint(before):
        return one
    low, high = (-inf, one.low) if isfinite(one.low) else (one.high, inf)
    return one._replace(low=low, high=high)


DENIED = 8
"""So many Chinese tokens before a bound may deny it: 没有任何一条超过五公里."""
_noun = re.compile(r"(?<![\w$€£])(?:[a-z]{3,}s|children|men|women|aircraft|cattle|sheep|geese|mice|teeth|feet of)\b")


@lru_cache(maxsize=1 << 14)
def _nouns(text: str, unit: str | None) -> frozenset[str]:
    """The plural nouns of a quantity's own words and its unit, as far as they name what is counted."""
    found = [*_noun.findall(text.lower()), *_noun.findall((unit or "").lower())]
    return frozenset(words.stem(word) for word in found if word not in UNITS and word not in _NO_NOUNS)


_NO_NOUNS = frozenset(
    (
        *("less", "hundreds", "thousands", "millions", "billions", "dozens", "people", "plus", "times"),
        *("dollars", "euros", "pounds", "degrees", "tonnes"),
    )
)


def _near(tokens: Tokens, place: int) -> frozenset[str]:
    low, high = max(0, place - REACH), min(len(tokens.stems), place + REACH + 1)
    return frozenset(tokens.stems[i] for i in range(low, high) if tokens.content[i])


def _measures(tokens: Tokens, place: int, quantity: Quantity, dimension: str) -> frozenset[str]:
    """The measures that the nearest telling word names: in its own words, in its clause, after it."""
    allowed = words.measured_in().get("money" if dimension in MONEY else dimension)
    own = {
        m
        for word in (quantity.text + " " + (quantity.unit or "")).split()
        for m in words.measures().get(words.stem(word.lower()), ())
    }
    if "死" in quantity.text:
        own.add("deaths")
    if "伤" in quantity.text or "傷" in quantity.text:
        own.add("injuries")
    if allowed is not None:
        own &= allowed
    if own or (dimension.startswith("count:") and quantity.unit != "people" and _nouns(quantity.text, quantity.unit)):
        return frozenset(own)  # 1.2 million likes are no views, whatever stands beside them
    table = words.measures()
    best: tuple[float, frozenset[str]] | None = None
    for i in range(max(0, place - REACH - 3), min(len(tokens.stems), place + REACH + 3)):
        named = table.get(tokens.stems[i])
        if named is None or i == place or (allowed is not None and not (named := named & allowed)):
            continue
        apart = sum(tokens.stems[k] == QUANTITY for k in range(min(i, place) + 1, max(i, place)))
        distance = (
            abs(i - place) - (0.5 if i > place else 0) + 12 * apart + 6 * abs(tokens.clause[i] - tokens.clause[place])
        )
        if best is None or distance < best[0]:
            best = (distance, named)
    return best[1] if best and best[0] <= REACH + 3 else frozenset()


@of_one
def figures_of_both(pair: Pair) -> tuple[list[Figure], list[Figure]]:
    """The figures of each with their surroundings."""
    return figures(pair.a), figures(pair.b)


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
        if (strength := _strength(pair, a, b, (a.place, b.place) in aligned)) > 0
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


def _surest(match: Match) -> tuple[float, float, int, int]:
    """The order of matches: the strongest first, equal amounts before others, then those that lie close."""
    one, other = match.a.interval, match.b.interval
    far = apart(one, other)
    return -match.strength - 0.1 * same(one, other), 9.0 if far is None else far, match.a.place, match.b.place


def _strength(pair: Pair, a: Figure, b: Figure, aligned: bool) -> float:
    if not comparable(a.interval, b.interval) and not _of_hundred(a, b):
        return 0.0
    fewest = min(len(a.near), len(b.near))
    shared = len(a.near & b.near) / fewest if fewest else 0.6
    if pair.a.language != pair.b.language:
        shared = float(not pair.frames[0].isdisjoint(pair.frames[1]))
    units = a.interval.dimension == b.interval.dimension and a.interval.dimension != "count"
    if a.measures and b.measures and not a.measures & b.measures:
        # The same words around both outweigh a telling word that only one of them has nearer.
        return 0.3 if aligned and pair.likeness >= 0.8 and units else 0.0
    if not units and "count" not in {a.interval.dimension, b.interval.dimension} and not a.measures & b.measures:
        return 0.0
    strength = 0.45 * shared + 0.25 * aligned * min(1.0, pair.likeness + 0.3) + 0.15 * units
    if a.measures & b.measures or (a.nouns & b.nouns and _shared_beside(a, b) >= 0.5):
        strength += 0.3
    elif a.nouns & b.nouns:
        strength += 0.1  # three concerts cancelled are none of the forty played
    elif a.nouns and b.nouns:
        strength *= 0.6  # votes and seats may stand in the same words
    return min(1.0, strength)


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
    return any(stem in nouns or words.measures().get(stem, _NONE) & shared for stem in figure.near)


def _of_hundred(a: Figure, b: Figure) -> bool:
    """A score of 80 and one of 78 out of 100."""
    dimensions = {a.interval.dimension, b.interval.dimension}
    return dimensions == {"count", "share"} and bool(a.measures & b.measures & {"rating"})


@of_one
def findings(pair: Pair) -> list[Finding]:
    """What the figures that belong together say; worked out once a pair."""
    found = ((match, _finding(match)) for match in matches(pair))
    return [
        one
        for match, one in found
        if one.verdict is not Verdict.CONFLICT or not pair.given or not _told_otherwise(pair, match)
    ]


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
    if of_two_parts(pair) or _part_and_rest(pair, match):
        return True
    return told_otherwise(match.a, match.b, pair.a, pair.b) or told_otherwise(match.b, match.a, pair.b, pair.a)


_since = Cue(r"\b(?:since|so far this|over the (?:past|last|same)|in the (?:past|last)|year to date)\b")


@of_one
def _period(side: Features) -> bool:
    """Whether a statement tells what changed over some time."""
    return bool(_since.search(side.text.lower()))


def _part_and_rest(pair: Pair, match: Match) -> bool:
    mine, theirs = match.a.quantity.low, match.b.quantity.low
    return bool(mine and theirs) and denied_en.part_and_rest(pair, float(mine or 0), float(theirs or 0))


def of_two_parts(pair: Pair) -> bool:
    """Whether two accounts tell of two parts of a whole, each with its bound: children over six, children under six.

    Where only the bound tells them apart, one of the two is wrong.
    """
    bounds = [one for one in matches(pair) if parted(one.a.interval, one.b.interval)]
    if not bounds:
        return False
    others = any(not meets(one.a.interval, one.b.interval) for one in matches(pair) if one not in bounds)
    turned = [not words.negations().isdisjoint(tokens.seen) for tokens in (pair.left, pair.right)]
    return pair.closeness < VERSIONS or others or turned[0] != turned[1] or min(pair.left_over) >= 1


def told_otherwise(one: Figure, other: Figure, mine: Features, theirs: Features) -> bool:
    """Whether a statement gives the other's figure too: as the sum of its parts, or as how things stood before.

    Six children, three sons and three daughters; 5,870 at the census of 2000, later 6,412, up from 5,870.
    """
    whole, part = one.quantity.low, other.quantity.low
    if whole is None or part is None or whole != one.quantity.high:
        return False
    if makes_up(float(whole), float(part), theirs.text):
        return True
    return float(whole) in _former_values(theirs) and not _former_values(mine)


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
        and _before_change(tokens, place)
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


__all__ = ["DATE", "Figure", "Match", "figures", "findings", "matches"]
