"""One account of a story: its claims in their order, with what they say and what stands beside each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.accounts.terms import Term, terms
from claims.accounts.values import Days, times
from claims.compare.crossing import glosses, sound
from claims.compare.facets.measured import Figure, figures
from claims.compare.values import Features
from claims.features.cues import table

NEAR = 90
"""Most code points between two claims that stand beside each other."""
CROSSED = 0.9
"""What a word keeps of its weight that stands in the other language for another one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a document with its place, in code points; without one it stands beside no other."""

    features: Features
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Side:
    """The claims of one document, with all that the signals need of each."""

    claims: Sequence[Told]
    own: list[dict[Term, float]]
    figures: list[list[Figure]]
    days: list[list[Days]]
    beside: list[dict[Term, float]] = field(default_factory=list)
    content: list[float] = field(default_factory=list)
    """How much each says."""
    order: list[float | None] = field(default_factory=list)
    """The place of each in the order of the account, 0–1."""
    ranks: list[int] = field(default_factory=list)
    """The claims in the order of the account."""


def account(claims: Sequence[Told], known: dict[str, str]) -> Side:
    """The claims of a document with what each says; `known` are the names of both accounts."""
    features = [claim.features for claim in claims]
    return Side(
        claims,
        [_with_names(one, known) for one in features],
        [figures(one) for one in features],
        [times(one) for one in features],
    )


def known_names(claims: Sequence[Features]) -> dict[str, str]:
    """What the claims of a story call by name, also without its 公司 and the like → the name."""
    known: dict[str, str] = {}
    ends = tuple(table("names", "zh")["organisation"])
    for name in sorted({name for claim in claims for name in claim.names if len(name) >= (4 if name.isascii() else 2)}):
        known.setdefault(name, name)
        end = next((end for end in ends if name.endswith(end)), "")
        if end and len(name) - len(end) >= 2:
            known.setdefault(name.removesuffix(end), name)
    return known


def _with_names(features: Features, known: dict[str, str]) -> dict[Term, float]:
    """The terms of a claim with the names that it says and the other account taught."""
    said: dict[Term, float] = {
        ("name", name): 1.0 for short, name in known.items() if not short.isascii() and short in features.key
    }
    return terms(features) | said


def look_beside(side: Side) -> None:
    """What stands in the claims right before and after each, and not in itself."""
    side.beside = [{} for _ in side.claims]
    placed = sorted((n for n, one in enumerate(side.claims) if one.start is not None), key=lambda n: _at(side, n))
    for one, other in pairwise(placed):
        if (side.claims[other].start or 0) - (side.claims[one].end or 0) > NEAR:
            continue
        for mine, theirs in ((one, other), (other, one)):
            own = side.own[mine]
            side.beside[mine].update((term, weight) for term, weight in side.own[theirs].items() if term not in own)


def put_in_order(side: Side) -> None:
    """The places of the claims in the order of the account."""
    side.order = [None] * len(side.claims)
    side.ranks = sorted((n for n, one in enumerate(side.claims) if one.start is not None), key=lambda n: _at(side, n))
    for rank, n in enumerate(side.ranks):
        side.order[n] = rank / max(1, len(side.ranks) - 1)


def _at(side: Side, n: int) -> tuple[int, int, int]:
    return side.claims[n].start or 0, side.claims[n].end or 0, n


# --- words of one meaning, two languages ----------------------------------------------------------------------------


def share_meanings(*sides: Side) -> None:
    """Give the claims of one language the meanings of their words."""
    for side in sides:
        for own, claim in zip(side.own, side.claims, strict=True):
            one = claim.features
            own.update({("akin", f"#{number}"): 1.0 for number in glosses(one.key, one.language)})


def cross_languages(*sides: Side) -> None:
    """Give the claims what they share across languages: words of one meaning, and names by their sound."""
    claims = [(own, claim.features) for side in sides for own, claim in zip(side.own, side.claims, strict=True)]
    latin = sorted({word for _, one in claims if one.language == "en" for name in one.names for word in name.split()})
    heard = [(word, pattern) for word in latin if (pattern := sound(word)) is not None]
    for own, one in claims:
        own.update({("word", f"#{number}"): CROSSED for number in glosses(one.key, one.language)})
        if one.language == "en":
            words = (word for name in one.names for word in name.split())
        else:
            words = (word for word, pattern in heard if (found := pattern.search(one.key)) and len(found[0]) > 1)
        own.update({("name", word): 1.0 for word in words if len(word) >= len("Anna")})


__all__ = ["Side", "Told", "account", "cross_languages", "known_names", "look_beside", "put_in_order", "share_meanings"]
