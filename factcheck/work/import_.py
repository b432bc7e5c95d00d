"""Bulk imports: rows → claims and relations, all or nothing, once.

A claim is recognised by its external id, or by what it says and where. A row that has not changed changes nothing; a
changed one is brought up to date and keeps what people decided, except that a verdict on other words or other evidence
must be looked at again.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from claims.errors import ClaimError
from claims.ids import claim_id, ordered, relation_id
from claims.judgement import mark_for_recheck, problem_with
from claims.model import (
    Claim,
    ConflictState,
    EvidenceLink,
    Relation,
    RelationKind,
    Status,
)
from evidence.model import Quote, QuoteState
from evidence.text.language import language_of
from factcheck.errors import FileProblem, ImportRefused, RowProblem, UnknownReference
from factcheck.formats import csv_
from factcheck.formats.fieldmap import NO_MAP, FieldMap, Skip
from factcheck.formats.records import (
    BadRecord,
    ClaimRecord,
    EvidenceRecord,
    LinkedRelation,
    RelationRecord,
    record_of,
)
from factcheck.formats.rows import Row
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.decide import difference
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.placing import Documents, place

CHUNK = 1000
"""Claims that are looked up and written together."""
RULE = "import"
"""The name under which evidence links from an import are entered."""


@dataclass(slots=True)
class Counts:
    """What an import did, or would do."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    relations_new: int = 0
    relations_unchanged: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    """Rows that the map leaves out, by its reason."""
    rejected: int = 0

    @property
    def writes(self) -> bool:
        """Whether anything changes at all."""
        return bool(self.new or self.changed or self.relations_new)


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome: counts, the rows that were refused, and whether it was only tried."""

    counts: Counts
    problems: tuple[RowProblem, ...]
    dry_run: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Where the rows come from."""

    name: str
    format: str
    fieldmap: FieldMap = NO_MAP


class _Undo(Exception):
    """Leaves the transaction without saving."""


def import_rows(
    desk: Desk,
    rows: Iterable[Row | RowProblem],
    batch: Batch,
    *,
    digest: Callable[[], str],
    dry_run: bool = False,
    accept_valid: bool = False,
    progress: Callable[[int], None] = lambda read: None,
) -> Imported:
    """Import rows in one transaction with one ledger entry.

    `digest` gives the file's SHA-256 once all rows have been read; `progress` is told how many bytes have been.
    Raises ImportRefused when a row is wrong and `accept_valid` does not allow for it.
    """
    with suppress(_Undo), desk.writing() as conn:
        run = _Run(desk, conn, batch, accept_valid=accept_valid)
        run.take(rows, progress)
        run.problems.sort(key=lambda problem: problem.line)
        if not run.counts.rows:
            raise FileProblem(batch.name, "holds no rows")
        if run.problems and not accept_valid and not dry_run:
            raise ImportRefused(run.problems, run.counts.rows)
        if dry_run or not run.counts.writes:
            raise _Undo
        run.write_down(digest())
    return Imported(run.counts, tuple(run.problems), dry_run)


@dataclass(frozen=True, slots=True)
class _Mapped:
    """A row under our names, and the digest by which it is known again."""

    line: int
    data: dict[str, Any]
    digest: str


@dataclass(frozen=True, slots=True)
class _Made:
    """The claim that a row gives, with the row's digest."""

    claim: Claim
    digest: str


