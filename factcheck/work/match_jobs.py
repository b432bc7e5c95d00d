"""The pieces of matching that any process or machine can do: values in, values out, no database.

A piece is what travels to a worker; what it gives depends on the piece alone, so that the result is the same
wherever it is worked on.
"""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.accounts import Told, stands, told_again
from claims.compare import Comparison, Features, Retelling, compare, features_of
from claims.model import RelationKind
from claims.pairing import keys_of
from factcheck.work.memory import uncollected

RULES = "4"
"""Raised when the rules of reading, pairing or comparison change, so that stored features are made anew."""
KEPT = 3 << 13
"""Claims whose features a worker keeps at hand, about 8 KB each: reading them again is a third of a comparison."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A claim to be read: its key, its version, and what `features_of` takes."""

    pk: int
    version: int
    statement: str
    date: datetime.date | None
    language: str
    quote: str | None
    entities: tuple[str, ...]
    claimant: str | None


@dataclass(frozen=True, slots=True)
class Read:
    """A claim's features as JSON and its keys, with the version they were read from."""

    pk: int
    version: int
    features: str
    keys: tuple[int, ...]


def read(piece: Sequence[Unread]) -> list[Read]:
    """Read some claims."""
    with uncollected():
        return [_read(claim) for claim in piece]


def _read(claim: Unread) -> Read:
    features = features_of(
        claim.statement,
        date=claim.date,
        language=claim.language,
        quote=claim.quote,
        entities=claim.entities,
        claimant=claim.claimant,
    )
    return Read(claim.pk, claim.version, features.model_dump_json(by_alias=True), keys_of(features))


Placed = tuple[int, int, int]
"""A claim of a document and where its quote stands, in code points: (claim, start, end)."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The claims of two documents that may be accounts of one story, in their places."""

    a: Sequence[Placed]
    b: Sequence[Placed]
    same_voice: bool


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs to be compared, with the stored features of all that stand in them."""

    part: int
    """Which part of the claims they belong to."""
    features: dict[int, str]
    pairs: Sequence[tuple[int, int, bool, bool]]
    """(claim, claim, of the same document, of the same voice); the lesser key stands first."""
    accounts: Accounts | None = None
    """The two documents in which all these pairs stand: what one tells and the other tells again is compared too."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What the comparison of some pairs gave."""

    part: int
    pairs: int
    related: list[tuple[int, int, Comparison]]
    """The pairs that stand in a relation, in the order given."""
    explained: Counter[str]
    """Pairs that look like a conflict and are none, by why."""


def compare_pairs(piece: Pairs) -> Compared:
    """Compare some pairs."""
    with uncollected():
        return _compared(piece)


def _compared(piece: Pairs) -> Compared:
    related: list[tuple[int, int, Comparison]] = []
    explained: Counter[str] = Counter()
    told = _told(piece, piece.accounts) if piece.accounts is not None else {}
    pairs = _with_told(piece, told)
    for one, other, same_document, same_voice in pairs:
        a, b = _features(piece.features[one]), _features(piece.features[other])
        again = told.get((one, other))
        compared = compare(a, b, same_document=same_document, same_voice=same_voice, told=again)
        if again is not None and not again.tied and compared.kind is not RelationKind.CONFLICTS:
            again = None
            compared = compare(a, b, same_document=same_document, same_voice=same_voice)
        if compared.explained is not None:
            explained[compared.explained.value] += 1
        by_words = again is None and (same_document or bool(told))
        if compared.kind is not None and not (by_words and not stands(a, b, compared, same_document=same_document)):
            related.append((one, other, compared))
    return Compared(piece.part, len(pairs), related, explained)


def _told(piece: Pairs, accounts: Accounts) -> dict[tuple[int, int], Retelling]:
    """The pairs of claims that answer to each other in two documents, the lesser key first."""
    sides = [
        [Told(_features(piece.features[pk]), start, end) for pk, start, end in side]
        for side in (accounts.a, accounts.b)
    ]
    return {
        (min(pair), max(pair)): told
        for i, j, told in told_again(sides[0], sides[1])
        for pair in [(accounts.a[i][0], accounts.b[j][0])]
    }


def _with_told(piece: Pairs, told: dict[tuple[int, int], Retelling]) -> list[tuple[int, int, bool, bool]]:
    if piece.accounts is None:
        return list(piece.pairs)
    asked = {(one, other): (one, other, same, voice) for one, other, same, voice in piece.pairs}
    for one, other in told:
        asked.setdefault((one, other), (one, other, False, piece.accounts.same_voice))
    return [asked[pair] for pair in sorted(asked, key=lambda pair: (pair[1], pair[0]))]


@lru_cache(maxsize=KEPT)
def _features(told: str) -> Features:
    return Features.model_validate_json(told)
