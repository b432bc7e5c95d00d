"""When a clash of two findings is a conflict of two statements: shared content must bear it, and nothing explain it."""

from claims.compare import words
from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import apart_en, ranked_en, retold
from claims.compare.facets import fillers, period, polarity, quantity, scope
from claims.compare.facets.matched import Match, matches
from claims.compare.facets.negated import negations
from claims.compare.findings import FIGURES, NOTHING, ONE_SENTENCE, bearing, bearing_of_figures
from claims.compare.intervals import meets
from claims.compare.slots import events_of_both, name_shared
from claims.compare.tokens import DATE
from claims.compare.values import Comparison, Features, Finding, Verdict
from claims.model import Facet, RelationKind, Resolution

REPEATED = frozenset(
    {"joins", "leaves", "works", "wins", "loses", "releases", "signs", "attends", "appoints", "announces"}
)
"""Frames that one subject fills again and again, with another object each time."""
EXCLUSIVE = frozenset({"wins", "elects", "appoints", "acquires", "founds", "leads"})
"""Frames that only one subject can fill."""
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


def conflict(pair: Pair, found: list[Finding]) -> Comparison | None:
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
        if period.one_vague(pair):
            return "only one of them says when", Resolution.SCOPE_DIFFERENCE
        if (found := next(scope.of_other_things(pair), None)) is not None:
            return found
        if _each_its_own(pair):
            return "figures of one sort, in sentences that tell other things", Resolution.SCOPE_DIFFERENCE
    if len(figures) == 2 or (figures and Facet.DATE not in figures and period.disjoint(pair)):
        return "both the figures and their dates differ", Resolution.TEMPORAL_CHANGE
    return None


TOLD, HALF = 2 / 3, 0.5
"""Below this share of the shorter one's content, and unless one is shorter than half the other, each tells its own."""


def _each_its_own(pair: Pair) -> bool:
    """Whether two English sentences laid side by side share too little for figures of one sort to be of one thing.

    Of such clashes most are none: the wind and its gusts, the town and its parish, the first count and the last.
    """
    if not pair.given_english or pair.cover >= TOLD:
        return False
    small, large = sorted(pair.sizes)
    clashing = [match for match in matches(pair) if not meets(match.a.interval, match.b.interval)]
    return (
        bool(clashing)
        and small > HALF * large
        and not any(_of_one_noun(pair, one) for one in clashing)
        and not any(one.a.interval.bound or one.b.interval.bound for one in clashing)
    )


def _of_one_noun(pair: Pair, match: Match) -> bool:
    """Whether two figures are joined to one noun: a three-year contract, a one-year contract."""
    sides = ((pair.left, match.a), (pair.right, match.b))
    if not all("-" in one.quantity.text for _, one in sides):
        return False
    behind = [tokens.stems[one.place + 1 : one.place + 2] for tokens, one in sides]
    return behind[0] == behind[1] != []


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
        and pair.cover >= (0.25 if pair.a.language == "zh" else 0.45)
        and _only_opposed(pair)
        and not period.disjoint(pair)
    )


def _other_event(pair: Pair) -> bool:
    """Whether two dated statements need not tell of one event: other frames, or one of many such events."""
    mine, theirs = pair.frames
    if mine and theirs and mine.isdisjoint(theirs):
        return True  # he joined last year, he left this month
    if (pair.closeness < ONE_SENTENCE and scope.one_succeeds(pair)) or ranked_en.of_two_ranked(pair):
        return True
    if pair.closeness >= VERSIONS:
        return False
    if pair.a.language == pair.b.language and (pair.shared_words < 1 or (pair.other_subject and name_shared(pair))):
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
    if one.facet is Facet.DATE and (_other_event(pair) or _denied_then(pair) or _of_a_part(pair)):
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
    others = others or (one.facet is Facet.IDENTITY and fillers.of_two(pair))
    others = others or (pair.closeness < ONE_SENTENCE and scope.one_adds(pair))
    if others or (pair.closeness < VERSIONS and polarity.turned(pair)):
        return True  # another place and the contrary outcome: another event
    if bool(figures) and not (pair.closeness >= VERSIONS and pair.shared >= 4 and not pair.other_subject):
        return True
    # Two may do the same: only one can win, be chosen or own it, unless it is plainly one sentence in two versions.
    return (
        pair.other_subject
        and pair.closeness < ONE_SENTENCE
        and not any(one.frame in EXCLUSIVE for one in events_of_both(pair)[0])
    )


def _of_a_part(pair: Pair) -> bool:
    """Whether only one is about what belongs to the other's thing: the sister ship of the frigate."""
    return pair.given_english and pair.closeness < VERSIONS and bool(apart_en.of_its_part(pair))


def _denied_then(pair: Pair) -> bool:
    """Whether only one of two English statements says that it did not happen then: not this year, next year."""
    if pair.a.language != "en" or pair.b.language != "en" or pair.closeness >= VERSIONS:
        return False
    return _denies_a_time(pair.a) != _denies_a_time(pair.b)


def _denies_a_time(side: Features) -> bool:
    """Whether a denial stands before a time of a statement, with no other deed between them."""
    tokens, denials = side.tokens, negations(side)
    return any(
        k < i and tokens.clause[k] == tokens.clause[i] and _JOINING.isdisjoint(tokens.words[k:i])
        for i in tokens.figured
        if tokens.words[i] == DATE
        for k in denials
    )


_JOINING = frozenset(["and", "but", "while", "until"])


OWN_WORDS = 1.5
"""From so much content of its own on each side, two subjects told apart are two things, not two versions of one."""


def _of_two_things(pair: Pair) -> bool:
    """Whether the contraries of two English statements are said of two things, or of two times."""
    told_apart = apart_en.other_modifier(pair) or apart_en.another_one(pair) or apart_en.of_two(pair)
    return told_apart or quantity.of_two_parts(pair) or _other_occasion(pair)


def _other_occasion(pair: Pair) -> bool:
    """Whether the contrary is said of another time or thing: opened with Holberg, closed with Racine."""
    if pair.closeness >= ONE_SENTENCE:
        return False
    own = len(pair.only_a) > 1 and len(pair.only_b) > 1
    later = scope.one_later(pair) and not {"never"} & (pair.left.seen | pair.right.seen)
    return period.disjoint(pair) or later or (own and scope.own_names(pair) is not None)
