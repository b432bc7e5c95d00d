"""Of several sums that of all: worldwide, not in one country or on the first weekend."""

from itertools import pairwise

from claims.compare.figures.reckoned import JOINING, Amount, is_part
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from evidence.text import lazy_re as re

_ALL = frozenset(["worldwide", "globally", "global", "total", "altogether", "globe", "world", "world's"])
ELSEWHERE = frozenset(
    ["abroad", "overseas", "elsewhere", "internationally", "international", "foreign", "rest", "outside"]
)
_OTHER = frozenset(["territories", "countries", "markets", "regions"])
_HERE = frozenset(["domestically", "domestic", "home", "locally"])
_AT_FIRST = frozenset(["opening", "weekend", "day", "week", "night", "debut", "month", "preview", "previews"])
_STOPS = JOINING | {"against", "plus", "with", "on"}
BEHIND, BEFORE = 7, 3
"""Tokens behind a sum, and before it, in which it may be told where that was taken."""
_of_a_place = re.compile(r"\b(?:in|from|across|throughout|at) (?:the )?[A-Z]")


def undivided(claim: Features, sentence: Features, figures: list[Amount]) -> list[Amount]:
    """Some figures without those of a part where that of all is told, or both parts of it as their sum.

    All of them where the claim itself speaks of a part: the home market, the first weekend, a country.
    """
    tokens, mine = sentence.tokens, set(claim.tokens.words)
    sorts = {one.place: where(tokens, one) for one in figures}
    asked = next((sort for sort, said in _PARTS.items() if not mine.isdisjoint(said)), "")
    if asked:
        own = [one for one in figures if sorts[one.place] == asked]
        return [one for one in figures if sorts[one.place] in {"", asked} or not _any_like(one, own)]
    if not mine.isdisjoint(_AT_FIRST) or _of_a_place.search(claim.text):
        return figures
    wholes = [one for one in figures if sorts[one.place] == "all"]
    if wholes:
        return [
            one
            for one in figures
            if sorts[one.place] in {"", "all"}
            or not any(of_one_kind(one, whole) and one.value <= whole.value for whole in wholes)
        ]
    for one, other in pairwise(figures):
        if sorts[one.place] == "here" and sorts[other.place] == "elsewhere" and of_one_kind(one, other):
            both = one.value + other.value
            said = one.quantity.model_copy(update={"text": f"{one.quantity.text} and {other.quantity.text}"})
            summed = Amount(one.place, said, one.interval._replace(low=both, high=both))
            return [summed if each is one else each for each in figures if each is not other]
    return figures


_PARTS = {"elsewhere": ELSEWHERE, "here": _HERE, "first": frozenset(["opening", "weekend", "debut"])}
"""Words by which a claim speaks of a part alone."""


def _any_like(one: Amount, others: list[Amount]) -> bool:
    return any(of_one_kind(one, other) for other in others)


def of_one_kind(one: Amount, other: Amount) -> bool:
    """Whether two figures may be a whole and a part of it by what they measure."""
    return one.interval.dimension == other.interval.dimension not in {"share", "time"}


def where(tokens: Tokens, one: Amount) -> str:
    """Whether a figure is that of all, of a place, of everywhere else or of a beginning; empty if nothing tells."""
    behind = _beside(tokens, one.place, 1, BEHIND)
    before = _beside(tokens, one.place, -1, BEFORE)
    said = [tokens.words[i] for i in behind]
    if not ELSEWHERE.isdisjoint(said) or ("other" in said and not _OTHER.isdisjoint(said)):
        return "elsewhere"
    if not _ALL.isdisjoint(said) or not _ALL.isdisjoint(tokens.words[i] for i in before):
        return "all"
    if not _AT_FIRST.isdisjoint(said):
        return "first"
    if not _HERE.isdisjoint(said) or (is_part(tokens, one.place) and any(tokens.name[i] for i in behind)):
        return "here"
    led = (i for i in behind if tokens.words[i] in {"in", "from", "at"})
    return "here" if any(any(tokens.name[i + 1 : i + 3]) for i in led) else ""


def _beside(tokens: Tokens, place: int, step: int, reach: int) -> list[int]:
    """The places of the words beside a figure in its clause, up to another figure or what begins something else."""
    found: list[int] = []
    i = place + step
    while 0 <= i < len(tokens.words) and len(found) < reach and tokens.clause[i] == tokens.clause[place]:
        if tokens.number[i] >= 0 or (tokens.words[i] in _STOPS and abs(i - place) > 1):
            break
        found.append(i)
        i += step
    return found


__all__ = ["ELSEWHERE", "of_one_kind", "undivided", "where"]
