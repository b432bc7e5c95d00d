"""Undo and redo without limit: each is a new ledger entry that restores what an earlier one changed.

Nothing is kept in memory, so an act can be undone after a restart or on another machine. What a person undoes are
their own acts, newest first; a new act of theirs ends what could be redone. An act that someone else has built upon
is not undone: that would take away their work as well.

What an act brought goes again when it is undone: claims of a split, the asking for a judgement. Only a relation that
a person added by itself stays and is rejected, so that it is not suggested again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claims.model import Claim, ConflictState, Relation, RelationState, Review, Status
from claims.reviews import given
from factcheck.errors import NotAllowed
from factcheck.store import ledger, queue, reading, waiting, writing
from factcheck.store import reviews as review_table
from factcheck.store.engine import Connection
from factcheck.work.changes import UNTOLD, Noted, change, new_entry
from factcheck.work.desk import Desk

ACTS = frozenset({"decision", "relation_decision", "edit", "review", "assignment", "split", "merge"})
"""Kinds of entries that a reviewer makes one at a time; imports and documents are not undone by a key."""
DECIDING = ACTS - {"edit", "assignment"}
GROUPS = frozenset({"split", "merge"})
"""Acts whose relations come and go with their claims."""
PARTS = frozenset({"statement", "tags", "entities", "evidence"})
"""Fields of a claim that have tables of their own, or from which such tables are made."""
MACHINE = frozenset({"assessment", "credibility"})
"""Fields of a claim that no person sets: what the machine made of it meanwhile is in nobody's way."""

WHOLE = "decided_by"
"""Stands in what an entry tells of a thing only where it tells all of it."""

Record = dict[str, Any]
By = tuple[str | None, datetime | str | None]
Acted = Claim | Relation | Review


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo restored."""

    seq: int
    """The entry of the act itself."""
    kind: str
    changes: tuple[tuple[str, str, Mapping[str, Any], Mapping[str, Any]], ...]
    """(claim, relation or review, id, fields as they were until now, fields as they are now)"""
    claims: tuple[str, ...] = ()
    """Ids of the claims that changed, themselves or in their reviews, and are there."""
    moved: bool = False
    """Whether claims came or went."""


def undo(desk: Desk) -> Undone | None:
    """Take back this reviewer's last act that still stands; None when there is none. Raises NotAllowed."""
    with desk.writing() as conn:
        found = _last_standing(conn, desk.reviewer)
        return None if found is None else _restore(desk, conn, found, back=True)


def redo(desk: Desk) -> Undone | None:
    """Do again what was undone last; None when there is nothing. Raises NotAllowed."""
    with desk.writing() as conn:
        found = _last_undone(conn, desk.reviewer)
        return None if found is None else _restore(desk, conn, found, back=False)


# ── which act ──────────────────────────────────────────────────────────────────────────────────────


def _records(entries: Iterator[ledger.Written], who: str | None = None) -> Iterator[tuple[int, Record]]:
    for entry in entries:
        try:
            record = entry.record()
        except ValueError:  # a damaged body is for `verify` to tell of
            continue
        if who is None or record.get("who") == who:
            yield entry.seq, record


def _last_standing(conn: Connection, who: str) -> tuple[int, Record] | None:
    """Newest first, the first word about an act is the one that counts."""
    stands: dict[int, bool] = {}
    for seq, record in _records(queue.acts_by(conn, who), who):
        if record["kind"] == "undo":
            stands.setdefault(record["undoes"], False)
        elif record["kind"] == "redo":
            stands.setdefault(record["redoes"], True)
        elif record["kind"] in ACTS and stands.get(seq, True):
            return seq, record
    return None


def _last_undone(conn: Connection, who: str) -> tuple[int, Record] | None:
    stands: set[int] = set()
    for _, record in _records(queue.acts_by(conn, who), who):
        if record["kind"] == "redo":
            stands.add(record["redoes"])
        elif record["kind"] == "undo" and record["undoes"] not in stands:
            return record["undoes"], ledger.entry(conn, record["undoes"]).record()
        elif record["kind"] in ACTS:
            return None
    return None


# ── what it restores ───────────────────────────────────────────────────────────────────────────────


