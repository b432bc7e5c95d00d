"""An import that nobody has worked with can be taken back, as if it had never been; the ledger remembers it."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import RelationKind, RelationState, Status, Verdict
from factcheck.dossier import Dossier, Format
from factcheck.errors import NotAllowed
from tests.conftest import Clock, Databases
from tests.factcheck.story import ROWS, bring, exported, incoming

LATER: list[dict[str, Any]] = [
    {**ROWS[0], "tags": ["again"], "statement": "Three warehouses burned down."},
    {"external_id": "n1", "statement": "New.", "evidence": [{"document": "later.txt", "exact": "new words"}]},
    {"a": "n1", "b": "w4", "kind": "refines"},
    {
        "a": "w3",
        "b": "w4",
        "kind": "conflicts",
        "facet": "quantity",
        "reason": "told otherwise",
        "conflict": "deferred",
    },
]


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    """The story's documents and claims, nothing decided."""
    dossier.add_all(incoming())
    bring(dossier, ROWS)
    return dossier


def content(dossier: Dossier) -> bytes:
    """The claims as records: what is there, without versions and history."""
    return b"".join(dossier.export(Format.JSONL))


def test_what_it_brought_goes_and_what_it_changed_is_as_before(dossier: Dossier) -> None:
    """In one entry, whose leaves are null for what went; nothing is wrong afterwards, and it can come in again."""
    before = content(dossier)
    done = bring(dossier, LATER, "later.jsonl")
    assert (done.counts.new, done.counts.changed) == (1, 1)
    assert (done.counts.relations_new, done.counts.relations_changed) == (1, 1)
    after = content(dossier)
    back = dossier.undo_import("later.jsonl")
    assert (back.claims, back.relations, back.waiting, back.restored) == (1, 1, 1, 2)
    assert content(dossier) == before
    assert dossier.verify().findings == ()
    assert [one.taken_back for one in dossier.imports()] == [None, back.seq]
    assert bring(dossier, LATER, "later.jsonl").counts.new == 1
    assert content(dossier) == after
    assert dossier.verify().findings == ()


def test_a_dossier_with_an_import_taken_back_travels_whole(
    dossier: Dossier, url: str, databases: Databases, backend: str
) -> None:
    """The lossless export holds what went; restored, it gives the same bytes and can take back the same imports."""
    bring(dossier, LATER, "later.jsonl")
    dossier.undo_import("later.jsonl")
    bring(dossier, LATER, "later.jsonl")
    data = exported(dossier)
    with Dossier.open(databases.new(backend), reviewer="bo") as other:
        other.restore(data, "export.json")
        assert exported(other) == data
        assert other.undo_import("later.jsonl").claims == 1
        assert other.verify().findings == ()


def test_the_machine_s_work_is_in_nobody_s_way(dossier: Dossier) -> None:
    """Suggestions and scores go with the claims that they are about."""
    dossier.match()
    dossier.assess()
    dossier.undo_import("claims.jsonl")
    assert not list(dossier.claims())
    assert not dossier.relations()
    assert dossier.verify().findings == ()
    assert dossier.undo() is None


def _undone_decision(dossier: Dossier) -> None:
    dossier.decide("w4", ClaimDecision(status=Status.DEFERRED))
    dossier.undo()


