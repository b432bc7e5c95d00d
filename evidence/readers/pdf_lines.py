"""The lines of a PDF's page, with their places: what PDFium finds, one value a line."""

import re
from ctypes import c_double
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from pypdfium2 import raw  # type: ignore[import-untyped]

from evidence.text.clean import storable

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

GAP = 2.0
"""Heights of a line between two words that do not belong to one sentence, but to cells of a table."""

_HYPHEN = 2
"""What PDFium puts in the place of a hyphen at which it joined two lines."""
_BOLD = 600
_unshown = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one line of a page. Places are in points (1/72 inch), from the lower left corner of the page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """Height of the line's font."""
    bold: bool = False
    hyphen: bool = False
    """A hyphen at its end, not part of `text`, parts a word."""


def lines_of(page: "PdfPage") -> list[Line]:
    """The lines with something on them, in the order in which they were written."""
    text = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text, at) for at in range(text.count_chars())]
    found = []
    start = 0
    for at, code in enumerate([*codes, 10]):
        if code in {10, 13, _HYPHEN}:
            line = _line(text, codes, start, at, hyphen=code == _HYPHEN)
            found += [line] if line is not None else []
            start = at + 1
    text.close()
    return found


def _line(text: "PdfTextPage", codes: list[int], start: int, end: int, *, hyphen: bool) -> Line | None:
    shown = [at for at in range(start, end) if codes[at] > 32 and codes[at] not in {0xA0, 0x3000}]
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    size = _size(text, first)
    return Line(
        text=_words(_with_gaps(text, codes, first, last, size)),
        left=_sides(text, first)[0],
        right=_sides(text, end if hyphen else last)[1],
        baseline=_baseline(text, first),
        size=size,
        bold=raw.FPDFText_GetFontWeight(text, first) >= _BOLD,
        hyphen=hyphen,
    )


def _with_gaps(text: "PdfTextPage", codes: list[int], first: int, last: int, size: float) -> list[int]:
    """The line's characters, a tab where PDFium put a space between what stands far apart, as in tables."""
    found = codes[first : last + 1]
    for at in range(first + 1, last):
        if codes[at] == 32 and raw.FPDFText_IsGenerated(text, at) == 1:
            gap = _sides(text, at + 1)[0] - _sides(text, at - 1)[1]
            found[at - first] = 9 if gap > GAP * size else 32
    return found


def _words(codes: list[int]) -> str:
    """The characters, pairs of surrogates joined; what cannot be stored becomes U+FFFD."""
    raw_text = "".join(chr(code) if code < 0x110000 else "\N{REPLACEMENT CHARACTER}" for code in codes)
    joined = raw_text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    cells = (" ".join(cell.split()) for cell in _unshown.sub("", storable(joined)).split("\t"))
    return "\t".join(cell for cell in cells if cell)


def _sides(text: "PdfTextPage", at: int) -> tuple[float, float]:
    """The left and the right end of the character's cell."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    return box.left, box.right


def _size(text: "PdfTextPage", at: int) -> float:
    """The height of the character's font as it is drawn, at least a point."""
    matrix = raw.FS_MATRIX()
    scale = hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(text, at, matrix) else 1.0
    return max(1.0, float(raw.FPDFText_GetFontSize(text, at)) * scale)


def _baseline(text: "PdfTextPage", at: int) -> float:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    return y.value
