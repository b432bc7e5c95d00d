"""A claim file: which format it is in, its rows, and its digest, read once from beginning to end."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from factcheck.errors import FileProblem
from factcheck.formats import (
    averitec,
    claimreview,
    claims_search,
    csv_,
    data_commons,
    detect,
    doccano,
    fever,
    json_document,
    json_records,
    jsonl,
    label_studio,
    scifact,
    xlsx,
    yaml_,
)
from factcheck.formats.fieldmap import FieldMap
from factcheck.formats.foreign import Mapped
from factcheck.formats.rows import Rows

PEEK = 4096


class ClaimFormat(StrEnum):
    """What a claim file can be written in."""

    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    """A list of records, or the lossless export."""
    YAML = "yaml"
    XLSX = "xlsx"
    CLAIMREVIEW = "claimreview"
    CLAIMS_SEARCH = "claims_search"
    DATA_COMMONS = "data_commons"
    AVERITEC = "averitec"
    FEVER = "fever"
    SCIFACT = "scifact"
    LABEL_STUDIO = "label_studio"
    DOCCANO = "doccano"


ENDINGS = frozenset({*detect.LINES, *detect.TABLES, *detect.YAML, ".json", ".xlsx"})
"""Endings of the files that are taken out of a folder, each also with `.gz` behind it."""

_LINES: Mapping[ClaimFormat, Callable[[Iterator[bytes], str, Mapped], Rows]] = {
    ClaimFormat.JSONL: lambda lines, name, _: jsonl.read(lines, name),
    ClaimFormat.CSV: lambda lines, name, _: csv_.read(lines, name),
    ClaimFormat.TSV: lambda lines, name, _: csv_.read(lines, name, delimiter="\t"),
    ClaimFormat.DATA_COMMONS: data_commons.read,
    ClaimFormat.FEVER: fever.read,
    ClaimFormat.SCIFACT: scifact.read,
    ClaimFormat.DOCCANO: doccano.read,
}
"""Read line by line: such a file may be of any size."""
_WHOLE: Mapping[ClaimFormat, Callable[[bytes, str, Mapped], Rows]] = {
    ClaimFormat.JSON: lambda data, name, _: json_records.read(data, name),
    ClaimFormat.YAML: lambda data, name, _: yaml_.read(data, name),
    ClaimFormat.CLAIMREVIEW: claimreview.read,
    ClaimFormat.CLAIMS_SEARCH: claims_search.read,
    ClaimFormat.AVERITEC: averitec.read,
    ClaimFormat.LABEL_STUDIO: label_studio.read,
}
"""Read as a whole."""


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """An open claim file. `digest` gives its SHA-256 once the rows have been read to the end."""

    name: str
    format: ClaimFormat
    rows: Rows
    digest: Callable[[], str]
    fieldmap: FieldMap


def format_of(name: str, start: bytes, *, mapped: bool = False) -> ClaimFormat:
    """The format of a file that begins with `start`; `mapped` says that a map names its fields."""
    return ClaimFormat(detect.told(name, start, mapped=mapped))


def opened(
    stream: BinaryIO, name: str, format_: ClaimFormat, fieldmap: FieldMap | None = None, sheet: str | None = None
) -> ClaimFile:
    """The rows of a stream, and the map that they go through; `sheet` names one of a workbook's."""
    map_ = fieldmap or FieldMap({}, {}, {})
    digest = hashlib.sha256()
    if format_ in _LINES:
        rows = _LINES[format_](_lines(stream, digest.update), name, map_.values)
    elif format_ is ClaimFormat.XLSX:
        rows = _late(stream, name, digest.update, lambda data: xlsx.read(data, name, sheet))
        map_ = xlsx.TableMap(map_.fields, map_.values, map_.defaults)
    else:
        rows = _late(stream, name, digest.update, lambda data: _WHOLE[format_](data, name, map_.values))

    def whole() -> str:
        for piece in _pieces(stream):  # a reader that gave up has left some
            digest.update(piece)
        return digest.hexdigest()

    return ClaimFile(name, format_, rows, whole, map_)


def _late(stream: BinaryIO, name: str, update: Callable[[bytes], None], read: Callable[[bytes], Rows]) -> Rows:
    """The rows of a file that is read as a whole, once someone asks for the first. Raises FileProblem."""
    data = stream.read(json_document.LARGEST + 1)
    update(data)
    try:
        yield from read(data)
    except json_document.Unreadable as error:
        raise FileProblem(f"{name}, line {error.line}", str(error)) from error


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(1 << 20):
        yield piece


def _lines(stream: BinaryIO, update: Callable[[bytes], None]) -> Iterator[bytes]:
    """Lines of bounded length: what is too long comes in one piece just over the limit, its rest is passed over."""
    limit = jsonl.LONGEST_LINE + 1
    while line := stream.readline(limit):
        update(line)
        yield line
        while len(line) == limit and not line.endswith(b"\n"):
            line = stream.readline(limit)
            update(line)
