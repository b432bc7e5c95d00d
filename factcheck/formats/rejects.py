"""Rows that an import refused, written in the format they came in, with what is wrong beside each.

A line, an object or a table row stands there as it was, and so can be mended and imported again as it is: an import
passes over the fields `rejected_…`. A row with several things wrong is written once.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import orjson

from factcheck.formats.csv_ import guarded
from factcheck.formats.rows import REJECTED, Cells

LISTS = frozenset({"json", "claimreview", "claims_search", "averitec", "label_studio"})
"""Formats that are one JSON document: refused objects are written as a list."""
TABLES = {"csv": "csv", "tsv": "tsv", "data_commons": "csv", "xlsx": "csv"}
"""Formats that are a table, and the ending of a file of text that is one."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A refused row: its line, what is wrong as (field, reason), and what stood in the file if that could be read."""

    line: int
    problems: tuple[tuple[str | None, str], ...]
    raw: object
    item: int | None = None
    """Its number in the file, counted from 1, where several items stand on one line."""

    @property
    def field(self) -> str:
        """The fields that are wrong."""
        return "; ".join(name for name, _ in self.problems if name)

    @property
    def reason(self) -> str:
        """What is wrong, in words."""
        several = len(self.problems) > 1
        return "; ".join(f"{name}: {words}" if several and name else words for name, words in self.problems)


def ending(format_: str) -> str:
    """How the name of a file of rejected rows of this format ends."""
    return TABLES.get(format_) or ("json" if format_ in LISTS else "jsonl")


def write(format_: str, rejects: Sequence[Reject]) -> Iterator[bytes]:
    """The file in pieces."""
    once = _once(rejects)
    if format_ in TABLES:
        yield from _table(once, "\t" if format_ == "tsv" else ",")
    elif format_ in LISTS:
        lines = [orjson.dumps(_object(one)) for one in once]
        yield b"[\n" + b",\n".join(lines) + b"\n]\n"
    else:
        for one in once:
            yield orjson.dumps(_object(one), option=orjson.OPT_APPEND_NEWLINE)


def _once(rejects: Iterable[Reject]) -> list[Reject]:
    """One reject for each thing that stood in the file; an item of an annotation tool may hold several rows."""
    found: dict[int, Reject] = {}
    for at, one in enumerate(rejects):
        key = -at - 1 if one.raw is None else id(one.raw)
        known = found.get(key)
        more = () if known is None else tuple(told for told in one.problems if told not in known.problems)
        found[key] = one if known is None else replace(known, problems=(*known.problems, *more))
    return list(found.values())


def _object(one: Reject) -> dict[str, object]:
    told: dict[str, object] = {"rejected_row": one.line}
    if one.item:
        told["rejected_item"] = one.item
    if one.field:
        told["rejected_field"] = one.field
    told["rejected_reason"] = one.reason
    if isinstance(one.raw, dict):
        return {**told, **{name: value for name, value in one.raw.items() if name not in REJECTED}}
    return told if one.raw is None else {**told, "rejected_text": one.raw}


def _table(rejects: Sequence[Reject], delimiter: str) -> Iterator[bytes]:
    """The header and the rows as they were; the columns of the reasons stand before those of the file."""
    header = next((one.raw.header for one in rejects if isinstance(one.raw, Cells)), ())
    ours = REJECTED[:3]
    # a file of rejected rows may itself be imported and have some
    before = len(ours) if header[: len(ours)] == ours else 0
    yield b"\xef\xbb\xbf" + _line([*ours, *header[before:]], delimiter)
    for one in rejects:
        values = one.raw.values if isinstance(one.raw, Cells) else ()
        yield _line([str(one.line), guarded(one.field), guarded(one.reason), *values[before:]], delimiter)


def _line(cells: Sequence[str], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()
