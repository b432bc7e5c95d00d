"""A short English claim that somebody laid beside a long sentence: what the sentence lets one reckon decides it."""

from claims.compare import date
from claims.compare.ages import age
from claims.compare.alignment import Pair
from claims.compare.borne import SURE, Sides, of_one_subject
from claims.compare.changes import CHANGING, change
from claims.compare.compared import compared, era
from claims.compare.listed import rank, span, total
from claims.compare.meant import meant
from claims.compare.reckoned import Answer, share
from claims.compare.values import Comparison
from claims.model import RelationKind

FULLER = 1.4
"""How many times as many words the sentence has at least."""
SOLVERS = (compared, change, share, age, rank, total, span, era)


def relation(pair: Pair) -> Comparison | None:
    """The answer of the first solver that finds what it asks for; None where none does."""
    sides = _posed(pair)
    if sides is None:
        return None
    named = of_one_subject(sides)
    solvers = SOLVERS if named else (compared,)
    for solve in solvers:
        if solve is share and CHANGING.search(sides.claim.text.lower()):
            continue
        answer = solve(sides.claim, sides.sentence)
        if answer is not None and not (not answer.holds and solve is not era and date.disjoint(pair)):
            return _told(answer, sides.direction)
    return None


def last(pair: Pair) -> Comparison | None:
    """The answer of the figure that the claim most likely means, for a pair that nothing else has told."""
    sides = _posed(pair)
    if sides is None or not of_one_subject(sides) or date.disjoint(pair):
        return None
    answer = meant(sides.claim, sides.sentence)
    return _told(answer, sides.direction) if answer else None


def _posed(pair: Pair) -> Sides | None:
    if not pair.given or pair.a.language != "en" or pair.b.language != "en":
        return None
    mine, theirs = len(pair.left.stems), len(pair.right.stems)
    if theirs >= FULLER * mine:
        return Sides(pair, pair.a, pair.b, "b_to_a")
    return Sides(pair, pair.b, pair.a, "a_to_b") if mine >= FULLER * theirs else None


def _told(answer: Answer, direction: str) -> Comparison:
    if not answer.holds:
        return Comparison(kind=RelationKind.CONFLICTS, facet=answer.facet, score=SURE, reasons=(answer.reason,))
    return Comparison(
        kind=RelationKind.REFINES, facet=answer.facet, score=SURE,
        direction="a_to_b" if direction == "a_to_b" else "b_to_a", reasons=(answer.reason,),
    )  # fmt: skip
