"""Full-text indexes over claims and passages: FTS5 in SQLite, arrays of words under GIN in PostgreSQL.

Both hold our own tokens (evidence/text/tokens.py), because neither database finds a Chinese word of two characters by
itself. They are filled when they are first needed (factcheck/store/search.py) and can be thrown away at any time.

Revision: 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# Every sign outside ASCII belongs to a token; the underscore is the only other one that a word of ours may hold.
TOKENS = """tokenize = "ascii tokenchars '_.,:/'" """


def upgrade() -> None:
    """Tables for the state of the indexes and for passages, and the two indexes themselves."""
    op.create_table(
        "search_state",
        sa.Column("pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.CheckConstraint("pk = 1", name=op.f("ck_search_state_one_row")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_search_state")),
        sqlite_strict=True,
    )
    op.create_table(
        "search_changed",
        sa.Column("claim_pk", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("claim_pk", name=op.f("pk_search_changed")),
        sqlite_strict=True,
    )
    op.create_table(
        "passage",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("document_pk", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_pk"], ["document.pk"], name=op.f("fk_passage_document_pk")),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_passage")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_passage_document_pk"), "passage", ["document_pk"], unique=False)
    op.execute("INSERT INTO search_state (pk, rules, claims, documents) VALUES (1, '', 0, 0)")
    for name in ("claim", "passage"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"CREATE VIRTUAL TABLE {name}_search USING fts5(words, content = '', detail = none, {TOKENS})")
            op.execute(f"CREATE VIRTUAL TABLE {name}_words USING fts5vocab({name}_search, row)")
        else:
            op.execute(f"CREATE TABLE {name}_search (pk integer PRIMARY KEY, words text[] NOT NULL)")
            op.execute(f"CREATE INDEX ix_{name}_search_words ON {name}_search USING gin (words)")


def downgrade() -> None:
    """Drop them; nothing is lost that could not be made again."""
    for name in ("passage", "claim"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TABLE {name}_words")
        op.execute(f"DROP TABLE {name}_search")
    op.drop_table("passage")
    op.drop_table("search_changed")
    op.drop_table("search_state")
