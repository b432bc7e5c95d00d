"""`import` and `export`: many claims in, reports out."""

from pathlib import Path

import click

from evidence.text.clean import storable
from factcheck.cli.common import dossier, narrate, one_of, open_bytes, progress, say, say_json, steps, write_out
from factcheck.cli.main import DONE, MOST_PROBLEMS, NEEDS_A_PERSON
from factcheck.dossier import Batch, Dossier, Format, Imported
from factcheck.errors import FileProblem
from factcheck.formats import fieldmap
from factcheck.formats.claim_files import PEEK, ClaimFormat, format_of, opened


@click.command("import")
@click.argument("files", metavar="FILE|- ...", nargs=-1, required=True)
@click.option("--format", "format_", type=one_of(ClaimFormat), help="[default: told by the content]")
@click.option(
    "--map",
    "map_",
    type=click.Path(path_type=Path),
    help="TOML file that says what the file calls our fields.",
)
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
    format_: str | None,
    map_: Path | None,
    dry_run: bool,
    accept_valid: bool,
    batch: str | None,
    as_json: bool,
) -> int:
    """Import claims and relations from JSONL, CSV or TSV, or a whole JSON export into an empty dossier.

    Each file is imported whole or not at all. Importing it again changes nothing; changed rows are brought up to date
    and keep what people decided.
    """
    mapping = fieldmap.NO_MAP if map_ is None else fieldmap.load(map_)
    results: list[dict[str, object]] = []
    wrong = False
    with dossier(ctx) as dossier_:
        for file in files:
            done = _import_one(dossier_, file, format_, mapping, batch, dry_run=dry_run, accept_valid=accept_valid)
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


def _import_one(
    dossier_: Dossier,
    file: str,
    format_: str | None,
    mapping: fieldmap.FieldMap,
    batch: str | None,
    *,
    dry_run: bool,
    accept_valid: bool,
) -> Imported | None:
    """The outcome; None when the file was a whole export."""
    name = "standard input" if file == "-" else storable(file)
    with open_bytes(file) as (stream, size):
        start = stream.peek(PEEK) if hasattr(stream, "peek") else b""
        if not start:
            raise FileProblem(name, "the file is empty")
        told = ClaimFormat(format_) if format_ else format_of(name, start)
        if told is ClaimFormat.JSON:
            _restore(dossier_, stream.read(), name, dry_run=dry_run)
            return None
        claim_file = opened(stream, name, told)
        with progress(f"importing {Path(name).name}", size) as bar:
            return dossier_.import_rows(
                claim_file.rows,
                Batch(batch or Path(name).name, told.value, mapping),
                digest=claim_file.digest,
                dry_run=dry_run,
                accept_valid=accept_valid,
                progress=bar,
            )


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


@click.command()
@click.option(
    "--format",
    "format_",
    type=one_of(Format),
    help="[default: told by the file name, or markdown]",
)
@click.option("-o", "--output", default="-", metavar="FILE|-", help="[default: standard output]")
@click.pass_context
def export(ctx: click.Context, /, format_: str | None, output: str) -> int:
    """Write the verdict report (Markdown), or everything (JSON, which `import` brings back without loss)."""
    chosen = Format(format_) if format_ else (Format.JSON if output.lower().endswith(".json") else Format.MARKDOWN)
    with dossier(ctx) as dossier_:
        write_out(dossier_.export(chosen), output)
    if output != "-":
        narrate(f"{output} written")
    return DONE
