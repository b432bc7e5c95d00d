"""What the commands share prints safely, in columns that line up, and writes a file whole or not at all."""

import contextlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.cli import common
from factcheck.errors import FileProblem

any_text = st.text(st.characters(codec="utf-8"), max_size=20)
HARMFUL = set("\x1b\x07\x9b\x7f\x85\u202e\u2066\u200b\u2028\ufeff")


def printed(say: Callable[[], None]) -> str:
    """What goes to stdout."""
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
    with contextlib.redirect_stdout(stream):
        say()
    stream.flush()
    stream.seek(0)
    return stream.read()


@given(st.recursive(any_text, lambda inner: st.lists(inner) | st.dictionaries(any_text, inner), max_leaves=5))
def test_json_is_harmless_and_loses_nothing(value: object) -> None:
    """What could steer a terminal is written as an escape, which every reader turns back."""
    out = printed(lambda: common.say_json(value))
    assert not HARMFUL & set(out)
    assert json.loads(out) == value


@given(st.lists(st.tuples(any_text, any_text, any_text), max_size=5))
def test_columns_line_up_in_terminal_cells(rows: list[tuple[str, str, str]]) -> None:
    """A Chinese character takes two cells; each row is one line."""
    out = printed(lambda: common.table([(a, b, f"|{c}") for a, b, c in rows], header=["one", "two", "|three"]))
    lines = out.split("\n")[:-1]
    assert len(lines) == len(rows) + 1
    assert not HARMFUL & set("".join(lines))
    assert len({cell_len(line.partition("|")[0]) for line in lines if line.count("|") == 1}) <= 1


def test_the_last_column_is_cut_for_a_person_only() -> None:
    """A pipe gets it whole."""
    row = ["a", "港口" * 30]
    cut = printed(lambda: common.table([row], header=["x", "y"], last_wraps=40))
    assert max(cell_len(line) for line in cut.splitlines()) <= 40
    assert row[1] in printed(lambda: common.table([row], header=["x", "y"]))


def test_the_label_of_a_progress_bar_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be the name of a file."""
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", stream)
    with common.progress("importing a\x1b]0;owned\x07\n.jsonl", 10) as tell:
        tell(5)
        tell(10)
    assert "importing a␛]0;owned␇ .jsonl" in stream.getvalue()
    assert "\x1b]" not in stream.getvalue()


def test_without_a_terminal_there_is_no_progress_bar(capsys: pytest.CaptureFixture[str]) -> None:
    """Nor are steps narrated."""
    with common.progress("importing", 10) as tell:
        tell(5)
    with common.steps() as step:
        step("checking")
    assert capsys.readouterr() == ("", "")


def failing() -> Iterator[bytes]:
    """An export that breaks off."""
    yield b"new"
    raise KeyboardInterrupt


def test_a_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    """Whatever stops the writing, the old file stays and no part is left."""
    target = tmp_path / "report.md"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        common.write_out(failing(), str(target))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.md", b"old")]
    common.write_out(iter([b"a", b"b"]), str(target))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("report.md", b"ab")]


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """By the name that was given."""
    for name, problem in (("missing", "no such file or directory"), (".", "is a directory")):
        with pytest.raises(FileProblem, match=problem), common.open_bytes(str(tmp_path / name)):
            pass
        with pytest.raises(FileProblem, match=problem):
            common.read_bytes(str(tmp_path / name))


def test_one_of_takes_the_words_of_a_vocabulary() -> None:
    """As they are stored."""
    from claims.model import Verdict  # noqa: PLC0415

    choice = common.one_of(Verdict)
    assert isinstance(choice, click.Choice)
    assert list(choice.choices) == ["supported", "refuted", "conflicting", "not_enough_evidence"]
