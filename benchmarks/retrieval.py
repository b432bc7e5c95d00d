"""Searching ten thousand statements and ranking the sentences of pages, against SQLite's FTS5 over the same tokens.

python -m benchmarks.retrieval          speed and quality
python -m benchmarks.retrieval fit      fit the weights of `evidence.page` anew on the tuning halves and print them

Quality is the mean average precision of the first five on our own labelled material (`tests/evidence`): posts with
the claim each repeats, pages with the sentences that bear on a claim. One half was used for tuning.
"""

import math
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from statistics import mean

from benchmarks.measure import Measured, in_turns
from evidence.page import WEIGHTS, follows
from evidence.page import Page as PageRead
from evidence.retrieval import Index, rank
from evidence.terms import terms
from evidence.text.tokens import index_tokens, tokens
from tests.evidence.retrieval_material import (
    Match,
    Page,
    average_precision,
    crowd,
    later,
    matches,
    near,
    pages,
    reports,
    sites,
    stories,
    web,
)

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
    among = _near_crowd()
    index, table = Index(among), _fts5(among)
    for held_out in (False, True):
        pairs, _ = near(held_out=held_out)
        yield f"{len(among)} en statements (near ones), {_half(held_out)}: {_found(pairs, among, index, table)}"
    for language, held_out in product(("en", "zh"), (False, True)):
        for name, known in _pages(language, held_out=held_out).items():
            yield f"sentences of {language} {name}, {_half(held_out)}: {_ranked(known)}"
    for language in ("en", "zh"):
        yield f"sentences of {language} stories written later: {_ranked(later(language))}"


def _near_crowd() -> list[str]:
    """The claims of the file and a crowd, without a claim of the crowd that says the same as one of them."""
    _, claims = near(held_out=False)
    same = "The Amazon rainforest produces 20 percent of the world's oxygen."
    return [claim for claim in dict.fromkeys([*claims, *crowd("en", 10_000, "posts")]) if claim != same]


def _pages(language: str, *, held_out: bool) -> dict[str, list[Page]]:
    return {
        "pages": pages(language, held_out=held_out),
        "web": web(language, held_out=held_out),
        "sites": sites(language, held_out=held_out),
        "reports": reports(language, held_out=held_out),
        "stories": stories(language, held_out=held_out),
        "stories told from the end": stories(language, held_out=held_out, leading=True),
    }


# --- the weights of a page ---------------------------------------------------------------------------------------

SHARE = {"pages": 2.5, "web": 2.5, "sites": 1.5, "reports": 1.5, "stories": 1.0, "stories told from the end": 0.5}
"""What the pages of each kind count in a fit: there are few of the first two."""
NEVER_NEGATIVE = frozenset({"news", "carried", "topics", "beside", "number", "near", "local", "length", "follows"})
RIDGE, ROUNDS, TURNS, STEP = 0.002, 150, 3, 0.5
Rows = list[list[float]]
Case = tuple[Rows, Rows, float]


def fit() -> dict[str, float]:
    """The weights under which the bearing sentences of the tuning halves are the likeliest of their pages.

    A conditional logit (each bearing sentence against all that do not bear), with an L2 penalty. What the sentence
    before is worth hangs on the other weights: they are fitted in turns. The constant is set last, so that as many
    sentences are expected to bear as do.
    """
    names = [name for name in WEIGHTS if name not in ("one", "follows")]
    pages_ = [
        ([[row[name] for name in names] for row in _features(page)], page.bearing, SHARE[kind])
        for language in ("en", "zh")
        for kind, known in _pages(language, held_out=False).items()
        for page in known
    ]
    names, weights = [*names, "follows"], dict(WEIGHTS)
    for _ in range(TURNS):
        known = [weights[name] for name in names[:-1]]
        cases = [_case(rows, [_total(known, row) for row in rows], right, share) for rows, right, share in pages_]
        weights = dict(zip(names, _fitted(names, cases), strict=True))
    return {"one": _constant([weights[name] for name in names], cases), **weights}


def _case(rows: Rows, odds: list[float], right: set[int], share: float) -> Case:
    """The rows of a page with what the sentence before each is worth: those that bear, and the others."""
    longer = [[*row, before] for row, before in zip(rows, follows(odds), strict=True)]
    return [longer[at] for at in sorted(right)], [row for at, row in enumerate(longer) if at not in right], share


def _fitted(names: Sequence[str], cases: Sequence[Case]) -> list[float]:
    """By gradient ascent with a step for each weight (Rprop, Riedmiller and Braun 1993)."""
    whole = sum(share for _, _, share in cases)
    weights, steps, before = [1.0] * len(names), [STEP] * len(names), [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-2 * RIDGE * weight for weight in weights]
        for right, wrong, share in cases:
            _add_slope(slope, weights, right, wrong, share / whole / len(right))
        for at, name in enumerate(names):
            steps[at] = min(1.0, max(1e-5, steps[at] * (1.2 if slope[at] * before[at] > 0 else 0.5)))
            weights[at] += math.copysign(steps[at], slope[at]) if slope[at] else 0.0
            if name in NEVER_NEGATIVE:
                weights[at] = max(0.0, weights[at])
        before = slope
    return weights


def _features(page: Page) -> list[dict[str, float]]:
    ranked = PageRead(page.sentences, [terms(sentence) for sentence in page.sentences])
    return ranked.features(page.claim, terms(page.claim))


def _add_slope(slope: list[float], weights: list[float], right: Rows, wrong: Rows, share: float) -> None:
    """The slope of the log likelihood of one page's bearing sentences."""
    others = [math.exp(_total(weights, row)) for row in wrong]
    for row in right:
        own = math.exp(_total(weights, row))
        everything = own + sum(others)
        for at, amount in enumerate(row):
            expected = own * amount + sum(part * other[at] for part, other in zip(others, wrong, strict=True))
            slope[at] += share * (amount - expected / everything)


def _total(weights: list[float], row: list[float]) -> float:
    return sum(weight * amount for weight, amount in zip(weights, row, strict=True))


def _constant(weights: list[float], cases: list[tuple[Rows, Rows, float]]) -> float:
    totals = [_total(weights, row) for right, wrong, _ in cases for row in (*right, *wrong)]
    bearing = sum(len(right) for right, _, _ in cases)
    low, high = -40.0, 40.0
    for _ in range(50):
        middle = (low + high) / 2
        expected = sum(1 / (1 + math.exp(-total - middle)) for total in totals)
        low, high = (middle, high) if expected < bearing else (low, middle)
    return low


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
    if sys.argv[1:] == ["fit"]:
        print(", ".join(f'"{name}": {weight:.1f}' for name, weight in fit().items()))
    else:
        for line in run(0):
            print(line)
