"""Every kind of tampering is found and named; what nobody touched is not."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from claims.ids import claim_id, relation_id
from claims.judgement import ClaimDecision
from claims.model import Facet, RelationKind, Status
from evidence.ids import source_id
from evidence.model import Reliability
from factcheck.dossier import Checked, Dossier
from factcheck.store import anchors
from factcheck.store.engine import Store
from tests.conftest import Databases
from tests.factcheck.outside import attacker, bodies, outsider, rehash, tamper
from tests.factcheck.story import fill

W3, W4, H2, FREE = (claim_id("", external_id=name) for name in ("w3", "w4", "h2", "free"))
CONFLICT = relation_id(W3, W4, RelationKind.CONFLICTS, Facet.QUANTITY)
DAILY = source_id("Harbour Daily")


def _anchors_of(url: str) -> list[anchors.Anchor]:
    with outsider(url) as conn:
        return [(row[0], row[1]) for row in conn.execute(text("SELECT seq, hash FROM ledger ORDER BY seq"))]


def _forget_anchors(url: str) -> None:
    path = Store(url).path
    if path is not None:
        anchors.beside(path).unlink()


def _told(checked: Checked) -> list[str]:
    return [str(finding) for finding in checked.findings]


# ── nothing wrong ──────────────────────────────────────────────────────────────────────────────────


def test_what_nobody_touched_has_no_findings(story: Dossier) -> None:
    """Everything is looked at, and everything is as it was written down."""
    steps: list[str] = []
    checked = story.verify(progress=steps.append)
    assert checked.findings == ()
    assert {name: checked.counts[name] for name in ("documents", "sources", "claims", "quotes", "relations")} == {
        "documents": 2,
        "sources": 2,
        "claims": 4,
        "quotes": 4,
        "relations": 1,
    }
    assert checked.counts["ledger entries"] == checked.head[0] == 6
    assert len(steps) == 6


def test_an_empty_dossier_has_no_findings(dossier: Dossier) -> None:
    """There is nothing to be wrong."""
    assert dossier.verify().findings == ()


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_decision_made_meanwhile_is_no_finding(story: Dossier, url: str) -> None:
    """All of it is read from one state of the dossier, although others go on working."""
    with Dossier.open(url, reviewer="boris") as other:

        def meanwhile(step: str) -> None:
            if step == "claims and their quotes":
                other.decide("w4", ClaimDecision(status=Status.DEFERRED))

        assert story.verify(progress=meanwhile).findings == ()


# ── one thing wrong ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Tampering:
    """What the attacker runs, and what `verify` must say: where, and words of what."""

    run: tuple[str, ...]
    where: str
    what: str
    on: str | None = None


EDITED = "was edited outside the ledger"
TAMPERINGS = {
    "a claim's statement": Tampering((f"UPDATE claim SET statement = 'x' WHERE id = '{W4}'",), W4, EDITED),
    "a claim's language": Tampering((f"UPDATE claim SET language = 'fr' WHERE id = '{W4}'",), W4, EDITED),
    "a claim's claimant": Tampering((f"UPDATE claim SET claimant = NULL WHERE id = '{W4}'",), W4, EDITED),
    "a claim's quantities": Tampering((f"UPDATE claim SET quantities = '[]' WHERE id = '{W3}'",), W3, EDITED),
    "a claim's external id": Tampering((f"UPDATE claim SET external_id = 'x' WHERE id = '{W4}'",), W4, EDITED),
    "a verdict": Tampering(
        (f"UPDATE claim SET verdict = 'conflicting' WHERE id = '{W3}'",), f"claim {W3} (w3)", f"{EDITED} (verdict)"
    ),
    "a verdict that nobody gave": Tampering(
        (f"UPDATE claim SET status = 'decided', verdict = 'supported' WHERE id = '{H2}'",), H2, EDITED
    ),
    "a reason": Tampering((f"UPDATE claim SET reason = 'x' WHERE id = '{W3}'",), W3, f"{EDITED} (reason)"),
    "who decided": Tampering((f"UPDATE claim SET decided_by = 'eve' WHERE id = '{W3}'",), W3, EDITED),
    "when it was decided": Tampering(
        (f"UPDATE claim SET decided_at = '2020-01-01T00:00:00.000Z' WHERE id = '{W3}'",), W3, EDITED
    ),
    "a version": Tampering((f"UPDATE claim SET version = 7 WHERE id = '{W3}'",), W3, EDITED),
    "a tag": Tampering(("UPDATE claim_tag SET tag = 'x' WHERE position = 1",), W3, EDITED),
    "a tag removed": Tampering(("DELETE FROM claim_tag WHERE position = 1",), W3, EDITED),
    "a name": Tampering(("UPDATE claim_entity SET name = 'x'",), W3, EDITED),
    "a claim removed": Tampering(
        (
            "DELETE FROM evidence_link WHERE claim_pk = (SELECT pk FROM claim WHERE id = :id)",
            "DELETE FROM claim WHERE id = :id",
        ),
        f"claim {H2}",
        "was removed outside the ledger: entry 4 recorded it",
    ),
    "a claim removed and its quotes left": Tampering(
        (f"DELETE FROM claim WHERE id = '{FREE}'",), f"claim {FREE}", "removed"
    ),
    "a claim inserted": Tampering(
        (
            """INSERT INTO claim (pk, id, statement, search_key, language, checkability, certainty, status,
            credibility, quantities, dates, priority, version) VALUES (99, 'c00000000000x', 'x', 'x', 'en',
            'checkable', 'asserted', 'new', '6', '[]', '[]', 0, 1)""",
        ),
        "claim c00000000000x",
        "no ledger entry brought it",
    ),
    "a quote's stance": Tampering(("UPDATE evidence_link SET stance = 'context' WHERE position = 1",), H2, EDITED),
    "a quote's words": Tampering(
        ("UPDATE evidence_link SET exact = '無人受傷' WHERE exact = '兩人受傷'",),
        f"claim {H2} (h2), quote 1",
        "its words do not stand at",
    ),
    "a quote's place": Tampering(
        ("UPDATE evidence_link SET start = 0, \"end\" = 4 WHERE exact = '兩人受傷'",),
        f"claim {H2} (h2), quote 1",
        "its words do not stand at [0, 4)",
    ),
    "a quote removed": Tampering(("DELETE FROM evidence_link WHERE position = 1",), H2, EDITED),
    "a quote added": Tampering(
        (
            """INSERT INTO evidence_link SELECT claim_pk, 5, document_pk, start, "end", exact, prefix, suffix, stance,
            directness, state, added_by FROM evidence_link WHERE position = 1""",
        ),
        H2,
        EDITED,
    ),
    "a relation's state": Tampering(
        ("UPDATE relation SET state = 'rejected'",), f"relation {CONFLICT}", f"{EDITED} (state)"
    ),
    "a relation's reasons": Tampering(("UPDATE relation SET reasons = '[]'",), f"relation {CONFLICT}", EDITED),
    "a relation's claim": Tampering(
        ("UPDATE relation SET a_pk = (SELECT pk FROM claim WHERE id = :id)",), f"relation {CONFLICT}", EDITED
    ),
    "a relation removed": Tampering(("DELETE FROM relation",), f"relation {CONFLICT}", "was removed"),
    "a source's grade": Tampering(
        (f"UPDATE source SET reliability = 'A' WHERE id = '{DAILY}'",),
        "source Harbour Daily",
        f"{EDITED} (reliability)",
    ),
    "a source's name": Tampering((f"UPDATE source SET name = 'x' WHERE id = '{DAILY}'",), "source x", EDITED),
    "a document's title": Tampering(
        ("UPDATE document SET title = 'x' WHERE name = 'article.txt'",), "(article.txt)", f"{EDITED} (title)"
    ),
    "a document's source": Tampering(
        ("UPDATE document SET source_pk = NULL WHERE name = 'article.txt'",), "(article.txt)", EDITED
    ),
    "a text": Tampering(
        ("UPDATE document SET text = replace(text, '三座', '四座') WHERE name = 'article.txt'",),
        "(article.txt)",
        "its text is not the one that was read",
    ),
    "a text and its digest": Tampering(
        (f"UPDATE document SET text = 'x', text_sha256 = '{'0' * 64}' WHERE name = 'article.txt'",),
        "(article.txt)",
        EDITED,
    ),
    "a snapshot removed": Tampering(
        ("DELETE FROM snapshot WHERE sha256 = (SELECT sha256 FROM document WHERE name = 'report.txt')",),
        "(report.txt)",
        "its snapshot is missing",
    ),
    "an entry's body": Tampering(
        ("UPDATE ledger SET body = replace(body, 'photographs', 'a dream') WHERE seq = 5",),
        "ledger entry 5",
        "was edited: its hash does not fit its content",
    ),
    "an entry's body by one space": Tampering(
        ("UPDATE ledger SET body = body || ' ' WHERE seq = 3",), "ledger entry 3", "was edited"
    ),
    "an entry's hash": Tampering(
        (f"UPDATE ledger SET hash = '{'a' * 64}' WHERE seq = 3",), "ledger entry 3", "was edited"
    ),
    "an entry's link": Tampering(
        (f"UPDATE ledger SET prev = '{'a' * 64}' WHERE seq = 3",), "ledger entry 3", "does not follow"
    ),
    "an entry's uuid": Tampering(("UPDATE ledger SET uuid = 'x' WHERE seq = 3",), "ledger entry 3", "uuid"),
    "an entry removed": Tampering(("DELETE FROM ledger WHERE seq = 3",), "ledger entry 3", "is missing"),
    "two entries removed": Tampering(("DELETE FROM ledger WHERE seq IN (3, 4)",), "ledger entry 3 to 4", "is missing"),
    "the first entry removed": Tampering(("DELETE FROM ledger WHERE seq = 1",), "ledger entry 1", "is missing"),
    "the last entry removed": Tampering(
        ("DELETE FROM ledger WHERE seq = 6",), "ledger", "the head names entry 6, but the last one is 5"
    ),
    "the head's number": Tampering(("UPDATE head SET seq = 5",), "ledger", "the head names entry 5"),
    "the head's hash": Tampering(("UPDATE head SET hash = 'x'",), "ledger", "the head's hash is not"),
    "the dossier's title": Tampering(("UPDATE dossier SET title = 'x'",), "dossier", "title"),
    "the dossier's uuid": Tampering(("UPDATE dossier SET uuid = 'x'",), "dossier", "uuid"),
    "an entry hidden from a claim's history": Tampering(
        (f"DELETE FROM ledger_subject WHERE subject = '{W3}'",), "ledger entry 5", W3
    ),
    # What no value of ours can hold: the row is named all the same, and the rest is still checked.
    "a status that is none": Tampering((f"UPDATE claim SET status = 'x' WHERE id = '{W3}'",), W3, "status", "sqlite"),
    "quantities that are no JSON": Tampering(
        (f"UPDATE claim SET quantities = 'x' WHERE id = '{W3}'",), W3, "cannot be read"
    ),
    "an assessment that is none": Tampering(
        (f"UPDATE claim SET assessment = '[1]' WHERE id = '{W3}'",), W3, "cannot be read"
    ),
    "a time that is none": Tampering((f"UPDATE claim SET decided_at = 'x' WHERE id = '{W3}'",), W3, "cannot be read"),
    "a statement that is empty": Tampering((f"UPDATE claim SET statement = '' WHERE id = '{W3}'",), W3, "cannot be"),
    "reasons that are no list": Tampering(("UPDATE relation SET reasons = '7'",), CONFLICT, "cannot be read"),
    "a document's time that is none": Tampering(
        ("UPDATE document SET retrieved = 'x' WHERE name = 'article.txt'",), "(article.txt)", "cannot be read"
    ),
    "a grade that is none": Tampering(
        (f"UPDATE source SET reliability = 'x' WHERE id = '{DAILY}'",), "Harbour Daily", "cannot be read", "sqlite"
    ),
}


@pytest.mark.parametrize("kind", TAMPERINGS)
def test_tampering_is_named(story: Dossier, url: str, kind: str, backend: str) -> None:
    """Whoever goes around the triggers is found out: the finding names the thing and what happened to it."""
    tampering = TAMPERINGS[kind]
    if tampering.on not in {None, backend}:
        return
    target = FREE if kind == "a relation's claim" else H2
    tamper(url, *tampering.run, id=target)
    _forget_anchors(url)
    found = story.verify().findings
    assert any(tampering.where in finding.where and tampering.what in finding.what for finding in found), found
    for finding in found:
        assert "\n" not in str(finding)
        assert finding.mend


def test_a_flipped_byte_in_any_snapshot_is_named(story: Dossier, url: str) -> None:
    """One bit of one byte is enough."""
    for document in story.documents():
        with attacker(url) as conn:
            known = conn.execute(
                text("SELECT bytes FROM snapshot WHERE sha256 = :sha"), {"sha": document.sha256}
            ).scalar_one()
            flipped = bytearray(known)
            flipped[len(flipped) // 2] ^= 1
            statement = text("UPDATE snapshot SET bytes = :bytes WHERE sha256 = :sha")
            conn.execute(statement, {"bytes": bytes(flipped), "sha": document.sha256})
        named = [finding.where for finding in story.verify().findings if "no longer has the bytes" in finding.what]
        assert f"document {document.id} ({document.name})" in named


def test_only_what_was_touched_is_named(story: Dossier, url: str) -> None:
    """One edited claim gives one finding."""
    tamper(url, f"UPDATE claim SET statement = 'x' WHERE id = '{W4}'")
    assert [finding.where for finding in story.verify().findings] == [f"claim {W4} (w4)"]


# ── the whole ledger rewritten ─────────────────────────────────────────────────────────────────────


def _blame(who: str) -> Callable[[str], str]:
    return lambda body: json.dumps({**json.loads(body), "who": who}, separators=(",", ":"), sort_keys=True)


def test_a_consistent_rewrite_is_found_only_with_an_anchor(story: Dossier, url: str) -> None:
    """Who can write the database can rewrite history so that everything fits; a note kept elsewhere tells."""
    kept = _anchors_of(url)
    rehash(url, {3: _blame("eve")})
    _forget_anchors(url)
    assert story.verify().findings == ()
    found = story.verify(kept).findings
    assert [finding.where for finding in found] == ["ledger entry 3"]
    assert "was rewritten" in found[0].what


def test_a_late_anchor_finds_an_early_rewrite(story: Dossier, url: str) -> None:
    """The head of the last export is enough, since every entry is linked to all before it."""
    head = story.verify().head
    rehash(url, {2: _blame("eve")})
    _forget_anchors(url)
    assert [finding.where for finding in story.verify([head]).findings] == [f"ledger entry {head[0]}"]


def test_a_truncated_tail_is_found_only_with_an_anchor(story: Dossier, url: str) -> None:
    """Taking back the last entry, its subject, its change and the head leaves no trace but in an anchor."""
    before = story.verify().head
    story.grade("Port Watch", Reliability.E, reason="wrong twice")
    kept = _anchors_of(url)
    last = kept[-1][0]
    tamper(
        url,
        f"DELETE FROM ledger_subject WHERE seq = {last}",
        f"DELETE FROM ledger WHERE seq = {last}",
        f"UPDATE head SET seq = {before[0]}, hash = '{before[1]}'",
        "UPDATE source SET reliability = 'F', version = 1 WHERE name = 'Port Watch'",
    )
    _forget_anchors(url)
    assert story.verify().findings == ()
    found = story.verify(kept).findings
    assert [finding.where for finding in found] == [f"ledger entry {last}"]
    assert "was seen before and is gone" in found[0].what


def test_the_anchors_beside_the_database_are_compared_without_being_asked_for(databases: Databases) -> None:
    """A file database keeps a small file of anchors; who forgets to edit that too is found out."""
    url = databases.new("sqlite")
    with Dossier.open(url, reviewer="anna") as dossier:
        fill(dossier)
        path = Store(url).path
        assert path is not None
        assert anchors.read(anchors.beside(path)) == _anchors_of(url)
        rehash(url, {3: _blame("eve")})
        assert [finding.where for finding in dossier.verify().findings] == ["ledger entry 3"]


# ── hostile bodies ─────────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    "",
    "nothing",
    "null",
    "[]",
    "7",
    '"text"',
    "{}",
    '{"leaves": null, "changes": []}',
    '{"leaves": {"claim": null}, "changes": []}',
    '{"leaves": {"claim": [1, 2]}, "changes": []}',
    '{"leaves": {"king": {}}, "changes": []}',
    '{"leaves": {"claim": {"c1": [[]]}}, "changes": []}',
    '{"leaves": {}, "changes": 7}',
    '{"leaves": {}, "changes": {"id": 1}}',
    '{"leaves": {}, "changes": [null]}',
    '{"leaves": {}, "changes": [{"id": [], "to": {}}]}',
    '{"leaves": {}, "changes": [{"id": "c1", "to": "ab"}]}',
    '{"leaves": {}, "changes": [{"id": "c1", "to": [[1, 2, 3]]}]}',
    '{"leaves": {}, "changes": [], "kind": [], "who": {}, "when": 7, "why": []}',
    '{"leaves": {}, "changes": [], "dossier": 7, "uuid": []}',
    "[" * 100_000,
    '{"a":' * 100_000,
    "9" * 10_000,
    '{"leaves": {"claim": {"\\ud800": "\\udfff"}}, "changes": []}',
    "\u202e\x1b[2J\n",
    '{"leaves": NaN, "changes": Infinity}',
]


def _write_body(url: str, seq: int, body: str) -> None:
    with attacker(url) as conn:
        conn.execute(text("UPDATE ledger SET body = :body WHERE seq = :seq"), {"body": body, "seq": seq})


def _use(dossier: Dossier) -> None:
    """Everything that reads the ledger, over a damaged one: it may complain, in one sentence, but never crash."""
    assert [finding for finding in dossier.verify().findings if finding.where == "ledger entry 5"]
    list(dossier.history())
    list(dossier.history("w3"))


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_hostile_body_is_a_finding_and_never_a_crash(story: Dossier, url: str, number: int) -> None:
    """The first verifier of this ledger crashed on one."""
    _write_body(url, 5, HOSTILE[number])
    _use(story)


@settings(max_examples=25)
@given(
    body=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["leaves", "changes", "claim", "id", "to", "what", "kind", "who", "when", "dossier", "v"]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
def test_no_body_at_all_crashes_the_verifier(story: Dossier, url: str, body: object) -> None:
    """Whatever JSON an attacker puts there."""
    _write_body(url, 5, json.dumps(body))
    _use(story)


def test_a_rewritten_ledger_of_nonsense_is_read_to_its_end(story: Dossier, url: str) -> None:
    """Hashes that fit do not make a body readable: each is named, and so is what no entry accounts for any more."""
    rehash(url, dict.fromkeys(range(2, 7), lambda body: f'["{len(body)}"]'))
    told = _told(story.verify())
    assert [f"ledger entry {seq}: its body cannot be read" in " ".join(told) for seq in range(2, 7)] == [True] * 5
    assert any("no ledger entry brought it" in line for line in told)
    assert len(bodies(url)) == 6
