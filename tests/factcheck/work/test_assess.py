"""Assessment suggests beside the verdict, with reasons that add up, and puts the queue in order."""

import pytest

from benchmarks.fitting import auc
from benchmarks.rivals import fill, scores, sites
from claims.judgement import ClaimDecision
from claims.model import Status, Verdict
from factcheck.dossier import Dossier, Filter
from factcheck.store import reading
from factcheck.store.queue import queue_ids


def test_reasons_add_up_to_the_score(story: Dossier) -> None:
    """Every claim has an assessment whose points sum to its score."""
    done = story.assess()
    claims = list(story.claims())
    assert done.claims == done.changed == len(claims)
    for claim in claims:
        assert claim.assessment is not None
        assert sum(reason.points for reason in claim.assessment.reasons) == pytest.approx(claim.assessment.score)
    assert not story.verify().findings


def test_the_verdict_and_the_version_stay(story: Dossier) -> None:
    """What a person concluded is not touched, and a save on the version seen before goes through."""
    before = {claim.id: (claim.verdict, claim.status, claim.version) for claim in story.claims()}
    story.assess()
    assert {claim.id: (claim.verdict, claim.status, claim.version) for claim in story.claims()} == before


def test_assessing_twice_changes_nothing(story: Dossier) -> None:
    """The second run leaves no entry."""
    story.assess()
    head = story.verify().head
    assert story.assess().changed == 0
    assert story.verify().head == head


def test_a_claim_that_nothing_else_bears_on_is_left_open(story: Dossier) -> None:
    """Nobody confirms it: not enough evidence, credibility cannot be judged."""
    story.assess()
    claim = story.claim("free")
    assert claim.assessment is not None
    assert (claim.assessment.verdict, claim.credibility) == ("not_enough_evidence", "6")


def test_a_claim_in_conflict_comes_first(story: Dossier) -> None:
    """The queue's order follows the priority."""
    story.assess()
    with story._desk.store.reading() as conn:
        ordered = [reading.claims_by_pk(conn, [pk])[0].external_id for pk in queue_ids(conn, Filter())[0]]
    assert ordered.index("w4") < ordered.index("free")


def test_values_of_many_sources_are_weighed_together(dossier: Dossier) -> None:
    """Who usually agrees with others is believed; the reason says so in words; decided verdicts stay; twice is once."""
    made = sites(1, count=6, things=20)
    fill(dossier, made)
    decided = next(dossier.claims(limit=1))
    dossier.decide(decided.id, ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE, status=Status.DECIDED))
    dossier.assess()
    told = [
        reason
        for claim in dossier.claims()
        if claim.assessment is not None
        for reason in claim.assessment.reasons
        if reason.name == "values"
    ]
    assert len(told) > 20
    assert any("sources that" in reason.words and "metres" in reason.words for reason in told)
    assert auc(scores(dossier, made)) is None or (auc(scores(dossier, made)) or 0) >= 0.7
    assert dossier.assess().changed == 0
    after = dossier.claim(decided.id)
    assert (after.status, after.verdict) == (Status.DECIDED, Verdict.NOT_ENOUGH_EVIDENCE)
