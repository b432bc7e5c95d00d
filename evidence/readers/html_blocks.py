"""A page's tree to the blocks of text that a browser shows, in reading order, and the elements they stand in.

Nothing visible is left out here; which blocks are the article and which are furniture is decided elsewhere. The walk
keeps its own stack and looks at each element once, so that neither depth nor size of a page matters.
"""

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from evidence.model import MarkKind
from evidence.readers.assembling import Block, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element  # type: ignore[import-untyped]

LONGEST_CELL = 300
"""Code points of the longest cell in a table of data; what holds more is a table that lays out the page."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _set(
    "script style noscript template head title meta link svg math iframe object embed video audio canvas map"
    " area input textarea datalist param source track colgroup frameset applet noframes rp"
)
_INLINE = _set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output"
    " picture progress q rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), MarkKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), MarkKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), MarkKind.CAPTION),
    "blockquote": MarkKind.QUOTATION,
}
_BREAK, _CELL, _WRAP = (
    "\x1e",
    "\x1f",
    "\x1d",
)  # in the buffer: a line break, the border of two cells, a line end of the source
_wrap = re.compile(f" ?{_WRAP}[ {_WRAP}]*")
_wide = re.compile(
    "[\u2e80-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd]"
)
_unseen_style = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_space = re.compile(r"[ \t\f\v\u00a0\u2028\u2029]{2,}|[\t\f\v\u00a0\u2028\u2029]")  # a single space may stay
_line_end = re.compile("[\n\r][ \n\r]*")
_around = re.compile(f" ?([{_BREAK}{_CELL}]) ?")
_unshown = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
_paragraph = re.compile(f"{_BREAK}{{2,}}")


@dataclass(slots=True)
class Zone:
    """An element that lays out: its tag, the words of its class, id and role, and its blocks `[first, last)`."""

    tag: str
    words: frozenset[str]
    first: int
    last: int = -1


@dataclass(slots=True)
class Page:
    """What the walk finds: blocks, the share of each that is links (0 to 1), and the elements, outermost first."""

    blocks: list[Block] = field(default_factory=list)
    linked: list[float] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)


def blocks_of(root: "_Element") -> Page:
    """Everything visible on the page whose tree this is."""
    walk = _Walk(_data_tables(root))
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            if walk.is_unseen(element):
                events.skip_subtree()
                walk.unseen.add(element)
            else:
                walk.enter(element)
        elif element in walk.unseen:
            walk.unseen.discard(element)
            walk.say(element.tail)
        else:
            walk.leave(element)
            walk.say(element.tail if element is not root else None)
    walk.flush()
    return walk.page


class _Walk:
    """The state between two events of the walk."""

    def __init__(self, tables: "set[_Element]") -> None:
        self.page = Page()
        self.unseen: set[_Element] = set()
        self._tables = tables
        self._groups: list[Group] = []
        self._zones: list[Zone] = []
        self._numbers = count(1)
        self._buffer: list[str] = []
        self._links = 0  # open <a>
        self._linked = 0  # characters of links in the buffer
        self._kept = 0  # open <pre>
        self._table = 0  # open tables of data: 0 or 1

    @staticmethod
    def is_unseen(element: "_Element") -> bool:
        """Whether a browser shows nothing of it."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.get("hidden") is not None:
            return True
        if element.tag == "dialog" and element.get("open") is None:
            return True
        return _unseen_style.search(element.get("style") or "") is not None

    def enter(self, element: "_Element") -> None:
        tag = element.tag
        if tag == "br":
            self._buffer.append(" " if self._table else _BREAK)
        elif tag == "a":
            self._links += 1
        elif tag == "q":
            self._buffer.append("“")
        elif tag not in _INLINE:
            self._open(element, tag)
        self.say(element.text)

    def _open(self, element: "_Element", tag: str) -> None:
        self._border(tag)
        words = " ".join(element.get(name) or "" for name in ("class", "id", "role"))
        self._zones.append(Zone(tag, _words(words), len(self.page.blocks)))
        self.page.zones.append(self._zones[-1])
        if tag in _KINDS:
            self._groups.append((_KINDS[tag], next(self._numbers)))
        elif element in self._tables:
            self._groups.append((MarkKind.TABLE, next(self._numbers)))
            self._table += 1
        self._kept += tag == "pre"

    def leave(self, element: "_Element") -> None:
        tag = element.tag
        if tag == "a":
            self._links -= 1
        elif tag == "q":
            self._buffer.append("”")
        elif tag != "br" and tag not in _INLINE:
            self._border("" if tag in {"td", "th"} else tag)
            self._zones.pop().last = len(self.page.blocks)
            if tag in _KINDS or element in self._tables:
                self._groups.pop()
            self._table -= element in self._tables
            self._kept -= tag == "pre"

    def _border(self, tag: str) -> None:
        """A block begins or ends. Inside a table of data only its rows are blocks."""
        if not self._table or tag in {"tr", "table", "caption"}:
            self.flush()
        else:
            self._buffer.append(_CELL if tag in {"td", "th"} and any(map(str.strip, self._buffer)) else " ")

    def say(self, text: str | None) -> None:
        """Add visible text."""
        if text:
            text = _unshown.sub("", text)
            kept = self._kept and not self._table
            text = text.replace("\n", _BREAK) if kept else _line_end.sub(_WRAP, _space.sub(" ", text))
            self._buffer.append(text)
            if self._links:
                self._linked += _weight(text)

    def flush(self) -> None:
        """Make blocks of what was said since the last border; two line breaks make a paragraph."""
        said = _space.sub(" ", "".join(self._buffer))
        said = _wrap.sub(_unwrapped, said) if _WRAP in said else said
        said = _around.sub(r"\1", said) if _BREAK in said or _CELL in said else said
        share = self._linked / max(1, _weight(said)) if self._linked else 0.0
        for part in _paragraph.split(said):
            text = part.strip(f" {_BREAK}{_CELL}\u3000").replace(_BREAK, "\n").replace(_CELL, "\t")
            if text:
                self.page.blocks.append(Block(text, tuple(self._groups)))
                self.page.linked.append(share)
        self._buffer.clear()
        self._linked = 0


