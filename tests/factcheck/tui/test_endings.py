"""How the program ends when it is not asked nicely: the terminal is as it was, and nothing that was saved is lost."""

import os
import signal
from pathlib import Path

import pytest

from claims.model import Verdict
from factcheck.dossier import Dossier, Filter
from tests.factcheck.tui.test_terminal import PROGRAM, Terminal, restored, terminal

LIMITED = (
    "-c",
    """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
runpy.run_module("factcheck", run_name="__main__", alter_sys=True)
""",
)
"""The program with a disk that is full at a certain size of a file."""


def _path(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def _judged(one: Terminal) -> None:
    one.until(lambda output: b"to judge the claim" in output)
    one.shows("4", b"saved:")


def _kept(url: str) -> None:
    """The verdict is there, and the ledger holds together."""
    with Dossier.open(url) as dossier:
        assert next(iter(dossier.history(limit=1))).who == "anna"
        assert not dossier.verify().findings
        assert list(dossier.claims(Filter(verdict=Verdict.NOT_ENOUGH_EVIDENCE)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal(sample: str, number: signal.Signals) -> None:
    """Alternate screen left, cursor shown, mouse let go; the verdict is kept."""
    with terminal("--db", sample, "--as", "anna", "review") as one:
        _judged(one)
        os.kill(one.pid, number)
        one.ended()
        assert restored(one.output)
    _kept(sample)


def test_a_terminal_that_goes_away(sample: str) -> None:
    """The window is closed: the program ends by itself, and what it had saved is there."""
    one = Terminal(["--db", sample, "--as", "anna", "review"], PROGRAM)
    _judged(one)
    os.close(one.fd)
    pid, _ = os.waitpid(one.pid, 0)
    assert pid == one.pid
    _kept(sample)


def test_a_full_disk(sample: str) -> None:
    """Nothing more can be written: a sentence says so, the program goes on, and what was saved before is kept."""
    with Dossier.open(sample, reviewer="anna") as dossier:
        claim = next(iter(dossier.claims()))
        from claims.judgement import ClaimDecision  # noqa: PLC0415

        dossier.decide(claim.id, ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE, reason="looked again"))
    size = _path(sample).stat().st_size // 4
    one = Terminal([str(size), "--db", sample, "--as", "anna", "review"], LIMITED)
    try:
        one.until(lambda output: b"to judge the claim" in output)
        one.shows("4", b"sample.db: the")  # the sentence goes on: full, or cannot be used
        one.shows("?", b"Keys: ")
        one.press("qq")
        one.ended()
        assert restored(one.output)
    finally:
        os.close(one.fd)
    _kept(sample)


def test_a_database_that_vanishes(sample: str, tmp_path: Path) -> None:
    """Moved away under the program: said in a sentence, the program goes on, and the moved file has everything."""
    with terminal("--db", sample, "--as", "anna", "review") as one:
        _judged(one)
        moved = tmp_path / "elsewhere.db"
        _path(sample).rename(moved)
        _path(sample).write_bytes(b"no database" * 1000)
        seen = len(one.output)
        one.press("4")
        one.until(lambda output: b"database" in output[seen:] or b"dossier" in output[seen:])
        one.shows("?", b"Keys: ")
        one.press("qq")
        one.ended()
        assert restored(one.output)
    _kept(f"sqlite:///{moved}")
