"""Reads the lines of a large file ahead, in a second process, while the first one writes what came before.

Python runs on one processor, and half of an import is reading. The child gets blocks of lines on its standard input
and answers each with what is ready in it; lines that are not plain are left to the parent. It knows no database. When
it cannot be started, or ends before its time, the parent reads the lines itself and the outcome is the same.
"""

import gc
import marshal
import os
import queue
import subprocess
import sys
import threading
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from factcheck.work.plain import Plain, Ready, Shelved

LINES = 1000
"""Lines that are read together."""
WORTH_IT = 4000
"""Lines from which on a second process pays for its start."""
WAITING = 8
"""Blocks that may be under way."""
PATIENCE = 1.0
"""Seconds for which the end waits for whoever reads the lines: from a pipe that stays open none may ever come."""
_ROOT = Path(__file__).parents[2]
_CHILD = "from factcheck.work.ahead import serve; serve()"

Line = tuple[int, bytes, int]
"""Its number from 1, its bytes, and how many bytes of the file have been read with it."""


class Setting(NamedTuple):
    """What reading needs to know beside the lines."""

    documents: dict[str, Shelved]
    reviewer: str
    now: str
    digests: "array[int]"
    """The first 64 bits of the digests of rows that are there already, in order."""


class Block(NamedTuple):
    """Some lines, with what is ready of them and which may be unchanged."""

    lines: list[Line]
    ready: Ready
    old: list[tuple[int, str, str]]


def plainly(setting: Setting) -> Plain:
    """A reader for this setting."""
    return Plain(setting.documents.get, setting.reviewer, setting.now, lambda digest: _is_in(setting.digests, digest))


def _is_in(digests: "array[int]", digest: str) -> bool:
    wanted = int(digest[:16], 16)
    at = bisect_left(digests, wanted)
    return at < len(digests) and digests[at] == wanted


def blocks(lines: Iterator[Line], plain: Plain, setting: Callable[[], Setting | None]) -> Iterator[Block]:
    """The lines in order, read by `plain` here, or, when they are many, by a second process in the same `setting`."""
    for _ in range(WORTH_IT // LINES):
        some = list(islice(lines, LINES))
        if not some:
            return
        yield _read(plain, some)
    told = setting()
    child = None if told is None else _started(told)
    if told is not None:
        plain = plainly(told)
    if child is None:
        while some := list(islice(lines, LINES)):
            yield _read(plain, some)
        return
    with child:
        try:
            yield from _answered(child, lines, plain)
        finally:
            child.kill()
            with suppress(OSError):  # what it never took
                cast("IO[bytes]", child.stdin).close()


def _read(plain: Plain, some: list[Line]) -> Block:
    return Block(some, *plain.read([line for _, line, _ in some]))


def _started(setting: Setting) -> "subprocess.Popen[bytes] | None":
    """The child, told its setting; None when there can be none."""
    command = [sys.executable, "-P", "-s", "-c", _CHILD]
    folders = [str(_ROOT), *(folder for folder in sys.path if Path(folder).is_absolute())]
    environment = {"PYTHONPATH": os.pathsep.join(dict.fromkeys(folders)), "PYTHONUTF8": "1"}
    try:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    except OSError:
        return None
    with suppress(BrokenPipeError):
        documents = {name: tuple(document) for name, document in setting.documents.items()}
        _send(child.stdin, (documents, setting.reviewer, setting.now, setting.digests.tobytes()))
    return child


def _answered(child: "subprocess.Popen[bytes]", lines: Iterator[Line], plain: Plain) -> Iterator[Block]:
    """Each block of lines with the child's answer, or with our own where it gives none any more."""
    sent: queue.Queue[list[Line] | BaseException | None] = queue.Queue(WAITING)
    over = threading.Event()
    feeder = threading.Thread(target=_feed, args=(child.stdin, lines, sent, over), daemon=True)
    feeder.start()
    alive = True
    try:
        while (some := sent.get()) is not None:
            if isinstance(some, BaseException):
                raise some
            answer = _receive(child.stdout) if alive else None
            alive = answer is not None
            if answer is None:
                yield _read(plain, some)
            else:
                yield Block(some, Ready(*answer[0]), answer[1])
    finally:
        over.set()
        child.kill()
        until = time.monotonic() + PATIENCE
        while feeder.is_alive() and time.monotonic() < until:  # it may be waiting for room, or for lines to come
            with suppress(queue.Empty):
                sent.get_nowait()
            feeder.join(0.01)


def _feed(
    stream: IO[bytes] | None,
    lines: Iterator[Line],
    sent: "queue.Queue[list[Line] | BaseException | None]",
    over: threading.Event,
) -> None:
    """Read blocks of lines and pass them on, to the child and to the one who waits for its answers."""
    alive = True
    try:
        while not over.is_set() and (some := list(islice(lines, LINES))):
            if over.is_set():
                break
            sent.put(some)
            if alive:
                try:
                    _send(stream, [line for _, line, _ in some])
                except (OSError, ValueError):
                    alive = False
    except BaseException as error:  # noqa: BLE001 - raised again where somebody can hear it
        sent.put(error)
    else:
        sent.put(None)


def _send(stream: IO[bytes] | None, value: Any) -> None:
    if stream is not None:
        data = marshal.dumps(value)
        stream.write(len(data).to_bytes(8, "big") + data)
        stream.flush()


def _receive(stream: IO[bytes] | None) -> Any:
    """What the other side has sent; None when it has gone."""
    head = stream.read(8) if stream is not None else b""
    if stream is None or len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    data = stream.read(size)
    return marshal.loads(data) if len(data) == size else None  # noqa: S302 - from our own child


def serve() -> None:
    """The child: answer block after block until no more come."""
    told = _receive(sys.stdin.buffer)
    if told is None:
        return
    gc.disable()  # nothing here goes round in circles
    documents, reviewer, now, digests = told
    known: array[int] = array("Q")
    known.frombytes(digests)
    shelf = {name: Shelved(*document) for name, document in documents.items()}
    plain = plainly(Setting(shelf, reviewer, now, known))
    lines: Sequence[bytes] | None
    with suppress(BrokenPipeError):
        while (lines := _receive(sys.stdin.buffer)) is not None:
            ready, old = plain.read(lines)
            _send(sys.stdout.buffer, (tuple(ready), old))
