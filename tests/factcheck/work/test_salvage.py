"""A damaged dossier gives what can be read of it, is never written to, and the new one says what is missing."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from factcheck.dossier import Dossier, Format
from factcheck.errors import FactcheckError, FileProblem, NoDossier
from factcheck.store import anchors
from factcheck.store.engine import Store
from factcheck.work.salvage import Rescued, rescue
from tests.conftest import Databases
from tests.factcheck.outside import tamper
from tests.factcheck.story import bring, exported, fill
from tests.migrations.first_schema import first_export, first_schema

PAGE = 4096
ROWS = 300
"""Claims without quotes: enough for tables of many pages."""


@pytest.fixture
def path(databases: Databases) -> Path:
    """A dossier's file: the story, and an import of many rows."""

    def make() -> str:
        url = databases.new("sqlite")
        with Dossier.open(url, reviewer="anna", title="港口大火") as dossier:
            fill(dossier)
            rows = [
                {"external_id": f"n{number}", "statement": f"Statement number {number}. " * 4, "tags": ["many"]}
                for number in range(ROWS)
            ]
            bring(dossier, rows, "many.jsonl")
        return url

    made = Store(databases.copy("sqlite", "to be damaged", make)).path
    assert made is not None
    return made


def _rescue(damaged: Path) -> tuple[Rescued, Path]:
    """Rescue, and look at what came of it: the damaged file is as it was, the new one opens and exports."""
    before = damaged.read_bytes()
    target = damaged.with_name("rescued.db")
    for left in damaged.parent.glob("rescued.db*"):
        left.unlink()
    done = rescue(Store(str(damaged)), target)
    assert damaged.read_bytes() == before
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert not list(damaged.parent.glob(".rescued*"))
    with Dossier.open(str(target), reviewer="boris") as dossier:
        for format_ in (Format.JSON, Format.MARKDOWN, Format.HTML, Format.CSV):
            if dossier.stats().claims:
                assert b"".join(dossier.export(format_))
        assert dossier.verify().findings == done.findings
    return done, target


def _damage(path: Path, change: Callable[[bytearray], bytes | bytearray]) -> None:
    path.write_bytes(change(bytearray(path.read_bytes())))


def _claims(target: Path) -> int:
    with Dossier.open(str(target)) as dossier:
        return dossier.stats().claims


def _pages_of(path: Path, name: str) -> list[int]:
    """The pages of a table or an index, without its root: the leaves, found by what stands in them."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    data = path.read_bytes()
    page = data[(root - 1) * PAGE : root * PAGE]
    assert page[0] in {2, 5}, "too small to have leaves"
    cells = [int.from_bytes(page[12 + 2 * at : 14 + 2 * at], "big") for at in range(int.from_bytes(page[3:5], "big"))]
    return [int.from_bytes(page[cell : cell + 4], "big") for cell in cells]


# ── what is whole, and what is not ─────────────────────────────────────────────────────────────────


def test_of_what_is_whole_everything_is_brought_over(path: Path) -> None:
    """The same export to the byte, the same anchors, nothing lost and nothing found."""
    done, target = _rescue(path)
    assert (done.lost, done.findings, done.notes) == ((), (), None)
    with Dossier.open(str(path)) as old, Dossier.open(str(target)) as new:
        assert exported(new) == exported(old)
        assert list(new.history()) == list(old.history())
    assert anchors.read(anchors.beside(target)) == anchors.read(anchors.beside(path))


def test_a_page_of_claims_costs_its_claims_and_no_others(path: Path) -> None:
    """Both sides of the damage are read; what is missing is told from the ledger."""
    page = _pages_of(path, "claim")[3]
    _damage(path, lambda data: data[: (page - 1) * PAGE] + b"\xa5" * PAGE + data[page * PAGE :])
    done, target = _rescue(path)
    found = _claims(target)
    assert ROWS + 4 - 40 < found < ROWS + 4
    removed = [finding for finding in done.findings if "was removed outside the ledger" in finding.what]
    assert len(removed) == ROWS + 4 - found
    assert done.notes is not None
    assert all(json.loads(line)["problem"] for line in done.notes.read_text("utf-8").splitlines())


def test_a_broken_index_costs_nothing(path: Path) -> None:
    """Tables are read without their indexes, and the new file builds its own."""
    page = _pages_of(path, "ix_claim_queue")[0]
    _damage(path, lambda data: data[: (page - 1) * PAGE] + bytes(PAGE) + data[page * PAGE :])
    with Dossier.open(str(path)) as dossier:
        found = dossier.verify().findings
    assert any(finding.where == "database file" and "salvage" in finding.mend for finding in found)
    done, target = _rescue(path)
    assert (done.lost, done.findings) == ((), ())
    assert _claims(target) == ROWS + 4


def test_a_missing_table_costs_that_table(path: Path) -> None:
    """Relations gone with their definition; everything else is there, and `verify` names each relation."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; DROP TABLE relation;")
    done, target = _rescue(path)
    assert _claims(target) == ROWS + 4
    assert [one.table for one in done.lost] == ["relation"]
    assert [finding.where.split()[0] for finding in done.findings] == ["relation"]


