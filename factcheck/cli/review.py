"""`review`: the terminal reviewer. Imports neither Textual nor the database layer before it must."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.main import DONE
from factcheck.errors import FactcheckError, SettingsProblem
from factcheck.settings import FILE, Settings, in_browser, load, terminal

if TYPE_CHECKING:
    from factcheck.tui.state import State

THEMES = ("dark", "light", "high-contrast")
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
"""Of a report's own words."""


class NoTerminal(FactcheckError):
    """There is no terminal that the reviewer could draw on."""

    def __init__(self, what: str) -> None:
        commands = "`factcheck list`, `factcheck show` and `factcheck decide` do the same without one"
        super().__init__(f"{what}; {commands}")


@click.command()
@click.argument("claim", required=False)
@click.option("--theme", type=click.Choice(THEMES), help=f"[default: that of {FILE}, or {THEMES[0]}]")
@click.option("--ascii", "ascii_only", is_flag=True, help="Signs that every terminal and font has.")
@click.pass_context
def review(ctx: click.Context, /, claim: str | None, *, theme: str | None, ascii_only: bool) -> int:
    """Judge claims in the terminal, beginning at CLAIM or at the first one that waits. Colours obey NO_COLOR.

    The table [keys] of factcheck.toml gives actions other keys; docs/keys.md says how.
    """
    told = ctx.obj
    return start(load(told["folder"], db=told["db"], reviewer=told["reviewer"]), claim, theme, ascii_only=ascii_only)


def start(
    told: Settings,
    claim: str | None = None,
    theme: str | None = None,
    *,
    ascii_only: bool = False,
    folder: Path | None = None,
) -> int:
    """Run the reviewer until it is left; reports go to `folder`. Raises what kept the dossier from being opened."""
    kind, colour = terminal()
    if not in_browser():
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise NoTerminal("the reviewer needs a terminal for its input and output")
        if kind in {"", "dumb", "unknown"}:
            raise NoTerminal("this terminal cannot draw a screen (TERM is dumb or not set)")
    for name, value, known in (("theme", told.theme, THEMES), ("language", told.language, LANGUAGES)):
        if value is not None and value not in known:
            raise SettingsProblem(FILE, f"{name} must be one of {', '.join(known)}, not {value!r}")
    from factcheck.tui.app import ReviewApp  # noqa: PLC0415 - Textual is not needed for --help

    app = ReviewApp(
        lambda: _open(told),
        theme=theme or told.theme,
        ascii_only=ascii_only,
        colour=colour,
        folder=folder,
        at=claim,
        told=told,
        index=True,
    )
    problem = app.run()
    if problem is not None:
        raise problem
    return DONE


def _open(told: Settings) -> "State":
    """Open the dossier; called in a thread once the first frame is painted."""
    from factcheck.dossier import Dossier  # noqa: PLC0415
    from factcheck.tui.state import State  # noqa: PLC0415

    return State(Dossier.open(told.db, reviewer=told.reviewer, title=told.title))
