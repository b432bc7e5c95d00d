"""Which sentences of a page bear on a statement: more than which share words with it.

A page names its subject once and goes on with "he", "the company", "the same evening"; the sentence that bears a
statement out often has the fewest of its words. So a sentence is also read with those around it, by words that
reports use together (`topics`), by how much it says, and by whether it stands where the page speaks of the matter at
all. What stands around the text (menus, titles that come again, calls to share) is held back.

The weights began as those of a logistic regression on one half of invented pages, and were then moved towards shared
words, of which those pages have fewer than others (`benchmarks/retrieval.py` measures both halves).
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

from evidence.terms import Terms
from evidence.text.fold import fold_key
from evidence.topics import topics

WEIGHTS: Mapping[str, float] = {
    "one": -7.0, "own": 4.0, "carried": 1.2, "topics": 2.5, "local": 0.3, "length": 3.0, "length_local": 3.5,
    "figures": 0.2, "open": -2.5, "crumb": -1.0, "asks": -0.5, "repeated": -2.0,
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
TITLE, MARKED = 8, 30
"""Least characters of a sentence that comes again as a title, and most that stand around it there."""
_ends = re.compile(r"[.!?。！？…;；][\"'”’」』）)]*\s*$")
_asks = re.compile(r"[?？][\"'”’」』）)]*\s*$")
_crumb = re.compile(r"[|>©®]|https?:|^\W*\d+\W*$")
_figure = re.compile(r"\d")

Word = TypeVar("Word", bound=Hashable)


def on_page(
    statement: str, said: Terms, passages: Sequence[str], kept: Sequence[Terms], own: Sequence[float]
) -> list[float]:
    """How likely each sentence of a page bears on the statement, 0–1; `own` is what it scores by itself."""
    rows = features(statement, said, passages, kept, own)
    odds = (sum(WEIGHTS[name] * amount for name, amount in row.items()) for row in rows)
    return [1 / (1 + math.exp(-total)) for total in odds]


def features(
    statement: str, said: Terms, passages: Sequence[str], kept: Sequence[Terms], own: Sequence[float]
) -> list[dict[str, float]]:
    """What is known of each sentence, each from 0 to 1."""
    repeated = _repeated(passages)
    text = [place for place, again in enumerate(repeated) if not again]
    word_weights = _weights(said.words, [kept[place].words for place in text])
    words = [word_weights.keys() & one.words.keys() for one in kept]
    told = [topics(one) for one in passages]
    topic_weights = _weights(topics(statement), [told[place] for place in text])
    on_topic = [_share(one, topic_weights) for one in told]
    relevant = [_share(a, word_weights) + 0.5 * b for a, b in zip(words, on_topic, strict=True)]
    figures = bool(_figure.search(statement))
    rows = []
    for place, passage in enumerate(passages):
        local = min(1.0, _nearby(relevant, place))
        length = min(1.0, math.log1p(kept[place].length) / math.log1p(FULL))
        rows.append(
            {
                "one": 1.0,
                "own": own[place],
                "carried": _carried(words, place, word_weights),
                "topics": on_topic[place],
                "local": local,
                "length": length,
                "length_local": length * min(1.0, 2 * local),
                "figures": float(figures and any(word.startswith("#") for word in kept[place].words)),
                "open": float(not _ends.search(passage)),
                "crumb": float(bool(_crumb.search(passage))),
                "asks": float(bool(_asks.search(passage))),
                "repeated": float(repeated[place]),
            }
        )
    return rows


def _weights(asked: Collection[Word], texts: Sequence[Collection[Word]]) -> dict[Word, float]:
    """What each of the words weighs: the less the more of the sentences have it."""
    counts = Counter(word for text in texts for word in asked if word in text)
    return {word: 1 / (1 + max(counts[word], 1) / COMMON) for word in asked}


def _share(found: Collection[Word], weights: Mapping[Word, float]) -> float:
    return sum(weights[word] for word in weights if word in found) / (sum(weights.values()) or 1.0)


def _carried(words: Sequence[Collection[str]], place: int, weights: Mapping[str, float]) -> float:
    """The share of the statement's words that a sentence has not itself, but those around it."""
    carried: dict[str, float] = {}
    for step, counts in AROUND.items():
        if 0 <= place + step < len(words):
            for word in words[place + step]:
                if word not in words[place]:
                    carried[word] = max(carried.get(word, 0.0), counts)
    return sum(weights[word] * carried[word] for word in weights if word in carried) / (sum(weights.values()) or 1.0)


def _nearby(relevant: Sequence[float], place: int) -> float:
    near = [*relevant[max(0, place - NEARBY) : place], *relevant[place + 1 : place + 1 + NEARBY]]
    return sum(sorted(near, reverse=True)[:3]) / 3


def _repeated(passages: Sequence[str]) -> list[bool]:
    """Which lines only repeat a sentence of the page: as a title, or with a few words around it."""
    bare = [fold_key(one).strip().rstrip(" .。!！?？…") for one in passages]
    ended = [bool(_ends.search(one)) for one in passages]
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
