"""What the screens look like with little, much, strange or nothing to show, while it comes, and when it fails.

Every screen in every state that it can be in; the usual ones stand in `test_snapshots.py` and with their screens.
"""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest

from claims.judgement import ClaimDecision
from claims.model import Verdict
from factcheck.dossier import Dossier
from factcheck.errors import FactcheckError
from factcheck.tui.screens.queue import QueueScreen
from factcheck.tui.screens.sheets import ErrorScreen
from tests.conftest import Clock
from tests.factcheck.tui.playing import SIZES, Seat, played, same_as_snapshot, seat

Keys = tuple[str, ...]
EMPTY: dict[str, Keys] = {
    "claim": ("enter",),
    "document": ("v",),
    "compare": ("c",),
    "evidence": ("s",),
    "filter": ("f",),
    "export": ("w",),
    "assign": ("a",),
    "undo": ("u",),
}
"""A screen, or what is said instead of it, and the keys that lead there."""
ONE: dict[str, Keys] = {
    "compare": ("c",),
    "history": ("h",),
    "progress": ("p",),
    "help": ("?",),
    "filter": ("f",),
    "export": ("w",),
    "reason": ("2",),
    "own-words": ("2", "0"),
    "split": ("P",),
    "tags": ("t",),
    "edit": ("E",),
    "no-note": ("ctrl+e",),
    "judged": ("1",),
}
MUCH: dict[str, Keys] = {
    "history": ("4", "h"),
    "progress": ("p",),
    "filter": ("f", "t", "繁", "enter", "f"),
    "export": ("w",),
    "search": ("/",),
    "reason": ("2",),
    "edit": ("E",),
    "marked-reason": ("x", "G", "space", "k", "space", "2", "y"),
    "marked": ("space", "space", "V"),
    "marked-question": ("space", "space", "2"),
}
CASES = [("empty", EMPTY), ("one", ONE), ("chinese", MUCH), ("hostile", MUCH)]
NOTHING = "nothing is to be found here"


_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@_sizes
@pytest.mark.parametrize(("kind", "screens"), CASES, ids=[kind for kind, _ in CASES])
def test_the_screens_look_as_they_did(
    ready: Callable[[str], str], tmp_path: Path, kind: str, screens: dict[str, Keys], size: tuple[int, int]
) -> None:
    """With nothing, one claim, long Chinese, and text that wishes us harm; one after the other, as one walks."""

    @played
    async def look() -> None:
        async with seat(ready(kind), size=size, folder=tmp_path) as anna:
            for name, keys in screens.items():
                await anna.press(*keys)
                same_as_snapshot(anna, f"state-{kind}-{name}")
                await _home(anna)

    look()


async def _home(anna: Seat) -> None:
    """Back to the queue as it was, with nothing marked, filtered or said."""
    for _ in range(4):
        if not anna.on(QueueScreen):
            await anna.press("escape")
    await anna.press("escape")
    if anna.state.told_filter():
        await anna.press("x")
    await anna.press("g")
    anna.app.message = ("", "")


@_sizes
def test_what_is_not_found_says_how_to_go_on(ready: Callable[[str], str], size: tuple[int, int]) -> None:
    """A filter that lets nothing through, a search without a match."""

    @played
    async def look() -> None:
        async with seat(ready("one"), size=size) as anna:
            await anna.press("f", "t")
            await anna.write(NOTHING)
            same_as_snapshot(anna, "none-filtered")
            await anna.press("1", "c", "v", "enter", "x", "/")
            await anna.write(NOTHING)
            same_as_snapshot(anna, "none-found")

    look()


@_sizes
@pytest.mark.parametrize("kind", ["one", "chinese", "hostile"])
def test_what_somebody_else_did_looks_as_it_did(ready: Callable[[str], str], kind: str, size: tuple[int, int]) -> None:
    """A save on what is no longer true: theirs, and the question."""

    @played
    async def look() -> None:
        url = ready(kind)
        async with seat(url, size=size) as anna:
            assert anna.state.current is not None
            with Dossier.open(url, reviewer="boris", now=Clock()) as boris:
                reason = anna.statement[:200]
                boris.decide(anna.state.current.claim.id, ClaimDecision(verdict=Verdict.CONFLICTING, reason=reason))
            await anna.press("4")
            same_as_snapshot(anna, f"{kind}-collision")

    look()


SLOW = {"history": ("history", "h"), "progress": ("stats", "p"), "document": ("claims_on", "v")}
"""Screens that load, what they ask the dossier for, and their keys."""


@_sizes
@pytest.mark.parametrize("name", SLOW)
def test_what_comes_later_does_not_keep_the_screen(
    ready: Callable[[str], str], name: str, size: tuple[int, int]
) -> None:
    """The screen is there at once and says that it is loading; it can be left before."""
    asked, key = SLOW[name]
    gate = threading.Event()
    real = getattr(Dossier, asked)

    def slow(*given: object, **named: object) -> object:
        gate.wait(10)
        return real(*given, **named)

    @played
    async def look() -> None:
        async with seat(ready("one"), size=size) as anna:
            with patch.object(Dossier, asked, slow):
                await anna.pilot.press(key)
                await anna.pilot.pause()
                same_as_snapshot(anna, f"loading-{name}")
                await anna.pilot.press("escape")
                gate.set()
                await anna.settle()
            assert anna.on(QueueScreen)

    look()


FAILS = {
    "claim": ("relations", ("enter",)),
    "document": ("claims_on", ("v",)),
    "compare": ("conflicts", ("c",)),
    "evidence": ("find_evidence", ("s",)),
    "history": ("history", ("h",)),
    "progress": ("stats", ("p",)),
    "filter": ("queue_ids", ("f", "c")),
    "save": ("decide", ("4",)),
    "undo": ("undo", ("u",)),
    "assign": ("people", ("a",)),
}
"""What one does, what of the dossier fails, and the keys."""
LONG = "the database is malformed; go back to a backup, or bring over what is left: `factcheck salvage NEW`"


@_sizes
def test_what_fails_is_told_in_full(ready: Callable[[str], str], size: tuple[int, int]) -> None:
    """On every screen: a sentence to its end, and the way back; the program goes on."""

    def fails(*_given: object, **_named: object) -> object:
        raise FactcheckError(f"/a/place/of/a/dossier/with/a/long/name.db: {LONG}")

    @played
    async def look() -> None:
        async with seat(ready("chinese"), size=size) as anna:
            for name, (asked, keys) in FAILS.items():
                with ExitStack() as stack:
                    stack.enter_context(patch.object(Dossier, asked, fails))
                    await anna.press(*keys)
                    same_as_snapshot(anna, "error" if anna.on(ErrorScreen) else f"error-{name}")
                    assert "salvage NEW" in " ".join(anna.text.split())
                await _home(anna)
            await anna.press("4")
            assert anna.status.startswith("saved:")

    look()


@_sizes
def test_an_export_that_cannot_be_written_says_why(
    ready: Callable[[str], str], tmp_path: Path, size: tuple[int, int]
) -> None:
    """Into a folder that is not there; and one that can, says where it is."""

    @played
    async def look() -> None:
        async with seat(ready("one"), size=size, folder=tmp_path / "gone") as anna:
            await anna.press("w", "1", "enter")
            assert anna.on(QueueScreen)
            assert "gone" in anna.text
        async with seat(ready("one"), size=size, folder=tmp_path) as anna:
            await anna.press("w", "1", "enter")
            assert anna.on(QueueScreen)
            assert "written" in anna.status

    look()
