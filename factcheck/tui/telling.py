"""What was done, in words: for the status line, the questions and the screens."""

from claims.model import Claim, Review, Status
from factcheck.dossier import Dossier, Event, Undone
from factcheck.errors import FactcheckError, NotAllowed
from factcheck.tui.glyphs import words

BRIEF = 40
"""Code points of a statement that is only named."""
_TOLD = ("verdict", "status", "confidence", "state", "conflict", "resolution", "reason", "statement", "tags")
_GROUPS = {"split": "the split", "merge": "the merging", "assignment": "what was asked"}


def plainly(problem: FactcheckError, claim: str = "") -> str:
    """The rule's sentence without the id of the one claim that everybody is looking at."""
    told = str(problem)
    return told.replace(f"claim {claim}", "this claim") if claim and isinstance(problem, NotAllowed) else told


def standing(claim: Claim) -> str:
    """Where a claim stands, in words."""
    told = words(claim.status) if claim.verdict is None else words(claim.verdict)
    if claim.verdict is not None and claim.status is not Status.DECIDED:
        told += f" ({words(claim.status)})"
    return told + (f", {claim.confidence} confidence" if claim.confidence else "")


def owes(review: Review, reviewer: str) -> bool:
    """Whether this reviewer was asked and has not judged."""
    return review.reviewer == reviewer and review.verdict is None and review.given_at is None


def judgement(review: Review) -> str:
    """A judgement in a line."""
    if review.verdict is None:
        if review.given_at:
            return f"{review.reviewer} has judged it; that is shown once it was judged twice"
        return f"{review.reviewer} is asked{', blind' if review.blind else ''}"
    sure = f", {review.confidence} confidence" if review.confidence else ""
    return f"{review.reviewer}: {words(review.verdict)}{sure}" + (f". {review.reason}" if review.reason else "")


def short_of(text: str) -> str:
    """The beginning of a statement."""
    return text if len(text) <= BRIEF else f"{text[:BRIEF]}.."


def theirs(dossier: Dossier, seen: Claim, now: Claim) -> list[str]:
    """What someone else did to a claim since it was shown."""
    lines = [f"You were shown: {standing(seen)}", f"It is now: {standing(now)}"]
    if now.statement != seen.statement:
        lines.append(f"Its wording is now: {now.statement}")
    if now.tags != seen.tags:
        lines.append(f"Its tags are now: {', '.join(now.tags) or 'none'}")
    last = dossier.history(now.id, limit=1)
    return lines + [f"{event.who}, {moment(event)}" + (f": {event.why}" if event.why else "") for event in last]


def moment(event: Event) -> str:
    """When something was done, to the minute."""
    return f"{event.when[:10]} {event.when[11:16]}"


def restored(done: Undone) -> str:
    """What an undo restored, in words."""
    if done.kind in _GROUPS:
        return _GROUPS[done.kind]
    if len(done.claims) > 1:
        return f"{len(done.claims)} claims"
    what, _, before, after = done.changes[0]
    told = [f"{name} {_value(before.get(name))} → {_value(after[name])}" for name in _TOLD if name in after]
    return f"{what}: " + (", ".join(told) or "as it was")


def _value(value: object) -> str:
    return words(value) or "none"
