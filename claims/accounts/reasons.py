"""Why two claims of two accounts are said to tell one thing, in words that a fact-checker can check.

Ties(story, i, j, …) ─► “wages” and “salaries” mean much the same; “thirty” and “€30 million”: few other claims give …
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from claims.accounts.signals import SIGNALS, Story
from claims.accounts.terms import named
from claims.accounts.values import same_figure, same_time, telling, times_of
from claims.compare.alignment import Pair
from claims.compare.crossing import glossed
from claims.compare.facets.measured import figures
from claims.compare.retelling.wording import as_written, both_say, quoted_in_a_row
from claims.compare.values import Features
from evidence.terms import shared_words, terms

GIVEN = 0.3
"""From this signal on, a figure or a time is given by few others."""
BESIDE = 0.5
"""So surely what stands beside two claims is told by both."""
NEAR = 0.1
"""So near each other they stand in the order of their accounts."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties two claims, in words; found when it is to be told, which is seldom."""

    story: Story
    i: int
    j: int
    signals: Sequence[float]
    neighbours: float
    """How surely what stands beside them is tied."""

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._told()))

    def _told(self) -> Iterator[str]:
        values = dict(zip(SIGNALS, self.signals, strict=True))
        a, b = self.story.a.claims[self.i].features, self.story.b.claims[self.j].features
        said = both_say(Pair(a, b))
        more = [word for word in self._words(a, b) if not any(word in one or one in word for one in said)]
        if more:
            yield f"both have {quoted_in_a_row(_few(more))}"
        akin = list(_of_one_meaning(a, b)) if not (said or more) else []
        yield from akin[:2]
        figure = _figure(a, b) if values["figures"] >= GIVEN else ""
        time = _time(a, b) if values["days"] >= GIVEN else ""
        if figure:
            yield f"{figure}: few other claims give that figure"
        if time:
            yield f"{time}: few other claims tell of that time"
        if self.neighbours >= BESIDE:
            yield "what stands beside them is told by both too"
        elif not (said or more or akin or figure or time) and values["apart"] <= NEAR:
            yield "they stand at the same place of their accounts"

    def _words(self, a: Features, b: Features) -> list[str]:
        """The names and words that both have, as the first writes them."""
        names = sorted({term[1] for term, _ in named(self.story.shared(self.i, self.j))} - {""})
        written = [as_written(a, name) for name in names if name in a.key or name in b.key]
        return [*written, *shared_words(terms(b.key), a.text)]


def _few(words: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return kept[:3]


def _of_one_meaning(a: Features, b: Features) -> Iterator[str]:
    """Words of two claims that mean much the same: wages, salaries; tram, 电车."""
    mine, theirs = glossed(a.key, a.language), glossed(b.key, b.language)
    for number in sorted(mine.keys() & theirs.keys()):
        one, other = as_written(a, mine[number]), as_written(b, theirs[number])
        yield f"both have “{one}”" if one == other else f"“{one}” and “{other}” mean much the same"


def _figure(a: Features, b: Features) -> str:
    """The most telling figure that both give, as each writes it."""
    met = [(one, other) for one, other in product(figures(a), figures(b)) if same_figure(one, other)]
    if not met:
        return "what is counted"
    one, other = max(met, key=lambda pair: min(map(telling, pair)))
    return _as_each_says(one.quantity.text, other.quantity.text)


def _time(a: Features, b: Features) -> str:
    """The time that both tell of, as each writes it."""
    for (day, one), (other_day, other) in product(times_of(a), times_of(b)):
        if same_time(day, other_day):
            return _as_each_says(one, other)
    return "the day"


def _as_each_says(one: str, other: str) -> str:
    one, other = one.rstrip("."), other.rstrip(".")
    return f"“{one}”" if one == other else f"“{one}” and “{other}”"


__all__ = ["Ties"]
