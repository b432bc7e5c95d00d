"""How well the probabilities of truth discovery hold in made-up worlds that the fit has not seen.

python -m benchmarks.truth          figures and the reliability diagram on odd seeds, and in worlds of another make
python -m benchmarks.truth fit      fit the weights anew on even seeds and print them for claims/tables/truth.toml

The fit leaves out worlds in which the commonest value is right less often than studies of real sites report; the
figures are those of all worlds. "By chance" is the calibration error that probabilities which hold exactly would
have in worlds of these sizes.
"""

import sys
from collections.abc import Iterable, Sequence
from random import Random
from statistics import mean, median

from benchmarks.fitting import auc, calibration_error, drawn, logistic
from benchmarks.worlds import World, plain_world, world
from claims.truth import commonest, discover, features, weighed
from claims.truth_values import same_number

WORLDS = 60
ROWS = 15_000
REAL = 0.7
"""How often the commonest value is right at least, in studies of real sites (Li et al., VLDB 2012: .71 to .93)."""
DRAWS = 10
"""Times that outcomes are drawn from the probabilities to see what chance alone makes."""
Scores = list[tuple[float, bool]]


def right(value: str | float, truth: str | float) -> bool:
    """Whether a value is the true one; numbers that are not counts, years or times, within one per cent."""
    if isinstance(value, str) or isinstance(truth, str):
        return value == truth
    return same_number(value, truth) or (
        not (value.is_integer() and truth.is_integer()) and abs(value - truth) <= 0.01 * max(abs(value), abs(truth))
    )


def scores(worlds: Iterable[World]) -> list[tuple[Scores, Scores]]:
    """For each world, the confidence in the commonest value of each thing, ours and its share of the votes."""
    return [_scores(made) for made in worlds]


def _scores(made: World) -> tuple[Scores, Scores]:
    ours, votes = [], []
    for thing, beliefs in discover(made.observations).beliefs.items():
        first = beliefs[commonest([len(belief.sources) for belief in beliefs])]
        correct = right(first.value, made.truth[thing])
        ours.append((first.probability, correct))
        votes.append((len(first.sources) / sum(len(belief.sources) for belief in beliefs), correct))
    return ours, votes


def fit(seeds: Sequence[int]) -> dict[str, dict[str, float]]:
    """Weights for the commonest value of each thing, and for the two best others, from these worlds."""
    rows: dict[str, list[dict[str, float]]] = {"commonest": [], "other": []}
    outcomes: dict[str, list[float]] = {"commonest": [], "other": []}
    for made in map(world, seeds):
        things, _, _ = weighed(made.observations)
        known = features(things)
        firsts = [commonest([len(sources) for sources in thing.sources]) for thing in things]
        truths = [[float(right(value, made.truth[thing.name])) for value in thing.values] for thing in things]
        if mean(truth[first] for truth, first in zip(truths, firsts, strict=True)) < REAL:
            continue
        for thing, first, truth in zip(things, firsts, truths, strict=True):
            others = sorted(set(range(len(thing.values))) - {first}, key=lambda at: -thing.posterior[at])
            for kind, at in (("commonest", first), *(("other", at) for at in others[:2])):
                rows[kind].append(known[thing.name][at])
                outcomes[kind].append(truth[at])
    return {kind: _fitted(rows[kind], outcomes[kind]) for kind in rows}


def _fitted(rows: Sequence[dict[str, float]], outcomes: Sequence[float]) -> dict[str, float]:
    picked = Random(1).sample(range(len(rows)), min(ROWS, len(rows)))
    names = list(rows[0])
    weights = logistic([[rows[i][name] for name in names] for i in picked], [outcomes[i] for i in picked], rounds=8)
    return dict(zip(names, weights, strict=True))


def main() -> None:
    """Print what was asked for."""
    if sys.argv[1:] == ["fit"]:
        for kind, weights in fit(range(0, 8 * WORLDS, 2)).items():
            print(f"[{kind}]", *(f"{name} = {weight:.3f}" for name, weight in weights.items()), "", sep="\n")
        return
    found = scores(map(world, range(1, 2 * WORLDS, 2)))
    _printed(found)
    drawn([one for pair in found for one in pair[0]])
    likely = [pair for pair in found if mean(correct for _, correct in pair[0]) >= REAL]
    print(f"\n{len(likely)} of these worlds, in which the commonest value is right in at least {REAL:.0%}:")
    _printed(likely)
    print(f"\n{WORLDS} worlds of another make:")
    _printed(scores(map(plain_world, range(WORLDS))))


def _printed(found: Sequence[tuple[Scores, Scores]]) -> None:
    for name, which in (("ours", 0), ("share of votes", 1)):
        areas = [area for pair in found if (area := auc(pair[which])) is not None]
        errors = [calibration_error(pair[which]) for pair in found]
        together = [one for pair in found for one in pair[which]]
        print(
            f"{name}: AUC {mean(areas):.3f} (median {median(areas):.3f}), calibration error"
            f" {mean(errors):.3f} in a world (median {median(errors):.3f}), {calibration_error(together):.3f} over all;"
            f" AUC over all {auc(together):.3f}"
        )
    chance = Random(1)
    luck = [error for ours, _ in found for error in by_chance(ours, chance)]
    print(f"calibration error by chance: {mean(luck):.3f} in a world")


def by_chance(found: Scores, chance: Random) -> list[float]:
    """Calibration errors of these probabilities when every one of them holds."""
    return [calibration_error([(said, chance.random() < said) for said, _ in found]) for _ in range(DRAWS)]


if __name__ == "__main__":
    main()
