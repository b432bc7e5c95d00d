"""What may be decided about claims and relations, as tables of every case."""

from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from claims.judgement import (
    KEEPS_VERDICT,
    ClaimDecision,
    RelationDecision,
    decide,
    has_exact_quote,
    mark_for_recheck,
    problem_with,
    relate,
)
from claims.model import (
    Claim,
    Confidence,
    ConflictState,
    EvidenceLink,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Status,
    Verdict,
)
from evidence.model import QuoteState
from tests import strategies

NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)
EARLIER = datetime(2025, 8, 1, 12, tzinfo=UTC)


def _link(state: QuoteState = QuoteState.EXACT) -> EvidenceLink:
    return EvidenceLink(document="d1", start=0, end=3, exact="abc", state=state, added_by="import")


def _claim(status: Status = Status.NEW, verdict: Verdict | None = None, **more: object) -> Claim:
    given: dict[str, object] = {
        "id": "c1",
        "statement": "s",
        "language": "en",
        "status": status,
        "verdict": verdict,
        "reason": None if verdict is None else "because",
        "evidence": (_link(),),
        "decided_by": None if verdict is None else "boris",
        "decided_at": None if verdict is None else EARLIER,
    }
    return Claim.model_validate(given | more)


def _decide(claim: Claim, **told: object) -> Claim:
    return decide(claim, ClaimDecision.model_validate(told), by="anna", at=NOON)


# ── status ─────────────────────────────────────────────────────────────────────────────────────────

LEGAL = {
    "new": "in_review deferred decided needs_recheck dismissed",
    "in_review": "new deferred decided needs_recheck dismissed",
    "deferred": "new in_review decided needs_recheck dismissed",
    "decided": "in_review needs_recheck",
    "needs_recheck": "in_review deferred decided dismissed",
    "dismissed": "new in_review",
}
MOVES = [(a, b) for a, b in product(Status, Status) if a is not b]


def _at(status: Status) -> Claim:
    """A claim of this status, with a verdict where the status keeps one."""
    return _claim(status, Verdict.SUPPORTED if status in KEEPS_VERDICT else None)


@pytest.mark.parametrize(("old", "new"), MOVES, ids=lambda status: status.value)
def test_a_status_leads_where_the_table_says_and_nowhere_else(old: Status, new: Status) -> None:
    """Every pair of statuses: a legal move is made, an illegal one says where the claim could go instead."""
    claim = _at(old)
    if new.value not in LEGAL[old].split():
        with pytest.raises(StatusMove, match=rf"is {old} and cannot become {new}; from {old} it can become"):
            _decide(claim, status=new)
        return
    if new is Status.DECIDED and claim.verdict is None:
        with pytest.raises(VerdictNeeded):
            _decide(claim, status=new)
        claim = _claim(old)
        after = _decide(claim, status=new, verdict=Verdict.CONFLICTING)
    else:
        after = _decide(claim, status=new)
    assert (after.status, after.version) == (new, claim.version + 1)
    assert (after.decided_by, after.decided_at) == ("anna", NOON)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.DECIDED])
def test_a_status_is_not_set_again(status: Status) -> None:
    """Saying what is the case already is a mistake worth telling."""
    with pytest.raises(StatusMove):
        _decide(_at(status), status=status)


@pytest.mark.parametrize("status", [status for status in Status if status not in KEEPS_VERDICT])
def test_a_status_without_a_verdict_takes_the_verdict_away(status: Status) -> None:
    """Reopening a claim leaves neither verdict nor confidence behind."""
    claim = _claim(Status.NEEDS_RECHECK, Verdict.SUPPORTED, confidence=Confidence.HIGH)
    if status is Status.NEW:
        return
    after = _decide(claim, status=status)
    assert (after.verdict, after.confidence, after.reason) == (None, None, None)


def test_a_claim_to_be_checked_again_shows_what_was_concluded() -> None:
    """The old verdict stays in sight until a person confirms or changes it."""
    claim = _claim(Status.DECIDED, Verdict.SUPPORTED, confidence=Confidence.HIGH)
    marked = _decide(claim, status=Status.NEEDS_RECHECK)
    assert (marked.verdict, marked.confidence, marked.reason) == (Verdict.SUPPORTED, Confidence.HIGH, "because")
    confirmed = _decide(marked, status=Status.DECIDED)
    assert (confirmed.verdict, confirmed.confidence) == (Verdict.SUPPORTED, Confidence.HIGH)


