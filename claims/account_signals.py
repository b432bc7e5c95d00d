"""What ties two claims of two accounts of one story: a few signals, each of which tells something by itself.

    Story(a, b) ─► candidates ─► signals(i, j): words, names, figures, rivals, days, …

All of them are worked out from the claims of the two documents alone. What few other claims of the two have weighs more
(inverse document frequency, Spärck Jones 1972). What the signals are worth together stands in `tables/accounts.toml`.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, product
from typing import TypeVar

from claims.account_terms import SAID, Term, named, terms, weigh
from claims.compare.intervals import Interval, apart, comparable, meets
from claims.compare.quantity import Figure, figures
from claims.compare.values import Features
from claims.crossing import glosses, sound
from claims.features.cues import table

SIGNALS = (
    "words",
    "names",
    "akin",
    "events",
    "figures",
    "rivals",
    "days",
    "other_days",
    "beside",
    "apart",
    "content",
)
"""What is measured of a pair, in this order; the weights in `tables/accounts.toml` have the same names.

words, names       rarity of the content words and of the names that both have
akin               the same for words that mean much the same, in one language
events             the same for what happens in both, and what is measured
figures, days      how telling the figure, or the day, month or year, is that both have
rivals, other_days how telling it is that one has another figure of the same sort, or another day, where neither has a
                   partner elsewhere in the other account
beside             rarity of what one has and the claim beside the other
apart              how far from each other the two stand in the order of their accounts, against chance, as far as the
                   accounts keep one order
content            how much the one says that says less, by the rarity of its words, figures and times (its logarithm)
"""
RIVALS, OTHER_DAYS, BESIDE, APART = (SIGNALS.index(name) for name in ("rivals", "other_days", "beside", "apart"))
CHANCE = 1 / 3
"""The mean gap between two places, 0–1, that have nothing to do with each other."""
MUCH, FEW = 1.5, 3
"""What two claims must share to tell how far two accounts keep one order; how many such pairs tell it by half."""
NEAR = 90
"""Most code points between two claims that stand beside each other."""
CROSSED = 0.9
"""What a word keeps of its weight that stands in the other language for another one."""
TELLING = 0.3
"""How rare a term is by which two claims become candidates."""
SHORT, LONG = 62, 100
"""Days up to which times are told as one; up to which a time excludes another one."""
LEFT_OUT = (10**6, 10**9)
"""What speech leaves out: thirty for 30 million."""

Days = tuple[int, int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a document with its place, in code points; without one it stands beside no other."""

    features: Features
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Side:
    """The claims of one document, with all that the signals need of each."""

    claims: Sequence[Told]
    own: list[dict[Term, float]]
    figures: list[list[Figure]]
    days: list[list[Days]]
    beside: list[dict[Term, float]] = field(default_factory=list)
    content: list[float] = field(default_factory=list)
    """How much each says."""
    order: list[float | None] = field(default_factory=list)
    """The place of each in the order of the account, 0–1."""
    ranks: list[int] = field(default_factory=list)
    """The claims in the order of the account."""
    partners: list[list[int]] = field(default_factory=list)
    """For each figure of each claim, how many claims of the other account have one that may be the same."""
    rivals: list[list[int]] = field(default_factory=list)
    """The same, how many have another one of its sort that has no partner either."""
    same_days: list[list[int]] = field(default_factory=list)
    """For each time of each claim, how many claims of the other account tell of it."""


