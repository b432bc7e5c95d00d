"""Whatever comes in wrong: one sentence that names it, the exit code that scripts rely on, and nothing has changed."""

import json
import sqlite3
from typing import Any

import pytest

from tests.factcheck.cli.conftest import Folder, one_line
from tests.factcheck.story import ARTICLE

QUOTE = {"document": "article.txt", "exact": "三座倉庫"}


def row(**fields: Any) -> dict[str, Any]:
    """A row for a claim file."""
    return {"statement": "s", **fields}


FILES: dict[str, tuple[list[Any], str]] = {
    "unknown field": ([row(claim_text="x")], "line 1, claim_text: unknown field; leave it out or map it (--map)"),
    "unknown label": ([row(verdict="false")], "line 1, verdict: must be one of 'supported', 'refuted', 'conflicting'"),
    "duplicate id": ([row(external_id="d"), row(external_id="d")], "line 2, external_id: 'd' stands on line 1 already"),
    "offsets outside": (
        [row(evidence=[{"document": "article.txt", "start": 1, "end": 999}])],
        f"line 1, evidence[0].end: [1, 999) is outside the text of article.txt, which has {len(ARTICLE)} characters",
    ),
    "quote not there": ([row(evidence=[{**QUOTE, "exact": "五座"}])], "line 1, evidence[0].exact: these words do not"),
    "quote elsewhere": ([row(evidence=[{**QUOTE, "start": 0, "end": 4}])], "line 1, evidence[0].exact: these words do"),
    "no statement": ([{"external_id": "x"}], "line 1, statement: is missing"),
    "verdict without a quote": ([row(verdict="supported")], "line 1, verdict: it cannot be supported"),
    "malformed line in the middle": ([row(), '{"statement": "x"', row(claimant="y")], "line 2: not valid JSON"),
    "a list": (['[{"statement": "x"}]'], "line 1: must be a JSON object {…}, not a list"),
    "duplicate key": (['{"statement": "x", "statement": "y"}'], "line 1: the field 'statement' is given twice"),
    "not a number": (['{"statement": "x", "quantities": [{"text": "1", "low": NaN}]}'], "line 1: NaN is not a number"),
    "surrogate": (['{"statement": "\\ud800"}'], "line 1, statement: character 0 ('\\ud800') cannot be stored"),
    "nul": (['{"statement": "a\\u0000"}'], "line 1, statement: character 1 ('\\x00') cannot be stored"),
    "other encoding": (['{"statement": "港口"}'.encode("gb18030")], "line 1: not UTF-8 at byte 16 of the line"),
    "utf-16": (['{"statement": "x"}'.encode("utf-16")], "line 1: not UTF-8 at byte 1 of the line"),
    "binary": ([b"\x89PNG" + bytes(100)], "line 1: not UTF-8 at byte 1 of the line"),
    "deep": ([b'{"statement": ' + b"[" * 10_000], "line 1: nested more than 64 levels deep"),
    "long": ([b'{"statement": "' + b"x" * 20_000_000 + b'"}\n'], "line 1: the line is longer than 8,000,000 bytes"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_wrong_claim_file_changes_nothing(folder: Folder, name: str) -> None:
    """Exit code 3; the first line names file, line and field, the last one counts."""
    rows, told = FILES[name]
    folder.write("wrong.jsonl", row(claimant="a good row"), b"", *rows)
    line = int(told.split()[1].rstrip(",:"))
    told = told.replace(f"line {line}", f"line {line + 1}", 1).replace("on line 1 ", "on line 2 ")
    before = folder.state()
    done = folder.run("import", "wrong.jsonl")
    assert (done.code, done.out) == (3, "")
    first, *_, last = done.err.splitlines()
    assert first.startswith(f"factcheck: wrong.jsonl, {told}")
    assert last.startswith("factcheck: nothing was imported: 1 row is wrong among the ")
    assert folder.state() == before


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("statement\na,b\n", "line 2: 2 columns, but the header has 1"),
        ("statement,reason\na\n", "line 2: 1 columns, but the header has 2"),
        ("statement,statement\na,b\n", "line 1: the header has the column 'statement' twice"),
        ("statement,\na,b\n", "line 1: the header has a column without a name"),
        ('statement,reason\n"a,b\n', "line 2: not valid CSV: unexpected end of data; the rest of the file was not"),
        ("statement,start\na,x\n", "line 2, start: must be a whole number, not 'x'"),
        ("statement,quantities\na,[1\n", "line 2, quantities: not valid JSON at character 3"),
        ("claim\na\n", "line 2, statement: is missing"),
    ],
)
def test_a_wrong_table_changes_nothing(folder: Folder, table: str, told: str) -> None:
    """The same for CSV."""
    folder.write("wrong.csv", table.encode())
    before = folder.state()
    done = folder.run("import", "wrong.csv")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"factcheck: wrong.csv, {told}")
    assert folder.state() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "missing.txt"], "missing.txt: no such file or directory"),
        (["add", "sub"], "sub: is a directory"),
        (["add", "empty"], "empty: the file is empty, there is nothing to read"),
        (["add", "blank.txt"], "blank.txt: the file is empty, there is nothing to read"),
        (["add", "picture.txt"], "picture.txt: this is a PNG picture"),
        (["add", "coded.txt", "--encoding", "ascii"], "coded.txt: byte 0 is not ascii"),
        (["add", "coded.txt", "--encoding", "klingon"], "coded.txt: there is no text encoding named 'klingon'"),
        (["add", "broken.txt"], "broken.txt: byte 64 is not utf-8"),
        (["add", "nul.txt"], "nul.txt: "),
        (["add", "new.txt", "--reliability", "B"], "--reliability: a grade belongs to a source; say --source too"),
        (["add", "new.txt", "--source", "Port Watch", "--reliability", "A"], "source Port Watch: is graded F, not A"),
        (["add", "new.txt", "--replaces", "nothing"], "no document is called 'nothing'"),
        (["import", "missing.jsonl"], "missing.jsonl: no such file or directory"),
        (["import", "sub"], "sub: the folder holds no file that ends in .csv, .json, .jsonl, "),
        (["import", "empty"], "empty: the file is empty"),
        (["import", "-"], "standard input: the file is empty"),
        (["import", "blank.txt"], "blank.txt: holds no rows"),
        (["import", "header.csv"], "header.csv: holds no rows"),
        (["import", "claims.jsonl", "--map", "missing.toml"], "missing.toml: no such file or directory"),
        (["import", "claims.jsonl", "--map", "sub"], "sub: is a directory"),
        (["import", "claims.jsonl", "--map", "article.txt"], "article.txt: not valid TOML"),
        (["import", "claims.jsonl", "--format", "json"], "claims.jsonl, line 2: not valid JSON at character 1: "),
        (["--db", "missing.db", "list"], "missing.db: no dossier here yet; `factcheck init` makes one, `--db` names"),
        (["--db", "sub", "list"], "sub: this is a folder, not a database"),
        (["--db", "empty", "list"], "empty: no dossier here yet"),
        (["--db", "article.txt", "list"], "article.txt: this file is not a database"),
        (["--db", "sub/none/x.db", "init"], "sub/none/x.db: "),
        (["--db", "sqlite://", "list"], "--db: a dossier lives in a file"),
        (["--db", "mysql://x/y", "list"], "--db: "),
        (["--db", "what://x", "list"], "--db: "),
        (["--db", "://", "list"], "--db: this is not a database URL"),
        (["--db", "postgresql://u:secret@127.0.0.1:1/x", "list"], "postgresql://u:***@127.0.0.1:1/x: the "),
        (["--db", "missing.db", "db", "upgrade"], "missing.db: no dossier here yet"),
        (["--db", "missing.db", "db", "check"], "missing.db: no dossier here yet"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(folder: Folder, arguments: list[str], told: str) -> None:
    """Exit code 3, nothing on stdout, and not a byte in the folder has changed."""
    (folder.path / "sub").mkdir()
    folder.write("empty", b"")
    folder.write("blank.txt", b" \n\t\n")
    folder.write("header.csv", b"statement,reason\n")
    folder.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100))
    folder.write("coded.txt", "港口大火昨夜燒毀三座倉庫。".encode("gb18030"))
    folder.write("broken.txt", (ARTICLE * 4).encode()[:65] + (ARTICLE * 4).encode()[66:])
    folder.write("nul.txt", b"The fire\x00 burned down three warehouses.")
    folder.write("new.txt", b"Something new.")
    before = folder.state()
    sentence = one_line(folder.run(*arguments))
    assert sentence.startswith(told)
    assert "secret" not in sentence
    assert folder.state() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "article.txt"],
        ["import", "claims.jsonl"],
        ["list"],
        ["show", "w3"],
        ["decide", "w3", "--reason", "r"],
        ["relate", "w3", "w4", "refines"],
        ["sources"],
        ["export"],
        ["log"],
        ["stats"],
        ["verify"],
        ["backup", "copy.db"],
        ["db", "upgrade"],
        ["init"],
        ["demo", "."],
    ],
)
def test_a_database_of_a_newer_version_is_left_alone(folder: Folder, arguments: list[str]) -> None:
    """Every command says so and what to do, and changes nothing of it."""
    with sqlite3.connect(folder.path / "factcheck.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    database = (folder.path / "factcheck.db").read_bytes()
    told = one_line(folder.run(*arguments))
    assert "factcheck.db: made by a newer version of factcheck (schema 9999, this one has " in told
    assert told.endswith("use that version")
    assert (folder.path / "factcheck.db").read_bytes() == database


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["add", "article.txt"], ["verify"], ["export"], ["decide", "w3", "--reason", "r"]],
)
def test_a_damaged_database_is_one_sentence(folder: Folder, arguments: list[str]) -> None:
    """Pages of noise give an error, not a traceback."""
    path = folder.path / "factcheck.db"
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))
    assert "factcheck.db: " in one_line(folder.run(*arguments))


