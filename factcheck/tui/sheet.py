"""The widgets: a sheet of lines that scrolls, and the queue. Both draw line by line and never measure what is not seen.

They keep their own scroll position instead of a virtual size: changing that would lay out the whole screen again,
which costs more than drawing it.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from factcheck.tui import keys
from factcheck.tui.glyphs import Glyphs, short
from factcheck.tui.look import ROLES, VERDICT_ROLES
from factcheck.tui.text import Line, Lines, Paper, fit, line, line_width, span

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from factcheck.dossier import QueueRow
    from factcheck.store.quick import Glimpse
    from factcheck.tui.state import State

Build = Callable[[int], Paper]
"""Makes the paper for a width in cells."""
WHEEL = 3
KEPT = 200
"""Lines that a widget keeps as they were drawn."""


class Ground(Widget):
    """What lies under other widgets: space in the widget's own colour, without borders, titles or text of its own.

    Textual looks for those in every line of it, for each frame.
    """

    _space: tuple[int, list[Strip]] = (0, [])

    def notify_style_update(self) -> None:
        """Forget the colour when the theme changes."""
        super().notify_style_update()
        self._space = (0, [])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of it."""
        cells, strips = self._space
        if cells != crop.width or not strips:
            strip = Strip.blank(crop.width, self.rich_style)
            for one in self.app.get_line_filters():
                strip = strip.apply_filter(one, self.background_colors[1])
            strips = [strip]
            self._space = crop.width, strips
        return strips * crop.height


class Drawn(Widget):
    """Draws lines of spans; a role is looked up in the screen's style sheet once.

    Textual's own way from a line to the screen looks for borders, titles, tints and links in every line, which these
    widgets have not, and takes as long as everything else that a key needs. Here a line goes straight to the screen,
    and one that was drawn a moment ago is not made again.
    """

    ALLOW_SELECT = False

    def __init__(self, id_: str | None = None, classes: str = "") -> None:
        super().__init__(id=id_, classes=f"sheet {classes}".strip())
        self._found: dict[str, Style] = {}
        self._drawn: dict[tuple[Line, int, str], Strip] = {}
        self._filters: Sequence[LineFilter] = ()
        self._ground = Color(0, 0, 0)

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        super().notify_style_update()
        self._found = {}
        self._drawn = {}

    def draw_line(self, y: int, size: Size) -> Strip:
        """One line of a widget of this size."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line on the screen."""
        return self.draw_line(y, self.size)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of it; what CSS adds is space at the right and no more."""
        size, outer = self.size, self.outer_size.width
        self._filters, self._ground = self.app.get_line_filters(), self.background_colors[1]
        strips = [self.draw_line(y, size) for y in crop.line_range]
        if outer != size.width:
            strips = [strip.adjust_cell_length(outer, self.role("")) for strip in strips]
        if crop.column_span != (0, outer):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def role(self, name: str) -> Style:
        """The style of a role, on this widget's background."""
        style = self._found.get(name)
        if style is None:
            base = self.rich_style
            known = name in ROLES
            own = self.screen.get_component_rich_style(f"sheet--{name}", partial=True) if known else Style.null()
            style = self._found[name] = base + own
        return style

    def strip(self, some: Line, cells: int, over: str = "") -> Strip:
        """A line as it is drawn; the role `over` takes the place of all others."""
        key = some, cells, over
        drawn = self._drawn.get(key)
        if drawn is None:
            segments = [Segment(text, self.role(over or role)) for text, role in some]
            shown = list(Strip(segments).adjust_cell_length(cells, self.role(over)))
            for one in self._filters:
                shown = one.apply(shown, self._ground)
            drawn = Strip(shown, cells)
            if len(self._drawn) >= KEPT:
                self._drawn = {}
            self._drawn[key] = drawn
        return drawn


