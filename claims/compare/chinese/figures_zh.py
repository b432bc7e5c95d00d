"""When two short Chinese claims that give one figure each of what both are about cannot both hold."""

from claims.compare.alignment import Pair
from claims.compare.chinese import narrowed_zh, parts_zh
from claims.compare.chinese.arguments_zh import named_before
from claims.compare.chinese.gist_zh import content, gist
from claims.compare.facets import period, scope
from claims.compare.facets.measured import figures
from claims.compare.findings import findings
from claims.compare.intervals import apart, interval, meets
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features, Verdict
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

SHORT, COVERED, BUILT, SURE = 20, 0.5, 0.6, 0.55
"""Characters of a claim that tells one figure of one thing; how much of the shorter one both then share, or how alike
they are built: 該校學費調漲百分之五, 學費漲幅為百分之三; or how surely the two figures belong together."""
NAMED, FAR = 3, 0.7
"""So many characters in a row name what both are about. Figures that lie farther apart, in powers of ten, are of two
things: cancelled 3 concerts, gave 40."""
_pronoun = re.compile("[他她]")
_saved = re.compile("获救|救[出起回]|脱险|生还|幸存|逃[生出]")
_TOLLS = frozenset({"deaths", "injuries", "missing"})


def relation(pair: Pair) -> Comparison | None:
    """A conflict when each of two short claims gives one figure, in one unit, and both cannot hold."""
    mine, theirs = pair.a.quantities, pair.b.quantities
    if max(len(side.text) for side in (pair.a, pair.b)) > SHORT or not len(mine) == len(theirs) == 1:
        return None
    if mine[0].unit != theirs[0].unit or not _of_one_thing(pair) or not _far_apart(pair) or _of_two(pair):
        return None
    reason = f"“{mine[0].text}” and “{theirs[0].text}” cannot both hold"
    found = Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.5, reasons=(reason,))
    return None if narrowed_zh.told_of_part(pair, found) else found


def _of_one_thing(pair: Pair) -> bool:
    """Whether the two share so much, or their figures belong together so surely, that these are of one thing."""
    if pair.cover >= COVERED or pair.closeness >= BUILT:
        return True
    clashing = (one for one in findings(pair) if one.facet is Facet.QUANTITY and one.verdict is Verdict.CONFLICT)
    return gist(pair).about >= NAMED and any(one.weight >= SURE for one in clashing)


def _far_apart(pair: Pair) -> bool:
    """Whether the two figures do not meet, though not so far from each other that they are of two things."""
    one, other = interval(pair.a.quantities[0]), interval(pair.b.quantities[0])
    if meets(one, other) or (one.bound and other.bound) or (apart(one, other) or 0.0) > FAR:
        return False
    return not (one.bound or other.bound) or not _of_two_parts(pair)


def _of_two(pair: Pair) -> bool:
    """Whether the figures are of two fates, groups, people, times or parts."""
    if len({_toll(side) for side in (pair.a, pair.b)}) > 1:
        return True  # eight people saved, three drowned
    if pair.a.quantities[0].unit == "%" and gist(pair).told < COVERED:
        return True  # 女生佔55%, 外籍生佔12%
    if {*_pronoun.findall(pair.a.key)} ^ {*_pronoun.findall(pair.b.key)} == {"他", "她"}:
        return True
    return period.disjoint(pair) or any(scope.contrasts(pair)) or parts_zh.other_thing(pair)


def _toll(side: Features) -> frozenset[str]:
    """What befell those whom a claim counts."""
    told = frozenset().union(*(one.measures for one in figures(side))) & _TOLLS
    return told | {"saved"} if _saved.search(side.key) else told


def _of_two_parts(pair: Pair) -> bool:
    """Whether each of two figures is of a part that only its own claim names: of the summit, of the trailhead."""
    own = [
        {char for char in named_before(side.key, side.key.find(QUANTITY)) if char not in other.key and content(char)}
        for side, other in ((pair.a, pair.b), (pair.b, pair.a))
    ]
    return all(len(each - _MEASURED) >= A_PART for each in own)


A_PART = 2
"""So many characters name a part."""
_MEASURED = frozenset("高度海拔标长宽面积重量价格费用金额")
"""What a measure is called by, which is no part of what is measured."""
