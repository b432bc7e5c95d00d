"""Opens a database, begins transactions the safe way, and turns what the driver says into our own errors.

BEGIN IMMEDIATE keeps two writers from losing each other's updates. How a file is opened stands in `sqlite.py`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Literal, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    SQLAlchemyError,
)
from sqlalchemy.pool import QueuePool

from factcheck.errors import (
    Busy,
    FactcheckError,
    Full,
    NoDossier,
    ReadOnly,
    Refused,
    SettingsProblem,
    StoreError,
    Unreachable,
)
from factcheck.store import sqlite
from factcheck.store.tables import head
from factcheck.store.version import SCHEMA

__all__ = ["SCHEMA", "Connection", "Store"]

WAIT = 30
"""Seconds a writer waits for another one, each time it tries."""
MOMENT = 250
"""Milliseconds that a writer waits who can do without."""
TRIES = 3
BREAKS_RULES = (IntegrityError, DataError)
SECRETS = ("password", "sslpassword")
"""Parts of a URL's query that are never shown."""
IsolationLevel = Literal["REPEATABLE READ", "READ COMMITTED"]


class Store:
    """One dossier's database."""

    def __init__(self, url: str, *, must_exist: bool = True) -> None:
        """Name the database; nothing is opened yet. Raises SettingsProblem for a URL that is none."""
        self.url = _parse(url)
        self.where = _display(self.url)
        self.path = Path(self.url.database) if self.sqlite and self.url.database else None
        self._must_exist = must_exist
        self._reader: Engine | None = None
        self._writer: Engine | None = None

    @property
    def sqlite(self) -> bool:
        """Whether this is a file of SQLite's rather than a PostgreSQL server."""
        return self.url.get_backend_name() == "sqlite"

    def close(self) -> None:
        """Let go of all connections."""
        for engine in (self._reader, self._writer):
            if engine is not None:
                engine.dispose()
        self._reader = self._writer = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the dossier and changes nothing."""
        if self._reader is None:
            self._reader = self._engine(writes=False)
        with self._errors(), self._reader.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the ledger's head; commits at the end, changes nothing when an error leaves it."""
        if self._writer is None:
            self._writer = self._engine(writes=True)
        with self._errors(), self._writer.connect() as conn, _begin(conn):
            if not self.sqlite:
                conn.execute(select(head.c.seq).where(head.c.pk == 1).with_for_update())
            yield conn

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A short transaction for what is no part of the record; waits for nobody. Raises Busy instead."""
        if self._writer is None:
            self._writer = self._engine(writes=True)
        with self._errors(), self._writer.connect() as conn:
            if self.sqlite:
                _driver(conn).execute(f"PRAGMA busy_timeout = {MOMENT}")
            try:
                with conn.begin():
                    if not self.sqlite:
                        conn.exec_driver_sql(f"SET LOCAL lock_timeout = {MOMENT}")
                    yield conn
            finally:
                if self.sqlite:
                    _driver(conn).execute(f"PRAGMA busy_timeout = {WAIT * 1000}")

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A transaction in which tables may be rebuilt.

        SQLite's foreign keys are off, since a rebuilt table is dropped for a moment; the switch does nothing inside
        a transaction, so it is thrown before. What they would have refused is looked for before the commit.
        """
        engine = self._engine(writes=True)
        try:
            with self._errors(), engine.connect() as conn:
                if self.sqlite:
                    _driver(conn).execute("PRAGMA foreign_keys = OFF")
                with _begin(conn):
                    yield conn
                    broken = conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall() if self.sqlite else []
                    if broken:
                        raise Unreachable(self.where, f"{len(broken)} rows would point at nothing after the migration")
        finally:
            engine.dispose()

    def copy_to(self, target: Path) -> None:
        """Copy a SQLite database with SQLite's own backup, which is consistent while others write."""
        with self.reading() as conn:
            destination = sqlite3.connect(target)
            try:
                _driver(conn).backup(destination)
            finally:
                destination.close()

    def schema(self) -> str | None:
        """The revision the database is at, None when it holds no tables of ours."""
        with self.reading() as conn:
            if not inspect(conn).has_table("alembic_version"):
                return None
            return conn.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()

    def check_schema(self) -> None:
        """Raise NoDossier or OtherVersion unless the database is of the version this program knows."""
        sqlite.check_version(self.schema(), self.where, SCHEMA)

    def _engine(self, *, writes: bool) -> Engine:
        """For transactions that write, or for those that see one state from their beginning to their end."""
        if not self.sqlite:
            return self._postgresql("READ COMMITTED" if writes else "REPEATABLE READ")
        sqlite.check_file(self.path, self.where, must_exist=self._must_exist)
        connect = partial(sqlite.connect, self.path, must_exist=self._must_exist, wait=WAIT, writes=writes)
        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_use_lifo=True)
        event.listen(engine, "begin", lambda conn: conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN"))
        return engine

    def _postgresql(self, isolation: IsolationLevel) -> Engine:
        try:
            return create_engine(
                self.url,
                isolation_level=isolation,
                connect_args={
                    "connect_timeout": 10,
                    "options": f"-c lock_timeout={WAIT}s -c synchronous_commit=on",
                },
            )
        except ModuleNotFoundError as error:
            words = f"{error.name} is missing; install factcheck-desk[postgresql]"
            raise Unreachable(self.where, words) from error

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except FactcheckError:
            raise
        except SQLAlchemyError as error:
            raise self.translate(error) from error
        except sqlite3.Error as error:
            raise sqlite.translated(error, self.where) from error

    def translate(self, error: SQLAlchemyError) -> StoreError:
        """Our error for what the database said."""
        cause = error.orig if isinstance(error, DBAPIError) else None
        if isinstance(cause, sqlite3.Error):
            return sqlite.translated(cause, self.where)
        code = getattr(cause, "sqlstate", None)
        if code in {"25006", "42501"}:
            return ReadOnly(self.where)
        if code in {"53100", "53200"}:
            return Full(self.where)
        if code in {"55P03", "40P01", "57014"}:
            return Busy(self.where)
        told = getattr(getattr(cause, "diag", None), "message_primary", None)  # without the row, which may be long
        words = self._without_passwords(" ".join(str(told or cause or error).split()))
        if f'database "{self.url.database}" does not exist' in words:  # a refused connection has no code of its own
            return NoDossier(self.where, "no such database")
        return Refused(self.where, words) if isinstance(error, BREAKS_RULES) else Unreachable(self.where, words)

    def _without_passwords(self, words: str) -> str:
        for secret in (self.url.password, *(self.url.query.get(name) for name in SECRETS)):
            words = words.replace(str(secret), "***") if secret else words
        return words


@contextmanager
def _begin(conn: Connection) -> Iterator[None]:
    for left in reversed(range(TRIES)):
        try:
            transaction = conn.begin()
        except DBAPIError as error:
            if left and _is_busy(error):
                continue
            raise
        break
    with transaction:
        yield


def _driver(conn: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", conn.connection.driver_connection)


def _parse(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise SettingsProblem("--db", "this is not a database URL; write sqlite:///FILE or postgresql://…") from error
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise SettingsProblem("--db", f"{backend} is not supported; write sqlite:///FILE or postgresql://…")
    return url


def _display(url: URL) -> str:
    """What people see: a path for a file, the URL without its password for a server."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    hidden = {name: "***" for name in SECRETS if name in url.query}
    return url.set(drivername="postgresql").update_query_dict(hidden).render_as_string(hide_password=True)


def _is_busy(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlite_errorname", "").startswith("SQLITE_BUSY")
