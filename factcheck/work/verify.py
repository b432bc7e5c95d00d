"""Re-check everything that is promised: the ledger's chain, the tables against it, quotes and snapshots, anchors."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from claims.model import Claim, Relation
from evidence.model import Document
from factcheck.errors import Damaged, StoreError, Unreachable
from factcheck.store import anchors, integrity, ledger, reading, reviews, waiting
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written down: where, what, and what to do about it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was found."""

    counts: dict[str, int]
    findings: tuple[Finding, ...]
    head: tuple[int, str]


RESTORE = "restore it from a backup or an export"
SALVAGE = "go back to a backup, or bring everything that can be read into a new file with `factcheck salvage NEW`"
COMPARE = "compare with a backup or an export to see what was there"


@dataclass(slots=True)
class _Recorded:
    """What the ledger says that there is: the last leaf of everything, and the last values it told of."""

    leaves: dict[str, dict[str, tuple[int, str]]] = field(
        default_factory=lambda: {kind: {} for kind in ("claim", "relation", "document", "source", "review", "waiting")}
    )
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    subjects: dict[int, set[str]] = field(default_factory=dict)
    """What each entry is about, by its number; entries that could not be read are not among them."""
    dossier: dict[str, Any] = field(default_factory=dict)

    def take(self, seq: int, record: dict[str, Any]) -> None:
        """Read one entry; raises ValueError, KeyError, TypeError or AttributeError when it is malformed."""
        for what, some in record["leaves"].items():
            known = self.leaves[what]
            for id_, digest in some.items():
                if digest is None:
                    known.pop(id_, None)
                else:
                    known[id_] = (seq, digest)
        for change in record["changes"]:
            self.values.setdefault(change["id"], {}).update(change["to"])
        self.dossier.update(record.get("dossier", {}))
        self.subjects[seq] = {str(change["id"]) for change in record["changes"]}


def check(
    desk: Desk, told: Sequence[anchors.Anchor] = (), *, progress: Callable[[str], None] = lambda step: None
) -> Checked:
    """Check the whole dossier in one reading transaction. `told` are anchors kept elsewhere."""
    remembered = list(told)
    path = desk.anchors_path
    if path is not None and path.exists():
        remembered += anchors.read(path)
    broken = tuple(Finding("database file", problem, SALVAGE) for problem in _file(desk))
    try:
        with desk.store.reading() as conn:
            checked = check_in(conn, remembered, progress)
    except StoreError:
        if not broken:
            raise
        return Checked({}, (*broken, Finding("database", "not everything in it could be looked at", SALVAGE)), (0, ""))
    return replace(checked, findings=(*broken, *checked.findings))


def _file(desk: Desk) -> list[str]:
    """What is wrong with the file below the level of rows."""
    try:
        with desk.store.reading() as conn:
            return integrity.problems(conn)
    except Unreachable as error:
        return [f"its pages cannot all be read ({error.words.partition(';')[0]})"]


def check_in(
    conn: Connection,
    remembered: Sequence[anchors.Anchor],
    progress: Callable[[str], None] = lambda step: None,
) -> Checked:
    """The same inside a transaction that the caller holds."""
    counts: Counter[str] = Counter()
    recorded = _Recorded()
    findings: list[Finding] = []
    progress("the ledger")
    findings += _ledger(conn, recorded, remembered, counts)
    progress("snapshots and documents")
    texts: dict[str, str] = {}
    findings += _documents(conn, recorded, texts, counts)
    progress("sources")
    findings += _sources(conn, recorded, counts)
    progress("claims and their quotes")
    findings += _claims(conn, recorded, texts, counts)
    progress("relations")
    findings += _relations(conn, recorded, counts)
    progress("reviews and links that wait")
    findings += _reviews(conn, recorded, counts)
    findings += _waiting(conn, recorded, counts)
    return Checked(dict(counts), tuple(findings), ledger.current_head(conn))


# ── the ledger ─────────────────────────────────────────────────────────────────────────────────────


