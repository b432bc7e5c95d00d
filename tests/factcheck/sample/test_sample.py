"""The sample dossier shows everything there is to see, and every word that it quotes stands in its digests."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from claims.model import (
    Checkability,
    Claim,
    ConflictState,
    Kind,
    Relation,
    RelationKind,
    RelationState,
    Stance,
    Status,
    Verdict,
)
from factcheck import sample
from factcheck.dossier import Dossier
from factcheck.formats.records import FIELDS, ClaimRecord, RelationRecord, record_of
from tests.conftest import Clock, Databases

TEXTS = {name: sample.data(name).decode() for name in (sample.ARTICLE, sample.TRANSCRIPT)}


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one of the sample's files."""
    return [json.loads(line) for line in sample.data(name).decode().splitlines()]


@pytest.fixture(scope="module")
def built(databases: Databases) -> Iterator[Dossier]:
    """The sample dossier, on SQLite."""
    url = databases.new("sqlite")
    with Dossier.open(url, now=Clock()) as dossier:
        dossier.build_sample()
        yield dossier
    databases.drop(url)


@pytest.fixture(scope="module")
def claims(built: Dossier) -> list[Claim]:
    """Its claims."""
    return list(built.claims())


@pytest.fixture(scope="module")
def relations(built: Dossier) -> list[Relation]:
    """Its relations."""
    return built.relations()


# ── the files ──────────────────────────────────────────────────────────────────────────────────────


def test_every_claim_is_a_record_with_an_exact_quote() -> None:
    """Words and place agree to the character, in the digest that is named."""
    for row in rows(sample.CLAIMS):
        record = record_of(row)
        assert isinstance(record, ClaimRecord)
        assert record.evidence, row["external_id"]
        for quote in record.evidence:
            assert TEXTS[quote.document][quote.start : quote.end] == quote.exact, row["external_id"]


def test_quantities_and_dates_stand_in_the_digest_where_they_say() -> None:
    """Their offsets are those of the digest in which the claim stands."""
    for row in rows(sample.CLAIMS):
        text = TEXTS[row["evidence"][0]["document"]]
        for part in (*row["quantities"], *row["dates"]):
            if part.get("start") is not None:
                assert text[part["start"] : part["end"]] == part["text"], row["external_id"]


def test_every_relation_is_a_record_between_claims_of_the_sample() -> None:
    """With a reason in words."""
    known = {row["external_id"] for row in rows(sample.CLAIMS)}
    for row in rows(sample.RELATIONS):
        record = record_of(row)
        assert isinstance(record, RelationRecord)
        assert {record.a, record.to} <= known
        assert record.reason
        assert row.keys() <= set(FIELDS["relation"])


def test_ids_stand_once() -> None:
    """Claims have one external id each, and nothing is related twice in the same respect."""
    assert max(Counter(row["external_id"] for row in rows(sample.CLAIMS)).values()) == 1
    ends = Counter((frozenset((row["a"], row["b"])), row["kind"], row["facet"]) for row in rows(sample.RELATIONS))
    assert max(ends.values()) == 1


def test_every_decision_is_a_named_persons() -> None:
    """Two reviewers play, and what they dismiss, defer or refute has a reason."""
    decisions = rows(sample.DECISIONS)
    assert len({row["by"] for row in decisions}) == 2
    for row in decisions:
        if row.get("verdict") == "refuted" or row.get("status") in {"deferred", "dismissed"}:
            assert row["reason"]


@pytest.mark.parametrize("statement", ["Zhao considering return to OpenAI", "8 key departures"])
def test_two_statements_are_among_the_claims_word_for_word(claims: list[Claim], statement: str) -> None:
    """The sample is the story that it was asked to tell."""
    assert any(statement in claim.statement for claim in claims)


# ── the dossier ────────────────────────────────────────────────────────────────────────────────────


def test_every_claim_and_relation_is_stored(claims: list[Claim], relations: list[Relation]) -> None:
    """Nothing of the files is lost on the way in."""
    assert {claim.external_id for claim in claims} == {row["external_id"] for row in rows(sample.CLAIMS)}
    assert len(relations) == len(rows(sample.RELATIONS))
    assert all(claim.evidence for claim in claims)


def test_every_status_verdict_and_kind_can_be_seen(claims: list[Claim]) -> None:
    """A newcomer meets the whole vocabulary."""
    assert {claim.status for claim in claims} == set(Status)
    assert {claim.verdict for claim in claims} == {None, *Verdict}
    assert {claim.checkability for claim in claims} == set(Checkability)
    assert {claim.kind for claim in claims} >= set(Kind)
    assert {link.stance for claim in claims for link in claim.evidence} >= {Stance.SUPPORTS, Stance.REFUTES}


def test_every_relation_and_course_of_a_conflict_can_be_seen(relations: list[Relation]) -> None:
    """Suggested, confirmed and rejected; open, acknowledged, deferred, resolved, intractable."""
    assert {relation.kind for relation in relations} == set(RelationKind)
    assert {relation.state for relation in relations} == set(RelationState)
    conflicts = [one for one in relations if one.kind is RelationKind.CONFLICTS]
    assert {one.conflict for one in conflicts} == set(ConflictState)
    assert len({one.facet for one in conflicts}) >= 4


def test_a_good_part_is_judged_and_a_good_part_is_left(claims: list[Claim]) -> None:
    """There is a report to read and a queue to review."""
    decided = sum(claim.status is Status.DECIDED for claim in claims)
    assert len(claims) / 4 < decided < len(claims) * 3 / 4


def test_the_sample_verifies(built: Dossier) -> None:
    """Ledger, quotes and snapshots."""
    checked = built.verify()
    assert checked.findings == ()
    assert checked.counts["quotes"] >= checked.counts["claims"]


def test_building_it_again_changes_nothing(url: str, clock: Clock) -> None:
    """On either database the ledger's head stays where it is."""
    with Dossier.open(url, now=clock) as dossier:
        dossier.build_sample()
        head = dossier.verify().head
        told: list[str] = []
        dossier.build_sample(told.append)
        assert dossier.verify().head == head
        assert dossier.verify().findings == ()
        assert told
