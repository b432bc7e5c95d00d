"""One claim into several, several into one, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Facet, RelationKind, RelationState, Status, Verdict
from factcheck.dossier import Dossier, Filter, Part
from factcheck.errors import NotAllowed, Stale
from factcheck.work.split import ARROW, parts_of, proposed
from tests.factcheck.story import exported

PARTS = [Part("Two people were hurt.", "兩人受傷"), Part("The fire was put out before dawn.")]


def _without_ledger(dossier: Dossier) -> list[object]:
    """All claims and relations but for their versions."""
    claims = [claim.model_dump(exclude={"version"}) for claim in dossier.claims()]
    relations = sorted(dossier.relations(), key=lambda one: one.id)  # one that went and came again comes last
    return [claims, [relation.model_dump(exclude={"version"}) for relation in relations]]


def test_the_parts_take_the_place_of_the_whole(story: Dossier) -> None:
    """They begin new, with the chosen words or all quotes; the old one is dismissed and superseded."""
    before = story.claim("h2")
    new = story.split("h2", [Part("Two people were hurt by the fire.", "兩人"), PARTS[1]], reason="two things")
    assert [claim.status for claim in new] == [Status.NEW, Status.NEW]
    own = new[0].evidence[0]
    text = story.document(own.document).text
    assert (own.exact, text[own.start : own.end], text[: own.start].endswith(own.prefix)) == ("兩人", "兩人", True)
    assert [link.exact for link in new[1].evidence] == [link.exact for link in before.evidence]
    gone = story.claim("h2")
    assert (gone.status, gone.reason, gone.statement) == (Status.DISMISSED, "two things", before.statement)
    found = {(one.a, one.b, one.kind, one.state) for one in story.relations(gone.id)}
    assert found == {(claim.id, gone.id, RelationKind.SUPERSEDES, "confirmed") for claim in new}
    assert not story.verify().findings


def test_a_split_is_one_act(story: Dossier, url: str) -> None:
    """One entry; undone by one key, also by the next session, and done again with the same ids."""
    before, entries = _without_ledger(story), story.stats().ledger_entries
    new = story.split("w3", [Part("Warehouses burned down."), Part("There were three of them.")])
    assert story.stats().ledger_entries == entries + 1
    story.match()
    with Dossier.open(url, reviewer="anna") as later:
        done = later.undo()
        assert done is not None
        assert done.moved
    assert _without_ledger(story) == before
    story.redo()
    assert {claim.id for claim in new} <= {claim.id for claim in story.claims()}
    assert not story.verify().findings
    story.undo()
    assert _without_ledger(story) == before


def test_the_parts_stand_where_the_whole_stood(story: Dossier) -> None:
    """In the queue; also when the split is done again."""
    story.assess()
    priority = story.queue_rows([story.queue_key("h2")])[story.queue_key("h2")].priority
    assert priority
    new = [story.queue_key(claim.id) for claim in story.split("h2", PARTS)]
    assert {row.priority for row in story.queue_rows(new).values()} == {priority}
    story.undo()
    story.redo()
    new = [story.queue_key(claim.id) for claim in story.claims(Filter(status=Status.NEW)) if claim.external_id is None]
    assert {row.priority for row in story.queue_rows(new).values()} == {priority}
    assert not story.verify().findings


def test_what_others_worked_on_is_not_taken_away(story: Dossier, url: str) -> None:
    """A part that was judged, related or assigned meanwhile keeps the split in place."""
    new = story.split("h2", PARTS)
    with Dossier.open(url, reviewer="boris") as boris:
        for act in (
            lambda: boris.decide(new[0].id, ClaimDecision(status=Status.DEFERRED)),
            lambda: boris.assign([new[1].id], ["carol"]),
            lambda: boris.relate(new[0].id, "w4", RelationKind.CORROBORATES, Facet.SCOPE),
        ):
            act()
            with pytest.raises(NotAllowed, match=r"boris|worked on"):
                story.undo()
            boris.undo()
    assert not story.verify().findings


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([Part("One alone.")], "two or more"),
        ([Part("a"), Part("b", "not in any quote")], "copy them from it"),
        ([Part("a"), Part("a")], "choose other words"),
        ([Part("a"), Part("")], "needs a statement"),
        ([Part("a"), Part("b\x00")], "cannot be stored"),
    ],
)
def test_parts_that_are_none_are_refused(story: Dossier, parts: list[Part], words: str) -> None:
    """And nothing is changed."""
    before = exported(story)
    with pytest.raises(NotAllowed, match=words):
        story.split("h2", parts)
    with pytest.raises(Stale):
        story.split("h2", PARTS, seen=7)
    assert exported(story) == before


def test_one_claim_stands_for_others(story: Dossier) -> None:
    """It has everybody's quotes, names and tags, each once; a decided one is to be checked again."""
    before = _without_ledger(story)
    kept = story.merge("w3", ["w4", "h2"])
    assert [link.exact for link in kept.evidence] == [
        "昨夜燒毀三座倉庫",
        "destroyed four warehouses",
        "兩人受傷",
        "Nobody was seriously hurt",
    ]
    assert (kept.status, kept.verdict, kept.decided_by) == (Status.NEEDS_RECHECK, Verdict.SUPPORTED, "anna")
    assert {claim.external_id for claim in story.claims(Filter(status=Status.DISMISSED))} == {"w4", "h2"}
    over = [(one.a, one.b) for one in story.relations(kept.id) if one.kind is RelationKind.SUPERSEDES]
    assert over == [(kept.id, story.claim(other).id) for other in ("w4", "h2")]
    assert not story.verify().findings
    story.undo()
    assert _without_ledger(story) == before
    story.redo()
    assert story.claim("w3") == kept.model_copy(update={"version": kept.version + 2})
    assert not story.verify().findings
    story.undo()
    with pytest.raises(NotAllowed, match="one claim to keep"):
        story.merge("w3", ["w3"])


