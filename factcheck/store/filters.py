"""Which claims are wanted, and that as SQL: one text for both databases and for both ways to them. Quick to import."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.vocabulary import Status, Verdict


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are wanted; every field that is set narrows further."""

    status: "Status | None" = None
    verdict: "Verdict | None" = None
    source: str | None = None
    """Name or id of the source of one of the claim's quotes."""
    entity: str | None = None
    """A name; the same in both Chinese scripts."""
    text: str | None = None
    """Words of the statement or of the claim's own quote; the same in both Chinese scripts."""
    conflicts: bool = False
    """Only claims that take part in a conflict that has not been rejected."""
    tag: str | None = None
    assigned: str | None = None
    """Only claims of which this reviewer still owes a judgement."""
    unassigned: bool = False
    """Only claims of which nobody was asked for a judgement."""
    disagreements: bool = False
    """Only claims about which reviewers disagree and nobody has decided between them."""
    viewer: str | None = None
    """Who looks: claims of which they owe a blind judgement show them neither status nor verdict."""


ALL = "1 = 1"
"""The test that every claim passes."""
_CONFLICT = "relation.kind = 'conflicts' AND relation.state <> 'rejected'"
BLIND = (
    "claim.pk IN (SELECT review.claim_pk FROM review"
    " WHERE review.reviewer = :viewer AND review.given_at IS NULL AND review.blind = 1)"
)
"""Whether `:viewer` owes a blind judgement of a claim."""
_TESTS = {
    "status": "claim.status = :status",
    "verdict": "claim.verdict = :verdict",
    "assigned": (
        "claim.pk IN (SELECT review.claim_pk FROM review WHERE review.reviewer = :assigned AND review.given_at IS NULL)"
    ),
    "unassigned": "claim.pk NOT IN (SELECT review.claim_pk FROM review WHERE review.asked_at IS NOT NULL)",
    # The same as `disagree` in claims/reviews.py.
    "disagreements": (
        "claim.pk IN (SELECT judged.pk FROM review JOIN claim AS judged ON judged.pk = review.claim_pk"
        " WHERE review.verdict IS NOT NULL AND review.blind = 1"
        " GROUP BY judged.pk, judged.verdict, judged.status, judged.decided_at"
        " HAVING (count(DISTINCT review.verdict) > 1 OR judged.verdict <> min(review.verdict))"
        " AND (judged.status NOT IN ('decided', 'dismissed') OR judged.decided_at IS NULL"
        " OR judged.decided_at <= max(review.given_at)))"
    ),
    "text": "claim.search_key LIKE :text ESCAPE '/'",
    "tag": "EXISTS (SELECT 1 FROM claim_tag WHERE claim_tag.claim_pk = claim.pk AND claim_tag.tag = :tag)",
    "entity": (
        "EXISTS (SELECT 1 FROM claim_entity WHERE claim_entity.claim_pk = claim.pk AND claim_entity.key = :entity)"
    ),
    "source": (
        "EXISTS (SELECT 1 FROM evidence_link"
        " JOIN document ON document.pk = evidence_link.document_pk JOIN source ON source.pk = document.source_pk"
        " WHERE evidence_link.claim_pk = claim.pk AND (source.name = :source OR source.id = :source))"
    ),
    # Not "exists … a OR b": that looks through all conflicts again for each claim.
    "conflicts": (
        f"claim.pk IN (SELECT relation.a_pk FROM relation WHERE {_CONFLICT}"
        f" UNION ALL SELECT relation.b_pk FROM relation WHERE {_CONFLICT})"
    ),
}


def condition(wanted: Filter) -> tuple[str, dict[str, str]]:
    """(a test of the rows of `claim`, what its names stand for)."""
    given: dict[str, str] = {}
    if wanted.status is not None:
        given["status"] = str(wanted.status)
    if wanted.verdict is not None:
        given["verdict"] = str(wanted.verdict)
    if wanted.text:
        given["text"] = f"%{_literal(_folded(wanted.text))}%"
    if wanted.tag:
        given["tag"] = wanted.tag
    if wanted.entity:
        given["entity"] = _folded(wanted.entity)
    if wanted.source:
        given["source"] = wanted.source
    if wanted.assigned:
        given["assigned"] = wanted.assigned
    flags = [name for name in ("conflicts", "unassigned", "disagreements") if getattr(wanted, name)]
    tests = [_TESTS[name] for name in (*given, *flags)]
    if wanted.viewer and (wanted.status or wanted.verdict or wanted.disagreements):
        given["viewer"] = wanted.viewer
        tests = _without_blind(wanted, tests)
    return " AND ".join(tests) or ALL, given


def _without_blind(wanted: Filter, tests: list[str]) -> list[str]:
    """What was concluded finds no claim that its viewer still has to judge; such a claim is in review for them."""
    if str(wanted.status) == "in_review" and not wanted.verdict and not wanted.disagreements:
        return [f"({test} OR {BLIND})" if test == _TESTS["status"] else test for test in tests]
    return [*tests, f"NOT {BLIND}"]


def _literal(words: str) -> str:
    """The words as LIKE takes them for nothing but themselves."""
    return words.replace("/", "//").replace("%", "/%").replace("_", "/_")


def _folded(words: str) -> str:
    from evidence.text.fold import fold_key  # noqa: PLC0415 - its tables are not needed without such words

    return fold_key(words)
