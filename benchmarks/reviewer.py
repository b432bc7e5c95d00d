"""The reviewer in a real pseudo-terminal, beside the lists that one would otherwise take and an empty Textual app.

Sizes and peers: FACTCHECK_BENCH_SIZE claims (a million is what the limits are for), FACTCHECK_BENCH_PEERS=0 leaves the
peers out, FACTCHECK_BENCH_DB names a dossier made by an earlier run, which is otherwise made anew; its full-text index
is brought up to date first with FACTCHECK_BENCH_INDEX=1, and removed with FACTCHECK_BENCH_INDEX=0. A peer that has not
shown a row after a minute is stopped. Every frame is told by the terminal's own marks for synchronised output.
"""

import contextlib
import importlib.util
import os
import pty
import re
import select
import signal
import sqlite3
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from fcntl import ioctl
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.queue_material import build
from factcheck.dossier import Dossier

PATIENCE = 60.0
KEYS = 60
ROUNDS = 3
FRAME = b"\x1b[?2026l"
QUERY, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
BYTECODE: dict[str, str] = {}
"""Where compiled modules are kept during the run, for all that is measured: as in an installed program, none of them is
compiled at the start."""
PEERS = ("DataTable", "OptionList", "fastdatatable")


class Terminal:
    """A program in a pseudo-terminal that knows synchronised output."""

    def __init__(self, arguments: Sequence[str], lines: int = 40, columns: int = 120) -> None:
        self.output = b""
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "FACTCHECK_REVIEWER": "bench", **BYTECODE}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execve(sys.executable, [sys.executable, *arguments], environment)
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, patience: float) -> bool:
        """Read what there is; whether there was anything."""
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError as error:
            raise TimeoutError(self.output[-500:].decode("utf-8", "replace")) from error
        if QUERY in data:
            os.write(self.fd, ANSWER)
        self.output += data
        return bool(data)

    def until(self, test: Callable[[bytes], bool], since: int = 0) -> float:
        """Seconds since now, or since the start, until what came after `since` passes the test. Raises TimeoutError."""
        begin = time.perf_counter() if since else self.began
        while not test(self.output[since:]):
            if time.perf_counter() - begin > PATIENCE:
                raise TimeoutError(self.output[-500:].decode("utf-8", "replace"))
            self.read(0.5)
        return time.perf_counter() - begin

    def press(self, keys: bytes, test: Callable[[bytes], bool] = lambda told: FRAME in told) -> float:
        """Seconds from a key to the end of the frame that passes the test."""
        self.quiet()
        since = len(self.output) or 1
        begin = time.perf_counter()
        os.write(self.fd, keys)
        self.until(test, since)
        return time.perf_counter() - begin

    def quiet(self, seconds: float = 0.03) -> None:
        """Wait until nothing more comes."""
        while self.read(seconds):
            pass

    def memory(self) -> tuple[float, float]:
        """(resident now, most ever) in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        found = dict(line.split(":", 1) for line in status.splitlines() if line.startswith("Vm"))
        return tuple(int(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    """Start a program; it is ended afterwards."""
    started = Terminal(arguments)
    try:
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(started.pid, signal.SIGKILL)
        os.waitpid(started.pid, 0)
        os.close(started.fd)


def _told(name: str, times: Sequence[float], limit: str = "") -> str:
    """Median, 95th percentile, most, in milliseconds."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    figures = f"best {ordered[0] * 1000:.1f}, p50 {median(ordered) * 1000:.1f}, p95 {p95 * 1000:.1f} ms"
    return f"{name}: {figures}" + (f" (limit {limit})" if limit else "")


def _ours(path: Path, *arguments: str) -> tuple[str, ...]:
    return ("-m", "factcheck", "--db", f"sqlite:///{path}", "review", *arguments)


def _frame_with(words: bytes) -> Callable[[bytes], bool]:
    return lambda told: words in told and FRAME in told[told.index(words) :]


ROW = _frame_with(b"The account")


