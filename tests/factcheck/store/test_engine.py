"""Opening a database: what is there, what is wrong with it, and in one sentence what to do about it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.judgement import ClaimDecision
from claims.model import Status
from factcheck.dossier import Dossier
from factcheck.errors import (
    Busy,
    FactcheckError,
    NoDossier,
    OtherVersion,
    ReadOnly,
    SettingsProblem,
    StoreError,
    Unreachable,
)
from factcheck.store import engine
from factcheck.store.engine import Store
from tests.conftest import Databases
from tests.factcheck.outside import bodies, outsider, row_counts
from tests.factcheck.story import fill

PASSWORD = "geheim-und-lang"


def _refused(kind: type[FactcheckError], url: str, *, create: bool = False) -> str:
    with pytest.raises(kind) as caught:
        (Dossier.create if create else Dossier.open)(url).close()
    told = str(caught.value)
    assert "\n" not in told
    return told


# ── addresses ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("factcheck.db", "factcheck.db"),
        ("sqlite:///factcheck.db", "factcheck.db"),
        ("sqlite:////folder/a b.db", "/folder/a b.db"),
        ("postgresql://anna@host/desk", "postgresql://anna@host/desk"),
        ("postgresql+psycopg://anna@host/desk", "postgresql://anna@host/desk"),
        (f"postgresql://anna:{PASSWORD}@host/desk", "postgresql://anna:***@host/desk"),
        (f"postgresql://anna@host/desk?password={PASSWORD}", "postgresql://anna@host/desk?password=***"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str) -> None:
    """Errors end up in logs and in bug reports."""
    assert Store(address).where.replace("%2A", "*") == shown


@pytest.mark.parametrize(
    "address",
    [
        "mysql://host/x",
        "nonsense://x",
        "postgresql://host:port/x",
        f"://{PASSWORD}",
        f"postgresql://anna:{PASSWORD}@host:x/desk",
        f"mssql://anna:{PASSWORD}@host/desk",
    ],
)
def test_what_is_no_address_of_ours_is_a_wrong_setting(address: str) -> None:
    """The sentence says what to write instead, and no password."""
    with pytest.raises(SettingsProblem, match=r"--db: .*sqlite:///FILE") as caught:
        Store(address)
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:", ":memory:", "sqlite:///"])
@pytest.mark.parametrize("create", [False, True])
def test_a_dossier_is_not_kept_in_memory(address: str, create: bool) -> None:
    """It would be gone with the command that made it."""
    assert "lives in a file" in _refused(SettingsProblem, address, create=create)


# ── files that are no dossier ──────────────────────────────────────────────────────────────────────


def test_a_file_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    """Opening says how to make one; only `create` makes it."""
    path = tmp_path / "none.db"
    assert "`factcheck init` makes one" in _refused(NoDossier, str(path))
    assert not path.exists()
    Dossier.create(str(path)).close()
    Dossier.open(str(path)).close()


@pytest.mark.parametrize("name", ["a b.db", "百分之% 100.db", "what?.db", "a#b.db", "ünï.db", "new\nline.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """The name given is the name of the file, whatever it means in a URL."""
    Dossier.create(str(tmp_path / name)).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_what_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    """A folder, a text, an empty file, another program's database, a missing folder: nothing is written to any."""
    text_file, empty, other = (tmp_path / name for name in ("text.db", "empty.db", "other.db"))
    text_file.write_text("Dear diary, " * 100)
    empty.touch()
    with outsider(f"sqlite:///{other}") as conn:
        conn.execute(text("CREATE TABLE mine (a)"))
    before = other.read_bytes()
    assert "this is a folder" in _refused(NoDossier, str(tmp_path))
    assert "this is a folder" in _refused(NoDossier, str(tmp_path), create=True)
    assert "this file is not a database" in _refused(NoDossier, str(text_file))
    assert "this file is not a database" in _refused(NoDossier, str(text_file), create=True)
    assert "no dossier here yet" in _refused(NoDossier, str(empty))
    assert "no dossier here yet" in _refused(NoDossier, str(other))
    assert "its folder does not exist" in _refused(NoDossier, str(tmp_path / "none" / "x.db"), create=True)
    assert "no dossier here yet" in _refused(NoDossier, str(tmp_path / "none" / "x.db"))
    assert text_file.read_text() == "Dear diary, " * 100
    assert (empty.read_bytes(), other.read_bytes()) == (b"", before)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_is_an_error_like_any_other(tmp_path: Path, name: str) -> None:
    """Not a traceback."""
    _refused(FactcheckError, str(tmp_path / name))


