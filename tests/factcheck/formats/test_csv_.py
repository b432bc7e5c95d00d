"""CSV and TSV are read strictly, so that one stray mark cannot shift every later row."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RowProblem
from factcheck.formats import csv_
from factcheck.formats.fieldmap import FieldMap
from factcheck.formats.records import ClaimRecord, record_of
from factcheck.formats.rows import Row

cells = st.text(
    st.sampled_from("ab中 ,;\t\"'\n😀=") | st.characters(codec="utf-8", exclude_characters="\r"), max_size=12
)
columns = ("statement", "claimant", "tags")


def read(data: bytes, delimiter: str = ",") -> list[Row | RowProblem]:
    """What the reader makes of a file."""
    return list(csv_.read(io.BytesIO(data), "claims.csv", delimiter=delimiter))


def rows(data: bytes, delimiter: str = ",") -> list[dict[str, Any]]:
    """The fields of the rows, of which none may be wrong."""
    found = read(data, delimiter)
    assert not [str(one) for one in found if isinstance(one, RowProblem)]
    return [one.data for one in found if isinstance(one, Row)]


def problems(data: bytes, delimiter: str = ",") -> list[str]:
    """What is wrong, as people read it."""
    return [str(one) for one in read(data, delimiter) if isinstance(one, RowProblem)]


def record(**fields: str) -> dict[str, Any]:
    """The typed fields of a row that holds these texts."""
    return csv_.typed(dict(fields))


@given(st.lists(st.tuples(cells, cells, cells), max_size=6), st.sampled_from(",\t"))
def test_what_a_spreadsheet_writes_is_what_is_read(table: list[tuple[str, str, str]], delimiter: str) -> None:
    """Commas, quotes, line breaks and every script survive; empty cells say nothing, empty rows are none."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([columns, *table])
    expected = [
        {name: cell for name, cell in zip(columns, row, strict=True) if cell}
        for row in table
        if any(cell.strip() for cell in row)
    ]
    assert rows(file.getvalue().encode(), delimiter) == expected


@given(st.binary(max_size=80))
def test_no_bytes_raise_anything(data: bytes) -> None:
    """Whatever the bytes are, what comes out are rows and problems in one sentence."""
    for found in read(data):
        assert isinstance(found, Row) or "\n" not in str(found)


def test_the_mark_that_spreadsheets_write_is_passed_over() -> None:
    """A byte order mark does not become part of the first column's name."""
    assert rows(b"\xef\xbb\xbfstatement\r\nwater rose\r\n") == [{"statement": "water rose"}]


def test_a_row_begins_on_the_line_of_its_first_cell() -> None:
    """Line breaks inside quotes count as lines of the file."""
    found = read(b'statement,reason\n"one\ntwo\r\nthree",why\n\nlast,\n')
    assert [one.line for one in found] == [2, 6]
    assert isinstance(found[0], Row)
    assert found[0].data["statement"] == "one\ntwo\r\nthree"


def test_empty_lines_before_the_header_are_passed_over() -> None:
    """The header is the first line with anything in it."""
    assert rows(b"\n , \nstatement,reason\na,b\n") == [{"statement": "a", "reason": "b"}]


def test_quotes_inside_quotes_are_doubled() -> None:
    """The usual way to write a quotation mark is understood."""
    assert rows(b'statement\n"he said ""no"""\n') == [{"statement": 'he said "no"'}]


@pytest.mark.parametrize("stray", [b'"open\nx,y\n', b'"a"b,c\n'])
def test_a_stray_quote_ends_the_reading_with_a_sentence(stray: bytes) -> None:
    """Rows before it are read, nothing after it is guessed, and the sentence says so."""
    found = read(b"statement,reason\nfirst,why\n" + stray)
    assert isinstance(found[0], Row)
    assert len(found) == 2
    assert str(found[1]).startswith("claims.csv, line 3: not valid CSV: ")
    assert str(found[1]).endswith("the rest of the file was not read")


def test_too_many_and_too_few_columns_are_told_row_by_row() -> None:
    """A row that does not fit the header is refused; the rows around it are read."""
    found = read(b"statement,reason\na,b,c\nd,e\nf\n")
    assert [str(one) for one in found if isinstance(one, RowProblem)] == [
        "claims.csv, line 2: 3 columns, but the header has 2",
        "claims.csv, line 4: 1 columns, but the header has 2",
    ]
    assert [one.data for one in found if isinstance(one, Row)] == [{"statement": "d", "reason": "e"}]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (b"statement,reason,statement", "the header has the column 'statement' twice"),
        (b"statement, statement ", "the header has the column 'statement' twice"),
        (b"statement,,reason", "the header has a column without a name"),
        (b"statement,", "the header has a column without a name"),
    ],
)
def test_a_header_that_could_mean_two_things_is_refused(header: bytes, told: str) -> None:
    """Nothing is read below it."""
    assert problems(header + b"\na,b,c\n") == [f"claims.csv, line 1: {told}"]


