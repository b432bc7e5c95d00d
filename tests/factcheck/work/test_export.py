"""An export shows one state of the dossier, the same bytes every time, and comes back without loss."""

import json
from typing import Any

import pytest

from claims.judgement import ClaimDecision, RelationDecision
from claims.model import Confidence, ConflictState, Facet, RelationKind, RelationState, Resolution, Status, Verdict
from evidence.model import Independence, Reliability
from factcheck.dossier import About, Dossier, Format
from factcheck.errors import FactcheckError, FileProblem
from factcheck.formats import lossless
from tests.conftest import Databases
from tests.factcheck.story import ARTICLE, bring, exported


def told(dossier: Dossier) -> str:
    """The verdict report."""
    return b"".join(dossier.export(Format.MARKDOWN)).decode()


def between(text: str, start: str, end: str) -> str:
    """The part of a report from one heading to the next."""
    return text.partition(start)[2].partition(end)[0]


ALONE = [one for one in Format if one is not Format.CLAIMREVIEW]
"""Formats that need nothing but the dossier."""


@pytest.fixture
def full(story: Dossier) -> Dossier:
    """The story with everything in it that a dossier can hold."""
    story.add(
        ("\ufeff" + ARTICLE).encode("utf-16-le"),
        "story/copy.txt",
        About(origin="Harbour Daily", independence=Independence.SHARED, url="https://a.example", author="林"),
    )
    bring(story, [{"statement": "It will burn again.", "checkability": "prediction", "tags": ["b", "a"]}], "more.jsonl")
    story.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING, confidence=Confidence.LOW))
    story.decide("free", ClaimDecision(status=Status.DISMISSED, reason="says nothing"))
    story.relate("w3", "h2", RelationKind.REFINES, None, RelationDecision(state=RelationState.REJECTED))
    story.relate(
        "w4",
        "h2",
        RelationKind.CONFLICTS,
        Facet.SCOPE,
        RelationDecision(
            conflict=ConflictState.RESOLVED, resolution=Resolution.SCOPE_DIFFERENCE, reason="other things"
        ),
    )
    story.grade("Port Watch", Reliability.D, "often wrong", reason="three corrections")
    story.add(ARTICLE.replace("三", "四").encode(), "article.txt", About(source="Harbour Daily"))
    return story


@pytest.mark.parametrize("format_", ALONE)
def test_the_same_dossier_gives_the_same_bytes(full: Dossier, format_: Format) -> None:
    """Exporting changes nothing, and nothing in an export depends on when it is made."""
    first = b"".join(full.export(format_))
    assert b"".join(full.export(format_)) == first


@pytest.mark.parametrize("format_", ALONE)
def test_a_dossier_in_which_nothing_was_written_has_no_export(dossier: Dossier, format_: Format) -> None:
    """The sentence says what to do first."""
    with pytest.raises(FactcheckError, match="the dossier is empty: `factcheck add`"):
        b"".join(dossier.export(format_))


def test_the_lossless_export_holds_everything(full: Dossier) -> None:
    """Every document with its bytes, every claim, relation and source as the dossier has them."""
    export = lossless.read(exported(full))
    assert list(export.claims) == list(full.claims())
    assert list(export.relations) == full.relations()
    assert list(export.sources) == full.sources()
    assert [document for document, _ in export.documents] == full.documents()
    assert export.documents[2][1] == ("\ufeff" + ARTICLE).encode("utf-16-le")
    assert (export.header.seq, export.header.hash) == full.verify().head


def test_an_export_comes_back_without_loss(full: Dossier, databases: Databases, backend: str) -> None:
    """Restored into an empty dossier, of either kind, it is the same bytes in both formats, and verifies clean."""
    written, report = exported(full), told(full)
    for kind in ("sqlite", "postgresql"):
        url = databases.new(kind)
        with Dossier.open(url) as other:
            other.restore(written, "export.json")
            assert exported(other) == written
            assert told(other) == report
            assert other.verify([(full.verify().head)]).findings == ()
        databases.drop(url)


def test_restoring_twice_changes_nothing_and_a_used_dossier_is_left_alone(full: Dossier, dossier: Dossier) -> None:
    """The export of this very state is there already; that of another one is refused."""
    written = exported(full)
    full.restore(written, "export.json")
    assert exported(full) == written
    full.decide("w4", ClaimDecision(confidence=Confidence.HIGH))
    with pytest.raises(FactcheckError, match="already holds something"):
        full.restore(written, "export.json")


def changed(written: bytes, **lists: Any) -> bytes:
    """An export with some of its lists replaced."""
    return json.dumps(json.loads(written) | lists).encode()


