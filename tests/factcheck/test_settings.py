"""Where settings come from, and what is said about wrong ones."""

import getpass
from pathlib import Path

import pytest

from factcheck import settings
from factcheck.errors import FileProblem, SettingsProblem
from factcheck.settings import DEFAULT_DB, Settings, load


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and a user who is called zoe."""
    monkeypatch.setattr(getpass, "getuser", lambda: "zoe")
    return tmp_path


def _write(folder: Path, words: str | bytes) -> None:
    (folder / settings.FILE).write_bytes(words if isinstance(words, bytes) else words.encode())


def test_nothing_said_means_the_defaults(folder: Path) -> None:
    """A file in the current folder, and the name the computer knows."""
    assert load(folder) == Settings(db=DEFAULT_DB, reviewer="zoe", title=None)
    _write(folder, "")
    assert load(folder) == Settings(db=DEFAULT_DB, reviewer="zoe", title=None)


def test_the_option_counts_before_the_variable_before_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is nearest to the person wins."""
    _write(folder, 'db = "file.db"\nreviewer = "file"\ntitle = "大火"\n')
    assert load(folder) == Settings(db="file.db", reviewer="file", title="大火")
    monkeypatch.setenv("FACTCHECK_DB", "variable.db")
    monkeypatch.setenv("FACTCHECK_REVIEWER", "variable")
    assert load(folder) == Settings(db="variable.db", reviewer="variable", title="大火")
    assert load(folder, db="option.db", reviewer="option") == Settings("option.db", "option", "大火")


def test_an_empty_word_is_as_good_as_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FACTCHECK_DB= switches the variable off."""
    _write(folder, 'db = ""\nreviewer = ""\n')
    monkeypatch.setenv("FACTCHECK_DB", "")
    assert load(folder, reviewer="") == Settings(db=DEFAULT_DB, reviewer="zoe")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("db = ", "not valid TOML"),
        ("database = 'x'", "unknown setting 'database'; known are db, reviewer, title"),
        ("db = 7", "db must be text in quotes"),
        ("[db]\nurl = 'x'", "db must be text in quotes"),
        (b"db = '\xff'", "not UTF-8 at byte 6"),
        ("db = 'a'\ndb = 'b'", "not valid TOML"),
        ("title = " + "[" * 100_000, "TOML"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(folder: Path, words: str | bytes, told: str) -> None:
    """One sentence, whoever runs the command next to it."""
    _write(folder, words)
    with pytest.raises(SettingsProblem) as caught:
        load(folder)
    assert str(caught.value).startswith(str(folder / settings.FILE))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_of_that_name_is_an_error(folder: Path) -> None:
    """It was meant to be read."""
    (folder / settings.FILE).mkdir()
    with pytest.raises(FileProblem, match="is a directory"):
        load(folder)


def test_a_computer_without_a_name_for_its_user_still_works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container."""

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert load(folder).reviewer == "unknown"
