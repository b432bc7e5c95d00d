"""CSV and TSV with a header line. Strict: a stray quote or a missing column must not shift every later row."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from factcheck.errors import RowProblem
from factcheck.formats.jsonl import strict
from factcheck.formats.rows import Cells, Row, Rows

LISTS = ("tags", "entities")
"""Columns that hold several names, separated by `;`, or a JSON list."""
JSON_COLUMNS = ("quantities", "dates", "evidence", "relations")
"""Columns that hold JSON."""
QUOTE = ("document", "start", "end", "exact", "stance", "directness")
"""Columns for the first piece of evidence."""
SAVE = "; save the file in UTF-8 (spreadsheets call it “CSV UTF-8”)"
LONGEST_FIELD = 1_000_000
_formula = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_guarded = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{cell}" if _formula.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell[1:] if _guarded.match(cell) else cell


def read(lines: Iterable[bytes], name: str, *, delimiter: str = ",") -> Rows:
    """The rows of a file given as its lines; rows that do not fit the header are RowProblems."""
    counter = _Counter(lines)
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(counter, delimiter=_delimiter(counter.first(), delimiter), strict=True)
    header: list[str] | None = None
    columns: tuple[str, ...] = ()
    while True:
        line = reader.line_num + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except UnicodeDecodeError as error:
            yield RowProblem(name, line, None, f"not UTF-8 at byte {error.start + 1} of the line{SAVE}", ends=True)
            return
        except csv.Error as error:
            words = f"not valid CSV: {error}; the rest of the file was not read"
            yield RowProblem(name, line, None, words, ends=True)
            return
        if not any(value.strip() for value in values):
            continue
        if header is None:
            header = [column.strip() for column in values]
            problem = _bad_header(header)
            if problem:
                yield RowProblem(name, line, None, problem, ends=True)
                return
            columns = tuple(header)
            continue
        yield _row(Cells(columns, tuple(values)), line, counter.read, name)


def _row(cells: Cells, line: int, read_bytes: int, name: str) -> Row | RowProblem:
    header, values = cells
    if len(values) != len(header):
        return RowProblem(name, line, None, f"{len(values)} columns, but the header has {len(header)}", raw=cells)
    filled = {column: unguarded(value) for column, value in zip(header, values, strict=True) if value != ""}
    return Row(line, filled, read_bytes, cells)


def typed(data: dict[str, Any]) -> dict[str, Any]:
    """The fields of a claim record from the texts of a CSV row. Raises ValueError(field, problem)."""
    record: dict[str, Any] = {}
    quote: dict[str, Any] = {}
    for column, value in data.items():
        if not isinstance(value, str):
            record[column] = value
        elif column in QUOTE:
            quote[column] = _whole_number(column, value) if column in {"start", "end"} else value
        elif column in LISTS:
            record[column] = _names(column, value)
        elif column in JSON_COLUMNS:
            record[column] = _json(column, value)
        else:
            record[column] = value
    if quote:
        record["evidence"] = _with_quote(quote, record.get("evidence", []), mapped=not _is_text(data.get("evidence")))
    return record


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _with_quote(quote: dict[str, Any], evidence: Any, *, mapped: bool) -> Any:
    """The quote of the columns before the evidence of a JSON column, or as one with what a map calls `evidence.…`."""
    if not isinstance(evidence, list):
        return evidence
    if not mapped or not evidence:
        return [quote, *evidence]
    first, *others = evidence
    twice = next((column for column in quote if column in first), None)
    if twice is not None:
        raise ValueError(f"evidence.{twice}", "is filled by two fields of the row")
    return [{**first, **quote}, *others]


def _names(column: str, value: str) -> Any:
    if value.lstrip().startswith("["):
        return _json(column, value)
    return [part.strip() for part in value.split(";") if part.strip()]


def _whole_number(column: str, value: str) -> int:
    if not value.strip().isdecimal() or len(value) > 12:
        raise ValueError(column, f"must be a whole number, not {value[:40]!r}")
    return int(value)


def _json(column: str, value: str) -> Any:
    try:
        return strict(value)
    except ValueError as error:
        raise ValueError(column, str(error)) from error


def _bad_header(header: list[str]) -> str | None:
    if any(not column for column in header):
        return "the header has a column without a name"
    twice = next((column for column in header if header.count(column) > 1), None)
    return f"the header has the column {twice!r} twice" if twice else None


def _delimiter(header: bytes, told: str) -> str:
    """A semicolon where the header has nothing else: so spreadsheets write CSV where the comma is for decimals."""
    return ";" if told == "," and b"," not in header and b";" in header else told


class _Counter:
    """Lines as text, counting the bytes that have been read."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self.read = 0

    def first(self) -> bytes:
        """The first line, which stays to be read."""
        first = next(self._lines, b"")
        self._lines = chain([first] if first else [], self._lines)
        return first

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        start = line.removeprefix(b"\xef\xbb\xbf") if self.read == 0 else line
        self.read += len(line)
        return start.decode("utf-8")
