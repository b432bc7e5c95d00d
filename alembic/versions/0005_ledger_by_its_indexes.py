"""The trigger that guards the ledger looks up uuid and hash each by its index, whatever SQLite was told of its size.

With `OR` in one query, SQLite scanned the whole ledger for each new entry once somebody had run ANALYZE on a small one.
Only SQLite: PostgreSQL's trigger asks for neither.

Revision: 0005.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

LINK = """CREATE TRIGGER ledger_link BEFORE INSERT ON ledger
        WHEN NEW.seq <> (SELECT seq + 1 FROM head) OR NEW.prev <> (SELECT hash FROM head)
            OR {taken}
        BEGIN SELECT RAISE(ABORT, 'the entry does not follow the last one'); END"""
TOGETHER = "EXISTS (SELECT 1 FROM ledger WHERE uuid = NEW.uuid OR hash = NEW.hash)"
APART = "EXISTS (SELECT 1 FROM ledger WHERE uuid = NEW.uuid) OR EXISTS (SELECT 1 FROM ledger WHERE hash = NEW.hash)"


def upgrade() -> None:
    """Two look-ups in the place of one query."""
    _guard(APART)


def downgrade() -> None:
    """One query again."""
    _guard(TOGETHER)


def _guard(taken: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER ledger_link")
        op.execute(LINK.format(taken=taken))
