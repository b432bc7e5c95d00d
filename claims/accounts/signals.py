"""What ties two claims of two accounts of one story: a few signals, each of which tells something by itself.

    Story(a, b) ─► measured(): for each pair that may tell one thing words, names, figures, rivals, days, …

All of them are worked out from the claims of the two documents alone. What few other claims of the two have weighs more
(inverse document frequency, Spärck Jones 1972). What the signals are worth together stands in `tables/accounts.toml`.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from claims.accounts.sides import (
    Told,
    account,
    cross_languages,
    known_names,
    look_beside,
    put_in_order,
    share_meanings,
)
from claims.accounts.terms import NAMES, SAID, Term, weigh, weigh_names
from claims.accounts.values import days_met, figures_met

SIGNALS = (
    "words",
    "names",
    "akin",
    "characters",
    "events",
    "figures",
    "rivals",
    "days",
    "other_days",
    "unanswered",
    "beside",
    "apart",
    "content",
)
"""What is measured of a pair, in this order; the weights in `tables/accounts.toml` have the same names.

words, names       rarity of the content words, with the hours of the day, and of the names that both have
akin               the same for words that mean much the same, in one language
characters         rarity of the Chinese characters that the words of both have: 冷库 and 冷藏库
events             the same for what happens in both, and what is measured
figures, days      how telling the figure, or the day, month or year, is that both have
rivals, other_days how telling it is that one has another figure of the same sort, or another day, where neither has a
                   partner elsewhere in the other account
unanswered         whether one of them, or each, gives figures or times though they share none
beside             rarity of what one has and the claim beside the other
apart              how far from each other the two stand in the order of their accounts, against chance, as far as the
                   accounts keep one order
