"""The queue begins with what is worth a reviewer's time, says why, and learns from decisions."""

import random

from hypothesis import given
from hypothesis import strategies as st

from claims.model import (
    Assessment,
    Checkability,
    Claim,
    ConflictState,
    Quantity,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Status,
    Verdict,
)
from claims.priority import FARTHEST, PRIOR, Decided, Weights, features, learn, priority, worthwhile
from tests.strategies import claims, relations

CLAIM = Claim(id="c", statement="The port burned", language="en")
CONFLICT = Relation(id="r", a="c", b="d", kind=RelationKind.CONFLICTS, conflict=ConflictState.OPEN, added_by="match")


def assessed(verdict: Verdict, score: int) -> Claim:
    """The claim with this assessment."""
    return CLAIM.model_copy(update={"assessment": Assessment(verdict=verdict, score=score)})


def test_an_open_conflict_comes_first() -> None:
    """And is told first; one that is settled or rejected says nothing."""
    found = priority(CLAIM, [CONFLICT])
    assert found.score > priority(CLAIM).score + 20
    assert found.reason.startswith("contradicted and unsettled")
    settled = CONFLICT.model_copy(update={"conflict": ConflictState.RESOLVED, "resolution": Resolution.ONE_IS_WRONG})
    rejected = CONFLICT.model_copy(update={"state": RelationState.REJECTED})
    assert priority(CLAIM, [rejected]).score == priority(CLAIM).score
    assert "contradicted" not in priority(CLAIM, [settled]).reason


def test_each_feature_raises_it() -> None:
    """Uncertainty, figures, a changed source; an opinion sinks."""
    plain = priority(assessed(Verdict.SUPPORTED, 95)).score
    assert priority(assessed(Verdict.CONFLICTING, 50)).score > plain
    counted = CLAIM.model_copy(update={"quantities": (Quantity(text="3", low=3, high=3),)})
    assert priority(counted).score > priority(CLAIM).score
    stale = CLAIM.model_copy(update={"status": Status.NEEDS_RECHECK})
    assert "to be checked again" in priority(stale).reason
    opinion = CLAIM.model_copy(update={"checkability": Checkability.OPINION})
    assert priority(opinion).score < priority(CLAIM).score


def test_decisions_tell_whether_it_was_worth_while() -> None:
    """A verdict other than the suggested one was; a dismissal was not; a deferral tells nothing."""
    before = assessed(Verdict.SUPPORTED, 80)

    def after(**changes: object) -> Claim:
        return before.model_copy(update=changes)

    assert worthwhile(before, after(status=Status.DECIDED, verdict=Verdict.REFUTED)) is True
    assert worthwhile(before, after(status=Status.DECIDED, verdict=Verdict.SUPPORTED)) is False
    assert worthwhile(before, after(status=Status.DISMISSED)) is False
    assert worthwhile(before, after(status=Status.DEFERRED)) is None
    assert worthwhile(CLAIM, CLAIM.model_copy(update={"status": Status.DECIDED, "verdict": Verdict.SUPPORTED})) is True


def test_it_learns_what_this_desk_cares_for() -> None:
    """Where conflicts turn out idle and figures telling, claims that are still to come are ordered better."""
    chance = random.Random(3)
    cases = []
    for _ in range(400):
        found = {name: chance.random() for name in PRIOR if name != "base"}
        cases.append(
            Decided(found, worthwhile=2 * found["check_worthiness"] - found["conflict"] + chance.gauss(0, 0.3) > 0.5)
        )
    learned = learn(cases[:200])

    def right(weights: Weights) -> float:
        def total(one: Decided) -> float:
            return sum(weights.values[name] * amount for name, amount in one.features.items())

        pairs = [(a, b) for a in cases[200:] for b in cases[200:] if a.worthwhile and not b.worthwhile]
        return sum(total(a) > total(b) for a, b in pairs) / len(pairs)

    assert right(learned) > right(Weights()) + 0.1
    assert learned.decisions == 200


@given(
    st.lists(
        st.builds(Decided, st.dictionaries(st.sampled_from(sorted(PRIOR)), st.floats(0, 1)), st.booleans()), max_size=80
    ),
    st.integers(0, 80),
)
def test_learning_can_be_interrupted(decisions: list[Decided], at: int) -> None:
    """In two goes as in one; never farther from the prior than allowed."""
    found = learn(decisions)
    assert found == learn(decisions[at:], learn(decisions[:at]))
    assert all(abs(found.values[name] - PRIOR[name]) <= FARTHEST for name in PRIOR)


@given(claims(), relations("c1", "c2"))
def test_every_claim_has_a_priority(claim: Claim, relation: Relation) -> None:
    """From 0 to 100 with a reason, the same every time."""
    tied = relation.model_copy(update={"a": claim.id})
    found = priority(claim, [tied])
    assert 0 <= found.score <= 100
    assert found.reason
    assert found == priority(claim, [tied])
    assert all(0 <= amount <= 1 for amount in features(claim, [tied]).values())
