"""Population, period and part: why two figures that differ need not clash, and who says all where another says some."""

import re
from collections.abc import Iterator

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.slots import differences, may_be_one, names_in
from claims.compare.tokens import Tokens
from claims.model import Certainty, Resolution

_forecast = re.compile(
    r"预计|预测|预期|目标|计划|打算|拟|\b(?:forecasts?|expect(?:s|ed)?|projected|target|would|will|plan(?:s|ned)? to)\b"
)
_PARTS = frozenset(
    ["average", "daily", "monthly", "cumulative", "combined", "平均", "人均", "累计", "合计", "单日", "其中"]
)


def apart(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    """Reasons why figures of the two statements are not of one population, place or period."""
    for one in differences(pair):
        rivals = [j for j in one.b if words.has_rivals(pair.right.stems[j])]
        for i in one.a if rivals else ():
            for j in rivals:
                mine, theirs = pair.left.stems[i], pair.right.stems[j]
                if words.exclude(mine, theirs):
                    yield (
                        f"one is about “{pair.left.words[i]}”, the other about “{pair.right.words[j]}”",
                        Resolution.SCOPE_DIFFERENCE,
                    )
        mine_named, theirs_named = names_in(pair.left, one.a), names_in(pair.right, one.b)
        if mine_named and theirs_named:
            name, other = pair.left.phrase(mine_named), pair.right.phrase(theirs_named)
            if not may_be_one(name, other):
                yield f"one is about “{name}”, the other about “{other}”", Resolution.SCOPE_DIFFERENCE
    mine_who, theirs_who = _gender(pair.left), _gender(pair.right)
    if mine_who and theirs_who and mine_who.isdisjoint(theirs_who):
        yield "one is about a man, the other about a woman", Resolution.SCOPE_DIFFERENCE
    strangers = own_names(pair)
    if strangers:
        yield f"one is about “{strangers[0]}”, the other about “{strangers[1]}”", Resolution.SCOPE_DIFFERENCE
    if other_people(pair, strict=True):
        yield "they are about different people", Resolution.SCOPE_DIFFERENCE
    yield from _other_population(pair)
    yield from _time_and_part(pair)


def _other_population(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    """In two sentences of one build, another word in the clause of the figure is another thing that is counted."""
    if pair.a.language != pair.b.language or not pair.figures_matched:
        return
    clauses = {pair.left.clause[match.a.place] for match in pair.figures_matched}
    measured = {measure for match in pair.figures_matched for measure in match.a.measures & match.b.measures}
    if pair.closeness < (ONE_BUILD if measured.isdisjoint(PERSONAL) else PERSONAL_BUILD):
        return
    for one in differences(pair):
        named = [
            words.measures().get(tokens.stems[i], frozenset())
            for tokens, at in ((pair.left, one.a), (pair.right, one.b))
            for i in at
        ]
        if pair.left.clause[one.a[0]] in clauses and not any(measured & each for each in named):
            yield f"one is about “{one.mine}”, the other about “{one.theirs}”", Resolution.SCOPE_DIFFERENCE


ONE_BUILD, PERSONAL_BUILD = 0.6, 0.5
"""From this closeness on, two statements are built alike; less is needed where a person's own figures are told."""


def own_names(pair: Pair) -> tuple[str, str] | None:
    """A name that only a has and one that only b has, when both have such."""
    mine = [name for name in pair.a.names if not _known(name, pair.b.names, pair.b.key)]
    theirs = [name for name in pair.b.names if not _known(name, pair.a.names, pair.a.key)]
    # A name in Latin letters and one in Chinese may be one name: only those of one script tell two people apart.
    return next(((one, other) for one in mine for other in theirs if one.isascii() == other.isascii()), None)


def _known(name: str, others: tuple[str, ...], key: str) -> bool:
    return name in key or any(name.isascii() == other.isascii() and may_be_one(name, other) for other in others)


def _time_and_part(pair: Pair) -> Iterator[tuple[str, Resolution]]:
    planned = [one.certainty is Certainty.PLANNED for one in (pair.a, pair.b)]
    planned = [one or bool(_forecast.search(side.key)) for one, side in zip(planned, (pair.a, pair.b), strict=True)]
    if planned[0] != planned[1]:
        yield "one is a plan or a forecast, the other has happened", Resolution.TEMPORAL_CHANGE
    for match in pair.figures_matched:
        mine, theirs = _beside(pair.left, match.a.place), _beside(pair.right, match.b.place)
        if bool(mine) != bool(theirs):
            yield f"only one counts “{min(mine or theirs)}”", Resolution.SCOPE_DIFFERENCE


def _beside(tokens: Tokens, place: int) -> frozenset[str]:
    """Words right beside a figure that make it a part or a mean."""
    return _PARTS.intersection(tokens.words[max(0, place - 3) : place + 2])


PERSONAL = frozenset({"tenure", "age", "pay", "appearances", "prison"})
"""Measures that belong to a person: those of two people are never compared."""
_where = re.compile(r"(?:在|于|\bat |\bfor |\bwith )$")


def other_people(pair: Pair, *, strict: bool) -> bool:
    """Whether figures of people are matched though nobody is named by both or, if strict, somebody by one only."""
    if not any(match.a.measures & match.b.measures & PERSONAL for match in pair.figures_matched):
        return False
    if strict and unshared_names(pair):
        return True
    both = shared_names(pair)
    named = bool(pair.a.names or pair.b.names) and len(both) < max(len(pair.a.names), len(pair.b.names))
    return named and all(_only_place(name, pair.a.key) or _only_place(name, pair.b.key) for name in both)


def shared_names(pair: Pair) -> list[str]:
    """Names of a that b has too."""
    return [name for name in pair.a.names if _known(name, pair.b.names, pair.b.key)]


def unshared_names(pair: Pair) -> list[str]:
    """Names that only one has though the other has names in the same script."""
    found = []
    for one, other, key in ((pair.a, pair.b, pair.b.key), (pair.b, pair.a, pair.a.key)):
        scripts = {name.isascii() for name in other.names}
        found += [name for name in one.names if name.isascii() in scripts and not _known(name, other.names, key)]
    return found


def _only_place(name: str, key: str) -> bool:
    at = key.find(name)
    return at >= 0 and bool(_where.search(key, max(0, at - 5), at))


def _gender(tokens: Tokens) -> frozenset[str]:
    return frozenset(words.HE_SHE[word] for word in tokens.words if word in words.HE_SHE)
