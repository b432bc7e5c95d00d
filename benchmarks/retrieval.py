"""Searching ten thousand statements and ranking the sentences of pages, against SQLite's FTS5 over the same tokens.

Quality is the mean average precision of the first five on our own labelled material (`tests/evidence`): posts with
the claim each repeats, pages with the sentences that bear on a claim. One half was used for tuning.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import product
from statistics import mean

from benchmarks.measure import Measured, in_turns
from evidence.retrieval import Index, rank
from evidence.text.tokens import index_tokens, tokens
from tests.evidence.retrieval_material import Match, Page, average_precision, crowd, matches, pages, web

SIZES = {("matches", "en"): 10_000, ("posts", "en"): 10_000, ("matches", "zh"): 2_000}


def run(size: int) -> Iterator[Measured | str]:  # noqa: ARG001 - the sizes are those of the task
    """Speed, then quality."""
    for (file, language), many in SIZES.items():
        among = crowd(language, many, file)
        posts = [pair.post for pair in matches(language, held_out=True, file=file)]
        index, table = Index(among), _fts5(among)
        named = f"{len(among)} {language} statements ({file})"
        yield in_turns(f"index {named}", lambda: Index(among), "FTS5", lambda: _fts5(among), rounds=3)  # noqa: B023
        yield in_turns(
            f"{len(posts)} searches in {named}",
            lambda: [index.search(post, 5) for post in posts],  # noqa: B023
            "FTS5",
            lambda: [_asked(table, post) for post in posts],  # noqa: B023
        )
        for held_out in (False, True):
            pairs = matches(language, held_out=held_out, file=file)
            yield f"{named}, {_half(held_out)}: {_found(pairs, among, index, table)}"
    for language, held_out in product(("en", "zh"), (False, True)):
        for name, known in (("pages", pages(language, held_out=held_out)), ("web", web(language, held_out=held_out))):
            yield f"sentences of {language} {name}, {_half(held_out)}: {_ranked(known)}"


def _half(held_out: bool) -> str:
    return "held out" if held_out else "tuned on"


def _found(pairs: Sequence[Match], among: Sequence[str], index: Index, table: sqlite3.Connection) -> str:
    known = [(pair.post, {among.index(pair.claim)}) for pair in pairs]
    ours = mean(average_precision([one.index for one in index.search(post, 5)], right) for post, right in known)
    theirs = mean(average_precision(_asked(table, post), right) for post, right in known)
    return f"MAP@5 {ours:.3f}, FTS5 {theirs:.3f}"


def _ranked(known: Sequence[Page]) -> str:
    ours = mean(
        average_precision([one.index for one in rank(page.claim, page.sentences)], page.bearing) for page in known
    )
    theirs = mean(average_precision(_asked(_fts5(page.sentences), page.claim), page.bearing) for page in known)
    return f"MAP@5 {ours:.3f}, FTS5 {theirs:.3f}"


def _fts5(passages: Sequence[str]) -> sqlite3.Connection:
    """A table of the passages' tokens, in memory."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE passages USING fts5(tokens)")
    rows = ((number, " ".join(index_tokens(passage))) for number, passage in enumerate(passages))
    table.executemany("INSERT INTO passages(rowid, tokens) VALUES (?, ?)", rows)
    return table


def _asked(table: sqlite3.Connection, statement: str) -> list[int]:
    """The five passages that FTS5's own bm25 ranks best for any of the statement's tokens."""
    words = " OR ".join(f'"{token}"' for token in dict.fromkeys(tokens(statement)))
    found = table.execute("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 5", (words,))
    return [number for (number,) in found] if words else []


if __name__ == "__main__":
    for line in run(0):
        print(line)
