"""Matching suggests, with reasons; it compares only what is new, and never argues with a person."""

import pytest

from claims.judgement import RelationDecision
from claims.model import ConflictState, RelationKind, RelationState
from factcheck.dossier import Dossier
from factcheck.work import match
from factcheck.work.match import RULE
from tests.factcheck.story import bring, incoming

ROWS = [
    {"external_id": "a", "statement": "More than 71.5 million people voted in the election in Norland on Sunday."},
    {"external_id": "b", "statement": "In Norland's election on Sunday 68 million people voted."},
    {"external_id": "c", "statement": "The zoo in Port Hale opened a house for penguins in spring."},
]


@pytest.fixture
def election(dossier: Dossier) -> Dossier:
    """Two claims that cannot both be true, and one about something else."""
    dossier.add_all(incoming())
    bring(dossier, ROWS)
    return dossier


def test_a_conflict_is_suggested_with_its_reason(election: Dossier) -> None:
    """The bound and the figure below it are named; nobody has confirmed anything yet."""
    done = election.match()
    (relation,) = election.relations()
    assert (done.new, relation.kind, relation.added_by) == (1, RelationKind.CONFLICTS, RULE)
    assert (relation.state, relation.conflict) == (RelationState.SUGGESTED, ConflictState.OPEN)
    assert "68" in " ".join(relation.reasons)
    assert {relation.a, relation.b} == {election.claim("a").id, election.claim("b").id}
    assert not election.verify().findings


def test_matching_twice_changes_nothing(election: Dossier) -> None:
    """The second run reads and compares nothing, and leaves no entry."""
    election.match()
    before = election.verify().head
    done = election.match()
    assert (done.read, done.compared, done.new) == (0, 0, 0)
    assert election.verify().head == before


def test_only_what_is_new_is_compared(election: Dossier) -> None:
    """A claim that comes later meets the earlier ones."""
    election.match()
    bring(
        election,
        [
            {
                "external_id": "d",
                "statement": "Norland's election on Sunday drew 90 million voters, far more than expected.",
            }
        ],
    )
    assert election.match().read == 1


def test_a_rejected_suggestion_is_not_made_again(election: Dossier) -> None:
    """Neither this relation nor another one between the two claims."""
    election.match()
    (relation,) = election.relations()
    decision = RelationDecision(state=RelationState.REJECTED, reason="two different elections")
    election.relate(relation.a, relation.b, relation.kind, relation.facet, decision)
    bring(election, [{**ROWS[1], "statement": "In Norland's election on Sunday 67 million people voted."}])
    assert election.match().new == 0
    assert [one.state for one in election.relations()] == [RelationState.REJECTED]


def test_a_claim_whose_words_changed_is_read_anew(election: Dossier) -> None:
    """An update by import throws the old features away."""
    election.match()
    bring(election, [{**ROWS[2], "statement": "Fewer than 60 million people voted in Norland on Sunday."}])
    assert election.match().read == 1


def test_a_suggestion_that_no_longer_holds_is_withdrawn(election: Dossier) -> None:
    """The claim's words have changed; the ledger says that the relation is gone, and the tables agree with it."""
    election.match()
    (relation,) = election.relations()
    bring(election, [{**ROWS[1], "statement": "In Norland's election on Sunday 75 million people voted."}])
    done = election.match()
    assert done.withdrawn == 1
    assert relation.id not in {one.id for one in election.relations()}
    assert not election.verify().findings
    assert election.match().read == 0


def test_a_suggestion_that_still_holds_stays_when_a_claim_is_read_anew(election: Dossier) -> None:
    """It is compared again, whoever else shares its keys by now, and nothing is written twice."""
    election.match()
    before = list(election.relations())
    bring(election, [{**ROWS[1], "statement": "In Norland's election on Sunday 67 million people voted."}])
    done = election.match()
    assert (done.compared, done.new, done.withdrawn) == (1, 0, 0)
    assert [one.id for one in election.relations()] == [one.id for one in before]


@pytest.mark.parametrize("state", [RelationState.CONFIRMED, RelationState.REJECTED])
def test_what_a_person_said_outlives_new_rules(
    election: Dossier, state: RelationState, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All claims are read and compared again; the judged pair is left alone."""
    election.match()
    (relation,) = election.relations()
    decision = RelationDecision(state=state, reason="looked it up")
    election.relate(relation.a, relation.b, relation.kind, relation.facet, decision)
    judged = list(election.relations())
    monkeypatch.setattr(match, "RULES", "other")
    done = election.match()
    assert (done.read, done.new, done.withdrawn) == (3, 0, 0)
    assert list(election.relations()) == judged


def test_an_interrupted_run_goes_on_where_it_was(election: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts that were finished stay; the relations are those of a run without the interruption."""
    monkeypatch.setattr(match, "PART", 2)
    seen: list[str] = []

    def interrupt(step: str) -> None:
        seen.append(step)
        if "compared" in step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        election.match(interrupt)
    assert seen[-1].startswith("2 claims compared")
    (relation,) = election.relations()
    bring(election, [{"external_id": "e", "statement": "In Norland's election on Sunday 60 million people voted."}])
    done = election.match()
    assert done.read == 1
    assert relation in list(election.relations())
    assert not election.verify().findings
    assert election.match().compared == 0
