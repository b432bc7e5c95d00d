"""Twelve kinds of tampering, each a hundred times at random places: all found, all named.

Each happens inside a transaction that is rolled back afterwards, without triggers, as someone would who has the
database's own tools; `verify` looks at it in the same transaction, with the anchor that was kept elsewhere.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from sqlalchemy import Connection, text

from factcheck.dossier import Dossier
from factcheck.store import ledger, migrate
from factcheck.store.anchors import Anchor
from factcheck.store.engine import Store
from factcheck.work.verify import check_in
from tests.factcheck.outside import attacker
from tests.migrations.first_schema import first_schema
from tests.soak.figures import Figure, Ground

Tamper = Callable[[Connection, Random], str]
"""Does it, and returns what a finding must name."""


def run(ground: Ground, number: int) -> Iterator[Figure]:
    """Each kind so many times on each database."""
    for backend in ("sqlite", "postgresql"):
        url = first_schema(ground.databases, backend)
        store = Store(url)
        migrate.upgrade(store)
        store.close()
        with Dossier.open(url) as dossier:
            checked = dossier.verify()
            assert checked.findings == ()
        anchors = [checked.head]
        missed = [miss for kind in KINDS for miss in _try(url, kind, number, anchors, ground.seed)]
        words = f"{len(KINDS) * number} tried, {len(KINDS) * number - len(missed)} found and named"
        yield Figure(f"{len(KINDS)} kinds of tampering × {number}, {backend}", words, held=not missed)
        for miss in missed[:5]:
            yield Figure("tampering", f"missed: {miss}", held=False)
        ground.databases.drop(url)


def _try(url: str, kind: str, number: int, anchors: list[Anchor], seed: int) -> Iterator[str]:
    """What was missed."""
    for turn in range(number):
        chance = Random(f"{seed} {kind} {turn}")
        with attacker(url) as conn:
            named = KINDS[kind](conn, chance)
            found = check_in(conn, anchors).findings
            conn.rollback()
        if not any(named in f"{finding.where}: {finding.what}" for finding in found):
            yield f"{kind}: nothing names {named!r}, but {[str(one) for one in found[:2]]}"


def _one(conn: Connection, chance: Random, query: str) -> Any:
    rows = conn.execute(text(query)).all()
    return chance.choice(rows)


def _set(conn: Connection, table: str, column: str, key: str, id_: object, value: object) -> None:
    statement = text(f'UPDATE {table} SET "{column}" = :value WHERE "{key}" = :id')
    assert conn.execute(statement, {"value": value, "id": id_}).rowcount == 1


def _flip(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def snapshot_byte(conn: Connection, chance: Random) -> str:
    """One bit of a document's bytes."""
    id_, sha, data = _one(conn, chance, "SELECT d.id, s.sha256, s.bytes FROM snapshot s JOIN document d USING (sha256)")
    _set(conn, "snapshot", "bytes", "sha256", sha, _flip(bytes(data), chance))
    return str(id_)


def document_text(conn: Connection, chance: Random) -> str:
    """A letter of a document's text, with the text's own digest made to fit."""
    id_, words = _one(conn, chance, "SELECT id, text FROM document")
    at = chance.randrange(len(words))
    changed = words[:at] + ("x" if words[at] != "x" else "y") + words[at + 1 :]
    _set(conn, "document", "text", "id", id_, changed)
    if chance.random() < 0.5:
        _set(conn, "document", "text_sha256", "id", id_, hashlib.sha256(changed.encode()).hexdigest())
    return str(id_)


def document_said(conn: Connection, chance: Random) -> str:
    """What is said about a document."""
    (id_,) = _one(conn, chance, "SELECT id FROM document")
    column = chance.choice(("title", "author", "published", "origin", "url"))
    _set(conn, "document", column, "id", id_, f"2020-0{chance.randrange(1, 10)}-01")
    return str(id_)


def claim_words(conn: Connection, chance: Random) -> str:
    """A claim's statement or claimant."""
    (id_,) = _one(conn, chance, "SELECT id FROM claim")
    _set(conn, "claim", chance.choice(("statement", "claimant", "reason")), "id", id_, f"x{chance.random()}")
    return str(id_)


def verdict(conn: Connection, chance: Random) -> str:
    """Another verdict, or another reviewer's name under it."""
    id_, old = _one(conn, chance, "SELECT id, verdict FROM claim WHERE status = 'decided' AND reason IS NOT NULL")
    if chance.random() < 0.5:
        _set(conn, "claim", "decided_by", "id", id_, f"eve {chance.random()}")
    else:
        others = {"supported", "refuted", "conflicting", "not_enough_evidence"} - {old}
        _set(conn, "claim", "verdict", "id", id_, chance.choice(sorted(others)))
    return str(id_)


