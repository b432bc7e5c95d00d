"""Whole sessions at the keyboard: what a reviewer does in a morning, and what comes of it."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.judgement import ClaimDecision
from claims.model import Claim, ConflictState, Relation, RelationKind, RelationState, Status, Verdict
from factcheck.dossier import Dossier, Filter, Format
from factcheck.tui import app
from factcheck.tui.screens.compare import CompareScreen
from factcheck.tui.screens.dialogs import Dialog
from factcheck.tui.screens.queue import QueueScreen
from tests.factcheck.tui.playing import played, seat


def _told(value: Claim | Relation) -> dict[str, object]:
    """Everything but what every act changes; the time of a decision is the ledger's, a moment after the claim's own."""
    return value.model_dump(exclude={"version", "decided_at"})


def _claims(dossier: Dossier) -> list[dict[str, object]]:
    return [_told(claim) for claim in dossier.claims()]


@played
async def test_twenty_claims_are_judged_without_typing(sample: str) -> None:
    """Each verdict is one key, or two where a reason is wanted; each is saved and the next open claim comes up."""
    async with seat(sample) as anna:
        before = anna.state.waiting
        seen = []
        for verdict in "13421" * 4:
            seen.append(anna.statement)
            await anna.press(verdict)
            if anna.on(Dialog):
                await anna.press("1")
            assert anna.on(QueueScreen), anna.text
        assert len(set(seen)) == 20
        assert anna.state.waiting == before - 20
        assert anna.status.startswith("saved: supported")
        events = [event for event in anna.dossier.history() if event.who == "anna"]
        assert len(events) == 20
        assert {event.why for event in events} == {None, "The quoted document itself says otherwise."}
        assert not anna.dossier.verify().findings


@played
async def test_nothing_is_left_beside_the_dossier_when_one_leaves(sample: str) -> None:
    """The journal that is kept from one verdict to the next goes with the program."""
    file = Path(sample.removeprefix("sqlite:///"))
    journal = file.with_name(f"{file.name}-journal")
    async with seat(sample) as anna:
        await anna.press("3")
        assert journal.exists()
        await anna.press("q")
    assert not journal.exists()


@played
async def test_undo_and_redo_go_back_and_forth_over_every_act(sample: str) -> None:
    """Any number of acts can be taken back one by one and done again, and the ledger agrees with the tables."""
    async with seat(sample) as anna:
        before = _claims(anna.dossier)
        await anna.press("1", "3", "4", "d", "D", "space", "]", "space", "4", "y", "g", "R", "0")
        after = _claims(anna.dossier)
        await anna.press(*["u"] * 8)
        assert _claims(anna.dossier) == before
        await anna.press("u")
        assert anna.status == "there is nothing of yours to undo"
        await anna.press(*["ctrl+r"] * 8)
        assert _claims(anna.dossier) == after
        await anna.press("ctrl+r")
        assert anna.status == "there is nothing of yours to redo"
        assert not anna.dossier.verify().findings


@played
async def test_undo_works_after_a_restart(sample: str) -> None:
    """What was decided yesterday is undone today."""
    async with seat(sample) as anna:
        first = anna.statement
        await anna.press("1", "4")
    async with seat(sample) as anna:
        await anna.press("u", "u")
        assert anna.statement == first
        assert "verdict supported → none" in anna.status
        row = anna.state.current
        assert row is not None
        assert (row.claim.status, row.claim.verdict, row.claim.decided_by) == (Status.NEW, None, None)


@played
async def test_undo_gives_the_verdict_back_to_whom_it_belongs(sample: str) -> None:
    """Undoing a change of somebody else's verdict restores their name, not mine."""
    async with seat(sample) as anna:
        await anna.press("g")
        row = anna.state.current
        assert row is not None
        theirs = row.claim
        assert theirs.verdict is Verdict.SUPPORTED
        assert theirs.decided_by == "Lin"
        await anna.press("3", "1", "u")
        restored = anna.dossier.claim(theirs.id)
        assert _told(restored) == _told(theirs)


