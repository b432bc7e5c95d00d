"""A small story in two accounts, to try things on: a fire in a harbour, with two numbers that do not agree."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Confidence, ConflictState, Facet, RelationKind, RelationState, Verdict
from evidence.model import Reliability
from factcheck.dossier import About, Batch, Dossier, Format, Imported, Incoming
from factcheck.formats.rows import Row

ARTICLE = "港口大火昨夜燒毀三座倉庫。\n消防局表示兩人受傷，火勢凌晨撲滅。\n"
REPORT = "The fire destroyed four warehouses, witnesses said.\nNobody was seriously hurt.\n"

ROWS: list[dict[str, Any]] = [
    {
        "external_id": "w3",
        "statement": "The fire burned down three warehouses.",
        "language": "en",
        "kind": "numerical",
        "tags": ["damage", "harbour"],
        "entities": [{"name": "港口", "type": "place"}],
        "quantities": [{"text": "三座", "low": 3, "high": 3, "unit": "warehouses", "start": 8, "end": 10}],
        "dates": [{"text": "昨夜", "from": "2025-08-31", "to": "2025-08-31"}],
        "evidence": [{"document": "article.txt", "exact": "昨夜燒毀三座倉庫", "directness": "secondary"}],
    },
    {
        "external_id": "w4",
        "statement": "The fire destroyed four warehouses.",
        "claimant": "witnesses",
        "certainty": "reported",
        "evidence": [{"document": "report.txt", "exact": "destroyed four warehouses"}],
    },
    {
        "external_id": "h2",
        "statement": "Two people were hurt.",
        "evidence": [
            {"document": "article.txt", "exact": "兩人受傷"},
            {"document": "report.txt", "exact": "Nobody was seriously hurt", "stance": "refutes"},
        ],
    },
    {"external_id": "free", "statement": "No claim of this quotes anything."},
    {"a": "w3", "b": "w4", "kind": "conflicts", "facet": "quantity", "reason": "three is not four"},
]


def bring(dossier: Dossier, rows: Iterable[Mapping[str, Any]], name: str = "claims.jsonl") -> Imported:
    """Import rows as if they stood in a file of this name."""
    given = [dict(row) for row in rows]
    lines = [Row(number, row, 0) for number, row in enumerate(given, 1)]
    digest = hashlib.sha256(repr(given).encode()).hexdigest()
    return dossier.import_rows(lines, Batch(name, "jsonl"), digest=lambda: digest)


def incoming() -> Sequence[Incoming]:
    """The two documents."""
    return [
        Incoming(
            data=ARTICLE.encode(),
            name="article.txt",
            about=About(source="Harbour Daily", reliability=Reliability.B, title="大火", published="2025-09-01"),
        ),
        Incoming(data=REPORT.encode(), name="report.txt", about=About(source="Port Watch", language="en")),
    ]


def fill(dossier: Dossier) -> None:
    """Both documents, four claims, a conflict between two of them, and a decision about a claim and the conflict."""
    dossier.add_all(incoming())
    bring(dossier, ROWS)
    dossier.decide("w3", ClaimDecision(verdict=Verdict.SUPPORTED, confidence=Confidence.HIGH, reason="photographs"))
    dossier.relate(
        "w3",
        "w4",
        RelationKind.CONFLICTS,
        Facet.QUANTITY,
        RelationDecision(state=RelationState.CONFIRMED, conflict=ConflictState.ACKNOWLEDGED, reason="counted twice"),
    )


def fill_every_table(dossier: Dossier) -> None:
    """The story, and what not every story has: judgements asked for, somebody there now, a quote that waits."""
    fill(dossier)
    quote = {"document": "photographs.txt", "exact": "the roof fell in"}
    bring(dossier, [{"external_id": "r1", "statement": "The roof fell in.", "evidence": [quote]}], "later.jsonl")
    dossier.assign(["w3", "h2"], ["boris"], blind=True)
    dossier.present("a session", dossier.claim("w4").id)


def exported(dossier: Dossier) -> bytes:
    """The lossless export."""
    return b"".join(dossier.export(Format.JSON))
