"""How many times as much one thing is as another: twice its budget, half as long, three times as many girls as boys."""

from itertools import pairwise

from claims.compare import words
from claims.compare.figures.changes import PAIR, levels, one_measure, steps
from claims.compare.figures.divided import undivided
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.reckoned import (
    LESS,
    MORE,
    NEAR,
    Amount,
    Answer,
    Demand,
    amounts,
    asks,
    count_of,
    demand_of,
    is_part,
    kin,
)
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_as_much = re.compile(r" as (\w+)$")
_KINDS = {
    "long": ("length", "time"), "high": ("length",), "tall": ("length",), "wide": ("length",), "deep": ("length",),
    "large": ("area", "volume"), "big": ("area", "volume"), "heavy": ("mass",), "old": ("time",), "fast": ("speed",),
}  # fmt: skip
"""What an adjective measures."""
_multiple = re.compile(
    rf"\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?(?: |\b)"
    r"(?P<n>twice|double|triple|half|(?P<times>[\w.]+) times) "
    r"(?:its|his|her|their|the|what|as (?:much|many|high|large|big|long|tall|wide|deep|heavy|old|fast)|that)\b"
)
_MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5}


@asks(_multiple)
def multiple(claim: Features, sentence: Features) -> Answer | None:
    """Three times its purchase price: the one sum of the sentence against the other, the later against the earlier."""
    asked = _multiple.search(claim.text.lower())
    if asked is None or _of_others.search(sentence.text.lower()):
        return None
    factor = _MULTIPLES.get(asked["n"]) or (count_of(asked["times"]) if asked["times"] else 0.0)
    if (ratio := _as_ratio(claim, sentence, asked, factor)) is not None:
        return ratio
    figures = [one for one in amounts(sentence) if one.interval.dimension != "time" and one.value > 0]
    alike = [(one, other) for one, other in pairwise(figures) if one_measure(one, other, sentence)]
    if factor <= 0 or (factor == 1 and not asked["times"]):
        return None
    text = claim.text.lower()
    two = _two_sorts.match(text, asked.start("n"))
    if two is not None and two["other"] in _NO_SORT:
        two = None  # twice as many people as the old one
    if two is not None and words.stem(two["other"]) in claim.tokens.named:
        what = {words.stem(two["one"])}
        counted = [one for one in figures if any(kin(stem, what) for stem in counted_nouns(one, sentence))]
        alike = list(pairwise(counted)) if len(counted) == PAIR else alike
    elif two is not None:
        return _sorts(sentence, figures, two, demand_of(asked, factor, asked[0]), asked[0])
    if len(alike) > 1:
        kinds = _KINDS.get((_as_much.search(asked[0]) or ["", ""])[1], ())
        alike = [pair for pair in alike if pair[0].interval.dimension == pair[1].interval.dimension in kinds]
    if asked["n"] == "half" and any(one.interval.dimension == "share" for pair in alike for one in pair):
        return None  # over half the people: a share itself
    if len(alike) != 1 and (dated := _of_two_years(claim, sentence, asked, factor)) is not None:
        return dated
    if len(alike) != 1:
        return _of_reference(claim, sentence, figures, asked)
    first, last = alike[0]
    demand = demand_of(asked, factor, asked[0])
    old, new = levels(first, last)
    holds = demand.met(new / old) or demand.met(old / new)
    return Answer(holds, Facet.QUANTITY, f"“{first.quantity.text}” and “{last.quantity.text}”")


_in_years = re.compile(
    r"\b(?:in|by|at) (?P<one>(?:1[5-9]|20)\d\d) (?:as|than)"
    r"(?: (?:it|they|there|he|she) (?:had|did|was|were)(?: been)?)? in (?P<other>(?:1[5-9]|20)\d\d)\b"
)


def _of_two_years(claim: Features, sentence: Features, asked: "re.Match[str]", factor: float) -> Answer | None:
    """Twice as many members in 1900 as in 1880: the values that the sentence gives for the two years."""
    found = _in_years.search(claim.text.lower())
    two = steps(claim, sentence) if found else None
    if found is None or two is None:
        return None
    old, new = levels(*two)
    ratio = new / old if found["one"] > found["other"] else old / new
    holds = demand_of(asked, factor, asked[0]).met(ratio)
    return Answer(holds, Facet.QUANTITY, f"from {two[0].quantity.text} to {two[1].quantity.text}")


_to_one = Cue(
    rf"\boutnumber(?:ed|s|ing)?\b[^.;]*?\b(?:(?P<less>{LESS})|(?P<more>{MORE})|(?P<near>{NEAR}))?(?: |\b)"
    r"(?P<n>\d+|[a-z]+)(?: |-)to(?: |-)(?:one|1)\b"
)
_FELL = frozenset(map(words.stem, (
    "lost", "loss", "losses", "killed", "dead", "wounded", "casualties", "captured", "prisoners", "fell", "died",
)))  # fmt: skip
AROUND = 4
"""Tokens on either side of a figure in which it may be told that those fell."""


