"""What every reader gives, and what a reader is."""

from typing import Protocol, Self

from pydantic import model_validator

from evidence.model import Mark, Value

BINARY = "binary"
"""Said for the encoding of a format that is not text as a whole, such as PDF or DOCX."""


class ReadText(Value):
    """The text of a file, how it was read, and what the file says about itself.

    For plain text, Markdown and the like `text` is the decoded file, unchanged. For every other format it is
    derived: what the file shows to a reader, in reading order, with white space put in order. The same bytes
    give the same text every time; offsets, those of `marks` too, are code points into it.
    """

    text: str
    encoding: str
    """The encoding of the bytes, by its Python name: `utf-8`, `gb18030`, `cp950`, `utf-16-le`, …, or `binary`."""
    media_type: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as the file says it; never a guess."""
    url: str | None = None
    """Where the file says that it belongs: its canonical address."""
    language: str | None = None
    """What the file says it is in, as a BCP 47 tag; often wrong."""
    marks: tuple[Mark, ...] = ()
    """What the format says about stretches of the text, in order of their start."""

    @model_validator(mode="after")
    def _marks_lie_in_the_text(self) -> Self:
        last = 0
        for mark in self.marks:
            if not last <= mark.start < mark.end <= len(self.text):
                raise ValueError(f"the mark [{mark.start}, {mark.end}) is out of order or outside the text")
            last = mark.start
        return self


class Reader(Protocol):
    """A module that turns the bytes of some kinds of file into text."""

    __name__: str
    MEDIA_TYPES: tuple[str, ...]
    """What it reads, the type it reports first."""
    SUFFIXES: tuple[str, ...]
    """File name endings in lower case, with the dot."""

    def read(self, data: bytes, *, encoding: str | None = None) -> ReadText:
        """The text of `data`; raises Unreadable. `encoding` overrides what the bytes seem to be in."""
        ...
