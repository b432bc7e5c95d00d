"""Whom or what a claim puts forward as the one that it was: it was her brother who signed; 最先报警的是邻居.

Such a sentence answers who or which it was, and leaves no room for another one (Higgins 1979, "The Pseudo-Cleft
Construction in English"). Asked only of claims that answer to each other in two accounts.
"""

import re

from claims.compare.alignment import Pair
from claims.compare.slots import may_be_one
from claims.compare.values import Features, of_one

_cleft_en = re.compile(r"\bit(?: was|'s| is) ((?:[^.;:]){2,70}?),? (?:who|that|which)\b")
_cleft_zh = re.compile(r"的(?:人|那个|那位|一个)?(?:就|才|其实|正)?是([^,。;:\x01\x02]{2,16})")
_not = re.compile(r"^(?:not|n't|only|because|when|after|before|said|clear|hoped|不|没|因为|在)")


def contradicted(pair: Pair) -> str | None:
    """The reason why one names another one as the one that it was, or None."""
    mine, theirs = _focus(pair.a), _focus(pair.b)
    if mine and theirs:
        return None if _one_of(mine, theirs) else _told(mine, theirs)
    for own, side, other in ((mine, pair.a, pair.b), (theirs, pair.b, pair.a)):
        if not own or _one_of(own, other.names):
            continue
        rivals = [name for name in _subjects(other) if not _one_of((name,), side.names) and name not in side.key]
        if rivals:
            return _told(own, tuple(rivals))
    return None


def _told(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    return f"one says that it was “{mine[0]}”, the other that it was “{theirs[0]}”"


def _one_of(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(one.isascii() != other.isascii() or may_be_one(one, other) for one in names for other in others)


@of_one
def _focus(side: Features) -> tuple[str, ...]:
    """The names of the only one that a claim puts forward."""
    found = list((_cleft_zh if side.language == "zh" else _cleft_en).finditer(side.key))
    if len(found) != 1 or _not.match(found[0][1]):
        return ()
    return tuple(name for name in side.names if name in found[0][1])


@of_one
def _subjects(side: Features) -> tuple[str, ...]:
    """The names with which a claim begins, before its verb."""
    head = side.key[:60] if side.language == "en" else side.key[:16]
    return tuple(name for name in side.names if name in head)


__all__ = ["contradicted"]
