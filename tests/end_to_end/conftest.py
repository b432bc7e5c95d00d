"""A ferry that broke down, told twice: in an article and in a transcript, written for these tests."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import run

ZH = """渡輪故障 乘客滯留四小時

（本報訊）往返東嶼的「海星號」渡輪昨日下午因引擎故障停在海上，船上一百二十六名乘客滯留四小時。
船公司表示，拖船在傍晚六時抵達，無人受傷。公司發言人陳怡稱，引擎今年三月才檢修過。
居民認為這條航線是全港最差的。
"""
EN = """So, the ferry. Right.
The Sea Star stopped halfway to East Island on Monday afternoon,
and about 150 people sat out there for five hours.
A tug reached them around six in the evening.
Nobody was hurt, the company says.
The engine was last checked in 2023, a deckhand told us.
"""


class Desk:
    """A folder in which commands run, one after the other."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        """Write the two accounts."""
        self.folder = folder
        self._capture = capture
        (folder / "article.txt").write_bytes(ZH.encode("big5"))
        (folder / "talk.txt").write_text(EN, encoding="utf-8")

    def __call__(self, line: str, *more: str, code: int = 0) -> str:
        """Run a command line; the data that it printed."""
        self._capture.readouterr()
        done = run([*line.split(), *more])
        out, err = self._capture.readouterr()
        assert done == code, err
        return out

    def json(self, line: str, *more: str) -> Any:
        """The one JSON document that a command printed."""
        return json.loads(self(line, *more))

    def write(self, name: str, rows: list[dict[str, Any]]) -> str:
        """Write a file of rows."""
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (self.folder / name).write_text(text, encoding="utf-8")
        return name


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty desk; bo sits at it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_REVIEWER", "bo")
    return Desk(tmp_path, capsys)


@pytest.fixture
def place() -> Callable[[str, str], dict[str, Any]]:
    """Where words stand in one of the accounts: the quote with its offsets in code points."""

    def find(document: str, exact: str) -> dict[str, Any]:
        text = {"article.txt": ZH, "talk.txt": EN}[document]
        assert text.count(exact) == 1
        start = text.index(exact)
        return {"start": start, "end": start + len(exact)}

    assert sys.getdefaultencoding() == "utf-8"
    return find
