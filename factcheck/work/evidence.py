"""Look for passages that bear on a claim in all documents, and make one of them evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from claims.judgement import NEEDS_QUOTE
from claims.model import Claim, Directness, EvidenceLink, Stance
from claims.stance import suggestions
from evidence.model import Document, Quote, QuoteState
from evidence.retrieval import Scored, rank
from evidence.terms import terms
from evidence.text.segment import sentences
from factcheck.errors import NotAllowed
from factcheck.store import reading, search, writing
from factcheck.store.engine import Connection
from factcheck.store.search import Stretch
from factcheck.work.desk import Desk
from factcheck.work.edit import append_edit, seen_claim

CANDIDATES = 300
"""Passages with the rarest words that are ranked."""
SMALL = 2000
"""Passages up to which all of them are ranked, whatever words they share."""
LIMIT = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that may bear on a statement: `[start, end)` of its document in code points."""

    document: str
    """Id of the document."""
    name: str
    source: str | None
    start: int
    end: int
    text: str
    score: float
    """How much it bears on the statement, from 0 to about 1."""
    stance: Stance | None
    """As the machine suggests; None where it says nothing."""
    reason: str
    linked: bool
    """Whether the claim has it as evidence already."""


def keep_up(
    desk: Desk, progress: Callable[[int, int], None] = lambda claims, documents: None, *, claims: int = 5000
) -> tuple[int, int]:
    """Bring the full-text indexes up to date, in short transactions; tells how many claims and documents are left.

    So many `claims`, or passages, are taken in at once: with fewer it takes longer, and others wait less. Returns how
    many there were.
    Nothing but the speed of a search depends on it. Raises what a dossier that cannot be written raises.
    """
    first: tuple[int, int] | None = None
    given: search.Divided | None = None
    while True:
        with desk.store.reading() as conn:
            left, waits = search.behind(conn), search.next_document(conn)
        if waits is not None and (given is None or given.pk != waits.pk):
            given = search.divided(waits)  # beside every transaction: it takes seconds, and others want to write
        first = first or left
        progress(*left)
        if left == (0, 0):
            return first
        with desk.store.writing() as conn:
            search.advance(conn, claims=claims, given=given)


def find_evidence(desk: Desk, claim: str | None, words: str | None = None, *, limit: int = LIMIT) -> list[Found]:
    """The passages of all documents that bear on a claim, or on other words for it, best first.

    A claim's own quote is left out, passages that are evidence already are marked. Raises UnknownReference.
    """
    with desk.store.reading() as conn:
        asked = None if claim is None else reading.find_claim(conn, claim)
        statement = words or (asked.statement if asked else "")
        stretches = _candidates(conn, statement)
        documents = {id_: reading.find_document(conn, id_) for id_ in dict.fromkeys(one.document for one in stretches)}
    own = asked.evidence[0] if asked and asked.evidence else None
    kept = [one for one in stretches if own is None or not _touches(one, own)]
    texts = [documents[one.document].text[one.start : one.end] for one in kept]
    best = list(islice(_bearing(statement, texts), limit))
    stances = {one.index: one for one in suggestions(statement, [texts[scored.index] for scored in best])}
    found = []
    for place, scored in enumerate(best):
        stretch, suggestion = kept[scored.index], stances.get(place)
        document = documents[stretch.document]
        found.append(
            Found(
                document=document.id,
                name=document.name,
                source=document.source,
                start=stretch.start,
                end=stretch.end,
                text=texts[scored.index],
                score=round(scored.score, 3),
                stance=suggestion.stance if suggestion else None,
                reason=suggestion.reason if suggestion else "; ".join(scored.reasons),
                linked=asked is not None and any(_touches(stretch, link) for link in asked.evidence),
            )
        )
    return found


