"""Commands run in a folder of their own, in this process or in one of theirs."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import run
from factcheck.dossier import Dossier
from factcheck.errors import FactcheckError
from tests.conftest import Databases
from tests.factcheck.story import ARTICLE, REPORT, ROWS, fill


@dataclass(frozen=True)
class Result:
    """What a command did: exit code, data, narration."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The data, which is one JSON document."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Folder:
    """A folder with a dossier in it, in which commands run."""

    path: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch
    variables: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, stdin: bytes = b"") -> Result:
        """Run a command in this process."""
        self.capture.readouterr()
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin))))
        code = run(arguments)
        return Result(code, *self.capture.readouterr())

    def ok(self, *arguments: str, stdin: bytes = b"") -> Result:
        """Run a command that must succeed."""
        done = self.run(*arguments, stdin=stdin)
        assert done.code == 0, done.err
        return done

    def process(
        self,
        *arguments: str | bytes,
        stdin: bytes = b"",
        before: tuple[str, ...] = (),
        variables: Mapping[str, str] | None = None,
    ) -> Result:
        """Run a command as a process of its own."""
        command = [*before, sys.executable, "-m", "factcheck", *arguments]
        done = subprocess.run(
            command,
            input=stdin,
            cwd=self.path,
            env={**os.environ, **(variables or {})},
            capture_output=True,
            timeout=300,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def write(self, name: str, *rows: Mapping[str, Any] | str | bytes) -> str:
        """Write a file of lines, or of bytes as they are, and return its name."""
        pieces = [
            row if isinstance(row, bytes) else (row if isinstance(row, str) else json.dumps(row)).encode() + b"\n"
            for row in rows
        ]
        (self.path / name).write_bytes(b"".join(pieces))
        return name

    def claim(self, reference: str) -> dict[str, Any]:
        """A claim as `show --json` gives it."""
        shown: dict[str, Any] = self.ok("show", reference, "--json").json
        return shown

    def state(self) -> dict[str, bytes]:
        """Everything in the folder, byte for byte."""
        return {
            str(file.relative_to(self.path)): file.read_bytes()
            for file in sorted(self.path.rglob("*"))
            if file.is_file()
        }


def one_line(result: Result, code: int = 3) -> str:
    """The one sentence of a command that could not be done and printed nothing else."""
    assert result.out == ""
    assert result.code == code, result.err
    lines = result.err.splitlines()
    assert len(lines) == 1, result.err
    assert lines[0].startswith("factcheck: ")
    return lines[0].removeprefix("factcheck: ")


@pytest.fixture(scope="session")
def story_file(databases: Databases) -> Iterator[Path]:
    """The database of a dossier with the small story in it, to be copied."""
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna", title="港口大火") as dossier:
        fill(dossier)
    yield Path("/", url.removeprefix("sqlite:///"))
    databases.drop(url)


@pytest.fixture
def empty(
    tmp_path: Path,
    databases: Databases,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Folder:
    """A folder with nothing in it but the story's documents and claim file; commands run there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_REVIEWER", "anna")
    folder = Folder(tmp_path, capsys, monkeypatch)
    folder.write("article.txt", ARTICLE.encode())
    folder.write("report.txt", REPORT.encode())
    folder.write("claims.jsonl", *ROWS)
    return folder


@pytest.fixture
def folder(empty: Folder, story_file: Path) -> Folder:
    """The same with the story's dossier: two documents, four claims, a conflict, two decisions."""
    for name in (story_file, story_file.with_name(story_file.name + ".anchors")):
        shutil.copyfile(name, empty.path / name.name.replace(story_file.name, "factcheck.db"))
    return empty


@pytest.fixture
def command() -> Callable[[str], Any]:
    """Finds the click command of a name."""
    from factcheck.cli.main import cli  # noqa: PLC0415

    def find(name: str) -> Any:
        found = cli.get_command(None, name)  # type: ignore[arg-type]
        if found is None:
            raise FactcheckError(name)
        return found

    return find
