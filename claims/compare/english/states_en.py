"""States of one matter that exclude each other, told by two English statements in any words: acquitted, convicted.

Each state is a class of expressions (`tables/states_en.toml`). Two statements clash when what both name shows that they
speak of one thing, each tells just one state of a matter as a fact, and nothing says that they tell it of two persons,
parts, places or times.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.alignment import Pair
from claims.compare.english import named_en, one_thing_en, themes_en
from claims.compare.english.asserted_en import Told, told
from claims.compare.english.forms_en import Expressions, literal, pattern, words_of
from claims.compare.english.named_en import WEEKDAY, Stretch, text_of, words_in
from claims.compare.english.subject_en import one_subject
from claims.compare.facets.contraries import contraries
from claims.compare.facets.polarity import excepting, excepts_alone, not_since_then
from claims.compare.findings import ONE_SENTENCE
from claims.compare.needed import Cue
from claims.compare.values import Comparison, Features, of_one, of_one_in
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re


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
    once: bool
    of_measure: bool
    of_name: bool
    alike: tuple[frozenset[str], ...]
    """Stems of nouns that are one measure."""


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
    states: tuple[int, ...]
    of: dict[int, tuple[frozenset[str], ...]]
    """Words of which a text must have all of some group to tell anything of a matter; of most matters any text may."""

    def may(self, matter: int, text_words: frozenset[str]) -> bool:
        """Whether a text with some words may tell something of a matter."""
        for of in self.of.get(matter, _ANY):  # noqa: SIM110  a generator would cost as much again
            if of <= text_words:
                return True
        return False


_ANY = (frozenset[str](),)


@cache
def _table() -> Table:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "states_en.toml").read_text("utf-8"))
    matters, expressions, places = [], [], []
    asking: dict[int, tuple[frozenset[str], ...]] = {}
    for number, (name, section) in enumerate(table.items()):
        states = [key for key in section if key not in _NO_STATES]
        if "of" in section:
            asking[number] = tuple(words_of(each) for one in section["of"].split("|") for each in (one, f"{one}s"))
        named = section.get("of") or section.get("beside")
        nouns = re.compile(pattern(f"({named})")) if named else None
        matters.append(
            Matter(
                name=name,
                states=tuple(states),
                nouns=nouns,
                beside="beside" in section,
                of_somebody="of_somebody" in section,
                of_thing="of_thing" not in section,
                in_turn="in_turn" in section,
                once="once" in section,
                of_measure="of_measure" in section,
                of_name="of_name" in section,
                alike=_alike(section),
            )
        )
        for state, key in enumerate(states):
            for line in re.split(r"[,\n]", section[key]):
                if line.strip():
                    expressions.append(line.strip())
                    places.append((number, state))
    made = Expressions(expressions, [matter for matter, _ in places])
    return Table(tuple(matters), made, tuple(state for _, state in places), asking)


_NO_STATES = frozenset(["of", "beside", "of_somebody", "of_thing", "in_turn", "once", "of_measure", "of_name", "alike"])


def _alike(section: dict[str, str]) -> tuple[frozenset[str], ...]:
    groups = section.get("alike", "").split(",")
    return tuple(frozenset(words.stem(noun.strip()) for noun in group.split("|")) for group in groups if group)


@of_one
def _matters(side: Features) -> frozenset[int]:
    """The matters of which a statement has a word that one of their expressions asks for."""
    return _table().expressions.groups_of(words_in(side))


@of_one_in
def told_of(side: Features, matter: int) -> tuple[State, ...]:
    """What a statement tells of one matter; worked out once for each that the other statement may tell of too."""
    return tuple(_outermost(list(_states(side, matter))))


def _states(side: Features, matter: int) -> Iterator[State]:
    """What a statement tells of one matter, in the order of the table."""
    table, text, text_words = _table(), text_of(side), words_in(side)
    if not table.may(matter, text_words):
        return
    about = table.matters[matter]
    for number in table.expressions.may(text_words, matter):
        for match in table.expressions.places(number, text):
            start, end = match.span()
            if about.beside and about.nouns and not about.nouns.search(text, *_reach(text, start, end)):
                continue
            how = told(text, start)
            if how is not Told.OPEN:
                said = Stretch(start, end, about.nouns, literal(table.expressions.short[number]))
                yield State(table.states[number], how is Told.FACT, said)


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


@of_one
def _of_both(pair: Pair) -> list[tuple[int, tuple[State, ...], tuple[State, ...]]]:
    """The matters of which both tell something, in order, with what each tells."""
    return [
        (matter, mine, theirs)
        for matter in sorted(_matters(pair.a) & _matters(pair.b))
        if (mine := told_of(pair.a, matter)) and (theirs := told_of(pair.b, matter))
    ]


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two tell states that exclude each other."""
    opposed = []
    for matter, mine, theirs in _of_both(pair):
        one, other = _single(mine), _single(theirs)
        if one is not None and other is not None and _exclude(one, other):
            opposed.append((_table().matters[matter], one, other))
    anchored = bool(opposed) and (one_thing_en.anchored(pair) or one_subject(pair))
    if not anchored or one_thing_en.of_two_occasions(pair):
        return None
    if (
        not_since_then(pair)
        or excepting(pair)
        or excepts_alone(pair)
        or _put_off.search(text_of(pair.a))
        or _put_off.search(text_of(pair.b))
    ):
        return None  # all but one died, only one survived; put off to Saturday, held on Saturday
    clash = next((said for matter, one, other in opposed if (said := _clash(pair, matter, one, other))), None)
    if clash is None:
        return None
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.POLARITY, score=0.6, reasons=(clash,))


