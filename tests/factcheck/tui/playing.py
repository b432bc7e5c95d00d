"""Sitting down at the terminal reviewer in a test: keys in, the screen's text out."""

import asyncio
import contextlib
import functools
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ParamSpec

from textual.pilot import Pilot
from textual.screen import Screen

from factcheck.dossier import Dossier
from factcheck.settings import Settings
from factcheck.tui.app import ReviewApp
from factcheck.tui.state import State
from tests.conftest import Clock

Told = ParamSpec("Told")
SNAPSHOTS = Path(__file__).with_name("snapshots")
UPDATE = "UPDATE_SNAPSHOTS"
"""Set this variable to write the snapshots anew; then read what changed."""
SIZES = ((80, 24), (120, 40))


def played(test: Callable[Told, Coroutine[Any, Any, None]]) -> Callable[Told, None]:
    """A test that is a coroutine."""

    @functools.wraps(test)
    def run(*given: Told.args, **named: Told.kwargs) -> None:
        asyncio.run(test(*given, **named))

    return run


class Seat:
    """A reviewer in front of a running program."""

    def __init__(self, app: ReviewApp, pilot: Pilot[Exception | None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def state(self) -> State:
        """The session."""
        return self.app.state

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.app.state.dossier

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each when the last is done with."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Type a line and send it off."""
        from textual.widgets import Input  # noqa: PLC0415

        self.app.screen.query_one("#own", Input).value = text
        await self.press("enter")

    async def beat(self) -> None:
        """Rest on a claim for a while: others are told, and asked."""
        with self.app._context():  # of two programs in one test, this one
            await self.app.beat()
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is going on: what a worker brings may set off another, and is laid out a moment later."""
        seen: list[list[str]] = []
        while len(seen) < 3 or not seen[-1] == seen[-2] == seen[-3]:
            await self.app.workers.wait_for_complete()
            await self._answered()
            await self.pilot.pause()
            if self.status.startswith("waiting for the database"):  # it goes on by itself as soon as it may
                continue
            seen.append(self.lines)
            if len(seen) == 50:
                return

    async def _answered(self) -> None:
        """Wait for what the database was asked: a screen may wait for it that is no worker's, and look still."""
        with contextlib.suppress(RuntimeError):  # the program has ended, and its thread with it
            await asyncio.get_running_loop().run_in_executor(self.app._db, lambda: None)

    def on(self, screen: type[Screen[Any]]) -> bool:
        """Whether this screen is on top."""
        return isinstance(self.app.screen, screen)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        with self.app._context():  # of two programs in one test, this one
            strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        """What the status line was told."""
        return self.app.message[0]

    @property
    def statement(self) -> str:
        """The claim under the cursor."""
        row = self.state.current
        assert row is not None
        return row.claim.statement


@asynccontextmanager
async def seat(
    url: str, *, reviewer: str = "anna", size: tuple[int, int] = SIZES[0], clock: Clock | None = None, **options: Any
) -> AsyncIterator[Seat]:
    """Start the reviewer on a dossier and leave it again."""
    clock = clock or Clock()
    opened: list[Dossier] = []

    def open_state() -> State:
        opened.append(Dossier.open(url, reviewer=reviewer, title="a dossier", now=clock))
        return State(opened[-1])

    options.setdefault("told", Settings(db=url, reviewer=reviewer))
    app = ReviewApp(open_state, **options)
    async with app.run_test(size=size) as pilot:
        sitting = Seat(app, pilot)
        await sitting.settle()
        if app.return_value is not None:
            raise app.return_value
        yield sitting
    for dossier in opened:
        dossier.close()


def same_as_snapshot(sitting: Seat, name: str) -> None:
    """Compare the screen with the one that was looked at and kept."""
    size = sitting.app.size
    path = SNAPSHOTS / f"{name}-{size.width}x{size.height}.txt"
    text = sitting.text + "\n"
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no snapshot {path.name}; {UPDATE}=1 writes it"
    assert text == path.read_text(encoding="utf-8"), f"{path.name} looks different; {UPDATE}=1 writes it anew"
