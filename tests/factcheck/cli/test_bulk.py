"""`import` and `export`: claim files in by the thousand, reports and whole dossiers out."""

import json
from typing import Any

import pytest

from tests.factcheck.cli.conftest import Folder, one_line
from tests.factcheck.story import ARTICLE, ROWS

NEW: dict[str, Any] = {"external_id": "n1", "statement": "A new claim."}
BAD: dict[str, Any] = {"external_id": "n2", "statement": "Another.", "kind": "guess"}
SUM = "{}: {} rows; claims {} new, {} changed, {} unchanged; relations {} new, {} unchanged; {} rows rejected\n"


# ── import ─────────────────────────────────────────────────────────────────────────────────────────


def test_an_import_tells_its_counts(folder: Folder) -> None:
    """One line of data for the file."""
    folder.write("new.jsonl", NEW, {**ROWS[3], "tags": ["x"]}, ROWS[0], ROWS[4])
    done = folder.ok("import", "new.jsonl")
    assert done.out == SUM.format("new.jsonl", 4, 1, 1, 1, 0, 1, 0)
    assert done.err == ""
    assert folder.ok("verify").code == 0


def test_importing_again_changes_nothing(folder: Folder) -> None:
    """And says so."""
    before = folder.state()
    done = folder.ok("import", "claims.jsonl")
    assert done.out.endswith("nothing was changed: everything was there already\n")
    assert folder.state() == before


def test_wrong_rows_stop_the_import(folder: Folder) -> None:
    """Exit code 3: each problem with file, line and field, then the sum; nothing is in."""
    folder.write("new.jsonl", NEW, BAD, '{"statement": ')
    before = folder.state()
    done = folder.run("import", "new.jsonl")
    assert (done.code, done.out) == (3, "")
    first, second, third = done.err.splitlines()
    assert first.startswith("factcheck: new.jsonl, line 2, kind: must be one of 'event', 'numerical'")
    assert second.startswith("factcheck: new.jsonl, line 3: not valid JSON at character 16")
    assert third == "factcheck: nothing was imported: 2 rows are wrong among the 3 read"
    assert folder.state() == before


def test_good_rows_may_be_taken_alone(folder: Folder) -> None:
    """Exit code 1: the good rows are in, the problems are narrated."""
    folder.write("new.jsonl", NEW, BAD)
    done = folder.run("import", "new.jsonl", "--accept-valid")
    assert done.code == 1
    assert done.out == SUM.format("new.jsonl", 2, 1, 0, 0, 0, 0, 1)
    assert done.err.startswith("new.jsonl, line 2, kind: must be one of ")
    assert folder.claim("n1")["statement"] == "A new claim."
    assert folder.ok("verify").code == 0


@pytest.mark.parametrize(("rows", "code"), [([NEW], 0), ([NEW, BAD], 1)])
def test_a_dry_run_changes_not_one_byte(folder: Folder, rows: list[dict[str, Any]], code: int) -> None:
    """It tells what would happen; problems ask for a person."""
    folder.write("new.jsonl", *rows)
    before = folder.state()
    done = folder.run("import", "new.jsonl", "--dry-run")
    assert done.code == code
    assert f"{len(rows)} rows; claims would be 1 new" in done.out
    assert done.out.endswith("nothing was changed: this was a dry run\n")
    assert folder.state() == before


def test_json_tells_everything_in_one_document(folder: Folder) -> None:
    """Counts and problems of every file, and nothing beside them."""
    folder.write("new.jsonl", NEW, BAD)
    done = folder.run("import", "claims.jsonl", "new.jsonl", "--accept-valid", "--json")
    first, second = done.json
    assert done.code == 1
    assert (first["file"], first["unchanged"], first["problems"]) == ("claims.jsonl", 4, [])
    assert (second["new"], second["rejected"]) == (1, 1)
    (problem,) = second["problems"]
    assert (problem["file"], problem["line"], problem["field"]) == ("new.jsonl", 2, "kind")


def test_rows_come_from_standard_input(folder: Folder) -> None:
    """Its format is told by its content, and it has a name of its own."""
    done = folder.ok("import", "-", stdin=json.dumps(NEW).encode())
    assert done.out.startswith("-: 1 rows; claims 1 new")
    assert folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["name"] == "standard input"
    done = folder.ok("import", "-", stdin=b"statement,tags\nFrom a table.,a;b\n")
    assert folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["format"] == "csv"


def test_an_import_is_entered_under_its_name(folder: Folder) -> None:
    """The file's, without its folders, or the one that is given."""
    (folder.path / "in").mkdir()
    folder.write("in/new.jsonl", NEW)
    folder.ok("import", "in/new.jsonl")
    assert folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["name"] == "new.jsonl"
    folder.write("in/new.jsonl", {**NEW, "tags": ["x"]})
    folder.ok("import", "in/new.jsonl", "--batch", "monday")
    assert folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["name"] == "monday"


