"""What the commands share: opening the dossier, printing safely, progress."""

import json
import re
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click
import orjson

from evidence.text.clean import clean, clean_line
from factcheck.errors import FileProblem
from factcheck.settings import Settings, load
from factcheck.work.files import write_file

if TYPE_CHECKING:
    from factcheck.dossier import Dossier

MOST_ROWS = 10**9
"""What a limit may be: more than any dossier holds, less than a database refuses."""
MOST_BYTES = 256 * 1024**2
"""Of a file that is read as a whole: a document."""
_harmful = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
"""What steers a terminal or hides in it, among what JSON may hold as it is."""


def one_of(words: type[StrEnum]) -> click.Choice[str]:
    """An option that takes one word of a vocabulary."""
    return click.Choice([word.value for word in words])


def settings(ctx: click.Context) -> Settings:
    """The settings for this command."""
    told = ctx.obj
    return load(told["folder"], db=told["db"], reviewer=told["reviewer"])


@contextmanager
def dossier(ctx: click.Context) -> "Iterator[Dossier]":
    """The dossier this command works on."""
    from factcheck.dossier import Dossier  # noqa: PLC0415 - `list` does without

    told = settings(ctx)
    with Dossier.open(told.db, reviewer=told.reviewer, title=told.title, warn=narrate) as opened:
        yield opened


def narrate(words: str) -> None:
    """Say on stderr what is going on."""
    click.echo(clean_line(words), err=True)


def say(words: str = "") -> None:
    """Print one line of data, made harmless for the terminal."""
    click.echo(clean_line(words))


def say_json(value: object) -> None:
    """Print one JSON document."""
    data = orjson.dumps(value, option=orjson.OPT_INDENT_2)
    click.echo(_harmful.sub(lambda found: json.dumps(found[0])[1:-1], data.decode()).encode())


def table(rows: Sequence[Sequence[str]], *, header: Sequence[str], last_wraps: int | None = None) -> None:
    """Print rows in columns that line up in terminal cells, Chinese included; the last column is cut to fit."""
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415 - only for tables

    clean = [[clean_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(cell_len(row[at]) for row in clean) for at in range(len(header) - 1)]
    room = None if last_wraps is None else max(20, last_wraps - sum(widths) - 2 * len(widths))
    for row in clean:
        cells = [set_cell_size(cell, width) for cell, width in zip(row, widths, strict=False)]
        last = (
            row[-1] if room is None or cell_len(row[-1]) <= room else set_cell_size(row[-1], room - 2).rstrip() + " …"
        )
        click.echo("  ".join([*cells, last]).rstrip())


def terminal_width() -> int | None:
    """Cells across when a person is looking, None when the output goes to a file or a pipe."""
    import shutil  # noqa: PLC0415

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`, up to MOST_BYTES. Raises FileProblem."""
    with open_bytes(path) as (stream, size):
        known = size or 0
        data = b"" if known > MOST_BYTES else stream.read(MOST_BYTES + 1)
    if max(known, len(data)) > MOST_BYTES:
        raise FileProblem(path, f"holds more than {MOST_BYTES // 1024**2} MB")
    return data


@contextmanager
def open_bytes(path: str) -> Iterator[tuple[BinaryIO, int | None]]:
    """(stream, its size in bytes if known) of a file, or of standard input for `-`. Raises FileProblem."""
    if path == "-":
        yield _standard_input(), None
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream, Path(path).stat().st_size
    except OSError as error:
        raise FileProblem(path, error) from error


def _standard_input() -> BinaryIO:
    """A stream of its own: Python ends with an error where a thread still waits for a line of `sys.stdin`."""
    try:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    except (OSError, ValueError):  # a test's own, or none
        return sys.stdin.buffer


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on stderr while a person is watching; the callback is told how far we are in all."""
    if total is None or not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=total, label=clean_line(label), file=sys.stderr) as bar:
        yield lambda done: bar.update(done - bar.pos)


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """Narrates the steps of long work while a person is watching."""
    watching = sys.stderr.isatty()
    yield (lambda step: narrate(f"… {step}")) if watching else (lambda step: None)


def write_out(pieces: Iterable[bytes], target: str) -> None:
    """Write to a file, which appears only when it is complete, or to standard output for `-`. Raises FileProblem."""
    try:
        _write_out(pieces, target)
    finally:
        if isinstance(pieces, Generator):  # a reading transaction may hang on pieces that nobody wants any more
            pieces.close()


def _write_out(pieces: Iterable[bytes], target: str) -> None:
    if target == "-":
        watching = sys.stdout.isatty()
        for piece in pieces:  # data stay as they are on their way to a file or a program, not to a terminal
            sys.stdout.buffer.write(clean(piece.decode("utf-8", "replace")).encode() if watching else piece)
        return
    path = Path(target)
    if path.is_dir():
        raise FileProblem(target or "-o", "is a folder" if target else "names no file")
    write_file(pieces, path)


def words(value: Any) -> str:
    """A stored word as people read it."""
    return "" if value is None else str(value).replace("_", " ")


MOST_DOCUMENTS = 5
"""Documents that are waited for which are named; all of them are counted."""


def waiting_words(waiting: Mapping[str, int], *, would: str = "") -> str:
    """Links that wait, by what their documents are called: `12 links wait for 2 documents: a.txt (7), b.txt (5)`."""
    links, documents = sum(waiting.values()), len(waiting)
    verb = "wait" if links > 1 or would else "waits"
    named = ", ".join(f"{name} ({number})" for name, number in list(waiting.items())[:MOST_DOCUMENTS])
    more = f" and {documents - MOST_DOCUMENTS} more" if documents > MOST_DOCUMENTS else ""
    of = "1 document" if documents == 1 else f"{documents} documents"
    return f"{links} {'link' if links == 1 else 'links'} {would}{verb} for {of}: {named}{more}"
