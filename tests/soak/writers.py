"""Several people at once: no decision is lost, the ledger has no fork, and a save on a stale version is refused."""

from collections.abc import Iterator
from functools import partial
from random import Random
from uuid import uuid4

from claims.judgement import ClaimDecision
from claims.model import Confidence, Verdict
from factcheck.dossier import Dossier
from factcheck.errors import Stale
from tests.factcheck.outside import bodies
from tests.factcheck.story import fill
from tests.soak.acting import CLAIMS, Say
from tests.soak.children import Child
from tests.soak.figures import Figure, Ground

WRITERS = 4


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """`number` decisions by each of four writers, and as many meetings of two people on one claim."""
    for backend in ("sqlite", "postgresql"):
        yield _many(ground, backend, number)
        yield _two(ground, backend, number)


def _many(ground: Ground, backend: str, number: int) -> Figure:
    """Every writer looks at a claim, decides about what was seen, and looks again when that is stale."""
    url = _story(ground, backend)
    children = [Child(partial(_write, url, who, number, ground.seed)) for who in range(WRITERS)]
    said = [child.end() for child in children]
    assert [child.status for child in children] == [0] * WRITERS
    saved = [line.split()[1] for lines in said for line in lines if line.startswith("saved")]
    stale = sum(line == "stale" for lines in said for line in lines)
    assert len(saved) == len(set(saved)) == WRITERS * number
    with Dossier.open(url) as dossier:
        checked = dossier.verify()
        versions = sum(dossier.claim(claim).version for claim in CLAIMS)
    assert checked.findings == ()
    entries = [body for body in bodies(url).values() if '"writer ' in body]
    lost = [uuid for uuid in saved if not any(uuid in body for body in entries)]
    assert lost == []
    assert len(entries) == len(saved)
    assert versions == len(CLAIMS) + 1 + len(saved)  # one decision stands in the story already
    ground.databases.drop(url)
    words = f"{len(saved)} decisions, 0 lost, 0 forks, {stale} stale saves refused and decided anew"
    return Figure(f"{WRITERS} writers × {number} decisions, {backend}", words)


def _write(url: str, who: int, number: int, seed: int, say: Say) -> None:
    chance = Random(f"{seed} writer {who}")
    with Dossier.open(url, reviewer=f"writer {who}") as dossier:
        left = number
        while left:
            claim = dossier.claim(chance.choice(CLAIMS))
            confidence = chance.choice(tuple(Confidence))
            decision = ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE, confidence=confidence, reason=f"{left} left")
            uuid = str(uuid4())
            try:
                dossier.decide(claim.id, decision, seen=claim.version, uuid=uuid)
            except Stale:
                say("stale")
            else:
                say(f"saved {uuid}")
                left -= 1


def _two(ground: Ground, backend: str, number: int) -> Figure:
    """Both have looked at the same version, both save: one is taken, the other told what happened."""
    url = _story(ground, backend)
    refused = 0
    with Dossier.open(url) as dossier:
        version = dossier.claim("free").version
    for turn in range(number):
        children = [Child(partial(_meet, url, who, version)) for who in ("anna", "boris")]
        told = [child.end()[-1] for child in children]
        assert sorted(line.split()[0] for line in told) == ["saved", "stale"], (turn, told)
        loser = next(line for line in told if line.startswith("stale"))
        winner = ("anna", "boris")[told.index(loser) - 1]
        assert f"by {winner}" in loser, loser
        refused += 1
        version += 1
    with Dossier.open(url) as dossier:
        assert dossier.verify().findings == ()
        assert dossier.claim("free").version == version
    ground.databases.drop(url)
    return Figure(f"two people on one claim, {backend}", f"{number} meetings, {refused} stale saves refused and told")


def _meet(url: str, who: str, version: int, say: Say) -> None:
    with Dossier.open(url, reviewer=who) as dossier:
        try:
            dossier.decide("free", ClaimDecision(reason=f"{who} at {version}"), seen=version)
        except Stale as stale:
            say(f"stale {stale}")
        else:
            say("saved")


def _story(ground: Ground, backend: str) -> str:
    url = ground.fresh(backend)
    with Dossier.open(url, reviewer="anna") as dossier:
        fill(dossier)
    return url
