"""The queue of the terminal reviewer: ids first, one machine word each, and rows by the hundred where one looks.

Measured at a million claims: a page by ids takes the same fraction of a millisecond anywhere, an OFFSET does not.
"""

import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import merge
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Text, cast, func, literal_column, or_, select
from sqlalchemy.exc import OperationalError

from claims.model import Claim, ConflictState, Relation, RelationKind, RelationState, Review, Status
from claims.reviews import disagree, is_blind, masked, shown, waits_for_second
from evidence.text.fold import fold_key
from factcheck.store import ledger, reading, reviews, search, writing
from factcheck.store.filters import Filter
from factcheck.store.tables import claim, claim_entity, document, relation, review, source
from factcheck.store.tables import ledger as ledger_table

if TYPE_CHECKING:
    import sqlite3

OPEN = (Status.NEW, Status.IN_REVIEW, Status.NEEDS_RECHECK)
"""Statuses that still wait for a reviewer; deferred claims wait, but not for the next key."""
JUDGING = ("decision", "review")
"""Kinds of ledger entries with which a reviewer judges claims."""
JUDGED = (Status.DECIDED, Status.NEEDS_RECHECK)
"""Statuses that a claim with a verdict can have; the tables see to it."""
SOON = 0.03
"""Seconds of work within which the first claims must be found; else all are looked through where they lie."""
STEPS = 10_000
"""Steps of SQLite's machine from one look at the time to the next."""
COURSE = {state: place for place, state in enumerate(ConflictState)}


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of the queue."""

    pk: int
    claim: Claim
    priority: int
    source: str
    """Name of the source of the claim's own quote, or of its document; '' when it has no quote."""
    conflicts: int
    """How many conflicts it takes part in, rejected ones apart."""
    reviews: tuple[Review, ...] = ()
    """Judgements asked for and given, as far as the viewer may see them."""
    disagreed: bool = False
    """Whether its reviewers disagree and nobody has decided between them."""
    waiting: bool = False
    """Whether the viewer has judged it and it waits for another reviewer."""

    @property
    def open(self) -> bool:
        """Whether it waits for the viewer: undecided, owed by them, or to be decided between reviewers."""
        return self.disagreed or (self.claim.status in OPEN and not self.waiting)


def queue_ids(conn: Connection, wanted: Filter, *, first: int | None = None) -> tuple["array[int]", bytearray]:
    """Keys of the claims that answer the filter, most urgent first, and for each whether it is open (1) or not (0).

    A million rows one by one cost seconds in the layers above the driver, so the database joins the keys of each
    status and priority into one text. Without a filter only one index is read, which has them in order already. No
    step holds a million objects or keeps the interpreter for itself: somebody is pressing keys meanwhile.
    With `first` only so many from the beginning, or all of them where that is quicker: as it is where few answer.
    """
    if first is not None:
        with suppress(_TooLong):
            return _as_seen(conn, wanted, *_first_ids(conn, wanted, first))
    query = select(claim.c.priority, claim.c.status, func.aggregate_strings(cast(claim.c.pk, Text), ","))
    query = query.where(search.narrowed(conn, wanted)).group_by(*_groups(conn, wanted))
    found: dict[int, list[tuple[bool, str]]] = defaultdict(list)
    for priority, status, text in conn.execute(query):
        found[priority].append((status in OPEN, text))
    keys, open_ = array("q"), bytearray()
    for priority in sorted(found, reverse=True):
        together = [_marked(text, waits) for waits, text in found.pop(priority)]
        numbers = together[0] if len(together) == 1 else array("q", merge(*together))
        keys.extend(number >> 1 for number in numbers)
        open_.extend(number & 1 for number in numbers)
    return _as_seen(conn, wanted, keys, open_)


def _groups(conn: Connection, wanted: Filter) -> list[ColumnElement[Any]]:
    """Status and priority.

    SQLite would read them from their index, and then the words of each claim from another end of the file, which takes
    ten times as long as reading the claims where they lie. A plus sign keeps it from that.
    """
    if wanted.text and conn.dialect.name == "sqlite":
        return [literal_column("+claim.status"), literal_column("+claim.priority")]
    return [claim.c.status, claim.c.priority]


def _marked(text: str, waits: bool) -> "array[int]":
    """The keys of a text in their order, doubled, plus 1 where they wait for a reviewer."""
    numbers = array("q")
    for some in _slices(text):
        numbers.extend([2 * int(key) + waits for key in some.split(",")])
    ascending = all(a < b for a, b in pairwise(numbers))
    return numbers if ascending else array("q", sorted(numbers))  # nothing promises an order within a group


