"""A copy of a damaged SQLite file, made as readable as it can be without reading a row of it.

A journal that lies beside the file is rolled back into the copy, zeros stand where the file was cut off, and where
its list of tables is damaged, the list of a new dossier is put in its place.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from factcheck.errors import FileProblem
from factcheck.store import migrate
from factcheck.store.engine import Store

EVERY = (
    *("batch", "claim", "claim_entity", "claim_tag", "document", "dossier", "evidence_link", "head", "ledger"),
    *("relation", "snapshot", "source"),
)
"""Tables that every dossier has had since the first schema."""
_PAGE = 4096
"""Bytes; a dossier's pages are of SQLite's usual size."""
_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_INTERIOR = 5
"""What the first byte of a table's page says that has pages below it."""


def readable(damaged: Path, work: Path) -> Path:
    """The copy that is best to read, in the empty folder `work`. Raises FileProblem."""
    copy = _copied(damaged, work / "copy.db")
    known = _known(copy)
    if known > len(EVERY):
        return copy
    grafted = work / "grafted.db"
    shutil.copyfile(copy, grafted)
    _graft(grafted, work / "fresh.db")
    return grafted if _known(grafted) > known else copy


def _text(data: bytes) -> str | bytes:
    """Text as text; what is no UTF-8 stays bytes, which no text column takes."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _copied(damaged: Path, copy: Path) -> Path:
    """A copy of the file and of the journal beside it, as long as its header says that it is."""
    try:
        shutil.copyfile(damaged, copy)
        journal = damaged.with_name(f"{damaged.name}-journal")
        if journal.exists():
            shutil.copyfile(journal, copy.with_name(f"{copy.name}-journal"))
        with copy.open("r+b") as file:
            header = file.read(_HEADER)
            length = _PAGE * int.from_bytes(header[28:32], "big")
            if header.startswith(_MAGIC) and file.seek(0, 2) < length <= file.tell() * 16 + 2**20:
                file.truncate(length)
    except OSError as error:
        raise FileProblem(damaged, error) from error
    return copy


@contextmanager
def opened(copy: Path) -> Iterator[sqlite3.Connection]:
    """A connection that reads as much as SQLite will; text that is no UTF-8 comes as bytes."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as old:
        old.text_factory = _text
        old.execute("PRAGMA writable_schema = ON")  # a broken definition hides itself, not all the others
        old.execute("BEGIN")  # one look at the file, not one for each row
        yield old


def _known(copy: Path) -> int:
    """How many can be read of the list of tables and of the first rows of the tables that every dossier has."""
    with opened(copy) as old:
        return sum(_answers(old, table) for table in (*EVERY, "sqlite_master"))


def _answers(old: sqlite3.Connection, table: str) -> bool:
    try:
        old.execute(f'SELECT * FROM "{table}" NOT INDEXED LIMIT {-1 if table == "sqlite_master" else 1}').fetchall()
    except sqlite3.Error:
        return False
    return True


def _graft(copy: Path, fresh: Path) -> None:
    """Put the list of tables of a new dossier in the place of one that is damaged.

    The same migrations put the same tables in the same places, so that it fits a dossier that was made by the present
    version. Where it does not fit, what is read makes no sense, and the tables' rules and `verify` say so.
    """
    store = Store(str(fresh), must_exist=False)
    migrate.upgrade(store)
    store.close()
    whole = fresh.read_bytes()
    with copy.open("r+b") as file:
        size = file.seek(0, 2)
        for number in _schema_pages(whole):
            page = bytearray(whole[(number - 1) * _PAGE : number * _PAGE])
            if number == 1:
                page[28:32] = (size // _PAGE).to_bytes(4, "big")
            if number * _PAGE <= size:
                file.seek((number - 1) * _PAGE)
                file.write(page)


def _schema_pages(whole: bytes) -> Iterator[int]:
    """Numbers of the pages that hold the list of tables: the tree that begins on page 1.

    See "B-tree Pages" in SQLite's description of its file format.
    """
    waiting = [1]
    while waiting:
        number = waiting.pop()
        yield number
        page = whole[(number - 1) * _PAGE : number * _PAGE]
        start = _HEADER if number == 1 else 0
        if page[start] != _INTERIOR:
            continue
        waiting.append(int.from_bytes(page[start + 8 : start + 12], "big"))
        for at in range(int.from_bytes(page[start + 3 : start + 5], "big")):
            cell = int.from_bytes(page[start + 12 + 2 * at : start + 14 + 2 * at], "big")
            waiting.append(int.from_bytes(page[cell : cell + 4], "big"))
