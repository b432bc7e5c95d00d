"""How well claims of two accounts of one story are tied, on stories that the weights were not fitted on.

python -m benchmarks.accounts        leave one story out: fitted on the others, scored on it
python -m benchmarks.accounts fit    fit the weights anew on all stories and print them for claims/tables/accounts.toml

The 23 stories in `benchmarks/stories` are invented, each labelled by one person and told by two outlets: twelve in
English, ten in Chinese, one in both. A claim stands for a label of which it covers half, if it is not much longer, or
in which it lies. A relation is right when the label allows its kind; one between claims that no label relates is
wrong, and so is one of a pair that is labelled as unrelated.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.fitting import logistic
from claims.accounts import STANDING, Weighed, Weights, told_again, weigh_all
from claims.accounts.signals import SIGNALS, Story, Told
from claims.compare import compare, features_of
from claims.extract import extract

STORIES = Path(__file__).parent / "stories"
KINDS = ("corroborates", "refines", "conflicts")
LONGEST = 3
"""How many times as long as a label a claim may be that stands for it."""
SHORT, SHORT_ZH = 150, 60
"""Code points of a claim that is never too long."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A story: the claims of its two accounts, the labels each stands for, and how labels are related."""

    name: str
    sides: tuple[list[Told], list[Told]]
    stands_for: tuple[list[frozenset[str]], list[frozenset[str]]]
    relations: Sequence[Mapping[str, Any]]

    def between(self, i: int, j: int) -> list[Mapping[str, Any]]:
        """The labelled relations that a pair of claims may be."""
        ends = self.stands_for[0][i], self.stands_for[1][j]
        return [one for one in self.relations if one["a"] in ends[0] and one["b"] in ends[1]]


@dataclass(slots=True)
class Score:
    """What was found of one kind of relation."""

    labelled: int = 0
    found: set[int] = field(default_factory=set)
    given: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.right / max(1, self.given), len(self.found) / max(1, self.labelled)
        return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def read(folder: Path) -> Labelled:
    """A labelled story."""
    known = json.loads((folder / "labels.json").read_text("utf-8"))
    twins: dict[str, set[str]] = {name: {name} for name in known["claims"]}
    for one, other in known["same"].items():
        twins[one] = twins[other] = twins[one] | twins[other]
    sides, ends = [], []
    for side in "ab":
        text = (folder / f"{side}.txt").read_text("utf-8")
        claims = _claims(text, date.fromisoformat(known["published"][side]))
        labels = {name: (at, to) for name, (where, at, to) in known["claims"].items() if where == side}
        sides.append(claims)
        ends.append([_stands_for(claim, labels, twins) for claim in claims])
    return Labelled(folder.name, (sides[0], sides[1]), (ends[0], ends[1]), known["relations"])


def _claims(text: str, day: date) -> list[Told]:
    found = extract(text, reference=day)
    names = {name: {one.name, one.alias} for one in found.aliases for name in (one.name, one.alias)}
    return [
        Told(
            features_of(
                claim.statement,
                date=day,
                language=claim.language,
                quote=text[claim.start : claim.end],
                entities=sorted({name for one in claim.entities for name in (one.name, *names.get(one.name, ()))}),
                claimant=claim.claimant,
            ),
            claim.start,
            claim.end,
        )
        for claim in found.claims
        if claim.checkability == "checkable"
    ]


def _stands_for(
    claim: Told, labels: Mapping[str, tuple[int, int]], twins: Mapping[str, Iterable[str]]
) -> frozenset[str]:
    start, end = claim.start or 0, claim.end or 0
    short = SHORT_ZH if claim.features.language == "zh" else SHORT
    found: set[str] = set()
    for name, (at, to) in labels.items():
        both = max(0, min(end, to) - max(start, at))
        covers = both * 2 >= to - at and end - start <= max(LONGEST * (to - at), short)
        if covers or (both * 2 >= end - start and both >= 0.3 * (to - at)):
            found.update(twins[name])
    return frozenset(found)


# --- fitting ---------------------------------------------------------------------------------------------------


