"""What ties two claims of two accounts of one story: a few signals, each of which tells something by itself.

    Story(a, b) ─► candidates ─► signals(i, j): words, names, figures, rivals, days, …

All of them are worked out from the claims of the two documents alone. What few other claims of the two have weighs more
(inverse document frequency, Spärck Jones 1972). What the signals are worth together stands in `tables/accounts.toml`.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import TypeVar

from claims.account_sides import (
    Side,
    Told,
    account,
    cross_languages,
    known_names,
    look_beside,
    put_in_order,
    share_meanings,
)
from claims.account_terms import SAID, Term, named, weigh
from claims.account_values import disjoint, of_one_size, of_one_sort, rivals, same_figure, same_time, telling
from claims.compare.quantity import Figure

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
TELLING = 0.3
"""How rare a term is by which two claims become candidates."""
LONG = 100
"""Days up to which a time excludes another one."""
T = TypeVar("T")


class Story:
    """Two accounts laid side by side."""

    def __init__(self, a: Sequence[Told], b: Sequence[Told]) -> None:
        known = known_names([claim.features for claim in (*a, *b)])
        self.a, self.b = account(a, known), account(b, known)
        if len({claim.features.language for claim in (*a, *b)}) > 1:
            cross_languages(self.a, self.b)
        else:
            share_meanings(self.a, self.b)
        size = len(a) + len(b) + 1
        self.rare = _rarity((own for side in (self.a, self.b) for own in side.own), size)
        for one, other in ((self.a, self.b), (self.b, self.a)):
            one.content = [weigh([term for term in own.items() if term[0][0] in SAID], self.rare) for own in one.own]
            look_beside(one)
            put_in_order(one)
            one.partners = [[_count(each, other.figures, same_figure) for each in own] for own in one.figures]
            one.same_days = [[_count(each, other.days, same_time) for each in own] for own in one.days]
        for one, other in ((self.a, self.b), (self.b, self.a)):
            lone = _lone(other)
            one.rivals = [[_count(each, lone, rivals) for each in own] for own in one.figures]

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
        words = math.fsum(weight * rare[term] for term, weight in shared if term[0] == "word")
        scripts = {True: 0.0, False: 0.0}
        for term, weight in named(shared):
            scripts[term[1].isascii()] += weight * rare[term]
        akin = math.fsum(weight * rare[term] for term, weight in shared if term[0] == "akin")
        events = math.fsum(weight * rare[term] for term, weight in shared if term[0] == "topic")
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
            elif disjoint(one, other) and max(one[1] - one[0], other[1] - other[0]) <= LONG:
                gap = max(one[0] - other[1], other[0] - one[1])
                lone = (1 if not self.a.same_days[i][k] else SOME) * (1 if not self.b.same_days[j][m] else SOME)
                other_day = max(other_day, lone * (1.0 if gap <= 7 else 0.6 if gap <= 200 else 0.2))
        return same, 0.0 if same else other_day


SOME = 0.4
"""What is left of a signal of rivals where one of them has a partner elsewhere."""


def _rarity(found: Iterable[Iterable[T]], size: int) -> dict[T, float]:
    """How rare each is among so many claims, 0–1."""
    counts = Counter(term for own in found for term in own)
    whole = math.log(max(size, 3) / 2)
    return {term: min(1.0, math.log(size / count) / whole) for term, count in counts.items()}


def _lone(side: Side) -> list[list[Figure]]:
    """The figures that have no partner in the other account."""
    return [
        [one for one, met in zip(own, partners, strict=True) if not met]
        for own, partners in zip(side.figures, side.partners, strict=True)
    ]


def _count(one: T, others: Sequence[Sequence[T]], alike: Callable[[T, T], object]) -> int:
    """How many claims have one that is alike."""
    return sum(any(alike(one, other) for other in own) for own in others)


def _rarely(met: float) -> float:
    """1 for what two claims alone have, less the more have it."""
    return 1 / (1 + math.log(max(1.0, met)))


__all__ = ["SIGNALS", "Story", "Told"]
