"""Which pairs of claims are worth comparing: those that share telling keys. No other pair is ever looked at.

    keys_of(features) ─► integers, stored as rows (key, claim)
    candidates(rows)  ─► for each claim the best of those before it: a self-join, here in memory, in a store in SQL

Keys are 63-bit integers, so that one plain table holds them all; the last two bits say how much a key tells, 1 to 4:

* 4: the 16 bands of a MinHash sketch (Broder 1997, "On the resemblance and containment of documents"; bands after
  Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4) over shingles of the folded statement, its
  figures masked, so that claims that differ only in a number still meet;
* 3: a name with a figure: the same fact in another script or language;
* 2: a name, under every alias, alone, with what happens or is measured, with a day or with another name; a word that
  is part of a name; two of the rarest-looking words of a statement, for claims that say one thing in other words;
* 1: a telling word, or a figure, alone.

What a shared key weighs is that, times how rare the key is (`RARITY`): a name that a thousand claims share tells
little of any two of them. A key that more than `CAP` claims share tells nothing and is skipped, and a claim meets at
most `MOST` of those before it, the heaviest first, so that the work grows with the number of claims and not with its
square, however often the news repeats a name.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import combinations

from claims.compare import words
from claims.compare.facets.certainty import is_guess, is_open
from claims.compare.facets.measured import figures
from claims.compare.slots import events
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from evidence.text import lazy_re as re

HASHES, BANDS, ROWS = 48, 16, 3
CAP = 64
"""Most claims that a key may be shared by."""
MOST = 24
"""Most claims that one claim is compared with when it comes."""
RARITY = ((2, 12), (4, 10), (8, 8), (16, 6), (32, 4), (CAP, 3))
"""(claims that share a key, at most; what the key then weighs)"""
LEAST = 16
"""Least weight of the keys that two claims share."""
PAIR = 2
"""Most keys that are shared at all are shared by so many."""
NAMES, WORDS = 8, 16
"""Most names and words of a claim that make keys."""

_MASK = (1 << 63) - 1
_latin = re.compile(r"[a-z0-9\u00c0-\u024f]+")
_han_run = re.compile(rf"[{words.HAN}]+")
_figures = re.compile(rf"\d+(?:[.,]\d+)*|[{QUANTITY}{DATE}]")

Sketch = bytes
"""`HASHES` numbers of four bytes, little-endian."""
LANE = 5
"""Bytes in which a number of a sketch lies while sketches are made."""
_SPARE = sum(1 << 8 * LANE * at + 32 for at in range(HASHES))


def shingles(features: Features) -> frozenset[str]:
    """Chinese bigrams and Latin words in pieces of four letters, every figure masked."""
    text = _figures.sub("0", features.key)
    found = {run[i : i + 2] for run in _han_run.findall(text) for i in range(max(1, len(run) - 1))}
    latin = " ".join(_latin.findall(text))
    found.update(latin[i : i + 4] for i in range(max(0, len(latin) - 3)))
    return frozenset(found or {text})


def sketch(features: Features) -> Sketch:
    """The MinHash sketch: for each of 48 hash functions the least value that a shingle takes."""
    least = reduce(_least, map(_hashes, shingles(features)))
    return _respaced(least.to_bytes(HASHES * LANE, "little"), LANE, 4)


@lru_cache(maxsize=1 << 17)
def _hashes(shingle: str) -> int:
    """48 independent hashes of one shingle: one digest, cut up, each in a lane of its own with a byte to spare."""
    digest = hashlib.shake_128(shingle.encode("utf-8", "surrogatepass")).digest(4 * HASHES)
    return int.from_bytes(_respaced(digest, 4, LANE), "little")


def _least(one: int, other: int) -> int:
    """The lesser value of each lane, of all lanes at once (Warren 2012, "Hacker's Delight", 2-18)."""
    greater = ((one | _SPARE) - other & _SPARE) >> 32  # 1 in each lane in which `one` is not less
    return one ^ (one ^ other) & ((greater << 32) - greater)


def _respaced(packed: bytes, apart: int, then: int) -> bytes:
    """Numbers of four bytes that lie so many bytes apart, laid so many bytes apart."""
    found = bytearray(HASHES * then)
    for at in range(4):
        found[at::then] = packed[at::apart]
    return bytes(found)


def _key(tells: int, *parts: str) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") & _MASK & ~3 | tells - 1


def band_keys(sketched: Sketch) -> tuple[int, ...]:
    """One key for each band of three hashes: two claims share it when all three agree."""
    size = 4 * ROWS
    return tuple(
        int.from_bytes(
            hashlib.blake2b(sketched[band * size : band * size + size], digest_size=8, salt=bytes([band])).digest(),
            "little",
        )
        & _MASK
        | 3
        for band in range(BANDS)
    )


def topic_keys(features: Features) -> tuple[int, ...]:
    """Keys of what a claim is about: a name with an event, a measure, a figure or a day; its telling words."""
    names = [name for name in features.names if len(name) > 1][:NAMES]
    last = (name.rpartition(" ")[2] for name in names if " " in name)  # Pike, of whom the other says Marlow Pike
    called = dict.fromkeys([*names, *(name for name in last if len(name) > 3)])
    telling, named = _telling(features)
    about = [*_topics(features), *(f"day {day}" for day in _days(features))]
    values = _values(features)
    keys = {_key(2, "words", *sorted(pair)) for pair in combinations(telling[:3], 2)}
    keys.update(_key(2, "names", *sorted(pair)) for pair in combinations(names[:5], 2))
    keys.update(_key(2 if word in named else 1, "word", word) for word in telling)
    keys.update(_key(1, value) for value in values)
    for name in called:
        keys.add(_key(2, "name", name))
        keys.update(_key(2, "name", name, topic) for topic in about)
        keys.update(_key(3, "name", name, value) for value in values)
    return tuple(sorted(keys))


def _topics(features: Features) -> list[str]:
    """What happens and what is measured."""
    topics = {f"frame {event.frame}" for event in events(features)}
    for figure in figures(features):
        topics.update(f"measure {measure}" for measure in figure.measures)
    if is_open(features) or is_guess(features):
        topics.add("open question")
    return sorted(topics)


def _values(features: Features) -> list[str]:
    """The figures to three digits, those left out that everything has."""
    bounds = [one.low if one.low is not None else one.high for one in features.quantities]
    return sorted({f"figure {bound:.3g}" for bound in bounds if bound is not None and bound not in {0, 1, 2}})


def _days(features: Features) -> list[str]:
    return sorted({day.first for day in features.dates if day.first is not None and day.first == day.last})


def _telling(features: Features) -> tuple[list[str], set[str]]:
    """The longest words with content, and which of all are parts of names; the longer the rarer (Zipf 1935).

    A Chinese word that no table knows shows itself as two characters side by side.
    """
    tokens = features.tokens
    found: dict[str, None] = {}
    named: set[str] = set()
    before = -2
    for place, (stem, content) in enumerate(zip(tokens.stems, tokens.content, strict=True)):
        word = stem
        if content and len(stem) == 1:
            beside = before == place - 1 and tokens.starts[before] == tokens.starts[place] - 1
            word = tokens.stems[before] + stem if beside else ""
            before = place
        if content and word:
            found[word] = None
            if tokens.name[place]:
                named.add(word)
    return sorted(found, key=lambda word: (-len(word.encode()), word))[:WORDS], named


def keys_of(features: Features) -> tuple[int, ...]:
    """All keys of a claim; two claims that share one are a candidate pair."""
    return (*band_keys(sketch(features)), *topic_keys(features))


def candidates(rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier claim, later claim), for each claim in order the best of those before it.

    `rows` are (key, claim), each once; claims are ordered by their numbers. `factcheck/store/pairs.py` says the same
    in SQL.
    """
    sharing: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    first_with = first.setdefault
    for key, claim in rows:
        if (one := first_with(key, claim)) != claim:  # most keys have only one claim
            sharing.setdefault(key, [one]).append(claim)
    weights: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for key, claims in sharing.items():
        weight = weight_of(key, len(claims))
        if not weight:
            continue
        claims.sort()
        if len(claims) == PAIR:
            earlier, later = claims
            met = weights[later]
            met[earlier] = met.get(earlier, 0) + weight
            continue
        for at in range(1, len(claims)):
            met = weights[claims[at]]
            for earlier in claims[:at]:
                met[earlier] = met.get(earlier, 0) + weight
    for later in sorted(weights):
        met = weights[later]
        heavy = [earlier for earlier, weight in met.items() if weight >= LEAST]
        if len(heavy) > MOST:
            heavy = sorted(heavy, key=lambda earlier: (-met[earlier], earlier))[:MOST]
        for earlier in sorted(heavy):
            yield earlier, later


def weight_of(key: int, sharing: int) -> int:
    """What a key weighs that so many claims share; 0 when they are more than `CAP`."""
    return (1 + (key & 3)) * _BY_SHARING[sharing] if sharing <= CAP else 0


_BY_SHARING = tuple(next(weight for most, weight in RARITY if sharing <= most) for sharing in range(CAP + 1))
