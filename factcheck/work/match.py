"""Suggest how claims stand to one another: read each claim once, join on shared keys, compare, enter what was found.

Incremental: claims that were compared before meet only new ones. What a person confirmed or rejected stays as it is,
and a rejected suggestion is not made again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claims.compare import Comparison, Features, compare, features_of
from claims.features.names import names
from claims.ids import ordered, relation_id
from claims.model import Claim, ConflictState, Relation, RelationKind
from claims.pairing import CAP, LEAST, keys_of
from evidence.model import Document
from evidence.text.fold import fold_key
from factcheck.store import ledger, pairs, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.extract import day_of

RULE = "match"
"""The name under which suggested relations are entered."""
RULES = "1"
"""Raised when the rules of comparison change, so that stored features are read anew."""
CHUNK = 500


@dataclass(slots=True)
class Matched:
    """What a run did."""

    read: int = 0
    """Claims whose features were computed now."""
    compared: int = 0
    """Pairs that shared a key and were compared in full."""
    new: int = 0
    """Relations suggested now."""
    kinds: Counter[str] = field(default_factory=Counter)
    explained: Counter[str] = field(default_factory=Counter)
    """Pairs that look like a conflict and are none, by why."""


def match(desk: Desk, progress: Callable[[str], None] = lambda step: None) -> Matched:
    """Compare what is new with everything, in one transaction with one ledger entry."""
    done = Matched()
    with desk.writing() as conn:
        unread = pairs.unread(conn, RULES)
        if not unread:
            return done
        progress("reading claims that are new")
        documents = {document.id: document for document in reading.documents(conn)}
        _read(conn, unread, documents, done)
        progress("comparing claims that share a name, a measure or words")
        found = list(_compare(conn, documents, done))
        pairs.mark_matched(conn)
        relations = _new(conn, found)
        done.new = len(relations)
        done.kinds.update(relation.kind.value for relation in relations)
        _write(desk, conn, relations, done)
    return done


def _read(conn: Connection, unread: Sequence[int], documents: dict[str, Document], done: Matched) -> None:
    pairs.forget(conn, unread)
    aliases = _aliases(documents.values())
    for start in range(0, len(unread), CHUNK):
        some = unread[start : start + CHUNK]
        rows = []
        for pk, claim in zip(some, reading.claims_by_pk(conn, some), strict=True):
            features = _features(claim, documents, aliases)
            rows.append((pk, features.model_dump_json(by_alias=True), keys_of(features)))
        pairs.store(conn, RULES, rows)
        done.read += len(some)


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


def _features(claim: Claim, documents: dict[str, Document], aliases: dict[str, frozenset[str]]) -> Features:
    own = claim.evidence[0] if claim.evidence else None
    published = documents[own.document].published if own else None
    return features_of(
        claim.statement,
        date=day_of(published),
        language=claim.language,
        quote=own.exact if own else None,
        entities=sorted({name for entity in claim.entities for name in (entity.name, *_known(aliases, entity.name))}),
        claimant=claim.claimant,
    )


def _known(aliases: dict[str, frozenset[str]], name: str) -> frozenset[str]:
    return aliases.get(fold_key(name), frozenset())


def _compare(
    conn: Connection, documents: dict[str, Document], done: Matched
) -> Iterator[tuple[Claim, Claim, Comparison]]:
    """The pairs that stand in a relation, chunk by chunk."""
    origins = {document.id: document.origin or document.id for document in documents.values()}
    found = list(pairs.candidates(conn, crowded=CAP, least=LEAST))
    for start in range(0, len(found), CHUNK):
        yield from _compare_chunk(conn, found[start : start + CHUNK], origins, done)


def _compare_chunk(
    conn: Connection, chunk: Sequence[tuple[int, int]], origins: dict[str, str], done: Matched
) -> Iterator[tuple[Claim, Claim, Comparison]]:
    pks = sorted({pk for pair in chunk for pk in pair})
    features = {pk: Features.model_validate_json(told) for pk, told in pairs.features(conn, pks).items()}
    claims = {pk: found for at in range(0, len(pks), CHUNK) for pk, found in _claims(conn, pks[at : at + CHUNK])}
    for one, other in chunk:
        first, second = sorted((one, other))
        a, b = claims[first], claims[second]
        document_a, document_b = _document(a), _document(b)
        same_document = document_a is not None and document_a == document_b
        same_voice = same_document or (
            document_a is not None and document_b is not None and origins[document_a] == origins[document_b]
        )
        compared = compare(features[first], features[second], same_document=same_document, same_voice=same_voice)
        done.compared += 1
        if compared.explained is not None:
            done.explained[compared.explained.value] += 1
        if compared.kind is not None:
            yield a, b, compared


def _claims(conn: Connection, pks: Sequence[int]) -> Iterator[tuple[int, Claim]]:
    return zip(pks, reading.claims_by_pk(conn, pks), strict=True)


def _document(claim: Claim) -> str | None:
    return claim.evidence[0].document if claim.evidence else None


def _new(conn: Connection, found: Sequence[tuple[Claim, Claim, Comparison]]) -> list[Relation]:
    """Relations to suggest: none for a pair about which a person has already spoken, none that is there."""
    made = {relation.id: relation for relation in (_relation(*one) for one in found)}
    there = reading.relation_ids(conn, list(made))
    judged = reading.judged_pairs(conn)
    return [
        relation
        for id_, relation in made.items()
        if id_ not in there and frozenset((relation.a, relation.b)) not in judged
    ]


def _relation(a: Claim, b: Claim, compared: Comparison) -> Relation:
    kind = compared.kind or RelationKind.CORROBORATES
    if compared.direction == "b_to_a":
        a, b = b, a
    first, second = ordered(a.id, b.id, kind)
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


def _write(desk: Desk, conn: Connection, relations: Sequence[Relation], done: Matched) -> None:
    if not relations:
        return
    writing.insert_relations(conn, relations)
    leaves = {"relation": {relation.id: ledger.leaf(relation) for relation in relations}}
    told = {"rules": RULES, "read": done.read, "compared": done.compared, "relations": len(relations)}
    entry = ledger.Entry("matching", desk.reviewer, desk.now(), new_uuid(), leaves=leaves, details={"matching": told})
    ledger.append(conn, entry)
