"""What every screen looks like, letter by letter: read a snapshot that changes as you would read a page."""

from collections.abc import Callable

import pytest

from evidence.text.clean import clean
from factcheck.store.engine import Store
from factcheck.tui.app import ReviewApp
from factcheck.tui.state import State
from tests.factcheck.tui.playing import SIZES, Seat, played, same_as_snapshot, seat

SCREENS: dict[str, tuple[str, ...]] = {
    "queue": (),
    "claim": ("enter",),
    "document": ("v",),
    "compare": ("c",),
    "help": ("?",),
    "history": ("h",),
    "progress": ("p",),
    "reason": ("2",),
    "filter": ("f",),
    "export": ("w",),
}
"""A screen and the keys that lead to it."""
EMPTY = ("queue", "help", "history", "progress")
ONE = ("queue", "claim", "document")
CASES = [
    *(("empty", screen) for screen in EMPTY),
    *(("one", screen) for screen in ONE),
    *(("chinese", screen) for screen in ("queue", "claim", "document", "compare")),
    *(("hostile", screen) for screen in SCREENS if screen not in {"help", "export", "filter"}),
    *(("sample", screen) for screen in SCREENS),
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("kind", "screen"), CASES)
def test_the_screen_looks_as_it_did(ready: Callable[[str], str], kind: str, screen: str, size: tuple[int, int]) -> None:
    """Every screen in every state, at 80×24 and 120×40."""

    @played
    async def look() -> None:
        async with seat(ready(kind), size=size) as anna:
            await anna.press(*SCREENS[screen])
            _all_fits(anna)
            same_as_snapshot(anna, f"{kind}-{screen}")

    look()


def _all_fits(anna: Seat) -> None:
    """Every line is as wide as the screen and holds nothing that steers a terminal."""
    for strip in anna.app.screen._compositor.render_strips():
        assert strip.cell_length == anna.app.size.width
        assert clean(strip.text) == strip.text
        assert "\t" not in strip.text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_shell_is_there_before_the_dossier(size: tuple[int, int]) -> None:
    """While the dossier is being opened the frame stands, and keys do no harm."""

    @played
    async def look() -> None:
        import threading  # noqa: PLC0415

        gate = threading.Event()

        def slow() -> State:
            gate.wait(30)
            raise RuntimeError("no dossier after all")

        app = ReviewApp(slow)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press("1", "c", "j", "enter", "u", "w", "?", "escape")
            same_as_snapshot(Seat(app, pilot), "loading-queue")
            gate.set()
            await app.workers.wait_for_complete()
        assert isinstance(app.return_value, RuntimeError)

    look()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_vanished_database_is_told_and_survived(ready: Callable[[str], str], size: tuple[int, int]) -> None:
    """The file goes away under the program: a sentence, and the program goes on."""

    @played
    async def look() -> None:
        url = ready("one")
        async with seat(url, size=size) as anna:
            path = Store(url).path
            assert path is not None
            path.write_bytes(b"not a database any more" * 1000)
            await anna.press("1")
            assert "dossier" in anna.text or "database" in anna.text
            await anna.press("escape", "?", "escape")
            assert anna.app.is_running

    look()


@pytest.mark.parametrize("options", [{"ascii_only": True}, {"theme": "light"}, {"theme": "high-contrast"}])
def test_signs_and_themes(ready: Callable[[str], str], options: dict[str, object]) -> None:
    """ASCII signs are ASCII; a theme changes no letter."""

    @played
    async def look() -> None:
        async with seat(ready("sample"), **options) as anna:  # type: ignore[arg-type]
            if "ascii_only" in options:
                same_as_snapshot(anna, "ascii-queue")
                assert not set(anna.text) & set("○✓✗≠┃─█")
            else:
                same_as_snapshot(anna, "sample-queue")

    look()


@pytest.mark.parametrize("width", range(60, 161, 5))
def test_no_footer_is_cut(ready: Callable[[str], str], width: int) -> None:
    """The last key's right edge lies inside the screen at every width."""

    @played
    async def look() -> None:
        async with seat(ready("one"), size=(width, 24)) as anna:
            assert anna.lines[-1].split()[-1] in {"help", "quit"}
            assert len(anna.lines[-1]) <= width

    look()


@pytest.mark.parametrize("rows", [3, 10, 15, 16])
def test_a_low_terminal_shows_the_queue_alone(ready: Callable[[str], str], rows: int) -> None:
    """Below 16 rows there is the queue and nothing else; nothing breaks at any height."""

    @played
    async def look() -> None:
        async with seat(ready("sample"), size=(80, rows)) as anna:
            await anna.press("j", "G", "g", "ctrl+d", "enter", "escape", "c", "escape", "tab", "j", "escape", "]", "d")
            assert anna.app.screen.query_one("#lower").display is (rows >= 16)

    look()
