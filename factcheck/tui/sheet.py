"""The widgets that show lines: a sheet that scrolls, and the footer. What is not seen is never measured.

They keep their own scroll position instead of a virtual size: changing that would lay out the whole screen again,
which costs more than drawing it.
"""

from collections.abc import Callable

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from factcheck.tui import keys
from factcheck.tui.drawn import Drawn
from factcheck.tui.text import Line, Lines, Paper, fit, line, line_width, span

Build = Callable[[int], Paper]
"""Makes the paper for a width in cells."""
WHEEL = 3


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