class Story:
    """Two accounts laid side by side."""

    def __init__(self, a: Sequence[Told], b: Sequence[Told]) -> None:
        known = _known_names([claim.features for claim in (*a, *b)])
        self.a, self.b = _side(a, known), _side(b, known)
        if len({claim.features.language for claim in (*a, *b)}) > 1:
            _cross(self.a, self.b)
        else:
            _akin(self.a, self.b)
        size = len(a) + len(b) + 1
        self.rare = _rarity((own for side in (self.a, self.b) for own in side.own), size)
        for side, other in ((self.a, self.b), (self.b, self.a)):
            side.content = [
                weigh([entry for entry in own.items() if entry[0][0] in SAID], self.rare) for own in side.own
            ]
            _beside(side)
            _order(side)
            side.partners = [[_count(one, other.figures, same_figure) for one in own] for own in side.figures]
            side.same_days = [[_count(one, other.days, same_time) for one in own] for own in side.days]
        for side, other in ((self.a, self.b), (self.b, self.a)):
            lone = _lone(other)
            side.rivals = [[_count(one, lone, _rival) for one in own] for own in side.figures]

    def candidates(self) -> Iterator[tuple[int, int]]:
        """The pairs that share something telling, or of which each has a figure or a day without a partner."""
        where: dict[Term, list[int]] = {}
        for j, own in enumerate(self.b.own):
            for term in own:
                if self.rare[term] >= TELLING:
                    where.setdefault(term, []).append(j)
        by_value = [j for j, (own, days) in enumerate(zip(self.b.figures, self.b.days, strict=True)) if own or days]
        for i, own in enumerate(self.a.own):
            met = {j for term in own for j in where.get(term, ())}
            if self.a.figures[i] or self.a.days[i]:
                met.update(by_value)
            yield from ((i, j) for j in sorted(met))

    def shared(self, i: int, j: int) -> list[tuple[Term, float]]:
        """The terms of both, with what each keeps of its weight."""
        own, other = self.a.own[i], self.b.own[j]
        return [(term, min(own[term], other[term])) for term in own.keys() & other.keys()]

    def measured(self) -> dict[tuple[int, int], tuple[float, ...]]:
        """The signals of all candidates."""
        found = {pair: self.signals(*pair) for pair in self.candidates()}
        kept = self._one_order(found)
        return {pair: (*row[:APART], kept * (row[APART] - CHANCE), *row[APART + 1 :]) for pair, row in found.items()}

    def _one_order(self, found: dict[tuple[int, int], tuple[float, ...]]) -> float:
        """How far the two accounts keep one order, 0–1: by the gaps between claims that share most."""
        shared = {pair: sum(row[:APART]) - row[RIVALS] - row[OTHER_DAYS] - row[BESIDE] for pair, row in found.items()}
        best: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for pair, much in shared.items():
            for side in (0, 1):
                best[side][pair[side]] = max(best[side].get(pair[side], 0.0), much)
        gaps = [
            found[i, j][APART] for (i, j), much in shared.items() if much >= MUCH and much == best[0][i] == best[1][j]
        ]
        if not gaps:
            return 0.0
        return max(0.0, 1 - sum(gaps) / len(gaps) / CHANCE) * len(gaps) / (len(gaps) + FEW)

    def signals(self, i: int, j: int) -> tuple[float, ...]:
        """The signals of a pair, in the order of `SIGNALS`; `apart` as the plain gap between their places."""
        shared, rare = self.shared(i, j), self.rare
        words = sum(weight * rare[term] for term, weight in shared if term[0] == "word")
        scripts = {True: 0.0, False: 0.0}
        for term, weight in named(shared):
            scripts[term[1].isascii()] += weight * rare[term]
        akin = sum(weight * rare[term] for term, weight in shared if term[0] == "akin")
        events = sum(weight * rare[term] for term, weight in shared if term[0] == "topic")
        same, rival = self._figures(i, j)
        day, other_day = self._days(i, j)
        place, other_place = self.a.order[i], self.b.order[j]
        gap = CHANCE if place is None or other_place is None else abs(place - other_place)
        content = math.log1p(min(self.a.content[i], self.b.content[j]))
        names = max(scripts.values())
        return words, names, akin, events, same, rival, day, other_day, self._beside(i, j), gap, content

    def _beside(self, i: int, j: int) -> float:
        mine, theirs = self.a.own[i], self.b.own[j]
        near = [(term, mine[term]) for term in mine.keys() & self.b.beside[j].keys()]
        near += [(term, theirs[term]) for term in theirs.keys() & self.a.beside[i].keys()]
        return min(3.0, weigh(near, self.rare)) if near else 0.0

    def _figures(self, i: int, j: int) -> tuple[float, float]:
        """How telling the figure of both is, and that one has another one of the same sort than the other."""
        same = rival = 0.0
        for (k, one), (m, other) in product(enumerate(self.a.figures[i]), enumerate(self.b.figures[j])):
            if same_figure(one, other):
                met = math.sqrt(self.a.partners[i][k] * self.b.partners[j][m])
                same = max(same, telling(one) * _rarely(met))
                continue
            lone = (1 if not self.a.partners[i][k] else SOME) * (1 if not self.b.partners[j][m] else SOME)
            met = math.sqrt(max(1, self.a.rivals[i][k]) * max(1, self.b.rivals[j][m]))
            rival = max(rival, lone * of_one_sort(one, other) * of_one_size(one, other) * _rarely(met))
        return same, rival * (SOME if same > SOME else 1.0)

    def _days(self, i: int, j: int) -> tuple[float, float]:
        """How telling the time is that both give, and that each gives one of its own."""
        same = other_day = 0.0
        for (k, one), (m, other) in product(enumerate(self.a.days[i]), enumerate(self.b.days[j])):
            if same_time(one, other):
                met = math.sqrt(self.a.same_days[i][k] * self.b.same_days[j][m])
                same = max(same, (1.0 if one == other else 0.6) * _rarely(met))
            elif _apart(one, other) and max(one[1] - one[0], other[1] - other[0]) <= LONG:
                gap = max(one[0] - other[1], other[0] - one[1])
                lone = (1 if not self.a.same_days[i][k] else SOME) * (1 if not self.b.same_days[j][m] else SOME)
                other_day = max(other_day, lone * (1.0 if gap <= 7 else 0.6 if gap <= 200 else 0.2))
        return same, 0.0 if same else other_day


