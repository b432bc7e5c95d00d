"""Where: two places that are not one part of the other, in the same slot."""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.facets.identity import elsewhere, fillers
from claims.compare.values import Finding
from claims.model import Facet


def findings(pair: Pair) -> Iterator[Finding]:
    """Other places in the same slot."""
    yield from elsewhere(pair)
    yield from (finding for finding in fillers(pair) if finding.facet is Facet.PLACE)
