"""A quote from a document that is not here waits for it, and becomes evidence when it comes."""

from typing import Any

import pytest

from claims.judgement import ClaimDecision
from claims.model import Status, Verdict
from evidence.model import QuoteState
from factcheck.dossier import About, Dossier, Format
from tests.conftest import Databases
from tests.factcheck.story import ARTICLE, bring, exported

TEXT = "It rained. The bridge closed at nine. It rained."


def claim_with(*evidence: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A row with these quotes."""
    return {"external_id": "c", "statement": "The bridge closed.", "evidence": list(evidence), **more}


FOUND = [
    ({"exact": "closed at nine"}, QuoteState.EXACT, (22, 36)),
    ({"start": 11, "end": 21}, QuoteState.EXACT, (11, 21)),
    ({"start": 22, "end": 36, "exact": "closed at nine"}, QuoteState.EXACT, (22, 36)),
    ({"start": 0, "end": 14, "exact": "closed at nine"}, QuoteState.MOVED, (22, 36)),
    ({"exact": "It rained"}, QuoteState.CANDIDATE, (0, 9)),
    ({"exact": "The bridge closed at ten."}, QuoteState.CANDIDATE, (11, 33)),
    ({"exact": "nothing of the kind was ever said"}, QuoteState.ORPHAN, None),
    ({"start": 40, "end": 400}, QuoteState.ORPHAN, None),
]


@pytest.mark.parametrize(("told", "state", "place"), FOUND)
def test_a_quote_is_found_as_any_other(
    dossier: Dossier, told: dict[str, Any], state: QuoteState, place: tuple[int, int] | None
) -> None:
    """Exact, moved, or a candidate; what is not there goes on waiting, for a newer version."""
    bring(dossier, [claim_with({"document": "b.txt", **told})])
    assert [link.document for link in dossier.waiting_links()] == ["b.txt"]
    added = dossier.add(TEXT.encode(), "folder/b.txt")
    claim = dossier.claim("c")
    assert added.waited == ((claim.id, state),)
    assert dossier.verify().findings == ()
    if place is None:
        assert not claim.evidence
        assert len(dossier.waiting_links(claim.id)) == 1
        return
    (link,) = claim.evidence
    assert (link.state, (link.start, link.end)) == (state, place)
    assert link.exact == told.get("exact", TEXT[place[0] : place[1]])
    assert not dossier.waiting_links()


def test_a_document_may_be_named_by_name_id_or_digest(dossier: Dossier, databases: Databases) -> None:
    """The id and the digest are those that it will have."""
    with Dossier.open(databases.new("sqlite")) as other:
        document = other.add(TEXT.encode(), "b.txt").document
    names = [document.id, document.sha256, document.sha256.upper(), "b.txt"]
    bring(dossier, [claim_with(*({"document": one, "start": at, "end": at + 5} for at, one in enumerate(names)))])
    added = dossier.add(TEXT.encode(), "b.txt")
    assert len(added.waited) == 4
    assert [link.start for link in dossier.claim("c").evidence] == [0, 1, 2, 3]


def test_documents_that_come_later_give_what_documents_that_came_first_give(
    dossier: Dossier, databases: Databases, backend: str
) -> None:
    """The same evidence in the same order, in whatever order the documents come."""
    rows = [
        claim_with(
            {"document": "b.txt", "exact": "closed"},
            {"document": "article.txt", "exact": "兩人受傷"},
            {"document": "c.txt", "exact": "nine", "stance": "refutes", "directness": "primary"},
        ),
        {"statement": "No id.", "evidence": [{"document": "article.txt", "exact": "兩人受傷"}]},
    ]
    documents = {"b.txt": TEXT.encode(), "c.txt": b"It was nine.", "article.txt": ARTICLE.encode()}
    with Dossier.open(databases.new(backend)) as other:
        for name, data in documents.items():
            other.add(data, name)
        bring(other, rows)
        wanted = [(one.statement, one.evidence) for one in other.claims()]
    bring(dossier, rows)
    for name in ("c.txt", "article.txt", "b.txt"):
        dossier.add(documents[name], name)
        assert dossier.verify().findings == ()
    assert [(one.statement, one.evidence) for one in dossier.claims()] == wanted
    head = dossier.verify().head
    assert bring(dossier, rows).counts.unchanged == 2
    again = [rows[0], {**rows[1], "tags": ["x"]}]
    counts = bring(dossier, again).counts
    assert (counts.new, counts.changed) == (0, 1)
    assert dossier.verify().head[0] == head[0] + 1


def test_a_verdict_on_other_evidence_is_looked_at_again(dossier: Dossier) -> None:
    """A quote that comes later may say otherwise."""
    bring(dossier, [claim_with({"document": "b.txt", "exact": "closed"}, {"document": "a.txt", "exact": "shut"})])
    dossier.add(b"It was shut.", "a.txt")
    dossier.decide("c", ClaimDecision(verdict=Verdict.SUPPORTED))
    dossier.add(TEXT.encode(), "b.txt")
    claim = dossier.claim("c")
    assert (claim.status, claim.verdict) == (Status.NEEDS_RECHECK, Verdict.SUPPORTED)


def test_known_bytes_under_the_awaited_name_will_do(dossier: Dossier) -> None:
    """A document is its bytes; adding them again under that name settles what waits for it."""
    dossier.add(TEXT.encode(), "first.txt")
    bring(dossier, [claim_with({"document": "b.txt", "exact": "closed"})])
    assert dossier.add(TEXT.encode(), "b.txt", About(title="Rain")).waited[0][1] is QuoteState.EXACT
    bring(dossier, [claim_with({"document": "d.txt", "exact": "closed"}, external_id="d")])
    assert dossier.add(TEXT.encode(), "d.txt").waited[0][1] is QuoteState.EXACT
    assert dossier.verify().findings == ()


def test_a_changed_row_changes_what_waits(dossier: Dossier) -> None:
    """What it says no more waits no more."""
    first, second = ({"document": f"{name}.txt", "exact": "x"} for name in "ab")
    bring(dossier, [claim_with(first)])
    done = bring(dossier, [claim_with(second)])
    assert (done.counts.changed, dict(done.counts.waiting)) == (1, {"b.txt": 1})
    assert [link.document for link in dossier.waiting_links()] == ["b.txt"]
    assert bring(dossier, [claim_with(second)]).counts.unchanged == 1
    assert dossier.verify().findings == ()


def test_a_verdict_that_needs_a_quote_cannot_rest_on_one_that_waits(dossier: Dossier) -> None:
    """The row is refused, and says which document is missing."""
    done = dossier.import_records(
        [claim_with({"document": "b.txt", "exact": "x"}, verdict="supported")], "a", dry_run=True
    )
    assert "('b.txt', which it quotes, is not in the dossier yet)" in done.problems[0].problem


def test_a_name_that_several_documents_have_is_refused(dossier: Dossier) -> None:
    """It is here, only twice: nothing to wait for."""
    dossier.add(b"One text.", "same.txt", About(source="A"))
    dossier.add(b"Other text.", "same.txt", About(source="B"))
    done = dossier.import_records([claim_with({"document": "same.txt", "exact": "text"})], "a", dry_run=True)
    assert "could be any of several documents" in done.problems[0].problem


def test_what_waits_goes_out_and_comes_back(dossier: Dossier, databases: Databases, backend: str) -> None:
    """With the lossless export, and as records in JSON Lines and CSV."""
    rows = [claim_with({"document": "b.txt", "start": 1, "end": 3}, {"document": "c.txt", "exact": "x"})]
    bring(dossier, rows)
    with Dossier.open(databases.new(backend)) as other:
        other.restore(exported(dossier), "export.json")
        assert exported(other) == exported(dossier)
    found = [link.model_dump() for link in dossier.waiting_links()]
    for format_ in (Format.JSONL, Format.CSV):
        with Dossier.open(databases.new(backend)) as other:
            _import(other, b"".join(dossier.export(format_)), format_.value)
            assert [link.model_dump() for link in other.waiting_links()] == found


def _import(dossier: Dossier, data: bytes, format_: str) -> None:
    import io  # noqa: PLC0415

    from factcheck.dossier import Batch, Manner, Rows  # noqa: PLC0415
    from factcheck.formats.claim_files import ClaimFormat, opened  # noqa: PLC0415

    file = opened(io.BytesIO(data), "x", ClaimFormat(format_))
    dossier.import_files([Rows(file.rows, Batch("x", format_, file.fieldmap), file.digest)], Manner())
