"""A list of lines with a cursor, for choosing one of a few dozen things."""

from collections.abc import Callable, Sequence

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from factcheck.tui.drawn import Drawn
from factcheck.tui.sheet import WHEEL
from factcheck.tui.text import Line

Rows = Callable[[int], Sequence[Line]]
"""Makes the lines for a width in cells."""


class Listing(Drawn):
    """Lines with a cursor; `chosen` is called with a line that was clicked, and whether it was clicked twice."""

    def __init__(self, id_: str) -> None:
        super().__init__(id_)
        self.at = 0
        self.top = 0
        self.active = True
        self.chosen: Callable[[int, bool], None] = lambda at, twice: None
        self._make: Rows = lambda cells: ()
        self._lines: Sequence[Line] = ()
        self._made_for = -1

    def show(self, make: Rows, at: int = 0) -> None:
        """Show other lines, with the cursor on line `at`."""
        self._make, self._made_for = make, -1
        self.at = at
        self._follow()

    def again(self) -> None:
        """Make the lines anew: one of them changed."""
        self._made_for = -1
        self.refresh()

    def move(self, at: int) -> None:
        """Put the cursor on this line, or on the nearest there is."""
        self._ready()
        self.at = max(0, min(at, len(self._lines) - 1))
        self._follow()

    @property
    def rows(self) -> int:
        """How many lines fit."""
        return max(1, self.size.height)

    def draw_line(self, y: int, size: Size) -> Strip:
        """One of the lines."""
        self._ready()
        at = self.top + y
        over = ("cursor" if self.active else "cursor-away") if at == self.at and self._lines else ""
        return self.strip(self._lines[at] if at < len(self._lines) else (), size.width, over)

    def _ready(self) -> None:
        if self._made_for != self.size.width:
            self._lines = self._make(self.size.width)
            self._made_for = self.size.width

    def _follow(self) -> None:
        self.top = max(self.at - self.rows + 1, min(self.top, self.at))
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._follow()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view, not the cursor."""
        event.stop()
        self.top = max(0, min(self.top + WHEEL, len(self._lines) - self.rows))
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the view, not the cursor."""
        event.stop()
        self.top = max(0, self.top - WHEEL)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the pointer."""
        at = self.top + event.y
        if at < len(self._lines):
            self.chosen(at, event.chain > 1)
