"""`review`: the terminal reviewer. Imports neither Textual nor the database layer before it must."""

import gc
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.main import DONE
from factcheck.errors import FactcheckError, SettingsProblem
from factcheck.settings import FILE, Settings, in_browser, load, terminal

if TYPE_CHECKING:
    from factcheck.store.quick import Glimpse
    from factcheck.tui.state import State

THEMES = ("dark", "light", "high-contrast")
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
"""Of a report's own words."""
M_MMAP_THRESHOLD, LARGE = -3, 1 << 18
"""What malloc.h calls it, and from how many bytes on a block is large."""
FIRST = 100
"""Claims that are read ahead: more than fit on any screen."""


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
    gc.disable()  # until everything is imported: it would look through all that again and again, and find nothing
    seen = _look_ahead(told) if claim is None else None
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
    app.seen = seen
    problem = app.run()
    if problem is not None:
        raise problem
    return DONE


def _look_ahead(told: Settings) -> "Future[Glimpse | None]":
    """Begin to read what the first claims say, while Textual is imported: the first frame can show them then."""

    def look() -> "Glimpse | None":
        from factcheck.store import quick  # noqa: PLC0415

        file = quick.file_of(told.db)
        return None if file is None else quick.glimpse(file, FIRST)

    with_one = ThreadPoolExecutor(1, "ahead")
    try:
        return with_one.submit(look)
    finally:
        with_one.shutdown(wait=False)


def _give_back_what_is_freed() -> None:
    """Let glibc ask the system for every large block by itself, and give it back when it is freed.

    By its own rules it stops doing so after the first queue of a million claims, and the next ones add up.
    """
    import ctypes  # noqa: PLC0415 - not before the first frame

    with suppress(OSError, AttributeError, TypeError):  # another C library has its own ways
        ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE)


def _open(told: Settings) -> "State":
    """Open the dossier; called in a thread once the first frame is painted."""
    try:
        from factcheck.dossier import Dossier  # noqa: PLC0415
        from factcheck.tui.state import State  # noqa: PLC0415

        return State(Dossier.open(told.db, reviewer=told.reviewer, title=told.title))
    finally:
        _give_back_what_is_freed()
        gc.collect()
        gc.freeze()  # what was imported stays; to look through it takes a tenth of a second, in the midst of the keys
        gc.enable()
