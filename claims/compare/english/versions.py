"""Two English sentences that begin alike and go on with other words in the same place: a fact was replaced.

Who words a thing anew changes the build of the sentence, or puts words akin to the first in their place; who adds a
detail leaves the other side empty. What stands in one place of one build, and is akin to nothing there, is another
fact.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from claims.compare import words
from claims.compare.akin import akin, kindred, known
from claims.compare.alignment import Block, Pair
from claims.compare.english.governed import NO_SLOT
from claims.compare.english.roles_en import one_trade
from claims.compare.tokens import Tokens
from claims.model import Facet

START = 4
"""So many words at least, small ones too, are the same at the beginning of both."""
CLOSE, COVER = 0.5, 0.45
"""Least closeness of the two, and least share of the shorter one's content that both have."""
FAR, ALIKE, LESS = 5, 0.55, 0.3
"""Where that much more is the same at the beginning and in all, so much content will do."""
SPELT, PART_OF = 60, 90
"""From such a likeness of letters on, two words may be one; one holds the other."""


def clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The words that stand in each other's place behind a common beginning."""
    start = _start(pair)
    if start >= BEGUN and (edited := _one_edit(pair)) is not None:
        yield Facet.IDENTITY, edited
        return
    least = COVER if start < FAR or pair.closeness < ALIKE else LESS
    if pair.closeness < CLOSE or pair.cover < least or pair.shared_words < 1 or start < START or pair.moved:
        return
    own_a, own_b = set(pair.only_a), set(pair.only_b)
    for block in pair.raw_blocks:
        own = Block([i for i in block.a if i in own_a], [j for j in block.b if j in own_b])
        if not own.a or not own.b:
            continue
        if _told_apart(pair, own):
            mine, theirs = pair.left.phrase(own.a), pair.right.phrase(own.b)
            yield Facet.IDENTITY, f"“{mine}” stands where the other has “{theirs}”"
        return


def _one_edit(pair: Pair) -> str | None:
    """The one noun phrase that stands for another in what is the same word by word; None where there is none.

    Who words a sentence anew leaves no such twin, so two words that only have some sense in common are no excuse here.
    """
    if pair.closeness < TWIN or len(pair.raw_blocks) != 1 or pair.moved:
        return None
    own_a, own_b = set(pair.only_a), set(pair.only_b)
    block = pair.raw_blocks[0]
    mine, theirs = [i for i in block.a if i in own_a], [j for j in block.b if j in own_b]
    if not mine or not theirs or max(len(mine), len(theirs)) > FEW:
        return None
    for tokens, run in ((pair.left, mine), (pair.right, theirs)):
        if any(tokens.name[i] or tokens.number[i] >= 0 for i in run) or words.is_past(tokens.words[run[-1]]):
            return None
    left, right = [pair.left.words[i] for i in mine], [pair.right.words[j] for j in theirs]
    if not NO_SLOT.isdisjoint((words.stem(left[-1]), words.stem(right[-1]))) or not (
        known(words.stem(left[-1])) or known(words.stem(right[-1]))
    ):
        return None
    if _one_meaning(left[-1], right[-1]):
        return None
    return f"“{pair.left.phrase(mine)}” stands where the other has “{pair.right.phrase(theirs)}”"


def _one_meaning(one: str, other: str) -> bool:
    """Whether two words are of one group of like meaning, of one trade, or spelt alike."""
    mine, theirs = words.stem(one), words.stem(other)
    if mine == theirs or akin(mine, theirs) or one_trade(mine, theirs):
        return True
    if one[:SHORT] == other[:SHORT] or fuzz.partial_ratio(one, other) >= PART_OF:
        return True
    return fuzz.ratio(mine, theirs) >= SPELT


_JOINING = frozenset(["and", "or", "but"])
TWIN, BEGUN, FEW = 0.8, 3, 3
"""From this closeness on, with so many words alike at the beginning, so few words may be one edit."""


def _start(pair: Pair) -> int:
    """How many words are the same at the beginning of both."""
    mine, theirs = pair.left.stems, pair.right.stems
    least = min(len(mine), len(theirs))
    return next((k for k in range(least) if mine[k] != theirs[k]), least)


def _told_apart(pair: Pair, own: Block) -> bool:
    """Whether the words of a block are known and no word of one side may say what a word of the other does."""
    left, right = [pair.left.words[i] for i in own.a], [pair.right.words[j] for j in own.b]
    if _is_verb(pair.left, own.a[0]) and _is_verb(pair.right, own.b[0]):
        return False  # scrapped, broken up
    joined = [tokens.words[max(0, run[0] - 1)] in _JOINING for tokens, run in ((pair.left, own.a), (pair.right, own.b))]
    if joined[0] != joined[1]:
        return False  # signed on the back, signed and dated
    if 2 * sum(known(words.stem(word)) for word in (*left, *right)) < len(left) + len(right):
        return False
    heads = {words.stem(left[-1]), words.stem(right[-1])}
    if not NO_SLOT.isdisjoint(heads) or not all(word.isalpha() for word in (*left, *right)):
        return False
    named = [all(tokens.name[i] for i in run) for tokens, run in ((pair.left, own.a), (pair.right, own.b))]
    if any(named) or (any(pair.left.name[i] for i in own.a) and any(pair.right.name[j] for j in own.b)):
        return False  # names are compared as such, and may stand for what the other calls by its kind
    if any(_alike(one, other) for one in left for other in right):
        return False
    beside = [pair.right.words[j] for j in pair.only_b], [pair.left.words[i] for i in pair.only_a]
    return not any(_alike(left[-1], other) for other in beside[0]) and not any(
        _alike(right[-1], one) for one in beside[1]
    )


def _alike(one: str, other: str) -> bool:
    """Whether two words may say one thing: forms of one word, parts of each other, or of like meaning."""
    if kindred(words.stem(one), words.stem(other)) or one_trade(words.stem(one), words.stem(other)):
        return True
    if min(len(one), len(other)) < SHORT:
        return one == other
    if one[:SHORT] == other[:SHORT] or fuzz.partial_ratio(one, other) >= PART_OF:
        return True
    if known(words.stem(one)) and known(words.stem(other)):
        return any(one[i : i + COMMON] in other for i in range(len(one) - COMMON + 1))
    return fuzz.ratio(words.stem(one), words.stem(other)) >= SPELT


COMMON = 5
"""So many letters in a row, wherever they stand, make two known words forms of one: immigrant, emigrated."""
SHORT = 4
"""So many letters at least, and at the beginning, make two words forms of one."""


def _is_verb(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word.endswith(("ed", "ing", "s")) or word in words.past_forms()


__all__ = ["clashes"]
