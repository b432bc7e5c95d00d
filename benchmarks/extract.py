"""Reading claims from Chinese text of 10 kB to 10 MB: the time a kilobyte takes must not grow with the length."""

import resource
from collections.abc import Iterator
from datetime import date

from benchmarks import material
from benchmarks.measure import Measured, timed
from claims.extract import extract

SIZES = (10_000, 100_000, 1_000_000)
"""Bytes of UTF-8; 10 MB takes a minute and is left to those who ask for it (size 10 times the default)."""


def run(size: int) -> Iterator[Measured | str]:
    """Each size against ten times the one before it; 1.0 is linear."""
    sizes = (*SIZES, 10_000_000) if size >= 200_000 else SIZES
    extract(_chinese(SIZES[0]))  # tables are read once
    before: float | None = None
    for wanted in sizes:
        text = _chinese(wanted)
        taken = timed(lambda text=text: extract(text, language="zh-Hans", reference=date(2025, 8, 26)))  # type: ignore[misc]
        if before is not None:
            yield Measured(f"extract from {wanted // 1000} kB", taken, "ten times the size before", before * 10)
        before = taken
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory of the process: {peak:.0f} MB"


def _chinese(size: int) -> str:
    lines = [
        line
        for line in material.document(size // 20).splitlines()
        if ord(line[0]) > 0x2E7F or "水位" in line or "裁员" in line
    ]
    text = "。\n".join(lines)
    return text.encode()[:size].decode("utf-8", "ignore")
