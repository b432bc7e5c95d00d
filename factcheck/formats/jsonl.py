"""JSON Lines: one JSON object a line. Read strictly, since two readers must not see two different things."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from factcheck.errors import RowProblem
from factcheck.formats.rows import Row, Rows

LONGEST_LINE = 8_000_000
"""Bytes; a claim of that size is a mistake."""
LONGEST_SHOWN = 20_000
"""Bytes of a line that cannot be read which are kept to show it."""
DEEPEST = 64
"""Levels of lists and objects inside one another."""


class Lines(Rows):
    """The rows of a file given as its lines; a line that is no JSON object is a RowProblem. Empty lines are skipped.

    Whoever has a quicker way with plain lines takes them from `raw`, as (line, bytes, bytes read with it), and has
    `row` read the others.
    """

    def __init__(self, lines: Iterable[bytes], name: str) -> None:
        self.name = name
        self.raw = _numbered(lines)

    def __next__(self) -> Row | RowProblem:
        return self.row(*next(self.raw))

    def row(self, number: int, line: bytes, read_bytes: int) -> Row | RowProblem:
        """The row of a line."""
        try:
            return Row(number, _object(line), read_bytes)
        except ValueError as error:
            shown = line[:LONGEST_SHOWN].decode("utf-8", "replace").strip()
            return RowProblem(self.name, number, None, str(error), raw=shown)


def read(lines: Iterable[bytes], name: str) -> Lines:
    """The rows of a file given as its lines."""
    return Lines(lines, name)


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes, int]]:
    read_bytes = 0
    for number, line in enumerate(lines, 1):
        read_bytes += len(line)
        start = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if start.strip():
            yield number, start, read_bytes


def _object(line: bytes) -> dict[str, Any]:
    """Raises ValueError with a sentence."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"the line is longer than {LONGEST_LINE:,} bytes")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start + 1} of the line") from error
    value = strict(text)
    if not isinstance(value, dict):
        raise ValueError(f"must be a JSON object {{…}}, not {_kind(value)}")  # noqa: TRY004 - one error for bad lines
    return value


def strict(text: str) -> Any:
    """JSON without duplicate keys, NaN, Infinity or bottomless nesting. Raises ValueError with a sentence."""
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise ValueError(f"not valid JSON at character {error.pos + 1}: {error.msg.lower()}") from error
    except RecursionError as error:
        raise ValueError(f"nested more than {DEEPEST} levels deep") from error
    if text.count("[") + text.count("{") > DEEPEST and _deeper(value, DEEPEST):
        raise ValueError(f"nested more than {DEEPEST} levels deep")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {twice!r} is given twice")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number that JSON knows")


def _whole(digits: str) -> int | float:
    """What does not fit into 64 bits becomes a float, as in most other readers: nothing could store or digest it."""
    number = int(digits) if len(digits) <= 20 else None
    return number if number is not None and -(2**63) <= number < 2**63 else float(digits)


def _deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    if levels == 0:
        return True
    inside = value.values() if isinstance(value, dict) else value
    return any(_deeper(item, levels - 1) for item in inside)


def _kind(value: object) -> str:
    return {list: "a list", str: "text", bool: "true or false", type(None): "null"}.get(type(value), "a number")
