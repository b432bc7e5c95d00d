"""One program, many commands: each has its name, its help, its exit code; errors are a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factcheck import __version__
from factcheck.cli import main
from factcheck.cli.main import COMMANDS, cli
from factcheck.errors import FactcheckError, ImportRefused, RowProblem
from tests.factcheck.cli.conftest import Folder, one_line

HEAVY = ("sqlalchemy", "alembic", "textual", "rich", "pydantic", "orjson", "factcheck.dossier")
LOADED = f"""
import sys
from factcheck.cli.main import run
code = run(sys.argv[1:])
print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""


def command(name: str) -> click.Command:
    """The command of this name."""
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["no-such-command"]])
def test_help_is_quick_because_it_loads_nothing(arguments: list[str]) -> None:
    """The program's own help imports neither the database, the terminal reviewer nor the values."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, timeout=300, check=False
    )
    code = 2 if arguments == ["no-such-command"] else 0
    assert done.stderr.splitlines()[-1] == f"{code} []"


QUICK = ("sqlalchemy", "alembic", "textual", "pydantic", "factcheck.dossier")
LISTED = LOADED.replace(repr(HEAVY), repr(QUICK))


@pytest.mark.parametrize("arguments", [[], ["--json"], ["--status", "new", "--conflicts", "--tag", "damage"]])
def test_list_is_quick_because_it_loads_little(folder: Folder, arguments: list[str]) -> None:
    """Claims in a file are listed without the layers that take longer to load than the claims to be listed."""
    done = subprocess.run(
        [sys.executable, "-c", LISTED, "list", *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        cwd=folder.path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert done.stderr.splitlines()[-1] == "0 []"
    assert done.stdout == folder.ok("list", *arguments).out


def test_the_help_lists_every_command(empty: Folder) -> None:
    """Each with its line, on stdout."""
    done = empty.ok("--help")
    words = " ".join(done.out.split())
    for name, (_, line) in COMMANDS.items():
        assert f"{name} {line}" in words
    assert done.err == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(empty: Folder, name: str) -> None:
    """`COMMAND --help` says what it does, on stdout, without a dossier."""
    done = empty.ok(name, "--help")
    assert done.out.startswith(f"Usage: factcheck {name} ")
    assert done.err == ""
    for parameter in command(name).params:
        assert not isinstance(parameter, click.Option) or parameter.opts[-1] in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_commands_tells_of_the_commands_there_are(name: str) -> None:
    """Name and first word agree with the command's own, and the line is one sentence that fits."""
    found = command(name)
    line = COMMANDS[name][1]
    assert found.name == name
    assert found.help is not None
    assert found.help.split()[0] == line.split()[0]
    assert line.endswith(".")
    assert len(line) <= 80


def test_a_command_without_arguments_is_shown_the_help(empty: Folder) -> None:
    """`factcheck` alone is wrong usage, and says how to use it."""
    done = empty.run()
    assert (done.code, done.out) == (2, "")
    assert "Usage: factcheck" in done.err


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"init", "demo", "serve"}])
def test_no_command_makes_a_dossier_by_accident(empty: Folder, name: str) -> None:
    """Without one, it is wrong usage or cannot be done; nothing is printed as data, nothing is written."""
    before = empty.state()
    done = empty.run(name)
    assert done.code in {2, 3}
    assert done.out == ""
    assert done.err
    assert empty.state() == before


def test_the_version_is_the_packages(empty: Folder) -> None:
    """`--version` is data."""
    assert empty.ok("--version").out == f"factcheck, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["no-such"], "No such command 'no-such'."),
        (["list", "--no-such"], "No such option"),
        (["list", "--status", "done"], "'done' is not one of 'new', 'in_review', 'deferred', 'decided'"),
        (["list", "--limit", "0"], "0 is not in the range 1<=x<="),
        (["log", "--limit", "1" + "0" * 30], "is not in the range 1<=x<="),
        (["show"], "Missing argument 'CLAIM'"),
        (["add"], "Missing argument"),
        (["add", "article.txt", "--reliability", "G"], "'G' is not one of 'A', 'B', 'C', 'D', 'E', 'F'"),
        (["add", "article.txt", "report.txt", "--name", "x"], "--name goes with one file"),
        (["import"], "Missing argument"),
        (["import", "claims.jsonl", "--format", "xml"], "'xml' is not one of"),
        (["export", "--format", "pdf"], "'pdf' is not one of"),
        (["decide", "w3"], "nothing to decide: give --verdict, --confidence, --status or --reason"),
        (["decide", "w3", "w4", "--seen", "1", "--reason", "r"], "--seen and --uuid go with one claim"),
        (["decide", "w3", "--seen", "one", "--reason", "r"], "'one' is not a valid integer"),
        (["relate", "w3", "w4", "resembles"], "'resembles' is not one of 'duplicates', 'corroborates'"),
        (["sources", "--reliability", "B"], "say which source: factcheck sources NAME --reliability B"),
        (["db"], "Usage: factcheck db"),
        (["db", "mend"], "No such command 'mend'."),
    ],
)
def test_wrong_usage_is_told_and_changes_nothing(folder: Folder, arguments: list[str], told: str) -> None:
    """Exit code 2, nothing on stdout, click's words on stderr."""
    before = folder.state()
    done = folder.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert folder.state() == before


