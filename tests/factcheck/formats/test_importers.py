"""Every importer: what it reads of a file as it should be and of a dirty one, and that nothing it meets breaks it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.formats.claim_files import ClaimFormat, format_of
from factcheck.formats.fieldmap import FieldMap
from tests.factcheck.formats.importing import FILES, packed, read, written

NAMES = [path.name for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_file_gives_the_rows_that_stand_beside_it(path: Path) -> None:
    """Rows under our names with their lines, and one sentence for each row that is wrong."""
    expected = path.with_name(f"{path.name}.rows.json")
    found = written(read(path.read_bytes(), path.name))
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_bytes(found)
    assert found.decode() == expected.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_the_format_is_told_by_content_alone(path: Path) -> None:
    """Under another name the file is read the same way."""
    told = format_of(path.name, path.read_bytes()[:4096])
    assert told.value == {"records": path.suffix[1:]}.get(
        path.stem.removesuffix("_dirty"), path.stem.removesuffix("_dirty")
    )
    assert format_of("-", path.read_bytes()[:4096]) is told


@pytest.mark.parametrize("format_", ClaimFormat)
@given(data=st.binary(max_size=80))
def test_no_bytes_raise_anything_but_our_errors(format_: ClaimFormat, data: bytes) -> None:
    """Whatever the bytes are, there are rows, problems in one sentence, or one sentence for the file."""
    tried(data, format_)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_raises_anything_but_our_errors(path: Path, data: st.DataObject) -> None:
    """Bytes cut out, doubled and replaced: the file may be wrong, never the program."""
    content = path.read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 30)))
        piece = data.draw(
            st.sampled_from([b"", b"null", b"[]", b"{}", b'"', b"1e999", b"-1", b"[", b",", b"\n", b"\x00", b"\xff"])
        )
        content = content[:start] + data.draw(st.sampled_from([piece, content[start:end] * 2])) + content[end:]
    tried(content, format_of(path.name, path.read_bytes()[:4096]))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("path", [path for path in FILES if "json" in path.suffix], ids=lambda path: path.name)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_value_raises_anything_but_our_errors(path: Path, data: st.DataObject) -> None:
    """A value anywhere in a well-formed file may be anything else."""

    def changed(value: object, depth: int) -> object:
        if depth == 0 or not isinstance(value, dict | list) or not value:
            return data.draw(VALUES)
        if isinstance(value, dict):
            key = data.draw(st.sampled_from(sorted(value)))
            return {**value, key: changed(value[key], depth - 1)}
        at = data.draw(st.integers(0, len(value) - 1))
        return [*value[:at], changed(value[at], depth - 1), *value[at + 1 :]]

    content = path.read_bytes()
    told = format_of(path.name, content[:4096])
    if path.suffix == ".jsonl":
        content = next(line for line in content.splitlines() if line.strip())
    value = changed(json.loads(content), data.draw(st.integers(1, 8)))
    tried(json.dumps(value).encode(), told)


def tried(data: bytes, format_: ClaimFormat) -> None:
    """Read the bytes; what may come of it are rows, sentences and our own errors."""
    sentences = []
    try:
        sentences = [found for found in read(data, "file", format_=format_.value) if isinstance(found, str)]
    except FactcheckError as error:
        sentences = [str(error)]
    for sentence in sentences:
        assert sentence.startswith("file")
        assert "\n" not in sentence


# ── labels ─────────────────────────────────────────────────────────────────────────────────────────


def labels(path_name: str, **verdicts: object) -> list[str | dict[str, Any]]:
    """What is read of a file with a map for labels."""
    path = next(path for path in FILES if path.name == path_name)
    return list(read(path.read_bytes(), path.name, FieldMap({}, {"verdict": verdicts}, {})))


def test_a_label_that_the_map_names_is_handed_to_it() -> None:
    """False keeps the tag alone, a word of ours is the verdict, and a row may be left out."""
    name = "claims_search_dirty.json"
    sentence = "This photo shows another fire, years ago."
    tagged = f"rated:{sentence}"
    assert sum(f"the label {sentence!r} is not known" in str(row) for row in labels(name)) == 1
    for said, verdict in ((False, None), ("conflicting", "conflicting")):
        rows = [row for row in labels(name, **{sentence: said}) if isinstance(row, dict)]
        (row,) = [one for one in rows if tagged in one["tags"]]
        assert row.get("verdict") == verdict
    assert "left out: photos" in labels(name, **{sentence: {"skip": "photos"}})


def test_a_known_label_makes_no_verdict_by_itself() -> None:
    """Nobody at this desk has seen a quote: rating and reviewer are tags, the reason says when and where."""
    rows = [row for row in labels("claimreview.json") if isinstance(row, dict)]
    assert [row.get("verdict") for row in rows] == [None, None]
    assert rows[0]["tags"] == ["rated:Mostly false", "suggests:refuted", "rated_by:Harbour Checks"]
    assert str(rows[0]["reason"]).startswith(
        "rated 'Mostly false' (2 on a scale from 1 to 5) by Harbour Checks on 2025-09-02: https://checks.example/2025/"
    )


def test_a_packed_file_is_told_by_its_name_without_gz() -> None:
    """`claims.yaml.gz` is YAML once it is unpacked."""
    assert format_of("claims.yaml.gz", b"claims: []\n") is ClaimFormat.YAML
    assert packed(b"x")[:2] == b"\x1f\x8b"
