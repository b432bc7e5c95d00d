"""So much for each of something: points a game, passengers a day, pupils to a teacher, people to a square kilometre.

The claim gives the rate, the sentence the two figures of which it is the quotient: how much there was, and of how many,
in what time or on what area. English only.
"""

import datetime
from math import inf
from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.asked import counted_alike
from claims.compare.figures.moments import moments
from claims.compare.figures.nouns import counted_nouns
from claims.compare.figures.numerals import value_of
from claims.compare.figures.reckoned import Amount, Answer, Demand, affinity, amounts, asks, plain, topics, wanted
from claims.compare.intervals import MONEY, UNITS
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.features.quantities import quantities
from claims.model import Facet
from evidence.text import lazy_re as re

_MANY = r"(?:(?P<n>two|three|four|five|six|ten|100|1,000|thousand|hundred) )?"
_OFTEN = (
    r"second|minute|hour|day|night|week|weekend|fortnight|month|quarter|season|year|decade|century|game|match|start"
    r"|race|innings|appearance|outing|set|lap|performance|concert|flight|trip|crossing|head|person|piece|copy|share"
    r"|pound|kilo|kilogram|ton|tonne|mile|kilometre|litre|gallon|barrel|ounce|acre|hectare|square mile"
    r"|square kilometre"
)
"""What is often counted with `a` alone: 20 points a game, 40 pence a mile."""
_each = rf"(?:(?:per|each|every) {_MANY}(?P<unit>(?:square )?[a-z]+(?: [a-z]+)?)|an? (?P<often>{_OFTEN}))\b"
_for_each = re.compile(rf"(?: (?!per\b|each\b|every\b)[a-z'-]+){{0,4}}? {_each}")
_article = re.compile(
    r"\b(?:(?P<less>less than|fewer than|under|below|at most)|(?P<more>more than|over|at least|above)"
    rf"|(?P<near>about|around|nearly|almost|roughly))?\s?\b(?:an?|one) (?P<noun>[a-z]+) (?:for |in )?{_each}"
)
_cue = Cue(rf"\b(?:per|each|every|apiece|averag\w+)\b|\ban? (?:{_OFTEN})\b")
_each_of = re.compile(r"\b(?:each|apiece)\b")
_each_before = re.compile(r"\b(?:each|every) (?!of\b|other\b|year\b)(?P<unit>[a-z]+)(?: [a-z]+)? $")
"""Cost each household 90 dollars."""
_averaging = re.compile(r"\b(?:on average|averag(?:e|ed|es|ing))\b")
_MATCHES = frozenset(map(words.stem, ["game", "games", "match", "matches", "performance", "performances", "concerts"]))
"""What is averaged over where a claim does not say it: drew 20,000 fans on average."""
_a_head = re.compile(r"\bper (?:head|person|capita|inhabitant|resident|member|player|employee)\b")
_subject = re.compile(r"^(?:each|every|the average|an average) (?P<unit>[a-z]+)\b")


class _Asked(NamedTuple):
    """A rate that a claim gives."""

    demand: Demand
    """How much for each."""
    dimension: str
    """What is counted for each: a count, money."""
    counted: set[str]
    """Its nouns; none for money."""
    of: set[str]
    """The stems of what it is for each of."""
    each: float
    """Of how many: every two games."""
    text: str


@asks(_cue)
def rate(claim: Features, sentence: Features) -> Answer | None:
    """More than 20 points a game, against 1,716 points in 78 games."""
    asked = _asked(claim)
    if asked is None or _stated(asked, sentence):
        return None
    about = topics(claim) | asked.counted
    parts = [one for one in amounts(sentence) if _is_counted(asked, one, sentence)]
    if not parts:
        return None
    part = max(parts, key=lambda one: (affinity(sentence.tokens, one.place, about, one.quantity.text), -one.place))
    whole = _of_how_many(asked, part, sentence)
    if whole is None or not whole[0]:
        return None
    counted = part.value if part.interval.dimension in MONEY else plain(part)
    holds = asked.demand.met(counted / whole[0] * asked.each)
    said = "bears out" if holds else "is not"
    return Answer(holds, Facet.QUANTITY, f"“{part.quantity.text}” to “{whole[1]}” {said} “{asked.text}”")


# --- what is asked -------------------------------------------------------------------------------------------------