# ── verdicts ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_decides(verdict: Verdict) -> None:
    """Giving a verdict sets the status decided."""
    after = _decide(_claim(), verdict=verdict, confidence=Confidence.LOW, reason="why")
    assert (after.status, after.verdict, after.confidence, after.reason) == (
        Status.DECIDED,
        verdict,
        Confidence.LOW,
        "why",
    )


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.DECIDED])
def test_a_verdict_goes_with_no_other_status(status: Status) -> None:
    """A verdict on a claim that stays open is a contradiction."""
    with pytest.raises(VerdictMisplaced):
        _decide(_claim(), verdict=Verdict.CONFLICTING, status=status)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("states", [(), *((state,) for state in QuoteState), (QuoteState.ORPHAN, QuoteState.EXACT)])
def test_supported_and_refuted_rest_on_an_exact_quote(verdict: Verdict, states: tuple[QuoteState, ...]) -> None:
    """A moved, resembling or lost quote does not carry a verdict; the other two verdicts need none."""
    claim = _claim(evidence=tuple(_link(state) for state in states))
    assert has_exact_quote(claim) == (QuoteState.EXACT in states)
    if verdict in {Verdict.SUPPORTED, Verdict.REFUTED} and QuoteState.EXACT not in states:
        with pytest.raises(QuoteNeeded, match="none of its quotes is found exact"):
            _decide(claim, verdict=verdict, reason="why")
    else:
        assert _decide(claim, verdict=verdict, reason="why").verdict is verdict


@pytest.mark.parametrize("verdict", [Verdict.SUPPORTED, Verdict.REFUTED])
def test_a_kept_verdict_rests_on_an_exact_quote_too(verdict: Verdict) -> None:
    """A claim that lost its quote while it waited cannot be confirmed by its status alone."""
    claim = _claim(Status.NEEDS_RECHECK, verdict, evidence=())
    with pytest.raises(QuoteNeeded):
        _decide(claim, status=Status.DECIDED)


@pytest.mark.parametrize("reason", [None, "", " \n"])
def test_refuted_needs_a_reason_in_words(reason: str | None) -> None:
    """White space is no reason."""
    with pytest.raises(ReasonNeeded, match="refuted needs a reason"):
        _decide(_claim(), verdict=Verdict.REFUTED, reason=reason)


@pytest.mark.parametrize(("old", "new"), list(product(Verdict, Verdict)), ids=lambda verdict: verdict.value)
def test_a_changed_verdict_needs_a_reason(old: Verdict, new: Verdict) -> None:
    """The same verdict again needs none, unless it is refuted; another one does, and the old reason goes."""
    claim = _claim(Status.DECIDED, old)
    if old is new and new is not Verdict.REFUTED:
        assert _decide(claim, verdict=new).reason == "because"
        return
    with pytest.raises(ReasonNeeded):
        _decide(claim, verdict=new)
    assert _decide(claim, verdict=new, reason="on second thoughts").reason == "on second thoughts"


def test_another_verdict_starts_without_the_old_confidence() -> None:
    """How sure one was of the old verdict says nothing about the new one."""
    claim = _claim(Status.DECIDED, Verdict.SUPPORTED, confidence=Confidence.HIGH)
    assert _decide(claim, verdict=Verdict.CONFLICTING, reason="why").confidence is None
    assert _decide(claim, verdict=Verdict.SUPPORTED).confidence is Confidence.HIGH


def test_a_confidence_needs_a_verdict() -> None:
    """One cannot be sure of nothing."""
    with pytest.raises(VerdictNeeded, match="a confidence needs a verdict"):
        _decide(_claim(), confidence=Confidence.HIGH)


def test_the_confidence_alone_can_change() -> None:
    """The verdict and its reason stay."""
    after = _decide(_claim(Status.DECIDED, Verdict.SUPPORTED), confidence=Confidence.LOW)
    assert (after.verdict, after.reason, after.confidence) == (Verdict.SUPPORTED, "because", Confidence.LOW)


@given(
    claim=strategies.claims(st.just("d1")),
    decision=st.builds(
        ClaimDecision,
        verdict=st.none() | st.sampled_from(Verdict),
        confidence=st.none() | st.sampled_from(Confidence),
        status=st.none() | st.sampled_from(Status),
        reason=st.none() | strategies.texts,
    ),
)
def test_whatever_is_decided_the_rules_hold_afterwards(claim: Claim, decision: ClaimDecision) -> None:
    """A decision either is refused or leaves a claim that an import would accept too, and touches only the decision."""
    try:
        after = decide(claim, decision, by="anna", at=NOON)
    except ClaimError:
        return
    assert problem_with(after) is None
    assert after.version == claim.version + 1
    said = {"status", "verdict", "confidence", "reason", "decided_by", "decided_at", "version"}
    assert after.model_dump(exclude=said) == claim.model_dump(exclude=said)
    assert (after.verdict is not None) or after.confidence is None


