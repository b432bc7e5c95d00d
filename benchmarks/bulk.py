"""Bulk work against Python's own sqlite3 writing the same rows into the same tables without checking anything."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import material
from benchmarks.measure import Measured, timed
from factcheck.dossier import Batch, Dossier, Format, Imported
from factcheck.formats import jsonl

TABLES = ("claim", "claim_tag", "claim_entity", "evidence_link")


def run(size: int) -> Iterator[Measured]:
    """Import, import again, export."""
    text = material.document(max(1000, size // 10))
    with TemporaryDirectory() as folder:
        claims, database = Path(folder, "claims.jsonl"), Path(folder, "factcheck.db")
        material.write(claims, material.records(size, text, "towns.txt"))
        with Dossier.create(f"sqlite:///{database}") as dossier:
            dossier.add(text.encode(), "towns.txt")
            first = timed(lambda: _import(dossier, claims))
            again = timed(lambda: _import(dossier, claims))
            peer = timed(lambda: _plain(database, Path(folder, "peer.db"), claims))
            named = "json.loads and executemany of the same rows"
            yield Measured(f"import {size} claims", first, named, peer)
            yield Measured("import the same file again", again, "the first import", first)
            out = Path(folder, "export.json")
            written = timed(lambda: out.write_bytes(b"".join(dossier.export(Format.JSON))))
            read = timed(lambda: _dump(database))
            yield Measured("export everything as JSON", written, "selecting the rows and json.dumps", read)


def _import(dossier: Dossier, path: Path) -> Imported:
    with path.open("rb") as file:
        rows = jsonl.read(file, path.name)
        return dossier.import_rows(rows, Batch(path.name, "jsonl"), digest=lambda: hashlib.sha256().hexdigest())


def _plain(database: Path, target: Path, claims: Path) -> None:
    """Read the claims and copy the finished rows: what no importer can do without."""
    with claims.open(encoding="utf-8") as file:
        for line in file:
            json.loads(line)
    source, copy = sqlite3.connect(database), sqlite3.connect(target)
    for (statement,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger'"):
        copy.execute(statement)
    for table in TABLES:
        rows = source.execute(f"SELECT * FROM {table}").fetchall()
        copy.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    copy.commit()
    source.close()
    copy.close()


def _dump(database: Path) -> int:
    source = sqlite3.connect(database)
    written = sum(len(json.dumps(row)) for table in TABLES for row in source.execute(f"SELECT * FROM {table}"))
    source.close()
    return written
