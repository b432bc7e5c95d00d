"""The program: keeps the database layer off its start and its keys, survives errors, leaves a clean terminal.

The first frame is painted by Textual alone; SQLAlchemy and the dossier come in a thread meanwhile. One thread does
what a key waits for, a second one what may take longer (searching, filtering, exporting).
"""

import asyncio
import signal
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.segment import Segment
from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.color import Color
from textual.filter import LineFilter
from textual.screen import Screen

from evidence.text.clean import clean_line
from factcheck.tui import keys, look
from factcheck.tui.glyphs import ASCII, PLAIN, Glyphs
from factcheck.tui.screens.base import ReviewScreen, guarded
from factcheck.tui.screens.dialogs import Question
from factcheck.tui.screens.queue import QueueScreen

if TYPE_CHECKING:
    from factcheck.tui.state import State

PATIENCE = 0.7
"""Seconds after which one is told that the database keeps one waiting."""
FIRST = 200
"""Claims that are shown before all keys are loaded, which takes a second for a million."""
Result = TypeVar("Result")
Answered = Callable[[str | None], Awaitable[None]]


class Harmless(LineFilter):
    """The backstop: whatever any widget draws, no control, bidi or invisible character leaves for the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Clean the text of every segment that is not the terminal's own control."""
        return [
            segment if segment.control or (segment.text.isascii() and segment.text.isprintable()) else _cleaned(segment)
            for segment in segments
        ]


def _cleaned(segment: Segment) -> Segment:
    return Segment(clean_line(segment.text), segment.style, segment.control)


class ReviewApp(App[Exception | None]):
    """The terminal reviewer."""

    CSS = look.CSS
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # Textual allows tuples as well
        Binding("ctrl+q", "quit", show=False, priority=True),
        Binding("ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(
        self,
        open_state: "Callable[[], State]",
        *,
        theme: str | None = None,
        ascii_only: bool = False,
        colour: bool = True,
        folder: Path | None = None,
        at: str | None = None,
    ) -> None:
        super().__init__(ansi_color=None if colour else True)
        for one in look.THEMES.values():
            self.register_theme(one)
        self.theme = (theme or "dark") if colour else look.NO_COLOUR
        self.animation_level = "none"
        self.glyphs: Glyphs = ASCII if ascii_only else PLAIN
        self.message: tuple[str, str] = ("opening the dossier", "dim")
        self.folder = folder or Path()
        """Where reports are written."""
        self.loaded = False
        self.state: State
        self._open_state, self._at = open_state, at
        self._db = ThreadPoolExecutor(1, "dossier")
        self._slow = ThreadPoolExecutor(1, "slow")
        self._harmless = Harmless()

    # ── start and end ────────────────────────────────────────────────────────────────────────────

    def get_default_screen(self) -> Screen[None]:
        """The queue, empty at first."""
        return QueueScreen()

    def on_mount(self) -> None:
        """Listen for the end, and load what takes time."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
            except (NotImplementedError, RuntimeError, ValueError):  # not in the main thread, as in some tests
                break
        self.run_worker(self._load(), exit_on_error=False)

    async def _load(self) -> None:
        try:
            self.state = await self.db(self._open)
        except Exception as error:  # noqa: BLE001 - the command says what it was, once the terminal is its own again
            self.exit(error)
            return
        self.loaded = True
        self.message = ("", "")
        screen = self.screen_stack[0]
        if isinstance(screen, QueueScreen):
            screen.loaded()
            if not self.state.complete:
                await screen.reload("")

    def _open(self) -> "State":
        state = self._open_state()
        state.name()
        state.show(state.prepare(at=self._at, first=None if self._at else FIRST))
        return state

    async def db(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what a key waits for, in its own thread; keys pressed meanwhile wait their turn."""
        loop = asyncio.get_running_loop()
        late = loop.call_later(PATIENCE, self._tell_waiting)
        try:
            return await loop.run_in_executor(self._db, work, *told)
        finally:
            late.cancel()

    def _tell_waiting(self) -> None:
        """Say why the keys do nothing: another program holds the database, or it is far away."""
        if self.loaded and isinstance(self.screen, ReviewScreen):
            self.screen.say("waiting for the database: someone else is writing, your key is not lost", "warn")

    async def slow(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what may take longer, in another thread."""
        return await asyncio.get_running_loop().run_in_executor(self._slow, work, *told)

    async def action_quit(self) -> None:
        """Everything is saved already."""
        self.exit()

    def on_unmount(self) -> None:
        """Wait for what is being saved."""
        self._slow.shutdown(wait=False, cancel_futures=True)
        self._db.shutdown(wait=True)

    # ── asking ───────────────────────────────────────────────────────────────────────────────────

    def ask(self, question: Question, then: Answered) -> None:
        """Show a question; its answer, None for Esc, goes to `then`."""
        self.push_screen(question, guarded(then, self.failed))

    # ── commands ─────────────────────────────────────────────────────────────────────────────────

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the registry's keys of this screen, and the themes."""
        if isinstance(screen, ReviewScreen):
            for entry in keys.SCREENS[screen.NAME]:
                if entry.action != "palette":
                    shown = " ".join(keys.name(key) for key in entry.keys)
                    yield SystemCommand(entry.does, f"key {shown}", _caller(screen, entry.action))
        for name in (*look.THEMES, look.NO_COLOUR):
            yield SystemCommand(f"Theme: {name}", "colours", _themer(self, name))

    # ── when something goes wrong ────────────────────────────────────────────────────────────────

    async def run_action(self, action: str, *told: object, **named: object) -> bool:  # type: ignore[override]
        """Run an action; an error shows a screen and the program goes on."""
        try:
            return await super().run_action(action, *told, **named)  # type: ignore[arg-type]
        except Exception as error:  # noqa: BLE001 - the one place for actions; the error screen tells what it was
            self.failed(error)
            return False

    def failed(self, error: Exception) -> None:
        """Show what went wrong, without the values of variables: they may hold passwords."""
        from factcheck.errors import FactcheckError  # noqa: PLC0415
        from factcheck.tui.screens.sheets import ErrorScreen  # noqa: PLC0415

        if isinstance(error, FactcheckError):
            lines = [str(error)]
        else:
            at = traceback.extract_tb(error.__traceback__)[-1:]
            where = f" in {Path(at[0].filename).name}, line {at[0].lineno}" if at else ""
            lines = [f"A defect in factcheck: {type(error).__name__}: {error}{where}", "Please report these two lines."]
        self.push_screen(ErrorScreen(lines))

    def _fatal_error(self) -> None:
        """What cannot be survived ends the program with its traceback, but without the values of variables."""
        told = clean_line(" | ".join(line.strip() for line in traceback.format_exc(limit=-4).splitlines()))
        self._exit_renderables.append(Text(f"factcheck: a defect ended the reviewer; what you saved is safe. {told}"))
        self._close_messages_no_wait()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, then the backstop."""
        return [*super().get_line_filters(), self._harmless]


def _caller(screen: ReviewScreen, action: str) -> Callable[[], Awaitable[None]]:
    async def call() -> None:
        await screen.run_action(action)

    return call


def _themer(app: ReviewApp, name: str) -> Callable[[], None]:
    def set_theme() -> None:
        app.theme = name

    return set_theme
