"""Hostile words in every field: no command lets one steer the terminal, no export lets one run."""

import csv
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from lxml import html  # type: ignore[import-untyped]

from factcheck.cli.main import COMMANDS, run
from tests.naughty import ESCAPES, NAUGHTY

FOREIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
ELSEWHERE = {"demo", "init", "review", "serve"}
"""Commands that show nothing of the words, or draw them in the terminal reviewer, whose own tests have these words."""
Told = Callable[..., str]


def _claims() -> Iterator[dict[str, object]]:
    for number, words in enumerate(NAUGHTY):
        yield {
            "external_id": f"k{number}",
            "statement": words if words.strip() else f"[{words}]",
            "claimant": words[:400],
            "tags": [words[:400], f"tag {words}"[:400]],
            "entities": [{"name": words[:400], "type": "person"}],
            "reason": words,
            "verdict": "conflicting",
            "quantities": [{"text": words[:400]}],
            "dates": [{"text": words[:400]}],
            "evidence": [{"document": "all.txt", "exact": f"№{number}: {words}"}] if words.strip() == words else [],
        }
    for number in range(1, len(ESCAPES)):
        why = ESCAPES[number]
        yield {"a": f"k{number}", "b": f"k{number - 1}", "kind": "conflicts", "facet": "scope", "reason": why}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier whose every text is hostile, and files of such names."""
    made = tmp_path_factory.mktemp("naughty")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        patch.setenv("FACTCHECK_REVIEWER", "anna")
        text = "\n\n".join(f"№{number}: {words}" for number, words in enumerate(NAUGHTY))
        (made / "all.txt").write_bytes(text.encode())
        hostile = "".join(ESCAPES) + "<script>alert(1)</script>=1+1"
        name = "a\x1b[31m\u202e\n<b>=1.txt"
        (made / name).write_text("The staff left in August. Nobody stayed.", encoding="utf-8")
        assert run(["init", "--title", hostile]) == 0
        said = ("--source", hostile, "--title", hostile, "--author", hostile, "--origin", hostile)
        assert run(["add", "all.txt"]) == 0
        assert run(["add", name, *said, "--url", f"javascript:alert(1)//{hostile}"]) == 0
        rows = [json.dumps(row) for row in _claims()]
        (made / "claims.jsonl").write_text("\n".join(rows), encoding="utf-8")
        done = run(["import", "claims.jsonl", "--batch", hostile, "--accept-valid"])
        assert done in {0, 1}
        assert run(["--as", hostile, "decide", "k1", "--verdict", "not_enough_evidence", "--reason", hostile]) == 0
        assert run(["sources", hostile, "--note", hostile, "--reason", hostile]) == 0
        assert run(["export", "-o", "before.json"]) == 0
    return made


@pytest.fixture
def told(folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Told:
    """Runs a command; everything that it sent to the terminal, as text."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FACTCHECK_REVIEWER", "anna")

    def tell(*arguments: str, codes: tuple[int, ...] = (0, 1)) -> str:
        capsysbinary.readouterr()
        code = run(arguments)
        out, err = capsysbinary.readouterr()
        assert code in codes, (arguments, err[-500:])
        return (out + err).decode()

    return tell


USES = (
    "list",
    "list --json",
    "list --conflicts",
    "show k1",
    "show k1 --json",
    "show k3",
    "log --all",
    "log --all --json",
    "log k1",
    "stats",
    "stats --json",
    "sources",
    "sources --json",
    "imports",
    "imports --json",
    "verify",
    "verify --json",
    "search alert",
    "match",
    "assess",
    "extract all.txt",
    "diff before.json before.json",
    "import claims.jsonl --dry-run",
    "import claims.jsonl --dry-run --json",
    "decide k5 --confidence low",
    "decide k6 --confidence low --json",
    "relate k7 k8 refines",
    "relate k7 k9 refines --json",
    "assign k3 --to boris",
    "edit k10 --tag x",
    "undo",
    "redo",
    "split k11",
    "merge k12 k13",
    "link k14",
    "unlink k15",
    "add all.txt",
    "backup copy.db",
    "salvage new.db",
    "db check",
    "db upgrade",
    "text quantities all.txt",
    "export",
    "export --format html",
)
"""Of every command at least one; what is wrong usage repeats what was typed."""


def test_every_command_is_tried() -> None:
    """A new command belongs into the list above."""
    assert {use.split()[0] for use in USES} | ELSEWHERE == set(COMMANDS)


