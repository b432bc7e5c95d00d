"""Claims that give values for one thing, and what truth discovery makes of each: who says so, and how good they are.

    claims and relations ─► things (claims related in one facet) ─► values (claims that agree)
                         ─► who gives which value ─► `claims.truth.discover` over the whole dossier ─► a standing each

The accuracy of sources and their dependence are learned from all things of the dossier (`claims/truth.py` names the
method and its papers). A voice is the origin of a claim's document, so that a copy counts once. Nothing is said where
there is too little to learn from: see `KNOWN`, `VOICES` and `CONTESTED`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.features.dates import dates
from claims.features.quantities import quantities
from claims.model import Claim, ConflictState, Facet, Relation, RelationKind, RelationState, Resolution
from claims.truth import Belief, Discovery, Observation, discover

VALUED = (Facet.QUANTITY, Facet.DATE, Facet.PLACE, Facet.DESTINATION, Facet.IDENTITY)
"""Facets in which claims give values; of a claim with several, the earlier goes first."""
KNOWN = 5
"""Things that a voice must speak of for its accuracy to be known."""
VOICES = 3
"""Known voices that a dossier must have, and things with more than one value (`CONTESTED`), to learn anything."""
CONTESTED = 8
NAMED = 3
"""Rival values that are told in words."""
TORN = 0.15
"""Share of the things for which a voice speaks twice, from which on contradicting itself shows that it is no one."""
DEEPEST = 3
"""How often voices are split: origins into sources, sources into claimants."""
AGREES = frozenset({RelationKind.DUPLICATES, RelationKind.CORROBORATES, RelationKind.REFINES})
APART = frozenset(
    {
        Resolution.SCOPE_DIFFERENCE,
        Resolution.TEMPORAL_CHANGE,
        Resolution.PRECISION_OR_UNIT,
        Resolution.REGIONAL_TERM,
        Resolution.TRANSCRIPTION_ERROR,
    }
)
"""Resolutions after which two claims no longer speak against one another."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the values of one thing make of one claim."""

    probability: float
    """That its value is the true one."""
    agree: int
    """Other voices that give its value."""
    against: int
    """Voices that give another."""
    members: frozenset[str]
    """The claims of the thing, whose relations to this one are weighed herewith."""
    words: str


@dataclass(slots=True)
class _Thing:
    """Claims related in one facet, cut into values."""

    facet: Facet
    values: list[list[str]]

    @property
    def claims(self) -> list[str]:
        return [claim for value in self.values for claim in value]


Voice = Callable[[Claim], Sequence[str]]
"""Who speaks in a claim, the widest first: the origin of its document, its source, its claimant; none when unknown."""
Edges = Mapping[str, Mapping[str, bool]]
"""For each claim, the claims it is related to in one facet, and whether they agree."""


def standings(claims: Mapping[str, Claim], relations: Iterable[Relation], voice: Voice) -> dict[str, Standing]:
    """The standing of each claim for which there is enough to learn from, by id.

    `claims` are those that the relations touch. The same claims and relations give the same, in whatever order they
    come.
    """
    things: dict[str, _Thing] = {}
    by_facet = _edges(claims, relations)
    for facet in VALUED:
        for number, thing in enumerate(_things(facet, by_facet[facet])):
            things[f"{facet.value} {number}"] = thing
    said = _said(things, {id_: voice(claim) for id_, claim in claims.items()})
    observations = [
        Observation(who, name, f"value{place}", things[name].facet.value)
        for name, values in said.items()
        for place, voices in enumerate(values)
        for who in voices.values()
    ]
    known = _known(observations)
    contested = sum(sum(1 for voices in values if voices) > 1 for values in said.values())
    if len(known) < VOICES or contested < CONTESTED:
        return {}
    learned = discover(observations)
    found: dict[str, Standing] = {}
    for name, thing in things.items():
        if len(known & {who for voices in said[name] for who in voices.values()}) > 1:
            for claim, standing in _standings(name, thing, said[name], learned, claims):
                found.setdefault(claim, standing)
    return found


# --- things and values -------------------------------------------------------------------------------------------


def _edges(claims: Mapping[str, Claim], relations: Iterable[Relation]) -> dict[Facet, dict[str, dict[str, bool]]]:
    """Who agrees and who conflicts with whom, facet by facet; agreement in no facet counts in each."""
    found: dict[Facet, dict[str, dict[str, bool]]] = {facet: defaultdict(dict) for facet in VALUED}
    anywhere: list[tuple[str, str]] = []
    for one in relations:
        agrees = one.kind in AGREES
        if one.state is RelationState.REJECTED or one.a not in claims or one.b not in claims:
            continue
        if not agrees and (one.kind is not RelationKind.CONFLICTS or is_settled(one)):
            continue
        if one.facet in found:
            # Of two relations of one pair, a conflict goes before an agreement.
            agrees = agrees and found[one.facet][one.a].get(one.b, True)
            found[one.facet][one.a][one.b] = found[one.facet][one.b][one.a] = agrees
        elif agrees:
            anywhere.append((one.a, one.b))
    for a, b in anywhere:
        for facet in VALUED:
            if a in found[facet] and b in found[facet]:
                found[facet][a].setdefault(b, True)
                found[facet][b].setdefault(a, True)
    return found


def is_settled(relation: Relation) -> bool:
    """Whether a conflict was resolved by showing that the two claims do not speak of the same."""
    return relation.conflict is ConflictState.RESOLVED and relation.resolution in APART