def _asked(claim: Features) -> _Asked | None:
    text = claim.text.lower().rstrip(".")
    figures = amounts(claim)
    small = all(one.interval.dimension.startswith("count") and one.interval.low <= FEW for one in figures)
    if small and (found := _article.search(text)) is not None and _of(found):
        many = value_of(found["n"]) if found["n"] else 1.0
        return _Asked(
            _of_one(found), "count", {words.stem(found["noun"])}, _of(found), max(1.0, many), found[0].strip()
        )
    return next((asked for one in figures if (asked := _by_figure(claim, text, one)) is not None), None)


FEW = 20
"""A figure of a claim up to this may tell of how many: a goal every two games."""


def _of_one(found: "re.Match[str]") -> Demand:
    """What a goal, more than a goal, about a goal asks."""
    if found["less"]:
        return Demand(-inf, 1.0, open=True)
    if found["more"]:
        return Demand(1.0, inf, open="least" not in found["more"])
    return Demand(0.85, 1.15)


def _by_figure(claim: Features, text: str, one: Amount) -> _Asked | None:
    """The rate that a figure of a claim gives, by the words behind it or by a subject that is each of some."""
    dimension = one.interval.dimension
    if dimension not in MONEY and not dimension.startswith("count"):
        return None
    said = one.quantity.text.lower()
    at = text.find(said)
    behind = text[at + len(said) :] if at >= 0 else ""
    unit = _for_each.match(behind)
    many, told = 1.0, said
    if unit is not None and (of := _of(unit)):
        many, told = value_of(unit["n"]) if unit["n"] else 1.0, said + unit[0]
    elif (subject := _subject.match(text)) is not None:
        of = {words.stem(subject["unit"])}
    elif at > 0 and (before := _each_before.search(text[:at])) is not None:
        of = {words.stem(before["unit"])}
    elif _each_of.search(behind):
        of = _first_noun(claim, one.place)
    elif _a_head.search(behind):
        of = {words.stem("people")}
    else:
        of = set(_MATCHES) if _averaging.search(text) else set()
    if not of:
        return None
    counted = set() if dimension in MONEY else counted_nouns(one, claim) - of
    return _Asked(_demand(one), dimension, counted, of, max(1.0, many), told)


_NO_UNITS = frozenset(
    "bit lot time few total result third quarter on in at of for by and the to from last home over during".split()  # noqa: SIM905
)


def _of(found: "re.Match[str]") -> set[str]:
    """What a rate is for each of: the nouns behind `every`, `square kilometre` as one; none where it is no thing."""
    said = (found["often"] or found["unit"]).split()
    if said[0] in _NO_UNITS:
        return set()
    return {" ".join(said)} if said[0] == "square" else {words.stem(word) for word in said if word not in _NO_UNITS}


def _first_noun(claim: Features, place: int) -> set[str]:
    """The subject of a claim, before its figure: teachers at the school have 15 pupils each."""
    tokens = claim.tokens
    plain_words = [tokens.stems[i] for i in range(place) if tokens.content[i] and (not i or not tokens.name[i])]
    return set(plain_words[:1])


def _demand(one: Amount) -> Demand:
    if one.interval.bound:
        return wanted(one)
    slack = 0.12 if one.interval.about else 0.05
    return Demand((1 - slack) * one.interval.low, (1 + slack) * one.interval.high)


# --- what the sentence gives ---------------------------------------------------------------------------------------


def _is_counted(asked: _Asked, one: Amount, sentence: Features) -> bool:
    """Whether a figure of the sentence counts what the claim gives a rate of."""
    if one.interval.bound or one.value <= 0:
        return False
    if asked.dimension in MONEY:
        return one.interval.dimension == asked.dimension
    counts = one.interval.dimension.startswith("count")
    return counts and counted_alike(asked.counted, counted_nouns(one, sentence))


_per = re.compile(
    r"(?: [a-z'-]+){0,3}? (?:per|an?|each|every) (?P<unit>[a-z]+)\b|(?: [a-z'-]+){0,2}? (?P<yearly>annually)\b"
)
_ahead = re.compile(r"\b(?:each|every) (?P<unit>[a-z]+)\b[^,;]*$")


def _stated(asked: _Asked, sentence: Features) -> bool:
    """Whether the sentence gives the rate itself: 21.4 points per game."""
    text = sentence.text.lower()
    for one in amounts(sentence):
        if (unit := _given_for(text, one)) and unit in asked.of and _is_counted(asked, one, sentence):
            return True
    return False


