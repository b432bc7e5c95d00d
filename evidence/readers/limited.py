"""Reading in a child process with limits, so that a hostile file ends in one sentence and nowhere else.

The libraries behind HTML, PDF and DOCX are large, partly written in C, and fed with what strangers made. The child
gets the bytes on its standard input and an environment without secrets; it answers with one JSON document on its
standard output, which is checked as if a stranger had written it. It is ended when it takes too much memory (not on
systems that have no RLIMIT_AS, such as macOS), time, or room for its answer.

The child's hash seed is fixed, so that the same bytes give the same text whatever a library iterates over.
"""

import os
import resource
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from evidence.errors import EvidenceError, Unreadable
from evidence.model import Value
from evidence.readers.reading import ReadText
from evidence.text.clean import clean_line, unstorable

_ROOT = Path(__file__).parents[2]
_CHILD = "from evidence.readers.limited import serve; serve()"
_GRACE = 5
"""Seconds for a child that has answered to end."""


class Limits(Value):
    """What a child may use."""

    memory: int = 1024**3
    """Bytes of address space."""
    seconds: float = 30
    """Of processor time as well as by the clock."""
    answer: int = 64 * 1024**2
    """Bytes of the answer: text and marks as JSON."""


class _Order(Value):
    """What the child is told to do."""

    reader: str
    encoding: str | None
    limits: Limits


class _Answer(Value):
    """What the child says: one of the two."""

    found: ReadText | None = None
    unreadable: str | None = None


def read(reader: str, data: bytes, *, encoding: str | None = None, limits: Limits | None = None) -> ReadText:
    """What the reader called `reader` (`html`, `pdf`, …) makes of `data`.

    Raises Unreadable with the reader's own sentence, or with one that says which limit was reached.
    """
    limits = limits or Limits()
    order = _Order(reader=reader, encoding=encoding, limits=limits)
    raw, code = _ask(order, data)
    if code != 0:
        raise Unreadable(_why(code, limits))
    try:
        answer = _Answer.model_validate_json(raw)
    except ValidationError as error:
        raise Unreadable("its reader broke down and gave no usable answer") from error
    if answer.found is None or unstorable(answer.found.text) is not None:
        raise Unreadable(clean_line(answer.unreadable or "its reader broke down and gave no usable answer"))
    return answer.found


def _ask(order: _Order, data: bytes) -> tuple[bytes, int]:
    """The child's answer and its exit code. Raises Unreadable when time or room is used up."""
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        command = [sys.executable, "-P", "-s", "-c", _CHILD, order.model_dump_json()]
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )
    with child:
        try:
            raw = _collect(child.stdout, order.limits) if child.stdout is not None else b""
            return raw, child.wait(_GRACE)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(_too_long(order.limits)) from error
        finally:
            child.kill()


def _environment() -> dict[str, str]:
    """Where the modules are that this process would import, and nothing else."""
    folders = [str(_ROOT), *(folder for folder in sys.path if Path(folder).is_absolute())]
    return {"PYTHONPATH": os.pathsep.join(dict.fromkeys(folders)), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}


def _collect(stream: IO[bytes], limits: Limits) -> bytes:
    """Everything that comes out of the stream until it ends. Raises Unreadable at the limits of time and room."""
    deadline = time.monotonic() + limits.seconds
    pieces: list[bytes] = []
    room = limits.answer
    with selectors.DefaultSelector() as ready:
        ready.register(stream, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not ready.select(left):
                raise Unreadable(_too_long(limits))
            piece = os.read(stream.fileno(), 1024**2)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
            room -= len(piece)
            if room < 0:
                raise Unreadable(_too_large(limits))


def _why(code: int, limits: Limits) -> str:
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        return _too_long(limits)
    return "its reader broke down on it; the file may be damaged or made to do harm"


def _too_long(limits: Limits) -> str:
    return f"reading it takes longer than {limits.seconds:g} seconds"


def _too_large(limits: Limits) -> str:
    return f"it gives more than {limits.answer // 1024**2} MB of text"


def _too_much(limits: Limits) -> str:
    return f"reading it takes more than {limits.memory // 1024**2} MB of memory"


def serve() -> None:
    """Be the child: read standard input with the reader that the command line names, and answer.

    What libraries print goes nowhere: the answer has the output for itself.
    """
    order = _Order.model_validate_json(sys.argv[1])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(order.limits)
    with out:
        out.write(_carry_out(order))


def _limit(limits: Limits) -> None:
    seconds = int(limits.seconds) + 1
    wanted = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_AS: (limits.memory, limits.memory),
    }
    for kind, bounds in wanted.items():
        with suppress(ValueError, OSError):  # the system does not know this limit, or has a stricter one
            resource.setrlimit(kind, bounds)


def _carry_out(order: _Order) -> bytes:
    from evidence.readers import READERS  # noqa: PLC0415 - the registry imports this module

    try:
        reader = next(reader for reader in READERS if reader.__name__.endswith(f".{order.reader}"))
        found = reader.read(sys.stdin.buffer.read(), encoding=order.encoding)
        answer = _Answer(found=found).model_dump_json().encode()
        if len(answer) <= order.limits.answer:
            return answer
        answer = b""
        problem = _too_large(order.limits)
    except EvidenceError as error:
        problem = str(error)
    except MemoryError:
        problem = _too_much(order.limits)
    return _Answer(unreadable=problem).model_dump_json().encode()