def test_bytes_that_are_no_utf_8_are_named_by_their_line() -> None:
    """A file in another encoding is not read as nonsense."""
    (told,) = problems("statement\nreason\n水位上升\n".encode("gb18030"))
    assert told == f"claims.csv, line 3: not UTF-8 at byte 5 of the line{csv_.SAVE}"
    utf_16 = problems("statement\na\n".encode("utf-16"))
    assert utf_16 == [f"claims.csv, line 1: not UTF-8 at byte 1 of the line{csv_.SAVE}"]


def test_a_cell_larger_than_a_megabyte_is_refused() -> None:
    """Such a cell is a mistake: usually a quotation mark that was never closed."""
    (told,) = problems(b'statement\n"' + b"x" * (csv_.LONGEST_FIELD + 1) + b'"\n')
    assert told.startswith("claims.csv, line 2: not valid CSV: field larger than field limit")


def test_the_evidence_columns_make_the_first_quote() -> None:
    """Six columns hold the first quote; a JSON column may add more after it."""
    made = record(
        statement="s",
        document="a.txt",
        start="3",
        end="7",
        exact="word",
        stance="refutes",
        directness="primary",
        evidence='[{"document": "b.txt", "exact": "other"}]',
    )
    assert made["evidence"] == [
        {"document": "a.txt", "start": 3, "end": 7, "exact": "word", "stance": "refutes", "directness": "primary"},
        {"document": "b.txt", "exact": "other"},
    ]
    assert isinstance(record_of(made), ClaimRecord)


def test_columns_and_a_map_fill_one_quote_together() -> None:
    """A map that renames only some of the evidence columns leaves the others where they belong."""
    mapped = FieldMap({"doc": "evidence.document"}, {}, {}).apply({"statement": "s", "doc": "a.txt", "exact": "word"})
    assert isinstance(mapped, dict)
    assert csv_.typed(mapped)["evidence"] == [{"document": "a.txt", "exact": "word"}]


def test_a_column_and_a_map_cannot_fill_the_same_part_of_a_quote() -> None:
    """Which of the two is meant is not guessed."""
    mapped = FieldMap({"doc": "evidence.document"}, {}, {}).apply({"doc": "a.txt", "document": "b.txt"})
    assert isinstance(mapped, dict)
    with pytest.raises(ValueError, match=r"evidence\.document"):
        csv_.typed(mapped)


@pytest.mark.parametrize("given", ["x", "1.5", "-1", "1e3", "9" * 13, "１２a", "0x10"])
def test_offsets_are_whole_numbers(given: str) -> None:
    """Anything else in `start` or `end` is refused by the column's name."""
    with pytest.raises(ValueError, match="start") as caught:
        record(start=given)
    assert caught.value.args[0] == "start"
    assert "must be a whole number" in caught.value.args[1]


def test_names_are_separated_by_semicolons_or_written_as_json() -> None:
    """Spaces around a name and empty names are passed over."""
    assert record(tags="flood; dam ;;river")["tags"] == ["flood", "dam", "river"]
    assert record(tags='["a;b", "c"]')["tags"] == ["a;b", "c"]
    assert record(entities="Ana;Bo")["entities"] == ["Ana", "Bo"]


def test_json_columns_hold_json() -> None:
    """Quantities, dates, evidence and relations are JSON, read as strictly as JSON Lines."""
    assert record(quantities='[{"text": "3億", "low": 3e8}]')["quantities"] == [{"text": "3億", "low": 3e8}]
    for column in csv_.JSON_COLUMNS:
        with pytest.raises(ValueError, match=column) as caught:
            record(**{column: '[{"a": 1, "a": 2}]'})
        assert caught.value.args == (column, "the field 'a' is given twice")


def test_what_a_map_made_of_a_cell_is_left_as_it_is() -> None:
    """Only texts are typed; values that a map put in their place are typed already."""
    assert csv_.typed({"tags": ["a;b"], "quantities": []}) == {"tags": ["a;b"], "quantities": []}


def test_a_semicolon_may_separate_where_the_comma_is_for_decimals() -> None:
    """Told by a header that has nothing else; a comma in a cell is then a comma."""
    rows = list(csv_.read(iter([b"external_id;statement\r\n", b'1;"a; b, c"\r\n', b"2;1,5 metres\r\n"]), "a.csv"))
    assert [row.data for row in rows if isinstance(row, Row)] == [
        {"external_id": "1", "statement": "a; b, c"},
        {"external_id": "2", "statement": "1,5 metres"},
    ]
    assert list(csv_.read(iter([]), "a.csv")) == []
