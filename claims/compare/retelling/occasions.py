"""Why what seems to clash is of two occasions after all, in whatever words two accounts tell it.

Accounts of one affair differ in what they look at: the toll by day and the toll in the end, what was expected and what
came, the whole and what was added to it, the figure of one body and the reckoning of another, the minister and his
secretary. Each test asks for a mark of that in the words, on one side or differently on both. Two versions of one
sentence are not asked: there, another weekday is what was changed.
"""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.chinese import measured_zh, worked_out
from claims.compare.needed import Cue, expression
from claims.compare.retelling import subjects
from claims.compare.retelling.marks import marked_apart, reckoned_otherwise
from claims.compare.values import Comparison, Features, of_one, written
from claims.model import Facet, RelationKind, Resolution
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

VERSIONS = {"en": 0.66, "zh": 0.8}
"""From this closeness on, two statements are versions of one sentence; short Chinese ones share most characters."""
ANSWERED = 2.2
"""From so many times the content on, the longer one answers a claim among much else: its other words tell nothing."""
EVEN = 1.5
"""Up to so many times the content, two statements are alike in size: neither is a claim that the other may answer."""
OWN = 2.0
"""So much content that only one of the two has, and as much that only the other has, may be another matter."""
CLAIM = 14
"""Most words of a short claim; a longer statement tells a story of its own."""
BUILT_APART = 0.4
"""Below this closeness, two statements are not of one build either."""
IN_COMMON, FIGURES_IN_COMMON = 0.3, {"en": 0.5, "zh": 0.55}
"""Below this share of the shorter one's content it is another matter; where figures clash, already below the others."""

Reason = tuple[str, Resolution]


def apart(pair: Pair, found: Comparison) -> Reason | None:
    """Why a conflict between two statements, each in its own words, is of two occasions; None where nothing says so.

    Statements that answer each other in two accounts of one story are not asked: more than their words ties them.
    """
    if found.kind is not RelationKind.CONFLICTS or pair.told is not None or pair.a.language != pair.b.language:
        return None
    if pair.given and found.facet is Facet.QUANTITY and pair.a.language == "zh" and measured_zh.relation(pair):
        return None  # asked already
    alike = _both_long(pair, found) or max(pair.sizes) < ANSWERED * min(pair.sizes)
    own_words = pair.closeness < VERSIONS[pair.a.language] and alike
    counted = found.facet in {Facet.QUANTITY, Facet.POLARITY}
    return next(_reasons(pair, found), None) if own_words and counted else None


def _both_long(pair: Pair, found: Comparison) -> bool:
    """Whether figures clash and neither of two English statements is a short claim that the other may answer.

    Figures that seem to answer each other there are as a rule of two things: what a bridge was to cost, what it cost.
    """
    if found.facet is not Facet.QUANTITY or not pair.given_english or pair.closeness >= BUILT_APART:
        return False
    return min(len(pair.left.stems), len(pair.right.stems)) > CLAIM


def _reasons(pair: Pair, found: Comparison) -> Iterator[Reason]:
    if "how long it lasted" in found.reasons[0]:
        return  # that both tell of one thing was asked there
    even = max(pair.sizes) < EVEN * min(pair.sizes) and min(pair.left_over) >= OWN
    if pair.given and pair.a.language == "zh" and found.facet is Facet.POLARITY:
        even = False  # of what each contrary is said was asked already: arguments_zh
    least = _least_in_common(pair, found)
    answers = not _plain(pair, found) or _limit_missed.search(found.reasons[0])
    even = even and not (found.facet is Facet.QUANTITY and _reckoned_zh(pair))
    if pair.cover < least and (_both_long(pair, found) or (even and not answers)):
        yield "each tells mostly of something else", Resolution.SCOPE_DIFFERENCE
    if (when := at_other_times(pair)) is not None:
        yield when, Resolution.TEMPORAL_CHANGE
    if _later(pair.a) != _later(pair.b) and not any(_ever_since.search(side.key) for side in (pair.a, pair.b)):
        yield "only one is of a later day", Resolution.TEMPORAL_CHANGE
    if found.facet is Facet.POLARITY:
        if (whom := subjects.of_somebody_else(pair) or subjects.of_two_things(pair)) is not None:
            yield whom, Resolution.SCOPE_DIFFERENCE
        return
    if not _plain(pair, found):
        return
    if _expected(pair.a, found) != _expected(pair.b, found):
        yield "one was expected, the other has come", Resolution.TEMPORAL_CHANGE
    yield from _of_other_amounts(pair, found)
    if pair.other_subject and _of_all(pair.a) != _of_all(pair.b):
        yield "only one is of all of them", Resolution.SCOPE_DIFFERENCE
    if reckoned_otherwise(pair):
        yield "each is the reckoning of another body", Resolution.SCOPE_DIFFERENCE


