"""What the screens need of the program around them. It knows the screens; they know only this of it."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.screen import Screen

    from factcheck.settings import Settings
    from factcheck.store.quick import Glimpse
    from factcheck.tui.commands import Running
    from factcheck.tui.company import Company
    from factcheck.tui.glyphs import Glyphs
    from factcheck.tui.keys import Registry
    from factcheck.tui.screens.dialogs import Question
    from factcheck.tui.state import State

Result = TypeVar("Result")
Answered = Callable[[str | None], Awaitable[None]]


class Program(Protocol):
    """The reviewer as its screens see it."""

    state: "State"
    message: tuple[str, str]
    """What the status line tells, and the role that colours it."""
    loaded: bool
    """Whether the dossier is open."""
    glyphs: "Glyphs"
    registry: "Registry"
    """The keys of every screen, a user's own included."""
    language: str
    """Of the report's own words."""
    folder: Path
    """Where reports are written."""
    told: "Settings"
    """What the tool was told before it started."""
    company: "Company | None"
    """Who else is here; None until the dossier is open."""
    seen: "Future[Glimpse | None] | None"
    """What the first claims say, before the dossier is open."""
    theme: str

    @property
    def screen_stack(self) -> "Sequence[Screen[object]]":
        """The screens, the lowest first."""
        ...

    @property
    def running(self) -> "Running":
        """What runs beside the program."""
        ...

    async def enter(self, told: "Settings", open_state: "Callable[[], State]") -> None:
        """Work on this dossier from now on."""
        ...

    async def db(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what a key waits for, in its own thread; keys pressed meanwhile wait their turn."""
        ...

    async def slow(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what may take longer, in another thread."""
        ...

    async def rest(self, work: Callable[..., Result], *told: object) -> Result:
        """Run what nobody waits for."""
        ...

    def ask(self, question: "Question", then: Answered) -> None:
        """Show a question; its answer, None for Esc, goes to `then`."""
        ...

    def write(self, text: str, name: str = ...) -> str | None:
        """The text as it was left in one's own editor; None when there is none, with words about why."""
        ...

    def rename(self, reviewer: str) -> None:
        """Who works here from the next start."""
        ...

    def help(self, screen: str) -> None:
        """Show the keys of a screen."""
        ...

    def failed(self, error: Exception) -> None:
        """Show what went wrong."""
        ...
