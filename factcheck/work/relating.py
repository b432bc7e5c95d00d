"""The relations of an import: written once the claims are there, brought up to date where nobody has decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.ids import ordered, relation_id
from claims.model import ConflictState, Relation, RelationKind
from factcheck.formats.records import BadRecord, LinkedRelation
from factcheck.store import ledger, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.changes import difference
from factcheck.work.placing import RULE

CHUNK = 1000
"""Relations that are looked up and written together."""

Problems = list[tuple[str | None, str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its number in the file from 0, its line from 1, and what it was, where that is kept."""

    at: int
    line: int
    item: int | None = None
    """Its number from 1 among the file's items, where several stand on one line."""
    raw: object = None

    def __str__(self) -> str:
        return f"line {self.line}" + (f", item {self.item}" if self.item else "")


@dataclass(frozen=True, slots=True)
class _Told:
    """A relation as a row tells it; `own` is the id of the row's claim, None in a row that is only a relation."""

    place: Place
    own: str | None
    a: str
    link: LinkedRelation


class Relating:
    """The relations of one file, gathered and then written."""

    def __init__(self, conn: Connection) -> None:
        """Write in this transaction."""
        self.new = 0
        self.changed = 0
        self.unchanged = 0
        self._conn = conn
        self._told: list[_Told] = []
        self._seen: set[str] = set()

    def add(self, place: Place, own: str | None, a: str, link: LinkedRelation) -> None:
        """Note what a row tells."""
        self._told.append(_Told(place, own, a, link))

    def write(self, leaves: dict[str, str | None], changes: list[ledger.Change]) -> Iterator[tuple[Place, Problems]]:
        """Write the relations; gives the rows that are wrong. What one pair is told twice, the first time counts."""
        for start in range(0, len(self._told), CHUNK):
            made: dict[str, Relation] = {}
            some = self._told[start : start + CHUNK]
            references = [name for one in some for name in (*(() if one.own else (one.a,)), one.link.to)]
            known = reading.claim_ids(self._conn, references)
            for one in some:
                try:
                    relation = _relation(one, known)
                except BadRecord as error:
                    yield one.place, error.problems
                    continue
                if relation.id not in self._seen:
                    self._seen.add(relation.id)
                    made[relation.id] = relation
            self._save(made, leaves, changes)

    def _save(self, made: Mapping[str, Relation], leaves: dict[str, str | None], changes: list[ledger.Change]) -> None:
        there = reading.relations_by_id(self._conn, list(made))
        new = [relation for id_, relation in made.items() if id_ not in there]
        writing.insert_relations(self._conn, new)
        leaves.update((relation.id, ledger.leaf(relation)) for relation in new)
        self.new += len(new)
        for id_, old in there.items():
            merged = _merge(old, made[id_])
            if merged is None:
                self.unchanged += 1
                continue
            writing.update_relation(self._conn, merged, seen=old.version)
            changes.append(ledger.Change("relation", id_, *difference(old, merged), merged.version))
            leaves[id_] = ledger.leaf(merged)
            self.changed += 1


def _merge(old: Relation, row: Relation) -> Relation | None:
    """The old relation as the row has it; None when nothing differs.

    What a person has decided about it stays, and so do the reasons that others gave; the row's is added to them.
    """
    update: dict[str, object] = {}
    if old.decided_by is None:
        update = {"state": row.state, "conflict": row.conflict, "resolution": row.resolution}
    if old.decided_by is None and old.added_by == RULE:
        update["reasons"] = row.reasons
    else:
        update["reasons"] = tuple(dict.fromkeys((*old.reasons, *row.reasons)))
    merged = old.model_copy(update=update)
    return None if merged == old else merged.model_copy(update={"version": old.version + 1})


def _relation(told: _Told, known: Mapping[str, str]) -> Relation:
    """Raises BadRecord."""
    link = told.link
    ends = []
    for name, given, reference in (
        ("a", told.a, told.own or known.get(told.a)),
        ("b" if told.own is None else "to", link.to, known.get(link.to)),
    ):
        if reference is None:
            raise BadRecord([(name, f"no claim {given!r} in the dossier or in what is imported")])
        ends.append(reference)
    if ends[0] == ends[1]:
        raise BadRecord([("to" if told.own else "b", "a claim cannot stand in a relation to itself")])
    conflict = _course(link)
    first, second = ordered(ends[0], ends[1], link.kind)
    return Relation(
        id=relation_id(first, second, link.kind, link.facet),
        a=first,
        b=second,
        kind=link.kind,
        facet=link.facet,
        state=link.state,
        conflict=conflict,
        resolution=link.resolution,
        reasons=(link.reason,) if link.reason else (),
        added_by=RULE,
    )


def _course(link: LinkedRelation) -> ConflictState | None:
    if link.kind is not RelationKind.CONFLICTS:
        if link.conflict or link.resolution:
            raise BadRecord([("conflict", f"only a relation of kind conflicts has a course, not {link.kind}")])
        return None
    course = link.conflict or (ConflictState.RESOLVED if link.resolution else ConflictState.OPEN)
    if (course is ConflictState.RESOLVED) != (link.resolution is not None):
        raise BadRecord([("resolution", "a resolved conflict says by what, and only a resolved one does")])
    return course
