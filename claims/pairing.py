"""Which pairs of claims are worth comparing: those that share a key. No other pair is ever looked at.

    keys_of(features) ─► integers, stored as rows (key, claim)
    candidates(rows)  ─► pairs of claims that share a key: a self-join, here in memory, in a store in SQL

Three sorts of keys, all 63-bit integers, so that one plain table holds them; the last bit tells bands from topics:

* 16 bands of a MinHash sketch (Broder 1997, "On the resemblance and containment of documents"; bands after
  Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4) over shingles of the folded statement, its
  figures masked, so that claims that differ only in a number still meet;
* a shared name together with what happens or what is measured, under every alias, across scripts;
* the rarest-looking words of a statement two by two, for claims that say one thing in other words.

A key that more than `CAP` claims share tells nothing and is skipped.
"""

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from claims.compare import words
from claims.compare.certainty import is_guess, is_open
from claims.compare.quantity import figures
from claims.compare.slots import events
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features

HASHES, BANDS, ROWS = 48, 16, 3
CAP = 200
"""Most claims that a key may be shared by."""
LEAST = 2
"""Least weight of the keys that two claims share: a band weighs 2, a topic 1."""

_MASK = (1 << 63) - 1
_latin = re.compile(r"[a-z0-9\u00c0-\u024f]+")
_han_run = re.compile(rf"[{words.HAN}]+")
_figures = re.compile(rf"\d+(?:[.,]\d+)*|[{QUANTITY}{DATE}]")

Sketch = tuple[int, ...]


def shingles(features: Features) -> frozenset[str]:
    """Chinese bigrams and Latin words in pieces of four letters, every figure masked."""
    text = _figures.sub("0", features.key)
    found = {run[i : i + 2] for run in _han_run.findall(text) for i in range(max(1, len(run) - 1))}
    latin = " ".join(_latin.findall(text))
    found.update(latin[i : i + 4] for i in range(max(0, len(latin) - 3)))
    return frozenset(found or {text})


def sketch(features: Features) -> Sketch:
    """The MinHash sketch: for each of 48 hash functions the least value that a shingle takes."""
    return tuple(map(min, *lanes)) if len(lanes := [_hashes(one) for one in shingles(features)]) > 1 else lanes[0]


@lru_cache(maxsize=1 << 15)
def _hashes(shingle: str) -> Sketch:
    """48 independent hashes of one shingle: one digest, cut up."""
    return struct.unpack(f"<{HASHES}I", hashlib.shake_128(shingle.encode("utf-8", "surrogatepass")).digest(4 * HASHES))


def _key(*parts: object) -> int:
    digest = hashlib.blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") & _MASK & ~1


def band_keys(sketched: Sketch) -> tuple[int, ...]:
    """One key for each band of three hashes: two claims share it when all three agree."""
    packed = struct.pack(f"<{HASHES}I", *sketched)
    size = 4 * ROWS
    return tuple(
        int.from_bytes(
            hashlib.blake2b(packed[band * size : band * size + size], digest_size=8, salt=bytes([band])).digest(),
            "little",
        )
        & _MASK
        | 1
        for band in range(BANDS)
    )


def topic_keys(features: Features) -> tuple[int, ...]:
    """Keys of what a claim is about: a name with an event or a measure, and pairs of its telling words."""
    topics = {f"frame {event.frame}" for event in events(features)}
    for figure in figures(features.tokens, features.quantities):
        topics.update(f"measure {measure}" for measure in figure.measures)
    if is_open(features) or is_guess(features):
        topics.add("open question")
    names = [name for name in features.names if len(name) > 1][:6]
    keys = {_key("name", name, topic) for name in names for topic in topics}
    keys.update(_key("name", name) for name in names)
    keys.update(_key("names", *sorted(pair)) for pair in combinations(names, 2))
    keys.update(_key("words", *sorted(pair)) for pair in combinations(_telling(features), 2))
    return tuple(sorted(keys))


def _telling(features: Features) -> list[str]:
    """The four longest words with content: the longer a word the rarer it is (Zipf 1935)."""
    tokens = features.tokens
    found = {
        stem
        for stem, content, name in zip(tokens.stems, tokens.content, tokens.name, strict=True)
        if content and not name and len(stem) > 1
    }
    return sorted(found, key=lambda stem: (-len(stem.encode()), stem))[:4]


def keys_of(features: Features) -> tuple[int, ...]:
    """All keys of a claim; two claims that share one are a candidate pair."""
    return (*band_keys(sketch(features)), *topic_keys(features))


def candidates(rows: Iterable[tuple[int, int | str]]) -> Iterator[tuple[int | str, int | str]]:
    """Pairs of claims that share a band or two topics, each once, in the order of the claims.

    `rows` are (key, claim). In SQL: join the rows with themselves on the key, leave out keys of more than `CAP`
    rows, group by pair, keep those whose sum of `1 + (key & 1)` is at least `LEAST`.
    """
    listed = list(rows)
    order = {claim: place for place, claim in enumerate(dict.fromkeys(claim for _, claim in listed))}
    first: dict[int, int | str] = {}
    shared: dict[int, list[int | str]] = {}
    for key, claim in listed:
        holder = first.setdefault(key, claim)
        if holder != claim:
            shared.setdefault(key, [holder]).append(claim)
    names = list(order)
    size = len(names)
    weights: dict[int, int] = {}
    for key, claims in shared.items():
        if len(claims) > CAP:
            continue
        weight = 1 + (key & 1)
        for one, other in combinations(sorted({order[claim] for claim in claims}), 2):
            pair = one * size + other
            weights[pair] = weights.get(pair, 0) + weight
    for pair in sorted(pair for pair, weight in weights.items() if weight >= LEAST):
        yield names[pair // size], names[pair % size]


def worth_comparing(one: Features, other: Features) -> float:
    """A cheap score before the full comparison, 0–1: alike keys, or a name that both have."""
    alike = fuzz.ratio(one.key, other.key) / 100
    return max(alike, 0.6 * (not set(one.names).isdisjoint(other.names)), 0.6 * (one.language != other.language))


WORTH = 0.5
"""From this score on, the full comparison is worth its time."""
