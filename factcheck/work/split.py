"""One claim into several, several into one. Each is one entry of the ledger, undone by one key.

Nothing is lost: what is replaced is dismissed and superseded by what replaces it, with its past and its quotes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.ids import claim_id, relation_id
from claims.model import Claim, EvidenceLink, Relation, RelationKind, RelationState, Status
from claims.reviews import is_blind
from evidence.model import CONTEXT, Document, QuoteState, to_milliseconds
from evidence.text.clean import unstorable
from factcheck.errors import NotAllowed, Stale
from factcheck.store import ledger, queue, reading, reviews, writing
from factcheck.store.engine import Connection
from factcheck.work.changes import Noted, change, new_entry
from factcheck.work.desk import Desk
from factcheck.work.moving import move_relations

ARROW = "=>"
_breaks = re.compile(r"(?<=[，。；;！？!?])\s*|(?<=[,.])\s+|\s+(?=(?:and|but|while|whereas)\s)|(?=而且|並且|并且)")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the claims that a claim becomes."""

    statement: str
    words: str = ""
    """Words of one of the claim's quotes that this part rests on; '' where it rests on all quotes as they are."""


def parts_of(lines: Iterable[str]) -> list[Part]:
    """Parts as people write them, a line each: `statement`, or `words of the quote => statement`."""
    found = []
    for text in lines:
        words, arrow, statement = text.partition(ARROW)
        if not arrow:
            words, statement = "", words
        if statement.strip() or words.strip():
            found.append(Part(statement.strip() or words.strip(), words.strip()))
    return found


def proposed(claim: Claim) -> list[str]:
    """Lines to begin with: the clauses of the claim, each with its words where the quote has them."""
    pieces = [piece.strip(" ，,；;。.") for piece in _breaks.split(claim.statement)]
    pieces = [piece for piece in pieces if len(piece) > 1] or [claim.statement]
    quoted = [link.exact for link in claim.evidence]
    return [f"{piece} {ARROW} {piece}" if any(piece in exact for exact in quoted) else piece for piece in pieces]


def split_claim(
    desk: Desk, reference: str, parts: Sequence[Part], *, seen: int | None = None, reason: str | None = None
) -> list[Claim]:
    """Put several claims in the place of one, which is dismissed; returns the new ones.

    They begin undecided, with the claim's quotes or the chosen words of them. Raises UnknownReference, Stale, or
    NotAllowed when a part is empty, said already, or rests on words that no quote has.
    """
    if len(parts) < 2:
        raise NotAllowed("a claim is split into two or more; `factcheck decide --status dismissed` drops one")
    with desk.writing() as conn:
        at = desk.now()
        old = _mine_to_change(conn, desk, reference, seen)
        documents = {document.id: document for document in _documents(conn, old)}
        new = [_part(old, part, documents) for part in parts]
        there = reading.claim_pks(conn, [claim.id for claim in new])
        if there or len({claim.id for claim in new}) < len(new):
            said = next((claim for claim in new if claim.id in there), new[-1])
            raise NotAllowed(f"“{said.statement}” is a claim with these quotes already; choose other words")
        why = reason or f"split into {len(new)}: {', '.join(claim.id for claim in new)}"
        gone = _dismissed(desk, old, why, at)
        relations = [_supersedes(desk, claim, old, "split from it", at) for claim in new]
        writing.insert_claims(conn, new)
        queue.inherit_priority(conn, [claim.id for claim in new], old.id)
        writing.update_claim(conn, old, gone)
        writing.insert_relations(conn, relations)
        noted = [change(old, gone), *(change(None, one) for one in new), *(change(None, one) for one in relations)]
        ledger.append(conn, new_entry(desk, "split", noted, reason, at=at))
    return new


def merge_claims(
    desk: Desk,
    keep: str,
    others: Sequence[str],
    *,
    seen: Sequence[tuple[str, int]] = (),
    reason: str | None = None,
) -> Claim:
    """Let one claim stand for others, which are dismissed; returns it, with their quotes, names and tags.

    It takes their place in their relations to other claims as well: their conflicts are its conflicts now.
    A decided claim that gains quotes is to be checked again. Raises UnknownReference, Stale, or NotAllowed.
    """
    versions = dict(seen)
    with desk.writing() as conn:
        id_ = reading.claim_pk(conn, keep)[1]
        ids = list(dict.fromkeys(reading.claim_pk(conn, other)[1] for other in others))
        if not ids or id_ in ids:
            raise NotAllowed("merging needs one claim to keep and at least one other")
        kept = _mine_to_change(conn, desk, id_, versions.get(id_))
        merged = [_mine_to_change(conn, desk, one, versions.get(one)) for one in ids]
        at = desk.now()
        joined = _joined(kept, merged)
        why = reason or f"merged into {id_}"
        noted: list[Noted] = [change(kept, joined)]
        writing.update_claim(conn, kept, joined, content=True)
        for old in merged:
            gone = _dismissed(desk, old, why, at)
            writing.update_claim(conn, old, gone)
            noted.append(change(old, gone))
        noted += move_relations(desk, conn, joined, merged, at)
        noted += _superseding(desk, conn, joined, merged, at)
        ledger.append(conn, new_entry(desk, "merge", noted, reason, at=at, details={"keeps": id_}))
    return joined


