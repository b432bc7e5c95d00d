"""The append-only, hash-chained history.

    hash = SHA-256("factcheck ledger 1", seq, prev, length of body in bytes, body)

each on a line of its own. The body is canonical JSON, stored and hashed byte for byte. `leaves` in a body gives, for
everything the entry brought or changed, the digest of its state afterwards: the digest of the very object that the
lossless export shows, or null for what the entry took away. So the tables can be checked against the ledger, and an
export against both.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, insert, select, update

from evidence.model import Document, Value, stamp
from factcheck.errors import NotAllowed
from factcheck.store.tables import head, ledger, ledger_subject

VERSION = "factcheck ledger 1"
NOTHING = "0" * 64
"""What the first entry is linked to."""
DIGEST_LENGTH = 32
"""Hexadecimal digits of a leaf: 128 bits."""
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no white space, UTF-8: one spelling for one value."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def leaf(value: Value | Mapping[str, object]) -> str:
    """The digest of a claim, relation, document or source as the lossless export shows it."""
    record = value.model_dump(mode="json", by_alias=True) if isinstance(value, Value) else value
    return hashlib.sha256(canonical(record)).hexdigest()[:DIGEST_LENGTH]


def document_record(item: Document) -> dict[str, Any]:
    """A document as the ledger digests it: its text and its marks, which may be long, stand there as digests."""
    marks = hashlib.sha256(canonical([mark.model_dump(mode="json") for mark in item.marks])).hexdigest()
    return {**item.model_dump(mode="json", exclude={"text", "marks"}), "marks_sha256": marks}


def chain(seq: int, prev: str, body: str) -> str:
    """The hash of an entry."""
    data = body.encode()
    digest = hashlib.sha256(f"{VERSION}\n{seq}\n{prev}\n{len(data)}\n".encode())
    digest.update(data)  # a body may be long: it is not copied once more
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Change:
    """What one thing was and became: only the fields that changed; `before` is None for what is new."""

    what: str
    """claim, relation, document, source, review or waiting"""
    id: str
    before: Mapping[str, object] | None
    after: Mapping[str, object]
    version: int | None = None
    """The version it has afterwards, where it has one."""


class Leaves(Iterator[str]):
    """The leaves of so many things that they are not held as one: canonical JSON, piece by piece, once."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces

    def __next__(self) -> str:
        return next(self._pieces)


_LATER = b"{\n}"
"""Stands where they go: canonical JSON never holds a line break."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be written down: who did what, when and why."""

    kind: str
    who: str
    when: datetime
    uuid: str
    """Made by the client: a second entry with the same uuid is a repetition and is not written."""
    why: str | None = None
    changes: Sequence[Change] = ()
    leaves: Mapping[str, "Mapping[str, str | None] | Leaves"] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)

    def body(self) -> str:
        """The canonical JSON that is stored and hashed. Raises NotAllowed for a text that PostgreSQL cannot hold."""
        changes = [
            {"what": c.what, "id": c.id, "from": c.before, "to": c.after, "version": c.version} for c in self.changes
        ]
        long = {what: some for what, some in self.leaves.items() if isinstance(some, Leaves)}
        record = {
            "v": 1,
            "kind": self.kind,
            "who": self.who,
            "when": stamp(self.when),
            "uuid": self.uuid,
            "why": self.why,
            "changes": changes,
            "leaves": {**self.leaves, **dict.fromkeys(long, orjson.Fragment(_LATER))},
            **self.details,
        }
        body = canonical(record).decode()
        if "\\u0000" in body and _NUL.search(body):
            raise NotAllowed("a text holds the character NUL, which cannot be stored")
        if long:
            parts = iter(body.split(_LATER.decode()))
            body = next(parts) + "".join(
                piece for (_, some), part in zip(sorted(long.items()), parts, strict=True) for piece in (*some, part)
            )
        return body


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands in the ledger."""

    seq: int
    prev: str
    hash: str
    body: str
    uuid: str | None = None
    """As the table has it, where that was asked for."""

    def record(self) -> dict[str, Any]:
        """The body, read; raises ValueError when it is not a JSON object."""
        record = json.loads(self.body)
        if not isinstance(record, dict):
            raise ValueError(f"entry {self.seq} is not a JSON object")  # noqa: TRY004 - one error for unreadable bodies
        return record


_head = select(head.c.seq, head.c.hash).where(head.c.pk == 1)
_move_head = update(head).where(head.c.pk == 1)
_hashes_after = select(ledger.c.seq, ledger.c.hash).where(ledger.c.seq > bindparam("after")).order_by(ledger.c.seq)


def current_head(conn: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; (0, zeros) while there is none."""
    row = conn.execute(_head).one()
    return row[0], row[1]


