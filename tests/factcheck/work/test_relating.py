"""Relations of an import: brought up to date as claims are, without touching what people decided."""

import pytest

from claims.judgement import RelationDecision
from claims.model import ConflictState, Facet, Relation, RelationKind, RelationState, Resolution
from factcheck.dossier import Dossier
from tests.factcheck.story import ROWS, bring, incoming

ROW = {"a": "w3", "b": "w4", "kind": "conflicts", "facet": "quantity", "reason": "three is not four"}


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    """The story's documents and claims, nothing decided."""
    dossier.add_all(incoming())
    bring(dossier, ROWS)
    return dossier


def only(dossier: Dossier) -> Relation:
    """The one relation that there is."""
    (relation,) = dossier.relations()
    return relation


def test_a_changed_row_changes_the_relation(dossier: Dossier) -> None:
    """It is counted, entered in the ledger, and the same row again changes nothing."""
    row = {**ROW, "reason": "counted twice", "state": "confirmed", "resolution": "one_is_wrong"}
    counts = bring(dossier, [row]).counts
    assert (counts.relations_new, counts.relations_changed, counts.relations_unchanged) == (0, 1, 0)
    now = only(dossier)
    assert (now.state, now.conflict, now.resolution) == (
        RelationState.CONFIRMED,
        ConflictState.RESOLVED,
        Resolution.ONE_IS_WRONG,
    )
    assert (now.reasons, now.version) == (("counted twice",), 2)
    (event,) = dossier.history(limit=1)
    assert event.changes[0]["from"]["reasons"] == ["three is not four"]
    again = bring(dossier, [row]).counts
    assert (again.relations_changed, again.relations_unchanged, again.writes) == (0, 1, False)
    assert dossier.verify().findings == ()


def test_what_a_person_decided_stays(dossier: Dossier) -> None:
    """A new reason is added to theirs; state and course are theirs."""
    decision = RelationDecision(state=RelationState.REJECTED, reason="different fires")
    dossier.relate("w3", "w4", RelationKind.CONFLICTS, Facet.QUANTITY, decision)
    assert bring(dossier, [ROW]).counts.relations_unchanged == 1
    bring(dossier, [{**ROW, "state": "confirmed", "reason": "still told so"}])
    now = only(dossier)
    assert (now.state, now.conflict) == (RelationState.REJECTED, ConflictState.OPEN)
    assert now.reasons == ("three is not four", "different fires", "still told so")
    assert now.decided_by == "anna"


def test_of_two_tellings_in_one_import_the_first_counts(dossier: Dossier) -> None:
    """Or the relation would go to and fro with every import."""
    rows = [{**ROW, "reason": "one way"}, {"a": "w4", "b": "w3", **{k: ROW[k] for k in ("kind", "facet")}}]
    assert bring(dossier, rows).counts.relations_changed == 1
    assert only(dossier).reasons == ("one way",)
    assert not bring(dossier, rows).counts.writes


def test_a_suggestion_of_the_machine_s_keeps_its_reasons(dossier: Dossier) -> None:
    """The row's is added, and its state counts."""
    dossier.match()
    found = [one for one in dossier.relations() if one.added_by != "import"]
    for one in found[:1]:
        row = {"a": one.a, "b": one.b, "kind": one.kind, "facet": one.facet, "state": "confirmed", "reason": "so it is"}
        bring(dossier, [row])
        now = next(relation for relation in dossier.relations() if relation.id == one.id)
        assert (now.state, now.reasons) == (RelationState.CONFIRMED, (*one.reasons, "so it is"))
