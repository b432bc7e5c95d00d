"""Match keys: one writing for what only differs in script, width, case, quotation marks or spacing.

Folding goes over the text in five passes:

1. invisible characters go (Unicode's default ignorables: joiners, bidi controls, variation selectors, …);
2. accents and voiced marks join the letters before them (NFC);
3. white space becomes one space, and none at the edges or beside a Chinese or Japanese character, since
   transcripts break lines anywhere and typesetters put thin spaces around figures;
4. every character by itself: NFKC, opencc's `t2s` and `variants.txt`, casefold, one form of quotation mark,
   dash and middle dot;
5. the regional words of `regional.tsv`, and one dash for several.

Each pass keeps a list of what it replaced, so that offsets can be traced back through all of them.

NFKC alone would turn `①②` into 12, 10² into 102 and 3½ into 31⁄2. So circled characters, superscripts,
fractions and all other figures that are numbers of their own stand in parentheses: `(1)(2)`, `10(2)`,
`3(1/2)`. Full-width figures and subscripts (CO₂) are plain figures. Characters that NFKC splits into a
space and an accent (¨) stay as they are.

Characters are folded one at a time and not with opencc's phrases: a word must fold the same whether it
stands alone or in a sentence. So 乾 always becomes 干, which a key can bear and a display could not.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from evidence.text import lazy_re as re

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Edit = tuple[int, int, str]
"""Code points `[start, end)` of a text and what stands there instead."""

MARKS = 30
"""Most combining marks kept on one letter: the limit of Unicode's stream-safe format (UAX #15)."""
ROUNDS = 8
"""Most times that regional words are looked for: folding 雷射 in 雷射碟 makes 光碟, which folds again."""

_ignored = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
# Characters of a script written without spaces, its punctuation, and what folds into them.
_WIDE = (
    "\u2329\u232a\u2e80-\u2fff\u3001-\u312f\u3190-\u31ff\u32ff-\u3357\u337b-\u337f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f"
    "\U0001aff0-\U0001b16f\U0001f12a\U0001f200-\U0001f248\U00020000-\U0003fffd"
)
_wide = re.compile(f"[{_WIDE}]")
_space = re.compile(rf"\s(?:\s+|(?<=[^ ])|(?=[{_WIDE}]|\Z)|(?<=[{_WIDE}] )|(?<=\A ))")
_dashes = re.compile("-{2,}")

