"""`serve`: the terminal reviewer in a browser of the same computer."""

import asyncio
import importlib.util
from contextlib import suppress

import click

from factcheck.cli.common import narrate, say, settings
from factcheck.cli.main import DONE
from factcheck.cli.review import THEMES
from factcheck.errors import FactcheckError, NoDossier

LOOPBACK = frozenset({"127.0.0.1", "localhost"})


class NoServer(FactcheckError):
    """What serves pages is not installed."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"{missing} is missing; install factcheck-desk[serve]")


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8377, show_default=True, help="0 takes any free one.")
@click.option("--host", default="127.0.0.1", help="This computer only; any other address is refused.")
@click.option("--theme", type=click.Choice(THEMES), help=f"[default: that of factcheck.toml, or {THEMES[0]}]")
@click.option("--open", "open_", is_flag=True, help="Open the page in the default browser.")
@click.pass_context
def serve(ctx: click.Context, /, port: int, host: str, theme: str | None, *, open_: bool) -> int:
    """Judge claims in a browser: the same program, served to this computer only, until Ctrl-C.

    Prints an address with a token; without it the page and the session are refused. Every tab is a session of its own
    under your name.
    """
    if host not in LOOPBACK:
        raise click.UsageError(
            f"--host {host}: the reviewer is served to this computer only, because whoever reaches it decides in your "
            f"name; from elsewhere use a tunnel: ssh -L {port}:127.0.0.1:{port} THIS-COMPUTER"
        )
    for module in ("aiohttp", "textual_serve"):
        if importlib.util.find_spec(module) is None:
            raise NoServer(module.replace("_", "-"))
    from factcheck.dossier import Dossier  # noqa: PLC0415
    from factcheck.tui.serve.server import Server, serve  # noqa: PLC0415 - Textual is not needed for --help

    told = settings(ctx)
    with suppress(NoDossier):  # the page says how to begin; anything else is better said here than in a tab
        Dossier.open(told.db, reviewer=told.reviewer).close()

    def ready(url: str) -> None:
        say(url)
        narrate("open this address in a browser on this computer; Ctrl-C ends all sessions, nothing is lost")
        if open_:
            click.launch(url)

    asyncio.run(serve(Server(told, ("--theme", theme) if theme else (), port=port), ready))
    return DONE
