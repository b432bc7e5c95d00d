"""Labelled pairs in `data/`, and how well comparison does on them."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from claims.compare import compare_texts
from claims.model import RelationKind

DATA = Path(__file__).parent / "data"
SAME = frozenset({RelationKind.CORROBORATES, RelationKind.DUPLICATES})


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two statements and how they stand to each other."""

    group: str
    label: str
    a: str
    b: str


@dataclass(slots=True)
class Tally:
    """Counts of one group."""

    pairs: int = 0
    right: int = 0
    """With the label of the pair."""
    conflicts: int = 0
    found: int = 0
    """Conflicts called conflicts."""
    false: int = 0
    """Other pairs called conflicts."""


def load(name: str) -> list[Labelled]:
    """The pairs of one file."""
    rows = [line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [Labelled(group, label, a, b) for group, label, a, b in rows]


def is_right(pair: Labelled, kind: RelationKind | None) -> bool:
    """Whether an answer is what the label asks for; a long sentence that bears out a claim may refine it."""
    wanted: dict[str, frozenset[RelationKind | None]] = {
        "conflicts": frozenset({RelationKind.CONFLICTS}),
        "same": SAME | ({RelationKind.REFINES} if pair.group.startswith("twin") else set()),
        "refines": frozenset({RelationKind.REFINES}),
        "compatible": frozenset({None, *RelationKind}) - {RelationKind.CONFLICTS},
        "none": frozenset({None}),
        "told": SAME | {RelationKind.REFINES},
        "apart": frozenset({None, RelationKind.CONFLICTS}),
    }
    return kind in wanted[pair.label]


def tallies(name: str) -> dict[str, Tally]:
    """How comparison does on one file, by group."""
    groups: dict[str, Tally] = defaultdict(Tally)
    for pair in load(name):
        kind = compare_texts(pair.a, pair.b, given=True).kind
        tally, conflict = groups[pair.group], kind is RelationKind.CONFLICTS
        tally.pairs += 1
        tally.right += is_right(pair, kind)
        tally.conflicts += pair.label == "conflicts"
        tally.found += conflict and pair.label == "conflicts"
        tally.false += conflict and pair.label not in {"conflicts", "apart"}
    return groups


def both_twins(name: str, group: str) -> float:
    """Of the claims that stand against two versions of a sentence, the share that is right about both."""
    answers: dict[str, list[bool]] = defaultdict(list)
    for pair in load(name):
        if pair.group == group:
            answers[pair.a].append(is_right(pair, compare_texts(pair.a, pair.b, given=True).kind))
    twins = [all(found) for found in answers.values() if len(found) == 2]
    return sum(twins) / max(1, len(twins))


def precision(groups: dict[str, Tally]) -> float:
    """Of the pairs called conflicts, the share that are."""
    found, false = sum(t.found for t in groups.values()), sum(t.false for t in groups.values())
    return found / max(1, found + false)


def versions(told: str) -> tuple[str, str]:
    """Both versions of a sentence that gives what differs as {one|other}."""
    before, rest = told.split("{")
    inside, after = rest.split("}")
    one, other = inside.split("|")
    return before + one + after, before + other + after
