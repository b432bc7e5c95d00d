"""Claims on a sheet of an Excel workbook (ECMA-376), for analysts; `import` brings it back unchanged.

Written by hand, because it is little: every text is an inline string in a cell of text format, which no spreadsheet
runs as a formula; the header is frozen and has filters. The same records give the same bytes.
"""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape

import orjson

from factcheck.errors import FactcheckError
from factcheck.formats.claim_records import COLUMNS
from factcheck.formats.csv_ import QUOTE
from factcheck.formats.xlsx import escaped

LONGEST_CELL = 32_767
"""UTF-16 units that a cell holds."""
MOST_ROWS = 1_048_576
IN_MEMORY = 32_000_000
WIDE = {"statement": 60, "reason": 40, "exact": 40, "external_id": 16, "document": 16, "claimant": 20}
TEXT, HEADER, NUMBER = 1, 2, 0
"""Cell styles, by their place in `_STYLES`."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="claims" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet {_MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
        '<alignment vertical="top"/></xf>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def write(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A workbook with a header and a row for each record. Raises FactcheckError for what no sheet can hold."""
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
            for name, part in _PARTS.items():
                packed.writestr(_entry(name), _HEAD + part)
            with packed.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
                for piece in _sheet(records):
                    sheet.write(piece.encode())
        file.seek(0)
        while block := file.read(1 << 16):
            yield block


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that says nothing about when and where it was made."""
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _sheet(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f"{_HEAD}<worksheet {_MAIN}><sheetViews>"
    yield '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews><cols>"
    for at, column in enumerate(COLUMNS, 1):
        yield f'<col min="{at}" max="{at}" width="{WIDE.get(column, 13)}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(1, ((column, HEADER) for column in COLUMNS), "the header")
    last = 1
    for last, item in enumerate(records, 2):
        if last > MOST_ROWS:
            raise FactcheckError(f"xlsx: a sheet holds no more than {MOST_ROWS - 1:,} claims; export csv instead")
        yield _row(last, _cells(item), f"the claim {item.get('external_id') or item['statement'][:60]!r}")
    yield f'</sheetData><autoFilter ref="A1:{_letters(len(COLUMNS))}{last}"/></worksheet>'


def _row(number: int, cells: Iterable[tuple[str | int | None, int]], what: str) -> str:
    made = (_cell(f"{_letters(at)}{number}", value, style, what) for at, (value, style) in enumerate(cells, 1))
    return f'<row r="{number}">{"".join(made)}</row>'


def _cell(place: str, value: str | int | None, style: int, what: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    if len(value) > LONGEST_CELL // 2 and len(value.encode("utf-16-le")) // 2 > LONGEST_CELL:
        raise FactcheckError(f"xlsx: a cell of {what} would hold more than {LONGEST_CELL:,} characters; export csv")
    text = escape(escaped(value))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _cells(item: dict[str, Any]) -> Iterator[tuple[str | int | None, int]]:
    first, *others = item.get("evidence") or [{}]
    for column in COLUMNS:
        if column in QUOTE:
            value = first.get(column)
            yield value, NUMBER if isinstance(value, int) else TEXT
            continue
        value = others if column == "evidence" else item.get(column)
        empty = value is None or value in ("", [])
        yield None if empty else value if isinstance(value, str) else orjson.dumps(value).decode(), TEXT


def _letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
