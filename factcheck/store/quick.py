"""The claims of a dossier in a file, for scripts that list them: read with SQLite alone, in a tenth of the time.

SQLAlchemy and pydantic take longer to import than any sample takes to be listed. Here is the same answer without them:
the same filters (`filters.py`), the same file (`sqlite.py`), the same words for what goes wrong.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from factcheck.store import filters, sqlite
from factcheck.store.records import CLAIM, ENTITY, LINK, Record, Unusual, claim_record
from factcheck.store.version import SCHEMA

__all__ = ["Glimpse", "Unusual", "claims", "file_of", "glimpse"]

CHUNK = 2000
"""Claims that are loaded together."""
WAIT = 30
"""Seconds a reader waits for a writer."""
STATUSES = ("new", "in_review", "needs_recheck", "deferred", "decided", "dismissed")
WAITING = 3
"""How many of them wait for a reviewer."""
_URGENT = "SELECT -priority, pk, status FROM claim WHERE status = ? ORDER BY priority DESC, pk LIMIT ?"
_GLIMPSE = (
    "SELECT claim.statement, coalesce(source.name, document.name) FROM json_each(?) AS wanted"
    " JOIN claim ON claim.pk = wanted.value"
    " LEFT JOIN evidence_link ON evidence_link.claim_pk = claim.pk AND evidence_link.position = 0"
    " LEFT JOIN document ON document.pk = evidence_link.document_pk"
    " LEFT JOIN source ON source.pk = document.source_pk ORDER BY wanted.key"
)
_COLUMNS = ", ".join(f"claim.{name}" for name in CLAIM)
_OWED = "SELECT 1 FROM review WHERE reviewer = ? AND given_at IS NULL AND blind = 1 LIMIT 1"
_AMONG = "claim_pk IN (SELECT value FROM json_each(?)) ORDER BY claim_pk, position"
_TAGS = f"SELECT claim_pk, tag FROM claim_tag WHERE {_AMONG}"
_ENTITIES = f"SELECT claim_pk, {', '.join(ENTITY)} FROM claim_entity WHERE {_AMONG}"
_LINKS = (
    f'SELECT claim_pk, document.id, {", ".join(f"""evidence_link."{name}" """ for name in LINK)}'
    f" FROM evidence_link JOIN document ON document.pk = evidence_link.document_pk WHERE {_AMONG}"
)


def file_of(address: str) -> Path | None:
    """The file that an address plainly names; None for a server, and for any address that needs more reading."""
    scheme, separator, rest = address.partition("://")
    name = address if not separator else rest[1:] if scheme == "sqlite" and rest[:1] == "/" else ""
    return Path(name) if name and not any(character in name for character in "?#%@:") else None


def claims(file: Path, wanted: filters.Filter, limit: int | None = None) -> Iterator[Record]:
    """The claims in the order in which they came, each as the lossless export shows it.

    Raises Unusual at a row that must be read as a value, and StoreError, SettingsProblem or FileProblem as ever.
    No transaction is open while the caller looks at what it got.
    """
    where = str(file)
    sqlite.check_file(file, where, must_exist=True)
    try:
        with closing(sqlite.connect(file, must_exist=True, wait=WAIT)) as connection:
            after, left = 0, limit
            while left is None or left > 0:
                found, last = _page(connection, where, wanted, after, CHUNK if left is None else min(CHUNK, left))
                yield from found
                if last is None:
                    return
                after = last
                left = None if left is None else left - len(found)
    except sqlite3.Error as error:
        raise sqlite.translated(error, where) from error


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What the beginning of the queue says, before anything is known of where its claims stand."""

    rows: tuple[tuple[str, str], ...]
    """(statement, name of the source or of the document) of the first claims of the queue."""
    start: int
    """The first one that waits for a reviewer."""
    prioritised: bool
    """Whether the claims have been put in an order of urgency."""


def glimpse(file: Path, first: int) -> Glimpse:
    """The beginning of the queue of a dossier in a file, as `queue_ids` orders it. Raises what `claims` raises."""
    found: list[tuple[int, int, str]] = []
    sqlite.check_file(file, str(file), must_exist=True)
    try:
        with closing(sqlite.connect(file, must_exist=True, wait=0)) as connection:
            sqlite.check_version(_schema(connection), str(file), SCHEMA)
            for status in STATUSES:
                found += connection.execute(_URGENT, (status, first))
            shown = sorted(found)[:first]
            keys = orjson.dumps([pk for _, pk, _ in shown]).decode()
            rows = tuple((str(row[0]), str(row[1] or "")) for row in connection.execute(_GLIMPSE, (keys,)))
    except sqlite3.Error as error:
        raise sqlite.translated(error, str(file)) from error
    start = next((at for at, row in enumerate(shown) if row[2] in STATUSES[:WAITING]), 0)
    return Glimpse(rows, start, bool(shown) and shown[0][0] < 0)


def _page(
    connection: sqlite3.Connection, where: str, wanted: filters.Filter, after: int, size: int
) -> tuple[list[Record], int | None]:
    """Up to `size` claims with keys greater than `after`, and the last key; None when there is nothing more."""
    connection.execute("BEGIN")
    try:
        if after == 0:
            sqlite.check_version(_schema(connection), where, SCHEMA)
            if connection.execute(_OWED, (wanted.viewer,)).fetchone():
                raise Unusual  # some of the claims are to be shown without what others concluded
        test, given = filters.condition(wanted)
        query = (
            f"SELECT claim.pk, {_COLUMNS} FROM claim WHERE ({test}) AND claim.pk > :after ORDER BY claim.pk LIMIT :size"
        )
        rows = connection.execute(query, {**given, "after": after, "size": size}).fetchall()
        return list(_with_parts(connection, rows)), rows[-1][0] if rows else None
    finally:
        connection.execute("ROLLBACK")


def _schema(connection: sqlite3.Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")
    if known.fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _with_parts(connection: sqlite3.Connection, rows: list[Any]) -> Iterator[Record]:
    pks = orjson.dumps([row[0] for row in rows]).decode()
    tags: dict[int, list[Any]] = defaultdict(list)
    for pk, tag in connection.execute(_TAGS, (pks,)):
        tags[pk].append(tag)
    entities: dict[int, list[Any]] = defaultdict(list)
    for pk, *entity in connection.execute(_ENTITIES, (pks,)):
        entities[pk].append(entity)
    links: dict[int, list[Any]] = defaultdict(list)
    for pk, *link in connection.execute(_LINKS, (pks,)):
        links[pk].append(link)
    for pk, *row in rows:
        yield claim_record(row, tags[pk], entities[pk], links[pk])
