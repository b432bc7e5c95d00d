"""Which place an English statement gives a thing by a quality: the highest, the second most populous."""

from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.figures.ages import ORDINALS
from claims.compare.needed import Cue
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re


class Rank(NamedTuple):
    """A place by one quality, 1 for the highest."""

    place: int
    said: str
    thing: str
    """The stem of the noun behind it: city, bridge."""
    scope: str
    """Among what it is ranked, as far as the statement tells."""
    head: bool
    """Whether the statement begins with it, and so is about whatever has this place."""


_NTH = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_superlative = re.compile(
    rf"(?P<some>\b(?:[Oo]ne|some|two|three|several|many|most) of |\b[Aa]mong )?\b(?:[Tt]he|[Ii]ts|their|his|her|\w+'s) "
    rf"(?:(?P<nth>{_NTH})[- ])?(?P<how>(?:most|least) \w+|best|worst|\w{{3,}}est)\b(?=(?P<rest>[^.,;]*))"
)
_NO_RANKS = frozenset(
    {"west", "southwest", "northwest", "midwest", "forest", "interest", "request", "conquest", "contest", "guest"}
    | {"harvest", "protest", "arrest", "priest", "behest", "tempest", "manifest", "digest", "unrest", "bequest"}
    | {"inquest", "modest", "honest", "earnest", "latest"}
)
"""Words that end as superlatives do, and what is the latest each time."""
_scope = re.compile(r"\b(?:in|of|on) (?:(?:the|its|their|his|her) )?((?:[A-Z][\w'’-]+ ?)+|[a-z]+)")
_now = re.compile(r"\b(?:now|currently|today)(?: only)? $")
_thing = re.compile(r" ([a-z]+)")
_excepting = Cue(r"\bexcept|\bapart from\b|\bother than\b|\bbut for\b|\bexcluding\b|\bbesides\b")
_then = Cue(r"\b(?:until|till|formerly|once|then|at the time|at that time|used to)\b")


@of_one
def ranks_of(side: Features) -> dict[str, Rank]:
    """The places of a statement by quality.

    One of the largest may well be the second-largest: that is no place; nor is one of two by the same quality.
    """
    found: dict[str, Rank] = {}
    unsure = set()
    if side.language != "en" or not any(ending in side.text for ending in ("est ", "most ", "least ", "worst ")):
        return found
    if _excepting.search(side.text.lower()):
        return found
    for one in _superlative.finditer(side.text):
        how = one["how"].lower()
        if how in _NO_RANKS:
            continue
        how = _quality(how, one["rest"])
        nth, rest = (one["nth"] or "first").lower(), one["rest"]
        if now := bool(_now.search(side.text, 0, one.start())):
            unsure.discard(how)
        if one["some"] or (how in found and not now) or (not one["nth"] and " after " in rest):
            unsure.add(how)  # the largest after Sarn is the second-largest
        digits = re.match(r"\d+", nth)
        scope, thing = _scope.search(rest), _thing.match(rest)
        found[how] = Rank(
            place=int(digits[0]) if digits else ORDINALS[nth],
            said=f"{one['nth'] or ''} {how}".strip(),
            thing=words.stem(thing[1]) if thing else "",
            scope=scope[1].strip() if scope else "",
            head=one.start() == 0,
        )
    return {how: rank for how, rank in found.items() if how not in unsure}


_PEOPLED = Cue(r"^ (?:city|town|village|municipality|settlement|metropolis)\b")
_SAME = {"biggest": "largest", "tallest": "highest", "most expensive": "costliest", "most populated": "most populous"}


def _quality(how: str, rest: str) -> str:
    """One word for one quality: the most populous city is the largest, the tallest is the highest."""
    how = _SAME.get(how, how)
    return "largest" if how == "most populous" and _PEOPLED.search(rest) else how


def places(pair: Pair) -> list[tuple[Rank, Rank]]:
    """The places that both give by one quality where they are not the same; none where only one tells of the past."""
    mine, theirs = ranks_of(pair.a), ranks_of(pair.b)
    both = [(mine[how], theirs[how]) for how in sorted(mine.keys() & theirs.keys())]
    differing = [(one, other) for one, other in both if one.place != other.place]
    return [] if differing and of_two_times(pair.a, pair.b) else differing


def of_two_times(one: Features, other: Features) -> bool:
    """Whether only one of two statements tells of a place that was kept until some time."""
    return bool(_then.search(one.text)) != bool(_then.search(other.text))


def of_two_ranked(pair: Pair) -> bool:
    """Whether each is about what has another place: the oldest bridge, the second-oldest bridge."""
    return any(one.head and other.head for one, other in places(pair))


__all__ = ["Rank", "of_two_ranked", "of_two_times", "places", "ranks_of"]
