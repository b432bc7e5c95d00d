"""Writing a report to a file from within the program."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.screens.dialogs import Choice, Dialog

if TYPE_CHECKING:
    from factcheck.tui.screens.base import ReviewScreen

NAMES = {"html": "report.html", "markdown": "report.md", "csv": "claims.csv", "json": "export.json"}


def ask_export(screen: "ReviewScreen") -> None:
    """Which format, then where to."""
    choices = (
        Choice("1", "the verdict report, to be published (HTML)", "html"),
        Choice("2", "the verdict report as plain text (Markdown)", "markdown"),
        Choice("3", "a table of the claims, for a spreadsheet (CSV)", "csv"),
        Choice("4", "everything, to be checked or moved elsewhere (JSON)", "json"),
    )

    async def chosen(format_: str | None) -> None:
        if format_ is not None:
            path = screen.review.folder / NAMES[format_]

            async def told(text: str) -> None:
                await _to(screen, format_, Path(text or path).expanduser())

            screen.ask_text("Write it to", str(path), told)

    screen.review.ask(Dialog("Write", (), choices), chosen)


async def _to(screen: "ReviewScreen", format_: str, path: Path) -> None:
    """Ask before a file is written over."""
    if not path.exists():
        await _write(screen, format_, path)
        return

    async def told(answer: str | None) -> None:
        if answer:
            await _write(screen, format_, path)
        else:
            screen.say("nothing was written")

    choices = (Choice("y", "write over it", "y"),)
    screen.review.ask(Dialog("This file is there already", (str(path),), choices, enter=False), told)


async def _write(screen: "ReviewScreen", format_: str, path: Path) -> None:
    """The file appears only when it is complete."""
    from factcheck.dossier import Format  # noqa: PLC0415 - loaded by now
    from factcheck.errors import FactcheckError  # noqa: PLC0415
    from factcheck.formats.labels import ReportLanguage  # noqa: PLC0415
    from factcheck.work.files import write_file  # noqa: PLC0415

    pieces = screen.state.dossier.export(Format(format_), ReportLanguage(screen.review.language))
    screen.say("writing")
    try:
        size = await screen.review.slow(lambda: write_file(pieces, path))
    except FactcheckError as problem:
        screen.say(f"not written: {problem}", "bad")
        return
    screen.say(f"written: {path.resolve()} ({size:,} bytes)", "good")
