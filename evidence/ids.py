"""Ids that are the same on every machine, because they are derived from content."""

import hashlib
import json

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no i, l, o or u, which are misread and mistyped."""
LENGTH = 12
"""60 bits: among a million ids the chance of one collision is 4 in 10 million."""


def content_id(prefix: str, *parts: str | int | None) -> str:
    """A short id for the thing that `parts` describe, such as `d4k9m2p0qd7xz`.

    `prefix` is one letter for the kind of thing. Equal parts give equal ids everywhere; the parts are joined
    as a JSON list, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256(_written([prefix, *parts]).encode()).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    return prefix + "".join([_TWO[number >> shift & 1023] for shift in range(50, -1, -10)])


_written = json.JSONEncoder(ensure_ascii=False).encode
_TWO = [first + second for first in ALPHABET for second in ALPHABET]
"""Two letters of the alphabet for each number of ten bits."""


def document_id(sha256: str) -> str:
    """The id of the document with these bytes."""
    return content_id("d", sha256)


def source_id(name: str) -> str:
    """The id of the source of this name."""
    return content_id("s", name)
