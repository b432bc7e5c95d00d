"""Which figure of a long sentence a short claim means: how often it is chosen, and what its signals weigh.

python -m benchmarks.choice        ten folds: fitted on nine tenths of the claims, scored on the rest
python -m benchmarks.choice fit    fit the weights anew on all claims and print claims/compare/tables/choice_en.toml

A claim stands beside two versions of a sentence that differ in one figure, of which one bears it out and the other
refutes it. The figures that tell the versions apart in the right way are those that may be meant. What nothing but
reckoning can answer, a sum or a share, has none and is left out.
"""

import sys
from collections import defaultdict
from pathlib import Path
from zlib import crc32

from benchmarks.fitting import logistic
from claims.compare import features_of
from claims.compare.figures import choice
from claims.compare.figures.asked import asked_of
from claims.compare.figures.meant import agrees, candidates, figures_of

DATA = Path(__file__).parent.parent / "tests" / "claims" / "compare" / "data"
FOLDS = 10
RIDGE = 1.0

Key = tuple[int, int, int]
"""Which figure of the claim, and where the sentence's stands; a stretch has two places."""
Laid = dict[Key, tuple[list[float], bool]]
"""The signals of each figure of a sentence that could answer the claim, and whether it bears the claim out."""


def laid(claim: str, sentence: str) -> Laid:
    """A claim beside one version of its sentence."""
    mine, theirs = features_of(claim), features_of(sentence)
    asked_for = asked_of(mine)
    case = choice.case_of(mine, theirs, figures_of(mine, theirs, asked_for))
    found: Laid = {}
    for number, (asked, given) in enumerate(candidates(case, asked_for)):
        for one in given:
            key = number, one.place, one.first
            found.setdefault(key, (choice.signals(case, asked, one, given), agrees(asked, one)))
    return found


def twins() -> dict[str, tuple[Laid, Laid]]:
    """The claims of all labelled English pairs that come with both versions, the one that bears them out first."""
    by_claim: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(DATA.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            group, label, claim, sentence = (line.split("\t") + [""] * 4)[:4]
            if group == "twin_en":
                by_claim[claim].setdefault(label, sentence)
    return {
        claim: (laid(claim, said["same"]), laid(claim, said["conflicts"]))
        for claim, said in by_claim.items()
        if {"same", "conflicts"} <= said.keys()
    }


def meant(versions: tuple[Laid, Laid]) -> set[Key]:
    """The figures that may be meant: they bear the claim out in the first version and refute it in the second."""
    first, second = versions
    return {key for key, (_, holds) in first.items() if holds and key in second and not second[key][1]}


def weights_of(claims: list[tuple[Laid, Laid]]) -> list[float]:
    """Weights by logistic regression on the differences between a figure that is meant and one that is not."""
    rows: list[list[float]] = []
    outcomes: list[float] = []
    for versions in claims:
        right = meant(versions)
        for version in versions:
            for key in sorted(right):
                for other in sorted(version.keys() - right):
                    sign = 1.0 if len(rows) % 2 else -1.0
                    pairs = zip(version[key][0], version[other][0], strict=True)
                    rows.append([1.0, *(sign * (mine - theirs) for mine, theirs in pairs)])
                    outcomes.append(float(sign > 0))
    return logistic(rows, outcomes, ridge=RIDGE)[1:]


def chosen(version: Laid, weights: list[float]) -> Key:
    """The figure with the highest sum of weighed signals."""
    return max(version, key=lambda key: sum(w * x for w, x in zip(weights, version[key][0], strict=True)))


def main() -> None:
    """Prints shares right over the folds, or new weights."""
    claims = {claim: versions for claim, versions in twins().items() if meant(versions)}
    if sys.argv[1:] == ["fit"]:
        for name, weight in zip(choice.SIGNALS, weights_of(list(claims.values())), strict=True):
            print(f"{name} = {weight:.2f}")
        return
    one = both = 0
    for fold in range(FOLDS):
        kept = [versions for claim, versions in claims.items() if crc32(claim.encode()) % FOLDS != fold]
        weights = weights_of(kept)
        for claim, versions in claims.items():
            if crc32(claim.encode()) % FOLDS == fold:
                right = [chosen(version, weights) in meant(versions) for version in versions]
                one, both = one + sum(right), both + all(right)
    print(f"{len(claims)} claims: right {one / 2 / len(claims):.3f}, in both versions {both / len(claims):.3f}")


if __name__ == "__main__":
    main()
