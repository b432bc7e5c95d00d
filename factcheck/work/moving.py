"""What becomes of the relations of claims that are merged into one: it takes their place in them.

A conflict of a merged claim is a conflict of the claim that stands for it. A relation is told of whole, with who
decided it and when: the moved one keeps that, and undoing the merge puts everything back as it was.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from claims.ids import ordered, relation_id
from claims.model import Claim, Relation, RelationKind, RelationState
from evidence.model import to_milliseconds
from factcheck.store import reading, writing
from factcheck.store.engine import Connection
from factcheck.work.changes import Noted, change
from factcheck.work.desk import Desk


def move_relations(desk: Desk, conn: Connection, kept: Claim, merged: Sequence[Claim], at: datetime) -> Iterator[Noted]:
    """Let the claim that is kept stand where the merged ones stood; what was rejected or is past stays with them.

    A conflict between two of the claims that are one now goes. Where the kept claim stands to the other one in the same
    way already, the two relations become one, and what a person has confirmed of either counts.
    """
    together = {kept.id, *(claim.id for claim in merged)}
    seen: set[str] = set()
    for old in merged:
        for one in reading.relations_of(conn, old.id):
            if one.id in seen or one.kind is RelationKind.SUPERSEDES or one.state is RelationState.REJECTED:
                continue
            seen.add(one.id)
            inside = {one.a, one.b} <= together
            if inside and one.kind is not RelationKind.CONFLICTS:
                continue
            writing.remove_relations(conn, [one.id])
            yield change(one, None, whole=True)
            if not inside:
                yield from _moved(desk, conn, one, old.id, kept.id, at)


def _moved(desk: Desk, conn: Connection, one: Relation, old: str, kept: str, at: datetime) -> Iterator[Noted]:
    a, b = ordered(kept if one.a == old else one.a, kept if one.b == old else one.b, one.kind)
    id_ = relation_id(a, b, one.kind, one.facet)
    there = reading.find_relation(conn, id_)
    if there is None:
        new = one.model_copy(update={"id": id_, "a": a, "b": b, "version": 1})
        writing.insert_relations(conn, [new])
        yield change(None, new, whole=True)
    elif there.state is RelationState.SUGGESTED and one.state is RelationState.CONFIRMED:
        said = {
            "state": one.state,
            "conflict": one.conflict,
            "resolution": one.resolution,
            "reasons": tuple(dict.fromkeys((*there.reasons, *one.reasons))),
            "decided_by": desk.reviewer,
            "decided_at": to_milliseconds(at),
            "version": there.version + 1,
        }
        new = there.model_copy(update=said)
        writing.update_relation(conn, new, seen=there.version)
        yield change(there, new)
