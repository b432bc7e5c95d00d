"""Gather what an export tells and hand it to the format that writes it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from claims.model import Checkability, Claim, Relation, RelationKind, RelationState, Status, Verdict
from evidence.model import stamp
from factcheck.errors import FactcheckError
from factcheck.formats import claim_records, claimreview_out, html, lossless, markdown, xlsx_out
from factcheck.formats.claimreview_out import Publishing
from factcheck.formats.labels import ReportLanguage, labels
from factcheck.formats.report import Pair, Report, Shelf
from factcheck.store import ledger, reading, reviews, waiting
from factcheck.store.engine import Connection
from factcheck.store.filters import Filter
from factcheck.work import export_rows
from factcheck.work.desk import Desk

AGREEMENTS = frozenset(
    {RelationKind.DUPLICATES, RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.SUPERSEDES}
)


class Format(StrEnum):
    """What an export can be written in."""

    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    CLAIMREVIEW = "claimreview"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims an export tells of, and how it is published; nothing set means all of them, as they are."""

    wanted: Filter = field(default_factory=Filter)
    since: str | None = None
    """Only what was decided on this day (ISO, UTC) or later."""
    title: str | None = None
    publishing: Publishing | None = None
    as_of: datetime | None = None
    """The moment, in UTC, as of which the dossier is told; None for now."""

    @property
    def limits(self) -> str:
        """In words, which claims alone are told of; empty for all."""
        told = {name: getattr(self.wanted, name) for name in ("status", "verdict", "source")} | {"since": self.since}
        return ", ".join(f"{name} {str(value).replace('_', ' ')}" for name, value in told.items() if value)

    def check(self, conn: Connection) -> None:
        """Raises UnknownReference for a source that is not there."""
        if self.wanted.source is not None:
            reading.find_source(conn, self.wanted.source)

    def claims(self, conn: Connection) -> Iterator[Claim]:
        """The claims, in the order in which they came."""
        for claim in reading.claims(conn, self.wanted):
            if self.since is None or (claim.decided_at is not None and stamp(claim.decided_at)[:10] >= self.since):
                yield claim


ALL = Choice()


def write_export(
    desk: Desk, format_: Format, language: ReportLanguage = ReportLanguage.ENGLISH, choice: Choice = ALL
) -> Iterator[bytes]:
    """The export in pieces, from one reading transaction: one state of the dossier, the same bytes every time.

    Raises FactcheckError when nothing was ever written to the dossier, and for what the format cannot tell.
    """
    with _at(desk, choice) as then:
        yield from _written(then, format_, language, choice)


@contextmanager
def _at(desk: Desk, choice: Choice) -> Iterator[Desk]:
    """The desk at which the dossier is as the choice wants it."""
    if choice.as_of is None:
        yield desk
        return
    from factcheck.work.as_of import as_of  # noqa: PLC0415 - few exports look back

    with as_of(desk, choice.as_of) as then:
        yield then


def _written(desk: Desk, format_: Format, language: ReportLanguage, choice: Choice) -> Iterator[bytes]:
    with desk.store.reading() as conn:
        header = _header(conn)
        choice.check(conn)
        if format_ is Format.JSON:
            if choice != ALL:
                raise FactcheckError("json is the whole dossier under its own title; choose from it in another format")
            yield from _lossless(conn, header)
        elif format_ is Format.JSONL:
            yield from claim_records.write_jsonl(_records(conn, choice))
        elif format_ is Format.CSV:
            yield from claim_records.write_csv(_records(conn, choice))
        elif format_ is Format.XLSX:
            yield from xlsx_out.write(_records(conn, choice))
        elif format_ is Format.CLAIMREVIEW:
            for _ in _reviews(conn, language, choice):  # all of them are valid before the first is written
                pass
            yield from claimreview_out.graph(told for _, told in _reviews(conn, language, choice))
        elif format_ is Format.HTML:
            yield from html.write(gather(conn, header, choice), labels(language))
        else:
            yield from markdown.write(gather(conn, header, choice))


def write_reviews(desk: Desk, language: ReportLanguage, choice: Choice) -> Iterator[tuple[str, bytes]]:
    """(id of the claim, its ClaimReview) of every claim with a verdict, once all are known to be valid."""
    with _at(desk, choice) as then, then.store.reading() as conn:
        _header(conn)
        choice.check(conn)
        for _ in _reviews(conn, language, choice):
            pass
        for id_, told in _reviews(conn, language, choice):
            yield id_, claimreview_out.alone(told)


def _reviews(conn: Connection, language: ReportLanguage, choice: Choice) -> Iterator[tuple[str, dict[str, Any]]]:
    """Raises FactcheckError where there is nothing to publish, or nowhere to publish it."""
    if choice.publishing is None:
        raise FactcheckError("not publishable: ClaimReview needs --base-url, below which each claim has its own page")
    documents = {document.id: document for document in reading.documents(conn)}
    none = True
    for claim in choice.claims(conn):
        if claimreview_out.publishable(claim):
            none = False
            yield claim.id, claimreview_out.review(claim, documents, choice.publishing, language)
    if none:
        raise FactcheckError("not publishable: no claim has a verdict that stands")


