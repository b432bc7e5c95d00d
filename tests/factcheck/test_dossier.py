"""The dossier as a whole: whatever is done to it, in whatever order, its promises hold after every step."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import (
    Confidence,
    ConflictState,
    Facet,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.model import Reliability
from factcheck.dossier import About, Batch, ClaimEdit, Dossier, Incoming
from factcheck.errors import FactcheckError, ImportRefused, NotAllowed
from factcheck.formats.rows import Row
from tests.conftest import Clock, Databases
from tests.factcheck.story import bring, exported

WORDS = ("大火燒毀三座倉庫。", "Two people were hurt.", "The fire began at night.", "消防局表示無人受傷。")
NAMES = ("a.txt", "b.txt")
PEOPLE = ("anna", "boris")
SOURCES = ("Harbour Daily", "Port Watch", None)
USUAL = (
    ClaimDecision(verdict=Verdict.SUPPORTED, reason="photographs"),
    ClaimDecision(verdict=Verdict.REFUTED, confidence=Confidence.LOW, reason="counted"),
    ClaimDecision(verdict=Verdict.CONFLICTING, confidence=Confidence.HIGH, reason="又說"),
    ClaimDecision(status=Status.IN_REVIEW),
    ClaimDecision(status=Status.DISMISSED, reason="not ours"),
)
USUAL_RELATIONS = (
    RelationDecision(),
    RelationDecision(reason="seen both"),
    RelationDecision(state=RelationState.REJECTED),
    RelationDecision(state=RelationState.SUGGESTED, reason="not sure"),
    RelationDecision(conflict=ConflictState.RESOLVED, resolution=Resolution.ONE_IS_WRONG),
    RelationDecision(conflict=ConflictState.INTRACTABLE),
    RelationDecision(resolution=Resolution.REGIONAL_TERM),
)
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("\n".join)


def _row(number: int, words: str, name: str) -> dict[str, Any]:
    return {"external_id": f"x{number}", "statement": words, "evidence": [{"document": name, "exact": words}]}


class Desk(RuleBasedStateMachine):
    """Two people at one dossier who do everything there is to do, allowed or not."""

    new_url: Callable[[], str]
    backend: str

    def __init__(self) -> None:
        super().__init__()
        self.opened: dict[str, Dossier] = {}
        self.entries = 0
        self.past: list[tuple[int, str]] = []

    @initialize()
    def open(self) -> None:
        """Both sit down, with two documents and a claim for each of their sentences."""
        url, clock = self.new_url(), Clock()
        self.opened = {who: Dossier.open(url, reviewer=who, now=clock) for who in PEOPLE}
        for name, words in zip(NAMES, (WORDS[:2], WORDS[2:]), strict=True):
            self.dossier.add("\n".join(words).encode(), name, About(source=SOURCES[0]))
        bring(self.dossier, [_row(number, words, NAMES[number // 2]) for number, words in enumerate(WORDS)])

    @property
    def dossier(self) -> Dossier:
        """Anna's view."""
        return self.opened["anna"]

    def _try(self, act: Callable[[], object]) -> None:
        """What is refused changes nothing; what is done adds entries or nothing at all."""
        entries = self.dossier.stats().ledger_entries
        try:
            act()
        except FactcheckError:
            event("refused")
            assert self.dossier.stats().ledger_entries == entries
        else:
            event("done" if self.dossier.stats().ledger_entries > entries else "nothing to do")

    @rule(who=st.sampled_from(PEOPLE), words=texts, name=st.sampled_from(NAMES), source=st.sampled_from(SOURCES))
    def add(self, who: str, words: str, name: str, source: str | None) -> None:
        """A document, new, known, or a newer version."""
        self._try(lambda: self.opened[who].add(words.encode(), name, About(source=source)))

    @rule(words=texts)
    def add_with_something_unreadable(self, words: str) -> None:
        """All or none: the good one does not come in either."""
        entries = self.dossier.stats().ledger_entries
        with pytest.raises(FactcheckError):
            self.dossier.add_all([Incoming(data=words.encode(), name="c.txt"), Incoming(data=b"", name="d.txt")])
        assert self.dossier.stats().ledger_entries == entries

    @rule(
        who=st.sampled_from(PEOPLE),
        number=st.integers(0, 5),
        statement=st.sampled_from(WORDS),
        name=st.sampled_from(NAMES),
        more=st.fixed_dictionaries(
            {},
            optional={
                "tags": st.just(["x"]),
                "quoted": st.booleans(),
                "status": st.sampled_from(Status),
                "verdict": st.sampled_from(Verdict),
                "reason": st.just("as told"),
                "relations": st.integers(0, 5).map(lambda to: [{"to": f"x{to}", "kind": "corroborates"}]),
            },
        ),
    )
    def bring(self, who: str, number: int, statement: str, name: str, more: dict[str, Any]) -> None:
        """A row, new or known, with a quote that may not be there and a verdict that may not be allowed."""
        row = _row(number, statement, name)
        if not more.pop("quoted", False):
            del row["evidence"]
        self._try(lambda: bring(self.opened[who], [row | more]))

    @rule()
    def bring_the_same_again(self) -> None:
        """Rows without quotes always come in; a second time they bring nothing."""
        rows = [{"external_id": f"x{number}", "statement": WORDS[0]} for number in (4, 5)]
        bring(self.dossier, rows)
        assert not bring(self.dossier, rows).counts.writes

    @rule(
        who=st.sampled_from(PEOPLE),
        number=st.integers(0, 5),
        decision=st.sampled_from(USUAL)
        | st.builds(
            ClaimDecision,
            verdict=st.none() | st.sampled_from(Verdict),
            confidence=st.none() | st.sampled_from(Confidence),
            status=st.none() | st.sampled_from(Status),
            reason=st.none() | st.sampled_from(["", "why", "為什麼"]),
        ),
        seen=st.sampled_from([None, None, None, 1, 2]),
        uuid=st.sampled_from([None, None, None, "one", "two"]),
    )
    def decide(self, who: str, number: int, decision: ClaimDecision, seen: int | None, uuid: str | None) -> None:
        """A decision, legal or not, stale or not, sent again or not."""
        self._try(lambda: self.opened[who].decide(f"x{number}", decision, seen=seen, uuid=uuid))

    @rule(
        who=st.sampled_from(PEOPLE),
        ends=st.tuples(st.integers(0, 5), st.integers(0, 5)),
        kind=st.sampled_from(RelationKind),
        facet=st.none() | st.just(Facet.QUANTITY),
        decision=st.sampled_from(USUAL_RELATIONS),
    )
    def relate(
        self, who: str, ends: tuple[int, int], kind: RelationKind, facet: Facet | None, decision: RelationDecision
    ) -> None:
        """A relation between two claims that may be one."""
        self._try(lambda: self.opened[who].relate(f"x{ends[0]}", f"x{ends[1]}", kind, facet, decision))

    @rule(
        who=st.sampled_from(PEOPLE), name=st.sampled_from(SOURCES[:2]), grade=st.none() | st.sampled_from(Reliability)
    )
    def grade(self, who: str, name: str, grade: Reliability | None) -> None:
        """A grade for a source, known or not."""
        self._try(lambda: self.opened[who].grade(name, grade))

    @rule(
        who=st.sampled_from(PEOPLE),
        number=st.integers(0, 5),
        statement=st.none() | st.sampled_from((*WORDS, "", " ")),
        tags=st.none() | st.lists(st.sampled_from(["x", "y", "重要"]), max_size=3).map(tuple),
        behind=st.sampled_from([0, 0, 0, 1]),
    )
    def edit(self, who: str, number: int, statement: str | None, tags: tuple[str, ...] | None, behind: int) -> None:
        """Other words or other tags, on the version that is there or on one that is not."""

        def act() -> None:
            known = self.opened[who].claim(f"x{number}")
            self.opened[who].edit(
                known.id, ClaimEdit(statement=statement, tags=tags, reason="as told"), seen=known.version - behind
            )

        self._try(act)

    @rule(
        who=st.sampled_from(PEOPLE),
        numbers=st.lists(st.integers(0, 5), min_size=1, max_size=3),
        decision=st.sampled_from(USUAL),
    )
    def decide_together(self, who: str, numbers: list[int], decision: ClaimDecision) -> None:
        """One decision about several claims: all of them, or none."""

        def act() -> None:
            seen = {self.opened[who].claim(f"x{number}").id for number in numbers}
            self.opened[who].decide_together([(id_, self.dossier.claim(id_).version) for id_ in sorted(seen)], decision)

        self._try(act)

    @rule(who=st.sampled_from(PEOPLE))
    def undo(self, who: str) -> None:
        """Take back one's own last act; done again, everything is as it was but for versions and times."""

        def act() -> None:
            before = self._state()
            if self.opened[who].undo() is not None:
                assert self.opened[who].redo() is not None
                assert self._state() == before
                self.opened[who].undo()

        self._try(act)

    @rule(who=st.sampled_from(PEOPLE))
    def redo(self, who: str) -> None:
        """Do again what was taken back, or nothing."""
        self._try(self.opened[who].redo)

    def _state(self) -> list[dict[str, Any]]:
        """Claims and relations without what every write changes; a relation that went and came again comes last."""
        told = {"version", "decided_at", "decided_by"}
        values: list[Any] = [*self.dossier.claims(), *sorted(self.dossier.relations(), key=lambda one: one.id)]
        return [value.model_dump(exclude=told) for value in values]

    @rule()
    def match_and_assess(self) -> None:
        """The machine's own work, a second time without effect."""
        self._try(lambda: (self.dossier.match(), self.dossier.assess()))
        before = exported(self.dossier)
        self.dossier.assess()
        assert exported(self.dossier) == before

    @rule(who=st.sampled_from(PEOPLE), number=st.integers(0, 5), quote=st.integers(0, 3))
    def remove_evidence(self, who: str, number: int, quote: int) -> None:
        """A quote taken away, if it is there."""
        self._try(lambda: self.opened[who].remove_evidence(f"x{number}", quote, reason="not this"))

    @rule(
        who=st.sampled_from(PEOPLE), number=st.integers(0, 5), name=st.sampled_from(NAMES), words=st.sampled_from(WORDS)
    )
    def add_evidence(self, who: str, number: int, name: str, words: str) -> None:
        """A quote more, if the words stand there."""

        def act() -> None:
            start = self.dossier.document(name).text.find(words)
            self.opened[who].add_evidence(f"x{number}", name, (start, start + len(words)), Stance.CONTEXT)

        self._try(act)

    @rule(
        who=st.sampled_from(PEOPLE),
        number=st.integers(0, 5),
        to=st.lists(st.sampled_from((*PEOPLE, "chen")), max_size=2),
    )
    def assign(self, who: str, number: int, to: list[str]) -> None:
        """Someone is asked for a judgement of their own."""
        self._try(lambda: self.opened[who].assign([f"x{number}"], to))

    @rule(who=st.sampled_from(PEOPLE), keep=st.integers(0, 5), other=st.integers(0, 5))
    def merge(self, who: str, keep: int, other: int) -> None:
        """One claim stands for another, which may be itself."""
        self._try(lambda: self.opened[who].merge(f"x{keep}", [f"x{other}"]))

    @rule(who=st.sampled_from(PEOPLE), entry=st.integers(1, 12))
    def undo_import(self, who: str, entry: int) -> None:
        """An import taken back as a whole, unless someone has built upon it."""
        self._try(lambda: self.opened[who].undo_import(entry))

    @precondition(lambda self: self.backend == "sqlite")
    @rule()
    def backup(self) -> None:
        """The copy is the dossier."""
        with TemporaryDirectory() as folder:
            target = Path(folder) / "copy.db"
            self.dossier.backup(target)
            with Dossier.open(str(target)) as copy:
                assert exported(copy) == exported(self.dossier)
                assert copy.verify(self.past).findings == ()

    @rule()
    def export_and_import(self) -> None:
        """Export → import → export is the identity, at any moment."""
        first = exported(self.dossier)
        with Dossier.open(self.new_url(), reviewer="chen") as restored:
            restored.restore(first, "export.json")
            assert exported(restored) == first

    @rule()
    def export(self) -> None:
        """The same dossier gives the same bytes, whoever asks."""
        if self.entries:
            assert exported(self.opened["anna"]) == exported(self.opened["boris"])

    @invariant()
    def nothing_is_wrong_and_nothing_is_forgotten(self) -> None:
        """The ledger, the tables, quotes and snapshots agree, and every head ever seen is still in the chain."""
        if not self.opened:
            return
        checked = self.opened["boris"].verify(self.past)
        assert checked.findings == ()
        assert checked.head[0] >= self.entries
        self.entries = checked.head[0]
        if self.entries:
            self.past.append(checked.head)

    def teardown(self) -> None:
        """At the end an export, restored and exported again, is the same to the byte."""
        try:
            if self.entries:
                first = exported(self.dossier)
                with Dossier.open(self.new_url(), reviewer="chen") as restored:
                    restored.restore(first, "export.json")
                    assert exported(restored) == first
                    assert restored.verify(self.past).findings == ()
        finally:
            for dossier in self.opened.values():
                dossier.close()


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_whatever_is_done_the_promises_hold(databases: Databases, backend: str) -> None:
    """Two people add, import, decide, relate and grade at will."""
    made: list[str] = []

    def new_url() -> str:
        made.append(databases.new(backend))
        return made[-1]

    class Here(Desk):
        """On this kind of database."""

    Here.new_url = staticmethod(new_url)
    Here.backend = backend
    examples = settings(max_examples=8 if backend == "sqlite" else 4, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(Here, settings=examples)
    for url in made:
        databases.drop(url)


def test_wrong_rows_name_line_and_field_and_change_nothing(story: Dossier) -> None:
    """The public face raises our own errors only."""
    before = exported(story)
    with pytest.raises(ImportRefused) as caught:
        bring(story, [{"statement": "good"}, {"statement": ""}, {"statment": "x"}])
    assert [(problem.line, problem.field) for problem in caught.value.problems] == [
        (2, "statement"),
        (3, "statement"),
        (3, "statment"),
    ]
    with pytest.raises(NotAllowed):
        story.decide("free", ClaimDecision(verdict=Verdict.SUPPORTED))
    assert exported(story) == before


def test_trying_an_import_writes_nothing_not_even_the_first_entry(dossier: Dossier) -> None:
    """A dry run tells what would be done."""
    rows = [Row(1, {"statement": "one"}, 0), Row(2, {"statement": "two"}, 0)]
    tried = dossier.import_rows(rows, Batch("x.jsonl", "jsonl"), digest=lambda: "0" * 64, dry_run=True)
    assert (tried.dry_run, tried.counts.new) == (True, 2)
    assert dossier.stats().ledger_entries == 0
    assert list(dossier.claims()) == []
