"""`log`, `stats`, `verify`, `backup`, `db`: the record and its keeping."""

import shutil
import sqlite3

import pytest

from tests.factcheck.cli.conftest import Folder, one_line


def test_the_log_tells_the_newest_first(folder: Folder) -> None:
    """A line for each entry; narration is silent."""
    done = folder.ok("log")
    assert done.err == ""
    header, *rows = done.out.splitlines()
    assert header.split() == ["entry", "when", "who", "what", "which"]
    kinds = [row.split()[3] for row in rows]
    assert kinds[:3] == ["relation_decision", "decision", "import"]
    assert kinds[-1] == "founded"
    assert "claims.jsonl: 5 rows, 4 new, 0 changed, 1 relations, 0 rejected" in done.out


def test_the_log_tells_what_matching_and_scoring_brought(folder: Folder) -> None:
    """In numbers, like an import."""
    folder.ok("import", folder.write("more.jsonl", {"statement": "The fire burned down 3 warehouses in the harbour."}))
    folder.ok("match")
    folder.ok("assess")
    scored, matched, *_ = folder.ok("log").out.splitlines()[1:]
    assert "matching" in matched
    assert "relations suggested" in matched
    assert scored.endswith("5 claims scored, 5 changed")


def test_the_log_of_one_claim_is_what_concerns_it(folder: Folder) -> None:
    """Its decisions and the import that brought it."""
    assert [event["kind"] for event in folder.ok("log", "w3", "--json").json] == ["decision", "import"]
    assert [event["kind"] for event in folder.ok("log", "h2", "--json").json] == ["import"]


def test_the_log_may_be_cut(folder: Folder) -> None:
    """`--limit` counts entries from the newest; `--all` cuts nothing."""
    assert len(folder.ok("log", "--limit", "2", "--json").json) == 2
    assert len(folder.ok("log", "--limit", "1000000", "--json").json) == len(folder.ok("log", "--all", "--json").json)


def test_stats_count(folder: Folder) -> None:
    """Claims by status and verdict, relations, conflicts, sources, ledger."""
    done = folder.ok("stats")
    assert done.out.startswith("4 claims from 2 documents of 2 sources\n")
    assert "supported 1" in done.out
    assert "none yet 3" in done.out
    numbers = folder.ok("stats", "--json").json
    assert (numbers["claims"], numbers["documents"], numbers["conflicts"]["acknowledged"]) == (4, 2, 1)
    assert done.err == ""


# ── verify ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_sound_dossier_verifies(folder: Folder) -> None:
    """Exit code 0, and what was looked at is counted."""
    done = folder.ok("verify")
    assert "nothing wrong was found" in done.out
    assert "4 claims" in done.out
    assert done.err == ""
    found = folder.ok("verify", "--json").json
    assert (found["ok"], found["findings"]) == (True, [])


def test_without_an_anchor_that_is_narrated(folder: Folder) -> None:
    """A ledger rewritten as a whole would go unnoticed, and `verify` says so."""
    (folder.path / "factcheck.db.anchors").unlink()
    assert "no anchor was compared" in folder.ok("verify").err


def test_an_export_is_an_anchor(folder: Folder) -> None:
    """A report or a JSON export kept elsewhere is compared with the ledger."""
    folder.ok("export", "-o", "report.md")
    folder.ok("export", "-o", "export.json")
    (folder.path / "factcheck.db.anchors").unlink()
    for name in ("report.md", "export.json"):
        assert "1 anchors" in folder.ok("verify", "--anchor", name).out


def tampered(folder: Folder) -> None:
    """Edit a claim behind the ledger's back."""
    with sqlite3.connect(folder.path / "factcheck.db") as connection:
        connection.execute("UPDATE claim SET statement = 'other \x1b[31m' WHERE external_id = 'w4'")
    connection.close()


def test_what_is_found_is_data_and_asks_for_a_person(folder: Folder) -> None:
    """Exit code 1; the finding names the claim, the field and what to do."""
    tampered(folder)
    done = folder.run("verify")
    assert (done.code, done.err) == (1, "")
    assert "(w4): was edited outside the ledger" in done.out
    assert "1 findings" in done.out
    found = folder.run("verify", "--json")
    assert (found.code, found.json["ok"]) == (1, False)
    assert "(w4)" in found.json["findings"][0]["where"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "no such file or directory"),
        (b"nothing of the kind", "holds no anchor: neither lines `number hash` nor the ledger head of an export"),
        (b"\xff\xfe", "not a file of anchors or an export"),
        (b'{"ledger": ' + b"[" * 10_000, "holds no anchor"),
    ],
)
def test_a_file_without_an_anchor_is_refused(folder: Folder, content: bytes | None, told: str) -> None:
    """One sentence with its name."""
    if content is not None:
        folder.write("anchor.txt", content)
    assert one_line(folder.run("verify", "--anchor", "anchor.txt")).startswith(f"anchor.txt: {told}")


# ── backup, db ─────────────────────────────────────────────────────────────────────────────────────


def test_a_backup_is_the_same_dossier(folder: Folder) -> None:
    """It exports the same bytes, and nothing is left beside it."""
    done = folder.ok("backup", "copy.db")
    assert done.out.startswith("copy.db written, ")
    exports = [folder.ok("--db", name, "export", "--format", "json").out for name in ("factcheck.db", "copy.db")]
    assert exports[0] == exports[1]
    assert {"copy.db", "factcheck.db"} <= folder.state().keys()
    assert not [name for name in folder.state() if name.startswith(".copy.db")]


def test_a_backup_never_overwrites(folder: Folder) -> None:
    """Neither a file nor a folder, nor does it make folders."""
    folder.write("there.db", b"mine")
    before = folder.state()
    assert one_line(folder.run("backup", "there.db")) == "there.db: is there already; a backup never overwrites"
    assert one_line(folder.run("backup", ".")).startswith(".: is there already")
    assert one_line(folder.run("backup", "no/such/folder.db")).startswith("no/such/folder.db: no such file")
    assert folder.state() == before


def test_the_tables_are_what_the_program_expects(folder: Folder) -> None:
    """`db check` finds no difference and `db upgrade` has nothing to do."""
    assert folder.ok("db", "check").out.endswith(" 0 differences\n")
    before = folder.state()
    assert folder.ok("db", "upgrade").out.endswith("nothing to do\n")
    assert folder.state() == before


def test_tables_that_differ_ask_for_a_person(folder: Folder) -> None:
    """Exit code 1, and the differences are data."""
    with sqlite3.connect(folder.path / "factcheck.db") as connection:
        connection.execute("CREATE INDEX ix_of_somebody ON claim (reason)")
    connection.close()
    done = folder.run("db", "check")
    assert done.code == 1
    assert "ix_of_somebody" in done.out
    assert done.out.endswith("1 differences\n")


def test_a_copied_file_is_a_dossier(folder: Folder) -> None:
    """One file serves one desk."""
    shutil.copyfile(folder.path / "factcheck.db", folder.path / "copy.db")
    assert folder.ok("--db", "copy.db", "list").out == folder.ok("list").out


def test_the_search_index_can_be_made_beforehand(folder: Folder) -> None:
    """And a second time there is nothing to do."""
    assert folder.ok("db", "index").out == "4 claims and 2 documents taken into the search index\n"
    assert folder.ok("db", "index").out == "0 claims and 0 documents taken into the search index\n"
    assert folder.ok("list", "--text", "warehouses").out.count("\n") == 3
