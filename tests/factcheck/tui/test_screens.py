"""What the other screens do with their keys."""

from collections.abc import Callable

from claims.judgement import RelationDecision
from claims.model import ConflictState, RelationState, Resolution, Verdict
from factcheck.dossier import About, Dossier
from factcheck.tui.screens.claim import ClaimScreen
from factcheck.tui.screens.compare import CompareScreen
from factcheck.tui.screens.dialogs import Dialog
from factcheck.tui.screens.document import DocumentScreen
from factcheck.tui.screens.queue import QueueScreen
from factcheck.tui.sheet import Sheet
from tests.factcheck.tui.playing import Seat, played, seat


def _top(anna: Seat, sheet: str = "text") -> int:
    return anna.app.screen.query_one(f"#{sheet}", Sheet).top


@played
async def test_a_claim_is_judged_where_it_is_read(sample: str) -> None:
    """The claim in full takes verdicts, undo and the way to the next claim."""
    async with seat(sample) as anna:
        await anna.press("enter")
        assert anna.on(ClaimScreen)
        first = anna.statement
        await anna.press("1")
        assert "✓ supported" in anna.text
        await anna.press("G")
        assert "anna decided" in anna.text
        await anna.press("]", "]", "[")
        assert anna.statement != first
        await anna.press("u")
        assert anna.statement == first
        assert "saved" not in anna.status
        await anna.press("0", "D", "D", "h", "q", "q")
        assert anna.on(QueueScreen)


@played
async def test_pages_scroll_to_their_ends_and_no_further(sample: str) -> None:
    """Line, page, top and bottom; the wheel does the same."""
    async with seat(sample) as anna:
        await anna.press("h", "j", "j", "k")
        assert _top(anna) == 1
        await anna.press("ctrl+d")
        page = _top(anna)
        assert page > 10
        await anna.press("ctrl+u", "G")
        bottom = _top(anna)
        await anna.press("j", "ctrl+d")
        assert _top(anna) == bottom
        await anna.press("g", "k")
        assert _top(anna) == 0
        await anna.pilot._post_mouse_events([_wheel()], "#text")  # the pilot has no wheel of its own
        await anna.settle()
        assert _top(anna) == 3


def _wheel() -> type:
    from textual.events import MouseScrollDown  # noqa: PLC0415

    return MouseScrollDown


@played
async def test_the_way_from_a_document_to_its_claims(sample: str) -> None:
    """] goes from claim to claim in the text, Enter to the queue."""
    async with seat(sample) as anna:
        await anna.press("v")
        assert anna.on(DocumentScreen)
        await anna.press("]", "]", "[", "enter")
        assert anna.on(QueueScreen)
        await anna.press("f", "v", "2", "v", "]", "enter")
        assert "not in the queue" in anna.status
        assert anna.on(DocumentScreen)


@played
async def test_the_course_of_a_conflict(sample: str) -> None:
    """Acknowledge, defer, give up, open again, add a reason; the queue counts anew."""
    async with seat(sample) as anna:
        first, second, third = anna.dossier.conflicts()[:3]
        await anna.press("c", "a", "d", "i")
        now = {one.id: one for one in anna.dossier.relations()}
        states = [now[one.id].conflict for one in (first, second, third)]
        assert states == [ConflictState.ACKNOWLEDGED, ConflictState.DEFERRED, ConflictState.INTRACTABLE]
        await anna.press("[", "0", "e", "4")
        now = {one.id: one for one in anna.dossier.relations()}
        assert now[third.id].conflict is ConflictState.OPEN
        assert now[third.id].reasons[-1] == "Both cannot be true."
        await anna.press("j", "ctrl+d", "G", "enter", "g", "N", "escape")
        assert anna.on(QueueScreen)


