"""The tables, typed. Only Integer, Text and LargeBinary columns, because SQLite's STRICT tables know no others.

Times are text in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. `pk` columns are internal; `id` columns are what people see.
"""

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from claims.model import (
    Certainty,
    Checkability,
    Confidence,
    ConflictState,
    Credibility,
    Directness,
    EntityType,
    Facet,
    Kind,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.model import Independence, QuoteState, Reliability

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """The column holds one of the vocabulary's words, or nothing where it may be null."""
    words = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def _key() -> Column[int]:
    return Column(Integer, primary_key=True)


class DossierColumns(TypedColumns):
    """The one row that names the dossier; written with the ledger's first entry."""

    pk = Column(Integer, primary_key=True, autoincrement=False)
    uuid: Named[str] = Column(Text)
    title: Named[str | None] = Column(Text)
    created: Named[str] = Column(Text)


dossier = Table("dossier", metadata, DossierColumns, CheckConstraint("pk = 1", name="one_row"), sqlite_strict=True)


class LedgerColumns(TypedColumns):
    """The append-only history; see `ledger.py`."""

    seq = Column(Integer, primary_key=True, autoincrement=False)
    prev: Named[str] = Column(Text, unique=True)
    hash: Named[str] = Column(Text, unique=True)
    uuid: Named[str] = Column(Text, unique=True)
    body: Named[str] = Column(Text)


ledger = Table("ledger", metadata, LedgerColumns, sqlite_strict=True)


class HeadColumns(TypedColumns):
    """The one row that names the ledger's last entry; locked first by every writer."""

    pk = Column(Integer, primary_key=True, autoincrement=False)
    seq: Named[int] = Column(Integer)
    hash: Named[str] = Column(Text)


head = Table("head", metadata, HeadColumns, CheckConstraint("pk = 1", name="one_row"), sqlite_strict=True)


class LedgerSubjectColumns(TypedColumns):
    """Which entries are about which claim, relation, document or source."""

    subject: Named[str] = Column(Text, primary_key=True)
    seq: Named[int] = Column(Integer, ForeignKey("ledger.seq"), primary_key=True, autoincrement=False)


ledger_subject = Table(
    "ledger_subject",
    metadata,
    LedgerSubjectColumns,
    Index("ix_ledger_subject_seq", "seq"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class SourceColumns(TypedColumns):
    """Who publishes."""

    pk = _key()
    id: Named[str] = Column(Text, unique=True)
    name: Named[str] = Column(Text, unique=True)
    reliability: Named[str] = Column(Text)
    note: Named[str | None] = Column(Text)
    version: Named[int] = Column(Integer)


source = Table("source", metadata, SourceColumns, _one_of("reliability", Reliability), sqlite_strict=True)


class SnapshotColumns(TypedColumns):
    """A document's bytes as received, once, under their digest."""

    sha256: Named[str] = Column(Text, primary_key=True)
    bytes: Named[bytes] = Column(LargeBinary)


snapshot = Table("snapshot", metadata, SnapshotColumns, sqlite_strict=True)


class DocumentColumns(TypedColumns):
    """One publication."""

    pk = _key()
    id: Named[str] = Column(Text, unique=True)
    sha256: Named[str] = Column(Text, ForeignKey("snapshot.sha256"), unique=True)
    name: Named[str] = Column(Text, index=True)
    size: Named[int] = Column(Integer)
    media_type: Named[str] = Column(Text)
    encoding: Named[str] = Column(Text)
    text: Named[str] = Column(Text)
    text_sha256: Named[str] = Column(Text)
    marks: Named[str] = Column(Text)
    language: Named[str] = Column(Text)
    title: Named[str | None] = Column(Text)
    author: Named[str | None] = Column(Text)
    published: Named[str | None] = Column(Text)
    retrieved: Named[str] = Column(Text)
    url: Named[str | None] = Column(Text)
    source_pk: Named[int | None] = Column(Integer, ForeignKey("source.pk"), index=True)
    origin: Named[str | None] = Column(Text)
    independence: Named[str] = Column(Text)
    replaces_pk: Named[int | None] = Column(Integer, ForeignKey("document.pk"), unique=True)


document = Table("document", metadata, DocumentColumns, _one_of("independence", Independence), sqlite_strict=True)


class BatchColumns(TypedColumns):
    """One bulk write of claims: an import."""

    pk = _key()
    name: Named[str] = Column(Text)
    sha256: Named[str] = Column(Text)
    seq: Named[int] = Column(Integer, ForeignKey("ledger.seq"), unique=True)


batch = Table("batch", metadata, BatchColumns, sqlite_strict=True)


class ClaimColumns(TypedColumns):
    """One assertion and where the work on it stands."""

    pk = _key()
    id: Named[str] = Column(Text, unique=True)
    external_id: Named[str | None] = Column(Text, unique=True)
    batch_pk: Named[int | None] = Column(Integer, ForeignKey("batch.pk"), index=True)
    statement: Named[str] = Column(Text)
    search_key: Named[str] = Column(Text)
    language: Named[str] = Column(Text)
    kind: Named[str | None] = Column(Text)
    checkability: Named[str] = Column(Text)
    certainty: Named[str] = Column(Text)
    claimant: Named[str | None] = Column(Text)
    status: Named[str] = Column(Text)
    verdict: Named[str | None] = Column(Text)
    confidence: Named[str | None] = Column(Text)
    reason: Named[str | None] = Column(Text)
    credibility: Named[str] = Column(Text)
    assessment: Named[str | None] = Column(Text)
    quantities: Named[str] = Column(Text)
    dates: Named[str] = Column(Text)
    priority: Named[int] = Column(Integer)
    decided_by: Named[str | None] = Column(Text)
    decided_at: Named[str | None] = Column(Text)
    version: Named[int] = Column(Integer)
    record_sha256: Named[str | None] = Column(Text)


claim = Table(
    "claim",
    metadata,
    ClaimColumns,
    _one_of("kind", Kind),
    _one_of("checkability", Checkability),
    _one_of("certainty", Certainty),
    _one_of("status", Status),
    _one_of("verdict", Verdict),
    _one_of("confidence", Confidence),
    _one_of("credibility", Credibility),
    CheckConstraint("(verdict IS NOT NULL) OR (status <> 'decided' AND confidence IS NULL)", name="verdict_given"),
    CheckConstraint("(verdict IS NULL) OR (status IN ('decided', 'needs_recheck'))", name="verdict_placed"),
    CheckConstraint("(verdict IS NULL) OR (verdict <> 'refuted') OR (reason IS NOT NULL)", name="refuted_reason"),
    Index("ix_claim_queue", "status", "priority", "pk"),
    Index("ix_claim_verdict", "verdict", "pk"),
    sqlite_strict=True,
)


class ClaimTagColumns(TypedColumns):
    """A reviewer's or an import's words to sort claims by."""

    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), primary_key=True, autoincrement=False)
    position: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    tag: Named[str] = Column(Text)


claim_tag = Table(
    "claim_tag",
    metadata,
    ClaimTagColumns,
    Index("ix_claim_tag_tag", "tag", "claim_pk"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class ClaimEntityColumns(TypedColumns):
    """Whom and what a claim is about; `key` is the folded name, the same in both Chinese scripts."""

    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), primary_key=True, autoincrement=False)
    position: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    name: Named[str] = Column(Text)
    key: Named[str] = Column(Text)
    type: Named[str] = Column(Text)


claim_entity = Table(
    "claim_entity",
    metadata,
    ClaimEntityColumns,
    _one_of("type", EntityType),
    Index("ix_claim_entity_key", "key", "claim_pk"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class EvidenceLinkColumns(TypedColumns):
    """Claim → quote. Position 0 is the claim's own quote."""

    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), primary_key=True, autoincrement=False)
    position: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    document_pk: Named[int] = Column(Integer, ForeignKey("document.pk"))
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)
    exact: Named[str] = Column(Text)
    prefix: Named[str] = Column(Text)
    suffix: Named[str] = Column(Text)
    stance: Named[str] = Column(Text)
    directness: Named[str] = Column(Text)
    state: Named[str] = Column(Text)
    added_by: Named[str] = Column(Text)


