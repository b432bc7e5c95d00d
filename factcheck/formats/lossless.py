"""The lossless export: everything in one JSON document, a line for each thing, out and in again.

    {"factcheck": 1, "dossier": {...}, "ledger": {"seq", "hash", "entries": [body, ...]},
     "sources": [...], "documents": [...], "claims": [...], "relations": [...], "reviews": [...], "waiting": [...]}

The last two, reviewers' own judgements and evidence links that wait for their document, stand there when there are any.

A document comes with its text, and with its bytes in base 64 as `content` where the text alone does not give them
back. The ledger's entries travel with it, so that a dossier restored from the file has the same history and the same
head. A claim's digest in the ledger is the digest of the very object shown here.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from claims.model import Claim, Relation, Review, WaitingLink
from evidence.model import Document, Source
from factcheck.formats.jsonl import strict

FORMAT = 1
_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"factcheck"\s*:')


@dataclass(frozen=True, slots=True)
class Header:
    """What stands before the lists."""

    uuid: str
    title: str | None
    created: str
    seq: int
    hash: str


def write(
    header: Header,
    entries: Iterable[str],
    sources: Iterable[Source],
    documents: Iterable[tuple[Document, bytes]],
    claims: Iterable[Claim],
    relations: Iterable[Relation],
    reviews: Iterable[Review] = (),
    waiting: Iterable[WaitingLink] = (),
) -> Iterator[bytes]:
    """The export in pieces; memory does not grow with the number of claims."""
    dossier = {"uuid": header.uuid, "title": header.title, "created": header.created}
    yield b'{"factcheck": %d,\n"dossier": %s,\n' % (FORMAT, orjson.dumps(dossier))
    yield b'"ledger": {"seq": %d, "hash": "%s", "entries": ' % (header.seq, header.hash.encode())
    yield from _list(orjson.dumps(body) for body in entries)
    yield b"},\n"
    lists = (
        ("sources", (orjson.dumps(item.model_dump(mode="json")) for item in sources)),
        ("documents", (orjson.dumps(_document(item, data)) for item, data in documents)),
        ("claims", (orjson.dumps(item.model_dump(mode="json", by_alias=True)) for item in claims)),
        ("relations", (orjson.dumps(item.model_dump(mode="json")) for item in relations)),
    )
    for at, (name, items) in enumerate(lists):
        yield b",\n" * bool(at) + b'"%s": ' % name.encode()
        yield from _list(items)
    for name, some in (("reviews", reviews), ("waiting", waiting)):
        later = [orjson.dumps(item.model_dump(mode="json")) for item in some]
        if later:
            yield b',\n"%s": ' % name.encode()
            yield from _list(later)
    yield b"}\n"


def _list(items: Iterable[bytes]) -> Iterator[bytes]:
    first = True
    for item in items:
        yield b"[\n" if first else b",\n"
        yield item
        first = False
    yield b"[]" if first else b"\n]"


def _document(document: Document, data: bytes) -> dict[str, Any]:
    record = document.model_dump(mode="json")
    if _bytes_of(document.text, document.encoding) != data:
        record["content"] = base64.b64encode(data).decode("ascii")
    return record


def _bytes_of(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return None


@dataclass(frozen=True, slots=True)
class Export:
    """A lossless export, read and checked for its form, not yet for its truth."""

    header: Header
    entries: tuple[str, ...]
    sources: tuple[Source, ...]
    documents: tuple[tuple[Document, bytes], ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    reviews: tuple[Review, ...] = ()
    waiting: tuple[WaitingLink, ...] = ()


def looks_like(start: bytes) -> bool:
    """Whether a file that begins like this is a lossless export."""
    return _START.match(start) is not None


def read(data: bytes) -> Export:
    """Read an export. Raises ValueError with a sentence that names the list and the place in it."""
    try:
        record = strict(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from error
    if not isinstance(record, dict) or record.get("factcheck") != FORMAT:
        found = record.get("factcheck") if isinstance(record, dict) else None
        raise ValueError(f"not a lossless export of format {FORMAT} (found {found!r})")
    try:
        header = Header(**record["dossier"], seq=record["ledger"]["seq"], hash=record["ledger"]["hash"])
        entries = tuple(record["ledger"]["entries"])
        if str(UUID(header.uuid)) != header.uuid:
            raise KeyError("uuid")  # noqa: TRY301 - as good as missing
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(
            f"its head is incomplete ({error}); only an export of the whole dossier can be restored"
        ) from error
    return Export(
        header,
        entries,
        tuple(_each(record, "sources", Source.model_validate)),
        tuple(_each(record, "documents", _document_of)),
        tuple(_each(record, "claims", Claim.model_validate)),
        tuple(_each(record, "relations", Relation.model_validate)),
        tuple(_each({"reviews": [], **record}, "reviews", Review.model_validate)),
        tuple(_each({"waiting": [], **record}, "waiting", WaitingLink.model_validate)),
    )


def _each(record: dict[str, Any], name: str, make: Any) -> Iterator[Any]:
    items = record.get(name)
    if not isinstance(items, list):
        raise ValueError(f"{name}: must be a list")  # noqa: TRY004 - one error for bad exports
    for at, item in enumerate(items):
        try:
            yield make(item)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            words = " ".join(str(error).split("\n")[:3])
            raise ValueError(f"{name}[{at}]: {words}") from error


def _document_of(item: dict[str, Any]) -> tuple[Document, bytes]:
    content = item.pop("content", None)
    document = Document.model_validate(item)
    restored = content is None
    data = _bytes_of(document.text, document.encoding) if restored else base64.b64decode(content, validate=True)
    if data is None or hashlib.sha256(data).hexdigest() != document.sha256:
        raise ValueError("its content does not have the digest that it names")
    return document, data
