"""Small questions in a box: choices by key, or a line of text. Esc always leaves without doing anything."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from evidence.text.clean import clean, clean_line
from factcheck.tui.look import CLASSES
from factcheck.tui.sheet import Sheet
from factcheck.tui.text import Line, Lines, line, span, wrap, wrap_text


@dataclass(frozen=True, slots=True)
class Choice:
    """One key of a question."""

    key: str
    label: str
    value: str


class Question(ModalScreen[str | None], inherit_bindings=False):
    """A box over the screen."""

    COMPONENT_CLASSES = set(CLASSES)  # noqa: RUF012 - Textual annotates them
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = []  # noqa: RUF012 - Textual's own annotation holds
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "editor", show=False, priority=True)]

    def lines(self, cells: int) -> list[Line]:
        """What the box says."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The box."""
        with Container(id="box"):
            sheet = Sheet("question", bar=False)
            sheet.show(lambda cells: Lines(self.lines(cells)))
            yield sheet
            yield from self.inputs()

    def inputs(self) -> Iterator[Widget]:
        """Where one writes."""
        yield from ()

    def action_editor(self) -> None:
        """Write it in one's own editor, where there is something to write."""
        fields = self.query(Input)
        if not self.writes or not fields:
            return
        text = self.app.write(fields.first().value)  # type: ignore[attr-defined]  # ours is the only program
        if text is not None:
            self.written(text)

    @property
    def writes(self) -> bool:
        """Whether there is something to write."""
        return True

    def written(self, text: str) -> None:
        """What was written in the editor is the answer."""
        self.dismiss(text)

    def again(self) -> None:
        """Draw the box again."""
        sheet = self.query_one("#question", Sheet)
        sheet.show(lambda cells: Lines(self.lines(cells)))
        sheet.refresh(layout=True)


def plain_key(event: events.Key) -> str:
    """The key as typed without a full-width input method."""
    if event.character and event.character.isprintable():
        return unicodedata.normalize("NFKC", event.character)
    return event.key


class Dialog(Question):
    """Choices by key or by the mouse; ↑ ↓ and Enter work too unless the question is about something that hurts."""

    def __init__(
        self,
        title: str,
        body: Sequence[str],
        choices: Sequence[Choice],
        *,
        write: str = "",
        enter: bool = True,
        leave: str = "go back",
    ) -> None:
        super().__init__()
        self._title, self._body = title, body
        self._choices = [*choices, *([Choice("0", write, "")] if write else [])]
        self._write, self._enter, self._leave = write, enter, leave
        self._at = 0
        self._writing = False
        self._places: list[int | None] = []

    def lines(self, cells: int) -> list[Line]:
        """Title, body, choices; remembers which line is which choice."""
        lines = [*wrap_text(self._title, cells, "strong")]
        for text in self._body:
            lines += wrap_text(text, cells)
        if not self._writing:
            lines.append(())
        self._places = [None] * len(lines)
        for at, choice in enumerate([] if self._writing else self._choices):
            role = "cursor" if self._enter and at == self._at else ""
            made = wrap([span(choice.label, role)], cells, indent="  ", first=span(f"{choice.key} ", "key"))
            lines += made
            self._places += [at] * len(made)
        leave = "Enter saves it, Esc goes back" if self._writing else f"Esc  {self._leave}"
        return [*lines, *([] if self._writing else [()]), line((leave, "dim"))]

    def inputs(self) -> Iterator[Widget]:
        """One's own words, hidden until they are asked for."""
        field = Input(id="own", placeholder="in your own words")
        field.display = False
        yield field

    def on_key(self, event: events.Key) -> None:
        """Choose, or leave."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
            return
        if self._writing:
            return
        event.stop()
        key = plain_key(event)
        chosen = next((at for at, choice in enumerate(self._choices) if choice.key == key), None)
        if chosen is not None:
            self._choose(chosen)
        elif self._enter and key in {"down", "j", "up", "k"}:
            self._at = (self._at + (1 if key in {"down", "j"} else -1)) % len(self._choices)
            self.again()
        elif self._enter and key == "enter" and self._choices:
            self._choose(self._at)

    @property
    def writes(self) -> bool:
        """Only where one's own words are an answer."""
        return bool(self._write)

    def written(self, text: str) -> None:
        """No words are no answer."""
        if text:
            self.dismiss(text)

    def _choose(self, at: int) -> None:
        choice = self._choices[at]
        if not (self._write and choice.key == "0"):
            self.dismiss(choice.value)
            return
        self._writing = True
        field = self.query_one("#own", Input)
        field.display = True
        field.cursor_blink = False
        field.focus()
        self.again()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """One's own words are there."""
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())

    def on_click(self, event: events.Click) -> None:
        """Choose with the mouse."""
        if isinstance(event.widget, Sheet) and not self._writing:
            row = event.screen_y - event.widget.region.y
            place = self._places[row] if 0 <= row < len(self._places) else None
            if place is not None:
                self._choose(place)


class Prompt(Question):
    """One line of text."""

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._title, self._value, self._hint = title, clean_line(value), hint

    def lines(self, cells: int) -> list[Line]:
        """The question."""
        lines = wrap_text(self._title, cells, "strong")
        if self._hint:
            lines += wrap_text(self._hint, cells, "dim")
        return [*lines, line(("Enter takes it, Ctrl-e opens your editor, Esc goes back", "dim"))]

    def inputs(self) -> Iterator[Widget]:
        """The line."""
        yield Input(self._value, id="own", select_on_focus=False)

    def on_mount(self) -> None:
        """Ready to write."""
        field = self.query_one("#own", Input)
        field.cursor_blink = False
        field.focus()

    def on_key(self, event: events.Key) -> None:
        """Esc leaves."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line is there; an empty one counts, it takes a thing away."""
        event.stop()
        self.dismiss(event.value.strip())


class Writing(Question):
    """Several lines of text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
    ]

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._title, self._value, self._hint = title, clean(value), hint

    def lines(self, cells: int) -> list[Line]:
        """The question."""
        lines = [*wrap_text(self._title, cells, "strong"), *wrap_text(self._hint, cells, "dim")]
        return [*lines, line(("Ctrl-s or F2 takes it, Ctrl-e opens your editor, Esc goes back", "dim"))]

    def inputs(self) -> Iterator[Widget]:
        """The lines."""
        area = TextArea(self._value, id="own", soft_wrap=True, show_line_numbers=False, compact=True)
        area.cursor_blink = False
        yield area

    def on_mount(self) -> None:
        """Ready to write."""
        self.query_one(TextArea).focus()

    def action_save(self) -> None:
        """The lines are there."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_leave(self) -> None:
        """Without doing anything."""
        self.dismiss(None)

    def action_editor(self) -> None:
        """Write them in one's own editor; then they can be looked at once more."""
        area = self.query_one(TextArea)
        text = self.app.write(area.text)  # type: ignore[attr-defined]  # ours is the only program
        if text is not None:
            area.text = clean(text)
