"""Queries: from tables to values. Nothing here writes.

A row that cannot be read raises Damaged, or is told to `damaged` and left out where a caller wants to go on.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Select, TextClause, bindparam, func, or_, select, text

from claims.model import Claim, Relation, RelationKind, RelationState
from evidence.model import Document, Source
from factcheck.errors import Damaged, UnknownReference
from factcheck.store import filters
from factcheck.store.filters import Filter
from factcheck.store.mapping import claim_of, document_of, relation_of, source_of
from factcheck.store.tables import (
    batch,
    claim,
    claim_entity,
    claim_tag,
    document,
    dossier,
    evidence_link,
    relation,
    snapshot,
    source,
)

CHUNK = 500
"""Claims that are loaded together with what hangs on them."""
OnDamage = Callable[[Damaged], None] | None
"""Told of a row that cannot be read; None where such a row ends the reading."""

Made = TypeVar("Made")


# ── the dossier ────────────────────────────────────────────────────────────────────────────────────


def dossier_row(conn: Connection) -> tuple[str, str | None, str] | None:
    """(uuid, title, created), None while nothing has been written."""
    row = conn.execute(select(dossier.c.uuid, dossier.c.title, dossier.c.created)).one_or_none()
    return None if row is None else (row[0], row[1], row[2])


# ── sources and documents ──────────────────────────────────────────────────────────────────────────


def sources(conn: Connection, *, damaged: OnDamage = None) -> list[Source]:
    """All sources, in the order in which they came."""
    return list(made(conn.execute(select(source).order_by(source.c.pk)).mappings(), source_of, damaged))


def made(rows: Iterable[Any], make: Callable[[Any], Made], damaged: OnDamage) -> Iterator[Made]:
    """The values of rows; one that cannot be read is told to `damaged`, or raises Damaged where that is None."""
    for row in rows:
        try:
            made = make(row)
        except Damaged as damage:
            if damaged is None:
                raise
            damaged(damage)
        else:
            yield made


def source_pk(conn: Connection, name: str) -> int | None:
    """The key of the source of this name."""
    return conn.execute(select(source.c.pk).where(source.c.name == name)).scalar_one_or_none()


def find_source(conn: Connection, reference: str) -> Source:
    """The source of this name or id. Raises UnknownReference."""
    row = conn.execute(select(source).where(or_(source.c.name == reference, source.c.id == reference))).mappings()
    found = row.one_or_none()
    if found is None:
        raise UnknownReference("source", reference)
    return source_of(found)


_replaced = document.alias("replaced")


def _documents() -> Select[Any]:
    return (
        select(document, source.c.name.label("source"), _replaced.c.id.label("replaces"))
        .outerjoin(source, source.c.pk == document.c.source_pk)
        .outerjoin(_replaced, _replaced.c.pk == document.c.replaces_pk)
    )


def documents(conn: Connection, *, damaged: OnDamage = None) -> list[Document]:
    """All documents, with their texts, in the order in which they came."""
    return list(made(conn.execute(_documents().order_by(document.c.pk)).mappings(), document_of, damaged))


def find_document(conn: Connection, reference: str) -> Document:
    """The document of this id (or the beginning of it), SHA-256 or name; the newest when versions share a name.

    Raises UnknownReference.
    """
    for matches in (
        or_(document.c.id == reference, document.c.sha256 == reference),
        document.c.name == reference,
        document.c.id.startswith(reference, autoescape=True),
    ):
        found = [
            document_of(row) for row in conn.execute(_documents().where(matches).order_by(document.c.pk)).mappings()
        ]
        replaced = {item.replaces for item in found}
        found = [item for item in found if item.id not in replaced]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownReference("document", reference, [item.id for item in found])
    raise UnknownReference("document", reference)


def newest_version(conn: Connection, name: str, source_name: str | None) -> Document | None:
    """The newest document of this name and source."""
    same_source = source.c.name.is_(None) if source_name is None else source.c.name == source_name
    query = _documents().where(document.c.name == name, same_source).order_by(document.c.pk.desc()).limit(1)
    row = conn.execute(query).mappings().one_or_none()
    return None if row is None else document_of(row)


def same_bytes(conn: Connection, sha256: str) -> Document | None:
    """The document that holds these bytes already."""
    row = conn.execute(_documents().where(document.c.sha256 == sha256)).mappings().one_or_none()
    return None if row is None else document_of(row)


def document_pks(conn: Connection) -> dict[str, int]:
    """Keys of all documents by id."""
    return {row[0]: row[1] for row in conn.execute(select(document.c.id, document.c.pk))}


_digests = select(document.c.id, document.c.sha256).where(document.c.id.in_(bindparam("ids", expanding=True)))


def document_digests(conn: Connection, ids: Iterable[str]) -> dict[str, str]:
    """SHA-256 of documents by id."""
    return {row[0]: row[1] for row in conn.execute(_digests, {"ids": list(ids)})}


def replaced_ids(conn: Connection) -> dict[str, str]:
    """Ids of documents that have a newer version, with the id of that version."""
    query = select(_replaced.c.id, document.c.id).join(_replaced, _replaced.c.pk == document.c.replaces_pk)
    return {row[0]: row[1] for row in conn.execute(query)}


def snapshot_bytes(conn: Connection, sha256: str) -> bytes | None:
    """The bytes as received."""
    return conn.execute(select(snapshot.c.bytes).where(snapshot.c.sha256 == sha256)).scalar_one_or_none()


# ── claims ─────────────────────────────────────────────────────────────────────────────────────────


def condition(wanted: Filter) -> TextClause:
    """The filter as SQL."""
    test, given = filters.condition(wanted)
    return text(test).bindparams(**given)


def claims(
    conn: Connection, wanted: Filter | None = None, *, limit: int | None = None, damaged: OnDamage = None
) -> Iterator[Claim]:
    """Claims in the order in which they came, loaded chunk by chunk; memory does not grow with their number."""
    return paged(lambda after, size: claims_page(conn, wanted, after, size, damaged), limit)


Page = tuple[list[Claim], int | None]


def paged(page: Callable[[int, int], Page], limit: int | None) -> Iterator[Claim]:
    """The claims of page after page; `page` is told the key to go on from and how many claims are wanted."""
    after, left = 0, limit
    while left is None or left > 0:
        found, last = page(after, CHUNK if left is None else min(CHUNK, left))
        yield from found
        if last is None:
            return
        after = last
        left = None if left is None else left - len(found)


def claims_page(conn: Connection, wanted: Filter | None, after: int, size: int, damaged: OnDamage = None) -> Page:
    """Up to `size` claims with keys greater than `after`, and the last key; None when there is nothing more."""
    test = condition(wanted or Filter())
    query = select(claim).where(test, claim.c.pk > after).order_by(claim.c.pk).limit(size)
    rows = list(conn.execute(query).mappings())
    return list(_with_parts(conn, rows, damaged)), rows[-1]["pk"] if rows else None


# Made once: a decision, which should feel like nothing, would else spend a millisecond on composing them.
_pks: BindParameter[Any] = bindparam("pks", expanding=True)
_tags = (
    select(claim_tag.c.claim_pk, claim_tag.c.tag)
    .where(claim_tag.c.claim_pk.in_(_pks))
    .order_by(claim_tag.c.claim_pk, claim_tag.c.position)
)
_entities = (
    select(claim_entity.c.claim_pk, claim_entity.c.name, claim_entity.c.type)
    .where(claim_entity.c.claim_pk.in_(_pks))
    .order_by(claim_entity.c.claim_pk, claim_entity.c.position)
)
_links = (
    select(evidence_link, document.c.id.label("document"))
    .join(document, document.c.pk == evidence_link.c.document_pk)
    .where(evidence_link.c.claim_pk.in_(_pks))
    .order_by(evidence_link.c.claim_pk, evidence_link.c.position)
)
_claims = select(claim).where(claim.c.pk.in_(_pks)).order_by(claim.c.pk)
_named = (
    select(claim.c.pk, claim.c.id)
    .where(or_(claim.c.id == bindparam("reference"), claim.c.external_id == bindparam("reference")))
    .order_by(claim.c.id)
    .limit(5)
)


def _with_parts(conn: Connection, rows: Sequence[Any], damaged: OnDamage = None) -> Iterator[Claim]:
    given = {"pks": [row["pk"] for row in rows]}
    tags: dict[int, list[str]] = defaultdict(list)
    for row in conn.execute(_tags, given):
        tags[row[0]].append(row[1])
    entities: dict[int, list[Any]] = defaultdict(list)
    for named in conn.execute(_entities, given).mappings():
        entities[named["claim_pk"]].append(named)
    links: dict[int, list[Any]] = defaultdict(list)
    for link in conn.execute(_links, given).mappings():
        links[link["claim_pk"]].append(link)
    yield from made(rows, lambda row: claim_of(row, tags[row["pk"]], entities[row["pk"]], links[row["pk"]]), damaged)


def claim_count(conn: Connection, wanted: Filter | None = None) -> int:
    """How many claims answer the filter."""
    query = select(func.count()).select_from(claim).where(condition(wanted or Filter()))
    return conn.execute(query).scalar_one()


def claim_pk(conn: Connection, reference: str) -> tuple[int, str]:
    """(key, id) of the claim of this id (or the beginning of it, 4 characters or more) or external id.

    Raises UnknownReference.
    """
    found = conn.execute(_named, {"reference": reference}).all()
    if not found and len(reference) >= 4:
        begins = claim.c.id.startswith(reference.lower(), autoescape=True)
        found = conn.execute(select(claim.c.pk, claim.c.id).where(begins).order_by(claim.c.id).limit(5)).all()
    if len(found) != 1:
        raise UnknownReference("claim", reference, [str(row[1]) for row in found])
    pk, id_ = found[0]
    return pk, id_


def find_claim(conn: Connection, reference: str) -> Claim:
    """The claim of this id, beginning of an id, or external id. Raises UnknownReference."""
    pk, _ = claim_pk(conn, reference)
    return claims_by_pk(conn, [pk])[0]


def claims_by_pk(conn: Connection, pks: Sequence[int]) -> list[Claim]:
    """Claims by key, in the order of the keys."""
    rows = list(conn.execute(_claims, {"pks": list(pks)}).mappings())
    return list(_with_parts(conn, rows))


def claims_by_id(conn: Connection, ids: Sequence[str]) -> Iterator[Claim]:
    """Those of the claims with these ids that exist."""
    for start in range(0, len(ids), CHUNK):
        query = select(claim).where(claim.c.id.in_(ids[start : start + CHUNK])).order_by(claim.c.pk)
        yield from _with_parts(conn, list(conn.execute(query).mappings()))


def claim_ids(conn: Connection, references: Sequence[str]) -> dict[str, str]:
    """Ids of claims by external id, and by id itself, for those of `references` that exist."""
    known: dict[str, str] = {}
    for start in range(0, len(references), CHUNK):
        some = references[start : start + CHUNK]
        query = select(claim.c.id, claim.c.external_id).where(or_(claim.c.id.in_(some), claim.c.external_id.in_(some)))
        for id_, external in conn.execute(query):
            known[id_] = id_
            if external is not None:
                known[external] = id_
    return known


def claim_pks(conn: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Keys of claims by id."""
    known: dict[str, int] = {}
    for start in range(0, len(ids), CHUNK):
        query = select(claim.c.id, claim.c.pk).where(claim.c.id.in_(ids[start : start + CHUNK]))
        known.update((row[0], row[1]) for row in conn.execute(query))
    return known


