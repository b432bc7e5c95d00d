"""The append-only, hash-chained history, and the triggers that guard it."""

import hashlib
import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from claims.ids import claim_id
from claims.judgement import ClaimDecision
from claims.model import Claim, Status, Verdict
from factcheck.dossier import Dossier
from factcheck.errors import StoreError
from factcheck.store import ledger
from factcheck.store.engine import Store
from tests import strategies
from tests.factcheck.outside import bodies, outsider, row_counts

NOON = datetime(2025, 9, 1, 12, tzinfo=UTC)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | strategies.texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(strategies.texts, inner, max_size=3),
    max_leaves=8,
)


def _entry(uuid: str, **more: object) -> ledger.Entry:
    return ledger.Entry("note", "anna", NOON, uuid, details=more)


# ── hashing ────────────────────────────────────────────────────────────────────────────────────────


def test_the_hash_covers_the_version_line_number_link_length_and_body() -> None:
    """An entry's hash can be computed by anyone with `sha256sum`."""
    body = '{"why":"因為"}'
    told = f"factcheck ledger 1\n7\n{'a' * 64}\n{len(body.encode())}\n{body}"
    assert ledger.chain(7, "a" * 64, body) == hashlib.sha256(told.encode()).hexdigest()


@given(json_values)
def test_canonical_json_has_one_spelling_for_one_value(value: object) -> None:
    """Reading it and writing it again gives the same bytes, whatever the order of the keys was."""
    once = ledger.canonical(value)
    assert ledger.canonical(json.loads(once)) == once
    if isinstance(value, dict):
        assert ledger.canonical(dict(reversed(value.items()))) == once


@given(strategies.claims(), strategies.claims())
def test_a_leaf_tells_claims_apart(a: Claim, b: Claim) -> None:
    """Equal claims have equal digests of 32 digits, others do not."""
    assert len(ledger.leaf(a)) == ledger.DIGEST_LENGTH
    assert (ledger.leaf(a) == ledger.leaf(b)) == (a.model_dump(mode="json") == b.model_dump(mode="json"))