content            how much the one says that says less, by the rarity of its words, figures and times (its logarithm)
"""
RIVALS, OTHER_DAYS, UNANSWERED, BESIDE, APART = (
    SIGNALS.index(name) for name in ("rivals", "other_days", "unanswered", "beside", "apart")
)
CHANCE = 1 / 3
"""The mean gap between two places, 0–1, that have nothing to do with each other."""
MUCH, FEW = 1.5, 3
"""What two claims must share to tell how far two accounts keep one order; how many such pairs tell it by half."""
TELLING = 0.3
"""How rare a term is by which two claims become candidates."""
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
        for one in (self.a, self.b):
            one.content = [weigh([term for term in own.items() if term[0][0] in SAID], self.rare) for own in one.own]
            look_beside(one)
            put_in_order(one)
        self._figures = figures_met(self.a.figures, self.b.figures)
        self._days = days_met(self.a.days, self.b.days, _published((*a, *b)))
        self._own, self._beside = _where(self.b.own), _where(self.b.beside)
        self._telling = {
            term: [j for j, _ in has]
            for term, has in self._own.items()
            if self.rare[term] >= TELLING and term[0] != "character"
        }
        self._valued = [j for j, met in enumerate(zip(self.b.figures, self.b.days, strict=True)) if any(met)]

    def _candidates(self, i: int) -> list[int]:
        """The claims of b that share something telling with one of a, or have a figure or a day as it has."""
        met = {j for term in self.a.own[i] for j in self._telling.get(term, ())}
        if self.a.figures[i] or self.a.days[i]:
            met.update(self._valued)
        return sorted(met)

    def shared(self, i: int, j: int) -> list[tuple[Term, float]]:
        """The terms of both, with what each keeps of its weight."""
        own, other = self.a.own[i], self.b.own[j]
        return [(term, min(own[term], other[term])) for term in own.keys() & other.keys()]

    def measured(self) -> dict[tuple[int, int], tuple[float, ...]]:
        """The signals of all candidates."""
        found = {(i, j): row for i in range(len(self.a.own)) for j, row in self._signals(i, self._candidates(i))}
        kept = self._one_order(found)
        return {pair: (*row[:APART], kept * (row[APART] - CHANCE), *row[APART + 1 :]) for pair, row in found.items()}

    def _one_order(self, found: dict[tuple[int, int], tuple[float, ...]]) -> float:
        """How far the two accounts keep one order, 0–1: by the gaps between claims that share most."""
        shared = {
            pair: sum(row[:APART]) - row[RIVALS] - row[OTHER_DAYS] - row[UNANSWERED] - row[BESIDE]
            for pair, row in found.items()
        }
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
        return next(self._signals(i, [j]))[1]

    def _signals(self, i: int, others: Sequence[int]) -> Iterator[tuple[int, tuple[float, ...]]]:
        """The signals of claim i of a with some of b, all at once: what it shares with each is found term by term."""
        shared, beside = self._shared(i), self._near(i)
        place, content = self.a.order[i], self.a.content[i]
        for j in others:
            sums, names = shared.get(j, NOTHING)
            words, akin, events, characters = map(math.fsum, sums)
            same, rival = self._figures.get((i, j), (0.0, 0.0))
            day, other_day = self._days.get((i, j), (0.0, 0.0))
            near = min(3.0, weigh(beside[j], self.rare)) if j in beside else 0.0
            other = self.b.order[j]
            gap = CHANCE if place is None or other is None else abs(place - other)
            much = math.log1p(min(content, self.b.content[j]))
            named = weigh_names(names, self.rare) if names else 0.0
            unanswered = 0.0 if same or day else self._unanswered(i, j)
            yield j, (words, named, akin, characters, events, same, rival, day, other_day, unanswered, near, gap, much)

    def _unanswered(self, i: int, j: int) -> float:
        """How many of two claims that share neither give figures or times, of both."""
        valued = (bool(self.a.figures[i] or self.a.days[i]), bool(self.b.figures[j] or self.b.days[j]))
        return sum(valued) / 2

    def _shared(self, i: int) -> dict[int, "Sharing"]:
        """What the claims of b share with one of a: what words, akin words and events weigh, and the names."""
        found: dict[int, Sharing] = {}
        for term, weight in self.a.own[i].items():
            kind = _SUMMED.get(term[0])
            if kind is None and term[0] not in NAMES:
                continue
            rare = self.rare[term]
            for j, other in self._own.get(term, ()):
                sums, names = found.setdefault(j, (([], [], [], []), []))
                if kind is None:
                    names.append((term, min(weight, other)))
                else:
                    sums[kind].append(min(weight, other) * rare)
        return found

    def _near(self, i: int) -> dict[int, list[tuple[Term, float]]]:
        """What stands in one of the two and beside the other one, by the claims of b."""
        found: dict[int, list[tuple[Term, float]]] = {}
        for term, weight in self.a.own[i].items():
            for j, _ in self._beside.get(term, ()):
                found.setdefault(j, []).append((term, weight))
        for term in self.a.beside[i]:
            for j, weight in self._own.get(term, ()):
                found.setdefault(j, []).append((term, weight))
        return found


def _published(claims: Sequence[Told]) -> list[int]:
    """The days on which the accounts were published, counted from the year 1."""
    return sorted({date.fromisoformat(claim.features.day).toordinal() for claim in claims if claim.features.day})


Sharing = tuple[tuple[list[float], list[float], list[float], list[float]], list[tuple[Term, float]]]
_SUMMED = {"word": 0, "hour": 0, "akin": 1, "topic": 2, "character": 3}
NOTHING: Sharing = (([], [], [], []), [])


def _where(own: Sequence[dict[Term, float]]) -> dict[Term, list[tuple[int, float]]]:
    """The claims that have each term, with what it keeps of its weight there."""
    found: dict[Term, list[tuple[int, float]]] = {}
    for j, terms in enumerate(own):
        for term, weight in terms.items():
            found.setdefault(term, []).append((j, weight))
    return found


def _rarity(found: Iterable[Iterable[T]], size: int) -> dict[T, float]:
    """How rare each is among so many claims, 0–1."""
    counts = Counter(term for own in found for term in own)
    whole = math.log(max(size, 3) / 2)
    return {term: min(1.0, math.log(size / count) / whole) for term, count in counts.items()}


__all__ = ["SIGNALS", "Story", "Told"]
