"""The pieces of matching that any process or machine can do: values in, values out, no database.

A piece is what travels to a worker; what it gives depends on the piece alone, so that the result is the same
wherever it is worked on.
"""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.compare import Comparison, Features, compare, features_of
from claims.pairing import keys_of

RULES = "2"
"""Raised when the rules of reading, pairing or comparison change, so that stored features are made anew."""
KEPT = 8192
"""Claims whose features a worker keeps at hand, about 5 KB each."""


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


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs to be compared, with the stored features of all that stand in them."""

    part: int
    """Which part of the claims they belong to."""
    features: dict[int, str]
    pairs: Sequence[tuple[int, int, bool, bool]]
    """(claim, claim, of the same document, of the same voice)"""


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
    related: list[tuple[int, int, Comparison]] = []
    explained: Counter[str] = Counter()
    for one, other, same_document, same_voice in piece.pairs:
        a, b = _features(piece.features[one]), _features(piece.features[other])
        compared = compare(a, b, same_document=same_document, same_voice=same_voice)
        if compared.explained is not None:
            explained[compared.explained.value] += 1
        if compared.kind is not None:
            related.append((one, other, compared))
    return Compared(piece.part, len(piece.pairs), related, explained)


@lru_cache(maxsize=KEPT)
def _features(told: str) -> Features:
    return Features.model_validate_json(told)
