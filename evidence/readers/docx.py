"""DOCX: paragraphs, headings, lists, tables and notes as derived text; core properties as what the file says of itself.

The archive is opened by our own hand, a part at a time and only after the sizes are summed up, and its XML may
declare no entities: a Word document needs none. Footnotes and endnotes stand at the end, headers and footers after
them as furniture. Left out are words deleted under tracked changes, hidden words, comments, and the numbers that
Word gives to lists and notes.

Office Open XML: ECMA-376, part 1, chapter 17 (WordprocessingML) and chapter 15.2 (properties).
"""

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from evidence.errors import Empty, Unreadable
from evidence.model import MarkKind
from evidence.readers.assembling import assemble
from evidence.readers.metadata import iso_date, language_tag, one_line
from evidence.readers.reading import BINARY, ReadText

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

MEDIA_TYPES: tuple[str, ...] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
SUFFIXES: tuple[str, ...] = (".docx", ".docm")
LARGEST = 200 * 1024**2
"""Bytes of all parts unpacked."""
MOST_PARTS = 5000

_DAMAGED = "this Word document is damaged and cannot be opened; save it again from Word"
_doctype = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_edge = re.compile(r"word/(?:header|footer)\d*\.xml\Z")


def read(data: bytes, *, encoding: str | None = None) -> ReadText:  # noqa: ARG001 - XML says its own encoding
    """Read a Word document. Raises Unreadable when it is damaged, unpacks to too much, or holds no text."""
    from evidence.readers.docx_blocks import Walk  # noqa: PLC0415 - loads lxml

    if not data.strip():
        raise Empty
    parts = _Parts(data)
    body = parts.tree("word/document.xml")
    if body is None:
        raise Unreadable("this archive holds no Word document")
    walk = Walk(parts.tree("word/styles.xml"))
    blocks = list(walk.blocks_of(body))
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        blocks += walk.blocks_of(parts.tree(notes))
    edges = [block for name in parts.names if _edge.match(name) for block in walk.blocks_of(parts.tree(name))]
    blocks += {block.text: block.marked(MarkKind.FURNITURE) for block in edges}.values()
    made = assemble(blocks, "this Word document holds no text")
    said = _properties(parts.tree("docProps/core.xml"))
    return ReadText(
        text=made.text,
        encoding=BINARY,
        media_type=MEDIA_TYPES[0],
        title=one_line(said.get("title")),
        author=one_line(said.get("creator")),
        published=iso_date(said.get("created")),
        language=language_tag(said.get("language")),
        marks=made.marks,
    )


def _properties(tree: "_Element | None") -> dict[str, str]:
    """The core properties by their names without namespaces."""
    if tree is None:
        return {}
    return {str(element.tag).rpartition("}")[2]: element.text for element in tree if element.text}


class _Parts:
    """The parts of the archive. Raises Unreadable for everything that is wrong with it."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(_DAMAGED) from error
        parts = self._archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
            raise Unreadable(
                f"this Word document unpacks to more than {LARGEST // 1024**2} MB or {MOST_PARTS} parts; it is refused"
            )
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("this Word document is locked with a password; save it without one first")
        self.names = sorted({part.filename for part in parts})

    def tree(self, name: str) -> "_Element | None":
        """The part's XML, or None when there is no such part."""
        from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415

        if name not in self.names:
            return None
        try:
            # No more than the size that was summed up is unpacked: zipfile stops there and compares the checksum.
            data = self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise Unreadable(_DAMAGED) from error
        if _doctype.search(data.replace(b"\0", b"")):  # without the NUL of UTF-16
            raise Unreadable("this Word document declares XML entities, which none needs; save it again from Word")
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if any(entry.type_name == "ERR_NO_MEMORY" for entry in parser.error_log):
                raise MemoryError from error
            raise Unreadable(_DAMAGED) from error
