"""Keys that a user chose, in the program and in what is said about wrong ones."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from factcheck.errors import SettingsProblem
from factcheck.settings import FILE, Settings
from factcheck.tui import keys
from factcheck.tui.screens.sheets import HelpScreen
from factcheck.tui.sheet import Sheet
from tests.factcheck.tui.playing import played, seat

Told = Mapping[tuple[str, str], tuple[str, ...]]


def test_without_a_table_the_keys_are_ours() -> None:
    """The registry itself, not a copy."""
    assert keys.overridden({}, FILE) is keys.SCREENS


def test_every_action_has_a_name_of_its_own_on_its_screen() -> None:
    """So that a table can say which one is meant."""
    for entries in keys.SCREENS.values():
        assert len({entry.name for entry in entries}) == len(entries)


def test_a_key_for_one_screen_counts_before_one_for_all() -> None:
    """And full-width aliases come with it."""
    made = keys.overridden({("", "undo"): ("z",), ("claim", "undo"): ("Z", "ctrl+z")}, FILE)
    found = {screen: next(one for one in made[screen] if one.name == "undo") for screen in ("queue", "claim")}
    assert found["queue"].keys == ("z",)
    assert found["claim"].keys == ("Z", "ctrl+z")
    assert list(keys.pressed(found["queue"])) == ["z", "ｚ"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({("", "undo"): ("j",)}, r"^factcheck.toml: \[keys\] queue: 'j' is both undo and move 1; give one of them"),
        ({("", "undo"): ("ｊ",)}, "is both"),
        ({("nowhere", "undo"): ("z",)}, r"\[keys.nowhere\] names no screen; screens are queue, claim"),
        ({("", "undoo"): ("z",)}, r"\[keys\] no action is called 'undoo'"),
        ({("document", "undo"): ("z",)}, r"\[keys.document\] no action is called 'undo'"),
        ({("", "undo"): ("shift+1",)}, "'shift\\+1' is no key"),
        ({("", "undo"): ("zz",)}, "'zz' is no key"),
        ({("", "undo"): ("\x1b",)}, "is no key"),
        ({("", "undo"): ("ctrl+c",)}, "is kept for the program"),
    ],
)
def test_wrong_tables_are_one_sentence(told: Told, words: str) -> None:
    """File, table, action, key."""
    with pytest.raises(SettingsProblem, match=words):
        keys.overridden(told, FILE)


def test_own_keys_work_everywhere(sample: str) -> None:
    """They act, the old ones no longer do, and footer, help and settings show them."""

    @played
    async def sit() -> None:
        told = Settings(db=sample, reviewer="anna", keys={("queue", "move 1"): ("z", ","), ("", "help"): ("!",)})
        async with seat(sample, told=told) as anna:
            begin = anna.state.cursor
            await anna.press("j")
            assert anna.state.cursor == begin
            await anna.press("z", "comma", "ｚ")
            assert anna.state.cursor == begin + 3
            assert "! help" in anna.lines[-1]
            await anna.press("exclamation_mark")
            assert anna.on(HelpScreen)
            await anna.press("G", "escape", "S")
            paper = anna.app.screen.query_one("#text", Sheet).paper
            lines = ["".join(text for text, _ in paper.line(at)) for at in range(paper.height)]
            assert any(line.startswith("* z ,") for line in lines)

    sit()


def test_wrong_keys_keep_the_program_from_starting(sample: str, tmp_path: Path) -> None:
    """The app says so before it draws anything."""

    @played
    async def sit() -> None:
        async with seat(sample, told=Settings(db=sample, keys={("", "undo"): ("j",)})):
            pass

    with pytest.raises(SettingsProblem, match="is both"):
        sit()
