"""The dossier as it was: rebuilt from what it is now and the ledger, newest entry first, in a database of its own.

Every entry tells what changed from what, or keeps what it took away. So the entries after the moment are taken back
one by one, and what they had brought is left out. What the machine makes of a claim (its assessment) is in the ledger
as a digest only, and stays away, since no report tells of it.
"""

import heapq
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from claims.model import Claim, Relation, WaitingLink
from evidence.model import Document, Source, stamp
from factcheck.errors import FactcheckError
from factcheck.store import ledger, reading, waiting, writing
from factcheck.store.engine import Connection, Store
from factcheck.work.desk import Desk
from factcheck.work.taking_back import unpacked
from factcheck.work.undo import by_before

CHUNK = 500
Record = dict[str, Any]
UNDECIDED = frozenset({"import", "edit", "document_added", "document_described"})
"""Kinds of entries that change a claim and say nothing about who decided it."""


def moment_of(words: str) -> datetime:
    """A moment in UTC: the end of a day, or a time, which is in UTC unless it says otherwise. Raises ValueError."""
    if len(words) == 10:
        return datetime.fromisoformat(words).replace(tzinfo=UTC) + timedelta(days=1, milliseconds=-1)
    time = datetime.fromisoformat(words)
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


@contextmanager
def as_of(desk: Desk, moment: datetime) -> Iterator[Desk]:
    """A desk at which the dossier is as it was at this moment; what is written there is lost.

    Raises FactcheckError for a moment before the dossier was founded, or one that has not come yet.
    """
    if moment > desk.now():
        raise FactcheckError(f"{stamp(moment)} has not come yet; leave --as-of out for the dossier as it is now")
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        store = Store(f"sqlite:///{Path(folder) / 'as-of.db'}", must_exist=False)
        try:
            _build(desk, store, moment)
            yield replace(desk, store=store)
        finally:
            store.close()


def _build(desk: Desk, store: Store, moment: datetime) -> None:
    from factcheck.store import migrate  # noqa: PLC0415 - Alembic takes a third of a second to import

    migrate.upgrade(store)
    with desk.store.reading() as conn, store.writing() as to:
        row = reading.dossier_row(conn)
        last = _last(conn, moment)
        if row is None or last is None:
            founded = f"it was founded at {row[2]}" if row else "nothing was ever written to it"
            raise FactcheckError(f"there was no dossier at {stamp(moment)}: {founded}")
        past = _Past.of(conn, last)
        writing.insert_dossier(to, *row)
        for entry in islice(ledger.entries(conn), last):
            ledger.append_body(to, str(entry.uuid), entry.body)
        _copy(conn, to, past)


def _last(conn: Connection, moment: datetime) -> int | None:
    """The number of the last entry that was written by then."""
    when, found = stamp(moment), None
    for entry in ledger.entries(conn):
        try:
            if str(entry.record()["when"]) <= when:
                found = entry.seq
        except (ValueError, KeyError):  # for `verify` to tell of
            continue
    return found


@dataclass(slots=True)
class _Past:
    """What there was after entry `last`, and how what has changed since was then."""

    last: int
    born: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    """What sort of thing → id → the entry that brought it, of all that was there."""
    now: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    """The same of all that is there now."""
    later: list[Record] = field(default_factory=list)
    """What later entries tell, without their leaves."""

    @classmethod
    def of(cls, conn: Connection, last: int) -> "_Past":
        past = cls(last)
        for entry in ledger.entries(conn):
            try:
                record = entry.record()
                leaves = record["leaves"].items()
            except (ValueError, KeyError, AttributeError):
                continue
            for what, some in leaves:
                for id_, leaf in some.items():
                    if leaf is None:
                        past.now[what].pop(id_, None)
                    else:
                        past.now[what].setdefault(id_, entry.seq)
            if entry.seq == last:
                past.born = {what: dict(some) for what, some in past.now.items()}
            if entry.seq > last:
                kept: Record = {name: record[name] for name in ("kind", "changes", "taken", "graded") if name in record}
                gone = {(what, id_) for what, some in leaves for id_, leaf in some.items() if leaf is None}
                past.later.append({**kept, "gone": gone})
        return past

    def alive(self, what: str) -> Mapping[str, int]:
        """Id → the entry that brought it, of what was there."""
        return self.born.get(what, {})

    def gone(self, what: str) -> list[str]:
        """What was there and is not there now, or only since it came again; oldest first."""
        now = self.now.get(what, {})
        lost = [(born, id_) for id_, born in self.alive(what).items() if now.get(id_) != born]
        return [id_ for _, id_ in sorted(lost)]


