"""Many rows at once, past everything that makes an object of each: finished rows in, keys and digests out.

Rows stand one after the other in one long list, without their ends. SQLite takes them two hundred to a statement: it
then works out the words of each CHECK once for all of them, which halves the time. PostgreSQL takes them as COPY.
"""

from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from typing import Any, NamedTuple, cast

import orjson
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from factcheck.store import filters
from factcheck.store.filters import Filter
from factcheck.store.records import LINK
from factcheck.store.tables import claim, document

ROWS = 200
"""Rows that one statement writes."""
AT_ONCE = 1000
"""Rows that PostgreSQL sends together."""
CACHE = 32_000
"""KiB of pages that SQLite keeps while many rows are written: their ids come in no order."""


class Kind(NamedTuple):
    """A table and the order in which its columns stand in a list of rows."""

    table: str
    columns: tuple[str, ...]


CLAIM = Kind(
    "claim",
    (
        *("pk", "batch_pk", "id", "external_id", "statement", "search_key", "language", "kind", "checkability"),
        *("certainty", "claimant", "status", "verdict", "confidence", "reason", "credibility", "assessment"),
        *("quantities", "dates", "priority", "decided_by", "decided_at", "version", "record_sha256"),
    ),
)
TAG = Kind("claim_tag", ("claim_pk", "position", "tag"))
ENTITY = Kind("claim_entity", ("claim_pk", "position", "name", "key", "type"))
EVIDENCE = Kind("evidence_link", ("claim_pk", "position", "document_pk", *LINK))


def prepare(conn: Connection) -> None:
    """Ready this transaction for many rows."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")
        conn.exec_driver_sql("PRAGMA temp_store = MEMORY")


def settle(conn: Connection) -> None:
    """Give back the room that many rows took."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("PRAGMA cache_size = -2000")
        conn.exec_driver_sql("PRAGMA shrink_memory")


