"""Suggest how claims stand to one another: read each claim once, join on shared keys, compare, enter what was found.

    claims ─► read: features and keys, stored ─► candidates: a join, part by part ─► compared ─► relations, entered

Incremental: claims that were compared before meet only new ones. What a person confirmed or rejected stays as it is,
and a rejected suggestion is not made again. A suggestion that no longer holds, after a claim has changed or the rules
have, is withdrawn.

New claims are taken in parts of `PART`. A part is one transaction with one ledger entry, so a desk's day of work is
one transaction as a whole, and a large import neither keeps reviewers from saving for minutes nor makes an entry that
no machine can hold. The work itself is done between the transactions; what was read for a part is looked at again
before anything is written, and what somebody has changed meanwhile is left for the next run. An interrupted run has
finished some parts; the next one goes on with the others, and the relations are the same as without the interruption.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claims.compare import Comparison
from claims.features.names import names
from claims.ids import ordered, relation_id
from claims.model import Claim, ConflictState, Relation, RelationKind
from claims.pairing import CAP, LEAST, MOST, RARITY
from evidence.model import Document
from evidence.text.fold import fold_key
from factcheck.store import ledger, pairs, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.days import day_of
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.engines import Engine, Run, here
from factcheck.work.match_jobs import RULES, Accounts, Compared, Pairs, Read, Unread, compare_pairs, read
from factcheck.work.match_stories import Pair, shared_out, stories

RULE = "match"
"""The name under which suggested relations are entered."""
PART = 2000
"""New claims to one transaction."""
KEPT_AT_ONCE = 10_000
"""Claims whose features and keys are written in one transaction: each page of the index of keys is then written once
for so many, a fifth as often as for a part; a few seconds at a million claims."""
READ_AT_ONCE, COMPARED_AT_ONCE = 500, 2000
"""Claims, and pairs, to one piece of work: about half a second."""
LIMITS = pairs.Limits(CAP, LEAST, MOST, RARITY)
Progress = Callable[[str], None]


@dataclass(slots=True)
class Matched:
    """What a run did."""

    read: int = 0
    """Claims whose features were computed now."""
    compared: int = 0
    """Pairs that shared keys and were compared in full."""
    new: int = 0
    """Relations suggested now."""
    withdrawn: int = 0
    """Suggestions that no longer hold and were taken away."""
    kinds: Counter[str] = field(default_factory=Counter)
    explained: Counter[str] = field(default_factory=Counter)
    """Pairs that look like a conflict and are none, by why."""


def match(desk: Desk, progress: Progress = lambda step: None, *, engine: Engine = here) -> Matched:
    """Compare what is new with everything; `engine` says who does the work."""
    done = Matched()
    with desk.store.reading() as conn:
        unread = pairs.unread(conn, RULES)
        if not unread and not pairs.unmatched(conn, 0, 1):
            return done
        documents = {document.id: document for document in reading.documents(conn)}
    with engine() as run:
        if unread:
            _read_all(desk, run, unread, documents, done, progress)
        _compare_all(desk, run, done, progress)
    return done


# ── reading ────────────────────────────────────────────────────────────────────────────────────────


def _read_all(
    desk: Desk, run: Run, unread: Sequence[int], documents: dict[str, Document], done: Matched, progress: Progress
) -> None:
    """Read the claims, and keep features and keys, part by part."""
    aliases = _aliases(documents.values())
    waiting: list[Read] = []
    for some in run(read, _unread(desk, unread, documents, aliases)):
        waiting += some
        if len(waiting) >= KEPT_AT_ONCE:
            _keep(desk, waiting, done)
            progress(f"{done.read} of {len(unread)} new claims read")
            waiting = []
    _keep(desk, waiting, done)
    progress(f"{done.read} new claims read")
    with desk.store.writing() as conn:
        pairs.settle(conn)


def _unread(
    desk: Desk, unread: Sequence[int], documents: dict[str, Document], aliases: dict[str, frozenset[str]]
) -> Iterator[list[Unread]]:
    for start in range(0, len(unread), READ_AT_ONCE):
        some = unread[start : start + READ_AT_ONCE]
        with desk.store.reading() as conn:
            claims = reading.claims_by_pk(conn, some)
            if len(claims) < len(some):  # some were taken away meanwhile
                some = sorted(reading.claim_pks(conn, [claim.id for claim in claims]).values())
        yield [_one_unread(pk, claim, documents, aliases) for pk, claim in zip(some, claims, strict=True)]


def _one_unread(pk: int, claim: Claim, documents: dict[str, Document], aliases: dict[str, frozenset[str]]) -> Unread:
    own = claim.evidence[0] if claim.evidence else None
    document = documents.get(own.document) if own else None
    known = {name for entity in claim.entities for name in (entity.name, *aliases.get(fold_key(entity.name), ()))}
    return Unread(
        pk=pk,
        version=claim.version,
        statement=claim.statement,
        date=day_of(document.published if document else None),
        language=claim.language,
        quote=own.exact if own else None,
        entities=tuple(sorted(known)),
        claimant=claim.claimant,
    )


def _aliases(documents: Iterable[Document]) -> dict[str, frozenset[str]]:
    """Names that stand for one another, by folded name, learned from all documents and used in each."""
    known: dict[str, frozenset[str]] = {}
    for document in documents:
        for alias in names(document.text).aliases:
            group = frozenset((alias.name, alias.alias))
            for name in (alias.name, alias.alias):
                group |= known.get(fold_key(name), frozenset())
            known.update((fold_key(name), group) for name in group)
    return known


def _keep(desk: Desk, some: Sequence[Read], done: Matched) -> None:
    """Store what was read, unless the claim has changed meanwhile."""
    if not some:
        return
    with desk.store.writing() as conn:
        versions = pairs.versions(conn, [one.pk for one in some])
        still = [one for one in some if versions.get(one.pk) == one.version]
        pairs.forget(conn, [one.pk for one in still])
        pairs.store(conn, RULES, [(one.pk, one.features, one.keys) for one in still])
        done.read += len(still)


# ── comparing ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Part:
    """Some new claims while they are compared."""

    pks: list[int]
    suggested: set[Pair]
    """Pairs that stand in a relation that an earlier run suggested."""
    prints: dict[int, int]
    """What the features of all claims in the part's pairs were when they were read."""
    voices: dict[int, pairs.Voice]
    left: int
    """Pieces whose results are still to come."""
    found: list[tuple[int, int, Comparison]] = field(default_factory=list)
    compared: int = 0


