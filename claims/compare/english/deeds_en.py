"""What an English statement tells of things that happen once: the deed, and its time, its place and who did it.

The deeds and the expressions that tell them stand in `tables/once_en.toml`. A time or a place is a deed's own where it
stands right behind it or opens the sentence, and nothing else that is told comes between.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare import words
from claims.compare.english import contests_en, counted_en, named_en
from claims.compare.english.asserted_en import Told, told
from claims.compare.english.contests_en import Party
from claims.compare.english.forms_en import Expressions
from claims.compare.english.named_en import WEEKDAY, Stretch, text_of, words_in
from claims.compare.values import Features, of_one, of_one_in
from claims.model import DateSpan, Quantity
from evidence.text import lazy_re as re


class Kind(NamedTuple):
    """One kind of deed, with what there is only one of."""

    name: str
    asks: frozenset[str]
    of_somebody: bool
    """Whether it happens to people."""


class Deed(NamedTuple):
    """One deed as a statement tells it; its time, place and doer where its kind asks for them."""

    at: Stretch
    when: tuple[DateSpan, ...]
    where: frozenset[str]
    """The words of the names of places."""
    who: Party | None
    subject: Party | None
    """Who is named as its subject, unless that is its doer or its place."""
    figure: Quantity | None
    """How many or how much."""
    thing: str
    """The words that name what it is done to, or its subject."""
    head: frozenset[str]
    """The noun of these, where it is no name; else empty."""


@cache
def _table() -> tuple[tuple[Kind, ...], Expressions, tuple[str, ...]]:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "once_en.toml").read_text("utf-8"))
    kinds, expressions, of, places = [], [], [], []
    for number, (name, section) in enumerate(table.items()):
        kinds.append(Kind(name, frozenset(section["asks"]), "of_somebody" in section))
        for how in ("told", "does", "falls_to", "at_subject", "at_object"):
            for line in re.split(r"[,\n](?![^(]*\))", section.get(how, "")):
                if line.strip():
                    expressions.append(line.strip())
                    of.append(number)
                    places.append(how)
    return tuple(kinds), Expressions(expressions, of), tuple(places)


def kind(number: int) -> Kind:
    """A kind of deed by its number."""
    return _table()[0][number]


@of_one
def kinds(side: Features) -> frozenset[int]:
    """The kinds of deeds of which a statement may tell one."""
    return _table()[1].groups_of(words_in(side))


@of_one_in
def deeds(side: Features, of: int) -> tuple[Deed, ...]:
    """The deeds of one kind that a statement tells as facts; worked out once for each that another may tell too."""
    return tuple(_deeds(side, of))


def _deeds(side: Features, of: int) -> Iterator[Deed]:
    _, expressions, places = _table()
    text = text_of(side)
    for number in expressions.may(words_in(side), of):
        for match in expressions.places(number, text):
            if told(text, match.start()) is Told.FACT:
                yield _deed(side, Stretch(*match.span()), places[number], kind(of))


def _deed(side: Features, at: Stretch, how: str, of: Kind) -> Deed:
    text = text_of(side)
    passive = bool(_passive.search(text[max(0, at.start - 24) : at.end]))
    given = bool(_given.search(text, at.start, at.end))
    start, thing = _thing(side, at, active=how == "does" and not (passive and not given))
    inside = [name for name in named_en.names(side) if start <= name.start < start + len(thing)]
    named = any(not text.startswith(("'s ", "' "), name.end) for name in inside)
    when = _times(side, at) if "when" in of.asks else ()
    where = _set_at(side, at, how) if "where" in of.asks else frozenset[str]()
    who = _doer(side, at, how, passive=passive) if "who" in of.asks else None
    subject = contests_en.before(side, at.start) if how == "told" or passive else None
    only_tell = "how_many" in of.asks or (not of.of_somebody and _people.search(thing))
    head = frozenset[str]() if named or only_tell else _head(thing)
    return Deed(at, when, where, who, subject, _figure(side, at, of), thing, head)


def _figure(side: Features, at: Stretch, of: Kind) -> Quantity | None:
    sort = next((ask for ask in ("how_many", "how_much") if ask in of.asks), None)
    return counted_en.figure(side, at, sort) if sort else None


_passive = re.compile(
    r"\b(?:was|were|been|being|be|is|are|got)(?: \w+){0,2} (?:\w+ed|\w+en|set up|built|found|won|born)$"
)
_by = re.compile(r"(?: \w+){0,6}? by ")


_given = re.compile(r"\b(?:awarded|given|with)\b")
_nation = re.compile(r" (?!on\b|in\b|at\b|by\b|for\b|from\b|of\b|and\b)[a-z]+(?: [a-z]+)?,? (?=[A-Z])")


def _doer(side: Features, at: Stretch, how: str, *, passive: bool) -> Party | None:
    """Who did it, or to whom it fell, by name."""
    text = text_of(side)
    if how == "does" and (not passive or _given.search(text, at.start, at.end)):
        return contests_en.before(side, at.start)
    by = _by.match(text, at.end) if how == "does" else None
    found = contests_en.behind(side, by.end() if by else at.end) if by or how == "falls_to" else None
    if found is not None and (lead := _nation.match(side.text, found.end)):
        return contests_en.behind(side, lead.end()) or found  # Iranian director Behrouz Kamali
    return found


# --- when and where ---------------------------------------------------------------------------------------------------

BEHIND = 90
"""Letters behind a deed in which its time and place are looked for."""
_end = re.compile(
    r"[;:!?()\u2013\u2014]|\.(?=\s|$)"
    r"|\b(?:said|says|told|announced|according|who|which|when|after|before|until|since|while|but|because|where|whose"
    r"|ahead|as (?!\w+ (?:of|on|in|by|at)\b)|to [a-z]+ [a-z]+ing|than|having"
    r"|and (?:was|is|has|had|will|the|its|his|her|he|she|it|they|then)|following|during|later|earlier)\b"
)
_day = re.compile(
    rf"\b(?:{WEEKDAY}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d{{4}})\b",
    re.IGNORECASE,
)
_opening = re.compile(r"^\s*(?:\w+ )?(?:on|in|at|early|late|by)?(?: the)? ?$")
_opens_place = re.compile(r"^\s*(?:in|at|near|outside|off) (?:the )?$")
_placed = re.compile(
    r"\b(?:in|at|near|outside|off|above|below|beside|beneath|close to|north of|south of|east of|west of)"
    r"(?: (?!(?:from|by|with|to|for|and)\b)[a-z][a-z'-]*){0,5} $"
)


def _behind(side: Features, at: Stretch) -> int:
    """Where ends what stands behind a deed and belongs to it."""
    text = text_of(side)
    cut = _end.search(text, at.end, at.end + BEHIND)
    return cut.start() if cut else min(len(text), at.end + BEHIND)


def _times(side: Features, at: Stretch) -> tuple[DateSpan, ...]:
    """The time right behind a deed, else the one that opens the sentence."""
    text, last = text_of(side), _behind(side, at)
    dated = [one for one in side.dates if one.start is not None and _day.search(one.text)]
    near = [one for one in dated if at.start <= (one.start or 0) < last]
    if near:
        return (next((one for one in near if (one.start or 0) >= at.end), near[0]),)
    first = named_en.part(side, at.start, at.end)[0]
    for one in dated:
        start = one.start or 0
        if first <= start < at.start and _opening.match(text[first:start]) and not _end.search(text, start, at.start):
            return (one,)
    return ()


def _set_at(side: Features, at: Stretch, how: str) -> frozenset[str]:
    """The names of the place of a deed: of its subject or object where these are the place."""
    if not how.startswith("at_"):
        return _places(side, at)
    place = contests_en.before(side, at.start) if how == "at_subject" else contests_en.behind(side, at.end)
    return place.words if place else frozenset()


def _places(side: Features, at: Stretch) -> frozenset[str]:
    """The names of places behind a deed, else of the one that opens the sentence."""
    text, last = text_of(side), _behind(side, at)
    found: set[str] = set()
    for name in named_en.names(side):
        if at.start <= name.start < last and _placed.search(text, at.start, name.start):
            found |= named_en.run(side, name)
    if found:
        return frozenset(found)
    first = named_en.part(side, at.start, at.end)[0]
    for name in named_en.names(side):
        if first <= name.start < at.start and _opens_place.match(text[first : name.start]):
            return named_en.run(side, name) if not _end.search(text, name.start, at.start) else frozenset()
    return frozenset()


# --- to what it is done -----------------------------------------------------------------------------------------------

_object = re.compile(
    r" (?:the|a|an|its|his|her|their|[\w'-]+'s?)? ?((?:[\w'-]+ ){0,3}?[\w'-]+)"
    r"(?= (?:in|at|on|for|from|by|with|under|over|during|after|before|near|as|that|which|who|to|and|when|of)\b"
    r"|[,;:.]|$)"
)
_subject = re.compile(
    r"(?:.*(?:[,;:.] |\b(?:that|and|but|said|says|announced|found|confirmed) ))?"
    r"(?:the |a |an |its |his |her |their )?([^,;:.]*)$"
)
_small = re.compile(r"(?:in|at|on|for|from|by|with|under|over|during|after|before|near|as|to|of|and|of)\b")
_also = re.compile(r" (?:was|were|has|had|is|are|be|been|will|to)\b.*$| (?:of|in|at|from|for|who|which|that|after) .*$")


def _thing(side: Features, at: Stretch, *, active: bool) -> tuple[int, str]:
    """The words that name to what a deed is done, with their place: its object, else its subject."""
    text = text_of(side)
    behind = _object.match(text, at.end) if active and not _small.match(text, at.end + 1) else None
    if behind is not None:
        return behind.start(1), behind[1]
    first = named_en.part(side, at.start, at.end)[0]
    before = _subject.match(text[first : at.start])
    return (first + before.start(1), _unmodified(_also.sub("", before[1]))) if before else (first, "")


def _unmodified(phrase: str) -> str:
    """A phrase up to the participle behind its noun: the canvas (taken from the gallery)."""
    parts = phrase.split(" ")
    past = next((i for i, word in enumerate(parts) if i and words.is_past(word)), len(parts))
    return " ".join(parts[:past])


_people = re.compile(
    r"(?:(?:ers|ors|ists|ants|ees|men|people|police|ministry|officials|family|council|government|company|court|team|who"
    r"|which|firm|regulator|board|jury)) ?$"
)
"""People or a body, who tell it or do it where it does not happen to people."""


def _head(phrase: str) -> frozenset[str]:
    """The stem of the last noun of a phrase."""
    plain = [words.stem(word) for word in re.findall(r"[a-z][a-z'-]*[a-z]", phrase)]
    left = [stem for stem in plain if stem not in words.stop_stems()]
    return frozenset(left[-1:])


__all__ = ["Deed", "Kind", "deeds", "kind", "kinds"]
