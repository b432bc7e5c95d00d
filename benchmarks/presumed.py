"""How likely the figure that fits best answers a short English claim: the signals' weights, and how well they tell.

python -m benchmarks.presumed        ten folds: fitted on nine tenths of the claims, scored on the rest
python -m benchmarks.presumed fit    fit the weights anew and print claims/compare/tables/presumed_en.toml

Material: all labelled English pairs in `tests/claims/compare/data`, and the claims of the English stories in
`benchmarks/stories`, each beside every claim of the other account with which it shares a word; most of these tell of
different things, so that an answer is wrong.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmarks.accounts import STORIES
from benchmarks.fitting import logistic, probability
from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.figures.presumed import LEAST, SIGNALS, presumed

DATA = Path(__file__).parent.parent / "tests" / "claims" / "compare" / "data"
FOLDS = 10
AGREE = frozenset({"same", "refines", "corroborates", "compatible"})


class Case(NamedTuple):
    """The answer that one pair would get."""

    group: str
    claim: str
    row: list[float]
    right: bool


def cases() -> list[Case]:
    """The answers to all pairs that have one."""
    found = []
    for group, label, one, other in (*_pairs(), *_stories()):
        pair = Pair(features_of(one), features_of(other), given=True)
        answer = presumed(pair) if pair.given_english else None
        if answer is not None:
            right = label in AGREE if answer.holds else label == "conflicts"
            found.append(Case(group, one, [1.0, *answer.signals], right))
    return found


def _pairs() -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(DATA.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            fields = line.split("\t")
            if fields[0].endswith("_en") and len(fields) == len(("group", "label", "a", "b")):
                yield fields[0], fields[1], fields[2], fields[3]


def _stories() -> Iterator[tuple[str, str, str, str]]:
    for folder in sorted(STORIES.iterdir()):
        known = json.loads((folder / "labels.json").read_text("utf-8"))
        texts = {side: (folder / f"{side}.txt").read_text("utf-8") for side in "ab"}
        told = {name: " ".join(texts[side][at:to].split()) for name, (side, at, to) in known["claims"].items()}
        kinds = {frozenset((one["a"], one["b"])): one["kind"] for one in known["relations"]}
        sides = [[name for name, (where, *_) in known["claims"].items() if where == side] for side in "ab"]
        for one, other in product(*sides):
            tokens = [features_of(told[name]).tokens for name in (one, other)]
            if not tokens[0].rare.isdisjoint(tokens[1].rare):
                yield "stories", kinds.get(frozenset((one, other)), "none"), told[one], told[other]


def weights_of(known: list[Case]) -> list[float]:
    """The constant and the weights of the signals."""
    return logistic([one.row for one in known], [float(one.right) for one in known])


def main() -> None:
    """Prints what would be answered over the folds and how much of it rightly, or new weights."""
    known = cases()
    if sys.argv[1:] == ["fit"]:
        for name, weight in zip(("one", *SIGNALS), weights_of(known), strict=True):
            print(f"{name} = {weight:.2f}")
        return
    folds = [crc32(one.claim.encode()) % FOLDS for one in known]
    weights = [weights_of([one for one, at in zip(known, folds, strict=True) if at != fold]) for fold in range(FOLDS)]
    tally: Counter[tuple[str, str]] = Counter()
    for one, fold in zip(known, folds, strict=True):
        answered = probability(weights[fold], one.row) >= LEAST
        tally[one.group, ("right" if one.right else "wrong") if answered else "silent"] += 1
    for group in sorted({group for group, _ in tally}):
        print(f"{group:12}", *(f"{said} {tally[group, said]:5}" for said in ("right", "wrong", "silent")))


if __name__ == "__main__":
    main()