def _as_seen(conn: Connection, wanted: Filter, keys: "array[int]", open_: bytearray) -> tuple["array[int]", bytearray]:
    """The same with the claims open that wait for the viewer, whatever others have concluded."""
    if wanted.viewer:
        waits = reviews.blind_keys(conn, wanted.viewer).keys() | reviews.disagreeing_keys(conn, wanted.viewer)
        rests = reviews.waiting_keys(conn, wanted.viewer)
        if waits or rests:
            for at, key in enumerate(keys):
                if key in waits:
                    open_[at] = 1
                elif key in rests:
                    open_[at] = 0
    return keys, open_


def _first_ids(conn: Connection, wanted: Filter, first: int) -> tuple["array[int]", bytearray]:
    """The same for the beginning of the queue, which one sees before the rest is there.

    Each status for itself, because the index has the claims in the order of the queue only within one: what many
    claims answer to is then found without a look at the others. Raises _TooLong where it is not found soon.
    """
    test = search.narrowed(conn, wanted, search.FEW_AT_FIRST)
    found: list[tuple[int, int, str]] = []
    for status in (wanted.status,) if wanted.status else JUDGED if wanted.verdict else Status:
        query = select(-claim.c.priority, claim.c.pk, claim.c.status).where(claim.c.status == status, test)
        query = query.order_by(claim.c.priority.desc(), claim.c.pk).limit(first)
        with _hurried(conn):
            found += [(row[0], row[1], row[2]) for row in conn.execute(query)]
    rows = sorted(found)[:first]
    return array("q", (row[1] for row in rows)), bytearray(row[2] in OPEN for row in rows)


class _TooLong(Exception):
    """A query was broken off."""


@contextmanager
def _hurried(conn: Connection) -> Iterator[None]:
    """Break off what SQLite works at for longer than `SOON`. Raises _TooLong."""
    if conn.dialect.name != "sqlite":
        yield
        return
    driver: sqlite3.Connection = conn.connection.driver_connection  # type: ignore[assignment]  # SQLite has no other
    until = time.thread_time() + SOON  # not by the clock: others may be at work as well, and would be so afterwards
    driver.set_progress_handler(lambda: time.thread_time() > until, STEPS)
    try:
        yield
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            raise _TooLong from error
        raise
    finally:
        driver.set_progress_handler(None, 0)


def _slices(text: str, size: int = 1 << 16) -> Iterator[str]:
    """A list of numbers in pieces, so that whoever works meanwhile is not kept waiting for all of it."""
    start = 0
    while start < len(text):
        end = text.find(",", start + size)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def queue_rows(conn: Connection, pks: Sequence[int], viewer: str = "") -> dict[int, QueueRow]:
    """The lines for these keys, as this reviewer may see them."""
    found = reading.claims_by_pk(conn, pks)
    keys = {row[0]: row[1] for row in conn.execute(select(claim.c.id, claim.c.pk).where(claim.c.pk.in_(pks)))}
    urgent = select(claim.c.pk, claim.c.priority).where(claim.c.pk.in_(pks))
    priorities = {row[0]: row[1] for row in conn.execute(urgent)}
    names = _source_names(conn, {item.evidence[0].document for item in found if item.evidence})
    conflicts = conflict_counts(conn, pks)
    judged = reviews.reviews_by_key(conn, pks)
    rows = {}
    for item in found:
        pk = keys[item.id]
        name = names.get(item.evidence[0].document, "") if item.evidence else ""
        row = QueueRow(pk, item, priorities[pk], name, conflicts[pk])
        rows[pk] = _with_reviews(row, judged[pk], viewer) if pk in judged else row
    return rows


def _with_reviews(row: QueueRow, there: Sequence[Review], viewer: str) -> QueueRow:
    blind = is_blind(there, viewer)
    return replace(
        row,
        claim=masked(row.claim) if blind else row.claim,
        reviews=shown(row.claim, there, viewer),
        disagreed=not blind and disagree(row.claim, there),
        waiting=waits_for_second(row.claim, there, viewer),
    )


def _source_names(conn: Connection, documents: set[str]) -> dict[str, str]:
    """What to call the source of each document: its name, or the document's own where it names none."""
    query = (
        select(document.c.id, func.coalesce(source.c.name, document.c.name))
        .outerjoin(source, source.c.pk == document.c.source_pk)
        .where(document.c.id.in_(documents))
    )
    return {row[0]: row[1] for row in conn.execute(query)}


def conflict_counts(conn: Connection, pks: Sequence[int]) -> Counter[int]:
    """In how many conflicts each claim takes part, rejected ones apart."""
    counts: Counter[int] = Counter()
    for end in (relation.c.a_pk, relation.c.b_pk):
        query = (
            select(end, func.count())
            .where(end.in_(pks), relation.c.kind == RelationKind.CONFLICTS, relation.c.state != RelationState.REJECTED)
            .group_by(end)
        )
        counts.update({row[0]: row[1] for row in conn.execute(query)})
    return counts


