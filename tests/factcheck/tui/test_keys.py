"""The registry of keys, and what is made from it."""

from pathlib import Path

import pytest

import factcheck
from factcheck.tui import keys
from factcheck.tui.screens.base import ReviewScreen
from factcheck.tui.screens.claim import ClaimScreen
from factcheck.tui.screens.compare import CompareScreen
from factcheck.tui.screens.document import DocumentScreen
from factcheck.tui.screens.queue import QueueScreen
from factcheck.tui.screens.sheets import HelpScreen

CLASSES: tuple[type[ReviewScreen], ...] = (QueueScreen, ClaimScreen, CompareScreen, DocumentScreen, HelpScreen)


def test_no_key_means_two_things() -> None:
    """On one screen every key, aliases included, has one meaning."""
    keys.check()


def test_a_clash_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one between an alias and a key."""
    monkeypatch.setitem(keys.SCREENS, "queue", (keys.Key("a", ("1",), ""), keys.Key("b", ("１",), "")))
    with pytest.raises(ValueError, match="is both a and b"):
        keys.check()


@pytest.mark.parametrize("screen", CLASSES, ids=lambda screen: screen.__name__)
def test_every_key_does_something(screen: type[ReviewScreen]) -> None:
    """There is an action behind every entry: no dead keys."""
    for entry in keys.SCREENS[screen.NAME]:
        name = entry.action.partition("(")[0]
        assert hasattr(screen, f"action_{name}"), f"{screen.__name__}: {entry.action}"


def test_keys_work_in_every_terminal() -> None:
    """No shift with a digit, no alt, no ctrl with Enter."""
    for entries in keys.SCREENS.values():
        for key in (key for entry in entries for key in entry.keys):
            assert "alt+" not in key
            assert "shift+" not in key
            assert key not in {"ctrl+enter", "ctrl+m", "ctrl+i"}


def test_the_footer_keeps_what_matters() -> None:
    """Verdicts, undo and help are the last to go; seven keys at most where there is little room."""
    shown = [entry.footer for entry in keys.footer("queue", 78)]
    assert shown == ["supported", "refuted", "conflicting", "not enough", "undo", "report", "help"]
    assert keys.footer("queue", 6)[0].footer == "help"


def test_the_documentation_is_the_registry() -> None:
    """docs/keys.md is what `python -m factcheck.tui.keys` prints."""
    path = Path(factcheck.__file__).parents[1] / "docs" / "keys.md"
    assert path.read_text(encoding="utf-8") == keys.documentation(), "write it anew: python -m factcheck.tui.keys"


def test_all_six_resolutions_are_on_the_screen() -> None:
    """At 80 cells, with the word before them."""
    shown = keys.footer("compare", 80 - len(" resolve: ") - 1, resolve=True)
    assert [entry.keys[0] for entry in shown] == list("123456")
