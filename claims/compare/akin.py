"""Whether two English words say much the same, by a table drawn from WordNet (Fellbaum 1998): see `tables/akin_en.txt`.

Read when a word first stands for another; most pairs never ask.
"""

from functools import cache
from importlib.resources import files

from claims.compare import words


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Each stem with the numbers of the groups it stands in."""
    text = files("claims.compare").joinpath("tables", "akin_en.txt").read_text("utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        for word in line.split():
            found.setdefault(words.stem(word), set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def known(stem: str) -> bool:
    """Whether the table has a word of this stem."""
    return stem in _groups()


def akin(one: str, other: str) -> bool:
    """Whether two stems stand in one group: words of one meaning, or one a kind of the other."""
    groups = _groups()
    mine = groups.get(one)
    return mine is not None and not mine.isdisjoint(groups.get(other, frozenset()))


__all__ = ["akin", "known"]
