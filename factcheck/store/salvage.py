"""Bring what can still be read of a damaged SQLite file into a new one.

SQLite stops at the first page that it cannot read. Here a table is read from both ends up to the damage, and what
lies between is asked for row by row, and of a damaged row column by column. Indexes are not used: the new file builds
its own. The damaged file itself is only copied, and the copy is read; see `salvage_file.py`.

Tables that the program computes from others are left out; it computes them again when they are needed.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.errors import Damaged, NoDossier
from factcheck.store import migrate, salvage_file
from factcheck.store.engine import SCHEMA, Store

COMPUTED = frozenset({"alembic_version", "claim_features", "claim_key", "ledger_subject", "passage", "presence"})
COMPUTED |= {"search_changed", "search_state"}
BEYOND = 20_000
"""Rows that are asked for one by one beyond the last one seen, where the end of a table cannot be read."""

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A row, or a whole table, that could not be brought over: what is known of it, and why."""

    table: str
    row: dict[str, Any] | None
    """The columns that could be read; None when the row is only known to be missing."""
    problem: str


@dataclass(slots=True)
class Salvaged:
    """What came of it."""

    rows: dict[str, int] = field(default_factory=dict)
    """Rows brought over, by table."""
    lost: list[Lost] = field(default_factory=list)


Reread = Callable[[bytes, Mapping[str, Any]], str | None]
"""Given the bytes of a document and the columns that could be read: its text once more, None when it cannot be had."""


def salvage(damaged: Path, target: Path, work: Path, reread: Reread) -> Salvaged:
    """Fill the new dossier `target` with what can be read of `damaged`; `work` is an empty folder for a copy.

    Raises FileProblem when a file cannot be read or written, and NoDossier when nothing of a dossier is left.
    """
    done = Salvaged()
    with salvage_file.opened(salvage_file.readable(damaged, work)) as old:
        revision = _revision(old, damaged)
        store = Store(str(target), must_exist=False)
        migrate.upgrade(store, revision)
        store.close()  # SQLite's own connection must be the only one
        with closing(sqlite3.connect(target, isolation_level=None)) as new:
            _bring_over(old, new, done, reread)
        if revision != SCHEMA:
            migrate.upgrade(store)
            store.close()
    return done


