"""The beginning of the queue, read with SQLite alone, is the beginning that the whole program shows."""

import sqlite3
from pathlib import Path

import pytest

from factcheck.dossier import Dossier
from factcheck.errors import NoDossier, OtherVersion, StoreError
from factcheck.store.queue import OPEN
from factcheck.store.quick import STATUSES, WAITING, glimpse
from tests.conftest import Clock, Databases
from tests.factcheck.story import fill


@pytest.fixture
def file(databases: Databases) -> Path:
    """A dossier in a file with the small story in it."""
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna", now=Clock()) as dossier:
        fill(dossier)
    return Path("/", url.removeprefix("sqlite:///"))


def test_it_is_the_same_beginning(file: Path) -> None:
    """Order, statements, sources, and the first claim that waits; with priorities and without."""
    for priorities in ("0", "pk % 3"):
        with sqlite3.connect(file) as connection:
            connection.execute(f"UPDATE claim SET priority = {priorities}")
        with Dossier.open(f"sqlite:///{file}", reviewer="anna") as dossier:
            ids, open_ = dossier.queue_ids()
            rows = dossier.queue_rows(ids)
            seen = glimpse(file, 100)
            assert seen.rows == tuple((rows[key].claim.statement, rows[key].source) for key in ids)
            assert seen.start == max(0, open_.find(1))
            assert seen.prioritised is (priorities != "0")
            assert glimpse(file, 2).rows == seen.rows[:2]


def test_the_words_for_statuses_are_those_of_the_queue() -> None:
    """What waits is what the queue calls open."""
    assert set(STATUSES[:WAITING]) == {status.value for status in OPEN}


def test_what_is_wrong_is_told_in_our_errors(file: Path, tmp_path: Path) -> None:
    """No file, no dossier, a newer one."""
    with pytest.raises(NoDossier):
        glimpse(tmp_path / "gone.db", 9)
    (tmp_path / "text.db").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError):
        glimpse(tmp_path / "text.db", 9)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(OtherVersion):
        glimpse(file, 9)


def test_an_empty_dossier_has_an_empty_beginning(databases: Databases) -> None:
    """Nothing to show, nothing to fail on."""
    file = Path("/", databases.new("sqlite").removeprefix("sqlite:///"))
    assert glimpse(file, 9).rows == ()
