"""Claims that compare two things without a figure: more than planned, more women than men."""

import operator
from itertools import combinations
from math import log10

from claims.compare import words
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.changes import levels
from claims.compare.figures.divided import undivided
from claims.compare.figures.elliptic import like_bare, with_units
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.reckoned import JOINING, Amount, Answer, affinity, amounts, asks, kin, topics
from claims.compare.intervals import apart, comparable
from claims.compare.needed import Cue
from claims.compare.tokens import QUANTITY, Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_LEVEL = (
    r"average|mean|median|norm|normal|rate|level|figure|record|threshold|benchmark|budget|estimate|target|forecast"
    r"|limit|design|plan|quota|price|valuation|expectations?|capacity"
)
THAN = re.compile(
    r"\b(?P<which>more|less|fewer|better|worse|(?!rather|other|either|neither|later|earlier|never|number|order|under\b"
    r"|over\b|after|whether|another|further\b)[a-z]{3,}er|farther|further|above|below|over|under|exceed(?:ed|s|ing)?"
    r"|beat|within|short of)\b"
    r"(?P<what>(?:(?!\b(?:more|less|fewer|larger|bigger|longer|younger|stronger|\w+[lnrtedh]er)\b)[^.;])*?)"
    r"(?:\bthan\b (?P<other>[^.;]+)|(?P<plan>\b(?:its|the|their|his|her) (?:[\w'-]+ ){0,3}?"
    rf"(?:{_LEVEL})\b[^.;]*|\b(?:the |its |their )?(?:long-term )?(?:average|mean|norm|normal)\b[^.;]*"
    r"|(?<=over |nder |bove |elow |thin )(?:budget|target|capacity|plan|estimates?|expectations?)\b[^.;]*))"
)
_PLANNED = words.reckoned_words("planned")
_outnumbered = re.compile(r"\b([a-z]+) outnumber(?:ed|s|ing)?\b")
_outdone = re.compile(
    r"\bout(sell|sold|sco|poll|weigh|perform|strip|earn|gross|produc|spen[dt]|pac)(?:ed|s|ing|red|res|es|e)?\b"
)
_surpassed = re.compile(
    r"\b(?:surpass|exceed|overtak|overtook|top)(?:ped|ed|es|s|en|e)?\b(?= (?:the|its|his|her|their|that)\b)"
)
_was_surpassed = re.compile(
    r"(?P<what>\b(?:the|its|his|her|their) (?:[a-z]+ ){0,2}?[a-z]+) (?:was|were|has been|had been) "
    r"(?:exceeded|surpassed|overrun)"
)
_cue = Cue(
    r"\b(?:than|above|below|over|under|beat|within|short)\b"
    r"|\b(?:outnumber|outs[eo]l|outsco|outpoll|outweigh|outperform|outstrip|outearn|outgross|outproduc|outspen|outpac"
    r"|surpass|exceed|overt|top)"
)


@asks(_cue)
def compared(claim: Features, sentence: Features) -> Answer | None:
    """More than planned, longer than his predecessor: two figures of the sentence against each other."""
    text = put_as_more(claim.text.lower())
    found = THAN.search(text)
    if (
        found is None
        or claim.quantities
        or _of_turns(text, found)
        or _a_unit.match(found["other"] or "")
        or _of_all.search(text)
    ):
        return None
    two = set_against(claim, sentence, text, found)
    if two is None:
        return None
    left, right = two
    one, limit = left.value, _limit(right, text)
    if left.interval.dimension != right.interval.dimension:
        one, limit = levels(left, right)  # 30 months allowed, finished in 34
    if one == limit:
        return None
    less = words.stem(found["which"]) in words.reckoned_words("less")
    if POSITION.match(text, found.start()):
        less = not less  # number four is higher than number nine
    holds = (one < limit) if less else (one > limit)
    reason = f"“{left.quantity.text}” against “{right.quantity.text}”"
    return Answer(holds, Facet.QUANTITY, reason)


