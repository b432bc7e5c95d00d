"""Markdown: the decoded file, unchanged, with marks for what its signs mean. Offsets are those of the file.

A scanner of lines rather than a parser of the whole language (CommonMark 0.31): headings, list items, block quotes,
pipe tables, and, as furniture, code, comments, link definitions and the front matter. Of the front matter simple
`key: value` lines are taken for what the document says about itself; nothing of YAML is carried out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.errors import Binary
from evidence.model import Mark, MarkKind
from evidence.readers.decoding import decode
from evidence.readers.metadata import iso_date, language_tag, one_line
from evidence.readers.reading import ReadText
from evidence.readers.signatures import kind_of

MEDIA_TYPES: tuple[str, ...] = ("text/markdown", "text/x-markdown")
SUFFIXES: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")
FRONT_MATTER = 200
"""Most lines of front matter."""

_line = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_fence = re.compile(r" {0,3}(`{3,}(?=[^`]*\Z)|~{3,})")
_heading = re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)")
_underline = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
_item = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\S|\Z)")
_rule = re.compile(r" {0,3}(?:\*[ \t]*){3,}\Z| {0,3}(?:-[ \t]*){3,}\Z| {0,3}(?:_[ \t]*){3,}\Z")
_quote = re.compile(r" {0,3}>")
_delimiter = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_cells = re.compile(r".*\|")
_definition = re.compile(r" {0,3}\[[^\]\[]{1,200}\]:[ \t]*\S")
_entry = re.compile(r"([A-Za-z][\w-]{0,40}):[ \t]+(\S.*)\Z")
_NAMES = {
    "title": ("title",),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "source", "site"),
    "published": ("published", "date", "pubdate"),
    "url": ("canonical", "canonical_url", "url", "link"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line and where it starts; `text` is without its line end."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset after its last visible character."""
        return self.start + len(self.text.rstrip())

    @property
    def blank(self) -> bool:
        """Whether nothing is on it."""
        return not self.text.strip()


def read(data: bytes, *, encoding: str | None = None) -> ReadText:
    """Read Markdown. Raises Empty, Binary, UnknownEncoding, Undecodable or Unstorable."""
    kind = kind_of(data)
    if kind is not None:
        raise Binary(kind)
    text, encoding = decode(data, encoding)
    lines = [Line(found.start(), found[0].rstrip("\r\n")) for found in _line.finditer(text) if found[0]]
    front = _front_matter(lines)
    marks = [_mark(lines[:front], MarkKind.FURNITURE)] if front else []
    marks += _marks(lines[front:])
    said = _entries(lines[:front])
    return ReadText(
        text=text,
        encoding=encoding,
        media_type=MEDIA_TYPES[0],
        title=one_line(said.get("title")) or _first_heading(lines[front:]),
        author=one_line(said.get("author")),
        publisher=one_line(said.get("publisher")),
        published=iso_date(said.get("published")),
        url=_address(said.get("url")),
        language=language_tag(said.get("language")),
        marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))),
    )


def _front_matter(lines: list[Line]) -> int:
    """How many lines at the start are front matter between two lines of `---`."""
    if not lines or lines[0].text.rstrip() != "---":
        return 0
    for at, line in enumerate(lines[1:FRONT_MATTER], 1):
        if line.text.rstrip() in {"---", "..."}:
            return at + 1
    return 0


def _entries(lines: list[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        entry = _entry.match(line.text)
        if entry is not None:
            value = entry[2].strip()
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
            found.setdefault(entry[1].lower(), value[1:-1] if quoted else value)
    return {
        field: next(found[name] for name in names if name in found)
        for field, names in _NAMES.items()
        if any(name in found for name in names)
    }


def _address(text: str | None) -> str | None:
    line = one_line(text)
    return line if line is not None and re.match(r"https?://[^\s/]", line) else None


def _first_heading(lines: list[Line]) -> str | None:
    found = next((line.text for line in lines if re.match(r" {0,3}#[ \t]+\S", line.text)), None)
    return None if found is None else one_line(found.strip().strip("#"))


def _mark(lines: list[Line], kind: MarkKind) -> Mark:
    return Mark(start=lines[0].start + len(lines[0].text) - len(lines[0].text.lstrip()), end=lines[-1].end, kind=kind)


def _marks(lines: list[Line]) -> Iterator[Mark]:
    at = 0
    while at < len(lines):
        kind, count = _kind(lines, at)
        if kind is not None:
            yield _mark(lines[at : at + count], kind)
        at += count


def _kind(lines: list[Line], at: int) -> tuple[MarkKind | None, int]:
    """What begins at this line and how many lines it is long; one line of nothing when it is prose."""
    line = lines[at]
    if line.blank:
        return None, 1
    if _fence.match(line.text):
        return MarkKind.FURNITURE, _fenced(lines, at)
    if line.text.lstrip().startswith("<!--"):
        return MarkKind.FURNITURE, _until(lines, at, "-->")
    if _quote.match(line.text):
        return MarkKind.QUOTATION, _while(lines, at, _quote)
    if _item.match(line.text) and not _rule.match(line.text):
        return MarkKind.LIST_ITEM, _item_lines(lines, at)
    one_line = MarkKind.HEADING if _heading.match(line.text) else None
    one_line = MarkKind.FURNITURE if _definition.match(line.text) else one_line
    return (one_line, 1) if one_line is not None else _kind_by_next_line(lines, at)


def _kind_by_next_line(lines: list[Line], at: int) -> tuple[MarkKind | None, int]:
    """A table, which has a line of hyphens under its first, or a heading with a line under it."""
    line, after = lines[at], lines[at + 1].text if at + 1 < len(lines) else ""
    if "|" in line.text and "|" in after and _delimiter.match(after):
        return MarkKind.TABLE, _while(lines, at, _cells)
    alone = at == 0 or lines[at - 1].blank
    if alone and _underline.match(after) and not _rule.match(line.text):
        return MarkKind.HEADING, 2
    return None, 1


def _fenced(lines: list[Line], at: int) -> int:
    opened = _fence.match(lines[at].text)
    sign = opened[1] if opened is not None else "```"
    for after in range(at + 1, len(lines)):
        bare = lines[after].text.strip()
        if len(bare) >= len(sign) and set(bare) == {sign[0]}:
            return after + 1 - at
    return len(lines) - at


def _until(lines: list[Line], at: int, sign: str) -> int:
    return next((after + 1 - at for after in range(at, len(lines)) if sign in lines[after].text), len(lines) - at)


def _while(lines: list[Line], at: int, form: re.Pattern[str]) -> int:
    return next((after - at for after in range(at, len(lines)) if not form.match(lines[after].text)), len(lines) - at)


def _item_lines(lines: list[Line], at: int) -> int:
    """A list item and the lines that go on with it: up to a blank line or the next sign."""
    for after in range(at + 1, len(lines)):
        if lines[after].blank or any(form.match(lines[after].text) for form in (_item, _fence, _heading, _quote)):
            return after - at
    return len(lines) - at
