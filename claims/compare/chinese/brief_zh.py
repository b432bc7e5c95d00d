"""When two short Chinese statements tell the same though no rule of words shows it: most of the shorter is in both.

Short claims of one matter have little room for anything else, so that it is enough if nothing tells them apart: no
figure, time, part, contrary or denial of only one. A general word is told by what belongs to it (出国念书, 赴美国留学).
"""

from collections import Counter

from claims.compare.alignment import Pair
from claims.compare.chinese import arranged_zh, belonging_zh, denied_zh, parts_zh, poles_zh, states_zh
from claims.compare.chinese.fuller_zh import BRIEF
from claims.compare.chinese.gist_zh import content, gist
from claims.compare.chinese.units_zh import longest
from claims.compare.facets import period, scope
from claims.compare.findings import FIGURES, findings
from claims.compare.values import Comparison, Verdict
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

MOST, NEARLY_ALL, FIGURE, LEAST = 0.6, 0.66, 3, 4
"""So much of the shorter one must be told by both, and where what both are about is all that they have in common; as
how many characters a figure or a time counts; fewest in all."""
HALF, TOLD = 0.5, 0.35
"""So much is enough where some of it is words beyond what both are about, and so much of the other content at least."""
_anywhere = re.compile(
    "民众|市民|居民|有人|乘客|旅客|游客|男子|女子|男女|老人|市区|闹区|街头|路边|当地|某[家间所地人]?|部分|有|多[人名]|[一二三四五六七八九十]?[名位间家]"
)
"""Whoever and wherever: another statement may tell who and where."""
_asks = re.compile("[吗呢?]|什么|哪[里个种些座家]|怎[么样]|为何|多少|几[路点个]|谁")


def told_alike(pair: Pair) -> Comparison | None:
    """The agreement of two short statements that share most of the shorter one, or none."""
    if max(len(side.text) for side in (pair.a, pair.b)) > BRIEF or _asks.search(pair.a.key + pair.b.key):
        return None
    told, beyond = _shared(pair)
    least = HALF if beyond > 1 and gist(pair).told >= TOLD else MOST if beyond >= 1 else NEARLY_ALL
    if told < least or _apart(pair):
        return None
    return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=("most of the same words",))


def _shared(pair: Pair) -> tuple[float, float]:
    """The share of the shorter one that both tell, and how many characters of it are beyond what both are about.

    Nothing where both are of just the same words: these told otherwise already.
    """
    mine, theirs = (
        Counter(char for char in _anywhere.sub("", tokens.phrase(only)) if content(char))
        for tokens, only in ((pair.left, pair.only_a), (pair.right, pair.only_b))
    )
    alike = (mine & theirs).total()
    agreeing = _agreeing(pair)
    kinds = _kinds(pair)
    common = alike + sum(len(pair.left.words[i]) for i, _ in pair.both if pair.left.content[i])
    own = [
        side.total() - alike + FIGURE * max(0, len(features.quantities) + len(features.dates) - agreeing) - kind
        for side, features, kind in ((mine, pair.a, kinds[0]), (theirs, pair.b, kinds[1]))
    ]
    common += FIGURE * agreeing + max(kinds)
    if common < LEAST or not any(own):
        return 0.0, 0.0
    return common / (common + max(0, min(own))), common - content(longest(pair.a.key, pair.b.key))


_AGREEING = frozenset({Verdict.AGREE, Verdict.MORE_A, Verdict.MORE_B})


def _agreeing(pair: Pair) -> int:
    """How many figures and times both give; a large number is the same whatever it is read to count."""
    found = sum(one.facet in FIGURES and one.verdict in _AGREEING for one in findings(pair))
    mine, theirs = ({one.low for one in side.quantities if one.low and one.low >= LARGE} for side in (pair.a, pair.b))
    return max(found, len(mine & theirs))


LARGE = 20


def _kinds(pair: Pair) -> tuple[int, int]:
    """How many characters of each are a general word of which the other tells a kind."""
    left, right = pair.left.phrase(pair.only_a), pair.right.phrase(pair.only_b)
    return belonging_zh.general_words(left, pair.b.key), belonging_zh.general_words(right, pair.a.key)


def _denied_in_own_words(pair: Pair) -> bool:
    """Whether what one denies the other tells by the contrary: 不得通行, 封路."""
    alike = poles_zh.agree(pair) or states_zh.agree(pair)
    return alike and poles_zh.opposed(pair) is None


def _apart(pair: Pair) -> bool:
    """Whether something tells the two apart, if only that one of them denies something."""
    if all(side.quantities or side.dates for side in (pair.a, pair.b)) and not _agreeing(pair):
        return True
    clashing = [one for one in findings(pair) if one.verdict is Verdict.CONFLICT]
    if any(one.facet is not Facet.POLARITY for one in clashing) or period.disjoint(pair):
        return True
    denied = [bool(denied_zh.stance(side).denied) for side in (pair.a, pair.b)]
    if (clashing or denied[0] != denied[1]) and not _denied_in_own_words(pair):
        return True
    if any(scope.contrasts(pair)) or parts_zh.other_thing(pair):
        return True
    return arranged_zh.otherwise(pair) is not None
