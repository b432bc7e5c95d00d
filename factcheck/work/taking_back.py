"""Takes an import back: what it brought goes, what it changed is as before, as long as nobody has worked on that.

It is one more ledger entry. What went is kept in it, packed, so that the dossier can still be told as it was; the
leaves of what went are null.
"""

import base64
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from claims.model import Claim, Relation, WaitingLink
from factcheck.errors import NotAllowed
from factcheck.store import ledger, reading, reviews, waiting, writing
from factcheck.store.engine import Connection
from factcheck.work.changes import difference
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.imports import DOCUMENTS, MACHINES, UNDONE

NAMED = 3
"""Claims that a refusal names; all of them are counted."""
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking an import back did."""

    seq: int
    """The ledger entry that says so."""
    name: str
    """Of the import."""
    claims: int
    relations: int
    waiting: int
    restored: int
    """Claims and relations that it had changed and that are again as they were."""


def undo_import(desk: Desk, reference: int | str) -> TakenBack:
    """Take back the import of this ledger entry, or of this name.

    Raises NotAllowed, with what has been touched, and then nothing has changed.
    """
    with desk.writing() as conn:
        history = _History.of(conn, reference)
        back = _Back(desk, conn, history)
        back.check()
        return back.do()


@dataclass(slots=True)
class _History:
    """An import, and what was done after it."""

    seq: int
    record: Record
    touched: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Id of a claim or relation → the first entry about it since, and what that was, in words."""
    moved: dict[str, tuple[int, str]] = field(default_factory=dict)
    """The same for entries about documents."""

    @classmethod
    def of(cls, conn: Connection, reference: int | str) -> "_History":
        """Raises NotAllowed where there is no such import any more."""
        found: dict[int, _History] = {}
        after: dict[int, list[tuple[str, str, str]]] = {}
        for seq, record in _records(conn):
            if record["kind"] == UNDONE:
                taken = found.pop(record["import"]["entry"], None)
                after.pop(record["import"]["entry"], None)
                if taken is not None and reference in {taken.seq, str(taken.seq)}:
                    raise NotAllowed(f"{taken.title} was taken back already, by ledger entry {seq}")
                continue
            words = f"{record['kind'].replace('_', ' ')} by {record['who']} at {record['when']}"
            told = [id_ for what in ("claim", "relation", "review") for id_ in record["leaves"].get(what, ())]
            after[seq] = [(record["kind"], id_, words) for id_ in told]
            if record["kind"] == "import":
                found[seq] = cls(seq, record)
        chosen = _chosen(list(found.values()), reference)
        for seq, some in after.items():
            for kind, id_, words in some if seq > chosen.seq else ():
                if kind not in MACHINES:
                    (chosen.moved if kind in DOCUMENTS else chosen.touched).setdefault(id_, (seq, words))
        return chosen

    @property
    def name(self) -> str:
        """What the import is called."""
        return str(self.record["batch"]["name"])

    @property
    def title(self) -> str:
        """The import as a sentence names it."""
        return f"the import of {self.name} (ledger entry {self.seq})"

    def ids(self, what: str, *, changed: bool) -> list[str]:
        """Claims, relations or links that it changed, or that it brought."""
        told = {change["id"] for change in self.record["changes"] if change["what"] == what}
        return [id_ for id_, leaf in self.record["leaves"].get(what, {}).items() if leaf and (id_ in told) is changed]


def _records(conn: Connection) -> Iterator[tuple[int, Record]]:
    """What can be read of the ledger; a damaged body is for `verify` to tell of."""
    for entry in ledger.entries(conn):
        try:
            record = entry.record()
            if isinstance(record["leaves"], dict) and isinstance(record["kind"], str):
                yield entry.seq, record
        except (ValueError, KeyError, TypeError):
            continue


def _chosen(found: Sequence[_History], reference: int | str) -> _History:
    by_number = [one for one in found if reference in {one.seq, str(one.seq)}]
    chosen = by_number or [one for one in found if one.name == reference]
    if len(chosen) > 1:
        entries = ", ".join(str(one.seq) for one in chosen)
        raise NotAllowed(f"several imports are called {reference!r}; name one by its ledger entry: {entries}")
    if not chosen:
        raise NotAllowed(f"no import is {str(reference)!r}; `factcheck imports` lists them with their ledger entries")
    return chosen[0]


