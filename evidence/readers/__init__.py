"""Bytes to text, one file for each kind of document.

A new reader is a module like `plain` with `MEDIA_TYPES`, `SUFFIXES` and `read`, and a place in `READERS`. What it is
given may be hostile: unless the reader is a few lines of our own, linear in the length, it works in a child process
with limits.
"""

from evidence.errors import Binary
from evidence.readers import docx, html, limited, markdown, pdf, plain, subtitles
from evidence.readers.reading import Reader, ReadText
from evidence.readers.signatures import kind_of
from evidence.readers.telling import bare, charset, is_told, suffix, told_by_content

__all__ = ["READERS", "ReadText", "Reader", "read"]

READERS: tuple[Reader, ...] = (plain, markdown, subtitles, html, pdf, docx)
_AT_HOME: tuple[Reader, ...] = (plain, markdown, subtitles)
"""Who may read in this process."""


def read(data: bytes, name: str, media_type: str | None = None, *, encoding: str | None = None) -> ReadText:
    """Read the text of a file called `name`.

    What the bytes show themselves to be goes first (a PDF is read as one under any name), then `media_type`
    (`text/html; charset=…` as a server sends it, or without parameters), then the name's ending; what none of them
    tells is plain text. `encoding` overrides what the bytes seem to be in. Raises Unreadable, whose sentence leaves
    the name out.
    """
    reader = _reader(data, name, media_type)
    encoding = encoding or charset(data, media_type)
    if reader in _AT_HOME:
        return reader.read(data, encoding=encoding)
    return limited.read(_name(reader), data, encoding=encoding)


def _reader(data: bytes, name: str, media_type: str | None) -> Reader:
    told = told_by_content(data)
    if told is not None:
        return next(reader for reader in READERS if _name(reader) == told)
    kind = kind_of(data)
    if kind is not None:
        raise Binary(kind)
    if is_told(media_type):
        for reader in READERS:
            if bare(media_type) in reader.MEDIA_TYPES:
                return reader
    return next((reader for reader in READERS if suffix(name) in reader.SUFFIXES), plain)


def _name(reader: Reader) -> str:
    return reader.__name__.rpartition(".")[2]
