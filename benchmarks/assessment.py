"""Whether a score of 80 means that four of five such claims are true: in simulated dossiers, and in no others.

    python -m benchmarks.assessment          the reliability diagram on seeds that the fit has not seen
    python -m benchmarks.assessment fit      fit the weights anew and print them for claims/tables/assessment.toml

A simulated dossier is one claim in one document and what others say of it. Sources have a grade, which tells a
little of how often they are right. Some origins tell of their own reporting; others are printed by several
documents, or their independence is not known, and then half of them copied the claim itself or one another. Wrong
claims are hedged and carried by unnamed sources more often. The links between claims are found by a machine that
misses some, and takes some agreements for conflicts and conflicts for agreements.
"""

import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.fitting import auc, calibration_error, drawn, logistic
from claims.assess import EXTRACTED, Case, assess, weigh
from claims.model import Certainty, Claim, Directness, EvidenceLink, Relation, RelationKind, RelationState, Stance
from evidence.model import Document, Independence, QuoteState, Reliability, Source
from evidence.origins import Origin

TRUE = 0.5
RIGHT = {"A": 0.93, "B": 0.87, "C": 0.8, "D": 0.68, "E": 0.55, "F": 0.78}
GRADES, GRADED = "ABCDEF", (1, 3, 2, 1, 0.5, 4)
MISSED, MISTAKEN = 0.25, 0.1
CASES = 6000
_then = datetime(2025, 9, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Made:
    """A simulated claim with its dossier, and whether it is true."""

    claim: Claim
    case: Case
    true: bool


@dataclass(frozen=True, slots=True)
class _Teller:
    """A voice beside the claim's own: what it holds, and what is known of it."""

    agrees: bool
    shown: bool
    grade: str
    directness: Directness


def made(seed: int) -> Made:
    """The simulated claim of this seed."""
    chance = random.Random(seed)
    true = chance.random() < TRUE
    tellers = [_teller(chance, true=true) for _ in range(chance.choices(range(6), (3, 3, 3, 2, 1, 1))[0])]
    own = chance.choices(GRADES, GRADED)[0]
    if (chance.random() < RIGHT[own]) != true and chance.random() < 0.5:
        own = chance.choices(GRADES, GRADED)[0]
    documents = {"d0": _document(0)}
    sources = {"s0": Source(id="s0", name="s0", reliability=Reliability(own))}
    origins = {"d0": Origin("o0", ("d0",), Independence.UNKNOWN, chance.random() < 0.3)}
    others: dict[str, Claim] = {}
    relations: list[Relation] = []
    links = [_link("d0", Stance.SUPPORTS, Directness.SECONDARY, EXTRACTED)]
    for number, teller in enumerate(tellers, 1):
        document = f"d{number}"
        documents[document] = _document(number)
        sources[f"s{number}"] = Source(id=document, name=f"s{number}", reliability=Reliability(teller.grade))
        origins[document] = Origin(f"o{number}", (document,), Independence.UNKNOWN, teller.shown)
        if chance.random() < MISSED:
            continue
        agrees = teller.agrees != (chance.random() < MISTAKEN)
        if chance.random() < 0.3:
            links.append(_link(document, Stance.SUPPORTS if agrees else Stance.REFUTES, teller.directness, "reviewer"))
            continue
        other = Claim(
            id=f"c{number}",
            statement="x",
            language="en",
            evidence=(_link(document, Stance.SUPPORTS, teller.directness, EXTRACTED),),
        )
        others[other.id] = other
        kind = RelationKind.CORROBORATES if agrees else RelationKind.CONFLICTS
        state = RelationState.CONFIRMED if chance.random() < 0.2 else RelationState.SUGGESTED
        relations.append(Relation(id=f"r{number}", a="c0", b=other.id, kind=kind, state=state, added_by="match"))
    claim = Claim(id="c0", statement="x", language="en", evidence=tuple(links), **_put(chance, true=true))
    return Made(claim, Case(documents, sources, origins, relations, others), true)


def _teller(chance: random.Random, *, true: bool) -> _Teller:
    shown = chance.random() < 0.4
    grade = chance.choices(GRADES, GRADED)[0]
    directness = chance.choices(list(Directness), (2, 6, 2))[0]
    if not shown and chance.random() < 0.5:
        return _Teller(agrees=True, shown=False, grade=grade, directness=directness)
    right = RIGHT[grade] + {Directness.PRIMARY: 0.05, Directness.HEARSAY: -0.12}.get(directness, 0.0)
    return _Teller((chance.random() < right) == true, shown, grade, directness)


def _put(chance: random.Random, *, true: bool) -> "dict[str, Certainty | str | None]":
    weights = (5, 2, 1, 0.5, 0.5) if true else (4, 2, 1.6, 1.2, 0.6)
    certainty = chance.choices(
        [Certainty.ASSERTED, Certainty.REPORTED, Certainty.HEDGED, Certainty.SPECULATED, Certainty.PLANNED], weights
    )[0]
    named = chance.random() < (0.75 if true else 0.5)
    return {"certainty": certainty, "claimant": "Anna Lowe" if named else None}


def _document(number: int) -> Document:
    digest = f"{number:064x}"
    return Document(
        id=f"d{number}", name=f"d{number}.txt", sha256=digest, size=1, media_type="text/plain", encoding="utf-8",
        text="x", text_sha256=digest, language="en", retrieved=_then, source=f"s{number}",
    )  # fmt: skip


def _link(document: str, stance: Stance, directness: Directness, by: str) -> EvidenceLink:
    return EvidenceLink(
        document=document,
        start=0,
        end=1,
        exact="x",
        stance=stance,
        directness=directness,
        state=QuoteState.EXACT,
        added_by=by,
    )


def scores(seeds: Iterable[int]) -> list[tuple[float, bool]]:
    """The score of each simulated claim as a probability, and whether it is true."""
    return [(assess(one.claim, one.case).score / 100, one.true) for one in map(made, seeds)]


def fit(seeds: Iterable[int]) -> dict[str, float]:
    """A weight for each named finding. What the simulation never shows keeps the weight it has."""
    cases = [made(seed) for seed in seeds]
    rows = [{finding.name: finding.amount for finding in weigh(one.claim, one.case)} for one in cases]
    names = ["base", *sorted({name for row in rows for name in row} - {"base", "nothing_else", "not_counted"})]
    weights = logistic([[row.get(name, 0.0) for name in names] for row in rows], [float(one.true) for one in cases])
    return dict(zip(names, weights, strict=True))


def main() -> None:
    """Print what was asked for."""
    if sys.argv[1:] == ["fit"]:
        for name, weight in fit(range(0, 2 * CASES, 2)).items():
            print(f"{name} = {weight:.2f}")
        return
    found = scores(range(1, 2 * CASES, 2))
    print(f"AUC {auc(found):.3f}, calibration error {calibration_error(found):.3f}, {len(found)} simulated claims")
    drawn(found)


if __name__ == "__main__":
    main()
