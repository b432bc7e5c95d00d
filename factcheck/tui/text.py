"""Lines for the terminal: cleaned text in spans with roles, measured and wrapped in cells.

Every text that is drawn becomes a span here and is cleaned here, so nothing from outside reaches the terminal raw and
nothing is ever read as markup. A role is a word such as `quote`; the theme says what it looks like.

Textual's own wrapping treats a run of Chinese as one word. This one breaks between Chinese characters, keeps Latin
words whole, lets no line begin with closing punctuation and none end with opening punctuation.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from evidence.text.clean import clean, clean_line

Span = tuple[str, str]
"""(text, role); the role '' is plain text."""
Line = tuple[Span, ...]

NO_START = frozenset("，。、；：？！）」』】》〉”’％…—～·,.;:?!)]}%’”")
NO_END = frozenset("（「『【《〈“‘([{$￥#")
CUT = ".."
"""Marks what was cut off: the ellipsis has no certain width."""


def span(text: str, role: str = "") -> Span:
    """A stretch of one line, made harmless."""
    return clean_line(text), role


def line(*parts: str | Span) -> Line:
    """A line of spans and plain texts."""
    return tuple(span(part) if isinstance(part, str) else span(*part) for part in parts)


def width(text: str) -> int:
    """Terminal cells."""
    return cell_len(text)


def line_width(some: Line) -> int:
    """Terminal cells of a line."""
    return sum(cell_len(text) for text, _ in some)


@lru_cache(maxsize=2048)
def fit(text: str, cells: int) -> str:
    """The text in exactly so many cells: cut with a mark, or filled with spaces."""
    text = clean_line(text)
    if cell_len(text) <= cells:
        return text + " " * (cells - cell_len(text))
    if cells <= len(CUT):
        return set_cell_size(text, max(0, cells))
    kept = set_cell_size(text, cells - len(CUT)).rstrip() + CUT
    return kept + " " * (cells - cell_len(kept))


def cut(text: str, cells: int) -> str:
    """The text in at most so many cells."""
    return fit(text, cells).rstrip()


@lru_cache(maxsize=8192)
def _cells(character: str) -> int:
    return get_character_cell_size(character)


def breaks(text: str, cells: int) -> list[tuple[int, int]]:
    """Where the lines of one paragraph begin and end, as offsets; spaces at the end of a line may hang over."""
    if len(text) * 2 <= cells or (text.isascii() and len(text) <= cells):
        return [(0, len(text))]
    cells = max(2, cells)
    lines: list[tuple[int, int]] = []
    start = used = 0
    last, used_at_last = 0, 0
    before, before_wide = "", False
    for at, character in enumerate(text):
        size = _cells(character)
        wide = size == 2
        if (
            size
            and at > start
            and (wide or before_wide or (before == " " and character != " "))
            and character not in NO_START
            and before not in NO_END
            and character != " "
        ):
            last, used_at_last = at, used
        if used + size > cells and character != " ":
            if last > start:
                lines.append((start, last))
                start, used = last, used - used_at_last
            if used + size > cells:  # a word longer than the line, or nothing but punctuation that may not begin one
                lines.append((start, at))
                start, used = at, 0
            last, used_at_last = start, 0
        used += size
        before, before_wide = character, wide
    lines.append((start, len(text)))
    return lines


def wrap(spans: Iterable[Span], cells: int, *, indent: str = "", first: Span | None = None) -> list[Line]:
    """Lines of a paragraph, each after the indent; the first one after `first`, which is as wide."""
    spans = list(spans)
    text = "".join(part for part, _ in spans)
    lines: list[Line] = []
    for start, end in breaks(text, cells - cell_len(indent)):
        lead = (indent, "") if lines or first is None else first
        body = _slice(spans, start, end)
        lines.append((lead, *body) if lead[0] else body)
    return lines


def wrap_text(text: str, cells: int, role: str = "", *, indent: str = "") -> list[Line]:
    """Lines of a text that may have several paragraphs."""
    return [made for part in clean(text).split("\n") for made in wrap([span(part, role)], cells, indent=indent)]


def _slice(spans: Sequence[Span], start: int, end: int) -> Line:
    found, at = [], 0
    for text, role in spans:
        left, right = max(start - at, 0), min(end - at, len(text))
        if left < right:
            found.append((text[left:right], role))
        at += len(text)
    return tuple(found)


# ── what a sheet shows ─────────────────────────────────────────────────────────────────────────────


class Paper(Protocol):
    """Lines by number, wrapped for one width."""

    @property
    def height(self) -> int:
        """How many lines."""

    def line(self, number: int) -> Line:
        """The line of this number, counted from 0."""


@dataclass(frozen=True)
class Lines:
    """Lines that are there already."""

    lines: Sequence[Line]

    @property
    def height(self) -> int:
        """How many lines."""
        return len(self.lines)

    def line(self, number: int) -> Line:
        """The line of this number."""
        return self.lines[number]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a document that is shown in a role; the margin sign stands before each of its lines."""

    start: int
    end: int
    role: str
    margin: str = ""


