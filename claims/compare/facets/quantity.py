"""Quantities set against each other: only those of one measure, one population, one place and one period.

Which figures belong together tells `claims.compare.facets.matched`; whether they agree is interval arithmetic.
"""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import denied_en
from claims.compare.facets.matched import VERSIONS, Match, figures_of_both, matches
from claims.compare.facets.measured import Figure, before_change
from claims.compare.figures.margins import margin_of_both
from claims.compare.figures.sums import makes_up
from claims.compare.intervals import meets, narrower, parted, same
from claims.compare.needed import Cue
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features, Finding, Verdict, of_one
from claims.model import Facet, Resolution


def bound_unanswered(pair: Pair) -> bool:
    """Whether one gives a bound that no figure of the other was set against."""
    return any(figure.interval.bound for side in figures_of_both(pair) for figure in side) and not matches(pair)


@of_one
def findings(pair: Pair) -> list[Finding]:
    """What the figures that belong together say; worked out once a pair."""
    told = [
        one
        for match, one in ((match, _finding(match)) for match in matches(pair))
        if one.verdict is not Verdict.CONFLICT or not pair.given or not _told_otherwise(pair, match)
    ]
    margin = margin_of_both(pair.a, pair.b) if pair.given_english else None
    if margin is None:
        return told
    verdict = Verdict.AGREE if margin.holds else Verdict.CONFLICT
    told = [one for one in told if one.verdict is not Verdict.CONFLICT]
    return [*told, Finding(facet=Facet.QUANTITY, verdict=verdict, weight=0.8, reason=margin.reason)]


def _told_otherwise(pair: Pair, match: Match) -> bool:
    """Whether the figures of two English statements laid side by side do not clash, since one gives the other's too."""
    if pair.a.language != "en" or pair.b.language != "en":
        return False
    if (
        pair.closeness < VERSIONS
        and _period(pair.a) != _period(pair.b)
        and "growth" in match.a.measures | match.b.measures
    ):
        return True  # rose by 5 percent on Monday, by a tenth since the start of the month
    if of_two_parts(pair) or _part_and_rest(pair, match) or _in_another_order(pair, match) or _sum_of_both(pair, match):
        return True
    return told_otherwise(match.a, match.b, pair.a, pair.b) or told_otherwise(match.b, match.a, pair.b, pair.a)


_since = Cue(r"\b(?:since|so far this|over the (?:past|last|same)|in the (?:past|last)|year to date)\b")


@of_one
def _period(side: Features) -> bool:
    """Whether a statement tells what changed over some time."""
    return bool(_since.search(side.text.lower()))


def _in_another_order(pair: Pair, match: Match) -> bool:
    """Whether each of two figures stands in the other statement too, where nothing else says that they count one thing.

    Eleven men and 34 dogs; 34 dogs and a party of eleven.
    """
    if match.a.nouns & match.b.nouns or match.a.measures & match.b.measures:
        return False
    values = [{_value(one) for one in side} for side in figures_of_both(pair)]
    return _value(match.a) in values[1] and _value(match.b) in values[0]


def _value(figure: Figure) -> tuple[float, float, str]:
    """The amount of a figure, whatever it counts: eleven months are not eleven weeks."""
    return figure.interval.low, figure.interval.high, figure.interval.dimension.partition(":")[0]


def _part_and_rest(pair: Pair, match: Match) -> bool:
    mine, theirs = match.a.quantity.low, match.b.quantity.low
    return bool(mine and theirs) and denied_en.part_and_rest(pair, float(mine or 0), float(theirs or 0))


_together = Cue(r"\b(?:together|combined|between them|jointly|in all|in total|altogether)\b")


def _sum_of_both(pair: Pair, match: Match) -> bool:
    """Whether one tells together what the other tells of each: 41 percent and 12 percent, together 53 percent."""
    for figure, side, other in ((match.a, pair.a, pair.b), (match.b, pair.b, pair.a)):
        parts = [one.low for one in other.quantities if one.low is not None and one.unit == figure.quantity.unit]
        whole = figure.quantity.low
        if whole is not None and len(parts) > 1 and sum(parts) == whole and _together.search(side.text.lower()):
            return True
    return False