def _least_in_common(pair: Pair, found: Comparison) -> float:
    """The share of the shorter one's content below which it is another matter; a time counts there as one word."""
    if found.facet is not Facet.QUANTITY or (pair.given and pair.a.language == "zh" and _at_one_time(pair)):
        return IN_COMMON
    return FIGURES_IN_COMMON[pair.a.language]


def _at_one_time(pair: Pair) -> bool:
    """Whether both are dated by the same days."""
    told = [{(one.first, one.last) for one in side.dates} - {(None, None)} for side in (pair.a, pair.b)]
    return bool(told[0]) and told[0] == told[1]


def _reckoned_zh(pair: Pair) -> bool:
    """Whether a clash is of what was worked out for a short Chinese claim."""
    return pair.given and pair.a.language == pair.b.language == "zh" and worked_out.relation(pair) is not None


def _of_other_amounts(pair: Pair, found: Comparison) -> Iterator[Reason]:
    if (stages := at_other_stages(pair)) is not None:
        yield stages, Resolution.TEMPORAL_CHANGE
    if _reckoned_zh(pair):
        return  # which figure is meant was asked there
    yield from marked_apart(pair, found)


_limit_missed = re.compile(
    r"(?:is not|the bound) “(?:(?:more|fewer|less|no more|no fewer|greater) than|over|under|above|below|at least"
    r"|at most|exceed\w*|in excess|upwards?|beyond|topp\w+|pass\w+|surpass\w+|nearly|almost|up to|close to)\b",
    re.IGNORECASE,
)
"""A claim that gives a limit asks for one figure: the sentence whose figure misses it need not share more with it."""


def _plain(pair: Pair, found: Comparison) -> bool:
    """Whether the clash is of words or figures as they stand there, and not reckoned from several of them."""
    reason = found.reasons[0]
    if found.facet is Facet.POLARITY:
        return reason.startswith(("one says", "only one of them"))
    both = all(any(quantity.text in reason for quantity in side.quantities) for side in (pair.a, pair.b))
    return both and " by “" not in reason and "how many came" not in reason


# --- when ---------------------------------------------------------------------------------------------------------

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAMILIES = tuple(
    {member: expression(told) for member, told in family.items()}
    for family in (
        {day: rf"\b{day.lower()}\b" for day in _DAYS},
        {
            "the morning": r"\b(?:morning|dawn|daybreak|early trad\w+)\b|凌晨|清晨|早[上晨间段盘]|上午|今早|[昨今明]晨",
            "noon": r"\b(?:noon|midday|lunchtime)\b|[中正]午",
            "the afternoon": r"\bafternoon\b|午[后盘间]|下午",
            "the night": r"\b(?:evening|tonight|night|midnight|nightfall)\b"
            r"|傍晚|晚[上间]|[深入昨今当半]夜|夜[间里]|[昨今当]晚",
            "the whole day": r"\b(?:at the close|closing bell|full[- ]day)\b|全[日天]|收[盘市报]|终场|尾盘",
        },
        {
            "the beginning": r"\b(?:opening|first) (?:day|night|weekend|week|month|half)\b"
            r"|首[日周月]|第一[天日周]|首个?周末",
            "later on": r"\b(?:second|third|fourth|fifth|\w+th) (?:day|night|weekend|week|month)\b"
            r"|\bday (?:two|three|four|five|\d+)\b|\bafter [\w-]+ (?:days|weeks|months)\b"
            r"|第[二三四五六七八九十\d]+[天日周]|[映市卖演放售办业]满?[一二两三四五六七八九十\d]+[天日周个]",
        },
    )
)


def at_other_times(pair: Pair) -> str | None:
    """Where each says at which time of day, on which weekday or at which stage, and no time is of both."""
    for mine, theirs in zip(_times(pair.a), _times(pair.b), strict=True):
        if mine and theirs and mine.isdisjoint(theirs):
            return f"one is of {min(mine)}, the other of {min(theirs)}"
    return None


