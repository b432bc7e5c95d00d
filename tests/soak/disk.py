"""No room at any write, and a disk that became read-only: one sentence, nothing changed, everything still readable."""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from claims.judgement import ClaimDecision
from claims.model import Verdict
from factcheck.cli.common import write_out
from factcheck.dossier import Dossier, Format
from factcheck.errors import FileProblem, StoreError
from factcheck.store import migrate
from factcheck.store.engine import Store
from tests.factcheck.story import bring, exported, fill
from tests.migrations.first_schema import FIRST, first_schema
from tests.soak.acting import Say
from tests.soak.children import Child
from tests.soak.figures import Figure, Ground
from tests.soak.mounts import set_writable, small

PAGE = 4096
SIZE = 16 * 1024**2
Act = Callable[[Path], None]
"""Given the path of the dossier."""


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """Every act with room for no page, one page, two, … up to `number` or until there is room enough."""
    copies = {name: _copy(ground, name) for name in ("story", "first")}
    for name, act in ACTS.items():
        yield _limited(ground, copies["first" if name == "upgrade" else "story"], name, act, number)
    with small(ground.folder / "small", SIZE) as place:
        if place is None:
            yield Figure("disk full, disk read-only", "not measured: this machine lets nobody mount a disk")
            return
        for name, act in ACTS.items():
            yield _full(place, copies["first" if name == "upgrade" else "story"], name, act, number)
        yield _read_only(place, copies)


def _copy(ground: Ground, name: str) -> Path:
    """A dossier's file, to be copied from."""
    url = first_schema(ground.databases, "sqlite") if name == "first" else ground.fresh("sqlite")
    if name == "story":
        with Dossier.open(url, reviewer="anna") as dossier:
            fill(dossier)
    path = Store(url).path
    assert path is not None
    return path


# ── what is done ───────────────────────────────────────────────────────────────────────────────────


def _decide(path: Path) -> None:
    with Dossier.open(str(path), reviewer="boris") as dossier:
        dossier.decide("w4", ClaimDecision(verdict=Verdict.REFUTED, reason="counted " * 500))


def _add(path: Path) -> None:
    with Dossier.open(str(path), reviewer="boris") as dossier:
        dossier.add(b"A long text. " * 10_000, "long.txt")


def _import(path: Path) -> None:
    rows = [{"external_id": f"n{number}", "statement": f"Row {number}. " * 10} for number in range(200)]
    with Dossier.open(str(path), reviewer="boris") as dossier:
        bring(dossier, rows, "many.jsonl")


def _upgrade(path: Path) -> None:
    store = Store(str(path))
    try:
        migrate.upgrade(store)
    finally:
        store.close()


def _backup(path: Path) -> None:
    with Dossier.open(str(path)) as dossier:
        dossier.backup(path.with_name("copy.db"))


def _export(path: Path) -> None:
    with Dossier.open(str(path)) as dossier:
        write_out(dossier.export(Format.HTML), str(path.with_name("report.html")))


ACTS: dict[str, Act] = {
    "decide": _decide,
    "add": _add,
    "import": _import,
    "upgrade": _upgrade,
    "backup": _backup,
    "export": _export,
}
MADE = {"backup": "copy.db", "export": "report.html"}
"""The file that an act makes; the other acts change the dossier."""


# ── what must hold ─────────────────────────────────────────────────────────────────────────────────


class _Trial:
    """One dossier in a folder, before and after an act that may have failed."""

    def __init__(self, folder: Path, copy: Path, name: str) -> None:
        self.path, self.name = folder / "factcheck.db", name
        for left in folder.iterdir():
            left.unlink()
        shutil.copyfile(copy, self.path)
        self.before = self._state()

    def _state(self) -> tuple[str | None, bytes]:
        store = Store(str(self.path))
        schema = store.schema()
        store.close()
        if schema == FIRST:
            return schema, self.path.read_bytes()
        with Dossier.open(str(self.path)) as dossier:
            return schema, exported(dossier)

    def check(self, error: str | None) -> None:
        """It is done whole, or it was told in one sentence and nothing has changed; nothing of it lies about."""
        now = self._state()
        made = MADE.get(self.name)
        assert made is None or self.path.with_name(made).exists() == (error is None), error
        assert (now == self.before) == (error is not None or made is not None), error
        assert error is None or "\n" not in error
        if now[0] != FIRST:
            with Dossier.open(str(self.path)) as dossier:
                assert dossier.verify().findings == ()
        if made is not None and error is None:
            assert self.path.with_name(made).stat().st_size > 0
        allowed = {"factcheck.db", "factcheck.db.anchors", "factcheck.db-journal", made, "filler"}
        assert {path.name for path in self.path.parent.iterdir()} <= allowed


def _told(act: Act, path: Path) -> str | None:
    """The sentence with which an act fails; None when it is done."""
    try:
        act(path)
    except (StoreError, FileProblem) as error:
        return str(error)
    return None


def _limited(ground: Ground, copy: Path, name: str, act: Act, number: int) -> Figure:
    """Files may not grow beyond a limit, as under a quota."""
    folder = ground.folder / f"limited {name}"
    folder.mkdir()
    refused = 0
    for pages in range(number):
        trial = _Trial(folder, copy, name)
        size = 0 if name in MADE else trial.path.stat().st_size
        child = Child(partial(_under, size + pages * PAGE, act, trial.path))
        said = child.end()
        assert child.status == 0
        error = said[-1].partition(" ")[2] if said[-1].startswith("refused") else None
        trial.check(error)
        refused += error is not None
        if error is None:
            break
    return Figure(f"no room for the files of `{name}`", f"{refused} places to run out of room: told, nothing changed")


def _under(limit: int, act: Act, path: Path, say: Say) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    error = _told(act, path)
    say("done" if error is None else f"refused {error}")


def _full(place: Path, copy: Path, name: str, act: Act, number: int) -> Figure:
    """The whole file system has no more room."""
    refused = 0
    for pages in range(number):
        trial = _Trial(place, copy, name)
        _leave(place, pages * PAGE)
        error = _told(act, trial.path)
        (place / "filler").unlink()
        trial.check(error)
        refused += error is not None
        if error is None:
            break
    return Figure(f"disk full during `{name}`", f"{refused} places to run out of room: told, nothing changed")


def _leave(place: Path, room: int) -> None:
    """Fill the file system up to so many bytes."""
    with (place / "filler").open("wb", buffering=0) as filler:
        there = os.statvfs(place)
        for _ in range(max(0, there.f_bavail * there.f_frsize - room) // PAGE):
            filler.write(bytes(PAGE))


def _read_only(place: Path, copies: dict[str, Path]) -> Figure:
    """The file system is read-only from one moment to the next: every act is refused, all that reads goes on."""
    refused = 0
    for name, act in ACTS.items():
        trial = _Trial(place, copies["first" if name == "upgrade" else "story"], name)
        assert set_writable(place, writable=False)
        try:
            error = _told(act, trial.path)
            assert error is not None, name
            trial.check(error)
            refused += 1
        finally:
            assert set_writable(place, writable=True)
    return Figure("disk read-only", f"{refused} of {len(ACTS)} acts told so, nothing changed, all readable")
