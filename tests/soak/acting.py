"""What a process does until it is killed. After each commit, and never before, it says what it has done.

Every act is called with the database's URL, a folder for files, a source of chance, and `say`, which takes one line.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Confidence, ConflictState, Facet, RelationKind, RelationState, Status, Verdict
from evidence.model import Reliability
from factcheck.cli.common import write_out
from factcheck.dossier import ClaimEdit, Dossier, Format
from factcheck.errors import FactcheckError
from factcheck.store import ledger, migrate
from factcheck.store.engine import Store
from tests.factcheck.story import bring

Say = Callable[[str], None]
Act = Callable[[str, Path, Random, Say], None]

CLAIMS = ("w3", "w4", "h2", "free")
BATCH = 60
"""Rows of an import: enough that its commit writes many pages."""
FIRST = "0001"
"""The first released schema."""
DECISIONS = (
    ClaimDecision(verdict=Verdict.SUPPORTED, confidence=Confidence.HIGH, reason="photographs"),
    ClaimDecision(verdict=Verdict.REFUTED, reason="counted again"),
    ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE, reason="一個來源"),
    ClaimDecision(status=Status.DEFERRED),
    ClaimDecision(status=Status.IN_REVIEW),
)


def head(dossier: Dossier) -> str:
    """Number and hash of the last entry, as a line of an anchors file."""
    with dossier._desk.store.reading() as conn:
        seq, hash_ = ledger.current_head(conn)
    return f"{seq} {hash_}"


def decide(url: str, folder: Path, chance: Random, say: Say) -> None:
    """Decide, relate, edit, grade, undo and redo."""
    with Dossier.open(url, reviewer="anna") as dossier:
        say("ready")
        while True:
            try:
                _decide_once(dossier, chance)
            except FactcheckError as error:
                if "Not" not in type(error).__name__:  # what the rules forbid is no failure here
                    raise
                continue
            say(head(dossier))


def _decide_once(dossier: Dossier, chance: Random) -> None:
    claim = chance.choice(CLAIMS)
    what = chance.randrange(10)
    if what < 5:
        dossier.decide(claim, chance.choice(DECISIONS), uuid=str(UUID(int=chance.getrandbits(128))))
    elif what == 5:
        known = dossier.claim(claim)
        dossier.edit(known.id, ClaimEdit(tags=(f"tag {chance.randrange(5)}",)), seen=known.version)
    elif what == 6:
        state = chance.choice((RelationState.CONFIRMED, RelationState.REJECTED))
        decision = RelationDecision(state=state, conflict=chance.choice((ConflictState.OPEN, ConflictState.DEFERRED)))
        dossier.relate("w3", "w4", RelationKind.CONFLICTS, Facet.QUANTITY, decision)
    elif what == 7:
        dossier.grade("Port Watch", chance.choice(tuple(Reliability)), reason="again")
    elif what == 8:
        dossier.undo()
    else:
        dossier.redo()


def import_(url: str, folder: Path, chance: Random, say: Say) -> None:
    """Import one batch after the other; says the name of each."""
    with Dossier.open(url, reviewer="anna") as dossier:
        say("ready")
        for number in count():
            name = f"batch {chance.getrandbits(64):x}-{number}"
            rows = [{"external_id": f"{name}-{row}", "statement": f"Row {row} of {name}."} for row in range(BATCH)]
            bring(dossier, rows, name)
            say(name)


def migrate_(url: str, folder: Path, chance: Random, say: Say) -> None:
    """From the first released schema to the present one and back; says where it is."""
    store = Store(url)
    say("ready")
    while True:
        say(migrate.upgrade(store))
        migrate.downgrade(store, FIRST)
        say(FIRST)


def backup(url: str, folder: Path, chance: Random, say: Say) -> None:
    """Make one backup after the other; says the name of each."""
    with Dossier.open(url) as dossier:
        say("ready")
        for number in count():
            target = folder / f"backup {chance.getrandbits(64):x}-{number}.db"
            dossier.backup(target)
            say(target.name)


def export(url: str, folder: Path, chance: Random, say: Say) -> None:
    """Write reports over older ones; says the name of each."""
    with Dossier.open(url) as dossier:
        say("ready")
        while True:
            format_, name = chance.choice(EXPORTS)
            write_out(dossier.export(format_), str(folder / name))
            say(name)


EXPORTS = ((Format.JSON, "export.json"), (Format.HTML, "report.html"), (Format.MARKDOWN, "report.md"))
