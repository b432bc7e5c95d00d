"""Widgets that are drawn line by line: each line goes straight to the screen, and one drawn a moment ago is kept.

Textual's own way from a line to the screen looks for borders, titles, tints and links in every line.
"""

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from factcheck.tui.look import ROLES
from factcheck.tui.text import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter

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
