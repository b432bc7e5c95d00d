"""Which two figures of a long sentence a claim that compares two things sets against each other."""

import operator
from math import log10

from claims.compare import words
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.ascribed import AREAS, PLANNED, said_of
from claims.compare.figures.divided import undivided
from claims.compare.figures.elliptic import like_bare, with_units
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.reckoned import Amount, affinity, amounts, kin, topics
from claims.compare.figures.remainder import REST, part_and_rest, the_rest
from claims.compare.intervals import apart, comparable
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from evidence.text import lazy_re as re


def set_against(claim: Features, sentence: Features, text: str, found: "re.Match[str]") -> tuple[Amount, Amount] | None:
    """The figure of what a claim compares and that of what it compares it with.

    `found` is the comparison, as `compared.THAN` finds it in `text`.
    """
    own, other, mine = _parties(claim, sentence, text, found)
    figures = [one for one in with_units(sentence) if not _is_difference(sentence.tokens, one)]
    figures = undivided(claim, sentence, _of_its_kind(sentence, figures, found))
    scored = _told_apart(sentence, figures, own, other, mine)
    if not other.isdisjoint(_FORMER):
        scored += _former(sentence, figures, claim)
    if (parts := part_and_rest(sentence, figures, own, other)) and (
        (_two_sorts.search(text[found.start() :]) and not _both_counted(sentence, figures, own, other))
        or REST.search(sentence.text.lower())
    ):
        scored.append((SURE, *parts))
    scored += the_rest(sentence, figures, other, mine)
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
    other = {word if any(word in area for area in AREAS) else words.stem(word) for word in said}
    other -= words.stop_stems() - PLANNED
    left_part = {words.stem(word) for word in re.findall(r"[a-z]+", text[: found.start()])}
    own = left_part - other - words.stop_stems()
    other -= left_part
    mine = (topics(claim) | left_part) - other - words.stop_stems()
    two = _two_sorts.search(text[found.start() :])
    sorts = sentence.tokens.rare.union(*(counted_nouns(one, sentence) for one in amounts(sentence)))
    if two and {words.stem(two[1]), words.stem(two[2])} & sorts and two[2] not in words.stop_stems():
        own, other = {words.stem(two[1])}, {words.stem(two[2])}  # more women than men
    if not other.isdisjoint(PLANNED):
        other |= PLANNED
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
            near = said_of(sentence, right, other, figures) - said_of(sentence, left, other, figures)
            if near <= 0:
                continue
            near += max(0.0, said_of(sentence, left, own, figures) - said_of(sentence, right, own, figures))
            about = affinity(sentence.tokens, left.place, mine, left.quantity.text)
            about += 0.1 * affinity(sentence.tokens, right.place, mine, right.quantity.text)
            scored.append((near + 0.6 * about - 0.02 * abs(left.place - right.place), left, right))
    for alike in (operator.eq, _counted):  # a sum and a sum, not a crew
        one_unit = [each for each in scored if alike(each[1].interval.dimension, each[2].interval.dimension)]
        if one_unit:
            return one_unit
    return scored


_two_sorts = re.compile(r"^(?:more|fewer|less) ([a-z]+) than ([a-z]+)\b")

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