def _of_turns(text: str, found: "re.Match[str]") -> bool:
    """Whether a claim compares one of a row with another of it: its second season with its first."""
    sides = f"{text[: found.start()]} {found['what']}", found["other"] or ""
    return all(not ORDINALS.keys().isdisjoint(re.findall(r"[a-z]+", side)) for side in sides)


def put_as_more(text: str) -> str:
    """A claim that one outnumbers, outsells or exceeds another, or was exceeded, as saying that it is more."""
    text = _outnumbered.sub(r"more \1 than", text)
    text = _was_surpassed.sub(r"it was more than \g<what>", text)
    return _surpassed.sub("more than", _outdone.sub(r"\1 more than", text))


def set_against(claim: Features, sentence: Features, text: str, found: "re.Match[str]") -> tuple[Amount, Amount] | None:
    """The figure of what a claim compares and that of what it compares it with; `found` matches `THAN` in `text`."""
    own, other, mine = _parties(claim, sentence, text, found)
    figures = [one for one in with_units(sentence) if not _is_difference(sentence.tokens, one)]
    figures = undivided(claim, sentence, _of_its_kind(sentence, figures, found))
    scored = _told_apart(sentence, figures, own, other, mine)
    if not other.isdisjoint(_FORMER):
        scored += _former(sentence, figures, claim)
    if (parts := _part_and_rest(sentence, figures, own, other)) and (
        (_two_sorts.search(text[found.start() :]) and not _both_counted(sentence, figures, own, other))
        or _rest.search(sentence.text.lower())
    ):
        scored.append((SURE, *parts))
    scored += _the_rest(sentence, figures, other, mine)
    if not scored:
        return None
    return max(scored, key=lambda entry: entry[0])[1:]


KINDS = {
    words.stem(adjective): kinds
    for kinds, adjectives in (
        (("length",), "taller deeper wider narrower shallower"),
        (("length", "time"), "longer shorter"),
        (("length",), "closer nearer farther further"),
        (("mass",), "heavier lighter"),
        (("time",), "older younger"),
        (("speed", "time"), "faster slower"),
        (("temperature",), "warmer colder hotter cooler"),
        (("area", "volume", "length"), "bigger larger smaller"),
    )
    for adjective in adjectives.split()
}
"""What a comparison measures by its word alone."""


def _of_its_kind(sentence: Features, figures: list[Amount], found: "re.Match[str]") -> list[Amount]:
    """The figures that count what a claim compares, fewer goals, or measure what its word does, deeper; else all."""
    what = {words.stem(word) for word in re.findall(r"[a-z]{3,}", found["what"] or "")} - words.stop_stems()
    kinds = KINDS.get(words.stem(found["which"]), ())
    two = _two_sorts.match(found[0])
    counted = (
        []
        if two and words.stem(two[2]) not in words.stop_stems()
        else [one for one in figures if _counts(sentence, one, what)]
    )
    counted = counted or [one for one in figures if one.interval.dimension in kinds]
    like = like_bare(sentence, figures, counted)
    return [one for one in figures if one in counted or one in like] if len(counted) + len(like) > 1 else figures


def _counts(sentence: Features, one: Amount, what: set[str]) -> bool:
    return any(kin(stem, what) for stem in counted_nouns(one, sentence)) if what else False


def _is_difference(tokens: Tokens, one: Amount) -> bool:
    """Whether a figure tells by how much two differ: 1,200 more than in the year before."""
    behind = tokens.words[one.place + 1 : one.place + 3]
    return len(behind) > 1 and behind[0] in {"more", "fewer", "less", "higher", "lower"} and behind[1] == "than"


_of_all = re.compile(
    r"\b(?:only (?:one|two|three|four)|no other|none|nothing|nobody|no one) (?:of|other|in|has|had|is|was)\b"
)
"""What begins a claim about all others: only one of the provinces is larger than Santa Rosa."""
POSITION = re.compile(r"(?:higher|lower|better|worse) (?:chart )?(?:position|place|rank|ranking|peak)\b")
_a_unit = re.compile(
    r"(?:an?|half an?|one) (?:hour|minute|second|day|week|fortnight|month|year|decade|century|mile|kilo|ton)"
)