class _Back:
    """One import on its way out."""

    def __init__(self, desk: Desk, conn: Connection, history: _History) -> None:
        self.desk = desk
        self.conn = conn
        self.history = history
        self.brought = history.ids("claim", changed=False)
        self.relations = self._relations()

    def _relations(self) -> list[Relation]:
        """The relations that go: those it brought, and those of the claims that go, whoever suggested them."""
        gone, own = set(self.brought), set(self.history.ids("relation", changed=False))
        return [one for one in reading.relations(self.conn) if one.id in own or one.a in gone or one.b in gone]

    # ── whether it may ───────────────────────────────────────────────────────────────────────────

    def check(self) -> None:
        """Raises NotAllowed, with what has been touched."""
        history, gone = self.history, set(self.brought)
        found = [self._words(id_, history.touched[id_][1]) for id_ in self.brought if id_ in history.touched]
        asked = [review for review in reviews.reviews(self.conn) if review.claim in gone]
        found += [self._words(one.claim, f"a review by {one.reviewer}") for one in asked]
        for id_ in history.ids("claim", changed=True):
            later = history.touched.get(id_) or history.moved.get(id_)
            if later is not None:
                found.append(self._words(id_, later[1]))
        found += [
            f"relation {one.id} ({history.touched[one.id][1]})" for one in self.relations if one.id in history.touched
        ]
        changed = history.ids("relation", changed=True)
        found += [f"relation {id_} ({history.touched[id_][1]})" for id_ in changed if id_ in history.touched]
        found = list(dict.fromkeys(found))
        if found:
            more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
            raise NotAllowed(
                f"{history.title} is not taken back, since work has been done on what it brought: "
                f"{', '.join(found[:NAMED])}{more}"
            )

    def _words(self, id_: str, why: str) -> str:
        external = reading.find_claim(self.conn, id_).external_id
        return f"claim {external or id_} ({why})"

    # ── doing it ─────────────────────────────────────────────────────────────────────────────────

    def do(self) -> TakenBack:
        """Write it."""
        links = [link for some in waiting.waiting_by_claim(self.conn, self.brought).values() for link in some]
        own = set(self.history.ids("waiting", changed=False))
        links += [one for one in waiting.waiting_links(self.conn) if one.id in own and one not in links]
        taken = _packed(self._claims(), self.relations, links)
        writing.remove_relations(self.conn, [one.id for one in self.relations])
        waiting.remove_waiting(self.conn, [one.id for one in links])
        writing.remove_claims(self.conn, self.brought)
        leaves: dict[str, dict[str, str | None]] = {
            "claim": dict.fromkeys(self.brought),
            "relation": dict.fromkeys(one.id for one in self.relations),
            "waiting": dict.fromkeys(one.id for one in links),
        }
        changes = [self._restored(change, leaves) for change in self.history.record["changes"]]
        seq = self._write(changes, leaves, taken)
        return TakenBack(
            seq,
            self.history.name,
            claims=len(self.brought),
            relations=len(self.relations),
            waiting=len(links),
            restored=sum(change.what != "waiting" for change in changes),
        )

    def _claims(self) -> Iterator[Claim]:
        pks = sorted(reading.claim_pks(self.conn, self.brought).values())
        for start in range(0, len(pks), reading.CHUNK):
            yield from reading.claims_by_pk(self.conn, pks[start : start + reading.CHUNK])

    def _restored(self, change: Record, leaves: dict[str, dict[str, str | None]]) -> ledger.Change:
        """Give what the import changed its earlier content back; who decided it is as it was all along."""
        what, id_, before = change["what"], change["id"], change["from"]
        old: Claim | Relation | None = None
        new: Claim | Relation | WaitingLink
        if what == "waiting":
            new = WaitingLink.model_validate(before)
            waiting.remove_waiting(self.conn, [id_])  # it may only have moved among the claim's evidence
            waiting.insert_waiting(self.conn, [new])
        elif what == "claim":
            old = reading.find_claim(self.conn, id_)
            new = Claim.model_validate(_values(old, before))
            writing.update_claim(self.conn, old, new, content=True)
            writing.set_records(self.conn, {id_: None})
        else:
            old = reading.relations_by_id(self.conn, [id_])[id_]
            new = Relation.model_validate(_values(old, before))
            writing.update_relation(self.conn, new, seen=old.version)
        leaves[what][id_] = ledger.leaf(new)
        return ledger.Change(what, id_, *difference(old, new), getattr(new, "version", None))

    def _write(
        self, changes: Sequence[ledger.Change], leaves: dict[str, dict[str, str | None]], taken: str | None
    ) -> int:
        batch = self.history.record["batch"]
        counts = {"claims": len(self.brought), "relations": len(self.relations), "restored": len(changes)}
        told = {"entry": self.history.seq, "name": batch["name"], "sha256": batch["sha256"], **counts}
        used = {what: some for what, some in leaves.items() if some}
        details = {"import": told, "taken": taken}
        entry = ledger.Entry(UNDONE, self.desk.reviewer, self.desk.now(), new_uuid(), None, changes, used, details)
        return ledger.append(self.conn, entry).seq


def _values(old: Claim | Relation, before: Record) -> Record:
    return {**old.model_dump(mode="json", by_alias=True), **before, "version": old.version + 1}


# ── what went ──────────────────────────────────────────────────────────────────────────────────────


def _packed(claims: Iterable[Claim], relations: Iterable[Relation], links: Iterable[WaitingLink]) -> str | None:
    """What goes, in the order in which it came, a line for each thing, packed with zlib; None for nothing."""
    pack = zlib.compressobj()
    pieces: list[bytes] = []
    size = 0
    for what, some in (("claim", claims), ("relation", relations), ("waiting", links)):
        for one in some:
            told = {"what": what, "was": one.model_dump(mode="json", by_alias=True)}
            line = orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)
            size += len(line)
            pieces.append(pack.compress(line))
    pieces.append(pack.flush())
    return base64.b64encode(b"".join(pieces)).decode("ascii") if size else None


def unpacked(taken: str | None) -> Iterator[tuple[str, Record]]:
    """(claim, relation or waiting, what it was) of everything that an entry took away."""
    if taken is not None:
        for line in zlib.decompress(base64.b64decode(taken)).splitlines():
            told = orjson.loads(line)
            yield told["what"], told["was"]
