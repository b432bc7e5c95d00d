"""What can go wrong with evidence. The classes write the sentences; the caller puts the file's name in front.

EvidenceError
└── Unreadable          these bytes give no text
    ├── Empty           there is nothing in them
    ├── Binary          they are a picture, an archive, …
    ├── UnknownEncoding the encoding asked for does not exist
    ├── Undecodable     they are text in no encoding we can tell, or not in the one asked for
    └── Unstorable      the text holds a character that cannot be stored
"""


class EvidenceError(Exception):
    """Anything that this package refuses."""


class Unreadable(EvidenceError):
    """These bytes give no text."""

    def __init__(self, reason: str) -> None:
        """`reason` says why and what to do, as a sentence without a capital and without its full stop."""
        super().__init__(reason)
        self.reason = reason


class Empty(Unreadable):
    """A file without content, or with nothing but white space."""

    def __init__(self) -> None:
        """Say that nothing is there."""
        super().__init__("the file is empty, there is nothing to read")


class Binary(Unreadable):
    """A file that is not text."""

    def __init__(self, kind: str) -> None:
        """`kind` says what the first bytes show it to be, with its article."""
        super().__init__(f"this is {kind}, not text; save its words as plain text first")
        self.kind = kind


class UnknownEncoding(Unreadable):
    """An encoding that Python has no codec for."""

    def __init__(self, encoding: str) -> None:
        """`encoding` is the name that was asked for."""
        super().__init__(f"there is no text encoding named {encoding!r}; try utf-8, gb18030, big5 or utf-16")
        self.encoding = encoding


class Undecodable(Unreadable):
    """Bytes that are not text in the encoding asked for, or in none that could be told."""

    def __init__(self, encoding: str | None = None, offset: int | None = None) -> None:
        """`encoding` is the one asked for, if any; `offset` the first byte that is not in it."""
        if encoding is None:
            reason = "the encoding of this text could not be told; name it, or save the file as UTF-8"
        else:
            reason = f"byte {offset} is not {encoding}; name another encoding, or save the file as UTF-8"
        super().__init__(reason)
        self.encoding = encoding
        self.offset = offset


class Unstorable(Unreadable):
    """A text with NUL or a lone surrogate in it."""

    def __init__(self, offset: int, character: str) -> None:
        """`offset` is where the character stands, in code points."""
        super().__init__(f"character {offset} is U+{ord(character):04X}, which cannot be stored; remove it")
        self.offset = offset
