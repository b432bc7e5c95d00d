"""How long a person waits for the command line, against the interpreter that does nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Measured, in_turns


def run(size: int) -> Iterator[Measured]:  # noqa: ARG001 - the sample is what it is
    """`--help` and `list` on the sample."""
    with TemporaryDirectory() as folder:
        _factcheck("demo", folder)
        database = f"sqlite:///{Path(folder, 'factcheck.db')}"
        yield in_turns("factcheck --help", lambda: _factcheck("--help"), "python -c pass", _nothing)
        yield in_turns("factcheck list", lambda: _factcheck("--db", database, "list"), "python -c pass", _nothing)


def _factcheck(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "factcheck", *arguments], check=True, capture_output=True)


def _nothing() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=True, capture_output=True)