def fit(stories: Sequence[Labelled]) -> Weights:
    """Weights by logistic regression: first of the signals, then of how pairs stand among the others."""
    laid = [(one, Story(*one.sides)) for one in stories]
    plain = {
        "signals": dict.fromkeys(("one", *SIGNALS), 0.0),
        "standing": dict.fromkeys(("one", *STANDING), 0.0),
    }
    for part in ("signals", "standing"):
        rows: list[tuple[float, ...]] = []
        outcomes: list[float] = []
        for story, side_by_side in laid:
            for pair in weigh_all(side_by_side, plain):
                tied = _tied(story, pair)
                if tied is not None:
                    rows.append((1.0, *(pair.signals if part == "signals" else pair.standing)))
                    outcomes.append(tied)
        names = ("one", *(SIGNALS if part == "signals" else STANDING))
        plain[part] = dict(zip(names, logistic(rows, outcomes), strict=True))
    return plain


def _tied(story: Labelled, pair: Weighed) -> float | None:
    """Whether a pair tells one thing; None where the label leaves it open."""
    known = story.between(pair.i, pair.j)
    if any(one["kind"] != "unrelated" and not one.get("optional") for one in known):
        return 1.0
    return None if any(one.get("optional") for one in known) else 0.0


# --- scoring ---------------------------------------------------------------------------------------------------


def score(story: Labelled, given: Weights) -> tuple[dict[str, Score], int]:
    """What the weights make of a story, by kind, and how many pairs they relate that are labelled as unrelated."""
    scores = {kind: Score() for kind in KINDS}
    for one in story.relations:
        if one["kind"] in scores and not one.get("optional"):
            scores[one["kind"]].labelled += 1
    unrelated: set[int] = set()
    for i, j, told in told_again(*story.sides, given):
        kind = compare(story.sides[0][i].features, story.sides[1][j].features, told=told).kind
        if kind is None:
            continue
        known = story.between(i, j)
        allowed = [one for one in known if kind == one["kind"] or kind in one.get("or", ())]
        binding = [one for one in known if not one.get("optional")]
        if (known and not binding) or (allowed and all(one.get("optional") for one in allowed)):
            continue
        scores[kind].given += 1
        scores[kind].right += bool(allowed)
        for one in allowed:
            if not one.get("optional") and one["kind"] in scores:
                scores[one["kind"]].found.add(id(one))
        unrelated.update(id(one) for one in binding if not allowed and one["kind"] == "unrelated")
    return scores, len(unrelated)


def main() -> None:
    """Print the figures, or the weights."""
    stories = [read(folder) for folder in sorted(STORIES.iterdir()) if folder.is_dir()]
    if sys.argv[1:] == ["fit"]:
        for part, values in fit(stories).items():
            print(f"[{part}]", *(f"{name} = {value:.3f}" for name, value in values.items()), "", sep="\n")
        return
    total: Counter[str] = Counter()
    means = dict.fromkeys(KINDS, 0.0)
    for held in stories:
        scores, wrong = score(held, fit([one for one in stories if one is not held]))
        said = []
        for kind, one in scores.items():
            means[kind] += one.f1 / len(stories)
            total.update({f"{kind} given": one.given, f"{kind} right": one.right, f"{kind} found": len(one.found)})
            total.update({f"{kind} labelled": one.labelled})
            said.append(f"{kind} {one.right}/{one.given}, {len(one.found)} of {one.labelled} found")
        unrelated = sum(one["kind"] == "unrelated" and not one.get("optional") for one in held.relations)
        total.update({"unrelated": unrelated, "wrong": wrong})
        print(f"{held.name}: {'; '.join(said)}; {wrong} of {unrelated} unrelated")
    for kind in KINDS:
        right, given = total[f"{kind} right"], total[f"{kind} given"]
        found, labelled = total[f"{kind} found"], total[f"{kind} labelled"]
        print(f"{kind}: {right} of {given} right, {found} of {labelled} found, mean F1 {means[kind]:.3f}")
    print(f"related though labelled as unrelated: {total['wrong']} of {total['unrelated']}")


if __name__ == "__main__":
    main()
