"""Two statements that share too little for any relation, known before anything is laid beside anything.

What weighs what two statements share (`findings.bearing`, `sameness.agreement`) cannot come to more than what words
of one beginning and figures of one sort would give if each found its like. Of the claims that share a key most share
no more than that, and this costs a tenth of a comparison.
"""

from claims.compare.alignment import FORM, VERSIONS, Pair
from claims.compare.clash import THRESHOLD
from claims.compare.facets import certainty
from claims.compare.facets.matched import alike_at_most
from claims.compare.sameness import ENOUGH, HELD
from claims.compare.slots import name_shared
from claims.compare.tokens import CHARACTER, NAME, NAME_CHARACTER, WORD
from claims.compare.values import Features, of_one

LEAST = min(THRESHOLD.values())
"""Shared content that bears less than this bears no clash."""


def slight(pair: Pair) -> bool:
    """Whether no clash and no likeness of the two can weigh enough; what a figure answers is not looked at.

    Only asked of two that nobody laid side by side: of others, less than that may tell.
    """
    if pair.given or _of_one_event(pair):
        return False
    versions = VERSIONS * (len(pair.left.stems) + len(pair.right.stems))
    if 2 * len(pair.left.seen & pair.right.seen) >= versions:
        return False  # so many words match others at least
    words, content = _in_common(pair)
    if 2 * words >= versions:
        return False
    named = 0.1 * name_shared(pair)
    cover, likeness = _shares(pair, content, 0.0)
    enough = min(1.0, content / 2)
    if cover >= HELD and (0.7 * cover + 0.3 * likeness) * enough + named >= ENOUGH:
        return False
    if pair.a.language != pair.b.language:
        return True
    return (0.5 * cover + 0.5 * likeness) * enough + named < LEAST and _of_figures(pair, content) < LEAST


def _of_one_event(pair: Pair) -> bool:
    """Whether the two may tell of one event of one name, or one leaves open what the other tells: words may differ."""
    if not name_shared(pair):
        return False
    if pair.a.language != pair.b.language or certainty.is_open(pair.a) != certainty.is_open(pair.b):
        return True
    return not pair.frames[0].isdisjoint(pair.frames[1])


def _in_common(pair: Pair) -> tuple[int, float]:
    """How many words at most match others or are forms of them, and how much content these bear at most."""
    mine, theirs = _forms(pair.a), _forms(pair.b)
    words, content = 0, 0.0
    for form in mine.keys() & theirs.keys():
        (count, weight), (others, other) = mine[form], theirs[form]
        both = min(count, others)
        words += both
        content += both * (weight if weight == other else max(weight, other))
    return words, content


@of_one
def _forms(features: Features) -> dict[str, tuple[int, float]]:
    """How often words begin alike, by that beginning, and the most content that one of them bears."""
    tokens = features.tokens
    forms = [stem[:FORM] for stem in tokens.stems]
    found = dict(zip(forms, [_ONCE[weight] for weight in tokens.weights], strict=True))
    if len(found) == len(forms):
        return found
    found.clear()
    for form, weight in zip(forms, tokens.weights, strict=True):
        if form in found:
            count, most = found[form]
            found[form] = count + 1, max(most, weight)
        else:
            found[form] = _ONCE[weight]
    return found


_ONCE = {weight: (1, weight) for weight in (0.0, NAME_CHARACTER, CHARACTER, NAME, WORD)}
"""One tuple for all words that bear so much content: weights are few, words of many claims are not."""


def _shares(pair: Pair, content: float, days: float) -> tuple[float, float]:
    """So much content as a share of the shorter one's, and of both (Dice 1945)."""
    mine, theirs = pair.sizes
    return min(1.0, content / max(0.5, min(mine, theirs) + days)), min(
        1.0, 2 * content / max(0.5, mine + theirs + 2 * days)
    )


def _of_figures(pair: Pair, content: float) -> float:
    """The most that `findings.bearing_of_figures` can give."""
    days = 0.5 * min(len(pair.a.dates), len(pair.b.dates))
    common = content + alike_at_most(pair) + days
    cover, likeness = _shares(pair, common, days)
    if cover < 0.55 and not name_shared(pair):
        cover *= 0.7
    return (0.75 * cover + 0.25 * likeness) * min(1.0, common / 2) + 0.1 * name_shared(pair)


__all__ = ["slight"]
