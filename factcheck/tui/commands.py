"""Runs a command of factcheck beside the program, in a process of its own, so that long work never delays a key.

What the program does this way is what `factcheck COMMAND` does. The database and the reviewer's name go through the
environment, because everybody on the machine may read the arguments of a process.
"""

import asyncio
import contextlib
import os
import pty
import re
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from evidence.text.clean import clean
from factcheck.errors import FactcheckError
from factcheck.settings import Settings, for_child

Progress = Callable[[int], None]
"""Told how many per cent are done."""
_per_cent = re.compile(rb"(\d{1,3})%")
_steering = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_bar = re.compile(r"\[[#-]+\]\s+\d+%")
KEPT = 20_000
"""Bytes of what a command says that are kept: its last words are what counts."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code, what it printed, and what it said beside that, in lines."""

    code: int
    output: bytes
    said: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether it did what it was to do; with code 1 something is left for a person."""
        return self.code in {0, 1}


class CommandFailed(FactcheckError):
    """A command could not do its work; the sentence is its own."""

    def __init__(self, ended: Ended) -> None:
        told = [line.removeprefix("factcheck: ") for line in ended.said if line.strip()]
        super().__init__(told[-1] if told else f"the command ended with code {ended.code} and said nothing")


@dataclass(eq=False)
class Running:
    """Commands under way; `stop` ends them, and what they had not committed is as if it had never been."""

    told: Settings
    _processes: list[Process] = field(default_factory=list)

    async def run(self, arguments: Sequence[str], progress: Progress = lambda per_cent: None) -> Ended:
        """Run `factcheck ARGUMENTS` to its end."""
        ours, theirs = pty.openpty()  # a command shows its progress to a terminal only
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "factcheck", *arguments, stdin=DEVNULL, stdout=PIPE, stderr=theirs,
                env=for_child(self.told),
            )  # fmt: skip
        except BaseException:
            os.close(ours)
            raise
        finally:
            os.close(theirs)
        self._processes.append(process)
        said = _Said(ours, progress)
        try:
            output, _ = await process.communicate()
        finally:
            self._processes.remove(process)
            if process.returncode is None:
                process.kill()
            said.close()
        return Ended(await process.wait(), output, said.lines())

    def stop(self) -> None:
        """End what is under way."""
        for process in self._processes:
            with contextlib.suppress(ProcessLookupError):
                process.kill()

    @property
    def busy(self) -> bool:
        """Whether a command is under way."""
        return bool(self._processes)


class _Said:
    """What a command says on its terminal, read as it comes."""

    def __init__(self, fd: int, progress: Progress) -> None:
        self._fd, self._progress = fd, progress
        self._data = b""
        os.set_blocking(fd, False)
        asyncio.get_running_loop().add_reader(fd, self._read)

    def _read(self) -> None:
        try:
            data = os.read(self._fd, 65536)
        except BlockingIOError:
            return
        except OSError:  # Linux says so when the other end is closed
            data = b""
        if not data:
            asyncio.get_running_loop().remove_reader(self._fd)
            return
        self._data = (self._data + data)[-KEPT:]
        found = _per_cent.findall(data)
        if found:
            self._progress(min(100, int(found[-1])))

    def close(self) -> None:
        """Read what is left and let go."""
        asyncio.get_running_loop().remove_reader(self._fd)
        with contextlib.suppress(OSError):
            while data := os.read(self._fd, 65536):
                self._data = (self._data + data)[-KEPT:]
        os.close(self._fd)

    def lines(self) -> tuple[str, ...]:
        """Its lines without the bars, harmless."""
        text = _steering.sub("", self._data.decode("utf-8", "replace")).replace("\r\n", "\n")
        rows = [row.rpartition("\r")[2].strip() for row in text.split("\n")]
        return tuple(clean(row) for row in rows if row and not _bar.search(row))


class Indexing:
    """The process that brings the full-text index up to date; see `indexing.py`. It ends with this one."""

    def __init__(self, told: Settings) -> None:
        self._told = told
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, once."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "factcheck.tui.indexing"],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=for_child(self._told),
            )  # fmt: skip

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdin is not None:
                self._process.stdin.close()
            self._process = None


def is_file(db: str) -> bool:
    """Whether a dossier's address names a file rather than a server."""
    return "://" not in db or db.startswith("sqlite")
