"""Formats are told by how a file begins; where nothing is sure, ours is assumed and its errors speak."""

import json
from pathlib import Path

import pytest

from factcheck.formats.detect import told
from tests.factcheck.formats.importing import FILES


@pytest.mark.parametrize(
    ("start", "format_"),
    [
        (b'{"statement": "x", "claim": "y", "label": "z"}\n', "jsonl"),
        (b'{"a": "x", "b": "y", "kind": "conflicts"}\n', "jsonl"),
        (b'{"question": "none of these"}\n', "jsonl"),
        (b'{"claims": [{"statement": "x"}]}', "json"),
        (b'{\n "claims": [\n', "json"),
        (b'{"claims": [], "nextPageToken": "x"}', "claims_search"),
        (b"[]", "json"),
        (b'[\n  {"claim": "x", "claim_date": "1-1-2020"', "averitec"),
        (b'{"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://', "claimreview"),
        (b'{\n"@graph": [', "claimreview"),
        (b'{"id": 1, "claim": "x"}\n{"id": 2', "fever"),
        (b'{"id": 1, "claim": "x", "evidence": {"5": []}}\n', "scifact"),
        (b'{"id": 1, "text": "x", "label": []}\n', "doccano"),
        (b'[{"id": 1, "annotations": [{"id": 2, "result": []', "label_studio"),
        (b"---\nstatement: x\n", "yaml"),
        (b"# by hand\n\n- statement: x\n", "yaml"),
        (b"- not a record\n", "csv"),
        (b"statement,claimant\n", "csv"),
        (b'"claim_text","review_rating"\n', "data_commons"),
        (b"claim_text\treview_rating\n", "tsv"),
        (b"PK\x03\x04", "xlsx"),
        (b"\x89PNG", "csv"),
    ],
)
def test_a_beginning_tells_a_format(start: bytes, format_: str) -> None:
    """The first bytes alone, under no name."""
    assert told("-", start) == format_


@pytest.mark.parametrize(
    ("name", "start", "format_"),
    [
        ("a.jsonl", b"[1]", "jsonl"),
        ("a.ndjson", b'{"id": 1, "claim": "x"', "fever"),
        ("a.json", b"words", "json"),
        ("a.YML", b"words", "yaml"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "xlsx"),
        ("a.csv.gz", b"words", "csv"),
        ("a.csv", b"{", "csv"),
    ],
)
def test_a_name_settles_the_rest(name: str, start: bytes, format_: str) -> None:
    """What the content leaves open."""
    assert told(name, start) == format_


def test_with_a_map_of_fields_the_records_are_ours() -> None:
    """Another project's labels may look like a dataset's: the map says what they are."""
    assert told("-", b'{"id": 1, "claim": "x", "label": "y"}\n', mapped=True) == "jsonl"
    assert told("-", b'[{"claim": "x"}]', mapped=True) == "json"
    assert told("-", b'{\n"claims": [', mapped=True) == "json"
    assert told("a.csv", b"claim_text,review_rating\n", mapped=True) == "csv"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_first_kilobyte_is_enough(path: Path) -> None:
    """A pipe may hand over no more at once; what is cut is told all the same."""
    data = path.read_bytes()
    assert told("-", data[:1024]) == told("-", data)


def test_one_line_may_hold_a_whole_document() -> None:
    """As programs write it."""
    for path in FILES:
        if path.suffix == ".json":
            data = json.dumps(json.loads(path.read_bytes())).encode()
            assert told("-", data[:4096]) == told("-", path.read_bytes()), path.name
