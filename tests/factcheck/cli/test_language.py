"""`text` reads and writes JSON Lines in order; `extract` says what it proposed."""

import json
from pathlib import Path

import pytest

from factcheck.cli.main import run


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_text_keeps_the_order_and_names_bad_lines(in_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A line that cannot be read comes back as an error in its place; the exit code asks for a person."""
    (in_folder / "in.jsonl").write_text('{"id": 1, "text": "3 dogs"}\n{"id": 2}\n{"id": 3, "text": "5億元"}\n', "utf-8")
    assert run(["text", "quantities", "in.jsonl"]) == 1
    out, err = capfd.readouterr()
    first, second, third = map(json.loads, out.splitlines())
    assert (first["id"], first["found"][0]["low"]) == (1, 3)
    assert second == {"error": "is missing", "field": "text", "line": 2}
    assert (third["id"], third["found"][0]["low"]) == (3, 500_000_000)
    assert "in.jsonl, line 2, text: is missing" in err


def test_extract_tells_what_is_new(in_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The first run proposes, the second finds everything there."""
    (in_folder / "a.txt").write_text("The bridge closed on 3 May. Repairs cost 2 million euros.\n", "utf-8")
    assert run(["init"]) == 0
    assert run(["add", "a.txt", "--published", "2024-05-04"]) == 0
    capfd.readouterr()
    assert run(["extract", "--json"]) == 0
    (first,) = json.loads(capfd.readouterr().out)
    assert (first["name"], first["known"]) == ("a.txt", 0)
    assert first["new"] >= 2
    assert run(["extract"]) == 0
    assert f"0 new claims, {first['new']} already here" in capfd.readouterr().out


def test_match_tells_what_it_did_and_who_may_do_it(in_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A small job stays in this process; an engine that is none is a wrong use, a wrong setting is named."""
    rows = [{"statement": f"In Norland's election on Sunday {number} million people voted."} for number in (68, 75)]
    (in_folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run(["init"]) == 0
    assert run(["import", "in.jsonl"]) == 0
    capfd.readouterr()
    assert run(["match", "--engine", "local", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["read"], told["compared"], told["new"], told["withdrawn"]) == (2, 1, 1, 0)
    assert run(["match", "--engine", "spark"]) == 2
    (in_folder / "factcheck.toml").write_text('[match]\nengine = "spark"\n', "utf-8")
    capfd.readouterr()
    assert run(["match"]) == 3
    assert "engine in [match] must be one of local, ray" in capfd.readouterr().err
