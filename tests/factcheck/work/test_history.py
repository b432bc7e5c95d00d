"""The ledger as people read it."""

import pytest
from sqlalchemy import text

from claims.ids import claim_id
from claims.judgement import ClaimDecision
from claims.model import Status
from evidence.model import Reliability
from factcheck.dossier import Dossier
from factcheck.errors import UnknownReference
from tests.factcheck.outside import attacker

ALL = ["founded", "document_added", "document_added", "import", "decision", "relation_decision"]


def test_everything_that_was_done_is_told(story: Dossier) -> None:
    """Newest first, or in the order in which it happened, or only the last few."""
    assert [event.kind for event in story.history(newest_first=False)] == ALL
    assert [event.kind for event in story.history()] == ALL[::-1]
    assert [event.kind for event in story.history(limit=2)] == ALL[::-1][:2]
    assert [event.kind for event in story.history(limit=2, newest_first=False)] == ALL[:2]
    assert [event.seq for event in story.history()] == [6, 5, 4, 3, 2, 1]


def test_times_go_forward_and_the_reviewer_is_named(story: Dossier) -> None:
    """The desk's own clock and its own name for who sits at it."""
    times = [event.when for event in story.history(newest_first=False)]
    assert times == sorted(times)
    assert all(time.startswith("2025-09-01T08:00:") for time in times)
    assert {event.who for event in story.history()} == {"anna"}


def test_a_claim_has_a_history_that_begins_with_the_import_that_brought_it(story: Dossier) -> None:
    """Also when nothing has happened to it since."""
    story.decide("w3", ClaimDecision(status=Status.IN_REVIEW))
    assert [event.kind for event in story.history("w3")] == ["decision", "decision", "import"]
    assert [event.kind for event in story.history("w3", newest_first=False)] == ["import", "decision", "decision"]
    assert [event.kind for event in story.history("w3", limit=1)] == ["decision"]
    assert [event.kind for event in story.history("w3", limit=1, newest_first=False)] == ["import"]
    assert [event.kind for event in story.history("free")] == ["import"]
    assert next(story.history("free")).details["batch"]["name"] == "claims.jsonl"


def test_a_change_tells_only_what_changed(story: Dossier) -> None:
    """From what to what."""
    story.grade("Port Watch", Reliability.D, reason="wrong twice")
    event = next(story.history())
    assert [(change["from"], change["to"]) for change in event.changes] == [
        ({"reliability": "F"}, {"reliability": "D"})
    ]
    assert event.why == "wrong twice"


def test_an_unknown_claim_has_no_history(story: Dossier) -> None:
    """It is an error, not an empty list."""
    with pytest.raises(UnknownReference):
        story.history("nobody")


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"changes": 7, "kind": 1}', "[" * 100_000])
def test_a_damaged_entry_is_an_event_too(story: Dossier, url: str, body: str) -> None:
    """Its number and hash can still be told, and the stale are still told that someone was first."""
    with attacker(url) as conn:
        conn.execute(text("UPDATE ledger SET body = :body WHERE seq = 5"), {"body": body})
    events = {event.seq: event.kind for event in story.history()}
    assert events[5] == "unreadable"
    assert [events[seq] for seq in (1, 2, 3, 4, 6)] == ["founded", "document_added", "document_added", "import", ALL[5]]
    with pytest.raises(Exception, match="unreadable by"):
        story.decide(claim_id("", external_id="w3"), ClaimDecision(status=Status.IN_REVIEW), seen=1)
