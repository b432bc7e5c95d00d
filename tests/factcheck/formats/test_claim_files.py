"""A claim file's format is told by its content first; its digest is that of its bytes, however it is read."""

import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import RowProblem
from factcheck.formats import jsonl
from factcheck.formats.claim_files import ClaimFormat, format_of, opened
from factcheck.formats.rows import Row


@pytest.mark.parametrize(
    ("name", "start", "told"),
    [
        ("a.jsonl", b'{"statement": "x"}', "jsonl"),
        ("a.ndjson", b"", "jsonl"),
        ("a.CSV", b"statement,claimant", "csv"),
        ("a.tsv", b"statement\tclaimant", "tsv"),
        ("a.txt", b'\xef\xbb\xbf\n {"statement"', "jsonl"),
        ("-", b"statement\tclaimant\na,b\tc", "tsv"),
        ("-", b"statement,claimant\na\tb", "csv"),
        ("a.json", b'[{"statement": "x"}]', "json"),
        ("a.json", b'{"factcheck": 1,', "json"),
        ("a.jsonl", b'\xef\xbb\xbf{"factcheck": 1,', "json"),
        ("a.txt", b'{\n  "factcheck" : 1,', "json"),
        ("a.txt", b'{"factchecked": 1,', "jsonl"),
    ],
)
def test_the_format_is_told_by_content_then_by_name(name: str, start: bytes, told: str) -> None:
    """An export of ours is known whatever it is called, also when another program has set it with spaces."""
    assert format_of(name, start) is ClaimFormat(told)


@given(st.binary(max_size=200), st.sampled_from([ClaimFormat.JSONL, ClaimFormat.CSV, ClaimFormat.TSV]))
def test_the_digest_is_that_of_the_whole_file(data: bytes, format_: ClaimFormat) -> None:
    """Also when the reader gave up before the end, the digest is the SHA-256 of the bytes."""
    file = opened(io.BytesIO(data), "file", format_)
    list(file.rows)
    assert file.digest() == hashlib.sha256(data).hexdigest()


def test_a_line_that_is_too_long_is_not_kept_in_memory() -> None:
    """The reader sees a piece just over the limit, passes over the rest, and goes on with the next line."""
    data = b'{"a": "' + b"x" * (3 * jsonl.LONGEST_LINE) + b'"}\n{"b": 2}\n'
    file = opened(io.BytesIO(data), "file", ClaimFormat.JSONL)
    long, short = file.rows
    assert isinstance(long, RowProblem)
    assert long.problem == "the line is longer than 8,000,000 bytes"
    assert isinstance(short, Row)
    assert (short.line, short.data) == (2, {"b": 2})
    assert file.digest() == hashlib.sha256(data).hexdigest()
