"""A JSON document read as a whole, strictly, with the line on which each of its objects begins."""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.formats.jsonl import strict

LARGEST = 200_000_000
"""Bytes of a document that is read as a whole; JSON Lines may be of any size."""
_token = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|\{')


class Unreadable(ValueError):
    """The document cannot be read; `line` is where that shows."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


class JsonDocument:
    """The value of a document, and where its objects stand."""

    def __init__(self, data: bytes) -> None:
        """Read the bytes. Raises Unreadable."""
        if len(data) > LARGEST:
            raise Unreadable(1, f"larger than {LARGEST:,} bytes; JSON Lines may be of any size")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise Unreadable(line, f"not UTF-8 at byte {error.start + 1}") from error
        self.size = len(data)
        self.value = _value(text)
        self._lines = dict(zip((id(item) for item in _objects(self.value)), _starts(text), strict=True))

    def line(self, item: object) -> int:
        """The line, counted from 1, on which an object of the document begins; 1 for anything else."""
        return self._lines.get(id(item), 1)

    def placed(self, items: list[Any]) -> Iterator[tuple[int, Any]]:
        """The items of a list with their lines; what is no object stands where the one before it stands."""
        line = 1
        for item in items:
            line = self._lines.get(id(item), line)
            yield line, item


def _value(text: str) -> Any:
    try:
        return strict(text)
    except ValueError as error:
        cause = error.__cause__
        if isinstance(cause, json.JSONDecodeError):
            raise Unreadable(cause.lineno, f"not valid JSON at character {cause.colno}: {cause.msg.lower()}") from error
        raise Unreadable(1, str(error)) from error


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object, in the order in which they open in the text; strict reading has dropped none of them."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            inside = [item for item in one.values() if isinstance(item, dict | list)]
        else:
            inside = [item for item in one if isinstance(item, dict | list)] if isinstance(one, list) else []
        waiting.extend(reversed(inside))


def _starts(text: str) -> Iterator[int]:
    """The lines on which objects open."""
    line, before = 1, 0
    for found in _token.finditer(text):
        if found[0] == "{":
            line += text.count("\n", before, found.start())
            before = found.start()
            yield line
