"""Migrations: one line of them, there and back, on both databases, with nothing lost that can be kept."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from factcheck.dossier import Dossier
from factcheck.errors import NoDossier, OtherVersion
from factcheck.store import migrate
from factcheck.store.engine import SCHEMA, Store
from factcheck.store.search import of_ours
from factcheck.store.tables import metadata
from tests.conftest import Databases
from tests.factcheck.outside import outsider, row_counts
from tests.factcheck.story import exported, fill, fill_every_table

DERIVED = {"claim_features", "claim_key", "passage", "search_changed"}
"""Tables that are computed anew whenever they are empty."""


@pytest.fixture
def fresh(databases: Databases, backend: str) -> Iterator[str]:
    """A database without tables."""
    url = databases.empty(backend)
    yield url
    databases.drop(url)


@pytest.fixture
def store(fresh: str) -> Iterator[Store]:
    """The same, ready to be migrated."""
    opened = Store(fresh, must_exist=False)
    yield opened
    opened.close()


def _triggers(url: str) -> set[str]:
    with outsider(url) as conn:
        if conn.dialect.name == "sqlite":
            return set(conn.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")).scalars())
        query = "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
        functions = "SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        return {*conn.execute(text(query)).scalars(), *conn.execute(text(functions)).scalars()}


def _tables(url: str) -> set[str]:
    with outsider(url) as conn:
        return {name for name in inspect(conn).get_table_names() if of_ours(name, "table")}


# ── the line of migrations ─────────────────────────────────────────────────────────────────────────


def test_there_is_one_line_of_migrations_and_it_ends_where_the_program_is() -> None:
    """No branches, no gaps, files named after what they change, and the newest is the schema we write."""
    directory = ScriptDirectory.from_config(migrate.configuration())
    assert directory.get_heads() == [SCHEMA]
    assert len(directory.get_bases()) == 1
    assert migrate.known() == [f"{number:04d}" for number in range(1, int(SCHEMA) + 1)]
    for script in directory.walk_revisions():
        path = Path(script.path)
        assert re.fullmatch(rf"{script.revision}_[a-z0-9_]+\.py", path.name)
        assert script.doc


def test_the_folder_of_migrations_is_found_and_is_no_package() -> None:
    """In a checkout at the top of the tree; a package of that name would hide the library's."""
    folder = migrate.scripts()
    assert (folder / "env.py").is_file()
    assert (folder / "script.py.mako").is_file()
    assert list((folder / "versions").glob("0001_*.py"))
    assert not (folder / "__init__.py").exists()


