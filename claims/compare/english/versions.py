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
from claims.compare.intervals import MONEY
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
    if (other := _other_currency(pair) or _against_the_odds(pair)) is not None:
        yield other
        return
    start = _start(pair)
    if start >= 2 and (edited := _one_edit(pair)) is not None:
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
    sides = (pair.left, mine), (pair.right, theirs)
    if any(tokens.name[i] or tokens.number[i] >= 0 for tokens, run in sides for i in run):
        return None
    deeds = [any(words.is_past(tokens.words[i]) for i in run) for tokens, run in sides]
    if any(deeds):
        return _other_deed(pair, mine, theirs) if all(deeds) else None
    left, right = [pair.left.words[i] for i in mine], [pair.right.words[j] for j in theirs]
    if _start(pair) < BEGUN:
        return None
    if not NO_SLOT.isdisjoint((words.stem(left[-1]), words.stem(right[-1]))) or not (
        known(words.stem(left[-1])) or known(words.stem(right[-1]))
    ):
        return None
    if _one_meaning(left[-1], right[-1]):
        return None
    return f"“{pair.left.phrase(mine)}” stands where the other has “{pair.right.phrase(theirs)}”"


def _other_deed(pair: Pair, mine: list[int], theirs: list[int]) -> str | None:
    """The deed that stands for another of no like meaning: retained, dropped."""
    left, right = [pair.left.words[i] for i in mine], [pair.right.words[j] for j in theirs]
    if not all(known(words.stem(word)) for word in (*left, *right)) or not _LIGHT.isdisjoint((*left, *right)):
        return None
    if any(kindred(words.stem(x), words.stem(y)) or _one_meaning(x, y) for x in left for y in right):
        return None
    return f"“{pair.left.phrase(mine)}” stands where the other has “{pair.right.phrase(theirs)}”"


_LIGHT = frozenset(
    ["made", "took", "taken", "got", "gave", "given", "became", "become", "done", "did", "came", "went", "put", "held",
     "set", "used", "known", "called", "said", "stated", "seen", "told", "joined", "played", "based", "located", "hung",
     "stood", "lay", "kept", "shown", "displayed"]
)  # fmt: skip
"""Verbs of so little meaning of their own, or of so many, that another may say the same."""


def _against_the_odds(pair: Pair) -> tuple[Facet, str] | None:
    """One deed or state that stands for another where `despite` stands for `because of`, or `but` for `and`.

    Who only words a sentence anew does not turn its argument about.
    """
    if pair.closeness < TURNED or pair.moved:
        return None
    against = [not _AGAINST.isdisjoint(tokens.words) for tokens in (pair.left, pair.right)]
    if against[0] == against[1] or not any(_turns(pair, block) for block in pair.raw_blocks):
        return None
    own_a, own_b = set(pair.only_a), set(pair.only_b)
    own = [Block([i for i in one.a if i in own_a], [j for j in one.b if j in own_b]) for one in pair.raw_blocks]
    own = [Block(_without(pair.left, one.a), _without(pair.right, one.b)) for one in own]
    own = [one for one in own if one.a or one.b]
    if len(own) != 1 or not own[0].a or not own[0].b or max(len(own[0].a), len(own[0].b)) > FEW:
        return None
    if any(akin(pair.left.stems[i], pair.right.stems[j]) for i in own[0].a for j in own[0].b):
        return None
    mine, theirs = pair.left.phrase(own[0].a), pair.right.phrase(own[0].b)
    return Facet.POLARITY, f"“{mine}” stands where the other has “{theirs}”, against the odds in one"


TURNED = 0.7
_AGAINST = frozenset(["but", "although", "though", "despite", "notwithstanding", "however", "nevertheless", "yet"])
_FOR = frozenset(["and", "because", "since", "as", "after", "owing", "thanks", "due", "when", "so", "following"])


def _turns(pair: Pair, block: Block) -> bool:
    """Whether only one side of a block sets against what the other joins or gives as the reason."""
    sides = [{tokens.words[i] for i in run} for tokens, run in ((pair.left, block.a), (pair.right, block.b))]
    return any(one & _AGAINST and other & _FOR and not other & _AGAINST for one, other in (sides, sides[::-1]))


def _without(tokens: Tokens, run: list[int]) -> list[int]:
    return [i for i in run if tokens.words[i] not in _AGAINST and tokens.words[i] not in _FOR]


def _other_currency(pair: Pair) -> tuple[Facet, str] | None:
    """The same number of other money in what is the same word by word: 3 million euros, 3 million dollars."""
    told = pair.a.quantities, pair.b.quantities
    if pair.raw_blocks or pair.closeness < 1 or len(told[0]) != len(told[1]):
        return None
    for one, other in zip(*told, strict=True):
        if (
            {one.unit, other.unit} <= MONEY
            and one.unit != other.unit
            and (one.low, one.high) == (other.low, other.high)
        ):
            return Facet.QUANTITY, f"“{one.text}” stands where the other has “{other.text}”"
    return None


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
