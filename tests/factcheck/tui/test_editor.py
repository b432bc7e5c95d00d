"""One's own editor: what it wrote is taken over; whatever it does wrong, nothing is lost and the program goes on."""

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.dossier import Dossier
from factcheck.errors import SettingsProblem
from factcheck.settings import editor
from factcheck.tui.editor import MOST, EditorProblem, attempted, edit
from tests.factcheck.tui.test_terminal import terminal

Script = Callable[[str], list[str]]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """Makes an editor of a line of shell; $1 is the file."""

    def make(line: str) -> list[str]:
        path = tmp_path / "ed"
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return [str(path)]

    return make


def test_what_was_written_comes_back(script: Script) -> None:
    """The text goes out and comes back, without white space at its ends; its file is gone."""
    command = script('cat "$1" > "$0.seen"; echo "$1" > "$0.name"; printf "\\n 看過：有四座。\\nsecond\\n\\n" > "$1"')
    assert edit("before 之前", command, "why.txt") == "看過：有四座。\nsecond"
    assert Path(command[0] + ".seen").read_text() == "before 之前"
    assert not Path(Path(command[0] + ".name").read_text().strip()).exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("exit 3", "ended with code 3"),
        ("kill -9 $$", "ended by signal 9"),
        ('rm "$1"', "could not be used"),
        ('printf "\\377\\376" > "$1"', "not UTF-8 at byte 0"),
        ('printf "a\\000b" > "$1"', "cannot be stored"),
        (f'head -c {MOST + 1} /dev/zero > "$1"', "longer than"),
        ('rm "$1"; mkdir "$1"', "could not be used"),
    ],
)
def test_an_editor_that_goes_wrong_changes_nothing(script: Script, line: str, words: str) -> None:
    """One sentence, as an error or as a value."""
    command = script(line)
    with pytest.raises(EditorProblem, match=words):
        edit("text", command, "why.txt")
    assert isinstance(attempted("text", command, "why.txt"), EditorProblem)


@pytest.mark.parametrize("command", [["/nonexistent/editor"], ["/"], []])
def test_an_editor_that_is_none(command: list[str]) -> None:
    """Likewise."""
    with pytest.raises(EditorProblem):
        edit("text", command, "why.txt")


def test_ctrl_c_in_the_editor_is_the_editors(script: Script) -> None:
    """It reaches the editor, which may die of it, and not us."""
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(EditorProblem, match="signal 2"):
        edit("text", script(f"kill -2 {os.getpid()}; kill -2 $$; sleep 9"), "why.txt")
    assert signal.getsignal(signal.SIGINT) is before


def test_which_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """VISUAL, then EDITOR, as words of a command; none is no error, what cannot be read is."""
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert editor() == []
    monkeypatch.setenv("EDITOR", "emacs -nw 'a b'")
    assert editor() == ["emacs", "-nw", "a b"]
    monkeypatch.setenv("VISUAL", "vi")
    assert editor() == ["vi"]
    monkeypatch.setenv("VISUAL", "'")
    with pytest.raises(SettingsProblem, match="VISUAL: cannot be read"):
        editor()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('printf "looked it up\\n" > "$1"', b"reason noted"),
        ('printf "\\033[?1049l\\033[2J hostile"; stty sane; kill -9 $$', b"was ended by signal 9"),
    ],
)
def test_the_program_comes_back_from_the_editor(sample: str, script: Script, line: str, says: bytes) -> None:
    """In a real terminal: the words are saved or the trouble is told, and the next key works."""
    with terminal("--db", sample, "--as", "anna", "review", EDITOR=script(line)[0], VISUAL="") as anna:
        anna.until(lambda output: b"to judge the claim" in output)
        anna.shows("\x05", says)
        anna.shows("?", b"Keys: The queue")
        anna.press("\x1b")
        anna.press("q")
        anna.until(lambda output: b"?1049l" in output)
    with Dossier.open(sample) as dossier:
        assert any(event.why == "looked it up" for event in dossier.history(limit=3)) is (says == b"reason noted")
