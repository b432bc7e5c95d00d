"""What can be wrong with a decision. Each class writes its own sentence.

ClaimError
├── StatusMove          the status does not lead there
├── QuoteNeeded         supported or refuted without an exact quote
├── ReasonNeeded        refuted, or a changed verdict, without a reason in words
├── VerdictNeeded       a confidence, or the status `decided`, without a verdict
├── VerdictMisplaced    a verdict together with a status that has none
├── ConflictMisplaced   the course of a conflict on a relation that is none
├── JudgementNeeded     a reviewer who was asked for a judgement of their own does something else
├── SecondAwaited       a reviewer judges again what waits for another one
├── AdjudicationNeeded  reviewers disagree, and the decision does not decide between them
└── ResolutionNeeded    a resolution without `resolved`, or the other way round
"""


class ClaimError(Exception):
    """A decision that the rules do not allow."""


class StatusMove(ClaimError):
    """The status does not lead there."""

    def __init__(self, claim: str, old: str, new: str, allowed: str) -> None:
        super().__init__(f"claim {claim} is {old} and cannot become {new}; from {old} it can become {allowed}")


class QuoteNeeded(ClaimError):
    """`supported` and `refuted` rest on exact words."""

    def __init__(self, claim: str, verdict: str) -> None:
        super().__init__(
            f"claim {claim} cannot be {verdict}: none of its quotes is found exact in a stored document; "
            "link one first, or choose conflicting or not_enough_evidence"
        )


class ReasonNeeded(ClaimError):
    """Some decisions need a reason in words."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} needs a reason in words")


class VerdictNeeded(ClaimError):
    """There is no verdict to be sure of."""

    def __init__(self, claim: str, what: str) -> None:
        super().__init__(f"claim {claim}: {what} needs a verdict")


class VerdictMisplaced(ClaimError):
    """A verdict goes with the status `decided`."""

    def __init__(self, claim: str, status: str) -> None:
        super().__init__(f"claim {claim}: a verdict makes it decided, so the status {status} cannot be set with it")


class ConflictMisplaced(ClaimError):
    """Only conflicts have the course of a conflict."""

    def __init__(self, relation: str, kind: str) -> None:
        super().__init__(
            f"relation {relation} is of kind {kind}; only a conflict can be {{}}".format(
                "open, acknowledged, deferred, resolved or intractable"
            )
        )


class JudgementNeeded(ClaimError):
    """Who was asked for a judgement without sight of others' gives that first."""

    def __init__(self, claim: str) -> None:
        super().__init__(f"claim {claim} waits for your own verdict: give that first, everything else comes after it")


class SecondAwaited(ClaimError):
    """One judgement is given, and another one is wanted before there is a verdict."""

    def __init__(self, claim: str) -> None:
        super().__init__(
            f"claim {claim}: your judgement is given and waits for another reviewer's; undo takes it back while it does"
        )


class AdjudicationNeeded(ClaimError):
    """Reviewers disagree, and somebody has to decide between them first."""

    def __init__(self, claim: str) -> None:
        super().__init__(f"claim {claim}: its reviewers disagree; decide between them with a verdict and a reason")


class ResolutionNeeded(ClaimError):
    """`resolved` says by what."""

    def __init__(self, relation: str) -> None:
        super().__init__(f"relation {relation}: a resolved conflict says by what, and only a resolved one does")
