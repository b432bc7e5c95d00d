"""Ids of claims and relations, derived from what they say."""

from claims.vocabulary import DIRECTED, RelationKind
from evidence.ids import content_id


def claim_id(
    statement: str,
    *,
    claimant: str | None = None,
    external_id: str | None = None,
    own_quote: tuple[str, int, int] | None = None,
) -> str:
    """The id of a claim from its first content; a later edit of the statement does not change it.

    `own_quote` is (SHA-256 of the document, start, end) in code points. A claim that came with an id of its
    own keeps to that, so that a corrected row is still the same claim.
    """
    if external_id is not None:
        return content_id("c", "external", external_id)
    if own_quote is not None:
        return content_id("c", "quote", *own_quote, statement)
    return content_id("c", "statement", statement, claimant)


def ordered(a: str, b: str, kind: RelationKind) -> tuple[str, str]:
    """The two claim ids in the order in which the relation is stored: as given when it has a direction."""
    return (a, b) if kind in DIRECTED or a <= b else (b, a)


def relation_id(a: str, b: str, kind: RelationKind, facet: str | None) -> str:
    """The id of a relation; the same from either side when the kind has no direction."""
    return content_id("r", *ordered(a, b, kind), kind.value, facet)


def review_id(claim: str, reviewer: str) -> str:
    """The id of one reviewer's judgement of a claim; there is one for each pair."""
    return content_id("v", claim, reviewer)


def waiting_id(claim: str, document: str, start: int | None, exact: str | None, stance: str) -> str:
    """The id of an evidence link that waits for its document."""
    return content_id("w", claim, document, start, exact, stance)