class _Run:
    """One import under way."""

    def __init__(self, desk: Desk, conn: Connection, batch: Batch, *, accept_valid: bool) -> None:
        self.desk = desk
        self.conn = conn
        self.batch = batch
        self.accept_valid = accept_valid
        self.counts = Counts()
        self.problems: list[RowProblem] = []
        self._rejected: set[int] = set()
        self._first_pk = writing.next_claim_pk(conn)
        self._documents = Documents(conn)
        self._lines: dict[str, int] = {}
        self._links: list[tuple[int, str | None, str, LinkedRelation]] = []
        self._leaves: dict[str, dict[str, str]] = {"claim": {}, "relation": {}}
        self._changes: list[ledger.Change] = []

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────

    def take(self, rows: Iterable[Row | RowProblem], progress: Callable[[int], None]) -> None:
        """Read all rows and write what they hold."""
        rows = iter(rows)
        while chunk := list(islice(rows, CHUNK)):
            self.counts.rows += len(chunk)
            mapped = [one for row in chunk if (one := self._mapped(row)) is not None]
            externals = [str(one.data["external_id"]) for one in mapped if "external_id" in one.data]
            known = reading.external_digests(self.conn, externals)
            self._save([made for one in mapped if (made := self._claim(one, known)) is not None])
            last = chunk[-1]
            if isinstance(last, Row):
                progress(last.read)
        self._relate()

    def _refuse(self, *problems: RowProblem) -> None:
        """Several things may be wrong with one row; it is one rejected row all the same."""
        self.problems.extend(problems)
        self._rejected.update(problem.line for problem in problems)
        self.counts.rejected = len(self._rejected)

    def _bad(self, line: int, problems: Iterable[tuple[str | None, str]]) -> None:
        self._refuse(*(RowProblem(self.batch.name, line, name, words) for name, words in problems))

    def _mapped(self, row: Row | RowProblem) -> _Mapped | None:
        """The row under our names and its digest; None when the map leaves it out or it is wrong."""
        if isinstance(row, RowProblem):
            self._refuse(row)
            return None
        try:
            data = self.batch.fieldmap.apply(row.data)
            if isinstance(data, Skip):
                self.counts.left_out[data.why] += 1
                return None
            return _Mapped(row.line, data := self._typed(data), _digest(data))
        except BadRecord as error:
            self._bad(row.line, error.problems)
            return None

    def _typed(self, data: dict[str, Any]) -> dict[str, Any]:
        if self.batch.format not in {"csv", "tsv"}:
            return data
        try:
            return csv_.typed(data)
        except ValueError as error:
            raise BadRecord([(str(error.args[0]), str(error.args[1]))]) from error

    def _claim(self, row: _Mapped, known: Mapping[str, str | None]) -> _Made | None:
        """The claim of a row; None when it holds none, is wrong, or was imported just like this before."""
        external = row.data.get("external_id")
        try:
            if isinstance(external, str) and known.get(external) == row.digest:
                own = claim_id("", external_id=external)
                self._once(own, external, row.line)
                self.counts.unchanged += 1
                told = map(LinkedRelation.model_validate, row.data.get("relations", ()))
                self._links.extend((row.line, own, own, link) for link in told)  # one of them may not have come in
                return None
            record = record_of(row.data)
            if isinstance(record, RelationRecord):
                self._links.append((row.line, None, record.a, record))
                return None
            claim = self._build(record)
            self._once(claim.id, claim.external_id, row.line)
        except BadRecord as error:
            self._bad(row.line, error.problems)
            return None
        self._links.extend((row.line, claim.id, claim.id, link) for link in record.relations)
        return _Made(claim, row.digest)

    def _once(self, id_: str, external_id: str | None, line: int) -> None:
        earlier = self._lines.setdefault(id_, line)
        if earlier != line:
            if external_id is not None:
                raise BadRecord([("external_id", f"{external_id!r} stands on line {earlier} already")])
            raise BadRecord([("statement", f"the same claim stands on line {earlier} already")])

    # ── claims ───────────────────────────────────────────────────────────────────────────────────

    def _build(self, record: ClaimRecord) -> Claim:
        links = [self._link(at, item) for at, item in enumerate(record.evidence)]
        own = (self._documents.sha256(links[0].document), links[0].start, links[0].end) if links else None
        decided = record.verdict is not None or record.status not in {None, Status.NEW}
        claim = Claim(
            id=claim_id(record.statement, claimant=record.claimant, external_id=record.external_id, own_quote=own),
            external_id=record.external_id,
            statement=record.statement,
            language=record.language or language_of(record.statement),
            kind=record.kind,
            checkability=record.checkability,
            certainty=record.certainty,
            claimant=record.claimant,
            status=record.status or (Status.DECIDED if record.verdict else Status.NEW),
            verdict=record.verdict,
            confidence=record.confidence,
            reason=record.reason,
            tags=tuple(dict.fromkeys(record.tags)),
            entities=record.entities,
            quantities=record.quantities,
            dates=record.dates,
            evidence=tuple(links),
            decided_by=self.desk.reviewer if decided else None,
            decided_at=self.desk.now() if decided else None,
        )
        problem = problem_with(claim)
        if problem is not None:
            raise BadRecord([("verdict" if claim.verdict else "status", _without_id(problem, claim))])
        return claim

    def _link(self, at: int, item: EvidenceRecord) -> EvidenceLink:
        where = f"evidence[{at}]"
        try:
            document = self._documents.get(item.document)
        except UnknownReference as error:
            words = f"no document {item.document!r} in the dossier; add it first"
            raise BadRecord([(f"{where}.document", words)]) from error
        start, end = place(document, item, where)
        quote = Quote.of(document.sha256, document.text, start, end)
        return EvidenceLink(
            document=document.id,
            start=start,
            end=end,
            exact=quote.exact,
            prefix=quote.prefix,
            suffix=quote.suffix,
            stance=item.stance,
            directness=item.directness,
            state=QuoteState.EXACT,
            added_by=RULE,
        )

    def _save(self, made: Sequence[_Made]) -> None:
        """Split a chunk into new, changed and unchanged, and write the first two."""
        known = reading.record_digests(self.conn, [one.claim.id for one in made])
        new = [one for one in made if one.claim.id not in known]
        writing.insert_claims(self.conn, [one.claim for one in new], record_sha256=[one.digest for one in new])
        self.counts.new += len(new)
        self._leaves["claim"].update((one.claim.id, ledger.leaf(one.claim)) for one in new)
        for one in made:
            if one.claim.id not in known:
                continue
            if known[one.claim.id] == one.digest or not self._update(one.claim, one.digest):
                self.counts.unchanged += 1
            else:
                self.counts.changed += 1

    def _update(self, claim: Claim, digest: str) -> bool:
        """Bring a claim up to date with its row; False when that makes no difference."""
        old = reading.find_claim(self.conn, claim.id)
        merged = _merge(old, claim)
        if merged is None:
            return False
        writing.update_claim(self.conn, merged, seen=old.version, content=True, record_sha256=digest)
        before, after = difference(old, merged)
        self._changes.append(ledger.Change("claim", old.id, before, after, merged.version))
        self._leaves["claim"][old.id] = ledger.leaf(merged)
        return True

    # ── relations ────────────────────────────────────────────────────────────────────────────────

    def _relate(self) -> None:
        for start in range(0, len(self._links), CHUNK):
            some = self._links[start : start + CHUNK]
            references = [name for _, own, a, link in some for name in (*(() if own else (a,)), link.to)]
            known = reading.claim_ids(self.conn, references)
            made: dict[str, Relation] = {}
            for line, own, a, link in some:
                try:
                    relation = self._relation(own, a, link, known)
                except BadRecord as error:
                    self._bad(line, error.problems)
                    continue
                made.setdefault(relation.id, relation)
            there = reading.relation_ids(self.conn, list(made))
            new = [relation for id_, relation in made.items() if id_ not in there]
            writing.insert_relations(self.conn, new)
            self._leaves["relation"].update((relation.id, ledger.leaf(relation)) for relation in new)
            self.counts.relations_new += len(new)
            self.counts.relations_unchanged += len(made) - len(new)

    def _relation(self, own: str | None, a: str, link: LinkedRelation, known: Mapping[str, str]) -> Relation:
        ends = []
        for name, reference in (
            ("a", own or known.get(a)),
            ("b" if own is None else "to", known.get(link.to)),
        ):
            if reference is None:
                raise BadRecord([(name, f"no claim {a if name == 'a' else link.to!r} in the dossier or in this file")])
            ends.append(reference)
        if ends[0] == ends[1]:
            raise BadRecord([("to" if own else "b", "a claim cannot stand in a relation to itself")])
        conflict = _course(link)
        first, second = ordered(ends[0], ends[1], link.kind)
        return Relation(
            id=relation_id(first, second, link.kind, link.facet),
            a=first,
            b=second,
            kind=link.kind,
            facet=link.facet,
            state=link.state,
            conflict=conflict,
            resolution=link.resolution,
            reasons=(link.reason,) if link.reason else (),
            added_by=RULE,
        )

    # ── the ledger ───────────────────────────────────────────────────────────────────────────────

    def write_down(self, sha256: str) -> None:
        """One ledger entry for the batch, with the file's digest and counts."""
        counts = self.counts
        told = {
            "name": self.batch.name,
            "format": self.batch.format,
            "sha256": sha256,
            "rows": counts.rows,
            "new": counts.new,
            "changed": counts.changed,
            "unchanged": counts.unchanged,
            "relations": counts.relations_new,
            "rejected": counts.rejected,
        }
        leaves = {what: some for what, some in self._leaves.items() if some}
        entry = ledger.Entry(
            "import",
            self.desk.reviewer,
            self.desk.now(),
            new_uuid(),
            None,
            self._changes,
            leaves,
            {"batch": told},
        )
        written = ledger.append(self.conn, entry)
        batch_pk = writing.insert_batch(self.conn, self.batch.name, sha256, written.seq)
        writing.set_batch(self.conn, batch_pk, self._first_pk)


