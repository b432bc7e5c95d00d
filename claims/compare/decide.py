"""From findings to one relation.

A false conflict costs a reviewer more than a missed one, so every conflict must be borne by shared content.
"""

import re

from claims.compare import (
    apart_en,
    asserted_en,
    attribution,
    borne,
    certainty,
    contests_en,
    date,
    decide_zh,
    destination,
    gist_zh,
    identity,
    named_en,
    occasions,
    one_thing_en,
    parties,
    place,
    polarity,
    posed,
    quantity,
    retold,
    scope,
    states_en,
    told,
    words,
)
from claims.compare.alignment import Pair
from claims.compare.values import Comparison, Direction, Finding, Verdict
from claims.model import Facet, RelationKind, Resolution

NOTHING = Comparison()
FIGURES = frozenset({Facet.QUANTITY, Facet.DATE})
VERSIONS = 0.66
"""From this closeness on, two statements are versions of one sentence."""
ONE_SENTENCE = 0.8
"""From here on, they are versions of one sentence whoever it is about."""
BUILT_ALIKE = 0.5
"""From here on, they are built alike."""
REPEATED = frozenset(
    {"joins", "leaves", "works", "wins", "loses", "releases", "signs", "attends", "appoints", "announces"}
)
"""Frames that one subject fills again and again, with another object each time."""
EXCLUSIVE = frozenset({"wins", "elects", "appoints", "acquires", "founds", "leads"})
"""Frames that only one subject can fill."""
HELD = 0.65
"""From this share of the shorter one's content on, the other may hold it."""
ENOUGH = 0.6
"""The least score of an agreement."""
THRESHOLD = {
    Facet.QUANTITY: 0.35,
    Facet.DATE: 0.4,
    Facet.PLACE: 0.5,
    Facet.DESTINATION: 0.5,
    Facet.IDENTITY: 0.5,
    Facet.POLARITY: 0.5,
    Facet.CERTAINTY: 0.35,
    Facet.ATTRIBUTION: 0.5,
    Facet.SCOPE: 0.5,
}
"""Below this weight a clash is not shown: how sure the finding is, times how surely both speak of one thing."""


def relation(pair: Pair) -> Comparison:
    """The relation of a pair, or none."""
    found = _any_relation(pair)
    if (apart := occasions.apart(pair, found) or _said_of_two(pair, found)) is not None:
        found = Comparison(reasons=(f"comparable? {apart[0]}",), explained=apart[1])
    return found if found.kind is RelationKind.CONFLICTS else _of_matters(pair) or found


def _any_relation(pair: Pair) -> Comparison:
    if pair.told is not None:
        return told.relation(pair, pair.told, _relation(pair), _findings)
    if not (pair.given and pair.a.language == pair.b.language == "zh"):
        return _relation(pair)
    return decide_zh.relation(pair, _relation)


def _relation(pair: Pair) -> Comparison:
    if pair.a.text == pair.b.text:
        return _same_words(pair)
    if _strangers(pair):
        return NOTHING
    if (reckoned := posed.relation(pair)) is not None:
        return _unless_clashing(pair, reckoned)
    found = _findings(pair)
    conflict = _conflict(pair, found)
    if (conflict is None or conflict.kind is None) and (clash := retold.relation(pair, found)) is not None:
        return clash
    conflict = _unless_borne_out(pair, conflict)
    result = conflict if conflict is not None else _agreement(pair, found)
    if result.kind is not None and not _unanswered(pair, result):
        return result
    answer = borne.relation(pair, plain=result.explained is None)
    if answer and answer.facet is Facet.DATE and not pair.given and not date.comparable(pair):
        answer = None
    opposed = any(one.facet is Facet.POLARITY and one.verdict is Verdict.CONFLICT for one in found)
    if answer and (answer.kind is RelationKind.CONFLICTS or answer.score >= borne.SURE or not opposed):
        return answer
    if (conflict is None or result.kind is None) and (told := posed.last(pair)) is not None:
        return told
    return result if result.explained or result.kind else _likely(pair, found, conflict) or result


_quoted = re.compile("“([^”]+)”")


def _said_of_two(pair: Pair, found: Comparison) -> occasions.Reason | None:
    """Why contraries of two English statements do not clash: one is only wanted, or each is said of another thing."""
    if found.facet is not Facet.POLARITY or not _both_english(pair) or pair.closeness >= VERSIONS:
        return None
    said = _quoted.findall(found.reasons[0])
    if len(said) != len(SIDES) or not found.reasons[0].startswith("one says"):
        return None
    ways = ((named_en.find(pair.a, one), named_en.find(pair.b, other)) for one, other in (said, said[::-1]))
    mine, theirs = next((way for way in ways if way[0] and way[1]), (None, None))
    if mine is None or theirs is None:
        return None
    if any(_tried.match(named_en.text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))) and not (
        any(_managed.match(word) for word in said)
    ):
        return "what one failed to do is another thing", Resolution.SCOPE_DIFFERENCE
    told_as = [asserted_en.told(named_en.text_of(side), at.start) for side, at in ((pair.a, mine), (pair.b, theirs))]
    if asserted_en.Told.OPEN in told_as and len(set(told_as)) > 1:
        return "only one of them is told as a fact", Resolution.TEMPORAL_CHANGE
    if one_thing_en.of_two(pair, mine, theirs, somebody=False) or one_thing_en.of_two_occasions(pair):
        return "they are said of two things or times", Resolution.SCOPE_DIFFERENCE
    return None


