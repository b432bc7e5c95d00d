"""Comparing two bare statements, against rapidfuzz's ratio of the same two."""

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from benchmarks.material import document
from benchmarks.measure import Measured, in_turns
from claims.compare import compare, compare_texts, features_of
from claims.compare.reading import cached_features


def run(size: int) -> Iterator[Measured]:
    """Pairs of made-up sentences, read anew, read before, and with stored features."""
    texts = document(min(size, 4000)).splitlines()
    pairs = list(pairwise(texts))
    features = [features_of(text) for text in texts]
    peer, ratio = "rapidfuzz ratio", lambda: [fuzz.ratio(a, b) for a, b in pairs]
    yield in_turns(f"compare {len(pairs)} pairs, each text new", lambda: _anew(pairs), peer, ratio, rounds=3)
    yield in_turns("the same, texts seen before", lambda: _texts(pairs), peer, ratio, rounds=3)
    yield in_turns(
        "the same, stored features", lambda: [compare(a, b) for a, b in pairwise(features)], peer, ratio, rounds=3
    )


def _anew(pairs: list[tuple[str, str]]) -> None:
    cached_features.cache_clear()
    _texts(pairs)


def _texts(pairs: list[tuple[str, str]]) -> None:
    for a, b in pairs:
        compare_texts(a, b)