SURE = 9.0
"""The score of what can be read in one way only."""
Scored = list[tuple[float, Amount, Amount]]
"""Pairs of figures that may be meant, each with how well they fit."""


_number_of = re.compile(r"\b(?:number|amount) of\b")
"""What is counted tells nothing apart: more than its licensed number of passengers."""


def _parties(
    claim: Features, sentence: Features, text: str, found: "re.Match[str]"
) -> tuple[set[str], set[str], set[str]]:
    """The words of what is compared, of what it is compared with, and of the measure they share."""
    said = re.findall(r"[a-z]+", _number_of.split(found["other"] or found["plan"] or "")[0])
    other = {word if any(word in area for area in _AREAS) else words.stem(word) for word in said}
    other -= words.stop_stems() - _PLANNED
    left_part = {words.stem(word) for word in re.findall(r"[a-z]+", text[: found.start()])}
    own = left_part - other - words.stop_stems()
    other -= left_part
    mine = (topics(claim) | left_part) - other - words.stop_stems()
    two = _two_sorts.search(text[found.start() :])
    sorts = sentence.tokens.rare.union(*(counted_nouns(one, sentence) for one in amounts(sentence)))
    if two and {words.stem(two[1]), words.stem(two[2])} & sorts and two[2] not in words.stop_stems():
        own, other = {words.stem(two[1])}, {words.stem(two[2])}  # more women than men
    if not other.isdisjoint(_PLANNED):
        other |= _PLANNED
    if not other.isdisjoint(_EARLIER):
        other |= _EARLIER - mine
    if not other.isdisjoint(_NORMAL):
        other = {*_USUAL} - mine
    if not other.isdisjoint(SPENT) and own.isdisjoint(SPENT) and not own.isdisjoint(_EARNING):
        other |= SPENT  # it cost to make, a budget of 22 million
    return own, other, mine


def _told_apart(sentence: Features, figures: list[Amount], own: set[str], other: set[str], mine: set[str]) -> Scored:
    """Pairs of figures of which the second is said of the other party; of one unit where there are such."""
    scored = []
    for left in figures:
        for right in figures:
            if left is right or not _alike(left, right):
                continue
            near = _said_of(sentence, right, other, figures) - _said_of(sentence, left, other, figures)
            if near <= 0:
                continue
            near += max(0.0, _said_of(sentence, left, own, figures) - _said_of(sentence, right, own, figures))
            about = affinity(sentence.tokens, left.place, mine, left.quantity.text)
            about += 0.1 * affinity(sentence.tokens, right.place, mine, right.quantity.text)
            scored.append((near + 0.6 * about - 0.02 * abs(left.place - right.place), left, right))
    for alike in (operator.eq, _counted):  # a sum and a sum, not a crew
        one_unit = [each for each in scored if alike(each[1].interval.dimension, each[2].interval.dimension)]
        if one_unit:
            return one_unit
    return scored


_two_sorts = re.compile(r"^(?:more|fewer|less) ([a-z]+) than ([a-z]+)\b")
_rest = re.compile(r"\b(?:the (?:rest|remainder|others)|all (?:the )?others)\b")
_of_whom = re.compile(r"^of (?:the|its|all|his|her|their) (?:\w+ )?\d|\bof (?:whom|which|them|these|those)\b")


def _part_and_rest(
    sentence: Features, figures: list[Amount], own: set[str], other: set[str]
) -> tuple[Amount, Amount] | None:
    """Of 8,310 inhabitants, of whom 4,420 were women, the rest are men."""
    if not _of_whom.search(sentence.text.lower()):
        return None
    for whole, part in combinations(figures, 2):
        if not comparable(whole.interval, part.interval) or whole.value <= part.value:
            continue
        rest = whole.value - part.value
        quantity = part.quantity.model_copy(update={"text": f"the other {rest:g}"})
        left_over = Amount(part.place, quantity, part.interval._replace(low=rest, high=rest))
        if _said_of(sentence, part, own, figures) > 0:
            return part, left_over
        if _said_of(sentence, part, other, figures) > 0:
            return left_over, part
    return None


