"""States of one matter that exclude each other, told by two English statements in any words: acquitted, convicted.

Each state is a class of expressions (`tables/states_en.toml`). Two statements clash when what both name shows that they
speak of one thing, each tells just one state of a matter as a fact, and nothing says that they tell it of two persons,
parts, places or times.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.alignment import Pair
from claims.compare.english import one_thing_en, themes_en
from claims.compare.english.asserted_en import Told, told
from claims.compare.english.forms_en import Expressions, literal, pattern, words_of
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.facets.polarity import excepting
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind


class Matter(NamedTuple):
    """One matter: its states, and what must stand beside them."""

    name: str
    states: tuple[str, ...]
    nouns: re.Pattern[str] | None
    """Words of which a statement of this matter has some, or beside which a state must stand."""
    beside: bool
    of_somebody: bool
    of_thing: bool
    in_turn: bool
    of_measure: bool


class State(NamedTuple):
    """One state as a statement tells it."""

    number: int
    fact: bool
    """Told as a fact; else denied."""
    at: Stretch


class Table(NamedTuple):
    """The matters, and all expressions with the matter and the state of each."""

    matters: tuple[Matter, ...]
    expressions: Expressions
    places: tuple[tuple[int, int], ...]
    by_word: dict[str, set[int]]
    """The matters for which one word of a text is enough."""
    always: frozenset[int]
    """Those that need no word."""
    together: tuple[tuple[frozenset[str], int], ...]
    """Several words that are enough together, with their matter."""

    def may(self, text_words: frozenset[str]) -> frozenset[int]:
        """The matters of which a text with some words may tell something."""
        found = self.always.union(*(self.by_word[word] for word in self.by_word.keys() & text_words))
        return found.union(number for of, number in self.together if of <= text_words)


@cache
def _table() -> Table:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "states_en.toml").read_text("utf-8"))
    matters, expressions, places = [], [], []
    asking: dict[int, list[frozenset[str]]] = {}
    for number, (name, section) in enumerate(table.items()):
        states = [key for key in section if key not in _NO_STATES]
        if "of" in section:
            asking[number] = [words_of(each) for one in section["of"].split("|") for each in (one, f"{one}s")]
        named = section.get("of") or section.get("beside")
        nouns = re.compile(pattern(f"({named})")) if named else None
        flags = "of_somebody" in section, "of_thing" not in section, "in_turn" in section, "of_measure" in section
        matters.append(Matter(name, tuple(states), nouns, "beside" in section, *flags))
        for state, key in enumerate(states):
            for line in re.split(r"[,\n]", section[key]):
                if line.strip():
                    expressions.append(line.strip())
                    places.append((number, state))
    by_word: dict[str, set[int]] = {}
    for number, of in asking.items():
        for word in (word for words_ in of if len(words_) == 1 for word in words_):
            by_word.setdefault(word, set()).add(number)
    together = tuple((words_, number) for number, of in asking.items() for words_ in of if len(words_) > 1)
    always = frozenset(range(len(matters))) - asking.keys()
    return Table(tuple(matters), Expressions(expressions), tuple(places), by_word, always, together)


_NO_STATES = frozenset(["of", "beside", "of_somebody", "of_thing", "in_turn", "of_measure"])


@of_one
def states(side: Features) -> dict[int, tuple[State, ...]]:
    """The matters of which a statement tells something, by number, and what it tells."""
    table = _table()
    text = text_of(side)
    found: dict[int, list[State]] = {}
    text_words = words_of(text)
    may = table.may(text_words)
    for number in sorted(table.expressions.may(text_words)):
        matter, state = table.places[number]
        if matter not in may:
            continue
        about = table.matters[matter]
        for match in table.expressions.places(number, text):
            start, end = match.span()
            if about.beside and about.nouns and not about.nouns.search(text, *_reach(text, start, end)):
                continue
            how = told(text, start)
            if how is not Told.OPEN:
                said = Stretch(start, end, about.nouns, literal(table.expressions.short[number]))
                found.setdefault(matter, []).append(State(state, how is Told.FACT, said))
    return {matter: tuple(_outermost(each)) for matter, each in found.items()}


_break = re.compile(r"[;:.!?()](?!\d)|\b(?:and|but|while|as|after|with)\b")
BESIDE = 70
"""Letters to either side in which the word must stand that an expression belongs to."""


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around an expression in which the word must stand that it belongs to."""
    first = max(
        [cut.end() for cut in _break.finditer(text, max(0, start - BESIDE), start)], default=max(0, start - BESIDE)
    )
    cut = _break.search(text, end)
    return first, min(cut.start() if cut else len(text), end + BESIDE)


