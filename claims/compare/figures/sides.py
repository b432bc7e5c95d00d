"""Which of two English statements laid side by side is the short claim, and which the long sentence."""

from claims.compare.alignment import Pair
from claims.compare.figures.borne import Sides
from claims.compare.figures.moments import moments
from claims.compare.figures.reckoned import amounts
from claims.compare.values import Features, length, of_one

FULLER = 1.4
"""How many times as many words the sentence has at least."""
FIGURED = 1.05
"""The same for a sentence with more figures than a claim that has one at most."""
ONE_SENTENCE = 0.7
"""From this closeness on, they are."""
MORE = 1.15
"""The same, where figures and days are taken as one word, for the words as they were written."""
RETOLD = 0.6
"""Below this closeness, two statements are no versions of one sentence."""


def short_and_long(pair: Pair) -> Sides | None:
    """The claim and the sentence of a pair laid side by side; None where neither can be the claim of the other."""
    if not pair.given_english or _of_two_matters(pair):
        return None
    long = [longer(one, other, FULLER) for one, other in ((pair.b, pair.a), (pair.a, pair.b))]
    if long[0] != long[1]:
        return Sides(pair, pair.a, pair.b, "b_to_a") if long[0] else Sides(pair, pair.b, pair.a, "a_to_b")
    mine, theirs = length(pair.a), length(pair.b)
    figures = figures_told(pair.a), figures_told(pair.b)
    if theirs >= (FULLER if figures[0] > 1 or figures[1] <= figures[0] else FIGURED) * mine:
        return Sides(pair, pair.a, pair.b, "b_to_a")
    least = FULLER if figures[1] > 1 or figures[0] <= figures[1] else FIGURED
    if mine >= least * theirs:
        return Sides(pair, pair.b, pair.a, "a_to_b")
    if pair.closeness >= ONE_SENTENCE:
        return None
    ranks = [(count, not _asks(side)) for count, side in zip(figures, (pair.a, pair.b), strict=True)]
    if ranks[0] == ranks[1]:
        return None
    # One reckons what the other counts.
    return Sides(pair, pair.a, pair.b, "b_to_a") if ranks[0] < ranks[1] else Sides(pair, pair.b, pair.a, "a_to_b")


def _of_two_matters(pair: Pair) -> bool:
    """Whether two statements of much the same length share little: neither is a claim about what the other tells."""
    small, large = sorted(pair.sizes)
    no_claim = large < SHORTER * small and min(length(pair.a), length(pair.b)) >= SENTENCE
    return no_claim and pair.cover < SLIGHT


SLIGHT, SHORTER = 0.35, 1.8
SENTENCE = 16
"""From so many words on, a statement is more than a short claim."""


@of_one
def _asks(side: Features) -> bool:
    return any(one.interval.bound for one in amounts(side))


def fuller(sides: Sides) -> bool:
    """Whether the sentence is much longer than the claim."""
    return longer(sides.sentence, sides.claim, FULLER)


def longer(one: Features, other: Features, least: float) -> bool:
    """Whether one has so many times as many words as the other, figures and days taken as one word or as written."""
    counted = len(one.tokens.stems) >= least * len(other.tokens.stems) and length(one) >= MORE * length(other)
    return counted or length(one) >= least * length(other)


def figured(sides: Sides) -> bool:
    """Whether the sentence gives more figures than the claim in words of its own."""
    more = figures_told(sides.sentence) > figures_told(sides.claim) and sides.pair.closeness < RETOLD
    return more and length(sides.sentence) >= FIGURED * length(sides.claim)


@of_one
def figures_told(side: Features) -> int:
    """How many figures and times a statement gives; from 1951 to 1959 is two."""
    return len(side.quantities) + max(len(side.dates), len(moments(side)))
