"""kill -9 at random moments: nothing that was acknowledged is lost, nothing is there by half."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import text

from factcheck.dossier import Dossier
from factcheck.formats import lossless
from factcheck.store import migrate
from factcheck.store.engine import SCHEMA, Store
from tests.factcheck.outside import outsider
from tests.factcheck.story import exported, fill
from tests.migrations.first_schema import first_schema
from tests.soak import acting
from tests.soak.acting import Act
from tests.soak.children import Child
from tests.soak.figures import Figure, Ground

SHARES = {
    ("decisions", "sqlite"): 30,
    ("decisions", "postgresql"): 15,
    ("imports", "sqlite"): 15,
    ("imports", "postgresql"): 8,
    ("migrations", "sqlite"): 10,
    ("migrations", "postgresql"): 6,
    ("backups", "sqlite"): 8,
    ("exports", "sqlite"): 5,
    ("exports", "postgresql"): 3,
}
"""Of a hundred kills."""
LONGEST = {"decisions": 0.2, "imports": 0.3, "migrations": 0.6, "backups": 0.3, "exports": 0.5}
"""Seconds that a child works at most before it is killed; the moment is drawn evenly."""
ROUNDS = 20
"""Kills on one dossier; then a fresh one, so that checking stays quick."""


@dataclass
class Count:
    """What came of the kills of one kind."""

    word: str = "kills"
    kills: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    """Kills after which the ledger or the folder held one thing more than was acknowledged."""
    in_commit: int = 0
    """Kills that left a journal of SQLite's to be rolled back."""
    left: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        words = (
            f"{self.kills} {self.word}, {self.acknowledged} acknowledged, 0 lost, 0 partial, verify clean after each"
        )
        return words + f" ({self.in_commit} with a journal to roll back, {self.unacknowledged} committed unsaid)"


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """About so many kills, shared out among the kinds of work and of databases."""
    for (what, backend), share in SHARES.items():
        kills = max(1, round(number * share / 100))
        done = Count()
        chance = Random(f"{ground.seed} {what} {backend}")
        while done.kills < kills:
            Victim(ground, what, backend, chance, done).die(min(ROUNDS, kills - done.kills))
        yield Figure(f"kill -9 during {what}, {backend}", str(done))


class Victim:
    """One dossier on which a child works, is killed, and works again."""

    def __init__(self, ground: Ground, what: str, backend: str, chance: Random, done: Count) -> None:
        self.what, self.chance, self.done, self.databases = what, chance, done, ground.databases
        self.folder = ground.folder / f"files {chance.getrandbits(64):x}"
        self.folder.mkdir()
        self.url = first_schema(ground.databases, backend) if what == "migrations" else ground.fresh(backend)
        if what == "migrations":
            _upgrade(self.url)
        else:
            with Dossier.open(self.url, reviewer="anna") as dossier:
                fill(dossier)
        with Dossier.open(self.url) as dossier:
            self.before = exported(dossier)
            self.anchors = [dossier.verify().head]

    def die(self, times: int, strike: Callable[[Child], list[str]] = Child.kill) -> None:
        """Work, be killed and be looked at, so many times."""
        act, check = KINDS[self.what]
        for _ in range(times):
            own = Random(self.chance.getrandbits(64))

            def work(say: acting.Say, own: Random = own) -> None:
                act(self.url, self.folder, own, say)

            child = Child(work, quiet=strike is not Child.kill)  # without its disk it may well complain
            child.wait_for(1)
            child.let(self.chance.uniform(0, LONGEST[self.what]))
            said = strike(child)[1:]
            self.done.kills += 1
            self.done.acknowledged += len(said)
            self.done.in_commit += _has_to_roll_back(Store(self.url).path)
            check(self, said)
        self.databases.drop(self.url)

    def verify(self) -> tuple[int, str]:
        """Nothing is wrong, and every head that was ever acknowledged is still in the chain; the head now."""
        with Dossier.open(self.url) as dossier:
            checked = dossier.verify(self.anchors)
        assert checked.findings == (), [str(finding) for finding in checked.findings]
        return checked.head