@played
async def test_two_reviewers_collide_over_a_conflict(sample: str) -> None:
    """What the other decided is shown before anything is saved over it."""
    async with seat(sample) as anna:
        one = anna.dossier.conflicts()[0]
        await anna.press("c")
        with Dossier.open(sample, reviewer="boris") as boris:
            boris.relate(one.a, one.b, one.kind, one.facet, RelationDecision(state=RelationState.REJECTED, reason="no"))
        await anna.press("2")
        assert "Someone else saved first" in anna.text
        assert "rejected by boris" in anna.text
        await anna.press("escape", "2", "y")
        if anna.on(Dialog):
            await anna.press("y")
        saved = {item.id: item for item in anna.dossier.relations()}[one.id]
        assert saved.resolution is Resolution.TEMPORAL_CHANGE


@played
async def test_duplicates_are_marked_by_hand(sample: str) -> None:
    """Any kind of relation, in general; one claim has no relation to itself."""
    async with seat(sample) as anna:
        await anna.press("g", "space", "G", "space", "c")
        assert anna.on(CompareScreen)
        assert "not marked as being in conflict" in anna.text
        await anna.press("y", "e", "]", "m", "escape", "m", "2", "escape", "m", "2", "0")
        assert "marked as duplicates" in anna.status
        assert [one.kind for one in anna.dossier.relations() if one.added_by == "anna"] == ["duplicates"]


@played
async def test_filters_by_key(sample: str) -> None:
    """Verdict, source, and whom or what it is about, by number or by name."""
    async with seat(sample) as anna:
        await anna.press("f", "v", "2")
        assert {anna.state.row(at).claim.verdict for at in range(len(anna.state.ids))} == {Verdict.REFUTED}  # type: ignore[union-attr]
        await anna.press("x", "f", "o", "1")
        assert "source Web article" in anna.text
        await anna.press("x", "f", "n", "1")
        assert "about" in anna.text
        await anna.press("x", "f", "n", "0")
        await anna.write("Rishabh Agarwal")
        assert anna.state.wanted.entity == "Rishabh Agarwal"
        await anna.press("f", "escape", "f", "x")
        assert anna.state.told_filter() == ""
        await anna.press("/", "escape", "n", "escape", "/")
        await anna.write("no such words anywhere")
        assert "no claim says" in anna.status


@played
async def test_a_reason_in_ones_own_words(sample: str) -> None:
    """Arrows and Enter choose; 0 lets one write; an empty reason is none."""
    async with seat(sample) as anna:
        await anna.press("2", "down", "down", "up", "enter")
        assert next(anna.dossier.history(limit=1)).why == "A document closer to the event contradicts it."
        await anna.press("2", "0", "enter")
        await anna.write("數字與原文不符。")
        assert next(anna.dossier.history(limit=1)).why == "數字與原文不符。"
        await anna.press("2", "0", "escape")
        assert anna.status == "nothing was saved"
        await anna.press("e", "1", "e", "escape")
        assert "reason" in anna.status


@played
async def test_a_web_address_is_shown_before_it_is_opened(ready: Callable[[str], str]) -> None:
    """http and https only, after y."""
    url = ready("empty")
    with Dossier.open(url) as dossier:
        dossier.add("港口大火".encode(), "a.txt", About(url="https://example.org/港口"))
        from tests.factcheck.story import bring  # noqa: PLC0415

        bring(dossier, [{"statement": "A fire.", "evidence": [{"document": "a.txt", "exact": "大火"}]}])
    async with seat(url) as anna:
        opened: list[str] = []
        anna.app.open_url = lambda url, **_: opened.append(url)  # type: ignore[method-assign]
        await anna.press("o")
        assert "https://example.org/港口" in anna.text
        await anna.press("enter")
        assert opened == []
        await anna.press("y")
        assert opened == ["https://example.org/港口"]


@played
async def test_the_palette_lists_every_key_and_theme(sample: str) -> None:
    """Made from the registry."""
    async with seat(sample) as anna:
        commands = {command.title: command for command in anna.app.get_system_commands(anna.app.screen)}
        assert "Refuted: the documents contradict it; asks why" in commands
        commands["Theme: light"].callback()
        assert anna.app.theme == "light"
        await anna.press("ctrl+p", "escape")
        assert anna.on(QueueScreen)
