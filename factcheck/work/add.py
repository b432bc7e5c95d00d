"""Take a document in: bytes → snapshot and text, once; a changed version sends what rests on the old one to recheck."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from pathlib import PurePath

from claims.judgement import mark_for_recheck
from claims.model import Claim
from evidence.errors import EvidenceError
from evidence.ids import document_id, source_id
from evidence.model import Document, Independence, Quote, QuoteState, Reliability, Source, Value
from evidence.quotes import find
from evidence.readers import read
from evidence.text.clean import storable
from evidence.text.language import language_of
from factcheck.errors import DocumentProblem, UnknownReference
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk, new_uuid


class About(Value):
    """What the person who adds a document says about it; None where nothing was said."""

    source: str | None = None
    reliability: Reliability | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    origin: str | None = None
    independence: Independence = Independence.UNKNOWN
    url: str | None = None
    encoding: str | None = None
    replaces: str | None = None
    """Id or name of the document of which this is a newer version, when the name does not tell."""
    separate: bool = False
    """Not a newer version, although the name and the source are the same."""


class Outcome(StrEnum):
    """What adding did."""

    ADDED = "added"
    KNOWN = "known"
    REPLACED = "replaced"


class Added(Value):
    """The document, what adding it did, and the claims that now need another look with where their quote went."""

    document: Document
    outcome: Outcome
    replaces: str | None = None
    recheck: tuple[tuple[str, QuoteState], ...] = ()


class Incoming(Value):
    """A document on its way in: the bytes as received and the file name they came under."""

    data: bytes
    name: str
    about: About = About()


def take_in(desk: Desk, incoming: Sequence[Incoming]) -> list[Added]:
    """Add documents, all or none.

    The same bytes a second time change nothing. Other bytes under the name and source of a document already here are
    a newer version of it. Raises DocumentProblem for what cannot be read, and then nothing has changed.
    """
    with desk.store.reading() as conn:
        known = [reading.same_bytes(conn, _digest(item)) for item in incoming]
    read_in = [old or _read(desk, item) for old, item in zip(known, incoming, strict=True)]
    if all(known):
        return [Added(document=old, outcome=Outcome.KNOWN) for old in read_in]
    with desk.writing() as conn:
        return [_write(desk, conn, new, item) for new, item in zip(read_in, incoming, strict=True)]


def _digest(item: Incoming) -> str:
    return hashlib.sha256(item.data).hexdigest()


def _read(desk: Desk, item: Incoming) -> Document:
    about, sha256 = item.about, _digest(item)
    base = storable(PurePath(item.name).name or item.name)
    try:
        read_text = read(item.data, base, encoding=about.encoding)
    except EvidenceError as error:
        raise DocumentProblem(item.name, error) from error
    return Document(
        id=document_id(sha256),
        name=base,
        sha256=sha256,
        size=len(item.data),
        media_type=read_text.media_type,
        encoding=read_text.encoding,
        text=read_text.text,
        text_sha256=hashlib.sha256(read_text.text.encode()).hexdigest(),
        language=about.language or language_of(read_text.text),
        title=about.title,
        author=about.author,
        published=about.published,
        retrieved=desk.now(),
        url=about.url,
        source=about.source,
        origin=about.origin,
        independence=about.independence,
    )


def _write(desk: Desk, conn: Connection, new: Document, item: Incoming) -> Added:
    known = reading.same_bytes(conn, new.sha256)
    if known is not None:
        return Added(document=known, outcome=Outcome.KNOWN)
    about = item.about
    leaves: dict[str, dict[str, str]] = {"document": {}, "source": {}, "claim": {}}
    changes = _ensure_source(conn, about, leaves["source"])
    old = _earlier_version(conn, new, about)
    if old is not None:
        new = new.model_copy(update={"replaces": old.id})
    writing.insert_document(conn, new, item.data)
    leaves["document"][new.id] = ledger.leaf(ledger.document_record(new))
    changes.append(ledger.Change("document", new.id, None, ledger.document_record(new)))
    recheck = []
    for claim, changed, where in _recheck(conn, old, new) if old is not None else ():
        recheck.append((claim.id, where))
        leaves["claim"][claim.id] = ledger.leaf(changed)
        before, after = {"status": claim.status}, {"status": changed.status}
        changes.append(ledger.Change("claim", claim.id, before, after, changed.version))
    why = None if old is None else f"a newer version of {old.name} came in"
    ledger.append(
        conn,
        ledger.Entry("document_added", desk.reviewer, desk.now(), new_uuid(), why, changes, _used(leaves)),
    )
    outcome = Outcome.ADDED if old is None else Outcome.REPLACED
    return Added(document=new, outcome=outcome, replaces=None if old is None else old.id, recheck=tuple(recheck))


def _recheck(conn: Connection, old: Document, new: Document) -> list[tuple[Claim, Claim, QuoteState]]:
    """Send the claims that rest on the old version to recheck: (as it was, as it is, where its quote is now)."""
    marked = []
    for claim in reading.claims_on(conn, old.id):
        changed = mark_for_recheck(claim)
        if changed is not None:
            writing.update_claim(conn, changed, seen=claim.version)
            marked.append((claim, changed, _where_now(claim, old, new)))
    return marked


def _used(leaves: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {what: some for what, some in leaves.items() if some}


def _ensure_source(conn: Connection, about: About, leaves: dict[str, str]) -> list[ledger.Change]:
    if about.source is None:
        if about.reliability is not None:
            raise DocumentProblem("--reliability", "a grade belongs to a source; say --source too")
        return []
    try:
        known = reading.find_source(conn, about.source)
    except UnknownReference:
        new = Source(id=source_id(about.source), name=about.source, reliability=about.reliability or Reliability.F)
        writing.insert_source(conn, new)
        leaves[new.id] = ledger.leaf(new)
        return [ledger.Change("source", new.id, None, {"name": new.name, "reliability": new.reliability}, 1)]
    if about.reliability not in {None, known.reliability}:
        raise DocumentProblem(
            f"source {known.name}",
            f"is graded {known.reliability}, not {about.reliability}; `factcheck sources` changes a grade",
        )
    return []


def _earlier_version(conn: Connection, new: Document, about: About) -> Document | None:
    if about.replaces is not None:
        return reading.find_document(conn, about.replaces)
    if about.separate:
        return None
    return reading.newest_version(conn, new.name, new.source)


def _where_now(claim: Claim, old: Document, new: Document) -> QuoteState:
    """How the claim's first quote from the old version is found in the new one."""
    link = next(link for link in claim.evidence if link.document == old.id)
    quote = Quote(
        document_sha256=old.sha256,
        start=link.start,
        end=link.end,
        exact=link.exact,
        prefix=link.prefix,
        suffix=link.suffix,
    )
    return find(quote, new.sha256, new.text).state
