"""Rows of a claim file before anyone asks what they mean: where each stands, and what cannot even be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from factcheck.errors import RowProblem

REJECTED = ("rejected_row", "rejected_field", "rejected_reason", "rejected_item", "rejected_text")
"""What stands beside a row in a file of rejected rows: its line, what was wrong, and a line that was no row at all.

An import passes over these fields, so that a mended file goes in as it is.
"""


class Cells(NamedTuple):
    """A row of a table as it stands in the file, under the table's header."""

    header: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, counted from 1, its fields, and how many bytes have been read with it."""

    line: int
    data: dict[str, Any]
    read: int
    raw: object = None
    """What stands in the file, as it must be written to be read again; None where that is `data`."""


Rows = Iterator[Row | RowProblem]
