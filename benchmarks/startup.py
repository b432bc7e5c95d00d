"""How long a person waits for the command line, against the interpreter that does nothing and a tool of this kind."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Measured, in_turns

COMMANDS = (["list"], ["list", "--json"], ["show"], ["log"], ["stats"])


def run(size: int) -> Iterator[Measured]:  # noqa: ARG001 - the sample is what it is
    """`--help`, then commands on the sample; `sqlite-utils` where that is installed."""
    with TemporaryDirectory() as folder:
        _factcheck("demo", folder)
        database = f"sqlite:///{Path(folder, 'factcheck.db')}"
        claim = _factcheck("--db", database, "list", "--limit", "1").splitlines()[1].split()[0]
        yield in_turns("factcheck --help", lambda: _factcheck("--help"), "python -c pass", _nothing)
        for command in COMMANDS:
            told = ["--db", database, *command, *([claim] if command == ["show"] else [])]
            yield _against(command, told, "python -c pass", [sys.executable, "-c", "pass"])
            if command == ["list"] and (utils := shutil.which("sqlite-utils")):
                yield _against(command, told, "sqlite-utils --help", [utils, "--help"])


def _against(command: list[str], told: list[str], named: str, peer: list[str]) -> Measured:
    return in_turns(f"factcheck {' '.join(command)}", lambda: _factcheck(*told), named, lambda: _run(peer))


def _factcheck(*arguments: str) -> str:
    return _run([sys.executable, "-m", "factcheck", *arguments])


def _nothing() -> str:
    return _run([sys.executable, "-c", "pass"])


def _run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
