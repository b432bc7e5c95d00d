"""The notes of the ledger that are kept outside the database."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.judgement import ClaimDecision
from claims.model import Status
from factcheck.dossier import Dossier, Format
from factcheck.errors import FileProblem
from factcheck.store import anchors
from factcheck.store.engine import Store
from tests.conftest import Databases
from tests.factcheck.story import fill

hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(
    told=st.lists(st.lists(st.tuples(st.integers(1, 10**11), hashes), min_size=1, max_size=4), min_size=1, max_size=3)
)
def test_what_is_remembered_is_read_again(tmp_path: Path, told: list[list[anchors.Anchor]]) -> None:
    """In the order in which it was told, over any number of visits."""
    path = tmp_path / "x.anchors"
    path.unlink(missing_ok=True)
    for some in told:
        anchors.remember(path, some)
    assert anchors.read(path) == [anchor for some in told for anchor in some]


def test_a_torn_line_costs_no_other(tmp_path: Path) -> None:
    """A power cut may leave half a line at the end; what is remembered afterwards stands on a line of its own."""
    path = tmp_path / "x.anchors"
    anchors.remember(path, [(1, "a" * 64), (2, "b" * 64)])
    path.write_bytes(path.read_bytes()[:-30])
    anchors.remember(path, [(3, "c" * 64)])
    assert anchors.read(path) == [(1, "a" * 64), (3, "c" * 64)]


def test_the_anchors_of_a_database_stand_beside_it() -> None:
    """So that a copy of the folder takes them along."""
    assert anchors.beside(Path("folder/desk.db")) == Path("folder/desk.db.anchors")


def test_an_export_is_an_anchor(story: Dossier, tmp_path: Path) -> None:
    """JSON and Markdown alike hold the head they were written at."""
    head = story.verify().head
    for format_ in (Format.JSON, Format.MARKDOWN):
        path = tmp_path / f"export.{format_}"
        path.write_bytes(b"".join(story.export(format_)))
        assert anchors.read(path) == [head]
        assert story.verify(anchors.read(path)).findings == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"\xff\xfe",
        b"{}",
        b"[]",
        b"7 xyz",
        b'{"ledger": {"seq": "x", "hash": ""}}',
        b'{"ledger": {"seq": null}}',
        b'{"ledger": 7}',
        b"[" * 9**6,
    ],
)
def test_a_file_without_an_anchor_is_said_to_have_none(tmp_path: Path, data: bytes) -> None:
    """Checking against nothing would look like checking."""
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(FileProblem, match="anchor"):
        anchors.read(path)


def test_a_missing_file_of_anchors_is_an_error(tmp_path: Path) -> None:
    """And so is a folder, or a place where nothing can be written."""
    with pytest.raises(FileProblem, match="no such file"):
        anchors.read(tmp_path / "none")
    with pytest.raises(FileProblem):
        anchors.read(tmp_path)
    with pytest.raises(FileProblem):
        anchors.remember(tmp_path, [(1, "0" * 64)])


def test_an_anchor_that_cannot_be_kept_is_a_warning_and_no_failure(databases: Databases) -> None:
    """The change is safe in the database by then: saying that it failed would make people do it again."""
    warnings: list[str] = []
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna", warn=warnings.append) as dossier:
        fill(dossier)
        path = Store(url).path
        assert path is not None
        anchors.beside(path).unlink()
        anchors.beside(path).mkdir()
        assert dossier.decide("w4", ClaimDecision(status=Status.DEFERRED)).version == 2
        assert len(warnings) == 1
        assert "the change itself is saved" in warnings[0]
        anchors.beside(path).rmdir()
        assert dossier.verify().findings == ()


def test_a_server_has_no_beside(databases: Databases) -> None:
    """Nothing is written into the folder one happens to stand in."""
    before = set(Path.cwd().iterdir())
    with Dossier.open(databases.new("postgresql"), reviewer="anna") as dossier:
        fill(dossier)
        assert dossier.verify().counts["anchors"] == 0
    assert set(Path.cwd().iterdir()) == before