@played
async def test_only_ones_own_acts_are_undone_and_never_what_others_built_on(sample: str) -> None:
    """Boris cannot undo anna's act, and anna cannot undo hers once boris has changed the claim."""
    async with seat(sample) as anna:
        row = anna.state.current
        assert row is not None
        await anna.press("1")
        with Dossier.open(sample, reviewer="boris") as boris:
            assert boris.undo() is None
            boris.decide(row.claim.id, ClaimDecision(verdict=Verdict.CONFLICTING, reason="two accounts"))
        await anna.press("u")
        assert "not undone" in anna.status
        assert "boris" in anna.status
        assert anna.dossier.claim(row.claim.id).verdict is Verdict.CONFLICTING


@pytest.mark.parametrize(("key", "kept"), [("y", Verdict.SUPPORTED), ("escape", Verdict.NOT_ENOUGH_EVIDENCE)])
def test_two_reviewers_collide(sample: str, key: str, kept: Verdict) -> None:
    """A save on what is no longer true shows what the other did, and asks."""

    @played
    async def session() -> None:
        async with seat(sample) as anna:
            row = anna.state.current
            assert row is not None
            with Dossier.open(sample, reviewer="boris") as boris:
                unsure = ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE, reason="one account only")
                boris.decide(row.claim.id, unsure)
            await anna.press("1")
            assert "Someone else saved first" in anna.text
            assert "boris" in anna.text
            assert "one account only" in anna.text
            await anna.press(key)
            if anna.on(Dialog):  # a changed verdict needs a reason
                await anna.press("1")
            assert anna.on(QueueScreen)
            assert anna.dossier.claim(row.claim.id).verdict is kept

    session()


@played
async def test_two_conflicts_are_resolved_and_one_rejected(sample: str) -> None:
    """c opens the conflicts; a number says by what one is resolved, x says that it is none; each is one key."""
    async with seat(sample) as anna:
        await anna.press("c")
        assert anna.on(CompareScreen)
        first, second, third = anna.dossier.conflicts()[:3]
        await anna.press("2", "y", "4", "x")
        done = {one.id: one for one in anna.dossier.relations()}
        assert (done[first.id].conflict, done[first.id].resolution) == (ConflictState.RESOLVED, "temporal_change")
        assert (done[second.id].conflict, done[second.id].resolution) == (ConflictState.RESOLVED, "regional_term")
        assert done[second.id].state is RelationState.CONFIRMED
        assert done[third.id].state is RelationState.REJECTED
        await anna.press("u", "u", "u", "u")
        undone = {one.id: one for one in anna.dossier.relations()}
        for one in (first, second, third):
            assert _told(undone[one.id]) == _told(one)
        assert not anna.dossier.verify().findings


@played
async def test_a_conflict_is_marked_by_hand_and_taken_back(sample: str) -> None:
    """Two marked claims and four keys; undo rejects what cannot be removed."""
    async with seat(sample) as anna:
        await anna.press("G", "space", "k", "k", "space", "c", "m", "1", "2")
        assert "marked as conflicts in date" in anna.status
        made = [one for one in anna.dossier.conflicts() if one.added_by == "anna"]
        assert [(one.facet, one.state) for one in made] == [("date", "confirmed")]
        assert "The accounts differ in date" in anna.text
        await anna.press("u")
        assert [one for one in anna.dossier.conflicts() if one.added_by == "anna"] == []
        await anna.press("ctrl+r")
        assert [one.id for one in anna.dossier.conflicts() if one.added_by == "anna"] == [made[0].id]
        assert not anna.dossier.verify().findings


@played
async def test_the_report_is_written(sample: str, tmp_path: Path) -> None:
    """w, a number and Enter write a report; a file that is there is only written over after y."""
    async with seat(sample, folder=tmp_path) as anna:
        await anna.press("w", "1", "enter")
        assert (tmp_path / "report.html").read_text("utf-8").startswith("<!doctype html>")
        assert "written:" in anna.status
        await anna.press("w", "1", "enter")
        assert "This file is there already" in anna.text
        await anna.press("enter")
        assert anna.on(Dialog)
        await anna.press("y", "w", "2", "enter")
        assert (tmp_path / "report.md").read_text("utf-8").startswith("#")
        await anna.press("w", "3", "enter")
        assert (tmp_path / "claims.csv").read_bytes() == b"".join(anna.dossier.export(Format.CSV))
        await anna.press("w", "4", "enter")
        assert (tmp_path / "export.json").read_bytes() == b"".join(anna.dossier.export(Format.JSON))
        await anna.press("w", "1")
        await anna.write(str(tmp_path / "no" / "such" / "folder.md"))
        assert "not written" in anna.status


