"""The record: a decision against a bare commit with the same settings, `verify` against hashing the same bytes."""

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Measured, timed
from claims.judgement import ClaimDecision, decide
from claims.model import Status
from factcheck.dossier import Batch, Dossier
from factcheck.formats.rows import Row
from factcheck.store import ledger, writing
from factcheck.work.changes import difference
from factcheck.work.desk import new_uuid

DECISIONS = 300
ENTRIES = 100_000


def run(size: int) -> Iterator[Measured]:
    """Decisions one by one, and a verification of everything."""
    with TemporaryDirectory() as folder:
        database = Path(folder, "factcheck.db")
        with Dossier.create(f"sqlite:///{database}") as dossier:
            rows = (
                Row(number + 1, {"statement": f"Claim {number}.", "external_id": str(number)}, 0)
                for number in range(size)
            )
            dossier.import_rows(rows, Batch("made up", "jsonl"), digest=lambda: "0" * 64)
            decided = timed(lambda: _decide(dossier)) / DECISIONS
            bare = timed(lambda: _commits(Path(folder, "peer.db"))) / DECISIONS
            yield Measured("a decision with its ledger entry", decided, "a bare commit of sqlite3", bare)
            checked = timed(dossier.verify)
            hashed = timed(lambda: _hash(database))
            yield Measured(f"verify {size} claims", checked, "selecting and hashing the same rows", hashed)
            entries = _decide_often(dossier)
            checked = timed(lambda: _verified(dossier))
            hashed = timed(lambda: _hash(database))
            yield Measured(f"verify {entries} ledger entries", checked, "selecting and hashing the same rows", hashed)


def _decide_often(dossier: Dossier) -> int:
    """Bring the ledger to `ENTRIES`, all in one transaction: decisions one by one would take minutes.

    Every entry is what `decide` writes; each claim is saved as its last decision leaves it.
    """
    before = list(dossier.claims(limit=1000))
    claims = list(before)
    desk = dossier._desk  # noqa: SLF001 - no method of the dossier makes so many decisions at once
    with desk.writing() as conn:
        seq, _ = ledger.current_head(conn)
        for number in range(ENTRIES - seq):
            at = number % len(claims)
            old = claims[at]
            status = Status.DEFERRED if old.status is Status.IN_REVIEW else Status.IN_REVIEW
            new = decide(old, ClaimDecision(status=status), by="anna", at=desk.now())
            change = ledger.Change("claim", new.id, *difference(old, new), new.version)
            leaves = {"claim": {new.id: ledger.leaf(new)}}
            entry = ledger.Entry("decision", "anna", desk.now(), new_uuid(), None, [change], leaves, {"evidence": []})
            ledger.append(conn, entry)
            claims[at] = new
        for old, new in zip(before, claims, strict=True):
            writing.update_claim(conn, old, new)
    return ENTRIES


def _verified(dossier: Dossier) -> None:
    checked = dossier.verify()
    if checked.findings:
        raise SystemExit(f"verify found {len(checked.findings)} things, the first: {checked.findings[0]}")


def _decide(dossier: Dossier) -> None:
    moves = cycle((Status.IN_REVIEW, Status.DEFERRED))
    for number, status in enumerate(islice(moves, DECISIONS)):
        dossier.decide(str(number), ClaimDecision(status=status))


def _commits(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE decision (body TEXT)")
    for number in range(DECISIONS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO decision VALUES (?)", (f"decision {number}",))
        connection.execute("COMMIT")
    connection.close()


def _hash(database: Path) -> str:
    connection = sqlite3.connect(database)
    digest = hashlib.sha256()
    for table in ("ledger", "claim"):
        for row in connection.execute(f"SELECT * FROM {table}"):
            digest.update(repr(row).encode())
    connection.close()
    return digest.hexdigest()