@pytest.mark.parametrize(
    "tamper",
    [
        lambda export: {"claims": export["claims"][1:]},
        lambda export: {"claims": [{**export["claims"][0], "statement": "other"}, *export["claims"][1:]]},
        lambda export: {"claims": [{**export["claims"][0], "version": 2**80}, *export["claims"][1:]]},
        lambda export: {"claims": [export["claims"][0], *export["claims"]]},
        lambda export: {
            "claims": [
                {**export["claims"][0], "evidence": [{**export["claims"][0]["evidence"][0], "document": "d0"}]},
                *export["claims"][1:],
            ]
        },
        lambda export: {"relations": [{**export["relations"][0], "a": "c0"}, *export["relations"][1:]]},
        lambda export: {"relations": []},
        lambda export: {"documents": [{**export["documents"][0], "replaces": "d0"}, *export["documents"][1:]]},
        lambda export: {"documents": [{**export["documents"][0], "source": "Nobody"}, *export["documents"][1:]]},
        lambda export: {"sources": []},
        lambda export: {"ledger": {**export["ledger"], "entries": export["ledger"]["entries"][:-1]}},
        lambda export: {"ledger": {**export["ledger"], "entries": [7, *export["ledger"]["entries"]]}},
        lambda export: {"ledger": {**export["ledger"], "entries": ["{}", *export["ledger"]["entries"]]}},
        lambda export: {"ledger": {**export["ledger"], "entries": ["\ud800", *export["ledger"]["entries"]]}},
        lambda export: {"ledger": {**export["ledger"], "hash": "0" * 64}},
        lambda export: {"dossier": {**export["dossier"], "title": ["x"]}},
        lambda export: {"dossier": {**export["dossier"], "title": "Another story"}},
        lambda export: {"dossier": {**export["dossier"], "uuid": "0d1cb2ea-6f0a-4c2b-9c3a-5f1f6b7a8c9d"}},
        lambda export: {"dossier": {**export["dossier"], "title": "\ud800"}},
    ],
)
def test_an_export_that_was_tampered_with_is_refused_whole(
    story: Dossier, databases: Databases, backend: str, tamper: Any
) -> None:
    """One sentence that names the file, and the empty dossier is still empty."""
    written = exported(story)
    url = databases.new(backend)
    with Dossier.open(url) as other:
        with pytest.raises(FactcheckError) as caught:
            other.restore(changed(written, **tamper(json.loads(written))), "export.json")
        assert "\n" not in str(caught.value)
        assert list(other.claims()) == []
        assert other.verify().head[0] == 0
        other.restore(written, "export.json")
        assert exported(other) == written
    databases.drop(url)


def test_a_claim_that_the_ledger_does_not_know_is_named(story: Dossier, databases: Databases) -> None:
    """The sentence says what does not agree."""
    written = exported(story)
    record = json.loads(written)
    record["claims"][0]["statement"] = "other"
    url = databases.new("sqlite")
    with Dossier.open(url) as other, pytest.raises(FileProblem) as caught:
        other.restore(json.dumps(record).encode(), "export.json")
    databases.drop(url)
    assert str(caught.value).startswith("export.json: does not agree with its own ledger: claim ")


# ── the report ─────────────────────────────────────────────────────────────────────────────────────


def test_rejected_relations_are_not_told(full: Dossier) -> None:
    """What a reviewer rejected is neither an agreement nor a conflict of the report."""
    assert "adds detail to" not in told(full)


def test_conflicts_show_the_earlier_document_first(full: Dossier) -> None:
    """Both sides stand side by side, in the order in which their documents came."""
    conflicts = between(told(full), "## Conflicts", "## Verdicts")
    assert conflicts.index("| | Harbour Daily | Port Watch |") >= 0
    assert "### 1. Quantity (acknowledged)" in conflicts
    assert "resolved: scope difference" in conflicts


def test_claims_stand_in_the_order_of_their_quotes(full: Dossier) -> None:
    """By document, then by place in it; claims that quote nothing last."""
    report = told(full)
    open_ = between(report, "## Still open", "## Checking")
    assert "To be checked again (2)" in open_
    assert open_.index("three warehouses") < open_.index("Two people were hurt.")
    assert "Dismissed" in open_


def test_a_newer_version_of_a_document_is_told(full: Dossier) -> None:
    """The report says which document replaces which, and what must be looked at again."""
    report = told(full)
    newest = full.documents()[-1]
    assert f"a newer version is here: `{newest.id}`" in report
    assert "to be checked again" in report


def test_the_report_names_the_state_that_it_shows(full: Dossier) -> None:
    """Ledger entry and hash are those of the head, which `verify --anchor` reads back from it."""
    seq, hash_ = full.verify().head
    report = told(full)
    assert f"ledger entry {seq}, hash `{hash_}`" in report


@pytest.mark.parametrize("backend", ["postgresql"])
@pytest.mark.parametrize("format_", ALONE)
def test_an_export_shows_one_state_while_others_write(story: Dossier, url: str, format_: Format) -> None:
    """What is saved after an export has begun is not in it."""
    before = b"".join(story.export(format_))
    pieces = story.export(format_)
    begun = next(pieces)
    with Dossier.open(url, reviewer="bo") as other:
        other.decide("w4", ClaimDecision(verdict=Verdict.CONFLICTING))
    assert begun + b"".join(pieces) == before
