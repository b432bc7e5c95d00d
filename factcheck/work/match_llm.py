"""What a language model adds to matching: each two documents that the rules have related are laid before it.

    related documents ─► two accounts at a time ─► model ─► looked at by the rules ─► entered as suggestions

Every two documents are asked about before anything is written, and all that is new is one transaction with one ledger
entry. The model nominates; where the rules see agreement, or know why two claims only look like a conflict, a conflict
that it names is not taken. What a person has rejected, and what stands already, is not suggested again.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from claims.compare import Features, compare
from claims.ids import ordered, relation_id
from claims.model import Claim, ConflictState, Relation, RelationKind, Status
from factcheck.store import ledger, pairs, reading, writing
from factcheck.store.engine import Connection
from factcheck.work.desk import Desk, new_uuid
from factcheck.work.llm_asking import RULE
from factcheck.work.llm_relations import PROMPT_VERSION, Account, LlmMatcher, Suggestion
from factcheck.work.match_stories import LONGEST

Progress = Callable[[str], None]


@dataclass(slots=True)
class Asked:
    """What a model added."""

    stories: int = 0
    """Pairs of documents that it was asked about."""
    new: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    """What it said and was not taken, by why."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One document's claims as they were when the model was asked, in their places."""

    name: str
    origin: str | None
    pks: Sequence[int]
    claims: Sequence[Claim]
    features: Sequence[str]

    def account(self) -> Account:
        return Account(self.name, [claim.statement for claim in self.claims])


def match_with(desk: Desk, matcher: LlmMatcher, progress: Progress = lambda step: None) -> Asked:
    """Ask about every two documents between which a relation stands, and enter what is new."""
    done = Asked()
    with desk.store.reading() as conn:
        stories = _stories(conn)
    answers: list[tuple[_Side, _Side, Suggestion]] = []
    for a, b in stories:
        progress(f"asking {matcher.asker.name} about {a.name} and {b.name}")
        said = matcher(a.account(), b.account())
        done.stories += 1
        done.left_out.update(said.left_out)
        answers += [(a, b, one) for one in said.kept]
    if answers:
        _enter(desk, answers, matcher, done)
    return done


def _stories(conn: Connection) -> list[tuple[_Side, _Side]]:
    """Every two documents between which a relation stands that nobody has rejected."""
    related = pairs.related_documents(conn)
    names = sorted({name for names in related for name in names})
    short = {name for name, size in pairs.sizes(conn, names).items() if size <= LONGEST}
    placed = pairs.accounts(conn, sorted(short), 0)
    titles = {document.id: document.name for document in reading.documents(conn) if document.id in placed}
    sides = {name: _side(conn, titles[name], [pk for pk, _, _ in found]) for name, found in placed.items()}
    return [(sides[a], sides[b]) for a, b in related if a in sides and b in sides]


def _side(conn: Connection, name: str, pks: Sequence[int]) -> _Side:
    read = dict(zip(sorted(pks), reading.claims_by_pk(conn, sorted(pks)), strict=True))
    voices, features = pairs.voices(conn, pks), pairs.features(conn, pks)
    kept = [pk for pk in dict.fromkeys(pks) if read[pk].status is not Status.DISMISSED]
    origin = next((voices[pk].origin for pk in kept), None)
    return _Side(name, origin, kept, [read[pk] for pk in kept], [features[pk] for pk in kept])


def _enter(desk: Desk, answers: Sequence[tuple[_Side, _Side, Suggestion]], matcher: LlmMatcher, done: Asked) -> None:
    """Write what is new and what the rules have nothing against."""
    pks = sorted({pk for a, b, one in answers for pk in (a.pks[one.a], b.pks[one.b])})
    with desk.writing() as conn:
        now = pairs.features(conn, pks)
        taken = {link.pair for link in pairs.links(conn, pks).values()}
        new: list[Relation] = []
        for a, b, one in answers:
            mine, theirs = a.pks[one.a], b.pks[one.b]
            pair = min(mine, theirs), max(mine, theirs)
            changed = now.get(mine) != a.features[one.a] or now.get(theirs) != b.features[one.b]
            why = "already here" if pair in taken else "changed meanwhile" if changed else _against(a, b, one)
            if why is not None:
                done.left_out[why] += 1
                continue
            taken.add(pair)
            new.append(_relation(a.claims[one.a].id, b.claims[one.b].id, one, matcher.asker.name))
        _write(desk, conn, new, matcher, done)


def _against(a: _Side, b: _Side, one: Suggestion) -> str | None:
    """What the rules have against a suggestion, None for nothing."""
    mine, theirs = (Features.model_validate_json(told) for told in (a.features[one.a], b.features[one.b]))
    found = compare(mine, theirs, same_voice=a.origin == b.origin)
    clashes = one.kind is RelationKind.CONFLICTS
    if clashes and found.explained is not None:
        return "only looks like a conflict"
    if found.kind is not None and clashes != (found.kind is RelationKind.CONFLICTS):
        return "the rules see agreement" if clashes else "the rules see a conflict"
    return None


def _relation(a: str, b: str, one: Suggestion, model: str) -> Relation:
    first, second = ordered(*((b, a) if one.turned else (a, b)), one.kind)
    return Relation(
        id=relation_id(first, second, one.kind, one.facet),
        a=first,
        b=second,
        kind=one.kind,
        facet=one.facet,
        conflict=ConflictState.OPEN if one.kind is RelationKind.CONFLICTS else None,
        reasons=(one.reason, f"said by the language model {model}"),
        added_by=RULE,
    )


def _write(desk: Desk, conn: Connection, new: Sequence[Relation], matcher: LlmMatcher, done: Asked) -> None:
    if not new:
        return
    writing.insert_relations(conn, new)
    told = {"model": matcher.asker.name, "prompt": PROMPT_VERSION, "stories": done.stories, "relations": len(new)}
    leaves = {relation.id: ledger.leaf(relation) for relation in new}
    ledger.append(
        conn,
        ledger.Entry(
            "matching", desk.reviewer, desk.now(), new_uuid(), leaves={"relation": leaves}, details={"matching": told}
        ),
    )
    done.new = len(new)
    done.kinds.update(relation.kind.value for relation in new)


__all__ = ["Asked", "LlmMatcher", "match_with"]