def insert(conn: Connection, kind: Kind, flat: list[Any]) -> None:
    """Write rows that stand one after the other."""
    width = len(kind.columns)
    if conn.dialect.name == "sqlite":
        driver = cast("Any", conn.connection.driver_connection)
        full = len(flat) // (width * ROWS) * width * ROWS
        if full:
            statement = _insert(kind, ROWS)
            for start in range(0, full, width * ROWS):
                driver.execute(statement, flat[start : start + width * ROWS])
        if full < len(flat):
            driver.execute(_insert(kind, (len(flat) - full) // width), flat[full:])
        return
    if flat:
        _copy(conn, kind, flat)


def _copy(conn: Connection, kind: Kind, flat: list[Any]) -> None:
    names, width = ", ".join(f'"{name}"' for name in kind.columns), len(kind.columns)
    errors = cast("Any", conn.dialect.dbapi).Error
    try:
        cursor = cast("Any", conn.connection.driver_connection).cursor()
        with cursor, cursor.copy(f"COPY {kind.table} ({names}) FROM STDIN") as copy:
            for start in range(0, len(flat), width):
                copy.write_row(flat[start : start + width])
    except errors as error:
        raise DBAPIError.instance(f"COPY {kind.table}", None, error, errors) from error


def _insert(kind: Kind, rows: int) -> str:
    names = ", ".join(f'"{name}"' for name in kind.columns)
    row = f"({', '.join('?' * len(kind.columns))})"
    return f"INSERT INTO {kind.table} ({names}) VALUES {', '.join([row] * rows)}"


def known(conn: Connection, ids: Sequence[str]) -> dict[str, tuple[int, str | None]]:
    """(key, digest of the row that it came from) of those claims that exist, by id."""
    if conn.dialect.name == "sqlite":
        rows = conn.exec_driver_sql(f"{_KNOWN} id IN (SELECT value FROM json_each(?))", (orjson.dumps(ids).decode(),))
    else:
        rows = conn.exec_driver_sql(f"{_KNOWN} id = ANY(%s)", (list(ids),))
    return {row[0]: (row[1], row[2]) for row in rows}


_KNOWN = "SELECT id, pk, record_sha256 FROM claim WHERE"


def digests(conn: Connection) -> "array[int]":
    """The first 64 bits of the digest of every row that a claim came from, in order."""
    rows = conn.exec_driver_sql("SELECT substr(record_sha256, 1, 16) FROM claim WHERE length(record_sha256) = 64")
    return array("Q", sorted(int(row[0], 16) for row in rows))


class Text(NamedTuple):
    """A document with its text, for quotes."""

    pk: int
    id: str
    sha256: str
    name: str
    text: str
    replaces: int | None


def texts(conn: Connection, most: int) -> list[Text] | None:
    """All documents; None when their texts are longer than `most` code points together."""
    if (conn.execute(select(func.sum(func.length(document.c.text)))).scalar_one() or 0) > most:
        return None
    columns = (
        document.c.pk,
        document.c.id,
        document.c.sha256,
        document.c.name,
        document.c.text,
        document.c.replaces_pk,
    )
    return [Text(*row) for row in conn.execute(select(*columns))]


def place(flat: list[Any], width: int, first: int) -> None:
    """Put keys where places among the new claims stand, the first of which has the key `first`."""
    flat[::width] = [first + at for at in flat[::width]]


def chosen(flat: list[Any], width: int, wanted: dict[int, int]) -> list[Any]:
    """The rows of some claims: `wanted` gives the new place of each by its place now."""
    rows: list[Any] = []
    for start in range(0, len(flat), width):
        at = wanted.get(flat[start])
        if at is not None:
            rows += (at, *flat[start + 1 : start + width])
    return rows


def next_key(conn: Connection) -> int:
    """The key that the next new claim gets."""
    return (conn.execute(select(func.max(claim.c.pk))).scalar_one_or_none() or 0) + 1


# ── out ────────────────────────────────────────────────────────────────────────────────────────────


def document_digests(conn: Connection) -> dict[int, str]:
    """SHA-256 of all documents by key."""
    return {row[0]: row[1] for row in conn.execute(select(document.c.pk, document.c.sha256))}


class Parts(NamedTuple):
    """A claim's row, and the rows that hang on it; each begins with its key."""

    row: Sequence[Any]
    tags: list[Any]
    entities: list[Any]
    links: list[Any]


def parts(
    conn: Connection, wanted: Filter, columns: Sequence[str], link_columns: Sequence[str]
) -> Generator[Parts, None, None]:
    """Claims in the order in which they came; memory does not grow with their number.

    Four cursors go through the tables side by side, in the order in which they are stored. Rows of `claim` hold the
    key and then `columns`, those of `claim_entity` name and type, those of `evidence_link` the key of the document and
    then `link_columns`.
    """
    test, given = filters.condition(wanted)
    those = "" if test == filters.ALL else f" WHERE claim_pk IN (SELECT claim.pk FROM claim WHERE {test})"
    order = f"{those} ORDER BY claim_pk, position"
    names = _names("evidence_link", ("claim_pk", "document_pk", *link_columns))
    with ExitStack() as cursors:

        def rows(query: str) -> Iterator[Any]:
            return iter(cursors.enter_context(_rows(conn, query, given)))

        tags = _Following(rows(f"SELECT claim_pk, tag FROM claim_tag{order}"))
        entities = _Following(rows(f"SELECT claim_pk, name, type FROM claim_entity{order}"))
        links = _Following(rows(f"SELECT {names} FROM evidence_link{order}"))
        for row in rows(f"SELECT {_names('claim', ('pk', *columns))} FROM claim WHERE {test} ORDER BY claim.pk"):
            pk = row[0]
            yield Parts(
                row,
                tags.of(pk) if tags.key == pk else [],
                entities.of(pk) if entities.key == pk else [],
                links.of(pk) if links.key == pk else [],
            )


class _Following:
    """Rows in the order of the claims that they hang on, which is their first column."""

    def __init__(self, rows: Iterator[Any]) -> None:
        self._rows = rows
        self._row = next(rows, None)
        self.key = None if self._row is None else self._row[0]

    def of(self, key: int) -> list[Any]:
        """The rows of this claim, which is the next."""
        found, row = [], self._row
        while row is not None and row[0] == key:
            found.append(row)
            row = next(self._rows, None)
        self._row = row
        self.key = None if row is None else row[0]
        return found


def _names(table: str, columns: Sequence[str]) -> str:
    return ", ".join(f'{table}."{name}"' for name in columns)


def _rows(conn: Connection, query: str, given: dict[str, str]) -> AbstractContextManager[Any]:
    if conn.dialect.name == "sqlite":
        return closing(cast("Any", conn.connection.driver_connection).execute(query, given))
    return conn.execute(text(query).execution_options(yield_per=AT_ONCE), given)
