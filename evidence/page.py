"""Which sentences of a page bear on a statement: more than which share words with it.

A page names its subject at the top and goes on with "he", "the company", "the same evening": what a statement shares
with the title and the first sentences tells little, and the sentence that bears a statement out often has only the rest
of its words. So a sentence is read in several ways: by whether it says the same in nearly the same words; by what it
shares with the statement, above all of what the page does not give from the start (the sentence at the top that gives
it counts by the statement's end: in English and Chinese alike, the subject stands first and what is said of it last);
by words that the sentences around it have; by how many of the statement's words it, or those around it, have a word for
that reports use with them (`topics`); by figures that are the same or nearly so; by words that tell whether something
is so, and beginnings that go on with what stands before (`tables/bearing.txt`); by whether the page speaks of the
matter there at all and, the more so the fewer of the statement's words the page has, by how much it says; and by how
near the sentence before it comes to the best of the page, since what bears on a statement stands together. A page about
a rumour tells it first and then says what is known: a sentence that only tells the statement again is held back, what
comes after it is not. What stands around the text (menus, credits, titles that come again, calls to share) is held back
too.

The weights are those of a conditional logit model ("which of these sentences is it?", McFadden 1974) on one half of
invented pages, whose other half measures them (`benchmarks/retrieval.py`). Those of what words alone tell ("tells",
"goes_on", "turns", "retells", "answers") are half of what the fit gives: invented pages deny, refer back and tell
rumours more often than others. That of "same" is set by hand: they seldom say a thing in the statement's own words.
"""

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

from evidence.bearing import Bearing
from evidence.terms import Terms
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key
from evidence.topics import FEW, topic_words, topics

WEIGHTS: Mapping[str, float] = {
    "one": -6.8, "news": 2.4, "same": 3.0, "carried": 0.8, "topics": 4.5, "beside": 0.9, "number": 1.7, "near": 0.8,
    "local": 2.0, "length": 3.9, "follows": 0.9, "tells": 0.5, "goes_on": 0.3, "turns": 0.6, "retells": -0.3,
    "answers": 0.9, "open": -2.2, "crumb": -0.8, "asks": -1.4, "repeated": -0.3,
}  # fmt: skip
"""What each feature adds to the log odds that a sentence bears on the statement."""
AROUND = {-1: 0.8, -2: 0.5, -3: 0.3, 1: 0.4}
"""What a word of the statement counts for a sentence when it stands so many sentences further on."""
NEARBY = 4
"""Sentences before and after one that show whether the page speaks of the matter there; the best three count."""
FULL = 25
"""Words from which on a sentence says enough not to be held back."""
COMMON = 3.0
"""Sentences of a page that must have a word for it to count half."""
COMMON_TOPIC = 5.0
"""Sentences of a page that must have a word of a line of topics for the line to count about half."""
RAREST = 1 + 1 / COMMON
"""What makes a word that one sentence has count one."""
TOP, TITLES = 2, 3
"""First sentences, and titles that come again, that give the page's subject."""
GIVEN, GIVEN_SHARE = 4, 8
"""A word is the page's own that so many sentences have, and at least one of so many."""
LEAST = 0.1
"""Share of a statement's pieces that a page must have for its best to be taken for such."""
CLOSE = 0.1
"""How far numbers may be apart, as a share of the larger, to be nearly the same."""
TITLE, MARKED = 8, 30
"""Least characters of a sentence that comes again as a title, and most that stand around it there."""
_ends = re.compile(r"[.!?。！？…;；][\"'”’」』）)]*\s*$")
_asks = re.compile(
    r"(?:[?？]|吗[。！]?)[\"'”’」』）)]*\s*$|(?i:\b(?:ask|wonder)(?:s|ed|ing)?\b[^.]{0,80}\b(?:whether|if|why|how|what)\b)"
)
_crumb = re.compile(r"[|>©®]|https?:|^\W*\d+\W*$")

Word = TypeVar("Word", bound=Hashable)


