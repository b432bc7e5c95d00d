"""The roles of a PostgreSQL dossier: what each may do through the program, and what none may do past it."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from sqlalchemy import text

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import ConflictState, Facet, RelationKind, Status, Verdict
from evidence.model import Reliability
from factcheck.cli.main import run
from factcheck.dossier import ClaimEdit, Dossier, Filter, Format
from factcheck.errors import ReadOnly, Refused
from factcheck.store import roles
from factcheck.store.engine import Store
from factcheck.store.tables import metadata
from tests.conftest import Databases
from tests.factcheck.outside import outsider
from tests.factcheck.story import bring, exported

backends = pytest.mark.parametrize("backend", ["postgresql"])
People = dict[str, str]


@pytest.fixture
def people(story: Dossier, url: str, databases: Databases) -> Iterator[People]:
    """A login for each role, by the role's name: its URL."""
    name = Store(url).url.database
    with outsider(url) as conn:
        conn.connection.driver_connection.execute(roles.script())  # type: ignore[union-attr]
        logins = {role: f"{role}_{name}" for role in (roles.READER, roles.REVIEWER, roles.EDITOR)}
        for role, login in logins.items():
            conn.execute(text(f"CREATE ROLE {login} LOGIN IN ROLE {role}"))
    yield {role: url.replace("postgres:@", f"{login}@") for role, login in logins.items()}
    databases.drop(url)
    for login in logins.values():
        databases.server.admin.execute(f"DROP ROLE {login}")


def _who(url: str) -> str:
    return str(Store(url).url.username)


def _open(url: str) -> Dossier:
    return Dossier.open(url, reviewer=_who(url))


@backends
def test_a_reviewer_judges(people: People, story: Dossier) -> None:
    """Everything that the terminal does to claims and relations; the record is whole afterwards."""
    with _open(people[roles.REVIEWER]) as reviewer:
        reviewer.decide("w4", ClaimDecision(verdict=Verdict.REFUTED, reason="counted"))
        reviewer.relate(
            "w3", "w4", RelationKind.CONFLICTS, Facet.QUANTITY, RelationDecision(conflict=ConflictState.DEFERRED)
        )
        reviewer.relate("w3", "h2", RelationKind.CORROBORATES)
        reviewer.edit(reviewer.claim("free").id, ClaimEdit(tags=("x",), statement="Other words."), seen=1)
        reviewer.undo()
        reviewer.redo()
        assert [claim.external_id for claim in reviewer.claims(Filter(text="four warehouses"))] == ["w4"]
        reviewer.keep_index()
        reviewer.assign(["h2"], [reviewer.reviewer])
        reviewer.match()
        reviewer.assess()
        assert reviewer.verify().findings == ()
        assert exported(reviewer) == exported(story)


@backends
@pytest.mark.parametrize(
    "act",
    [
        lambda dossier: dossier.grade("Port Watch", Reliability.A, reason="a friend"),
        lambda dossier: dossier.grade("New", Reliability.A),
        lambda dossier: dossier.add(b"Some words.", "new.txt"),
        lambda dossier: bring(dossier, [{"statement": "new"}]),
    ],
)
def test_a_reviewer_grades_nothing_and_brings_nothing(
    people: People, story: Dossier, act: Callable[[Dossier], object]
) -> None:
    """One sentence, and nothing has changed."""
    before = exported(story)
    with _open(people[roles.REVIEWER]) as reviewer, pytest.raises(ReadOnly, match="nothing was changed"):
        act(reviewer)
    assert exported(story) == before


@backends
def test_a_reader_reads(people: People, story: Dossier) -> None:
    """All of it, and writes none of it."""
    with _open(people[roles.READER]) as reader:
        assert reader.verify().findings == ()
        assert exported(reader) == exported(story)
        list(reader.export(Format.HTML))
        assert reader.stats() == story.stats()
        assert [claim.external_id for claim in reader.claims(Filter(text="four warehouses"))] == ["w4"]
        assert reader.find_evidence("w4")
        assert list(reader.history("w3"))
        for act in (
            lambda: reader.decide("w4", ClaimDecision(status=Status.DEFERRED)),
            lambda: reader.relate("w3", "h2", RelationKind.REFINES),
            lambda: reader.add(b"Some words.", "new.txt"),
        ):
            with pytest.raises(ReadOnly):
                act()


