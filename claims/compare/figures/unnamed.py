"""Whether a long sentence tells of what a short claim is about, where one of them has no name for it: the ship, he."""

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.figures.ages import ORDINALS
from claims.compare.figures.borne import Sides
from claims.compare.figures.choice import is_past
from claims.compare.figures.periods import period_of
from claims.compare.figures.reckoned import kin
from claims.compare.figures.sides import fuller
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from evidence.text import lazy_re as re

NO_NAME = re.compile(
    r"(?:(?:The|This|That|His|Her|Its|Their) [a-z]|(?:He|She|It|They)\b"
    r"|(?:More|Fewer|Less|Over|Under|At (?:least|most)|Most|Half|About|Nearly|Almost|No more)\b"
    r"|A (?:majority|third|quarter)\b)"
)
"""How a claim begins that does not name what it is about: the film, more than a hundred people."""
STAND_IN = re.compile(r"(?:(?:The|This|That|His|Her|Its|Their) [a-z]|(?:He|She|It|They)\b)")
"""How a statement begins that has a word in place of a name."""


def anaphoric(sides: Sides) -> bool:
    """Whether the sentence says `the town` or `she` for whatever the claim names, and shares a word with it.

    A claim that names nobody either, `the ship`, may speak of what the sentence calls `the steamer`.
    """
    mine, theirs = sides.mine, sides.theirs
    if not STAND_IN.match(sides.sentence.text):
        return not _names_any(sides.claim) and bool(_definite.match(sides.claim.text)) and _of_one_kind(mine, theirs)
    plain = {stem for stem, name in zip(mine.stems, mine.name, strict=True) if not name and stem in mine.rare}
    others = [stem for stem, name in zip(theirs.stems[:6], theirs.name[:6], strict=True) if name]
    if others:
        return False
    return any(kin(stem, plain) for stem in theirs.rare) or (not _names_any(sides.claim) and _of_one_kind(mine, theirs))


_definite = re.compile(r"The [a-z]")


def _names_any(claim: Features, start: int = 0) -> bool:
    """Whether a claim names somebody or something from some word on, the name of its time left out: the Middle Ages."""
    tokens = claim.tokens
    if not any(tokens.name[start:]):
        return False
    told = period_of(claim)
    said = told.said if told else ""
    return any(name and word not in said for word, name in zip(tokens.words[start:], tokens.name[start:], strict=True))


def of_any_name(sides: Sides) -> bool:
    """Whether a claim names nobody, so that a sentence much longer may have a name for whatever it speaks of."""
    return not _names_any(sides.claim) and fuller(sides)


def nameless(sides: Sides) -> bool:
    """Whether a claim that names nobody, `the novel`, tells of the deed or counts the thing that the sentence does."""
    mine = sides.mine
    if _names_any(sides.claim) or not _definite.match(sides.claim.text):
        return False
    deeds = {mine.stems[i] for i, word in enumerate(mine.words) if mine.content[i] and is_past(word)}
    if not deeds.isdisjoint(sides.theirs.rare) or _of_one_kind(mine, sides.theirs):
        return True
    counted = {one.unit for one in sides.claim.quantities if one.unit and not one.unit.isupper()} - _SHARED_UNITS
    return not counted.isdisjoint(one.unit for one in sides.sentence.quantities)


def of_that_name(sides: Sides) -> bool:
    """Whether a claim is about a thing of the sort that the sentence opens with by name: the stadium, Halm Stadium."""
    mine, theirs = sides.mine, sides.theirs
    if _names_any(sides.claim) or not _definite.match(sides.claim.text):
        return False
    first = next((i for i, name in enumerate(theirs.name) if name and theirs.content[i]), -1)
    if first < 0 or theirs.clause[first] >= OPENING:
        return False
    last = first
    while last < len(theirs.stems) - 1 and theirs.name[last + 1]:
        last += 1
    return last > first and theirs.stems[last] in [mine.stems[i] for i in _opening(mine)]


def _opening(mine: Tokens) -> range:
    """Where the words stand with which a claim begins, up to a verb in the past: the old stadium."""
    first = next((i for i, content in enumerate(mine.content) if content), len(mine.stems))
    last = first
    while last < len(mine.stems) - 1 and mine.content[last + 1] and not is_past(mine.words[last + 1]):
        last += 1
    return range(first, min(last + 1, len(mine.stems)))


def of_kind_named(sides: Sides) -> bool:
    """Whether a claim is about a kind of something that the sentence begins with: Vasker fever."""
    mine, theirs = sides.mine, sides.theirs
    starts = [i for i in range(1, len(mine.words)) if mine.words[i - 1] == "the" and mine.content[i]]
    if not starts:
        return False
    head = starts[0]
    while head < len(mine.stems) - 1 and mine.content[head + 1] and not is_past(mine.words[head + 1]):
        head += 1
    opening = {theirs.stems[i] for i in range(len(theirs.stems)) if theirs.clause[i] < OPENING and theirs.content[i]}
    return any(akin(stem, other) for stem in mine.stems[starts[0] : head + 1] for other in opening)


OPENING = 2
"""Clauses of a sentence in which it names what it is about."""


def of_unnamed(sides: Sides) -> bool:
    """Whether a long sentence seems to tell of the thing that a claim without a name is about."""
    if _names_any(sides.claim, 1) or not fuller(sides) or not ORDINALS.keys().isdisjoint(sides.mine.words):
        return False  # the first round, the second
    return _of_few_words(sides) or of_kind_named(sides)


def _of_few_words(sides: Sides) -> bool:
    """Whether a claim has three words with content at most, of which the sentence has one."""
    mine = sides.mine
    return len(mine.rare) <= FEW and not mine.rare.isdisjoint(sides.theirs.rare)


FEW = 3
_SHARED_UNITS = frozenset(["%", "people", "years", "months", "weeks", "days", "hours", "minutes", "times"])
"""Units of all sorts of things."""


def _of_one_kind(mine: Tokens, theirs: Tokens) -> bool:
    """Whether what a claim is about is a kind of something that the sentence calls `the` so: the ship, the steamer."""
    opening = _opening(mine)
    called = [i for i in range(1, len(theirs.words)) if theirs.words[i - 1] == "the" and theirs.content[i]]
    return bool(opening) and any(akin(mine.stems[opening[-1]], theirs.stems[i]) for i in called if not theirs.name[i])


def of_one_head(sides: Sides) -> bool:
    """Whether a claim without a name begins with a thing that the sentence speaks of: the bridge."""
    mine = sides.mine
    if _names_any(sides.claim):
        return False
    counted = sides.sentence.quantities
    head = next((stem for stem, content in zip(mine.stems, mine.content, strict=True) if content), "")
    return head in sides.theirs.rare or any(head in map(words.stem, one.text.lower().split()) for one in counted)
