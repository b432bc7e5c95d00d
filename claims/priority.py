"""In which order claims are worth a reviewer's time, with the reason; learned from the decisions made so far.

A claim's priority is how likely its review is to be worth while: to end in a verdict that the machine's suggestion did
not already give, rather than in `dismissed` or in what was expected. It is a logistic regression over a few
features that a reviewer can name, each between 0 and 1:

- conflict: other claims contradict it, and nobody has settled that;
- uncertainty: how far the assessment's score is from either end;
- check-worthiness: a checkable claim with figures, names and a named claimant (after Hassan, Li and Tremayne,
  "Detecting check-worthy factual claims in presidential debates", CIKM 2015);
- reach: how many documents and claims it is tied to;
- staleness: it has to be checked again.

The weights begin as set here and move with each decision by one step of gradient descent, smaller from step to step
and drawn back to where it began, so that a dozen odd decisions cannot turn the queue around. The same decisions in
the same order always give the same weights.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from claims.model import (
    Certainty,
    Checkability,
    Claim,
    ConflictState,
    Relation,
    RelationKind,
    RelationState,
    Status,
    Verdict,
)

PRIOR: Mapping[str, float] = MappingProxyType(
    {"base": -2.0, "conflict": 2.0, "uncertainty": 0.8, "check_worthiness": 1.6, "reach": 0.7, "staleness": 1.5}
)
"""Weights before any decision: an open conflict moves a claim more than anything else."""
STEP, SLOWER = 0.4, 60.0
"""The first step, and the number of decisions after which it has shrunk to half."""
PULL = 0.005
"""How much of the way back to the prior each decision goes."""
FARTHEST = 1.5
"""How far a weight may ever be from its prior."""
MANY = 8
"""Documents and claims tied to one from which on its reach is full."""
_WORDS = {
    "conflict": "contradicted and unsettled",
    "uncertainty": "the evidence leaves it open",
    "check_worthiness": "well worth checking",
    "reach": "much hangs on it",
    "staleness": "to be checked again",
}


@dataclass(frozen=True, slots=True)
class Priority:
    """How urgent a claim is, 0–100, and why: what adds most first."""

    score: int
    reason: str
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: what was known of the claim before it, and whether the review was worth while."""

    features: Mapping[str, float]
    worthwhile: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log odds, and from how many decisions that was learned."""

    values: Mapping[str, float] = field(default_factory=lambda: PRIOR)
    decisions: int = 0


def features(claim: Claim, relations: Sequence[Relation] = ()) -> dict[str, float]:
    """What the priority is made from. `relations` are those that touch the claim."""
    live = [one for one in relations if one.state is not RelationState.REJECTED and claim.id in {one.a, one.b}]
    tied = {link.document for link in claim.evidence} | {one.b if one.a == claim.id else one.a for one in live}
    score = claim.assessment.score if claim.assessment else 50
    return {
        "conflict": _conflict(live),
        "uncertainty": 1 - abs(score - 50) / 50,
        "check_worthiness": _check_worthiness(claim),
        "reach": min(1.0, math.log1p(max(0, len(tied) - 1)) / math.log1p(MANY)),
        "staleness": float(claim.status is Status.NEEDS_RECHECK),
    }


def _conflict(relations: Iterable[Relation]) -> float:
    """The strongest of the claim's conflicts: confirmed and open counts most, settled ones nothing."""
    strongest = 0.0
    for one in relations:
        if one.kind is RelationKind.CONFLICTS and one.conflict not in {
            ConflictState.RESOLVED,
            ConflictState.INTRACTABLE,
        }:
            sure = 1.0 if one.state is RelationState.CONFIRMED else 0.7
            strongest = max(strongest, sure * (0.5 if one.conflict is ConflictState.DEFERRED else 1.0))
    return strongest


def _check_worthiness(claim: Claim) -> float:
    if claim.checkability is not Checkability.CHECKABLE:
        return 0.0
    said = 0.4 + 0.25 * bool(claim.quantities) + 0.15 * bool(claim.entities) + 0.1 * bool(claim.dates)
    return said + 0.1 * (claim.certainty in {Certainty.ASSERTED, Certainty.REPORTED})


def priority(claim: Claim, relations: Sequence[Relation] = (), weights: Weights | None = None) -> Priority:
    """How urgent a claim is. Without weights, as before any decision."""
    weights = weights or Weights()
    found = features(claim, relations)
    adds = {name: weights.values[name] * amount for name, amount in found.items()}
    telling = sorted((name for name in adds if adds[name] >= 0.3), key=lambda name: (-adds[name], name))
    words = "; ".join(_WORDS[name] for name in telling[:3]) or "nothing presses"
    return Priority(round(100 * _chance(weights.values, found)), words, found)


def _chance(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    total = weights["base"] + sum(weights[name] * found.get(name, 0.0) for name in PRIOR if name != "base")
    return 1 / (1 + math.exp(-total))


def worthwhile(before: Claim, after: Claim) -> bool | None:
    """Whether a decision shows that the claim deserved its place; None when it shows neither.

    It did when it ended in a verdict that contradicts the suggestion, or where nothing definite was suggested. It
    did not when the claim was dismissed, or the verdict was the suggested one.
    """
    if after.status is Status.DISMISSED:
        return False
    if after.status is not Status.DECIDED or after.verdict is None:
        return None
    suggested = before.assessment.verdict if before.assessment else None
    if suggested in {None, Verdict.NOT_ENOUGH_EVIDENCE}:
        return after.verdict is not Verdict.NOT_ENOUGH_EVIDENCE
    return after.verdict is not suggested


def learn(decisions: Iterable[Decided], weights: Weights | None = None) -> Weights:
    """The weights after these decisions, in their order; go on from `weights`, or from the prior."""
    weights = weights or Weights()
    values, count = dict(weights.values), weights.decisions
    for one in decisions:
        error = one.worthwhile - _chance(values, one.features)
        step = STEP / (1 + count / SLOWER)
        for name, prior in PRIOR.items():
            amount = 1.0 if name == "base" else one.features.get(name, 0.0)
            moved = values[name] + step * error * amount + PULL * (prior - values[name])
            values[name] = min(prior + FARTHEST, max(prior - FARTHEST, moved))
        count += 1
    return Weights(MappingProxyType(values), count)
