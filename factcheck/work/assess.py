"""Score every claim from its evidence, its relations and the origins of its documents, and put the queue in order.

An assessment stands beside the verdict and never touches it. Running it again writes only what has changed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.assess import Case, assess, credibility
from claims.model import Claim, Relation, Status, Verdict
from claims.priority import Decided, Weights, features, learn, priority, worthwhile
from evidence.model import Document
from evidence.origins import Origin, origin_of, origins
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
        progress("weighing the evidence of each claim")
        around = _Around(conn, documents, origin_of(found))
        changed = list(_changed(conn, around, done))
        writing.update_assessments(conn, changed)
        progress("putting the queue in order")
        writing.update_priorities(conn, _priorities(conn, around))
        _write(desk, conn, changed, done)
    return done


class _Around:
    """The dossier around each claim."""

    def __init__(self, conn: Connection, documents: Mapping[str, Document], by_document: Mapping[str, Origin]) -> None:
        self._documents = documents
        self._origins = by_document
        self._sources = {source.name: source for source in reading.sources(conn)}
        self.relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in reading.relations(conn):
            self.relations[relation.a].append(relation)
            self.relations[relation.b].append(relation)
        self._related = {claim.id: claim for claim in reading.claims_by_id(conn, list(self.relations))}

    def case(self, claim: Claim) -> Case:
        """What the claim is assessed from."""
        relations = self.relations.get(claim.id, [])
        others = {id_: self._related[id_] for one in relations for id_ in (one.a, one.b) if id_ in self._related}
        return Case(self._documents, self._sources, self._origins, relations, others)


def _changed(conn: Connection, around: _Around, done: Assessed) -> Iterator[Claim]:
    """The claims whose assessment or credibility is not what it was, as they are now."""
    for claim in reading.claims(conn):
        done.claims += 1
        case = around.case(claim)
        now = claim.model_copy(update={"assessment": assess(claim, case), "credibility": credibility(claim, case)})
        if now.assessment is not None and now.assessment.verdict is not None:
            done.suggested[now.assessment.verdict.value] += 1
        if (now.assessment, now.credibility) != (claim.assessment, claim.credibility):
            done.changed += 1
            yield now


def _priorities(conn: Connection, around: _Around) -> dict[str, int]:
    weights = _learned(conn, around)
    return {
        claim.id: priority(claim, around.relations.get(claim.id, ()), weights).score for claim in reading.claims(conn)
    }


def _learned(conn: Connection, around: _Around) -> Weights:
    """What the decisions made so far teach about which claims are worth while."""
    told = [
        (change["id"], {name: change["to"][name] for name in ("status", "verdict") if name in change["to"]})
        for entry in ledger.entries(conn)
        if (record := entry.record())["kind"] == "decision"
        for change in record["changes"]
        if change["what"] == "claim" and "status" in change["to"]
    ]
    claims = {claim.id: claim for claim in reading.claims_by_id(conn, list(dict(told)))}
    return learn(_decided(claims[id_], values, around) for id_, values in told if id_ in claims)


def _decided(claim: Claim, values: Mapping[str, str], around: _Around) -> Decided:
    """One decision as the queue learns from it: what the claim looked like, and whether looking was worth while."""
    status = Status(values["status"])
    verdict = Verdict(values["verdict"]) if values.get("verdict") else None
    then = claim.model_copy(update={"status": status, "verdict": verdict})
    return Decided(features(claim, around.relations.get(claim.id, ())), bool(worthwhile(claim, then)))


def _write(desk: Desk, conn: Connection, changed: Sequence[Claim], done: Assessed) -> None:
    if not changed:
        return
    leaves = {"claim": {claim.id: ledger.leaf(claim) for claim in changed}}
    told = {"claims": done.claims, "changed": done.changed, "suggested": dict(sorted(done.suggested.items()))}
    entry = ledger.Entry(
        "assessment", desk.reviewer, desk.now(), new_uuid(), leaves=leaves, details={"assessing": told}
    )
    ledger.append(conn, entry)