_TYPOGRAPHIC = {
    **dict.fromkeys("“”„‟«»「」『』〝〞〟", '"'),
    **dict.fromkeys("‘’‚‛‹›", "'"),
    **dict.fromkeys("‐‑‒–—―−⸺⸻─━⁃﹘", "-"),
    **dict.fromkeys("·・‧•∙⋅", "·"),
    "〜": "~",
    "\N{FRACTION SLASH}": "/",
}
_PLAIN_FIGURES = {"<wide>", "<narrow>", "<font>", "<sub>"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where each piece of it came from."""

    text: str
    _passes: tuple["_Pass", ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The smallest stretch of the original that covers `[start, end)` of the folded text.

        Both are half open and in code points. Raises ValueError when it is not a stretch of the folded text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is not inside the folded text's {len(self.text)} characters")
        for done in reversed(self._passes):
            start, end = done.before(start, end)
        return start, end


@dataclass(frozen=True, slots=True)
class _Pass:
    """Where the pieces that one pass replaced stand, after it and before it; all else only moved."""

    new_starts: list[int]
    new_ends: list[int]
    old_starts: list[int]
    old_ends: list[int]

    def before(self, start: int, end: int) -> tuple[int, int]:
        at = bisect_right(self.new_starts, start) - 1
        if at >= 0:
            inside = start < self.new_ends[at]
            start = self.old_starts[at] if inside else start - self.new_ends[at] + self.old_ends[at]
        at = bisect_left(self.new_starts, end) - 1
        if at >= 0:
            inside = end <= self.new_ends[at]
            end = self.old_ends[at] if inside else end - self.new_ends[at] + self.old_ends[at]
        return start, end


def fold(text: str) -> Folded:
    """Fold a text into its match key, with a map back. Folding the result again changes nothing."""
    passes = []
    for run in (_drop_ignored, _join_marks, _join_space, _fold_characters):
        text, done = run(text)
        if done is not None:
            passes.append(done)
    for _ in range(ROUNDS):
        text, done = _fold_words(text)
        if done is None:
            break
        passes.append(done)
    return Folded(text, tuple(passes))


def fold_key(text: str) -> str:
    """The match key alone."""
    if text.isascii():
        folded = " ".join(text.split()).casefold()
        return _dashes.sub("-", folded) if "--" in folded else folded
    folded = _space.sub(_space_piece, text).translate(_plain_table())
    if _NOT_PLAIN in folded:
        return fold(text).text
    for _ in range(ROUNDS):
        text, folded = folded, _sub_words(folded)
        if text == folded:
            break
    return folded


_NOT_PLAIN = "\ud800"
"""Stands for a character that a pass before the last two would change; folding itself never gives it."""


class _PlainTable(dict[int, str]):
    """What each code point folds into where the first two passes have nothing to do."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = not (_ignored.match(character) or _is_mark(character))
        folded = self[code] = _table()[code] if plain else _NOT_PLAIN
        return folded


@cache
def _plain_table() -> _PlainTable:
    return _PlainTable()


def _sub_words(text: str) -> str:
    words, pattern = _words()
    return pattern.sub(lambda found: words.get(found[0], "-"), text)


def _apply(text: str, edits: "Iterable[Edit]") -> tuple[str, _Pass | None]:
    """Replace the pieces; `edits` are in order and do not overlap."""
    done = _Pass([], [], [], [])
    pieces: list[str] = []
    last = length = 0
    for start, end, new in edits:
        pieces += (text[last:start], new)
        length += start - last
        done.new_starts.append(length)
        length += len(new)
        done.new_ends.append(length)
        done.old_starts.append(start)
        done.old_ends.append(end)
        last = end
    if not done.new_starts:
        return text, None
    pieces.append(text[last:])
    return "".join(pieces), done


def _edits(pattern: re.Pattern[str], text: str, new: "Callable[[str], str]") -> "Iterator[Edit]":
    for match in pattern.finditer(text):
        piece = new(match[0])
        if piece != match[0]:
            yield match.start(), match.end(), piece


def _drop_ignored(text: str) -> tuple[str, _Pass | None]:
    return _apply(text, _edits(_ignored, text, lambda _: ""))


def _join_marks(text: str) -> tuple[str, _Pass | None]:
    marks = "".join(c for c in set(text) if _is_mark(c))
    if not marks:
        return text, None
    marked = re.compile(f"[^{re.escape(marks)}]?[{re.escape(marks)}]+")
    return _apply(text, _edits(marked, text, _settle_marked))


def _settle_marked(cluster: str) -> str:
    return _settle(cluster[: 1 + MARKS])[: 1 + MARKS]


@cache
def _is_mark(character: str) -> bool:
    """Whether NFKC may join this to what stands before it: a mark, or a later letter of a Hangul syllable."""
    first = unicodedata.normalize("NFKD", character)[0]
    return (
        unicodedata.category(first)[0] == "M" or "\u1161" <= first <= "\u11ff" or "\U00016d63" <= first <= "\U00016d6a"
    )


def _join_space(text: str) -> tuple[str, _Pass | None]:
    return _apply(text, _space_edits(text))


def _space_edits(text: str) -> "Iterator[Edit]":
    for match in _space.finditer(text):
        piece = _space_piece(match)
        if piece != match[0]:
            yield match.start(), match.end(), piece


def _space_piece(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    at_edge = start == 0 or end == len(text)
    # A mark after white space must not slip onto the character before it.
    beside_wide = not at_edge and (_wide.match(text[start - 1]) or _wide.match(text[end]))
    return "" if at_edge or (beside_wide and not _is_mark(text[end])) else " "


def _fold_characters(text: str) -> tuple[str, _Pass | None]:
    table = _table()
    folded = text.translate(table)
    if len(folded) == len(text):  # no character folds into nothing, so none into more than one
        return folded, None
    long = re.escape("".join(c for c in set(text) if len(table[ord(c)]) > 1))
    _, done = _apply(text, _edits(re.compile(f"[{long}]"), text, lambda c: table[ord(c)]))
    return folded, done


class _Table(dict[int, str]):
    """What each code point folds into by itself, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _settle(chr(code))
        return folded


@cache
def _table() -> _Table:
    return _Table()


def _settle(text: str) -> str:
    """Fold the characters of a text until nothing changes."""
    while True:
        folded = "".join(_fold_plain(c) for c in _compatible(text))
        if folded == text:
            return folded
        text = folded


def _compatible(text: str) -> str:
    """NFKC, but with numbers of their own in parentheses, and nothing split into a space and an accent."""
    return unicodedata.normalize("NFC", "".join(map(_unfolded, text)))


def _unfolded(character: str) -> str:
    """What Unicode says that one character is a form of, in parentheses if it is circled or begins with a figure."""
    if unicodedata.normalize("NFKC", character) == character:
        return character
    tag, *codes = unicodedata.decomposition(character).split()
    tagged = tag.startswith("<")
    form = "".join(_unfolded(chr(int(code, 16))) for code in (codes if tagged else (tag, *codes)))
    if tagged and " " in form:
        return character
    fenced = tag == "<circle>" or (tagged and tag not in _PLAIN_FIGURES and form[0] in "0123456789")
    return f"({form})" if fenced else form


def _fold_plain(character: str) -> str:
    if "\ud800" <= character <= "\udfff":
        return "\N{REPLACEMENT CHARACTER}"
    if character in _TYPOGRAPHIC:
        return _TYPOGRAPHIC[character]
    if _wide.match(character):
        simplified = _simplified(character)
        return _variants().get(simplified, simplified)
    return character.casefold()


@cache
def _simplified_by() -> "Callable[[str], str]":
    import opencc  # noqa: PLC0415  (2.5 MB of dictionaries that only folding needs)

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


def _simplified(character: str) -> str:
    simplified = _simplified_by()(character)
    return simplified if len(simplified) == 1 else character


@cache
def _variants() -> dict[str, str]:
    groups = [line.split() for line in _data("variants.txt")]
    return {variant: group[-1] for group in groups for variant in group[:-1]}


def _fold_words(text: str) -> tuple[str, _Pass | None]:
    words, pattern = _words()
    return _apply(text, _edits(pattern, text, lambda word: words.get(word, "-")))


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    """Regional words and what they fold into, and a pattern for them and for several dashes."""
    pairs = [[_settle(word) for word in line.split("\t")] for line in _data("regional.tsv")]
    longest_first = sorted((here for here, _ in pairs), key=len, reverse=True)
    # Every alternative begins with a literal, `--+` too: the search then skips by first character.
    return dict(pairs), re.compile("|".join(("--+", *longest_first)))


def _data(name: str) -> list[str]:
    """Lines of a table beside this file, without its comments."""
    lines = files("evidence.text").joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