def written(conn: Connection, uuid: str) -> int | None:
    """Number of the entry with this uuid, None when there is none."""
    return conn.execute(select(ledger.c.seq).where(ledger.c.uuid == uuid)).scalar_one_or_none()


def append(conn: Connection, entry: Entry) -> Written:
    """Write an entry in the transaction of the change it tells of; the caller's transaction holds the head locked."""
    done = append_body(conn, entry.uuid, entry.body())
    insert_subjects(conn, done.seq, dict.fromkeys(change.id for change in entry.changes))
    return done


def insert_subjects(conn: Connection, seq: int, subjects: Iterable[str]) -> None:
    """Note which claims, relations, documents and sources an entry is about."""
    rows = [{"subject": subject, "seq": seq} for subject in subjects]
    if rows:
        conn.execute(insert(ledger_subject), rows)


def append_body(conn: Connection, uuid: str, body: str) -> Written:
    """Write a body as it is, at the end of the chain."""
    seq, prev = current_head(conn)
    done = Written(seq + 1, prev, chain(seq + 1, prev, body), body, uuid)
    row = {"seq": done.seq, "prev": prev, "hash": done.hash, "uuid": uuid, "body": body}
    conn.execute(insert(ledger), row)
    conn.execute(_move_head, {"seq": done.seq, "hash": done.hash})
    return done


def entries(
    conn: Connection,
    *,
    subject: str | Sequence[str] | None = None,
    newest_first: bool = False,
    limit: int | None = None,
) -> Iterator[Written]:
    """The entries in order; those about one claim, relation, document or source when `subject` is its id, or ids."""
    query = select(ledger.c.seq, ledger.c.prev, ledger.c.hash, ledger.c.body, ledger.c.uuid)
    if subject is not None:
        ids = [subject] if isinstance(subject, str) else subject
        query = query.where(ledger.c.seq.in_(select(ledger_subject.c.seq).where(ledger_subject.c.subject.in_(ids))))
    query = query.order_by(ledger.c.seq.desc() if newest_first else ledger.c.seq).limit(limit)
    with conn.execute(query.execution_options(yield_per=500)) as rows:  # closed also when the reader stops half-way
        for row in rows:
            yield Written(*row)


def subjects(conn: Connection) -> dict[int, set[str]]:
    """What each entry is said to be about, by its number."""
    found: dict[int, set[str]] = {}
    for seq, subject in conn.execute(select(ledger_subject.c.seq, ledger_subject.c.subject)):
        found.setdefault(seq, set()).add(subject)
    return found


def entry(conn: Connection, seq: int) -> Written:
    """The entry of this number, which must exist."""
    query = select(ledger.c.seq, ledger.c.prev, ledger.c.hash, ledger.c.body).where(ledger.c.seq == seq)
    return Written(*conn.execute(query).one())


def hashes_after(conn: Connection, seq: int) -> list[tuple[int, str]]:
    """(number, hash) of the entries after number `seq`."""
    return [(row[0], row[1]) for row in conn.execute(_hashes_after, {"after": seq})]


def last_time(conn: Connection) -> str | None:
    """When the last entry was written, as it says itself; None when there is none that can be read."""
    body = conn.execute(select(ledger.c.body).order_by(ledger.c.seq.desc()).limit(1)).scalar_one_or_none()
    try:
        return None if body is None else str(json.loads(body)["when"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