def _restore(desk: Desk, conn: Connection, found: tuple[int, Record], *, back: bool) -> Undone:
    seq, record = found
    act = _Act(conn, seq, record, back)
    noted, about, moved = [], [], False
    # Claims come before what hangs on them, and go after it.
    order = sorted(record["changes"], key=lambda one: one["what"] == "claim" and one["from"] is None, reverse=not back)
    for told in order:
        now, made, extra = act.restored(told)
        noted += [*extra, change(now, made, whole=WHOLE in (told["to"] or told["from"]))]
        subject = made or now
        if isinstance(subject, Claim | Review) and not (isinstance(subject, Claim) and made is None):
            about.append(subject.claim if isinstance(subject, Review) else subject.id)
        moved = moved or (isinstance(subject, Claim) and (now is None or made is None))
    details = {"undoes" if back else "redoes": seq}
    ledger.append(conn, new_entry(desk, "undo" if back else "redo", noted, details=details))
    told_of = tuple((n.change.what, n.change.id, n.change.before or {}, n.change.after) for n in noted)
    return Undone(seq, record["kind"], told_of, tuple(dict.fromkeys(about)), moved)


Restored = tuple[Acted | None, Acted | None, list[Noted]]
"""(value as it was until now, value as it is now, what had to go with it); None for what is not there."""


@dataclass(frozen=True, slots=True)
class _Act:
    """An act that is taken back or done again."""

    conn: Connection
    seq: int
    record: Record
    back: bool

    def restored(self, told: Record) -> Restored:
        """Restore one thing that the act changed."""
        comes, goes = told["from"] is None, bool(told["from"]) and not told["to"]
        kept = told["what"] == "relation" and self.record["kind"] not in GROUPS
        if kept or not (comes or goes):
            return (*self._turned(told), [])
        return self._removed(told) if comes is self.back else self._brought(told)

    # ── what was there before and after ──────────────────────────────────────────────────────────

    def _turned(self, told: Record) -> tuple[Acted, Acted]:
        id_, what = told["id"], told["what"]
        now = _present(self.conn, what, id_)
        expected, target = _sides(told, back=self.back)
        self._check(now, expected, what)
        values = {**now.model_dump(mode="json", by_alias=True), **target, "version": now.version + 1}
        if isinstance(now, Review):
            review = self._review(now, values)
            review_table.update_review(self.conn, review, seen=now.version)
            return now, review
        by = self._by(now, values)
        values |= {"decided_by": by[0], "decided_at": by[1]}
        if isinstance(now, Claim):
            changed = Claim.model_validate(values)
            writing.update_claim(self.conn, now, changed, content=bool(PARTS & set(target)))
            return now, changed
        related = Relation.model_validate(values)
        writing.update_relation(self.conn, related, seen=now.version)
        return now, related

    def _check(self, now: Acted, expected: Mapping[str, Any], what: str) -> None:
        """Raise NotAllowed where somebody has changed since what the act had made of it."""
        present = now.model_dump(mode="json", by_alias=True)
        left = MACHINE | UNTOLD
        other = [name for name, value in expected.items() if name not in left and present.get(name) != value]
        if other:
            done, who = "undone" if self.back else "redone", _who(self.conn, now.id)
            raise NotAllowed(f"not {done}: {', '.join(other)} of {what} {now.id} was changed by {who}")

    def _by(self, now: Claim | Relation, values: Record) -> By:
        if self.record["kind"] == "edit" or self.record.get("keeps") == now.id:  # says nothing about who decided
            return now.decided_by, now.decided_at
        if self.back:
            return by_before(self.conn, now.id, self.seq, str(values["status"]) if "status" in values else None)
        return self.record["who"], self.record["when"]

    def _review(self, now: Review, values: Record) -> Review:
        """A judgement taken back when those of others could be seen is owed again, but no longer blind."""
        review = Review.model_validate(values)
        if self.back and now.verdict is not None and review.verdict is None:
            claim = reading.find_claim(self.conn, now.claim)
            others = [one for one in given(review_table.reviews_of(self.conn, now.claim)) if one.id != now.id]
            seen = bool(others) or (claim.verdict is not None and claim.decided_by != now.reviewer)
            return review.model_copy(update={"blind": review.blind and not seen})
        if not self.back and now.verdict is None and review.verdict is not None and self.record["kind"] == "review":
            return review.model_copy(update={"blind": True})  # it is the same judgement, given blind
        return review

    # ── what came or went ────────────────────────────────────────────────────────────────────────

    def _removed(self, told: Record) -> Restored:
        """Take away what the act, or its undoing, had brought."""
        what, id_ = told["what"], told["id"]
        now = _present(self.conn, what, id_)
        self._check(now, told["to"] or told["from"], what)
        if isinstance(now, Review):
            review_table.remove_reviews(self.conn, [id_])
        elif isinstance(now, Relation):
            writing.remove_relations(self.conn, [id_])
        else:
            gone = self._with_suggestions(now)
            writing.remove_claims(self.conn, [id_])
            return now, None, gone
        return now, None, []

    def _with_suggestions(self, claim: Claim) -> list[Noted]:
        """Take what the machine suggested about a claim away; raises NotAllowed where people did more with it."""
        own = {one["id"] for one in self.record["changes"]}
        related = [one for one in reading.relations_of(self.conn, claim.id) if one.id not in own]
        worked = [one for one in related if one.state is not RelationState.SUGGESTED]
        waits = any(one.claim == claim.id for one in waiting.waiting_links(self.conn))
        if worked or waits or review_table.reviews_of(self.conn, claim.id):
            raise NotAllowed(f"not undone: claim {claim.id}, which it made, has been worked on since")
        writing.remove_relations(self.conn, [one.id for one in related])
        return [change(one, None) for one in related]

    def _brought(self, told: Record) -> Restored:
        """Bring back what was taken away."""
        values = {**(told["to"] or told["from"]), "version": 1}
        by = {"decided_by": self.record["who"], "decided_at": self.record["when"]}  # where it is not told with the rest
        if told["what"] == "review":
            review = Review.model_validate(values)
            if review_table.find_review(self.conn, review.id) is not None:
                raise NotAllowed(f"not done: {review.reviewer} was asked for a judgement of claim {review.claim} since")
            review_table.insert_reviews(self.conn, [review])
            return None, review, []
        if told["what"] == "relation":
            relation = Relation.model_validate({**by, **values})
            writing.insert_relations(self.conn, [relation])
            return None, relation, []
        claim = Claim.model_validate(values)
        if reading.claim_pks(self.conn, [claim.id]):
            raise NotAllowed(f"not redone: claim {claim.id} is there already")
        writing.insert_claims(self.conn, [claim])
        whole = [one["id"] for one in self.record["changes"] if one["what"] == "claim" and one["from"] is not None]
        for old in whole[:1]:
            queue.inherit_priority(self.conn, [claim.id], old)
        return None, claim, []


