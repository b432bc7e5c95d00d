"""A denied word and the contrary that another English statement tells: did not survive the fall, died in the fall.

The two say the same, so neither the denial nor the two words may tell the statements apart.
"""

from typing import NamedTuple

from claims.compare import words
from claims.compare.tokens import Tokens
from evidence.text import lazy_re as re


class Denied(NamedTuple):
    """A word that one statement denies and the contrary that the other tells."""

    a: int
    b: int
    denial: int
    """Where the denial stands."""
    side: int
    """0 where a denies, 1 where b does."""


_Denials = list[tuple[int, list[int]]]
"""The denials of a statement, each with the places of the words that it may deny."""
_NOBODY = frozenset(["none", "nobody", "neither"])
REACH = 4
"""Words behind a denial in which the word stands that it denies."""


def denied(left: Tokens, right: Tokens, both_a: set[int], both_b: set[int]) -> list[Denied]:
    """The denied words of two statements with their contraries; `both_…` are the places of what both have."""
    mine, theirs = _denials(left), _denials(right)
    if not mine and not theirs:
        return []
    found = [
        Denied(i, j, denial, 0)
        for denial, places in mine
        for i in places
        if i not in both_a and (j := _contrary(left.stems[i], right, both_b, theirs)) is not None
    ]
    return found + [
        Denied(i, j, denial, 1)
        for denial, places in theirs
        for j in places
        if j not in both_b and (i := _contrary(right.stems[j], left, both_a, mine)) is not None
    ]


def _denials(tokens: Tokens) -> _Denials:
    """The denials of a statement: not and its like deny the next word of content, nobody whatever its clause tells."""
    if tokens.seen.isdisjoint(words.negations()):
        return []
    found = []
    for place, stem in enumerate(tokens.stems):
        if stem not in words.negations():
            continue
        behind = [
            i
            for i in range(place + 1, len(tokens.stems))
            if tokens.content[i] and not tokens.name[i] and tokens.clause[i] == tokens.clause[place]
        ]
        near = behind if tokens.words[place] in _NOBODY else [i for i in behind[:1] if i <= place + REACH]
        found.append((place, near))
    return found


def _contrary(stem: str, other: Tokens, both: set[int], denials: _Denials) -> int | None:
    """Where another statement tells the contrary of a word, and does not deny it."""
    for j, rival in enumerate(other.stems):
        if j in both or not other.content[j] or any(j in places for _, places in denials):
            continue
        opposite = words.opposed(stem, rival) or words.opposed_of_one(stem, rival) or words.exclude(stem, rival)
        if opposite or _negative.sub("", rival) == stem:
            return j
    return None


_negative = re.compile(r"^(?:un|in|im|ir|il|dis|non-?)(?=[a-z]{3})")

__all__ = ["Denied", "denied"]
