"""Where: two places that are not one part of the other, in the same slot."""

from collections.abc import Iterator

from claims.compare.alignment import Pair
from claims.compare.facets.fillers import fillers, said_elsewhere, stands_for
from claims.compare.slots import may_be_one
from claims.compare.tokens import Tokens
from claims.compare.values import Finding
from claims.model import Facet


def findings(pair: Pair) -> Iterator[Finding]:
    """Other places in the same slot."""
    yield from elsewhere(pair)
    yield from (finding for finding in fillers(pair) if finding.facet is Facet.PLACE)


_PLACED = frozenset(["in", "at", "near", "outside", "off"])


def _places(tokens: Tokens) -> list[str]:
    """The names right behind a word of place."""
    found = []
    for i, word in enumerate(tokens.words[:-1]):
        k = i + 2 if tokens.words[i + 1] == "the" else i + 1
        if word in _PLACED and k < len(tokens.words) and tokens.name[k] and tokens.number[k] < 0:
            end = k
            while end < len(tokens.words) and tokens.name[end] and tokens.clause[end] == tokens.clause[k]:
                end += 1
            found.append(tokens.phrase(list(range(k, end))))
    return found


def elsewhere(pair: Pair) -> Iterator[Finding]:
    """One event of one day at two places."""
    if not pair.given:
        return
    days = {one.first for one in pair.a.dates if one.first and one.first == one.last}
    if days.isdisjoint(one.first for one in pair.b.dates if one.first == one.last):
        return
    mine, theirs = _places(pair.left), _places(pair.right)
    if len(mine) != 1 or len(theirs) != 1 or may_be_one(mine[0], theirs[0]):
        return
    if not said_elsewhere(pair, mine[0], theirs[0]):
        yield stands_for("place", 0.85, mine[0], theirs[0])