class Sheet(Drawn):
    """Lines that scroll, with a bar at the right edge while there are more than fit."""

    def __init__(self, id_: str | None = None, classes: str = "", *, bar: bool = True, thumb: str = "█") -> None:
        super().__init__(id_, classes)
        self.paper: Paper = Lines(())
        self.top = 0
        self._build: Build = lambda cells: Lines(())
        self._bar, self._thumb = bar, thumb
        self._built_for = -1
        self._goal: Callable[[Paper], int] | None = None

    def show(self, build: Build, top: Callable[[Paper], int] | None = None) -> None:
        """Show other lines, from the top, or from where `top` says for the lines made."""
        self._build, self._goal, self._built_for = build, top, -1
        self.top = 0
        self.refresh()

    def say(self, *parts: str | tuple[str, str]) -> None:
        """Show one line."""
        made = line(*parts)
        self.show(lambda cells: Lines((made,)))

    def scroll_lines(self, step: int) -> None:
        """Move by lines."""
        self._ready(self.size)
        top = max(0, min(self.top + step, self.paper.height - self.size.height))
        if top != self.top:
            self.top = top
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as there are, for sheets whose height follows their content."""
        return self._build(max(1, width - self._bar)).height

    def draw_line(self, y: int, size: Size) -> Strip:
        """A line of the paper, and its piece of the bar."""
        self._ready(size)
        room = size.width - self._bar
        at = self.top + y
        some = self.paper.line(at) if at < self.paper.height else ()
        if not self._bar:
            return self.strip(some, room)
        fill = room - line_width(some)
        if fill < 0:
            return Strip.join([self.strip(some, room), self.strip(((self._bar_at(y, size.height), "thumb"),), 1)])
        return self.strip((*some, (" " * fill, ""), (self._bar_at(y, size.height), "thumb")), size.width)

    def _ready(self, size: Size) -> None:
        """Wrap for the present width, and find the place to show, when either changed."""
        room = max(1, size.width - self._bar)
        if self._built_for == room:
            return
        self.paper = self._build(room)
        self._built_for = room
        if self._goal is not None:
            self.top = self._goal(self.paper)
        self.top = max(0, min(self.top, self.paper.height - size.height))

    def _bar_at(self, y: int, height: int) -> str:
        all_ = self.paper.height
        if all_ <= height:
            return " "
        length = max(1, height * height // all_)
        first = (height - length) * self.top // max(1, all_ - height)
        return self._thumb if first <= y < first + length else " "

    def on_resize(self) -> None:
        """Wrap again."""
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.scroll_lines(-WHEEL)


class Footer(Drawn):
    """The keys that are used most, to be read and to be clicked."""

    def __init__(self, screen_name: str, *, resolve: bool = False) -> None:
        super().__init__("resolve" if resolve else "footer", "line")
        self._screen_name, self._resolve = screen_name, resolve
        self._lead = " resolve: " if resolve else " "
        self._shown: tuple[keys.Registry | None, int, Line] = (None, 0, ())

    def draw_line(self, y: int, size: Size) -> Strip:  # noqa: ARG002 - it has one line
        """The keys that fit."""
        registry, cells, shown = self._shown
        if registry is not self._registry or cells != size.width:
            shown = self._line()
            self._shown = self._registry, size.width, shown
        return self.strip(shown, size.width)

    @property
    def _registry(self) -> keys.Registry:
        return getattr(self.app, "registry", keys.SCREENS)

    def _line(self) -> Line:
        spans: list[tuple[str, str]] = [(self._lead, "dim")]
        for at, entry in enumerate(self._entries()):
            spans += [span(" " * keys.GAP * bool(at)), span(keys.name(entry.keys[0]), "key"), span(f" {entry.footer}")]
        return tuple(spans)

    def _entries(self) -> list[keys.Key]:
        room = self.size.width - len(self._lead) - 1
        return keys.footer(self._screen_name, room, resolve=self._resolve, registry=self._registry)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        at = len(self._lead)
        for entry in self._entries():
            end = at + keys.footer_width(entry)
            if at <= event.x < end:
                await self.screen.run_action(entry.action)
                return
            at = end + keys.GAP


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


def padded(left: Line, right: Line, cells: int) -> Line:
    """Two texts at the two ends of a line; the left one gives way."""
    room = cells - line_width(right) - 1
    kept: list[tuple[str, str]] = []
    for text, role in left:
        part = text if line_width(((text, ""),)) <= room else fit(text, max(0, room))
        kept.append((part, role))
        room -= line_width(((part, ""),))
        if room <= 0:
            break
    return (*kept, (" " * (max(0, room) + 1), ""), *right)
