"""`import` and `export` in all their formats: folders, packed files, choices, pages to publish."""

import gzip
import json
import shutil
from pathlib import Path

import pytest

from tests.factcheck.cli.conftest import Folder, one_line
from tests.factcheck.formats.importing import DATA, FILES

CLEAN = [path for path in FILES if "_dirty" not in path.name]
PUBLISHED = ("--format", "claimreview", "--base-url", "https://desk.example/checks", "--publisher", "Harbour Desk")


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


# ── exports ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv", "out.jsonl"])
def test_records_come_back_in_unchanged(folder: Folder, name: str) -> None:
    """Into the same dossier nothing changes; into another with the same documents everything is there."""
    folder.ok("export", "-o", name)
    assert "0 new, 0 changed, 4 unchanged" in folder.ok("import", name).out
    folder.ok("--db", "other.db", "init")
    folder.ok("--db", "other.db", "add", "article.txt", "report.txt")
    assert "4 new" in folder.ok("--db", "other.db", "import", name).out
    first = folder.ok("export", "--format", "csv").out
    assert folder.ok("--db", "other.db", "export", "--format", "csv").out == first
    assert folder.process("export", "-o", name).code == 0


@pytest.mark.parametrize("format_", ["jsonl", "csv", "markdown", "html"])
def test_an_export_may_tell_of_some_claims_only(folder: Folder, format_: str) -> None:
    """By status, verdict, source and day; relations to others are left out, and a report says so in its title."""
    statements = ["The fire burned down three warehouses.", "The fire destroyed four warehouses."]
    for choice, shown in (
        (("--status", "new"), [False, True]),
        (("--verdict", "supported"), [True, False]),
        (("--source", "Port Watch"), [False, True]),
        (("--since", "2000-01-01"), [True, False]),
        (("--since", "2999-01-01"), [False, False]),
    ):
        out = folder.ok("export", "--format", format_, *choice).out
        assert [statement in out for statement in statements] == shown
        if format_ in {"markdown", "html"}:
            assert f"(only {choice[0][2:]} {choice[1]})" in out
    assert "no source is called 'x'" in one_line(folder.run("export", "--format", format_, "--source", "x"))


def test_a_report_may_have_another_title(folder: Folder) -> None:
    """The dossier keeps its own."""
    assert folder.ok("export", "--title", "大火").out.startswith("# Verdict report: 大火\n")
    assert folder.run("export", "--format", "json", "--title", "x").code == 2
    assert folder.run("export", "--format", "csv", "--base-url", "https://x.example").code == 2


def test_claim_reviews_need_a_page(folder: Folder) -> None:
    """Without one nothing is written; a claim without a verdict is not among them."""
    before = folder.state()
    done = folder.run("export", "--format", "claimreview", "-o", "reviews.json")
    assert one_line(done) == "not publishable: ClaimReview needs --base-url, below which each claim has its own page"
    bad = folder.run("export", "--format", "claimreview", "--base-url", "https://t.co/x", "-o", "reviews.json")
    assert "url must be the full address of the page" in one_line(bad)
    none = folder.run("export", *PUBLISHED, "--verdict", "refuted", "-o", "reviews.json")
    assert one_line(none) == "not publishable: no claim has a verdict that stands"
    assert folder.state() == before
    graph = json.loads(folder.ok("export", *PUBLISHED).out)
    assert [one["claimReviewed"] for one in graph["@graph"]] == ["The fire burned down three warehouses."]


def test_claim_reviews_may_be_a_file_each(folder: Folder) -> None:
    """In a folder that is made when it is not there, under the claim's id."""
    done = folder.ok("export", *PUBLISHED, "-o", "reviews/")
    assert done.err == "reviews: 1 files written\n"
    (file,) = (folder.path / "reviews").iterdir()
    told = json.loads(file.read_bytes())
    assert told["@context"] == "https://schema.org"
    assert told["url"] == f"https://desk.example/checks/{file.stem}"
    assert one_line(folder.run("export", *PUBLISHED, "-o", "article.txt/")) == "article.txt: file exists"
