"""Several people at one dossier: colliding, judging blind, deciding between two, splitting and merging, company."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.judgement import ClaimDecision
from claims.model import Confidence, Status, Verdict
from factcheck.dossier import ClaimEdit, Dossier, Filter
from factcheck.errors import FactcheckError
from factcheck.tui.company import AGAIN, AWAY, Company
from factcheck.tui.screens.claim import ClaimScreen
from factcheck.tui.screens.dialogs import Dialog, Writing
from factcheck.tui.screens.queue import QueueScreen
from tests.conftest import Clock, Databases
from tests.factcheck.story import fill
from tests.factcheck.tui.playing import SIZES, Seat, played, same_as_snapshot, seat

YES = ClaimDecision(verdict=Verdict.SUPPORTED, confidence=Confidence.HIGH, reason="the photographs show three")
NO = ClaimDecision(verdict=Verdict.REFUTED, confidence=Confidence.LOW, reason="舊照片：倉庫一共有四座")


@pytest.fixture
def both(databases: Databases, backend: str) -> Iterator[str]:
    """The URL of the story, on SQLite and on PostgreSQL."""

    def build() -> str:
        url = databases.new(backend)
        with Dossier.open(url, reviewer="anna", now=Clock()) as dossier:
            fill(dossier)
        return url

    made = databases.copy(backend, "story for the reviewers", build)
    yield made
    databases.drop(made)


def _key(seat_: Seat, reference: str) -> int:
    return seat_.dossier.queue_key(reference)


async def _go(seat_: Seat, reference: str) -> None:
    """Put the cursor on a claim."""
    await seat_.press("g", *["j"] * seat_.state.ids.index(_key(seat_, reference)))


def test_two_programs_collide(both: str) -> None:
    """Two reviewers in two programs on one database: the second one sees what the first one did, and decides."""

    @played
    async def session() -> None:
        async with seat(both) as anna, seat(both, reviewer="boris") as boris:
            await _go(anna, "w4")
            await _go(boris, "w4")
            await anna.press("-", "3")
            assert anna.status.startswith("saved: conflicting")
            await boris.press("4")
            assert "Someone else saved first" in boris.text
            assert "It is now: conflicting, low confidence" in boris.text
            assert "anna" in boris.text
            await boris.press("escape")
            assert boris.status.startswith("theirs was kept")
            assert anna.dossier.claim("w4").verdict is Verdict.CONFLICTING
            await boris.press("4", "2")
            assert boris.status.startswith("saved: not enough")
            assert anna.dossier.claim("w4").decided_by == "boris"

    session()


def test_words_that_somebody_else_changed_first(both: str) -> None:
    """A correction on a stale version shows theirs and asks, as a verdict does."""

    @played
    async def session() -> None:
        async with seat(both) as anna:
            await _go(anna, "w4")
            with Dossier.open(both, reviewer="boris") as boris:
                claim = boris.claim("w4")
                boris.edit(claim.id, ClaimEdit(statement="Five warehouses burned down."), seen=claim.version)
            await anna.press("E")
            await anna.write("Four warehouses burned down.")
            assert "Someone else saved first" in anna.text
            assert "Its wording is now: Five warehouses burned down." in anna.text
            await anna.press("y")
            assert anna.dossier.claim("w4").statement == "Four warehouses burned down."

    session()


@played
async def test_many_marked_claims_of_which_one_was_changed(sample: str) -> None:
    """What the others did is told of each, and y saves over it; Esc leaves everything as it is."""
    async with seat(sample) as anna:
        await anna.press("f", "s", "1", "g", "space", "space", "space")
        keys = [key for key in anna.state.ids if key in anna.state.marked]
        ids = [row.claim.id for row in anna.dossier.queue_rows(keys).values()]
        with Dossier.open(sample, reviewer="boris") as boris:
            boris.decide(ids[1], ClaimDecision(status=Status.DEFERRED, reason="asked the author"))
        await anna.press("4", "y")
        assert "Someone else changed 1 of these 3 claims first" in anna.text
        assert "asked the author" in anna.text
        await anna.press("escape", "4", "y", "y")
        assert {anna.dossier.claim(id_).verdict for id_ in ids} == {Verdict.NOT_ENOUGH_EVIDENCE}


def test_a_second_opinion_from_asking_to_deciding(both: str) -> None:
    """Anna asks boris blind, boris judges without seeing hers, carol reads both and decides."""

    @played
    async def session() -> None:
        async with seat(both) as anna:
            await _go(anna, "w3")
            await anna.press("a", "0")
            await anna.write("boris")
            await anna.press("1")
            assert anna.status == "saved: this claim is with boris now, blind"
        async with seat(both, reviewer="boris", size=SIZES[1]) as boris:
            await boris.press("f", "a")
            assert boris.statement == "The fire burned down three warehouses."
            await boris.press("enter")
            assert boris.on(ClaimScreen)
            for screen in (boris.text, *[await _shown(boris, key) for key in ("c", "h")]):
                assert "✓" not in screen
                assert "verdict none" not in screen
                assert "photographs" not in screen
            assert "you judge this blind" in boris.text
            await boris.press("2", "0")
            await boris.write("The roof of a fourth one is gone.")
            assert boris.status.startswith("you disagree (anna: supported)")
            assert "The roof of a fourth one is gone." in boris.text
            assert "photographs" in boris.text
        async with seat(both, reviewer="carol") as carol:
            await carol.press("f", "d")
            assert "disagreed" in carol.text
            assert "the reviewers disagree" in carol.text
            await carol.press("1")
            assert "anna: supported, high confidence. photographs" in carol.text
            assert "boris: refuted. The roof of a fourth one is gone." in carol.text.replace("\n", " ")
            await carol.press("2")
            assert carol.dossier.claim("w3").decided_by == "carol"
            await carol.press("r", "x", "p", "G")
            assert "Cohen" in carol.text
            assert "say next to nothing" in " ".join(carol.text.split())
            await carol.press("escape", "u")
            assert not carol.dossier.verify().findings
            assert [claim.external_id for claim in carol.dossier.claims(Filter(disagreements=True))] == ["w3"]

    session()


async def _shown(sitting: Seat, key: str) -> str:
    await sitting.press(key)
    text = sitting.text
    await sitting.press("escape")
    return text


@played
async def test_many_are_assigned_at_once_and_taken_back(sample: str) -> None:
    """Openly, to somebody by number; what has nothing to ask is said; one undo."""
    async with seat(sample) as anna:
        await anna.press("f", "s", "1", "g", "space", "space", "a")
        assert "Who is to judge these 2 claims?" in anna.text
        await anna.press("1", "2")
        name = anna.status.split(" are with ")[1].split(" now")[0]
        assert anna.status.startswith("saved: 2 claims are with")
        assert "assigned" in anna.text
        await anna.press("x", "f", "u")
        number = len(anna.state.ids)
        await anna.press("x", "u", "f", "u")
        assert len(anna.state.ids) == number + 2
        await anna.press("x", "f", "s", "1", "g", "a", "x")
        assert "has nothing that could be taken back" in anna.status
        assert name in anna.dossier.people()


@played
async def test_a_split_is_undone_after_a_restart(sample: str) -> None:
    """P shows the clauses, a line each; the parts are in the queue at once; u in the next session takes them back."""
    async with seat(sample) as anna:
        number, first = len(anna.state.ids), anna.statement
        row = anna.state.current
        assert row is not None
        await anna.press("P")
        assert anna.on(Writing)
        anna.app.screen.query_one("#own").text = "One of them left.\nThe other one stayed."  # type: ignore[attr-defined]
        await anna.press("ctrl+s")
        assert anna.status.startswith("saved: split into 2")
        assert (len(anna.state.ids), anna.statement) == (number + 2, "One of them left.")
        assert anna.dossier.claim(row.claim.id).status is Status.DISMISSED
    async with seat(sample) as anna:
        await anna.press("u")
        assert anna.status == "undone: the split"
        assert (len(anna.state.ids), anna.statement) == (number, first)
        await anna.press("ctrl+r")
        assert len(anna.state.ids) == number + 2
        assert not anna.dossier.verify().findings


@played
async def test_a_split_that_is_none(sample: str) -> None:
    """One line is no split, Esc leaves, and words that no quote has are refused in a sentence."""
    async with seat(sample) as anna:
        entries = anna.dossier.stats().ledger_entries
        for text, says in (("One.", "one part is no split"), ("A => a\nnowhere => b", "copy them from it")):
            await anna.press("P")
            anna.app.screen.query_one("#own").text = text  # type: ignore[attr-defined]
            await anna.press("f2")
            assert says in anna.status
        await anna.press("P", "escape")
        assert anna.status == "nothing was split"
        assert anna.dossier.stats().ledger_entries == entries


@played
async def test_marked_claims_are_merged_and_taken_apart_after_a_restart(sample: str) -> None:
    """M keeps the one under the cursor; y, never Enter."""
    async with seat(sample) as anna:
        await anna.press("M")
        assert "mark the claims that say the same" in anna.status
        await anna.press("f", "s", "1", "g", "space", "space", "space", "k", "M")
        kept = anna.statement
        assert kept[:30] in anna.text
        await anna.press("enter")
        assert anna.on(Dialog)
        await anna.press("y")
        assert anna.status.startswith("saved: one claim for 3")
        assert anna.statement == kept
    async with seat(sample) as anna:
        await anna.press("u")
        assert anna.status == "undone: the merging"
        assert not anna.dossier.verify().findings


# ── company ────────────────────────────────────────────────────────────────────────────────────────


def test_who_is_here_is_shown(both: str) -> None:
    """In the title, at the claim in the queue, and in the claim; it goes when they go, and is no part of the record."""

    @played
    async def session() -> None:
        async with seat(both) as anna:
            entries = anna.dossier.stats().ledger_entries
            async with seat(both, reviewer="boris") as boris:
                await _go(boris, "h2")
                await boris.beat()
                await anna.beat()
                await _go(anna, "h2")
                assert "with boris" in anna.lines[0]
                assert "boris has it open" in anna.text
                assert ">@" in anna.text
                await anna.press("enter")
                assert "boris has it open" in anna.text
                await anna.press("escape")
            await anna.beat()
            assert "boris" not in anna.text
            assert anna.dossier.stats().ledger_entries == entries

    session()


def test_nothing_is_told_at_a_key_press() -> None:
    """Only at rest, again after a while, and no more once nobody is there."""
    now = [0.0]
    company = Company(dossier=None, clock=lambda: now[0])  # type: ignore[arg-type]  # never reached
    company.active()
    assert [company.due("c1"), company.due("c2"), company.due("c3")] == [False, False, False]
    assert company.due("c3")
    company._told, company._told_at = "c3", 0.0
    assert not company.due("c3")
    now[0] = AGAIN
    assert company.due("c3")
    now[0] = AWAY + 1
    assert not company.due("c3")
    company.active()
    assert company.due("c3")


def test_a_dossier_that_cannot_be_written_is_looked_at_in_silence(sample: str) -> None:
    """Reading works, nothing is told of it, and it is not tried again."""
    path = Path("/", sample.removeprefix("sqlite:///"))

    class ReadOnlyDossier:
        def present(self, session: str, claim: str | None) -> None:
            return None

    company = Company(ReadOnlyDossier())  # type: ignore[arg-type]
    assert not company.beat("c1")
    assert company.off
    assert not company.due("c1")
    assert path.exists()


def test_trouble_with_the_database_is_not_told_of_by_company() -> None:
    """Keys do that."""

    class Gone:
        def present(self, session: str, claim: str | None) -> None:
            raise FactcheckError("gone")

    company = Company(Gone())  # type: ignore[arg-type]
    assert not company.beat("c1")
    assert not company.off


# ── what it looks like ─────────────────────────────────────────────────────────────────────────────

Keys = tuple[str, ...]
LOOKS: dict[str, tuple[str, Keys]] = {
    "blind-queue": ("boris", ("f", "a")),
    "blind-claim": ("boris", ("f", "a", "enter")),
    "disagreed-queue": ("carol", ("f", "d")),
    "disagreed-claim": ("carol", ("f", "d", "enter", "ctrl+d")),
    "disagreed-reason": ("carol", ("f", "d", "1")),
    "assign": ("anna", ("g", "a")),
    "assign-how": ("anna", ("g", "a", "1")),
    "split": ("anna", ("g", "P")),
    "merge": ("anna", ("g", "space", "space", "k", "M")),
    "agreement": ("carol", ("p", "G")),
}
"""Who looks, and the keys that lead there."""


def _disagreement(url: str) -> None:
    """Anna and boris disagree about the first claim; boris owes a judgement of the last one."""
    with Dossier.open(url, reviewer="anna", now=Clock()) as anna:
        first, *_, last = [claim.external_id or claim.id for claim in anna.claims()]
        anna.decide(first, YES)
        anna.assign([first], ["boris"], blind=True)
        if last != first:
            anna.decide(last, ClaimDecision(verdict=Verdict.CONFLICTING, reason="hidden from boris"))
            anna.assign([last], ["boris"], blind=True)
    with Dossier.open(url, reviewer="boris", now=Clock()) as boris:
        if last != first:
            boris.decide(first, NO)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", ["chinese", "hostile"])
@pytest.mark.parametrize("look", LOOKS)
def test_the_screens_look_as_they_did(ready: Callable[[str], str], look: str, kind: str, size: tuple[int, int]) -> None:
    """Long Chinese and hostile text, narrow and wide."""
    url = ready(kind)
    _disagreement(url)
    who, keys = LOOKS[look]

    @played
    async def session() -> None:
        async with seat(url, reviewer=who, size=size) as sitting:
            await sitting.press(*keys)
            assert "hidden from boris" not in sitting.text
            same_as_snapshot(sitting, f"{kind}-{look}")

    session()


@played
async def test_an_editor_cannot_be_opened_without_a_terminal(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence, and the program goes on; also when none is set, or its command cannot be read."""
    async with seat(sample) as anna:
        for value, says in (("", "no editor is set"), ("'", "cannot be read as a command"), ("true", "cannot be left")):
            monkeypatch.setenv("EDITOR", value)
            monkeypatch.delenv("VISUAL", raising=False)
            await anna.press("ctrl+e")
            assert says in anna.status
        assert anna.on(QueueScreen)
        await anna.press("e", "ctrl+e", "escape", "P", "ctrl+e", "escape", "E", "ctrl+e", "escape")
        assert anna.on(QueueScreen)