_STAGES = tuple(
    {member: expression(told) for member, told in family.items()}
    for family in (
        {
            "the charge": r"\b(?:charged|indicted|accused|arraigned|faces?|facing)\b",
            "the verdict": r"\b(?:convict\w*|guilty|acquit\w*|cleared|verdicts?)\b",
            "the sentence": r"\b(?:sentenced|jailed|imprisoned)\b",
        },
        {
            "the first round": r"\bfirst (?:round|ballot|leg|half)\b|\bhalf-?time\b",
            "the second": r"\brun-?offs?\b|\b(?:second|return) (?:round|ballot|leg|half)\b",
        },
        {
            "a part of the count": r"\b(?:early|partial|preliminary) (?:results|returns|counts?)\b|\bexit polls?\b"
            r"|(?:\bpercent|%) of (?:the )?(?:precincts|votes?|ballots|polling stations|districts)"
            r"(?: \w+){0,2} (?:counted|reporting|tallied|in)\b",
            "the final count": r"\b(?:final|official|complete|full|certified) (?:\w+ )?"
            r"(?:results|returns|count|tally|precincts)\b"
            r"|\b(?:all|every) (?:the )?(?:precincts?|votes?|ballots?)(?: \w+){0,2} (?:counted|reporting|tallied|in)\b",
        },
    )
)
"""Stages of one affair, each with figures of its own: so many counts in the charge, fewer in the verdict."""


def at_other_stages(pair: Pair) -> str | None:
    """Where each tells of a stage of a case or of a count, and no stage is of both."""
    for family in _STAGES:
        mine, theirs = (
            {member for member, told in family.items() if told.search(written(side))} for side in (pair.a, pair.b)
        )
        if mine and theirs and mine.isdisjoint(theirs):
            return f"one is of {min(mine)}, the other of {min(theirs)}"
    return None


_limit = re.compile(r"(?:截[至止到]|至|until|by|since|till|自|从)[^,。;]{0,6}$")


def _is_when(text: str, time: re.Match[str]) -> bool:
    """Whether something happens at a time, and does not begin or end with it."""
    return not _limit.search(text[max(0, time.start() - 12) : time.start()]) and not text.startswith("起", time.end())


@of_one
def _times(side: Features) -> tuple[frozenset[str], ...]:
    text = written(side)
    return tuple(
        frozenset(member for member, told in family.items() if any(_is_when(text, one) for one in told.finditer(text)))
        for family in _FAMILIES
    )


_later_day = Cue(r"(?<![踏进]入)第[二三四五六七八九十\d]+[天日](?!线)|\bday (?:two|three|four|five|six|seven|\d+)\b")
_ever_since = Cue("至今|迄今|从未|再也没|始终")
_expectation = re.compile(
    r"\b(?:expect(?:s|ed|ations?)?|forecast(?:s|ers)?|predict(?:s|ed|ions?)?|projected|projections?|warned|could"
    r"|target(?:s|ed)?|had hoped|pencilled)\b|预[计测期估料]|料将|目标|有望|原[定订拟]|计划"
)
_reached = re.compile(
    r"\b(?:missed|short of|below|above|beat|against) |[仅只]|不及|未[及达]|低于|高于|超出|优于|相[去差]|达标"
)
_all_over = re.compile(
    r"全[国省市县港台球区岛境美欧城校]"
    r"|\b(?:nationwide|nationally|across the country|worldwide|globally|citywide|statewide)\b"
)


@of_one
def _later(side: Features) -> bool:
    """Whether a statement says that it tells of a later day of what happened."""
    return bool(_later_day.search(written(side)))


def _expected(side: Features, found: Comparison) -> bool:
    """Whether the figure that seems to clash is one that somebody said would come, and not one that missed it."""
    text = written(side)
    places = [text.find(fold_key(quantity.text)) for quantity in side.quantities if quantity.text in found.reasons[0]]
    others = [fold_key(quantity.text) for quantity in side.quantities if quantity.text not in found.reasons[0]]
    told = next((one for one in _expectation.finditer(text) if not _of_another(text[one.end() :], others)), None)
    missed = told is not None and bool(places) and told.start() > max(places) and bool(_reached.search(text))
    return told is not None and not missed


_of = re.compile(r" (?:of|at) (?:an? |about |around |some |nearly |roughly |just )*")


def _of_another(rest: str, others: list[str]) -> bool:
    """Whether what was expected is another figure, right behind the word: with a target of 100,000."""
    of = _of.match(rest)
    return of is not None and any(rest.startswith(figure, of.end()) for figure in others)


@of_one
def _of_all(side: Features) -> bool:
    """Whether a statement is about a whole country, region or city."""
    return bool(_all_over.search(written(side)))
