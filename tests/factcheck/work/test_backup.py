"""A copy that can be trusted, and that never lies on top of something else."""

from pathlib import Path

import pytest

from claims.judgement import ClaimDecision
from claims.model import Status
from factcheck.dossier import Dossier
from factcheck.errors import FactcheckError, FileProblem
from tests.factcheck.story import exported

sqlite = pytest.mark.parametrize("backend", ["sqlite"])


@sqlite
def test_a_copy_is_the_dossier(story: Dossier, tmp_path: Path) -> None:
    """Same content, same ledger, nothing to complain about; and it goes its own way from there."""
    target = tmp_path / "copy.db"
    assert story.backup(target) == target.stat().st_size
    before = exported(story)
    with Dossier.open(str(target), reviewer="boris") as copy:
        assert copy.verify([story.verify().head]).findings == ()
        assert exported(copy) == before
        copy.decide("w4", ClaimDecision(status=Status.DEFERRED))
    assert exported(story) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "copy.db.anchors"]


@sqlite
def test_a_backup_never_overwrites(story: Dossier, tmp_path: Path) -> None:
    """Neither a file nor a folder, nor the dossier itself; and nothing half done is left behind."""
    target = tmp_path / "copy.db"
    target.write_bytes(b"precious")
    for there in (target, tmp_path):
        with pytest.raises(FileProblem, match="is there already; a backup never overwrites"):
            story.backup(there)
    assert target.read_bytes() == b"precious"
    assert [path.name for path in tmp_path.iterdir()] == ["copy.db"]


@sqlite
def test_a_backup_into_a_missing_folder_says_so(story: Dossier, tmp_path: Path) -> None:
    """The folder is not made up."""
    with pytest.raises(FileProblem, match="no such file or directory"):
        story.backup(tmp_path / "none" / "copy.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_server_is_backed_up_with_its_own_tool(story: Dossier, tmp_path: Path) -> None:
    """Which is named."""
    with pytest.raises(FactcheckError, match="pg_dump"):
        story.backup(tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []
