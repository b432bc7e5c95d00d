"""The queue, drawn line by line: what is not seen is never measured. It keeps its own scroll position, as sheets do."""

from functools import cache
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from factcheck.tui.drawn import KEPT, Drawn
from factcheck.tui.glyphs import Glyphs, short
from factcheck.tui.look import VERDICT_ROLES
from factcheck.tui.sheet import WHEEL
from factcheck.tui.text import Line, fit, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.dossier import QueueRow
    from factcheck.store.quick import Glimpse
    from factcheck.tui.state import State


class QueueView(Drawn):
    """The queue: a line for each claim, loaded where one looks."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__("queue")
        self.state: State | None = None
        self.top = 0
        self.focused_pane = True
        self.wants: Callable[[int], None] = lambda page: None
        """Called with the number of a page that is missing."""
        self.chosen: Callable[[int, bool], None] = lambda at, twice: None
        """Called with the line that was clicked, and whether it was clicked twice."""
        self._glyphs = glyphs
        self._glimpse: Glimpse | None = None
        self._lines: dict[int, tuple[tuple[object, ...], Strip]] = {}
        """Lines as they were drawn last, each with all that it showed: a key changes two of them."""

    def preview(self, seen: "Glimpse") -> None:
        """Show what the claims say while the layers that know where they stand are still being loaded."""
        self._glimpse = seen
        self.follow()

    def _preview_line(self, at: int, columns: "tuple[Column, ...]") -> Line:
        rows = () if self._glimpse is None else self._glimpse.rows
        if at >= len(rows):
            return ()
        cells = {"claim": (rows[at][0], ""), "source": (rows[at][1], "dim")}
        spans: list[tuple[str, str]] = [("  ", "")]
        for number, (name, width) in enumerate(columns):
            text, how = cells.get(name, ("", ""))
            spans += [(" " * bool(number), ""), (fit(text, width), how)]
        return tuple(spans)

    @property
    def rows(self) -> int:
        """How many claims fit."""
        return max(1, self.size.height - 1)

    def follow(self) -> None:
        """Bring the cursor into view and draw."""
        if self.state is not None:
            at = self.state.cursor
            last = max(0, len(self.state.ids) - self.rows)
            spare = 1 if self.rows > 3 else 0
            low, high = at - self.rows + 1 + spare, at - spare
            self.top = max(0, min(max(self.top, low), high, last))
        elif self._glimpse is not None:
            seen = self._glimpse
            self.top = max(0, min(max(0, seen.start - self.rows + 2), len(seen.rows) - self.rows))
        self.refresh()

    def draw_line(self, y: int, size: Size) -> Strip:
        """The heading, or one claim."""
        known = self.state or self._glimpse
        columns = _columns(size.width, prioritised=known is not None and known.prioritised)
        if y == 0:
            heading = "  " + " ".join(fit(name if len(name) <= cells else "", cells) for name, cells in columns)
            return self.strip(line((heading, "dim")), size.width)
        at = self.top + y - 1
        if self.state is None:
            return self.strip(self._preview_line(at, columns), size.width)
        if at >= len(self.state.ids):
            return self.strip((), size.width)
        here = at == self.state.cursor
        over = ("cursor" if self.focused_pane else "cursor-away") if here else ""
        sign, row = self._sign(self.state, at, here=here), self.state.row(at)
        if row is None:
            self.wants(at)
            return self.strip(line(sign, ("…", "dim")), size.width, over)
        shown = (row, sign, self.state.open_[at], columns, over)
        kept, strip = self._lines.get(at, ((), Strip.blank(0)))
        if kept != shown:
            strip = self.strip(self._line(self.state, at, row, sign, columns), size.width, over)
            if len(self._lines) >= KEPT:
                self._lines = {}
            self._lines[at] = shown, strip
        return strip

    def notify_style_update(self) -> None:
        """Forget the lines when the theme changes."""
        super().notify_style_update()
        self._lines = {}

    def _sign(self, state: "State", at: int, *, here: bool) -> str:
        """The cursor, and a mark or somebody else at the claim."""
        company = getattr(self.app, "company", None)
        others = company is not None and bool(company.others) and bool(company.at(state.ids[at]))
        mark = self._glyphs.marked if state.ids[at] in state.marked else self._glyphs.here if others else " "
        return (self._glyphs.cursor if here else " ") + mark

    def _line(self, state: "State", at: int, row: "QueueRow", sign: str, columns: "tuple[Column, ...]") -> Line:
        claim = row.claim
        verdict = claim.verdict.value if claim.verdict else ""
        role = VERDICT_ROLES[verdict]
        glyph = self._glyphs.verdict[verdict]
        status = _work(row, state.dossier.reviewer) or short(claim.status)
        cells = {
            "prio": (str(row.priority or ""), ""),
            "status": (status, "" if state.open_[at] else "dim"),
            "verdict": (f"{glyph} {short(verdict)}" if verdict else glyph, role),
            # one column for both: what was concluded, else where it stands
            "state": (f"{glyph} {short(verdict)}" if verdict and status == "decided" else f"{glyph} {status}", role),
            "claim": (claim.statement, "" if state.open_[at] else "dim"),
            "source": (row.source, "dim"),
            "conflicts": (f"{self._glyphs.conflict}{row.conflicts}" if row.conflicts else "", "warn"),
        }
        spans: list[tuple[str, str]] = [(sign, "key")]
        for number, (name, width) in enumerate(columns):
            text, how = cells[name]
            spans += [(" " * bool(number), ""), (fit(text, width), how)]
        return tuple(spans)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.follow()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view, not the cursor."""
        event.stop()
        self._wheel(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the view, not the cursor."""
        event.stop()
        self._wheel(-WHEEL)

    def _wheel(self, step: int) -> None:
        if self.state is not None:
            self.top = max(0, min(self.top + step, len(self.state.ids) - self.rows))
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the claim under the pointer."""
        at = self.top + event.y - 1
        if event.y > 0 and self.state is not None and at < len(self.state.ids):
            self.chosen(at, event.chain > 1)


Column = tuple[str, int]


def _work(row: "QueueRow", reviewer: str) -> str:
    """Whose work the claim is, where somebody was asked for a judgement: takes the place of its status."""
    if row.disagreed:
        return "disagreed"
    if any(one.reviewer == reviewer and one.given_at is None for one in row.reviews):
        return "for you"
    if row.waiting:
        return "waits"
    if row.claim.verdict is None and any(one.given_at is None for one in row.reviews):
        return "assigned"
    return ""


@cache
def _columns(width: int, *, prioritised: bool) -> tuple[Column, ...]:
    """Name and cells of each column; status and verdict share one where there is little room."""
    wide = width >= 100
    columns: list[Column] = [("prio", 4)] if prioritised or wide else []
    columns += [("status", 9), ("verdict", 13)] if wide else [("state", 13)]
    tail: list[Column] = [("source", 24 if wide else 12), ("conflicts", 9 if wide else 3)]
    taken = 2 + sum(cells for _, cells in columns + tail) + len(columns + tail)
    return (*columns, ("claim", max(10, width - taken)), *tail)