class Page:
    """The sentences of one page, as far as they can be read without knowing what is asked."""

    def __init__(self, passages: Sequence[str], kept: Sequence[Terms]) -> None:
        ended = [bool(_ends.search(one)) for one in passages]
        keys = [fold_key(one) for one in passages]
        repeated = _repeated(keys, ended)
        self._words = [one.words.keys() for one in kept]
        self._grams = [frozenset(one.grams) for one in kept]
        self._counts = Counter(gram for grams in self._grams for gram in grams)
        self._word_counts = Counter(word for words in self._words for word in words)
        self._norms = [
            math.sqrt(sum(self._rarity(self._counts.get(gram, 0)) ** 2 for gram in grams)) for grams in self._grams
        ]
        self._numbers = [_amounts(one.words) for one in kept]
        self._topic_places: dict[int, list[int]] = {}
        for place, (key, one) in enumerate(zip(keys, kept, strict=True)):
            for topic in topics(key, one.words):
                self._topic_places.setdefault(topic, []).append(place)
        self._text = [place for place, again in enumerate(repeated) if not again]
        top = {0} if passages else set()
        top.update([place for place in self._text if ended[place]][:TOP])
        top.update([place for place, again in enumerate(repeated) if again][:TITLES])
        self._top = top
        self._given = Counter(gram for place in top for gram in self._grams[place])
        told = [Bearing.of(key, ended=ends) for key, ends in zip(keys, ended, strict=True)]
        self._retells = [one.retells for one in told]
        self._standing = [
            {
                "one": 1.0,
                "length": min(1.0, math.log1p(one.length) / math.log1p(FULL)),
                "open": float(not ends),
                "crumb": float(bool(_crumb.search(passage)) or bears.around),
                "asks": float(bool(_asks.search(passage))),
                "tells": float(bears.tells),
                "goes_on": float(bears.goes_on),
                "turns": float(bears.turns),
                "repeated": float(again),
            }
            for passage, bears, one, ends, again in zip(passages, told, kept, ended, repeated, strict=True)
        ]

    def bearing(self, statement: str, said: Terms) -> list[float]:
        """How likely each sentence bears on the statement, 0–1."""
        odds = [sum(WEIGHTS[name] * amount for name, amount in row.items()) for row in self.features(statement, said)]
        odds = [total + WEIGHTS["follows"] * before for total, before in zip(odds, follows(odds), strict=True)]
        return [1 / (1 + math.exp(-total)) for total in odds]

    def features(self, statement: str, said: Terms) -> list[dict[str, float]]:
        """What is known of each sentence, each from 0 to 1."""
        whole, news = self._whole(said.grams), self._news(said.grams)
        on_topic, beside = self._on_topic(topic_words(fold_key(statement), said.words))
        best = max(whole, default=0.0) or 1.0
        relevant = [(a / best + b + c) / 2 for a, b, c in zip(whole, news, on_topic, strict=True)]
        shared, carried = self._shared(said.words), self._carried(said.words)
        most = max(shared, default=0.0)
        retold = [one / (most or 1.0) * retells for one, retells in zip(shared, self._retells, strict=True)]
        amounts = _amounts(said.words)
        figures = {word: 1 / (1 + self._word_counts[word] / COMMON) for word in said.words if word[0] == "#"}
        return [
            {
                **standing,
                "news": news[place],
                "same": max(0.0, 2 * whole[place] - 1) * (not self._retells[place]),
                "carried": carried[place],
                "topics": on_topic[place],
                "beside": beside[place],
                "number": max((figures[word] for word in figures.keys() & self._words[place]), default=0.0) * RAREST,
                "near": float(_nearly(amounts, self._numbers[place])),
                "local": _nearby(relevant, place),
                "retells": retold[place],
                "answers": max(retold[:place], default=0.0),
                "length": standing["length"] * (1 - most),
            }
            for place, standing in enumerate(self._standing)
        ]

    def _rarity(self, count: int) -> float:
        """What it weighs to stand in so many of the sentences."""
        return math.log((len(self._grams) + 2) / (count + 0.5))

    def _whole(self, asked: Iterable[str]) -> list[float]:
        """The cosine of each sentence's pieces of words with the statement's."""
        weights = {gram: self._rarity(self._counts.get(gram, 0)) ** 2 for gram in asked}
        norm = math.sqrt(sum(weights.values())) or 1.0
        return [
            sum(weights[gram] for gram in weights.keys() & grams) / (norm * own) if own else 0.0
            for grams, own in zip(self._grams, self._norms, strict=True)
        ]

    def _news(self, asked: Sequence[str]) -> list[float]:
        """What each sentence has of the pieces that the page does not give from the start, as a share of the best.

        The sentence at the top that alone gives a piece has it as news itself, by how late in the statement it
        stands: news begins with what it has to tell, but every page names its subject there, and a statement first.
        """
        most = max(GIVEN, len(self._grams) / GIVEN_SHARE)
        rarity = {gram: self._rarity(self._counts.get(gram, 0)) for gram in asked}
        weights = {gram: weight for gram, weight in rarity.items() if 0 < self._counts.get(gram, 0) < most}
        late = {gram: place / len(rarity) for place, gram in enumerate(rarity)}
        found = []
        for place, grams in enumerate(self._grams):
            own = [gram for gram in weights if gram in grams]
            fresh = sum(weights[gram] for gram in own if not self._given[gram])
            alone = [gram for gram in own if self._given[gram] == 1] if place in self._top else []
            found.append(fresh + sum(weights[gram] * late[gram] for gram in alone))
        best = max(LEAST * sum(rarity.values()), max(found, default=0.0)) or 1.0
        return [one / best for one in found]

    def _carried(self, asked: Iterable[str]) -> list[float]:
        """The share of the statement's words that a sentence has not itself, but those around it."""
        weights = _weights(asked, [self._words[place] for place in self._text])
        words = [weights.keys() & one for one in self._words]
        total = sum(weights.values()) or 1.0
        return [
            sum(weights[word] * part for word, part in _around(words, at).items()) / total for at in range(len(words))
        ]

    def _on_topic(self, asked: Mapping[str, Set[int]]) -> tuple[list[float], list[float]]:
        """How much of the statement's words each sentence has a word for that reports use with them, and how much of
        the others the sentences around it have."""
        many, count = max(FEW, len(asked)), len(self._grams)
        own, beside = [0.0] * count, [0.0] * count
        for lines in asked.values():
            told = self._told(lines)
            near: dict[int, float] = {}
            for place, amount in told.items():
                own[place] += amount / many
                for step, counts in AROUND.items():
                    at = place - step
                    if 0 <= at < count and at not in told:
                        near[at] = max(near.get(at, 0.0), counts * amount)
            for place, amount in near.items():
                beside[place] += amount / many
        return own, beside

    def _told(self, lines: Set[int]) -> dict[int, float]:
        """The sentences with a word of these lines of topics: the more so the fewer others have one of the same."""
        found: dict[int, float] = {}
        for line in lines:
            places = self._topic_places.get(line, ())
            amount = (1 + 1 / COMMON_TOPIC) / (1 + len(places) / COMMON_TOPIC)
            for place in places:
                found[place] = max(found.get(place, 0.0), amount)
        return found

    def _shared(self, asked: Iterable[str]) -> list[float]:
        """The share of the statement's words that each sentence has."""
        weights = {word: self._rarity(self._word_counts.get(word, 0)) for word in asked}
        return [_share(words, weights) for words in self._words]


