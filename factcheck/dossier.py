"""The public Python API: open a dossier and work on it. docs/api.md tells of it with examples.

from factcheck import Dossier

with Dossier.open("sqlite:///factcheck.db", reviewer="anna") as dossier:
    for claim in dossier.claims(Filter(status=Status.NEW)):
        ...
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Claim, Directness, Facet, Relation, RelationKind, Review, Stance, WaitingLink
from evidence.model import Document, Reliability, Source
from factcheck.errors import FactcheckError, RowProblem
from factcheck.formats.labels import ReportLanguage
from factcheck.formats.rows import Row
from factcheck.store import queue, reading, search, waiting
from factcheck.store.anchors import Anchor
from factcheck.store.engine import Store
from factcheck.store.filters import Filter
from factcheck.store.queue import QueueRow
from factcheck.work.add import About, Added, Incoming, take_in
from factcheck.work.backup import back_up
from factcheck.work.batches import Batch, Imported, Manner, Rows
from factcheck.work.decide import decide_claim, decide_claims, decide_together, grade_source, relate_claims
from factcheck.work.desk import Desk
from factcheck.work.edit import ClaimEdit, edit_claim
from factcheck.work.export import ALL, Choice, Format, write_export, write_reviews
from factcheck.work.history import Event, events
from factcheck.work.import_ import import_files
from factcheck.work.imports import Brought, imports
from factcheck.work.pace import Pace, pace
from factcheck.work.presence import Present, end_presence, note_presence
from factcheck.work.records import rows_of_records
from factcheck.work.restore import restore_export
from factcheck.work.reviews import Assigned, assign, for_eyes, people, shown_reviews, unassign
from factcheck.work.split import Part, merge_claims, split_claim
from factcheck.work.stats import Stats, count
from factcheck.work.taking_back import TakenBack, undo_import
from factcheck.work.undo import Undone, redo, undo
from factcheck.work.verify import Checked, check

if TYPE_CHECKING:
    from array import array

    from factcheck.work.assess import Assessed
    from factcheck.work.engines import Engine
    from factcheck.work.evidence import Found
    from factcheck.work.extract import Extracted, Reader
    from factcheck.work.match import Matched
    from factcheck.work.match_llm import Asked, LlmMatcher

__all__ = [
    "ALL",
    "About",
    "Added",
    "Assigned",
    "Batch",
    "Brought",
    "Checked",
    "Choice",
    "ClaimEdit",
    "Dossier",
    "Event",
    "Filter",
    "Format",
    "Imported",
    "Incoming",
    "Manner",
    "Pace",
    "Part",
    "Present",
    "QueueRow",
    "Rows",
    "Stats",
    "TakenBack",
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
        wanted = replace(wanted or Filter(), viewer=self.reviewer)

        def page(after: int, size: int) -> reading.Page:
            with self._desk.store.reading() as conn:
                found, last = reading.claims_page(conn, wanted, after, size)
                return for_eyes(conn, found, self.reviewer), last

        return reading.paged(page, limit)

    def claim(self, reference: str) -> Claim:
        """The claim of this id, beginning of an id, or external id."""
        with self._desk.store.reading() as conn:
            return for_eyes(conn, [reading.find_claim(conn, reference)], self.reviewer)[0]

    def relations(self, claim: str | None = None) -> list[Relation]:
        """All relations, or those of one claim (by its full id)."""
        with self._desk.store.reading() as conn:
            return list(reading.relations(conn)) if claim is None else reading.relations_of(conn, claim)

    def waiting_links(self, claim: str | None = None) -> list[WaitingLink]:
        """Evidence links that wait for their document: all, or those of one claim (by its full id)."""
        with self._desk.store.reading() as conn:
            if claim is None:
                return list(waiting.waiting_links(conn))
            return waiting.waiting_by_claim(conn, [claim]).get(claim, [])

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
            return queue.queue_ids(conn, replace(wanted or Filter(), viewer=self.reviewer), first=first)

    def queue_rows(self, keys: Sequence[int]) -> dict[int, QueueRow]:
        """Lines of the queue by key."""
        with self._desk.store.reading() as conn:
            return queue.queue_rows(conn, keys, self.reviewer)

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
            return for_eyes(conn, reading.claims_on(conn, document), self.reviewer)

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """What claims and relations are called, by id."""
        with self._desk.store.reading() as conn:
            return queue.names(conn, ids)

    def entity_names(self, text: str = "", *, limit: int = 9) -> list[tuple[str, int]]:
        """(name, claims) of those most claims are about, or of those whose name holds `text`."""
        with self._desk.store.reading() as conn:
            return queue.entity_names(conn, text, limit)

    def reviews(self, claim: str) -> tuple[Review, ...]:
        """The judgements of a claim (by its full id) that were asked for and given, as far as one may see them."""
        with self._desk.store.reading() as conn:
            return shown_reviews(conn, reading.find_claim(conn, claim), self.reviewer)

    def people(self) -> list[str]:
        """Who has judged, was asked, or is here now, by name."""
        return people(self._desk)

    def pace(self) -> Pace:
        """How many claims each reviewer judged, by day and by hour."""
        return pace(self._desk)

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
        progress: Callable[[int], None] = lambda read: None,
        dry_run: bool = False,
        accept_valid: bool = False,
        strict_links: bool = False,
    ) -> Imported:
        """Import the rows of a claim file."""
        how = Manner(dry_run, accept_valid, strict_links)
        return import_files(self._desk, [Rows(rows, batch, digest, progress)], how)[0]

    def import_files(
        self,
        files: Iterable[Rows],
        how: Manner,
        *,
        before_saving: Callable[[Sequence[Imported]], None] = lambda done: None,
    ) -> list[Imported]:
        """Import the rows of several files, all or none."""
        return import_files(self._desk, files, how, before_saving=before_saving)

    def import_records(
        self,
        records: Iterable[Mapping[str, Any]],
        name: str = "script",
        *,
        dry_run: bool = False,
        accept_valid: bool = False,
        strict_links: bool = False,
    ) -> Imported:
        """Import records such as a line of JSON Lines holds them, all or none; the fields are in docs/formats.md.

        `name` is what the ledger calls the import. `dry_run` only says what would happen, `accept_valid` takes the good
        records without the wrong ones, `strict_links` refuses quotes from documents that are not here yet. A problem's
        line is the record's number, counted from 1. Raises ImportRefused, and then nothing has changed; FileProblem
        where there is no record.
        """
        how = Manner(dry_run, accept_valid, strict_links)
        rows, digest = rows_of_records(records, name)
        return import_files(self._desk, [Rows(rows, Batch(name, "jsonl"), digest)], how)[0]

    def imports(self) -> list[Brought]:
        """All imports, oldest first, with what each brought and what has been done with that since."""
        return imports(self._desk)

    def undo_import(self, entry: int | str) -> TakenBack:
        """Take back the import of this ledger entry, or of this name.

        Raises NotAllowed where people have worked on what it brought.
        """
        return undo_import(self._desk, entry)

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

    def match(
        self, progress: Callable[[str], None] = lambda step: None, *, engine: "Engine | None" = None
    ) -> "Matched":
        """Suggest how claims stand to one another; `engine` does the work, this process alone when there is none."""
        from factcheck.work.engines import here  # noqa: PLC0415 - the language layer is large
        from factcheck.work.match import match  # noqa: PLC0415

        return match(self._desk, progress, engine=engine or here)

    def match_with(self, matcher: "LlmMatcher", progress: Callable[[str], None] = lambda step: None) -> "Asked":
        """Ask a language model how the claims of related documents stand to one another; `match` comes before."""
        from factcheck.work.match_llm import match_with  # noqa: PLC0415 - the language layer is large

        return match_with(self._desk, matcher, progress)

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

    def assign(self, claims: Sequence[str], to: Sequence[str], *, blind: bool = False, **why: str | None) -> Assigned:
        """Ask reviewers for their judgement of claims; `blind`: without sight of what others concluded; `reason`."""
        return assign(self._desk, claims, to, blind=blind, **why)

    def unassign(self, claims: Sequence[str], to: Sequence[str] = (), **why: str | None) -> Assigned:
        """Take back what was asked of these reviewers, or of all, and not given yet; `reason` says why."""
        return unassign(self._desk, claims, to, **why)

    def split(self, claim: str, parts: Sequence[Part], *, seen: int | None = None, **why: str | None) -> list[Claim]:
        """Put several claims in the place of one; `seen` is the version that was looked at, `reason` says why."""
        return split_claim(self._desk, claim, parts, seen=seen, **why)

    def merge(self, keep: str, others: Sequence[str], seen: Sequence[tuple[str, int]] = (), **why: str | None) -> Claim:
        """Let one claim stand for others; `seen` gives ids with the versions that were looked at, `reason` says why."""
        return merge_claims(self._desk, keep, others, seen=seen, **why)

    def present(self, session: str, claim: str | None) -> list[Present] | None:
        """Say which claim this session has open, and learn what others have; None where nothing can be written."""
        return note_presence(self._desk, session, claim)

    def leave(self, session: str) -> None:
        """Say that this session is over."""
        end_presence(self._desk, session)

    def edit(self, claim: str, edit: ClaimEdit, *, seen: int | None = None) -> Claim:
        """Correct a claim's statement or set its tags."""
        return edit_claim(self._desk, claim, edit, seen=seen)

    def find_evidence(self, claim: str | None, words: str | None = None, *, limit: int = 20) -> "list[Found]":
        """Passages of all documents that bear on a claim, or on other words for it, best first."""
        from factcheck.work.evidence import find_evidence  # noqa: PLC0415 - the language layer is large

        return find_evidence(self._desk, claim, words, limit=limit)

    def add_evidence(
        self,
        claim: str,
        document: str,
        span: tuple[int, int],
        stance: Stance,
        directness: Directness = Directness.SECONDARY,
        *,
        reason: str | None = None,
        seen: int | None = None,
    ) -> Claim:
        """Make a stretch of a document evidence for a claim."""
        from factcheck.work.evidence import add_evidence  # noqa: PLC0415

        return add_evidence(self._desk, claim, document, span, stance, directness, reason=reason, seen=seen)

    def remove_evidence(self, claim: str, number: int, *, reason: str | None = None, seen: int | None = None) -> Claim:
        """Take a claim's piece of evidence away, counted from 1."""
        from factcheck.work.evidence import remove_evidence  # noqa: PLC0415

        return remove_evidence(self._desk, claim, number, reason=reason, seen=seen)

    def index_behind(self) -> tuple[int, int]:
        """How many claims and documents the full-text indexes still have to take in."""
        with self._desk.store.reading() as conn:
            return search.behind(conn)

    def keep_index(
        self, progress: Callable[[int, int], None] = lambda claims, documents: None, *, claims: int = 5000
    ) -> tuple[int, int]:
        """Bring the full-text indexes up to date, `claims` at a time, which only the speed of searches depends on.

        Returns how many claims and documents were missing.
        """
        from factcheck.work.evidence import keep_up  # noqa: PLC0415

        return keep_up(self._desk, progress, claims=claims)

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
        self, source: str, reliability: Reliability | None, note: str | None = None, *, reason: str | None = None
    ) -> Source:
        """Grade a source."""
        return grade_source(self._desk, source, reliability, note, reason=reason)

    # ── the whole ────────────────────────────────────────────────────────────────────────────────

    def export(
        self, format_: Format, language: ReportLanguage = ReportLanguage.ENGLISH, choice: Choice = ALL
    ) -> Iterator[bytes]:
        """An export in pieces; `language` is that of an HTML report's own words, `choice` says which claims.

        Raises FactcheckError, also while the pieces are read, for what the format cannot tell.
        """
        return write_export(self._desk, format_, language, choice)

    def export_reviews(self, language: ReportLanguage, choice: Choice) -> Iterator[tuple[str, bytes]]:
        """(id of the claim, its ClaimReview) of every claim with a verdict."""
        return write_reviews(self._desk, language, choice)

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
