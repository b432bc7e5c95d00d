"""Undo and redo through the ledger, edits, and the queue's own queries: the same on both databases."""

import pytest

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Claim, ConflictState, Facet, RelationKind, RelationState, Status, Verdict
from factcheck.dossier import ClaimEdit, Dossier, Filter
from factcheck.errors import NotAllowed, Stale
from tests.factcheck.story import ROWS, bring, exported


def _told(claim: Claim) -> dict[str, object]:
    """Everything but what every act changes."""
    return claim.model_dump(exclude={"version", "decided_at"})


def test_an_act_is_taken_back_and_done_again(story: Dossier) -> None:
    """The verdict, who gave it and the reason come and go together; the ledger agrees each time."""
    before = story.claim("w4")
    decided = story.decide("w4", ClaimDecision(verdict=Verdict.REFUTED, reason="counted"))
    undone = story.undo()
    assert undone is not None
    assert (undone.kind, undone.claims) == ("decision", (before.id,))
    assert _told(story.claim("w4")) == _told(before)
    assert story.claim("w4").version == before.version + 2
    redone = story.redo()
    assert redone is not None
    assert _told(story.claim("w4")) == _told(decided)
    assert story.redo() is None
    assert not story.verify().findings


def test_a_new_act_ends_what_could_be_redone(story: Dossier) -> None:
    """As everywhere."""
    story.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING))
    story.undo()
    story.decide("h2", ClaimDecision(status=Status.DEFERRED))
    assert story.redo() is None
    assert story.undo() is not None
    assert story.claim("h2").status is Status.NEW


def test_undo_goes_on_past_what_was_undone(story: Dossier) -> None:
    """Undo, act, undo, undo: the second one reaches the act before the first."""
    story.decide("h2", ClaimDecision(verdict=Verdict.CONFLICTING))
    story.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING))
    story.undo()
    story.decide("w4", ClaimDecision(verdict=Verdict.SUPPORTED))
    for _ in range(2):
        assert story.undo() is not None
    assert (story.claim("w4").status, story.claim("h2").status) == (Status.NEW, Status.NEW)
    assert story.claim("w4").decided_by is None
    assert not story.verify().findings


def test_a_relation_that_was_added_is_rejected_by_undo(story: Dossier) -> None:
    """Nothing is ever removed; redo confirms it again."""
    made = story.relate("w3", "h2", RelationKind.CONFLICTS, Facet.SCOPE)
    assert made.state is RelationState.CONFIRMED
    story.undo()
    assert {one.id: one for one in story.relations()}[made.id].state is RelationState.REJECTED
    story.redo()
    assert {one.id: one for one in story.relations()}[made.id].state is RelationState.CONFIRMED
    assert not story.verify().findings


def test_the_course_of_a_conflict_is_restored(story: Dossier) -> None:
    """State, course, resolution and reasons together."""
    before = story.relations()[0]
    decision = RelationDecision(conflict=ConflictState.RESOLVED, resolution="one_is_wrong", reason="recounted")
    story.relate("w3", "w4", RelationKind.CONFLICTS, Facet.QUANTITY, decision)
    story.undo()
    after = story.relations()[0]
    assert after.model_dump(exclude={"version", "decided_at"}) == before.model_dump(exclude={"version", "decided_at"})


def test_what_others_built_on_is_not_undone(story: Dossier, url: str) -> None:
    """The sentence names the field and the person."""
    story.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING))
    with Dossier.open(url, reviewer="boris") as boris:
        assert boris.undo() is None
        boris.decide("w4", ClaimDecision(verdict=Verdict.SUPPORTED, reason="photographs"))
    with pytest.raises(NotAllowed, match=r"not undone: verdict of claim .* was changed by boris"):
        story.undo()
    assert story.claim("w4").verdict is Verdict.SUPPORTED