def of_two_parts(pair: Pair) -> bool:
    """Whether two accounts tell of two parts of a whole, each with its bound: children over six, children under six.

    Where only the bound tells them apart, one of the two is wrong.
    """
    bounds = [
        one
        for one in matches(pair)
        if parted(one.a.interval, one.b.interval) and not (_is_mark(pair.left, one.a) and _is_mark(pair.right, one.b))
    ]
    if not bounds:
        return False
    others = any(not meets(one.a.interval, one.b.interval) for one in matches(pair) if one not in bounds)
    turned = [not words.negations().isdisjoint(tokens.seen) for tokens in (pair.left, pair.right)]
    return pair.closeness < VERSIONS or others or turned[0] != turned[1] or min(pair.left_over) >= 1


_known = Cue(r"\b(?:the|its|their|his|her|this|that) (?:\w+ )?\d")


def _is_mark(tokens: Tokens, bound: Figure) -> bool:
    """Whether a bound is a known mark that another figure of the sentence is held against: 57%, above the 50% needed.

    The article tells that the mark is known; a part of a whole is bounded without it: children under six.
    """
    return _known.search(bound.quantity.text.lower()) is not None and any(
        place != bound.place for place in tokens.figured
    )


def told_otherwise(one: Figure, other: Figure, mine: Features, theirs: Features) -> bool:
    """Whether a statement gives the other's figure too: as the sum of its parts, or as how things stood before.

    Six children, three sons and three daughters; 5,870 at the census of 2000, later 6,412, up from 5,870.
    """
    whole, part = one.quantity.low, other.quantity.low
    if whole is None or part is None or whole != one.quantity.high:
        return False
    if makes_up(float(whole), float(part), theirs.text) and not _of_one_noun(one, other):
        return True
    return float(whole) in _former_values(theirs) and not _former_values(mine)


def _of_one_noun(one: Figure, other: Figure) -> bool:
    """Whether both count the same things, no people, so that neither is a part: three lanes, two lanes and a path."""
    dimension = one.interval.dimension
    return dimension == other.interval.dimension and dimension.startswith("count:") and dimension != "count:people"


def tells_former(pair: Pair) -> bool:
    """Whether one of two statements gives the other's figure as that of an earlier time."""
    sides = (pair.a, pair.b), (pair.b, pair.a)
    return any(
        float(one.low or 0) in _former_values(theirs) for mine, theirs in sides for one in mine.quantities if one.low
    )


def _former_values(side: Features) -> set[float]:
    """The values that a statement gives as those of an earlier time."""
    tokens = side.tokens
    return {
        float(side.quantities[number].low or 0)
        for place in tokens.figured
        if tokens.stems[place] == QUANTITY
        and (number := tokens.number[place]) < len(side.quantities)
        and before_change(tokens, place)
    }


def _finding(match: Match) -> Finding:
    a, b = match.a.quantity, match.b.quantity
    one, other = match.a.interval, match.b.interval
    weight = match.strength
    if not meets(one, other):
        return Finding(
            facet=Facet.QUANTITY,
            verdict=Verdict.CONFLICT,
            weight=weight,
            reason=clash(match.a, match.b),
        )
    verdict, explained = Verdict.AGREE, None
    if same(one, other):
        reason = f"both say {a.text}" if a.text == b.text else f"“{a.text}” and “{b.text}” are the same amount"
        if a.text != b.text:
            explained = Resolution.PRECISION_OR_UNIT
    elif narrower(one, other) or (other.about and not one.about):
        verdict, reason = Verdict.MORE_A, f"“{a.text}” lies within “{b.text}”"
    elif narrower(other, one) or (one.about and not other.about):
        verdict, reason = Verdict.MORE_B, f"“{b.text}” lies within “{a.text}”"
    else:
        reason, explained = f"“{a.text}” and “{b.text}” agree within their precision", Resolution.PRECISION_OR_UNIT
    return Finding(facet=Facet.QUANTITY, verdict=verdict, weight=weight, reason=reason, explained=explained)


def clash(a: Figure, b: Figure) -> str:
    """Why two figures cannot both hold, in words."""
    one, other = a.interval, b.interval
    for bound, value, low in ((a, b, one.low > other.high), (b, a, other.low > one.high)):
        if low and bound.interval.bound and not value.interval.bound:
            return f"{value.quantity.text} lies below the bound “{bound.quantity.text}”"
        if low and value.interval.bound and not bound.interval.bound:
            return f"{bound.quantity.text} lies above the bound “{value.quantity.text}”"
    measured = sorted(a.measures & b.measures)
    what = f" for the same measure ({measured[0]})" if measured else ""
    return f"“{a.quantity.text}” and “{b.quantity.text}” cannot both hold{what}"


__all__ = ["bound_unanswered", "clash", "findings", "of_two_parts", "tells_former", "told_otherwise"]
