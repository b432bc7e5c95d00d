"""Keys that arrive together, or before there is anything to act on, are carried out in order and on their screen."""

import asyncio
import threading
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key

from claims.model import Verdict
from factcheck.dossier import Dossier
from factcheck.settings import Settings
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.queue import QueueScreen
from factcheck.tui.screens.sheets import HelpScreen
from factcheck.tui.state import State
from tests.factcheck.tui.playing import Seat, played, seat

NAMED = {"\r": "enter", "\x1b": "escape", " ": "space"}


def _at_once(sitting: Seat, text: str) -> None:
    """Keys of which none waits for what the one before does, as a terminal sends what is pasted."""
    for character in text:
        key = NAMED.get(character) or _character_to_key(character)
        sitting.app.post_message(events.Key(key, character))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fa", "asked of you"),
        ("fth2\r", "text “h2”"),
        ("ft倉庫\r", "text “倉庫”"),
        ("/倉庫\r", "“倉庫”"),
        ("?q2\x1b4", "saved: not enough evidence"),
        ("20it was hail\r", "saved: refuted"),
        ("4u", "undone"),
        ("e0own words\r", "reason “own words”"),
        ("w3\x1bjk3", "saved: conflicting"),
    ],
)
def test_each_key_goes_to_the_screen_that_the_one_before_opened(sample: str, text: str, shown: str) -> None:
    """A question, its field, a screen and back: nothing is lost, and nothing lands where it was not meant."""

    @played
    async def session() -> None:
        async with seat(sample) as anna:
            _at_once(anna, text)
            for _ in range(200):
                await anna.pilot.pause(0.01)
                if shown in anna.status:
                    break
            await anna.settle()
            assert shown in anna.status
            assert anna.on(QueueScreen)

    session()


@played
async def test_many_verdicts_at_once_are_as_many_verdicts(sample: str) -> None:
    """Each on its own claim."""
    async with seat(sample) as anna:
        before = anna.state.waiting
        _at_once(anna, "4343")
        for _ in range(300):
            await anna.pilot.pause(0.01)
            if anna.state.waiting == before - 4:
                break
        await anna.settle()
        assert anna.state.waiting == before - 4
        newest = list(anna.dossier.history(limit=4))
        assert [one.kind for one in newest] == ["decision"] * 4
        assert len({change["id"] for one in newest for change in one.changes}) == 4


@played
async def test_keys_wait_while_the_dossier_is_being_opened(sample: str) -> None:
    """Help is there at once; a verdict counts when there is a claim for it."""
    gate = threading.Event()

    def slow() -> State:
        gate.wait(30)
        return State(Dossier.open(sample, reviewer="anna"))

    app = ReviewApp(slow, told=Settings(db=sample, reviewer="anna"))
    async with app.run_test(size=(80, 24)) as pilot:
        sitting = Seat(app, pilot)
        await pilot.pause()
        _at_once(sitting, "4?")
        for _ in range(100):
            await pilot.pause(0.01)
            if sitting.on(HelpScreen):
                break
        assert sitting.on(HelpScreen)
        _at_once(sitting, "q")
        await pilot.pause(0.1)
        gate.set()
        for _ in range(300):
            await pilot.pause(0.01)
            if sitting.status.startswith("saved:"):
                break
        await sitting.settle()
        assert sitting.status.startswith("saved: not enough evidence")
        (event, *_) = app.state.dossier.history(limit=1)
        (change, *_) = event.changes
        assert app.state.dossier.claim(str(change["id"])).verdict is Verdict.NOT_ENOUGH_EVIDENCE
        app.state.dossier.close()


@played
async def test_one_can_leave_before_the_dossier_is_open(sample: str) -> None:
    """q does not wait."""
    gate = threading.Event()

    def slow() -> State:
        gate.wait(30)
        raise RuntimeError("too late")

    app = ReviewApp(slow, told=Settings(db=sample))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        _at_once(Seat(app, pilot), "jq")
        for _ in range(200):
            await asyncio.sleep(0.01)
            if app._exit:
                break
        assert app._exit
        gate.set()


@played
async def test_a_long_warning_is_shown_to_its_end(sample: str, tmp_path: Path) -> None:
    """Over as many lines as it takes, also when the window changes; the next short word gives them back."""
    place = tmp_path / "/".join(["not", "there"] * 12) / "report.html"
    async with seat(sample, folder=place.parent) as anna:
        await anna.press("w", "1", "enter")
        await anna.press("escape")
        anna.app.message = (f"not written: {place}: no such folder; choose another one", "bad")
        await anna.press("j", "k")
        screen = anna.app.screen
        assert isinstance(screen, QueueScreen)
        screen.draw()
        await anna.settle()
        told = "".join("".join(anna.lines[-6:-1]).split())  # a line may end where a space was
        assert told.endswith("chooseanotherone")
        rows = screen.sheet("status").size.height
        assert rows > 1
        await anna.pilot.resize_terminal(160, 40)
        await anna.settle()
        assert 1 < screen.sheet("status").size.height < rows + 1
        await anna.press("4")
        assert screen.sheet("status").size.height == 1
        assert anna.lines[-2].startswith(" saved:")