_tried = re.compile(r"fail(?:s|ed|ing)? to\b")
_managed = re.compile(r"succe|manag|pass")
SIDES = ("a", "b")


def _both_english(pair: Pair) -> bool:
    return pair.given and pair.a.language == "en" and pair.b.language == "en"


def _of_matters(pair: Pair) -> Comparison | None:
    """The clash of two English statements laid side by side that tell another outcome of one matter or contest."""
    if not _both_english(pair):
        return None
    return contests_en.relation(pair) or states_en.relation(pair)


def _unless_clashing(pair: Pair, reckoned: Comparison) -> Comparison:
    """The answer of a time that bears a claim out, unless what else two sentences of one build tell clashes."""
    if reckoned.kind is RelationKind.CONFLICTS or reckoned.facet is not Facet.DATE or pair.closeness < BUILT_ALIKE:
        return reckoned
    return retold.relation(pair, _findings(pair)) or reckoned


def _unless_borne_out(pair: Pair, conflict: Comparison | None) -> Comparison | None:
    """A clash of words, unless a long English sentence bears out the bound that a short claim gives."""
    if conflict is None or conflict.facet is not Facet.POLARITY or not pair.given:
        return conflict
    sizes = sorted(len(tokens.stems) for tokens in (pair.left, pair.right))
    if pair.a.language != "en" or pair.b.language != "en" or sizes[1] < posed.FULLER * sizes[0]:
        return conflict
    answer = borne.relation(pair)
    if answer is None or answer.kind is RelationKind.CONFLICTS or answer.score < borne.SURE:
        return conflict
    return answer


def _unanswered(pair: Pair, result: Comparison) -> bool:
    """Whether two statements look alike while one gives a bound that no figure was set against."""
    bound = any(figure.interval.bound for side in pair.figures for figure in side)
    return result.kind is not RelationKind.CONFLICTS and bound and not pair.figures_matched


def _strangers(pair: Pair) -> bool:
    """Whether two statements plainly share nothing: neither a word with content nor a name nor a sort of figure."""
    if pair.a.language != pair.b.language or not pair.left.rare.isdisjoint(pair.right.rare):
        return False
    counted = bool(pair.a.quantities and pair.b.quantities)
    return not counted and not pair.named


def _same_words(pair: Pair) -> Comparison:
    return Comparison(kind=_same_kind(pair), score=1.0, reasons=("the same words",))


def _same_kind(pair: Pair) -> RelationKind:
    same = pair.same_document and pair.same_voice
    return RelationKind.DUPLICATES if same else RelationKind.CORROBORATES


def _findings(pair: Pair) -> list[Finding]:
    found = [*quantity.findings(pair), *date.findings(pair)]
    if pair.shared or pair.named:
        for facet in (polarity, identity, parties, place, destination, certainty):
            found += facet.findings(pair)
        if pair.named:
            found += destination.events_of(pair)
    return found


def bearing(pair: Pair) -> float:
    """How surely the two speak of one thing, 0–1."""
    if pair.a.language != pair.b.language:
        # Words cannot be shared: a name must be, and what happens should be.
        return 0.5 + 0.4 * (not pair.frames[0].isdisjoint(pair.frames[1])) if pair.named else 0.0
    content = (0.5 * pair.cover + 0.5 * pair.likeness) * min(1.0, pair.shared / 2)
    if pair.closeness >= VERSIONS:
        content = max(content, pair.closeness)
    return min(1.0, content + 0.1 * pair.named)


def bearing_of_figures(pair: Pair, found: list[Finding]) -> float:
    """How surely two figures are said of one thing: what is counted and a shared day are shared content too."""
    if pair.a.language != pair.b.language:
        return bearing(pair)
    alike, only_in_a, only_in_b = quantity.counted_alike(pair)
    days = 0.5 * sum(one.facet is Facet.DATE and one.verdict is not Verdict.CONFLICT for one in found)
    common = pair.shared + alike + days
    mine, theirs = pair.sizes[0] + only_in_a + days, pair.sizes[1] + only_in_b + days
    cover = min(1.0, common / max(0.5, min(mine, theirs)))
    likeness = min(1.0, 2 * common / max(0.5, mine + theirs))
    if cover < 0.55 and not pair.named:
        cover *= 0.7  # 31 hurt in a derailment, 210 in an earthquake
    content = (0.75 * cover + 0.25 * likeness) * min(1.0, common / 2)
    return max(bearing(pair), min(1.0, content + 0.1 * pair.named))


