"""Comparing two bare statements, against the aim of 5000 pairs a second on one core."""

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.material import document
from benchmarks.measure import Measured, timed
from claims.compare import compare, compare_texts, features_of
from claims.compare.reading import cached_features

AIM = 5000


def run(size: int) -> Iterator[Measured]:
    """Pairs of made-up sentences: read anew, read before, and with stored features."""
    texts = document(min(size, 4000)).splitlines()
    pairs, features = list(pairwise(texts)), [features_of(text) for text in texts]
    aim, limit = f"{AIM} pairs a second", len(pairs) / AIM
    cached_features.cache_clear()
    yield Measured(f"compare {len(pairs)} pairs, each text new", timed(lambda: _texts(pairs)), aim, limit)
    yield Measured("the same, texts seen before", timed(lambda: _texts(pairs)), aim, limit)
    stored = timed(lambda: [compare(a, b) for a, b in pairwise(features)])
    yield Measured("the same, stored features", stored, aim, limit)


def _texts(pairs: list[tuple[str, str]]) -> None:
    for a, b in pairs:
        compare_texts(a, b, given=True)
