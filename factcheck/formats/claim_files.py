"""A claim file: which format it is in, its rows, and its digest, read once from beginning to end."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import BinaryIO

from factcheck.formats import csv_, jsonl, lossless
from factcheck.formats.rows import Rows

PEEK = 4096


class ClaimFormat(StrEnum):
    """What a claim file can be written in."""

    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    """The lossless export."""


SUFFIXES = {
    ".jsonl": ClaimFormat.JSONL,
    ".ndjson": ClaimFormat.JSONL,
    ".csv": ClaimFormat.CSV,
    ".tsv": ClaimFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """An open claim file. `digest` gives its SHA-256 once the rows have been read to the end."""

    name: str
    format: ClaimFormat
    rows: Rows
    digest: Callable[[], str]


def format_of(name: str, start: bytes) -> ClaimFormat:
    """The format of a file that begins with `start`: by content first, by the name's ending where that leaves doubt."""
    if lossless.looks_like(start):
        return ClaimFormat.JSON
    known = SUFFIXES.get(PurePath(name).suffix.lower())
    if known is not None:
        return known
    begins = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begins.startswith((b"{", b"[")):  # a list is no claim file either, but its error should speak of JSON
        return ClaimFormat.JSONL
    return ClaimFormat.TSV if b"\t" in begins.split(b"\n", 1)[0] else ClaimFormat.CSV


def opened(stream: BinaryIO, name: str, format_: ClaimFormat) -> ClaimFile:
    """The rows of a stream in JSONL, CSV or TSV."""
    digest = hashlib.sha256()
    lines = _lines(stream, digest.update)
    if format_ is ClaimFormat.JSONL:
        rows = jsonl.read(lines, name)
    else:
        rows = csv_.read(lines, name, delimiter="\t" if format_ is ClaimFormat.TSV else ",")

    def whole() -> str:
        for _ in lines:  # a reader that gave up has left some
            pass
        return digest.hexdigest()

    return ClaimFile(name, format_, rows, whole)


def _lines(stream: BinaryIO, update: Callable[[bytes], None]) -> Iterator[bytes]:
    """Lines of bounded length: what is too long comes in one piece just over the limit, its rest is passed over."""
    limit = jsonl.LONGEST_LINE + 1
    while line := stream.readline(limit):
        update(line)
        yield line
        while len(line) == limit and not line.endswith(b"\n"):
            line = stream.readline(limit)
            update(line)