def _sides(told: Record, *, back: bool) -> tuple[Record, Record]:
    """(what must stand there now, what shall stand there). A relation that was added is rejected, never removed."""
    before, after = told["from"], told["to"]
    if before is None:
        state, course = after["state"], after.get("conflict")
        gone = {"state": RelationState.REJECTED.value, "conflict": course and ConflictState.OPEN.value}
        before = gone | {"resolution": None}
        after = {"state": state, "conflict": course, "resolution": after.get("resolution")}
    return (after, before) if back else (before, after)


def _present(conn: Connection, what: str, id_: str) -> Acted:
    found: Acted | None
    if what == "claim":
        found = next(reading.claims_by_id(conn, [id_]), None)
    elif what == "review":
        found = review_table.find_review(conn, id_)
    else:
        found = reading.find_relation(conn, id_)
    if found is None:
        raise NotAllowed(f"{what} {id_} is no longer there")
    return found


def _who(conn: Connection, subject: str) -> str:
    for _, record in _records(ledger.entries(conn, subject=subject, newest_first=True)):
        return f"{record['who']} at {record['when']}"
    return "someone"


def by_before(conn: Connection, subject: str, seq: int, status: str | None) -> By:
    """Who had decided, and when, before entry `seq`: as the earlier entries tell it."""
    stands: dict[int, bool] = {}
    for number, record in _records(ledger.entries(conn, subject=subject, newest_first=True)):
        if number >= seq:
            continue
        if record["kind"] == "undo":
            stands.setdefault(record["undoes"], False)
        elif record["kind"] == "redo":
            stands.setdefault(record["redoes"], True)
        elif record["kind"] in DECIDING and record.get("keeps") != subject and stands.get(number, True):
            told = next((one for one in record["changes"] if one["id"] == subject), None)
            became = told["to"] if told else None
            if told and told["from"] and became == {}:  # it went with the act, and came again later
                break
            if became and WHOLE in became:
                return became[WHOLE], became["decided_at"]
            return record["who"], record["when"]
    brought = None if status in {None, Status.NEW} else reading.batch_of(conn, subject)
    if brought is None:
        return None, None
    record = ledger.entry(conn, brought).record()  # an import that brought the claim with its verdict decided it
    return record["who"], record["when"]
