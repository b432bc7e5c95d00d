"""Runs the migrations on the connection that factcheck opened, or on FACTCHECK_DB for Alembic's own command."""

from pathlib import Path

from alembic import context

from factcheck.settings import load
from factcheck.store.engine import Store
from factcheck.store.search import of_ours
from factcheck.store.tables import metadata


def run(connection: object) -> None:
    """Migrate within the caller's transaction."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        render_as_batch=True,
        include_name=of_ours,
    )
    context.run_migrations()


if context.config.attributes.get("connection") is not None:
    run(context.config.attributes["connection"])
else:
    with Store(load(Path.cwd()).db, must_exist=False).migrating() as conn:
        run(conn)
