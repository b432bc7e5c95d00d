"""The program: keeps the database layer off its start and its keys, survives errors, leaves a clean terminal.

The first frame is painted by Textual alone; SQLAlchemy and the dossier come in a thread meanwhile. One thread does
what a key waits for, a second one what may take longer (searching, filtering, exporting).
"""

import asyncio
import signal
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding
from textual.color import Color
from textual.filter import LineFilter
from textual.screen import Screen

from evidence.text.clean import clean_line
from factcheck.errors import FactcheckError, NoDossier, SettingsProblem
from factcheck.settings import FILE, Settings
from factcheck.tui import keys, look
from factcheck.tui.glyphs import ASCII, PLAIN, Glyphs
from factcheck.tui.program import Answered, Program, Result
from factcheck.tui.screens.base import ReviewScreen, guarded
from factcheck.tui.screens.queue import QueueScreen
from factcheck.tui.typed import Typed

if TYPE_CHECKING:
    from factcheck.store.quick import Glimpse
    from factcheck.tui.commands import Indexing, Running
    from factcheck.tui.company import Company
    from factcheck.tui.screens.dialogs import Question
    from factcheck.tui.state import State

TICK = 2.0
"""Seconds between two looks at whether others should be told which claim is open."""
PATIENCE = 0.7
"""Seconds after which one is told that the database keeps one waiting."""
WAITING = ("waiting for the database: someone else is writing, your key is not lost", "warn")
FIRST = 200
"""Claims that are shown before all keys are loaded, which takes a second for a million."""


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
        told: Settings | None = None,
        index: bool = False,
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
        self.told = told or Settings()
        """What the tool was told before it started; raises SettingsProblem where its keys are none of ours."""
        self.registry = keys.overridden(self.told.keys, FILE)
        self.language = self.told.language or "en"
        """Of the report's own words."""
        self._commands: Running | None = None
        self.loaded = False
        self.state: State
        self.seen: Future[Glimpse | None] | None = None
        """What the first claims say, read with SQLite alone: the layers above it take longer to import than to work."""
        self._open_state, self._at = open_state, at
        self._index = index
        self._indexing: Indexing | None = None
        self._real = told is not None
        """Whether the dossier is one that a command can open as well."""
        self._db = ThreadPoolExecutor(1, "dossier")
        self._slow = ThreadPoolExecutor(1, "slow")
        self._rest = ThreadPoolExecutor(1, "rest")
        self._beats = ThreadPoolExecutor(1, "company")
        self.company: Company | None = None
        """Who else is here; None until the dossier is open."""
        self._beating = False
        self._harmless = Harmless()
        self._typed = Typed(self, super().on_event, self._must_wait)  # type: ignore[arg-type]  # App is invariant

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
        self.set_interval(TICK, self._tick)

    async def _load(self) -> None:
        try:
            await self._preview()
            self.state = await self.db(self._open)
        except NoDossier as error:
            from factcheck.tui.commands import is_file  # noqa: PLC0415 - seldom needed

            if not self._real or not is_file(self.told.db) or "no dossier here yet" not in str(error):
                self.exit(error)
                return
            from factcheck.tui.screens.first_run import FirstRunScreen  # noqa: PLC0415 - seldom needed

            self._typed.forget()  # it was not meant for the questions that are asked now
            self.push_screen(FirstRunScreen(str(error)))
            return
        except Exception as error:  # noqa: BLE001 - the command says what it was, once the terminal is its own again
            self.exit(error)
            return
        await self._show_queue()

    async def _preview(self) -> None:
        """Show what the first claims say where they were not read in time for the first frame."""
        screen = self.screen_stack[0]
        if self.seen is None or not isinstance(screen, QueueScreen) or screen.previewed:
            return
        with suppress(FactcheckError):  # whatever is wrong will be told when the dossier is opened
            await asyncio.wrap_future(self.seen)
        if screen.is_mounted:
            screen.preview()

    async def enter(self, told: Settings, open_state: "Callable[[], State]") -> None:
        """Work on this dossier from now on."""
        if self.loaded:
            await self.db(self.state.dossier.close)
        self.told, self._commands, self._indexing = told, None, None
        self._real = True
        self._open_state, self._at = open_state, None
        self.state = await self.db(self._open)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        await self._show_queue()

    async def _show_queue(self) -> None:
        self.loaded = True
        from factcheck.tui.company import Company  # noqa: PLC0415 - loaded by now, and not before the first frame

        if self.company is not None:
            self._beats.submit(self.company.leave)
        self.company = Company(self.state.dossier)
        self.company.active()
        self.message = ("", "")
        screen = self.screen_stack[0]
        if isinstance(screen, QueueScreen):
            screen.loaded()
            if not self.state.complete:
                row = self.state.current
                screen.load_rest(row.claim.id if row else None)
        self._typed.opened()
        if self._index and self._real and any(await self.slow(self.state.dossier.index_behind)):
            from factcheck.tui.commands import Indexing  # noqa: PLC0415 - not before the first frame

            self._indexing = Indexing(self.told)
            self._indexing.start()

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
            if self.message == WAITING:  # no longer; what came of it is told next, if there is anything to tell
                self.message = ("", "")
                if isinstance(self.screen, ReviewScreen):
                    self.screen.draw_status()

    def _tell_waiting(self) -> None:
        """Say why the keys do nothing: another program holds the database, or it is far away."""
        if self.loaded and isinstance(self.screen, ReviewScreen):
            self.screen.say(*WAITING)

    async def _in(self, pool: ThreadPoolExecutor, work: Callable[..., Result], *told: object) -> Result:
        return await asyncio.get_running_loop().run_in_executor(pool, work, *told)

    async def slow(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what may take longer, in another thread."""
        return await self._in(self._slow, work, *told)

    @property
    def running(self) -> "Running":
        """What runs beside the program."""
        from factcheck.tui.commands import Running  # noqa: PLC0415 - not before the first frame

        if self._commands is None:
            self._commands = Running(self.told)
        return self._commands

    def rename(self, reviewer: str) -> None:
        """Who works here from the next start; what is under way keeps the name it began with."""
        self.told = replace(self.told, reviewer=reviewer)

    async def rest(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what nobody waits for: the rest of a queue whose beginning is shown."""
        return await asyncio.get_running_loop().run_in_executor(self._rest, work, *told)

    async def action_quit(self) -> None:
        """Everything is saved already."""
        self.exit()

    def on_unmount(self) -> None:
        """Wait for what is being saved; what runs beside ends, and the database takes its unfinished work back."""
        if self._commands is not None:
            self._commands.stop()
        if self._indexing is not None:
            self._indexing.stop()
        self._slow.shutdown(wait=False, cancel_futures=True)
        self._rest.shutdown(wait=False, cancel_futures=True)
        if self.company is not None:
            self._beats.submit(self.company.leave)
        self._beats.shutdown(wait=True)
        if self.loaded:
            self._db.submit(self.state.dossier.close)
        self._db.shutdown(wait=True)

    # ── asking ───────────────────────────────────────────────────────────────────────────────────

    def ask(self, question: "Question", then: Answered) -> None:
        """Show a question; its answer, None for Esc, goes to `then`."""
        self.push_screen(question, guarded(then, self.failed))

    def write(self, text: str, name: str = "text.txt") -> str | None:
        """The text as it was left in one's own editor; None when there is none, with words about why."""
        from factcheck.settings import editor  # noqa: PLC0415 - seldom needed
        from factcheck.tui.editor import EditorProblem, attempted, edit  # noqa: PLC0415

        try:
            command = editor()
            if not command:
                return edit(text, command, name)
            # Textual comes back from being suspended only when nothing was raised meanwhile.
            with self.suspend():
                outcome = attempted(text, command, name)
            if isinstance(outcome, str):
                return outcome
            words = str(outcome)
        except (EditorProblem, SettingsProblem) as problem:
            words = str(problem)
        except SuspendNotSupported:
            words = "this terminal cannot be left for an editor"
        self.message = (words, "warn")
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.draw_status()
        return None

    # ── company ──────────────────────────────────────────────────────────────────────────────────

    def _tick(self) -> None:
        """Say which claim is open once one rests on it, beside whatever else goes on."""
        if self.company is None or self._beating:
            return
        claim = self._open_claim()
        if self.company.due(claim):
            self._beating = True
            self.run_worker(self._beat(claim), exit_on_error=False)
        elif self.company.lonely():
            self._show_company()

    def _open_claim(self) -> str | None:
        row = self.state.current if self.loaded else None
        return None if row is None else row.claim.id

    async def _beat(self, claim: str | None) -> None:
        try:
            company = self.company
            if company is not None and await self._in(self._beats, company.beat, claim):
                self._show_company()
        finally:
            self._beating = False

    def _show_company(self) -> None:
        if isinstance(self.screen, ReviewScreen):
            self.screen.company_changed()

    async def beat(self) -> None:
        """Tell and ask at once, as after a rest."""
        if self.company is not None:
            await self._beat(self._open_claim())

    # ── commands ─────────────────────────────────────────────────────────────────────────────────

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the registry's keys of this screen, and the themes."""
        if isinstance(screen, ReviewScreen):
            for entry in self.registry[screen.NAME]:
                if entry.action != "palette":
                    shown = " ".join(keys.name(key) for key in entry.keys)
                    yield SystemCommand(entry.does, f"key {shown}", _caller(screen, entry.action))
        for name in (*look.THEMES, look.NO_COLOUR):
            yield SystemCommand(f"Theme: {name}", "colours", _themer(self, name))

    def help(self, screen: str) -> None:
        """Show the keys of a screen."""
        from factcheck.tui.screens.sheets import HelpScreen  # noqa: PLC0415 - seldom needed

        self.push_screen(HelpScreen(screen))

    # ── when something goes wrong ────────────────────────────────────────────────────────────────

    async def on_event(self, event: events.Event) -> None:
        """Keys one after the other, everything else as it comes."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def _must_wait(self, event: events.Key) -> bool:
        """Whether a key means nothing before the dossier is open; then it counts afterwards."""
        if self.loaded or len(self.screen_stack) != 1 or event.key in {"ctrl+q", "ctrl+c"}:
            return False
        name = (event.character if event.is_printable else None) or event.key
        entries = self.registry[QueueScreen.NAME]
        return not any(name in keys.pressed(one) and one.action in {"quit", "help"} for one in entries)

    async def run_action(self, action: str, *told: object, **named: object) -> bool:  # type: ignore[override]
        """Run an action; an error shows a screen and the program goes on."""
        if self.company is not None:
            self.company.active()
        try:
            return await super().run_action(action, *told, **named)  # type: ignore[arg-type]
        except Exception as error:  # noqa: BLE001 - the one place for actions; the error screen tells what it was
            self.failed(error)
            return False

    def failed(self, error: Exception) -> None:
        """Show what went wrong, without the values of variables: they may hold passwords."""
        from factcheck.tui.screens.sheets import ErrorScreen  # noqa: PLC0415

        if isinstance(error, FactcheckError):
            lines = [str(error)]
        else:
            at = traceback.extract_tb(error.__traceback__)[-1:]
            where = f" in {Path(at[0].filename).name}, line {at[0].lineno}" if at else ""
            lines = [f"A defect in factcheck: {type(error).__name__}: {error}{where}", "Please report these two lines."]
        self.message = ("", "")  # such as that it is loading: it is no longer
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


def _themer(app: Program, name: str) -> Callable[[], None]:
    def set_theme() -> None:
        app.theme = name

    return set_theme
