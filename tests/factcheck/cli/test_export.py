"""`export`: reports and records, choices, pages to publish, and the dossier as it was."""

import json

import pytest

from tests.factcheck.cli.conftest import Folder, one_line

PUBLISHED = ("--format", "claimreview", "--base-url", "https://desk.example/checks", "--publisher", "Harbour Desk")


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


def test_a_report_may_look_back(folder: Folder) -> None:
    """As of a day, which means its end, or of a time; before there was anything it says so."""
    today = folder.ok("log", "--json", "--limit", "1").json[0]["when"]
    assert f"**As of {today}.**" in folder.ok("export", "--as-of", today).out
    assert 'class="as-of"' in folder.ok("export", "--format", "html", "--as-of", today).out
    assert "there was no dossier at 2001-01-01T23:59:59.999Z" in one_line(folder.run("export", "--as-of", "2001-01-01"))
    assert "has not come yet" in one_line(folder.run("export", "--as-of", "2999-01-01"))
    assert folder.run("export", "--as-of", "soon").code == 2
    assert "**As of " in folder.ok("export", "--as-of", today[:10]).out
    assert folder.run("export", "--format", "json", "--as-of", today).code == 2
