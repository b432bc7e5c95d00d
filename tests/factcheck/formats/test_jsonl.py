"""JSON Lines are read strictly: what two readers could take for two different things is refused, line by line."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RowProblem
from factcheck.formats import jsonl
from factcheck.formats.rows import Row

scalars = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.floats(allow_nan=False, allow_infinity=False)
words = st.text(st.characters(codec="utf-8"), max_size=20)
values = st.recursive(
    scalars | words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4)
)
objects = st.dictionaries(words, values, max_size=5)


def read(*lines: bytes) -> list[Row | RowProblem]:
    """What the reader makes of these lines."""
    return list(jsonl.read(lines, "claims.jsonl"))


def rows(*lines: bytes) -> list[tuple[int, dict[str, Any]]]:
    """(line, fields) of the rows, of which none may be wrong."""
    found = read(*lines)
    assert not [one for one in found if isinstance(one, RowProblem)]
    return [(one.line, one.data) for one in found if isinstance(one, Row)]


def problem(line: bytes) -> str:
    """What is wrong with a line, as people read it."""
    (found,) = read(line)
    assert isinstance(found, RowProblem)
    return str(found)


@given(st.lists(objects, max_size=8))
def test_what_was_written_is_what_is_read(written: list[dict[str, Any]]) -> None:
    """Every JSON object comes back as it went in, with the number of its line."""
    lines = [json.dumps(one).encode() + b"\n" for one in written]
    assert rows(*lines) == list(enumerate(written, 1))


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_no_bytes_raise_anything(lines: list[bytes]) -> None:
    """Whatever the bytes are, each line is a row, a problem in one sentence, or empty."""
    for found in read(*lines):
        assert isinstance(found, Row) or "\n" not in str(found)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"a": 1, "a": 2}', "the field 'a' is given twice"),
        (b'{"x": {"a": 1, "b": 3, "a": 2}}', "the field 'a' is given twice"),
        (b'{"a": NaN}', "NaN is not a number that JSON knows"),
        (b'{"a": Infinity}', "Infinity is not a number that JSON knows"),
        (b'{"a": -Infinity}', "-Infinity is not a number that JSON knows"),
        (b"[1, 2]", "must be a JSON object {…}, not a list"),
        (b'"words"', "must be a JSON object {…}, not text"),
        (b"true", "must be a JSON object {…}, not true or false"),
        (b"null", "must be a JSON object {…}, not null"),
        (b"17", "must be a JSON object {…}, not a number"),
        (b'{"a": 1,}', "not valid JSON at character 9"),
        (b'{"a": 1} {"b": 2}', "not valid JSON at character 10: extra data"),
        (b"{'a': 1}", "not valid JSON at character 2"),
        (b'{"a": "b\tc"}', "not valid JSON at character 9: invalid control character at"),
        (b'{"a": "\xff"}', "not UTF-8 at byte 8 of the line"),
        (b'{"a": "\xed\xa0\x80"}', "not UTF-8 at byte 8 of the line"),
        (b'{"a": "x\x00y"}', "not valid JSON at character 9: invalid control character at"),
        (b'\xff\xfe{\x00"\x00', "not UTF-8 at byte 1 of the line"),
    ],
)
def test_a_line_that_is_no_plain_object_is_named(line: bytes, told: str) -> None:
    """The sentence names file and line and what is wrong there."""
    assert problem(line).startswith(f"claims.jsonl, line 1: {told}")


@pytest.mark.parametrize("depth", [65, 900, 10_000, 100_000])
@pytest.mark.parametrize("bracket", [(b"[", b"]"), (b'{"a":', b"}")])
def test_bottomless_nesting_is_refused(depth: int, bracket: tuple[bytes, bytes]) -> None:
    """However deep a line is nested, it is refused with a sentence."""
    opened, closed = bracket
    line = b'{"x": ' + opened * depth + b"1" + closed * depth + b"}"
    assert problem(line) == "claims.jsonl, line 1: nested more than 64 levels deep"


def test_nesting_that_a_person_would_write_is_read() -> None:
    """63 levels inside the object are fine."""
    line = b'{"x": ' + b"[" * 63 + b"]" * 63 + b"}"
    assert len(rows(line)) == 1


def test_a_line_of_20_megabytes_is_refused_by_its_length() -> None:
    """The sentence says how long a line may be."""
    line = b'{"statement": "' + b"x" * 20_000_000 + b'"}'
    assert problem(line) == "claims.jsonl, line 1: the line is longer than 8,000,000 bytes"


def test_a_number_too_large_for_64_bits_becomes_a_float() -> None:
    """A long integer cannot stop what comes after: it is read as other readers read it."""
    ((_, data),) = rows(b'{"small": 123456789012345678, "large": 1' + b"0" * 30 + b', "huge": 1' + b"0" * 9000 + b"}")
    assert data == {"small": 123456789012345678, "large": 1e30, "huge": float("inf")}


def test_the_mark_at_the_start_belongs_to_the_first_line_only() -> None:
    """A byte order mark before the first line is passed over; elsewhere it is wrong."""
    mark = b"\xef\xbb\xbf"
    assert rows(mark + b'{"a": 1}\n') == [(1, {"a": 1})]
    first, second = read(b'{"a": 1}\n', mark + b'{"a": 2}\n')
    assert isinstance(first, Row)
    assert isinstance(second, RowProblem)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_both_line_endings_are_read(end: bytes) -> None:
    """Windows line endings change nothing."""
    assert rows(b'{"a": 1}' + end, b'{"b": 2}' + end) == [(1, {"a": 1}), (2, {"b": 2})]


def test_empty_lines_are_passed_over_and_counted() -> None:
    """A row after empty lines has the number of the line on which it stands."""
    assert rows(b"\n", b'{"a": 1}\n', b"  \t\n", b"\r\n", b'{"b": 2}') == [(2, {"a": 1}), (5, {"b": 2})]


def test_a_bad_line_in_the_middle_stops_neither_what_comes_before_nor_after() -> None:
    """The rows around a malformed line are read, and the problem stands between them."""
    found = read(b'{"a": 1}\n', b'{"a": \n', b'{"a": 3}\n')
    assert [type(one) for one in found] == [Row, RowProblem, Row]
    assert [one.line for one in found] == [1, 2, 3]


def test_a_lone_surrogate_written_as_an_escape_is_read() -> None:
    """JSON allows it; what a record may hold is the record's business."""
    assert rows(b'{"a": "\\ud800"}') == [(1, {"a": "\ud800"})]


def test_a_row_knows_how_many_bytes_were_read_with_it() -> None:
    """The number grows line by line up to the length of the file."""
    lines = [b'{"a": 1}\n', b"\n", b'{"b": 2}']
    assert [one.read for one in read(*lines) if isinstance(one, Row)] == [9, 18]


def test_lines_are_read_one_at_a_time() -> None:
    """A row is handed on before the next line is asked for."""

    def endless() -> Iterator[bytes]:
        while True:
            yield b'{"a": 1}\n'

    found = jsonl.read(endless(), "pipe")
    assert next(found) == Row(1, {"a": 1}, 9)
    assert next(found) == Row(2, {"a": 1}, 18)
