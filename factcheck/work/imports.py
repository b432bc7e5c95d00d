"""The imports of a dossier, as its ledger tells of them: what each brought, and what has been done with that since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.store import ledger
from factcheck.work.desk import Desk

MACHINES = frozenset({"assessment", "extraction", "matching"})
"""Kinds of entries that nobody's work stands behind."""
COUNTS = ("rows", "new", "changed", "unchanged", "relations", "rejected")


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


def imports(desk: Desk) -> list[Brought]:
    """All imports, oldest first. What cannot be read in the ledger is for `verify` to tell of."""
    with desk.store.reading() as conn:
        return _read(ledger.entries(conn))


def _read(entries: Iterator[ledger.Written]) -> list[Brought]:
    found: list[tuple[int, dict[str, Any], frozenset[str]]] = []
    brought_by: dict[str, int] = {}
    touched: dict[int, set[str]] = {}
    for entry in entries:
        try:
            record = entry.record()
            leaves = dict(record["leaves"].get("claim", {}))
            changed = {change["id"] for change in record["changes"]}
            if record["kind"] not in MACHINES:
                for id_ in leaves.keys() & brought_by.keys():
                    touched[brought_by[id_]].add(id_)
            if record["kind"] == "import":
                new = frozenset(leaves.keys() - changed)
                found.append((entry.seq, record, new))
                touched[entry.seq] = set()
                brought_by.update(dict.fromkeys(new, entry.seq))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    return [_import(seq, record, new, frozenset(touched[seq])) for seq, record, new in found]


def _import(seq: int, record: dict[str, Any], new: frozenset[str], touched: frozenset[str]) -> Brought:
    told = record.get("batch")
    batch = told if isinstance(told, dict) else {}
    counts = {name: number if isinstance(number := batch.get(name), int) else 0 for name in COUNTS}
    texts = {name: str(batch.get(name, "?")) for name in ("name", "format", "sha256")}
    return Brought(
        seq, str(record.get("when")), str(record.get("who")), **texts, counts=counts, claims=new, touched=touched
    )
