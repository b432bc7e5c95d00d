"""Rows of tables ↔ frozen values.

A row that no value can hold was not written by this program: reading it raises Damaged.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
from pydantic import ValidationError
from sqlalchemy import RowMapping

from claims.model import Assessment, Claim, Entity, EvidenceLink, Relation, Review, WaitingLink
from evidence.model import Document, Source, stamp
from evidence.text.fold import fold_key
from factcheck.errors import Damaged

Row = dict[str, Any]
Unreadable = (ValueError, TypeError)
"""What a row that is damaged makes pydantic or orjson raise."""


def moment(time: datetime | None) -> str | None:
    """A time as it is stored."""
    return None if time is None else stamp(time)


def claim_row(claim: Claim) -> Row:
    """The columns of the claim itself; tags, names and evidence have rows of their own."""
    return {
        "id": claim.id,
        "external_id": claim.external_id,
        "statement": claim.statement,
        "search_key": search_key(claim),
        "language": claim.language,
        "kind": claim.kind,
        "checkability": claim.checkability,
        "certainty": claim.certainty,
        "claimant": claim.claimant,
        "status": claim.status,
        "verdict": claim.verdict,
        "confidence": claim.confidence,
        "reason": claim.reason,
        "credibility": claim.credibility,
        "assessment": None if claim.assessment is None else claim.assessment.model_dump_json(),
        "quantities": _list_text([item.model_dump(mode="json") for item in claim.quantities]),
        "dates": _list_text([item.model_dump(mode="json", by_alias=True) for item in claim.dates]),
        "decided_by": claim.decided_by,
        "decided_at": moment(claim.decided_at),
        "version": claim.version,
    }


def search_key(claim: Claim) -> str:
    """What a search looks through, the same in both Chinese scripts: the statement and the claim's own quote."""
    own = claim.evidence[0].exact if claim.evidence else ""
    return fold_key(f"{claim.statement}\n{own}")


def tag_rows(claim_pk: int, claim: Claim) -> list[Row]:
    """One row for each tag."""
    return [{"claim_pk": claim_pk, "position": at, "tag": tag} for at, tag in enumerate(claim.tags)]


def entity_rows(claim_pk: int, claim: Claim) -> list[Row]:
    """One row for each name."""
    return [
        {
            "claim_pk": claim_pk,
            "position": at,
            "name": entity.name,
            "key": fold_key(entity.name),
            "type": entity.type,
        }
        for at, entity in enumerate(claim.entities)
    ]


def link_rows(claim_pk: int, claim: Claim, document_pk: dict[str, int]) -> list[Row]:
    """One row for each evidence link; `document_pk` knows the documents by id."""
    return [
        {
            **link.model_dump(exclude={"document"}),
            "claim_pk": claim_pk,
            "position": at,
            "document_pk": document_pk[link.document],
        }
        for at, link in enumerate(claim.evidence)
    ]


def claim_of(
    row: RowMapping, tags: Sequence[str], entities: Sequence[RowMapping], evidence: Sequence[RowMapping]
) -> Claim:
    """The claim of a row of the claim table and of the rows that hang on it. Raises Damaged."""
    try:
        return Claim(
            **{name: row[name] for name in _CLAIM_PLAIN},
            assessment=None if row["assessment"] is None else Assessment.model_validate_json(row["assessment"]),
            quantities=orjson.loads(row["quantities"]),
            dates=orjson.loads(row["dates"]),
            tags=tuple(tags),
            entities=tuple(Entity(name=entity["name"], type=entity["type"]) for entity in entities),
            evidence=tuple(_link_of(link) for link in evidence),
        )
    except Unreadable as error:
        external = row["external_id"]
        name = row["id"] if external is None else f"{row['id']} ({external})"
        raise Damaged("claim", row["id"], name, _problem(error)) from error


_CLAIM_PLAIN = (
    "id",
    "external_id",
    "statement",
    "language",
    "kind",
    "checkability",
    "certainty",
    "claimant",
    "status",
    "verdict",
    "confidence",
    "reason",
    "credibility",
    "decided_by",
    "decided_at",
    "version",
)


