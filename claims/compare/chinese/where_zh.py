"""Where what happens but once to a thing came about, in two Chinese statements: caught in Vietnam, in Keelung.

The place is known by a table and stands beside the deed (在…落网, 落脚…). Two places exclude each other unless one lies
in the other. What may come about at many places, a concert or a find, is not asked for.
"""

from functools import cache
from importlib.resources import files

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.units_zh import of_one_thing
from claims.compare.facets import period
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_DEEDS = (
    "登陆|上岸|登岸",
    "落网|被捕|遭?逮捕|被?拘捕|遭逮|被逮|就逮|归案|擒获|抓获|缉获",
    "选在|选址|落脚|落户|坐落|座落",
    "出生|出世|诞生",
    "病逝|过世|去世|辞世|逝世|身亡",
    "坠毁|坠机|失事|坠海",
)
"""What happens once to one thing, each line in its words."""
_deeds = tuple(re.compile(deed) for deed in _DEEDS)
_many = re.compile("[等及与和、]|分别|先后|各地|再[度次]|又|也|另|曾|陆续")
"""What tells of more than one such place or time."""
_denied = re.compile("[未没不无非]|否认")
_cut = re.compile("[,;。:!?的]")
NEAR, ABOUT = 8, 2
"""So many characters at most between the place and the deed; so many name what both are about."""


@cache
def _within() -> dict[str, str]:
    """The places of the table, each with the land in which it lies."""
    text = files("claims.compare").joinpath("tables", "places_zh.txt").read_text("utf-8")
    lines = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: land for land, _, names in lines for name in names.split()}


@cache
def _place() -> "re.Pattern[str]":
    lands = (name for land in words.countries() for name in land if "\u3400" < name[0] < "\ua000")
    known = sorted({*_within(), *_within().values(), *lands}, key=len, reverse=True)
    return re.compile(f"(?P<led>[在于从自由]|选在|落脚|落户)?(?P<place>{'|'.join(known)})")


def relation(pair: Pair) -> Comparison | None:
    """A conflict when what happens but once is told of two places."""
    mine = _told(pair.a)
    theirs = _told(pair.b) if mine else {}
    if not mine or not theirs or period.disjoint(pair) or gist(pair).about < ABOUT:
        return None
    for deed in mine.keys() & theirs.keys():
        one, other = mine[deed], theirs[deed]
        if _apart(one, other) and of_one_thing(pair, one, other):
            reason = f"“{one}” against “{other}”"
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.PLACE, score=0.6, reasons=(reason,))
    return None


def _apart(one: str, other: str) -> bool:
    """Whether neither of two places lies in the other, nor is it another name of it."""
    if one in other or other in one or words.stem(one) == words.stem(other):
        return False
    return _within().get(one) != other and _within().get(other) != one


@of_one
def _told(side: Features) -> dict[int, str]:
    """The one known place at which a statement tells that each deed came about."""
    if len(side.key) > BRIEF or QUANTITY in side.key or _many.search(side.key) or _denied.search(side.key):
        return {}
    found: dict[int, str] = {}
    for number, deed in enumerate(_deeds):
        said = deed.search(side.key)
        if said is None:
            continue
        places = {match["place"] for match in _place().finditer(side.key) if _beside(side.key, match, said)}
        if len(places) == 1:
            found[number] = places.pop()
    return found


BRIEF = 30
"""Longer statements tell of more than one place."""


def _beside(key: str, place: "re.Match[str]", deed: "re.Match[str]") -> bool:
    """Whether a place belongs to a deed: a preposition leads to it, or it stands right beside."""
    if place.start() >= deed.start():
        return deed.start() <= place.start("place") <= deed.end() + 1
    between = key[place.end() : deed.start()]
    return len(between) <= NEAR and not _cut.search(between) and (bool(place["led"]) or not between)
