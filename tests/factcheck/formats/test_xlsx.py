"""Workbooks: what is written comes back unchanged and runs nowhere; what comes in is unpacked with care."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from factcheck.errors import FactcheckError, FileProblem, RowProblem
from factcheck.formats import claim_records, xlsx, xlsx_out
from factcheck.formats.fieldmap import FieldMap
from factcheck.formats.records import record_of
from factcheck.formats.rows import Row
from tests.factcheck.formats.importing import read as read_file
from tests.factcheck.formats.samples import CLAIMS, DOCUMENTS, RELATIONS

RECORDS = [
    claim_records.record(
        claim, [one for one in RELATIONS if one.a == claim.id], {one.id: one.sha256 for one, _ in DOCUMENTS}
    )
    for claim in CLAIMS
]
words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=20)


def written(records: list[dict[str, Any]]) -> bytes:
    """The workbook of these records."""
    return b"".join(xlsx_out.write(records))


def book(*rows: list[object], **sheets: list[list[object]]) -> bytes:
    """A workbook as a spreadsheet would save it."""
    made = Workbook()
    assert made.active is not None
    for title, content in {"claims": list(rows), **sheets}.items():
        sheet = made.active if title == "claims" else made.create_sheet(title)
        sheet.title = title
        for row in content:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rows(data: bytes, sheet: str | None = None) -> list[dict[str, Any] | str]:
    """Fields of rows, or problems as people read them."""
    return [str(one) if isinstance(one, RowProblem) else one.data for one in xlsx.read(data, "a.xlsx", sheet)]


def edited(data: bytes, edit: Callable[[str, bytes], bytes], *, also: dict[str, bytes] | None = None) -> bytes:
    """The workbook with its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, edit(name, old.read(name)))
        for name, content in (also or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def problem(data: bytes, sheet: str | None = None) -> str:
    """Why a workbook cannot be read."""
    with pytest.raises(FileProblem) as caught:
        list(xlsx.read(data, "a.xlsx", sheet))
    return str(caught.value)


# ── round trip ─────────────────────────────────────────────────────────────────────────────────────


def test_what_is_written_is_what_is_read() -> None:
    """Every record comes back with every field."""
    back = [
        {name: value for name, value in row.items() if name != "line"}
        for row in read_file(written(RECORDS), "a.xlsx")
        if isinstance(row, dict)
    ]
    assert [record_of(row) for row in back] == [record_of(dict(row)) for row in RECORDS]


@given(st.lists(words, min_size=1, max_size=5), words)
def test_every_text_survives(tags: list[str], text: str) -> None:
    """Formulas, apostrophes, escapes of the format's own, control characters, every script."""
    record = {"statement": text, "reason": "_x0041_" + text, "tags": tags}
    (row,) = xlsx.read(written([record]), "a.xlsx")
    assert isinstance(row, Row)
    mapped = xlsx.TableMap({}, {}, {}).apply(row.data)
    assert mapped == record


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("https://x.example")', "+1", "-1", "@SUM(A1)", "\t=1", "'=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """It is a text in a cell of text format, also for another reader."""
    sheet = load_workbook(io.BytesIO(written([{"statement": cell}]))).active
    assert sheet is not None
    found = sheet["B2"]
    assert (found.value, found.data_type, found.number_format) == (cell, "s", "@")


def test_analysts_get_numbers_a_header_that_stays_and_filters() -> None:
    """Offsets are numbers; the first row is frozen."""
    sheet = load_workbook(io.BytesIO(written(RECORDS))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:W{len(RECORDS) + 1}"
    header = [cell.value for cell in sheet[1]]
    assert isinstance(sheet.cell(2, header.index("start") + 1).value, int)


def test_the_same_records_give_the_same_bytes() -> None:
    """No time, no author, no chance."""
    assert written(RECORDS) == written(RECORDS)
    with zipfile.ZipFile(io.BytesIO(written(RECORDS))) as packed:
        assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_no_cell_holds_is_refused() -> None:
    """With the claim's name and what to do."""
    written([{"statement": "x" * 32_767}])
    with pytest.raises(FactcheckError, match=r"a cell of the claim 'e1' would hold more than 32,767 characters"):
        written([{"statement": "😀" * 16_384, "external_id": "e1"}])


# ── what comes in ──────────────────────────────────────────────────────────────────────────────────


def test_cells_are_read_as_people_see_them() -> None:
    """Whole numbers without a point, dates as ISO, true and false as words; empty rows and cells say nothing."""
    header: list[object] = ["statement", "external_id", "reason", "claimant"]
    half_past = datetime(2025, 9, 1, 8, 30)  # noqa: DTZ001 - cells know no time zone
    data = book([], header, ["a", 7, date(2025, 9, 1), None], [None, ""], ["b", 7.5, True, half_past])
    assert rows(data) == [
        {"statement": "a", "external_id": "7", "reason": "2025-09-01"},
        {"statement": "b", "external_id": "7.5", "reason": "true", "claimant": "2025-09-01T08:30:00"},
    ]


def test_formulas_and_errors_are_problems_of_their_row() -> None:
    """The sentence names row and column; other rows are read."""
    data = book(["statement", "reason"], ["=A1", "x"], ["fine"], ["x", "#N/A"], ["too", "many", "cells"])
    assert rows(data) == [
        "a.xlsx, line 2, statement: holds a formula; paste it as a value",
        {"statement": "fine"},
        "a.xlsx, line 4, reason: holds the error #N/A",
        "a.xlsx, line 5: a value in column 3, but the header has 2",
    ]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (["statement", "statement"], "the header has the column 'statement' twice"),
        (["statement", None, "reason"], "the header has a column without a name"),
    ],
)
def test_a_bad_header_ends_the_sheet(header: list[object], told: str) -> None:
    """Nothing below it could be understood."""
    assert rows(book(header, ["x"])) == [f"a.xlsx, line 1: {told}"]


