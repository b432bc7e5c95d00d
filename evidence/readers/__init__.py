"""Bytes to text, one file for each kind of document.

A new reader is a module like `plain` with `MEDIA_TYPES`, `SUFFIXES` and `read`, and a place in `READERS`.
"""

from pathlib import PurePosixPath

from evidence.readers import plain
from evidence.readers.reading import Reader, ReadText

__all__ = ["READERS", "ReadText", "Reader", "read"]

READERS: tuple[Reader, ...] = (plain,)
"""Who knows the media type reads, or else who knows the name's ending, or else `plain`."""


def read(data: bytes, name: str, media_type: str | None = None, *, encoding: str | None = None) -> ReadText:
    """Read the text of a file called `name`.

    `media_type` (`text/plain; charset=…` as a server sends it, or without parameters) goes before the
    name's ending. `encoding` overrides what the bytes seem to be in. Raises Unreadable, whose sentence
    leaves the name out.
    """
    return _reader(name, media_type).read(data, encoding=encoding)


def _reader(name: str, media_type: str | None) -> Reader:
    kind = (media_type or "").partition(";")[0].strip().lower()
    suffix = PurePosixPath(name).suffix.lower()
    by_type = (reader for reader in READERS if kind in reader.MEDIA_TYPES)
    by_suffix = (reader for reader in READERS if suffix in reader.SUFFIXES)
    return next(by_type, None) or next(by_suffix, None) or plain