def inherit_priority(conn: Connection, new: Sequence[str], old: str) -> None:
    """Let claims stand in the queue where this one stands."""
    chosen = select(claim.c.priority).where(claim.c.id == old)
    writing.update_priorities(conn, dict.fromkeys(new, conn.execute(chosen).scalar_one()))


def claim_key(conn: Connection, reference: str) -> int:
    """The key of a claim. Raises UnknownReference."""
    return reading.claim_pk(conn, reference)[0]


def conflicts(conn: Connection) -> list[Relation]:
    """All conflicts that were not rejected: the open ones first, then in the order of their course."""
    found = reading.relations(conn, kind=RelationKind.CONFLICTS)
    kept = [item for item in found if item.state is not RelationState.REJECTED]
    return sorted(kept, key=lambda item: COURSE[item.conflict or ConflictState.OPEN])


def entity_names(conn: Connection, text: str, limit: int) -> list[tuple[str, int]]:
    """(name, claims) of the names most claims are about; of those that contain `text`, in either script."""
    number = func.count(claim_entity.c.claim_pk.distinct())
    query = select(func.min(claim_entity.c.name), number).group_by(claim_entity.c.key)
    if text:
        query = query.where(claim_entity.c.key.contains(fold_key(text), autoescape=True))
    rows = conn.execute(query.order_by(number.desc(), claim_entity.c.key).limit(limit))
    return [(row[0], row[1]) for row in rows]


def names(conn: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What people call a claim and a judgement of it (its statement) and a relation (the two statements), by id."""
    found: dict[str, str] = {}
    a, b = claim.alias("a"), claim.alias("b")
    for at in range(0, len(ids), reading.CHUNK):
        some = ids[at : at + reading.CHUNK]
        rows = conn.execute(select(claim.c.id, claim.c.statement).where(claim.c.id.in_(some)))
        found.update((row[0], row[1]) for row in rows)
        pairs = (
            select(relation.c.id, relation.c.kind, a.c.statement, b.c.statement)
            .join(a, a.c.pk == relation.c.a_pk)
            .join(b, b.c.pk == relation.c.b_pk)
            .where(relation.c.id.in_(some))
        )
        found.update((row[0], f"“{row[2]}” {row[1]} “{row[3]}”") for row in conn.execute(pairs))
        judged = select(review.c.id, claim.c.statement).join(claim, claim.c.pk == review.c.claim_pk)
        found.update((row[0], row[1]) for row in conn.execute(judged.where(review.c.id.in_(some))))
    return found


def acts_by(conn: Connection, who: str) -> Iterator[ledger.Written]:
    """The entries of one person, newest first."""
    # The body is canonical JSON: the words narrow the search, the caller still reads who it was.
    words = ledger.canonical({"who": who}).decode()[1:-1]
    query = (
        select(ledger_table.c.seq, ledger_table.c.prev, ledger_table.c.hash, ledger_table.c.body)
        .where(ledger_table.c.body.contains(words, autoescape=True))
        .order_by(ledger_table.c.seq.desc())
    )
    with conn.execute(query.execution_options(yield_per=100)) as rows:  # closed also when the reader stops half-way
        for row in rows:
            yield ledger.Written(*row)


def judgements(conn: Connection, limit: int) -> list[tuple[str, datetime, int]]:
    """(who, when, how many claims) of the newest decisions and judgements, newest first."""
    body = ledger_table.c.body
    told = or_(*(body.contains(ledger.canonical({"kind": kind}).decode()[1:-1], autoescape=True) for kind in JUDGING))
    query = select(ledger_table.c.seq, ledger_table.c.prev, ledger_table.c.hash, body).where(told)
    found = []
    with conn.execute(query.order_by(ledger_table.c.seq.desc()).limit(limit).execution_options(yield_per=500)) as rows:
        for row in rows:
            with suppress(ValueError, KeyError, TypeError):  # a damaged body is for `verify` to tell of
                record = ledger.Written(*row).record()
                if record["kind"] in JUDGING:
                    found.append((record["who"], datetime.fromisoformat(record["when"]), _judged(record)))
    return found


def _judged(record: dict[str, Any]) -> int:
    """How many claims an entry says that its author concluded something about."""
    claims = {change["id"] for change in record["changes"] if change["what"] == "claim"}
    given = {change["id"] for change in record["changes"] if change["what"] == "review" and change["from"] is not None}
    return len(claims if record["kind"] == "decision" else given)
