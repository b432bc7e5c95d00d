"""Files and names made to do harm: each ends in text or in one sentence, within 30 s and 1 GB, and nothing changes."""

import hashlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.dossier import Dossier
from factcheck.store.engine import Store
from tests.factcheck.story import fill
from tests.soak.figures import Figure, Ground
from tests.soak.hostile_files import cases

SECONDS, MEMORY = 30.0, 1024**3
NAMES = {
    "right to left \u202egpj.txt": b"Some words of one document.",
    "line\nbreak.txt": b"Some words of another document.",
    "\x1b[31mred\x07.txt": b"Some words of a third document.",
    "-rf.txt": b"Some words of a fourth document.",
    "..%2f..%2fhacked.txt": b"Some words of a fifth document.",
    " .txt": b"Some words of a sixth document.",
    "x" * 250 + ".txt": b"Some words of a seventh document.",
    "back\\slash.txt": b"Some words of an eighth document.",
    os.fsdecode(b"caf\xe9.txt"): b"Some words of a ninth document.",
    "=cmd|'!A1.txt": b"Some words of a tenth document.",
}
LINKS = {"to a file": "article.txt", "to itself": "to itself", "to nothing": "nowhere", "to a folder": "."}


@dataclass
class _Worst:
    """Of all cases of a kind."""

    number: int = 0
    refused: int = 0
    seconds: float = 0.0
    memory: int = 0
    wrong: list[str] = field(default_factory=list)


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """Every case, or every so many-th when `number` is smaller than their number."""
    folder = ground.folder / "hostile"
    folder.mkdir()
    path = folder / "factcheck.db"
    with Dossier.create(str(path), reviewer="anna") as dossier:
        fill(dossier)
    (folder / "article.txt").write_text("A text that is no harm.", encoding="utf-8")
    files = list(cases())
    kinds: dict[str, _Worst] = {}
    for command, name, make in files[:: max(1, len(files) // number)]:
        (folder / name).write_bytes(make())
        _try(folder, command, name, kinds.setdefault(name.rpartition(".")[2], _Worst()))
        (folder / name).unlink()
    names = kinds.setdefault("file names and links", _Worst())
    for name, data in NAMES.items():
        (folder / name).write_bytes(data)
        _try(folder, "add", name, names)
    for name, target in LINKS.items():
        (folder / name).symlink_to(target)
        _try(folder, "add", name, names)
    for name in ("/dev/zero", "/dev/null", "/proc/self/mem", "/etc", "article.txt/x", "a\x00b" if number > 50 else ""):
        if name and "\x00" not in name:
            _try(folder, "add", name, names)
    for kind, worst in kinds.items():
        words = f"{worst.number} cases, {worst.refused} refused in a sentence, the others read; at most "
        words += f"{worst.seconds:.1f} s and {worst.memory / 1024**2:.0f} MB"
        yield Figure(f"hostile input, {kind}", words, held=not worst.wrong)
        for wrong in worst.wrong[:5]:
            yield Figure(f"hostile input, {kind}", wrong, held=False)


def _try(folder: Path, command: str, name: str, worst: _Worst) -> None:
    """One command on one file, in a process of its own."""
    path = folder / "factcheck.db"
    before = _digest(path)
    out, err = folder / "out", folder / "err"
    start = time.monotonic()
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", command, "--", name],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            preexec_fn=_bound,  # noqa: PLW1509 - no threads here; a proof that fails must not take the machine with it
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds, memory = time.monotonic() - start, usage.ru_maxrss * 1024
    worst.number += 1
    worst.seconds, worst.memory = max(worst.seconds, seconds), max(worst.memory, memory)
    told = err.read_bytes()
    code = process.returncode
    wrong = []
    if code not in {0, 1, 3}:
        wrong.append(f"exit code {code}: {told[-200:]!r}")
    if b"Traceback" in told:
        wrong.append(f"a traceback: {told[-300:]!r}")
    if code == 3:
        worst.refused += 1
        if not told.startswith(b"factcheck: ") or len(told) > 40_000:
            wrong.append(f"no sentence: {told[:200]!r}")
        if _digest(path) != before:
            wrong.append("refused, and yet the dossier has changed")
    if set(out.read_bytes() + told) & {*range(9), *range(11, 32), 127}:
        wrong.append("a control byte in its words")
    if seconds > SECONDS * 1.5:
        wrong.append(f"{seconds:.0f} s")
    if memory > MEMORY:
        wrong.append(f"{memory / 1024**2:.0f} MB")
    left = {one.name for one in folder.iterdir()} & {"hacked"}
    if left or (folder.parent / "hacked").exists():
        wrong.append("a file was written where none should be")
    worst.wrong += [f"{command} {name[:60]!r}: {one}" for one in wrong]
    _check(path)


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (3 * MEMORY, 3 * MEMORY))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _check(path: Path) -> None:
    store = Store(str(path))
    store.check_schema()
    store.close()
