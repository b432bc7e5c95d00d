"""Where what happens but once to a thing came about, in two Chinese statements: caught in Vietnam, in Keelung.

The place is known by a table and stands beside the deed (在…落网, 落脚…), or it is told as that at which one thing
stands or a storm lands (设在后龙镇, 从枋寮登陆). Two places exclude each other unless one lies in the other. What may
come about at many places, a concert or a find, is not asked for.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.units_zh import of_one_thing, one_name
from claims.compare.chinese.worked_parts import plain
from claims.compare.facets import period
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_DEEDS = (
    "登陆|上岸|登岸",
    "落网|被捕|遭?逮捕|被?拘捕|遭逮|被逮|就逮|归案|擒获|抓获|缉获",
    "选在|选址|落脚|落户|坐落|座落",
    "出生|出世|诞生",
    "病逝|病死|客死|过世|去世|辞世|逝世|身亡",
    "坠毁|坠机|失事|坠海",
)
"""What happens once to one thing, each line in its words."""
_deeds = tuple(re.compile(deed) for deed in _DEEDS)
_many = re.compile("[等及与和、]|分别|先后|各地|再[度次]|[二两三]度|又|也|另|曾|陆续|其中|之间|交界")
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
    if period.disjoint(pair) or gist(pair).about < ABOUT:
        return None
    for one, other in (*_of_one_deed(pair), *_of_one_site(pair)):
        if of_one_thing(pair, one, other):
            reason = plain(f"“{one}” against “{other}”")
            return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.PLACE, score=0.6, reasons=(reason,))
    return None


def _of_one_deed(pair: Pair) -> Iterator[tuple[str, str]]:
    mine = _told(pair.a)
    theirs = _told(pair.b) if mine else {}
    for deed in mine.keys() & theirs.keys():
        if _apart(mine[deed], theirs[deed]):
            yield mine[deed], theirs[deed]


def _apart(one: str, other: str) -> bool:
    """Whether neither of two places of the table lies in the other, nor is it another name of it."""
    if one in other or other in one or words.stem(one) == words.stem(other):
        return False
    return one not in _around(other) and other not in _around(one)


def _around(place: str) -> Iterator[str]:
    """The lands in which a place of the table lies, the narrowest first."""
    while place := _within().get(place, ""):
        yield place


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


# --- where a thing stands ----------------------------------------------------------------------------------------

_named = "[\u3400-\u9fff]{2,9}?"
_ends = "(?=[,;。:!?()的]|$|境内|兴建|动工|[设建盖]厂|举[行办]|市区|沿海|外海|一带|附近|地区)"
_site = Cue(
    "(?:设[在于]|位[在于]|[坐座]落[在于]?|落脚[在于]?|落户[在于]?|[盖建][在于]|选址[在于]?|选[在定]|定在)了?"
    f"(?P<at>{_named}){_ends}"
)
_landing = Cue(
    f"[在于从自由](?P<from>{_named})(?:沿海|外海|一带|附近|地区)?登[陆岸]|登陆(?:地点?[是为在])?(?P<at>{_named}){_ends}"
)
_no_place = re.compile(
    "[\u4e00-\u9fff]{0,2}(?:[上下里内外中旁边侧部端处心]|这里|那里|当地|此地|全球|各国|海外|国外|境外|本地)$"
    "|[一二三四五六七八九十年月日号楼层]$"
)
_adverbs = re.compile(
    "(?:已经?|将会?|会|要|拟|也|则|才|就|便|却|仍|正式|最[后终]|终于|确[定实]|决[定议]|敲定|宣布|计划|预[计定]"
    "|其实|实际|是|主要|目前|现时|现在|建|[新择])+$"
)
_handled = re.compile("(?:.*?)(?:[把将](?![军领来要会]))")


def _of_one_site(pair: Pair) -> Iterator[tuple[str, str]]:
    """Where one thing stands, or one storm comes ashore, in each; nothing where the two tell of two sites."""
    if max(len(side.key) for side in (pair.a, pair.b)) > BRIEF:
        return
    for find, storm in ((_site, False), (_landing, True)):
        if (mine := _only(find, pair.a.key)) is None or (theirs := _only(find, pair.b.key)) is None:
            continue
        one, other = ((storm and match["from"]) or match["at"] for match in (mine, theirs))
        if _two_places(one, other) and (storm or _of_one_owner(mine, theirs)):
            yield one, other


def _of_one_owner(mine: "re.Match[str]", theirs: "re.Match[str]") -> bool:
    """Whether what stands at two sites may be one thing, and no two put their own there: 甲把主场设在, 乙把主场设在."""
    owners = [set(found[0]) for each in (mine, theirs) if (found := _handled.match(each.string, 0, each.start()))]
    if len(owners) > 1 and owners[0] & owners[1] <= {"把", "将"}:
        return False
    return _one_subject(_subject(mine), _subject(theirs))


def _only(find: Cue, key: str) -> "re.Match[str] | None":
    """The one match in a statement that denies nothing and tells of no more than one."""
    found = list(find.finditer(key))
    return found[0] if len(found) == 1 and not _many.search(key) and not _denied.search(key) else None


def _subject(site: "re.Match[str]") -> str:
    """What stands there, as the words before name it."""
    before = _clause.split(site.string[: site.start()])[-1].translate(_NO_FIGURES)
    return _adverbs.sub("", _handled.sub("", before))


_clause = re.compile("[,;。:!?]")
_NO_FIGURES = str.maketrans("", "", f"{DATE}{QUANTITY}")


def _one_subject(one: str, other: str) -> bool:
    """Whether two phrases may name one thing: they end alike, and neither is counted or aged as the other is not."""
    if min(len(one), len(other)) < ABOUT or one[-1] != other[-1]:
        return False
    if not any(_this.match(each) for each in (one, other)) and not one_name(one, other):
        return False
    ranks = [set(each) & set(_RANKS) for each in (one, other)]
    return ranks[0] == ranks[1] or not all(ranks)


_this = re.compile("[该这此本]")
_RANKS = "首一二三四五六七八九十新旧总分前后南北东西"


def _two_places(one: str, other: str) -> bool:
    """Whether two phrases name places apart: by the table, or of one sort with no character in common."""
    if any(_no_place.search(each) for each in (one, other)) or one in other or other in one:
        return False
    known = [_narrowing(each) for each in (one, other)]
    if all(known) and known[0][-1] != known[1][-1]:
        return _apart(known[0][-1], known[1][-1])
    if any(known) and not all(known):
        return False
    mine, theirs = (
        each.removeprefix("".join(names)).lstrip("县市省") for each, names in zip((one, other), known, strict=True)
    )
    return (
        min(len(mine), len(theirs)) > ABOUT
        and mine[-1] == theirs[-1]
        and mine[-1] in _SORTS
        and set(mine[:-1]).isdisjoint(theirs[:-1])
    )


def _narrowing(phrase: str) -> list[str]:
    """The places of the table with which a phrase begins, each within the one before: 新北新店."""
    names: list[str] = []
    at = 0
    while (found := _place().match(phrase, at)) and (not names or names[-1] in _around(found["place"])):
        names.append(found["place"])
        at = found.end() + (phrase[found.end() : found.end() + 1] in _SORTS)
    return names


_SORTS = frozenset("镇乡区县市村省州郡岛路街")
"""The last characters of the names of places, which tell their sort."""


def _beside(key: str, place: "re.Match[str]", deed: "re.Match[str]") -> bool:
    """Whether a place belongs to a deed: a preposition leads to it, or it stands right beside."""
    if place.start() >= deed.start():
        return deed.start() <= place.start("place") <= deed.end() + 1
    between = key[place.end() : deed.start()]
    return len(between) <= NEAR and not _cut.search(between) and (bool(place["led"]) or not between)