def _conflict(pair: Pair, found: list[Finding]) -> Comparison | None:
    """The weightiest clash that shared content bears; a note why not, when scope or time explains it away."""
    clashes = [one for one in found if one.verdict is Verdict.CONFLICT]
    if not clashes:
        return None
    base, base_figures = bearing(pair), bearing_of_figures(pair, found)
    figures = {one.facet for one in clashes if one.facet in FIGURES and one.weight >= 0.3}
    agreed = any(one.facet is Facet.QUANTITY and one.verdict is Verdict.AGREE for one in found)
    if pair.given and any(
        one.facet is Facet.DATE and one.verdict is Verdict.AGREE and one.weight >= 0.5 for one in found
    ):
        base = max(base, 0.9 * base_figures)  # one day is shared content too
    weighed = [(one.weight * _base(one, base, base_figures, agreed=agreed), one) for one in clashes]
    borne = [(weight, one) for weight, one in weighed if weight >= _threshold(pair, one) or _opposed(pair, one)]
    clash = any(one.facet is Facet.QUANTITY for one in clashes) and pair.closeness < VERSIONS
    nothing = NOTHING if figures or clash else None
    if not borne:
        return nothing
    apart = _apart(pair, figures)
    kept = [(weight, one) for weight, one in borne if not _explained(pair, one, figures, explained=apart is not None)]
    if kept:
        weight, one = max(kept, key=lambda entry: entry[0])
        return Comparison(kind=RelationKind.CONFLICTS, facet=one.facet, score=round(weight, 3), reasons=(one.reason,))
    return nothing if apart is None else Comparison(reasons=(f"comparable? {apart[0]}",), explained=apart[1])


def _apart(pair: Pair, figures: set[Facet]) -> tuple[str, Resolution] | None:
    """Why the two need not be comparable, given the facets of the figures that clash."""
    if (found := next(scope.apart(pair), None)) is not None:
        return found
    if Facet.QUANTITY in figures and pair.closeness < VERSIONS:
        if date.one_vague(pair):
            return "only one of them says when", Resolution.SCOPE_DIFFERENCE
        if (found := next(scope.of_other_things(pair), None)) is not None:
            return found
    if len(figures) == 2 or (figures and Facet.DATE not in figures and date.disjoint(pair)):
        return "both the figures and their dates differ", Resolution.TEMPORAL_CHANGE
    return None


def _only_opposed(pair: Pair) -> bool:
    """Whether what tells two statements apart is only the contrary itself."""
    return all(words.opposed(mine, theirs) for mine, theirs in scope.contrasts(pair))


GIVEN = {"en": 0.8, "zh": 0.65}
"""How much less weight a plain clash needs between two statements laid side by side; Chinese ones share fewer words."""


def _threshold(pair: Pair, one: Finding) -> float:
    given = pair.given and one.facet not in FIGURES and one.weight >= 0.8
    return THRESHOLD[one.facet] * (GIVEN[pair.a.language] if given else 1.0)


def _opposed(pair: Pair, one: Finding) -> bool:
    """Whether plain contraries of two statements laid side by side clash although they share less content."""
    return (
        pair.given
        and one.facet is Facet.POLARITY
        and one.weight >= 0.9
        and pair.shared >= 1.0
        and pair.cover >= (0.18 if pair.a.language == "zh" else 0.45)
        and _only_opposed(pair)
        and not date.disjoint(pair)
    )


def _other_event(pair: Pair) -> bool:
    """Whether two dated statements need not tell of one event: other frames, or one of many such events."""
    mine, theirs = pair.frames
    if mine and theirs and mine.isdisjoint(theirs):
        return True  # he joined last year, he left this month
    if pair.closeness < ONE_SENTENCE and scope.one_succeeds(pair):
        return True
    if pair.closeness >= VERSIONS:
        return False
    if pair.a.language == pair.b.language and (pair.shared_words < 1 or (pair.other_subject and pair.named)):
        return True
    if not mine & theirs & REPEATED or not (pair.a.names or pair.b.names):
        return False
    shared = scope.shared_names(pair)
    latin = sum(name.isascii() for name in shared)
    return max(latin, len(shared) - latin) < 2  # who, and where to or what


def _base(one: Finding, base: float, figures: float, *, agreed: bool) -> float:
    if one.facet is Facet.CERTAINTY and one.weight > 0.8:
        return max(base, 0.6)  # an open question and a guess share a person and a step, seldom words
    return figures if one.facet in FIGURES or (one.facet is Facet.POLARITY and agreed) else base


