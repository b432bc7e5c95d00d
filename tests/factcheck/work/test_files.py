"""A finished file gets its name whole, or not at all; power cuts are tried by `make soak SOAK_ARGS=power`."""

import errno
import os
from pathlib import Path

import pytest

from factcheck.work.files import settle


def test_the_file_takes_the_place_of_what_had_the_name(tmp_path: Path) -> None:
    """In one step, with nothing left under the other name."""
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "report.md").write_bytes(b"old")
    settle(tmp_path / "new", tmp_path / "report.md")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.md", b"new")]


def test_bytes_are_on_the_disk_before_the_name_and_the_name_before_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the file is synced, then its folder; a folder that cannot be synced is no reason to fail."""
    synced: list[str] = []

    def sync(handle: int) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()) if Path("/proc/self/fd").exists() else "?")
        if len(synced) == 2:
            raise OSError(errno.EINVAL, "not for folders")

    monkeypatch.setattr(os, "fsync", sync)
    (tmp_path / "new").write_bytes(b"new")
    settle(tmp_path / "new", tmp_path / "report.md")
    assert len(synced) == 2
    assert synced in (["?", "?"], [str(tmp_path / "new"), str(tmp_path)])


def test_a_file_that_cannot_be_synced_gets_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed sync is never tried again: what is on the disk is not known."""

    def fail(handle: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    (tmp_path / "new").write_bytes(b"new")
    with pytest.raises(OSError, match="input/output"):
        settle(tmp_path / "new", tmp_path / "report.md")
    assert not (tmp_path / "report.md").exists()
