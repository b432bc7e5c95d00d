"""What a person may decide about a claim or a relation, and what comes of it: values in, values out."""

from datetime import datetime

from claims.errors import (
    ClaimError,
    ConflictMisplaced,
    QuoteNeeded,
    ReasonNeeded,
    ResolutionNeeded,
    StatusMove,
    VerdictMisplaced,
    VerdictNeeded,
)
from claims.model import (
    Claim,
    Confidence,
    ConflictState,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Status,
    Verdict,
)
from evidence.model import QuoteState, Value, to_milliseconds

MOVES: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset(Status) - {Status.NEW},
    Status.IN_REVIEW: frozenset(Status) - {Status.IN_REVIEW},
    Status.DEFERRED: frozenset(Status) - {Status.DEFERRED},
    Status.DECIDED: frozenset({Status.DECIDED, Status.IN_REVIEW, Status.NEEDS_RECHECK}),
    Status.NEEDS_RECHECK: frozenset({Status.DECIDED, Status.IN_REVIEW, Status.DEFERRED, Status.DISMISSED}),
    Status.DISMISSED: frozenset({Status.NEW, Status.IN_REVIEW}),
}
"""Where each status may lead. A decided claim is reopened before it can be dismissed."""

NEEDS_QUOTE = frozenset({Verdict.SUPPORTED, Verdict.REFUTED})
KEEPS_VERDICT = frozenset({Status.DECIDED, Status.NEEDS_RECHECK})
"""A claim to be checked again still shows what was concluded; every other status has no verdict."""


class ClaimDecision(Value):
    """What a reviewer says about a claim; None leaves a thing as it is.

    A verdict sets the status `decided`; a status other than `decided` and `needs_recheck` takes the verdict away.
    """

    verdict: Verdict | None = None
    confidence: Confidence | None = None
    status: Status | None = None
    reason: str | None = None


class RelationDecision(Value):
    """What a reviewer says about a relation; None leaves a thing as it is."""

    state: RelationState | None = None
    conflict: ConflictState | None = None
    resolution: Resolution | None = None
    reason: str | None = None


def has_exact_quote(claim: Claim) -> bool:
    """Whether at least one of the claim's quotes is found exact in a stored document."""
    return any(link.state is QuoteState.EXACT for link in claim.evidence)


def decide(claim: Claim, decision: ClaimDecision, *, by: str, at: datetime) -> Claim:
    """The claim after the decision, one version on. Raises a ClaimError when the rules forbid it."""
    status = _status_after(claim, decision)
    verdict = decision.verdict or (claim.verdict if status in KEEPS_VERDICT else None)
    check_verdict(claim, decision, status, verdict)
    confidence = decision.confidence or (claim.confidence if verdict is claim.verdict else None)
    if confidence and verdict is None:
        raise VerdictNeeded(claim.id, "a confidence")
    return claim.model_copy(
        update={
            "status": status,
            "verdict": verdict,
            "confidence": confidence,
            "reason": decision.reason or (claim.reason if verdict and verdict is claim.verdict else None),
            "decided_by": by,
            "decided_at": to_milliseconds(at),
            "version": claim.version + 1,
        }
    )


def _status_after(claim: Claim, decision: ClaimDecision) -> Status:
    if decision.verdict is not None:
        if decision.status not in {None, Status.DECIDED}:
            raise VerdictMisplaced(claim.id, str(decision.status))
        new = Status.DECIDED
    else:
        new = decision.status or claim.status
    if new is claim.status and (new is not Status.DECIDED) and decision.status is not None:
        raise StatusMove(claim.id, claim.status, new, _words(MOVES[claim.status]))
    if new is not claim.status and new not in MOVES[claim.status]:
        raise StatusMove(claim.id, claim.status, new, _words(MOVES[claim.status]))
    return new


def check_verdict(claim: Claim, decision: ClaimDecision, status: Status, verdict: Verdict | None) -> None:
    """Raise a ClaimError unless the claim may have this status and verdict after the decision."""
    if status is Status.DECIDED and verdict is None:
        raise VerdictNeeded(claim.id, "the status decided")
    if status is Status.DECIDED and verdict in NEEDS_QUOTE and not has_exact_quote(claim):
        raise QuoteNeeded(claim.id, verdict)
    if decision.verdict is None:
        return
    reason = (decision.reason or "").strip()
    if decision.verdict is Verdict.REFUTED and not reason:
        raise ReasonNeeded(f"claim {claim.id}: the verdict refuted")
    if claim.verdict not in {None, decision.verdict} and not reason:
        raise ReasonNeeded(f"claim {claim.id}: changing the verdict from {claim.verdict} to {decision.verdict}")


def _words(statuses: frozenset[Status]) -> str:
    return ", ".join(status.value for status in Status if status in statuses)


def relate(relation: Relation, decision: RelationDecision, *, by: str, at: datetime) -> Relation:
    """The relation after the decision, one version on. Raises a ClaimError when the rules forbid it."""
    if (decision.conflict or decision.resolution) and relation.kind is not RelationKind.CONFLICTS:
        raise ConflictMisplaced(relation.id, relation.kind)
    conflict = decision.conflict or relation.conflict
    resolution = decision.resolution
    if resolution is None and conflict is ConflictState.RESOLVED:
        resolution = relation.resolution
    if (conflict is ConflictState.RESOLVED) != (resolution is not None):
        raise ResolutionNeeded(relation.id)
    reasons = relation.reasons
    if decision.reason and decision.reason not in reasons:
        reasons = (*reasons, decision.reason)
    return relation.model_copy(
        update={
            "state": decision.state or relation.state,
            "conflict": conflict,
            "resolution": resolution,
            "reasons": reasons,
            "decided_by": by,
            "decided_at": to_milliseconds(at),
            "version": relation.version + 1,
        }
    )


def problem_with(claim: Claim) -> ClaimError | None:
    """What is wrong with a claim that arrives with its verdict already made, as in an import; None when nothing is."""
    if claim.verdict is None:
        if claim.status is Status.DECIDED:
            return VerdictNeeded(claim.id, "the status decided")
        return VerdictNeeded(claim.id, "a confidence") if claim.confidence else None
    if claim.status not in KEEPS_VERDICT:
        return VerdictMisplaced(claim.id, claim.status)
    if claim.verdict in NEEDS_QUOTE and not has_exact_quote(claim):
        return QuoteNeeded(claim.id, claim.verdict)
    if claim.verdict is Verdict.REFUTED and not (claim.reason or "").strip():
        return ReasonNeeded(f"claim {claim.id}: the verdict refuted")
    return None


def mark_for_recheck(claim: Claim) -> Claim | None:
    """The claim after something it rests on has changed; None when that makes no difference to the work on it."""
    if claim.status in {Status.NEEDS_RECHECK, Status.DISMISSED}:
        return None
    return claim.model_copy(update={"status": Status.NEEDS_RECHECK, "version": claim.version + 1})