def _header(conn: Connection) -> lossless.Header:
    row = reading.dossier_row(conn)
    if row is None:
        raise FactcheckError("the dossier is empty: `factcheck add` a document or `factcheck import` claims first")
    seq, hash_ = ledger.current_head(conn)
    return lossless.Header(*row, seq, hash_)


def _lossless(conn: Connection, header: lossless.Header) -> Iterator[bytes]:
    documents = reading.documents(conn)
    return lossless.write(
        header,
        (entry.body for entry in ledger.entries(conn)),
        reading.sources(conn),
        ((item, reading.snapshot_bytes(conn, item.sha256) or b"") for item in documents),
        reading.claims(conn),
        reading.relations(conn),
        reviews.reviews(conn),
        waiting.waiting_links(conn),
    )


def _records(conn: Connection, choice: Choice) -> Iterator[dict[str, Any]]:
    """Every claim as the record that `import` reads; a relation is told from its first claim, if both are there."""
    told: dict[str, list[Relation]] = defaultdict(list)
    chosen = export_rows.ids(conn, choice.wanted, choice.since) if choice.limits else None
    for relation in reading.relations(conn):
        if chosen is None or {relation.a, relation.b} <= chosen:
            told[relation.a].append(relation)
    return export_rows.records(conn, choice.wanted, choice.since, told)


def gather(conn: Connection, header: lossless.Header | None = None, choice: Choice = ALL) -> Report:
    """Everything a report tells."""
    header = _titled(header or _header(conn), choice)
    shelf = Shelf(reading.documents(conn), reading.sources(conn), reading.replaced_ids(conn))
    claims = sorted(choice.claims(conn), key=lambda claim: _place(shelf, claim))
    by_id = {claim.id: claim for claim in claims}
    relations = [
        item
        for item in reading.relations(conn)
        if item.state is not RelationState.REJECTED and item.a in by_id and item.b in by_id
    ]
    related: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        related[relation.a].append(relation)
        related[relation.b].append(relation)
    pairs = [(item, *_in_order(shelf, by_id, item)) for item in relations]
    pairs.sort(key=lambda pair: (_place(shelf, pair[1]), _place(shelf, pair[2]), pair[0].id))
    return Report(
        header=header,
        shelf=shelf,
        total=len(claims),
        status=_counted(Status, [claim.status for claim in claims]),
        verdict=_counted(Verdict, [claim.verdict for claim in claims]),
        checkability=_counted(Checkability, [claim.checkability for claim in claims]),
        last_entry=ledger.last_time(conn),
        as_of=None if choice.as_of is None else stamp(choice.as_of),
        conflicts=tuple(Pair(*pair) for pair in pairs if pair[0].kind is RelationKind.CONFLICTS),
        agreements=tuple(Pair(*pair) for pair in pairs if pair[0].kind in AGREEMENTS),
        decided={
            verdict: tuple(claim for claim in claims if claim.status is Status.DECIDED and claim.verdict is verdict)
            for verdict in Verdict
        },
        undecided={
            status: tuple(claim for claim in claims if claim.status is status)
            for status in Status
            if status is not Status.DECIDED
        },
        per_document=Counter(claim.evidence[0].document for claim in claims if claim.evidence),
        related={id_: tuple(some) for id_, some in related.items()},
        statements={id_: by_id[id_].statement for id_ in related},
    )


def _titled(header: lossless.Header, choice: Choice) -> lossless.Header:
    """The header under another title, which says so where not all claims are told of."""
    title = choice.title or header.title
    if choice.limits:
        title = f"{title} (only {choice.limits})" if title else f"only {choice.limits}"
    return replace(header, title=title)


def _counted(words: type[Status | Verdict | Checkability], found: Sequence[str | None]) -> dict[str, int]:
    """How often each word of a vocabulary is there, also when that is never."""
    numbers = Counter(found)
    return {word.value: numbers[word.value] for word in words}


def _place(shelf: Shelf, claim: Claim) -> tuple[int, int, str]:
    """Where a claim stands in the report: by document as they came, then by place in it; without a quote last."""
    if not claim.evidence:
        return (len(shelf.documents), 0, claim.id)
    first = claim.evidence[0]
    return (shelf.position(first.document), first.start, claim.id)


def _in_order(shelf: Shelf, by_id: dict[str, Claim], relation: Relation) -> tuple[Claim, Claim]:
    """The two claims, the one of the earlier document first where the relation has no direction of its own."""
    a, b = by_id[relation.a], by_id[relation.b]
    if relation.kind in {RelationKind.REFINES, RelationKind.SUPERSEDES}:
        return a, b
    return (a, b) if _place(shelf, a) <= _place(shelf, b) else (b, a)
