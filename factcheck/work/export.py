"""Gather what an export tells and hand it to the format that writes it."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from claims.model import Claim, Relation, RelationKind, RelationState, Status, Verdict
from factcheck.errors import FactcheckError
from factcheck.formats import lossless, markdown
from factcheck.formats.report import Pair, Report, Shelf
from factcheck.store import ledger, reading
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk
from factcheck.work.stats import count_in

AGREEMENTS = frozenset(
    {RelationKind.DUPLICATES, RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.SUPERSEDES}
)


class Format(StrEnum):
    """What an export can be written in."""

    JSON = "json"
    MARKDOWN = "markdown"


def write_export(desk: Desk, format_: Format) -> Iterator[bytes]:
    """The export in pieces, from one reading transaction: one state of the dossier, the same bytes every time.

    Raises FactcheckError when nothing was ever written to the dossier.
    """
    with desk.store.reading() as conn:
        header = _header(conn)
        if format_ is Format.JSON:
            yield from _lossless(conn, header)
        else:
            yield from markdown.write(gather(conn, header))


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
    )


def gather(conn: Connection, header: lossless.Header | None = None) -> Report:
    """Everything a report tells."""
    header = header or _header(conn)
    shelf = Shelf(reading.documents(conn), reading.sources(conn), reading.replaced_ids(conn))
    claims = sorted(reading.claims(conn), key=lambda claim: _place(shelf, claim))
    by_id = {claim.id: claim for claim in claims}
    relations = [item for item in reading.relations(conn) if item.state is not RelationState.REJECTED]
    related: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        related[relation.a].append(relation)
        related[relation.b].append(relation)
    pairs = [(item, *_in_order(shelf, by_id, item)) for item in relations]
    pairs.sort(key=lambda pair: (_place(shelf, pair[1]), _place(shelf, pair[2]), pair[0].id))
    numbers = count_in(conn)
    return Report(
        header=header,
        shelf=shelf,
        total=numbers.claims,
        status=numbers.status,
        verdict=numbers.verdict,
        checkability=numbers.checkability,
        last_entry=ledger.last_time(conn),
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
        related={id_: tuple(some) for id_, some in related.items()},
        statements={id_: by_id[id_].statement for id_ in related},
    )


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
