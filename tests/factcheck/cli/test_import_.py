"""`import`: claim files in by the thousand, in all their formats; files that are mended, whole dossiers."""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.factcheck.cli.conftest import Folder, one_line
from tests.factcheck.formats.importing import DATA, FILES
from tests.factcheck.story import ARTICLE, ROWS

CLEAN = [path for path in FILES if "_dirty" not in path.name]
NEW: dict[str, Any] = {"external_id": "n1", "statement": "A new claim."}
BAD: dict[str, Any] = {"external_id": "n2", "statement": "Another.", "kind": "guess"}
SUM = (
    "{}: {} rows; claims {} new, {} changed, {} unchanged; "
    "relations {} new, {} changed, {} unchanged; {} rows rejected\n"
)


def test_an_import_tells_its_counts(folder: Folder) -> None:
    """One line of data for the file."""
    folder.write("new.jsonl", NEW, {**ROWS[3], "tags": ["x"]}, ROWS[0], ROWS[4])
    done = folder.ok("import", "new.jsonl")
    assert done.out == SUM.format("new.jsonl", 4, 1, 1, 1, 0, 0, 1, 0)
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
    first, second = done.out.splitlines(keepends=True)
    assert first == SUM.format("new.jsonl", 2, 1, 0, 0, 0, 0, 0, 1)
    assert second.startswith("new.jsonl: the rejected rows are in new.rejected.jsonl; ")
    assert done.err.startswith("new.jsonl, line 2, kind: must be one of ")
    assert folder.claim("n1")["statement"] == "A new claim."
    assert folder.ok("verify").code == 0


# ── rejected rows ──────────────────────────────────────────────────────────────────────────────────

LABELLED = {"claim": "Bees sleep.", "label": "Perhaps", "id": 4}
REJECTED: list[tuple[str, bytes, str, tuple[str, str]]] = [
    ("a.jsonl", json.dumps(NEW).encode() + b"\n" + json.dumps(BAD).encode(), "a.rejected.jsonl", ("guess", "event")),
    ("a.json", json.dumps([NEW, BAD]).encode(), "a.rejected.json", ("guess", "event")),
    (
        "a.csv",
        b'external_id,statement,kind,reason\nn1,A new claim.,,\nn2,"Said, ""so""",guess,\'=1+1\n',
        "a.rejected.csv",
        ("guess", "event"),
    ),
    ("a.tsv", b"external_id\tstatement\tkind\nn1\tA.\t\nn2\tB.\tguess\n", "a.rejected.tsv", ("guess", "event")),
    ("a.yaml", b"- statement: A.\n- statement: B.\n  kind: guess\n", "a.rejected.jsonl", ("guess", "event")),
    (
        "fever.jsonl",
        b'{"id": 3, "claim": "Bees fly.", "label": "SUPPORTS"}\n' + json.dumps(LABELLED).encode(),
        "fever.rejected.jsonl",
        ("Perhaps", "REFUTES"),
    ),
]


@pytest.mark.parametrize(("name", "data", "rejected", "mended"), REJECTED, ids=[one[0] for one in REJECTED])
def test_rejected_rows_can_be_mended_and_imported_as_they_are(
    folder: Folder, name: str, data: bytes, rejected: str, mended: tuple[str, str]
) -> None:
    """In the format they came in, each with its row, field and reason; unmended they are refused again."""
    folder.write(name, data)
    assert folder.run("import", name, "--accept-valid").code == 1
    left = folder.path / rejected
    wrong = left.read_text(encoding="utf-8")
    assert wrong.count("rejected_row") == 1
    assert "rejected_reason" in wrong
    assert folder.run("import", rejected).code == 3
    left.write_text(wrong.replace(*mended), encoding="utf-8")
    done = folder.ok("import", rejected)
    assert "claims 1 new, 0 changed, 0 unchanged" in done.out
    assert folder.ok("verify").code == 0


def test_every_row_is_rejected_as_it_stood(folder: Folder) -> None:
    """Lines that are no JSON, and rows of a table that do not fit the header."""
    folder.write("a.jsonl", NEW, '{"statement": ', "[1]", {**BAD, "confidence": "high"})
    folder.run("import", "a.jsonl", "--accept-valid")
    found = [json.loads(line) for line in (folder.path / "a.rejected.jsonl").read_text().splitlines()]
    assert [(one["rejected_row"], one.get("rejected_text")) for one in found] == [
        (2, '{"statement":'),
        (3, "[1]"),
        (4, None),
    ]
    assert found[2]["rejected_field"] == "kind"
    folder.write("a.csv", "statement,tags", "One.,x,y", "Two.", "Three.,z")
    assert folder.run("import", "a.csv", "--accept-valid").code == 1
    rows = (folder.path / "a.rejected.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows == [
        "rejected_row,rejected_field,rejected_reason,statement,tags",
        '2,,"3 columns, but the header has 2",One.,x,y',
        '3,,"1 columns, but the header has 2",Two.',
    ]


