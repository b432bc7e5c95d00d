"""Which of two Chinese statements that say the same says more: then it refines the other one.

Of two long ones, which are never told alike, only one that is a good deal longer says more. Of two short ones each
word counts: a figure, a time or a name that only one of them gives, or a value where the other has but a bound.
"""

from collections import Counter
from math import isclose

from claims.compare.alignment import Pair
from claims.compare.chinese import held_zh
from claims.compare.chinese.belonging_zh import general_words
from claims.compare.chinese.gist_zh import AGREEING, content
from claims.compare.facets import date
from claims.compare.facets.matched import Match, matches
from claims.compare.intervals import Interval, meets, narrower
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features, Verdict
from claims.model import RelationKind
from evidence.text import lazy_re as re

BRIEF = 34
"""Most characters of a short statement."""
FIGURE = 5
"""As how many characters with content a figure counts in a short statement, or what is more exact, or of a kind."""
MORE = 5
"""So many more has the one of two short statements that says more, the other one's own characters taken off."""
LONGER, MUCH_LONGER, IN_FIGURE = 1.9, 6, 3
"""How many times as many characters, and how many more, one has that refines the other; what a figure counts."""
RATHER_LONGER, MANY_MORE = 1.4, 9
"""So many times and so many more: on twelve sets of labelled pairs 381 of 386 are told apart so, 378 without."""


def by_length(pair: Pair, found: Comparison) -> Comparison:
    """An agreement as what it is by the length of the two: the same, or one that says more."""
    if found.kind not in AGREEING:
        return found
    if (direction := held_zh.held(pair)) is not None:
        return found.model_copy(update={"kind": RelationKind.REFINES, "direction": direction})
    if _brief(pair):
        return found.model_copy(update=_more_told(pair))
    return found.model_copy(update=_level(pair, LONGER, MUCH_LONGER))


def rather_longer(pair: Pair, found: Comparison) -> Comparison:
    """An agreement that stands, as one that says more where it tells a good deal more though not twice as much."""
    if found.kind is not RelationKind.CORROBORATES:
        return found
    if _brief(pair):
        return found.model_copy(update=_closer(pair))
    return found.model_copy(update=_level(pair, RATHER_LONGER, MANY_MORE))


def _brief(pair: Pair) -> bool:
    return max(len(side.text) for side in (pair.a, pair.b)) <= BRIEF


def _more_told(pair: Pair) -> dict[str, object]:
    """What a short statement is to another that tells the same."""
    exact = [_more_exact(one) for one in matches(pair)]
    own = pair.left.phrase(pair.only_a), pair.right.phrase(pair.only_b)
    general = general_words(own[0], pair.b.key), general_words(own[1], pair.a.key)
    mine = _in_short(pair.a) + FIGURE * (exact.count(1) + (general[1] > 0))
    theirs = _in_short(pair.b) + FIGURE * (exact.count(-1) + (general[0] > 0))
    short = 1 if mine >= theirs else 0
    left = _own_characters(own[short], own[1 - short]) - general[short]
    if abs(mine - theirs) - max(0, left) < MORE:
        return {"kind": RelationKind.CORROBORATES, "direction": None}
    return {"kind": RelationKind.REFINES, "direction": "a_to_b" if short else "b_to_a"}


A_FEW, HARDLY_ANY = 4, 2
"""So many characters of its own do not tell more than a figure that only the other has; so many, than a closer one."""