def one_goes_on(pair: Pair) -> bool:
    """Whether one tells the other's state of a matter and the next one too: arrested, and then released on bail."""
    if any(_ever_since.search(text_of(side)) for side in (pair.a, pair.b)):
        return False
    if pair.closeness >= ONE_SENTENCE and contraries(pair):
        return False  # one stands where the other has its contrary
    numbers = [[{state.number for state in told if state.fact} for told in both] for _, *both in _of_both(pair)]
    return any(one and other and one != other and (one < other or other < one) for one, other in numbers)


_ever_since = re.compile(r"\b(?:ever since|to this day|still|remain(?:s|ed)?)\b")


def _exclude(one: State, other: State) -> bool:
    """Whether two states of one matter exclude each other: two that are facts, or one that is told and denied."""
    if one.fact and other.fact:
        return one.number != other.number
    return one.fact != other.fact and one.number == other.number


def _clash(pair: Pair, matter: Matter, one: State, other: State) -> str:
    """How two states that exclude each other clash; empty where they are said of two things."""
    in_one_place = _in_one_place(pair, one.at, other.at)
    if matter.once and one_subject(pair):
        return _reason(pair, one, other)
    if in_one_place and (one_thing_en.of_two_days(pair, one.at, other.at) or one_thing_en.of_two_charges(pair)):
        return ""
    if not in_one_place and one_thing_en.of_two(pair, one.at, other.at, somebody=matter.of_somebody):
        return ""
    if _to_two(pair, one, other) or (matter.of_name and _of_two_names(pair, matter, one, other)):
        return ""
    if matter.in_turn and bool(pair.a.dates) != bool(pair.b.dates):
        return ""
    if matter.of_measure and not _of_one_measure(pair, matter, one, other):
        return ""
    if matter.of_thing and (
        themes_en.of_two_things(pair, one.at, other.at) or themes_en.of_two_parties(pair, one.at, other.at)
    ):
        return ""
    return _reason(pair, one, other)


def _reason(pair: Pair, one: State, other: State) -> str:
    said = [text_of(side)[state.at.start : state.at.end] for side, state in ((pair.a, one), (pair.b, other))]
    denied = ["" if state.fact else "not " for state in (one, other)]
    return f"“{denied[0]}{said[0]}” against “{denied[1]}{said[1]}”"


LEAST, LONG = 2, 5
"""So many words at least are the same before what stands in one place of two sentences, and without `was` so many."""


def _in_one_place(pair: Pair, one: Stretch, other: Stretch) -> bool:
    """Whether two sentences are the same up to their states: closed in 1968 and was pulled down, and was converted."""
    before = [text_of(side)[: said.start] for side, said in ((pair.a, one), (pair.b, other))]
    mine, theirs = (_lead.sub("", each) for each in before)
    long = mine.count(" ") + 1 >= LONG or all(_passive.search(each) for each in before)
    return mine == theirs and mine.count(" ") + 1 >= LEAST and long


_lead = re.compile(r"(?:(?:^|,? )(?:and|but|an?|the|is|was|were|are|has|had|been|it|in|as))* *$")
_passive = re.compile(r"\b(?:is|was|were|are|been)\b")
_to = re.compile(r"(?: to)? (?:the |all )?([a-z]+)")


def _to_two(pair: Pair, one: State, other: State) -> bool:
    """Whether each is told of others: reopened to pedestrians, closed to lorries."""
    found = []
    for side, state in ((pair.a, one), (pair.b, other)):
        text = text_of(side)
        to = _to.match(text, state.at.end)
        if to is None or not (text.startswith(" to ", state.at.end) or text.endswith(" to", 0, state.at.end)):
            return False
        found.append(words.stem(to[1]))
    return not alike(*found)


def _of_two_names(pair: Pair, matter: Matter, one: State, other: State) -> bool:
    """Whether the names behind the two are of two things: won the one prize, shortlisted for the other."""
    mine, theirs = (
        {
            name.word
            for name in named_en.names(side)
            if 0 < name.start - state.at.end < NAMED and not (matter.nouns and matter.nouns.fullmatch(name.word))
        }
        for side, state in ((pair.a, one), (pair.b, other))
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


NAMED = 40
"""Letters behind an expression in which the name stands of what it is said of."""
_put_off = Cue(
    r"\b(?:postpon|delay|defer|mov|push|put|reschedul|brought|bring)\w*\b[^.;]{0,60} (?:to|until|till)"
    r" (?:next |the |\d\d? )*"
    rf"(?:{WEEKDAY}|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|tomorrow|spring|summer|autumn|winter|week|month|year)\b"
)


def _of_one_measure(pair: Pair, matter: Matter, one: State, other: State) -> bool:
    """Whether the nouns beside which two states stand are alike: sales and takings, not sales and profit."""
    mine, theirs = (
        {words.stem(found) for found in _nouns_beside(matter, text_of(side), state.at)}
        for side, state in ((pair.a, one), (pair.b, other))
    )
    if any(mine & group and theirs & group for group in matter.alike):
        return True
    return any(alike(noun, rival) for noun in mine for rival in theirs)


def _single(found: tuple[State, ...]) -> State | None:
    """The one state that a statement tells of a matter; None where it tells several."""
    facts = [one for one in found if one.fact]
    left = facts or list(found)
    return max(left, key=lambda one: one.at.end - one.at.start) if len({one.number for one in left}) == 1 else None


__all__ = ["one_goes_on", "relation", "told_of"]
