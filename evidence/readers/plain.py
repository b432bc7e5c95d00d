"""Plain text: the decoded file, unchanged."""

from evidence.errors import Binary
from evidence.readers.decoding import decode
from evidence.readers.reading import ReadText
from evidence.readers.signatures import kind_of

MEDIA_TYPES: tuple[str, ...] = ("text/plain",)
SUFFIXES: tuple[str, ...] = (".txt", ".text")


def read(data: bytes, *, encoding: str | None = None) -> ReadText:
    """Read plain text. Raises Empty, Binary, UnknownEncoding, Undecodable or Unstorable."""
    kind = kind_of(data)
    if kind is not None:
        raise Binary(kind)
    text, encoding = decode(data, encoding)
    return ReadText(text=text, encoding=encoding, media_type=MEDIA_TYPES[0])
