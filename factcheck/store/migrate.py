"""Brings a database to the schema this program knows, from a checkout and from an installed wheel alike."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from factcheck.errors import NoDossier, OtherVersion
from factcheck.store.engine import SCHEMA, Store
from factcheck.store.search import of_ours
from factcheck.store.tables import metadata


def scripts() -> Path:
    """The folder of migrations: inside the package when installed, at the top of the tree in a checkout."""
    here = Path(__file__).resolve()
    installed = here.parent / "alembic"
    return installed if installed.is_dir() else here.parents[2] / "alembic"


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration, with the connection that env.py is to use."""
    config = Config()
    config.set_main_option("script_location", str(scripts()))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(store: Store, revision: str = "head") -> str:
    """Create or upgrade the tables in one transaction; returns the revision reached."""
    found = store.schema()
    if found is not None and found not in known():
        raise OtherVersion(store.where, found, SCHEMA, newer=True)
    with store.migrating() as conn:
        command.upgrade(configuration(conn), revision)
    return store.schema() or ""


def downgrade(store: Store, revision: str) -> None:
    """Take the tables back to an earlier revision; for tests and for those who know what they do."""
    with store.migrating() as conn:
        command.downgrade(configuration(conn), revision)


def known() -> list[str]:
    """All revisions this program knows, oldest first."""
    directory = ScriptDirectory.from_config(configuration())
    return [script.revision for script in reversed(list(directory.walk_revisions()))]


def differences(store: Store) -> list[str]:
    """Where the tables differ from what this program expects; raises NoDossier when there are none."""
    if store.schema() is None:
        raise NoDossier(store.where)
    with store.reading() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True, "include_name": of_ours})
        return [str(difference) for difference in compare_metadata(context, metadata)]
