"""The first thing one sees where there is no dossier yet, or an empty one: what to do, by key."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.tui import keys
from factcheck.tui.screens.base import ReviewScreen, bindings
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Line, Lines, line, span, wrap, wrap_text

if TYPE_CHECKING:
    from factcheck.settings import Settings
    from factcheck.tui.state import State

SAMPLE = "factcheck-demo"
"""The folder of the sample dossier, the one that `factcheck demo` makes."""


class FirstRunScreen(ReviewScreen):
    """What one can begin with."""

    NAME = "first"
    BINDINGS = bindings("first")

    def __init__(self, missing: str = "") -> None:
        """`missing` says which dossier is not there; '' when there is one and it is empty."""
        super().__init__()
        self._missing = missing

    def body(self) -> Iterator[Widget]:
        """One sheet."""
        yield Sheet("text", thumb=self.review.glyphs.thumb)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Everything here works without a dossier."""
        return True

    def hint(self) -> str:
        """What to do here."""
        return "i, a or s begins; nothing is made before you press one of them"

    def draw(self) -> None:
        """What one can do."""
        self.sheet("title").say(" ", ("factcheck: where to begin", "strong"))
        if not self.review.loaded and self.review.message[0] == "opening the dossier":
            self.review.message = ("", "")
        self.draw_status()
        self.sheet("text").show(lambda cells: Lines(self._lines(cells)))

    def _lines(self, cells: int) -> list[Line]:
        where = self._missing.partition(": no dossier here yet")[0]
        told = f"There is no dossier at {where} yet." if self._missing else "This dossier is still empty."
        lines = [*wrap_text(told, cells, "strong"), ()]
        lines += wrap_text(
            "A dossier holds the accounts of one story, the claims they make, each with its exact words, "
            "and what you and others decided about them.",
            cells,
        )
        lines.append(())
        for entry in self.review.registry[self.NAME]:
            if entry.group == "Begin":
                first = span(f"  {keys.name(entry.keys[0])}   ", "key")
                lines += [*wrap([span(entry.does)], cells, indent="      ", first=first), ()]
        return [*lines, line(("Everything stays on this computer.", "dim"))]

    async def action_begin(self, kind: str) -> None:
        """A dossier here, then a file into it."""
        from factcheck.tui.screens.importing import BringScreen  # noqa: PLC0415

        if not self.review.loaded:
            await self.review.enter(self.review.told, _creating(self.review.told))
        else:
            self.app.pop_screen()
        self.app.push_screen(BringScreen(kind))

    async def action_sample(self) -> None:
        """The sample, in a folder of its own."""
        folder = self.review.folder / SAMPLE
        self.say(f"building the sample in {folder}")
        told = replace(self.review.told, db=f"sqlite:///{folder / 'factcheck.db'}", title=None)

        def make() -> "State":
            folder.mkdir(parents=True, exist_ok=True)
            state = _creating(told)()
            state.dossier.build_sample()
            return state

        await self.review.enter(told, make)
        self.review.screen_stack[0].say(f"this is the sample; it stays in {folder}")  # type: ignore[attr-defined]

    async def action_quit(self) -> None:
        """Nothing was made."""
        if self.review.loaded:
            self.app.pop_screen()
        else:
            self.app.exit()


def _creating(told: "Settings") -> "Callable[[], State]":
    """Makes the dossier and opens it; called in a thread."""

    def create() -> "State":
        from factcheck.dossier import Dossier  # noqa: PLC0415
        from factcheck.tui.state import State  # noqa: PLC0415

        return State(Dossier.create(told.db, reviewer=told.reviewer, title=told.title))

    return create
