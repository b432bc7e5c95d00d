"""What only a process of its own shows: pipes, signals, permissions, and the terminal's encoding."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.factcheck.cli.conftest import Folder, Result, one_line
from tests.factcheck.story import ARTICLE

LONG = 300
"""Seconds after which a process is taken for stuck."""
MANY = [{"external_id": f"n{number}", "statement": f"Claim {number}: " + "words " * 40} for number in range(3000)]
"""Enough to fill every pipe: 900 kB."""
IN_ONE = """
import contextlib, io, json, sys
from factcheck.cli.main import run

done = []
for arguments in json.load(sys.stdin):
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    done.append([code, *(stream.flush() or stream.buffer.getvalue().decode() for stream in (out, err))])
print(json.dumps(done))
"""


def line(row: dict[str, str]) -> bytes:
    """A row without its id, so that it may come again."""
    return json.dumps({"claimant": row["external_id"], "statement": row["statement"]}).encode() + b"\n"


def one_process(folder: Folder, before: tuple[str, ...], commands: list[list[str]]) -> list[Result]:
    """Run several commands one after the other in one process of their own."""
    done = subprocess.run(
        [*before, sys.executable, "-c", IN_ONE],
        input=json.dumps(commands).encode(),
        cwd=folder.path,
        capture_output=True,
        timeout=LONG,
        check=True,
    )
    return [Result(*one) for one in json.loads(done.stdout)]


@contextmanager
def running(folder: Folder, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command with pipes at its three ends; it is gone afterwards."""
    # A run in the background has its Ctrl-C ignored, and so would the command.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", *arguments],
            cwd=folder.path,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["export"], ["export", "--format", "json"]])
def test_a_reader_that_goes_away_is_no_error(folder: Folder, arguments: list[str]) -> None:
    """`factcheck list | head -1`: exit code 0, and nothing is said about it."""
    folder.ok("import", folder.write("many.jsonl", *MANY))
    with running(folder, *arguments) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        assert (process.wait(LONG), told) == (0, b"")


@pytest.mark.parametrize("rows", [b"\n" * 1_000_000, b"".join(line(row) for row in MANY * 3)], ids=["none", "many"])
def test_ctrl_c_during_an_import_changes_nothing(folder: Folder, rows: bytes) -> None:
    """While rows come through a pipe: exit code 130, one sentence, and the dossier is the bytes that it was."""
    before = folder.state()
    with running(folder, "import", "--format", "jsonl", "-") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(rows)  # more than a pipe holds: when it is written, all but its end has been read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.stdout.read(), process.stderr.read()
        assert process.wait(LONG) == 130
    assert out == b""
    assert err.decode().strip() == "factcheck: interrupted; nothing was left half done"
    assert folder.state() == before


def test_data_is_utf_8_whatever_the_terminal_is(folder: Folder) -> None:
    """JSON and reports are the same bytes under a locale that knows no Chinese; words for people are escaped."""
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    for arguments in (["show", "w3", "--json"], ["export"]):
        assert folder.process(*arguments, variables=latin).out == folder.ok(*arguments).out
    told = folder.process("show", "w3", variables=latin)
    assert (told.code, told.err) == (0, "")
    assert "昨夜".encode("ascii", "backslashreplace").decode() in told.out


def test_bytes_that_are_no_text_may_name_a_file(folder: Folder) -> None:
    """On a system whose file names are bytes, such a file comes in; as a reason it does not."""
    name = b"caf\xe9.txt"
    try:
        (folder.path / os.fsdecode(name)).write_bytes(b"Some words of a document.")
    except OSError:
        pytest.skip("this file system takes only UTF-8")
    assert "caf\ufffd.txt: added" in folder.process("add", name).out
    assert one_line(folder.process("decide", "w3", "--reason", b"caf\xe9"), 2).endswith("no file of that name is here")


# ── places that cannot be written ──────────────────────────────────────────────────────────────────


@pytest.fixture
def bound() -> tuple[str, ...]:
    """What to put before a command so that permissions hold for it: nothing, unless we are root."""
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root is above permissions, and there is no setpriv to bring it down")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search,-fowner")


@pytest.fixture
def sealed(folder: Folder) -> Iterator[Folder]:
    """The story's folder, read-only with everything in it."""
    (folder.path / "new.txt").write_bytes(ARTICLE.encode() + b"more")
    folder.write("new.jsonl", {"statement": "s"})
    paths = [folder.path, *folder.path.iterdir()]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


READ_ONLY = {
    "add new.txt": "factcheck.db: cannot be written (read-only file, folder or role); nothing was changed",
    "import new.jsonl": "factcheck.db: cannot be written",
    "decide w3 --reason r": "factcheck.db: cannot be written",
    "relate w3 h2 refines": "factcheck.db: cannot be written",
    "sources Watch --reliability A": "factcheck.db: cannot be written",
    "export -o report.md": "report.md: permission denied",
    "backup copy.db": "copy.db: permission denied",
    "init sub": "sub: permission denied",
    "--db new.db init": "new.db: cannot be written",
    "demo": "factcheck-demo: permission denied",
}


def test_a_read_only_place_is_told(sealed: Folder, bound: tuple[str, ...]) -> None:
    """Exit code 3, one sentence, and nothing has changed, whatever was asked for."""
    before = sealed.state()
    done = one_process(sealed, bound, [command.split() for command in READ_ONLY])
    for (command, told), result in zip(READ_ONLY.items(), done, strict=True):
        assert one_line(result).startswith(told), command
    assert sealed.state() == before


def test_a_read_only_dossier_can_be_read(sealed: Folder, bound: tuple[str, ...]) -> None:
    """What only looks needs no permission to write."""
    commands = ["list", "show w3", "export", "export --format json", "verify", "log", "stats", "sources", "db check"]
    for command, done in zip(commands, one_process(sealed, bound, [one.split() for one in commands]), strict=True):
        assert (done.code, done.err) == (0, ""), command
        assert done.out, command


UNREADABLE = {
    "add new.txt": "new.txt: permission denied",
    "import new.jsonl": "new.jsonl: permission denied",
    "import claims.jsonl --map map.toml": "map.toml: permission denied",
    "verify --anchor anchor.txt": "anchor.txt: permission denied",
    "--db sealed.db list": "sealed.db: ",
    "init sealed": "sealed",
}


def test_what_may_not_be_read_is_told(folder: Folder, bound: tuple[str, ...]) -> None:
    """A document, a claim file, a map, an anchor, the database, a folder."""
    for name in ("new.txt", "new.jsonl", "map.toml", "anchor.txt", "sealed.db"):
        Path(folder.path / name).write_bytes(b"x")
        Path(folder.path / name).chmod(0)
    (folder.path / "sealed").mkdir(0)
    done = one_process(folder, bound, [command.split() for command in UNREADABLE])
    for (command, told), result in zip(UNREADABLE.items(), done, strict=True):
        assert one_line(result).startswith(told), command
    (folder.path / "sealed").chmod(0o755)


def test_settings_that_may_not_be_read_are_told(folder: Folder, bound: tuple[str, ...]) -> None:
    """They are not passed over in silence."""
    (folder.path / "factcheck.toml").touch(0)
    (done,) = one_process(folder, bound, [["list"]])
    assert "factcheck.toml: permission denied" in one_line(done)
