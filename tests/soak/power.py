"""Power cuts at random moments, as ext4 takes them on a disk of our own: nothing acknowledged is lost."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from random import Random

from tests.conftest import Databases
from tests.soak.children import Child
from tests.soak.drops import PATIENCE, connected
from tests.soak.figures import Figure, Ground
from tests.soak.kills import Count, Victim
from tests.soak.mounts import Disk

SHARES = {"decisions": 40, "imports": 25, "migrations": 10, "backups": 15, "exports": 10}
"""Of a hundred cuts."""
SIZE = 256 * 1024**2


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """About so many cuts."""
    disk = Disk(ground.folder / "disk", ground.folder / "place", SIZE)
    try:
        if not disk.usable:
            yield Figure("power cut", "not measured: this machine lets nobody mount a disk and cut it off")
            return
        for what, share in SHARES.items():
            cuts = max(1, round(number * share / 100))
            done = Count("cuts")
            chance = Random(f"{ground.seed} power {what}")
            while done.kills < cuts:
                folder = disk.place / f"{chance.getrandbits(64):x}"
                folder.mkdir()
                own = Ground(Databases(folder), folder, ground.seed)
                victim = Victim(own, what, "sqlite", chance, done)
                disk.again()
                victim.die(min(10, cuts - done.kills), strike=lambda child: _cut(disk, child))
            yield Figure(f"power cut during {what}, sqlite", str(done))
        yield _server(ground, disk, max(1, number // 10))
    finally:
        disk.close()


def _server(ground: Ground, disk: Disk, cuts: int) -> Figure:
    """The same under a PostgreSQL server whose data lie on the disk that is cut off."""
    folder = disk.place / "server"
    folder.mkdir(mode=0o700)
    own = Ground(Databases(folder), folder, ground.seed)
    _sync_always(own)
    chance, done = Random(f"{ground.seed} power postgresql"), Count("cuts")
    try:
        while done.kills < cuts:
            victim = Victim(own, "decisions", "postgresql", chance, done)
            assert disk.settle()  # also what the server wrote before it was told to wait for its disk
            victim.die(min(10, cuts - done.kills), strike=lambda child: _cut_server(disk, own, child))
    finally:
        own.databases.server.stop()
    return Figure("power cut under the server during decisions, postgresql", str(done))


def _sync_always(ground: Ground) -> None:
    """The server of the tests does not wait for its disk; this one does."""
    admin = ground.databases.server.admin
    for setting in ("fsync", "full_page_writes"):
        admin.execute(f"ALTER SYSTEM SET {setting} = on")
    admin.execute("SELECT pg_reload_conf()")


def _cut_server(disk: Disk, ground: Ground, child: Child) -> list[str]:
    """Cut, let server and child run into it, and start the server from what the disk has."""
    server = ground.databases.server
    assert disk.cut()
    said = child.kill()
    server.admin.close()
    with suppress(ProcessLookupError):  # it may have ended by itself
        os.kill(server._server.get_pid() or 0, signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while not disk.again():
        assert time.monotonic() < deadline, "the server does not let go of its disk"
        time.sleep(0.05)
    for left in (*server._server.pgdata.glob("postmaster.pid"), *server._server.pgdata.glob(".s.PGSQL.*")):
        left.unlink()  # where nobody buries dead processes, the server takes itself for alive
    server._server.ensure_postgres_running()
    server.admin = connected(ground)
    return said


def _cut(disk: Disk, child: Child) -> list[str]:
    """Cut, let the child run into it, and mount the disk again; what the child had said before."""
    assert disk.cut()
    said = child.kill()
    assert disk.again()
    return said