# ── claims that arrive decided ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        (_claim(), None),
        (_claim(Status.DEFERRED), None),
        (_claim(Status.DECIDED, Verdict.SUPPORTED), None),
        (_claim(Status.NEEDS_RECHECK, Verdict.REFUTED), None),
        (_claim(Status.DECIDED, Verdict.CONFLICTING, evidence=(), reason=None), None),
        (_claim(Status.DECIDED), VerdictNeeded),
        (_claim(confidence=Confidence.LOW), VerdictNeeded),
        (_claim(Status.NEW, Verdict.SUPPORTED), VerdictMisplaced),
        (_claim(Status.DISMISSED, Verdict.CONFLICTING), VerdictMisplaced),
        (_claim(Status.DECIDED, Verdict.SUPPORTED, evidence=()), QuoteNeeded),
        (_claim(Status.DECIDED, Verdict.REFUTED, evidence=(_link(QuoteState.MOVED),)), QuoteNeeded),
        (_claim(Status.DECIDED, Verdict.REFUTED, reason=" "), ReasonNeeded),
    ],
)
def test_an_imported_verdict_keeps_the_same_rules(claim: Claim, problem: type[ClaimError] | None) -> None:
    """A file cannot bring in what a reviewer could not decide."""
    found = problem_with(claim)
    assert (None if found is None else type(found)) is problem


@pytest.mark.parametrize("status", Status)
def test_what_rests_on_something_changed_is_checked_again(status: Status) -> None:
    """A dismissed claim is left alone, and one that waits already is not marked twice."""
    claim = _at(status)
    marked = mark_for_recheck(claim)
    if status in {Status.DISMISSED, Status.NEEDS_RECHECK}:
        assert marked is None
        return
    assert marked is not None
    assert (marked.status, marked.version, marked.verdict) == (Status.NEEDS_RECHECK, 2, claim.verdict)
    assert problem_with(marked) is None


# ── relations ──────────────────────────────────────────────────────────────────────────────────────


def _relation(kind: RelationKind = RelationKind.CONFLICTS, **more: object) -> Relation:
    course = ConflictState.OPEN if kind is RelationKind.CONFLICTS else None
    given: dict[str, object] = {"id": "r1", "a": "c1", "b": "c2", "kind": kind, "conflict": course, "added_by": "rule"}
    return Relation.model_validate(given | more)


def _relate(relation: Relation, **told: object) -> Relation:
    return relate(relation, RelationDecision.model_validate(told), by="anna", at=NOON)


@pytest.mark.parametrize("state", RelationState)
def test_a_relation_can_be_confirmed_rejected_and_put_back(state: RelationState) -> None:
    """A person's word about a suggestion is kept with who and when."""
    after = _relate(_relation(), state=state, reason="seen both")
    assert (after.state, after.reasons, after.decided_by, after.decided_at) == (state, ("seen both",), "anna", NOON)
    assert after.version == 2


def test_reasons_add_up_and_are_not_repeated() -> None:
    """What the rule said stays, and the same words are kept once."""
    after = _relate(_relation(reasons=("three is not four",)), reason="seen both")
    assert after.reasons == ("three is not four", "seen both")
    assert _relate(after, reason="seen both").reasons == after.reasons


@pytest.mark.parametrize("kind", [kind for kind in RelationKind if kind is not RelationKind.CONFLICTS])
def test_only_a_conflict_has_a_course(kind: RelationKind) -> None:
    """Agreement is not resolved."""
    for told in ({"conflict": ConflictState.OPEN}, {"resolution": Resolution.ONE_IS_WRONG}):
        with pytest.raises(ConflictMisplaced):
            _relate(_relation(kind), **told)


@pytest.mark.parametrize("course", ConflictState)
@pytest.mark.parametrize("resolution", [None, Resolution.REGIONAL_TERM])
def test_a_resolved_conflict_says_by_what_and_only_a_resolved_one_does(
    course: ConflictState, resolution: Resolution | None
) -> None:
    """The course and the resolution go together."""
    if (course is ConflictState.RESOLVED) != (resolution is not None):
        with pytest.raises(ResolutionNeeded):
            _relate(_relation(), conflict=course, resolution=resolution)
    else:
        after = _relate(_relation(), conflict=course, resolution=resolution)
        assert (after.conflict, after.resolution) == (course, resolution)


def test_a_conflict_that_opens_again_is_no_longer_resolved() -> None:
    """By what it had been resolved goes; a word about something else leaves it."""
    resolved = _relate(_relation(), conflict=ConflictState.RESOLVED, resolution=Resolution.TEMPORAL_CHANGE)
    assert _relate(resolved, state=RelationState.CONFIRMED).resolution is Resolution.TEMPORAL_CHANGE
    assert _relate(resolved, resolution=Resolution.REGIONAL_TERM).resolution is Resolution.REGIONAL_TERM
    assert _relate(resolved, conflict=ConflictState.OPEN).resolution is None
