"""Where a quote of a row stands: at exactly these words of a stored document, or nowhere; or it waits for that."""

from collections.abc import Sequence

from claims.ids import waiting_id
from claims.judgement import mark_for_recheck
from claims.model import Claim, EvidenceLink, WaitingLink
from evidence.model import Document, Quote, QuoteState
from evidence.quotes import locate
from factcheck.errors import UnknownReference
from factcheck.formats.records import BadRecord, EvidenceRecord
from factcheck.store import reading
from factcheck.store.engine import Connection

RULE = "import"
"""The name under which evidence links and relations from an import are entered."""


class Documents:
    """The documents that rows quote, each loaded once; rows of one document usually stand together."""

    KEPT = 16

    def __init__(self, conn: Connection) -> None:
        """Look them up in this transaction."""
        self._conn = conn
        self._found: dict[str, Document] = {}
        self._missing: dict[str, UnknownReference] = {}
        self._digests: dict[str, str] = {}

    def get(self, reference: str) -> Document:
        """Raises UnknownReference."""
        if reference in self._missing:
            raise self._missing[reference]
        if reference not in self._found:
            if len(self._found) >= self.KEPT:
                self._found.pop(next(iter(self._found)))
            try:
                found = reading.find_document(self._conn, reference)
            except UnknownReference as error:
                self._missing[reference] = error
                raise
            self._found[reference] = found
            self._digests[found.id] = found.sha256
        return self._found[reference]

    def sha256(self, id_: str) -> str:
        """The digest of a document that was looked up before."""
        return self._digests[id_]


def linked(documents: Documents, item: EvidenceRecord, where: str, strict: bool = False) -> EvidenceLink | None:
    """The evidence link of a row; None where its document is not there yet. `where` names it in the row.

    Raises BadRecord for words that do not stand there, for a name that several documents have, and, when `strict`, for
    a document that is not there.
    """
    try:
        document = documents.get(item.document)
    except UnknownReference as error:
        if error.matches:
            raise BadRecord([(f"{where}.document", str(error))]) from error
        if strict:
            words = f"no document {item.document!r} in the dossier; add it first"
            raise BadRecord([(f"{where}.document", words)]) from error
        return None
    start, end = place(document, item, where)
    quote = Quote.of(document.sha256, document.text, start, end)
    return EvidenceLink(
        document=document.id,
        start=start,
        end=end,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        stance=item.stance,
        directness=item.directness,
        state=QuoteState.EXACT,
        added_by=RULE,
    )


def waits(claim: str, items: Sequence[EvidenceRecord], found: Sequence[EvidenceLink | None]) -> tuple[WaitingLink, ...]:
    """The links of a claim whose document is not there: those that were not `found`."""
    made: dict[str, WaitingLink] = {}
    for at, (item, link) in enumerate(zip(items, found, strict=True)):
        if link is None:
            id_ = waiting_id(claim, item.document, item.start, item.exact, item.stance)
            told = item.model_dump()
            made.setdefault(id_, WaitingLink(id=id_, claim=claim, position=at, added_by=RULE, **told))
    return tuple(made.values())


def place(document: Document, item: EvidenceRecord, where: str) -> tuple[int, int]:
    """(start, end) of the quote in the document; `where` names it in the row. Raises BadRecord."""
    length = len(document.text)
    if item.start is None or item.end is None:
        return _only_place(document, item.exact or "", where)
    if item.end > length or item.start >= item.end:
        words = f"[{item.start}, {item.end}) is outside the text of {document.name}, which has {length} characters"
        raise BadRecord([(f"{where}.end", words)])
    found = document.text[item.start : item.end]
    if item.exact is not None and found != item.exact:
        elsewhere = locate(item.exact, document.text)
        words = f"these words do not stand at [{item.start}, {item.end}) of {document.name}, {_hint(elsewhere)}"
        raise BadRecord([(f"{where}.exact", words)])
    return item.start, item.end


def _only_place(document: Document, exact: str, where: str) -> tuple[int, int]:
    places = locate(exact, document.text)
    if not places:
        raise BadRecord([(f"{where}.exact", f"these words do not stand in {document.name}")])
    if len(places) > 1:
        words = f"these words stand {len(places)} times in {document.name}; give start and end"
        raise BadRecord([(f"{where}.exact", words)])
    return places[0], places[0] + len(exact)


def _hint(places: list[int]) -> str:
    return f"but at {places[0]}" if places else "nor anywhere else in it"


def rests_on_other(old: Claim, new: Claim) -> Claim:
    """The claim with other words or other evidence, one version on; a verdict on the old ones goes to recheck."""
    marked = mark_for_recheck(new) if old.verdict is not None else None
    return marked or new.model_copy(update={"version": old.version + 1})
