"""Two statements laid beside each other: which words they share, which stand in place of others, which moved.

Words in the same order are matched by edit distance (Levenshtein 1966); what is left is matched wherever it
stands, as in greedy string tiling (Wise 1993), so that a phrase that moved is no difference.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from rapidfuzz.distance import Levenshtein

from claims.compare import words
from claims.compare.akin import akin, of_a_kind
from claims.compare.denying import Denied, denied
from claims.compare.respelt import two_names
from claims.compare.tokens import CHARACTER, Tokens
from claims.compare.values import Features, Retelling

T = TypeVar("T")
VERSIONS = 0.66
"""From this closeness on, two statements are versions of one sentence."""


class lazy(Generic[T]):  # noqa: N801  it reads as a decorator
    """A property worked out once and kept; `functools.cached_property` takes a lock for that until Python 3.12."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.name = work.__name__

    def __get__(self, owner: Any, _: type | None = None) -> T:
        value = owner.__dict__[self.name] = self.work(owner)
        return value


@dataclass(slots=True)
class Block:
    """Words of a that stand where b has other words; either side may be empty."""

    a: list[int] = field(default_factory=list)
    b: list[int] = field(default_factory=list)


@dataclass
class Pair:
    """Two statements and all that their comparison needs, worked out when it is asked for."""

    a: Features
    b: Features
    same_document: bool = False
    same_voice: bool = False
    given: bool = False
    """Somebody laid the two side by side: then they belong together more often than two of many thousands."""
    told: Retelling | None = None
    """The two stand in two accounts of one story, and there nothing else tells what they tell."""

    @lazy
    def given_english(self) -> bool:
        """Whether somebody laid two English statements side by side."""
        return self.given and self.a.language == self.b.language == "en"

    @lazy
    def left(self) -> Tokens:
        """The tokens of a."""
        return self.a.tokens

    @lazy
    def right(self) -> Tokens:
        """The tokens of b."""
        return self.b.tokens

    @lazy
    def _aligned(self) -> tuple[list[tuple[int, int]], list[Block]]:
        """Tokens matched in order, and the blocks between them."""
        matched: list[tuple[int, int]] = []
        blocks: list[Block] = []
        codes = Levenshtein.opcodes(self.left.stems, self.right.stems).as_list()
        for tag, start, end, from_, to in cast("list[tuple[str, int, int, int, int]]", codes):
            if tag == "equal":
                matched += zip(range(start, end), range(from_, to), strict=True)
                continue
            mine, theirs = list(range(start, end)), list(range(from_, to))
            if blocks and _touch(blocks[-1], mine, theirs):
                blocks[-1].a += mine
                blocks[-1].b += theirs
            else:
                blocks.append(Block(mine, theirs))
        return matched, blocks

    @property
    def matched(self) -> list[tuple[int, int]]:
        """Tokens of both that match in order."""
        return self._aligned[0]

    @property
    def raw_blocks(self) -> list[Block]:
        """What lies between the tokens that match in order, moved words and small words included."""
        return self._aligned[1]

    @lazy
    def moved(self) -> list[tuple[int, int]]:
        """Content words that both have, in another order."""
        content, stems = self.right.content, self.right.stems
        blocks = self._aligned[1]
        places: dict[str, list[int]] = {}
        for block in blocks:
            for j in block.b:
                if content[j]:
                    places.setdefault(stems[j], []).append(j)
        if self.left.rare.isdisjoint(places):
            return []
        content, stems = self.left.content, self.left.stems
        candidates = (i for block in blocks for i in block.a if content[i])
        return [(i, at.pop(0)) for i in candidates if (at := places.get(stems[i]))]

    @lazy
    def both(self) -> list[tuple[int, int]]:
        """All tokens that both have: those that match in order, then those that moved."""
        return self.matched + self.moved

    @lazy
    def _parted(self) -> tuple[list[Block], float]:
        """What is left of both once shared, moved and small words are taken out; how much forms of one word weigh."""
        gone_a, gone_b = {i for i, _ in self.moved}, {j for _, j in self.moved}
        content_a, content_b = self.left.content, self.right.content
        found = []
        for block in self._aligned[1]:
            mine = [i for i in block.a if content_a[i] and i not in gone_a]
            theirs = [j for j in block.b if content_b[j] and j not in gone_b]
            if mine or theirs:
                found.append(Block(mine, theirs))
        found, formed = _without_related(found, self.left, self.right)
        if not self.denied:
            return found, formed
        gone_a, gone_b = {one.a for one in self.denied}, {one.b for one in self.denied}
        kept = (Block([i for i in b.a if i not in gone_a], [j for j in b.b if j not in gone_b]) for b in found)
        return [block for block in kept if block.a or block.b], formed + sum(self.left.weights[i] for i in gone_a)

    @lazy
    def denied(self) -> list[Denied]:
        """Words of which one statement denies one and the other tells its contrary: did not survive, died."""
        if self.a.language != "en" or self.b.language != "en":
            return []
        return denied(self.left, self.right, {i for i, _ in self.both}, {j for _, j in self.both})

    @property
    def blocks(self) -> list[Block]:
        """What is left of both once shared, moved and small words are taken out."""
        return self._parted[0]

    @lazy
    def only_a(self) -> list[int]:
        """Content words of a that b has not."""
        return [i for block in self.blocks for i in block.a]

    @lazy
    def only_b(self) -> list[int]:
        """Content words of b that a has not."""
        return [j for block in self.blocks for j in block.b]

    @lazy
    def other_subject(self) -> bool:
        """Whether the first content word of each is missing in the other."""
        first_a = next((i for i, content in enumerate(self.left.content) if content), -1)
        first_b = next((j for j, content in enumerate(self.right.content) if content), -1)
        return first_a in self.only_a and first_b in self.only_b

    @lazy
    def sizes(self) -> tuple[float, float]:
        """How much content each has."""
        return sum(self.left.weights), sum(self.right.weights)

    @lazy
    def shared(self) -> float:
        """How much content both have; a Chinese character counts only beside another that both have."""
        mine, theirs, names = self.left.weights, self.right.weights, self.left.name
        here, there = self.left.words, self.right.words
        total = self._parted[1]
        for i, j in self.both:
            weight = mine[i] if mine[i] == theirs[j] else max(mine[i], theirs[j])
            lone = weight == CHARACTER and not names[i]
            if lone and not (_in_word(here, i, self.b.key) or _in_word(there, j, self.a.key)):
                continue
            total += weight
        return total

    @lazy
    def shared_words(self) -> float:
        """How much of the shared content is no name."""
        return self.shared - sum(self.left.weights[i] for i, _ in self.both if self.left.name[i])

    @lazy
    def cover(self) -> float:
        """The share of the shorter one's content that the other has too."""
        return min(1.0, self.shared / max(0.5, min(self.sizes)))

    @lazy
    def likeness(self) -> float:
        """Shared content of all content (Dice 1945)."""
        return min(1.0, 2 * self.shared / max(0.5, sum(self.sizes)))

    @lazy
    def closeness(self) -> float:
        """Shared words of all words, small ones too: near 1 for two versions of one sentence."""
        both = len(self.matched) + len(self.moved)
        return 2 * both / max(1, len(self.left.stems) + len(self.right.stems))

    @lazy
    def frames(self) -> tuple[frozenset[str], frozenset[str]]:
        """What happens in each."""
        one, other = (frozenset(frame.name for frame in side.frames) for side in (self.a, self.b))
        return one, other

    def weight(self, indices: list[int]) -> float:
        """The content of some words of a."""
        return sum(self.left.weights[i] for i in indices)

    @lazy
    def left_over(self) -> tuple[float, float]:
        """How much content each has for itself."""
        return sum(self.left.weights[i] for i in self.only_a), sum(self.right.weights[j] for j in self.only_b)

    @lazy
    def contrasts(self) -> list[tuple[str, str]]:
        """Words of both, wherever they stand, that tell two things apart."""
        left, right = self.left, self.right
        theirs = [j for j in self.only_b if words.has_rivals(right.stems[j])]
        return [
            (left.stems[i], right.stems[j])
            for i in (self.only_a if theirs else [])
            for j in theirs
            if words.exclude(left.stems[i], right.stems[j])
            and not one_deed(left, i, right, j)
            and not of_a_kind(left.stems[i], right.stems[j])
        ]


