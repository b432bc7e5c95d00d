"""What one verb governs by one preposition in two English sentences: buried in the abbey, in the churchyard."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from claims.compare import words
from claims.compare.akin import akin, known
from claims.compare.alignment import Pair
from claims.compare.tokens import Tokens
from claims.model import Facet

CLOSE, COVER = 0.5, 0.5
"""From this closeness and this share of the shorter one's content on, two sentences tell of one deed."""
BUILT_ALIKE = 0.6
"""From this closeness on, the heads need not be words that the table of like meanings has."""
SPELT = 60
"""From such a likeness of letters on, two heads may name one thing: cyclists, bicycles."""
_PREPOSITIONS = frozenset(
    ["by", "on", "in", "at", "to", "after", "for", "with", "into", "under", "against", "from", "of"]
)
_PLACED = frozenset(["in", "at", "on", "under", "into"])
_GROUPS = frozenset(map(words.stem, ("team", "group", "number", "party", "band", "crowd", "series", "lot", "handful")))
NO_SLOT = words.reckoned_words("no_slot")
"""Heads of phrases of time and manner, beside which another phrase excludes nothing."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Another noun behind the same verb and preposition, akin to nothing the other says."""
    if pair.closeness < CLOSE or pair.cover < COVER or pair.shared_words < 1:
        return
    mine, theirs = _slots(pair.left), _slots(pair.right)
    for slot in sorted(mine.keys() & theirs.keys()):
        one, other = mine[slot], theirs[slot]
        if one == other or one in pair.right.seen or other in pair.left.seen:
            continue
        if pair.closeness < BUILT_ALIKE and not (known(one) and known(other)):
            continue
        if akin(one, other) or fuzz.ratio(one, other) >= SPELT or any(akin(one, each) for each in pair.right.rare):
            continue
        if any(akin(other, each) for each in pair.left.rare):
            continue
        facet = Facet.PLACE if slot[1] in _PLACED else Facet.IDENTITY
        yield facet, f"“{slot[1]} … {one}” against “{slot[1]} … {other}”"
        return


def _slots(tokens: Tokens) -> dict[tuple[str, str], str]:
    """The head of each noun phrase that a verb governs by a preposition; a phrase with a name or a figure has none."""
    found: dict[tuple[str, str], str] = {}
    for i, word in enumerate(tokens.words):
        if word not in _PREPOSITIONS:
            continue
        verb = next((k for k in range(i - 1, max(-1, i - 4), -1) if _verbal(tokens, k)), None)
        between = range(verb + 1, i) if verb is not None else range(0)
        # Only a figure may stand between: discovered in 1952 by a farmer.
        if verb is None or any(tokens.words[k] in _PREPOSITIONS and tokens.number[k + 1] < 0 for k in between):
            continue
        head = _head(tokens, i + 1)
        if head and head not in NO_SLOT:
            found.setdefault((tokens.stems[verb], word), head)
    return found


def _verbal(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return tokens.content[i] and not tokens.name[i] and (word.endswith("ed") or word in words.past_forms())


def _head(tokens: Tokens, start: int) -> str:
    """The last word of the noun phrase that begins at a place; the empty text where a name or a figure stands in it."""
    head = ""
    for i in range(start, min(start + 5, len(tokens.words))):
        if i > start and tokens.clause[i] != tokens.clause[i - 1]:
            break
        if tokens.name[i] or tokens.number[i] >= 0:
            return ""
        if tokens.content[i]:
            head = tokens.stems[i]
        elif tokens.words[i] == "of" and head in _GROUPS:
            head = ""  # a team of archaeologists
        elif head or tokens.words[i] in _PREPOSITIONS:
            break
    return head


__all__ = ["NO_SLOT", "clashes"]
