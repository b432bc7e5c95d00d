"""Expressions that are only tried on a text that has a piece without which they cannot match.

Python tries each expression at each place of a text. Of hundreds of them that is a good part of the work, and hardly
one matches; but the pieces of a text, its Chinese characters, each two of them in a row and what its Latin words begin
with, tell at once which few could.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import add
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LETTERS = 3
"""So many letters of a Latin word at most make a piece; a shorter word is one as a whole."""
FEW = 40
"""A class of more characters than these tells nothing, nor do all digits or any letter."""
COMMON = frozenset(
    {
        "the", "of", "in", "to", "and", "a", "was", "for", "on", "by", "at", "is", "it", "he", "his", "her",
        "tha", "thi", "wit", "fro", "as", "wer", "had", "has", "hav", "an", "no", "not", "be", "bee", "are",
        "one", "whi", "who", "its", "aft", "sai", "two", "fir", "yea", "mor", "all", "but", "out", "ove", "or",
        "up", *"的是在为于不有一人了和",
    }
)  # fmt: skip
"""What hardly any text lacks, so that asking for it tells little."""
WIDE = "\u2fff"
"""What is above it is written without spaces: there, two characters in a row make a piece, and one alone."""
EDGE = "\0"
"""Stands in a run of characters where a word begins or ends."""

Pieces = frozenset[str]
_Part = tuple[object, Any]

_latin = re.compile("[A-Za-z]+")
_heads = re.compile(rf"(?<=[^A-Za-z])(?:[A-Za-z]{{{LETTERS}}}|[A-Za-z]+(?=[^A-Za-z]))")


@lru_cache(maxsize=64)
def pieces_of(text: str) -> Pieces:
    """The pieces of a text."""
    heads = frozenset([word[:LETTERS] for word in _latin.findall(text)])
    return heads if text.isascii() else heads.union(text, map(add, text, text[1:]))


def needed(pattern: str, flags: int = 0) -> Pieces | None:
    """Pieces of which every match has at least one; None where the expression does not tell, as without regard to case.

    `flags` are those that it is compiled with.
    """
    parts = _parsed(pattern, flags)
    return None if parts is None else _of_sequence(parts, "", edge=False)


def alternatives(pattern: str, flags: int = 0) -> list[tuple[Pieces, Pieces]] | None:
    """For each choice that an expression leaves as a whole: pieces of which a match has one, and those it has all.

    None where one of them does not tell.
    """
    parts = _parsed(pattern, flags)
    found = []
    for choice in () if parts is None else _choices(parts):
        told = _asked(choice, "", edge=False)
        if not told:
            return None
        sure = frozenset().union(*(pieces for pieces in told if len(pieces) == 1))
        found.append((min(told, key=_tells_little), sure))
    return found or None


def _parsed(pattern: str, flags: int) -> list[_Part] | None:
    """The parts of an expression; None for one without regard to case."""
    parsed = _parser.parse(pattern, flags)
    return None if parsed.state.flags & re.IGNORECASE else list(parsed)


def _choices(parts: Sequence[_Part]) -> Iterator[Sequence[_Part]]:
    """The sequences of which an expression matches one: itself, unless it is a choice as a whole."""
    name = str(parts[0][0]) if len(parts) == 1 else ""
    how: Any = parts[0][1] if parts else ()
    if name == "BRANCH":
        for branch in how[1]:
            yield from _choices(branch)
    elif name == "SUBPATTERN" and not (how[1] or how[2]):
        yield from _choices(how[3])
    else:
        yield parts


def _of_sequence(parts: Sequence[_Part], run: str, *, edge: bool) -> Pieces | None:
    """What the most telling part of a sequence asks for."""
    return min(_asked(parts, run, edge=edge), key=_tells_little, default=None)


def _asked(parts: Sequence[_Part], run: str, *, edge: bool) -> list[Pieces]:
    """What the parts of a sequence ask for, each by itself.

    `run` are characters that stand right before it, `edge` tells whether a word ends right behind it.
    """
    told: list[Pieces] = []
    for number, (what, how) in enumerate(parts):
        name = str(what)
        if name == "LITERAL":
            run += chr(how)
            continue
        if _is_edge(name, how):
            run += EDGE
            continue
        if name in {"ASSERT", "ASSERT_NOT"}:
            continue
        told += _of_run(run, edge=_begins_cut(parts[number:], edge=edge))
        told += _of_part(name, how, run, edge=_begins_cut(parts[number + 1 :], edge=edge))
        run = EDGE if _ends_cut([(EDGE, run), (what, how)]) else ""
    return told + _of_run(run, edge=edge)


def _tells_little(pieces: Pieces) -> int:
    return sum(20 if piece in COMMON else 3 if len(piece) == 1 else 1 for piece in pieces)


def _of_run(run: str, *, edge: bool) -> list[Pieces]:
    """What characters in a row ask for: each word, or one that is no letter of ours."""
    wide = [frozenset([two]) for two in map(add, run, run[1:]) if two[0] > WIDE < two[1]]
    wide = wide or [frozenset(character) for character in run if character > WIDE]
    return wide + [frozenset([head]) for head in _heads.findall(run + EDGE if edge else run)]


def _of_part(name: str, how: Any, run: str, *, edge: bool) -> list[Pieces]:
    """What one part asks for, and each part of it that no match lacks."""
    if name == "IN":
        found = _of_class(how)
        if found and run[-1:] > WIDE:
            found = frozenset(run[-1] + each for each in found)
        return [found] if found else []
    if name == "SUBPATTERN":
        return [] if how[1] or how[2] else _asked(how[3], run, edge=edge)
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _asked(how[2], run, edge=edge and how[1] == 1) if how[0] else []
    if name == "BRANCH":
        branches = [_of_sequence(branch, run, edge=edge) for branch in how[1]]
        return [] if None in branches else [frozenset().union(*(one for one in branches if one is not None))]
    return []


def _of_class(members: Iterable[_Part]) -> Pieces | None:
    found: set[str] = set()
    for what, which in members:
        if str(what) != "LITERAL" or chr(which) <= "\u2fff":
            return None  # a category, a range, all but these
        found.add(chr(which))
    return frozenset(found) if len(found) <= FEW else None


def _is_edge(name: str, how: Any) -> bool:
    """Whether a part that takes no character tells that no word goes on there."""
    if name == "AT":
        return str(how) != "AT_NON_BOUNDARY"
    if name != "ASSERT_NOT" or len(how[1]) != 1:
        return False
    what, which = how[1][0]
    members = {(str(kind), str(each)) for kind, each in which} if str(what) == "IN" else set()
    return not members.isdisjoint({("RANGE", "(97, 122)"), ("CATEGORY", "CATEGORY_WORD")})


def _cuts(part: _Part) -> bool:
    """Whether a part is a character that is no letter, or none at all where no word goes on."""
    name, how = str(part[0]), part[1]
    if name == "LITERAL":
        return not chr(how).isascii() or not chr(how).isalpha()
    if name == "IN":
        return all(_cuts(each) for each in how)
    return (name == "CATEGORY" and str(how) in {"CATEGORY_SPACE", "CATEGORY_DIGIT"}) or _is_edge(name, how)


def _begins_cut(parts: Sequence[_Part], *, edge: bool) -> bool:
    """Whether no word goes on where a sequence begins; `edge` tells that of what follows it."""
    if not parts:
        return edge
    (what, how), rest = parts[0], parts[1:]
    name = str(what)
    if name == "SUBPATTERN":
        return _begins_cut([*how[3], *rest], edge=edge)
    if name == "BRANCH":
        return all(_begins_cut([*branch, *rest], edge=edge) for branch in how[1])
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        inner = _begins_cut(how[2], edge=False)
        return inner and (how[0] > 0 or _begins_cut(rest, edge=edge))
    return _cuts(parts[0]) or (name in {"ASSERT", "ASSERT_NOT"} and _begins_cut(rest, edge=edge))


def _ends_cut(parts: Sequence[_Part]) -> bool:
    """Whether a sequence ends where no word goes on; its first part may be the characters that stand before it."""
    (what, how), before = parts[-1], parts[:-1]
    name = str(what)
    if name == EDGE:
        return how != "" and not (how[-1].isascii() and how[-1].isalpha())
    if name == "SUBPATTERN":
        return _ends_cut([*before, *how[3]])
    if name == "BRANCH":
        return all(_ends_cut([*before, *branch]) for branch in how[1])
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _ends_cut([(EDGE, ""), *how[2]]) and (how[0] > 0 or _ends_cut(before))
    return _cuts(parts[-1])


def characters(*patterns: "Expression") -> Pieces:
    """Chinese characters of which a text has one where any of some expressions matches.

    Raises ValueError where one of them tells none.
    """
    told = [needed(pattern.pattern, pattern.flags) for pattern in patterns]
    found = frozenset(piece[0] for pieces in told for piece in pieces or ())
    if not all(told) or any(character <= WIDE for character in found):
        raise ValueError("some expression matches without any Chinese character of a few")
    return found


class Cue:
    """An expression that is only tried on a text with one of the pieces that it needs; its compiling waits till then.

    Raises ValueError, when it is first used, for one that tells no such pieces.
    """

    __slots__ = ("_needs", "flags", "pattern", "regex")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """The compiled expression and the pieces, when they are first asked for."""
        if name == "regex":
            self.regex = re.compile(self.pattern, self.flags)
            return self.regex
        if name != "_needs":
            raise AttributeError(name)
        if (needs := needed(self.pattern, self.flags)) is None:
            raise ValueError(f"matches may have any pieces: {self.pattern}")
        self._needs = needs
        return needs

    def may(self, text: str) -> bool:
        """Whether a text has one of the pieces, so that the expression may match in it."""
        return not self._needs.isdisjoint(pieces_of(text))

    def search(self, text: str) -> "re.Match[str] | None":
        """As `re.Pattern.search`."""
        return None if self._needs.isdisjoint(pieces_of(text)) else self.regex.search(text)

    def finditer(self, text: str) -> "Iterator[re.Match[str]]":
        """As `re.Pattern.finditer`."""
        return iter(()) if self._needs.isdisjoint(pieces_of(text)) else self.regex.finditer(text)

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return [] if self._needs.isdisjoint(pieces_of(text)) else self.regex.findall(text)

    def sub(self, new: "str | Callable[[re.Match[str]], str]", text: str) -> str:
        """As `re.Pattern.sub`."""
        return text if self._needs.isdisjoint(pieces_of(text)) else self.regex.sub(new, text)


Expression = Cue | re.Pattern[str]
"""What can be looked for in a text."""


def expression(pattern: str) -> Expression:
    """A cue, where the expression tells what it needs, else the expression as it is."""
    return re.compile(pattern) if needed(pattern) is None else Cue(pattern)


class Needing:
    """Several expressions, each found by the pieces of which a match has at least one."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._written = patterns
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._always: list[int] = []
        self._by_piece: dict[str, list[tuple[int, Pieces]]] = {}
        choices = [alternatives(pattern) for pattern in patterns]
        asking = Counter(piece for each in choices for asked, sure in each or () for piece in {*asked, *sure})
        for number, each in enumerate(choices):
            if each is None:
                self._always.append(number)
            for asked, sure in each or ():
                rarest = min(sorted(sure), key=lambda piece: (piece in COMMON, asking[piece]), default="")
                for piece in [rarest] if asked <= sure else asked:
                    self._by_piece.setdefault(piece, []).append((number, sure - {piece}))

    def may(self, pieces: Pieces) -> Iterator[tuple[int, "re.Pattern[str]"]]:
        """Those that may match in a text with these pieces, with their numbers, in order."""
        numbers = set(self._always)
        for piece in self._by_piece.keys() & pieces:
            numbers.update([number for number, others in self._by_piece[piece] if others <= pieces])
        return ((number, self.pattern(number)) for number in sorted(numbers))

    def pattern(self, number: int) -> "re.Pattern[str]":
        """One of the expressions, by its number; compiled when it is first asked for."""
        if (found := self._compiled.get(number)) is None:
            found = self._compiled[number] = re.compile(self._written[number])
        return found