evidence_link = Table(
    "evidence_link",
    metadata,
    EvidenceLinkColumns,
    _one_of("stance", Stance),
    _one_of("directness", Directness),
    _one_of("state", QuoteState),
    CheckConstraint('start >= 0 AND "end" > start', name="span"),
    Index("ix_evidence_link_document", "document_pk", "start", "claim_pk"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class ClaimFeaturesColumns(TypedColumns):
    """What the comparison knows of a claim: computed once, thrown away when the claim's words change."""

    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), primary_key=True, autoincrement=False)
    rules: Named[str] = Column(Text)
    features: Named[str] = Column(Text)
    matched: Named[int] = Column(Integer)


claim_features = Table(
    "claim_features",
    metadata,
    ClaimFeaturesColumns,
    CheckConstraint("matched IN (0, 1)", name="matched"),
    Index("ix_claim_features_matched", "matched", "claim_pk"),
    sqlite_strict=True,
)


class ClaimKeyColumns(TypedColumns):
    """Keys under which claims meet: two that share one are worth comparing."""

    key: Named[int] = Column(Integer().with_variant(BigInteger(), "postgresql"), primary_key=True, autoincrement=False)
    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), primary_key=True, autoincrement=False)


claim_key = Table(
    "claim_key",
    metadata,
    ClaimKeyColumns,
    Index("ix_claim_key_claim_pk", "claim_pk"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)


class RelationColumns(TypedColumns):
    """How two claims stand to one another."""

    pk = _key()
    id: Named[str] = Column(Text, unique=True)
    a_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), index=True)
    b_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), index=True)
    kind: Named[str] = Column(Text)
    facet: Named[str | None] = Column(Text)
    state: Named[str] = Column(Text)
    conflict: Named[str | None] = Column(Text)
    resolution: Named[str | None] = Column(Text)
    reasons: Named[str] = Column(Text)
    added_by: Named[str] = Column(Text)
    decided_by: Named[str | None] = Column(Text)
    decided_at: Named[str | None] = Column(Text)
    version: Named[int] = Column(Integer)


