"""Take a document in: bytes → snapshot and text, once; a changed version sends what rests on the old one to recheck."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath

from pydantic import field_validator

from claims.judgement import mark_for_recheck
from claims.model import Claim
from evidence.errors import EvidenceError
from evidence.ids import document_id, source_id
from evidence.model import Document, Independence, MarkKind, Quote, QuoteState, Reliability, Source, Utc, Value
from evidence.quotes import find
from evidence.readers import ReadText, read
from evidence.text.clean import storable
from evidence.text.language import UNKNOWN, language_of
from factcheck.errors import DocumentProblem, UnknownReference
from factcheck.store import ledger, reading, waiting, writing
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.resolving import names_of, resolve


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

    @field_validator("published")
    @classmethod
    def _a_date(cls, given: str | None) -> str | None:
        if given is None or re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", given):
            return given
        try:
            datetime.fromisoformat(given)
        except ValueError:
            raise ValueError(f"{given!r} is not a date such as 2025-08-26, 2025-08 or 2025-08-26T15:04") from None
        return given

    @field_validator("language")
    @classmethod
    def _a_tag(cls, given: str | None) -> str | None:
        if given is not None and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", given):
            raise ValueError(f"{given!r} is not a language tag such as zh-Hant, zh-Hans or en")
        return given


Leaves = dict[str, dict[str, str | None]]
"""What the ledger is told of everything that an entry brought or changed."""
DESCRIPTION = ("source", "title", "author", "published", "language", "origin", "independence", "url")
"""Fields of a document that people say rather than bytes; they can be said anew."""


class Outcome(StrEnum):
    """What adding did."""

    ADDED = "added"
    KNOWN = "known"
    DESCRIBED = "described"
    """The bytes were here already; what is said about them is new."""
    REPLACED = "replaced"


class Added(Value):
    """The document, what adding it did, and the claims that now need another look with where their quote went."""

    document: Document
    outcome: Outcome
    replaces: str | None = None
    recheck: tuple[tuple[str, QuoteState], ...] = ()
    waited: tuple[tuple[str, QuoteState], ...] = ()
    """Claims with a quote that waited for the document, and how that was found in it; an orphan goes on waiting."""


class Incoming(Value):
    """A document on its way in: the bytes as received and the file name they came under."""

    data: bytes
    name: str
    about: About = About()
    media_type: str | None = None
    """As a server sent it."""
    url: str | None = None
    """Where the bytes came from; None for a file."""
    retrieved: Utc | None = None
    """When they came; None for now."""
    why: str | None = None
    """What the ledger should remember of how they came."""


def take_in(desk: Desk, incoming: Sequence[Incoming]) -> list[Added]:
    """Add documents, all or none.

    The same bytes a second time change nothing, unless something else is said about them. Other bytes under the name
    and source of a document already here are a newer version of it. Raises DocumentProblem for what cannot be read,
    and then nothing has changed.
    """
    with desk.store.reading() as conn:
        known = [reading.same_bytes(conn, _digest(item)) for item in incoming]
        waited = any(
            waiting.waiting_for(conn, names_of(old, base_name(item)))
            for old, item in zip(known, incoming, strict=True)
            if old is not None
        )
    read_in = [old or _read(desk, item) for old, item in zip(known, incoming, strict=True)]
    nothing_new = all(old and not _said_anew(old, item.about) for old, item in zip(known, incoming, strict=True))
    if nothing_new and not waited:
        return [Added(document=old, outcome=Outcome.KNOWN) for old in read_in]
    with desk.writing() as conn:
        return [_write(desk, conn, new, item) for new, item in zip(read_in, incoming, strict=True)]


def _digest(item: Incoming) -> str:
    return hashlib.sha256(item.data).hexdigest()


def base_name(item: Incoming) -> str:
    """The name of a document without the folders before it."""
    return storable(PurePath(item.name).name or item.name)


def _read(desk: Desk, item: Incoming) -> Document:
    about, sha256 = item.about, _digest(item)
    base = base_name(item)
    try:
        read_text = read(item.data, base, item.media_type, encoding=about.encoding)
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
        language=about.language or _language(read_text),
        title=about.title or read_text.title,
        author=about.author or read_text.author,
        published=about.published or read_text.published,
        retrieved=item.retrieved or desk.now(),
        url=about.url or item.url or read_text.url,
        source=about.source or read_text.publisher,
        origin=about.origin,
        independence=about.independence,
        marks=read_text.marks,
    )


def _language(read_text: ReadText) -> str:
    """The language of the document's own words; what the file says it is in counts when they do not tell.

    Files often name the language of the program or template that made them.
    """
    words, at = [], 0
    for mark in read_text.marks:
        if mark.kind is MarkKind.FURNITURE:
            words.append(read_text.text[at : mark.start])
            at = max(at, mark.end)
    told = language_of("".join([*words, read_text.text[at:]]))
    said = read_text.language
    return said if said is not None and (told == UNKNOWN or said.startswith(f"{told}-")) else told


def _write(desk: Desk, conn: Connection, new: Document, item: Incoming) -> Added:
    known = reading.same_bytes(conn, new.sha256)
    about = _by_name(conn, item.about.model_copy(update={"source": item.about.source or new.source}))
    if known is not None:
        return _describe(desk, conn, known, about, base_name(item))
    new = new.model_copy(update={"source": about.source})
    leaves: Leaves = {"document": {}, "source": {}, "claim": {}}
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
    waited = _resolve(conn, new, base_name(item), leaves, changes)
    why = None if old is None else f"a newer version of {old.name} came in"
    why = "; ".join(filter(None, (why, item.why))) or None
    ledger.append(
        conn,
        ledger.Entry("document_added", desk.reviewer, desk.now(), new_uuid(), why, changes, _used(leaves)),
    )
    outcome = Outcome.ADDED if old is None else Outcome.REPLACED
    replaces = None if old is None else old.id
    return Added(document=new, outcome=outcome, replaces=replaces, recheck=tuple(recheck), waited=waited)


def _resolve(
    conn: Connection, document: Document, name: str, leaves: Leaves, changes: list[ledger.Change]
) -> tuple[tuple[str, QuoteState], ...]:
    """Turn the links that waited for the document into evidence."""
    done = resolve(conn, document, name)
    for what, some in done.leaves.items():
        leaves.setdefault(what, {}).update(some)
    changes += done.changes
    return tuple(done.found)


def _by_name(conn: Connection, about: About) -> About:
    """A source that is known may be told by its id; a document holds its name."""
    if about.source is None:
        return about
    try:
        return about.model_copy(update={"source": reading.find_source(conn, about.source).name})
    except UnknownReference:
        return about


def _said_anew(old: Document, about: About) -> dict[str, object]:
    """What the person says now and what differs from what is on record."""
    said = about.model_dump(include=set(DESCRIPTION), exclude_none=True, exclude_defaults=True)
    return {name: value for name, value in said.items() if getattr(old, name) != value}


def _describe(desk: Desk, conn: Connection, old: Document, about: About, name: str) -> Added:
    """The same bytes again: nothing happens, unless something else is said about them or links waited for the name."""
    said = _said_anew(old, about)
    leaves: Leaves = {"document": {}, "source": {}}
    changes = _ensure_source(conn, about, leaves["source"]) if said else []
    new = old.model_copy(update=said)
    if said:
        writing.update_document(conn, new)
        record = ledger.document_record(new)
        leaves["document"][new.id] = ledger.leaf(record)
        before = {name: value for name, value in ledger.document_record(old).items() if name in said}
        changes.append(ledger.Change("document", new.id, before, {name: record[name] for name in said}))
    waited = _resolve(conn, new, name, leaves, changes)
    if changes:
        why = None if said else f"it came in again, as {name}"
        entry = ledger.Entry("document_described", desk.reviewer, desk.now(), new_uuid(), why, changes, _used(leaves))
        ledger.append(conn, entry)
    return Added(document=new, outcome=Outcome.DESCRIBED if said else Outcome.KNOWN, waited=waited)


def _recheck(conn: Connection, old: Document, new: Document) -> list[tuple[Claim, Claim, QuoteState]]:
    """Send the claims that rest on the old version to recheck: (as it was, as it is, where its quote is now)."""
    marked = []
    for claim in reading.claims_on(conn, old.id):
        changed = mark_for_recheck(claim)
        if changed is not None:
            writing.update_claim(conn, claim, changed)
            marked.append((claim, changed, _where_now(claim, old, new)))
    return marked


def _used(leaves: Leaves) -> Leaves:
    return {what: some for what, some in leaves.items() if some}


def _ensure_source(conn: Connection, about: About, leaves: dict[str, str | None]) -> list[ledger.Change]:
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
    """The newest version of what the new document is a version of; one version has at most one that replaces it."""
    if about.replaces is not None:
        old: Document | None = reading.find_document(conn, about.replaces)
    elif about.separate:
        return None
    else:
        old = reading.newest_version(conn, new.name, new.source)
        if old is not None and None not in {old.url, new.url} and old.url != new.url:
            return None  # two pages of one name, such as index.html
    newer = reading.replaced_ids(conn)
    while old is not None and old.id in newer:
        old = reading.find_document(conn, newer[old.id])
    return old


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
