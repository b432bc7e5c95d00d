"""Truth discovery by way of a dossier: sites publish lists, `match` relates their claims, `assess` scores them.

    python -m benchmarks.rivals          AUC and calibration error of the scores of the commonest values

A dossier is made of one document for each site. Every value stands in a sentence of its own, in the site's wording.
Sites differ in how often they are right, some copy another, and wrong values gather on a few. What counts is the
score of a claim that holds the commonest value of its thing. `claims/truth.py` was fitted on other worlds.
"""

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from tempfile import TemporaryDirectory

from benchmarks.fitting import auc, calibration_error, drawn
from benchmarks.truth import by_chance
from factcheck.dossier import Dossier
from factcheck.work.add import About

SITES, THINGS, DOSSIERS = 12, 60, 10
FORMS = (
    "The {thing} is {value} metres long.",
    "The length of the {thing} is {value} metres.",
    "The {thing} has a length of {value} metres.",
    "The {thing} measures {value} metres in length.",
)
KINDS = ("bridge", "tunnel", "pier", "viaduct", "dam")
BEGIN = ["Ald", "Bran", "Cor", "Dun", "Elm", "Fen", "Gar", "Hol", "Ing", "Kel", "Lar", "Mor"]
END = ["wick", "ford", "holm", "stead", "mere"]


@dataclass(frozen=True, slots=True)
class Sites:
    """What each site says of each thing, and what is true."""

    said: dict[str, dict[str, int]]
    truth: dict[str, int]


def sites(seed: int, count: int = SITES, things: int = THINGS) -> Sites:
    """The sites of this seed."""
    chance = Random(seed)
    names = [
        f"{begin}{end} {KINDS[(a + b) % len(KINDS)]}" for a, begin in enumerate(BEGIN) for b, end in enumerate(END)
    ]
    truth = {name: chance.randrange(120, 4000) for name in names[:things]}
    wrong = {
        name: [max(20, round(value * chance.uniform(0.5, 1.6))) for _ in range(4)] for name, value in truth.items()
    }
    said: dict[str, dict[str, int]] = {}
    for number in range(count):
        skill, covers = chance.betavariate(2.0, 1.6), chance.uniform(0.4, 1.0)
        copied = said[chance.choice(list(said))] if said and chance.random() < 0.3 else {}
        said[f"Site {number + 1}"] = {
            name: copied[name]
            if name in copied and chance.random() < 0.9
            else value
            if chance.random() < skill
            else chance.choices(wrong[name], (6, 2, 1, 1))[0]
            for name, value in truth.items()
            if chance.random() < covers
        }
    return Sites(said, truth)


def fill(dossier: Dossier, made: Sites) -> None:
    """One document for each site, its claims extracted and related."""
    for number, (site, values) in enumerate(made.said.items()):
        lines = [FORMS[number % len(FORMS)].format(thing=thing, value=value) for thing, value in values.items()]
        dossier.add("\n\n".join(lines).encode(), f"{site}.txt", About(source=site, language="en"))
    dossier.extract()
    dossier.match()


def scores(dossier: Dossier, made: Sites) -> list[tuple[float, bool]]:
    """The mean score of the claims that hold the commonest value of each thing, and whether it is true."""
    found: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for claim in dossier.claims():
        thing = next((name for name in made.truth if name in claim.statement), None)
        figures = re.search(r"\d+", claim.statement)
        if thing and figures and claim.assessment:
            found[thing][int(figures[0])].append(float(claim.assessment.score) / 100)
    scored = []
    for thing, by_value in found.items():
        counts = Counter(values[thing] for values in made.said.values() if thing in values)
        value = min(counts, key=lambda one: (-counts[one], one))
        if len(counts) > 1 and value in by_value:
            scored.append((mean(by_value[value]), value == made.truth[thing]))
    return scored


def main() -> None:
    """Print figures over several dossiers, and beside them those of the shares of votes."""
    together: list[tuple[float, bool]] = []
    areas, errors = [], []
    luck: list[float] = []
    for seed in range(DOSSIERS):
        made = sites(seed)
        with TemporaryDirectory() as folder, Dossier.create(f"sqlite:///{Path(folder) / 'd.db'}") as dossier:
            fill(dossier, made)
            dossier.assess()
            found = scores(dossier, made)
            if sys.argv[1:]:
                claim = next(one for one in dossier.claims() if one.assessment and len(one.assessment.reasons) > 1)
                print(claim.statement, claim.assessment)
        together += found
        areas.append(auc(found) or 0.5)
        errors.append(calibration_error(found))
        luck += by_chance(found, Random(seed))
    print(
        f"{DOSSIERS} dossiers of {SITES} sites and {THINGS} things, {len(together)} contested: AUC {mean(areas):.3f},"
        f" calibration error {mean(errors):.3f} in a dossier, of which {mean(luck):.3f} by chance,"
        f" {calibration_error(together):.3f} over all"
    )
    drawn(together)


if __name__ == "__main__":
    main()
