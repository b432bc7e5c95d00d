"""Bringing files in from within the program, through the commands themselves."""

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from factcheck.dossier import Dossier
from factcheck.settings import Settings
from factcheck.tui.commands import CommandFailed, Ended, Running
from factcheck.tui.screens.dialogs import Dialog
from factcheck.tui.screens.importing import BringScreen, PathPrompt
from factcheck.tui.text import Lines
from tests.factcheck.tui.playing import SIZES, Seat, played, same_as_snapshot, seat

GOOD = [{"external_id": f"n{number}", "statement": f"第{number}個說法。"} for number in range(3)]
BAD = [*GOOD, {"external_id": "bad", "statement": "", "evidence": [{"document": "x", "start": -1, "end": 2}]}]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with claim files and documents."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, rows in (("claims.jsonl", GOOD), ("dirty.jsonl", BAD)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / name).write_text(lines, encoding="utf-8")
    (folder / "harbour.txt").write_text("港口大火昨夜燒毀三座倉庫。兩人受傷。\n", encoding="utf-8")
    return folder


async def _choose(anna: Seat, path: str) -> None:
    prompt = anna.app.screen
    assert isinstance(prompt, PathPrompt)
    prompt.query_one("#own", Input).value = path
    await anna.press("enter")


@played
async def _bring(url: str, files: Path, name: str, then: Callable[[Seat], object], *keys: str) -> None:
    async with seat(url, folder=files) as anna:
        await anna.press(*keys, "i")
        await _choose(anna, name)
        result = then(anna)
        if asyncio.iscoroutine(result):
            await result


def test_claims_are_tried_then_taken(sample: str, files: Path) -> None:
    """The trial tells what would be new and changes nothing; y takes it, and the queue holds it."""

    async def then(anna: Seat) -> None:
        before = anna.dossier.stats().claims
        assert "jsonl" in anna.text
        assert "a trial: nothing is changed yet" in anna.text
        assert anna.dossier.stats().claims == before
        await anna.press("y")
        assert anna.status.startswith("imported: 3 new claims")
        assert anna.dossier.stats().claims == before + 3
        assert next(iter(anna.dossier.history(limit=1))).who == "anna"
        await anna.press("escape")
        assert anna.dossier.queue_key("n1") in anna.state.ids
        await anna.press("i")
        await _choose(anna, "claims.jsonl")
        assert "there is nothing new in it" in anna.status
        await anna.press("y")
        assert "nothing to bring in" in anna.status

    _bring(sample, files, "claims.jsonl", then)


def test_wrong_rows_are_listed_with_line_and_field(sample: str, files: Path) -> None:
    """y refuses, a takes the good ones."""

    async def then(anna: Seat) -> None:
        before = anna.dossier.stats().claims
        assert "Rows that are wrong" in anna.text
        assert "line 4" in anna.text
        assert "statement" in anna.text
        await anna.press("y")
        assert "some rows are wrong" in anna.status
        assert anna.dossier.stats().claims == before
        await anna.press("a")
        assert anna.dossier.stats().claims == before + 3

    _bring(sample, files, "dirty.jsonl", then)


def test_a_document_is_added_and_claims_are_proposed(sample: str, files: Path) -> None:
    """Its source is asked for; a yes has claims proposed."""

    async def then(anna: Seat) -> None:
        before = anna.dossier.stats().claims
        await anna.press("enter")
        await anna.write("Harbour Daily")
        document = anna.dossier.document("harbour.txt")
        assert document.source == "Harbour Daily"
        assert anna.on(Dialog)
        await anna.press("y")
        assert anna.dossier.stats().claims > before

    _bring(sample, files, "harbour.txt", then)


def test_what_is_not_there_is_said(sample: str, files: Path) -> None:
    """And another file can be chosen."""

    async def then(anna: Seat) -> None:
        assert "There is no file" in anna.text
        await anna.press("/")
        await _choose(anna, "claims.jsonl")
        assert "new claims" in anna.text

    _bring(sample, files, "gone.jsonl", then)