def _explained(pair: Pair, one: Finding, figures: set[Facet], *, explained: bool) -> bool:
    """Figures of different things do not clash, nor do the things when their figures show that they are two."""
    if one.facet is Facet.DATE and _other_event(pair):
        return True
    if one.facet in FIGURES:
        return explained
    if one.facet is Facet.POLARITY:
        if pair.a.language == "en" and _of_two_things(pair):
            return True
        return Facet.DATE in figures or (pair.closeness < VERSIONS and not _only_opposed(pair))
    if one.facet is Facet.CERTAINTY:
        return False
    others = pair.given and pair.a.language == "en" and min(pair.left_over) >= OWN_WORDS and retold.of_others(pair)
    others = others or (one.facet is Facet.IDENTITY and identity.of_two(pair))
    if others or (pair.closeness < VERSIONS and polarity.contraries(pair)):
        return True  # another place and the contrary outcome: another event
    if bool(figures) and not (pair.closeness >= VERSIONS and pair.shared >= 4 and not pair.other_subject):
        return True
    # Two may do the same: only one can win, be chosen or own it, unless it is plainly one sentence in two versions.
    return (
        pair.other_subject
        and pair.closeness < ONE_SENTENCE
        and not any(one.frame in EXCLUSIVE for one in pair.events[0])
    )


OWN_WORDS = 1.5
"""From so much content of its own on each side, two subjects told apart are two things, not two versions of one."""


def _of_two_things(pair: Pair) -> bool:
    """Whether the contraries of two English statements are said of two things, or of two times."""
    told_apart = apart_en.other_modifier(pair) or apart_en.another_one(pair) or apart_en.of_two(pair)
    return told_apart or _other_occasion(pair)


def _other_occasion(pair: Pair) -> bool:
    """Whether the contrary is said of another time or thing: opened with Holberg, closed with Racine."""
    if pair.closeness >= ONE_SENTENCE:
        return False
    own = len(pair.only_a) > 1 and len(pair.only_b) > 1
    return date.disjoint(pair) or scope.one_later(pair) or (own and scope.own_names(pair) is not None)


def _agreement(pair: Pair, found: list[Finding]) -> Comparison:
    agreeing = [one for one in found if one.verdict in {Verdict.AGREE, Verdict.MORE_A, Verdict.MORE_B}]
    if not pair.given and any(one.facet is Facet.DATE for one in agreeing) and not date.comparable(pair):
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
    reasons = tuple(dict.fromkeys(one.reason for one in agreeing)) or ("the same content",)
    notes = tuple(note for note in (certainty.differ(pair), attribution.differ(pair)) if note)
    # Two claims of one figure, and of no other, bear each other out whatever else one of them tells.
    alike = any(one.facet is Facet.QUANTITY and one.verdict is Verdict.AGREE and one.weight >= 0.6 for one in agreeing)
    alike = alike and len(pair.a.quantities) == len(pair.b.quantities)
    kind, direction = _kind(pair, mine, theirs, alike=alike)
    return Comparison(
        kind=kind, facet=facet, score=round(min(1.0, score), 3), direction=direction, reasons=reasons + notes
    )


LIKELY_COVER, LEAST = 0.38, 1.5
"""From this share of the shorter one's content on, and so much, two English statements side by side tell the same."""


WEIGHTY = 0.5
"""Up to this weight, a clash with a much longer Chinese sentence is one with something else it tells."""


def _likely(pair: Pair, found: list[Finding], conflict: Comparison | None) -> Comparison | None:
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
        enough = gist_zh.alike(pair) and not any(scope.contrasts(pair)) and not date.disjoint(pair)
    else:
        enough = pair.cover >= LIKELY_COVER and pair.shared >= LEAST and pair.shared_words >= 1.0
        counted = any(one.facet is Facet.QUANTITY and one.weight >= 0.5 for one in found)
        enough = enough and (pair.named or counted or pair.shared_words >= MANY)
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
    return min(len(pair.a.quantities), len(pair.b.quantities)) > len(pair.figures_matched)


def _sameness(pair: Pair, found: list[Finding], agreeing: list[Finding]) -> float:
    """How surely both tell one thing, 0–1: versions of a sentence, one that holds the other, one event, one figure."""
    event = max((one.weight for one in agreeing if one.facet not in FIGURES), default=0.0)
    figures = max((one.weight for one in agreeing if one.facet in FIGURES), default=0.0)
    ways = [0.6 * event + 0.3 * figures + 0.1 * pair.named if event else 0.0]
    if pair.closeness >= VERSIONS:
        ways.append(pair.closeness)
    if pair.cover >= HELD and pair.shared_words >= 1.0:
        ways.append((0.7 * pair.cover + 0.3 * pair.likeness) * min(1.0, pair.shared / 2) + 0.1 * pair.named)
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
