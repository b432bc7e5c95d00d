"""A dossier as the first released schema left it, with rows in every table, on SQLite and on PostgreSQL.

The files in `data/` were written once, by the program that had that schema, and are never written again: what they
hold, what was exported and what `verify` said of it must hold for every later version.
"""

import json
import lzma
from pathlib import Path
from typing import Any

from factcheck.store.engine import Store
from tests.conftest import Databases
from tests.factcheck.outside import outsider

FIRST = "0001"
DATA = Path(__file__).parent / "data"


def first_schema(databases: Databases, backend: str) -> str:
    """The URL of a new database of the first schema, with everything in it."""
    return databases.copy(backend, "first schema", lambda: _restored(databases.empty(backend), backend))


def first_export() -> bytes:
    """The lossless export that was written of it; the same of both databases."""
    return lzma.decompress((DATA / f"schema_{FIRST}.json.xz").read_bytes())


def first_verification() -> dict[str, Any]:
    """What `verify` counted, and the head of its ledger; it found nothing wrong."""
    told: dict[str, Any] = json.loads((DATA / f"schema_{FIRST}.verify.json").read_text("utf-8"))
    return told


def _restored(url: str, backend: str) -> str:
    if backend == "sqlite":
        path = Store(url, must_exist=False).path
        assert path is not None
        path.write_bytes(lzma.decompress((DATA / f"schema_{FIRST}.db.xz").read_bytes()))
        return url
    dump = lzma.decompress((DATA / f"schema_{FIRST}.sql.xz").read_bytes()).decode()
    with outsider(url) as conn:
        driver = conn.connection.driver_connection
        assert driver is not None
        driver.execute(dump)
    return url
