"""Who or what: other names, other members of one class, or the same words with their roles exchanged."""

import re
from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.polarity import converse
from claims.compare.slots import (
    Difference,
    coordinated,
    differences,
    exchanged,
    may_be_one,
    names_in,
    passive,
    permuted,
    rebound,
)
from claims.compare.values import Finding, Verdict
from claims.features.cues import table
from claims.model import Facet

FACETS = {"place": Facet.PLACE, "destination": Facet.DESTINATION, "identity": Facet.IDENTITY}
VERSIONS = 0.66
ALIKE = 0.55
"""Below this closeness two statements are not built alike enough for their words to stand in each other's place."""
_han_only = re.compile(f"[{words.HAN}]+")
_figure = re.compile(r"\d")


def fillers(pair: Pair) -> Iterator[Finding]:
    """Different fillers of one slot: names, members of one class, figures that are no quantities."""
    if pair.closeness < ALIKE:
        return
    for one in differences(pair):
        finding = _by_class(pair, one) or _by_name(pair, one) or _by_figure(pair, one) or _by_han(pair, one)
        if finding:
            yield finding


def _conflict(slot: str, weight: float, mine: str, theirs: str) -> Finding:
    return Finding.model_construct(
        facet=FACETS.get(slot, Facet.IDENTITY),
        verdict=Verdict.CONFLICT,
        weight=weight,
        reason=f"“{mine}” stands where the other has “{theirs}”",
        explained=None,
    )


def _by_class(pair: Pair, one: Difference) -> Finding | None:
    theirs = [j for j in one.b if words.has_rivals(pair.right.stems[j])]
    for i in one.a if theirs else ():
        for j in theirs:
            if words.exclude(pair.left.stems[i], pair.right.stems[j]):
                return _conflict(one.slot, 0.9, pair.left.words[i], pair.right.words[j])
    return None


def _by_name(pair: Pair, one: Difference) -> Finding | None:
    mine, theirs = names_in(pair.left, one.a), names_in(pair.right, one.b)
    if not mine or not theirs:
        return None
    name, other = pair.left.phrase(mine), pair.right.phrase(theirs)
    if may_be_one(name, other) or _said_elsewhere(pair, name, other):
        return None
    return _conflict(one.slot, 0.85, name, other)


def _said_elsewhere(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether the other statement has the name too, or both are known to be names of one thing."""
    return mine in pair.b.key or theirs in pair.a.key or (mine in pair.a.names and theirs in pair.a.names)


def _by_figure(pair: Pair, one: Difference) -> Finding | None:
    """Scores, model numbers and the like: figures that are no quantities."""
    mine = [pair.left.words[i] for i in one.a if _figure.search(pair.left.words[i])]
    theirs = [pair.right.words[j] for j in one.b if _figure.search(pair.right.words[j])]
    if mine and theirs and mine[0] != theirs[0] and len(mine) == len(theirs):
        return Finding.model_construct(
            facet=Facet.QUANTITY,
            verdict=Verdict.CONFLICT,
            weight=0.8,
            reason=f"“{mine[0]}” stands where the other has “{theirs[0]}”",
            explained=None,
        )
    return None


def _by_han(pair: Pair, one: Difference) -> Finding | None:
    """Chinese words that no table knows: another name in the same place, by surname or by the word before it."""
    mine, theirs = "".join(pair.left.words[i] for i in one.a), "".join(pair.right.words[j] for j in one.b)
    if not (_han_only.fullmatch(mine) and _han_only.fullmatch(theirs)) or set(mine) & set(theirs):
        return None
    surnames = table("names", "zh")["surname"]
    if 2 <= len(mine) <= 3 and 2 <= len(theirs) <= 3 and mine.startswith(surnames) and theirs.startswith(surnames):
        return _conflict(one.slot, 0.8, mine, theirs)
    lead = pair.left.words[one.a[0] - 1] if one.a[0] else ""
    sizes = sorted((len(mine), len(theirs)))
    if lead in _LEADS and len(pair.blocks) == 1 and pair.closeness >= VERSIONS and sizes[0] > 1 and sizes[1] <= 4:
        return _conflict(one.slot, 0.7, mine, theirs)
    return None


_LEADS = frozenset("在于由为是到至往向对与和从被给叫")
"""Words that lead to a name or a noun: another one after them is another thing, not another wording."""


def roles(pair: Pair) -> Iterator[Finding]:
    """The same words with two of them exchanged: who did it to whom."""
    swapped = rebound(pair) or (not permuted(pair) and exchanged(pair))
    if not swapped or coordinated(pair) or passive(pair.a) != passive(pair.b):
        return
    if converse(pair):
        return
    mine, theirs = swapped[0]
    yield Finding.model_construct(
        facet=Facet.IDENTITY,
        verdict=Verdict.CONFLICT,
        weight=0.85,
        reason=f"“{mine}” and “{theirs}” have exchanged their roles",
        explained=None,
    )


def findings(pair: Pair) -> Iterator[Finding]:
    """All that tells another identity."""
    yield from roles(pair)
    yield from (finding for finding in fillers(pair) if finding.facet not in {Facet.PLACE, Facet.DESTINATION})