def test_a_map_renames_and_leaves_out(folder: Folder) -> None:
    """Rows that the map leaves out are told with its reason."""
    folder.write("map.toml", '[fields]\ntext = "statement"\n[values.kind]\ntest = { skip = "rows for testing" }')
    folder.write("theirs.csv", "text,kind", "One.,event", "Two.,test")
    done = folder.ok("import", "theirs.csv", "--map", "map.toml")
    assert done.out.splitlines()[1:] == ["theirs.csv: 1 rows left out by the map: rows for testing"]


def test_tables_come_in_with_tabs_too(folder: Folder) -> None:
    """`--format` says what neither content nor name tell."""
    folder.write("table.txt", "external_id\tstatement\tdocument\texact", "t1\tTab.\tarticle.txt\t三座倉庫")
    folder.ok("import", "table.txt", "--format", "tsv")
    assert folder.claim("t1")["evidence"][0]["start"] == ARTICLE.index("三座倉庫")


# ── export ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_report_is_data(folder: Folder) -> None:
    """Markdown on stdout unless something else is asked for; nothing is narrated."""
    done = folder.ok("export")
    assert done.out.startswith("# Verdict report: 港口大火\n")
    assert done.err == ""
    assert folder.ok("export", "--format", "markdown", "-o", "-").out == done.out


@pytest.mark.parametrize("name", ["report.md", "export.json", "EXPORT.JSON", "whatever"])
def test_an_export_to_a_file_is_the_same_bytes(folder: Folder, name: str) -> None:
    """The format is told by the name; that it was written is narrated; nothing else is left in the folder."""
    before = folder.state().keys()
    done = folder.ok("export", "-o", name)
    assert (done.out, done.err) == ("", f"{name} written\n")
    format_ = "json" if name.lower().endswith("json") else "markdown"
    assert (folder.path / name).read_bytes().decode() == folder.ok("export", "--format", format_).out
    assert folder.state().keys() - before == {name}


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("sub", "sub: is a folder"),
        (".", ".: is a folder"),
        ("..", "..: is a folder"),
        ("/", "/: is a folder"),
        ("", "-o: names no file"),
        ("no/such/report.md", "no/such/report.md: no such file or directory"),
        ("article.txt/report.md", "article.txt/report.md: not a directory"),
        ("x" * 300, f"{'x' * 300}: file name too long"),
    ],
)
def test_a_place_where_nothing_can_be_written_is_told(folder: Folder, target: str, told: str) -> None:
    """One sentence, and nothing is left behind."""
    (folder.path / "sub").mkdir()
    before = folder.state()
    assert one_line(folder.run("export", "-o", target)) == told
    assert folder.state() == before


def test_an_export_that_fails_leaves_the_old_one(empty: Folder) -> None:
    """The file is replaced only when the new one is complete."""
    empty.ok("init")
    empty.write("report.md", "old")
    before = empty.state()
    assert one_line(empty.run("export", "-o", "report.md")).startswith("the dossier is empty: ")
    assert empty.state() == before


def test_a_whole_export_comes_back_into_an_empty_dossier(folder: Folder) -> None:
    """The same bytes in both formats, the same head, and the anchors with it."""
    folder.ok("export", "-o", "export.json")
    folder.ok("--db", "other.db", "init")
    done = folder.ok("--db", "other.db", "import", "export.json")
    assert done.out == "export.json: the whole dossier is restored, with its ledger\n"
    assert done.err == ""
    for format_ in ("json", "markdown"):
        exported = folder.ok("--db", "other.db", "export", "--format", format_)
        assert exported.out == folder.ok("export", "--format", format_).out
    assert folder.ok("--db", "other.db", "verify").code == 0
    assert (folder.path / "other.db.anchors").read_bytes() == (folder.path / "factcheck.db.anchors").read_bytes()


def test_a_whole_export_goes_into_an_empty_dossier_only(folder: Folder) -> None:
    """One that holds something is left alone, except by its own export, which changes nothing."""
    folder.ok("export", "-o", "export.json")
    before = folder.state()
    assert folder.ok("import", "export.json", "--json").json == [{"file": "export.json", "restored": True}]
    assert folder.state() == before
    folder.ok("decide", "h2", "--status", "in_review")
    assert "already holds something" in one_line(folder.run("import", "export.json"))
    assert folder.run("import", "export.json", "--dry-run").code == 2


def test_a_damaged_export_is_refused(folder: Folder) -> None:
    """The sentence names the file and what does not agree; the empty dossier stays empty."""
    folder.ok("export", "-o", "export.json")
    folder.ok("--db", "other.db", "init")
    data = (folder.path / "export.json").read_bytes()
    for name, damaged in (
        ("cut.json", data[:-100]),
        ("edited.json", data.replace(b"three warehouses", b"five warehouses")),
        ("other.json", b'{"factcheck": 1}'),
    ):
        folder.write(name, damaged)
        assert one_line(folder.run("--db", "other.db", "import", name)).startswith(f"{name}: ")
    assert one_line(folder.run("--db", "other.db", "export")).startswith("the dossier is empty")