def test_a_sheet_may_be_named() -> None:
    """Otherwise it is the first."""
    data = book(["statement"], ["first"], more=[["statement"], ["second"]])
    assert rows(data) == [{"statement": "first"}]
    assert rows(data, "more") == [{"statement": "second"}]
    assert problem(data, "none") == "a.xlsx: has no sheet 'none'; there are 'claims', 'more'"


def test_a_map_names_columns() -> None:
    """And their texts are then read as what our columns hold."""
    data = book(["claim", "from", "labels"], ["a", 3, "x; y"])
    fieldmap = FieldMap({"claim": "statement", "from": "start", "labels": "tags"}, {}, {})
    (row,) = read_file(data, "a.xlsx", fieldmap)
    assert row == "a.xlsx, line 2, evidence[0].document: is missing"
    fieldmap = FieldMap({"claim": "statement", "from": None, "labels": "tags"}, {}, {})
    assert list(read_file(data, "a.xlsx", fieldmap)) == [{"line": 2, "statement": "a", "tags": ["x", "y"]}]


# ── hostile workbooks ──────────────────────────────────────────────────────────────────────────────


def test_a_document_type_is_refused() -> None:
    """It could define entities without end; also in an encoding in which it does not show."""
    plain = book(["statement"], ["x"])
    declared = edited(plain, lambda name, part: part.replace(b"<worksheet", b"<!doctype x []><worksheet", 1))
    assert problem(declared) == "a.xlsx: its part xl/worksheets/sheet1.xml declares a document type"
    wide = edited(plain, lambda name, part: part.decode().encode("utf-16") if "sheet1" in name else part)
    assert problem(wide) == "a.xlsx: its part xl/worksheets/sheet1.xml is not in UTF-8"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """By the sizes that the archive itself tells, and by the number of its parts."""
    plain = book(["statement"], ["x"])
    big = edited(plain, lambda name, part: part, also={"xl/media/x.bin": bytes(xlsx.LARGEST)})
    assert len(big) < 1_000_000
    assert problem(big).startswith("a.xlsx: unpacks to more than 200,000,000 bytes")
    many = edited(plain, lambda name, part: part, also={f"x/{at}": b"" for at in range(xlsx.MOST_PARTS)})
    assert problem(many).startswith("a.xlsx: unpacks to more than")


def test_what_is_no_workbook_is_one_sentence() -> None:
    """A zip of something else, a cut file, another format under the name."""
    plain = book(["statement"], ["x"])
    for data in (
        plain[:-30],
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0" + bytes(600),
        edited(plain, lambda name, part: b"<x/>"),
    ):
        assert problem(data).startswith("a.xlsx: cannot be ")


@given(st.data())
def test_no_damage_raises_anything_but_our_errors(data: st.DataObject) -> None:
    """Bytes of the parts cut out and doubled: a workbook may be wrong, never the program."""
    plain = written(RECORDS[:2])

    def damage(name: str, part: bytes) -> bytes:
        start = data.draw(st.integers(0, len(part)))
        end = start + data.draw(st.integers(0, 12))
        return part[:start] + data.draw(st.sampled_from([b"", b"9", b"<", part[start:end] * 2])) + part[end:]

    target = data.draw(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]))
    try:
        found = rows(edited(plain, lambda name, part: damage(name, part) if name == target else part))
    except FileProblem as error:
        found = [str(error)]
    assert not [one for one in found if isinstance(one, str) and "\n" in one]


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, when such a file is met and not before; writing needs no library."""
    data = written(RECORDS)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert written(RECORDS) == data
    assert problem(data) == "a.xlsx: reading workbooks needs openpyxl: pip install 'factcheck-desk[office]'"
