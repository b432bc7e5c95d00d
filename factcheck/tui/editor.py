"""One's own editor on a text: out to a file, into the editor, back again. Whatever the editor does, we live."""

import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from evidence.text.clean import unstorable
from factcheck.errors import FileProblem

MOST = 1_000_000
"""Bytes that are read back: a reason is no book."""


class EditorProblem(Exception):
    """The editor gave nothing that could be used; the text is one sentence."""


def edit(text: str, command: Sequence[str], name: str) -> str:
    """The text as one left it in the editor. The terminal must be the editor's for as long. Raises EditorProblem."""
    if not command:
        raise EditorProblem("no editor is set: start with EDITOR=nano factcheck review, or with your own one")
    try:
        with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
            path = Path(folder, name)
            path.write_text(text, encoding="utf-8")
            _run([*command, str(path)])
            return _read(path)
    except OSError as error:
        problem = FileProblem(error.filename or command[0], error)
        raise EditorProblem(f"the editor could not be used: {problem}") from error


def attempted(text: str, command: Sequence[str], name: str) -> str | EditorProblem:
    """The same, with the problem as a value."""
    try:
        return edit(text, command, name)
    except EditorProblem as problem:
        return problem


def _run(command: Sequence[str]) -> None:
    with _interrupts_are_the_editors():
        code = subprocess.run(command, check=False).returncode  # noqa: S603 - the command is the user's own
    if code:
        how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
        raise EditorProblem(f"{Path(command[0]).name} {how}: nothing of it was taken over")


@contextmanager
def _interrupts_are_the_editors() -> Iterator[None]:
    """Ctrl-C in the editor reaches us too; a handler that does nothing is not inherited, as ignoring would be."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read(path: Path) -> str:
    if path.stat().st_size > MOST:
        raise EditorProblem(f"the text is longer than {MOST:,} bytes: nothing of it was taken over")
    try:
        text = path.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError as error:
        raise EditorProblem(f"the text is not UTF-8 at byte {error.start}: nothing of it was taken over") from error
    if unstorable(text) is not None:
        raise EditorProblem("the text holds a character that cannot be stored: nothing of it was taken over")
    return text