def test_a_leaf_is_the_digest_of_the_object_in_the_export(story: Dossier) -> None:
    """Who holds an export can check it against the ledger without factcheck."""
    claim = story.claim("w3")
    shown = json.dumps(claim.model_dump(mode="json", by_alias=True), ensure_ascii=False, sort_keys=True)
    plain = json.dumps(json.loads(shown), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert ledger.leaf(claim) == hashlib.sha256(plain.encode()).hexdigest()[:32]


# ── appending ──────────────────────────────────────────────────────────────────────────────────────


def test_an_empty_ledger_starts_at_nothing(url: str) -> None:
    """The first entry is number 1 and linked to zeros."""
    store = Store(url)
    with store.writing() as conn:
        assert ledger.current_head(conn) == (0, ledger.NOTHING)
        first = ledger.append(conn, _entry("u1"))
    assert (first.seq, first.prev) == (1, ledger.NOTHING)
    store.close()


@given(told=st.lists(json_values, min_size=1, max_size=5))
def test_bodies_come_back_byte_for_byte_and_in_a_chain(url: str, told: list[object]) -> None:
    """What is stored is what was hashed: each entry follows the one before it, and the head is the last."""
    store = Store(url)
    with store.writing() as conn:
        start, prev = ledger.current_head(conn)
        written = [ledger.append(conn, _entry(f"u{start + number}", told=value)) for number, value in enumerate(told)]
        assert list(ledger.entries(conn))[start:] == written
        for entry in written:
            assert entry.prev == prev
            prev = entry.hash
            assert entry.hash == ledger.chain(entry.seq, entry.prev, entry.body)
            assert ledger.canonical(entry.record()).decode() == entry.body
        assert ledger.current_head(conn) == (written[-1].seq, written[-1].hash)
    store.close()


def test_the_first_entry_holds_the_uuid_of_the_dossier(story: Dossier, url: str) -> None:
    """It names the dossier, so that a ledger cannot be passed off as another's."""
    with outsider(url) as conn:
        uuid = conn.execute(text("SELECT uuid FROM dossier")).scalar_one()
    assert json.loads(bodies(url)[1])["dossier"]["uuid"] == uuid


def test_an_entry_says_who_when_why_what_and_on_which_bytes(story: Dossier, url: str) -> None:
    """A decision's entry holds everything the reader of a verdict may ask for."""
    decided = [json.loads(body) for body in bodies(url).values() if json.loads(body)["kind"] == "decision"]
    assert len(decided) == 1
    entry = decided[0]
    assert (entry["who"], entry["why"], entry["v"]) == ("anna", "photographs", 1)
    assert entry["when"].startswith("2025-09-01T08:00:")
    change = entry["changes"][0]
    assert (change["what"], change["id"], change["version"]) == ("claim", claim_id("", external_id="w3"), 2)
    assert (change["from"]["status"], change["to"]["status"], change["to"]["verdict"]) == (
        "new",
        "decided",
        "supported",
    )
    document = story.document("article.txt")
    quoted = entry["evidence"][0]
    assert quoted["document"] == document.sha256
    assert document.text[quoted["start"] : quoted["end"]] == "昨夜燒毀三座倉庫"


def test_an_import_is_one_entry_whatever_its_size(story: Dossier, url: str) -> None:
    """It names the file, its digest and the counts."""
    imports = [json.loads(body) for body in bodies(url).values() if json.loads(body)["kind"] == "import"]
    assert len(imports) == 1
    assert imports[0]["batch"]["new"] == 4
    assert imports[0]["batch"]["relations"] == 1
    assert len(imports[0]["leaves"]["claim"]) == 4


def test_a_uuid_is_written_once(url: str) -> None:
    """A second entry with the same uuid is refused by the table itself, and nothing of it stays."""
    store = Store(url)
    with store.writing() as conn:
        ledger.append(conn, _entry("same"))
    with pytest.raises(StoreError), store.writing() as conn:
        ledger.append(conn, _entry("same"))
    assert row_counts(url)["ledger"] == 1
    store.close()


def test_sending_a_decision_twice_does_no_harm(story: Dossier, url: str) -> None:
    """A retry with the same uuid gives the claim as it is and adds nothing, also when `seen` is old by then."""
    decision = ClaimDecision(verdict=Verdict.CONFLICTING)
    first = story.decide("w4", decision, seen=1, uuid="retry-me")
    before = bodies(url)
    again = story.decide("w4", decision, seen=1, uuid="retry-me")
    assert (again, bodies(url)) == (first, before)
    story.decide("w4", ClaimDecision(status=Status.IN_REVIEW))
    assert story.decide("w4", decision, seen=1, uuid="retry-me").status is Status.IN_REVIEW


def test_entries_are_found_by_what_they_are_about(story: Dossier, url: str) -> None:
    """A claim's own history needs no walk through the whole ledger."""
    subject = claim_id("", external_id="w3")
    store = Store(url)
    with store.reading() as conn:
        kinds = [entry.record()["kind"] for entry in ledger.entries(conn, subject=subject)]
        backwards = [entry.seq for entry in ledger.entries(conn, subject=subject, newest_first=True)]
    assert kinds == ["decision"]
    assert backwards == sorted(backwards, reverse=True)
    store.close()


# ── triggers ───────────────────────────────────────────────────────────────────────────────────────

REFUSED = {
    "an entry is edited": "UPDATE ledger SET body = '{}' WHERE seq = 2",
    "an entry is renumbered": "UPDATE ledger SET seq = 99 WHERE seq = 2",
    "an entry is deleted": "DELETE FROM ledger WHERE seq = 2",
    "all entries are deleted": "DELETE FROM ledger",
    "an entry has the wrong number": "INSERT INTO ledger SELECT seq + 2, hash, 'h', 'u', '{}' FROM head",
    "an entry has a number again": "INSERT INTO ledger SELECT seq, hash, 'h', 'u', '{}' FROM head",
    "an entry has the wrong link": "INSERT INTO ledger SELECT seq + 1, 'x', 'h', 'u', '{}' FROM head",
    "the head goes back": "UPDATE head SET seq = seq - 1",
    "the head stays and changes": "UPDATE head SET hash = 'x'",
    "the head runs ahead": "UPDATE head SET seq = seq + 1",
    "the head is deleted": "DELETE FROM head",
    "there are two heads": "INSERT INTO head VALUES (2, 0, '')",
    "a snapshot is edited": "UPDATE snapshot SET bytes = ''",
    "a snapshot is renamed": "UPDATE snapshot SET sha256 = 'x'",
    "a snapshot is deleted": "DELETE FROM snapshot",
    "a text is edited": "UPDATE document SET text = 'x'",
    "a text's digest is edited": "UPDATE document SET text_sha256 = 'x'",
    "a document is deleted": "DELETE FROM document",
}
SQLITE_REFUSED = {
    "an entry is replaced by its number": "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE seq = 2",
    "an entry is replaced by its uuid": (
        "INSERT OR REPLACE INTO ledger SELECT head.seq + 1, head.hash, 'h', ledger.uuid, '{}' "
        "FROM head, ledger WHERE ledger.seq = 2"
    ),
    "the head is replaced": "INSERT OR REPLACE INTO head VALUES (1, 0, 'x')",
    "a snapshot is replaced": "INSERT OR REPLACE INTO snapshot SELECT sha256, x'00' FROM snapshot",
}
POSTGRESQL_REFUSED = {
    "the ledger is truncated": "TRUNCATE ledger CASCADE",
    "the head is truncated": "TRUNCATE head",
    "the snapshots are truncated": "TRUNCATE snapshot CASCADE",
}


def _refused(url: str, statement: str) -> None:
    before = row_counts(url), bodies(url)
    with pytest.raises(DBAPIError), outsider(url) as conn:
        conn.execute(text(statement))
    assert (row_counts(url), bodies(url)) == before


@pytest.mark.parametrize("what", REFUSED)
def test_the_database_itself_refuses(story: Dossier, url: str, what: str) -> None:
    """History and evidence are kept by triggers, whatever program writes."""
    _refused(url, REFUSED[what])


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_new_entry_is_never_looked_for_in_the_whole_ledger(url: str) -> None:
    """Not even when SQLite was told, by ANALYZE, how short the ledger once was."""
    with outsider(url) as conn:
        conn.execute(text("ANALYZE"))
        told = conn.execute(text("SELECT sql FROM sqlite_master WHERE name = 'ledger_link'")).scalar_one()
    lookups = re.findall(r"EXISTS \((SELECT .*?)\)", told)
    assert len(lookups) == 2
    with outsider(url) as conn:
        for lookup in lookups:
            plan = conn.execute(text("EXPLAIN QUERY PLAN " + re.sub(r"NEW\.\w+", "'x'", lookup)))
            assert all("SCAN" not in row[3] for row in plan), lookup


@pytest.mark.parametrize("what", SQLITE_REFUSED)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_sqlite_refuses_to_replace(story: Dossier, url: str, what: str) -> None:
    """REPLACE deletes rows without asking a DELETE trigger, so the INSERT triggers look for it."""
    _refused(url, SQLITE_REFUSED[what])


@pytest.mark.parametrize("what", POSTGRESQL_REFUSED)
@pytest.mark.parametrize("backend", ["postgresql"])
def test_postgresql_refuses_to_truncate(story: Dossier, url: str, what: str) -> None:
    """TRUNCATE fires no row trigger, so it has one of its own."""
    _refused(url, POSTGRESQL_REFUSED[what])
