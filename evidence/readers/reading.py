"""What every reader gives, and what a reader is."""

from typing import Protocol

from evidence.model import Value


class ReadText(Value):
    """The text of a file, unchanged, and how it was read."""

    text: str
    encoding: str
    """The encoding of the bytes, by its Python name: `utf-8`, `gb18030`, `cp950`, `utf-16-le`, …"""
    media_type: str


class Reader(Protocol):
    """A module that turns the bytes of some kinds of file into text."""

    MEDIA_TYPES: tuple[str, ...]
    """What it reads, the type it reports first."""
    SUFFIXES: tuple[str, ...]
    """File name endings in lower case, with the dot."""

    def read(self, data: bytes, *, encoding: str | None = None) -> ReadText:
        """The text of `data`; raises Unreadable. `encoding` overrides what the bytes seem to be in."""
        ...
