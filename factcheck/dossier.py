"""The public Python API: open a dossier and work on it.

from factcheck.dossier import Dossier

with Dossier.open("sqlite:///factcheck.db", reviewer="anna") as dossier:
    for claim in dossier.claims(Filter(status=Status.NEW)):
        ...
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Claim, Facet, Relation, RelationKind
from evidence.model import Document, Reliability, Source
from factcheck.errors import FactcheckError, RowProblem
from factcheck.formats.labels import ReportLanguage
from factcheck.formats.rows import Row
from factcheck.store import queue, reading
from factcheck.store.anchors import Anchor
from factcheck.store.engine import Store
from factcheck.store.queue import QueueRow
from factcheck.store.reading import Filter
from factcheck.work.add import About, Added, Incoming, take_in
from factcheck.work.backup import back_up
from factcheck.work.decide import decide_claim, decide_claims, grade_source, relate_claims
from factcheck.work.desk import Desk
from factcheck.work.edit import ClaimEdit, decide_together, edit_claim
from factcheck.work.export import Format, write_export
from factcheck.work.history import Event, events
from factcheck.work.import_ import Batch, Imported, import_rows
from factcheck.work.restore import restore_export
from factcheck.work.stats import Stats, count
from factcheck.work.undo import Undone, redo, undo
from factcheck.work.verify import Checked, check

if TYPE_CHECKING:
    from array import array

    from factcheck.work.assess import Assessed
    from factcheck.work.extract import Extracted, Reader
    from factcheck.work.match import Matched

__all__ = [
    "About",
    "Added",
    "Batch",
    "Checked",
    "ClaimEdit",
    "Dossier",
    "Event",
    "Filter",
    "Format",
    "Imported",
    "Incoming",
    "QueueRow",
    "Stats",
    "Undone",
]


class Dossier:
    """Everything about one story or desk: one database, and the person who works on it.

    Every method that writes is one transaction with its ledger entry: it happens whole or not at all.
    All methods raise subclasses of FactcheckError.
    """

    def __init__(self, desk: Desk) -> None:
        """Use `open` or `create`."""
        self._desk = desk

    @classmethod
    def open(cls, url: str, *, reviewer: str = "unknown", title: str | None = None, **wiring: Any) -> Self:
        """Open an existing dossier. Raises NoDossier or OtherVersion.

        `title` is used when the first thing is written; `wiring` sets the clock and the like, see Desk.
        """
        store = Store(url)
        try:
            store.check_schema()
        except FactcheckError:
            store.close()
            raise
        return cls(Desk(store, reviewer, title, **wiring))

    @classmethod
    def create(cls, url: str, *, reviewer: str = "unknown", title: str | None = None, **wiring: Any) -> Self:
        """Open a dossier, making its tables when there are none. Raises OtherVersion for a newer one."""
        from factcheck.store import migrate  # noqa: PLC0415 - Alembic takes a third of a second to import

        store = Store(url, must_exist=False)
        try:
            migrate.upgrade(store)
        except FactcheckError:
            store.close()
            raise
        return cls(Desk(store, reviewer, title, **wiring))

    def close(self) -> None:
        """Let go of the database."""
        self._desk.store.close()

    def __enter__(self) -> Self:
        """Use the dossier in a `with` statement."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def claims(self, wanted: Filter | None = None, *, limit: int | None = None) -> Iterator[Claim]:
        """Claims in the order in which they came; each may be decided before the next is asked for.

        They are read page by page, so that no reader stands in the way of a writer meanwhile.
        """

        def page(after: int, size: int) -> reading.Page:
            with self._desk.store.reading() as conn:
                return reading.claims_page(conn, wanted, after, size)

        return reading.paged(page, limit)

    def claim(self, reference: str) -> Claim:
        """The claim of this id, beginning of an id, or external id."""
        with self._desk.store.reading() as conn:
            return reading.find_claim(conn, reference)

    def relations(self, claim: str | None = None) -> list[Relation]:
        """All relations, or those of one claim (by its full id)."""
        with self._desk.store.reading() as conn:
            return list(reading.relations(conn)) if claim is None else reading.relations_of(conn, claim)

    def documents(self) -> list[Document]:
        """All documents with their texts."""
        with self._desk.store.reading() as conn:
            return reading.documents(conn)

    def document(self, reference: str) -> Document:
        """The document of this id, SHA-256 or name."""
        with self._desk.store.reading() as conn:
            return reading.find_document(conn, reference)

    def sources(self) -> list[Source]:
        """All sources."""
        with self._desk.store.reading() as conn:
            return reading.sources(conn)

    def history(
        self, claim: str | None = None, *, limit: int | None = None, newest_first: bool = True
    ) -> Iterator[Event]:
        """What was done, to the dossier or to one claim."""
        return events(self._desk, claim=claim, limit=limit, newest_first=newest_first)

    @property
    def reviewer(self) -> str:
        """Who works on it: the name that the ledger gets."""
        return self._desk.reviewer

    @property
    def title(self) -> str:
        """What the dossier calls itself, or the name of its database."""
        with self._desk.store.reading() as conn:
            row = reading.dossier_row(conn)
        return (row and row[1]) or self._desk.title or self._desk.store.where

    # ── reading for the terminal reviewer ────────────────────────────────────────────────────────

    def queue_ids(self, wanted: Filter | None = None, *, first: int | None = None) -> tuple["array[int]", bytearray]:
        """Keys of the claims that answer the filter, or of the first ones, and whether each is open (1) or not (0)."""
        with self._desk.store.reading() as conn:
            return queue.queue_ids(conn, wanted or Filter(), first=first)

    def queue_rows(self, keys: Sequence[int]) -> dict[int, QueueRow]:
        """Lines of the queue by key."""
        with self._desk.store.reading() as conn:
            return queue.queue_rows(conn, keys)

    def queue_key(self, claim: str) -> int:
        """The key of a claim by id, beginning of an id, or external id."""
        with self._desk.store.reading() as conn:
            return queue.claim_key(conn, claim)

    def conflicts(self) -> list[Relation]:
        """All conflicts that were not rejected, open ones first."""
        with self._desk.store.reading() as conn:
            return queue.conflicts(conn)

    def claims_on(self, document: str) -> list[Claim]:
        """The claims with a quote from this document (by its full id)."""
        with self._desk.store.reading() as conn:
            return reading.claims_on(conn, document)

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """What claims and relations are called, by id."""
        with self._desk.store.reading() as conn:
            return queue.names(conn, ids)

    def entity_names(self, text: str = "", *, limit: int = 9) -> list[tuple[str, int]]:
        """(name, claims) of those most claims are about, or of those whose name holds `text`."""
        with self._desk.store.reading() as conn:
            return queue.entity_names(conn, text, limit)

    def stats(self) -> Stats:
        """Counts."""
        return count(self._desk)

    # ── writing ──────────────────────────────────────────────────────────────────────────────────

    def add(self, data: bytes, name: str, about: About | None = None) -> Added:
        """Take one document in."""
        return self.add_all([Incoming(data=data, name=name, about=about or About())])[0]

    def add_all(self, incoming: Sequence[Incoming]) -> list[Added]:
        """Take documents in, all or none."""
        return take_in(self._desk, incoming)

    def import_rows(
        self,
        rows: Iterable[Row | RowProblem],
        batch: Batch,
        *,
        digest: Callable[[], str],
        dry_run: bool = False,
        accept_valid: bool = False,
        progress: Callable[[int], None] = lambda read: None,
    ) -> Imported:
        """Import the rows of a claim file."""
        return import_rows(
            self._desk,
            rows,
            batch,
            digest=digest,
            dry_run=dry_run,
            accept_valid=accept_valid,
            progress=progress,
        )

    def extract(
        self,
        documents: Sequence[str] = (),
        progress: Callable[[int], None] = lambda done: None,
        *,
        reader: "Reader | None" = None,
    ) -> "list[Extracted]":
        """Propose claims from documents, or from all of them; `reader` asks a language model as well."""
        from factcheck.work.extract import extract_documents  # noqa: PLC0415 - the language layer is large

        return extract_documents(self._desk, documents, progress, reader=reader)

    def match(self, progress: Callable[[str], None] = lambda step: None) -> "Matched":
        """Suggest how claims stand to one another."""
        from factcheck.work.match import match  # noqa: PLC0415 - the language layer is large

        return match(self._desk, progress)

    def assess(self, progress: Callable[[str], None] = lambda step: None) -> "Assessed":
        """Score every claim from its evidence, and put the queue in order."""
        from factcheck.work.assess import assess_claims  # noqa: PLC0415 - the language layer is large

        return assess_claims(self._desk, progress)

    def restore(self, data: bytes, name: str, progress: Callable[[str], None] = lambda step: None) -> None:
        """Fill this empty dossier from a lossless export."""
        restore_export(self._desk, data, name, progress=progress)

    def decide(self, claim: str, decision: ClaimDecision, *, seen: int | None = None, uuid: str | None = None) -> Claim:
        """Save a decision about a claim."""
        return decide_claim(self._desk, claim, decision, seen=seen, uuid=uuid)

    def decide_all(self, claims: Sequence[str], decision: ClaimDecision) -> list[Claim]:
        """Save one decision about several claims, together or not at all."""
        return decide_claims(self._desk, claims, decision)

    def decide_together(self, seen: Sequence[tuple[str, int]], decision: ClaimDecision) -> list[Claim]:
        """Save one decision about several claims, each given with the version seen, as one act."""
        return decide_together(self._desk, seen, decision)

    def edit(self, claim: str, edit: ClaimEdit, *, seen: int) -> Claim:
        """Correct a claim's statement or set its tags."""
        return edit_claim(self._desk, claim, edit, seen=seen)

    def undo(self) -> Undone | None:
        """Take back this reviewer's last act that still stands."""
        return undo(self._desk)

    def redo(self) -> Undone | None:
        """Do again what was undone last."""
        return redo(self._desk)

    def relate(
        self,
        a: str,
        b: str,
        kind: RelationKind,
        facet: Facet | None = None,
        decision: RelationDecision | None = None,
        *,
        seen: int | None = None,
        uuid: str | None = None,
    ) -> Relation:
        """Save a decision about how two claims stand to one another."""
        return relate_claims(self._desk, a, b, kind, facet, decision or RelationDecision(), seen=seen, uuid=uuid)

    def grade(
        self,
        source: str,
        reliability: Reliability | None,
        note: str | None = None,
        *,
        reason: str | None = None,
    ) -> Source:
        """Grade a source."""
        return grade_source(self._desk, source, reliability, note, reason=reason)

    # ── the whole ────────────────────────────────────────────────────────────────────────────────

    def export(self, format_: Format, language: ReportLanguage = ReportLanguage.ENGLISH) -> Iterator[bytes]:
        """An export in pieces; `language` is that of an HTML report's own words."""
        return write_export(self._desk, format_, language)

    def verify(self, anchors: Sequence[Anchor] = (), *, progress: Callable[[str], None] = lambda step: None) -> Checked:
        """Check ledger, tables, quotes and snapshots."""
        return check(self._desk, anchors, progress=progress)

    def backup(self, target: Path) -> int:
        """Copy the database; returns the copy's size in bytes."""
        return back_up(self._desk, target)

    def build_sample(self, progress: Callable[[str], None] = lambda step: None) -> None:
        """Fill the dossier with the sample."""
        from factcheck.work.demo import build_sample  # noqa: PLC0415 - only the demo needs it

        build_sample(self._desk, progress)
