"""How long it lasted, what it fetched, how many came: one thing told with figures that cannot both be true.

    It lasted barely twenty minutes          ─► how long: 20 minutes
    It took her an hour and a quarter        ─► how long: 75 minutes

Each of two English statements must give just one figure of that sort, beside words that tell what it is.
"""

from typing import NamedTuple

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import apart_en, named_en, one_thing_en, themes_en, whose_en
from claims.compare.english.named_en import Stretch, text_of
from claims.compare.facets import period
from claims.compare.figures.reckoned import Amount, amounts
from claims.compare.intervals import MONEY, apart, meets
from claims.compare.values import Comparison, Features
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re


class _Sort(NamedTuple):
    """One sort of figure: its dimensions, what tells it before or behind it, and what tells another sort."""

    dimensions: frozenset[str]
    told: re.Pattern[str]
    other: re.Pattern[str]


_SORTS = (
    _Sort(
        frozenset(["time"]),
        re.compile(r"\b(?:last(?:s|ed|ing)|took|taking|takes|dragged on|went on|spoke|talked|over in|done in)\b"),
        re.compile(
            r"\b(?:old|aged|ago|later|earlier|after|before|first|past|every|per|each|delay|late|service|prison)\b"
        ),
    ),
    _Sort(
        MONEY | {"money"},
        re.compile(
            r"\b(?:fetch(?:es|ed|ing)|sold|auction(?:ed)?|hammer|knocked down|changed hands|bought|purchased)\b"
        ),
        re.compile(
            r"\b(?:estimate\w*|expect\w*|reserve|asking|worth|valu\w+|insured|offer\w*|debts?|loss(?:es)?|profits?"
            r"|sales|revenue|shares?|stake|tickets?|each|per|apiece|total|altogether|resold|originally"
            r"|earlier|before|years ago)\b"
        ),
    ),
    _Sort(
        frozenset(["count:people", "count"]),
        re.compile(
            r"\b(?:turn(?:ed|ing)? (?:up|out)|attend(?:ed|ing|ance)|crowds?|audience|gather(?:ed|ing)|flock(?:ed|ing)"
            r"|spectators|march(?:ed|ers)|showed up|rallied|demonstrators|protesters)\b"
        ),
        re.compile(
            r"\b(?:expected|arrest\w*|injur\w*|hurt|killed|died|police|officers|seats|capacity|tickets|average|each"
            r"|of them|of whom|of those|organisers|organizers|claimed|estimate\w*|season|invited)\b"
        ),
    ),
)
CLOSE = 0.08
"""Powers of ten within which two figures of one thing may be told roughly."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two give figures of one sort and thing that exclude each other."""
    if not (pair.a.quantities and pair.b.quantities) or pair.closeness >= VERSIONS:
        return None
    for sort in _SORTS:
        mine, theirs = _only(pair.a, sort), _only(pair.b, sort) if sort.told.search(text_of(pair.a)) else None
        if mine is not None and theirs is not None and _exclude(mine, theirs) and _of_one_thing(pair, mine, theirs):
            reason = f"“{mine.quantity.text}” and “{theirs.quantity.text}” cannot both hold"
            found = Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))
            return None if whose_en.apart(pair, found) else found
    return None


def _only(side: Features, sort: _Sort) -> Amount | None:
    """The one figure of a sort that a statement gives."""
    text = text_of(side)
    if not sort.told.search(text) or sort.other.search(text):
        return None
    found = [one for one in amounts(side) if one.interval.dimension in sort.dimensions]
    return found[0] if len(found) == 1 and found[0].quantity.start is not None else None


def _exclude(one: Amount, other: Amount) -> bool:
    far = apart(one.interval, other.interval)
    return not meets(one.interval, other.interval) and far is not None and far > CLOSE


def _of_one_thing(pair: Pair, one: Amount, other: Amount) -> bool:
    if not one_thing_en.anchored(pair) or one_thing_en.of_two_occasions(pair) or period.disjoint(pair):
        return False
    if apart_en.of_its_part(pair) or named_en.in_two_places(pair):
        return False
    at = [Stretch(each.quantity.start or 0, each.quantity.end or 0) for each in (one, other)]
    return not one_thing_en.of_two(pair, *at, somebody=False) and not themes_en.of_two_parties(pair, *at)


__all__ = ["relation"]