def record_digests(conn: Connection, ids: Sequence[str]) -> dict[str, str | None]:
    """What each claim was imported from, by id, for those of `ids` that exist."""
    known: dict[str, str | None] = {}
    for start in range(0, len(ids), CHUNK):
        query = select(claim.c.id, claim.c.record_sha256).where(claim.c.id.in_(ids[start : start + CHUNK]))
        known.update((row[0], row[1]) for row in conn.execute(query))
    return known


def external_digests(conn: Connection, externals: Sequence[str]) -> dict[str, str | None]:
    """What each claim was imported from, by external id, for those of `externals` that exist."""
    known: dict[str, str | None] = {}
    for start in range(0, len(externals), CHUNK):
        some = externals[start : start + CHUNK]
        query = select(claim.c.external_id, claim.c.record_sha256).where(claim.c.external_id.in_(some))
        known.update((str(row[0]), row[1]) for row in conn.execute(query))
    return known


def claims_on(conn: Connection, document_id: str) -> list[Claim]:
    """The claims with a quote from this document, in the order of their place in it."""
    query = (
        select(claim.c.pk)
        .join(evidence_link, evidence_link.c.claim_pk == claim.c.pk)
        .join(document, document.c.pk == evidence_link.c.document_pk)
        .where(document.c.id == document_id)
        .distinct()
    )
    pks = sorted(row[0] for row in conn.execute(query))
    return [found for at in range(0, len(pks), CHUNK) for found in claims_by_pk(conn, pks[at : at + CHUNK])]


