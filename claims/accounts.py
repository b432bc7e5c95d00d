"""Two accounts of one story: which claim of the one tells what a claim of the other tells.

Taken by themselves two claims show little: one says who, the other “he”; the day stands in the sentence before. Laid
beside the whole of both documents they show more. What only two claims of a story share (a name, an amount, a day, a
word) ties them together, as a rare word ties a page to a question (inverse document frequency, Spärck Jones 1972),
and a claim is told again where the best match of each is the other one.

    told_again(a, b) ─► (place in a, place in b, how surely), …

The answer hangs on the claims of the two documents alone, so it is the same whichever came first.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.account_terms import SAID, Term, exact, tells, terms, weigh
from claims.compare.alignment import Pair
from claims.compare.slots import may_be_one
from claims.compare.values import Comparison, Features, Retelling
from claims.compare.words import stem
from claims.features.cues import table
from claims.model import Facet, RelationKind

BESIDE = 0.4
"""What a term weighs that stands in the claim beside one of the two."""
NEAR = 90
"""Most code points between two claims that stand beside each other."""
SURE = 0.65
"""Least score; 1 is about one term that nothing else in the two documents has."""
PLAIN, FEWEST = 1.2, 3
"""Two documents tell one story when so many claims of the one answer plainly to claims of the other."""
PART = 1.4
"""The least score where one tells a part of the other, or the other tells it twice."""
LONG = 1.5
"""How much more than another claim one tells that may be told again in several claims."""
BEST = 0.9
"""How near to the best match of a claim another one must come to be one too."""
AGAIN = 0.65
"""How near it must come where it is the best match of only one of the two: a document may tell a thing twice."""
ONLY = 1.25
"""The least score of two claims that alone give one exact amount, or one day or month."""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a document with its place, in code points; without one it stands beside no other."""

    features: Features
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class _Side:
    """The claims of one document with the terms of each and of those beside it."""

    own: list[dict[Term, float]]
    beside: list[dict[Term, float]]
    sizes: list[float] = field(default_factory=list)


def _side(claims: Sequence[Told], known: dict[str, str]) -> _Side:
    own = [_with_names(claim.features, known) for claim in claims]
    placed = sorted((n for n, claim in enumerate(claims) if claim.start is not None), key=lambda n: _at(claims[n]))
    beside: list[dict[Term, float]] = [{} for _ in claims]
    for one, other in pairwise(placed):
        if (claims[other].start or 0) - (claims[one].end or 0) > NEAR:
            continue
        for mine, theirs in ((one, other), (other, one)):
            beside[mine].update((term, weight) for term, weight in own[theirs].items() if term not in own[mine])
    return _Side(own, beside)


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
    said = {("name", name): 1.0 for short, name in known.items() if not short.isascii() and short in features.key}
    return terms(features) | said if said else terms(features)


def _strangers(mine: dict[Term, float], theirs: dict[Term, float]) -> bool:
    """Whether each names somebody or something, in one script, and nothing that the other names."""
    for script in (True, False):
        one, other = (
            [term[1] for term in own if term[0] == "name" and term[1].isascii() is script] for own in (mine, theirs)
        )
        if one and other and not any(_may_be_one(first, second) for first in one for second in other):
            return True
    return False


def _may_be_one(first: str, second: str) -> bool:
    return may_be_one(first, second) or stem(first) == stem(second)  # Spanish, Spain


def _at(claim: Told) -> tuple[int, int]:
    return claim.start or 0, claim.end or 0


