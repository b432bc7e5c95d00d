"""A damaged dossier opens read-only: what can still be read of it goes into a new one, which says what is missing."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from evidence.errors import EvidenceError
from evidence.readers import read
from factcheck.errors import Damaged, FactcheckError, FileProblem
from factcheck.store import anchors, reading, reviews, salvage, waiting
from factcheck.store.engine import Store
from factcheck.store.salvage import Lost
from factcheck.work.desk import Desk
from factcheck.work.files import settle
from factcheck.work.verify import Finding, check


@dataclass(frozen=True, slots=True)
class Rescued:
    """What could be brought over, what could not, and what `verify` says of the new dossier."""

    counts: dict[str, int]
    """What is in the new dossier, as `verify` counts it."""
    lost: tuple[Lost, ...]
    findings: tuple[Finding, ...]
    notes: Path | None
    """A file with what is known of each lost row, one JSON object a line; None when nothing is lost."""


def rescue(damaged: Store, target: Path, progress: Callable[[str], None] = lambda step: None) -> Rescued:
    """Write the new dossier `target`, with the anchors of the damaged one beside it; the damaged one is only read.

    Raises FileProblem, NoDossier when nothing of a dossier is left, and FactcheckError for a server's dossier.
    """
    if damaged.path is None:
        raise FactcheckError("only a dossier in a file is salvaged; for PostgreSQL see pg_dump and the server's manual")
    notes = target.with_name(f"{target.name}.lost.jsonl")
    for path in (target, notes, anchors.beside(target)):
        if path.exists():
            raise FileProblem(path, "is there already; salvaging never overwrites")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            return _rescue(damaged.path, target, notes, Path(folder), progress)
    except OSError as error:
        raise FileProblem(target, error) from error


def _rescue(damaged: Path, target: Path, notes: Path, folder: Path, progress: Callable[[str], None]) -> Rescued:
    new = folder / "new.db"
    progress("reading what can be read")
    done = salvage.salvage(damaged, new, folder, _reread)
    progress("looking for rows that hold what nothing can")
    while (unusable := _unusable(new)) and (left := salvage.leave_out(new, unusable)):
        done.lost += left
    with suppress(FileNotFoundError):
        shutil.copyfile(anchors.beside(damaged), anchors.beside(new))
    progress("checking against the ledger")
    store = Store(str(new))
    try:
        checked = check(Desk(store, "salvage"))
    finally:
        store.close()
    if done.lost:
        (folder / "lost").write_bytes(b"".join(_lines(done.lost)))
        settle(folder / "lost", notes)
    if anchors.beside(new).exists():
        settle(anchors.beside(new), anchors.beside(target))
    settle(new, target)
    return Rescued(checked.counts, tuple(done.lost), checked.findings, notes if done.lost else None)


def _reread(data: bytes, row: Mapping[str, Any]) -> str | None:
    """The text of a document from its bytes, read as they were when it was added."""
    try:
        return read(data, str(row.get("name")), media_type=row.get("media_type"), encoding=row.get("encoding")).text
    except EvidenceError:
        return None


def _unusable(new: Path) -> list[Damaged]:
    """Rows that can be read, but are nothing."""
    found: list[Damaged] = []
    store = Store(str(new))
    try:
        store.check_schema()
        with store.reading() as conn:
            for read in (reading.sources, reading.documents, reading.claims, reading.relations):
                list(read(conn, damaged=found.append))
            list(reviews.reviews(conn, damaged=found.append))
            list(waiting.waiting_links(conn, damaged=found.append))
    finally:
        store.close()
    return found


def _lines(lost: Sequence[Lost]) -> Iterator[bytes]:
    for one in lost:
        record = {"table": one.table, "problem": one.problem, "row": one.row}
        yield orjson.dumps(record, default=_told, option=orjson.OPT_APPEND_NEWLINE)


def _told(value: object) -> str:
    """Bytes in a row that is lost, as text."""
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else repr(value)
