"""A desk: one dossier's database, the person who sits at it, and the clock on its wall."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from evidence.model import stamp
from factcheck.errors import FileProblem
from factcheck.store import anchors, ledger, reading, writing
from factcheck.store.engine import Connection, Store


def _now() -> datetime:
    return datetime.now(UTC)


def new_uuid() -> str:
    """An id for one decision, made before it is sent, so that sending it twice does no harm."""
    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a piece of work needs besides its own input."""

    store: Store
    reviewer: str
    title: str | None = None
    now: Callable[[], datetime] = field(default=_now)
    warn: Callable[[str], None] = field(default=lambda words: None)
    """Told what went wrong after the work itself was safely done."""

    @property
    def anchors_path(self) -> Path | None:
        """The file of anchors beside the database; a server has no beside."""
        return None if self.store.path is None else anchors.beside(self.store.path)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that changes the dossier; the first one ever also writes the ledger's first entry."""
        with self.store.writing() as conn:
            before, _ = ledger.current_head(conn)
            if reading.dossier_row(conn) is None:
                self._found(conn)
            yield conn
            new = ledger.hashes_after(conn, before)
        self.anchor(new)

    def anchor(self, new: Sequence[anchors.Anchor]) -> None:
        """Note new entries beside the database, after their commit."""
        if self.anchors_path is not None and new:
            try:
                anchors.remember(self.anchors_path, new)
            except FileProblem as problem:  # the change is committed: an anchor less must not look like a failure
                self.warn(f"{problem}; the change itself is saved, only its anchor is not")

    def _found(self, conn: Connection) -> None:
        """Write the ledger's first entry, which holds the dossier's uuid."""
        uuid, now = new_uuid(), self.now()
        writing.insert_dossier(conn, uuid, self.title, stamp(now))
        details = {"dossier": {"uuid": uuid, "title": self.title, "created": stamp(now)}}
        ledger.append(conn, ledger.Entry("founded", self.reviewer, now, uuid, details=details))
