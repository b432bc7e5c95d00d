"""What all screens share: title, status line, footer; saving without freezing; asking when something is needed."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.screen import Screen
from textual.widget import Widget

from factcheck.tui import keys, look
from factcheck.tui.drawn import Ground
from factcheck.tui.sheet import Footer, Sheet, padded
from factcheck.tui.text import Line, Lines, cut, line, width, wrap_text

if TYPE_CHECKING:
    from factcheck.tui.acts import Answer, AnyAct, AskReason, Done, Refused
    from factcheck.tui.program import Program
    from factcheck.tui.screens.dialogs import Dialog
    from factcheck.tui.state import State


def bindings(screen: str, registry: keys.Registry = keys.SCREENS) -> list[BindingType]:
    """The registry's keys of a screen, aliases included."""
    return [
        Binding(key.replace(",", "comma"), entry.action, entry.does, show=False)
        for entry in registry[screen]
        for key in keys.pressed(entry)
    ]


class ReviewScreen(Ground, Screen[None], inherit_bindings=False):
    """A screen of the reviewer."""

    NAME: ClassVar[str] = "sheet"
    COMPONENT_CLASSES = set(look.CLASSES)  # noqa: RUF012 - Textual annotates them
    ALLOW_SELECT = False
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual annotates them
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012

    @property
    def review(self) -> "Program":
        """The program."""
        return self.app  # type: ignore[return-value]  # there is no other

    @property
    def state(self) -> "State":
        """The session."""
        return self.review.state

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """While the dossier is being opened there is nothing to act on."""
        return self.review.loaded or action in {"quit", "help", "back", "scroll", "scroll_page", "scroll_edge"}

    def body(self) -> Iterator[Widget]:
        """The widgets between title and status line."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Title, body, status, footer."""
        if self.review.registry is not keys.SCREENS:  # a user's own keys
            self._bindings = BindingsMap(bindings(self.NAME, self.review.registry))
        yield Sheet("title", "line", bar=False)
        yield from self.body()
        yield Sheet("status", "line", bar=False)
        yield Footer(self.NAME)

    def on_mount(self) -> None:
        """Draw what is known."""
        self.draw()

    def on_screen_resume(self) -> None:
        """Draw again: another screen may have changed things."""
        self.draw()

    def draw(self) -> None:
        """Draw everything that may have changed."""
        self.draw_title()
        self.draw_status()

    def draw_title(self, what: str = "") -> None:
        """The dossier at the left, how far the work is at the right."""
        if not self.review.loaded:
            self.sheet("title").say(" factcheck")
            return
        state = self.state
        told = what or (f"filter: {state.told_filter()} (x shows all)" if state.told_filter() else state.title)
        if state.gone and not what:
            told += f", {state.gone} no longer match{'es' if state.gone == 1 else ''} (r loads again)"
        all_, waiting = len(state.ids), state.waiting
        left = line(" ", (told, "strong"))
        done = f"{all_ - waiting} of {all_} judged" if state.complete else "loading .."
        right = line((self.others_here(), "warn"), (f"{done}  {state.dossier.reviewer} ", "dim"))
        self.sheet("title").show(lambda cells: Lines((padded(left, right, cells),)))

    def draw_status(self) -> None:
        """What happened last, or what one can do here; a warning in full, over as many lines as it takes."""
        text, role = self.review.message
        if not text:
            text, role = self.hint(), "dim"
        most = max(1, self.size.height // 2)

        def told(cells: int) -> list[Line]:
            if role in {"warn", "bad"} and width(text) > cells - 2:
                return wrap_text(text, max(2, cells - 1), role, indent=" ")[:most]
            return [line(" ", (cut(text, cells - 2), role))]

        status = self.sheet("status")
        status.show(lambda cells: Lines(told(cells)))
        rows, now = len(told(self.size.width or 80)), status.styles.height
        if now is None or now.value != rows:
            status.styles.height = rows  # only then: to lay out the screen anew takes longer than to draw it

    def on_resize(self) -> None:
        """A warning takes fewer lines, or more."""
        self.draw_status()

    def hint(self) -> str:
        """What to do here, for the status line while nothing has happened."""
        return ""

    def say(self, text: str, role: str = "") -> None:
        """Tell what happened, on whatever screen is on top."""
        self.review.message = (text, role)
        top = self.app.screen
        (top if isinstance(top, ReviewScreen) else self).draw_status()

    def company_changed(self) -> None:
        """Others came, went, or opened another claim; told where the title is not the screen's own."""

    def others_here(self) -> str:
        """Who else is at the dossier, in a word or two."""
        company = self.review.company
        names = list(dict.fromkeys(one.reviewer for one in company.others)) if company else []
        if not names:
            return ""
        return f"with {names[0]}  " if len(names) == 1 else f"with {len(names)} others  "

    def sheet(self, id_: str) -> Sheet:
        """One of the sheets."""
        return self.query_one(f"#{id_}", Sheet)

    async def or_leave(self, load: Callable[[], Awaitable[None]]) -> None:
        """Load what this screen is about; where that fails say why, over the screen before: there is nothing here."""
        try:
            await load()
        except Exception as error:  # noqa: BLE001 - as for actions: the error screen tells what it was
            if self not in self.app.screen_stack:
                return
            if self.is_current:
                self.app.pop_screen()
            self.review.failed(error)

    def beside(self, load: Callable[[], Awaitable[None]]) -> None:
        """Load while the screen is there already and can be left again; what fails after that is no matter."""

        async def loading() -> None:
            try:
                await load()
            except Exception as error:  # noqa: BLE001 - as for actions: the error screen tells what it was
                if self in self.app.screen_stack:
                    self.review.failed(error)

        self.run_worker(loading(), exit_on_error=False)

    # ── scrolling ────────────────────────────────────────────────────────────────────────────────

    def scrolled(self) -> list[Sheet]:
        """The sheets that the scrolling keys move."""
        return [self.sheet("text")]

    def action_scroll(self, step: int) -> None:
        """Move by lines."""
        for sheet in self.scrolled():
            sheet.scroll_lines(step)

    def action_scroll_page(self, step: int) -> None:
        """Move by pages."""
        for sheet in self.scrolled():
            sheet.scroll_lines(step * max(1, sheet.size.height - 1))

    def action_scroll_edge(self, step: int) -> None:
        """To the top or bottom."""
        for sheet in self.scrolled():
            sheet.scroll_lines(step * sheet.paper.height)

    # ── deciding ─────────────────────────────────────────────────────────────────────────────────

    async def perform(self, act: "AnyAct | None") -> None:
        """Save an act, asking for what is missing."""
        if act is None:
            self.say("there is no claim here")
            return
        await self.answered(await self.review.db(self.state.attempt, act))

    async def answered(self, answer: "Answer") -> None:
        """Say what came of an act, or ask what it needs."""
        from factcheck.tui import acts as s  # noqa: PLC0415 - loaded by now, and not before the first frame
        from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415

        match answer:
            case s.Done():
                self.review.message = (answer.says, "good")  # told by what is drawn next
                if answer.at is None:
                    await self.saved()
                else:
                    await self.moved(answer.at)
            case s.Refused():
                self.say(answer.says, "warn")
                self.draw_title()
            case s.AskReason():
                self._ask_reason(answer)
            case s.AskConfirm():
                dialog = Dialog(answer.title, (), (Choice("y", "yes, all of them", "y"),), enter=False)
                self.review.ask(dialog, lambda told: self._go_on(replace(answer.act, confirmed=True), told))
            case s.AskStale():
                choices = (Choice("y", f"save yours over it: {answer.act.says}", "y"),)
                dialog = Dialog(answer.title, answer.theirs, choices, enter=False, leave="keep theirs")
                self.review.ask(dialog, lambda told: self._over(answer.act, told))

    def _ask_reason(self, asked: "AskReason") -> None:
        act = asked.act

        async def told(text: str | None) -> None:
            await self._go_on(replace(act, decision=act.decision.model_copy(update={"reason": text})), text)

        self.review.ask(reason_dialog(asked.title, asked.choices, asked.about), told)

    async def _go_on(self, act: "AnyAct", told: str | None) -> None:
        if told is None:
            self.say("nothing was saved")
        else:
            await self.perform(act)

    async def _over(self, act: "AnyAct", told: str | None) -> None:
        if told is None:
            self.say("theirs was kept; nothing of yours was saved")
            self.draw()
        else:
            await self.perform(replace(act, over=True))

    async def saved(self) -> None:
        """After an act was saved."""
        self.draw()

    async def moved(self, at: str) -> None:
        """After an act that brought claims or took some away: load the queue again, and go to this one."""
        state = self.state
        state.show(await self.review.slow(lambda: state.prepare(at=at or None)))
        await self.saved()

    def ask_text(self, title: str, value: str, then: Callable[[str], Awaitable[None]], hint: str = "") -> None:
        """Ask for a line of text."""
        from factcheck.tui.screens.dialogs import Prompt  # noqa: PLC0415 - not before the first frame

        async def told(text: str | None) -> None:
            if text is not None:
                await then(text)

        self.review.ask(Prompt(title, value, hint), told)

    # ── everywhere ───────────────────────────────────────────────────────────────────────────────

    def action_back(self) -> None:
        """To the screen before."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """The keys of this screen."""
        self.review.help(self.NAME)

    def action_palette(self) -> None:
        """Commands by name."""
        self.app.action_command_palette()

    async def action_undo(self) -> None:
        """Take the last act back."""
        await self._turn(back=True)

    async def action_redo(self) -> None:
        """Do it again."""
        await self._turn(back=False)

    async def _turn(self, *, back: bool) -> None:
        from factcheck.tui.acts import Done  # noqa: PLC0415 - loaded by now, and not before the first frame

        def turn() -> "tuple[Done | Refused, int | None]":
            return self.state.undo(back=back)

        answer, place = await self.review.db(turn)
        at = getattr(answer, "at", None)
        if at is None:
            await self.turned(place)
        else:
            await self.moved(at)
        done = "" if answer.says.startswith("there is") else "good"
        self.say(answer.says, done if isinstance(answer, Done) else "warn")

    async def turned(self, place: int | None) -> None:  # noqa: ARG002 - screens with a queue go there
        """After an undo or redo."""
        self.draw()


def reason_dialog(title: str, ready: tuple[str, ...], about: tuple[str, ...] = ()) -> "Dialog":
    """Reasons by number, or one's own words."""
    from factcheck.tui.screens.dialogs import Choice, Dialog  # noqa: PLC0415 - not before the first frame

    choices = [Choice(str(number), text, text) for number, text in enumerate(ready, 1)]
    return Dialog(title, about, choices, write="write it in your own words (Ctrl-e: in your editor)")


def guarded(call: Callable[..., Awaitable[Any]], fail: Callable[[Exception], None]) -> Callable[..., Awaitable[None]]:
    """A callback whose errors are shown instead of ending the program."""

    async def safe(*told: Any) -> None:
        try:
            await call(*told)
        except Exception as error:  # noqa: BLE001 - the one place for callbacks; the error screen tells what it was
            fail(error)

    return safe
