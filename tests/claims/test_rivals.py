"""Claims that give values for one thing are weighed together, by what all sources say of all things."""

from random import Random

from benchmarks.fitting import auc, calibration_error
from benchmarks.rivals import SITES, sites
from claims.model import Claim, ConflictState, Facet, Relation, RelationKind, RelationState, Resolution
from claims.rivals import Standing, standings


def claim(site: int, thing: int, value: int) -> Claim:
    """What a site says of a thing."""
    statement = f"The bridge of Town{thing} is {value} metres long."
    return Claim(id=f"c{site:02}-{thing:02}", statement=statement, language="en", claimant=f"Site {site}")


def related(a: Claim, b: Claim, kind: RelationKind, **more: object) -> Relation:
    """A relation as `match` suggests it."""
    known = {"id": f"r-{a.id}-{b.id}", "a": a.id, "b": b.id, "kind": kind, "facet": Facet.QUANTITY, "added_by": "match"}
    return Relation.model_validate({**known, **more})


def voice(one: Claim) -> tuple[str, ...]:
    """The claimant."""
    return (one.claimant,) if one.claimant else ()


def dossier(seed: int) -> tuple[dict[str, Claim], list[Relation], dict[int, int], dict[str, int]]:
    """Claims of twelve sites about sixty things, their relations, the truth, and the value of each claim."""
    made = sites(seed)
    names = list(made.truth)
    said = {
        (number, names.index(name)): value
        for number, values in enumerate(made.said.values())
        for name, value in values.items()
    }
    claims = {(site, thing): claim(site, thing, value) for (site, thing), value in said.items()}
    relations = []
    for (a, thing), first in claims.items():
        for b in range(a + 1, SITES):
            if second := claims.get((b, thing)):
                same = said[a, thing] == said[b, thing]
                relations.append(related(first, second, RelationKind.CORROBORATES if same else RelationKind.CONFLICTS))
    truth = {names.index(name): value for name, value in made.truth.items()}
    return {one.id: one for one in claims.values()}, relations, truth, {claims[key].id: said[key] for key in said}


def scored(seed: int) -> list[tuple[float, bool]]:
    """The probability of the commonest value of each thing that has several, and whether it is true."""
    claims, relations, truth, values = dossier(seed)
    found = standings(claims, relations, voice)
    rows = []
    for thing, right in truth.items():
        here = [id_ for id_ in sorted(claims) if id_.endswith(f"-{thing:02}")]
        counts = {value: sum(values[id_] == value for id_ in here) for value in (values[id_] for id_ in here)}
        most = max(counts, key=lambda value: (counts[value], -value))
        if len(counts) > 1:
            first = next(id_ for id_ in here if values[id_] == most)
            rows.append((found[first].probability, most == right))
    return rows


def test_probabilities_tell_right_from_wrong() -> None:
    """Over made-up dossiers of twelve sites and sixty things, some of them copies."""
    found = [scored(seed) for seed in range(12)]
    areas = [area for one in found if (area := auc(one)) is not None]
    assert sum(areas) / len(areas) >= 0.78
    assert calibration_error([row for one in found for row in one]) <= 0.08


def test_reasons_are_told_in_words() -> None:
    """How many say what, how often they agree with others, and that copies count little."""
    claims, relations, _, _ = dossier(1)
    found = standings(claims, relations, voice)
    words = next(iter(found.values())).words
    assert "metres" in words
    assert "agree" in words
    assert " say" in words
    assert any("so alike elsewhere" in one.words for one in found.values())


def test_the_order_makes_no_difference() -> None:
    """The same claims and relations give the same standings."""
    claims, relations, _, _ = dossier(2)
    mixed = dict(reversed(claims.items()))
    shuffled = relations[:]
    Random(1).shuffle(shuffled)
    assert standings(mixed, shuffled, voice) == standings(claims, relations, voice)


def test_too_little_to_learn_from() -> None:
    """Two sources, or few things, teach nothing about who is right."""
    a, b = claim(0, 0, 100), claim(1, 0, 200)
    assert not standings({a.id: a, b.id: b}, [related(a, b, RelationKind.CONFLICTS)], voice)
    assert not standings({}, [], voice)


def test_who_contradicts_himself_is_no_one_voice() -> None:
    """Sites that were taken for copies of one another, but give other values, are told apart."""
    claims, relations, _, _ = dossier(3)

    def wide(one: Claim) -> tuple[str, ...]:
        return (
            "one origin" if one.claimant in {"Site 0", "Site 1", "Site 2"} else f"{one.claimant}",
            f"{one.claimant}",
        )

    assert standings(claims, relations, wide) == standings(claims, relations, voice)


def test_what_is_settled_or_rejected_is_no_rival() -> None:
    """Nor is another facet."""
    claims, relations, _, _ = dossier(4)
    odd = [
        one.model_copy(update={"state": RelationState.REJECTED})
        if one.kind is RelationKind.CONFLICTS and number % 2
        else one.model_copy(update={"conflict": ConflictState.RESOLVED, "resolution": Resolution.SCOPE_DIFFERENCE})
        if one.kind is RelationKind.CONFLICTS
        else one
        for number, one in enumerate(relations)
    ]
    assert standings(claims, odd, voice) == {}
    assert all(isinstance(one, Standing) for one in standings(claims, relations, voice).values())
