"""Which tables this program knows. Quick to import."""

SCHEMA = "0005"
"""The schema this program reads and writes: the newest revision in alembic/versions."""