def _revision(old: sqlite3.Connection, damaged: Path) -> str:
    """The schema of the dossier; the present one when that cannot be read. Raises NoDossier."""
    try:
        known = {row[0] for row in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise NoDossier(str(damaged), f"nothing of it can be read ({error})") from error
    if not known & {"claim", "document", "ledger"}:
        raise NoDossier(str(damaged), "there are no tables of a dossier in it")
    with suppress(sqlite3.Error):
        row = old.execute("SELECT version_num FROM alembic_version").fetchone()
        if row and row[0] in migrate.known():
            return str(row[0])
    return SCHEMA


def leave_out(target: Path, damaged: Sequence[Damaged]) -> list[Lost]:
    """Take rows away that no value of ours can hold, so that everything else can be used; returns them."""
    lost: list[Lost] = []
    with closing(sqlite3.connect(target, isolation_level=None)) as new, _unguarded(new):
        for one in damaged:
            table = one.what.replace(" ", "_")
            lost += _delete(new, table, '"id" = ?', (one.id,), f"it holds what no value can be ({one.problem})")
        _cut_loose(new, lost)
    return lost


@contextmanager
def _unguarded(new: sqlite3.Connection) -> Iterator[None]:
    """A transaction in which neither rules nor triggers stand in the way; triggers are back afterwards."""
    new.execute("PRAGMA foreign_keys = OFF")
    new.execute("PRAGMA ignore_check_constraints = ON")
    new.execute("PRAGMA synchronous = OFF")  # whoever is interrupted begins anew
    new.execute("BEGIN IMMEDIATE")
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(%'"
    guards = new.execute(query).fetchall()
    for name, _ in guards:
        new.execute(f'DROP TRIGGER "{name}"')
    yield
    for _, sql in guards:
        new.execute(sql)
    new.execute("COMMIT")


def _bring_over(old: sqlite3.Connection, new: sqlite3.Connection, done: Salvaged, reread: Reread) -> None:
    with _unguarded(new):
        new.execute("DELETE FROM head")
        for table in _tables(new):
            done.rows[table] = _table(old, new, table, done.lost)
        if not done.rows["head"]:
            _set_head(new, done.lost)
        _set_subjects(new)
        done.lost = [one for one in done.lost if not _reread(new, one, reread)]
        _set_snapshots(new, done.lost)
        _cut_loose(new, done.lost)


def _tables(new: sqlite3.Connection) -> list[str]:
    """The tables whose rows are nowhere else, in an order of their own."""
    rows = new.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    return [name for (name,) in rows if name not in COMPUTED and not name.startswith("sqlite_")]


# ── one table ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the old file, read through its own key."""

    old: sqlite3.Connection
    name: str
    columns: Sequence[str]
    required: frozenset[str]
    key: Sequence[str]

    def scan(self, *, backwards: bool) -> Iterator[tuple[Any, ...]]:
        """Rows up to the first that cannot be read."""
        order = ", ".join(f'"{name}"{" DESC" if backwards else ""}' for name in self.key)
        hint = "NOT INDEXED" if self.key == ("rowid",) else ""
        with suppress(sqlite3.Error):
            yield from self.old.execute(f'SELECT {self._list()} FROM "{self.name}" {hint} ORDER BY {order}')

    def whole(self) -> bool:
        """Whether every row can be read."""
        try:
            for _ in self.old.execute(f'SELECT {self._list()} FROM "{self.name}" NOT INDEXED'):
                pass
        except sqlite3.Error:
            return False
        return True

    def at(self, first: object) -> Iterator[tuple[Any, ...] | dict[str, Any]]:
        """The rows whose key begins with this; of one that cannot be read, the columns that can."""
        where = f'FROM "{self.name}" WHERE "{self.key[0]}" = ?'
        try:
            yield from self.old.execute(f"SELECT {self._list()} {where}", (first,)).fetchall()
        except sqlite3.Error:
            some: dict[str, Any] = {}
            for column in self.columns:
                with suppress(sqlite3.Error):
                    found = self.old.execute(f'SELECT "{column}" {where}', (first,)).fetchone()
                    if found is not None:
                        some[column] = found[0]
            if some:
                yield some

    def _list(self) -> str:
        key = ", ".join(f'"{name}"' for name in self.key)
        return key + ", " + ", ".join(f'"{column}"' for column in self.columns)


def _table(old: sqlite3.Connection, new: sqlite3.Connection, name: str, lost: list[Lost]) -> int:
    """Bring over what can be read of one table; returns how many rows."""
    told = new.execute('SELECT name, "notnull", pk FROM pragma_table_info(?)', (name,)).fetchall()
    columns = [row[0] for row in told]
    without_rowid = new.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchone()[0]
    keys = [row[0] for row in sorted((row for row in told if row[2]), key=lambda row: row[2])]
    required = frozenset(row[0] for row in told if row[1])
    table = _Table(old, name, columns, required, keys if without_rowid else ("rowid",))
    try:
        old.execute(f'SELECT 1 FROM "{name}" LIMIT 0')
    except sqlite3.Error as error:
        lost.append(Lost(name, None, f"the whole table cannot be read ({error})"))
        return 0
    places = ", ".join("?" * len(columns))
    insert = f'INSERT INTO "{name}" ({", ".join(f"{chr(34)}{one}{chr(34)}" for one in columns)}) VALUES ({places})'
    written = 0
    for row in _readable(table, lost):
        try:
            new.execute(insert, row)
        except sqlite3.Error as error:
            lost.append(Lost(name, dict(zip(columns, row, strict=True)), f"it breaks the table's rules ({error})"))
        else:
            written += 1
    return written


def _readable(table: _Table, lost: list[Lost]) -> Iterator[tuple[Any, ...]]:
    """The rows of a table without its key: from both ends, then one by one between them."""
    width = len(table.key)
    seen: set[Key] = set()
    first: Any = None
    if table.whole():
        yield from (row[width:] for row in table.scan(backwards=False))
        return
    for row in table.scan(backwards=False):
        seen.add(row[:width])
        first = row[0]
        yield row[width:]
    last: Any = None
    for row in table.scan(backwards=True):
        last = row[0]
        if row[:width] not in seen:
            seen.add(row[:width])
            yield row[width:]
    number = 0
    for key in _between(first, last):
        for found in table.at(key):
            if isinstance(found, dict):
                if table.required <= found.keys():
                    yield tuple(found.get(column) for column in table.columns)
                else:
                    lost.append(Lost(table.name, found, "parts of it cannot be read"))
                continue
            if found[:width] not in seen:
                seen.add(found[:width])
                yield found[width:]
        number += 1
    lost.append(Lost(table.name, None, f"pages of this table cannot be read ({number} places were tried one by one)"))


def _between(first: Any, last: Any) -> Iterator[int]:
    """Keys between the last one read from the front and the last one read from the back, both included."""
    start = first if isinstance(first, int) else 0
    yield from range(start, (last if isinstance(last, int) else start + BEYOND) + 1)


# ── what hangs together ────────────────────────────────────────────────────────────────────────────


def _set_head(new: sqlite3.Connection, lost: list[Lost]) -> None:
    """Where the head is lost, the last entry is the head."""
    row = new.execute("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone() or (0, "0" * 64)
    new.execute("INSERT INTO head (pk, seq, hash) VALUES (1, ?, ?)", row)
    lost.append(Lost("head", None, f"it is set to the last entry that could be read, number {row[0]}"))


def _reread(new: sqlite3.Connection, lost: Lost, reread: Reread) -> bool:
    """Bring a document over whose text is lost, when its bytes give the same text again."""
    row = lost.row or {}
    if lost.table != "document" or "text_sha256" not in row or row.get("text") is not None:
        return False
    found = new.execute("SELECT bytes FROM snapshot WHERE sha256 = ?", (row.get("sha256"),)).fetchone()
    text = None if found is None else reread(found[0], row)
    if text is None or hashlib.sha256(text.encode()).hexdigest() != row["text_sha256"]:
        return False
    whole = {**row, "text": text}
    names = ", ".join(f'"{name}"' for name in whole)
    with suppress(sqlite3.Error):
        places = ", ".join("?" * len(whole))
        new.execute(f"INSERT INTO document ({names}) VALUES ({places})", tuple(whole.values()))
        return True
    return False


def _set_snapshots(new: sqlite3.Connection, lost: list[Lost]) -> None:
    """A document whose bytes are lost keeps its text; `verify` says of it that the bytes are not those received."""
    query = "SELECT sha256, name FROM document WHERE sha256 NOT IN (SELECT sha256 FROM snapshot)"
    for sha256, name in new.execute(query).fetchall():
        new.execute("INSERT INTO snapshot (sha256, bytes) VALUES (?, x'')", (sha256,))
        lost.append(Lost("snapshot", {"sha256": sha256, "name": name}, "its bytes are lost, its text is there"))


def _set_subjects(new: sqlite3.Connection) -> None:
    """Which entries are about what, as the entries themselves tell it."""
    for seq, body in new.execute("SELECT seq, body FROM ledger").fetchall():
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            subjects = {str(change["id"]) for change in json.loads(body)["changes"]}
            rows = [(subject, seq) for subject in sorted(subjects)]
            new.executemany("INSERT INTO ledger_subject (subject, seq) VALUES (?, ?)", rows)


def _cut_loose(new: sqlite3.Connection, lost: list[Lost]) -> None:
    """Take references to rows that are lost away; a row that is nothing without one goes with it."""
    while broken := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, parent, number in broken:
            _cut(new, table, rowid, parent, number, lost)


def _cut(new: sqlite3.Connection, table: str, rowid: int | None, parent: str, number: int, lost: list[Lost]) -> None:
    links = [row for row in new.execute(f'PRAGMA foreign_key_list("{table}")') if row[0] == number]
    column, target = links[0][3], links[0][4]
    optional = not new.execute('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?', (table, column)).fetchone()[
        0
    ]
    gone = f'"{column}" NOT IN (SELECT "{target}" FROM "{parent}")'
    where = gone if rowid is None else f"rowid = {int(rowid)}"
    if optional:
        new.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE {where}')
        return
    lost += _delete(new, table, where, (), f"its {parent} is lost")


def _delete(new: sqlite3.Connection, table: str, where: str, values: Sequence[object], problem: str) -> list[Lost]:
    """Delete rows; what they were."""
    cursor = new.execute(f'SELECT * FROM "{table}" WHERE {where}', values)
    names = [told[0] for told in cursor.description]
    lost = [Lost(table, dict(zip(names, row, strict=True)), problem) for row in cursor.fetchall()]
    new.execute(f'DELETE FROM "{table}" WHERE {where}', values)
    return lost
