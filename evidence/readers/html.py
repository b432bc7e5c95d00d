"""HTML: the whole visible page as derived text, the article told from its furniture, and what the page says of itself.

The text holds everything that a browser shows without running scripts, in reading order, one block after the other;
white space is collapsed as a browser does it. What is not the article (navigation, sharing, comments, cookie notices,
disclaimers, …) is marked FURNITURE. Left out are scripts, styles, comments and elements that the page hides.

trafilatura finds the article and the metadata; the text itself is taken from lxml's tree, so that nothing depends on
what an extractor drops.
"""

import codecs
import re
from typing import TYPE_CHECKING

from evidence.errors import Empty, Undecodable, Unreadable
from evidence.readers.assembling import assemble
from evidence.readers.decoding import decode
from evidence.readers.metadata import language_tag
from evidence.readers.reading import ReadText
from evidence.readers.telling import CHINESE
from evidence.text.clean import storable

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser  # type: ignore[import-untyped]

MEDIA_TYPES: tuple[str, ...] = ("text/html", "application/xhtml+xml")
SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
BROKEN = 0.001
"""Share of a page's characters that may be broken in it; each becomes U+FFFD, as in a browser."""
NOTHING = "this page holds no text; it may be put together by scripts: save it from a browser first"

_HEAD = 4096
"""Bytes in which a page must name its encoding; the HTML standard says 1024, and pages do not keep to it."""
_named = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)


def read(data: bytes, *, encoding: str | None = None) -> ReadText:
    """Read a page. Raises Unreadable when it holds no text, is in no encoding, or nests beyond measure."""
    from evidence.readers.html_article import article_of  # noqa: PLC0415 - lxml and trafilatura are slow to import
    from evidence.readers.html_blocks import blocks_of  # noqa: PLC0415
    from evidence.readers.html_main import mark_furniture  # noqa: PLC0415

    text, encoding = _decode(data, encoding)
    root = _tree(text)
    page = blocks_of(root)
    title = root.findtext(".//title")
    article = article_of(root, len(text))
    made = assemble(mark_furniture(page, article.lines, (article.title, title)), NOTHING)
    return ReadText(
        text=made.text,
        encoding=encoding,
        media_type=MEDIA_TYPES[0],
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        language=language_tag(root.get("lang") or root.get("xml:lang")),
        marks=made.marks,
    )


def _decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The page's source and its encoding: as told, else by signature, else as the page says, else by the bytes."""
    if encoding is not None:
        return decode(data, encoding)
    if not data.strip():
        raise Empty
    said = None if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) else _said(data)
    for choice in (said, None):
        try:
            return decode(data, choice)
        except Undecodable:
            continue
    return _mended(data, said or "utf-8")


def _said(data: bytes) -> str | None:
    """The encoding that the page names, as the HTML standard understands it; None for none and for UTF-16."""
    found = _named.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii", "replace").lower()
    try:
        codec = codecs.lookup(CHINESE.get(name, name)).name
        b"".decode(codec)
    except LookupError:
        return None
    if codec.startswith(("utf-16", "utf-32")):  # then this name could not have been read
        return None
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec


def _mended(data: bytes, encoding: str) -> tuple[str, str]:
    """A page with a few broken characters. Raises Undecodable when there are many."""
    text = data.decode(encoding, "replace")
    if text.count("\N{REPLACEMENT CHARACTER}") > max(1, BROKEN * len(text)):
        raise Undecodable
    return storable(text), encoding


def _tree(text: str) -> "HtmlElement":
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser, ensure_head_body=True)
    except etree.LxmlError as error:
        _refuse_part(parser)
        raise Unreadable(NOTHING) from error
    _refuse_part(parser)
    return root


def _refuse_part(parser: "HTMLParser") -> None:
    """Raise when libxml2 gave up and left out the rest of a page: it says so nowhere but in its log."""
    said = {entry.type_name for entry in parser.error_log}
    if "ERR_NO_MEMORY" in said:
        raise MemoryError
    if not said.isdisjoint({"ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR"}):
        raise Unreadable("the elements of this page are nested too deeply to be read")
