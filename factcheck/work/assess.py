"""Score every claim from its evidence, its relations and the origins of its documents, and put the queue in order.

An assessment stands beside the verdict and never touches it. Running it again writes only what has changed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.assess import Case, assess, credibility
from claims.model import Claim, Relation, Status, Verdict
from claims.priority import Decided, Weights, features, learn, priority, worthwhile
from claims.rivals import standings
from evidence.model import Document
from evidence.origins import Origin, origin_of, origins
from evidence.text.fold import fold_key
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk, new_uuid


@dataclass(slots=True)
class Assessed:
    """What a run did."""

    claims: int = 0
    changed: int = 0
    suggested: Counter[str] = field(default_factory=Counter)
    """Suggested verdicts of all claims."""
    origins: tuple[tuple[str, ...], ...] = ()
    """Documents that are one voice, by name, where more than one is."""
    why: tuple[str, ...] = ()
    """Why they are, in words."""


def assess_claims(desk: Desk, progress: Callable[[str], None] = lambda step: None) -> Assessed:
    """Assess all claims in one transaction; one ledger entry when anything has changed."""
    done = Assessed()
    with desk.writing() as conn:
        progress("finding documents that are one voice")
        documents = {document.id: document for document in reading.documents(conn)}
        found = origins(list(documents.values()))
        shared = [origin for origin in found if len(origin.documents) > 1]
        done.origins = tuple(tuple(documents[id_].name for id_ in origin.documents) for origin in shared)
        done.why = tuple(reason for origin in shared for reason in origin.reasons)
        progress("weighing the evidence of each claim, and putting the queue in order")
        around = _Around(conn, documents, origin_of(found))
        weights = _learned(conn, around)
        changed: list[Claim] = []
        graded: dict[str, str] = {}
        order: dict[str, int] = {}
        for claim in reading.claims(conn):
            now = around.assessed(claim)
            order[claim.id] = priority(now, around.relations.get(claim.id, ()), weights).score
            if _count(claim, now, done):
                changed.append(now)
                if now.credibility is not claim.credibility:
                    graded[claim.id] = claim.credibility.value
        writing.update_assessments(conn, changed)
        writing.update_priorities(conn, order)
        _write(desk, conn, changed, done, graded)
    return done


class _Around:
    """The dossier around each claim."""

    def __init__(self, conn: Connection, documents: Mapping[str, Document], by_document: Mapping[str, Origin]) -> None:
        self._documents = documents
        self._origins = by_document
        self._sources = {source.name: source for source in reading.sources(conn)}
        self.relations: dict[str, list[Relation]] = defaultdict(list)
        found = list(reading.relations(conn))
        for relation in found:
            self.relations[relation.a].append(relation)
            self.relations[relation.b].append(relation)
        self._related = {claim.id: claim for claim in reading.claims_by_id(conn, list(self.relations))}
        self._standings = standings(self._related, found, self._voice)

    def case(self, claim: Claim) -> Case:
        """What the claim is assessed from."""
        relations = self.relations.get(claim.id, [])
        others = {id_: self._related[id_] for one in relations for id_ in (one.a, one.b) if id_ in self._related}
        return Case(self._documents, self._sources, self._origins, relations, others, self._standings.get(claim.id))

    def assessed(self, claim: Claim) -> Claim:
        """The claim with what the machine makes of it now; its verdict, status and version are untouched."""
        case = self.case(claim)
        return claim.model_copy(update={"assessment": assess(claim, case), "credibility": credibility(claim, case)})

    def _voice(self, claim: Claim) -> tuple[str, ...]:
        """Who gives the value that a claim gives: the origin of its document, its source, its claimant."""
        voices: list[str] = []
        if claim.evidence and (document := self._documents.get(claim.evidence[0].document)):
            if origin := self._origins.get(document.id):
                voices.append(f"origin {origin.name}")
            voices.append(f"source {document.source or document.id}")
        if claim.claimant:
            voices.append(f"claimant {fold_key(claim.claimant)}")
        return tuple(voices)


def _count(before: Claim, now: Claim, done: Assessed) -> bool:
    """Enter one claim in the account of the run; whether its assessment or credibility is not what it was."""
    done.claims += 1
    if now.assessment is not None and now.assessment.verdict is not None:
        done.suggested[now.assessment.verdict.value] += 1
    changed = (now.assessment, now.credibility) != (before.assessment, before.credibility)
    done.changed += changed
    return changed


def _learned(conn: Connection, around: _Around) -> Weights:
    """What the decisions made so far teach about which claims are worth while."""
    told = [
        (change["id"], {name: change["to"][name] for name in ("status", "verdict") if name in change["to"]})
        for entry in ledger.entries(conn)
        if (record := entry.record())["kind"] == "decision"
        for change in record["changes"]
        if change["what"] == "claim" and "status" in change["to"]
    ]
    claims = {claim.id: around.assessed(claim) for claim in reading.claims_by_id(conn, list(dict(told)))}
    return learn(_decided(claims[id_], values, around) for id_, values in told if id_ in claims)


def _decided(claim: Claim, values: Mapping[str, str], around: _Around) -> Decided:
    """One decision as the queue learns from it: what the claim looked like, and whether looking was worth while."""
    status = Status(values["status"])
    verdict = Verdict(values["verdict"]) if values.get("verdict") else None
    then = claim.model_copy(update={"status": status, "verdict": verdict})
    return Decided(features(claim, around.relations.get(claim.id, ())), bool(worthwhile(claim, then)))


def _write(desk: Desk, conn: Connection, changed: Sequence[Claim], done: Assessed, graded: Mapping[str, str]) -> None:
    """One entry, with the credibility that claims had before, so that a report can be told as of then."""
    if not changed:
        return
    leaves = {"claim": {claim.id: ledger.leaf(claim) for claim in changed}}
    told = {"claims": done.claims, "changed": done.changed, "suggested": dict(sorted(done.suggested.items()))}
    details = {"assessing": told, **({"graded": graded} if graded else {})}
    entry = ledger.Entry("assessment", desk.reviewer, desk.now(), new_uuid(), leaves=leaves, details=details)
    ledger.append(conn, entry)
