"""A dossier with any number of claims for the reviewer's benchmark, written past the import, which would take long."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.material import EVENTS, TOWNS, document
from evidence.text.fold import fold_key
from factcheck.dossier import About, Dossier

LINES = 2000
"""Sentences of the document that the claims quote."""
LONG = 350_000
"""Characters of the document that is opened."""


def build(path: Path, size: int) -> None:
    """A dossier at `path`: `size` claims with a quote and a priority each, one in fifty in a conflict."""
    text, long_text = document(LINES), document(LONG // 28)[:LONG]
    with Dossier.create(f"sqlite:///{path}", reviewer="bench", title="many claims") as dossier:
        dossier.add(text.encode(), "account.txt", About(source="The account", published="2025-08-26"))
        dossier.add(long_text.encode(), "long.txt", About(source="The long one"))
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    conn = sqlite3.connect(path)
    try:
        with conn:
            conn.executemany(CLAIM, _claims(size))
            conn.executemany(LINK, _links(size, text, long_text, starts))
            conn.executemany(RELATION, _relations(size))
    finally:
        conn.close()


CLAIM = (
    "INSERT INTO claim (pk, id, external_id, statement, search_key, language, kind, checkability, certainty, status,"
    " credibility, quantities, dates, priority, version)"
    " VALUES (?, ?, ?, ?, ?, 'zh-Hans', 'numerical', 'checkable', 'asserted', 'new', '6', '[]', '[]', ?, 1)"
)
LINK = (
    'INSERT INTO evidence_link (claim_pk, position, document_pk, start, "end", exact, prefix, suffix, stance,'
    " directness, state, added_by) VALUES (?, 0, ?, ?, ?, ?, '', '', 'supports', 'primary', 'exact', 'import')"
)
RELATION = (
    "INSERT INTO relation (pk, id, a_pk, b_pk, kind, facet, state, conflict, reasons, added_by, version)"
    " VALUES (?, ?, ?, ?, 'conflicts', 'quantity', 'suggested', 'open', '[]', 'match', 1)"
)


def _claims(size: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(3)
    for pk in range(1, size + 1):
        event, town = chance.choice(EVENTS), chance.choice(TOWNS)
        said = event.format(town=town, n=chance.randint(2, 90), m=chance.randint(1, 99), k=chance.randint(10, 9999))
        said = f"{said} ({pk})"
        yield pk, f"c{pk:015x}", f"x{pk}", said, fold_key(said), chance.randint(0, 400)


def _links(size: int, text: str, long_text: str, starts: list[int]) -> Iterator[tuple[object, ...]]:
    """Every thousandth claim quotes the long document."""
    for pk in range(1, size + 1):
        if pk % 1000 == 500:
            start = pk * 37 % (len(long_text) - 40)
            yield pk, 2, start, start + 30, long_text[start : start + 30]
        else:
            start = starts[pk % LINES]
            yield pk, 1, start, start + 12, text[start : start + 12]


def _relations(size: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, size // 100 + 1):
        a = number * 97 % size + 1
        yield number, f"r{number:015x}", a, a % size + 1
