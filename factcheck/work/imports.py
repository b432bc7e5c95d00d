"""The imports of a dossier, as its ledger tells of them: what each brought, and what has been done with that since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.store import ledger
from factcheck.work.desk import Desk

MACHINES = frozenset({"assessment", "extraction", "matching"})
"""Kinds of entries that nobody's work stands behind."""
DOCUMENTS = frozenset({"document_added", "document_described"})
"""Kinds of entries about documents: they are no work on a claim, though they may change what it rests on."""
UNDONE = "import_undone"
"""The kind of an entry that takes an import back."""
COUNTS = ("rows", "new", "changed", "unchanged", "relations", "relations_changed", "waiting", "rejected")


@dataclass(frozen=True, slots=True)
class Brought:
    """One import: its ledger entry, its file, its counts."""

    seq: int
    when: str
    who: str
    name: str
    format: str
    sha256: str
    """Digest of the file, unpacked."""
    counts: dict[str, int]
    claims: frozenset[str] = field(repr=False)
    """Ids of the claims that it brought first."""
    touched: frozenset[str] = field(repr=False)
    """Those among them that a person or a later import has changed since."""
    waiting: int = 0
    """Links of its claims that still wait for their document."""
    taken_back: int | None = None
    """The entry that took it back."""


def imports(desk: Desk) -> list[Brought]:
    """All imports, oldest first. What cannot be read in the ledger is for `verify` to tell of."""
    with desk.store.reading() as conn:
        return _read(ledger.entries(conn))


@dataclass(slots=True)
class _Import:
    """An import and what became of it, as the entries tell one after the other."""

    record: dict[str, Any]
    claims: frozenset[str]
    touched: set[str] = field(default_factory=set)
    waiting: int = 0
    taken_back: int | None = None


def _read(entries: Iterator[ledger.Written]) -> list[Brought]:
    found: dict[int, _Import] = {}
    brought_by: dict[str, _Import] = {}
    waits_by: dict[str, _Import] = {}
    for entry in entries:
        try:
            record = entry.record()
            leaves = dict(record["leaves"].get("claim", {}))
            links = dict(record["leaves"].get("waiting", {}))
            changed = {change["id"] for change in record["changes"]}
            kind = record["kind"]
            undone = found.get(record["import"]["entry"]) if kind == UNDONE else None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        if kind == "import":
            new = frozenset(leaves.keys() - changed)
            found[entry.seq] = _Import(record, new)
        if undone is not None:
            undone.taken_back = entry.seq
        elif kind not in MACHINES | DOCUMENTS:
            for id_ in leaves.keys() & brought_by.keys():
                brought_by[id_].touched.add(id_)
        if kind == "import":
            brought_by.update(dict.fromkeys(found[entry.seq].claims, found[entry.seq]))
        for id_, digest in links.items():
            _wait(id_, digest, waits_by, found.get(entry.seq))
    return [_brought(seq, one) for seq, one in found.items()]


def _wait(id_: str, digest: object, waits_by: dict[str, _Import], now: _Import | None) -> None:
    """Note that a link waits since an import, or waits no longer."""
    before = waits_by.pop(id_, None)
    if before is not None:
        before.waiting -= 1
    if digest is not None and now is not None:
        waits_by[id_] = now
        now.waiting += 1


def _brought(seq: int, one: _Import) -> Brought:
    told = one.record.get("batch")
    batch = told if isinstance(told, dict) else {}
    counts = {name: number if isinstance(number := batch.get(name), int) else 0 for name in COUNTS}
    texts = {name: str(batch.get(name, "?")) for name in ("name", "format", "sha256")}
    return Brought(
        seq,
        str(one.record.get("when")),
        str(one.record.get("who")),
        **texts,
        counts=counts,
        claims=one.claims,
        touched=frozenset(one.touched),
        waiting=one.waiting,
        taken_back=one.taken_back,
    )