def _ledger(
    conn: Connection, recorded: _Recorded, remembered: Sequence[anchors.Anchor], counts: Counter[str]
) -> Iterator[Finding]:
    expected = (0, ledger.NOTHING)
    hashes: dict[int, str] = {}
    for entry in ledger.entries(conn):
        counts["ledger entries"] += 1
        yield from _link(entry, expected)
        hashes[entry.seq] = entry.hash
        expected = (entry.seq, entry.hash)
        try:
            record = entry.record()
            recorded.take(entry.seq, record)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield Finding(f"ledger entry {entry.seq}", "its body cannot be read", RESTORE)
        else:
            if record.get("uuid") != entry.uuid:
                yield Finding(f"ledger entry {entry.seq}", "its uuid is not the one in its body", RESTORE)
    head = ledger.current_head(conn)
    if head != expected:
        what = f"the head names entry {head[0]}, but the last one is {expected[0]}"
        yield Finding("ledger", what if head[0] != expected[0] else "the head's hash is not the last entry's", RESTORE)
    counts["anchors"] += len(remembered)
    yield from _anchors(remembered, hashes)
    yield from _subjects(conn, recorded)
    yield from _dossier(conn, recorded)


def _subjects(conn: Connection, recorded: _Recorded) -> Iterator[Finding]:
    """Whether every entry shows in the history of what it is about, and in no other."""
    listed = ledger.subjects(conn)
    for seq, told in recorded.subjects.items():
        found = listed.get(seq, set())
        for subject in sorted(told - found):
            yield Finding(f"ledger entry {seq}", f"is hidden from the history of {subject}", RESTORE)
        for subject in sorted(found - told):
            yield Finding(f"ledger entry {seq}", f"stands in the history of {subject}, but is not about it", RESTORE)


def _dossier(conn: Connection, recorded: _Recorded) -> Iterator[Finding]:
    """Whether the dossier has the name it was founded under."""
    row = reading.dossier_row(conn)
    for name, value in zip(("uuid", "title", "created"), row or (), strict=False):
        if recorded.dossier.get(name) != value:
            yield Finding("dossier", f"its {name} was edited outside the ledger", COMPARE)


def _link(entry: ledger.Written, expected: tuple[int, str]) -> Iterator[Finding]:
    where = f"ledger entry {entry.seq}"
    if entry.seq != expected[0] + 1:
        gone = f"{expected[0] + 1}" if entry.seq == expected[0] + 2 else f"{expected[0] + 1} to {entry.seq - 1}"
        yield Finding(f"ledger entry {gone}", "is missing", RESTORE)
    elif entry.prev != expected[1]:
        yield Finding(where, "does not follow from the entry before it", RESTORE)
    if ledger.chain(entry.seq, entry.prev, entry.body) != entry.hash:
        yield Finding(where, "was edited: its hash does not fit its content", RESTORE)


def _anchors(remembered: Sequence[anchors.Anchor], hashes: dict[int, str]) -> Iterator[Finding]:
    """Only the first that differs is named: everything after it follows from it."""
    for seq, hash_ in sorted(set(remembered)):
        if seq == 0:
            continue
        if seq not in hashes:
            last = max(hashes, default=0)
            yield Finding(f"ledger entry {seq}", f"was seen before and is gone; the last one is now {last}", RESTORE)
            return
        if hashes[seq] != hash_:
            yield Finding(
                f"ledger entry {seq}",
                "is not the one that was anchored: it or one before was rewritten",
                RESTORE,
            )
            return


# ── the tables ─────────────────────────────────────────────────────────────────────────────────────


def _documents(conn: Connection, recorded: _Recorded, texts: dict[str, str], counts: Counter[str]) -> Iterator[Finding]:
    left = recorded.leaves["document"]
    damaged: list[Damaged] = []
    for document in reading.documents(conn, damaged=damaged.append):
        counts["documents"] += 1
        texts[document.id] = document.text
        where = f"document {document.id} ({document.name})"
        yield from _bytes(conn, document, where)
        yield from _compare(where, ledger.document_record(document), document.id, left, recorded)
    yield from _left("document", left, damaged)


def _bytes(conn: Connection, document: Document, where: str) -> Iterator[Finding]:
    data = reading.snapshot_bytes(conn, document.sha256)
    if data is None:
        yield Finding(where, "its snapshot is missing", RESTORE)
    elif hashlib.sha256(data).hexdigest() != document.sha256:
        yield Finding(
            where, f"its snapshot {document.sha256[:12]}… no longer has the bytes that were received", RESTORE
        )
    if hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest() != document.text_sha256:
        yield Finding(where, "its text is not the one that was read from the snapshot", RESTORE)