def _nouns_beside(matter: Matter, text: str, at: Stretch) -> list[str]:
    return matter.nouns.findall(text, *_reach(text, at.start, at.end)) if matter.nouns else []


def _outermost(found: list[State]) -> Iterator[State]:
    """States whose words do not stand inside another's: no lives lost holds lives lost."""
    for one in found:
        inside = (
            other.at.start <= one.at.start and one.at.end <= other.at.end and other.at[:2] != one.at[:2]
            for other in found
            if other.number != one.number
        )
        if not any(inside):
            yield one


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two tell states that exclude each other."""
    mine, theirs = states(pair.a), states(pair.b)
    common = mine.keys() & theirs.keys()
    if not common or not one_thing_en.anchored(pair) or one_thing_en.of_two_occasions(pair):
        return None
    if excepting(pair) or any(_put_off.search(text_of(side)) for side in (pair.a, pair.b)):
        return None  # all but one died, only one survived; put off to Saturday, held on Saturday
    for matter in sorted(common):
        if clash := _clash(pair, _table().matters[matter], mine[matter], theirs[matter]):
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(clash,))
    return None


def one_goes_on(pair: Pair) -> bool:
    """Whether one tells the other's state of a matter and the next one too: arrested, and then released on bail."""
    if any(_ever_since.search(text_of(side)) for side in (pair.a, pair.b)):
        return False
    mine, theirs = states(pair.a), states(pair.b)
    numbers = [
        [{state.number for state in told[matter] if state.fact} for told in (mine, theirs)]
        for matter in mine.keys() & theirs.keys()
    ]
    return any(one and other and one != other and (one < other or other < one) for one, other in numbers)


_ever_since = re.compile(r"\b(?:ever since|to this day|still|remain(?:s|ed)?)\b")


def _clash(pair: Pair, matter: Matter, mine: tuple[State, ...], theirs: tuple[State, ...]) -> str:
    one, other = _single(mine), _single(theirs)
    if one is None or other is None or (one.number == other.number) == (one.fact == other.fact):
        return ""
    if not (one.fact or other.fact) or (one.fact != other.fact and one.number != other.number):
        return ""
    if one_thing_en.of_two(pair, one.at, other.at, somebody=matter.of_somebody):
        return ""
    if matter.in_turn and bool(pair.a.dates) != bool(pair.b.dates):
        return ""
    if matter.of_measure and not _of_one_measure(pair, matter, one, other):
        return ""
    if matter.of_thing and themes_en.of_two_things(pair, one.at, other.at):
        return ""
    said = [text_of(side)[state.at.start : state.at.end] for side, state in ((pair.a, one), (pair.b, other))]
    denied = ["" if state.fact else "not " for state in (one, other)]
    return f"“{denied[0]}{said[0]}” against “{denied[1]}{said[1]}”"


_put_off = re.compile(
    r"\b(?:postpon|delay|defer|mov|push|put|reschedul|brought|bring)\w*\b[^.;]{0,60} (?:to|until|till)"
    r" (?:next |the |\d\d? )*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|tomorrow|spring|summer|autumn|winter|week|month|year)\b"
)


def _of_one_measure(pair: Pair, matter: Matter, one: State, other: State) -> bool:
    """Whether the nouns beside which two states stand are alike: sales and takings, not sales and profit."""
    mine, theirs = (
        {words.stem(found) for found in _nouns_beside(matter, text_of(side), state.at)}
        for side, state in ((pair.a, one), (pair.b, other))
    )
    return any(noun == rival or akin(noun, rival) for noun in mine for rival in theirs)


def _single(found: tuple[State, ...]) -> State | None:
    """The one state that a statement tells of a matter; None where it tells several."""
    facts = [one for one in found if one.fact]
    left = facts or list(found)
    return max(left, key=lambda one: one.at.end - one.at.start) if len({one.number for one in left}) == 1 else None


__all__ = ["one_goes_on", "relation", "states"]
