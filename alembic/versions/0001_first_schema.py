"""The first schema: documents, claims, evidence links, relations, and the ledger with its triggers.

Revision: 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NOTHING = "0" * 64

# A REPLACE of SQLite's deletes without firing DELETE triggers, so INSERT triggers refuse what would collide.
SQLITE_TRIGGERS = {
    "ledger_no_update": "BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "ledger_no_delete": "BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
    "ledger_link": """BEFORE INSERT ON ledger
        WHEN NEW.seq <> (SELECT seq + 1 FROM head) OR NEW.prev <> (SELECT hash FROM head)
            OR EXISTS (SELECT 1 FROM ledger WHERE uuid = NEW.uuid OR hash = NEW.hash)
        BEGIN SELECT RAISE(ABORT, 'the entry does not follow the last one'); END""",
    "head_link": """BEFORE UPDATE ON head
        WHEN NEW.seq <> OLD.seq + 1 OR NEW.hash IS NOT (SELECT hash FROM ledger WHERE seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'the head is not the last entry'); END""",
    "head_no_insert": """BEFORE INSERT ON head WHEN EXISTS (SELECT 1 FROM head)
        BEGIN SELECT RAISE(ABORT, 'the head stays'); END""",
    "head_no_delete": "BEFORE DELETE ON head BEGIN SELECT RAISE(ABORT, 'the head stays'); END",
    "snapshot_no_replace": """BEFORE INSERT ON snapshot WHEN EXISTS (SELECT 1 FROM snapshot WHERE sha256 = NEW.sha256)
        BEGIN SELECT RAISE(ABORT, 'snapshots never change'); END""",
    "snapshot_no_update": "BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshots never change'); END",
    "snapshot_no_delete": "BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshots never change'); END",
    "document_text": """BEFORE UPDATE OF sha256, text, text_sha256 ON document
        BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END""",
    "document_no_delete": "BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'documents stay'); END",
}

POSTGRESQL_FUNCTIONS = {
    "factcheck_refuse": "BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END",
    "factcheck_ledger_link": """BEGIN
        IF NEW.seq <> (SELECT seq + 1 FROM head) OR NEW.prev <> (SELECT hash FROM head) THEN
            RAISE EXCEPTION 'the entry does not follow the last one';
        END IF;
        RETURN NEW; END""",
    "factcheck_head_link": """BEGIN
        IF NEW.seq <> OLD.seq + 1 OR NEW.hash IS DISTINCT FROM (SELECT hash FROM ledger WHERE seq = NEW.seq) THEN
            RAISE EXCEPTION 'the head is not the last entry';
        END IF;
        RETURN NEW; END""",
}
ROW, STATEMENT = "FOR EACH ROW EXECUTE FUNCTION", "FOR EACH STATEMENT EXECUTE FUNCTION"
POSTGRESQL_TRIGGERS = {
    (
        "ledger",
        "ledger_keep",
    ): f"BEFORE UPDATE OR DELETE ON ledger {ROW} factcheck_refuse('the ledger is append-only')",
    (
        "ledger",
        "ledger_no_truncate",
    ): f"BEFORE TRUNCATE ON ledger {STATEMENT} factcheck_refuse('the ledger is append-only')",
    ("ledger", "ledger_link"): f"BEFORE INSERT ON ledger {ROW} factcheck_ledger_link()",
    ("head", "head_link"): f"BEFORE UPDATE ON head {ROW} factcheck_head_link()",
    ("head", "head_no_delete"): f"BEFORE DELETE ON head {ROW} factcheck_refuse('the head stays')",
    ("head", "head_no_truncate"): f"BEFORE TRUNCATE ON head {STATEMENT} factcheck_refuse('the head stays')",
    (
        "snapshot",
        "snapshot_keep",
    ): f"BEFORE UPDATE OR DELETE ON snapshot {ROW} factcheck_refuse('snapshots never change')",
    (
        "snapshot",
        "snapshot_no_truncate",
    ): f"BEFORE TRUNCATE ON snapshot {STATEMENT} factcheck_refuse('snapshots never change')",
    ("document", "document_text"): (
        f"BEFORE UPDATE OF sha256, text, text_sha256 ON document {ROW} "
        "factcheck_refuse('the text of a document never changes')"
    ),
    ("document", "document_no_delete"): f"BEFORE DELETE ON document {ROW} factcheck_refuse('documents stay')",
}


def upgrade() -> None:
    """Create the tables, the head of an empty ledger, and the triggers."""
    _create_tables()
    head = sa.table("head", sa.column("pk"), sa.column("seq"), sa.column("hash"))
    op.execute(sa.insert(head).values(pk=1, seq=0, hash=NOTHING))
    if op.get_bind().dialect.name == "sqlite":
        for name, body in SQLITE_TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {body}")
        return
    for name, body in POSTGRESQL_FUNCTIONS.items():
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
    for (_, name), body in POSTGRESQL_TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {name} {body}")


def downgrade() -> None:
    """Take everything away."""
    if op.get_bind().dialect.name == "sqlite":
        for name in SQLITE_TRIGGERS:
            op.execute(f"DROP TRIGGER {name}")
    else:
        for table, name in POSTGRESQL_TRIGGERS:
            op.execute(f"DROP TRIGGER {name} ON {table}")
        for name in POSTGRESQL_FUNCTIONS:
            op.execute(f"DROP FUNCTION {name}()")
    _drop_tables()


def _create_tables() -> None:
    op.create_table(
        "dossier",
        sa.Column("pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("created", sa.Text(), nullable=False),
        sa.CheckConstraint("pk = 1", name=op.f("ck_dossier_one_row")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_dossier")),
        sqlite_strict=True,
    )
    op.create_table(
        "head",
        sa.Column("pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("pk = 1", name=op.f("ck_head_one_row")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_head")),
        sqlite_strict=True,
    )
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_ledger")),
        sa.UniqueConstraint("hash", name=op.f("uq_ledger_hash")),
        sa.UniqueConstraint("prev", name=op.f("uq_ledger_prev")),
        sa.UniqueConstraint("uuid", name=op.f("uq_ledger_uuid")),
        sqlite_strict=True,
    )
    op.create_table(
        "snapshot",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_snapshot")),
        sqlite_strict=True,
    )
    op.create_table(
        "source",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reliability", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_source_reliability")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_source")),
        sa.UniqueConstraint("id", name=op.f("uq_source_id")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "batch",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["ledger.seq"], name=op.f("fk_batch_seq")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_batch")),
        sa.UniqueConstraint("seq", name=op.f("uq_batch_seq")),
        sqlite_strict=True,
    )
    op.create_table(
        "document",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("retrieved", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("source_pk", sa.Integer(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("independence", sa.Text(), nullable=False),
        sa.Column("replaces_pk", sa.Integer(), nullable=True),
        sa.CheckConstraint("independence IN ('unknown', 'shared', 'shown')", name=op.f("ck_document_independence")),
        sa.ForeignKeyConstraint(["replaces_pk"], ["document.pk"], name=op.f("fk_document_replaces_pk")),
        sa.ForeignKeyConstraint(["sha256"], ["snapshot.sha256"], name=op.f("fk_document_sha256")),
        sa.ForeignKeyConstraint(["source_pk"], ["source.pk"], name=op.f("fk_document_source_pk")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_document")),
        sa.UniqueConstraint("id", name=op.f("uq_document_id")),
        sa.UniqueConstraint("replaces_pk", name=op.f("uq_document_replaces_pk")),
        sa.UniqueConstraint("sha256", name=op.f("uq_document_sha256")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_document_name"), "document", ["name"], unique=False)
    op.create_index(op.f("ix_document_source_pk"), "document", ["source_pk"], unique=False)
    op.create_table(
        "ledger_subject",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["ledger.seq"], name=op.f("fk_ledger_subject_seq")),
        sa.PrimaryKeyConstraint("subject", "seq", name=op.f("pk_ledger_subject")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ledger_subject_seq", "ledger_subject", ["seq"], unique=False)
    op.create_table(
        "claim",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("batch_pk", sa.Integer(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("checkability", sa.Text(), nullable=False),
        sa.Column("certainty", sa.Text(), nullable=False),
        sa.Column("claimant", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("credibility", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=True),
        sa.Column("quantities", sa.Text(), nullable=False),
        sa.Column("dates", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("record_sha256", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(verdict IS NOT NULL) OR (status <> 'decided' AND confidence IS NULL)",
            name=op.f("ck_claim_verdict_given"),
        ),
        sa.CheckConstraint(
            "(verdict IS NULL) OR (status IN ('decided', 'needs_recheck'))",
            name=op.f("ck_claim_verdict_placed"),
        ),
        sa.CheckConstraint(
            "(verdict IS NULL) OR (verdict <> 'refuted') OR (reason IS NOT NULL)",
            name=op.f("ck_claim_refuted_reason"),
        ),
        sa.CheckConstraint(
            "certainty IN ('asserted', 'reported', 'hedged', 'speculated', 'planned')",
            name=op.f("ck_claim_certainty"),
        ),
        sa.CheckConstraint(
            "checkability IN ('checkable', 'opinion', 'prediction', 'not_a_claim')",
            name=op.f("ck_claim_checkability"),
        ),
        sa.CheckConstraint("confidence IN ('low', 'moderate', 'high')", name=op.f("ck_claim_confidence")),
        sa.CheckConstraint("credibility IN ('1', '2', '3', '4', '5', '6')", name=op.f("ck_claim_credibility")),
        sa.CheckConstraint(
            "kind IN ('event', 'numerical', 'quotation', 'causal', 'position', 'property')",
            name=op.f("ck_claim_kind"),
        ),
        sa.CheckConstraint(
            "status IN ('new', 'in_review', 'deferred', 'decided', 'needs_recheck', 'dismissed')",
            name=op.f("ck_claim_status"),
        ),
        sa.CheckConstraint(
            "verdict IN ('supported', 'refuted', 'conflicting', 'not_enough_evidence')",
            name=op.f("ck_claim_verdict"),
        ),
        sa.ForeignKeyConstraint(["batch_pk"], ["batch.pk"], name=op.f("fk_claim_batch_pk")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_claim")),
        sa.UniqueConstraint("external_id", name=op.f("uq_claim_external_id")),
        sa.UniqueConstraint("id", name=op.f("uq_claim_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_claim_batch_pk"), "claim", ["batch_pk"], unique=False)
    op.create_index("ix_claim_queue", "claim", ["status", "priority", "pk"], unique=False)
    op.create_index("ix_claim_verdict", "claim", ["verdict", "pk"], unique=False)
    op.create_table(
        "claim_entity",
        sa.Column("claim_pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "type IN ('person', 'organisation', 'product', 'place', 'other')",
            name=op.f("ck_claim_entity_type"),
        ),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_claim_entity_claim_pk")),
        sa.PrimaryKeyConstraint("claim_pk", "position", name=op.f("pk_claim_entity")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_entity_key", "claim_entity", ["key", "claim_pk"], unique=False)
    op.create_table(
        "claim_features",
        sa.Column("claim_pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False),
        sa.Column("matched", sa.Integer(), nullable=False),
        sa.CheckConstraint("matched IN (0, 1)", name=op.f("ck_claim_features_matched")),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_claim_features_claim_pk")),
        sa.PrimaryKeyConstraint("claim_pk", name=op.f("pk_claim_features")),
        sqlite_strict=True,
    )
    op.create_index("ix_claim_features_matched", "claim_features", ["matched", "claim_pk"], unique=False)
    op.create_table(
        "claim_key",
        sa.Column("key", sa.Integer().with_variant(sa.BigInteger(), "postgresql"), autoincrement=False, nullable=False),
        sa.Column("claim_pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_claim_key_claim_pk")),
        sa.PrimaryKeyConstraint("key", "claim_pk", name=op.f("pk_claim_key")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_key_claim_pk", "claim_key", ["claim_pk"], unique=False)
    op.create_table(
        "claim_tag",
        sa.Column("claim_pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_claim_tag_claim_pk")),
        sa.PrimaryKeyConstraint("claim_pk", "position", name=op.f("pk_claim_tag")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_tag_tag", "claim_tag", ["tag", "claim_pk"], unique=False)
    op.create_table(
        "evidence_link",
        sa.Column("claim_pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_pk", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("directness", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "directness IN ('primary', 'secondary', 'hearsay')", name=op.f("ck_evidence_link_directness")
        ),
        sa.CheckConstraint("stance IN ('supports', 'refutes', 'context')", name=op.f("ck_evidence_link_stance")),
        sa.CheckConstraint("state IN ('exact', 'moved', 'candidate', 'orphan')", name=op.f("ck_evidence_link_state")),
        sa.CheckConstraint('start >= 0 AND "end" > start', name=op.f("ck_evidence_link_span")),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_evidence_link_claim_pk")),
        sa.ForeignKeyConstraint(["document_pk"], ["document.pk"], name=op.f("fk_evidence_link_document_pk")),
        sa.PrimaryKeyConstraint("claim_pk", "position", name=op.f("pk_evidence_link")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_evidence_link_document", "evidence_link", ["document_pk", "start", "claim_pk"], unique=False)
    op.create_table(
        "relation",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("a_pk", sa.Integer(), nullable=False),
        sa.Column("b_pk", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(conflict IS NOT NULL) = (kind = 'conflicts')", name=op.f("ck_relation_conflict_course")),
        sa.CheckConstraint(
            "(conflict IS NULL) OR ((conflict = 'resolved') = (resolution IS NOT NULL))",
            name=op.f("ck_relation_resolution_given"),
        ),
        sa.CheckConstraint(
            "conflict IN ('open', 'acknowledged', 'deferred', 'resolved', 'intractable')",
            name=op.f("ck_relation_conflict"),
        ),
        sa.CheckConstraint(
            "facet IN ('quantity', 'date', 'place', 'destination', 'identity', 'polarity', 'certainty', 'attribution', 'scope')",
            name=op.f("ck_relation_facet"),
        ),
        sa.CheckConstraint(
            "kind IN ('duplicates', 'corroborates', 'refines', 'conflicts', 'supersedes')",
            name=op.f("ck_relation_kind"),
        ),
        sa.CheckConstraint(
            "resolution IN ('scope_difference', 'temporal_change', 'precision_or_unit', 'regional_term', 'transcription_error', 'one_is_wrong')",
            name=op.f("ck_relation_resolution"),
        ),
        sa.CheckConstraint("state IN ('suggested', 'confirmed', 'rejected')", name=op.f("ck_relation_state")),
        sa.CheckConstraint("a_pk <> b_pk", name=op.f("ck_relation_two_claims")),
        sa.ForeignKeyConstraint(["a_pk"], ["claim.pk"], name=op.f("fk_relation_a_pk")),
        sa.ForeignKeyConstraint(["b_pk"], ["claim.pk"], name=op.f("fk_relation_b_pk")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_relation")),
        sa.UniqueConstraint("id", name=op.f("uq_relation_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_relation_a_pk"), "relation", ["a_pk"], unique=False)
    op.create_index(op.f("ix_relation_b_pk"), "relation", ["b_pk"], unique=False)
    op.create_index("ix_relation_kind", "relation", ["kind", "conflict", "state"], unique=False)


def _drop_tables() -> None:
    op.drop_index("ix_claim_key_claim_pk", table_name="claim_key")
    op.drop_table("claim_key")
    op.drop_index("ix_claim_features_matched", table_name="claim_features")
    op.drop_table("claim_features")
    op.drop_index("ix_relation_kind", table_name="relation")
    op.drop_index(op.f("ix_relation_b_pk"), table_name="relation")
    op.drop_index(op.f("ix_relation_a_pk"), table_name="relation")
    op.drop_table("relation")
    op.drop_index("ix_evidence_link_document", table_name="evidence_link")
    op.drop_table("evidence_link")
    op.drop_index("ix_claim_tag_tag", table_name="claim_tag")
    op.drop_table("claim_tag")
    op.drop_index("ix_claim_entity_key", table_name="claim_entity")
    op.drop_table("claim_entity")
    op.drop_index("ix_claim_verdict", table_name="claim")
    op.drop_index("ix_claim_queue", table_name="claim")
    op.drop_index(op.f("ix_claim_batch_pk"), table_name="claim")
    op.drop_table("claim")
    op.drop_index("ix_ledger_subject_seq", table_name="ledger_subject")
    op.drop_table("ledger_subject")
    op.drop_index(op.f("ix_document_source_pk"), table_name="document")
    op.drop_index(op.f("ix_document_name"), table_name="document")
    op.drop_table("document")
    op.drop_table("batch")
    op.drop_table("source")
    op.drop_table("snapshot")
    op.drop_table("ledger")
    op.drop_table("head")
    op.drop_table("dossier")
