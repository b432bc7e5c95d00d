"""PDF: the text of its pages in the order in which it was written, lines joined to paragraphs; pages are marked.

The text is derived: a PDF holds characters at places, not paragraphs. PDFium, the engine of Chrome, finds the lines
and where they stand; the paragraphs are put together in `pdf_paragraphs`. Measured against it on English and Chinese
files, pypdf took 5 times as long and does not tell line ends from hyphens in words, pdfminer.six took 36 times as
long and turned a traditional Chinese font into nonsense. Words far apart on one line are cells of a row. Text in
pictures, form fields and notes is not read.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from evidence.errors import Empty, Unreadable
from evidence.model import Mark, MarkKind
from evidence.readers.assembling import Block, assemble
from evidence.readers.metadata import iso_date, one_line
from evidence.readers.reading import BINARY, ReadText

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    from evidence.readers.pdf_lines import Line
    from evidence.readers.pdf_paragraphs import Paragraph

MEDIA_TYPES: tuple[str, ...] = ("application/pdf", "application/x-pdf")
SUFFIXES: tuple[str, ...] = (".pdf",)
MOST_PAGES = 20_000
"""Pages of the largest document that is read; a broken page tree can claim any number."""
UNKNOWN = 0.2
"""Share of characters that may have no meaning, because a font does not say what its shapes stand for."""
TAIL = 65_536
"""Bytes at the end of a file in which its end mark must stand; servers append things."""

_untitled = re.compile(
    r"\(?(?:untitled|unspecified|anonymous|unknown|unnamed|none|null)\)?\Z|.{0,200}\.(?:docx?|indd|pdf|qxd|tex)\Z",
    re.IGNORECASE,
)
_made_by = re.compile(r"Microsoft (?:Word|PowerPoint) - ")
_date = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-]\d\d)'?(\d\d)?)?")
_NO_TEXT = "this PDF holds pictures of its pages and no text; run text recognition (OCR) over it first"


def read(data: bytes, *, encoding: str | None = None) -> ReadText:  # noqa: ARG001 - a PDF says its own encodings
    """Read a PDF. Raises Unreadable when it is locked, damaged, cut off, or holds no text."""
    from evidence.readers.pdf_paragraphs import paragraphs  # noqa: PLC0415

    if not data.strip():
        raise Empty
    pages, said = _open(data)
    found = list(paragraphs(pages))
    blocks = _blocks(found)
    made = assemble(blocks, _NO_TEXT)
    turns = [(start + at, page) for start, one in zip(made.starts, found, strict=True) for at, page in one.turns]
    marks = [*_pages(turns, len(made.text)), *made.marks]
    return ReadText(
        text=made.text,
        encoding=BINARY,
        media_type=MEDIA_TYPES[0],
        title=_title(said.get("Title")),
        author=_title(said.get("Author")),
        published=_published(said.get("CreationDate")),
        marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))),
    )


def _blocks(found: "list[Paragraph]") -> list[Block]:
    """Blocks with their marks: furniture is one group, so are rows under each other; a lone row is no table."""
    kinds = [None, *(one.kind for one in found), None]
    blocks, table = [], 0
    for at, one in enumerate(found, 1):
        kind, number = one.kind, at
        if kind is MarkKind.TABLE:
            table = table if kinds[at - 1] is kind else at
            kind, number = (kind if kind in {kinds[at - 1], kinds[at + 1]} else None), table
        elif kind is MarkKind.FURNITURE:
            number = 0
        blocks.append(Block(one.text, () if kind is None else ((kind, number),)))
    return blocks


def _open(data: bytes) -> "tuple[list[list[Line]], dict[str, str]]":
    """The lines of each page, and what the document says about itself."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY  # type: ignore[import-untyped]  # noqa: PLC0415

    if b"%%EOF" not in data[-TAIL:]:
        raise Unreadable("this PDF is cut off before its end; fetch it again")
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}:
            raise Unreadable("this PDF is locked with a password; save it without one first") from error
        raise Unreadable("this PDF is damaged and cannot be opened; fetch or export it again") from error
    with document:
        return _all_lines(document), dict(_metadata(document))


def _metadata(document: "PdfDocument") -> Iterator[tuple[str, str]]:
    for key in ("Title", "Author", "CreationDate"):
        with suppress(UnicodeDecodeError):  # UTF-16 with half a pair of surrogates
            yield key, document.get_metadata_value(key)


def _all_lines(document: "PdfDocument") -> "list[list[Line]]":
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    from evidence.readers.pdf_lines import lines_of  # noqa: PLC0415

    if len(document) > MOST_PAGES:
        raise Unreadable(f"this PDF claims {len(document)} pages, more than the {MOST_PAGES} that are read")
    pages = []
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError as error:
            raise Unreadable(f"page {number + 1} of this PDF is damaged; fetch or export it again") from error
        pages.append(lines_of(page))
        page.close()
    words = "".join(line.text for page in pages for line in page)
    if sum(_is_unknown(c) for c in words) > UNKNOWN * len(words):
        raise Unreadable(
            "the fonts of this PDF do not say which characters they show; run text recognition (OCR) over it"
        )
    return pages


def _is_unknown(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff"


def _pages(turns: list[tuple[int, int]], end: int) -> list[Mark]:
    """The stretch of each page, from where it turns up to where the next one does."""
    firsts: dict[int, int] = {}
    for start, page in turns:
        firsts.setdefault(page, start)
    starts = sorted(firsts.values())
    ends = [*starts[1:], end]
    return [Mark(start=a, end=b, kind=MarkKind.PAGE) for a, b in zip(starts, ends, strict=True) if a < b]


def _title(text: str | None) -> str | None:
    """A title or an author, unless a program filled in the field for want of one."""
    line = one_line(_made_by.sub("", text or ""))
    return None if line is None or _untitled.match(line) else line


def _published(text: str | None) -> str | None:
    """The date of creation, `D:20250826070400+02'00'`, as ISO 8601."""
    found = _date.match(text or "")
    if found is None:
        return None
    year, month, day, hour, minute, second, utc, zone, zone_minute = found.groups()
    day = f"{year}-{month}-{day}"
    if hour is None:
        return iso_date(day)
    zone = utc or (f"{zone}:{zone_minute or '00'}" if zone else "")
    return iso_date(f"{day}T{hour}:{minute}:{second or '00'}{zone}")
