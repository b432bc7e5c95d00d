"""Propose claims from documents: what the language layer reads becomes new claims, each tied to its exact words.

Running it again adds only what is not there yet. A claim that a reviewer has dismissed or reworded is there: it keeps
its id, and is not proposed a second time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.extract import ExtractedClaim, Extraction, extract
from claims.features.transcription import Hint
from claims.ids import claim_id, ordered, relation_id
from claims.model import Claim, EvidenceLink, Relation, RelationKind
from evidence.model import Document, MarkKind, Quote, QuoteState
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.days import day_of
from factcheck.work.desk import Desk, new_uuid

RULE = "extract"
"""The name under which proposed claims and relations are entered."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a second reader, such as a language model, would add to one document."""

    items: tuple[ExtractedClaim, ...]
    left_out: dict[str, int]
    """What it offered and was not taken, by the reason."""
    by: str
    """The name under which its claims are entered."""
    told: dict[str, object]
    """What the ledger is to keep about the reader."""


Reader = Callable[[Document], Suggested]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was proposed from one document."""

    document: Document
    new: int
    known: int
    """Claims that were there already, as they are or as someone left them."""
    left_out: dict[str, int]
    """Stretches that are no claims, by what they are instead."""
    hints: tuple[str, ...]
    """Likely errors of transcription, in words; nothing is corrected."""
    suggested: int = 0
    """Claims that the second reader added, beyond `new`."""
    refused: dict[str, int] | None = None
    """What the second reader offered in vain, by the reason; None when there was none."""


def extract_documents(
    desk: Desk,
    references: Sequence[str] = (),
    progress: Callable[[int], None] = lambda done: None,
    *,
    reader: Reader | None = None,
) -> list[Extracted]:
    """Read the documents named, or all that have no newer version; each in a transaction of its own.

    `progress` is told how many characters have been read. A second `reader` is asked about every document before
    anything is written; what it adds comes after the claims of the rules. Raises UnknownReference, and whatever the
    reader raises, before anything is written.
    """
    with desk.store.reading() as conn:
        if references:
            chosen = [reading.find_document(conn, reference) for reference in references]
        else:
            replaced = reading.replaced_ids(conn)
            chosen = [document for document in reading.documents(conn) if document.id not in replaced]
    second = {document.id: reader(document) for document in chosen} if reader is not None else {}
    done, outcomes = 0, []
    for document in chosen:
        found = extract(document.text, language=_language(document), reference=day_of(document.published))
        with desk.writing() as conn:
            outcome = _save(desk, conn, document, found)
            if document.id in second:
                outcome = _add(desk, conn, outcome, second[document.id])
            outcomes.append(outcome)
        done += len(document.text)
        progress(done)
    return outcomes


def _language(document: Document) -> str | None:
    return None if document.language == "und" else document.language


def _save(desk: Desk, conn: Connection, document: Document, found: Extraction) -> Extracted:
    left_out: dict[str, int] = {}
    furniture = [(mark.start, mark.end) for mark in document.marks if mark.kind is MarkKind.FURNITURE]
    on_page = [_hinted(item, found.hints) for item in found.claims if not _inside(item, furniture)]
    claims = {claim.id: claim for claim in (_claim(document, item) for item in on_page)}
    there = reading.record_digests(conn, list(claims))
    new = [claim for claim in claims.values() if claim.id not in there]
    relations = [one for one in _repetitions(document, found) if one.a in claims and one.b in claims]
    known_relations = reading.relation_ids(conn, [relation.id for relation in relations])
    new_relations = [relation for relation in relations if relation.id not in known_relations]
    if new or new_relations:
        _write(desk, conn, document, new, new_relations)
    if len(on_page) < len(found.claims):
        left_out["page furniture"] = len(found.claims) - len(on_page)
    for other in found.non_claims:
        left_out[other.kind] = left_out.get(other.kind, 0) + 1
    hints = tuple(_hint(document, hint) for hint in found.hints)
    return Extracted(document, len(new), len(claims) - len(new), left_out, hints)


def _add(desk: Desk, conn: Connection, outcome: Extracted, second: Suggested) -> Extracted:
    """Enter what the second reader saw and nobody before it."""
    document, refused = outcome.document, dict(second.left_out)
    furniture = [(mark.start, mark.end) for mark in document.marks if mark.kind is MarkKind.FURNITURE]
    taken = [
        (claim.evidence[0].start, claim.evidence[0].end)
        for claim in reading.claims_on(conn, document.id)
        if claim.evidence[0].document == document.id
    ]
    new: dict[str, Claim] = {}
    for item in second.items:
        why = "page furniture" if _inside(item, furniture) else "already here" if _inside(item, taken) else None
        if why is not None:
            refused[why] = refused.get(why, 0) + 1
            continue
        claim = _claim(document, item, second.by)
        new[claim.id] = claim
        taken.append((item.start, item.end))
    there = reading.record_digests(conn, list(new))  # one whose quote has since moved is here as well
    added = [claim for claim in new.values() if claim.id not in there]
    if added:
        _write(desk, conn, document, added, (), second.told)
    return replace(outcome, suggested=len(added), refused=refused)


def _inside(item: ExtractedClaim, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether most of a claim lies in one of the stretches."""
    return any(2 * (min(item.end, end) - max(item.start, start)) > item.end - item.start for start, end in stretches)


