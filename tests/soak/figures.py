"""What a proof gives: a promise, what was measured, and whether it held."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from tests.conftest import Databases


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table in docs/trust.md."""

    promise: str
    measured: str
    held: bool = True

    def __str__(self) -> str:
        return f"{'held      ' if self.held else 'DID NOT HOLD'} {self.promise}: {self.measured}"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a proof takes place."""

    databases: Databases
    folder: Path
    """On a disk, not in memory: a commit takes its time there, and most kills fall into one."""
    seed: int

    def fresh(self, backend: str) -> str:
        """The URL of an empty, migrated database."""
        return self.databases.new(backend)


@contextmanager
def ground(seed: int) -> Iterator[Ground]:
    """A folder and a PostgreSQL server, gone at the end."""
    folder = Path(mkdtemp(prefix="factcheck-soak-"))
    databases = Databases(folder)
    try:
        yield Ground(databases, folder, seed)
    finally:
        databases.stop()
        rmtree(folder, ignore_errors=True)