def _unwrapped(wrap: re.Match[str]) -> str:
    """What becomes of a line end in the source: nothing between two Chinese characters, a space elsewhere."""
    before, after = wrap.string[max(0, wrap.start() - 1) : wrap.start()], wrap.string[wrap.end() : wrap.end() + 1]
    return "" if _wide.match(before) and _wide.match(after) else " "


def _weight(text: str) -> int:
    """Letters and digits."""
    return sum(map(str.isalnum, text))


def _words(text: str) -> frozenset[str]:
    """The words of class names: `mainNav`, `main-nav` and `main_nav` are both words each."""
    return frozenset(
        re.sub(r"([a-z])([A-Z])", r"\1 \2", text[:1000]).lower().replace("-", " ").replace("_", " ").split()
    )


def _data_tables(root: "_Element") -> "set[_Element]":
    """The tables that hold data: innermost ones with several rows of several short cells."""
    return {table for table in _innermost_tables(root) if _holds_data(table)}


def _innermost_tables(root: "_Element") -> "list[_Element]":
    found: list[_Element] = []
    holds_table: list[bool] = []
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        if event == "start":
            holds_table[-1:] = [True] if holds_table else []
            holds_table.append(False)
        elif not holds_table.pop():
            found.append(table)
    return found


def _holds_data(table: "_Element") -> bool:
    rows = [row for row in table.iter("tr") if sum(1 for _ in _cells(row)) > 1]
    if len(rows) < 2:
        return False
    return max(len("".join(cell.itertext())) for row in rows for cell in _cells(row)) <= LONGEST_CELL


def _cells(row: "_Element") -> "Iterator[_Element]":
    yield from row.iterchildren("td", "th")