def follows(odds: Sequence[float]) -> list[float]:
    """How near the sentence before each comes to the one that bears most: what bears on a statement stands together."""
    best = max(odds, default=0.0)
    return [0.0, *(math.exp(total - best) for total in odds[:-1])][: len(odds)]


def _weights(asked: Iterable[Word], texts: Sequence[Collection[Word]]) -> dict[Word, float]:
    """What each of the words weighs: the less the more of the sentences have it."""
    asked = list(asked)
    counts = Counter(word for text in texts for word in asked if word in text)
    return {word: 1 / (1 + max(counts[word], 1) / COMMON) for word in asked}


def _share(found: Collection[Word], weights: Mapping[Word, float]) -> float:
    return sum(weights[word] for word in weights if word in found) / (sum(weights.values()) or 1.0)


def _around(words: Sequence[Set[str]], place: int) -> dict[str, float]:
    """The words that a sentence has not itself, with what they count for it."""
    found: dict[str, float] = {}
    for step, counts in AROUND.items():
        if 0 <= place + step < len(words):
            for word in words[place + step]:
                if word not in words[place]:
                    found[word] = max(found.get(word, 0.0), counts)
    return found


def _nearby(relevant: Sequence[float], place: int) -> float:
    near = [*relevant[max(0, place - NEARBY) : place], *relevant[place + 1 : place + 1 + NEARBY]]
    return sum(sorted(near, reverse=True)[:3]) / 3


def _amounts(words: Iterable[str]) -> list[float]:
    """The numbers among words that may be rounded: from 10 on, and no years."""
    found = [float(word[1:]) for word in words if word[0] == "#" and word[1:].replace(".", "", 1).isdecimal()]
    return [amount for amount in found if amount >= 10 and not 1900 <= amount <= 2100]


def _nearly(asked: Sequence[float], said: Sequence[float]) -> bool:
    """Whether a number of one list is nearly, and not just, one of the other."""
    return any(a != b and abs(a - b) <= CLOSE * max(a, b) for a in asked for b in said)


def _repeated(keys: Sequence[str], ended: Sequence[bool]) -> list[bool]:
    """Which lines only repeat a sentence of the page: as a title, or with a few words around it."""
    bare = [key.strip().rstrip(" .。!！?？…") for key in keys]
    counts = Counter(bare)
    sentences = {one for one, ends in zip(bare, ended, strict=True) if ends and len(one) >= TITLE}
    by_start: dict[str, list[str]] = {}
    for one in sentences:
        by_start.setdefault(one[:TITLE], []).append(one)
    return [(counts[one] > 1 and not ends) or _holds(one, by_start) for one, ends in zip(bare, ended, strict=True)]


def _holds(line: str, by_start: Mapping[str, Sequence[str]]) -> bool:
    """Whether a line is a sentence of the page with a few words around it."""
    for at in range(min(MARKED, len(line) - TITLE) + 1):
        for one in by_start.get(line[at : at + TITLE], ()):
            if one != line and len(line) - len(one) <= MARKED and line.startswith(one, at):
                return True
    return False
