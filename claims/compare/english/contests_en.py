"""Who wins and who loses, in English sentences of any build: X beat Y, Y were runners-up, voters gave X another term.

Two statements clash when one's winner is the other's loser and both name the contest or the other party too.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.english import apart_en, named_en, one_thing_en
from claims.compare.english.asserted_en import Told, told
from claims.compare.english.forms_en import Expressions
from claims.compare.english.named_en import Stretch, text_of, words_in
from claims.compare.values import Comparison, Features, of_one
from claims.compare.words import is_past
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re


class Party(NamedTuple):
    """A name with its place in the text."""

    words: frozenset[str]
    start: int
    end: int


class Result(NamedTuple):
    """Who won and who lost, as far as one statement tells, and where it tells it."""

    won: tuple[Party, ...]
    lost: tuple[Party, ...]
    at: tuple[Stretch, ...]


@cache
def _table() -> tuple[Expressions, tuple[str, ...]]:
    table = tomllib.loads(files("claims.compare").joinpath("tables", "contests_en.toml").read_text("utf-8"))
    expressions, kinds = [], []
    for kind, lines in table.items():
        for line in re.split(r"[,\n](?![^(]*\))", lines):
            if line.strip():
                expressions.append(line.strip())
                kinds.append(kind)
    return Expressions(expressions), tuple(kinds)


@of_one
def _parties(side: Features) -> tuple[Party, ...]:
    """The names of a statement, those left out that stand in the possessive: they belong to another."""
    found: list[Party] = []
    for name in named_en.names(side):
        if found and name.start - found[-1].end <= named_en.JOINED:
            found[-1] = Party(found[-1].words | {name.word}, found[-1].start, name.end)
        else:
            found.append(Party(frozenset([name.word]), name.start, name.end))
    text = text_of(side)
    return tuple(one for one in found if not text.startswith(("'s", "' "), one.end))


_governed = re.compile(
    r"\b(?:of|in|at|for|from|by|with|to|on|over|against|near|under|than|before|after|behind|as)"
    r"(?: (?:the|a|an|its|his|her|their|\w+['-]\w+))?(?: \w+)? ?$"
)
_challenge = re.compile(
    r"\b(?:challenges?|charges?|bids?|threats?|attempts?|fightback|runs?|attacks?) (?:from|of|by)\b"
)
_governing = re.compile(r"\b(?:of|in|at|for|from|by|with|to|on|under|after|before|behind|as|when|that|which|who|and)\b")
_passive = re.compile(r"\b(?:was|were|been|being|be|is|are|got)(?: \w+){0,2} ?$")
_rather = re.compile(r" (?:over|to|ahead of|instead of) ")
_by = re.compile(r" (?:\w+ ){0,3}by ")
REACH, ASIDE = 8, 160
"""Words behind an expression, and letters before it, in which a party is looked for."""


def before(side: Features, start: int) -> Party | None:
    """The subject of what stands at a place: the last name before it that no preposition governs."""
    text = text_of(side)
    first = named_en.part(side, start, start)[0]
    for party in reversed(_parties(side)):
        near = party.end <= start and party.start >= max(first, start - ASIDE)
        if near and not _governed.search(text, max(0, party.start - 24), party.start):
            return party
    return None


def behind(side: Features, end: int) -> Party | None:
    """The object of what ends at a place: the next name, unless something else governs it."""
    text = text_of(side)
    for party in _parties(side):
        if party.start < end:
            continue
        gap = text[end : party.start]
        if gap.count(" ") > REACH or re.search(r"[;:.!?()]|,.*,", gap):
            return None
        return party if _challenge.search(gap) or not _governing.search(gap) else None
    return None


@of_one
def _may(side: Features) -> list[int]:
    """The expressions that a statement may have."""
    return _table()[0].may(words_in(side))


@of_one
def _result(side: Features) -> Result:
    expressions, kinds = _table()
    text = text_of(side)
    won: list[Party] = []
    lost: list[Party] = []
    at = []
    for number in _may(side):
        for match in expressions.places(number, text):
            found = list(_roles(side, kinds[number], match)) if told(text, match.start()) is Told.FACT else []
            for party, winner in found:
                (won if winner else lost).append(party)
            if found:
                at.append(Stretch(match.start(), match.start()))  # the first set is a stage too
    return Result(tuple(won), tuple(lost), tuple(at))


def _roles(side: Features, kind: str, match: re.Match[str]) -> Iterator[tuple[Party, bool]]:
    """The parties of one expression, each with whether it won."""
    text = text_of(side)
    passive = (
        kind in {"over", "chosen"}
        and is_past(match[0].split()[0])  # was beaten by, not: is ahead of
        and bool(_passive.search(text, max(0, match.start() - 24), match.start()))
    )
    subject = before(side, match.start())
    if passive:
        by = _by.match(text, match.end())
        after = behind(side, by.end()) if by else None
        if subject and (kind == "over" or by is None or after is not None):
            yield subject, kind == "chosen"
        if after and kind == "over":
            yield after, True
        return
    if kind in {"over", "under", "wins", "loses"} and subject:
        yield subject, kind in {"over", "wins"}
    if kind in {"over", "under", "chosen"} and (after := behind(side, match.end())):
        yield after, kind != "over"
        over = _rather.match(text, after.end) if kind == "chosen" else None
        if over and (rival := behind(side, over.end())):
            yield rival, False


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the winner of one is the loser of the other."""
    if not _may(pair.a) or not _may(pair.b) or len(named_en.shared(pair)) < SHARED:
        return None
    mine, theirs = _result(pair.a), _result(pair.b)
    if not mine.at or not theirs.at or one_thing_en.of_two_occasions(pair) or apart_en.other_modifier(pair):
        return None
    for one, other in ((mine, theirs), (theirs, mine)):
        turned = next((party for party in one.won if _among(party, other.lost)), None)
        if turned is None or _among(turned, one.lost) or _among(turned, other.won):
            continue
        if one_thing_en.told_apart(pair, mine.at[0], theirs.at[0]):
            return None
        name = " ".join(sorted(turned.words))
        return Comparison(
            kind=RelationKind.CONFLICTS,
            facet=Facet.IDENTITY,
            score=0.6,
            reasons=(f"“{name}” wins in one and loses in the other",),
        )
    return None


SHARED = 2
"""Words of names that both must have: the party that wins and loses, and the contest or the other party."""


def _among(party: Party, others: tuple[Party, ...]) -> bool:
    return any(party.words & other.words for other in others)


__all__ = ["Party", "before", "behind", "relation"]
