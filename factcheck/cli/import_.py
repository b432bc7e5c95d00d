"""`import`: many claims in, from files, folders, standard input."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO

import click

from evidence.text.clean import storable
from factcheck.cli.common import (
    dossier,
    narrate,
    one_of,
    open_bytes,
    progress,
    say,
    say_json,
    steps,
    waiting_words,
    write_out,
)
from factcheck.cli.main import DONE, MOST_PROBLEMS, NEEDS_A_PERSON
from factcheck.dossier import Batch, Imported, Manner, Rows
from factcheck.errors import FileProblem
from factcheck.formats import fieldmap, lossless, rejects, unpack
from factcheck.formats.claim_files import ENDINGS, PEEK, ClaimFormat, format_of, opened

REJECTED = ".rejected"
"""What the name of a file of rejected rows holds before its ending."""


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
@click.option(
    "--rejects",
    metavar="FILE|FOLDER/",
    help="Where --accept-valid writes the wrong rows.  [default: NAME.rejected.… beside the file]",
)
@click.option("--strict-links", is_flag=True, help="Refuse quotes from documents that are not in the dossier yet.")
@click.option("--batch", metavar="NAME", help="What to call this import in the ledger.  [default: the file's name]")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def import_(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    *,
    map_: Path | None,
    rejects: str | None,
    as_json: bool,
    dry_run: bool,
    accept_valid: bool,
    strict_links: bool,
    **how: str | None,
) -> int:
    """Import claims and relations, or a whole JSON export into an empty dossier.

    Reads our records as JSONL, JSON, CSV, TSV, YAML or XLSX, and what others publish: ClaimReview, Google
    claims:search, Data Commons, AVeriTeC, FEVER, SciFact, Label Studio, doccano; each also packed with gzip. Of a
    folder, the files whose names end like one of these.

    All files are imported together or not at all. Importing them again changes nothing; changed rows are brought up to
    date and keep what people decided. Quotes from documents that are not here yet wait for them.
    """
    reading = _Reading(fieldmap.NO_MAP if map_ is None else fieldmap.load(map_), **how)
    manner = Manner(dry_run, accept_valid, strict_links)
    paths = list(_files(files))
    left = _Rejects(paths, _target(rejects, paths, manner))
    with dossier(ctx) as opened_, left:
        try:
            done = opened_.import_files(_incoming(paths, reading), manner, before_saving=left.write)
        except _WholeExport as whole:
            if dry_run:
                raise click.UsageError("--dry-run goes with claim files, not with a whole export") from None
            with steps() as narrator:
                opened_.restore(whole.data, whole.name, narrator)
            return _tell_restored(paths[0], as_json=as_json)
    if as_json:
        told = [
            {**_record(path, one), "rejects": left.written.get(path)} for path, one in zip(paths, done, strict=True)
        ]
        say_json(told)
    else:
        _tell_all(paths, done, left)
    return NEEDS_A_PERSON if any(one.problems for one in done) else DONE


# ── files ──────────────────────────────────────────────────────────────────────────────────────────


def _files(given: Sequence[str]) -> Iterator[str]:
    """The files, and for a folder the claim files in it and below, in the order of their names."""
    if given.count("-") > 1:
        raise click.UsageError("standard input can be one of the files, not several")
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
    """By its ending; what is hidden, and what an import rejected, is left alone."""
    name = PurePath(path.name.lower().removesuffix(".gz"))
    hidden = any(part.startswith(".") for part in path.parts)
    return name.suffix in ENDINGS and not hidden and REJECTED not in name.suffixes[:-1]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How files are to be read."""

    mapping: fieldmap.FieldMap
    format_: str | None
    sheet: str | None
    batch: str | None


