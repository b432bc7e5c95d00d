"""What happens to a thing only once, told by two English statements in any words: another time, place or doer of it.

Two accounts of one birth, one opening or one prize cannot both be true when they date it apart, set it in two places
or give it to two people; see `claims/compare/english/deeds_en.py` for what each of them tells.
"""

from collections.abc import Callable

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.alignment import Pair
from claims.compare.english import apart_en, counted_en, named_en, one_thing_en, times_en
from claims.compare.english.deeds_en import Deed, deeds, kind, kinds
from claims.compare.english.named_en import WEEKDAY, text_of
from claims.compare.facets import period
from claims.compare.facets.fillers import named_anew
from claims.compare.values import Comparison, Features
from claims.model import DateSpan, Facet, RelationKind
from evidence.text import lazy_re as re


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two give another time, place or doer of what happens once."""
    common = sorted(kinds(pair.a) & kinds(pair.b))
    if not common or not named_en.shared(pair) or apart_en.other_number(pair) or apart_en.another_one(pair):
        return None
    for number in common:
        mine = deeds(pair.a, number)
        theirs = deeds(pair.b, number) if mine else ()
        for ask, clash in _ASKED.items() if theirs else ():
            asked = ask in kind(number).asks
            if asked and (reason := _first(pair, mine, theirs, clash)):
                return Comparison(
                    kind=RelationKind.CONFLICTS, facet=_FACETS.get(ask, Facet.QUANTITY), score=0.6, reasons=(reason,)
                )
    return None


Clash = Callable[[Pair, Deed, Deed], str | None]
"""Why two deeds clash; the empty text where one of them tells nothing of it, None where they agree."""


def _first(pair: Pair, mine: tuple[Deed, ...], theirs: tuple[Deed, ...], clash: Clash) -> str:
    """Why the first two deeds of one thing clash, unless any two agree."""
    couples = [(one, other) for one in mine for other in theirs]
    reasons = [clash(pair, *couple) for couple in couples]
    if None in reasons:
        return ""
    told = (reason for couple, reason in zip(couples, reasons, strict=True) if reason and _of_one_thing(pair, *couple))
    return next(told, "")


# --- of one thing -----------------------------------------------------------------------------------------------------


def _of_one_thing(pair: Pair, one: Deed, other: Deed) -> bool:
    """Whether nothing shows that two deeds are of two things or people."""
    counted = one.figure is not None and other.figure is not None  # killing 24 of those on board
    if not counted and one_thing_en.of_a_part(pair.a, one.at) != one_thing_en.of_a_part(pair.b, other.at):
        return False
    if one_thing_en.of_two_stages(pair, one.at, other.at) or times_en.of_another_time(pair, one.at, other.at):
        return False
    mine, theirs = ({words.stem(word) for word in re.findall(r"[a-z]+", deed.thing)} for deed in (one, other))
    if any(word in mine and rival in theirs for word, rival in pair.contrasts):
        return False  # the east tower, the west tower
    for deed, rival in ((one, pair.b), (other, pair.a)):
        if deed.head - _DEALS and not any(alike(head, stem) for head in deed.head for stem in rival.tokens.stems):
            return False  # it opened its second runway; the airport opened
        if deed.subject and not any(named_en.in_text(word, rival) for word in deed.subject.words):
            return False
    return True


_DEALS = frozenset(words.stem(word) for word in ("takeover", "deal", "price", "purchase", "number", "toll"))
"""Nouns that name no thing besides the deed."""


# --- when -------------------------------------------------------------------------------------------------------------

_weekday = re.compile(WEEKDAY, re.IGNORECASE)
_calendar = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b1\d{3}\b|\b20\d\d\b", re.IGNORECASE)
_bound = re.compile(r"\b(?:since|until|till|by|before|after|from|between|around|about)(?: the)? $")
_late = re.compile(r"\b(?:night|midnight|overnight|evening|early|dawn|small hours|morning)\b")
NEAR = 24
"""Letters to either side of a day in which its hour is looked for."""


def _times(pair: Pair, one: Deed, other: Deed) -> str | None:
    if not one.when or not other.when:
        return ""
    mine, theirs = one.when[0], other.when[0]
    if not (_of_one_sort(mine, theirs) and _told(pair.a, mine) and _told(pair.b, theirs)):
        return ""
    dated = [side.model_copy(update={"dates": (day,)}) for side, day in ((pair.a, mine), (pair.b, theirs))]
    if not period.disjoint(Pair(dated[0], dated[1], given=True)):
        return None
    if _weekday.search(mine.text) and _late.search(_around(pair.a, mine) + _around(pair.b, theirs)):
        return ""  # on Sunday night, early on Monday
    return f"“{mine.text}” and “{theirs.text}” are different times"


def _of_one_sort(one: DateSpan, other: DateSpan) -> bool:
    """Whether both are days of the week or both are of the calendar."""
    if _calendar.search(one.text) and _calendar.search(other.text):
        return True
    return bool(_weekday.fullmatch(one.text) and _weekday.fullmatch(other.text))


def _told(side: Features, day: DateSpan) -> bool:
    """Whether a day is told as the day itself, not as a bound."""
    start = day.start or 0
    return not _bound.search(text_of(side)[max(0, start - 12) : start]) and not _bound.match(f"{day.text.lower()} ")


def _around(side: Features, day: DateSpan) -> str:
    start = day.start or 0
    return text_of(side)[max(0, start - NEAR) : start + len(day.text) + NEAR]


# --- where ------------------------------------------------------------------------------------------------------------


def _places(pair: Pair, one: Deed, other: Deed) -> str | None:
    mine, theirs = one.where, other.where
    if not mine or not theirs:
        return ""
    if mine & theirs:
        return None
    if any(_told_there(name, pair.b) for name in mine) or any(_told_there(name, pair.a) for name in theirs):
        return ""
    if mine & named_anew(pair.a) or theirs & named_anew(pair.b):
        return ""  # in Christiania, in what is now Oslo
    if _area(mine) != _area(theirs):
        return ""  # born in Brno, born in Austria
    return f"“{' '.join(sorted(mine))}” against “{' '.join(sorted(theirs))}”"


_away = re.compile(r"\b(?:moved|went|came|travel\w+|flew|flown|return\w+|taken|far|away|kilomet\w+|miles) (?:to|from) ")


def _told_there(name: str, side: Features) -> bool:
    """Whether a statement names a place, but not as that to which somebody moved on or from which it is far."""
    if not named_en.in_text(name, side):
        return False
    away = [match.end() for match in _away.finditer(text_of(side))]
    return not any(text_of(side).startswith(name, end) for end in away)


def _area(names: frozenset[str]) -> bool:
    """Whether names are of a country or a part of one."""
    return not words.areas().isdisjoint(names)


# --- who --------------------------------------------------------------------------------------------------------------

_PRIZES = frozenset(
    words.stem(word) for word in ("prize", "award", "medal", "trophy", "cup", "title", "honour", "year")
)
_jointly = re.compile(r"\b(?:jointly|together|co-\w+|shared?|sharing|one of|among|both|also|too)\b")


def _doers(pair: Pair, one: Deed, other: Deed) -> str | None:
    mine, theirs = one.who, other.who
    if mine is None or theirs is None:
        return ""
    if mine.words & theirs.words:
        return None
    for side, party in ((pair.b, mine), (pair.a, theirs)):
        if any(named_en.in_text(word, side) for word in party.words - _TITLES) or _jointly.search(text_of(side)):
            return ""
    if len(mine.words) < WHOLE or len(theirs.words) < WHOLE or not _one_aim(pair, one, other):
        return ""
    return f"“{' '.join(sorted(mine.words))}” in one, “{' '.join(sorted(theirs.words))}” in the other"


_TITLES = frozenset(["king", "queen", "prince", "princess", "president", "minister", "crown", "professor", "saint"])
WHOLE = 2
"""Words of a name by which somebody is told from a place or a people."""


def _one_aim(pair: Pair, one: Deed, other: Deed) -> bool:
    """Whether what two people did or won is named alike: by a name of both, and by no word that tells two apart."""
    named = [frozenset(name for name in named_en.shared(pair) if name in deed.thing) for deed in (one, other)]
    if not named[0] & named[1]:
        return False
    mine, theirs = (_sort(deed, named[0] | named[1]) for deed in (one, other))
    return mine == theirs or any(alike(x, y) for x in mine for y in theirs)


def _sort(deed: Deed, names: frozenset[str]) -> set[str]:
    """The stems that tell of what sort a prize or a thing is."""
    found = {words.stem(word) for word in re.findall(r"[a-z]{3,}", deed.thing) if word not in names}
    return found - _PRIZES - words.stop_stems()


# --- how many and how much --------------------------------------------------------------------------------------------


def _figures(pair: Pair, one: Deed, other: Deed) -> str | None:
    if not one_thing_en.anchored(pair) or one_thing_en.of_two_occasions(pair) or period.disjoint(pair):
        return ""
    return counted_en.clash(pair, one.figure, other.figure)


_ASKED: dict[str, Clash] = {
    "when": _times,
    "where": _places,
    "who": _doers,
    "how_many": _figures,
    "how_much": _figures,
}
_FACETS = {"when": Facet.DATE, "where": Facet.PLACE, "who": Facet.IDENTITY}

__all__ = ["relation"]