def test_a_damaged_file_is_an_error_like_any_other(databases: Databases) -> None:
    """A database with its middle overwritten opens or not, but what it says is ours."""
    url = databases.new("sqlite")
    with Dossier.open(url) as dossier:
        fill(dossier)
    path = Store(url).path
    assert path is not None
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError), Dossier.open(url) as dossier:
        dossier.verify()


# ── versions ───────────────────────────────────────────────────────────────────────────────────────


def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    """One sentence says which version it takes; neither opening nor upgrading touches it."""
    with outsider(url) as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for create in (False, True):
        told = _refused(OtherVersion, url, create=create)
        assert "made by a newer version of factcheck (schema 9999" in told
        assert "use that version" in told
    assert row_counts(url)["head"] == 1


def test_a_database_of_an_older_version_is_upgraded_only_when_asked(url: str) -> None:
    """The sentence names the command."""
    with outsider(url) as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert "run `factcheck db upgrade`" in _refused(OtherVersion, url)


# ── transactions ───────────────────────────────────────────────────────────────────────────────────


class _Interrupted(Exception):
    pass


@pytest.mark.parametrize("error", [_Interrupted, KeyboardInterrupt, FactcheckError])
def test_what_an_error_leaves_is_undone(story: Dossier, url: str, error: type[BaseException]) -> None:
    """Half a change is no change, whatever interrupts it; and the next one works."""
    before = bodies(url), row_counts(url)
    store = Store(url)

    def interrupted() -> None:
        with store.writing() as conn:
            conn.execute(text("DELETE FROM relation"))
            raise error

    with pytest.raises(error):
        interrupted()
    assert (bodies(url), row_counts(url)) == before
    with store.writing() as conn:
        conn.execute(text("DELETE FROM relation"))
    assert row_counts(url)["relation"] == 0
    store.close()


def test_a_reader_sees_one_state_while_others_write(story: Dossier, url: str, backend: str) -> None:
    """On PostgreSQL a reader keeps its view; on SQLite the writer waits for the reader, so it is asked afterwards."""
    store = Store(url)
    with store.reading() as conn:
        before = conn.execute(text("SELECT seq FROM head")).scalar_one()
        if backend == "postgresql":
            story.decide("w4", ClaimDecision(status=Status.DEFERRED))
        assert conn.execute(text("SELECT seq FROM head")).scalar_one() == before
        assert conn.execute(text("SELECT max(seq) FROM ledger")).scalar_one() == before
    store.close()


