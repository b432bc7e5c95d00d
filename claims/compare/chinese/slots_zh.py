"""What fills one slot in two Chinese statements: the hero of a novel, the home ground of a team, who it was left to.

An attribute of which a thing has one is told as 主角是…, 以…为主场, 总部设在…; a gift or a sale names whom it goes to.
Two statements of one thing clash when they fill such a slot with two things of one sort that share no character.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.units_zh import of_one_thing
from claims.compare.chinese.worked_parts import plain
from claims.compare.facets import period
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison
from claims.compare.words import countries, stem
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

GIFT, MOSTLY, SEAT, FORMER, CITIZEN = -1, -2, 2, 8, 10
"""What goes to somebody; what most are; the lines of the attributes for a seat, for what was before, for a citizen."""
MOST = 1000
"""The slot of what is the most of its sort, with the character for the quality added."""
_ATTRIBUTES = (
    "主角|主人翁|主人公|男主角|女主角|叙事者|叙述者",
    "老板|店主|东主|业主|经营者|老板娘",
    "首都|首府|省会|县治|州府|郡治|行政中心|总部所在地",
    "总部|总公司|大本营",
    "主场|主场馆|主球场",
    "原料|主原料|主要原料|主要成分|食材|主要食材",
    "货币|货币单位|法定货币",
    "官方语言|国语|通用语言?|母语",
    "前身|原名|旧名|旧称|曾用名",
    "籍贯|祖籍|故乡|家乡|老家|原籍|出生地",
    "国籍",
    "职业|本业|正职|本行",
    "颜色|毛色|体色|花色|底色",
    "主题|题材|体裁",
    "起火点|火源|起火处",
    "凶器|作案工具",
    "动机|作案动机",
    "目的地|终点|终点站",
    "起点|起点站|始发站|出发地",
    "宗教|信仰|国教",
    "学名|俗名|俗称|别名|别称",
    "国花|国鸟|国兽|市花|校花|省花",
    "吉祥物|队徽|校徽|会徽",
    "专长|主修|专业|科系",
    "主食|主要食物",
    "发源地|起源地|原产地|产地|源头",
    "最后一站|第一站|首站",
    "赞助商|冠名赞助商",
    "室友|队友|搭档|拍档",
    "责任|肇事责任|过失责任|过错",
    "绰号|外号|昵称|笔名|艺名",
)
_kind = {word: number for number, line in enumerate(_ATTRIBUTES) for word in line.split("|")}
_noun = "|".join(sorted(_kind, key=len, reverse=True))
_value = "[^,;。:!?()]{2,16}?"
_link = "(?:就|则|仍|却|其实|原来|实际上)?(?:是|为|叫|名为|即|乃|设[在于]|位于|定[在于为]|选在|在)(?!否|何|谁|什么)"
_is = Cue(f"(?P<n>{_noun}){_link}(?P<v>{_value})(?=[,;。:!?()]|$)|以(?P<w>[^,;。:!?()的]{{2,12}}?)[为作](?P<m>{_noun})")
_is_seat = Cue(f"(?:^|[,;。:!?])({_value})[是为][^,;。:!?]{{0,8}}的?(?:{_ATTRIBUTES[SEAT]})(?=[,;。:!?]|$)")
_mostly = Cue(
    f"以(?P<v>[^,;。:!?()以]{{2,10}}?)(?:居多|为主|占(?:绝)?大?多数|占大半|占大宗|最多)|(?:大多数?|大都|多半|多|大部分|主要|绝大多数)(?:都|皆)?(?:是|为|信奉|信仰|使用|讲|说|操|从事|以)(?P<w>{_value})(?=[,;。:!?()]|$)"
)
_former = Cue("由([^,;。:!?()]{2,14}?)(?:改制|改组|改建|扩建|演变|发展|合并|升格|改造|蜕变)(?:而成|而来|成|为)")
_QUALITY = "古老|年轻|繁忙|热门|[高大长深早久快贵多低矮小短浅慢]"
_most_is = Cue(
    f"(?:最|第一)(?P<q>{_QUALITY})的?(?P<n>[\u3400-\u9fff]{{1,4}}?)(?:就|则)?(?:是|为|乃)(?P<v>{_value})(?=[,;。:!?()]|$)"
)
_is_most = Cue(
    f"(?:^|[,;。:!?])(?P<v>[^,;。:!?()是为]{{2,12}}?)(?:海拔|高|长|面积|全长)?[\x01\x02]?,?(?:是|为|乃)(?P<s>[^,;。:!?()]{{0,12}}?)(?:最|第一)(?P<q>{_QUALITY})的?(?P<n>[\u3400-\u9fff]{{1,4}}?)(?=[,;。:!?()]|$)"
)
_sort = re.compile(f"^(?:[一二两三四五]?[个位名只种家条座间所片]|{QUANTITY})")
_loose = frozenset("的了是在于和与及这那该此其一不有也个位名种")

_gives = "[捐送赠留传交卖售让判颁租借嫁献拨划包]|授予?|许配|拍卖|过继|分配"
_to = Cue(f"(?:{_gives})(?:给|予|与)了?(?P<who>[^,;。:!?()]{{2,12}}?)(?=[,;。:!?()]|$)")

_goes = re.compile(
    "(?:[由归])(?P<who>[^,;。:!?()]{2,10}?)(?:一人|独自|全数|悉数)?(?:继承|接手|接收|接管|承接|所得|取得|继受|承继|独得)"
)
"""Whom it goes to, told as whose it becomes: 由长子继承."""


_OF_A_LAND = set("籍照民人")
_kin = re.compile("[父母夫妻爸妈祖]|丈夫|太太|儿子|女儿|双亲")


@cache
def _citizen() -> "re.Pattern[str]":
    """Of which land somebody is said to be."""
    lands = "|".join(sorted((name for land in countries() for name in land if name >= "\u3400"), key=len, reverse=True))
    return re.compile(f"(?:[是为](?P<one>{lands})(?:籍|国籍|人|公民|国民)|持有?(?P<other>{lands})护照)(?=[,;。:!?]|$)")


class Slot(NamedTuple):
    """An attribute and its value, or a gift and whom it goes to."""

    kind: int
    value: str
    described: bool
    """Whether the value is told as one of a sort (a teacher), not by a name."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when one slot is filled by two things."""
    if period.disjoint(pair):
        return None
    for facet, reason in _clashes(pair):
        return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(plain(reason),))
    return None