@backends
def test_an_editor_brings_and_grades(people: People) -> None:
    """What a reviewer may, and documents, claims and grades."""
    with _open(people[roles.EDITOR]) as editor:
        editor.add(b"Some words.", "new.txt")
        bring(editor, [{"statement": "new", "evidence": [{"document": "new.txt", "exact": "words"}]}])
        editor.grade("Port Watch", Reliability.C)
        editor.decide("w4", ClaimDecision(status=Status.DEFERRED))
        assert editor.verify().findings == ()


@backends
@pytest.mark.parametrize("role", [roles.READER, roles.REVIEWER, roles.EDITOR])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET body = body",
        "DELETE FROM ledger",
        "TRUNCATE ledger CASCADE",
        "UPDATE ledger_subject SET seq = 1",
        "DELETE FROM ledger_subject",
        "UPDATE snapshot SET bytes = bytes",
        "DELETE FROM snapshot",
        "DELETE FROM head",
        "INSERT INTO head VALUES (2, 1, 'x')",
        "UPDATE alembic_version SET version_num = '0'",
        "ALTER TABLE ledger DISABLE TRIGGER ALL",
        "DROP TRIGGER ledger_keep ON ledger",
        "DROP TABLE ledger",
        "CREATE TABLE mine (a int)",
        "CREATE OR REPLACE FUNCTION factcheck_who() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "SET session_replication_role = replica",
    ],
)
def test_nobody_but_the_owner_touches_the_record(people: People, role: str, statement: str) -> None:
    """With the database's own tools: refused by the database itself."""
    with psycopg.connect(people[role]) as conn, pytest.raises(psycopg.errors.InsufficientPrivilege):
        conn.execute(statement)


@backends
@pytest.mark.parametrize("role", [roles.REVIEWER, roles.EDITOR])
def test_the_head_names_nothing_but_the_last_entry(people: People, role: str) -> None:
    """The one row of the record that has to change is held by its trigger."""
    with psycopg.connect(people[role]) as conn, pytest.raises(psycopg.errors.RaiseException, match="last entry"):
        conn.execute("UPDATE head SET seq = seq - 1")


@backends
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE source SET reliability = 'A'",
        "INSERT INTO source (id, name, reliability, version) VALUES ('s', 's', 'A', 1)",
        "DELETE FROM source",
        "UPDATE document SET source_pk = NULL",
        "UPDATE dossier SET title = 'x'",
        "INSERT INTO batch (name, sha256, seq) VALUES ('x', 'x', 1)",
    ],
)
def test_a_reviewer_reaches_no_grade_past_the_program_either(people: People, statement: str) -> None:
    """Nor what was published."""
    refused = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with psycopg.connect(people[roles.REVIEWER]) as conn, refused:
        conn.execute(statement)


@backends
@pytest.mark.parametrize("role", [roles.REVIEWER, roles.EDITOR])
def test_nobody_writes_under_another_name(people: People, story: Dossier, role: str) -> None:
    """The ledger takes an entry only under the name of the login; the sentence says what to do."""
    before = exported(story)
    with Dossier.open(people[role], reviewer="boris") as other:
        with pytest.raises(Refused, match=f"use --as {_who(people[role])}") as caught:
            other.decide("w4", ClaimDecision(status=Status.DEFERRED))
        assert "\n" not in str(caught.value)
    assert exported(story) == before


@backends
def test_what_is_written_past_the_program_is_found(people: People, story: Dossier) -> None:
    """A reviewer may change the claims themselves: the ledger does not tell of it, and `verify` says so."""
    with psycopg.connect(people[roles.REVIEWER]) as conn:
        conn.execute("UPDATE claim SET verdict = 'conflicting' WHERE external_id = 'w3'")
    assert ["(w3)" in finding.where for finding in story.verify().findings] == [True]


@backends
def test_the_owner_is_bound_by_nothing_of_it_and_running_it_again_does_no_harm(people: People, url: str) -> None:
    """The owner restores and migrates, which writes what others once decided."""
    with outsider(url) as conn:
        conn.connection.driver_connection.execute(roles.script())  # type: ignore[union-attr]
    with Dossier.open(url, reviewer="anyone") as owner:
        owner.decide("w4", ClaimDecision(status=Status.DEFERRED))
        assert owner.verify().findings == ()


def test_the_command_prints_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    """As it is, for psql; no dossier is needed."""
    assert run(["db", "roles"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (roles.script(), "")


def test_every_table_is_thought_of() -> None:
    """A table that is new comes to the reviewers unless it is told otherwise; the lists name tables there are."""
    told = roles.script()
    for table in metadata.tables:
        assert told.count(f" ON {table} TO ") == 1
    assert {*roles.APPENDED, *roles.OF_EDITORS} <= set(metadata.tables)
