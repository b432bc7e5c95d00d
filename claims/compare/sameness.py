"""When two statements say the same, and which of them says more."""

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.chinese import gist_zh
from claims.compare.english import named_en
from claims.compare.facets import attribution, certainty, period, scope
from claims.compare.facets.matched import matches
from claims.compare.figures import borne
from claims.compare.findings import FIGURES, NOTHING, ONE_SENTENCE, bearing_of_figures
from claims.compare.slots import name_shared
from claims.compare.values import Comparison, Direction, Finding, Verdict
from claims.model import Facet, RelationKind

HELD = 0.65
"""From this share of the shorter one's content on, the other may hold it."""
ENOUGH = 0.6
"""The least score of an agreement."""


def agreement(pair: Pair, found: list[Finding]) -> Comparison:
    """The agreement of two statements that nothing tells apart, or none."""
    agreeing = [one for one in found if one.verdict in {Verdict.AGREE, Verdict.MORE_A, Verdict.MORE_B}]
    if not pair.given and any(one.facet is Facet.DATE for one in agreeing) and not period.comparable(pair):
        agreeing = [one for one in agreeing if one.facet is not Facet.DATE]
    score = _sameness(pair, found, agreeing)
    if score < ENOUGH or (_figures_left(pair) and pair.closeness < ONE_SENTENCE):
        return NOTHING
    if pair.closeness < VERSIONS and pair.cover < 0.8 and scope.own_names(pair) is not None:
        return NOTHING
    if scope.other_people(pair, strict=False):
        return NOTHING
    mine, theirs = _more(pair, agreeing, 0), _more(pair, agreeing, 1)
    facet = max(agreeing, key=lambda one: one.weight).facet if agreeing else None
    reasons = tuple(dict.fromkeys(one.reason for one in agreeing)) or (_content_said(pair),)
    notes = tuple(note for note in (certainty.differ(pair), attribution.differ(pair)) if note)
    # Two claims of one figure, and of no other, bear each other out whatever else one of them tells.
    alike = any(one.facet is Facet.QUANTITY and one.verdict is Verdict.AGREE and one.weight >= 0.6 for one in agreeing)
    alike = alike and len(pair.a.quantities) == len(pair.b.quantities)
    kind, direction = _kind(pair, mine, theirs, alike=alike)
    return Comparison(
        kind=kind, facet=facet, score=round(min(1.0, score), 3), direction=direction, reasons=reasons + notes
    )


def _content_said(pair: Pair) -> str:
    """How much two statements share that nothing tells apart, in words: all, or all but what each has for itself."""
    return "the same content" if min(pair.left_over) < OWN else "much of the same content"


OWN = 1.0
"""From so much content of its own on, a statement tells something that the other does not."""
LIKELY_COVER, LEAST = 0.38, 1.5
"""From this share of the shorter one's content on, and so much, two English statements side by side tell the same."""


WEIGHTY = 0.5
"""Up to this weight, a clash with a much longer Chinese sentence is one with something else it tells."""


def likely(pair: Pair, found: list[Finding], conflict: Comparison | None) -> Comparison | None:
    """Two statements that somebody laid side by side, with enough of their content in common and nothing against it."""
    chinese = pair.a.language == pair.b.language == "zh"
    if not pair.given or (conflict is not None and not (chinese and gist_zh.fuller(pair))):
        return None
    least_clash = WEIGHTY if chinese and gist_zh.fuller(pair) else 0.0
    if any(one.verdict is Verdict.CONFLICT and one.weight > least_clash for one in found):
        return None
    small, large = sorted(pair.sizes)
    fuller = large >= LONGER * small
    if chinese:
        enough = gist_zh.alike(pair) and not any(scope.contrasts(pair)) and not period.disjoint(pair)
    else:
        enough = pair.cover >= LIKELY_COVER and pair.shared >= LEAST and pair.shared_words >= 1.0
        counted = any(one.facet is Facet.QUANTITY and one.weight >= 0.5 for one in found)
        enough = enough and (name_shared(pair) or counted or pair.shared_words >= MANY)
        enough = enough and not (scope.own_names(pair) is not None and named_en.strangers(pair))
    if (
        pair.a.language != pair.b.language
        or not enough
        or (_figures_left(pair) and (pair.a.language == "zh" or not _one_value(pair)))
        or scope.other_people(pair, strict=False)
    ):
        return None
    reasons = ("much of the same content",)
    if fuller:
        direction: Direction = "a_to_b" if pair.sizes[0] > pair.sizes[1] else "b_to_a"
        return Comparison(kind=RelationKind.REFINES, score=0.5, direction=direction, reasons=reasons)
    return Comparison(kind=RelationKind.CORROBORATES, score=0.5, reasons=reasons)


