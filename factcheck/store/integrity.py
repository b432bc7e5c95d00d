"""What the database says about its own file, below the level of rows."""

from sqlalchemy import Connection, text

MOST = 20
"""Problems that are told; one bad page may give hundreds."""


def problems(conn: Connection) -> list[str]:
    """In SQLite's words what is wrong with pages, indexes and rows; nothing for a server, which has its own tools."""
    if conn.dialect.name != "sqlite":
        return []
    found = conn.execute(text(f"PRAGMA integrity_check({MOST})")).scalars().all()
    lines = [line for told in found for line in str(told).splitlines() if line and not line.startswith("***")]
    return [] if lines == ["ok"] else lines