def _compare_all(desk: Desk, run: Run, done: Matched, progress: Progress) -> None:
    """Compare all claims that were not compared yet, part by part."""
    parts: dict[int, _Part] = {}
    finished = 0
    for result in run(compare_pairs, _pieces(desk, parts)):
        part = parts[result.part]
        _take(part, result, done)
        if part.left == 0:
            _finish(desk, parts.pop(result.part), done)
            finished += len(part.pks)
            progress(f"{finished} claims compared with those before them, {done.new} relations suggested")


def _take(part: _Part, result: Compared, done: Matched) -> None:
    part.left -= 1
    part.compared += result.pairs
    part.found += result.related
    done.compared += result.pairs
    done.explained += result.explained


def _pieces(desk: Desk, parts: dict[int, _Part]) -> Iterator[Pairs]:
    """The pieces of work of part after part; each part is noted in `parts` before its first piece."""
    last = 0
    number = 0
    while True:
        with desk.store.reading() as conn:
            pks = pairs.unmatched(conn, last, PART)
            if not pks:
                return
            last = pks[-1]
            suggested = _suggested(conn, pks)
            asked = suggested.union(map(_sorted, pairs.candidates(conn, pks[0], last, LIMITS)))
            voices = pairs.voices(conn, sorted({*pks, *(pk for pair in asked for pk in pair)}))
            laid = stories(conn, asked, pks, voices)
            for story in laid:
                suggested |= _suggested_between(conn, story)
            asked |= suggested
            found = sorted(asked, key=lambda pair: (pair[1], pair[0]))
            placed = {one[0] for story in laid for side in (story.a, story.b) for one in side}
            involved = sorted({*pks, *placed, *(pk for pair in found for pk in pair)})
            features = pairs.features(conn, involved)
            voices |= pairs.voices(conn, [pk for pk in involved if pk not in voices])
        prints = {pk: hash(told) for pk, told in features.items()}
        of_stories, others = shared_out(found, laid, voices)
        starts = range(0, len(others) if of_stories else max(1, len(others)), COMPARED_AT_ONCE)
        parts[number] = _Part(pks, suggested, prints, voices, len(starts) + len(of_stories))
        for start in starts:
            some = [_told(pair, voices) for pair in others[start : start + COMPARED_AT_ONCE]]
            yield Pairs(number, {pk: features[pk] for pair in some for pk in pair[:2]}, some)
        for story, between in of_stories:
            inside = {one[0] for side in (story.a, story.b) for one in side}
            some = [_told(pair, voices) for pair in between]
            yield Pairs(number, {pk: features[pk] for pk in sorted(inside)}, some, story)
        number += 1


