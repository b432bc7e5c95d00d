"""People with the database's own tools in their hands: what they may do, and what they do all the same."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, text

from factcheck.store import ledger
from factcheck.store.engine import Store


@contextmanager
def outsider(url: str) -> Iterator[Connection]:
    """A connection that knows nothing of factcheck; saved at the end."""
    engine = create_engine(Store(url).url)
    try:
        with engine.begin() as conn:
            yield conn
    finally:
        engine.dispose()


@contextmanager
def attacker(url: str) -> Iterator[Connection]:
    """The same without triggers and foreign keys, and for SQLite without the vocabulary either."""
    with outsider(url) as conn:
        if conn.dialect.name == "postgresql":
            conn.execute(text("SET session_replication_role = replica"))
        else:
            conn.execute(text("PRAGMA ignore_check_constraints = ON"))
            for name in conn.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
                conn.execute(text(f"DROP TRIGGER {name}"))
        yield conn


def tamper(url: str, *statements: str, **values: object) -> None:
    """Run statements as the attacker."""
    with attacker(url) as conn:
        for statement in statements:
            found = text(statement)
            conn.execute(found, {name: values[name] for name in values if f":{name}" in statement})


def bodies(url: str) -> dict[int, str]:
    """The ledger's bodies by number."""
    with outsider(url) as conn:
        return {row[0]: row[1] for row in conn.execute(text("SELECT seq, body FROM ledger ORDER BY seq"))}


def rehash(url: str, edits: Mapping[int, Callable[[str], str]]) -> None:
    """Edit bodies and link the ledger anew from there to its end, head included, so that everything fits."""
    with attacker(url) as conn:
        prev = ledger.NOTHING
        rows = conn.execute(text("SELECT seq, body FROM ledger ORDER BY seq")).all()
        for seq, old in rows:
            body = edits[seq](old) if seq in edits else old
            hash_ = ledger.chain(seq, prev, body)
            conn.execute(
                text("UPDATE ledger SET prev = :prev, hash = :hash, body = :body WHERE seq = :seq"),
                {"prev": prev, "hash": hash_, "body": body, "seq": seq},
            )
            prev = hash_
        conn.execute(text("UPDATE head SET hash = :hash"), {"hash": prev})


def row_counts(url: str) -> dict[str, int]:
    """How many rows every table of ours has."""
    from factcheck.store.tables import metadata  # noqa: PLC0415

    with outsider(url) as conn:
        return {name: conn.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in metadata.tables}