@dataclass
class Wrapped:
    """A document's text, cleaned and broken into lines for one width; marks come and go without breaking it again."""

    text: str
    cells: int
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, cells: int) -> "Wrapped":
        """Break a document's text; offsets into the text stay what they are."""
        text = clean(text).replace("\t", " ")
        made = cls(text, cells)
        offset = 0
        for paragraph in text.split("\n"):
            for start, end in breaks(paragraph, cells):
                made.starts.append(offset + start)
                made.ends.append(offset + end)
            offset += len(paragraph) + 1
        return made

    def line_of(self, offset: int) -> int:
        """Number of the line on which this offset stands."""
        return max(0, bisect_right(self.starts, offset) - 1)


MARGIN = 2
"""Cells before each line of a document, for the margin sign."""


@dataclass(frozen=True)
class Marked:
    """A wrapped document with marks in it; of two marks on one place the later one in the list counts."""

    page: Wrapped
    marks: Sequence[Mark]

    @property
    def height(self) -> int:
        """How many lines."""
        return len(self.page.starts)

    def line(self, number: int) -> Line:
        """The line of this number, with its margin."""
        start, end = self.page.starts[number], self.page.ends[number]
        here = [mark for mark in self.marks if mark.start < end and mark.end > start]
        sign = next((mark.margin for mark in reversed(here) if mark.margin), "")
        edges = sorted({start, end, *(edge for mark in here for edge in (mark.start, mark.end) if start < edge < end)})
        spans = [(sign.ljust(MARGIN), "margin")] if sign else [(" " * MARGIN, "")]
        for left, right in pairwise(edges):
            roles = [mark.role for mark in here if mark.start <= left and mark.end >= right]
            spans.append((self.page.text[left:right], roles[-1] if roles else ""))
        return tuple(spans)


def top_for(paper: Paper, start: int, end: int, height: int) -> int:
    """Which line of a document to show first: the quote stands in the middle, a long one begins near the top."""
    if not isinstance(paper, Marked):
        return 0
    first, last = paper.page.line_of(start), paper.page.line_of(max(start, end - 1))
    return max(0, first - max(1, (height - (last - first + 1)) // 2))


@lru_cache(maxsize=8)
def wrapped(text: str, cells: int) -> Wrapped:
    """A document broken into lines; the last few are kept, since the cursor comes back to the same documents."""
    return Wrapped.of(text, cells)


def marked(text: str, cells: int, marks: Sequence[Mark]) -> Marked:
    """A document with its marks, to be shown this wide."""
    return Marked(wrapped(text, max(2, cells - MARGIN)), marks)


# ── what differs between two texts ─────────────────────────────────────────────────────────────────

_tokens = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:[.,'’-][A-Za-z0-9]+)*|\s+|.", re.DOTALL)


ALIKE = 0.4
"""How alike two texts must be for their differences to tell anything."""


def differing(a: str, b: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The stretches of each text that the other has not: words of Latin script, characters of Chinese.

    Both are compared in folded form, so that 員 and 员 do not differ. `autojunk` would destroy Chinese diffs. Of texts
    that have little in common nothing is marked: everything would be.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only the compare screen needs it

    from evidence.text.fold import fold_key  # noqa: PLC0415

    left, right = list(_tokens.finditer(a)), list(_tokens.finditer(b))
    a_keys, b_keys = ([fold_key(token[0]) for token in side] for side in (left, right))
    found: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    matcher = SequenceMatcher(None, a_keys, b_keys, autojunk=False)
    if matcher.ratio() < ALIKE:
        return found
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            for into, side, start, end in ((found[0], left, a1, a2), (found[1], right, b1, b2)):
                if start < end:
                    into.append((side[start].start(), side[end - 1].end()))
    return found


def emphasised(text: str, stretches: Sequence[tuple[int, int]], role: str, rest: str = "") -> list[Span]:
    """The text as spans, with the stretches in a role of their own."""
    spans, at = [], 0
    for start, end in stretches:
        spans += [span(text[at:start], rest), span(text[start:end], role)]
        at = end
    spans.append(span(text[at:], rest))
    return [part for part in spans if part[0]]