@pytest.mark.parametrize("use", USES)
def test_no_command_lets_a_foreign_control_through(told: Told, use: str) -> None:
    """As bytes: nothing below 32 but tab and newline, no C1, nothing that turns the direction or hides."""
    found = FOREIGN.findall(told(*use.split(), codes=(0, 1, 2, 3)))
    assert Counter(found) == Counter()


@pytest.mark.parametrize(
    "before",
    [
        ("show",),
        ("add",),
        ("import",),
        ("search",),
        ("decide",),
        ("list", "--text"),
        ("list", "--tag"),
        ("log",),
        ("--db",),
    ],
)
def test_what_was_typed_comes_back_harmless(told: Told, before: tuple[str, ...]) -> None:
    """In the sentence about what is not there, whatever it is."""
    for words in (*ESCAPES, *NAUGHTY[::17]):
        after = ("list",) if before == ("--db",) else ()
        code = (0, 1, 2, 3)
        if words.startswith("-") or not words:
            continue
        assert not FOREIGN.search(told(*before, words, *after, codes=code)), words


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "markdown", "html", "claimreview"])
def test_data_are_shown_harmless_to_a_person(told: Told, monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    """Data keep every character in a file; on a terminal they are drawn like everything else."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    address = ["--base-url", "https://example.org/claims/"] if format_ == "claimreview" else []
    assert not FOREIGN.search(told("export", "--format", format_, *address))


# ── exports ────────────────────────────────────────────────────────────────────────────────────────


def test_no_cell_of_a_table_is_a_formula(told: Told, folder: Path) -> None:
    """Neither in CSV, whatever a spreadsheet makes of the first character, nor in a workbook."""
    told("export", "-o", "out.csv")
    cells = [cell for row in csv.reader(io.StringIO((folder / "out.csv").read_text("utf-8-sig"))) for cell in row]
    assert len(cells) > 5000
    assert [cell for cell in cells if re.match(r"[=+@\t\r\n＝＋－＠]|-(?!\d+(\.\d+)?$)", cell)] == []
    told("export", "-o", "out.xlsx")
    book = openpyxl.load_workbook(folder / "out.xlsx")
    found = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert (found, links) == ([], [])


def test_no_words_become_a_part_of_a_page(told: Told, folder: Path) -> None:
    """The page has its own script and nothing else that runs; links lead to the web or within the page."""
    told("export", "-o", "out.html")
    source = (folder / "out.html").read_text("utf-8")
    page = html.fromstring(source)
    assert len(page.xpath("//script")) == source.count("<script")
    assert [
        one
        for one in page.xpath("//script")
        if "alert(1)" in (one.text or "") and "application" not in one.get("type", "")
    ] == []
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    assert (
        page.xpath(
            "//iframe | //object | //embed | //base | //form | //img | //svg[@onload] | //meta[@http-equiv='refresh']"
        )
        == []
    )
    links = [str(link) for link in page.xpath("//@href | //@src | //@action")]
    assert [link for link in links if not re.match(r"#|https?://", link)] == []
    assert not FOREIGN.search(source)


def test_no_words_become_markup_of_the_report(told: Told, folder: Path) -> None:
    """Neither tags nor links nor headings; every such character is escaped."""
    told("export", "-o", "out.md")
    text = (folder / "out.md").read_text("utf-8")
    assert not FOREIGN.search(text)
    assert re.findall(r"(?<!\\)<(?:script|img|svg|a |iframe|b |style|base|meta|!--|/)", text, re.IGNORECASE) == []
    assert re.findall(r"(?<!\\)\]\((?!#|https?://)", text) == []
    assert re.findall(r"^# (?:heading|x|y)", text, re.MULTILINE) == []


def test_structured_data_can_stand_in_a_page(told: Told, folder: Path) -> None:
    """ClaimReview is put into a page's script element: nothing in it ends that."""
    told("export", "--format", "claimreview", "--base-url", "https://example.org/claims/", "-o", "out.jsonld")
    text = (folder / "out.jsonld").read_text("utf-8")
    assert "</" not in text
    assert "<!--" not in text
    json.loads(text)


def test_what_goes_out_without_loss_comes_in_again(told: Told, folder: Path) -> None:
    """Every hostile word is in the lossless export as it was, and in the dossier restored from it."""
    told("export", "-o", "all.json")
    told("--db", "second.db", "init")
    told("--db", "second.db", "import", "all.json")
    told("--db", "second.db", "export", "-o", "again.json")
    first = (folder / "all.json").read_bytes()
    assert first == (folder / "again.json").read_bytes()
    statements = {claim["statement"] for claim in json.loads(first)["claims"]}
    kept = [words for words in NAUGHTY if words.strip() and words.strip() == words]
    assert [words for words in kept if words not in statements] == []