@played
async def test_leaving_without_a_file_goes_back(sample: str, files: Path) -> None:
    """Esc at the first question leaves the screen."""
    async with seat(sample, folder=files) as anna:
        await anna.press("i", "escape")
        assert not anna.on(BringScreen)


@played
async def test_a_path_is_completed(sample: str, files: Path) -> None:
    """Tab completes as far as it is certain, ↓ and Enter choose."""
    (files / "folder").mkdir()
    async with seat(sample, folder=files) as anna:
        await anna.press("i")
        field = anna.app.screen.query_one("#own", Input)
        field.value = "cl"
        await anna.press("tab")
        assert field.value == "claims.jsonl"
        field.value = "fo"
        await anna.press("tab")
        assert field.value == "folder/"
        field.value = ""
        await anna.settle()
        await anna.press("down", "enter")
        assert field.value == "folder/"
        field.value = "zzz"
        await anna.settle()
        assert "nothing begins like this" in anna.text


@played
async def test_a_command_that_is_stopped_has_changed_nothing(sample: str) -> None:
    """It ends at once; its code says that it was ended."""
    running = Running(Settings(db=sample))
    task = asyncio.create_task(running.run(("import", "--", "-")))  # waits for nothing: its input is empty
    ended = await task
    assert not ended.done
    assert str(CommandFailed(ended)).endswith("the file is empty")
    task = asyncio.create_task(running.run(("import", "--", "/dev/zero")))
    while not running.busy:
        await asyncio.sleep(0)
    running.stop()
    assert (await task).code < 0
    assert not running.busy


def test_a_command_that_says_nothing_is_told_by_its_code() -> None:
    """A sentence all the same."""
    assert str(CommandFailed(Ended(3, b"", ()))) == "the command ended with code 3 and said nothing"
    assert str(CommandFailed(Ended(3, b"", ("factcheck: no room",)))) == "no room"


def test_the_index_is_brought_up_to_date_beside(sample: str) -> None:
    """The process takes in what is missing and ends; without its input it ends at once."""
    import subprocess  # noqa: PLC0415

    from factcheck.settings import for_child  # noqa: PLC0415

    command = [sys.executable, "-m", "factcheck.tui.indexing"]
    environment = for_child(Settings(db=sample))
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=True)
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE) as process:
        assert process.wait() == 0
    with Dossier.open(sample) as dossier:
        assert dossier.index_behind() == (0, 0)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["claims.jsonl", "dirty.jsonl", "harbour.txt", "gone.jsonl"])
def test_the_screen_looks_as_it_did(sample: str, files: Path, name: str, size: tuple[int, int]) -> None:
    """What a file would bring, rows that are wrong, a document, nothing."""

    @played
    async def look() -> None:
        async with seat(sample, size=size, folder=files) as anna:
            await anna.press("i")
            await _choose(anna, name)
            screen = anna.app.screen
            assert isinstance(screen, BringScreen)
            screen.sheet("title").say(" ", "the path of the file")
            screen.sheet("text").show(lambda cells: _without(screen, cells, str(files)))
            await anna.settle()
            same_as_snapshot(anna, f"bring-{name.replace('.', '-')}")

    look()


def _without(screen: BringScreen, cells: int, folder: str) -> Lines:
    """What the screen says with the folder's changing name taken out, broken as if it were the short one."""
    told = screen.told(10_000)
    longer = len(folder) - len("FOLDER") if any(folder in text for line in told for text, _ in line) else 0
    lines = screen.told(cells + longer)
    return Lines([tuple((text.replace(folder, "FOLDER"), role) for text, role in line) for line in lines])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_question_for_a_file_looks_as_it_did(sample: str, files: Path, size: tuple[int, int]) -> None:
    """Names that wish us harm among the candidates."""

    @played
    async def look() -> None:
        (files / "\x1b[31mred\u202e.jsonl").write_text("{}", encoding="utf-8")
        async with seat(sample, size=size, folder=files) as anna:
            await anna.press("i", "down")
            same_as_snapshot(anna, "bring-question")

    look()
