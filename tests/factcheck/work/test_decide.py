"""One person's decision, saved with its ledger entry; several people's decisions at once."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from claims.ids import claim_id, relation_id
from claims.judgement import ClaimDecision, RelationDecision
from claims.model import (
    Confidence,
    ConflictState,
    Facet,
    RelationKind,
    RelationState,
    Resolution,
    Status,
    Verdict,
)
from evidence.model import Reliability
from factcheck.dossier import Dossier
from factcheck.errors import FactcheckError, NotAllowed, Stale, UnknownReference
from tests.factcheck.outside import bodies, row_counts
from tests.factcheck.story import ROWS, bring, fill

W3, W4 = claim_id("", external_id="w3"), claim_id("", external_id="w4")
PEOPLE = ("anna", "boris", "chen", "dana")
EACH = 25


def _kinds(url: str) -> list[str]:
    return [str(json.loads(body)["kind"]) for body in bodies(url).values()]


# ── claims ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_decision_is_saved_with_who_and_when(story: Dossier, url: str) -> None:
    """The claim, its status and its history tell the same."""
    decided = story.decide("w4", ClaimDecision(verdict=Verdict.REFUTED, confidence=Confidence.LOW, reason="counted"))
    assert decided == story.claim("w4")
    assert (decided.status, decided.decided_by, decided.version) == (Status.DECIDED, "anna", 2)
    last = next(iter(story.history("w4")))
    assert (last.kind, last.who, last.why) == ("decision", "anna", "counted")
    assert last.changes[0]["from"] == {"status": "new", "verdict": None, "confidence": None, "reason": None}
    assert story.verify().findings == ()


@pytest.mark.parametrize("reference", ["w3", W3, W3[:6], W3[:6].upper()])
def test_a_claim_answers_to_its_id_a_beginning_of_it_and_its_external_id(story: Dossier, reference: str) -> None:
    """Whatever a person types."""
    assert story.decide(reference, ClaimDecision(status=Status.IN_REVIEW)).id == W3


def test_a_beginning_that_several_claims_share_names_them(story: Dossier) -> None:
    """Nothing is decided about a claim that was not meant."""
    bring(story, [{"statement": f"claim number {number}"} for number in range(40)])
    by_start: dict[str, list[str]] = {}
    for claim in story.claims():
        by_start.setdefault(claim.id[:1], []).append(claim.id)
    with pytest.raises(UnknownReference, match="no claim is called 'c'"):
        story.decide("c", ClaimDecision(status=Status.DEFERRED))


def test_what_the_rules_forbid_changes_nothing(story: Dossier, url: str) -> None:
    """A refused decision leaves claim and ledger as they were."""
    before = bodies(url)
    for claim, decision in (
        ("free", ClaimDecision(verdict=Verdict.SUPPORTED)),
        ("w4", ClaimDecision(verdict=Verdict.REFUTED)),
        ("w3", ClaimDecision(verdict=Verdict.CONFLICTING)),
        ("w3", ClaimDecision(status=Status.DISMISSED)),
        ("w4", ClaimDecision(confidence=Confidence.HIGH)),
    ):
        with pytest.raises(NotAllowed):
            story.decide(claim, decision)
    with pytest.raises(UnknownReference):
        story.decide("nobody", ClaimDecision(status=Status.DEFERRED))
    assert bodies(url) == before
    assert story.claim("w4").version == 1


@pytest.mark.parametrize("reason", ["a\0b", "\ud800"])
def test_a_reason_that_no_database_holds_is_refused(story: Dossier, url: str, reason: str) -> None:
    """PostgreSQL knows no NUL, and UTF-8 no half of a pair; SQLite must not take what PostgreSQL cannot take over."""
    before = bodies(url)
    with pytest.raises((FactcheckError, ValueError)):
        story.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING, reason=reason))
    assert bodies(url) == before


def test_several_claims_are_decided_together_or_not_at_all(story: Dossier, url: str) -> None:
    """One that is refused takes the others with it."""
    before = bodies(url)
    with pytest.raises(NotAllowed):
        story.decide_all(["w4", "h2", "free"], ClaimDecision(verdict=Verdict.SUPPORTED))
    assert bodies(url) == before
    done = story.decide_all(["w4", "h2"], ClaimDecision(verdict=Verdict.SUPPORTED))
    assert [claim.status for claim in done] == [Status.DECIDED] * 2
    assert story.verify().findings == ()


def test_a_decision_on_an_old_version_is_refused_and_says_who_came_first(story: Dossier, url: str) -> None:
    """The reviewer sees that boris decided meanwhile, and nothing of his is overwritten."""
    seen = story.claim("w4").version
    with Dossier.open(url, reviewer="boris") as other:
        other.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING), seen=seen)
    before = bodies(url)
    with pytest.raises(Stale, match=r"has changed since version 1: it is now version 2 \(decision by boris at 20"):
        story.decide("w4", ClaimDecision(verdict=Verdict.SUPPORTED, reason="mine"), seen=seen)
    assert bodies(url) == before
    assert story.decide("w4", ClaimDecision(verdict=Verdict.SUPPORTED, reason="seen"), seen=2).version == 3


def test_a_version_from_the_future_is_refused_too(story: Dossier) -> None:
    """A dossier restored from an older copy is not the one the reviewer looked at."""
    with pytest.raises(Stale):
        story.decide("w4", ClaimDecision(status=Status.DEFERRED), seen=7)


def test_deciding_while_walking_through_the_claims_works(story: Dossier) -> None:
    """The loop that every script writes: reading does not lock out the reader's own writing."""
    for claim in story.claims():
        if claim.status is Status.NEW:
            story.decide(claim.id, ClaimDecision(status=Status.IN_REVIEW), seen=claim.version)
    assert story.stats().status["in_review"] == 3