@played
async def test_many_are_decided_at_once_only_after_a_yes(sample: str) -> None:
    """A verdict on marked claims asks with y; Enter does nothing; it is one act, undone by one key."""
    async with seat(sample) as anna:
        await anna.press("G", "k", "k", "k", "space", "k", "k", "V", "4")
        assert "all" in anna.text
        await anna.press("enter")
        assert anna.on(Dialog)
        marked = len(anna.state.marked)
        assert marked > 1
        await anna.press("y")
        assert f"{marked} claims" in anna.status
        assert not anna.state.marked
        before = anna.state.waiting
        await anna.press("u")
        assert anna.state.waiting == before + marked


@played
async def test_search_and_filter_know_both_scripts(ready: Callable[[str], str]) -> None:
    """简体 finds 繁體; the filter is shown as text and goes away with x."""
    async with seat(ready("chinese")) as anna:
        await anna.press("G", "/")
        await anna.write("实验室")
        assert "match 1 of 2" in anna.status
        await anna.press("n")
        assert "match 2 of 2" in anna.status
        await anna.press("f", "t")
        await anna.write("亿美元")
        assert len(anna.state.ids) == 2
        assert "filter: text “亿美元”" in anna.text
        await anna.press("x")
        assert len(anna.state.ids) == 3
        await anna.press("f", "c")
        assert anna.state.wanted == Filter(conflicts=True)
        await anna.press("f", "s", "4")
        assert "No claim answers this filter" in anna.text
        await anna.press("1", "c", "e", "enter", "j", "]", "u")
        await anna.press("x")
        assert len(anna.state.ids) == 3


@played
async def test_a_judged_claim_keeps_its_place_in_a_filtered_queue(sample: str) -> None:
    """A claim that no longer matches stays until the queue is loaded again."""
    async with seat(sample) as anna:
        await anna.press("f", "s", "1")
        number, first = len(anna.state.ids), anna.state.ids[0]
        await anna.press("g", "4")
        assert (len(anna.state.ids), anna.state.ids[0], anna.state.gone) == (number, first, 1)
        assert "1 no longer matches" in anna.text
        await anna.press("r")
        assert (len(anna.state.ids), anna.state.gone) == (number - 1, 0)


@played
async def test_confidence_goes_with_the_next_verdict_or_the_present_one(sample: str) -> None:
    """Before a verdict it waits for it, after one it changes it."""
    async with seat(sample) as anna:
        row = anna.state.current
        assert row is not None
        await anna.press("-", "1")
        assert anna.dossier.claim(row.claim.id).confidence == "low"
        await anna.press("[", "]")
        anna.state.cursor = anna.state.ids.index(row.pk)
        await anna.press("=")
        assert anna.dossier.claim(row.claim.id).confidence == "moderate"


@played
async def test_words_are_corrected_and_tags_set(sample: str) -> None:
    """A decided claim whose wording changes is to be checked again; both can be undone."""
    async with seat(sample) as anna:
        await anna.press("g", "E")
        await anna.write("Meta lost two people in one day.")
        row = anna.state.current
        assert row is not None
        assert (row.claim.statement, row.claim.status) == ("Meta lost two people in one day.", Status.NEEDS_RECHECK)
        await anna.press("t")
        await anna.write("urgent，人事")
        assert anna.dossier.claim(row.claim.id).tags == ("urgent", "人事")
        await anna.press("u", "u")
        assert anna.dossier.claim(row.claim.id).statement != "Meta lost two people in one day."
        assert not anna.dossier.verify().findings


@played
async def test_refused_decisions_say_why(ready: Callable[[str], str]) -> None:
    """A claim without a quote cannot be supported; the status line says what to do instead."""
    url = ready("one")
    with Dossier.open(url) as dossier:
        from tests.factcheck.story import bring  # noqa: PLC0415

        bring(dossier, [{"external_id": "free", "statement": "Quotes nothing."}])
    async with seat(url) as anna:
        await anna.press("G", "1")
        assert "needs an exact quote" in anna.status
        await anna.press("v", "y", "o", "4")
        assert "saved: not enough evidence" in anna.status