def test_a_row_that_nothing_can_be_is_left_out_and_kept_beside(path: Path) -> None:
    """Everything else opens and exports; the row's columns stand in the file beside."""
    tamper(
        f"sqlite:///{path}",
        "UPDATE claim SET quantities = 'no JSON' WHERE external_id = 'n7'",
        "UPDATE claim SET status = 'x' WHERE external_id = 'w3'",
    )
    done, target = _rescue(path)
    assert _claims(target) == ROWS + 2
    assert done.notes is not None
    told = [json.loads(line) for line in done.notes.read_text("utf-8").splitlines()]
    assert {line["row"].get("external_id") for line in told if line["table"] == "claim"} == {"n7", "w3"}
    assert "three warehouses" in " ".join(str(line["row"].get("statement")) for line in told)


@pytest.mark.parametrize("keep", [0.9, 0.6, 0.3])
def test_a_file_that_was_cut_off_gives_what_is_before_the_cut(path: Path, keep: float) -> None:
    """As after a copy that broke off."""
    _damage(path, lambda data: data[: int(len(data) * keep)])
    done, _ = _rescue(path)
    assert done.lost
    assert done.counts


@pytest.mark.parametrize("length", [100, PAGE])
def test_a_first_page_of_noise_is_replaced(path: Path, length: int) -> None:
    """Header and list of tables are those of a new dossier, which was made in the same way."""
    _damage(path, lambda data: Random(7).randbytes(length) + bytes(data[length:]))
    done, target = _rescue(path)
    assert done.findings == ()
    assert _claims(target) == ROWS + 4


def test_bits_that_fall_at_random_never_end_in_a_traceback(path: Path) -> None:
    """Whatever is hit: a new dossier, or one sentence."""
    whole = path.read_bytes()
    for seed in range(12):
        chance = Random(seed)
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 60)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        with suppress(FactcheckError):
            _rescue(path)


def test_a_journal_beside_the_file_is_rolled_back_in_the_copy_only(path: Path) -> None:
    """What an interrupted writer left is undone, as opening the dossier would."""
    with Dossier.open(str(path)) as dossier:
        before = exported(dossier)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE claim SET statement = statement || ' never said'")
        journal = path.with_name(f"{path.name}-journal")
        torn = path.with_name("torn.db"), path.with_name("torn.db-journal")
        torn[0].write_bytes(path.read_bytes())
        torn[1].write_bytes(journal.read_bytes())
        writer.execute("ROLLBACK")
    assert torn[0].read_bytes() != path.read_bytes()
    done, target = _rescue(torn[0])
    assert done.lost == ()
    with Dossier.open(str(target)) as dossier:
        assert exported(dossier) == before


def test_a_dossier_of_an_older_schema_is_brought_to_the_present_one(databases: Databases) -> None:
    """With everything in it."""
    old = Store(first_schema(databases, "sqlite")).path
    assert old is not None
    done, target = _rescue(old)
    assert (done.lost, done.findings) == ((), ())
    with Dossier.open(str(target)) as dossier:
        assert exported(dossier) == first_export()


# ── what cannot be done ────────────────────────────────────────────────────────────────────────────


def test_what_is_no_dossier_gives_nothing(tmp_path: Path, databases: Databases) -> None:
    """A text, another program's database, an empty file, none at all, a server: one sentence, nothing written."""
    (tmp_path / "text.db").write_text("Dear diary, " * 1000)
    (tmp_path / "empty.db").touch()
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE mine (a)")
    before = sorted(tmp_path.iterdir())
    for name in ("text.db", "empty.db", "other.db", "none.db"):
        with pytest.raises((NoDossier, FileProblem)) as caught:
            rescue(Store(str(tmp_path / name)), tmp_path / "new.db")
        assert "\n" not in str(caught.value)
    with pytest.raises(FactcheckError, match="pg_dump"):
        rescue(Store(databases.new("postgresql")), tmp_path / "new.db")
    assert sorted(tmp_path.iterdir()) == before


def test_nothing_is_overwritten(path: Path) -> None:
    """Neither a file of that name, nor what would stand beside it."""
    for name in ("rescued.db", "rescued.db.anchors", "rescued.db.lost.jsonl"):
        for left in path.parent.glob("rescued.db*"):
            left.unlink()
        path.with_name(name).write_text("mine")
        with pytest.raises(FileProblem, match="never overwrites"):
            rescue(Store(str(path)), path.with_name("rescued.db"))
        assert path.with_name(name).read_text() == "mine"
    path.with_name(name).unlink()
