"""Bulk imports: rows → claims and relations, all or nothing, once.

A claim is recognised by its external id, or by what it says and where. A row that has not changed changes nothing; a
changed one is brought up to date and keeps what people decided, except that a verdict on other words or other evidence
must be looked at again. A quote from a document that is not in the dossier waits for it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from claims.errors import ClaimError, QuoteNeeded
from claims.ids import claim_id
from claims.judgement import problem_with
from claims.model import Claim, EvidenceLink, Status, WaitingLink
from evidence.model import stamp
from evidence.text.language import language_of
from factcheck.errors import FileProblem, ImportRefused, RowProblem
from factcheck.formats import csv_, jsonl
from factcheck.formats.fieldmap import NO_MAP, Skip
from factcheck.formats.records import BadRecord, ClaimRecord, LinkedRelation, RelationRecord, record_of
from factcheck.formats.rejects import Reject
from factcheck.formats.rows import Row
from factcheck.store import ledger, reading, waiting, writing
from factcheck.store.engine import Connection
from factcheck.work.batches import STRICT, Counts, Imported, Manner, Rows
from factcheck.work.changes import difference
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.placing import RULE, Documents, linked, rests_on_other, waits
from factcheck.work.plain_import import PlainLines
from factcheck.work.relating import Place, Relating

CHUNK = 1000
"""Claims that are looked up and written together."""
CONTENT = (
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
"""What a changed row brings up to date, beside the evidence."""


class _Undo(Exception):
    """Leaves the transaction without saving."""


def import_files(
    desk: Desk,
    files: Iterable[Rows],
    how: Manner = STRICT,
    *,
    before_saving: Callable[[Sequence[Imported]], None] = lambda done: None,
) -> list[Imported]:
    """Import the rows of several files in one transaction, with a ledger entry for each that changes anything.

    `before_saving` is handed the outcomes while everything can still be undone. Raises ImportRefused when a row is
    wrong and `accept_valid` does not allow for it, or when a file could not be read to its end; FileProblem for a file
    without rows. Nothing has changed then.
    """
    done: list[Imported] = []
    with suppress(_Undo), desk.writing() as conn:
        runs: list[_Run] = []
        for file in files:
            runs.append(_Run(desk, conn, file, how))
            runs[-1].take()
        for run in runs:
            run.relate()
        done = [run.outcome() for run in runs]
        problems = [problem for one in done for problem in one.problems]
        if not how.dry_run and (any(one.ends for one in problems) or (problems and not how.accept_valid)):
            raise ImportRefused(problems, sum(one.counts.rows for one in done))
        if how.dry_run:
            raise _Undo
        before_saving(done)
        if not any(one.counts.writes for one in done):
            raise _Undo
        for run in runs:
            run.write_down()
    return done


@dataclass(frozen=True, slots=True)
class _Mapped:
    """A row under our names, the digest by which it is known again, and where it stands."""

    place: Place
    data: dict[str, Any]
    digest: str

    @property
    def plain_id(self) -> str | None:
        """The id that the claim of this row has when its own quote waits, where that is not the one it would have."""
        statement, claimant = self.data.get("statement"), self.data.get("claimant")
        if "external_id" in self.data or not self.data.get("evidence") or not isinstance(statement, str):
            return None
        return claim_id(statement.strip(), claimant=claimant.strip() if isinstance(claimant, str) else None)


@dataclass(frozen=True, slots=True)
class _Made:
    """The claim that a row gives, with the links that wait and the row's digest."""

    claim: Claim
    waiting: tuple[WaitingLink, ...]
    digest: str