def batch_of(conn: Connection, claim_id: str) -> int | None:
    """The ledger entry of the import that brought the claim."""
    query = select(batch.c.seq).join(claim, claim.c.batch_pk == batch.c.pk).where(claim.c.id == claim_id)
    return conn.execute(query).scalar_one_or_none()


# ── relations ──────────────────────────────────────────────────────────────────────────────────────

_a, _b = claim.alias("claim_a"), claim.alias("claim_b")


def _relations() -> Select[Any]:
    return (
        select(relation, _a.c.id.label("a"), _b.c.id.label("b"))
        .join(_a, _a.c.pk == relation.c.a_pk)
        .join(_b, _b.c.pk == relation.c.b_pk)
        .order_by(relation.c.pk)
    )


def relations(conn: Connection, *, kind: RelationKind | None = None, damaged: OnDamage = None) -> Iterator[Relation]:
    """All relations, or all of one kind, in the order in which they came."""
    query = _relations() if kind is None else _relations().where(relation.c.kind == kind)
    with conn.execute(query.execution_options(yield_per=CHUNK)) as rows:
        yield from made(rows.mappings(), relation_of, damaged)


def relations_of(conn: Connection, claim_id: str) -> list[Relation]:
    """The relations of one claim."""
    pk = select(claim.c.pk).where(claim.c.id == claim_id).scalar_subquery()
    # Not "a OR b": that walks through all relations there are, and this is asked after every verdict.
    first, second = (select(relation.c.pk).where(end == pk) for end in (relation.c.a_pk, relation.c.b_pk))
    query = _relations().where(relation.c.pk.in_(first.union_all(second)))
    return [relation_of(row) for row in conn.execute(query).mappings()]


