"""Screens that only show lines: help, history, progress, errors."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.tui import keys
from factcheck.tui.screens.base import ReviewScreen, bindings
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Line, Lines, Span, line, span, wrap, wrap_text

if TYPE_CHECKING:
    from evidence.model import Source
    from factcheck.dossier import Event, Pace, Stats

RECENT = 500
"""Ledger entries that the history shows; `factcheck log` has them all."""


class SheetScreen(ReviewScreen):
    """One sheet of lines."""

    NAME = "sheet"
    BINDINGS = bindings("sheet")
    heading = ""

    def body(self) -> Iterator[Widget]:
        """The sheet."""
        yield Sheet("text", thumb=self.review.glyphs.thumb)

    def draw(self) -> None:
        """Heading and status."""
        self.sheet("title").say(" ", (self.heading, "strong"))
        self.draw_status()


class HelpScreen(SheetScreen):
    """The keys of a screen, from the registry."""

    def __init__(self, of: str) -> None:
        super().__init__()
        self._of = of
        self.heading = f"Keys: {keys.TITLES[of]}"

    def on_mount(self) -> None:
        """List them."""
        super().on_mount()
        self.sheet("text").show(lambda cells: Lines(help_lines(self._of, cells, self.review.registry)))


def help_lines(screen: str, cells: int, registry: keys.Registry = keys.SCREENS) -> list[Line]:
    """The registry, group by group."""
    lines: list[Line] = []
    groups: dict[str, list[keys.Key]] = {}
    for entry in registry[screen]:
        groups.setdefault(entry.group, []).append(entry)
    for group, some in groups.items():
        lines += [line((group, "head"))]
        for entry in some:
            shown = " ".join(keys.name(key) for key in entry.keys)
            lines += wrap([span(entry.does)], cells, indent=" " * KEYS, first=span(f"  {shown}".ljust(KEYS), "key"))
        lines.append(())
    note = "Full-width keys (１ ？ 【) work as well. Everything you decide is saved at once and can be undone with u."
    return [*lines, *wrap_text(note, cells, "dim")]


KEYS = 16
"""Cells of the keys' column."""


class HistoryScreen(SheetScreen):
    """Who did what, when and why, newest first."""

    heading = "History, newest first"

    def on_mount(self) -> None:
        """Read the ledger's end."""
        super().on_mount()
        self.sheet("text").say(("  loading ..", "dim"))
        self.beside(self._load)

    async def _load(self) -> None:
        dossier = self.state.dossier

        def read() -> "tuple[list[Event], dict[str, str]]":
            events = list(dossier.history(limit=RECENT))
            return events, dossier.names([str(one.get("id")) for event in events for one in event.changes[:3]])

        events, names = await self.review.slow(read)
        from factcheck.tui.views import event_lines  # noqa: PLC0415 - loaded by now

        self.sheet("text").show(
            lambda cells: Lines([one for event in events for one in (*event_lines(event, cells, names=names), ())])
        )


class ProgressScreen(SheetScreen):
    """Bars of status, verdicts and sources; agreement and pace of the reviewers."""

    heading = "Progress"

    def on_mount(self) -> None:
        """Count."""
        super().on_mount()
        self.sheet("text").say(("  loading ..", "dim"))
        self.beside(self._load)

    async def _load(self) -> None:
        dossier, glyphs = self.state.dossier, self.review.glyphs

        def count() -> "tuple[Stats, list[Source], Pace]":
            return dossier.stats(), dossier.sources(), dossier.pace()

        stats, sources, pace = await self.review.slow(count)
        from factcheck.tui.views import progress_lines  # noqa: PLC0415 - loaded by now

        self.sheet("text").show(lambda cells: Lines(progress_lines(stats, sources, pace, cells, glyphs)))


class ErrorScreen(SheetScreen):
    """What went wrong; the program goes on."""

    heading = "That did not work"

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__()
        self._told = told

    def on_mount(self) -> None:
        """Say it."""
        super().on_mount()
        last: Span = ("What you decided before is saved. Esc goes back, Ctrl-Q quits.", "dim")
        self.sheet("text").show(
            lambda cells: Lines(
                [one for text in self._told for one in (*wrap_text(text, cells), ())] + wrap([last], cells)
            )
        )
