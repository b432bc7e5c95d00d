"""Assessment suggests beside the verdict, with reasons that add up, and puts the queue in order."""

import pytest

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
