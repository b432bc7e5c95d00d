"""`diff`: what changed between two lossless exports."""

import io
from collections.abc import Iterator
from typing import Any

import click
import orjson

from evidence.text.clean import storable
from factcheck.cli.common import open_bytes, say, say_json
from factcheck.cli.main import DONE
from factcheck.errors import FileProblem
from factcheck.formats import lossless, unpack
from factcheck.formats.diff import Changed, Difference, History, Part, compare

LONGEST_VALUE = 100
HISTORIES = {
    History.SAME: "the same point of the same history",
    History.CONTINUED: "the second goes on where the first ends: {entries} more ledger {word}",
    History.EARLIER: "the second is the earlier one: the first has {entries} more ledger {word}",
    History.PARTED: "one dossier that went two ways: the ledgers differ in their last {entries} {word}",
    History.OTHER: "two dossiers: nothing in their ledgers is shared",
}


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def diff(*, a: str, b: str, as_json: bool) -> int:
    """Say what changed from A to B, both written by `export --format json`.

    Claims, relations, documents and sources that came, went or were changed, field by field.
    """
    if a == b == "-":
        raise click.UsageError("standard input can be one of the two, not both")
    found = compare(_export(a), _export(b))
    if as_json:
        say_json(found.record())
    else:
        for line in _lines(found):
            say(line)
    return DONE


def _export(file: str) -> lossless.Export:
    """Raises FileProblem."""
    name = "standard input" if file == "-" else storable(file)
    with open_bytes(file) as (stream, _):
        data = stream.read()
    if data.startswith(unpack.MAGIC):
        data = unpack.unpacked(io.BytesIO(data), name).read()
    try:
        return lossless.read(data)
    except ValueError as error:
        raise FileProblem(name, str(error)) from error


def _lines(found: Difference) -> Iterator[str]:
    word = "entry" if found.entries == 1 else "entries"
    yield HISTORIES[found.history].format(entries=found.entries, word=word)
    if not found:
        yield "nothing has changed"
    for sort, part in found.parts.items():
        if part:
            yield f"{sort}: {len(part.added)} added, {len(part.removed)} removed, {len(part.changed)} changed"
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from (f"  + {id_}  {name}" for id_, name in part.added)
    yield from (f"  - {id_}  {name}" for id_, name in part.removed)
    for one in part.changed:
        yield f"  ~ {one.id}  {one.name}"
        yield from _fields(one)


def _fields(one: Changed) -> Iterator[str]:
    for field in one.told:
        before, after = one.before[field], one.after[field]
        if isinstance(before, list) and isinstance(after, list):
            yield from (f"      {field}: + {_short(item)}" for item in after if item not in before)
            yield from (f"      {field}: - {_short(item)}" for item in before if item not in after)
            if _same(before, after):
                yield f"      {field}: in another order"
        else:
            yield f"      {field}: {_short(before)} → {_short(after)}"


def _same(before: list[Any], after: list[Any]) -> bool:
    return all(item in before for item in after) and all(item in after for item in before)


def _short(value: Any) -> str:
    """A value as people read it: a quote by its words, nothing as a dash."""
    if value is None or value == []:
        return "—"
    if isinstance(value, dict):
        value = next((value[name] for name in ("exact", "text", "name") if value.get(name)), value)
    words = value if isinstance(value, str) else orjson.dumps(value).decode()
    return words if len(words) <= LONGEST_VALUE else words[: LONGEST_VALUE - 1] + "…"
