"""A dossier in a file: opened the safe way, and what SQLite says turned into our own errors. Quick to import.

Settings and their reasons are measured: a rollback journal and synchronous EXTRA lose no acknowledged commit to a power
cut. Who writes keeps the journal's file until the end, because to make and remove one each time, and to have that on
the disk, takes most of a commit; between two commits zeros stand where it would begin.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from factcheck.errors import (
    Busy,
    FileProblem,
    Full,
    NoDossier,
    OtherVersion,
    ReadOnly,
    Refused,
    SettingsProblem,
    StoreError,
    Unreachable,
)

AT_LEAST = (3, 37, 0)
"""STRICT tables came with this version of SQLite."""
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = EXTRA",
)
READING = ("PRAGMA cache_size = -1000",)
"""Each thread that looks has a connection, and the operating system keeps the file's pages for all of them."""
WRITING = ("PRAGMA journal_mode = PERSIST", "PRAGMA journal_size_limit = 4000000")
"""An import's journal may be as large as the dossier, so it is cut to so many bytes when that is done."""


class Writing(sqlite3.Connection):
    """A connection that keeps its journal's file from one commit to the next, and takes it away at the end."""

    def close(self) -> None:
        """Remove the file, unless somebody else writes with it; then they do."""
        with suppress(sqlite3.Error):
            self.execute("PRAGMA busy_timeout = 0")
            self.execute("PRAGMA journal_mode = DELETE")
        super().close()


def check_file(path: Path | None, where: str, *, must_exist: bool) -> None:
    """Raises NoDossier, FileProblem, SettingsProblem or Unreachable where no dossier can be."""
    if sqlite3.sqlite_version_info < AT_LEAST:
        raise Unreachable(where, f"SQLite {sqlite3.sqlite_version} is too old, 3.37 or newer is needed")
    if path is None or path.name == ":memory:":
        raise SettingsProblem("--db", "a dossier lives in a file: sqlite:///NAME.db")
    try:
        if path.is_dir():
            raise NoDossier(where, "this is a folder, not a database")
        if must_exist and not path.exists():
            raise NoDossier(where)
        if not path.parent.is_dir():
            raise NoDossier(where, "its folder does not exist")
    except OSError as error:
        raise FileProblem(where, error) from error


def connect(path: Path | None, *, must_exist: bool, wait: float, writes: bool = False) -> sqlite3.Connection:
    """A connection that begins no transaction by itself and waits `wait` seconds for others."""
    uri = f"file:{quote(os.fsencode(str(path)))}?mode={'rw' if must_exist else 'rwc'}"
    kind = Writing if writes else sqlite3.Connection
    connection = sqlite3.connect(
        uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False, factory=kind
    )
    try:
        for pragma in (*PRAGMAS, *(WRITING if writes else READING)):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def check_version(found: str | None, where: str, known: str) -> None:
    """Raises NoDossier or OtherVersion unless the schema is the one that this program knows."""
    if found is None:
        raise NoDossier(where)
    if found != known:
        raise OtherVersion(where, found, known, newer=found > known)


def translated(error: sqlite3.Error, where: str) -> StoreError:
    """Our error for what SQLite said."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return ReadOnly(where)
    if name.startswith("SQLITE_FULL"):
        return Full(where)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(where)
    if name == "SQLITE_NOTADB":
        return NoDossier(where, "this file is not a database")
    if name.startswith("SQLITE_IOERR"):  # also what a quota or a limit on file sizes gives
        return Unreachable(where, f"{error} (no room left for this file, or a failing disk)")
    if name.startswith("SQLITE_CORRUPT"):
        return Unreachable(where, f"{error}; go back to a backup, or bring over what is left: `factcheck salvage NEW`")
    if name.startswith("SQLITE_CONSTRAINT"):
        return Refused(where, str(error))
    return Unreachable(where, str(error))