def test_where_rejected_rows_go_may_be_said(folder: Folder) -> None:
    """A file, or for several files a folder; nothing that is there is written over unasked."""
    for name in ("a.jsonl", "b.jsonl"):
        folder.write(name, {**BAD, "external_id": name})
    folder.run("import", "a.jsonl", "--accept-valid")
    done = folder.run("import", "a.jsonl", "--accept-valid")
    assert "a.rejected.2.jsonl" in done.out
    assert folder.run("import", "a.jsonl", "--accept-valid", "--rejects", "out.jsonl").code == 1
    assert (folder.path / "out.jsonl").read_text().count("rejected_row") == 1
    assert "go to a folder" in folder.run("import", "a.jsonl", "b.jsonl", "--accept-valid", "--rejects", "o.jsonl").err
    assert folder.run("import", "a.jsonl", "b.jsonl", "--accept-valid", "--rejects", "left/").code == 1
    assert sorted(path.name for path in (folder.path / "left").iterdir()) == ["a.rejected.jsonl", "b.rejected.jsonl"]
    assert "goes with --accept-valid" in folder.run("import", "a.jsonl", "--rejects", "o.jsonl").err
    told = folder.run("import", "-", "--accept-valid", "--json", stdin=json.dumps(BAD).encode()).json
    assert told[0]["rejects"] == "stdin.rejected.jsonl"


def test_without_room_for_rejected_rows_nothing_is_imported(folder: Folder) -> None:
    """They would be lost."""
    folder.write("new.jsonl", NEW, BAD)
    before = folder.state()
    done = folder.run("import", "new.jsonl", "--accept-valid", "--rejects", "nowhere/out.jsonl")
    assert (done.code, folder.state()) == (3, before)


def test_a_file_that_breaks_off_is_refused_even_so(folder: Folder) -> None:
    """Whoever takes the good rows must not lose those after a stray quote."""
    folder.write("a.csv", "statement", "One.", '"Two', "Three.")
    before = folder.state()
    done = folder.run("import", "a.csv", "--accept-valid")
    assert (done.code, folder.state()) == (3, before)
    assert "the rest of the file was not read" in done.err


# ── several files ──────────────────────────────────────────────────────────────────────────────────


def test_several_files_come_in_together_or_not_at_all(folder: Folder) -> None:
    """One wrong row in the last of them stops them all; each that changes something is an import of its own."""
    folder.write("a.jsonl", {"external_id": "a1", "statement": "A."})
    folder.write("b.csv", "external_id,statement", "b1,B.")
    folder.write("c.jsonl", {**BAD, "relations": [{"to": "a1", "kind": "refines"}]})
    before = folder.state()
    done = folder.run("import", "a.jsonl", "b.csv", "c.jsonl")
    assert (done.code, folder.state()) == (3, before)
    assert done.err.endswith("nothing was imported: 1 row is wrong among the 3 read\n")
    folder.write("a.jsonl", {"external_id": "a1", "statement": "A.", "relations": [{"to": "b1", "kind": "refines"}]})
    assert folder.run("import", "a.jsonl", "missing.jsonl", "b.csv").code == 3
    folder.ok("import", "a.jsonl", "claims.jsonl", "b.csv")
    assert [one["name"] for one in folder.ok("imports", "--json").json] == ["claims.jsonl", "a.jsonl", "b.csv"]
    assert folder.ok("verify").code == 0
    assert "imported alone" in one_line(folder.run("import", "a.jsonl", _whole(folder)))
    assert "one of the files, not several" in folder.run("import", "-", "-").err


def _whole(folder: Folder) -> str:
    folder.ok("export", "-o", "whole.json")
    return "whole.json"


# ── documents that come later ──────────────────────────────────────────────────────────────────────


def test_a_quote_waits_for_its_document(folder: Folder) -> None:
    """It is told where it matters, and settled when the document is added."""
    links = [{"document": "later.txt", "exact": "the harbour"}, {"document": "article.txt", "exact": "兩人受傷"}]
    folder.write("new.jsonl", {**NEW, "evidence": links}, {"statement": "W.", "evidence": [links[0] | {"exact": "x"}]})
    assert "2 links would wait for 1 document: later.txt (2)" in folder.ok("import", "new.jsonl", "--dry-run").out
    strict = folder.run("import", "new.jsonl", "--strict-links")
    assert (strict.code, "no document 'later.txt' in the dossier; add it first" in strict.err) == (3, True)
    assert "new.jsonl: 2 links wait for 1 document: later.txt (2)\n" in folder.ok("import", "new.jsonl").out
    assert "waiting       2 links wait for 1 document: later.txt (2)" in folder.ok("stats").out
    assert folder.ok("imports", "--json").json[-1]["waiting"] == 2
    assert "2 waiting links" in folder.ok("verify").out
    assert "waits for later.txt: the harbour" in folder.ok("show", "n1").out
    folder.write("later.txt", b"They saw the harbour burn.\n")
    done = folder.run("add", "later.txt")
    assert done.code == 1
    assert "later.txt: 1 of 2 quotes that waited for it were found in it" in done.out
    assert "its quote is not in it, and goes on waiting" in done.out
    assert [link["exact"] for link in folder.claim("n1")["evidence"]] == ["the harbour", "兩人受傷"]
    assert folder.ok("import", "new.jsonl").out.endswith("everything was there already\n")
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


