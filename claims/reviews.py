"""Second judgements of a claim: who may see what, what a judgement needs, and what comes of it. Values in, values out.

The claim's own verdict is what the desk concluded, and its decider's judgement. A `Review` is one person's own: asked
for, then given. docs/reviewing.md tells the whole course.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from claims.errors import AdjudicationNeeded, JudgementNeeded, ReasonNeeded, SecondAwaited
from claims.ids import review_id
from claims.judgement import ClaimDecision, check_verdict, decide
from claims.model import Claim, Confidence, Review, Status
from evidence.model import to_milliseconds

OPEN = frozenset({Status.NEW, Status.IN_REVIEW, Status.NEEDS_RECHECK})
"""Statuses that wait for a reviewer."""
SETTLED = frozenset({Status.DECIDED, Status.DISMISSED})
ENOUGH = 2
"""Judgements that make a second look."""

Changed = tuple[Review | None, Review]
"""A judgement before and after; None before where there was none."""


class Outcome(NamedTuple):
    """What comes of a decision: the claim as it is afterwards (unchanged where it is the same), and judgements."""

    claim: Claim
    reviews: tuple[Changed, ...] = ()


# ── who sees what ──────────────────────────────────────────────────────────────────────────────────


def own(reviews: Iterable[Review], reviewer: str) -> Review | None:
    """This reviewer's row, asked for or given."""
    return next((review for review in reviews if review.reviewer == reviewer), None)


def given(reviews: Iterable[Review]) -> list[Review]:
    """Those with a verdict."""
    return [review for review in reviews if review.verdict is not None]


def is_blind(reviews: Iterable[Review], reviewer: str) -> bool:
    """Whether the reviewer still owes a judgement without sight of what others concluded."""
    mine = own(reviews, reviewer)
    return mine is not None and mine.blind and mine.verdict is None


def masked(claim: Claim) -> Claim:
    """The claim as a blind reviewer sees it: what it says and rests on, not what anyone concluded."""
    hidden = {"status": Status.IN_REVIEW, **dict.fromkeys(("verdict", "confidence", "reason"))}
    return claim.model_copy(update={**hidden, "decided_by": None, "decided_at": None})


def shown(claim: Claim, reviews: Sequence[Review], reviewer: str) -> tuple[Review, ...]:
    """The judgements as this reviewer may see them; what was given and stays hidden has a time and no verdict.

    A blind reviewer sees their own row alone. Everyone else sees who is asked, and what was given once the claim has
    a verdict, was judged twice, or was judged by themselves: until then they may be the ones who judge it next.
    """
    mine = own(reviews, reviewer)
    if is_blind(reviews, reviewer):
        return () if mine is None else (mine,)
    there = given(reviews)
    if claim.verdict is not None or len(there) >= ENOUGH or mine in there:
        return tuple(reviews)
    return tuple(
        one.model_copy(update=dict.fromkeys(("verdict", "confidence", "reason"))) if one.verdict else one
        for one in reviews
    )


def disagree(claim: Claim, reviews: Sequence[Review]) -> bool:
    """Whether its reviewers concluded different things and nobody has decided between them since.

    What was judged with sight of others is a decision about the claim and no second opinion; it does not count here.
    The same stands as SQL in factcheck/store/filters.py.
    """
    there = [review for review in given(reviews) if review.blind]
    concluded = {review.verdict for review in there} | ({claim.verdict} - {None})
    if not there or len(concluded) == 1:
        return False
    last = max(review.given_at for review in there if review.given_at)
    return not (claim.status in SETTLED and claim.decided_at is not None and claim.decided_at > last)


def waits_for_second(claim: Claim, reviews: Sequence[Review], reviewer: str) -> bool:
    """Whether this reviewer has judged it on request, and it has no verdict until another one has too."""
    mine = own(reviews, reviewer)
    there = given(reviews)
    return mine in there and claim.verdict is None and claim.status in OPEN and len(there) < ENOUGH


# ── asking ─────────────────────────────────────────────────────────────────────────────────────────


def ask(claim: Claim, reviews: Sequence[Review], to: str, *, blind: bool, by: str, at: datetime) -> Changed | str:
    """The row that asks `to` for a judgement, before and after; or in words why there is nothing to ask."""
    mine = own(reviews, to)
    if claim.status is Status.DISMISSED:
        return "is dismissed"
    if mine is not None and mine.verdict is not None:
        return f"was judged by {to} already"
    if claim.verdict is not None and claim.decided_by == to:
        return f"was decided by {to}"
    told = {"blind": blind, "asked_by": by, "asked_at": to_milliseconds(at)}
    if mine is None:
        return None, Review(id=review_id(claim.id, to), claim=claim.id, reviewer=to, **told)
    if mine.blind == blind:
        return f"is with {to} already"
    return mine, mine.model_copy(update={**told, "version": mine.version + 1})