def test_hostile_words_come_out_harmless(folder: Folder) -> None:
    """Statements, names and reasons cannot steer the terminal, whichever command prints them."""
    hostile = "x\x1b[2J\x1b]0;t\x07\x9b31m\x7f\u202e\u2066\u200b\u2028y"
    folder.write("hostile.txt", ARTICLE.encode() + b"more")
    folder.ok("add", "hostile.txt", "--source", hostile, "--title", hostile, "--author", hostile, "--url", hostile)
    rows = [row(external_id=hostile, statement=hostile, claimant=hostile, tags=[hostile], entities=[hostile])]
    rows.append({"a": hostile, "b": "w3", "kind": "conflicts", "reason": hostile})
    folder.ok("import", folder.write("hostile.jsonl", *rows), "--batch", hostile)
    folder.ok("--as", hostile, "decide", hostile, "--verdict", "conflicting", "--reason", hostile)
    folder.ok("sources", hostile, "--note", hostile, "--reason", hostile)
    for arguments in (
        ["list"],
        ["list", "--json"],
        ["show", hostile],
        ["show", hostile, "--json"],
        ["decide", hostile, "--confidence", "low"],
        ["relate", hostile, "w3", "conflicts", "--reason", "r"],
        ["sources"],
        ["sources", "--json"],
        ["log"],
        ["log", "--json"],
        ["stats"],
        ["stats", "--json"],
        ["export"],
        ["verify"],
        ["import", "hostile.jsonl", "--dry-run"],
    ):
        done = folder.ok(*arguments)
        assert not set("\x1b\x07\x9b\x7f\u202e\u2066\u200b\u2028") & set(done.out + done.err), arguments
    assert folder.claim(hostile)["statement"] == hostile
    for arguments in (["show", f"{hostile}?"], ["add", hostile], ["import", hostile], ["--db", hostile, "list"]):
        told = one_line(folder.run(*arguments))
        assert "␛" in told or "\\x1b" in told
        assert not set("\x1b\x07\x9b\x7f\u202e\u2066\u200b\u2028") & set(told)


