"""WordprocessingML to blocks: a walk over the tree of a part that keeps its own stack.

Text boxes stand before the paragraph that they are anchored in; of two versions of the same content (for new and for
old programs) the first counts. A table whose cells are short is marked and its rows are blocks; one that lays out
the page is read paragraph by paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from evidence.model import MarkKind
from evidence.readers.assembling import Block, Group
from evidence.text.clean import storable

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

LONGEST_CELL = 300
"""Code points of the longest cell in a table of data."""
DEEPEST_TABLE = 3
"""Tables inside each other that may be tables of data."""
LONGEST_CHAIN = 20
"""Styles that are based on one another."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = {f"{_W}{name}" for name in ("del", "moveFrom", "rt", "pPr", "rPr", "tblPr", "sectPr", "sdtPr")} | {_FALLBACK}
_SIGNS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_spaces = re.compile(" *\t *| +")
_NAMES = (
    ("toc", MarkKind.FURNITURE),
    ("heading", MarkKind.HEADING),
    ("title", MarkKind.HEADING),
    ("subtitle", MarkKind.HEADING),
    ("quote", MarkKind.QUOTATION),
    ("intense quote", MarkKind.QUOTATION),
    ("caption", MarkKind.CAPTION),
    ("list", MarkKind.LIST_ITEM),
)
"""How the names of Word's own styles begin; they are English in every edition of Word."""


def _one(spaces: re.Match[str]) -> str:
    return "\t" if "\t" in spaces[0] else " "


@dataclass(slots=True)
class _Open:
    """A paragraph or a row on its way: what was said in it, and what it is."""

    groups: tuple[Group, ...]
    said: list[str] = field(default_factory=list)

    def block(self) -> Block | None:
        lines = (_spaces.sub(_one, line).strip() for line in storable("".join(self.said)).split("\n"))
        text = "\n".join(line for line in lines if line).strip()
        return Block(text, self.groups) if text else None


class Walk:
    """Goes over the parts of one document, numbering what it marks."""

    def __init__(self, styles: "_Element | None") -> None:
        self._kinds = _kinds(styles)
        self._numbers = count(1)

    def blocks_of(self, part: "_Element | None") -> Iterator[Block]:
        """The blocks of a part, in order; nothing for a part that is not there."""
        if part is None:
            return
        reading = _Part(self)
        events = etree.iterwalk(part, events=("start", "end"))
        for event, element in events:
            if event == "end":
                yield from filter(None, [reading.leave(element)])
            elif element.tag in _UNSEEN or _is_hidden(element):
                events.skip_subtree()
            else:
                reading.enter(element)

    def groups(self, paragraph: "_Element") -> tuple[Group, ...]:
        """What a paragraph is, by its style or by its own properties."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ()
        kind = self._kinds.get(_value(properties, "pStyle") or "") or _kind_of_properties(properties)
        return () if kind is None else (self.group(kind),)

    def group(self, kind: MarkKind) -> Group:
        """A new group of this kind."""
        return kind, next(self._numbers)


class _Part:
    """The state of the walk over one part."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._paragraphs: list[_Open] = []
        self._tables: list[Group | None] = []
        self._row: _Open | None = None  # of a table of data; everything inside belongs to it

    def enter(self, element: "_Element") -> None:
        """An element begins."""
        if element.tag == f"{_W}tbl":
            self._tables.append(self._table(element))
        elif self._row is not None:
            border = element.tag == f"{_W}tc" and any(map(str.strip, self._row.said))
            self._row.said.append("\t" if border else _said(element).replace("\n", " "))
        elif element.tag == f"{_W}tr" and self._tables and self._tables[-1] is not None:
            self._row = _Open((self._tables[-1],))
        elif element.tag == f"{_W}p":
            self._paragraphs.append(_Open(self._walk.groups(element)))
        elif self._paragraphs:
            self._paragraphs[-1].said.append(_said(element))

    def leave(self, element: "_Element") -> Block | None:
        """An element ends; returns the block that ends with it."""
        done: _Open | None = None
        if element.tag == f"{_W}tbl":
            self._tables.pop()
        elif element.tag == f"{_W}tr" and self._row is not None and self._tables[-1] is not None:
            done, self._row = self._row, None
        elif element.tag == f"{_W}p" and self._row is not None:
            self._row.said.append(" ")
        elif element.tag == f"{_W}p":
            done = self._paragraphs.pop()
        return None if done is None else done.block()

    def _table(self, table: "_Element") -> Group | None:
        """The group of a table of data; None for a table that lays out, and for one inside a row of data."""
        if self._row is not None or len(self._tables) >= DEEPEST_TABLE or not _holds_data(table):
            return None
        return self._walk.group(MarkKind.TABLE)


def _said(element: "_Element") -> str:
    if element.tag in {f"{_W}t", _MATH_TEXT}:
        return (element.text or "").replace("\n", " ").replace("\u00a0", " ").replace("\u00ad", "")
    return _SIGNS.get(str(element.tag), "")


def _is_hidden(element: "_Element") -> bool:
    if element.tag != f"{_W}r":
        return False
    vanish = element.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in {"0", "false", "off"}


def _value(element: "_Element", name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    return None if found is None else found.get(f"{_W}val")


def _kind_of_properties(properties: "_Element") -> MarkKind | None:
    """What a paragraph is by its outline level (0 to 8 are headings) or by its numbering (0 is none)."""
    if (_value(properties, "outlineLvl") or "9") in set("012345678"):
        return MarkKind.HEADING
    numbering = properties.find(f"{_W}numPr")
    return MarkKind.LIST_ITEM if numbering is not None and _value(numbering, "numId") != "0" else None


def _kinds(styles: "_Element | None") -> dict[str, MarkKind]:
    """What the paragraphs of each style are, by the style's id."""
    if styles is None:
        return {}
    own: dict[str, MarkKind] = {}
    based: dict[str, str] = {}
    for style in styles.iterchildren(f"{_W}style"):
        name = (_value(style, "name") or "").lower()
        properties = style.find(f"{_W}pPr")
        kind = next((kind for start, kind in _NAMES if name.startswith(start)), None)
        kind = kind or (None if properties is None else _kind_of_properties(properties))
        ident = style.get(f"{_W}styleId") or ""
        based[ident] = _value(style, "basedOn") or ""
        if kind is not None:
            own[ident] = kind
    found = {}
    for ident in based:
        at = ident
        for _ in range(LONGEST_CHAIN):
            if at in own or at not in based:
                break
            at = based[at]
        if at in own:
            found[ident] = own[at]
    return found


def _holds_data(table: "_Element") -> bool:
    rows = [list(row.iterchildren(f"{_W}tc")) for row in table.iterchildren(f"{_W}tr")]
    rows = [row for row in rows if len(row) > 1]
    if len(rows) < 2:
        return False
    return (
        max(sum(len(text.text or "") for text in cell.iter(f"{_W}t")) for row in rows for cell in row) <= LONGEST_CELL
    )