SOME = 0.4
"""What is left of a signal of rivals where one of them has a partner elsewhere."""


# --- one side --------------------------------------------------------------------------------------------------


def _side(claims: Sequence[Told], known: dict[str, str]) -> Side:
    features = [claim.features for claim in claims]
    return Side(
        claims,
        [_with_names(one, known) for one in features],
        [figures(one) for one in features],
        [_times(one) for one in features],
    )


def _known_names(claims: Sequence[Features]) -> dict[str, str]:
    """What the claims of a story call by name, also without its 公司 and the like → the name."""
    known: dict[str, str] = {}
    ends = tuple(table("names", "zh")["organisation"])
    for name in sorted({name for claim in claims for name in claim.names if len(name) >= (4 if name.isascii() else 2)}):
        known.setdefault(name, name)
        end = next((end for end in ends if name.endswith(end)), "")
        if end and len(name) - len(end) >= 2:
            known.setdefault(name.removesuffix(end), name)
    return known


def _with_names(features: Features, known: dict[str, str]) -> dict[Term, float]:
    """The terms of a claim with the names that it says and the other account taught."""
    said: dict[Term, float] = {
        ("name", name): 1.0 for short, name in known.items() if not short.isascii() and short in features.key
    }
    return terms(features) | said


def _times(features: Features) -> list[Days]:
    return [
        (date.fromisoformat(day.first).toordinal(), date.fromisoformat(day.last).toordinal())
        for day in features.dates
        if day.first and day.last
    ]


def _rarity(found: Iterable[Iterable[T]], size: int) -> dict[T, float]:
    """How rare each is among so many claims, 0–1."""
    counts = Counter(term for own in found for term in own)
    whole = math.log(max(size, 3) / 2)
    return {term: min(1.0, math.log(size / count) / whole) for term, count in counts.items()}


def _beside(side: Side) -> None:
    """What stands in the claims right before and after each, and not in itself."""
    side.beside = [{} for _ in side.claims]
    placed = sorted((n for n, one in enumerate(side.claims) if one.start is not None), key=lambda n: _at(side, n))
    for one, other in pairwise(placed):
        if (side.claims[other].start or 0) - (side.claims[one].end or 0) > NEAR:
            continue
        for mine, theirs in ((one, other), (other, one)):
            own = side.own[mine]
            side.beside[mine].update((term, weight) for term, weight in side.own[theirs].items() if term not in own)


def _order(side: Side) -> None:
    side.order = [None] * len(side.claims)
    side.ranks = sorted((n for n, one in enumerate(side.claims) if one.start is not None), key=lambda n: _at(side, n))
    for rank, n in enumerate(side.ranks):
        side.order[n] = rank / max(1, len(side.ranks) - 1)


def _at(side: Side, n: int) -> tuple[int, int, int]:
    return side.claims[n].start or 0, side.claims[n].end or 0, n


# --- words of one meaning, two languages ----------------------------------------------------------------------------


def _akin(*sides: Side) -> None:
    """Give the claims of one language the meanings of their words."""
    for side in sides:
        for own, claim in zip(side.own, side.claims, strict=True):
            one = claim.features
            own.update({("akin", f"#{number}"): 1.0 for number in glosses(one.key, one.language)})


