"""515 naughty strings and 22 escape sequences on every screen: the terminal gets nothing but what Textual sends it."""

import os
import re
import select
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.dossier import About, Dossier
from tests.factcheck.story import bring
from tests.factcheck.tui.test_terminal import Terminal, terminal
from tests.naughty import ESCAPES, NAUGHTY

ALL = tuple(dict.fromkeys((*ESCAPES, *NAUGHTY)))
DOCUMENTS = 40
SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|[ -/]*[0-~])", re.DOTALL
)
HARMFUL = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def _fill(dossier: Dossier) -> None:
    """Every string as a claim, a tag, a name, a claimant, a reason; some as file names, titles and sources."""
    whole = "\n".join(ALL)
    dossier.add(whole.encode("utf-8", "replace"), "all.txt", About(source="all of them"))
    text = dossier.documents()[0].text
    for number, name in enumerate((*ESCAPES, *ALL[100:])[:DOCUMENTS]):
        about = About(source=f"{name} {number}", title=name or "t", author=name or "a", url=f"http://x/{number}")
        dossier.add(f"{number} {name}".encode("utf-8", "replace"), name.replace("\x00", "") or f"n{number}", about)
    size = len(ALL)
    rows: list[dict[str, Any]] = []
    for number, words in enumerate(ALL):
        start = number * 7 % (len(text) - 60)
        tag, name = ALL[(number + 11) % size].strip() or "t", ALL[(number + 23) % size].strip() or "n"
        rows.append(
            {
                "external_id": f"x{number}",
                "statement": f"{words} {number}",
                "claimant": (ALL[(number + 5) % size].strip() or "c")[:200],
                "tags": [tag[:200]],
                "entities": [{"name": name[:200]}],
                "evidence": [
                    {"document": "all.txt", "start": start, "end": start + 50, "exact": text[start : start + 50]}
                ],
            }
        )
    relations = [
        {"a": f"x{number}", "b": f"x{number + 1}", "kind": "conflicts", "reason": (words.strip() or "r")[:200]}
        for number, words in enumerate(ESCAPES)
    ]
    bring(dossier, [*rows, *relations])


def _files(folder: Path) -> None:
    """The same as names of files, as far as a file can be called so."""
    folder.mkdir()
    for words in (*ESCAPES, *ALL):
        name = words.replace("/", "").replace("\x00", "")
        if name.strip(".") and len(name.encode("utf-8", "replace")) < 200:
            Path(os.fsencode(folder).decode(), f"{name}.csv").write_text("statement\n", encoding="utf-8")


def _calm(one: Terminal) -> None:
    """Wait until the program has said all that it had to say: Esc and a key at once would be one key with Alt."""
    while select.select([one.fd], [], [], 0.2)[0]:
        one.output += os.read(one.fd, 65536)


def _walk(one: Terminal, claims: int) -> bytes:
    """Every screen that shows something an author wrote, from the first claim to the last."""
    one.until(lambda output: b"to judge the claim" in output)

    def go(key: str, words: bytes) -> None:
        _calm(one)
        one.shows(key, words)

    def settled(keys: str) -> None:
        """Press keys, then open the help and leave it: all of them have been obeyed when it shows."""
        one.press(keys)
        go("?", b"Keys: ")
        go("q", b"help")

    for _ in range(claims // 60 + 1):
        settled("\x1b[6~" * 8)
    settled("g")
    go("\r", b"back")
    for _ in range(claims // 40 + 1):
        settled("]" * 40)
    settled("\x1b[6~" * 4)
    go("v", b"next claim")
    settled("\x1b[6~" * 40)
    go("q", b"not enough")
    go("s", b"words")
    settled("jjjj")
    go("q", b"not enough")
    go("q", b"report")
    one.press("g")
    go("c", b"scope")
    settled("]]]]]")
    go("q", b"report")
    for key in "hp":
        go(key, b"back")
        settled("\x1b[6~" * 20)
        go("q", b"report")
    steps = (("f", b"Show only"), ("o", b"Only this source")), (("f", b"Show only"), ("n", b"Only claims about"))
    for keys in (*steps, (("t", b"Tags"),), (("E", b"better words"),)):
        for key, words in keys:
            go(key, words)
        go("\x1b", b"report")
    go("i", b"Which file")
    one.press("\x1b[B" * 180)
    go("\x1b", b"report")
    _calm(one)
    one.press("q")
    one.until(lambda output: b"?1049l" in output)
    return one.output


def _kinds(output: bytes) -> set[str]:
    """The control sequences, each kind once: without its numbers."""
    text = output.decode("utf-8", "replace")
    return {re.sub(r"\d+", "N", re.sub(r"(\dN?;?)+m$", "m", found)) for found in SEQUENCE.findall(text)}


@pytest.fixture
def naughty(ready: Callable[[str], str], tmp_path: Path) -> str:
    """A dossier that is full of them."""
    url = ready("empty")
    with Dossier.open(url, reviewer="desk") as dossier:
        _fill(dossier)
    return url


def test_nothing_but_textual_steers_the_terminal(naughty: str, sample: str, tmp_path: Path) -> None:
    """The same walk over a harmless dossier sends the same kinds of sequences, and no other byte below space."""
    folder = tmp_path / "files"
    _files(folder)
    with terminal("--db", sample, "review") as one:
        harmless = _kinds(_walk(one, 40))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        with terminal("--db", naughty, "review", PYTHONPATH=str(Path(__file__).parents[3])) as one:
            output = _walk(one, len(ALL))
    assert _kinds(output) <= harmless
    rest = SEQUENCE.sub("", output.decode("utf-8", "replace"))
    assert sorted(set(HARMFUL.findall(rest))) == []
    assert "aGFja2Vk" not in "".join(SEQUENCE.findall(output.decode("utf-8", "replace")))
