"""`factcheck salvage`: what is lost, in words; exit code 1 while something needs a person."""

import sqlite3
from contextlib import closing

from tests.factcheck.cli.conftest import Folder, one_line


def test_of_a_whole_dossier_nothing_is_lost(folder: Folder) -> None:
    """Exit code 0, and the copy is whole."""
    assert folder.ok("salvage", "whole.db").out.startswith("whole.db written: 6 ledger entries, 2 documents")
    assert folder.ok("--db", "whole.db", "verify").code == 0


def test_what_is_lost_is_told(folder: Folder) -> None:
    """A table is gone: everything else opens and exports, and `verify` says what is missing."""
    with closing(sqlite3.connect(folder.path / "factcheck.db")) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; DROP TABLE claim_tag;")
    done = folder.run("salvage", "new.db")
    assert done.code == 1
    assert "lost: claim tag: the whole table cannot be read" in done.out
    assert "new.db.lost.jsonl holds what could be read of the 1 things that are lost" in done.err
    assert folder.run("--db", "new.db", "verify").code == 1
    assert folder.ok("--db", "new.db", "export").out


def test_what_cannot_be_salvaged_is_one_sentence(folder: Folder) -> None:
    """No dossier, or a file that is there already."""
    assert one_line(folder.run("--db", "article.txt", "salvage", "new.db")).startswith("article.txt: ")
    assert one_line(folder.run("salvage", "claims.jsonl")).endswith("salvaging never overwrites")


def test_a_damaged_page_is_named_with_what_to_do(folder: Folder) -> None:
    """`verify` and every other command name the command that helps."""
    path = folder.path / "factcheck.db"
    path.write_bytes(path.read_bytes()[: 4096 * 20])
    for arguments in (["list"], ["verify"], ["export"]):
        done = folder.run(*arguments)
        assert done.code != 0
        assert "factcheck salvage" in done.out + done.err, arguments
