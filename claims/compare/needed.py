"""Expressions that are only tried on a text that has a piece without which they cannot match.

Python tries each expression at each place of a text. Of a table with a hundred of them that is the greater part of the
work, and hardly one matches; but the pieces of a text, its Chinese characters and each three letters in a row, tell
at once which few could.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LETTERS = 3
"""Letters, signs and spaces of a piece that has no Chinese character."""
FEW = 40
"""A class of more characters than these tells nothing, nor do all digits or any letter."""

Pieces = frozenset[str]


@lru_cache(maxsize=64)
def pieces_of(text: str) -> Pieces:
    """The pieces of a text."""
    letters = frozenset([text[i : i + LETTERS] for i in range(len(text) - LETTERS + 1)])
    return letters if text.isascii() else letters.union(text)


def needed(pattern: str, flags: int = 0) -> Pieces | None:
    """Pieces of which every match has at least one; None where the expression does not tell, as without regard to case.

    `flags` are those that it is compiled with.
    """
    parsed = _parser.parse(pattern, flags)
    return None if parsed.state.flags & re.IGNORECASE else _of_sequence(parsed)


def _of_sequence(parts: Iterable[tuple[object, Any]]) -> Pieces | None:
    """What the most telling part of a sequence asks for."""
    told: list[Pieces] = []
    run = ""
    for what, how in parts:
        if str(what) == "LITERAL":
            run += chr(how)
            continue
        told += _of_run(run)
        run = ""
        if (found := _of_part(str(what), how)) is not None:
            told.append(found)
    told += _of_run(run)
    return min(told, key=len, default=None)


def _of_run(run: str) -> list[Pieces]:
    """What characters in a row ask for: the first three, or one that is no letter of ours."""
    if wide := [character for character in run if character > "\u2fff"]:
        return [frozenset(wide[:1])]
    return [frozenset([run[:LETTERS]])] if len(run) >= LETTERS else []


def _of_part(what: str, how: Any) -> Pieces | None:
    if what == "IN":
        return _of_class(how)
    if what == "SUBPATTERN":
        return None if how[1] or how[2] else _of_sequence(how[3])
    if what in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _of_sequence(how[2]) if how[0] else None
    if what == "BRANCH":
        branches = [_of_sequence(branch) for branch in how[1]]
        return None if None in branches else frozenset().union(*(one for one in branches if one is not None))
    return None


def _of_class(members: Iterable[tuple[object, Any]]) -> Pieces | None:
    found: set[str] = set()
    for what, which in members:
        if str(what) != "LITERAL" or chr(which) <= "\u2fff":
            return None  # a category, a range, all but these
        found.add(chr(which))
    return frozenset(found) if len(found) <= FEW else None


def characters(*patterns: "re.Pattern[str]") -> Pieces:
    """Chinese characters of which a text has one where any of some expressions matches.

    Raises ValueError where one of them tells none.
    """
    told = [needed(pattern.pattern, pattern.flags) for pattern in patterns]
    found = frozenset().union(*(pieces or () for pieces in told))
    if not all(told) or any(len(piece) > 1 for piece in found):
        raise ValueError("some expression matches without any Chinese character of a few")
    return found


class Needing:
    """Several expressions, each found by the pieces of which a match has at least one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns = [re.compile(pattern) for pattern in patterns]
        self._always: list[int] = []
        self._by_piece: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            asked = needed(pattern)
            if asked is None:
                self._always.append(number)
            for piece in asked or ():
                self._by_piece.setdefault(piece, []).append(number)

    def may(self, pieces: Pieces) -> Iterator[tuple[int, "re.Pattern[str]"]]:
        """Those that may match in a text with these pieces, with their numbers, in order."""
        numbers = set(self._always)
        for piece in self._by_piece.keys() & pieces:
            numbers.update(self._by_piece[piece])
        return ((number, self.patterns[number]) for number in sorted(numbers))