@played
async def test_every_full_width_key_works_like_its_own(sample: str) -> None:
    """A Chinese input method in full-width mode changes nothing."""
    async with seat(sample) as anna:
        first = anna.state.cursor
        await anna.press("１")
        assert anna.status.startswith("saved: supported")
        await anna.press("ｕ", "】", "【")
        assert anna.state.cursor == first
        await anna.press("？")
        assert "Keys: The queue" in anna.text


@played
async def test_an_error_shows_a_screen_and_the_program_goes_on(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect in one act does not end the session, and no variable's value is shown."""
    async with seat(sample) as anna:

        def broken(*_: object) -> None:
            secret = "hunter2"
            raise RuntimeError("out of order" if secret else "")

        with monkeypatch.context() as patch:
            patch.setattr(anna.state, "attempt", broken)
            await anna.press("1")
        assert "That did not work" in anna.text
        assert "out of order" in anna.text
        assert "hunter2" not in anna.text
        await anna.press("escape", "1")
        assert anna.status.startswith("saved: supported")


@played
async def test_the_mouse_does_what_the_keys_do(sample: str) -> None:
    """Claims, footer keys and choices can be clicked; the wheel turns."""
    async with seat(sample) as anna:
        await anna.pilot.click("#queue", offset=(20, 1))
        await anna.settle()
        assert anna.state.cursor == anna.app.screen.query_one("#queue").top  # type: ignore[attr-defined]
        await anna.press("]")
        await anna.pilot.click("#footer", offset=(17, 0))
        await anna.settle()
        assert "Refuted: why?" in anna.text
        await anna.pilot.click("#question", offset=(4, 3))
        await anna.settle()
        assert "A document closer to the event" in (next(anna.dossier.history(limit=1)).why or "")


@played
async def test_a_verdict_is_offered_to_open_duplicates(sample: str) -> None:
    """T judges the duplicates of the claim just judged like it, as an act of its own."""
    with Dossier.open(sample, reviewer="lin") as lin:
        ids = [claim.id for claim in lin.claims(Filter(status=Status.NEW), limit=3)]
        for twin in ids[1:]:
            lin.relate(ids[0], twin, RelationKind.DUPLICATES)
    async with seat(sample) as anna:
        await anna.press("T")
        assert "no open duplicates" in anna.status
        await anna.press("-", "2", "3")
        assert "2 open duplicates: T judges them alike" in anna.status
        await anna.press("T")
        found = [anna.dossier.claim(id_) for id_ in ids]
        assert {(one.verdict, one.confidence) for one in found} == {(Verdict.REFUTED, "low")}
        assert {one.reason for one in found} == {"The figure does not match the one in the source."}
        await anna.press("u")
        assert [anna.dossier.claim(id_).status for id_ in ids] == [Status.DECIDED, Status.NEW, Status.NEW]


@played
async def test_claims_far_apart_are_marked_and_undone(sample: str) -> None:
    """Lines that are not loaded are decided and restored like those in view."""
    async with seat(sample) as anna:
        last = len(anna.state.ids) - 1
        await anna.press("g", "space", "G", "space")
        anna.state.marked = {anna.state.ids[at] for at in (6, 11, last - 30)}
        anna.state._pages.clear()
        await anna.press("d", "y")
        assert not anna.state.open_[6]
        assert not anna.state.open_[11]
        anna.state._pages.clear()
        await anna.press("u")
        assert anna.state.open_[6]


@played
async def test_a_writer_who_takes_long_is_told_of(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen says why nothing happens, and the key is carried out in the end."""
    monkeypatch.setattr(app, "PATIENCE", 0.05)
    path = sample.removeprefix("sqlite:///")
    async with seat(sample) as anna:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        pressing = asyncio.create_task(anna.press("1"))
        while "waiting for the database" not in anna.text:
            await asyncio.sleep(0.01)
        other.execute("ROLLBACK")
        other.close()
        await pressing
        assert anna.status.startswith("saved: supported")
