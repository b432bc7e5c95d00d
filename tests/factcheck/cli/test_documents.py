"""`init`, `add`, `sources`: a dossier is made once, documents come in byte for byte, sources are graded."""

import tomllib

import pytest

from tests.factcheck.cli.conftest import Folder, one_line
from tests.factcheck.story import ARTICLE, REPORT

NO_DATE = "no date of publication is known; dates such as 'today' in it stay unresolved"


# ── init ───────────────────────────────────────────────────────────────────────────────────────────


def test_init_makes_a_dossier_here(empty: Folder) -> None:
    """Settings and database are there, and commands find them."""
    done = empty.ok("init", "--title", 'Fire "at" the\\harbour\x7f')
    assert done.err == ""
    assert "factcheck.toml written" in done.out
    settings = tomllib.loads((empty.path / "factcheck.toml").read_text("utf-8"))
    assert settings == {"db": "sqlite:///factcheck.db", "title": 'Fire "at" the\\harbour\x7f', "reviewer": ""}
    assert "\nclaim" not in empty.ok("list").out


def test_init_makes_a_dossier_in_another_folder(empty: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders above it are made too."""
    assert "(in deep/er)" in empty.ok("init", "deep/er").out
    monkeypatch.chdir(empty.path / "deep/er")
    assert empty.ok("list").code == 0


def test_init_again_leaves_everything_as_it_is(empty: Folder) -> None:
    """Settings that a person edited are not written over."""
    empty.ok("init")
    empty.write("factcheck.toml", '# mine\nreviewer = "cem"')
    before = empty.state()
    assert "is there already and was left as it is" in empty.ok("init").out
    assert empty.state() == before


@pytest.mark.parametrize("name", ['quo"te.db', "back\\slash.db", "per%20cent ?x=1.db", "ünï.db"])
def test_the_settings_name_the_database_that_was_made(empty: Folder, name: str) -> None:
    """Whatever its name, the next command finds it by factcheck.toml."""
    empty.ok("--db", name, "init")
    assert (empty.path / name).is_file()
    assert empty.ok("list").code == 0


def test_a_folder_that_is_a_file_is_refused(empty: Folder) -> None:
    """In one sentence."""
    assert one_line(empty.run("init", "article.txt/x")).startswith("article.txt/x: ")
    assert empty.run("init", "article.txt").code == 2


# ── add ────────────────────────────────────────────────────────────────────────────────────────────


def test_add_takes_documents_in(empty: Folder) -> None:
    """A line of data for each; what is not known about them is narrated."""
    empty.ok("init")
    done = empty.ok("add", "article.txt", "report.txt", "--published", "2025-09-01", "--source", "Harbour Daily")
    first, second = done.out.splitlines()
    assert f"article.txt: added (zh-Hant, {len(ARTICLE)} characters)" in first
    assert f"report.txt: added (en, {len(REPORT)} characters)" in second
    assert done.err == ""
    assert empty.ok("sources", "--json").json[0]["name"] == "Harbour Daily"


def test_a_missing_date_is_narrated(empty: Folder) -> None:
    """On stderr: it is no data."""
    empty.ok("init")
    done = empty.ok("add", "article.txt")
    assert done.err == f"article.txt: {NO_DATE}\n"


def test_the_same_bytes_again_change_nothing(folder: Folder) -> None:
    """Under whatever name they come."""
    before = folder.state()
    assert "article.txt: already here, nothing changed" in folder.ok("add", "article.txt").out
    (folder.path / "other.txt").write_bytes(ARTICLE.encode())
    assert "already here" in folder.ok("add", "other.txt").out
    (folder.path / "other.txt").unlink()
    assert folder.state() == before


def test_a_newer_version_asks_for_a_person(folder: Folder) -> None:
    """Exit code 1, and every claim that must be looked at again is data, with where its quote is now."""
    folder.write("article.txt", ("（更正）" + ARTICLE.replace("三座", "四座")).encode())
    done = folder.run("add", "article.txt", "--source", "Harbour Daily", "--published", "2025-09-02")
    assert (done.code, done.err) == (1, "")
    added, *claims = done.out.splitlines()
    assert "added as a newer version of" in added
    assert sorted(line.partition("  ")[2] for line in claims) == [
        "needs_recheck: its quote stands elsewhere in the new version",
        "needs_recheck: only something like its quote is in the new version",
    ]
    assert folder.claim("w3")["status"] == "needs_recheck"


def test_another_document_of_the_same_name_may_stand_beside_it(folder: Folder) -> None:
    """`--separate` says that it is not a newer version."""
    folder.write("article.txt", b"Something else.")
    done = folder.ok("add", "article.txt", "--source", "Harbour Daily", "--separate")
    assert ": added (" in done.out
    assert folder.claim("w3")["status"] == "decided"


def test_a_document_comes_from_standard_input(empty: Folder) -> None:
    """Under the name that is given."""
    empty.ok("init")
    assert "wire.txt: added" in empty.ok("add", "-", "--name", "wire.txt", stdin=REPORT.encode()).out
    assert "standard input: added" in empty.ok("add", "-", stdin=ARTICLE.encode()).out


def test_all_documents_or_none(folder: Folder) -> None:
    """One that cannot be read keeps the others out."""
    folder.write("new.txt", b"A new document.")
    folder.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100))
    before = folder.state()
    assert one_line(folder.run("add", "new.txt", "picture.txt")).startswith("picture.txt: ")
    assert folder.state() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_the_encoding_is_told_by_the_bytes(empty: Folder, encoding: str) -> None:
    """The usual encodings of both scripts come in as the same words."""
    empty.ok("init")
    empty.write("coded.txt", (ARTICLE * 4).encode(encoding))
    empty.ok("add", "coded.txt", "--language", "zh-Hant")
    row = {"statement": "s", "evidence": [{"document": "coded.txt", "start": 0, "end": 4, "exact": "港口大火"}]}
    if encoding not in {"utf-8-sig", "utf-16"}:  # there the mark at the start is a character of the text
        empty.ok("import", empty.write("c.jsonl", row))


# ── sources ────────────────────────────────────────────────────────────────────────────────────────


def test_sources_are_listed_with_grade_and_claims(folder: Folder) -> None:
    """A line each, below a header."""
    lines = folder.ok("sources").out.splitlines()
    assert [line.split()[:3] for line in lines] == [["id", "grade", "in"], *([line.split()[:3] for line in lines[1:]])]
    assert "B" in lines[1]
    assert lines[1].endswith("Harbour Daily")
    assert "cannot be judged" in lines[2]


def test_a_source_is_graded_with_a_reason(folder: Folder) -> None:
    """The grade is data, the reason is in the ledger."""
    done = folder.ok("sources", "Port Watch", "--reliability", "D", "--note", "slow", "--reason", "late", "--json")
    (source,) = done.json
    assert (source["reliability"], source["note"]) == ("D", "slow")
    (event, *_) = folder.ok("log", "--json").json
    assert (event["kind"], event["why"], event["who"]) == ("source_graded", "late", "anna")
    assert folder.ok("verify").code == 0
