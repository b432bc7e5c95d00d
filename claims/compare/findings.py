"""What two statements say in each respect, and how surely they speak of one thing."""

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import parties
from claims.compare.facets import certainty, date, destination, identity, place, polarity, quantity
from claims.compare.facets.matched import counted_alike
from claims.compare.slots import name_shared
from claims.compare.values import Comparison, Finding, Verdict
from claims.model import Facet

NOTHING = Comparison()
FIGURES = frozenset({Facet.QUANTITY, Facet.DATE})
ONE_SENTENCE = 0.8
"""From here on, they are versions of one sentence whoever it is about."""
BUILT_ALIKE = 0.5
"""From here on, they are built alike."""


def findings(pair: Pair) -> list[Finding]:
    """What every facet finds: figures always, the others where the two share a word or a name."""
    found = [*quantity.findings(pair), *date.findings(pair)]
    if pair.shared or name_shared(pair):
        for facet in (polarity, identity, parties, place, destination, certainty):
            found += facet.findings(pair)
        if name_shared(pair):
            found += destination.events_of(pair)
    return found


def bearing(pair: Pair) -> float:
    """How surely the two speak of one thing, 0–1."""
    if pair.a.language != pair.b.language:
        # Words cannot be shared: a name must be, and what happens should be.
        return 0.5 + 0.4 * (not pair.frames[0].isdisjoint(pair.frames[1])) if name_shared(pair) else 0.0
    content = (0.5 * pair.cover + 0.5 * pair.likeness) * min(1.0, pair.shared / 2)
    if pair.closeness >= VERSIONS:
        content = max(content, pair.closeness)
    return min(1.0, content + 0.1 * name_shared(pair))


def bearing_of_figures(pair: Pair, found: list[Finding]) -> float:
    """How surely two figures are said of one thing: what is counted and a shared day are shared content too."""
    if pair.a.language != pair.b.language:
        return bearing(pair)
    alike, only_in_a, only_in_b = counted_alike(pair)
    days = 0.5 * sum(one.facet is Facet.DATE and one.verdict is not Verdict.CONFLICT for one in found)
    common = pair.shared + alike + days
    mine, theirs = pair.sizes[0] + only_in_a + days, pair.sizes[1] + only_in_b + days
    cover = min(1.0, common / max(0.5, min(mine, theirs)))
    likeness = min(1.0, 2 * common / max(0.5, mine + theirs))
    if cover < 0.55 and not name_shared(pair):
        cover *= 0.7  # 31 hurt in a derailment, 210 in an earthquake
    content = (0.75 * cover + 0.25 * likeness) * min(1.0, common / 2)
    return max(bearing(pair), min(1.0, content + 0.1 * name_shared(pair)))
