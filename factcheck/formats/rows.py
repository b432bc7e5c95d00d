"""Rows of a claim file before anyone asks what they mean: where each stands, and what cannot even be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.errors import RowProblem


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, counted from 1, its fields, and how many bytes have been read with it."""

    line: int
    data: dict[str, Any]
    read: int


Rows = Iterator[Row | RowProblem]
