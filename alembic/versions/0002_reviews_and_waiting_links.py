"""Reviewers' own judgements, who has which claim open, and evidence links that wait for their document.

Revision: 0002.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Three new tables; nothing that is there changes."""
    op.create_table(
        "review",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("claim_pk", sa.Integer(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("blind", sa.Integer(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.Text(), nullable=True),
        sa.Column("given_at", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('supported', 'refuted', 'conflicting', 'not_enough_evidence')",
            name=op.f("ck_review_verdict"),
        ),
        sa.CheckConstraint("confidence IN ('low', 'moderate', 'high')", name=op.f("ck_review_confidence")),
        sa.CheckConstraint("(verdict IS NULL) = (given_at IS NULL)", name=op.f("ck_review_given")),
        sa.CheckConstraint("blind IN (0, 1)", name=op.f("ck_review_blind")),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_review_claim_pk")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_review")),
        sa.UniqueConstraint("id", name=op.f("uq_review_id")),
        sa.UniqueConstraint("claim_pk", "reviewer", name=op.f("uq_review_claim_pk_reviewer")),
        sqlite_strict=True,
    )
    op.create_index("ix_review_reviewer", "review", ["reviewer", "given_at", "claim_pk"], unique=False)
    op.create_table(
        "presence",
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("claim_pk", sa.Integer(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_presence_claim_pk")),
        sa.PrimaryKeyConstraint("session", name=op.f("pk_presence")),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_presence_claim_pk"), "presence", ["claim_pk"], unique=False)
    op.create_table(
        "waiting_link",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("claim_pk", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_pk"], ["claim.pk"], name=op.f("fk_waiting_link_claim_pk")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_waiting_link")),
        sa.UniqueConstraint("id", name=op.f("uq_waiting_link_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_waiting_link_claim_pk"), "waiting_link", ["claim_pk"], unique=False)
    op.create_index(op.f("ix_waiting_link_document"), "waiting_link", ["document"], unique=False)


def downgrade() -> None:
    """Drop them; what they held is still told by the ledger."""
    op.drop_table("waiting_link")
    op.drop_table("presence")
    op.drop_table("review")