class _WholeExport(Exception):
    """The one file is no file of claims but a whole dossier."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(name)
        self.data, self.name = data, name


def _incoming(paths: Sequence[str], how: _Reading) -> Iterator[Rows]:
    """Each file, opened when its turn comes. Raises FileProblem, and _WholeExport where one stands alone."""
    for path in paths:
        name = _name(path)
        with _content(path, name) as (stream, start, size):
            if not start:
                raise FileProblem(name, "the file is empty")
            format_ = ClaimFormat(how.format_ or format_of(name, start, mapped=bool(how.mapping.fields)))
            if format_ is ClaimFormat.JSON and lossless.looks_like(start):
                if len(paths) > 1:
                    raise FileProblem(name, "is a whole export; it is imported alone, into an empty dossier")
                raise _WholeExport(stream.read(), name)
            file = opened(stream, name, format_, how.mapping, how.sheet)
            batch = Batch(how.batch or Path(name).name, format_.value, file.fieldmap)
            with progress(f"importing {Path(name).name}", size) as bar:
                yield Rows(file.rows, batch, file.digest, bar, name)


def _name(path: str) -> str:
    return "standard input" if path == "-" else storable(path)


@contextmanager
def _content(path: str, name: str) -> Iterator[tuple[BinaryIO, bytes, int | None]]:
    """(what is in a file, how that begins, its size in bytes where that is known), unpacked and in UTF-8."""
    with open_bytes(path) as (stored, stored_size):
        stream, size, start = stored, stored_size, _start(stored)
        if start.startswith(unpack.MAGIC):
            stream, size = unpack.unpacked(stream, name), None
            start = _start(stream)
        if start.startswith(unpack.UTF_16):
            stream, size = unpack.recoded(stream, name), None
            start = _start(stream)
        yield stream, start, size


def _start(stream: BinaryIO) -> bytes:
    """How a stream begins, without taking it away."""
    return bytes(stream.peek(PEEK)) if isinstance(stream, io.BufferedReader) else b""


# ── rejected rows ──────────────────────────────────────────────────────────────────────────────────


def _target(given: str | None, paths: Sequence[str], how: Manner) -> str | None:
    if given is None:
        return None
    if not how.accept_valid:
        raise click.UsageError("--rejects goes with --accept-valid: without it one wrong row stops the import")
    if len(paths) > 1 and not (given.endswith("/") or Path(given).is_dir()):
        raise click.UsageError("of several files the rejected rows go to a folder: --rejects FOLDER/")
    return given


@dataclass
class _Rejects:
    """The files that rejected rows are written to: before the import is saved, and gone again if it is not."""

    paths: Sequence[str]
    target: str | None
    written: dict[str, str] = field(default_factory=dict)

    def write(self, done: Sequence[Imported]) -> None:
        """Write the rejected rows of each file. Raises FileProblem."""
        for path, one in zip(self.paths, done, strict=True):
            if one.rejects:
                target = self._file(path, rejects.ending(one.batch.format))
                write_out(rejects.write(one.batch.format, one.rejects), str(target))
                self.written[path] = str(target)

    def __enter__(self) -> "_Rejects":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            for target in self.written.values():
                with suppress(OSError):
                    Path(target).unlink()

    def _file(self, path: str, ending: str) -> Path:
        if self.target is not None and not (self.target.endswith("/") or Path(self.target).is_dir()):
            return Path(self.target)
        given = Path("stdin" if path == "-" else path)
        stem = PurePath(given.name.removesuffix(".gz")).stem.removesuffix(REJECTED)
        folder = given.parent if self.target is None else Path(self.target)
        if self.target is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise FileProblem(folder, error) from error
        free = folder / f"{stem}{REJECTED}.{ending}"
        number = 2
        while free.exists():  # somebody may be mending it
            free = folder / f"{stem}{REJECTED}.{number}.{ending}"
            number += 1
        return free


# ── telling ────────────────────────────────────────────────────────────────────────────────────────


def _tell_restored(path: str, *, as_json: bool) -> int:
    if as_json:
        say_json([{"file": storable(path), "restored": True}])
    else:
        say(f"{path}: the whole dossier is restored, with its ledger")
    return DONE


def _tell_all(paths: Sequence[str], done: Sequence[Imported], left: _Rejects) -> None:
    for path, one in zip(paths, done, strict=True):
        _tell(path, one)
        if path in left.written:
            say(f"{path}: the rejected rows are in {left.written[path]}; mend them there and import that file")
    if done[0].dry_run:
        say("nothing was changed: this was a dry run")
    elif not any(one.counts.writes for one in done):
        rejected = any(one.counts.rejected for one in done)
        say("nothing was changed" if rejected else "nothing was changed: everything was there already")


def _tell(file: str, done: Imported) -> None:
    counts = done.counts
    would = "would be " if done.dry_run else ""
    for problem in done.problems[:MOST_PROBLEMS]:
        narrate(str(problem))
    if len(done.problems) > MOST_PROBLEMS:
        narrate(f"… and {len(done.problems) - MOST_PROBLEMS} more")
    say(
        f"{file}: {counts.rows} rows; claims {would}{counts.new} new, {counts.changed} changed, "
        f"{counts.unchanged} unchanged; relations {counts.relations_new} new, {counts.relations_changed} changed, "
        f"{counts.relations_unchanged} unchanged; {counts.rejected} rows rejected"
    )
    if counts.waiting:
        say(f"{file}: {waiting_words(counts.waiting, would='would ' if done.dry_run else '')}")
    for why, number in counts.left_out.items():
        say(f"{file}: {number} rows left out by the map: {why}")


def _record(path: str, done: Imported) -> dict[str, object]:
    counts = done.counts
    return {
        "file": storable(path),
        "dry_run": done.dry_run,
        "rows": counts.rows,
        "new": counts.new,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "relations_new": counts.relations_new,
        "relations_changed": counts.relations_changed,
        "relations_unchanged": counts.relations_unchanged,
        "waiting": dict(counts.waiting),
        "left_out": dict(counts.left_out),
        "rejected": counts.rejected,
        "problems": [
            {"file": one.file, "line": one.line, "item": one.item, "field": one.field, "problem": one.problem}
            for one in done.problems
        ],
    }