TOUCHES: dict[str, tuple[Callable[[Dossier], object], str]] = {
    "a decision": (lambda d: d.decide("w4", ClaimDecision(status=Status.DISMISSED)), "claim w4 (decision by anna at"),
    "a decision taken back": (_undone_decision, "claim w4 (decision by anna at"),
    "a relation decided": (
        lambda d: d.relate(
            "w3", "w4", RelationKind.CONFLICTS, d.relations()[0].facet, RelationDecision(state=RelationState.REJECTED)
        ),
        "relation r",
    ),
    "a relation added": (lambda d: d.relate("h2", "free", RelationKind.REFINES), "relation r"),
    "a later import": (lambda d: bring(d, LATER, "later.jsonl"), "claim w3 (import by anna at"),
    "a second judgement": (lambda d: d.assign(["h2"], ["bo"]), "claim h2 (a review by bo)"),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_what_people_worked_on_is_not_taken_back(dossier: Dossier, touch: str) -> None:
    """One sentence names what was touched, and nothing changes."""
    act, told = TOUCHES[touch]
    act(dossier)
    head = dossier.verify().head
    with pytest.raises(NotAllowed, match="is not taken back, since work has been done on what it brought: ") as caught:
        dossier.undo_import("claims.jsonl")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert dossier.verify().head == head


def test_a_later_import_taken_back_is_no_work(dossier: Dossier) -> None:
    """One after the other, from the last to the first, everything goes."""
    bring(dossier, LATER, "later.jsonl")
    dossier.undo_import("later.jsonl")
    dossier.undo_import("claims.jsonl")
    assert content(dossier) == b""
    assert dossier.verify().findings == ()


def test_what_a_document_changed_since_is_not_given_back(dossier: Dossier) -> None:
    """An earlier content would not fit it; claims that the import brought may go all the same."""
    bring(dossier, LATER[:2], "later.jsonl")
    dossier.decide("w4", ClaimDecision(verdict=Verdict.SUPPORTED))
    dossier.add(b"There are new words.", "later.txt")
    assert dossier.undo_import("later.jsonl").claims == 1
    bring(dossier, LATER[:1], "again.jsonl")
    dossier.add("港口大火昨夜燒毀三座倉庫。".encode(), "article.txt", _about(dossier))
    with pytest.raises(NotAllowed, match=r"claim w3 \(document added by anna"):
        dossier.undo_import("again.jsonl")


def _about(dossier: Dossier) -> Any:
    from factcheck.dossier import About  # noqa: PLC0415

    return About(source=dossier.document("article.txt").source)


def test_an_unknown_import_is_told(dossier: Dossier) -> None:
    """By entry, by name, by a name that several have, and one that is taken back already."""
    for reference in (1, "2000", "nothing.jsonl"):
        with pytest.raises(NotAllowed, match=f"no import is '{reference}'"):
            dossier.undo_import(reference)
    bring(dossier, [{"statement": "x"}])
    with pytest.raises(NotAllowed, match=r"several imports are called 'claims\.jsonl'; name one by its ledger entry"):
        dossier.undo_import("claims.jsonl")
    last = dossier.imports()[-1].seq
    dossier.undo_import(last)
    with pytest.raises(NotAllowed, match="taken back already, by ledger entry"):
        dossier.undo_import(last)


row = st.fixed_dictionaries(
    {"external_id": st.sampled_from(["w3", "w4", "h2", "n1", "n2"]), "statement": st.sampled_from(["One.", "Two."])},
    optional={
        "tags": st.lists(st.sampled_from("abc"), max_size=2),
        "evidence": st.lists(
            st.sampled_from(
                [
                    {"document": "article.txt", "exact": "兩人受傷"},
                    {"document": "report.txt", "exact": "four"},
                    {"document": "later.txt", "start": 3, "end": 9},
                    {"document": "other.txt", "exact": "words"},
                ]
            ),
            max_size=3,
        ),
    },
)


@given(st.lists(st.lists(row, max_size=4, unique_by=lambda one: one["external_id"]), max_size=3))
@settings(max_examples=15, phases=(Phase.explicit, Phase.reuse, Phase.generate))
def test_imports_taken_back_one_by_one_leave_what_was_before_each(
    databases: Databases, files: Sequence[list[dict[str, Any]]]
) -> None:
    """Whatever they brought and changed, links that wait included."""
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna", now=Clock()) as dossier:
        dossier.add_all(incoming())
        bring(dossier, ROWS)
        states = []
        for number, rows in enumerate(files):
            before = content(dossier), [one.model_dump() for one in dossier.waiting_links()]
            if rows and bring(dossier, rows, f"{number}").counts.writes:
                states.append((f"{number}", before))
        for name, before in reversed(states):
            dossier.undo_import(dossier.imports()[[one.name for one in dossier.imports()].index(name)].seq)
            links = sorted((one.model_dump() for one in dossier.waiting_links()), key=lambda one: one["id"])
            assert (content(dossier), links) == (before[0], sorted(before[1], key=lambda one: one["id"]))
            assert dossier.verify().findings == ()
    databases.drop(url)