def test_an_installed_program_brings_its_migrations_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel has them inside the package, and those count before anything that lies beside it."""
    installed = tmp_path / "site-packages" / "factcheck" / "store"
    (installed / "alembic").mkdir(parents=True)
    monkeypatch.setattr(migrate, "__file__", str(installed / "migrate.py"))
    assert migrate.scripts() == installed / "alembic"


# ── there and back ─────────────────────────────────────────────────────────────────────────────────


def test_a_new_database_is_as_the_program_expects(fresh: str, store: Store) -> None:
    """Tables, columns, indexes and keys; asking Alembic for a further migration finds none to make."""
    assert store.schema() is None
    assert migrate.upgrade(store) == SCHEMA == store.schema()
    assert migrate.differences(store) == []
    assert _tables(fresh) == {*metadata.tables, "alembic_version"}
    store.check_schema()


def test_the_rules_of_the_tables_are_those_of_the_program(
    fresh: str, store: Store, databases: Databases, backend: str
) -> None:
    """Alembic does not compare CHECK constraints, so they are compared here with what the program would create."""
    migrate.upgrade(store)
    other = databases.empty(backend)
    engine = create_engine(Store(other).url)
    metadata.create_all(engine)
    found = []
    for url in (fresh, other):
        with outsider(url) as conn:
            inspector = inspect(conn)
            found.append(
                {
                    (table, check["name"], re.sub(r"\s+", " ", str(check["sqltext"])))
                    for table in metadata.tables
                    for check in inspector.get_check_constraints(table)
                }
            )
    engine.dispose()
    databases.drop(other)
    assert found[0] == found[1]
    assert len(found[0]) > 20


def test_down_and_up_again_gives_the_same_database(fresh: str, store: Store) -> None:
    """Every step back is possible and leaves nothing behind, triggers and functions included."""
    migrate.upgrade(store)
    triggers = _triggers(fresh)
    assert len(triggers) >= 9
    for revision in [*migrate.known()[:-1][::-1], "base"]:
        migrate.downgrade(store, revision)
    assert _tables(fresh) == {"alembic_version"}
    assert _triggers(fresh) == set()
    assert store.schema() is None
    migrate.upgrade(store)
    assert _triggers(fresh) == triggers
    assert migrate.differences(store) == []


def test_upgrading_what_is_up_to_date_keeps_every_row(fresh: str, store: Store) -> None:
    """Rows in every table, the ledger and its head: all there, and the export is the same to the byte."""
    with Dossier.create(fresh, reviewer="anna") as dossier:
        fill_every_table(dossier)
        dossier.add(b"The fire, once more.", "report.txt")
        before, counts = exported(dossier), row_counts(fresh)
    assert {name for name, number in counts.items() if not number} <= DERIVED
    assert migrate.upgrade(store) == SCHEMA
    assert row_counts(fresh) == counts
    with Dossier.open(fresh) as dossier:
        assert exported(dossier) == before
        assert dossier.verify().findings == ()


def test_one_step_back_and_forth_keeps_what_both_versions_know(fresh: str, store: Store) -> None:
    """From the second migration on; the first one has nothing before it to go back to."""
    with Dossier.create(fresh, reviewer="anna") as dossier:
        fill(dossier)
        before, counts = exported(dossier), row_counts(fresh)
    for revision in migrate.known()[:-1][::-1]:
        migrate.downgrade(store, revision)
    migrate.upgrade(store)
    assert row_counts(fresh) == counts
    with Dossier.open(fresh) as dossier:
        assert exported(dossier) == before


def test_a_migration_that_fails_changes_nothing(fresh: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps are one transaction: a table that is in the way leaves no half of a schema behind."""
    with outsider(fresh) as conn:
        conn.execute(text("CREATE TABLE relation (mine INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        migrate.upgrade(store)
    assert _tables(fresh) <= {"relation", "alembic_version"}
    assert store.schema() is None


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_migration_that_would_leave_rows_pointing_at_nothing_is_undone(fresh: str) -> None:
    """Foreign keys are off while tables are rebuilt, so they are checked before the commit."""
    with Dossier.create(fresh, reviewer="anna") as dossier:
        fill(dossier)
    counts = row_counts(fresh)
    store = Store(fresh)

    def migration() -> None:
        with store.migrating() as conn:
            conn.execute(text("DELETE FROM source"))

    with pytest.raises(Exception, match="2 rows would point at nothing"):
        migration()
    assert row_counts(fresh) == counts
    store.close()


# ── versions ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("act", [migrate.upgrade, Store.check_schema])
def test_a_database_of_a_newer_revision_is_refused_in_one_sentence(
    fresh: str, store: Store, act: Callable[[Store], object]
) -> None:
    """Neither upgraded nor opened, and not a row is touched."""
    migrate.upgrade(store)
    with outsider(fresh) as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(OtherVersion, match="made by a newer version of factcheck") as caught:
        act(store)
    assert "\n" not in str(caught.value)
    assert store.schema() == "0999"


def test_a_database_without_tables_has_no_differences_to_tell(store: Store) -> None:
    """It is no dossier."""
    with pytest.raises(NoDossier):
        migrate.differences(store)


def test_a_difference_is_told(fresh: str, store: Store) -> None:
    """A column too many, an index too few."""
    migrate.upgrade(store)
    with outsider(fresh) as conn:
        conn.execute(text("DROP INDEX ix_claim_queue"))
        conn.execute(text("ALTER TABLE claim ADD COLUMN mine TEXT"))
    told = " ".join(migrate.differences(store))
    assert "ix_claim_queue" in told
    assert "mine" in told


@pytest.mark.parametrize("backend", ["postgresql"])
def test_two_who_create_the_same_dossier_do_not_spoil_it(fresh: str, store: Store) -> None:
    """The second finds the tables there, or is refused by the database; afterwards the schema is whole."""
    other = Store(fresh)
    migrate.upgrade(store)
    migrate.upgrade(other)
    with pytest.raises(DBAPIError), outsider(fresh) as conn:
        conn.execute(text("INSERT INTO head VALUES (1, 0, '')"))
    assert migrate.differences(other) == []
    other.close()
