"""`import` and `export`: many claims in, reports out."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, BinaryIO

import click

from claims.model import Status, Verdict
from evidence.text.clean import storable
from factcheck.cli.common import dossier, narrate, one_of, open_bytes, progress, say, say_json, steps, write_out
from factcheck.cli.main import DONE, MOST_PROBLEMS, NEEDS_A_PERSON
from factcheck.cli.opening import at_desk
from factcheck.dossier import Batch, Dossier, Filter, Format, Imported
from factcheck.errors import FileProblem
from factcheck.formats import fieldmap, lossless, unpack
from factcheck.formats.claim_files import ENDINGS, PEEK, ClaimFormat, format_of, opened
from factcheck.formats.claimreview_out import Publishing
from factcheck.formats.labels import ReportLanguage
from factcheck.work.desk import Desk
from factcheck.work.export import ALL, Choice, write_export, write_reviews


@click.command("import")
@click.argument("files", metavar="FILE|FOLDER|- ...", nargs=-1, required=True)
@click.option("--format", "format_", type=one_of(ClaimFormat), help="[default: told by the content]")
@click.option(
    "--map",
    "map_",
    type=click.Path(readable=False, path_type=Path),
    help="TOML file that says what the file calls our fields.",
)
@click.option("--sheet", metavar="NAME", help="Of a workbook.  [default: its first]")
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@click.option("--accept-valid", is_flag=True, help="Take the good rows even when others are wrong.")
@click.option("--batch", metavar="NAME", help="What to call this import in the ledger.  [default: the file's name]")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def import_(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    *,
    map_: Path | None,
    dry_run: bool,
    accept_valid: bool,
    as_json: bool,
    **how: str | None,
) -> int:
    """Import claims and relations, or a whole JSON export into an empty dossier.

    Reads our records as JSONL, JSON, CSV, TSV, YAML or XLSX, and what others publish: ClaimReview, Google
    claims:search, Data Commons, AVeriTeC, FEVER, SciFact, Label Studio, doccano; each also packed with gzip. Of a
    folder, the files whose names end like one of these.

    Each file is imported whole or not at all. Importing it again changes nothing; changed rows are brought up to date
    and keep what people decided.
    """
    mapping = fieldmap.NO_MAP if map_ is None else fieldmap.load(map_)
    results: list[dict[str, object]] = []
    wrong = False
    with dossier(ctx) as dossier_:
        for file in _files(files):
            reading = _Reading(file, mapping, **how)
            done = _import_one(dossier_, reading, dry_run=dry_run, accept_valid=accept_valid)
            if done is None:
                results.append({"file": storable(file), "restored": not dry_run})
                if not as_json:
                    say(f"{file}: the whole dossier is restored, with its ledger")
                continue
            wrong = wrong or bool(done.problems)
            results.append(_record(storable(file), done))
            if not as_json:
                _tell(file, done)
    if as_json:
        say_json(results)
    return NEEDS_A_PERSON if wrong else DONE


def _files(given: Iterable[str]) -> Iterator[str]:
    """The files, and for a folder the claim files in it and below, in the order of their names."""
    for one in given:
        path = Path(one)
        if one == "-" or not path.is_dir():
            yield one
            continue
        found = sorted(file for file in path.rglob("*") if _is_claim_file(file.relative_to(path)) and file.is_file())
        if not found:
            raise FileProblem(storable(one), f"the folder holds no file that ends in {', '.join(sorted(ENDINGS))}")
        yield from map(str, found)


def _is_claim_file(path: Path) -> bool:
    """By its ending; what is hidden is left alone."""
    name = path.name.lower().removesuffix(".gz")
    return PurePath(name).suffix in ENDINGS and not any(part.startswith(".") for part in path.parts)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file and how it is to be read."""

    file: str
    mapping: fieldmap.FieldMap
    format_: str | None
    sheet: str | None
    batch: str | None


