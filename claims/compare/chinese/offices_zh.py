"""Who holds an office, in two Chinese statements: 新任处长由甲出任, 乙获委任为处长.

An office is known by its head (处长, 董事长) and by whose it is; who holds it, by a surname before so many characters
or by the dot in a foreign name. Two statements of one office clash when they give it to two people, unless one tells
of somebody who held it before, of a deputy, or of who is only put forward.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.units_zh import of_one_thing, one_name, shortens
from claims.compare.needed import Cue
from claims.compare.tokens import DATE
from claims.features.cues import alternation, table
from evidence.text import lazy_re as re

_HEAD = (
    "[船校市县区乡镇局院部署处科司首议社团队会军师旅排舰机站厂馆园所店行董事]长|主席|总统|总理|首相|教练|指挥|总编辑|执行长|总裁|总经理|特首"
    "|国王|皇帝|女王|发言人|主唱|鼓手|守门员|门将|船主|创办人|创始人"
)
_OFFICE = f"(?P<office>[\u3400-\u9fff]{{0,10}}?(?:{_HEAD}))"
_WHO = "(?P<who>[\u3400-\u9fff·]{2,12}?)"
_HOLD = "出任|担任|接任|继任|接掌|接棒|接手|升任|当选|留任|兼任|接替|执掌|掌舵|就任|代理|暂代"
_END = "(?=[,;。:!?()]|$)"
_TO_BE = "(?:获得?|被|受|已|将|今[天日]?|昨[天日]?|正式|确定|即将)*"
_GIVEN = "委任|任命|委派|指派|聘任|派任|升任|晋升|擢升|推举|推选|遴选|选|聘|升"
_forms = (
    Cue(f"{_OFFICE}(?:一[职位]|职务|职位|人选|大位)?[^,;。:!?由]{{0,6}}?(?<![自理经])由{_WHO}(?:{_HOLD}|{_END})"),
    Cue(f"{_OFFICE}(?:人选)?(?:一职)?(?:[是为]|就是|则是|确定是){_WHO}{_END}"),
    Cue(f"(?:^|[,;。:!?]){_WHO}{_TO_BE}(?:(?:{_GIVEN})为|{_HOLD}){_OFFICE}{_END}"),
    Cue(f"(?:任命|委任|聘请|聘任|指派){_WHO}(?:为|出任|担任|接任){_OFFICE}{_END}"),
    Cue(f"(?P<office>新[一]?任[\u3400-\u9fff]{{0,8}}?(?:{_HEAD})){_WHO}(?=[,;。:!?()在于将已今昨表说]|$)"),
)
_past = re.compile(
    "前|原|曾|卸任|离任|下台|退休|历任|首任|[第\x01]\\S{0,3}任|代理|暂代|候选|参选|竞选|角逐|提名|人选之一|呼声|副|助理"
)
"""Who held it before, holds it for the time being or under somebody else, or is only put forward for it."""
_new = re.compile("^.*?(?:新[一]?任|现任|下[一]?任|本届|上任|的新|的)|^新(?!竹|北|加|西|疆|界|华|光)|新(?=.长$)")
_title = re.compile(
    "^(?:前)?[\u3400-\u9fff]{0,6}?(?:法官|教授|博士|议员|立委|将军|律师|次长|司长|局长|处长|经理)(?=[\u3400-\u9fff]{2,3}$)"
)
NAMED = 4
"""Characters of a person's name at most."""


class Holding(NamedTuple):
    """An office and who holds it."""

    office: str
    who: str


def rivals(pair: Pair) -> Iterator[tuple[Holding, Holding]]:
    """What each tells of one office that they give to two people."""
    if _past.search(pair.a.key) or _past.search(pair.b.key):
        return
    mine = list(_holdings(pair.a.key))
    theirs = list(_holdings(pair.b.key)) if mine else []
    for one, other in product(mine, theirs):
        if not _one_office(one.office, other.office) or one_name(one.who, other.who):
            continue
        if one.who[-2:] in pair.b.key or other.who[-2:] in pair.a.key:
            continue
        if of_one_thing(pair, one.who, other.who, least=1):
            yield one, other


def _holdings(key: str) -> Iterator[Holding]:
    for form in _forms:
        for match in form.finditer(key):
            who = _title.sub("", match["who"].replace(DATE, ""))
            if _person().fullmatch(who) or "·" in who:
                yield Holding(_new.sub("", match["office"]), who)


@cache
def _person() -> "re.Pattern[str]":
    return re.compile(f"{alternation(table('names', 'zh')['surname'])}[\u3400-\u9fff]{{1,{NAMED - 2}}}")


def _one_office(one: str, other: str) -> bool:
    """Whether two offices may be one: their heads are alike, and whose one is does not gainsay whose the other is."""
    if one[-2:] != other[-2:]:
        return False
    return one.endswith(other) or other.endswith(one) or shortens(one, other)