def _cross(*sides: Side) -> None:
    """Give the claims what they share across languages: words of one meaning, and names by their sound."""
    claims = [(own, claim.features) for side in sides for own, claim in zip(side.own, side.claims, strict=True)]
    latin = sorted({word for _, one in claims if one.language == "en" for name in one.names for word in name.split()})
    heard = [(word, pattern) for word in latin if (pattern := sound(word)) is not None]
    for own, one in claims:
        own.update({("word", f"#{number}"): CROSSED for number in glosses(one.key, one.language)})
        if one.language == "en":
            words = (word for name in one.names for word in name.split())
        else:
            words = (word for word, pattern in heard if (found := pattern.search(one.key)) and len(found[0]) > 1)
        own.update({("name", word): 1.0 for word in words if len(word) >= len("Anna")})


# --- figures and times -----------------------------------------------------------------------------------------


def _bare(one: Figure) -> bool:
    """Whether nothing says what a figure counts: speech leaves out metres and millions of what."""
    return one.interval.dimension == "count" and not one.nouns


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures may be the same: they touch; or one is bare and of the same value, or of so many millions."""
    a, b = one.interval, other.interval
    if comparable(a, b):
        return meets(a, b) and _at_hand(a, b) and _at_hand(b, a)
    if not (_bare(one) or _bare(other)) or a.low != a.high or b.low != b.high or min(a.low, b.low) <= 2:
        return False
    if a.low == b.low:
        return True
    small, bare = (a, _bare(one)) if a.low < b.low else (b, _bare(other))
    return bare and small.low < 1000 and max(a.low, b.low) in {small.low * scale for scale in LEFT_OUT}


def _at_hand(one: Interval, other: Interval) -> bool:
    """Whether a value that is open to one side may be the other: more than 3,000 is 3,200, and not 11,000."""
    if math.isfinite(one.low) == math.isfinite(one.high):
        return True
    end = one.low if math.isfinite(one.low) else one.high
    nearest = min((abs(side - end) for side in other[:2] if math.isfinite(side)), default=0.0)
    return nearest <= AT_HAND * abs(end)


AT_HAND = 0.25
"""How far beyond an open end, as a share of it, a value may lie that is told by it."""


def telling(one: Figure) -> float:
    """How much a value tells that two claims give: an exact one much, a small whole number little."""
    low, high = one.interval.low, one.interval.high
    value = abs(low if math.isfinite(low) else high)
    if not value or not math.isfinite(value):
        return 0.3
    if value <= 12 and value == int(value):
        return 0.15 if value <= 2 else 0.5
    digits = len(f"{value:.4g}".split("e")[0].replace(".", "").strip("0"))
    return min(1.0, 0.4 + 0.2 * digits)


def of_one_sort(one: Figure, other: Figure) -> float:
    """How surely two figures measure the same, by their units and by the words that name what is measured, 0–1."""
    if one.measures and other.measures and one.measures.isdisjoint(other.measures):
        return 0.0
    if not comparable(one.interval, other.interval):
        return 0.5 if _bare(one) or _bare(other) else 0.0
    counted = one.interval.dimension.startswith("count")
    if not counted or one.nouns & other.nouns or one.measures & other.measures:
        return 1.0
    if one.interval.dimension == other.interval.dimension != "count":
        return 0.7
    return 0.35 if _bare(one) or _bare(other) else 0.15


def of_one_size(one: Figure, other: Figure) -> float:
    """How surely two values may be versions of one, by how far they lie apart: twice, five times, more."""
    far = apart(one.interval, other.interval)
    return 0.0 if far is None else 1.0 if far <= 0.31 else 0.6 if far <= 0.7 else 0.2


def _lone(side: Side) -> list[list[Figure]]:
    """The figures that have no partner in the other account."""
    return [
        [one for one, met in zip(own, partners, strict=True) if not met]
        for own, partners in zip(side.figures, side.partners, strict=True)
    ]


def _rival(one: Figure, other: Figure) -> bool:
    return of_one_sort(one, other) >= 0.35 and of_one_size(one, other) > 0.5


def same_time(one: Days, other: Days) -> bool:
    """Whether both tell of one day, month or year; short ones need only touch."""
    return one == other or (not _apart(one, other) and max(one[1] - one[0], other[1] - other[0]) <= SHORT)


def _apart(one: Days, other: Days) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _count(one: T, others: Sequence[Sequence[T]], alike: Callable[[T, T], object]) -> int:
    """How many claims have one that is alike."""
    return sum(any(alike(one, other) for other in own) for own in others)


def _rarely(met: float) -> float:
    """1 for what two claims alone have, less the more have it."""
    return 1 / (1 + math.log(max(1.0, met)))


__all__ = ["SIGNALS", "Story", "Told", "of_one_size", "of_one_sort", "same_figure", "same_time", "telling"]
