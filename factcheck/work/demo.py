"""Build the sample dossier the way a desk would: documents, claims, decisions, and the machine's assessment."""

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Facet, RelationKind
from evidence.model import Reliability
from factcheck import sample
from factcheck.formats import jsonl
from factcheck.work.add import About, Incoming, take_in
from factcheck.work.assess import assess_claims
from factcheck.work.batches import Batch, Rows
from factcheck.work.decide import decide_claim, relate_claims
from factcheck.work.desk import Desk
from factcheck.work.import_ import import_files

TITLE = "People leaving Meta's AI labs, August 2025 (sample)"
DOCUMENTS = (
    (
        sample.ARTICLE,
        About(
            source="Web article (digest)",
            reliability=Reliability.C,
            title="一日之間兩人請辭（摘要）",
            published="2025-08-26",
            language="zh-Hant",
        ),
    ),
    (
        sample.TRANSCRIPT,
        About(
            source="Video commentary (digest)",
            reliability=Reliability.D,
            title="视频讲稿（摘要）",
            published="2025-08-31",
            language="zh-Hans",
        ),
    ),
)


def build_sample(desk: Desk, progress: Callable[[str], None] = lambda step: None) -> None:
    """Fill a dossier with the sample; building it twice, or again after an interruption, changes nothing more."""
    progress("adding two documents")
    take_in(desk, [Incoming(data=sample.data(name), name=name, about=about) for name, about in DOCUMENTS])
    for name in (sample.CLAIMS, sample.RELATIONS):
        progress(f"importing {name}")
        data = sample.data(name)
        rows = jsonl.read(io.BytesIO(data), name)
        import_files(desk, [Rows(rows, Batch(name, "jsonl"), hashlib.sha256(data).hexdigest)])
    progress("playing the decisions of two reviewers")
    for uuid, told in _decisions():
        _play(replace(desk, reviewer=told["by"]), uuid, told)
    assess_claims(desk, progress)


def _decisions() -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(sample.data(sample.DECISIONS).decode().splitlines()):
        yield str(uuid5(NAMESPACE_URL, f"factcheck sample {number} {line}")), json.loads(line)


def _play(desk: Desk, uuid: str, told: dict[str, Any]) -> None:
    if "claim" in told:
        decision = {name: told.get(name) for name in ("verdict", "confidence", "status", "reason")}
        decide_claim(desk, told["claim"], ClaimDecision.model_validate(decision), uuid=uuid)
        return
    pair = told["relation"]
    relation = {name: told.get(name) for name in ("state", "conflict", "resolution", "reason")}
    relate_claims(
        desk,
        pair["a"],
        pair["b"],
        RelationKind(pair["kind"]),
        Facet(pair["facet"]),
        RelationDecision.model_validate(relation),
        uuid=uuid,
    )
