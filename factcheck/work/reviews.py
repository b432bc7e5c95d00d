"""Second judgements: asking for them, taking the asking back, and what each reviewer may see meanwhile.

Giving one is deciding: `work/decide.py` knows from the claim's reviews whose decision it is. docs/reviewing.md tells
the whole course.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims import reviews as rules
from claims.model import Claim, Review
from evidence.text.clean import clean_line, unstorable
from factcheck.errors import NotAllowed
from factcheck.store import ledger, reading
from factcheck.store import reviews as table
from factcheck.store.engine import Connection
from factcheck.work.changes import change, new_entry
from factcheck.work.desk import Desk

NAME = 100
"""Code points of a reviewer's name."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What came of asking."""

    asked: tuple[str, ...]
    """Ids of the claims of which a judgement is now asked for."""
    skipped: tuple[tuple[str, str], ...] = ()
    """(id, why) of those of which there was nothing to ask."""

    def reasons(self) -> Counter[str]:
        """Why some were skipped, with the number of each."""
        return Counter(why for _, why in self.skipped)


def assign(
    desk: Desk, references: Sequence[str], to: Sequence[str], *, blind: bool = False, reason: str | None = None
) -> Assigned:
    """Ask reviewers for their judgement of claims, as one act. Raises UnknownReference or NotAllowed."""
    names = [_name(name) for name in to]
    with desk.writing() as conn:
        asked: list[rules.Changed] = []
        skipped: list[tuple[str, str]] = []
        for claim, there in _with_reviews(conn, references):
            for name in names:
                made = rules.ask(claim, there, name, blind=blind, by=desk.reviewer, at=desk.now())
                if isinstance(made, str):
                    skipped.append((claim.id, made))
                else:
                    asked.append(made)
        _save(desk, conn, asked, reason)
    return Assigned(tuple(dict.fromkeys(new.claim for _, new in asked)), tuple(skipped))


def unassign(desk: Desk, references: Sequence[str], to: Sequence[str] = (), *, reason: str | None = None) -> Assigned:
    """Take back what was asked of these reviewers, or of all, and not given yet. Raises UnknownReference."""
    with desk.writing() as conn:
        gone: list[Review] = []
        skipped: list[tuple[str, str]] = []
        for claim, there in _with_reviews(conn, references):
            asked = [one for one in there if one.verdict is None and (not to or one.reviewer in to)]
            gone += asked
            if not asked:
                skipped.append((claim.id, "has nothing that could be taken back"))
        if gone:
            table.remove_reviews(conn, [one.id for one in gone])
            ledger.append(conn, new_entry(desk, "assignment", [change(one, None) for one in gone], reason))
    return Assigned(tuple(dict.fromkeys(one.claim for one in gone)), tuple(skipped))


def _name(name: str) -> str:
    name = clean_line(name).strip()
    if not name or len(name) > NAME or unstorable(name) is not None:
        raise NotAllowed(f"a reviewer needs a name of 1 to {NAME} characters")
    return name


def _with_reviews(conn: Connection, references: Sequence[str]) -> Iterable[tuple[Claim, list[Review]]]:
    pks = list(dict.fromkeys(reading.claim_pk(conn, reference)[0] for reference in references))
    for start in range(0, len(pks), reading.CHUNK):
        some = pks[start : start + reading.CHUNK]
        there = table.reviews_by_key(conn, some)
        known = {claim.id: claim for claim in reading.claims_by_pk(conn, some)}
        keys = reading.claim_pks(conn, list(known))
        for id_, claim in known.items():
            yield claim, there[keys[id_]]


def _save(desk: Desk, conn: Connection, asked: Sequence[rules.Changed], reason: str | None) -> None:
    if not asked:
        return
    write(conn, asked)
    ledger.append(conn, new_entry(desk, "assignment", [change(old, new) for old, new in asked], reason))


def write(conn: Connection, changed: Sequence[rules.Changed]) -> None:
    """Save judgements beside their ledger entry, which is the caller's. Raises Stale."""
    table.insert_reviews(conn, [new for old, new in changed if old is None])
    for old, new in changed:
        if old is not None:
            table.update_review(conn, new, seen=old.version)


# ── what one may see ───────────────────────────────────────────────────────────────────────────────


def for_eyes(conn: Connection, claims: Sequence[Claim], viewer: str) -> list[Claim]:
    """The claims as this reviewer may see them: those they have to judge blind show nothing that anyone concluded."""
    hidden = set(table.blind_keys(conn, viewer).values())
    return [rules.masked(claim) if claim.id in hidden else claim for claim in claims]


def shown_reviews(conn: Connection, claim: Claim, viewer: str) -> tuple[Review, ...]:
    """The judgements of a claim as this reviewer may see them."""
    return rules.shown(claim, table.reviews_of(conn, claim.id), viewer)


def people(desk: Desk) -> list[str]:
    """Names of those who decided, judged, were asked, or have the dossier open."""
    with desk.store.reading() as conn:
        return table.people(conn)