SPENT = frozenset(map(words.stem, ["cost", "costs", "budget", "spent", "spend", "expenditure", "expenses", "made for"]))
"""Words that tell what something cost."""
_EARNING = frozenset(map(words.stem, (
    "earn", "earned", "gross", "grossed", "make", "made", "take", "took", "takings", "recoup", "recouped", "return",
    "collect", "collected", "box", "office", "revenue", "receipts", "sales", "bring", "brought",
)))  # fmt: skip
_NORMAL = frozenset(map(words.stem, ["usual", "normal", "normally", "typical", "typically"]))
_USUAL = _NORMAL.union(map(words.stem, ["average", "mean", "norm"]))
_EARLIER = frozenset(map(words.stem, ["predecessor", "previous", "preceding", "former", "earlier", "outgoing"]))


def _both_counted(sentence: Features, figures: list[Amount], own: set[str], other: set[str]) -> bool:
    """Whether a sentence counts both sorts itself: four sons and three daughters, three of whom died."""
    return all(any(_counts(sentence, one, sort) for one in figures) for sort in (own, other))


_FORMER = words.reckoned_words("former")


def _former(sentence: Features, figures: list[Amount], claim: Features) -> list[tuple[float, Amount, Amount]]:
    """The figure of the one whom the claim names, and the other one of its sort."""
    names: set[str] = set()
    for stem, name in zip(claim.tokens.stems, claim.tokens.name, strict=True):
        if name:
            names.add(stem)
        elif names:
            break
    if not names:
        return _by_number(sentence, figures, topics(claim))
    return [
        (affinity(sentence.tokens, left.place, names) - affinity(sentence.tokens, right.place, names), left, right)
        for left in figures
        for right in figures
        if left is not right and left.interval.dimension == right.interval.dimension
    ]


def _by_number(sentence: Features, figures: list[Amount], about: set[str]) -> Scored:
    """The figure of a third of something and that of the second."""
    tokens = sentence.tokens
    told = [(i, ORDINALS[word]) for i, word in enumerate(tokens.words) if word in ORDINALS]
    given: dict[int, list[Amount]] = {}
    for one in figures:
        if before := [(i, number) for i, number in told if i < one.place]:
            given.setdefault(before[-1][1], []).append(one)
    if len({number for _, number in told} & given.keys()) != NUMBERED:
        return []
    old, new = (given[number] for number in sorted(given))
    return [
        (
            1.0 - abs(log10(left.value / right.value)) + affinity(tokens, left.place, about, left.quantity.text),
            left,
            right,
        )
        for left in new
        for right in old
        if _of_one_unit(left, right) and min(left.value, right.value) > 0
    ]


NUMBERED = 2


def _of_one_unit(left: Amount, right: Amount) -> bool:
    """Whether two figures give one unit, or count alike by their size where one gives none."""
    if None in {left.quantity.unit, right.quantity.unit}:
        return left.interval.dimension.startswith("count") == right.interval.dimension.startswith("count")
    return left.quantity.unit == right.quantity.unit


def _counted(one: str, other: str) -> bool:
    """Whether two dimensions are counts of whatever."""
    return one.startswith("count") and other.startswith("count")


def _alike(left: Amount, right: Amount) -> bool:
    """Whether two figures can be compared: one dimension, or a sum whose currency was not repeated."""
    if (apart(left.interval, right.interval) or 0.0) > FAR_APART:
        return False  # its own size, and how far away it is
    if comparable(left.interval, right.interval):
        return True
    return "count" in {left.interval.dimension, right.interval.dimension} and min(left.value, right.value) > 0


FAR_APART = 3.0
"""Powers of ten between two figures that nobody compares."""


def _limit(one: Amount, text: str) -> float:
    """The side of a range that a claim names: its upper estimate."""
    if _upper.search(text):
        return one.interval.high
    return one.interval.low if _lower.search(text) else one.value