def _given_for(text: str, one: Amount) -> str:
    """The stem of what the sentence gives a figure for each of: 21.4 points per game; 34 million monthly visitors."""
    said = one.quantity.text.lower()
    at = text.find(said)
    if (found := _per.match(text, at + len(said))) is not None:
        return words.stem(found["unit"] or "year")
    told = _adjective_before.search(text[max(0, at - ADJECTIVE) : at]) or _adjective_behind.match(text, at + len(said))
    return words.stem(_ADJECTIVES[told[1]]) if told else ""


_ADJECTIVES = {
    "hourly": "hour", "nightly": "night", "daily": "day", "weekly": "week", "fortnightly": "fortnight",
    "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip
_adjective_before = re.compile(
    rf"\b({'|'.join(_ADJECTIVES)})(?: [a-z]+)?(?: (?:of|at|to|was|is|were|by))?(?: [a-z]+)? $"
)
_adjective_behind = re.compile(rf"(?: [a-z]+)?? ({'|'.join(_ADJECTIVES)})\b")
ADJECTIVE = 40
"""Characters beside a figure in which an adjective may tell for how long it is given: 34 million monthly visitors."""


def _of_how_many(asked: _Asked, part: Amount, sentence: Features) -> tuple[float, str] | None:
    """Of how many, in how long or on how large an area the sentence counts so much."""
    measure = _measure(asked.of)
    others = [one for one in amounts(sentence) if one.place != part.place and not one.interval.bound and one.value > 0]
    if measure is None:
        counts = [one for one in others if one.interval.dimension.startswith("count")]
        counts = [one for one in counts if counted_alike(asked.of, counted_nouns(one, sentence))]
        near = sorted(counts, key=lambda one: abs(one.place - part.place))
        return (plain(near[0]), near[0].quantity.text) if near else None
    dimension, factor = measure
    if dimension == "time" and (period := _period(part, sentence)) is not None:
        return (period[0] / factor, period[1]) if period[0] != factor else None  # that year's figure answers itself
    fitting = [one for one in others if one.interval.dimension == dimension]
    if len(fitting) != 1 or (dimension == "time" and not _in_all(sentence, fitting[0], part)):
        return None
    return fitting[0].value / factor, fitting[0].quantity.text


def _measure(of: set[str]) -> tuple[str, float] | None:
    """What a unit measures, where the rate is for each of one: a day, a square kilometre."""
    for unit in of:
        if unit in _TIMES:
            return "time", _TIMES[unit]
        read = quantities(f"2 {unit}") if unit.startswith("square ") else ()
        if read and read[0].unit in UNITS:
            return UNITS[read[0].unit]
    return None


YEAR = 365.25
_TIMES = {
    words.stem(unit): days
    for unit, days in (("hour", 1 / 24), ("day", 1.0), ("week", 7.0), ("month", 30.44), ("year", YEAR))
}


def _period(part: Amount, sentence: Features) -> tuple[float, str] | None:
    """The days for which a figure is given: a year, each month, in 2019."""
    tokens, text = sentence.tokens, sentence.text.lower()
    at = text.find(part.quantity.text.lower())
    ahead = _ahead.search(text[:at])
    if unit := _given_for(text, part) or (words.stem(ahead["unit"]) if ahead else ""):
        return (_TIMES[unit], unit) if unit in _TIMES else None
    for one in moments(sentence):
        behind = part.place < one.place <= part.place + NEAR and tokens.clause[one.place] == tokens.clause[part.place]
        a_year = not one.end and one.last - one.first in _A_YEAR
        if behind and a_year and tokens.words[one.place - 1] != "since":
            return YEAR, one.text
    return None


_A_YEAR = frozenset(datetime.timedelta(days) for days in (364, 365))
NEAR = 8
"""Tokens behind a figure in which the year that it is given for may stand."""


def _in_all(sentence: Features, one: Amount, part: Amount) -> bool:
    """Whether a length of time is that in which all of it was: in 41 days."""
    tokens = sentence.tokens
    before = tokens.words[max(0, one.place - 2) : one.place]
    in_it = not {"in", "over", "within", "during", "for"}.isdisjoint(before)
    return in_it and tokens.clause[one.place] == tokens.clause[part.place]


__all__ = ["rate"]