def test_an_argument_that_is_no_text_is_refused(folder: Folder) -> None:
    """Bytes that are not UTF-8 may name a file that is there, and nothing else."""
    told = one_line(folder.run("decide", "w3", "--reason", "caf\udce9"), 2)
    assert told == "'caf\\udce9': not UTF-8, and no file of that name is here"


def test_what_was_typed_cannot_steer_the_terminal(folder: Folder) -> None:
    """Wrong usage repeats an argument with its escape sequences made visible."""
    done = folder.run("list", "\x1b]0;owned\x07\x9b31m\u202e")
    assert done.code == 2
    assert "␛]0;owned␇" in done.err
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.err)


def test_one_of_our_errors_is_one_sentence(empty: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line breaks and escape sequences in it do not reach the terminal."""
    raising(monkeypatch, FactcheckError("a\nb\x1b[31m"))
    assert one_line(empty.run("list")) == "a b␛[31m"


def test_what_the_operating_system_says_is_one_sentence(empty: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """File name and reason, in that order."""
    raising(monkeypatch, OSError(28, "No space left on device", "out.md"))
    assert one_line(empty.run("list")) == "out.md: no space left on device"


def test_ctrl_c_is_130(empty: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it says that nothing was left half done."""
    raising(monkeypatch, KeyboardInterrupt())
    done = empty.run("list")
    assert (done.code, done.out) == (130, "")
    assert done.err.strip() == "factcheck: interrupted; nothing was left half done"


def test_many_wrong_rows_are_told_in_part(empty: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first ones, then how many more, then the sum."""
    most = main.MOST_PROBLEMS
    problems = [RowProblem("a.jsonl", number, None, "wrong") for number in range(1, most + 11)]
    raising(monkeypatch, ImportRefused(problems, 100))
    lines = empty.run("list").err.splitlines()
    assert lines[0] == "factcheck: a.jsonl, line 1: wrong"
    assert lines[most - 1 :] == [
        f"factcheck: a.jsonl, line {most}: wrong",
        "factcheck: … and 10 more",
        f"factcheck: nothing was imported: {most + 10} rows are wrong among the 100 read",
    ]


def test_a_defect_keeps_its_traceback(empty: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is not dressed up as an error of the user's."""
    raising(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        empty.run("list")


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make `list` raise."""

    @click.command("list")
    def fails() -> None:
        raise error

    monkeypatch.setattr(main.Commands, "get_command", lambda self, ctx, name: fails)


def test_the_module_is_the_program(folder: Folder) -> None:
    """`python -m factcheck` and the console script do the same."""
    script = Path(sys.executable).with_name("factcheck")
    assert script.exists()
    by_script = subprocess.run([script, "list"], cwd=folder.path, capture_output=True, timeout=300, check=False)
    by_module = folder.process("list")
    assert (by_script.returncode, by_script.stdout.decode()) == (0, by_module.out)


# ── which dossier ──────────────────────────────────────────────────────────────────────────────────


def test_the_dossier_is_named_by_option_variable_or_file(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, databases: object
) -> None:
    """In that order; the default is factcheck.db in the current folder."""
    assert folder.ok("list").out.count("\n") == 5
    folder.write("factcheck.toml", 'db = "sqlite:///toml.db"')
    assert one_line(folder.run("list")).startswith("toml.db: no dossier here yet")
    monkeypatch.setenv("FACTCHECK_DB", "sqlite:///variable.db")
    assert one_line(folder.run("list")).startswith("variable.db: no dossier here yet")
    assert folder.ok("--db", "sqlite:///factcheck.db", "list").out.count("\n") == 5
    assert folder.ok("--db", "factcheck.db", "list").out.count("\n") == 5


def test_the_reviewer_is_named_by_option_variable_or_file(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """In that order."""
    folder.write("factcheck.toml", 'reviewer = "cem"')
    for name, arguments in (("bo", ["--as", "bo"]), ("anna", [])):
        folder.ok(*arguments, "decide", "w4", "--confidence", "low", "--verdict", "conflicting", "--reason", name)
        assert folder.claim("w4")["decided_by"] == name
    monkeypatch.delenv("FACTCHECK_REVIEWER")
    folder.ok("decide", "w4", "--reason", "cem")
    assert folder.claim("w4")["decided_by"] == "cem"


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (b"db = ", "not valid TOML: "),
        (b'data = "x"', "unknown setting 'data'; known are db, language, reviewer, theme, title"),
        (b"db = 3", "db must be text in quotes"),
        (b'title = "a\\u0000b"', "title holds a character that cannot be stored"),
        (b'title = "\xff"', "not UTF-8 at byte 9"),
        (b"x = " + b"[" * 10_000, "not valid TOML: "),
    ],
)
def test_a_wrong_settings_file_is_told(folder: Folder, toml: bytes, told: str) -> None:
    """The sentence names the file."""
    folder.write("factcheck.toml", toml)
    sentence = one_line(folder.run("list"))
    assert sentence.startswith(f"{folder.path / 'factcheck.toml'}: {told}")


def test_a_wrong_variable_is_told(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is not UTF-8 is refused before anything is written."""
    monkeypatch.setenv("FACTCHECK_REVIEWER", "caf\udce9")
    assert one_line(folder.run("list")) == "FACTCHECK_REVIEWER: 'caf\\udce9' is not UTF-8"
