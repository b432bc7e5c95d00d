"""From values to tables. Everything here runs inside a transaction of `Store.writing()`, next to its ledger entry."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Column, Connection, bindparam, delete, func, insert, select, update

from claims.model import Claim, Relation
from evidence.model import Document, Source
from factcheck.errors import Stale
from factcheck.store import mapping, pairs, reading, search
from factcheck.store.tables import (
    batch,
    claim,
    claim_entity,
    claim_tag,
    document,
    dossier,
    evidence_link,
    ledger,
    presence,
    relation,
    snapshot,
    source,
)


def insert_dossier(conn: Connection, uuid: str, title: str | None, created: str) -> None:
    """The one row that names the dossier."""
    conn.execute(insert(dossier).values(pk=1, uuid=uuid, title=title, created=created))


def insert_source(conn: Connection, new: Source) -> None:
    """A source that is not there yet."""
    conn.execute(insert(source).values(**new.model_dump()))


def update_source(conn: Connection, changed: Source, *, seen: int) -> None:
    """Save a source whose version the reviewer saw. Raises Stale."""
    values = {"reliability": changed.reliability, "note": changed.note, "version": changed.version}
    done = conn.execute(update(source).where(source.c.id == changed.id, source.c.version == seen).values(**values))
    if done.rowcount != 1:
        now = reading.find_source(conn, changed.id)
        raise Stale(f"source {changed.name}", seen, now.version, f"reliability {now.reliability}")


def insert_document(conn: Connection, new: Document, data: bytes) -> None:
    """A document and its bytes."""
    source_pk = None if new.source is None else reading.source_pk(conn, new.source)
    replaces_pk = None if new.replaces is None else reading.document_pks(conn)[new.replaces]
    conn.execute(insert(snapshot).values(sha256=new.sha256, bytes=data))
    conn.execute(insert(document).values(**mapping.document_row(new, source_pk, replaces_pk)))


def update_document(conn: Connection, changed: Document) -> None:
    """Save what people say about a document; its bytes and text never change."""
    source_pk = None if changed.source is None else reading.source_pk(conn, changed.source)
    said = changed.model_dump(include={"title", "author", "published", "language", "origin", "independence", "url"})
    conn.execute(update(document).where(document.c.id == changed.id).values(**said, source_pk=source_pk))


def promise_batch(conn: Connection, name: str) -> int | None:
    """A bulk write whose claims come before its ledger entry; returns its key, for `keep_batch` in this transaction.

    Until then it points at some other entry that is no bulk write, such as the first one of all; None without one.
    """
    other = select(ledger.c.seq).where(ledger.c.seq.not_in(select(batch.c.seq))).order_by(ledger.c.seq).limit(1)
    seq = conn.execute(other).scalar_one_or_none()
    return None if seq is None else insert_batch(conn, name, "", seq)


def keep_batch(conn: Connection, pk: int, sha256: str, seq: int) -> None:
    """Note the digest and the ledger entry of a bulk write that was promised."""
    conn.execute(update(batch).where(batch.c.pk == pk).values(sha256=sha256, seq=seq))


def insert_batch(conn: Connection, name: str, sha256: str, seq: int) -> int:
    """A bulk write; returns its key."""
    pk = _next_pk(conn, batch.c.pk)
    conn.execute(insert(batch).values(pk=pk, name=name, sha256=sha256, seq=seq))
    return pk


def insert_claims(conn: Connection, new: Sequence[Claim], *, record_sha256: Sequence[str | None] | None = None) -> None:
    """New claims with their tags, names and evidence, a statement for each table."""
    if not new:
        return
    first = _next_pk(conn, claim.c.pk)
    digests = record_sha256 or [None] * len(new)
    documents = reading.document_pks(conn) if any(item.evidence for item in new) else {}
    rows, tags, entities, links = [], [], [], []
    for pk, (item, digest) in enumerate(zip(new, digests, strict=True), first):
        rows.append({**mapping.claim_row(item), "pk": pk, "priority": 0, "batch_pk": None, "record_sha256": digest})
        tags.extend(mapping.tag_rows(pk, item))
        entities.extend(mapping.entity_rows(pk, item))
        links.extend(mapping.link_rows(pk, item, documents))
    for table, some in ((claim, rows), (claim_tag, tags), (claim_entity, entities), (evidence_link, links)):
        if some:
            conn.execute(insert(table), some)


def set_batch(conn: Connection, batch_pk: int, first_pk: int, end_pk: int | None = None) -> None:
    """Mark the claims from `first_pk` on, and before `end_pk`, as brought by a batch, if no other brought them."""
    chosen = update(claim).where(claim.c.pk >= first_pk, claim.c.batch_pk.is_(None))
    if end_pk is not None:
        chosen = chosen.where(claim.c.pk < end_pk)
    conn.execute(chosen.values(batch_pk=batch_pk))


def set_batches(conn: Connection, brought: Mapping[str, int]) -> None:
    """Mark claims, by id, as brought by batches."""
    rows = [{"of": id_, "brought": batch_pk} for id_, batch_pk in brought.items()]
    if rows:
        conn.execute(update(claim).where(claim.c.id == bindparam("of")).values(batch_pk=bindparam("brought")), rows)


def next_claim_pk(conn: Connection) -> int:
    """The key that the next new claim gets."""
    return _next_pk(conn, claim.c.pk)


_update_claim = update(claim).where(claim.c.id == bindparam("of"), claim.c.version == bindparam("seen"))


def update_claim(
    conn: Connection, old: Claim, changed: Claim, *, content: bool = False, record_sha256: str | None = None
) -> None:
    """Save a claim as it is now in place of what it was. Raises Stale, saving nothing, where it is no longer that.

    Only columns that differ are written. Tags, names and evidence are written anew when `content` says that they may
    have changed.
    """
    before = mapping.claim_row(old)
    values = {name: value for name, value in mapping.claim_row(changed).items() if value != before[name]}
    values["version"] = changed.version
    if record_sha256 is not None:
        values["record_sha256"] = record_sha256
    done = conn.execute(_update_claim, {"of": old.id, "seen": old.version, **values})
    if done.rowcount != 1:
        now = reading.find_claim(conn, old.id)
        raise Stale(f"claim {old.id}", old.version, now.version, _state(now))
    if content:
        pk = reading.claim_pk(conn, changed.id)[0]
        pairs.forget(conn, [pk])
        search.changed(conn, [pk])
        for table in (claim_tag, claim_entity, evidence_link):
            conn.execute(delete(table).where(table.c.claim_pk == pk))
        rows = (
            (claim_tag, mapping.tag_rows(pk, changed)),
            (claim_entity, mapping.entity_rows(pk, changed)),
            (evidence_link, mapping.link_rows(pk, changed, reading.document_pks(conn))),
        )
        for table, some in rows:
            if some:
                conn.execute(insert(table), some)


def set_records(conn: Connection, digests: Mapping[str, str | None]) -> None:
    """Note what claims, by id, were imported from last; None where that no longer says what they are."""
    rows = [{"of": id_, "digest": digest} for id_, digest in digests.items()]
    if rows:
        chosen = update(claim).where(claim.c.id == bindparam("of"))
        conn.execute(chosen.values(record_sha256=bindparam("digest")), rows)


def _state(now: Claim) -> str:
    words = now.status.value if now.verdict is None else f"{now.status.value}, {now.verdict.value}"
    return f"{words}, by {now.decided_by}" if now.decided_by else words


def update_assessments(conn: Connection, changed: Sequence[Claim]) -> None:
    """Save what the machine makes of claims; their versions stay, since nothing that a reviewer decides has changed."""
    rows = [
        {"of": item.id, "told": mapping.claim_row(item)["assessment"], "grade": item.credibility} for item in changed
    ]
    if rows:
        chosen = update(claim).where(claim.c.id == bindparam("of"))
        conn.execute(chosen.values(assessment=bindparam("told"), credibility=bindparam("grade")), rows)


def update_priorities(conn: Connection, scores: Mapping[str, int]) -> None:
    """Put the queue in order: the higher the sooner."""
    rows = [{"of": id_, "score": score} for id_, score in scores.items()]
    if rows:
        chosen = update(claim).where(claim.c.id == bindparam("of"), claim.c.priority != bindparam("score"))
        conn.execute(chosen.values(priority=bindparam("score")), rows)


def remove_claims(conn: Connection, ids: Sequence[str]) -> None:
    """Take claims away with all that hangs on them; their relations, reviews and waiting links must be gone."""
    for start in range(0, len(ids), reading.CHUNK):
        pks = list(reading.claim_pks(conn, ids[start : start + reading.CHUNK]).values())
        pairs.forget(conn, pks)
        search.changed(conn, pks)
        conn.execute(delete(presence).where(presence.c.claim_pk.in_(pks)))
        for table in (claim_tag, claim_entity, evidence_link):
            conn.execute(delete(table).where(table.c.claim_pk.in_(pks)))
        conn.execute(delete(claim).where(claim.c.pk.in_(pks)))


def remove_relations(conn: Connection, ids: Sequence[str]) -> None:
    """Take relations away."""
    for start in range(0, len(ids), reading.CHUNK):
        conn.execute(delete(relation).where(relation.c.id.in_(ids[start : start + reading.CHUNK])))


def insert_relations(conn: Connection, new: Sequence[Relation]) -> None:
    """New relations between claims that exist."""
    if not new:
        return
    pks = reading.claim_pks(conn, list({id_ for item in new for id_ in (item.a, item.b)}))
    conn.execute(insert(relation), [mapping.relation_row(item, pks[item.a], pks[item.b]) for item in new])


def update_relation(conn: Connection, changed: Relation, *, seen: int) -> None:
    """Save a relation whose version the reviewer saw. Raises Stale."""
    pks = reading.claim_pks(conn, [changed.a, changed.b])
    values = mapping.relation_row(changed, pks[changed.a], pks[changed.b])
    done = conn.execute(
        update(relation).where(relation.c.id == changed.id, relation.c.version == seen).values(**values)
    )
    if done.rowcount != 1:
        now = reading.find_relation(conn, changed.id) or changed
        raise Stale(f"relation {changed.id}", seen, now.version, now.state.value)


def _next_pk(conn: Connection, column: Column[int]) -> int:
    highest = conn.execute(select(func.max(column))).scalar_one_or_none()
    return (highest or 0) + 1
