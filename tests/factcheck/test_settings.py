"""Where settings come from, and what is said about wrong ones."""

import getpass
from pathlib import Path

import pytest

from factcheck import settings
from factcheck.errors import FileProblem, SettingsProblem
from factcheck.settings import DEFAULT_DB, Matching, Settings, load


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
        ("database = 'x'", "unknown setting 'database'; known are db, language, reviewer, theme, title"),
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


def test_how_the_reviewer_looks_stands_in_the_file(folder: Path) -> None:
    """Colours, the report's language, and keys for all screens or for one."""
    _write(
        folder, 'theme = "light"\nlanguage = "zh-Hans"\n[keys]\nundo = "z"\n[keys.queue]\n"move 1" = ["n", "down"]\n'
    )
    told = load(folder)
    assert (told.theme, told.language) == ("light", "zh-Hans")
    assert told.keys == {("", "undo"): ("z",), ("queue", "move 1"): ("n", "down")}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("keys = 3", r"keys must be a table"),
        ("[keys]\nundo = 3", r"'undo' in \[keys\] must be a key in quotes"),
        ("[keys]\nundo = []", r"'undo' in \[keys\] must be a key in quotes"),
        ('[keys.queue]\nundo = ["u", ""]', r"'undo' in \[keys.queue\] must be a key in quotes"),
    ],
)
def test_keys_that_are_none_are_refused(folder: Path, words: str, problem: str) -> None:
    """With the file, the table and the action."""
    _write(folder, words)
    with pytest.raises(SettingsProblem, match=problem):
        load(folder)


def test_setting_one_thing_leaves_the_rest_of_the_file_alone(folder: Path) -> None:
    """Comments, order and tables stay; what is set twice has the last value; a new file is made when there is none."""
    assert settings.save(folder, theme="light") == folder / settings.FILE
    assert load(folder).theme == "light"
    before = '# ours\ndb = "a.db"\ntheme = "dark" # at night\n\n[keys]\nundo = "z"\ntheme = "t"\n'
    _write(folder, before)
    settings.save(folder, theme="high-contrast", reviewer='An "na" \\ 安\t娜')
    text = (folder / settings.FILE).read_text(encoding="utf-8")
    assert text.startswith('# ours\ndb = "a.db"\ntheme = "high-contrast"\n\nreviewer = ')
    assert text.endswith('[keys]\nundo = "z"\ntheme = "t"\n')
    assert load(folder).reviewer == 'An "na" \\ 安\t娜'
    assert load(folder).db == "a.db"


def test_a_file_that_cannot_be_changed_safely_is_left_as_it_is(folder: Path) -> None:
    """A text over several lines that looks like a setting, and a file that is no TOML."""
    tricky = 'title = """\ntheme = "no"\n"""\n'
    _write(folder, tricky)
    with pytest.raises(SettingsProblem, match="by hand"):
        settings.save(folder, theme="light")
    assert (folder / settings.FILE).read_text(encoding="utf-8") == tricky
    _write(folder, "theme = ")
    with pytest.raises(SettingsProblem, match="not valid TOML"):
        settings.save(folder, theme="light")


def test_a_command_beside_the_program_works_on_the_same_dossier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address goes through the environment, and it draws on no terminal."""
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert settings.in_browser()
    environment = settings.for_child(Settings(db="x.db", reviewer="zoe"))
    assert environment["FACTCHECK_DB"] == "x.db"
    assert environment["FACTCHECK_REVIEWER"] == "zoe"
    assert "TEXTUAL_DRIVER" not in environment


def test_matching_may_be_sent_to_a_cluster(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table names the engine and the address; without an address Ray's own variable may give one."""
    assert load(folder).matching == Matching()
    monkeypatch.setenv("RAY_ADDRESS", "head:6379")
    assert load(folder).matching == Matching("local", "head:6379")
    _write(folder, '[match]\nengine = "ray"\naddress = "ray://desk:10001"\n')
    assert load(folder).matching == Matching("ray", "ray://desk:10001")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("match = 'ray'", "match must be a table"),
        ("[match]\nengine = 'spark'", "engine in .match. must be one of local, ray"),
        ("[match]\naddress = 'a b'", "address in .match. must be text in quotes, without spaces"),
        ("[match]\nworkers = '2'", "unknown setting 'workers' in .match.; known are address, engine"),
    ],
)
def test_a_wrong_engine_is_named(folder: Path, words: str, told: str) -> None:
    """With what would be right."""
    _write(folder, words)
    with pytest.raises(SettingsProblem, match=told):
        load(folder)
