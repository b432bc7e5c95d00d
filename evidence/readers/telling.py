"""Which kind of document some bytes are: by what they hold, by what the sender says, by the name, in this order.

What the bytes hold goes first, because it cannot be wrong: a PDF is read as a PDF, whatever it is called.
"""

import codecs
import re
from pathlib import PurePosixPath

from evidence.readers.signatures import kind_of

_HEAD = 4096
"""Bytes at the start of a file in which a text shows its format."""
_UNTOLD = {"", "text/plain", "application/octet-stream", "application/unknown", "binary/octet-stream"}
"""Media types with which servers send whatever they do not know."""
_BINARY = {"a PDF document": "pdf", "a Word document": "docx"}
_html = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)
_vtt = re.compile(r"WEBVTT(?:[ \t\r\n]|\Z)")
_srt = re.compile(r"\s*\d{1,9}[ \t]*(?:\r\n|\r|\n)[ \t]*\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")


def told_by_content(data: bytes) -> str | None:
    """The name of the reader for these bytes, or None when they are text that looks like no format of its own."""
    kind = kind_of(data)
    if kind is not None:
        return _BINARY.get(kind)
    head = _head(data)
    if _html.match(head):
        return "html"
    return "subtitles" if _vtt.match(head) or _srt.match(head) else None


def is_told(media_type: str | None) -> bool:
    """Whether the sender says what it is."""
    return bare(media_type) not in _UNTOLD


def bare(media_type: str | None) -> str:
    """A media type without its parameters, in lower case."""
    return (media_type or "").partition(";")[0].strip().lower()


def suffix(name: str) -> str:
    """The ending of a file name in lower case, with its dot."""
    return PurePosixPath(name).suffix.lower()


def charset(data: bytes, media_type: str | None) -> str | None:
    """The encoding that the sender says, when the bytes bear it out and it says anything.

    Latin-1 says nothing: servers send it for whatever they do not know, and any bytes are in it.
    """
    found = re.search(r';\s*charset\s*=\s*["\']?([A-Za-z0-9_.:-]{1,40})', media_type or "", re.IGNORECASE)
    if found is None:
        return None
    try:
        codec = codecs.lookup(CHINESE.get(found[1].lower(), found[1]))
        if codec.name in {"iso8859-1", "cp1252", "ascii"}:
            return None
        data.decode(codec.name)
    except (LookupError, ValueError):
        return None
    return codec.name


CHINESE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "cp950",
}
"""Names of Chinese encodings, and what pages that bear them are really in: always something larger."""


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").removeprefix("\ufeff")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