def claim_gone(conn: Connection, chance: Random) -> str:
    """A claim taken out with everything that hangs on it."""
    pk, id_ = _one(conn, chance, "SELECT pk, id FROM claim")
    for table in ("claim_tag", "claim_entity", "evidence_link", "claim_features", "claim_key"):
        conn.execute(text(f"DELETE FROM {table} WHERE claim_pk = :pk"), {"pk": pk})
    conn.execute(text("DELETE FROM relation WHERE a_pk = :pk OR b_pk = :pk"), {"pk": pk})
    conn.execute(text("DELETE FROM claim WHERE pk = :pk"), {"pk": pk})
    return f"claim {id_}"


def evidence(conn: Connection, chance: Random) -> str:
    """A quote's stance or place."""
    pk, position, id_, stance = _one(
        conn, chance, "SELECT claim_pk, position, c.id, stance FROM evidence_link JOIN claim c ON c.pk = claim_pk"
    )
    if chance.random() < 0.5:
        other = chance.choice(sorted({"supports", "refutes", "context"} - {stance}))
        change = f"stance = '{other}'"
    else:
        change = '"end" = "end" + 1'
    where = "WHERE claim_pk = :pk AND position = :at"
    assert conn.execute(text(f"UPDATE evidence_link SET {change} {where}"), {"pk": pk, "at": position}).rowcount == 1
    return str(id_)


def relation(conn: Connection, chance: Random) -> str:
    """A relation's state, or the relation itself."""
    id_, state = _one(conn, chance, "SELECT id, state FROM relation")
    if chance.random() < 0.5:
        other = chance.choice(sorted({"suggested", "confirmed", "rejected"} - {state}))
        _set(conn, "relation", "state", "id", id_, other)
    else:
        conn.execute(text("DELETE FROM relation WHERE id = :id"), {"id": id_})
    return str(id_)


def grade(conn: Connection, chance: Random) -> str:
    """A source's grade."""
    id_, name, old = _one(conn, chance, "SELECT id, name, reliability FROM source")
    _set(conn, "source", "reliability", "id", id_, chance.choice(sorted(set("ABCDEF") - {old})))
    return f"source {name}"


def entry_edited(conn: Connection, chance: Random) -> str:
    """A ledger entry whose body is another."""
    seq, body = _one(conn, chance, "SELECT seq, body FROM ledger")
    record = json.loads(body)
    record[chance.choice(("who", "when", "why"))] = f"x{chance.random()}"
    _set(conn, "ledger", "body", "seq", seq, ledger.canonical(record).decode())
    return f"ledger entry {seq}: was edited"


def entry_gone(conn: Connection, chance: Random) -> str:
    """A ledger entry taken out; the last one with the head set back, which only an anchor tells."""
    last = conn.execute(text("SELECT max(seq) FROM ledger")).scalar_one()
    seq = last if chance.random() < 0.5 else chance.randrange(1, last)
    conn.execute(text("DELETE FROM ledger_subject WHERE seq = :seq"), {"seq": seq})
    conn.execute(text("DELETE FROM ledger WHERE seq = :seq"), {"seq": seq})
    if seq < last:
        return f"ledger entry {seq}: is missing"
    hash_ = conn.execute(text("SELECT hash FROM ledger WHERE seq = :seq"), {"seq": seq - 1}).scalar_one()
    conn.execute(text("UPDATE head SET seq = :seq, hash = :hash"), {"seq": seq - 1, "hash": hash_})
    return f"ledger entry {seq}: was seen before and is gone"


def rewritten(conn: Connection, chance: Random) -> str:
    """An entry edited and the whole chain after it made to fit, head included: only an anchor tells."""
    rows = conn.execute(text("SELECT seq, body FROM ledger ORDER BY seq")).all()
    chosen = chance.choice(rows)[0]
    prev = ledger.NOTHING
    for seq, old in rows:
        body = ledger.canonical({**json.loads(old), "who": "eve"}).decode() if seq == chosen else old
        hash_ = ledger.chain(seq, prev, body)
        if seq >= chosen:
            conn.execute(
                text("UPDATE ledger SET prev = :prev, hash = :hash, body = :body WHERE seq = :seq"),
                {"prev": prev, "hash": hash_, "body": body, "seq": seq},
            )
        prev = hash_
    conn.execute(text("UPDATE head SET hash = :hash"), {"hash": prev})
    return f"ledger entry {rows[-1][0]}: is not the one that was anchored"


KINDS: dict[str, Tamper] = {
    function.__name__: function
    for function in (
        snapshot_byte,
        document_text,
        document_said,
        claim_words,
        verdict,
        claim_gone,
        evidence,
        relation,
        grade,
        entry_edited,
        entry_gone,
        rewritten,
    )
}