def _import_one(dossier_: Dossier, told: _Reading, *, dry_run: bool, accept_valid: bool) -> Imported | None:
    """The outcome; None when the file was a whole export."""
    name = "standard input" if told.file == "-" else storable(told.file)
    with open_bytes(told.file) as (raw, size):
        stream, start = raw, _start(raw)
        if not start:
            raise FileProblem(name, "the file is empty")
        if start.startswith(unpack.MAGIC):
            stream = unpack.unpacked(raw, name)
            start = _start(stream)
        format_ = ClaimFormat(told.format_ or format_of(name, start, mapped=bool(told.mapping.fields)))
        if format_ is ClaimFormat.JSON and lossless.looks_like(start):
            _restore(dossier_, stream.read(), name, dry_run=dry_run)
            return None
        claim_file = opened(stream, name, format_, told.mapping, told.sheet)
        with progress(f"importing {Path(name).name}", size if stream is raw else None) as bar:
            return dossier_.import_rows(
                claim_file.rows,
                Batch(told.batch or Path(name).name, format_.value, claim_file.fieldmap),
                digest=claim_file.digest,
                dry_run=dry_run,
                accept_valid=accept_valid,
                progress=bar,
            )


def _start(stream: BinaryIO) -> bytes:
    """How a stream begins, without taking it away."""
    return bytes(stream.peek(PEEK)) if isinstance(stream, io.BufferedReader) else b""


def _restore(dossier_: Dossier, data: bytes, name: str, *, dry_run: bool) -> None:
    if dry_run:
        raise click.UsageError("--dry-run goes with claim files, not with a whole export")
    with steps() as narrator:
        dossier_.restore(data, name, narrator)


def _tell(file: str, done: Imported) -> None:
    counts = done.counts
    would = "would be " if done.dry_run else ""
    for problem in done.problems[:MOST_PROBLEMS]:
        narrate(str(problem))
    if len(done.problems) > MOST_PROBLEMS:
        narrate(f"… and {len(done.problems) - MOST_PROBLEMS} more")
    say(
        f"{file}: {counts.rows} rows; claims {would}{counts.new} new, {counts.changed} changed, "
        f"{counts.unchanged} unchanged; relations {counts.relations_new} new, {counts.relations_unchanged} unchanged; "
        f"{counts.rejected} rows rejected"
    )
    for why, number in counts.left_out.items():
        say(f"{file}: {number} rows left out by the map: {why}")
    if done.dry_run:
        say("nothing was changed: this was a dry run")
    elif not counts.writes:
        say("nothing was changed: everything was there already" if not counts.rejected else "nothing was changed")


def _record(file: str, done: Imported) -> dict[str, object]:
    counts = done.counts
    return {
        "file": file,
        "dry_run": done.dry_run,
        "rows": counts.rows,
        "new": counts.new,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "relations_new": counts.relations_new,
        "relations_unchanged": counts.relations_unchanged,
        "left_out": dict(counts.left_out),
        "rejected": counts.rejected,
        "problems": [
            {"file": one.file, "line": one.line, "field": one.field, "problem": one.problem} for one in done.problems
        ],
    }


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
    with at_desk(ctx) as desk:
        if chosen is Format.CLAIMREVIEW and _is_folder(output):
            _export_reviews(desk, language, choice, Path(output))
        else:
            write_out(write_export(desk, chosen, language, choice), output)
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
    **how: Any,
) -> Choice:
    """What the options choose. Raises UsageError where they do not go with the format."""
    wanted = {"status": Status, "verdict": Verdict, "source": str}
    filter_ = Filter(**{name: make(how[name]) for name, make in wanted.items() if how[name] is not None})
    if (base_url or publisher) and format_ is not Format.CLAIMREVIEW:
        raise click.UsageError(f"--base-url and --publisher go with --format claimreview, not with {format_}")
    publishing = None if base_url is None else Publishing(base_url, publisher)
    choice = Choice(filter_, None if since is None else since.date().isoformat(), title, publishing)
    if format_ is Format.JSON and choice != ALL:
        raise click.UsageError("json is the whole dossier under its own title; choose from it in another format")
    return choice


def _export_reviews(desk: Desk, language: ReportLanguage, choice: Choice, folder: Path) -> None:
    written = 0
    for id_, data in write_reviews(desk, language, choice):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileProblem(folder, error) from error
        write_out([data], str(folder / f"{id_}.json"))
        written += 1
    narrate(f"{folder}: {written} files written")
