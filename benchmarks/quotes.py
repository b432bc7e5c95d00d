"""Finding a quote again in a document of 350 000 characters, against str.find and against rapidfuzz alone."""

import hashlib
from collections.abc import Iterator

from rapidfuzz import fuzz

from benchmarks import material
from benchmarks.measure import Measured, in_turns
from evidence.model import Quote
from evidence.quotes import find

LENGTH = 350_000


def run(size: int) -> Iterator[Measured]:  # noqa: ARG001 - the length is the point
    """A quote that moved, and one whose words were changed."""
    old = material.document(LENGTH // 30)[:LENGTH]
    digest = hashlib.sha256(old.encode()).hexdigest()
    quote = Quote.of(digest, old, LENGTH // 2, LENGTH // 2 + 40)
    moved = f"A note from the editors.\n{old}"
    yield in_turns(
        "a quote that moved", lambda: find(quote, "0" * 64, moved), "str.find", lambda: moved.find(quote.exact)
    )
    changed = moved.replace(quote.exact, quote.exact[:20] + "…" + quote.exact[22:])
    yield in_turns(
        "a quote whose words changed",
        lambda: find(quote, "0" * 64, changed),
        "rapidfuzz partial_ratio_alignment",
        lambda: fuzz.partial_ratio_alignment(quote.exact, changed),
    )