def _hinted(item: ExtractedClaim, hints: Sequence[Hint]) -> ExtractedClaim:
    """The claim with a tag for each word in it that may be misheard; the words themselves stay as they are."""
    tags = [
        f"misheard? {' '.join(hint.heard.split())} = {hint.suggested}"
        for hint in hints
        if item.start < hint.end and hint.start < item.end
    ]
    return item.model_copy(update={"tags": tuple(dict.fromkeys((*item.tags, *tags)))}) if tags else item


def _hint(document: Document, hint: Hint) -> str:
    heard = " ".join(hint.heard.split())
    line = document.text.count("\n", 0, hint.start) + 1
    return f"line {line}: {heard!r} may stand for {hint.suggested!r}: {hint.reason}"


def _write(
    desk: Desk,
    conn: Connection,
    document: Document,
    new: Sequence[Claim],
    relations: Sequence[Relation],
    reader: Mapping[str, object] | None = None,
) -> None:
    first_pk = writing.next_claim_pk(conn)
    writing.insert_claims(conn, new)
    writing.insert_relations(conn, relations)
    leaves = {
        "claim": {claim.id: ledger.leaf(claim) for claim in new},
        "relation": {relation.id: ledger.leaf(relation) for relation in relations},
    }
    told = {
        "name": document.name,
        "format": RULE,
        "sha256": document.sha256,
        "rows": len(new),
        "new": len(new),
        "relations": len(relations),
        **(reader or {}),
    }
    used = {what: some for what, some in leaves.items() if some}
    entry = ledger.Entry("extraction", desk.reviewer, desk.now(), new_uuid(), leaves=used, details={"batch": told})
    written = ledger.append(conn, entry)
    writing.set_batch(conn, writing.insert_batch(conn, document.name, document.sha256, written.seq), first_pk)


def _claim(document: Document, item: ExtractedClaim, by: str = RULE) -> Claim:
    quote = Quote.of(document.sha256, document.text, item.start, item.end)
    link = EvidenceLink(
        document=document.id,
        start=item.start,
        end=item.end,
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        state=QuoteState.EXACT,
        added_by=by,
    )
    return Claim(
        id=_id(document, item),
        statement=item.statement,
        language=item.language,
        kind=item.kind,
        checkability=item.checkability,
        certainty=item.certainty,
        claimant=item.claimant,
        tags=item.tags,
        entities=item.entities,
        quantities=item.quantities,
        dates=item.dates,
        evidence=(link,),
    )


def _id(document: Document, item: ExtractedClaim) -> str:
    return claim_id(item.statement, own_quote=(document.sha256, item.start, item.end))


def _repetitions(document: Document, found: Extraction) -> list[Relation]:
    """A claim that repeats an earlier one of its document duplicates it, for a person to confirm."""
    relations = []
    for item in found.claims:
        if item.repeats is None:
            continue
        ends = (_id(document, item), _id(document, found.claims[item.repeats]))
        if ends[0] == ends[1]:
            continue
        a, b = ordered(*ends, RelationKind.DUPLICATES)
        relations.append(
            Relation(
                id=relation_id(a, b, RelationKind.DUPLICATES, None),
                a=a,
                b=b,
                kind=RelationKind.DUPLICATES,
                reasons=("the same document says it twice: one voice",),
                added_by=RULE,
            )
        )
    return relations