def _copy(conn: Connection, to: Connection, past: _Past) -> None:
    before = _Before(conn, past)
    for source in reading.sources(conn):
        if source.id in past.alive("source"):
            writing.insert_source(to, Source.model_validate(before.of("source", source.id, source)))
    for document in reading.documents(conn):
        if document.id in past.alive("document"):
            was = Document.model_validate(before.of("document", document.id, document))
            writing.insert_document(to, was, reading.snapshot_bytes(conn, was.sha256) or b"")
    for claims in _chunks(before.all("claim", reading.claims(conn))):
        writing.insert_claims(to, [Claim.model_validate(one) for one in claims])
    for relations in _chunks(before.all("relation", reading.relations(conn))):
        writing.insert_relations(to, [Relation.model_validate(one) for one in relations])
    for links in _chunks(before.all("waiting", waiting.waiting_links(conn))):
        waiting.insert_waiting(to, [WaitingLink.model_validate(one) for one in links])


def _chunks(items: Iterator[Any]) -> Iterator[list[Any]]:
    while some := list(islice(items, CHUNK)):
        yield some


class _Before:
    """How things were: the later entries are read newest first, and each is taken back."""

    def __init__(self, conn: Connection, past: _Past) -> None:
        self._conn = conn
        self._past = past
        self._fields: dict[tuple[str, str], Record] = {}
        """What differs from what is there now; the whole thing where it is not there."""
        self._whole: set[tuple[str, str]] = set()
        self._redecided: set[str] = set()
        self._order: dict[tuple[str, str], int] = {}
        for record in reversed(past.later):
            self._back(record)

    def _back(self, record: Record) -> None:
        for at, (what, was) in enumerate(unpacked(record.get("taken"))):
            self._fields[what, was["id"]] = was
            self._whole.add((what, was["id"]))
            self._order[what, was["id"]] = at
        for change in reversed(record["changes"]):
            key = (change["what"], change["id"])
            if change["from"] is None:
                continue
            if key in record["gone"]:
                self._fields[key] = dict(change["from"])
                self._whole.add(key)
            else:
                self._fields.setdefault(key, {}).update(change["from"])
                if change.get("version"):
                    self._fields[key]["version"] = change["version"] - 1
            if record["kind"] not in UNDECIDED and "decided_by" not in change["from"]:
                self._redecided.add(change["id"])
        for id_, grade in record.get("graded", {}).items():
            self._fields.setdefault(("claim", id_), {})["credibility"] = grade

    def of(self, what: str, id_: str, now: Any) -> Record:
        """One thing as it was; `now` is what it is, None where it is not there any more."""
        key = (what, id_)
        was = dict(self._fields.get(key, {}))
        if now is not None and key not in self._whole:
            was = {**now.model_dump(mode="json", by_alias=True), **was}
        if id_ in self._redecided and what in {"claim", "relation"}:
            status = str(was.get("status")) if what == "claim" else None
            who, when = by_before(self._conn, id_, self._past.last + 1, status)
            was |= {"decided_by": who, "decided_at": when}
        return was

    def all(self, what: str, now: Iterator[Any]) -> Iterator[Record]:
        """Everything of a sort that was there, in the order in which it came."""
        alive, there_now = self._past.alive(what), self._past.now.get(what, {})
        still = (
            (alive[one.id], 0, self.of(what, one.id, one))
            for one in now
            if one.id in alive and there_now.get(one.id) == alive[one.id]
        )
        lost = (
            (alive[id_], self._order.get((what, id_), 0), self.of(what, id_, None)) for id_ in self._past.gone(what)
        )
        back = sorted(lost, key=lambda one: one[:2])
        for _, _, was in heapq.merge(still, back, key=lambda one: one[:2]):
            yield was