def _upgrade(url: str) -> None:
    store = Store(url)
    migrate.upgrade(store)
    store.close()


def _check_decisions(victim: Victim, said: list[str]) -> None:
    """Every acknowledged entry is in the chain with its hash, at most one more follows."""
    told = [(int(seq), hash_) for seq, hash_ in (line.split() for line in said)]
    victim.anchors += told
    last = max(seq for seq, _ in victim.anchors)
    now = victim.verify()
    assert last <= now[0] <= last + 1, (last, now)
    victim.done.unacknowledged += now[0] > last
    victim.anchors = [*victim.anchors[-200:], now]


def _check_imports(victim: Victim, said: list[str]) -> None:
    """Every acknowledged batch is there, every batch that is there is whole, and no claim came without one."""
    victim.verify()
    with outsider(victim.url) as conn:
        query = "SELECT batch.name, count(*) FROM batch JOIN claim ON claim.batch_pk = batch.pk GROUP BY batch.name"
        found: dict[str, int] = dict(conn.execute(text(query)).tuples().all())
        without = conn.execute(text("SELECT count(*) FROM claim WHERE batch_pk IS NULL")).scalar_one()
        batches = conn.execute(text("SELECT count(*) FROM batch")).scalar_one()
    del found["claims.jsonl"]
    assert without == 0
    assert batches == len(found) + 1
    assert set(found.values()) <= {acting.BATCH}, found
    assert set(said) <= set(found)
    known = set(victim.done.left)
    victim.done.unacknowledged += len(found.keys() - known - set(said))
    victim.done.left.update(found)


def _check_migrations(victim: Victim, said: list[str]) -> None:
    """The schema is one of the two, whole, and brought to the present one it holds the same to the byte."""
    store = Store(victim.url)
    found = store.schema()
    assert found in {acting.FIRST, SCHEMA}, found
    if said:
        victim.done.unacknowledged += found != said[-1]
    migrate.upgrade(store)
    assert migrate.differences(store) == []
    store.close()
    with Dossier.open(victim.url) as dossier:
        assert exported(dossier) == victim.before
    victim.verify()


def _check_backups(victim: Victim, said: list[str]) -> None:
    """Every backup that bears its name is whole, acknowledged or not."""
    found = sorted(victim.folder.glob("backup *.db"))
    assert set(said) <= {path.name for path in found}
    victim.done.unacknowledged += len(found) - len(said)
    for path in found[-3:]:
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        with Dossier.open(str(path)) as copy:
            assert copy.verify(victim.anchors).findings == ()
    _empty(victim.folder)
    victim.verify()


def _check_exports(victim: Victim, said: list[str]) -> None:
    """A file that bears its name is whole: the last export or the one before it."""
    with Dossier.open(victim.url) as dossier:
        for format_, name in acting.EXPORTS:
            path = victim.folder / name
            assert path.exists() or name not in said
            if path.exists():
                assert path.read_bytes() == b"".join(dossier.export(format_)), name
    if (victim.folder / "export.json").exists():
        assert lossless.read((victim.folder / "export.json").read_bytes()).header.seq == victim.anchors[0][0]
    victim.verify()


def _has_to_roll_back(path: Path | None) -> bool:
    """Whether there is a journal that begins with anything but zeros."""
    journal = path and path.with_name(f"{path.name}-journal")
    return bool(journal and journal.exists() and journal.read_bytes()[:1] not in {b"", b"\0"})


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


KINDS: dict[str, tuple[Act, Callable[[Victim, list[str]], None]]] = {
    "decisions": (acting.decide, _check_decisions),
    "imports": (acting.import_, _check_imports),
    "migrations": (acting.migrate_, _check_migrations),
    "backups": (acting.backup, _check_backups),
    "exports": (acting.export, _check_exports),
}
