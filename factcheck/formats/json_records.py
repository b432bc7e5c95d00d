"""Claim records in one JSON document: a list of them, or `{"claims": [...], "relations": [...]}`."""

from collections.abc import Iterator
from typing import Any

from factcheck.errors import RowProblem
from factcheck.formats.json_document import JsonDocument, Unreadable
from factcheck.formats.rows import Row, Rows

LISTS = ("claims", "relations")


def read(data: bytes, name: str) -> Rows:
    """The records of a document given as its bytes; what is no record is a RowProblem. Raises Unreadable."""
    document = JsonDocument(data)
    for number, (line, item) in enumerate(list(_items(document)), 1):
        if isinstance(item, dict):
            yield Row(line, item, document.size)
        else:
            yield RowProblem(name, line, None, f"item {number} of the list must be a JSON object {{…}}", raw=item)


def _items(document: JsonDocument) -> Iterator[tuple[int, Any]]:
    for items in lists_of(document.value):
        yield from document.placed(items)


def lists_of(value: Any) -> Iterator[list[Any]]:
    """The lists of records in a value. Raises Unreadable when it holds anything else."""
    if isinstance(value, list):
        yield value
        return
    if not isinstance(value, dict):
        raise Unreadable(1, "must be a list of claim records, or an object with the list `claims`")
    if "statement" in value or ("a" in value and "b" in value):
        yield [value]
        return
    other = [name for name in value if name not in LISTS]
    if other or not value:
        found = f", not {other[0]!r}" if other else ""
        words = f"holds the lists `claims` and `relations` and nothing else{found}"
        raise Unreadable(1, f'{words} (a lossless export begins with "factcheck")')
    for name in LISTS:
        items = value.get(name, [])
        if not isinstance(items, list):
            raise Unreadable(1, f"{name}: must be a list")
        yield items
