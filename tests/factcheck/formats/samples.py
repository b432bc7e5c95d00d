"""A small dossier as values: every status, both scripts, a conflict of each course that matters, nothing random."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from claims.model import (
    Certainty,
    Checkability,
    Claim,
    Confidence,
    ConflictState,
    DateSpan,
    Entity,
    EntityType,
    EvidenceLink,
    Facet,
    Kind,
    Quantity,
    Relation,
    RelationKind,
    RelationState,
    Resolution,
    Stance,
    Status,
    Verdict,
)
from evidence.model import Document, Independence, QuoteState, Reliability, Source
from factcheck.formats.lossless import Header
from factcheck.formats.report import Pair, Report, Shelf
from tests.factcheck.story import ARTICLE, REPORT

WHEN = datetime(2025, 9, 1, 8, 30, tzinfo=UTC)
HEADER = Header("0d1cb2ea-6f0a-4c2b-9c3a-5f1f6b7a8c9d", "港口大火", "2025-09-01T08:00:00.000Z", 7, "ab" * 32)
ENTRIES = ('{"kind":"founded"}', '{"kind":"import","why":"倉庫"}')
SOURCES = (
    Source(id="s1", name="Harbour Daily", reliability=Reliability.B, note="local", version=2),
    Source(id="s2", name="Port Watch"),
)


def document(id_: str, name: str, text: str, source: str | None, **more: object) -> tuple[Document, bytes]:
    """A document of UTF-8 text with its bytes."""
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    plain = Document(
        id=id_,
        name=name,
        sha256=digest,
        size=len(data),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        text_sha256=digest,
        language="und",
        retrieved=WHEN,
        source=source,
    )
    return plain.model_copy(update=more), data


DOCUMENTS = (
    document(
        "d1",
        "article.txt",
        ARTICLE,
        "Harbour Daily",
        title="大火",
        language="zh-Hant",
        published="2025-09-01",
        author="林",
    ),
    document(
        "d2",
        "report.txt",
        REPORT,
        "Port Watch",
        language="en",
        origin="a wire service",
        independence=Independence.SHARED,
        url="https://port.example/fire",
    ),
    document("d3", "article.txt", ARTICLE + "（更新）\n", None, language="zh-Hant", replaces="d1"),
)


def link(document_id: str, exact: str, stance: Stance = Stance.SUPPORTS) -> EvidenceLink:
    """A quote of words that stand once in a document."""
    text = next(one.text for one, _ in DOCUMENTS if one.id == document_id)
    start = text.index(exact)
    end = start + len(exact)
    return EvidenceLink(
        document=document_id,
        start=start,
        end=end,
        exact=exact,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        stance=stance,
        state=QuoteState.EXACT,
        added_by="import",
    )


CLAIMS = (
    Claim(
        id="c1",
        external_id="w3",
        statement="The fire burned down three warehouses.",
        language="en",
        kind=Kind.NUMERICAL,
        status=Status.DECIDED,
        verdict=Verdict.SUPPORTED,
        confidence=Confidence.HIGH,
        reason="photographs show three",
        tags=("damage", "harbour"),
        entities=(Entity(name="港口", type=EntityType.PLACE),),
        quantities=(Quantity(text="三座", low=3, high=3, unit="warehouses", start=8, end=10),),
        dates=(DateSpan.model_validate({"text": "昨夜", "from": "2025-08-31", "to": "2025-08-31"}),),
        evidence=(link("d1", "昨夜燒毀三座倉庫"),),
        decided_by="anna",
        decided_at=WHEN,
        version=2,
    ),
    Claim(
        id="c2",
        statement="The fire destroyed four warehouses.",
        language="en",
        certainty=Certainty.REPORTED,
        claimant="witnesses",
        status=Status.DECIDED,
        verdict=Verdict.REFUTED,
        reason="the harbour office counts three",
        evidence=(link("d2", "destroyed four warehouses"), link("d1", "三座倉庫", Stance.REFUTES)),
        decided_by="bo",
        version=3,
    ),
    Claim(
        id="c3",
        statement="Two people were hurt.",
        language="en",
        evidence=(link("d1", "兩人受傷"), link("d2", "Nobody was seriously hurt", Stance.REFUTES)),
    ),
    Claim(
        id="c4",
        statement="The fire was put out before dawn.",
        language="en",
        status=Status.NEEDS_RECHECK,
        verdict=Verdict.NOT_ENOUGH_EVIDENCE,
        confidence=Confidence.LOW,
        evidence=(link("d1", "火勢凌晨撲滅"),),
    ),
    Claim(
        id="c5",
        statement="It was the worst fire of the year.",
        language="en",
        checkability=Checkability.OPINION,
        status=Status.DISMISSED,
        reason="a matter of taste",
    ),
    Claim(id="c6", statement="Four witnesses spoke.", language="en", status=Status.DEFERRED, version=2),
)
RELATIONS = (
    Relation(
        id="r1",
        a="c1",
        b="c2",
        kind=RelationKind.CONFLICTS,
        facet=Facet.QUANTITY,
        state=RelationState.CONFIRMED,
        conflict=ConflictState.RESOLVED,
        resolution=Resolution.ONE_IS_WRONG,
        reasons=("three is not four", "counted twice"),
        added_by="import",
        decided_by="anna",
        decided_at=WHEN,
        version=2,
    ),
    Relation(
        id="r2",
        a="c3",
        b="c2",
        kind=RelationKind.CONFLICTS,
        facet=Facet.SCOPE,
        conflict=ConflictState.OPEN,
        reasons=("who counts as hurt",),
        added_by="rule",
    ),
    Relation(id="r3", a="c4", b="c1", kind=RelationKind.CORROBORATES, added_by="rule"),
    Relation(
        id="r4",
        a="c2",
        b="c6",
        kind=RelationKind.REFINES,
        facet=Facet.ATTRIBUTION,
        state=RelationState.CONFIRMED,
        reasons=("names the number",),
        added_by="anna",
    ),
)


def report(claims: Sequence[Claim] = CLAIMS, relations: Sequence[Relation] = RELATIONS) -> Report:
    """The report of these claims and relations over the sample's documents."""
    by_id = {claim.id: claim for claim in claims}
    pairs = [Pair(one, by_id[one.a], by_id[one.b]) for one in relations]
    related = defaultdict(list)
    for one in relations:
        related[one.a].append(one)
        related[one.b].append(one)
    return Report(
        header=HEADER,
        shelf=Shelf([one for one, _ in DOCUMENTS], SOURCES, {"d1": "d3"}),
        total=len(claims),
        status={one.value: sum(claim.status is one for claim in claims) for one in Status},
        verdict={one.value: sum(claim.verdict is one for claim in claims) for one in Verdict},
        checkability={one.value: sum(claim.checkability is one for claim in claims) for one in Checkability},
        last_entry="2025-09-01T08:30:00.000Z",
        conflicts=tuple(pair for pair in pairs if pair.relation.kind is RelationKind.CONFLICTS),
        agreements=tuple(pair for pair in pairs if pair.relation.kind is not RelationKind.CONFLICTS),
        decided={
            verdict: tuple(one for one in claims if one.status is Status.DECIDED and one.verdict is verdict)
            for verdict in Verdict
        },
        undecided={
            status: tuple(one for one in claims if one.status is status)
            for status in Status
            if status is not Status.DECIDED
        },
        related={id_: tuple(some) for id_, some in related.items()},
        statements={claim.id: claim.statement for claim in claims},
    )


def hostile(words: str) -> Report:
    """A report in which everything that comes from outside is these words."""
    everywhere = {"title": words, "name": words, "author": words, "published": words, "origin": words, "url": words}
    documents = [one.model_copy(update={**everywhere, "source": words, "language": words}) for one, _ in DOCUMENTS]
    claims = [
        one.model_copy(
            update={
                "statement": words,
                "claimant": words,
                "reason": words,
                "external_id": words,
                "decided_by": words,
                "evidence": tuple(quote.model_copy(update={"exact": words}) for quote in one.evidence),
            }
        )
        for one in CLAIMS
    ]
    relations = [one.model_copy(update={"reasons": (words, words), "decided_by": words}) for one in RELATIONS]
    made = report(claims, relations)
    sources = [SOURCES[0].model_copy(update={"name": words})]
    return replace(
        made,
        header=replace(HEADER, title=words),
        shelf=Shelf(documents, sources, {}),
        last_entry=words,
    )
