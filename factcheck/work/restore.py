"""Bring a lossless export into an empty dossier: the same tables, the same ledger, the same head."""

from collections.abc import Callable
from typing import Any

from factcheck.errors import FactcheckError, FileProblem, Refused
from factcheck.formats import lossless
from factcheck.store import ledger, reading, reviews, waiting, writing
from factcheck.store.anchors import Anchor
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk
from factcheck.work.verify import check_in


def restore_export(
    desk: Desk, data: bytes, name: str, *, progress: Callable[[str], None] = lambda step: None
) -> lossless.Export:
    """Fill the empty dossier from an export; nothing is written unless everything in it agrees with its ledger.

    Raises FileProblem for an export that is damaged or tampered with, and FactcheckError when the dossier holds
    something else already. A dossier that is already at the export's head is left as it is.
    """
    try:
        export = lossless.read(data)
    except ValueError as error:
        raise FileProblem(name, str(error)) from error
    try:
        new = _fill(desk, export, name, progress)
    except Refused as error:
        raise FileProblem(name, f"does not hold together: {error.words}") from error
    desk.anchor(new)
    return export


def _fill(desk: Desk, export: lossless.Export, name: str, progress: Callable[[str], None]) -> list[Anchor]:
    """Write everything and check it; returns the new entries."""
    with desk.store.writing() as conn:
        if ledger.current_head(conn) == (export.header.seq, export.header.hash):
            return []
        if reading.dossier_row(conn) is not None:
            words = "this dossier already holds something; a whole export goes into an empty one (`factcheck init`)"
            raise FactcheckError(f"{name}: {words}")
        progress("reading the ledger")
        records = _ledger(conn, export, name)
        progress("writing documents, claims and relations")
        try:
            _tables(conn, export, records)
        except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
            raise FileProblem(name, f"does not hold together ({error})") from error
        progress("checking everything against the ledger")
        wrong = check_in(conn, [(export.header.seq, export.header.hash)]).findings
        if wrong:
            raise FileProblem(name, f"does not agree with its own ledger: {wrong[0]}")
        return ledger.hashes_after(conn, 0)


def _ledger(conn: Connection, export: lossless.Export, name: str) -> list[dict[str, Any]]:
    records = []
    for number, body in enumerate(export.entries, 1):
        try:
            record = ledger.Written(number, "", "", body).record()
            subjects = {str(change["id"]) for change in record["changes"]}
            ledger.append_body(conn, str(record["uuid"]), body)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise FileProblem(name, f"ledger entry {number} cannot be read ({error})") from error
        ledger.insert_subjects(conn, number, subjects)
        records.append(record)
    if ledger.current_head(conn) != (export.header.seq, export.header.hash):
        raise FileProblem(name, "its ledger does not end in the head that it names")
    return records


def _tables(conn: Connection, export: lossless.Export, records: list[dict[str, Any]]) -> None:
    head = export.header
    writing.insert_dossier(conn, head.uuid, head.title, head.created)
    for source in export.sources:
        writing.insert_source(conn, source)
    for document, data in export.documents:
        writing.insert_document(conn, document, data)
    writing.insert_claims(conn, export.claims)
    writing.insert_relations(conn, export.relations)
    reviews.insert_reviews(conn, export.reviews)
    waiting.insert_waiting(conn, export.waiting)
    brought: dict[str, int] = {}
    for number, record in enumerate(records, 1):
        claims = record["leaves"].get("claim", {})
        for id_ in [id_ for id_, leaf in claims.items() if leaf is None]:  # taken back; it may have come again
            brought.pop(id_, None)
        if "batch" in record:
            told = record["batch"]
            pk = writing.insert_batch(conn, told["name"], told["sha256"], number)
            for id_ in claims:
                brought.setdefault(id_, pk)
    writing.set_batches(conn, brought)