def test_a_file_with_a_hostile_name_is_taken_under_it(folder: Folder) -> None:
    """The name is kept as it is and shown harmless."""
    name = "a\x1b[31m\nb\u202e.txt"
    folder.write(name, b"Some words of a document.")
    done = folder.ok("add", name, "--published", "2025")
    assert "a␛[31m b�.txt: added" in done.out
    folder.write("c.jsonl", row(evidence=[{"document": name, "exact": "words"}]))
    folder.ok("import", "c.jsonl")
    rows = folder.write(f"{name}l", row(claimant="c"))
    assert folder.ok("import", rows).out.startswith("a␛[31m b�.txtl: 1 rows")
    assert json.loads(folder.ok("import", rows, "--json").out)[0]["file"] == rows


def test_a_file_whose_name_is_no_text_is_taken(folder: Folder) -> None:
    """What is not UTF-8 in the name is replaced, since no database holds it."""
    name = "caf\udce9.txt"
    folder.write(name, b"Some words of a document.")
    assert "caf�.txt: added" in folder.ok("add", name).out
    rows = folder.write("caf\udce9.jsonl", row())
    assert folder.ok("import", rows).out.startswith("caf�.jsonl: 1 rows; claims 1 new")
    assert folder.ok("import", rows, "--json").json[0]["file"] == "caf�.jsonl"
    assert folder.ok("export", "--format", "json", "-o", folder.write(name, b"")).err == "caf�.txt written\n"
    (folder.path / "d\udce9").mkdir()
    assert folder.ok("init", "d\udce9").code == 0
    assert folder.ok("verify").code == 0