def _sources(conn: Connection, recorded: _Recorded, counts: Counter[str]) -> Iterator[Finding]:
    left = recorded.leaves["source"]
    damaged: list[Damaged] = []
    for source in reading.sources(conn, damaged=damaged.append):
        counts["sources"] += 1
        record = source.model_dump(mode="json", by_alias=True)
        yield from _compare(f"source {source.name}", record, source.id, left, recorded)
    yield from _left("source", left, damaged)


def _claims(conn: Connection, recorded: _Recorded, texts: dict[str, str], counts: Counter[str]) -> Iterator[Finding]:
    left = recorded.leaves["claim"]
    damaged: list[Damaged] = []
    for claim in reading.claims(conn, damaged=damaged.append):
        counts["claims"] += 1
        record = claim.model_dump(mode="json", by_alias=True)
        yield from _compare(f"claim {_named(claim)}", record, claim.id, left, recorded)
        yield from _quotes(claim, texts, counts)
    yield from _left("claim", left, damaged)


def _named(claim: Claim) -> str:
    return claim.id if claim.external_id is None else f"{claim.id} ({claim.external_id})"


def _quotes(claim: Claim, texts: dict[str, str], counts: Counter[str]) -> Iterator[Finding]:
    for number, link in enumerate(claim.evidence, 1):
        counts["quotes"] += 1
        if link.state == "exact" and texts.get(link.document, "")[link.start : link.end] != link.exact:
            where = f"claim {_named(claim)}, quote {number}"
            yield Finding(where, f"its words do not stand at [{link.start}, {link.end}) of {link.document}", COMPARE)


def _relations(conn: Connection, recorded: _Recorded, counts: Counter[str]) -> Iterator[Finding]:
    left = recorded.leaves["relation"]
    damaged: list[Damaged] = []
    for relation in reading.relations(conn, damaged=damaged.append):
        counts["relations"] += 1
        record = relation.model_dump(mode="json", by_alias=True)
        yield from _compare(f"relation {relation.id} ({_ends(relation)})", record, relation.id, left, recorded)
    yield from _left("relation", left, damaged)


def _reviews(conn: Connection, recorded: _Recorded, counts: Counter[str]) -> Iterator[Finding]:
    left = recorded.leaves["review"]
    damaged: list[Damaged] = []
    for review in reviews.reviews(conn, damaged=damaged.append):
        counts["reviews"] += 1
        where = f"review {review.id} (of {review.claim}, by {review.reviewer})"
        yield from _compare(where, review.model_dump(mode="json"), review.id, left, recorded)
    yield from _left("review", left, damaged)


def _waiting(conn: Connection, recorded: _Recorded, counts: Counter[str]) -> Iterator[Finding]:
    left = recorded.leaves["waiting"]
    damaged: list[Damaged] = []
    for link in waiting.waiting_links(conn, damaged=damaged.append):
        counts["waiting links"] += 1
        where = f"waiting link {link.id} (of {link.claim}, to {link.document})"
        yield from _compare(where, link.model_dump(mode="json"), link.id, left, recorded)
    yield from _left("waiting link", left, damaged)


def _ends(relation: Relation) -> str:
    return f"{relation.a} {relation.kind} {relation.b}"


def _compare(
    where: str, record: dict[str, Any], id_: str, left: dict[str, tuple[int, str]], recorded: _Recorded
) -> Iterator[Finding]:
    """Whether a row is what the ledger last said it was; takes it off the list of what must be there."""
    if id_ not in left:
        yield Finding(where, "is in the tables, but no ledger entry brought it", COMPARE)
        return
    seq, digest = left.pop(id_)
    if ledger.leaf(record) == digest:
        return
    told = recorded.values.get(id_, {})
    fields = [name for name, value in told.items() if name in record and record[name] != value]
    which = f" ({', '.join(fields)})" if fields else ""
    yield Finding(where, f"was edited outside the ledger{which}: it is not what entry {seq} recorded", COMPARE)


def _left(what: str, left: dict[str, tuple[int, str]], damaged: list[Damaged]) -> Iterator[Finding]:
    """What the ledger recorded and the tables do not show: rows that cannot be read, then those that are gone."""
    for damage in damaged:
        left.pop(damage.id, None)
        yield Finding(f"{what} {damage.name}", f"cannot be read: {damage.problem}", RESTORE)
    for id_, (seq, _) in left.items():
        yield Finding(f"{what} {id_}", f"was removed outside the ledger: entry {seq} recorded it", RESTORE)