def _suggested_between(conn: Connection, story: Accounts) -> set[Pair]:
    """Pairs of two documents for which something has been suggested: it hangs on all their claims."""
    mine, theirs = ({one[0] for one in side} for side in (story.a, story.b))
    found = {link.pair for link in pairs.links(conn, sorted(mine)).values() if _is_ours(link)}
    return {pair for pair in found if not mine.isdisjoint(pair) and not theirs.isdisjoint(pair)}


def _sorted(pair: Pair) -> Pair:
    return min(pair), max(pair)


def _suggested(conn: Connection, pks: Sequence[int]) -> set[Pair]:
    """Pairs of new claims with those before them for which something has been suggested: it is looked at again."""
    found = {link.pair for link in pairs.links(conn, pks).values() if _is_ours(link)}
    new = set(pks)
    others = sorted({pk for pair in found for pk in pair} - new)
    known = new | pairs.comparable(conn, others, pks[0])
    return {pair for pair in found if known.issuperset(pair)}


def _is_ours(link: pairs.Link) -> bool:
    return link.suggested and link.added_by == RULE


def _told(pair: Pair, voices: dict[int, pairs.Voice]) -> tuple[int, int, bool, bool]:
    one, other = pair
    a, b = voices[one], voices[other]
    if a.document is None or b.document is None:
        return one, other, False, False
    return one, other, a.document == b.document, a.origin == b.origin


# ── writing ────────────────────────────────────────────────────────────────────────────────────────


def _finish(desk: Desk, part: _Part, done: Matched) -> None:
    """Enter what was found for a part: one transaction, one ledger entry when anything has changed."""
    with desk.writing() as conn:
        now = pairs.features(conn, list(part.prints))
        same = {pk for pk, told in part.prints.items() if pk in now and hash(now[pk]) == told}
        pks = [pk for pk in part.pks if pk in same]
        made = {
            relation.id: ((one, other), relation)
            for one, other, compared in part.found
            if one in same and other in same
            for relation in [_relation(part.voices[one].id, part.voices[other].id, compared)]
        }
        reached = {pk for pair in part.suggested for pk in pair} | {
            pk for one, other, _ in part.found for pk in (one, other)
        }
        there = pairs.links(conn, sorted((reached & same).union(pks)))
        spoken = {link.pair for link in there.values() if not link.suggested}
        new = [relation for id_, (pair, relation) in made.items() if id_ not in there and pair not in spoken]
        gone = [
            link.id
            for link in there.values()
            if _is_ours(link) and link.id not in made and link.pair in part.suggested and same.issuperset(link.pair)
        ]
        _write(desk, conn, new, gone, part)
        pairs.mark_matched(conn, pks)
    done.new += len(new)
    done.withdrawn += len(gone)
    done.kinds.update(relation.kind.value for relation in new)


def _relation(a: str, b: str, compared: Comparison) -> Relation:
    kind = compared.kind or RelationKind.CORROBORATES
    if compared.direction == "b_to_a":
        a, b = b, a
    first, second = ordered(a, b, kind)
    return Relation(
        id=relation_id(first, second, kind, compared.facet),
        a=first,
        b=second,
        kind=kind,
        facet=compared.facet,
        conflict=ConflictState.OPEN if kind is RelationKind.CONFLICTS else None,
        reasons=compared.reasons,
        added_by=RULE,
    )


def _write(desk: Desk, conn: Connection, new: Sequence[Relation], gone: Sequence[str], part: _Part) -> None:
    if not new and not gone:
        return
    writing.remove_relations(conn, gone)
    writing.insert_relations(conn, new)
    leaves = {relation.id: ledger.leaf(relation) for relation in new} | dict.fromkeys(gone)
    told = {
        "rules": RULES,
        "read": len(part.pks),
        "compared": part.compared,
        "relations": len(new),
        "withdrawn": len(gone),
    }
    ledger.append(
        conn,
        ledger.Entry(
            "matching", desk.reviewer, desk.now(), new_uuid(), leaves={"relation": leaves}, details={"matching": told}
        ),
    )