def _closer(pair: Pair) -> dict[str, object]:
    """Which of two short statements that stand alike has a figure or time for itself, or gives the closer one."""
    own = pair.left.phrase(pair.only_a), pair.right.phrase(pair.only_b)
    left = [_own_characters(own[side], own[1 - side]) for side in (0, 1)]
    figures = [_figures(side) for side in (pair.a, pair.b)]
    sizes = [_in_short(side) for side in (pair.a, pair.b)]
    for side in (0, 1):
        fuller = figures[side] > figures[1 - side] and sizes[side] >= sizes[1 - side] + MORE
        if fuller and left[1 - side] <= A_FEW:
            return {"kind": RelationKind.REFINES, "direction": ("a_to_b", "b_to_a")[side]}
    times = [
        1 if one.verdict is Verdict.MORE_A else -1
        for one in date.findings(pair)
        if one.verdict in _MORE and not _onward.search(one.reason)
    ]
    exact = {side for side in (*map(_more_exact, matches(pair)), *times) if side}
    side = 0 if exact == {1} else 1
    if len(exact) != 1 or left[1 - side] > HARDLY_ANY:
        return {}
    return {"kind": RelationKind.REFINES, "direction": ("a_to_b", "b_to_a")[side]}


def _figures(side: Features) -> int:
    """How many figures and times a statement gives; one of a thing, and this year, hardly tell anything."""
    counted = [one for one in side.quantities if not one.low == one.high == 1]
    return len(counted) + sum(_this.match(one.text) is None for one in side.dates)


_this = re.compile("[今昨本這这][年天日週周月季]|目前|日前|近[日期]")
_onward = re.compile("[起来來]”|开始|開始|以后|以後")
"""From a time on: of what came about then the same."""
_MORE = frozenset({Verdict.MORE_A, Verdict.MORE_B})


def _in_short(side: Features) -> int:
    """How much a short statement tells, who says it left aside."""
    return content(_vague.sub("", held_zh.told(side.key))) + FIGURE * (len(side.quantities) + len(side.dates))


_vague = re.compile("有助于?|有人|[多数][人名位宗起间家件]|若干|部分|一些|不少|许多|近[日期来]|日前|最近")
"""How many or when, left open: a figure says more."""


def _own_characters(short: str, long: str) -> int:
    """How many characters with content only the one that tells less has; that it is people does not tell."""
    return content("".join((Counter(short) - Counter(long) - Counter({"人": len(short)})).elements()))


def _more_exact(match: Match) -> int:
    """1 where the first of two figures that agree is the more exact one, -1 where the second is, else 0."""
    one, other = match.a.interval, match.b.interval
    if _same_value(one, other) or not meets(one, other) or _both_over(one, other):
        return 0
    for here, there, side in ((one, other, 1), (other, one, -1)):
        rounded = here.step < there.step and not (here.bound or there.bound)
        if (there.bound and not here.bound) or (there.about and not here.about) or narrower(here, there) or rounded:
            return side
    return 0


def _both_over(one: Interval, other: Interval) -> bool:
    """Whether both only tell above what it lies: over two hundred, two hundred odd."""
    return one.bound and other.bound and isclose(one.low, other.low, rel_tol=ODD)


ODD = 0.01
"""兩百多 begins with 201."""


def _same_value(one: Interval, other: Interval) -> bool:
    """Whether two figures are of one size, however they are put: within half an hour, in under thirty minutes."""
    return all(isclose(mine, theirs, rel_tol=NEAR) for mine, theirs in zip(one[:2], other[:2], strict=True))


NEAR = 0.004
"""The bound of `under` lies a little below that of `within`."""


def _level(pair: Pair, times: float, more: int) -> dict[str, object]:
    """Whether one tells so many times as much and so much more, and which."""
    sizes = [_told(side, other) for side, other in ((pair.a, pair.b), (pair.b, pair.a))]
    small, large = sorted(sizes)
    if large < times * small or large < small + more:
        return {"kind": RelationKind.CORROBORATES, "direction": None}
    return {"kind": RelationKind.REFINES, "direction": "a_to_b" if sizes[0] > sizes[1] else "b_to_a"}


def _told(side: Features, other: Features) -> int:
    """How much a statement tells, who says it left aside; a value counts more where the other has but a bound."""
    exact = any(one.low == one.high for one in side.quantities) and any(one.low != one.high for one in other.quantities)
    key = held_zh.told(side.key)
    return content(key) + IN_FIGURE * (key.count(QUANTITY) + key.count(DATE) + exact)