def _link_of(row: RowMapping) -> EvidenceLink:
    """The link of a row of the evidence table joined with its document's id."""
    return EvidenceLink(
        document=row["document"],
        start=row["start"],
        end=row["end"],
        exact=row["exact"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        stance=row["stance"],
        directness=row["directness"],
        state=row["state"],
        added_by=row["added_by"],
    )


def relation_row(relation: Relation, a_pk: int, b_pk: int) -> Row:
    """The columns of a relation."""
    return {
        **relation.model_dump(exclude={"a", "b", "reasons", "decided_at"}),
        "a_pk": a_pk,
        "b_pk": b_pk,
        "reasons": _list_text(list(relation.reasons)),
        "decided_at": moment(relation.decided_at),
    }


def relation_of(row: RowMapping) -> Relation:
    """The relation of a row joined with the ids of its two claims. Raises Damaged."""
    try:
        return Relation(**{name: row[name] for name in _RELATION_PLAIN}, reasons=orjson.loads(row["reasons"]))
    except Unreadable as error:
        raise Damaged("relation", row["id"], row["id"], _problem(error)) from error


_RELATION_PLAIN = (
    "id",
    "a",
    "b",
    "kind",
    "facet",
    "state",
    "conflict",
    "resolution",
    "added_by",
    "decided_by",
    "decided_at",
    "version",
)


def review_row(review: Review, claim_pk: int) -> Row:
    """The columns of one reviewer's judgement."""
    return {
        **review.model_dump(exclude={"claim", "asked_at", "given_at"}),
        "claim_pk": claim_pk,
        "blind": int(review.blind),
        "asked_at": moment(review.asked_at),
        "given_at": moment(review.given_at),
    }


def review_of(row: RowMapping) -> Review:
    """The judgement of a row joined with the id of its claim. Raises Damaged."""
    try:
        return Review(**{name: row[name] for name in Review.model_fields})
    except Unreadable as error:
        raise Damaged("review", row["id"], f"{row['id']} (by {row['reviewer']})", _problem(error)) from error


_WAITING_PLAIN = ("id", "claim", "document")


def waiting_row(waiting: WaitingLink, claim_pk: int) -> Row:
    """The columns of a link that waits for its document."""
    link = waiting.model_dump(mode="json", exclude=set(_WAITING_PLAIN))
    text = orjson.dumps(link, option=orjson.OPT_SORT_KEYS).decode()
    return {"id": waiting.id, "claim_pk": claim_pk, "document": waiting.document, "link": text}


def waiting_of(row: RowMapping) -> WaitingLink:
    """The waiting link of a row joined with the id of its claim. Raises Damaged."""
    try:
        return WaitingLink(**{name: row[name] for name in _WAITING_PLAIN}, **orjson.loads(row["link"]))
    except Unreadable as error:
        raise Damaged("waiting link", row["id"], row["id"], _problem(error)) from error


def document_row(document: Document, source_pk: int | None, replaces_pk: int | None) -> Row:
    """The columns of a document."""
    return {
        **document.model_dump(exclude={"source", "replaces", "retrieved", "marks"}),
        "marks": _list_text([mark.model_dump(mode="json") for mark in document.marks]),
        "retrieved": stamp(document.retrieved),
        "source_pk": source_pk,
        "replaces_pk": replaces_pk,
    }


def document_of(row: RowMapping) -> Document:
    """The document of a row joined with the name of its source and the id of what it replaces. Raises Damaged."""
    plain = {name: row[name] for name in Document.model_fields if name != "marks"}
    try:
        return Document(**plain, marks=orjson.loads(row["marks"]))
    except Unreadable as error:
        raise Damaged("document", row["id"], f"{row['id']} ({row['name']})", _problem(error)) from error


def source_of(row: RowMapping) -> Source:
    """The source of a row. Raises Damaged."""
    try:
        return Source(**{name: row[name] for name in Source.model_fields})
    except Unreadable as error:
        raise Damaged("source", row["id"], row["name"], _problem(error)) from error


def _problem(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def _list_text(items: list[Any]) -> str:
    return orjson.dumps(items, option=orjson.OPT_SORT_KEYS).decode()
