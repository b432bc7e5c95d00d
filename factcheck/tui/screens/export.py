"""Writing a report to a file from within the program."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.screens.dialogs import Choice, Dialog

if TYPE_CHECKING:
    from factcheck.tui.screens.base import ReviewScreen

NAMES = {"markdown": "report.md", "json": "export.json"}


def ask_export(screen: "ReviewScreen") -> None:
    """Which format, then where to."""
    choices = (
        Choice("1", "the verdict report, to be read (Markdown)", "markdown"),
        Choice("2", "everything, to be checked or moved elsewhere (JSON)", "json"),
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
    from factcheck.errors import FileProblem  # noqa: PLC0415

    dossier = screen.state.dossier

    def write() -> int:
        partial = path.with_name(f".{path.name}.part")
        try:
            with partial.open("wb") as file:
                for piece in dossier.export(Format(format_)):
                    file.write(piece)
            partial.replace(path)
            return path.stat().st_size
        except OSError as error:
            raise FileProblem(path, error) from error
        finally:
            partial.unlink(missing_ok=True)

    screen.say("writing")
    try:
        size = await screen.review.slow(write)
    except FileProblem as problem:
        screen.say(f"not written: {problem}", "bad")
        return
    screen.say(f"written: {path.resolve()} ({size:,} bytes)", "good")
