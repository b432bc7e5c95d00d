"""Evidence links that waited for a document, once it is there: each becomes evidence, or is told of as an orphan."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.model import Claim, EvidenceLink, WaitingLink
from evidence.model import Document, Finding, Quote, QuoteState
from evidence.quotes import find, locate
from factcheck.store import ledger, reading, waiting, writing
from factcheck.store.engine import Connection
from factcheck.work.changes import difference
from factcheck.work.placing import rests_on_other


@dataclass(slots=True)
class Resolved:
    """What became of the links that waited for a document."""

    found: list[tuple[str, QuoteState]] = field(default_factory=list)
    """(claim, how its quote was found); an orphan goes on waiting, for a newer version of the document."""
    changes: list[ledger.Change] = field(default_factory=list)
    leaves: dict[str, dict[str, str | None]] = field(default_factory=lambda: {"claim": {}, "waiting": {}})


def names_of(document: Document, name: str) -> list[str]:
    """What a waiting link may call the document that came in under this name."""
    return list(dict.fromkeys((document.name, name, document.id, document.sha256, document.sha256.upper())))


def resolve(conn: Connection, document: Document, name: str) -> Resolved:
    """Turn what waits for this document, which has just come in under this name, into evidence."""
    done = Resolved()
    by_claim: dict[str, list[WaitingLink]] = {}
    for link in waiting.waiting_for(conn, names_of(document, name)):
        by_claim.setdefault(link.claim, []).append(link)
    still = waiting.waiting_by_claim(conn, list(by_claim))
    for claim in reading.claims_by_id(conn, list(by_claim)):
        _settle(conn, claim, by_claim[claim.id], still[claim.id], document, done)
    return done


def _settle(
    conn: Connection,
    old: Claim,
    links: Sequence[WaitingLink],
    still: Sequence[WaitingLink],
    document: Document,
    done: Resolved,
) -> None:
    evidence = list(old.evidence)
    here: list[WaitingLink] = []
    for link in sorted(links, key=lambda one: one.position):
        found = where(link, document)
        done.found.append((old.id, found.state))
        if found.start is None or found.end is None:
            continue
        here.append(link)
        before = sum(other.position < link.position for other in still if other not in here)
        evidence.insert(max(0, link.position - before), _link(link, document, found))
    if not here:
        return
    new = rests_on_other(old, old.model_copy(update={"evidence": tuple(evidence)}))
    writing.update_claim(conn, old, new, content=True)
    waiting.remove_waiting(conn, [link.id for link in here])
    done.changes.append(ledger.Change("claim", new.id, *difference(old, new), new.version))
    done.changes.extend(ledger.Change("waiting", link.id, link.model_dump(mode="json"), {}) for link in here)
    done.leaves["claim"][new.id] = ledger.leaf(new)
    done.leaves["waiting"].update((link.id, None) for link in here)


def where(link: WaitingLink, document: Document) -> Finding:
    """Where the quote of a link stands in its document.

    Words given without a place are exact where they stand once; where they stand several times, the first is a
    candidate, for a person to judge. A place given without words is exact if it lies inside the text.
    """
    text = document.text
    if link.exact is None:
        start, end = link.start or 0, link.end or 0
        inside = start < end <= len(text)
        return Finding(state=QuoteState.EXACT, start=start, end=end) if inside else Finding(state=QuoteState.ORPHAN)
    places = locate(link.exact, text) if link.start is None else []
    if places:
        state = QuoteState.EXACT if len(places) == 1 else QuoteState.CANDIDATE
        return Finding(state=state, start=places[0], end=places[0] + len(link.exact))
    start = link.start or 0
    told = {"start": start, "end": link.end or start + len(link.exact), "exact": link.exact}
    quote = Quote(document_sha256=document.sha256, prefix=link.prefix, suffix=link.suffix, **told)
    return find(quote, document.sha256, text)


def _link(link: WaitingLink, document: Document, found: Finding) -> EvidenceLink:
    start, end = found.start or 0, found.end or 0
    around = Quote.of(document.sha256, document.text, start, end)
    return EvidenceLink(
        document=document.id,
        start=start,
        end=end,
        exact=around.exact if found.state is QuoteState.EXACT else link.exact or around.exact,
        prefix=around.prefix,
        suffix=around.suffix,
        stance=link.stance,
        directness=link.directness,
        state=found.state,
        added_by=link.added_by,
    )
