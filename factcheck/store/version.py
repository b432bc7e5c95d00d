"""Which tables this program knows. Quick to import."""

SCHEMA = "0004"
"""The schema this program reads and writes: the newest revision in alembic/versions."""