# ── judging ────────────────────────────────────────────────────────────────────────────────────────


def judge(claim: Claim, reviews: Sequence[Review], decision: ClaimDecision, *, by: str, at: datetime) -> Outcome:
    """What comes of a decision by `by` about a claim with these reviews. Raises a ClaimError.

    Of a blind reviewer it is their own judgement; of anyone else it is the desk's decision, and the judgement they
    owed. Where reviewers disagree it is the adjudication, which says why.
    """
    if is_blind(reviews, by):
        return _give(claim, reviews, decision, by, at)
    if waits_for_second(claim, reviews, by):
        raise SecondAwaited(claim.id)
    if disagree(claim, reviews) and decision.status in {None, Status.DECIDED}:
        if decision.verdict is None:
            raise AdjudicationNeeded(claim.id)
        if not (decision.reason or "").strip():
            raise ReasonNeeded(f"claim {claim.id}: deciding between reviewers who disagree")
    changed = decide(claim, decision, by=by, at=at)
    noted = _noted(claim, changed, reviews, by) if changed.verdict is not claim.verdict or decision.verdict else None
    return Outcome(changed, (noted,) if noted else ())


def _give(claim: Claim, reviews: Sequence[Review], decision: ClaimDecision, by: str, at: datetime) -> Outcome:
    mine = own(reviews, by)
    if mine is None or decision.verdict is None or decision.status not in {None, Status.DECIDED}:
        raise JudgementNeeded(claim.id)
    check_verdict(masked(claim), decision, Status.DECIDED, decision.verdict)
    new = mine.model_copy(
        update={
            **decision.model_dump(include={"verdict", "confidence", "reason"}),
            "given_at": to_milliseconds(at),
            "version": mine.version + 1,
        }
    )
    changes: list[Changed] = [(mine, new)]
    first = _first_judgement(claim, reviews)
    if first is not None:
        changes.append((None, first))
    all_ = [one for one in reviews if one.id != new.id] + [one for _, one in changes]
    return Outcome(_concluded(claim, all_, new, by, at), tuple(changes))


def _first_judgement(claim: Claim, reviews: Sequence[Review]) -> Review | None:
    """The claim's own decision as its decider's judgement, kept before an adjudication takes its place."""
    by = claim.decided_by
    if claim.verdict is None or by is None or own(reviews, by) is not None:
        return None
    return Review(
        id=review_id(claim.id, by),
        claim=claim.id,
        reviewer=by,
        verdict=claim.verdict,
        confidence=claim.confidence,
        reason=claim.reason,
        blind=not given(reviews),
        given_at=claim.decided_at,
    )


def _concluded(claim: Claim, reviews: Sequence[Review], last: Review, by: str, at: datetime) -> Claim:
    """The claim, decided where it had no verdict and all who were asked for a judgement came to the same one."""
    there = given(reviews)
    waiting = any(one.blind and one.verdict is None for one in reviews)
    if waiting or claim.verdict or claim.status not in OPEN or len(there) < ENOUGH:
        return claim
    if len({one.verdict for one in there}) > 1:
        return claim
    reason = last.reason or next((one.reason for one in there if one.reason), None)
    agreed = ClaimDecision(verdict=last.verdict, confidence=_lowest(there), reason=reason)
    return decide(claim, agreed, by=by, at=at)


def _lowest(reviews: Sequence[Review]) -> Confidence | None:
    steps = list(Confidence)
    told = [steps.index(one.confidence) for one in reviews if one.confidence]
    return steps[min(told)] if len(told) == len(reviews) else None


def _noted(before: Claim, after: Claim, reviews: Sequence[Review], by: str) -> Changed | None:
    """The decider's own judgement where it has to stand beside others: what they owed, or what they saw nobody's of."""
    mine = own(reviews, by)
    there = given(reviews)
    sightless = before.verdict is None and len(there) < ENOUGH
    others = [one for one in there if one.reviewer != by]
    if mine is None and not (others and sightless):
        return None
    if mine is not None and mine.verdict is not None and others:
        return None  # given, and seen by others: it stays what it was
    told = {
        "verdict": after.verdict,
        "confidence": after.confidence if after.verdict else None,
        "reason": after.reason if after.verdict else None,
        "given_at": after.decided_at if after.verdict else None,
    }
    if mine is not None:
        blind = mine.blind if mine.verdict else sightless and after.verdict is not None
        return mine, mine.model_copy(update={**told, "blind": blind, "version": mine.version + 1})
    if after.verdict is None:
        return None
    return None, Review(id=review_id(before.id, by), claim=before.id, reviewer=by, blind=True, **told)