def _digest(data: dict[str, Any]) -> str:
    """The digest of a row; empty, and so never equal, for one that cannot be written and will be refused by name."""
    try:
        return hashlib.sha256(ledger.canonical(data)).hexdigest()
    except TypeError:  # a lone surrogate, a number too large for any column
        return ""


def _course(link: LinkedRelation) -> ConflictState | None:
    if link.kind is not RelationKind.CONFLICTS:
        if link.conflict or link.resolution:
            raise BadRecord([("conflict", f"only a relation of kind conflicts has a course, not {link.kind}")])
        return None
    course = link.conflict or (ConflictState.RESOLVED if link.resolution else ConflictState.OPEN)
    if (course is ConflictState.RESOLVED) != (link.resolution is not None):
        raise BadRecord([("resolution", "a resolved conflict says by what, and only a resolved one does")])
    return course


def _merge(old: Claim, row: Claim) -> Claim | None:
    """The old claim with the row's content and the old decisions; None when nothing differs."""
    by_people = tuple(link for link in old.evidence if link.added_by != RULE)
    content = {
        name: getattr(row, name)
        for name in (
            "statement",
            "language",
            "kind",
            "checkability",
            "certainty",
            "claimant",
            "tags",
            "entities",
            "quantities",
            "dates",
        )
    }
    content["evidence"] = tuple(row.evidence) + by_people
    merged = old.model_copy(update=content)
    if merged == old:
        return None
    if old.verdict is not None and (merged.statement, merged.evidence) != (old.statement, old.evidence):
        return mark_for_recheck(merged) or merged.model_copy(update={"version": old.version + 1})
    return merged.model_copy(update={"version": old.version + 1})


def _without_id(problem: ClaimError, claim: Claim) -> str:
    """The rule's sentence without the id, which the person who wrote the row has never seen."""
    return str(problem).replace(f"claim {claim.id}: ", "").replace(f"claim {claim.id} ", "it ")
