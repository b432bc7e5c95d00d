"""The program in a real terminal: it starts, obeys a key, leaves no trace, sends nothing raw that an author wrote."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path

import pytest

PATIENCE = 30.0
"""Seconds after which a test gives up waiting."""
PROGRAM = ("-m", "factcheck")
"""What the interpreter is given before the command."""
MODES = ((1049, "h", "l"), (25, "l", "h"), (1000, "h", "l"), (1003, "h", "l"), (1006, "h", "l"), (2004, "h", "l"))
"""What the program sets and has to set back: alternate screen, cursor, mouse, pasted text."""


class Terminal:
    """A pseudo-terminal with the reviewer in it."""

    def __init__(self, arguments: list[str], program: tuple[str, ...], **variables: str) -> None:
        self.output = b""
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", **variables}
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, *program, *arguments], environment)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def until(self, test: Callable[[bytes], bool]) -> bytes:
        """Read until the output passes the test, or the program ends."""
        end = time.monotonic() + PATIENCE
        while not test(self.output):
            assert time.monotonic() < end, self.output[-2000:]
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    data = os.read(self.fd, 65536)
                except OSError:  # the program has ended
                    break
                if not data:
                    break
                self.output += data
        return self.output

    def press(self, text: str) -> None:
        """Type."""
        os.write(self.fd, text.encode())

    def shows(self, key: str, words: bytes) -> None:
        """Press a key, and wait until these words are drawn."""
        seen = len(self.output)
        self.press(key)
        self.until(lambda output: words in output[seen:])

    def ended(self) -> int:
        """Wait for the end and return the exit code."""
        self.until(lambda output: False)
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)


@contextmanager
def terminal(*arguments: str, **variables: str) -> Iterator[Terminal]:
    """Start the reviewer; whatever is left of it is ended."""
    started = Terminal(list(arguments), PROGRAM, **variables)
    try:
        yield started
    finally:
        if started.pid:
            os.kill(started.pid, signal.SIGKILL)
            os.waitpid(started.pid, 0)
        os.close(started.fd)


def restored(output: bytes) -> bool:
    """Alternate screen left, cursor shown, mouse and paste let go."""
    pairs = ((f"?{mode}{on}".encode(), f"?{mode}{off}".encode()) for mode, on, off in MODES)
    return all(output.rfind(off) > output.rfind(on) for on, off in pairs)


def test_a_short_session(sample: str) -> None:
    """Start, one verdict, quit: exit code 0 and the terminal as it was."""
    with terminal("--db", sample, "--as", "anna", "review") as anna:
        anna.until(lambda output: b"to judge the claim" in output)
        anna.press("1")
        anna.until(lambda output: b"saved:" in output)
        anna.press("q")
        assert anna.ended() == 0
        assert restored(anna.output)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_a_clean_terminal(sample: str, number: signal.Signals) -> None:
    """Asked to end, the program puts the terminal back first."""
    with terminal("--db", sample, "review") as anna:
        anna.until(lambda output: b"to judge the claim" in output)
        os.kill(anna.pid, number)
        anna.ended()
        assert restored(anna.output)


def test_no_dossier_says_how_to_begin(sample: str) -> None:
    """And leaves the terminal as it was when one does not want to."""
    with terminal("--db", f"{sample}.gone", "review") as anna:
        anna.until(lambda output: b"There is no dossier at" in output)
        anna.press("q")
        assert anna.ended() == 0
        assert restored(anna.output)


def test_what_is_no_dossier_is_one_sentence(tmp_path: Path) -> None:
    """What keeps the reviewer from starting is said after the terminal is back."""
    (tmp_path / "text.db").write_bytes(b"no database" * 1000)
    with terminal("--db", f"sqlite:///{tmp_path / 'text.db'}", "review") as anna:
        assert anna.ended() == 3
        assert restored(anna.output)
        assert b"text.db" in anna.output.rpartition(b"?1049l")[2]


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_refused(sample: str, term: str) -> None:
    """With the commands that do the same."""
    with terminal("--db", sample, "review", TERM=term) as anna:
        assert anna.ended() == 3
        assert b"factcheck decide" in anna.output
        assert b"?1049h" not in anna.output


def test_a_pipe_is_refused(sample: str) -> None:
    """The reviewer never fills a pipe with escape sequences."""
    command = [sys.executable, "-m", "factcheck", "--db", sample, "review"]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"needs a terminal" in done.stderr


def test_nothing_of_an_author_steers_the_terminal(ready: Callable[[str], str]) -> None:
    """Claims, names and file names full of escape sequences: none reaches the terminal on any screen."""
    with terminal("--db", ready("hostile"), "review") as anna:
        anna.until(lambda output: b"to judge the claim" in output)
        for key in ("\r", "v", "c", "h", "p"):
            anna.shows(key, b"back")
            anna.shows("q", b"report")
        anna.shows("o", b"only http")
        anna.shows("2", b"Refuted")
        anna.shows("\x1b", b"nothing was saved")
        anna.press("q")
        anna.until(lambda output: b"?1049l" in output)
        text = anna.output.decode("utf-8", "replace")
        assert "]52;c;aGFja2Vk" not in text.replace("␛]52;c;aGFja2Vk", "")
        assert not re.search("[\u0080-\u009f\u202a-\u202e\u2066-\u2069\u200b-\u200f]", text)
        assert "\x1b[31m[red]" not in text


@pytest.mark.parametrize("colour", ["no colour", "colour"])
def test_no_color_is_obeyed(sample: str, colour: str) -> None:
    """NO_COLOR: attributes, but not one colour."""
    variables = {"NO_COLOR": "1"} if colour == "no colour" else {}
    with terminal("--db", sample, "review", **variables) as anna:
        anna.until(lambda output: b"to judge the claim" in output)
        anna.press("q")
        anna.ended()
    styles = re.findall(rb"\x1b\[([\d;]+)m", anna.output)
    colours = [style for style in styles if re.search(rb"(^|;)(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;|$)", style)]
    assert bool(colours) is (colour == "colour"), colours[:5]


def test_the_shell_needs_no_database_layer() -> None:
    """The module of the program imports Textual, but neither SQLAlchemy nor pydantic: the first frame comes first."""
    code = (
        "import sys, factcheck.tui.app; print([m for m in ('sqlalchemy', 'pydantic', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_nothing_below_the_reviewer_imports_textual() -> None:
    """The dossier and the command line work on machines without a terminal."""
    code = "import sys, factcheck.dossier, factcheck.cli.main, factcheck.cli.review; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"