def find_relation(conn: Connection, id_: str) -> Relation | None:
    """The relation of this id."""
    row = conn.execute(_relations().where(relation.c.id == id_)).mappings().one_or_none()
    return None if row is None else relation_of(row)


def relations_by_id(conn: Connection, ids: Sequence[str]) -> dict[str, Relation]:
    """Those of the relations with these ids that exist, by id."""
    found: dict[str, Relation] = {}
    for start in range(0, len(ids), CHUNK):
        query = _relations().where(relation.c.id.in_(ids[start : start + CHUNK]))
        found.update((row["id"], relation_of(row)) for row in conn.execute(query).mappings())
    return found


def relation_ids(conn: Connection, ids: Sequence[str]) -> set[str]:
    """Those of `ids` that exist."""
    known: set[str] = set()
    for start in range(0, len(ids), CHUNK):
        known.update(conn.execute(select(relation.c.id).where(relation.c.id.in_(ids[start : start + CHUNK]))).scalars())
    return known


# ── counts ─────────────────────────────────────────────────────────────────────────────────────────


def counts(conn: Connection, column: str) -> dict[str, int]:
    """How many claims have each value of a column; nulls are counted as ''."""
    by = claim.c[column]
    return {row[0] or "": row[1] for row in conn.execute(select(by, func.count()).group_by(by))}


def conflict_counts(conn: Connection) -> dict[str, int]:
    """How many conflicts are on each course; rejected ones are none."""
    query = (
        select(relation.c.conflict, func.count())
        .where(relation.c.kind == RelationKind.CONFLICTS, relation.c.state != RelationState.REJECTED)
        .group_by(relation.c.conflict)
    )
    return {row[0] or "": row[1] for row in conn.execute(query)}


def document_count(conn: Connection) -> int:
    """How many documents there are."""
    return conn.execute(select(func.count()).select_from(document)).scalar_one()


def relation_counts(conn: Connection) -> dict[tuple[str, str], int]:
    """How many relations there are of each (kind, state)."""
    query = select(relation.c.kind, relation.c.state, func.count()).group_by(relation.c.kind, relation.c.state)
    return {(row[0], row[1]): row[2] for row in conn.execute(query)}


def claims_per_source(conn: Connection) -> dict[str, int]:
    """How many claims quote each source, by the source's name; '' where the document names none."""
    query = (
        select(source.c.name, func.count(evidence_link.c.claim_pk.distinct()))
        .select_from(evidence_link)
        .join(document, document.c.pk == evidence_link.c.document_pk)
        .outerjoin(source, source.c.pk == document.c.source_pk)
        .group_by(source.c.name)
    )
    return {row[0] or "": row[1] for row in conn.execute(query)}
