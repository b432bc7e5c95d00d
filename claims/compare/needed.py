"""Expressions that are only tried on a text that has a character without which they cannot match.

Python tries each expression at each place of a text. Of a table with a hundred of them that is the greater part of the
work, and hardly one matches; but the characters of a text tell at once which few could.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]
from typing import Any

FEW = 40
"""A class of more characters than these, as all digits or any Chinese character, tells nothing."""


def needed(pattern: str) -> frozenset[str] | None:
    """Characters of which every match has at least one, the fewest that one place tells; None where none does."""
    found = _of_sequence(_parser.parse(pattern))
    return frozenset(map(chr, found)) if found is not None else None


def _of_sequence(parts: Iterable[tuple[object, Any]]) -> set[int] | None:
    told = [found for what, how in parts if (found := _of_part(str(what), how)) is not None]
    return min(told, key=len, default=None)


def _of_part(what: str, how: Any) -> set[int] | None:
    if what == "LITERAL":
        return {how}
    if what == "IN":
        return _of_class(how)
    if what == "SUBPATTERN":
        return None if how[1] or how[2] else _of_sequence(how[3])
    if what in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _of_sequence(how[2]) if how[0] else None
    if what == "BRANCH":
        branches = [_of_sequence(branch) for branch in how[1]]
        return None if None in branches else set().union(*(one for one in branches if one is not None))
    return None


def _of_class(members: Iterable[tuple[object, Any]]) -> set[int] | None:
    found: set[int] = set()
    for what, which in members:
        if str(what) == "LITERAL":
            found.add(which)
        elif str(what) == "RANGE" and which[1] - which[0] < FEW:
            found.update(range(which[0], which[1] + 1))
        else:
            return None  # a category, or all but these
    return found if len(found) <= FEW else None


class Needing:
    """Several expressions, each found by the characters of which a match has at least one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = [re.compile(pattern) for pattern in patterns]
        self._always: list[int] = []
        self._by_character: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            characters = needed(pattern)
            if characters is None:
                self._always.append(number)
            for character in characters or ():
                self._by_character.setdefault(character, []).append(number)

    def may(self, text: str) -> Iterator[tuple[int, "re.Pattern[str]"]]:
        """Those that may match in a text, with their numbers, in order."""
        numbers = set(self._always)
        for character in self._by_character.keys() & set(text):
            numbers.update(self._by_character[character])
        return ((number, self.patterns[number]) for number in sorted(numbers))
