"""Whom or what a claim puts forward as the one that it was: it was her brother who signed; 最先报警的是邻居.

Such a sentence answers who or which it was, and leaves no room for another one (Higgins 1979, "The Pseudo-Cleft
Construction in English"). Asked only of claims that answer to each other in two accounts.
"""

from claims.compare.alignment import Pair
from claims.compare.slots import may_be_one
from claims.compare.values import Features, of_one
from evidence.text import lazy_re as re

_cleft_en = re.compile(r"\bit(?: was|'s| is) ((?:[^.;:]){2,70}?),? (?:who|that|which)\b")
_cleft_zh = re.compile(r"的(?:人|那个|那位|一个)?(?:就|才|其实|正)?是([^,。;:\x01\x02]{2,16})")
_not = re.compile(r"^(?:not|n't|only|because|when|after|before|said|clear|hoped|不|没|因为|在)")


def contradicted(pair: Pair) -> str | None:
    """The reason why one names another one as the one that it was, or None."""
    return _other_first(pair) or _other_focus(pair)


def _other_focus(pair: Pair) -> str | None:
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


# --- who was the first, and who stands in -----------------------------------------------------------------------------

_first_en = re.compile(
    r"\b(?:the |it's )?first (?:[a-z]+ )?(?:to [a-z]+|on the scene|there)[^.,;]{0,50}?"
    r" (?:was|were) (?P<who>[^.,;]{3,50})"
    r"|(?P<subject>[^.,;]{3,50}?) (?:was|were|got there|came|arrived) (?:the )?first (?:to [a-z]+|on the scene|there)\b"
)


def _other_first(pair: Pair) -> str | None:
    """The reason why each of two English claims names another one as the first that did it."""
    mine, theirs = _first(pair.a), _first(pair.b)
    if not mine or not theirs or not _words(mine).isdisjoint(_words(theirs)):
        return None
    return f"one says that the first was “{mine}”, the other “{theirs}”"


@of_one
def _first(side: Features) -> str:
    """Whom or what an English claim names as the first that did something; for Chinese ones see `doers`."""
    found = _first_en.search(side.key) if side.language == "en" else None
    return next((told.strip() for told in found.groups() if told), "") if found else ""


def _words(phrase: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", phrase) if word not in _SMALL}


_SMALL = frozenset(
    ["the", "a", "an", "of", "from", "and", "his", "her", "its", "their", "by", "in", "at", "on", "with"]
)
_post = re.compile(
    r"\b(?:acting|interim|caretaker) ((?:[a-z]+ ){0,2}?(?:executive|officer|director|president|chair(?:man|woman)?"
    r"|head|chief|manager|minister|mayor|coach|captain|editor|principal|secretary|leader|commissioner|governor))\b"
    r"|(?:代理|署理|代|临时)((?:首席)?[\u3400-\u9fff]{0,3}"
    r"(?:总裁|院长|校长|市长|主席|部长|局长|行长|主任|执行官|教练|经理|董事长|书记|总监))"
)


def other_holder(pair: Pair) -> str | None:
    """The reason why each names another one as the only one who stands in for the holder of a post."""
    mine, theirs = (_post.search(side.key) for side in (pair.a, pair.b))
    if mine is None or theirs is None or mine.group(mine.lastindex or 0) != theirs.group(theirs.lastindex or 0):
        return None
    names = [tuple(name for name in one.names if name not in other.key) for one, other in _both_ways(pair)]
    return _told(names[0], names[1]) if all(names) else None


def _both_ways(pair: Pair) -> tuple[tuple[Features, Features], tuple[Features, Features]]:
    return (pair.a, pair.b), (pair.b, pair.a)


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


__all__ = ["contradicted", "other_holder"]