# ── relations ──────────────────────────────────────────────────────────────────────────────────────


def test_a_relation_that_a_person_adds_is_confirmed(story: Dossier) -> None:
    """From either side it is the same relation."""
    added = story.relate("h2", "w3", RelationKind.CORROBORATES)
    assert (added.state, added.added_by, added.decided_by, added.version) == (
        RelationState.CONFIRMED,
        "anna",
        "anna",
        1,
    )
    again = story.relate("w3", "h2", RelationKind.CORROBORATES, decision=RelationDecision(reason="same night"))
    assert (again.id, again.version, again.reasons) == (added.id, 2, ("same night",))
    assert story.verify().findings == ()


def test_a_conflict_runs_its_course(story: Dossier) -> None:
    """Acknowledged, resolved by something, and opened again."""
    conflict = relation_id(W3, W4, RelationKind.CONFLICTS, Facet.QUANTITY)
    for told, expected in (
        ({"conflict": ConflictState.RESOLVED, "resolution": Resolution.ONE_IS_WRONG}, Resolution.ONE_IS_WRONG),
        ({"conflict": ConflictState.OPEN}, None),
    ):
        after = story.relate(W3, W4, RelationKind.CONFLICTS, Facet.QUANTITY, RelationDecision.model_validate(told))
        assert (after.id, after.resolution) == (conflict, expected)
    assert [relation.id for relation in story.relations(W3)] == [conflict]


def test_relations_are_refused_where_they_make_no_sense(story: Dossier, url: str) -> None:
    """To itself, to nothing, or with a course that only conflicts have."""
    before = bodies(url)
    with pytest.raises(NotAllowed, match="itself"):
        story.relate("w3", W3, RelationKind.DUPLICATES)
    with pytest.raises(UnknownReference):
        story.relate("w3", "nobody", RelationKind.DUPLICATES)
    with pytest.raises(NotAllowed, match="only a conflict"):
        story.relate("w3", "h2", RelationKind.REFINES, decision=RelationDecision(conflict=ConflictState.OPEN))
    assert bodies(url) == before


