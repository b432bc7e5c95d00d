"""Whether two English words say much the same, by a table drawn from WordNet (Fellbaum 1998): see `tables/akin_en.txt`.

Read when a word first stands for another; most pairs never ask.
"""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from claims.compare import words


@cache
def _groups() -> dict[str, list[int]]:
    """Each stem with the numbers of the groups it stands in; of seventy thousand entries hardly any is asked for."""
    text = files("claims.compare").joinpath("tables", "akin_en.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    of_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for word in line.split():
            of_word[word].append(number)
    of_stem: dict[str, list[int]] = {}
    for word, numbers in of_word.items():
        if (known := of_stem.setdefault(words.stem(word), numbers)) is not numbers:
            known += numbers
    return of_stem


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Each stem of a general word with the stems of its kinds: see `tables/kinds_en.txt`."""
    text = files("claims.compare").joinpath("tables", "kinds_en.txt").read_text("utf-8")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        general, _, kinds = line.partition(" | ")
        if kinds and line[0] != "#":
            found[words.stem(general)].update(map(words.stem, kinds.split()))
    return {general: frozenset(kinds) for general, kinds in found.items()}


def known(stem: str) -> bool:
    """Whether the table has a word of this stem."""
    return stem in _groups()


def akin(one: str, other: str) -> bool:
    """Whether two stems are words of one meaning, or one is a kind of the other."""
    groups = _groups()
    mine = groups.get(one)
    if mine is not None and not frozenset(mine).isdisjoint(groups.get(other, ())):
        return True
    return of_a_kind(one, other)


def of_a_kind(one: str, other: str) -> bool:
    """Whether one of two stems names a kind of the other: a poet is a writer."""
    return other in _kinds().get(one, ()) or one in _kinds().get(other, ())


def alike(one: str, other: str) -> bool:
    """Whether two stems are the same or akin."""
    return one == other or akin(one, other)


@lru_cache(maxsize=1 << 14)
def kindred(one: str, other: str) -> bool:
    """Whether two stems are akin, or akin to the same words: lorry, transport, vehicle.

    Of verbs with many senses any two have some word in common: they must have a share of those of the one with fewer.
    """
    if akin(one, other):
        return True
    mine, theirs = _near(one), _near(other)
    common = len(mine & theirs)
    return common > 0 and common >= COMMON * min(len(mine), len(theirs))


COMMON = 0.04
"""Drawn from 446 pairs of like words, of which 86 % have such a share, and 397 of unlike ones, of which 28 % do."""


@lru_cache(maxsize=1 << 12)
def _near(stem: str) -> frozenset[str]:
    """All stems that are akin to one."""
    members = _members()
    return frozenset().union(*(members[number] for number in _groups().get(stem, ())))


@cache
def _members() -> dict[int, frozenset[str]]:
    """The stems of each group."""
    found: dict[int, set[str]] = {}
    for stem, numbers in _groups().items():
        for number in numbers:
            found.setdefault(number, set()).add(stem)
    return {number: frozenset(stems) for number, stems in found.items()}


__all__ = ["akin", "kindred", "known"]
