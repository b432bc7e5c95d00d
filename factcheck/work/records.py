"""Records that a script hands over, as rows of an import."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import orjson

from factcheck.errors import RowProblem
from factcheck.formats.rows import Row, Rows


def rows_of_records(records: Iterable[Mapping[str, Any]], name: str) -> tuple[Rows, Callable[[], str]]:
    """(a row for each record, what gives the digest of all once they have been read).

    A record is taken as the line of JSON Lines that it would be, and the digest is that of these lines: dates, UUIDs
    and enumerations become texts, tuples become lists. What JSON cannot hold is a RowProblem.
    """
    digest = hashlib.sha256()
    return _rows(records, name, digest.update), digest.hexdigest


def _rows(
    records: Iterable[Mapping[str, Any]], name: str, update: Callable[[bytes], None]
) -> Iterator[Row | RowProblem]:
    size = 0
    for number, record in enumerate(records, 1):
        try:
            line = orjson.dumps(dict(record), option=orjson.OPT_APPEND_NEWLINE)
        except (TypeError, ValueError) as error:
            yield RowProblem(name, number, None, f"cannot be written as JSON: {error}", raw=repr(record)[:200])
            continue
        update(line)
        size += len(line)
        yield Row(number, orjson.loads(line), size)