def told_again(a: Sequence[Told], b: Sequence[Told]) -> list[tuple[int, int, Retelling]]:
    """The claims of two documents that tell one thing: (place in a, place in b, how surely), in order."""
    known = _known_names([claim.features for claim in (*a, *b)])
    mine, theirs = _side(a, known), _side(b, known)
    counts = Counter(term for side in (mine, theirs) for own in side.own for term in own)
    size = len(a) + len(b) + 1
    whole = math.log(max(size, 3) / 2)
    rare = {term: min(1.0, math.log(size / count) / whole) for term, count in counts.items()}
    for side in (mine, theirs):
        side.sizes = [weigh([entry for entry in own.items() if entry[0][0] in SAID], rare) for own in side.own]
    once = {term for term, count in counts.items() if count == 2 and exact(term)}
    scores = dict(_scored(mine, theirs, rare, once))
    best_a, best_b = [0.0] * len(a), [0.0] * len(b)
    for (i, j), score in scores.items():
        best_a[i], best_b[j] = max(best_a[i], score), max(best_b[j], score)
    found = []
    for (i, j), score in sorted(scores.items()):
        if score < SURE:
            continue
        first, second = score >= BEST * best_a[i], score >= BEST * best_b[j]
        long_a, long_b = mine.sizes[i] >= LONG * theirs.sizes[j], theirs.sizes[j] >= LONG * mine.sizes[i]
        again = (first and score >= AGAIN * best_b[j]) or (second and score >= AGAIN * best_a[i])
        if (first and second) or (score >= PART and (again or ((first or long_a) and (second or long_b)))):
            others = _strangers(mine.own[i], theirs.own[j])
            found.append((i, j, Retelling(round(score, 3), mutual=first and second, others=others)))
    sure = sum(told.mutual and told.score >= PLAIN for _, _, told in found)
    return found if sure >= FEWEST else []


def stands(a: Features, b: Features, found: Comparison, *, same_document: bool) -> bool:
    """Whether a relation holds that the words of two claims alone suggest, of one document or of two accounts.

    Nobody tells a thing twice or contradicts himself in one document unless he nearly repeats himself; and what the
    other account tells of a thing is told by the claim that answers to it, not by one that shares some of its words.
    """
    if found.kind is None or found.facet is Facet.CERTAINTY or found.score == 1.0:
        return True
    built = Pair(a, b).closeness
    if found.kind is RelationKind.CONFLICTS:
        return built >= (VERSIONS if found.facet in {Facet.QUANTITY, Facet.DATE} else ALIKE)
    if found.facet is Facet.QUANTITY and found.score >= 0.75:
        return True
    return built >= ALIKE or (not same_document and found.facet is not None)


ALIKE, VERSIONS = 0.6, 0.8
"""From these closenesses on two claims are built alike, or are versions of one sentence."""


def _scored(
    mine: _Side, theirs: _Side, rare: dict[Term, float], once: set[Term]
) -> Iterator[tuple[tuple[int, int], float]]:
    """The pairs that share something of their own, with how much that tells; `once` are values that two claims have."""
    where = _places(theirs.own, {term for term, weight in rare.items() if weight >= TELLING and term[0] in SAID})
    for i, own in enumerate(mine.own):
        bounds: dict[int, float] = {}
        sure: set[int] = set()
        for term in own:
            at = where.get(term, ())
            for j in at:
                bounds[j] = bounds.get(j, 0.0) + rare[term]
            if at and term in once:
                sure.update(at)
        around = mine.beside[i]
        for j, bound in bounds.items():
            if bound < LIKELY and j not in sure:
                continue
            score = _score(own, around, theirs.own[j], theirs.beside[j], rare, min(mine.sizes[i], theirs.sizes[j]))
            if score:
                yield (i, j), max(score, ONLY) if j in sure else score


TELLING, LIKELY = 0.6, 0.65
"""How rare a term is by which two claims meet, and how much of such terms they must share."""


def _places(sides: list[dict[Term, float]], telling: set[Term]) -> dict[Term, list[int]]:
    """Where each telling term stands."""
    where: dict[Term, list[int]] = {}
    for j, found in enumerate(sides):
        for term in found:
            if term in telling:
                where.setdefault(term, []).append(j)
    return where


def _score(
    own: dict[Term, float],
    around: dict[Term, float],
    other: dict[Term, float],
    around_other: dict[Term, float],
    rare: dict[Term, float],
    size: float,
) -> float:
    """How much two claims share, of what they say and of what stands beside the other; 0 where that tells nothing."""
    shared = [(term, min(own[term], other[term])) for term in own if term in other]
    if not tells([term for term, _ in shared]):
        return 0.0
    near = [(term, own[term]) for term in own if term in around_other]
    near += [(term, other[term]) for term in other if term in around]
    score = weigh(shared, rare) + BESIDE * weigh(near, rare)
    return score * math.sqrt(min(1.0, score / max(0.1, size)))