def _mine_to_change(conn: Connection, desk: Desk, reference: str, seen: int | None) -> Claim:
    claim = reading.find_claim(conn, reference)
    if seen not in {None, claim.version}:
        raise Stale(f"claim {claim.id}", seen or 0, claim.version, f"by {claim.decided_by or 'someone else'}")
    there = reviews.reviews_of(conn, claim.id)
    if is_blind(there, desk.reviewer):
        raise NotAllowed(f"claim {claim.id} waits for your own verdict: give that first")
    if claim.status is Status.DISMISSED:
        raise NotAllowed(f"claim {claim.id} is dismissed; open it again first")
    owed = [one.reviewer for one in there if one.verdict is None]
    if owed:
        raise NotAllowed(
            f"claim {claim.id} waits for the judgement of {', '.join(owed)}; `factcheck assign --withdraw`"
        )
    return claim


def _dismissed(desk: Desk, claim: Claim, why: str, at: datetime) -> Claim:
    """What is replaced: the verdict goes, and the ledger keeps it."""
    nothing = dict.fromkeys(("verdict", "confidence"))
    return claim.model_copy(
        update={
            **nothing,
            "status": Status.DISMISSED,
            "reason": why,
            "decided_by": desk.reviewer,
            "decided_at": to_milliseconds(at),
            "version": claim.version + 1,
        }
    )


def _supersedes(desk: Desk, new: Claim, old: Claim, reason: str, at: datetime) -> Relation:
    return Relation(
        id=relation_id(new.id, old.id, RelationKind.SUPERSEDES, None),
        a=new.id,
        b=old.id,
        kind=RelationKind.SUPERSEDES,
        state=RelationState.CONFIRMED,
        reasons=(reason,),
        added_by=desk.reviewer,
        decided_by=desk.reviewer,
        decided_at=to_milliseconds(at),
    )


# ── splitting ──────────────────────────────────────────────────────────────────────────────────────


def _documents(conn: Connection, claim: Claim) -> Iterator[Document]:
    for id_ in {link.document for link in claim.evidence}:
        yield reading.find_document(conn, id_)


def _part(old: Claim, part: Part, documents: dict[str, Document]) -> Claim:
    if not part.statement:
        raise NotAllowed("every part needs a statement")
    if unstorable(part.statement) is not None:
        raise NotAllowed("the text holds a character that cannot be stored")
    evidence = _evidence(old, part, documents)
    own = (documents[evidence[0].document].sha256, evidence[0].start, evidence[0].end) if evidence else None
    said = "\n".join((part.statement, *(link.exact for link in evidence[:1])))
    return Claim(
        id=claim_id(part.statement, claimant=old.claimant, own_quote=own),
        statement=part.statement,
        language=old.language,
        kind=old.kind,
        checkability=old.checkability,
        certainty=old.certainty,
        claimant=old.claimant,
        tags=old.tags,
        entities=tuple(one for one in old.entities if one.name in said),
        quantities=tuple(one for one in old.quantities if one.text in said),
        dates=tuple(one for one in old.dates if one.text in said),
        evidence=evidence,
    )


def _evidence(old: Claim, part: Part, documents: dict[str, Document]) -> tuple[EvidenceLink, ...]:
    """The quotes of a part: the chosen words first and alone of their own quote, everything else as it was."""
    if not part.words:
        return old.evidence
    for link in old.evidence:
        at = link.exact.find(part.words)
        if at < 0 or link.state is not QuoteState.EXACT:
            continue
        start, end = link.start + at, link.start + at + len(part.words)
        text = documents[link.document].text
        chosen = {
            "start": start,
            "end": end,
            "exact": part.words,
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        }
        return (link.model_copy(update=chosen), *(other for other in old.evidence if other is not link))
    raise NotAllowed(f"no exact quote of claim {old.id} has the words “{part.words}”; copy them from it as they stand")


# ── merging ────────────────────────────────────────────────────────────────────────────────────────


def _joined(kept: Claim, merged: Sequence[Claim]) -> Claim:
    links = list(kept.evidence)
    known = {(link.document, link.start, link.end, link.stance) for link in links}
    for link in (link for other in merged for link in other.evidence):
        key = (link.document, link.start, link.end, link.stance)
        if key not in known:
            known.add(key)
            links.append(link)
    entities = {one.name: one for other in (*merged[::-1], kept) for one in other.entities}
    names = dict.fromkeys(one.name for other in (kept, *merged) for one in other.entities)
    gained = len(links) > len(kept.evidence) and kept.status is Status.DECIDED
    return kept.model_copy(
        update={
            "evidence": tuple(links),
            "tags": tuple(dict.fromkeys(tag for other in (kept, *merged) for tag in other.tags)),
            "entities": tuple(entities[name] for name in names),
            "status": Status.NEEDS_RECHECK if gained else kept.status,
            "version": kept.version + 1,
        }
    )


def _superseding(desk: Desk, conn: Connection, kept: Claim, merged: Sequence[Claim], at: datetime) -> Iterator[Noted]:
    for old in merged:
        new = _supersedes(desk, kept, old, "merged into it", at)
        there = reading.find_relation(conn, new.id)
        if there is None:
            writing.insert_relations(conn, [new])
        else:
            new = new.model_copy(update={"added_by": there.added_by, "version": there.version + 1})
            writing.update_relation(conn, new, seen=there.version)
        yield change(there, new)