MANY = 2.5
"""So much shared content that is no name makes up for a name."""


def _one_value(pair: Pair) -> bool:
    """Whether some figure of both has the same value, whatever it is read to measure."""
    mine, theirs = ({(one.low, one.high) for one in side.quantities} for side in (pair.a, pair.b))
    return bool(mine & theirs)


LONGER = 1.7
"""How much more content the fuller one of two statements has that tell the same."""


def _figures_left(pair: Pair) -> bool:
    """Whether both have figures that the other has not: then they tell of different things."""
    return min(len(pair.a.quantities), len(pair.b.quantities)) > len(matches(pair))


def _sameness(pair: Pair, found: list[Finding], agreeing: list[Finding]) -> float:
    """How surely both tell one thing, 0–1: versions of a sentence, one that holds the other, one event, one figure."""
    event = max((one.weight for one in agreeing if one.facet not in FIGURES), default=0.0)
    figures = max((one.weight for one in agreeing if one.facet in FIGURES), default=0.0)
    ways = [0.6 * event + 0.3 * figures + 0.1 * name_shared(pair) if event else 0.0]
    if pair.closeness >= VERSIONS:
        ways.append(pair.closeness)
    if pair.cover >= HELD and pair.shared_words >= 1.0:
        ways.append((0.7 * pair.cover + 0.3 * pair.likeness) * min(1.0, pair.shared / 2) + 0.1 * name_shared(pair))
    if figures >= 0.5:
        ways.append(1.15 * bearing_of_figures(pair, found) * (0.7 + 0.3 * figures))
    return max(ways)


def _more(pair: Pair, agreeing: list[Finding], side: int) -> float:
    """How much one of the two says beyond the other: its own words and figures, and the narrower ones."""
    verdict = (Verdict.MORE_A, Verdict.MORE_B)[side]
    counts = [len(one.quantities) + len(one.dates) for one in (pair.a, pair.b)]
    return (
        pair.left_over[side]
        + max(0, counts[side] - counts[1 - side])
        + 0.5 * sum(one.verdict is verdict for one in agreeing)
    )


def _kind(pair: Pair, mine: float, theirs: float, *, alike: bool) -> tuple[RelationKind, Direction | None]:
    if max(mine, theirs) < 0.5:
        return _same_kind(pair), None
    small, large = sorted(len(tokens.stems) for tokens in (pair.left, pair.right))
    if large < borne.FULLER * small:
        return RelationKind.CORROBORATES, None
    if alike:
        return RelationKind.CORROBORATES, None
    if theirs >= 1.5 and mine <= 0.4 * theirs:
        return RelationKind.REFINES, "b_to_a"
    if mine >= 1.5 and theirs <= 0.4 * mine:
        return RelationKind.REFINES, "a_to_b"
    return RelationKind.CORROBORATES, None


def same_words(pair: Pair) -> Comparison:
    """The relation of two statements of the very same words."""
    return Comparison(kind=_same_kind(pair), score=1.0, reasons=("the same words",))


def _same_kind(pair: Pair) -> RelationKind:
    same = pair.same_document and pair.same_voice
    return RelationKind.DUPLICATES if same else RelationKind.CORROBORATES