def _things(facet: Facet, edges: Edges) -> list[_Thing]:
    """Claims put together where each is related to at least half of those that are there before it.

    Going by mere connection would chain things: A and B give a length, B and C a width.
    """
    members: list[list[str]] = []
    place: dict[str, int] = {}
    for claim in sorted(edges):
        near = Counter(place[other] for other in edges[claim] if other in place)
        fitting = [(-count, at) for at, count in near.items() if 2 * count >= len(members[at])]
        at = min(fitting)[1] if fitting else len(members)
        if at == len(members):
            members.append([])
        members[at].append(claim)
        place[claim] = at
    return [_Thing(facet, _values(group, edges)) for group in members if len(group) > 1]


def _values(claims: Sequence[str], edges: Edges) -> list[list[str]]:
    """The claims of a thing by value: each goes where it agrees with more than it conflicts with."""
    values: list[list[str]] = []
    for claim in claims:
        near = edges[claim]
        gains = [sum(1 if near[other] else -1 for other in value if other in near) for value in values]
        best = max(range(len(values)), key=lambda at: (gains[at], -at), default=None)
        if best is not None and gains[best] > 0:
            values[best].append(claim)
        else:
            values.append([claim])
    return values


# --- voices ------------------------------------------------------------------------------------------------------


def _said(things: Mapping[str, _Thing], voices: Mapping[str, Sequence[str]]) -> dict[str, list[dict[str, str]]]:
    """For the values of each thing, their claims with who speaks in them.

    Who is of two minds is no one voice: documents that were taken for copies but contradict one another are told
    apart by their sources, and people whom one document quotes speak each for himself.
    """
    split: set[str] = set()
    found: dict[str, list[dict[str, str]]] = {}
    for _ in range(DEEPEST):
        found = {
            name: [{id_: who for id_ in value if (who := _one(voices[id_], split))} for value in thing.values]
            for name, thing in things.items()
        }
        torn = _torn(found.values()) - split
        if not torn:
            break
        split |= torn
    return found


def _one(voices: Sequence[str], split: Collection[str]) -> str | None:
    """The widest voice that is not split."""
    return next((voice for voice in voices if voice not in split), voices[-1] if voices else None)


def _torn(said: Iterable[Sequence[Mapping[str, str]]]) -> set[str]:
    """The voices that give several values for one thing in more than `TORN` of those for which they speak twice."""
    twice: Counter[str] = Counter()
    torn: Counter[str] = Counter()
    for values in said:
        claims = Counter(who for value in values for who in value.values())
        minds = Counter(who for value in values for who in set(value.values()))
        twice.update(who for who, count in claims.items() if count > 1)
        torn.update(who for who, count in minds.items() if count > 1)
    return {who for who, count in torn.items() if count > TORN * twice[who]}


def _known(observations: Iterable[Observation]) -> set[str]:
    """The voices that speak of enough things."""
    pairs = {(one.source, one.thing) for one in observations}
    counts = Counter(source for source, _ in pairs)
    return {source for source, count in counts.items() if count >= KNOWN}


def _standings(
    name: str, thing: _Thing, said: Sequence[Mapping[str, str]], learned: Discovery, claims: Mapping[str, Claim]
) -> Iterable[tuple[str, Standing]]:
    beliefs = {int(str(one.value).removeprefix("value")): one for one in learned.beliefs.get(name, ())}
    members = frozenset(thing.claims)
    total = sum(len(one.sources) for one in beliefs.values())
    told = _told(thing, claims)
    for place, value in enumerate(thing.values):
        belief = beliefs.get(place)
        if belief is None:
            continue
        words = _words(place, beliefs, told, learned)
        for claim in value:
            if claim in said[place]:
                agree = len(belief.sources) - 1
                yield claim, Standing(belief.probability, agree, total - len(belief.sources), members, words)


# --- words -------------------------------------------------------------------------------------------------------


def _words(place: int, beliefs: Mapping[int, Belief], told: Sequence[str | None], learned: Discovery) -> str:
    own = _who(beliefs[place], told[place] or "this", learned)
    rivals = sorted((at for at in beliefs if at != place), key=lambda at: (-len(beliefs[at].sources), at))
    parts = [own, *(_who(beliefs[at], told[at] or "otherwise", learned) for at in rivals[:NAMED])]
    if len(rivals) > NAMED:
        parts.append(f"{len(rivals) - NAMED} more values have fewer sources")
    return "; ".join(parts)


def _who(belief: Belief, value: str, learned: Discovery) -> str:
    """Who gives a value, how often they agree with the others, and whether they are one voice rather than several."""
    count = len(belief.sources)
    mean = sum(learned.accuracy[source] for source in belief.sources) / count
    how = "usually" if mean >= 0.7 else "often" if mean >= 0.5 else "seldom"
    words = f"{count} {'source that' if count == 1 else 'sources that'} {how} {'agrees' if count == 1 else 'agree'}"
    words += f" with others {'says' if count == 1 else 'say'} {value}"
    if count - belief.votes >= 0.5:
        words += f" (so alike elsewhere that they count as {belief.votes:.1f})"
    return words


def _told(thing: _Thing, claims: Mapping[str, Claim]) -> list[str | None]:
    """Each value as its first claim writes it, where the claim's own features show it."""
    if thing.facet not in {Facet.QUANTITY, Facet.DATE}:
        return [None] * len(thing.values)
    marks = [_marks(claims[value[0]], thing.facet) for value in thing.values]
    everywhere = set.intersection(*map(set, marks)) if len(marks) > 1 else set()
    return [next((text for mark, text in found.items() if mark not in everywhere), None) for found in marks]


def _marks(claim: Claim, facet: Facet) -> dict[tuple[object, ...], str]:
    """The figures or dates of a claim, each with its words; those of an imported claim are read from its statement."""
    if facet is Facet.DATE:
        return {(one.first, one.last): one.text for one in claim.dates or dates(claim.statement, None, claim.language)}
    found = claim.quantities or quantities(claim.statement, claim.language)
    return {(one.low, one.high, one.unit): one.text for one in found}
