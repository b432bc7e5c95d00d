"""A dossier that the first released schema left behind: every later version opens it, and nothing of it is lost."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import inspect, text

from claims.judgement import ClaimDecision
from factcheck.cli.main import run
from factcheck.dossier import Dossier
from factcheck.errors import OtherVersion
from factcheck.store import migrate
from factcheck.store.engine import SCHEMA, Store
from tests.conftest import Databases
from tests.factcheck.outside import bodies, outsider
from tests.factcheck.story import exported
from tests.migrations.first_schema import FIRST, first_export, first_schema, first_verification

TABLES = {
    "batch",
    "claim",
    "claim_entity",
    "claim_features",
    "claim_key",
    "claim_tag",
    "document",
    "dossier",
    "evidence_link",
    "head",
    "ledger",
    "ledger_subject",
    "relation",
    "snapshot",
    "source",
}
"""Those of the first schema."""


@pytest.fixture
def first(databases: Databases, backend: str) -> Iterator[str]:
    """The URL of the dossier as it was left."""
    url = first_schema(databases, backend)
    yield url
    databases.drop(url)


def _rows(url: str) -> dict[str, list[str]]:
    """Every row of the first schema's tables, as text."""
    with outsider(url) as conn:
        known = {
            table: sorted(column["name"] for column in inspect(conn).get_columns(table)) for table in sorted(TABLES)
        }
        return {
            table: sorted(str(row) for row in conn.execute(text(f"SELECT {_list(columns)} FROM {table}")))
            for table, columns in known.items()
        }


def _list(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _upgraded(url: str) -> None:
    store = Store(url)
    assert migrate.upgrade(store) == SCHEMA
    assert migrate.differences(store) == []
    store.close()


def test_every_table_has_rows(first: str) -> None:
    """Otherwise it would prove little."""
    assert {table for table, rows in _rows(first).items() if not rows} == set()
    store = Store(first)
    assert store.schema() == FIRST
    store.close()


def test_it_is_opened_only_after_an_upgrade(first: str) -> None:
    """The sentence names the command."""
    if SCHEMA != FIRST:
        with pytest.raises(OtherVersion, match="run `factcheck db upgrade` first"):
            Dossier.open(first)


def test_the_upgrade_keeps_everything(first: str) -> None:
    """Ledger, anchors, quotes and snapshots as they were; the same export to the byte; work goes on."""
    before, told = bodies(first), first_verification()
    _upgraded(first)
    assert bodies(first) == before
    with Dossier.open(first, reviewer="anna") as dossier:
        checked = dossier.verify([tuple(told["head"])])
        assert checked.findings == ()
        assert list(checked.head) == told["head"]
        counts = {name: number for name, number in told["counts"].items() if name != "anchors"}
        assert {name: checked.counts[name] for name in counts} == counts
        assert exported(dossier) == first_export()
        dossier.decide("x1", ClaimDecision(reason="seen again"))
        assert dossier.verify([tuple(told["head"])]).findings == ()


def test_up_and_down_and_up_again_loses_no_row(first: str) -> None:
    """Step by step through every revision, each table of the first schema compared row by row."""
    before = _rows(first)
    store = Store(first)
    for revision in migrate.known():
        migrate.upgrade(store, revision)
    for revision in migrate.known()[:-1][::-1]:
        migrate.downgrade(store, revision)
    assert store.schema() == FIRST
    assert _rows(first) == before
    store.close()
    _upgraded(first)
    with Dossier.open(first) as dossier:
        assert exported(dossier) == first_export()


def test_its_export_is_restored_by_this_version(databases: Databases, backend: str) -> None:
    """The file that was written then goes into an empty dossier now, and comes out the same."""
    url = databases.new(backend)
    with Dossier.open(url) as dossier:
        dossier.restore(first_export(), "export.json")
        assert exported(dossier) == first_export()
        assert list(dossier.verify().head) == first_verification()["head"]
    databases.drop(url)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_the_command_upgrades_it(first: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As its owner would."""
    assert run(["--db", first, "db", "upgrade"]) == 0
    assert run(["--db", first, "verify", "--json"]) == 0
    out = capsys.readouterr().out
    assert SCHEMA in out
    assert json.loads(out[out.index("{") :])["ok"]