def test_a_writer_that_waits_too_long_says_so(
    story: Dossier, url: str, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone else holds the head; nothing is changed, and later it works."""
    monkeypatch.setattr(engine, "WAIT", 0.05)
    first = Store(url)
    with Dossier.open(url, reviewer="boris") as other:
        with first.writing(), pytest.raises(Busy, match="someone else is writing"):
            other.decide("w4", ClaimDecision(status=Status.DEFERRED))
        assert other.decide("w4", ClaimDecision(status=Status.DEFERRED)).version == 2
    first.close()


@pytest.mark.parametrize("backend", ["sqlite"])
def test_sqlite_is_set_up_to_lose_nothing(url: str) -> None:
    """Rollback journal, every commit on the disk before it counts, foreign keys on, strict tables."""
    store = Store(url)
    with store.writing() as conn:
        found = {
            name: conn.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
        }
        tables = conn.execute(text("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")).all()
    assert found == {
        "journal_mode": "persist",
        "synchronous": 3,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    assert {row[0] for row in tables if not row[1]} == {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}
    store.close()


@pytest.mark.parametrize("backend", ["sqlite"])
def test_the_journal_is_kept_between_commits_and_gone_at_the_end(url: str) -> None:
    """Between two commits zeros stand where it would begin, so that nobody rolls back what was committed."""
    store, other = Store(url), Store(url)
    assert store.path is not None
    journal = store.path.with_name(f"{store.path.name}-journal")
    for one in (store, other, store):
        with one.writing() as conn:
            conn.execute(text("UPDATE search_state SET documents = documents + 1"))
        assert journal.read_bytes()[:1] == b"\0"
    store.close()
    with other.writing() as conn:
        assert conn.execute(text("SELECT documents FROM search_state")).scalar_one() == 3
        conn.execute(text("UPDATE search_state SET documents = 7"))
    other.close()
    assert not journal.exists()
    with store.reading() as conn:
        assert conn.execute(text("SELECT documents FROM search_state")).scalar_one() == 7
    store.close()


@pytest.mark.parametrize("backend", ["sqlite"])
def test_whoever_goes_first_leaves_the_journal_to_whoever_still_writes(url: str) -> None:
    """Its file is not taken away under a transaction, which can then still be rolled back."""
    store, other = Store(url), Store(url)
    assert store.path is not None
    journal = store.path.with_name(f"{store.path.name}-journal")
    with other.writing() as conn:
        conn.execute(text("UPDATE search_state SET documents = 1"))
    with store.writing() as conn:
        conn.execute(text("UPDATE search_state SET documents = 2"))
        other.close()
        assert journal.exists()
        conn.rollback()
    with other.reading() as conn:
        assert conn.execute(text("SELECT documents FROM search_state")).scalar_one() == 1
    store.close()
    other.close()
    assert not journal.exists()


@pytest.mark.parametrize("backend", ["postgresql"])
def test_postgresql_is_set_up_to_lose_nothing(url: str) -> None:
    """Whatever the server's default is, a commit counts when it is on the disk."""
    with outsider(url) as conn:
        database = conn.execute(text("SELECT current_database()")).scalar_one()
        conn.execute(text(f"ALTER DATABASE {database} SET synchronous_commit = off"))
    store = Store(url)
    with store.writing() as conn:
        assert conn.execute(text("SHOW synchronous_commit")).scalar_one() == "on"
        assert conn.execute(text("SHOW transaction_isolation")).scalar_one() == "read committed"
        assert conn.execute(text("SHOW lock_timeout")).scalar_one() == "30s"
    with store.reading() as conn:
        assert conn.execute(text("SHOW transaction_isolation")).scalar_one() == "repeatable read"
    store.close()


# ── no room, no right, no server ───────────────────────────────────────────────────────────────────

ALONE = """
import os, resource, sys
from claims.judgement import ClaimDecision
from claims.model import Status
from factcheck.dossier import Dossier, Format
from factcheck.errors import FactcheckError

def use(url):
    with Dossier.open(url, reviewer="boris") as dossier:
        list(dossier.claims()), dossier.stats(), b"".join(dossier.export(Format.JSON))
        assert not dossier.verify().findings
        print("read")
        try:
            %s
            print("written")
        except FactcheckError as error:
            print(type(error).__name__, error)
        list(dossier.claims())
        print("read again")

url, spare = sys.argv[1:]
use(spare)  # everything that is imported late is imported now
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
%s
try:
    use(url)
except FactcheckError as error:
    print(type(error).__name__, error)
"""
DECIDE = 'dossier.decide("w4", ClaimDecision(status=Status.DEFERRED))'
ADD = 'dossier.add(b"A long text. " * 400_000, "long.txt")'


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that other users may look into; pytest's own they may not."""
    folder = Path(tempfile.mkdtemp(prefix="factcheck-"))
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)
    shutil.rmtree(folder)