def _clashes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    mine = slots(pair.a.key)
    theirs = slots(pair.b.key) if mine else ()
    for one in mine:
        for other in theirs:
            if one.kind != other.kind or not _of_one_sort(one, other):
                continue
            if one.value == other.value if one.kind == CITIZEN else not _apart(one.value, other.value):
                continue
            if one.kind == GIFT and one.value in pair.b.key and other.value in pair.a.key:
                continue  # one tells what is given, the other to whom: 授予某某, 被授予金奖
            named = _ATTRIBUTES[one.kind].split("|") if 0 <= one.kind < len(_ATTRIBUTES) else ()
            if of_one_thing(pair, one.value, other.value, *named, *_LINKS, least=1):
                yield Facet.IDENTITY, f"“{one.value}” against “{other.value}”"


def _of_one_sort(one: Slot, other: Slot) -> bool:
    """Whether both values are told in one way, by name or as one of a sort; what a thing was may be told in either."""
    return one.kind == FORMER or one.described == other.described


def _apart(one: str, other: str) -> bool:
    """Whether two values share no character but the last, which tells their sort: 瓦伦市, 蒙塔市."""
    if one[-1] == other[-1] and min(len(one), len(other)) > LEAST:
        one, other = one[:-1], other[:-1]
    return (set(one) - _loose).isdisjoint(set(other) - _loose)


LEAST = 2
_LINKS = ("设在", "设于", "位于", "定在", "选在", "名为")


def _bare(value: str) -> str:
    """Those who are most, without the character for people: 佛教徒, 佛教."""
    return value[:-1] if len(value) > LEAST and value[-1] in "徒人者" else value


@lru_cache(maxsize=1 << 12)
def slots(key: str) -> tuple[Slot, ...]:
    """The slots that a folded statement fills."""
    found = []
    for match in _is.finditer(key):
        noun, value = (match["n"], match["v"]) if match["n"] else (match["m"], match["w"])
        value = value.replace(DATE, "")
        bare = _sort.sub("", value)
        if len(bare) > 1:
            found.append(Slot(_kind[noun], bare, bare != value))
    found += [Slot(SEAT, match[1], described=False) for match in _is_seat.finditer(key)]
    found += [
        Slot(FORMER, _sort.sub("", match[1].replace(DATE, "")), described=False) for match in _former.finditer(key)
    ]
    found += [Slot(MOSTLY, _bare(match["v"] or match["w"]), described=False) for match in _mostly.finditer(key)]
    for pattern in (_most_is, _is_most):
        found += [Slot(MOST + ord(match["q"][0]), match["v"], described=False) for match in pattern.finditer(key)]
    found += [Slot(GIFT, match["who"], described=False) for match in (*_to.finditer(key), *_goes.finditer(key))]
    if _OF_A_LAND & set(key) and len(lands := list(_citizen().finditer(key))) == 1 and not _kin.search(key):
        found.append(Slot(CITIZEN, stem(lands[0]["one"] or lands[0]["other"]), described=False))
    return tuple(found)
