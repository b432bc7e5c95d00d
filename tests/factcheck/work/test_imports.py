"""The imports as the ledger tells of them: counts, and what has been done with their claims since."""

from claims.judgement import ClaimDecision
from claims.model import Status
from factcheck.dossier import Dossier
from factcheck.store.engine import Store
from factcheck.work.desk import Desk
from factcheck.work.imports import Brought, imports
from tests.factcheck.outside import bodies, tamper
from tests.factcheck.story import ROWS, bring


def listed(url: str) -> list[Brought]:
    """The imports of a dossier."""
    store = Store(url)
    try:
        return imports(Desk(store, "bo"))
    finally:
        store.close()


def test_a_dossier_without_imports_has_none(dossier: Dossier, url: str) -> None:
    """Also when nothing was ever written."""
    assert listed(url) == []
    dossier.add(b"words", "a.txt")
    assert listed(url) == []


def test_an_import_is_listed_with_its_counts(story: Dossier, url: str) -> None:
    """What was decided since is counted; so is what a later import changed."""
    (one,) = listed(url)
    assert (one.name, one.format, one.who) == ("claims.jsonl", "jsonl", "anna")
    assert {name: number for name, number in one.counts.items() if number} == {"rows": 5, "new": 4, "relations": 1}
    assert one.touched == {story.claim("w3").id}
    bring(story, [{**ROWS[1], "tags": ["x"]}, {"external_id": "n1", "statement": "New."}], "more.jsonl")
    first, second = listed(url)
    assert first.touched == {story.claim("w3").id, story.claim("w4").id}
    assert (second.counts["new"], second.counts["changed"]) == (1, 1)
    assert second.claims == {story.claim("n1").id}
    assert not second.touched
    story.decide("n1", ClaimDecision(status=Status.DISMISSED))
    assert listed(url)[1].touched == {story.claim("n1").id}


def test_an_import_that_changed_nothing_is_not_listed(story: Dossier, url: str) -> None:
    """It left no entry."""
    bring(story, ROWS)
    assert len(listed(url)) == 1


def test_a_damaged_entry_is_passed_over(story: Dossier, url: str) -> None:
    """`verify` tells of it."""
    seq = listed(url)[0].seq
    assert seq in bodies(url)
    for body in ("[1]", "{", '{"kind": "import", "leaves": {"claim": 3}, "changes": []}', '{"kind": "import"}'):
        tamper(url, "UPDATE ledger SET body = :body WHERE seq = :seq", body=body, seq=seq)
        assert listed(url) == []
    odd = '{"kind": "import", "leaves": {}, "changes": [], "batch": {"rows": "many", "name": 3}}'
    tamper(url, "UPDATE ledger SET body = :body WHERE seq = :seq", body=odd, seq=seq)
    assert [(one.name, one.counts["rows"]) for one in listed(url)] == [("3", 0)]
