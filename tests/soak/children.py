"""A child process that works until it is killed."""

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress

PATIENCE = 120.0
"""Seconds after which a child that says nothing is taken for stuck."""


class Child:
    """A fork of this process that calls `work` with a function to say things; what ends it is printed unless quiet."""

    def __init__(self, work: Callable[[Callable[[str], None]], None], *, quiet: bool = False) -> None:
        self._read, write = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._read)
            _work(work, write, quiet=quiet)
        os.close(write)
        self._said = b""

    def lines(self) -> list[str]:
        """What it has said so far, in whole lines."""
        return [line.decode() for line in self._said.split(b"\n")[:-1]]

    def wait_for(self, number: int) -> None:
        """Wait until it has said so many lines. Raises AssertionError when it ends or is stuck before."""
        deadline = time.monotonic() + PATIENCE
        while self._said.count(b"\n") < number:
            left = deadline - time.monotonic()
            assert left > 0, "a child is stuck"
            assert self._listen(left), f"a child ended by itself after {self.lines()[-3:]}"

    def let(self, seconds: float) -> None:
        """Let it work for a while, and listen."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self._listen(left):
            pass

    def kill(self) -> list[str]:
        """Kill it at once; everything that it said."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def end(self) -> list[str]:
        """Wait for its end; everything that it said."""
        while self._listen(PATIENCE):
            pass
        os.close(self._read)
        _, self.status = os.waitpid(self.pid, 0)
        return self.lines()

    def _listen(self, seconds: float) -> bool:
        """Whether it may say more; waits so long for something."""
        if not select.select([self._read], [], [], seconds)[0]:
            return True
        piece = os.read(self._read, 65_536)
        self._said += piece
        return bool(piece)


def _work(work: Callable[[Callable[[str], None]], None], write: int, *, quiet: bool) -> None:
    try:
        work(lambda words: _say(write, words))
        os._exit(0)
    except BaseException:  # noqa: BLE001 - nothing of this process may run on in its parent's code
        if not quiet:
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(1)


def _say(write: int, words: str) -> None:
    os.write(write, words.encode() + b"\n")
