"""`export`: reports and data out."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from claims.model import Status, Verdict
from factcheck.cli.common import dossier, narrate, one_of, write_out
from factcheck.cli.main import DONE
from factcheck.dossier import ALL, Choice, Dossier, Filter, Format
from factcheck.errors import FileProblem
from factcheck.formats.claimreview_out import Publishing
from factcheck.formats.labels import ReportLanguage
from factcheck.work.as_of import moment_of

SUFFIXES = {
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".jsonl": Format.JSONL,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".jsonld": Format.CLAIMREVIEW,
}
"""Formats told by the name of the file; anything else is Markdown."""


@click.command()
@click.option("--format", "format_", type=one_of(Format), help="[default: told by the file name, or markdown]")
@click.option(
    "--lang", type=one_of(ReportLanguage), default="en", show_default=True, help="Of headings, labels and verdicts."
)
@click.option("-o", "--output", default="-", metavar="FILE|FOLDER/|-", help="[default: standard output]")
@click.option("--status", type=one_of(Status), help="Only claims of this status.")
@click.option("--verdict", type=one_of(Verdict), help="Only claims of this verdict.")
@click.option("--source", metavar="NAME", help="Only claims that quote this source.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Only claims decided on this day (UTC) or later.",
)
@click.option(
    "--as-of",
    metavar="TIME",
    help="The dossier as it was: 2025-08-31 (the end of that day) or 2025-08-31T15:00, in UTC.",
)
@click.option("--title", help="Of the report.  [default: the dossier's]")
@click.option("--base-url", metavar="URL", help="claimreview: the address below which each claim has its page.")
@click.option("--publisher", metavar="NAME|URL", help="claimreview: who publishes.  [default: each claim's reviewer]")
@click.pass_context
def export(ctx: click.Context, /, format_: str | None, lang: str, output: str, **told: Any) -> int:
    """Write the verdict report, or data.

    Reports: markdown, html. Everything, which `import` brings back without loss: json. The claims as the records that
    `import` reads: jsonl, and csv and xlsx in which no cell can run as a formula. What was decided, for search engines
    and other desks: claimreview, as one graph, or as one file per claim where `-o` is a folder.
    """
    chosen = Format(format_) if format_ else _format_of(output)
    choice, language = _choice(chosen, **told), ReportLanguage(lang)
    if chosen is Format.XLSX and output == "-" and sys.stdout.isatty():
        raise click.UsageError("a workbook is nothing to look at here: name a file with -o")
    with dossier(ctx) as opened:
        if chosen is Format.CLAIMREVIEW and _is_folder(output):
            _export_reviews(opened, language, choice, Path(output))
        else:
            write_out(opened.export(chosen, language, choice), output)
            if output != "-":
                narrate(f"{output} written")
    return DONE


def _format_of(output: str) -> Format:
    return SUFFIXES.get(Path(output).suffix.lower(), Format.MARKDOWN)


def _is_folder(output: str) -> bool:
    return output != "-" and (output.endswith(("/", os.sep)) or Path(output).is_dir())


def _choice(
    format_: Format,
    *,
    since: datetime | None,
    title: str | None,
    base_url: str | None,
    publisher: str | None,
    as_of: str | None,
    **how: Any,
) -> Choice:
    """What the options choose. Raises UsageError where they do not go with the format."""
    wanted = {"status": Status, "verdict": Verdict, "source": str}
    filter_ = Filter(**{name: make(how[name]) for name, make in wanted.items() if how[name] is not None})
    if (base_url or publisher) and format_ is not Format.CLAIMREVIEW:
        raise click.UsageError(f"--base-url and --publisher go with --format claimreview, not with {format_}")
    publishing = None if base_url is None else Publishing(base_url, publisher)
    choice = Choice(filter_, None if since is None else since.date().isoformat(), title, publishing, _moment(as_of))
    if format_ is Format.JSON and choice != ALL:
        raise click.UsageError(
            "json is the whole dossier as it is now; choose from it, or look back, in another format"
        )
    return choice


def _moment(words: str | None) -> datetime | None:
    if words is None:
        return None
    now = datetime.now(UTC)
    if words == now.date().isoformat():  # today has not ended: it means until now
        return now
    try:
        return moment_of(words)
    except (ValueError, OverflowError):
        raise click.UsageError(
            f"--as-of: {words!r} is not a time such as 2025-08-31, 2025-08-31T15:00 or 2025-08-31T15:00+08:00"
        ) from None


def _export_reviews(opened: Dossier, language: ReportLanguage, choice: Choice, folder: Path) -> None:
    written = 0
    for id_, data in opened.export_reviews(language, choice):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(folder, error) from error
        write_out([data], str(folder / f"{id_}.json"))
        written += 1
    narrate(f"{folder}: {written} files written")