def _alone(path: Path, act: str, before: str = "pass") -> list[str]:
    """What a process without special rights says when it reads the dossier, then writes, then reads again."""
    with tempfile.TemporaryDirectory() as folder:
        spare = Path(folder) / "spare.db"
        shutil.copyfile(path, spare)
        spare.chmod(0o644)
        done = subprocess.run(
            [sys.executable, "-c", ALONE % (act, before), str(path), str(spare)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
    if "PermissionError" in done.stderr and "setgroups" in done.stderr:
        pytest.skip("this machine does not let root become someone else")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[3:]


def _story_at(path: Path) -> None:
    with Dossier.create(str(path), reviewer="anna") as dossier:
        fill(dossier)


def _protect_file(path: Path) -> None:
    path.chmod(0o444)


def _protect_folder(path: Path) -> None:
    path.parent.chmod(0o555)


def _protect_both(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


@pytest.mark.parametrize("protect", [_protect_file, _protect_folder, _protect_both])
def test_what_cannot_be_written_can_still_be_read(shelf: Path, protect: Callable[[Path], None]) -> None:
    """A read-only file, folder or both: a clear sentence, nothing changed, and reading goes on."""
    path = shelf / "read-only.db"
    _story_at(path)
    before = path.read_bytes()
    path.chmod(0o666)
    protect(path)
    told = _alone(path, DECIDE)
    assert told[0] == "read"
    assert told[1].startswith("ReadOnly ")
    assert "nothing was changed" in told[1]
    assert told[2] == "read again"
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_entered_is_no_traceback(shelf: Path) -> None:
    """One sentence, with the reason the system gives."""
    inner = shelf / "closed"
    inner.mkdir()
    path = inner / "x.db"
    _story_at(path)
    outer = shelf / "x.db"
    shutil.copyfile(path, outer)
    inner.chmod(0o000)
    told = _alone(outer, "pass", f"url = {str(path)!r}")
    assert len(told) == 1
    assert "permission denied" in told[0].lower() or told[0].startswith("ReadOnly")


@pytest.mark.parametrize("room", [0, 1_000_000])
def test_no_room_left_loses_nothing(shelf: Path, room: int) -> None:
    """A write that does not fit is refused whole, at whatever point the room ends; the dossier stays as it was."""
    path = shelf / "full.db"
    _story_at(path)
    path.chmod(0o666)
    shelf.chmod(0o777)
    size = path.stat().st_size
    with Dossier.open(str(path)) as dossier:
        head = dossier.verify().head
    told = _alone(path, ADD, f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size + room}, {size + room}))")
    assert told[0] == "read"
    assert told[1].startswith("Full ") or "no room left for this file" in told[1]
    assert told[2] == "read again"
    with Dossier.open(str(path)) as dossier:
        checked = dossier.verify()
        assert (checked.head, checked.findings) == (head, ())
        assert dossier.decide("w4", ClaimDecision(status=Status.DEFERRED)).version == 2


def test_a_server_that_is_down_is_said_to_be_down(tmp_path: Path) -> None:
    """Without the password."""
    url = f"postgresql://anna:{PASSWORD}@/desk?host={tmp_path}"
    told = _refused(Unreachable, url)
    assert "could not be used" in told
    assert PASSWORD not in told


def test_a_database_that_is_not_on_the_server_is_no_dossier(databases: Databases) -> None:
    """Nor is one without tables."""
    assert "no such database" in _refused(NoDossier, databases.server.url("nowhere"))
    assert "no dossier here yet" in _refused(NoDossier, databases.empty("postgresql"))


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_wrong_password_is_not_repeated(url: str, databases: Databases) -> None:
    """A role that does not exist, with a password in the URL: the server's words, and no secret among them."""
    told = _refused(StoreError, url.replace("postgres:@", f"nobody:{PASSWORD}@"))
    assert "nobody" in told
    assert PASSWORD not in told


@pytest.mark.parametrize("backend", ["postgresql"])
@pytest.mark.parametrize("right", ["role", "database"])
def test_a_reader_of_a_server_cannot_write(story: Dossier, url: str, right: str) -> None:
    """A role without rights, or a database set read-only: reading works, writing says so."""
    with outsider(url) as conn:
        database = conn.execute(text("SELECT current_database()")).scalar_one()
        if right == "database":
            conn.execute(text(f"ALTER DATABASE {database} SET default_transaction_read_only = on"))
        else:
            conn.execute(text(f"CREATE ROLE reader_{database} LOGIN"))
            conn.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_{database}"))
    as_reader = url if right == "database" else url.replace("postgres:@", f"reader_{database}@")
    with Dossier.open(as_reader, reviewer="boris") as dossier:
        assert dossier.verify().findings == ()
        with pytest.raises(ReadOnly, match="nothing was changed"):
            dossier.decide("w4", ClaimDecision(status=Status.DEFERRED))