relation = Table(
    "relation",
    metadata,
    RelationColumns,
    _one_of("kind", RelationKind),
    _one_of("facet", Facet),
    _one_of("state", RelationState),
    _one_of("conflict", ConflictState),
    _one_of("resolution", Resolution),
    CheckConstraint("a_pk <> b_pk", name="two_claims"),
    CheckConstraint("(conflict IS NOT NULL) = (kind = 'conflicts')", name="conflict_course"),
    CheckConstraint(
        "(conflict IS NULL) OR ((conflict = 'resolved') = (resolution IS NOT NULL))", name="resolution_given"
    ),
    Index("ix_relation_kind", "kind", "conflict", "state"),
    sqlite_strict=True,
)


class ReviewColumns(TypedColumns):
    """One reviewer's own judgement of a claim, asked for or given; the claim's verdict is what the desk concluded."""

    pk = _key()
    id: Named[str] = Column(Text, unique=True)
    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"))
    reviewer: Named[str] = Column(Text)
    verdict: Named[str | None] = Column(Text)
    confidence: Named[str | None] = Column(Text)
    reason: Named[str | None] = Column(Text)
    blind: Named[int] = Column(Integer)
    asked_by: Named[str | None] = Column(Text)
    asked_at: Named[str | None] = Column(Text)
    given_at: Named[str | None] = Column(Text)
    version: Named[int] = Column(Integer)


review = Table(
    "review",
    metadata,
    ReviewColumns,
    _one_of("verdict", Verdict),
    _one_of("confidence", Confidence),
    CheckConstraint("(verdict IS NULL) = (given_at IS NULL)", name="given"),
    CheckConstraint("blind IN (0, 1)", name="blind"),
    UniqueConstraint("claim_pk", "reviewer"),
    Index("ix_review_reviewer", "reviewer", "given_at", "claim_pk"),
    sqlite_strict=True,
)


class PresenceColumns(TypedColumns):
    """Who has which claim open at this moment; of no meaning for the record, and not in the ledger."""

    session: Named[str] = Column(Text, primary_key=True)
    reviewer: Named[str] = Column(Text)
    claim_pk: Named[int | None] = Column(Integer, ForeignKey("claim.pk"), index=True)
    seen: Named[str] = Column(Text)


presence = Table("presence", metadata, PresenceColumns, sqlite_with_rowid=False, sqlite_strict=True)


class WaitingLinkColumns(TypedColumns):
    """An evidence link to a document that is not in the dossier yet."""

    pk = _key()
    id: Named[str] = Column(Text, unique=True)
    claim_pk: Named[int] = Column(Integer, ForeignKey("claim.pk"), index=True)
    document: Named[str] = Column(Text, index=True)
    link: Named[str] = Column(Text)


waiting_link = Table("waiting_link", metadata, WaitingLinkColumns, sqlite_strict=True)


class SearchStateColumns(TypedColumns):
    """How far the full-text index has come; see `search.py`."""

    pk = Column(Integer, primary_key=True, autoincrement=False)
    rules: Named[str] = Column(Text)
    claims: Named[int] = Column(Integer)
    documents: Named[int] = Column(Integer)


search_state = Table(
    "search_state", metadata, SearchStateColumns, CheckConstraint("pk = 1", name="one_row"), sqlite_strict=True
)


class SearchChangedColumns(TypedColumns):
    """Claims whose words are no longer those that the full-text index has, or whose key is free again."""

    claim_pk: Named[int] = Column(Integer, primary_key=True, autoincrement=False)


search_changed = Table("search_changed", metadata, SearchChangedColumns, sqlite_strict=True)


class PassageColumns(TypedColumns):
    """A sentence of a document, for the search of evidence."""

    pk = _key()
    document_pk: Named[int] = Column(Integer, ForeignKey("document.pk"), index=True)
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)


passage = Table("passage", metadata, PassageColumns, sqlite_strict=True)
