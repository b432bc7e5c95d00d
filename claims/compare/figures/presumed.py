"""What a long English sentence most likely makes of a short claim, where nothing surer has an answer.

The figure of the sentence that fits best is set against the claim's, however loosely it fits. What the two statements
share, how long each is and how the claim puts its figure tell how likely that answer is right. Learnt from claims that
somebody laid beside sentences, and from claims of two accounts of one story, most of which tell of different things
(`python -m benchmarks.presumed fit`).
"""

import tomllib
from functools import cache
from importlib.resources import files
from math import log
from typing import NamedTuple

from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.english.apart_en import other_modifier
from claims.compare.facets import period
from claims.compare.figures.asked import Asked, asked_of
from claims.compare.figures.marks import of_another
from claims.compare.figures.meant import agrees, chosen, figures_of
from claims.compare.figures.reckoned import Amount, topics
from claims.compare.intervals import undecided
from claims.compare.values import Comparison, Features, length, of_one
from claims.model import Facet, RelationKind

SIGNALS = ("fit", "bound", "holds", "kin", "shared", "named", "words", "longer", "linked", "other_time", "cover")
LEAST = 0.7
"""How likely the answer must be right."""
LONGER = 1.25
"""How many times as many words as a claim the sentence must have that is to answer it."""
SCORE = 0.5
"""The score of such an answer; one that was found surely has 0.6."""
_LEAST_ODDS = log(LEAST / (1 - LEAST))
_BEST_FIT, _WORST_FIT = 4.0, -3.0


class Presumed(NamedTuple):
    """The figure that fits a claim's best, and what tells how likely it answers it."""

    asked: Asked
    one: Amount
    holds: bool
    signals: list[float]
    """In the order of `SIGNALS`."""

    @property
    def odds(self) -> float:
        """The logarithm of the odds that the answer is right."""
        return _odds(self.signals)


def relation(pair: Pair) -> Comparison | None:
    """The answer of the figure that fits best, where it is likely enough to be right."""
    found = None if not pair.given_english or _hopeless(pair) else presumed(pair)
    if found is None or found.odds < _LEAST_ODDS or of_another(*_sides(pair)):
        return None
    reason = f"“{found.one.quantity.text}” is most likely meant and {'bears out' if found.holds else 'is not'} "
    kind = RelationKind.REFINES if found.holds else RelationKind.CONFLICTS
    return Comparison(
        kind=kind, facet=Facet.QUANTITY, score=SCORE, reasons=(f"{reason}“{found.asked.text}”",),
        direction=None if not found.holds else "b_to_a" if _sides(pair)[0] is pair.a else "a_to_b",
    )  # fmt: skip


def presumed(pair: Pair) -> Presumed | None:
    """The figure of the longer statement that fits one of the shorter best; None where that leaves the claim open."""
    claim, sentence = _sides(pair)
    asked_for = asked_of(claim) if sentence.quantities else []
    figures = figures_of(claim, sentence, asked_for) if asked_for else []
    best = chosen(claim, sentence, asked_for, figures, loosely=True) if figures else None
    if best is None or undecided(best.asked.interval, best.one.interval):
        return None
    holds = agrees(best.asked, best.one)
    signals = _signals(
        max(_WORST_FIT, min(_BEST_FIT, best.fit)),
        bound=best.asked.way == "bound",
        holds=holds,
        linked=best.linked,
        other_time=bool(period.disjoint(pair) or other_modifier(pair)),
        both=_of_both(pair),
    )
    return Presumed(best.asked, best.one, holds, signals)


def _hopeless(pair: Pair) -> bool:
    """Whether no figure could make an answer likely enough: most pairs need not be asked for their figures."""
    claim, sentence = _sides(pair)
    if not sentence.quantities or length(sentence) < LONGER * length(claim):
        return True
    bound = any(one.way == "bound" for one in asked_of(claim))
    best = _signals(_BEST_FIT, bound=bound, holds=True, linked=False, other_time=False, both=_of_both(pair))
    return _odds(best) < _LEAST_ODDS


def _signals(
    fit: float, *, bound: bool, holds: bool, linked: bool, other_time: bool, both: tuple[float, ...]
) -> list[float]:
    """The signals in the order of `SIGNALS`; `both`: those of `_of_both`."""
    *told, cover = both
    return [fit, float(bound), float(holds), *told, float(linked), float(other_time), cover]


@of_one
def _of_both(pair: Pair) -> tuple[float, ...]:
    """What the two statements tell whatever the figures: how much they share, names, lengths."""
    claim, sentence = _sides(pair)
    told, theirs = set(claim.tokens.rare) | topics(claim), set(sentence.tokens.rare)
    sizes = length(claim), length(sentence)
    same = told & theirs
    kin = len(same) + sum(any(akin(stem, other) for other in theirs) for stem in told - same)
    return (
        kin / max(1, len(told)),
        len(same) / max(1, len(told)),
        float(bool(claim.tokens.named)),
        min(40, sizes[0]) / 10,
        min(4.0, sizes[1] / max(1, sizes[0])),
        pair.cover,
    )


def _sides(pair: Pair) -> tuple[Features, Features]:
    """The shorter statement, which is the claim, and the longer one."""
    return (pair.a, pair.b) if length(pair.a) <= length(pair.b) else (pair.b, pair.a)


def _odds(signals: list[float]) -> float:
    return _constant() + sum([w * x for w, x in zip(_weights(), signals, strict=True)])


@cache
def _table() -> dict[str, float]:
    return tomllib.loads(files("claims.compare").joinpath("tables", "presumed_en.toml").read_text("utf-8"))


@cache
def _constant() -> float:
    return _table()["one"]


@cache
def _weights() -> tuple[float, ...]:
    return tuple(_table()[name] for name in SIGNALS)


__all__ = ["SIGNALS", "Presumed", "presumed", "relation"]