def test_the_conflicts_of_merged_claims_are_its_conflicts(story: Dossier, url: str) -> None:
    """With who decided what; one between two of them goes; undo and redo keep all of it, and the past can be seen."""
    with Dossier.open(url, reviewer="boris") as boris:
        boris.relate("h2", "w4", RelationKind.CONFLICTS, Facet.SCOPE, RelationDecision(reason="hurt or burnt"))
        boris.relate("free", "h2", RelationKind.REFINES)
        boris.relate("free", "w4", RelationKind.CONFLICTS, Facet.DATE, RelationDecision(state=RelationState.REJECTED))
    before, versions = _without_ledger(story), exported(story)
    ids = {name: story.claim(name).id for name in ("w3", "w4", "h2", "free")}
    story.merge("h2", ["w3"])
    merged = _without_ledger(story)
    told = {(one.a, one.b): one for one in story.relations() if one.kind is not RelationKind.SUPERSEDES}
    counted = next(one for one in told.values() if one.facet is Facet.QUANTITY)
    assert {counted.a, counted.b} == {ids["h2"], ids["w4"]}
    assert (counted.conflict, counted.decided_by, counted.reasons[0]) == ("acknowledged", "anna", "three is not four")
    assert {(one.a, one.b) for one in story.conflicts()} == {(counted.a, counted.b)}
    assert len(story.conflicts()) == 2
    assert not story.verify().findings
    story.undo()
    assert _without_ledger(story) == before
    story.redo()
    assert _without_ledger(story) == merged
    assert not story.verify().findings
    story.merge("h2", ["w4"])
    assert story.conflicts() == []
    assert [one.kind for one in story.relations(ids["free"]) if one.state is not RelationState.REJECTED] == ["refines"]
    for _ in range(2):
        assert story.undo() is not None
    assert _without_ledger(story) == before
    assert exported(story) != versions
    assert not story.verify().findings


def test_what_is_split_and_merged_again_can_all_be_undone(story: Dossier) -> None:
    """Act upon act, back to the beginning."""
    before = _without_ledger(story)
    new = story.split("h2", PARTS)
    story.merge(new[0].id, [new[1].id, "w4"])
    story.decide(new[0].id, ClaimDecision(verdict=Verdict.CONFLICTING))
    for _ in range(3):
        assert story.undo() is not None
    assert _without_ledger(story) == before
    assert not story.verify().findings


def test_lines_are_statements_or_words_and_statements(story: Dossier) -> None:
    """Empty lines are no parts; words alone are their own statement; what is proposed can be taken as it is."""
    assert parts_of(["a", "", "  ", f"b {ARROW} c", f"d {ARROW} "]) == [Part("a"), Part("c", "b"), Part("d", "d")]
    claim = story.claim("w3").model_copy(update={"statement": "昨夜燒毀三座倉庫，兩人受傷"})
    assert proposed(claim) == [f"昨夜燒毀三座倉庫 {ARROW} 昨夜燒毀三座倉庫", "兩人受傷"]
    assert proposed(story.claim("w4")) == ["The fire destroyed four warehouses"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_lines_can_be_read(lines: list[str]) -> None:
    """Every part has a statement without white space around it."""
    for part in parts_of(lines):
        assert part.statement
        assert part.statement == part.statement.strip()
