"""Where one begins: no dossier, or an empty one."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from textual.widgets import Input

from factcheck.dossier import Dossier
from factcheck.errors import FactcheckError
from factcheck.settings import Settings
from factcheck.store.quick import Glimpse, glimpse
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.first_run import SAMPLE, FirstRunScreen
from factcheck.tui.screens.importing import BringScreen, PathPrompt
from factcheck.tui.screens.queue import QueueScreen
from factcheck.tui.state import State
from tests.factcheck.tui.playing import SIZES, Seat, played, same_as_snapshot, seat


def _nothing(tmp_path: Path) -> tuple[str, Settings]:
    url = f"sqlite:///{tmp_path / 'factcheck.db'}"
    return url, Settings(db=url, reviewer="anna")


async def _leave(anna: Seat) -> None:
    """Let go of what the program opened by itself."""
    if anna.app.loaded:
        anna.dossier.close()


def test_no_dossier_is_made_before_one_asks_for_it(tmp_path: Path) -> None:
    """The screen says what can be done; leaving it has made nothing."""

    @played
    async def sit() -> None:
        url, told = _nothing(tmp_path)
        async with seat(url, told=told, folder=tmp_path) as anna:
            assert anna.on(FirstRunScreen)
            assert "There is no dossier at" in anna.text
            await anna.press("?")
            assert "Open the sample" in anna.text
            await anna.press("escape", "q")
        assert list(tmp_path.iterdir()) == []

    sit()


def test_a_document_is_the_beginning_of_a_dossier(tmp_path: Path) -> None:
    """a makes the dossier and asks which document; after it and its claims one is in the queue."""

    @played
    async def sit() -> None:
        url, told = _nothing(tmp_path)
        (tmp_path / "harbour.txt").write_text("港口大火昨夜燒毀三座倉庫。消防局表示兩人受傷。\n", encoding="utf-8")
        async with seat(url, told=told, folder=tmp_path) as anna:
            await anna.press("a")
            assert anna.on(PathPrompt)
            anna.app.screen.query_one("#own", Input).value = "harbour.txt"
            await anna.press("enter", "y")
            await anna.write("Harbour Daily")
            await anna.press("y", "escape")
            assert anna.on(QueueScreen)
            assert len(anna.state.ids) >= 2
            await anna.press("1")
            assert "saved: supported" in anna.status
            await _leave(anna)

    sit()


def test_the_sample_opens_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """Where it stays; the dossier that was asked for is not made."""

    @played
    async def sit() -> None:
        url, told = _nothing(tmp_path)
        async with seat(url, told=told, folder=tmp_path) as anna:
            await anna.press("s")
            assert anna.on(QueueScreen)
            assert len(anna.state.ids) > 20
            assert (tmp_path / SAMPLE / "factcheck.db").exists()
            assert not (tmp_path / "factcheck.db").exists()
            await _leave(anna)

    sit()


@played
async def test_an_empty_dossier_says_what_to_do(ready: Callable[[str], str]) -> None:
    """i leads to the same choices; Esc goes back; i again asks for a file of claims."""
    async with seat(ready("empty")) as anna:
        assert "Press i" in anna.text
        await anna.press("i")
        assert anna.on(FirstRunScreen)
        assert "still empty" in anna.text
        await anna.press("escape")
        assert anna.on(QueueScreen)
        await anna.press("i", "i")
        assert anna.on(PathPrompt)
        await anna.press("escape")
        assert not anna.on(BringScreen)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screen_looks_as_it_did(ready: Callable[[str], str], size: tuple[int, int]) -> None:
    """On an empty dossier; without any it names the place."""

    @played
    async def look() -> None:
        async with seat(ready("empty"), size=size) as anna:
            await anna.press("i")
            same_as_snapshot(anna, "empty-first")

    look()


@pytest.mark.parametrize("late", [False, True])
def test_what_was_read_ahead_is_shown_before_the_dossier_is_open(sample: str, late: bool) -> None:
    """In the first frame, or as soon as it has been read; where reading it failed, opening the dossier tells why."""
    gate, seen = threading.Event(), Future[Glimpse | None]()
    told = glimpse(Path(sample.removeprefix("sqlite:///")), 50)

    def slow() -> State:
        gate.wait(30)
        return State(Dossier.open(sample, reviewer="anna"))

    @played
    async def look() -> None:
        app = ReviewApp(slow, told=Settings(db=sample, reviewer="anna"))
        app.seen = seen
        if not late:
            seen.set_result(told)
        async with app.run_test(size=(80, 24)) as pilot:
            sitting = Seat(app, pilot)
            await pilot.pause()
            first = told.rows[told.start][0][:30]
            assert (first in sitting.text) is not late
            if late:
                seen.set_result(told)
                for _ in range(100):
                    await pilot.pause(0.01)
                    if first in sitting.text:
                        break
            assert first in sitting.text
            assert "opening the dossier" in sitting.text
            gate.set()
            await sitting.settle()
            assert sitting.statement.startswith(first)
            app.state.dossier.close()

    look()


@played
async def test_what_could_not_be_read_ahead_is_no_matter(sample: str) -> None:
    """The dossier is opened all the same."""
    app = ReviewApp(lambda: State(Dossier.open(sample, reviewer="anna")), told=Settings(db=sample, reviewer="anna"))
    app.seen = Future()
    app.seen.set_exception(FactcheckError("the file is busy"))
    async with app.run_test(size=(80, 24)) as pilot:
        sitting = Seat(app, pilot)
        await sitting.settle()
        assert sitting.on(QueueScreen)
        assert sitting.statement
        app.state.dossier.close()
