"""Looking for evidence and making it some."""

import threading
from collections.abc import Callable

import pytest

from claims.model import Stance
from factcheck.dossier import Dossier
from factcheck.tui.listing import Listing
from factcheck.tui.screens.dialogs import Prompt
from factcheck.tui.screens.evidence import EvidenceScreen
from factcheck.work.evidence import Found
from tests.factcheck.tui.playing import SIZES, Seat, played, same_as_snapshot, seat


def _evidence(anna: Seat) -> EvidenceScreen:
    screen = anna.app.screen
    assert isinstance(screen, EvidenceScreen)
    return screen


@played
async def test_a_passage_becomes_evidence_and_ceases_to_be(sample: str) -> None:
    """By key, as this reviewer, shown at once, in the ledger, undone and done again; the queue shows the same claim."""
    async with seat(sample) as anna:
        await anna.press("s", "j")
        screen = _evidence(anna)
        one = screen.current
        assert one is not None
        assert not one.linked
        id_ = anna.state.current.claim.id if anna.state.current else ""
        before = anna.dossier.claim(id_).evidence
        await anna.press("r")
        link = anna.dossier.claim(id_).evidence[-1]
        assert (link.document, link.start, link.end) == (one.document, one.start, one.end)
        assert (link.stance, link.added_by, link.exact) == (Stance.REFUTES, "anna", one.text)
        assert "saved: the passage refutes the claim" in anna.status
        assert "evidence: refutes" in anna.text
        await anna.press("c")
        assert [one.stance for one in anna.dossier.claim(id_).evidence[len(before) :]] == [Stance.CONTEXT]
        await anna.press("x")
        assert anna.dossier.claim(id_).evidence == before
        await anna.press("x")
        assert "nothing to remove" in anna.status
        await anna.press("u")
        assert len(anna.dossier.claim(id_).evidence) == len(before) + 1
        assert "evidence: context" in anna.text
        await anna.press("ctrl+r", "escape")
        assert anna.dossier.claim(id_).evidence == before
        assert anna.state.current is not None
        assert anna.state.current.claim.version == anna.dossier.claim(id_).version
        await anna.press("4")
        assert "saved" in anna.status


@played
async def test_other_words_find_other_passages(sample: str) -> None:
    """A name that stands in one place puts that place first; the claim's own words are a key away."""
    async with seat(sample) as anna:
        await anna.press("s")
        first = _evidence(anna).current
        await anna.press("/")
        assert anna.on(Prompt)
        await anna.write("ReDex")
        current = _evidence(anna).current
        assert current is not None
        assert "ReDex" in current.text
        await anna.press("w")
        assert _evidence(anna).current == first
        await anna.press("/")
        await anna.write("xyzzy plugh")
        assert "no passage of any document shares a word" in anna.text
        await anna.press("s", "x", "j", "G", "tab", "escape")
        assert anna.app.is_running


@played
async def test_the_cursor_is_followed_by_the_document(sample: str) -> None:
    """Down, up, end, the document's own scrolling, and the mouse."""
    async with seat(sample) as anna:
        await anna.press("s", "j")
        screen, listing = _evidence(anna), anna.app.screen.query_one(Listing)
        assert listing.at == 1
        passage = screen.current
        assert passage is not None
        assert passage.name in anna.text
        await anna.press("G")
        assert listing.at == len(screen._found or ()) - 1
        await anna.press("g", "tab", "j", "j")
        assert listing.at == 0
        await anna.press("tab")
        await anna.pilot.click(listing, offset=(5, 2))
        await anna.settle()
        assert listing.at == 2


@played
async def test_someone_else_was_quicker(sample: str) -> None:
    """A change meanwhile refuses the save, says so, and shows the claim as it is now."""
    async with seat(sample) as anna:
        await anna.press("s", "j")
        assert anna.state.current is not None
        id_ = anna.state.current.claim.id
        with Dossier.open(sample, reviewer="ben") as other:
            passage = _evidence(anna).current
            assert passage is not None
            other.add_evidence(id_, passage.document, (passage.start, passage.end), Stance.CONTEXT)
        await anna.press("r")
        assert "someone else changed this claim meanwhile" in anna.status
        assert anna.dossier.claim(id_).evidence[-1].stance is Stance.CONTEXT
        await anna.press("r")
        assert anna.dossier.claim(id_).evidence[-1].stance is Stance.REFUTES


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_keys_go_on_while_it_looks(sample: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """The search runs beside: help opens, the screen can be left, and what comes late draws nothing."""
    gate = threading.Event()

    def slow(*given: object) -> list[Found]:
        gate.wait(30)
        return []

    monkeypatch.setattr(Dossier, "find_evidence", slow)

    @played
    async def look() -> None:
        async with seat(sample, size=size) as anna:
            await anna.pilot.press("s")
            await anna.pilot.pause()
            await anna.pilot.press("j", "r", "x", "tab", "tab")
            await anna.pilot.pause()
            same_as_snapshot(anna, "loading-evidence")
            await anna.pilot.press("?", "q", "q")
            gate.set()
            await anna.settle()
            assert not anna.on(EvidenceScreen)
            await anna.press("j")
            assert anna.app.is_running

    look()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", ["one", "chinese", "hostile", "sample"])
def test_the_screen_looks_as_it_did(ready: Callable[[str], str], kind: str, size: tuple[int, int]) -> None:
    """With one claim, in long Chinese, with text that wishes us harm."""

    @played
    async def look() -> None:
        async with seat(ready(kind), size=size) as anna:
            await anna.press("s", "j")
            same_as_snapshot(anna, f"{kind}-evidence")

    look()
