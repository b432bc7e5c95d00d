"""Who sees what, and what comes of a judgement: the rules by themselves."""

from datetime import UTC, datetime, timedelta

import pytest

from claims.errors import AdjudicationNeeded, JudgementNeeded, ReasonNeeded, SecondAwaited
from claims.judgement import ClaimDecision
from claims.model import Claim, Review, Status, Verdict
from claims.reviews import ask, disagree, is_blind, judge, masked, shown, waits_for_second

NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)
YES, NO = Verdict.CONFLICTING, Verdict.NOT_ENOUGH_EVIDENCE
NEW = Claim(id="c1", statement="Three warehouses burned.", language="en")
DECIDED = NEW.model_copy(
    update={"status": Status.DECIDED, "verdict": YES, "decided_by": "anna", "decided_at": NOON, "reason": "seen"}
)


def _asked(name: str, claim: Claim = NEW, *, blind: bool = True) -> Review:
    made = ask(claim, [], name, blind=blind, by="desk", at=NOON)
    assert isinstance(made, tuple)
    return made[1]


def _given(name: str, verdict: Verdict, minutes: int, *, blind: bool = True) -> Review:
    told = {"verdict": verdict, "given_at": NOON + timedelta(minutes=minutes)}
    return _asked(name, blind=blind).model_copy(update=told)


def test_a_masked_claim_says_nothing_of_what_was_concluded() -> None:
    """Everything else is as it was."""
    hidden = masked(DECIDED)
    assert (hidden.status, hidden.verdict, hidden.reason) == (Status.IN_REVIEW, None, None)
    assert (hidden.decided_by, hidden.decided_at) == (None, None)
    assert masked(NEW).model_copy(update={"status": Status.NEW}) == NEW
    assert hidden.statement == DECIDED.statement


def test_who_sees_whose_judgement() -> None:
    """A blind one their own; others what was given once there is a verdict, there are two, or one is theirs."""
    boris, carol = _asked("boris"), _given("carol", NO, 1)
    assert shown(DECIDED, [boris, carol], "boris") == (boris,)
    assert is_blind([boris, carol], "boris")
    assert [one.verdict for one in shown(NEW, [boris, carol], "anna")] == [None, None]
    assert [one.verdict for one in shown(NEW, [boris, carol], "carol")] == [None, NO]
    assert [one.verdict for one in shown(DECIDED, [boris, carol], "anna")] == [None, NO]
    both = [_given("boris", YES, 2), carol]
    assert [one.verdict for one in shown(NEW, both, "anna")] == [YES, NO]


@pytest.mark.parametrize(
    ("claim", "reviews", "expected"),
    [
        (NEW, [], False),
        (NEW, [_given("boris", NO, 1)], False),
        (NEW, [_given("boris", NO, 1), _given("carol", NO, 2)], False),
        (NEW, [_given("boris", NO, 1), _given("carol", YES, 2)], True),
        (DECIDED, [_given("boris", YES, 1)], False),
        (DECIDED, [_given("boris", NO, 1)], True),
        (DECIDED, [_given("boris", NO, 0)], True),
        (DECIDED, [_given("boris", NO, -1)], False),
        (DECIDED, [_given("boris", NO, 1, blind=False)], False),
        (DECIDED.model_copy(update={"status": Status.DISMISSED, "verdict": None}), [_given("boris", NO, -1)], False),
        (DECIDED.model_copy(update={"status": Status.NEEDS_RECHECK}), [_given("boris", NO, -1)], True),
    ],
)
def test_what_is_a_disagreement(claim: Claim, reviews: list[Review], expected: bool) -> None:
    """Different conclusions, reached without sight of each other, with no decision since."""
    assert disagree(claim, reviews) is expected


def test_a_decision_is_whose_it_is() -> None:
    """A blind reviewer's is their judgement, an owed one is done with it, an adjudication says why."""
    later = NOON + timedelta(hours=1)
    boris = _asked("boris")
    outcome = judge(DECIDED, [boris], ClaimDecision(verdict=NO), by="boris", at=later)
    assert outcome.claim == DECIDED
    assert [(old is None, new.reviewer, new.verdict) for old, new in outcome.reviews] == [
        (False, "boris", NO),
        (True, "anna", YES),
    ]
    both = [new for _, new in outcome.reviews]
    with pytest.raises(AdjudicationNeeded):
        judge(DECIDED, both, ClaimDecision(reason="a note"), by="carol", at=later)
    with pytest.raises(ReasonNeeded):
        judge(DECIDED, both, ClaimDecision(verdict=YES), by="carol", at=later)
    settled = judge(DECIDED, both, ClaimDecision(verdict=NO, reason="read both"), by="carol", at=later).claim
    assert (settled.verdict, settled.decided_by) == (NO, "carol")
    plain = _asked("carol", blind=False)
    (changed,) = judge(NEW, [plain], ClaimDecision(verdict=NO), by="carol", at=later).reviews
    assert (changed[0], changed[1].verdict, changed[1].blind) == (plain, NO, True)


def test_what_is_refused() -> None:
    """Anything but a verdict from a blind reviewer; a second word from one whose first waits for another's."""
    boris = _asked("boris")
    for decision in (ClaimDecision(status=Status.DEFERRED), ClaimDecision(reason="a note")):
        with pytest.raises(JudgementNeeded):
            judge(NEW, [boris], decision, by="boris", at=NOON)
    done = _given("boris", NO, 1)
    assert waits_for_second(NEW, [done], "boris")
    with pytest.raises(SecondAwaited):
        judge(NEW, [done], ClaimDecision(verdict=YES), by="boris", at=NOON)


def test_the_last_of_those_who_agree_decides() -> None:
    """With the lowest confidence of all, and none where one gave none."""
    carol = _given("carol", NO, 1).model_copy(update={"confidence": "high"})
    boris, later = _asked("boris"), NOON + timedelta(hours=1)
    told = judge(NEW, [carol, boris], ClaimDecision(verdict=NO, confidence="low"), by="boris", at=later).claim
    assert (told.verdict, told.confidence, told.decided_by) == (NO, "low", "boris")
    assert judge(NEW, [carol, boris], ClaimDecision(verdict=NO), by="boris", at=later).claim.confidence is None
    assert judge(NEW, [carol, boris, _asked("dora")], ClaimDecision(verdict=NO), by="boris", at=later).claim == NEW