def run(size: int) -> Iterator[str]:
    """All measurements."""
    with TemporaryDirectory() as folder:
        BYTECODE["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))
        given = os.environ.get("FACTCHECK_BENCH_DB")
        path = Path(given) if given else Path(folder, "queue.db")
        if not path.exists():
            build(path, size)
        _index(path, os.environ.get("FACTCHECK_BENCH_INDEX"))
        with Dossier.open(f"sqlite:///{path}") as dossier:
            yield f"{size:,} claims; missing in the full-text index: {dossier.index_behind()[0]:,}"
        _rehearse(path, size)
        yield from _starts(path)
        yield from _session(path, size)
        yield from _large_document(path, size)
        if os.environ.get("FACTCHECK_BENCH_PEERS") != "0":
            for kind in PEERS:
                yield from _peer(kind, path)


def _index(path: Path, wanted: str | None) -> None:
    """With the index, without it, or as it is: a reviewer who sits down after an import has none yet."""
    if wanted == "1":
        with Dossier.open(f"sqlite:///{path}") as dossier:
            dossier.keep_index()
    elif wanted == "0":
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("INSERT INTO claim_search (claim_search) VALUES ('delete-all')")
            connection.execute("UPDATE search_state SET claims = 0")


def _rehearse(path: Path, size: int) -> None:
    """Every key of the session once, so that every module it needs is compiled before anything is measured."""
    with terminal(*_ours(path)) as one:
        one.until(_frame_with(b" judged"))
        one.press(b"4", _frame_with(b"saved:"))
        one.press(b"u", _frame_with(b"undone:"))
        for _ in _filter(one, "Port Hale", size):
            pass
        one.press(b"v", _frame_with(b"claim 1 of"))


def _starts(path: Path) -> Iterator[str]:
    """First row against the first frame of an app without anything in it, in turns."""
    ours, shells, empties = [], [], []
    for _ in range(ROUNDS + 1):
        with terminal(*_ours(path)) as one:
            shells.append(one.until(_frame_with(b"opening the dossier")))
            ours.append(one.until(ROW))
        with terminal("-m", "benchmarks.reviewer_peers", "empty", str(path)) as one:
            empties.append(one.until(_frame_with(b"ready: 0")))
    ours, shells, empties = ours[1:], shells[1:], empties[1:]  # the first start of the empty one compiled its modules
    ratio = min(ours) / min(empties)
    yield (
        f"first row: {min(ours) * 1000:.0f} ms (frame without rows {min(shells) * 1000:.0f} ms); "
        f"empty Textual app: {min(empties) * 1000:.0f} ms; ratio {ratio:.2f} (limit 1.5; best of {ROUNDS} in turns)"
    )


def _session(path: Path, size: int) -> Iterator[str]:
    """Keys, verdicts, filter and search, memory and idle time of one session."""
    with terminal(*_ours(path)) as one:
        one.until(_frame_with(b" judged"))
        yield f"whole queue loaded after {time.perf_counter() - one.began:.2f} s"
        one.quiet(1.0)
        before = one.cpu()
        yield _told("j, key to frame", [one.press(b"j") for _ in range(KEYS)], "p50 10 ms, p95 25 ms")
        yield f"  processor time for each: {(one.cpu() - before) / KEYS * 1000:.1f} ms"
        yield _told("page down, key to frame", [one.press(b"\x1b[6~") for _ in range(KEYS // 2)])
        yield _told("end and back", [one.press(key) for key in (b"G", b"g") * 5])
        saved = [one.press(b"4", _frame_with(b"saved:")) for _ in range(KEYS // 2)]
        yield _told("verdict saved and next claim shown", saved, "p50 20 ms")
        yield _told("undo", [one.press(b"u", _frame_with(b"undone:")) for _ in range(KEYS // 3)])
        for words in ("Port Hale", "临江 裁员", f"({size // 2})", "nowhere at all"):
            yield from _filter(one, words, size)
        now, most = one.memory()
        yield f"memory: {now:.0f} MB, at most {most:.0f} MB (limit 120)"
        one.quiet(1.0)
        before = one.cpu()
        time.sleep(5)
        yield f"idle for 5 s: {(one.cpu() - before) * 1000:.0f} ms of processor time"


def _filter(one: Terminal, words: str, size: int) -> Iterator[str]:
    """A filter by words: its first page, and the keys while it loads."""
    one.press(b"f", _frame_with(b"Show only"))
    one.press(b"t", _frame_with(b"Only claims that say"))
    one.press(words.encode(), lambda told: FRAME in told)
    one.quiet(0.3)
    took = one.press(b"\r", _frame_with(b"x shows all"))
    yield f"filter by “{words}”: first page after {took * 1000:.0f} ms (limit 150)"
    one.quiet(0.3)
    since = len(one.output)
    back = one.press(b"x", _frame_with(b"all "))
    one.until(lambda told: re.search(rb"all \d{%d} claims" % len(str(size)), told) is not None, since)
    yield f"  everything again: first page after {back * 1000:.0f} ms"
    one.quiet(0.5)


def _large_document(path: Path, size: int) -> Iterator[str]:
    """A document of 350 000 characters."""
    with terminal(*_ours(path, "x500")) as one:
        one.until(_frame_with(b"The long one"))
        one.quiet(0.5)
        took = one.press(b"v", _frame_with(b"claim 1 of 1:"))
        yield f"350,000 characters opened at the claim: {took * 1000:.0f} ms (limit 500)"
        begin = time.perf_counter()
        one.until(_frame_with(f" of {size // 1000}:".encode()))
        yield f"  its {size // 1000:,} claims marked {(time.perf_counter() - begin) * 1000:.0f} ms later"


def _peer(kind: str, path: Path) -> Iterator[str]:
    if kind == "fastdatatable" and importlib.util.find_spec("textual_fastdatatable") is None:
        yield "textual-fastdatatable is not installed, so it is not measured"
        return
    with terminal("-m", "benchmarks.reviewer_peers", kind, str(path)) as one:
        try:
            first = one.until(ROW)
            times = [one.press(b"\x1b[B") for _ in range(KEYS // 2)]
        except TimeoutError:
            now, _ = one.memory()
            yield f"{kind}: no row, or no answer to a key, after {PATIENCE:.0f} s; {now:.0f} MB by then"
            return
        now, most = one.memory()
        yield f"{kind}: first row {first:.2f} s, {_told('↓', times)}; memory {now:.0f} MB, at most {most:.0f} MB"
