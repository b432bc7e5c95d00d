"""Claim records on a sheet of an Excel workbook (ECMA-376): the header's names are those of CSV, a row is a record.

A workbook is a zip of XML: its unpacked size is added up before anything is unpacked, and a document type declaration,
which could define entities without end, is refused. A cell with a formula is refused as well: what it shows is whatever
a spreadsheet last made of it.
"""

import io
import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from factcheck.errors import FileProblem, RowProblem
from factcheck.formats import csv_
from factcheck.formats.fieldmap import FieldMap, Skip
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Cells, Row, Rows

LARGEST = 200_000_000
"""Bytes, packed or unpacked."""
MOST_PARTS = 5000
MAGIC = b"PK\x03\x04"
_doctype = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_escaped = re.compile(r"_x([0-9A-Fa-f]{4})_")
_control = re.compile("_x(?=[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class TableMap(FieldMap):
    """A map for rows whose values are the texts of cells."""

    def apply(self, data: dict[str, Any]) -> dict[str, Any] | Skip:
        """The row under our names, its texts read as what their columns hold. Raises BadRecord."""
        mapped = FieldMap.apply(self, data)
        if isinstance(mapped, Skip):
            return mapped
        try:
            return csv_.typed(mapped)
        except BadRecord:
            raise
        except ValueError as error:
            raise BadRecord([(str(error.args[0]), str(error.args[1]))]) from error


def escaped(text: str) -> str:
    """The text with what XML cannot hold as `_xHHHH_`, as spreadsheets write it."""
    return _control.sub(lambda found: f"_x{ord(found[0][0]):04X}_" + found[0][1:], text)


def unescaped(text: str) -> str:
    """The text as it was before it was escaped."""
    return _escaped.sub(lambda found: chr(int(found[1], 16)), text)


def read(data: bytes, name: str, sheet: str | None = None) -> Rows:
    """The rows of the first sheet, or of the one that is named. Raises FileProblem where the workbook is none."""
    _check(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which say nothing about claims
            yield from _rows(_sheet(data, name, sheet), name, len(data))
    except FileProblem:
        raise
    except Exception as error:  # the library raises whatever a malformed part makes it stumble over
        raise FileProblem(name, f"cannot be read as a workbook ({_one_line(error)})") from error


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _check(data: bytes, name: str) -> None:
    """Whether it is safe to unpack. Raises FileProblem."""
    if len(data) > LARGEST:
        raise FileProblem(name, f"larger than {LARGEST:,} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
                raise FileProblem(name, f"unpacks to more than {LARGEST:,} bytes or {MOST_PARTS:,} parts")
            for part in parts:
                problem = _unsafe(packed, part)
                if problem:
                    raise FileProblem(name, problem)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise FileProblem(name, f"cannot be unpacked ({_one_line(error)})") from error


def _unsafe(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> str | None:
    if part.flag_bits & 1:
        return "is encrypted"
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return None
    before = b""
    with packed.open(part) as stream:
        while piece := stream.read(1 << 20):
            if not before and b"\x00" in piece[:64]:
                return f"its part {part.filename} is not in UTF-8"
            if _doctype.search(before + piece):
                return f"its part {part.filename} declares a document type"
            before = piece[-16:]
    return None


def _sheet(data: bytes, name: str, wanted: str | None) -> Any:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        words = "reading workbooks needs openpyxl: pip install 'factcheck-desk[office]'"
        raise FileProblem(name, words) from error
    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if not sheets:
        raise FileProblem(name, "holds no sheet")
    if wanted is not None and wanted not in sheets:
        raise FileProblem(name, f"has no sheet {wanted!r}; there are {', '.join(map(repr, sheets))}")
    sheet = next(iter(sheets.values())) if wanted is None else sheets[wanted]
    sheet.reset_dimensions()  # what a workbook says about its size is not always true
    return sheet


def _rows(sheet: Any, name: str, size: int) -> Rows:
    header: list[str] | None = None
    columns: tuple[str, ...] = ()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if not any(_filled(cell) for cell in cells):
            continue
        if header is None:
            header = ["" if cell.value is None else _text(cell.value).strip() for cell in cells]
            while header and not header[-1]:
                header.pop()
            problem = _bad_header(header)
            if problem:
                yield RowProblem(name, number, None, problem, ends=True)
                return
            columns = tuple(header)
            continue
        yield _row(columns, cells, number, name, size)


def _row(header: tuple[str, ...], cells: Any, number: int, name: str, size: int) -> Row | RowProblem:
    data: dict[str, Any] = {}
    raw = _cells(header, cells)
    for at, cell in enumerate(cells):
        if not _filled(cell):
            continue
        if at >= len(header):
            return RowProblem(
                name, number, None, f"a value in column {at + 1}, but the header has {len(header)}", raw=raw
            )
        if cell.data_type == "f":
            return RowProblem(name, number, header[at], "holds a formula; paste it as a value", raw=raw)
        if cell.data_type == "e":
            return RowProblem(name, number, header[at], f"holds the error {str(cell.value)[:20]}", raw=raw)
        data[header[at]] = _text(cell.value)
    return Row(number, data, size, raw)


def _cells(header: tuple[str, ...], cells: Any) -> Cells:
    """The row as a row of CSV."""
    values = [csv_.guarded(_text(cell.value)) if _filled(cell) else "" for cell in cells]
    while len(values) > len(header) and not values[-1]:
        values.pop()
    return Cells(header, (*values, *[""] * (len(header) - len(values))))


def _filled(cell: Any) -> bool:
    return cell.value is not None and cell.value != ""


def _text(value: object) -> str:
    """What a person sees in the cell, as a text."""
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _bad_header(header: list[str]) -> str | None:
    if any(not column for column in header):
        return "the header has a column without a name"
    twice = next((column for column in header if header.count(column) > 1), None)
    return f"the header has the column {twice!r} twice" if twice else None