def test_one_decision_about_many_is_one_entry(story: Dossier) -> None:
    """All or none, one entry, one undo; each claim with the version that was seen."""
    some = [story.claim(reference) for reference in ("w4", "h2", "free")]
    seen = [(claim.id, claim.version) for claim in some]
    entries = story.stats().ledger_entries
    with pytest.raises(NotAllowed, match="none of its quotes"):
        story.decide_together(seen, ClaimDecision(verdict=Verdict.SUPPORTED))
    with pytest.raises(Stale):
        story.decide_together([*seen[:2], (seen[2][0], 7)], ClaimDecision(verdict=Verdict.CONFLICTING))
    assert story.stats().ledger_entries == entries
    done = story.decide_together(seen, ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE))
    assert {claim.verdict for claim in done} == {Verdict.NOT_ENOUGH_EVIDENCE}
    assert story.stats().ledger_entries == entries + 1
    story.undo()
    assert [_told(story.claim(claim.id)) for claim in some] == [_told(claim) for claim in some]
    assert not story.verify().findings


def test_an_edit_of_a_decided_claim_asks_for_another_look(story: Dossier) -> None:
    """Wording and tags; the verdict and who gave it stay, the status does not; undo restores all."""
    before = story.claim("w3")
    edited = story.edit(
        "w3", ClaimEdit(statement="  Three warehouses burned. ", tags=("火", "火")), seen=before.version
    )
    assert (edited.statement, edited.tags, edited.status) == ("Three warehouses burned.", ("火",), Status.NEEDS_RECHECK)
    assert (edited.verdict, edited.decided_by) == (before.verdict, before.decided_by)
    assert story.claim("w3") == edited
    story.undo()
    assert story.claim("w3").model_copy(update={"version": before.version}) == before
    assert not story.verify().findings


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (ClaimEdit(statement="  "), "needs a statement"),
        (ClaimEdit(statement="nul\x00"), "cannot be stored"),
        (ClaimEdit(tags=("a\ud800",)), "cannot be stored"),
    ],
)
def test_what_cannot_be_a_claim_is_refused(story: Dossier, edit: ClaimEdit, words: str) -> None:
    """And nothing is changed."""
    before = exported(story)
    with pytest.raises(NotAllowed, match=words):
        story.edit("w3", edit, seen=story.claim("w3").version)
    with pytest.raises(Stale):
        story.edit("w3", ClaimEdit(tags=()), seen=99)
    assert exported(story) == before


def test_the_queue_holds_every_claim_once_in_order(story: Dossier) -> None:
    """Keys and open bits by filter, the whole or its beginning; the lines say what hangs on each claim."""
    ids, open_ = story.queue_ids()
    rows = story.queue_rows(ids)
    assert [rows[key].claim.external_id for key in ids] == ["w3", "w4", "h2", "free"]
    assert list(open_) == [0, 1, 1, 1]
    assert [rows[key].source for key in ids] == ["Harbour Daily", "Port Watch", "Harbour Daily", ""]
    assert [rows[key].conflicts for key in ids] == [1, 1, 0, 0]
    assert story.queue_ids(first=2) == (ids[:2], open_[:2])
    assert story.queue_ids(Filter(conflicts=True)) == (ids[:2], open_[:2])
    assert story.queue_ids(Filter(status=Status.DECIDED))[0] == ids[:1]
    assert list(story.queue_ids(Filter(text="no such words"))[0]) == []
    assert story.queue_key("h2") == ids[2]


def test_more_claims_than_one_slice_holds(dossier: Dossier) -> None:
    """The numbers come in one long text and are cut in the right places."""
    bring(dossier, [{"external_id": f"c{number}", "statement": f"Claim {number}."} for number in range(9000)])
    ids, open_ = dossier.queue_ids()
    assert len(ids) == len(set(ids)) == len(open_) == 9000
    assert list(ids) == sorted(ids)


def test_names_of_things(story: Dossier) -> None:
    """Claims and relations by what they say; people and places by how many claims are about them."""
    relation = story.relations()[0]
    told = story.names([story.claim("w3").id, relation.id, "gone"])
    assert told[story.claim("w3").id] == ROWS[0]["statement"]
    assert "conflicts" in told[relation.id]
    assert story.entity_names() == [("港口", 1)]
    assert story.entity_names("港") == [("港口", 1)]
    assert story.entity_names("山") == []
    assert (story.reviewer, [one.id for one in story.conflicts()]) == ("anna", [relation.id])
