"""The same claims in the lists that one would otherwise take: `python -m benchmarks.reviewer_peers KIND DATABASE`.

Each loads everything before it shows the first row, as these widgets want it; `empty` is a Textual app without a list.
"""

import importlib
import sqlite3
import sys
from typing import Any

from textual.app import App, ComposeResult
from textual.widgets import DataTable, OptionList, Static

COLUMNS = ("prio", "status", "source", "claim")
QUERY = "SELECT priority, status, 'The account', statement FROM claim ORDER BY priority DESC, pk"


def rows(path: str) -> list[tuple[Any, ...]]:
    """All claims."""
    return sqlite3.connect(path).execute(QUERY).fetchall()


class Peer(App[None]):
    """One list."""

    def __init__(self, kind: str, path: str) -> None:
        super().__init__()
        self._kind, self._path = kind, path
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        """The list."""
        if self._kind == "empty":
            yield Static("ready: 0 claims")
        elif self._kind == "DataTable":
            table: DataTable[Any] = DataTable(cursor_type="row")
            table.add_columns(*COLUMNS)
            table.add_rows(rows(self._path))
            yield table
        elif self._kind == "OptionList":
            yield OptionList(*("  ".join(map(str, row)) for row in rows(self._path)), markup=False)
        else:
            module = importlib.import_module("textual_fastdatatable")
            arrow = importlib.import_module("pyarrow")
            columns = zip(*rows(self._path), strict=True)
            data = arrow.table(dict(zip(COLUMNS, map(list, columns), strict=True)))
            yield module.DataTable(backend=module.ArrowBackend(data), cursor_type="row")

    def on_mount(self) -> None:
        """The list has the keys."""
        if self._kind != "empty":
            self.query("DataTable, OptionList").first().focus()


if __name__ == "__main__":
    Peer(*sys.argv[1:3]).run()