def test_a_relation_decided_meanwhile_is_not_overwritten(story: Dossier, url: str) -> None:
    """As for claims: the stale one is told who came first; the same uuid again is no second decision."""
    conflict = (W3, W4, RelationKind.CONFLICTS, Facet.QUANTITY)
    with Dossier.open(url, reviewer="boris") as other:
        first = other.relate(*conflict, RelationDecision(state=RelationState.REJECTED), seen=2, uuid="one")
        assert other.relate(*conflict, RelationDecision(state=RelationState.REJECTED), seen=2, uuid="one") == first
    with pytest.raises(Stale, match="relation_decision by boris"):
        story.relate(*conflict, RelationDecision(state=RelationState.CONFIRMED), seen=2)


# ── sources ────────────────────────────────────────────────────────────────────────────────────────


def test_a_source_is_graded_with_a_reason(story: Dossier) -> None:
    """The grade and the note change, what was not said stays, and the ledger knows."""
    graded = story.grade("Port Watch", Reliability.D, reason="wrong twice")
    assert (graded.reliability, graded.note, graded.version) == (Reliability.D, None, 2)
    noted = story.grade("Port Watch", None, "run by volunteers")
    assert (noted.reliability, noted.note, noted.version) == (Reliability.D, "run by volunteers", 3)
    assert story.grade(noted.id, Reliability.E).name == "Port Watch"
    assert [event.why for event in story.history(limit=3)] == [None, None, "wrong twice"]
    assert story.verify().findings == ()


def test_grading_an_unknown_source_adds_it(story: Dossier) -> None:
    """A desk may know a source before it has a document of it."""
    assert story.grade("Fire Brigade", Reliability.A).version == 1
    assert [source.name for source in story.sources()] == ["Harbour Daily", "Port Watch", "Fire Brigade"]
    assert story.verify().findings == ()


# ── several people at once ─────────────────────────────────────────────────────────────────────────


def _decide_often(url: str, who: str, claims: list[str]) -> int:
    """Make 25 decisions, each sent twice, looking again whenever someone else was quicker; how often that was."""
    stale = 0
    with Dossier.open(url, reviewer=who) as dossier:
        for number in range(EACH):
            claim = claims[number % len(claims)]
            uuid = f"{who} {number}"
            while True:
                seen = dossier.claim(claim)
                verdict = Verdict.CONFLICTING if seen.verdict is not Verdict.CONFLICTING else Verdict.SUPPORTED
                decision = ClaimDecision(verdict=verdict, reason=uuid)
                try:
                    dossier.decide(claim, decision, seen=seen.version, uuid=uuid)
                    break
                except Stale:
                    stale += 1
            dossier.decide(claim, decision, seen=seen.version, uuid=uuid)
    return stale


def test_decisions_made_at_once_are_neither_lost_nor_forked(url: str) -> None:
    """Four people decide 25 times each about the same two claims: all 100 are in the chain, and nothing else is."""
    with Dossier.open(url) as dossier:
        fill(dossier)
        entries = len(bodies(url))
        versions = sum(dossier.claim(name).version for name in ("w3", "w4"))
        with ThreadPoolExecutor(len(PEOPLE)) as pool:
            list(pool.map(lambda who: _decide_often(url, who, ["w3", "w4"]), PEOPLE))
        assert len(bodies(url)) == entries + len(PEOPLE) * EACH
        assert sum(dossier.claim(name).version for name in ("w3", "w4")) == versions + len(PEOPLE) * EACH
        told = {event.why for event in dossier.history() if event.kind == "decision"}
        assert told >= {f"{who} {number}" for who in PEOPLE for number in range(EACH)}
        assert dossier.verify().findings == ()


def test_the_same_claim_added_at_once_is_there_once(url: str) -> None:
    """Two imports of one file at the same time: the second finds everything there already."""

    def add(who: str) -> int:
        with Dossier.open(url, reviewer=who) as dossier:
            return bring(dossier, [row for row in ROWS if row.get("external_id") == "free"]).counts.new

    with ThreadPoolExecutor(len(PEOPLE)) as pool:
        assert sum(pool.map(add, PEOPLE)) == 1
    assert row_counts(url)["claim"] == 1
    assert _kinds(url) == ["founded", "import"]