_upper = re.compile(r"\bupper\b|\b(?:high(?:er|est)?|top|maximum) (?:[\w-]+ )?(?:estimate|end|limit)")
_lower = re.compile(
    r"\blower (?:[\w-]+ )?(?:estimate|end|limit|bound)|\b(?:low(?:est)?|minimum) (?:[\w-]+ )?(?:estimate|end|limit)"
)


def _said_of(sentence: Features, one: Amount, about: set[str], figures: list[Amount]) -> float:
    """How surely a figure is said of some words: those before it, with no figure of its kind between, tell most."""
    tokens, rivals = sentence.tokens, {each.place for each in figures}
    best: dict[str, float] = {}
    owned = {tokens.clause[place] for place in rivals} - {tokens.clause[one.place]}
    for i in range(max(0, one.place - BEFORE), min(len(tokens.stems), one.place + BEHIND)):
        if (group := _told(tokens, i, about)) is None:
            continue
        low, high = min(i, one.place) + 1, max(i, one.place)
        value = 1.5 - 0.8 * sum(k in rivals for k in range(low, high))
        value -= 0.1 * sum(tokens.stems[k] == QUANTITY and k not in rivals for k in range(low, high))
        joined = not JOINING.isdisjoint(tokens.words[low:high])
        if i < one.place:
            value -= 0.8 * (i > 1 and tokens.words[i - 1] == "of" and i - 2 in rivals)  # 389,000 tonnes of zinc
            value -= 0.04 * (one.place - i) + 0.5 * joined + 0.5 * (tokens.clause[i] in owned)
        else:
            value -= 0.08 * (i - one.place) + 0.7 * (joined or tokens.clause[i] != tokens.clause[one.place])
        best[group] = max(best.get(group, 0.0), value)
    said = {words.stem(word) for word in re.findall(r"[a-z]{3,}", one.quantity.text.lower())}
    return sum(best.values()) + 1.5 * (not said.isdisjoint(about))


BEFORE, BEHIND = 16, 8
"""Tokens before a figure, and behind it, in which it may be told of whom it is said."""


def _told(tokens: Tokens, i: int, about: set[str]) -> str | None:
    """The word of a claim that a word of the sentence says again; all words of planning, of an area, are one."""
    stem, word = tokens.stems[i], tokens.words[i]
    if word in about or kin(stem, about):
        return "planned" if stem in _PLANNED else stem
    for area in _AREAS:
        if word in area and not area.isdisjoint(about):
            return min(area)
    return None


_AREAS = tuple(
    frozenset(area.split())
    for area in (
        "national nation nation's nationwide country's countrywide", "state statewide state's", "provincial province",
        "regional region", "county countywide", "world worldwide global world's", "federal federation",
        "municipal city city-wide citywide", "european europe eu", "north northern", "south southern", "east eastern",
        "west western",
    )
)  # fmt: skip
"""Words of one area, whose stems do not tell it: the national rate, 5 per cent nationwide."""


def _the_rest(
    sentence: Features, figures: list[Amount], other: set[str], mine: set[str]
) -> list[tuple[float, Amount, Amount]]:
    """Winning 36 of 82 and losing all the others: what is left is a figure too."""
    found = re.search(
        r"\b(\w+) (?:all (?:the )?(?:others?|rest)|the (?:rest|others|remainder))\b", sentence.text.lower()
    )
    if found is None or len(figures) < 2:
        return []
    verb, tokens = words.stem(found[1]), sentence.tokens
    if verb not in tokens.stems:
        return []
    at = tokens.stems.index(verb)
    before = [one for one in figures if one.place < at]
    if len(before) < 2:
        return []
    part, whole = before[-1], before[-2]
    if whole.value <= part.value:
        return []
    left_over = whole.value - part.value
    rest = Amount(
        at,
        part.quantity.model_copy(update={"text": f"{left_over:g}"}),
        part.interval._replace(low=left_over, high=left_over),
    )
    if verb in other:
        return [(3.0, part, rest)]
    return [(3.0, rest, part)] if verb in mine else []
