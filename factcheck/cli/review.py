"""`review`: the terminal reviewer. Imports neither Textual nor the database layer before it must."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.main import DONE
from factcheck.errors import FactcheckError
from factcheck.settings import Settings, load, terminal

if TYPE_CHECKING:
    from factcheck.tui.state import State

THEMES = ("dark", "light", "high-contrast")


class NoTerminal(FactcheckError):
    """There is no terminal that the reviewer could draw on."""

    def __init__(self, what: str) -> None:
        commands = "`factcheck list`, `factcheck show` and `factcheck decide` do the same without one"
        super().__init__(f"{what}; {commands}")


@click.command()
@click.argument("claim", required=False)
@click.option("--theme", type=click.Choice(THEMES), default=THEMES[0], show_default=True)
@click.option("--ascii", "ascii_only", is_flag=True, help="Signs that every terminal and font has.")
@click.pass_context
def review(ctx: click.Context, /, claim: str | None, *, theme: str, ascii_only: bool) -> int:
    """Judge claims in the terminal, beginning at CLAIM or at the first one that waits. Colours obey NO_COLOR."""
    told = ctx.obj
    return start(load(told["folder"], db=told["db"], reviewer=told["reviewer"]), claim, theme, ascii_only=ascii_only)


def start(
    told: Settings,
    claim: str | None = None,
    theme: str = THEMES[0],
    *,
    ascii_only: bool = False,
    folder: Path | None = None,
) -> int:
    """Run the reviewer until it is left; reports go to `folder`. Raises what kept the dossier from being opened."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal("the reviewer needs a terminal for its input and output")
    kind, colour = terminal()
    if kind in {"", "dumb", "unknown"}:
        raise NoTerminal("this terminal cannot draw a screen (TERM is dumb or not set)")
    from factcheck.tui.app import ReviewApp  # noqa: PLC0415 - Textual is not needed for --help

    app = ReviewApp(lambda: _open(told), theme=theme, ascii_only=ascii_only, colour=colour, folder=folder, at=claim)
    problem = app.run()
    if problem is not None:
        raise problem
    return DONE


def _open(told: Settings) -> "State":
    """Open the dossier; called in a thread once the first frame is painted."""
    from factcheck.dossier import Dossier  # noqa: PLC0415
    from factcheck.tui.state import State  # noqa: PLC0415

    return State(Dossier.open(told.db, reviewer=told.reviewer, title=told.title))
