"""Who or what stands behind a thing, by name, in English sentences of any build: its architect, owner or namesake.

A bridge is designed by one engineer, a hospital run by one order, a river flows into one other. Two statements of one
thing that give another name for it clash; see `tables/ties_en.toml` for the ties and the expressions for each.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.english import apart_en, doers_en, named_en, one_thing_en
from claims.compare.english.asserted_en import Told, told
from claims.compare.english.forms_en import Expressions
from claims.compare.english.named_en import Stretch, text_of, words_in
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

COVER, SHARED = 0.5, 1.0
"""What two statements of one thing share at least: of the shorter one's content, and of content that is no name."""


class Tie(NamedTuple):
    """The names behind an expression, with its place."""

    names: frozenset[str]
    at: Stretch


@cache
def _table() -> tuple[tuple[str, ...], Expressions]:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "ties_en.toml").read_text("utf-8"))
    expressions, of = [], []
    for number, section in enumerate(table.values()):
        for line in re.split(r",(?![^(]*\))", section["behind"]):
            expressions.append(line.strip())
            of.append(number)
    return tuple(table), Expressions(expressions, of)


@of_one
def _kinds(side: Features) -> frozenset[int]:
    return _table()[1].groups_of(words_in(side))


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two give another name in the same tie."""
    common = _kinds(pair.a) & _kinds(pair.b)
    if not common or pair.shared_words < SHARED or apart_en.another_one(pair) or apart_en.other_number(pair):
        return None
    if _told_alike(pair) < COVER:
        return _other_doer(pair, common)
    for number in sorted(common):
        mine = _ties(pair.a, number)
        theirs = _ties(pair.b, number) if mine else ()
        if len(mine) == len(theirs) == 1 and _clash(pair, mine[0], theirs[0]):
            said = (" ".join(sorted(one.names)) for one in (mine[0], theirs[0]))
            reason = "“{}” in one, “{}” in the other ({})".format(*said, _table()[0][number])
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))
    return _other_doer(pair, common)


def _other_doer(pair: Pair, common: frozenset[int]) -> Comparison | None:
    """A conflict when another doer, without a name or by that of a relative, stands in the same tie."""
    for number in sorted(common):
        mine = _stretches(pair.a, number)
        theirs = _stretches(pair.b, number) if len(mine) == 1 else ()
        reason = doers_en.clash(pair, mine[0], theirs[0]) if len(theirs) == 1 else ""
        if reason and not one_thing_en.told_apart(pair, mine[0], theirs[0]):
            reason = f"{reason} ({_table()[0][number]})"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.IDENTITY, score=0.6, reasons=(reason,))
    return None


def _stretches(side: Features, number: int) -> tuple[Stretch, ...]:
    """Where a statement tells of one tie as a fact, one for each place."""
    expressions, text = _table()[1], text_of(side)
    found = {
        match.end(): Stretch(*match.span())
        for which in expressions.may(words_in(side), number)
        for match in expressions.places(which, text)
        if told(text, match.start()) is Told.FACT
    }
    return tuple(found.values())


def _told_alike(pair: Pair) -> float:
    """The share of the shorter one's content, figures and days among it, that the other has too."""
    values = one_thing_en.same_values(pair)
    return (pair.shared + values) / (min(pair.sizes) + values)


def _clash(pair: Pair, one: Tie, other: Tie) -> bool:
    if any(named_en.in_text(name, pair.b) for name in one.names):
        return False
    if any(named_en.in_text(name, pair.a) for name in other.names):
        return False
    areas = [any(words.stem(name) in words.areas() for name in tie.names) for tie in (one, other)]
    return areas[0] == areas[1] and not one_thing_en.told_apart(pair, one.at, other.at)


def _ties(side: Features, number: int) -> tuple[Tie, ...]:
    """The ties of one kind that a statement tells as facts."""
    expressions, text = _table()[1], text_of(side)
    found: dict[frozenset[str], Tie] = {}
    for which in expressions.may(words_in(side), number):
        for match in expressions.places(which, text):
            if told(text, match.start()) is Told.FACT and (names := _behind(side, match.end())):
                found.setdefault(names, Tie(names, Stretch(*match.span())))
    return tuple(found.values())


_gap = re.compile(r" (?:(?:the|an?|its|his|her|their|then|local|(?!and|or|of|in|at|on|to|by)[a-z][\w-]*) ){0,5}")
_joined = re.compile(r" |, | and |, and | of | of the | & | de | van | von | und | la | di ")
_BEFORE_NAMES = frozenset(
    ["st", "saint", "st.", "san", "santa", "sint", "sankt", "mount", "lake", "river", "pope", "king"]
)
_nation = re.compile(r" [a-z]")


def _behind(side: Features, end: int) -> frozenset[str]:
    """The words of the names right behind a place, articles and trades and their peoples left out."""
    text = text_of(side)
    found: list[named_en.Name] = []
    for name in named_en.names(side):
        if name.start < end:
            continue
        if not found:
            if name.word in words.demonyms() and _nation.match(side.text, name.end):
                continue  # by the Swiss engineer Otto Kern
            if not _lead(side, end, name.start):
                return frozenset()
        elif not _joined.fullmatch(text[found[-1].end : name.start]):
            break
        found.append(name)
    return frozenset(name.word for name in found) - _BEFORE_NAMES


def _lead(side: Features, end: int, start: int) -> bool:
    """Whether only an article, a people and a trade stand between an expression and a name."""
    between = re.sub(r"\b[A-Z]\w+ (?=[a-z])", "", side.text[end:start])
    return _gap.fullmatch(between.lower()) is not None


__all__ = ["relation"]