def _bearing(statement: str, texts: list[str]) -> Iterator[Scored]:
    """The ranked passages that share a word or a piece of one; a ranking alone also places those that share nothing."""
    asked = terms(statement)
    words, pieces = asked.words.keys(), frozenset(asked.grams)

    def shares(text: str) -> bool:
        said = terms(text)
        return not (words.isdisjoint(said.words) and pieces.isdisjoint(said.grams))

    return (scored for scored in rank(statement, texts) if shares(texts[scored.index]))


def _candidates(conn: Connection, statement: str) -> list[Stretch]:
    """Few passages are all ranked; among many the index chooses. What it has not read yet is read here."""
    unread = [reading.find_document(conn, id_) for id_ in search.unread(conn)]
    fresh = [stretch for document in unread for stretch in _stretches(document)]
    if search.passage_count(conn) <= SMALL:
        return [*search.all_passages(conn), *fresh]
    return [*search.passages(conn, statement, most=CANDIDATES), *fresh]


def _stretches(document: Document) -> list[Stretch]:
    return [Stretch(document.id, one.start, one.end) for one in sentences(document.text, document.language)]


def _touches(stretch: Stretch, link: EvidenceLink) -> bool:
    return stretch.document == link.document and stretch.start < link.end and link.start < stretch.end


def add_evidence(
    desk: Desk,
    claim: str,
    document: str,
    span: tuple[int, int],
    stance: Stance,
    directness: Directness = Directness.SECONDARY,
    *,
    reason: str | None = None,
    seen: int | None = None,
) -> Claim:
    """Make `[start, end)` of a document evidence for a claim, as this reviewer; undone like any other edit.

    The same words of the same document take the new stance. Raises UnknownReference, Stale, or NotAllowed for a
    stretch that is not in the text.
    """
    with desk.writing() as conn:
        old = _claim(conn, claim, seen)
        where = reading.find_document(conn, document)
        try:
            quote = Quote.of(where.sha256, where.text, *span)
        except ValueError as error:
            raise NotAllowed(f"{where.name}: {error}") from error
        link = EvidenceLink(
            document=where.id,
            **quote.model_dump(exclude={"document_sha256"}),
            stance=stance,
            directness=directness,
            state=QuoteState.EXACT,
            added_by=desk.reviewer,
        )
        others = [one for one in old.evidence if (one.document, one.start, one.end) != (where.id, *span)]
        at = next((n for n, one in enumerate(old.evidence) if one not in others), len(others))
        others.insert(at, link)
        return _saved(desk, conn, old, tuple(others), reason)


def remove_evidence(
    desk: Desk, claim: str, number: int, *, reason: str | None = None, seen: int | None = None
) -> Claim:
    """Take a claim's piece of evidence away, counted from 1 as the screens do.

    The first one of an extracted claim is its own quote and stays. Raises UnknownReference, Stale or NotAllowed.
    """
    with desk.writing() as conn:
        old = _claim(conn, claim, seen)
        if not 1 <= number <= len(old.evidence):
            raise NotAllowed(f"claim {old.id} has no quote {number}; it has {len(old.evidence)}")
        if number == 1 and old.external_id is None:
            raise NotAllowed("the first quote is the claim itself; dismiss the claim when it should not be here")
        left = old.evidence[: number - 1] + old.evidence[number:]
        if old.verdict in NEEDS_QUOTE and not any(link.state is QuoteState.EXACT for link in left):
            raise NotAllowed(f"the verdict on claim {old.id} rests on this quote; take the verdict back first")
        return _saved(desk, conn, old, left, reason)


def _claim(conn: Connection, reference: str, seen: int | None) -> Claim:
    now = reading.find_claim(conn, reference)
    return now if seen is None else seen_claim(conn, now.id, seen)


def _saved(desk: Desk, conn: Connection, old: Claim, evidence: tuple[EvidenceLink, ...], reason: str | None) -> Claim:
    new = old.model_copy(update={"evidence": evidence, "version": old.version + 1})
    writing.update_claim(conn, old, new, content=True)
    append_edit(desk, conn, [(old, new)], reason)
    return new
