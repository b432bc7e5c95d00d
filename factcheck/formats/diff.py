"""What changed between two lossless exports: things that came, went or were changed, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from evidence.model import Value
from factcheck.formats.lossless import Export

QUIET = frozenset({"version", "decided_at", "prefix", "suffix"})
"""Fields that only follow from a change of others; alone they are told all the same."""


class History(StrEnum):
    """How the second export's ledger stands to the first one's."""

    SAME = "same"
    CONTINUED = "continued"
    EARLIER = "earlier"
    """The first export is the newer one."""
    PARTED = "parted"
    """They were one dossier, and then each went its own way."""
    OTHER = "other"
    """They never were one dossier."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is in both exports: its fields as they were and as they are."""

    id: str
    name: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def told(self) -> tuple[str, ...]:
        """The fields worth telling."""
        return tuple(name for name in self.after if name not in QUIET) or tuple(self.after)


@dataclass(frozen=True, slots=True)
class Part:
    """What changed among the things of one sort: (id, name) of what came and went, and what was changed."""

    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed, by sort of thing."""

    history: History
    entries: int
    """How many ledger entries the longer history has beyond what they share."""
    parts: Mapping[str, Part]

    def __bool__(self) -> bool:
        return any(self.parts.values())

    def record(self) -> dict[str, Any]:
        """The difference as JSON."""
        return {
            "history": self.history.value,
            "entries": self.entries,
            **{
                name: {
                    "added": [{"id": id_, "name": words} for id_, words in part.added],
                    "removed": [{"id": id_, "name": words} for id_, words in part.removed],
                    "changed": [
                        {
                            "id": one.id,
                            "name": one.name,
                            "fields": {key: {"from": one.before[key], "to": one.after[key]} for key in one.after},
                        }
                        for one in part.changed
                    ],
                }
                for name, part in self.parts.items()
            },
        }


def compare(a: Export, b: Export) -> Difference:
    """What changed from `a` to `b`."""
    history, entries = _history(a, b)
    statements = {claim.id: claim.statement for claim in (*a.claims, *b.claims)}
    relations = {
        one.id: f"{statements.get(one.a, one.a)} — {one.kind.value} — {statements.get(one.b, one.b)}"
        for one in (*a.relations, *b.relations)
    }
    names = {
        "sources": {one.id: one.name for one in (*a.sources, *b.sources)},
        "documents": {one.id: one.title or one.name for one, _ in (*a.documents, *b.documents)},
        "claims": statements,
        "relations": relations,
    }
    sides = {
        "sources": (a.sources, b.sources),
        "documents": ([one for one, _ in a.documents], [one for one, _ in b.documents]),
        "claims": (a.claims, b.claims),
        "relations": (a.relations, b.relations),
    }
    return Difference(
        history, entries, {sort: _part(_records(old), _records(new), names[sort]) for sort, (old, new) in sides.items()}
    )


def _history(a: Export, b: Export) -> tuple[History, int]:
    shared = 0
    for one, other in zip(a.entries, b.entries, strict=False):
        if one != other:
            break
        shared += 1
    longer = max(len(a.entries), len(b.entries)) - shared
    if a.header.uuid != b.header.uuid or shared == 0:
        return History.OTHER, longer
    if longer == 0:
        return History.SAME, 0
    if shared == len(a.entries):
        return History.CONTINUED, longer
    return (History.EARLIER if shared == len(b.entries) else History.PARTED), longer


def _records(items: Iterable[Value]) -> dict[str, dict[str, Any]]:
    records = (item.model_dump(mode="json", by_alias=True) for item in items)
    return {record["id"]: record for record in records}


def _part(old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]], names: Mapping[str, str]) -> Part:
    """In the order of the new export; what is gone in that of the old one."""
    changed = []
    for id_, after in new.items():
        before = old.get(id_, after)
        fields = [name for name in after if before.get(name) != after[name]]
        if fields:
            was, now = ({name: side.get(name) for name in fields} for side in (before, after))
            changed.append(Changed(id_, names[id_], was, now))
    return Part(
        tuple((id_, names[id_]) for id_ in new if id_ not in old),
        tuple((id_, names[id_]) for id_ in old if id_ not in new),
        tuple(changed),
    )