# ── formats ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_every_format_comes_in_and_changes_nothing_the_second_time(empty: Folder, path: Path) -> None:
    """The ledger names the format, `verify` is content, nothing was decided by it."""
    empty.ok("init")
    empty.write("article.txt", "火災中兩人受傷。原因不明。".encode())
    empty.write("report.txt", "😀 Two people were hurt. Nobody knows why.".encode())
    empty.ok("add", "article.txt", "report.txt", "--published", "2025-09-01")
    shutil.copyfile(path, empty.path / path.name)
    done = empty.ok("import", path.name)
    assert " 0 rows rejected" in done.out
    told = empty.ok("log", "--limit", "1", "--json").json[0]["batch"]
    assert told["format"] == {"records": path.suffix[1:]}.get(path.stem, path.stem)
    assert empty.ok("import", path.name).out.endswith("nothing was changed: everything was there already\n")
    assert empty.ok("verify").code == 0
    assert set(empty.ok("stats", "--json").json["verdict"].values()) == {0}


def test_a_packed_file_is_the_same_import(folder: Folder) -> None:
    """By content, whatever it is called; its digest is that of what is inside."""
    data = b'{"external_id": "n1", "statement": "A new claim."}\n'
    folder.write("new.jsonl.gz", gzip.compress(data))
    assert "claims 1 new" in folder.ok("import", "new.jsonl.gz").out
    digest = folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["sha256"]
    folder.write("new.jsonl", data.replace(b"new claim", b"newer claim"))
    assert "1 changed" in folder.ok("import", "-", stdin=gzip.compress((folder.path / "new.jsonl").read_bytes())).out
    assert digest != folder.ok("log", "--limit", "1", "--json").json[0]["batch"]["sha256"]
    folder.write("cut.gz", gzip.compress(data)[:-9])
    before = folder.state()
    assert one_line(folder.run("import", "cut.gz")).startswith("cut.gz: cannot be unpacked (")
    assert folder.state() == before


def test_a_packed_export_is_restored(folder: Folder) -> None:
    """The whole dossier may travel packed."""
    folder.ok("export", "-o", "export.json")
    folder.write("export.json.gz", gzip.compress((folder.path / "export.json").read_bytes()))
    folder.ok("--db", "other.db", "init")
    assert "restored" in folder.ok("--db", "other.db", "import", "export.json.gz").out


def test_a_folder_gives_its_claim_files(folder: Folder) -> None:
    """In the order of their names, those below as well; hidden and other files are left alone."""
    for name in ("in/b.jsonl", "in/a/c.csv", "in/.hidden.jsonl", "in/.git/x.jsonl", "in/notes.txt"):
        (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
        folder.write(name, "statement" if name.endswith("csv") else {"statement": name}, "From a table.")
    folder.write("in/b.jsonl", {"statement": "b"})
    done = folder.ok("import", "in", "claims.jsonl", "--json")
    assert [one["file"] for one in done.json] == ["in/a/c.csv", "in/b.jsonl", "claims.jsonl"]


def test_a_sheet_may_be_named(folder: Folder) -> None:
    """An unknown one is told with those that there are."""
    folder.ok("export", "-o", "claims.xlsx")
    assert "4 unchanged" in folder.ok("import", "claims.xlsx", "--sheet", "claims").out
    assert "has no sheet 'x'; there are 'claims'" in one_line(folder.run("import", "claims.xlsx", "--sheet", "x"))


def test_a_workbook_that_is_wrong_changes_nothing(folder: Folder) -> None:
    """One sentence, no traceback."""
    folder.write("wrong.xlsx", b"PK\x03\x04 and no more")
    before = folder.state()
    assert one_line(folder.run("import", "wrong.xlsx")).startswith("wrong.xlsx: cannot be unpacked (")
    assert folder.state() == before


def test_a_foreign_label_may_be_mapped(folder: Folder) -> None:
    """Unknown it stops the row; named it is what the map says."""
    shutil.copyfile(DATA / "claimreview_dirty.json", folder.path / "feed.json")
    done = folder.run("import", "feed.json")
    assert "line 25, reviewRating.alternateName: the label 'Five lemons' is not known" in done.err
    assert done.code == 3
    folder.write("map.toml", '[values.verdict]\n"Five lemons" = "conflicting"\n')
    done = folder.run("import", "feed.json", "--map", "map.toml", "--accept-valid")
    assert done.code == 1
    assert "Five lemons" not in done.err
    (claim,) = [one for one in folder.ok("list", "--json").json if "A label of their own." in one["statement"]]
    assert (claim["status"], claim["verdict"]) == ("decided", "conflicting")


# ── whole dossiers ─────────────────────────────────────────────────────────────────────────────────


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