def one_deed(left: Tokens, i: int, right: Tokens, j: int) -> bool:
    """Whether two words of one class are verbs for one deed there, and name no trades: written, composed."""
    return words.is_past(left.words[i]) and words.is_past(right.words[j]) and akin(left.stems[i], right.stems[j])


def _in_word(around: list[str], i: int, key: str) -> bool:
    """Whether a character stands beside the same neighbour somewhere in another key."""
    word = around[i]
    return (i > 0 and around[i - 1] + word in key) or (i + 1 < len(around) and word + around[i + 1] in key)


def _touch(last: Block, mine: list[int], theirs: list[int]) -> bool:
    """Whether the words of a block stand right before others, on every side where both have some."""
    before_a = not last.a or not mine or last.a[-1] + 1 == mine[0]
    before_b = not last.b or not theirs or last.b[-1] + 1 == theirs[0]
    return before_a and before_b and bool((last.a and mine) or (last.b and theirs))


def _without_related(blocks: list[Block], left: Tokens, right: Tokens) -> tuple[list[Block], float]:
    """Blocks without words that are forms of each other (lead, leader), wherever they stand; the weight of these."""
    mine, theirs = left.stems, right.stems
    heads = {theirs[j][:FORM] for block in blocks for j in block.b if len(theirs[j]) >= FORM}
    if not heads:
        return blocks, 0.0
    met = [i for block in blocks for i in block.a if mine[i][:FORM] in heads and len(mine[i]) >= FORM]
    if not met:
        return blocks, 0.0
    open_b = [j for block in blocks for j in block.b if len(theirs[j]) >= FORM]
    gone_a: set[int] = set()
    gone_b: set[int] = set()
    for i in met:
        if words.has_rivals(mine[i]) and any(words.exclude(mine[i], theirs[j]) for j in open_b):
            continue  # northwards into the Baltic, southwards into the North Sea
        partner = next(
            (
                j
                for j in open_b
                if j not in gone_b
                and related(mine[i], theirs[j])
                and not (left.name[i] and right.name[j] and two_names(mine[i], theirs[j]))
            ),
            None,
        )
        if partner is not None:
            gone_a.add(i)
            gone_b.add(partner)
    if not gone_a:
        return blocks, 0.0
    kept = (Block([i for i in b.a if i not in gone_a], [j for j in b.b if j not in gone_b]) for b in blocks)
    return [block for block in kept if block.a or block.b], sum(left.weights[i] for i in gone_a)


FORM = 4
"""Letters that two forms of one word begin with alike, at least."""


def related(mine: str, theirs: str) -> bool:
    """Whether two Latin stems are forms of one word, by a long shared beginning; figures never are."""
    short = min(len(mine), len(theirs))
    if (
        short < 4
        or not mine.isalpha()
        or not mine.isascii()
        or words.exclude(mine, theirs)
        or words.opposed(mine, theirs)
    ):
        return False
    return mine[: max(4, short - 1)] == theirs[: max(4, short - 1)] and abs(len(mine) - len(theirs)) <= 4
