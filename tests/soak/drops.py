"""A connection that drops at any moment, also in the middle of a commit: sent again, it is exactly one decision."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from uuid import uuid4

import psycopg

from claims.judgement import ClaimDecision
from factcheck.dossier import Dossier
from factcheck.errors import StoreError
from factcheck.store import ledger
from factcheck.store.engine import Store
from tests.factcheck.outside import bodies
from tests.factcheck.story import fill
from tests.soak.figures import Figure, Ground
from tests.soak.proxy import Proxy

PATIENCE = 60.0
"""Seconds in which a server must be back."""
End = Callable[[psycopg.Connection, str], None]
LONGEST = 0.012
"""Seconds after which the connection is cut at the latest; a decision takes about half of it."""


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """The server ends the connection; then, for a tenth as often, the server itself is killed and recovers."""
    admin = ground.databases.server.admin
    for setting in ("fsync", "full_page_writes"):
        admin.execute(f"ALTER SYSTEM SET {setting} = on")
    admin.execute("SELECT pg_reload_conf()")
    yield _cut(ground, number, "connection dropped by the server, postgresql", _terminate)
    yield _cut(ground, max(1, number // 10), "server killed and recovered, postgresql", _crash)
    ground.databases.server.admin = connected(ground)
    for lose in ("question", "answer"):
        yield _lose(ground, max(1, number // 5), lose)


def _lose(ground: Ground, number: int, lose: str) -> Figure:
    """The connection drops at the commit itself: before the server has read it, or before its answer arrives."""
    url = _story(ground)
    address = Store(url).url
    proxy = Proxy(Path(str(address.query["host"])) / f".s.PGSQL.{address.port or 5432}")
    unsaid = 0
    sent = [str(uuid4()) for _ in range(number)]
    with Dossier.open(f"postgresql://postgres@127.0.0.1:{proxy.port}/{address.database}", reviewer="anna") as dossier:
        for turn, uuid in enumerate(sent):
            proxy.lose = lose
            failed = _send(dossier, uuid, turn)
            assert failed == [lose == "answer"], failed
            unsaid += failed[0]
    proxy.close()
    _check(url, sent)
    words = f"{number} decisions, each sent again and there exactly once ({unsaid} had been committed)"
    return Figure(f"a commit's {lose} lost on the way, postgresql", words)


def _story(ground: Ground) -> str:
    url = ground.fresh("postgresql")
    with Dossier.open(url, reviewer="anna") as dossier:
        fill(dossier)
    return url


def _check(url: str, sent: list[str]) -> None:
    """Each decision is in the ledger exactly once, and nothing is wrong."""
    found = [body for body in bodies(url).values() if '"why":"sent ' in body]
    for uuid in sent:
        assert sum(uuid in body for body in found) == 1, uuid
    assert len(found) == len(sent)
    with Dossier.open(url) as dossier:
        assert dossier.verify().findings == ()
        assert dossier.claim("free").version == 1 + len(sent)


def _cut(ground: Ground, number: int, promise: str, end: End) -> Figure:
    url = _story(ground)
    chance = Random(f"{ground.seed} {promise}")
    sent, retried, unsaid = [], 0, 0
    database = str(Store(url).url.database)
    with Dossier.open(url, reviewer="anna") as dossier:
        for turn in range(number):
            uuid = str(uuid4())
            with connected(ground) as admin:
                cutter = _Cutter(admin, database, chance.uniform(0, LONGEST), end)
                cutter.start()
                done = _send(dossier, uuid, turn)
                cutter.join()
            sent.append(uuid)
            retried += bool(done)
            unsaid += any(done)
            assert cutter.failed is None, cutter.failed
    _check(url, sent)
    words = f"{number} decisions, {retried} sent again, each there exactly once"
    return Figure(promise, f"{words} ({unsaid} had been committed without an answer)")


def _send(dossier: Dossier, uuid: str, turn: int) -> list[bool]:
    """Send a decision until it is acknowledged; for each time it failed, whether it was there all the same."""
    failed: list[bool] = []
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if failed:
                with dossier._desk.store.reading() as conn:
                    failed[-1] = ledger.written(conn, uuid) is not None
            dossier.decide("free", ClaimDecision(reason=f"sent {turn}"), uuid=uuid)
        except StoreError:
            assert time.monotonic() < deadline
            failed.append(False)
            time.sleep(0.02)
        else:
            return failed


class _Cutter(threading.Thread):
    """Waits a moment, then ends whatever is connected to the database."""

    def __init__(self, admin: psycopg.Connection, database: str, wait: float, end: End) -> None:
        super().__init__()
        self._admin, self._database, self._wait, self._end = admin, database, wait, end
        self.failed: BaseException | None = None

    def run(self) -> None:
        """Cut."""
        try:
            time.sleep(self._wait)
            self._end(self._admin, self._database)
        except BaseException as error:  # noqa: BLE001 - told to the thread that waits for this one
            self.failed = error


def _terminate(admin: psycopg.Connection, database: str) -> None:
    admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])


def _crash(admin: psycopg.Connection, database: str) -> None:
    """kill -9 of one server process: all others end at once, and the server recovers from its log."""
    with suppress(psycopg.Error):
        rows = admin.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [database]).fetchall()
        for (pid,) in rows[:1]:
            os.kill(pid, signal.SIGKILL)


def connected(ground: Ground) -> psycopg.Connection:
    """A connection of the server's own administrator, once the server is there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return psycopg.connect(ground.databases.server.url("postgres"), autocommit=True)
        except psycopg.OperationalError:
            assert time.monotonic() < deadline, "the server did not come back"
            time.sleep(0.02)
