"""The words of all claims in a table of their own, because FTS5 counts every word's claims to list its words.

Only SQLite: PostgreSQL looks for whole words. Chinese is left out: a piece of a Han pair is the pair or begins it.

Revision: 0004.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

BEFORE_HAN = "term < char(11904)"


def upgrade() -> None:
    """A table in the place of FTS5's own list, with what that list says."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE TABLE claim_words_kept (term TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID")
        op.execute(f"INSERT INTO claim_words_kept (term) SELECT term FROM claim_words WHERE {BEFORE_HAN}")
        op.execute("DROP TABLE claim_words")
        op.execute("ALTER TABLE claim_words_kept RENAME TO claim_words")


def downgrade() -> None:
    """FTS5's own list again."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE claim_words")
        op.execute("CREATE VIRTUAL TABLE claim_words USING fts5vocab(claim_search, row)")
