"""Which passages bear on a statement: a search among many, and a ranking of the sentences of a page.

    >>> rank("The bridge fell in 2019", ["It rained.", "The bridge collapsed on 3 May 2019."])[0].index
    1

The sentences of a page are read in their places (`evidence.page`). In a search, a passage scores by what it shares
with the statement, each part in its own sum:

- words: Okapi BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009) over `Terms.words`, with
  long passages hardly held back, as a share of what the statement could get at most;
- pieces: how much of the statement's pieces of words, weighed by rarity, the passage has: other forms and
  compounds of a word, other writings of a name;
- topics: for how many of the statement's words that it has not the passage has one that reports use with them;
- whole: the cosine of all pieces, which is high only when the passage says little else;
- names and numbers: whether one of the passage's is in the statement, also inside a tag, and how many of the names
  are missing. Posts change every other word, but seldom these.

How rare a word is, is counted in the passages at hand, as if there were `BACKGROUND` more without it: among few,
words of their topic would otherwise count for nothing. The weights were set on invented material
(`benchmarks/retrieval.py` measures them).
"""

import heapq
import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from evidence.page import Page
from evidence.terms import Terms, shared_words, terms
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key
from evidence.topics import FEW, topic_words, topics

K1, B = 0.9, 0.3
"""BM25: how soon repetition stops to count, and how much a long passage is held back."""
BACKGROUND = 100
"""Passages without any of the words that every collection is counted with."""
CANDIDATES = 100
"""Passages with the best words that a search looks at more closely."""
PAGE = 400
"""Most passages that are taken for the sentences of one page, in their order."""
WORDS, PIECES, WHOLE = 1.0, 0.8, 0.2
"""What each of the sums weighs in a search."""
TOPICS = 0.15
"""What a passage gets at most for words that reports use together with the statement's (`evidence.topics`)."""
NAMED, UNNAMED, NUMBER = 0.12, 0.03, 0.08
"""What a passage gets for a name that the statement has too, loses when all its names are missing there, and gets
for a number that is the same."""
EXPLAINED = 10
"""Passages of a ranking that are given reasons; nobody reads on."""
_name = re.compile(r"(?<=\w[ -])[A-Z][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with its score, from 0 to about 1, and what it shares with the statement, in words."""

    index: int
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement with what its words and pieces weigh among the passages."""

    words: dict[str, float]
    words_weight: float
    pieces: dict[int, float]
    pieces_weight: float
    pieces_norm: float
    topics: dict[str, frozenset[int]]
    """Its words that reports use together with others, with their lines."""
    numbers: frozenset[str]
    key: str
    """The statement, folded."""


class Index:
    """Passages to search in; more can be added at any time, and count from then on."""

    def __init__(self, passages: Iterable[str] = ()) -> None:
        self._postings: dict[str, tuple[array[int], array[int]]] = {}
        self._piece_ids: dict[str, int] = {}
        self._piece_counts = array("I")
        self._passages: list[str] = []
        self._kept: list[Terms] = []
        self._pieces: list[array[int]] = []
        self._topics: dict[int, frozenset[int]] = {}
        """What a passage is about, once it has been asked for."""
        self._names: dict[int, tuple[str, ...]] = {}
        self._squares: dict[int, float] = {}
        self._length = 0
        for passage in passages:
            self.add(passage)

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, passage: str) -> int:
        """Keep one more passage; its number, counted from 0."""
        found = terms(passage)
        number = len(self._kept)
        for word, count in found.words.items():
            posted = self._postings.get(word)
            if posted is None:
                posted = self._postings[word] = array("I"), array("H")
            posted[0].append(number)
            posted[1].append(min(count, 65535))
        pieces = array("I", map(self._piece_id, found.grams))
        for piece in pieces:
            self._piece_counts[piece] += 1
        self._squares.clear()
        self._passages.append(passage)
        self._kept.append(found)
        self._pieces.append(pieces)
        self._length += found.length
        return number

    def search(self, statement: str, k: int = 10) -> list[Scored]:
        """The `k` passages that most bear on the statement, best first; fewer when fewer share a word with it."""
        said = terms(statement)
        asked = self._asked(statement, said)
        by_words = self._by_words(asked)
        best = heapq.nsmallest(max(k, CANDIDATES), by_words, key=lambda number: (-by_words[number], number))
        scores = {number: self._score(asked, number, by_words[number]) for number in best}
        found = heapq.nsmallest(k, scores, key=lambda number: (-scores[number], number))
        return [
            Scored(number, scores[number], _reasons(said, self._passages[number], self._kept[number]))
            for number in found
        ]

    def rank(self, statement: str) -> list[Scored]:
        """All passages, best first, the first `EXPLAINED` with reasons."""
        said = terms(statement)
        asked = self._asked(statement, said)
        by_words = self._by_words(asked)
        scores = [by_words.get(number, 0.0) * WORDS / (WORDS + PIECES + WHOLE) for number in range(len(self))]
        # What has few words in common stays behind: pieces can only add to a score.
        for number in heapq.nsmallest(PAGE, by_words, key=lambda number: (-by_words[number], number)):
            scores[number] = self._score(asked, number, by_words[number])
        return _ordered(said, self._passages, self._kept, scores)

    def _piece_id(self, piece: str) -> int:
        known = self._piece_ids.setdefault(piece, len(self._piece_ids))
        if known == len(self._piece_counts):
            self._piece_counts.append(0)
        return known

    def _rarity(self, count: int) -> float:
        return math.log((len(self._kept) + BACKGROUND) / max(count, 1))

    def _square(self, count: int) -> float:
        """The square of a rarity, kept until a passage is added."""
        known = self._squares.get(count)
        if known is None:
            known = self._squares[count] = self._rarity(count) ** 2
        return known

    def _asked(self, statement: str, said: Terms) -> _Asked:
        words = {}
        for word in said.words:
            posted = self._postings.get(word)
            words[word] = self._rarity(len(posted[0]) if posted else 0)
        pieces: dict[int, float] = {}
        unknown = 0
        for gram in said.grams:
            piece = self._piece_ids.get(gram)
            if piece is None:
                unknown += 1
            else:
                pieces[piece] = self._rarity(self._piece_counts[piece])
        rarest, key = self._rarity(1), fold_key(statement)
        return _Asked(
            words,
            sum(words.values()) or 1.0,
            pieces,
            (sum(pieces.values()) + unknown * rarest) or 1.0,
            math.sqrt(sum(weight * weight for weight in pieces.values()) + unknown * rarest * rarest) or 1.0,
            topic_words(key, said.words),
            frozenset(word for word in words if word[0] == "#"),
            key,
        )

    def _by_words(self, asked: _Asked) -> dict[int, float]:
        """BM25 of every passage that shares a word, as a share of the statement's own."""
        found: dict[int, float] = {}
        kept, held = self._kept, K1 * B * len(self._kept) / max(1, self._length)
        for word, weight in asked.words.items():
            posted = self._postings.get(word)
            if posted is None or not weight:
                continue
            most = weight * (K1 + 1) / asked.words_weight
            for number, count in zip(*posted, strict=True):
                gain = most * count / (count + K1 * (1 - B) + held * kept[number].length)
                found[number] = found.get(number, 0.0) + gain
        return found

    def _score(self, asked: _Asked, number: int, by_words: float) -> float:
        shared = [asked.pieces[piece] for piece in self._pieces[number] if piece in asked.pieces]
        score = WORDS * by_words + PIECES * sum(shared) / asked.pieces_weight
        if shared:
            own = math.sqrt(sum(map(self._square, map(self._piece_counts.__getitem__, self._pieces[number]))))
            cosine = sum(weight * weight for weight in shared) / (asked.pieces_norm * own or 1.0)
            score += WHOLE * cosine + TOPICS * self._on_topic(asked, number)
        return max(0.0, score / (WORDS + PIECES + WHOLE) + self._by_names(asked, number))

    def _by_names(self, asked: _Asked, number: int) -> float:
        """What the names and the numbers of a passage make of its score."""
        names = self._names.get(number)
        if names is None:
            names = self._names[number] = _names(self._passages[number])
        found = 0.0 if asked.numbers.isdisjoint(self._kept[number].words) else NUMBER
        if names:
            missing = sum(name not in asked.key for name in names) / len(names)
            found += NAMED * (missing < 1) - UNNAMED * missing
        return found

    def _on_topic(self, asked: _Asked, number: int) -> float:
        """The share of the statement's words for which a passage has another that reports use with them."""
        if not asked.topics:
            return 0.0
        about, words = self._topics.get(number), self._kept[number].words
        if about is None:
            about = self._topics[number] = topics(fold_key(self._passages[number]), words)
        told = sum(word not in words and not lines.isdisjoint(about) for word, lines in asked.topics.items())
        return told / max(FEW, len(asked.topics))


def _names(passage: str) -> tuple[str, ...]:
    """Words with a capital inside a sentence, folded; none where most words have one, as in a headline."""
    found = _name.findall(passage)
    return tuple(map(fold_key, found)) if 2 * len(found) <= len(passage.split()) else ()


def _reasons(said: Terms, passage: str, kept: Terms) -> tuple[str, ...]:
    words = shared_words(said, passage)
    figures = [word[1:] for word in kept.words if word.startswith("#") and word in said.words]
    reasons = []
    if words:
        reasons.append(f"shares {', '.join(words[:5])}" + (f" and {len(words) - 5} more" if len(words) > 5 else ""))
    if figures:
        reasons.append(f"has the {'number' if len(figures) == 1 else 'numbers'} {', '.join(figures)}")
    return tuple(reasons)


def _ordered(said: Terms, passages: Sequence[str], kept: Sequence[Terms], scores: Sequence[float]) -> list[Scored]:
    """All passages with their scores, best first; of equal ones, the first."""
    order = sorted(range(len(scores)), key=lambda number: (-scores[number], number))
    return [
        Scored(number, scores[number], _reasons(said, passages[number], kept[number]) if place < EXPLAINED else ())
        for place, number in enumerate(order)
    ]


def rank(statement: str, passages: Sequence[str]) -> list[Scored]:
    """All passages, best first, the first `EXPLAINED` with reasons.

    Up to `PAGE` passages are taken for the sentences of one page, in their order; more are only searched.
    """
    if len(passages) > PAGE:
        return _index_of(tuple(passages)).rank(statement)
    said = terms(statement)
    page, kept = _page_of(tuple(passages))
    return _ordered(said, passages, kept, page.bearing(statement, said))


# The same passages are often asked about many times in a row.


@lru_cache(maxsize=4)
def _index_of(passages: tuple[str, ...]) -> Index:
    return Index(passages)


@lru_cache(maxsize=4)
def _page_of(passages: tuple[str, ...]) -> tuple[Page, list[Terms]]:
    kept = [terms(passage) for passage in passages]
    return Page(passages, kept), kept