def _fallen(tokens: Tokens, one: Amount) -> bool:
    """Whether a figure counts those who fell."""
    near = range(max(0, one.place - AROUND), min(len(tokens.stems), one.place + 1 + AROUND))
    return any(tokens.stems[i] in _FELL and tokens.clause[i] == tokens.clause[one.place] for i in near)


@asks(_to_one)
def outnumbered(claim: Features, sentence: Features) -> Answer | None:
    """By more than two to one: the numbers of both sides, not those of the fallen."""
    asked = _to_one.search(claim.text.lower())
    factor = count_of(asked["n"]) if asked else 0.0
    if asked is None or factor <= 1:
        return None
    tokens = sentence.tokens
    sides = [
        one
        for one in amounts(sentence)
        if one.interval.dimension in {"count", "count:people"} and one.value > factor and not _fallen(tokens, one)
    ]
    if len(sides) != PAIR:
        return None
    few, many = sorted(sides, key=lambda one: one.value)
    holds = demand_of(asked, factor, asked[0]).met(many.value / few.value)
    return Answer(holds, Facet.QUANTITY, f"“{many.quantity.text}” against “{few.quantity.text}”")


_of_mean = re.compile(
    r" (?:of )?(?:the |its |their )?(?:[\w–-]+ ){0,4}?(?P<what>average|mean|norm|normal|usual|capacity|budget)\b"
)


def _as_ratio(claim: Features, sentence: Features, asked: "re.Match[str]", factor: float) -> Answer | None:
    """More than twice the average, against a sentence that gives the share itself: 131% of the average for June."""
    text, said = sentence.text.lower(), claim.text.lower()[asked.end() :]
    for one in amounts(sentence):
        found = _of_mean.match(text, text.find(one.quantity.text.lower()) + len(one.quantity.text))
        if one.interval.dimension == "share" and found is not None and found["what"] in said:
            holds = demand_of(asked, factor, asked[0]).met(one.value / 100)
            return Answer(holds, Facet.QUANTITY, f"“{one.quantity.text}” of the {found['what']}")
    return None


_two_sorts = re.compile(r"[\w ]*? as many (?P<one>[a-z]+) as (?P<other>[a-z]+)\b")


def _sorts(sentence: Features, figures: list[Amount], two: "re.Match[str]", demand: Demand, said: str) -> Answer | None:
    """Twice as many girls as boys: the two counts by what they count."""
    counts = []
    for sort in (two["one"], two["other"]):
        stem = words.stem(sort)
        of_it = [
            one
            for one in figures
            if stem in {words.stem(word) for word in re.findall(r"[a-z]+", one.quantity.text.lower())}
            or stem in sentence.tokens.stems[one.place + 1 : one.place + 3]
        ]
        if len(of_it) != 1:
            return None
        counts.append(of_it[0])
    first, last = counts
    holds = demand.met(first.value / last.value)
    return Answer(holds, Facet.QUANTITY, f"“{first.quantity.text}” and “{last.quantity.text}” against “{said.strip()}”")


_NO_SORT = frozenset(
    ["the", "a", "an", "in", "it", "its", "his", "her", "their", "that", "those", "before", "was", "were"]
)
_reference = re.compile(r" ?(?:original |initial |estimated |planned )?(?P<what>[a-z]+)")


def _of_reference(claim: Features, sentence: Features, figures: list[Amount], asked: "re.Match[str]") -> Answer | None:
    """More than twice its budget, where more than two sums are told: the budget, and the first that is no part."""
    what = _reference.match(claim.text.lower(), asked.end())
    if what is None:
        return None
    tokens, stem = sentence.tokens, words.stem(what["what"])
    bases = [one for one in figures if stem in tokens.stems[max(0, one.place - 3) : one.place + 2]]
    if not bases and stem in _SPENT:
        bases = [one for one in figures if not _SPENDING.isdisjoint(tokens.stems[max(0, one.place - 3) : one.place])]
    if len(bases) != 1:
        return None
    others = [
        one
        for one in figures
        if one is not bases[0]
        and one.interval.dimension == bases[0].interval.dimension
        and not is_part(tokens, one.place)
    ]
    others = undivided(claim, sentence, others)
    if len(others) != 1:
        return None
    factor = _MULTIPLES.get(asked["n"]) or count_of(asked["times"])
    holds = demand_of(asked, factor, asked[0]).met(others[0].value / bases[0].value)
    reason = f"“{others[0].quantity.text}” against “{bases[0].quantity.text}”"
    return Answer(holds, Facet.QUANTITY, reason)


_SPENT = frozenset(map(words.stem, ["budget", "cost", "costs"]))
_SPENDING = frozenset(map(words.stem, ["made", "produced", "shot", "filmed", "cost", "costing", "budget", "budgeted"]))
"""Words before the sum that something was made for."""
_of_others = re.compile(r"\b(?:of (?:whom|which|them)|respectively)\b")


__all__ = ["multiple", "outnumbered"]
