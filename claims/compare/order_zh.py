"""The same Chinese characters in another order: two parts that changed places, or only clauses and lists."""

import re

from claims.compare.alignment import Pair
from claims.compare.values import Comparison
from claims.model import Facet, RelationKind
from evidence.text.fold import fold_key

LEAST = 8
"""Fewest characters of a statement of which that can be told."""
_cut = re.compile(r"[,;:。.!?()\"]")
_list = re.compile("[和与及、跟同或]")
_content = re.compile("[\u3400-\u9fffa-z0-9]")


def swapped(pair: Pair) -> Comparison | None:
    """A conflict when one statement is the other with two parts exchanged across what binds them.

    A by B and C by D against A by D and C by B; but neither a list in another order nor whole clauses.
    """
    a, b = (fold_key(side.text).rstrip("。.") for side in (pair.a, pair.b))
    if len(a) != len(b) or len(a) < LEAST or sorted(a) != sorted(b):
        return None
    found = _exchange(a, b)
    if found is None:
        return None
    first, between, second, start = found
    end = start + len(first + between + second)
    if not _content.search(between) or (len(between) <= LINK and _list.search(between)):
        return None
    if _whole(a, start, start + len(first)) and _whole(a, end - len(second), end):
        return None
    reason = f"“{first}” and “{second}” have exchanged their roles"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.8, reasons=(reason,))


LINK = 4
"""Most characters between two members of a list."""


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a whole clause, or several."""
    return (start == 0 or bool(_cut.match(text, start - 1))) and (end == len(text) or bool(_cut.match(text, end)))


def _exchange(a: str, b: str) -> tuple[str, str, str, int] | None:
    """What stands before and after in a, what stands between, and where it begins; b has the two exchanged."""
    start = 0
    while start < len(a) and a[start] == b[start]:
        start += 1
    end = len(a)
    while end > start and a[end - 1] == b[end - 1]:
        end -= 1
    mine, theirs = a[start:end], b[start:end]
    for i in range(1, len(mine)):
        if theirs[:i] != mine[-i:]:
            continue
        for j in range(1, len(mine) - i + 1):
            if mine[:j] == theirs[-j:] and mine[j:-i] == theirs[i : len(theirs) - j]:
                return mine[:j], mine[j:-i], mine[-i:], start
    return None