class _Run:
    """One file under way."""

    def __init__(self, desk: Desk, conn: Connection, file: Rows, how: Manner) -> None:
        self.desk = desk
        self.conn = conn
        self.file = file
        self.how = how
        self.counts = Counts()
        self.problems: list[RowProblem] = []
        self._now = desk.now()
        self._rejected: dict[int, list[RowProblem]] = {}
        self._raw: dict[int, object] = {}
        self._last: tuple[int, object, int, bool] = (0, None, 0, False)
        self._first_pk = writing.next_claim_pk(conn)
        self._documents = Documents(conn)
        self._plain = PlainLines(conn, self._documents, file.batch.name, (desk.reviewer, stamp(self._now)))
        self._places: dict[str, Place] = {}
        self._leaves: dict[str, dict[str, str | None]] = {"claim": {}, "relation": {}, "waiting": {}}
        self._changes: list[ledger.Change] = []
        self._relating = Relating(conn)

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────

    def take(self) -> None:
        """Read all rows and write the claims that they hold. Raises FileProblem where there are none."""
        rows = iter(self.file.rows)
        if isinstance(rows, jsonl.Lines) and self.file.batch.fieldmap == NO_MAP:
            for count, new, unchanged in self._plain.take(rows, self._take, self._places, self.file.progress):
                self.counts.rows += count
                self.counts.new += new
                self.counts.unchanged += unchanged
        else:
            self._take(rows)
        if not self.counts.rows:
            raise FileProblem(self.file.called or self.file.batch.name, "holds no rows")
        self._sha256 = self.file.digest()
        self._end_pk = writing.next_claim_pk(self.conn)

    def _take(self, rows: Iterator[Row | RowProblem]) -> None:
        while chunk := list(islice(rows, CHUNK)):
            first = self.counts.rows
            self.counts.rows += len(chunk)
            mapped = [one for at, row in enumerate(chunk, first) if (one := self._mapped(at, row)) is not None]
            externals = [str(one.data["external_id"]) for one in mapped if "external_id" in one.data]
            known = reading.external_digests(self.conn, externals)
            known.update(reading.record_digests(self.conn, [id_ for one in mapped if (id_ := one.plain_id)]))
            self._save([made for one in mapped if (made := self._claim(one, known)) is not None])
            last = chunk[-1]
            if isinstance(last, Row):
                self.file.progress(last.read)

    def outcome(self) -> Imported:
        """What came of it."""
        self.problems.sort(key=lambda problem: problem.line)
        rejects = (
            Reject(some[0].line, tuple((one.field, one.problem) for one in some), self._raw.get(at), some[0].item)
            for at, some in sorted(self._rejected.items())
        )
        kept = tuple(rejects) if self.how.accept_valid else ()
        return Imported(self.counts, tuple(self.problems), self.how.dry_run, self.file.batch, kept)

    def _refuse(self, at: int, raw: object, *problems: RowProblem) -> None:
        """Several things may be wrong with one row; it is one rejected row all the same."""
        self.problems.extend(problems)
        self._rejected.setdefault(at, []).extend(problems)
        if self.how.accept_valid:
            self._raw[at] = raw
        self.counts.rejected = len(self._rejected)

    def _bad(self, place: Place, problems: Iterable[tuple[str | None, str]]) -> None:
        file = self.file.called or self.file.batch.name
        told = (RowProblem(file, place.line, name, words, place.item) for name, words in problems)
        self._refuse(place.at, place.raw, *told)

    def _mapped(self, at: int, row: Row | RowProblem) -> _Mapped | None:
        """The row under our names and its digest; None when the map leaves it out or it is wrong."""
        stands = row.data if isinstance(row, Row) and row.raw is None else row.raw
        item = self._item(row.line, stands)
        if isinstance(row, RowProblem):
            self._refuse(at, row.raw, replace(row, item=item))
            return None
        place = Place(at, row.line, item, stands if self.how.accept_valid else None)
        try:
            data = self.file.batch.fieldmap.apply(row.data)
            if isinstance(data, Skip):
                self.counts.left_out[data.why] += 1
                return None
            return _Mapped(place, data := self._typed(data), _digest(data))
        except BadRecord as error:
            self._bad(place, error.problems)
            return None

    def _item(self, line: int, stands: object) -> int | None:
        """The number of what stands in the file, where it is not the first on its line; it may give several rows."""
        before, last, number, shared = self._last
        if stands is None or stands is not last:
            number, shared = number + 1, line == before
        self._last = (line, stands, number, shared)
        return number if shared else None

    def _typed(self, data: dict[str, Any]) -> dict[str, Any]:
        if self.file.batch.format not in {"csv", "tsv"}:
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
                self._unchanged(claim_id("", external_id=external), external, row)
                return None
            plain = row.plain_id
            if plain is not None and known.get(plain) == row.digest:
                self._unchanged(plain, None, row)
                return None
            record = record_of(row.data)
            if isinstance(record, RelationRecord):
                self._relating.add(row.place, None, record.a, record)
                return None
            made = self._build(record, row, plain if plain in known else None)
            self._once(made.claim.id, made.claim.external_id, row.place)
        except BadRecord as error:
            self._bad(row.place, error.problems)
            return None
        for link in record.relations:
            self._relating.add(row.place, made.claim.id, made.claim.id, link)
        return made

    def _unchanged(self, id_: str, external: str | None, row: _Mapped) -> None:
        self._once(id_, external, row.place)
        self.counts.unchanged += 1
        for link in row.data.get("relations", ()):  # one of them may not have come in
            self._relating.add(row.place, id_, id_, LinkedRelation.model_validate(link))

    def _once(self, id_: str, external_id: str | None, place: Place) -> None:
        line = self._plain.line_of(id_)
        earlier = self._places.setdefault(id_, place) if line is None else f"line {line}"
        if earlier is not place:
            if external_id is not None:
                raise BadRecord([("external_id", f"{external_id!r} stands on {earlier} already")])
            raise BadRecord([("statement", f"the same claim stands on {earlier} already")])

    # ── claims ───────────────────────────────────────────────────────────────────────────────────

    def _build(self, record: ClaimRecord, row: _Mapped, plain: str | None) -> _Made:
        """The claim and the links that wait; `plain` is the id of a claim that may be this one. Raises BadRecord."""
        strict = self.how.strict_links
        found = [linked(self._documents, item, f"evidence[{at}]", strict) for at, item in enumerate(record.evidence)]
        links = tuple(link for link in found if link is not None)
        decided = record.verdict is not None or record.status not in {None, Status.NEW}
        claim = Claim(
            id=self._id(record, found[0] if found else None, plain),
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
            evidence=links,
            decided_by=self.desk.reviewer if decided else None,
            decided_at=self._now if decided else None,
        )
        waiting_ = waits(claim.id, record.evidence, found)
        problem = problem_with(claim)
        if problem is not None:
            words = _without_id(problem, claim)
            if waiting_ and isinstance(problem, QuoteNeeded):
                words = f"{words} ({waiting_[0].document!r}, which it quotes, is not in the dossier yet)"
            raise BadRecord([("verdict" if claim.verdict else "status", words)])
        return _Made(claim, waiting_, row.digest)

    def _id(self, record: ClaimRecord, first: EvidenceLink | None, plain: str | None) -> str:
        """The claim's id; that of a claim whose own quote had to wait when it came, if this is the same one."""
        if plain is not None and first is not None:
            earlier = reading.find_claim(self.conn, plain)
            if any((link.document, link.start) == (first.document, first.start) for link in earlier.evidence):
                return plain
        own = None if first is None else (self._documents.sha256(first.document), first.start, first.end)
        return claim_id(record.statement, claimant=record.claimant, external_id=record.external_id, own_quote=own)

    def _save(self, made: Sequence[_Made]) -> None:
        """Split a chunk into new, changed and unchanged, and write the first two."""
        known = reading.record_digests(self.conn, [one.claim.id for one in made])
        new = [one for one in made if one.claim.id not in known]
        writing.insert_claims(self.conn, [one.claim for one in new], record_sha256=[one.digest for one in new])
        self.counts.new += len(new)
        self._leaves["claim"].update((one.claim.id, ledger.leaf(one.claim)) for one in new)
        self._wait([link for one in new for link in one.waiting])
        differ = [one for one in made if one.claim.id in known and known[one.claim.id] != one.digest]
        self.counts.unchanged += len(made) - len(new) - len(differ)
        waited = waiting.waiting_by_claim(self.conn, [one.claim.id for one in differ])
        for one in differ:
            if self._update(one, waited.get(one.claim.id, ())):
                self.counts.changed += 1
            else:
                self.counts.unchanged += 1

    def _wait(self, links: Sequence[WaitingLink]) -> None:
        waiting.insert_waiting(self.conn, links)
        self._leaves["waiting"].update((link.id, ledger.leaf(link)) for link in links)
        self.counts.waiting.update(link.document for link in links)

    def _update(self, made: _Made, waited: Sequence[WaitingLink]) -> bool:
        """Bring a claim up to date with its row; False when that makes no difference."""
        old = reading.find_claim(self.conn, made.claim.id)
        merged = _merge(old, made.claim)
        gone = [link for link in waited if link not in made.waiting]
        come = [link for link in made.waiting if link not in waited]
        if merged is not None:
            writing.update_claim(self.conn, old, merged, content=True, record_sha256=made.digest)
            before, after = difference(old, merged)
            self._changes.append(ledger.Change("claim", old.id, before, after, merged.version))
            self._leaves["claim"][old.id] = ledger.leaf(merged)
        else:
            writing.set_records(self.conn, {old.id: made.digest})
        waiting.remove_waiting(self.conn, [link.id for link in gone])
        self._changes.extend(ledger.Change("waiting", link.id, link.model_dump(mode="json"), {}) for link in gone)
        self._leaves["waiting"].update((link.id, None) for link in gone)
        self._wait(come)
        return bool(merged or gone or come)

    # ── relations, the ledger ────────────────────────────────────────────────────────────────────

    def relate(self) -> None:
        """Write the relations, once the claims of all files are there."""
        for place, problems in self._relating.write(self._leaves["relation"], self._changes):
            self._bad(place, problems)
        self.counts.relations_new = self._relating.new
        self.counts.relations_changed = self._relating.changed
        self.counts.relations_unchanged = self._relating.unchanged

    def write_down(self) -> None:
        """One ledger entry for the batch, with the file's digest and counts; none where nothing has changed."""
        counts, batch = self.counts, self.file.batch
        if not counts.writes:
            return
        told = {
            "name": batch.name,
            "format": batch.format,
            "sha256": self._sha256,
            "rows": counts.rows,
            "new": counts.new,
            "changed": counts.changed,
            "unchanged": counts.unchanged,
            "relations": counts.relations_new,
            "relations_changed": counts.relations_changed,
            "waiting": counts.waiting.total(),
            "rejected": counts.rejected,
        }
        leaves: dict[str, Any] = {what: some for what, some in self._leaves.items() if some}
        if self._plain.new:
            leaves["claim"] = self._plain.leaves(self._leaves["claim"])
        details = {"batch": told}
        entry = ledger.Entry("import", self.desk.reviewer, self._now, new_uuid(), None, self._changes, leaves, details)
        written = ledger.append(self.conn, entry)
        batch_pk = self._plain.batch_pk
        if batch_pk is None:
            batch_pk = writing.insert_batch(self.conn, batch.name, self._sha256, written.seq)
        else:
            writing.keep_batch(self.conn, batch_pk, self._sha256, written.seq)
        if self._plain.batch_pk is None or self.counts.new > self._plain.new:
            writing.set_batch(self.conn, batch_pk, self._first_pk, self._end_pk)


def _digest(data: dict[str, Any]) -> str:
    """The digest of a row; empty, and so never equal, for one that cannot be written and will be refused by name."""
    try:
        return hashlib.sha256(ledger.canonical(data)).hexdigest()
    except TypeError:  # a lone surrogate, a number too large for any column
        return ""


def _merge(old: Claim, row: Claim) -> Claim | None:
    """The old claim with the row's content and the old decisions; None when nothing differs."""
    by_people = tuple(link for link in old.evidence if link.added_by != RULE)
    content = {name: getattr(row, name) for name in CONTENT}
    merged = old.model_copy(update={**content, "evidence": (*row.evidence, *by_people)})
    if merged == old:
        return None
    if (merged.statement, merged.evidence) != (old.statement, old.evidence):
        return rests_on_other(old, merged)
    return merged.model_copy(update={"version": old.version + 1})


def _without_id(problem: ClaimError, claim: Claim) -> str:
    """The rule's sentence without the id, which the person who wrote the row has never seen."""
    return str(problem).replace(f"claim {claim.id}: ", "").replace(f"claim {claim.id} ", "it ")
