"""Settings and keys, set and kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.settings import FILE, load
from factcheck.tui import look
from factcheck.tui.screens.settings import SettingsScreen
from tests.factcheck.tui.playing import SIZES, played, same_as_snapshot, seat


def test_what_is_set_is_kept(sample: str, tmp_path: Path) -> None:
    """Colours at once, the name from the next start, the report's language; all in factcheck.toml."""

    @played
    async def sit() -> None:
        (tmp_path / FILE).write_text('# ours\ndb = "factcheck.db"\n', encoding="utf-8")
        async with seat(sample, folder=tmp_path) as anna:
            await anna.press("S")
            assert anna.on(SettingsScreen)
            await anna.press("1")
            assert anna.app.theme == "light"
            await anna.press("3")
            assert anna.app.language == "zh-Hant"
            await anna.press("2")
            await anna.write("安娜")
            assert "from the next start: 安娜" in anna.text
            assert anna.dossier.reviewer == "anna"
        told = load(tmp_path)
        assert (told.theme, told.language, told.reviewer, told.db) == ("light", "zh-Hant", "安娜", "factcheck.db")
        assert (tmp_path / FILE).read_text(encoding="utf-8").startswith("# ours\n")

    sit()


def test_what_cannot_be_kept_counts_for_the_session(sample: str, tmp_path: Path) -> None:
    """A folder that is gone: said, and the colours change all the same."""

    @played
    async def sit() -> None:
        async with seat(sample, folder=tmp_path / "gone") as anna:
            await anna.press("S", "1", "1", "1")
            assert "for this session only" in anna.status
            assert anna.app.theme == next(iter(look.THEMES))

    sit()


@played
async def test_without_colours_there_is_nothing_to_choose(sample: str) -> None:
    """NO_COLOR is told."""
    async with seat(sample, colour=False) as anna:
        await anna.press("S", "1")
        assert "NO_COLOR is set" in anna.status
        assert anna.app.theme == look.NO_COLOUR


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screen_looks_as_it_did(ready: Callable[[str], str], size: tuple[int, int]) -> None:
    """The settings and the first keys."""

    @played
    async def look_() -> None:
        async with seat(ready("one"), size=size) as anna:
            await anna.press("S")
            same_as_snapshot(anna, "one-settings")

    look_()
