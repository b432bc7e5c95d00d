"""States that exclude each other, told by two Chinese statements in any words: done or under way, married or not.

Each state is a closed class of expressions; two statements of one thing clash when each tells another state of one
group, and the words that both have show that they speak of one thing.
"""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from claims.compare.alignment import Pair
from claims.compare.chinese import moves_zh
from claims.compare.chinese.arguments_zh import (
    apart,
    asked,
    bare_before,
    left_open,
    lifted,
    of_a_pair,
    of_other_objects,
)
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.held_zh import told
from claims.compare.chinese.poles_zh import denied_before
from claims.compare.chinese.times_zh import of_other_times
from claims.compare.chinese.units_zh import longest, shared_units, units
from claims.compare.chinese.worked_parts import dated, plain
from claims.compare.needed import Cue, Needing, pieces_of
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, written
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_TABLES = ("states_zh.toml", "outcomes_zh.toml")
"""What things are, and how the matters of the news came out."""


@cache
def _outcomes() -> int:
    """How many matters tell how something came out: the first ones."""
    return len(tomllib.loads(files("claims.compare").joinpath("tables", _TABLES[1]).read_text("utf-8")))


@cache
def _states_known() -> tuple[Needing, list[tuple[int, int]]]:
    """The expressions for all states; the number of the matter and the state of each."""
    tables = files("claims.compare").joinpath("tables")
    known, news = (tomllib.loads(tables.joinpath(name).read_text("utf-8")) for name in _TABLES)
    groups = [[line for line in lines.split("\n") if line] for table in (news, known) for lines in table.values()]
    places = [(matter, number) for matter, group in enumerate(groups) for number in range(len(group))]
    return Needing([line for group in groups for line in group]), places


def _of_two(pair: Pair, mine: str, theirs: str) -> bool:
    if apart(pair, mine, theirs) or of_other_objects(pair, mine, theirs) or of_a_pair(pair, mine, theirs):
        return True
    return _handled.match(mine) is not None and _handled.match(theirs) is not None and _by_two(pair, mine, theirs)


_handled = re.compile("[骑搭乘坐开驾持拿用以亮挥带拔步徒走]")
"""What begins to tell with what somebody did it, or how he went."""


def _by_two(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether each is told of somebody else or of another deed: the robber on a scooter, the police in a car."""
    one, other = bare_before(pair.a.key, mine), bare_before(pair.b.key, theirs)
    if min(len(one), len(other)) >= SUBJECT and set(one).isdisjoint(other):
        return True
    done, another = pair.a.key.partition(mine)[2], pair.b.key.partition(theirs)[2]
    return set(done).isdisjoint(another)


_done = Cue(f"已经?(?:全[部数面])?(?![\u4e00-\u9fff]{{1,3}}{QUANTITY})|业已|均已|都已|早已")
_going_on = Cue(
    "(?:仍|还|尚|目前|正|犹)(?:然)?(?:在(?![一某该其这那本])|处于|待|须|需)|有待|尚待|研议中|审查中|兴建中|施工中|进行中|调查中|预[计定][^,;。]{0,12}?才|还要等|要到[^,;。]{1,10}才"
)
SUBJECT = 2
"""Fewest characters of the stretch that names what both are about."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two tell states that exclude each other."""
    if gist(pair).about < SUBJECT or len(longest(told(pair.a.key), told(pair.b.key))) < SUBJECT:
        return None  # what both have is no more than who says it
    for find in (_states, _progress, _called_off, _ended, _recent, _styles, _everywhere):
        for facet, reason in find(pair):
            return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(plain(reason),))
    return None


def agree(pair: Pair) -> bool:
    """Whether both tell one state of some matter."""
    mine, theirs = _told(pair.a.key), _told(pair.b.key)
    return any(mine[matter].keys() & theirs[matter].keys() for matter in mine.keys() & theirs.keys())


def _states(pair: Pair) -> Iterator[tuple[Facet, str]]:
    mine = _told(pair.a.key)
    theirs = _told(pair.b.key) if mine else {}
    if mine and theirs and any(_except.search(side.key) for side in (pair.a, pair.b)):
        return  # all but one
    later = moves_zh.other_months(pair) or of_other_times(pair)
    for matter, states in mine.items():
        if later and matter < _outcomes():
            continue
        others = theirs.get(matter, states)
        if not states.keys().isdisjoint(others):
            continue
        word, other = next(iter(states.values())), next(iter(others.values()))
        if later and _on_time.search(word + other):
            continue  # Saturday's ended early, Friday's was held as planned
        if not _of_two(pair, word, other):
            yield Facet.IDENTITY, f"“{word}” against “{other}”"
            return


@lru_cache(maxsize=1 << 12)
def _told(key: str) -> dict[int, dict[int, str]]:
    """The matters of which a statement tells one state, or some of many, with their numbers and words."""
    states, places = _states_known()
    matters: dict[int, dict[int, str]] = {}
    for number, pattern in states.may(pieces_of(key)):
        matter, state = places[number]
        if match := _predicate(pattern, key, outcome=matter < _outcomes()):
            matters.setdefault(matter, {})[state] = (match.groupdict().get("w") or match[0]).strip()
    told: dict[int, dict[int, str]] = {}
    for matter, found in matters.items():
        left = _apart(found) if len(found) > 1 else found
        if len(left) == 1 or (len(left) < MANY and sum(of == matter for of, _ in places) >= MANY):
            told[matter] = left
    return told


MANY = 4
"""Of so many states a thing may have two or three: a film in Hakka and English is none in Cantonese."""


def _predicate(pattern: "re.Pattern[str]", key: str, *, outcome: bool) -> "re.Match[str] | None":
    """A state that is said of something now, not a word that leads to another: the eldest is, the wetland of waders."""
    for match in pattern.finditer(key):
        if _leads.match(key, match.end()) or _formerly.search(key, 0, match.end()):
            continue
        if (asked(key, match.end()) and not _decided.search(match[0])) or (
            outcome and (_another.search(key, 0, match.start()) or left_open(key, *match.span()))
        ):
            continue
        if not denied_before.search(key, 0, match.start()) and not lifted(key, match.end()):
            return match
    return None


_formerly = re.compile(
    "(?:原[为是属本]|曾[为是]|(?<![剧书版课文样标成资基日根])本[为是]|前身[为是]|昔日|从前|过去|(?<![比较照按依如])原[定订拟]"
    "|名为|俗称|误[认以]为|看似|貌似|号称|自称)[^,;。:!?]*$"
)
"""A state that was left, meant, or is one in name only: 原为英国属地."""
_decided = re.compile("驳回|退[回件]|否决|拒|批准|核准|通过|受理|撤")
"""What comes of an application: 驳回申请."""
_another = re.compile("另[一外有]|其[他余它]|同[箭场案台机船车][^,;。]{1,4}的")
"""What is one more of its sort."""
_leads = re.compile(
    "感言|宣言|演说|演讲|声明|致[辞词]|者(?![,;。:!?]|$)|[的是](?![,;。:!?]|$|[^,;。:!?]{0,4}之一|地区|地方|国家|城市|资产|财产|产业|物业)|教[授师]"
)


_on_time = re.compile("提[前早]|如期|[准按]时|按期|准点|延[后误迟]|推迟|[误晚]点")


def _apart(found: dict[int, str]) -> dict[int, str]:
    """The states without those whose words only stand inside another's: never married holds the word marry."""
    return {
        number: said
        for number, said in found.items()
        if not any(other != said and said in other for other in found.values())
    }


def _progress(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Finished in one, still under way in the other."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        if (done := _done.search(one)) is None or (going := _going_on.search(other)) is None:
            continue
        if _going_on.search(one) or _done.search(other):
            continue
        after = one[done.end() : done.end() + 8]
        if (lasting := _lasting.match(other, going.end())) and lasting[0] in one[done.end() :]:
            continue  # so many have been cut off, so many still are
        if units(after) & units(other) and len(shared_units(pair)) >= SUBJECT:
            yield Facet.POLARITY, f"“{done[0]}” in one, “{going[0]}” in the other"
            return


_lasting = re.compile(
    "(?:停|断|缺)[电水气网供]|封闭|关闭|住院|昏迷|失联|失踪|滞留|被困|中断|停课|停工|罢工|隔离|避难|燃烧|积水"
)
"""States in which things that have come into them stay for a while."""
_planned = Cue("(?:原[定订拟]|本[来拟欲]|计划|打算|预定)([^,;。:!?]{4,})")
_off = re.compile("取消|退票|作罢|未(?:能)?成行|告吹|胎死腹中|婉拒|放弃|未果|落空|无法成行|打消念头")


def _called_off(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Planned and called off in one, told as a fact in the other."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        plan = _planned.search(one)
        off = _off.search(one, plan.end()) if plan else None
        if not plan or not off or _off.search(other) or _planned.search(other) or _denies.search(other):
            continue
        if len(units(plan[1]) & units(other)) >= SUBJECT:
            yield Facet.POLARITY, f"“{off[0]}” in one, told as come about in the other"
            return


_end = Cue(
    "(?:已|便|就|遭|被|宣[布告]|后|\x02)[^,;。:!?]{0,6}?(?:关闭|停[刊办业驶用播产课]|废[止除弃]|拆除|撤[销出离]|解散|移交|取消|终止|破产|离开"
    "|迁[往至到出]|[退除]役|报废|停产|失传|绝迹|灭绝|卸任|退休)"
)
_lasts = Cue("(?:至今|现在|目前|如今|迄今)(?:仍|还|依然|依旧|尚)(?:然|旧)?(?![未没不无])([^,;。:!?]{2,})")


def _ended(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Over in one, still going on to this day in the other."""
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        if (end := _end.search(one)) is None or (lasts := _lasts.search(other)) is None:
            continue
        if _lasts.search(one) or _end.search(other):
            continue
        if units(lasts[1]) & units(one) and gist(pair).told >= TOLD:
            yield Facet.POLARITY, f"“{end[0]}” in one, “{lasts[0]}” in the other"
            return


TOLD = 0.25
"""So much of the shorter one's content must be told by both."""
_new = re.compile("今年|今天|今日|今晨|昨天|昨日|昨晚|前天|近日|日前|上周|上礼拜|上星期|这周|本周|最近|刚刚|最新")
_old = Cue("旧[照闻片]|[一二三四五六七八九十\\d]+年前[^,;。:!?]{0,3}旧|旧影片|旧新闻|多年前|早在|(?:19|20)\\d\\d年")
_shown = re.compile("照片|影片|图片|画面|视频|录影|相片|截图")


def _recent(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """A picture of last week in one, of years ago in the other."""
    one, other = dated(pair.a), dated(pair.b)
    for mine, theirs in ((one, other), (other, one)):
        if (new := _new.search(mine)) is None or (old := _old.search(theirs)) is None:
            continue
        if _shown.search(theirs) and not _new.search(theirs) and not _old.search(mine):
            yield Facet.DATE, f"“{new[0]}” in one, “{old[0]}” in the other"
            return


_style = Cue("([\u3400-\u9fff]{2,4}?)式(?:的?(?:建筑|风格|教堂|园林|庭园|房屋|家具|服装)|(?=[,;。]|$))")
_manner = re.compile("(?:属于?|典型的|[是为采]|具有|呈)$")


def _styles(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """One building of two styles."""
    mine, theirs = ({match[1] for match in _style.finditer(side.key)} for side in (pair.a, pair.b))
    mine, theirs = ({_manner.split(each)[-1][-STYLE:] for each in side} for side in (mine, theirs))
    if len(mine) == 1 and len(theirs) == 1 and mine != theirs and len(shared_units(pair)) > SUBJECT:
        one, other = mine.pop(), theirs.pop()
        if not set(one) & set(other):
            yield Facet.IDENTITY, f"“{one}式” against “{other}式”"


STYLE = 3


_wide = Cue(
    "全[台国省市县港岛年天日](?!性)|全球|一年四季|四季(?!豆|报)|终年|整年|全天候|各地|到处|处处|每[天日晚夜](?:都|均|开放|营业|行驶)|天天|二十四小时|24小时"
)
_narrow = Cue(
    "每(?:周|星期)[一二三四五六日天][^,;。]{0,8}(?:营业|开放|开市|行驶|开[门馆放])|"
    "(?:凌晨|深夜|夜间|午夜|清晨)[^,;。:!?]{0,16}停[驶运航开]|每年[^,;。:!?]{0,14}(?:禁止|封闭|停[航驶开]|休渔|关闭)|"
    "[春夏秋冬]季?(?:停|休|关|不|封)|淡季(?:停|休|关)|每[晚夜日天周][^,;。:!?]{0,8}(?:封闭|关闭|停[驶开])|(?:晚[上间]|傍晚|下午|夜间)[^,;。:!?]{0,5}[点时半](?:就|便|即)?(?:关闭|关门|打烊|休息|停)|只?(?:开放|营业|服务|行驶|开)到[^,;。:!?]{0,6}[点时分止]|周[一二三四五六日](?:公休|休息|休馆|休市)|[仅只唯](?:在|于|有|限|对|供|能在|开放)"
)


_of_it = re.compile("[^,;。:!?]的[^,;。:!?]{2,}$")
_denies = Cue("[不没无未]")
_except = Cue("(?<!解)除了|(?<!解)除[^,;。]{1,14}外|以外|之外")


def _everywhere(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """All year in one, only in summer in the other."""
    texts = written(pair.a), written(pair.b)
    for one, other in (texts, texts[::-1]):
        if (wide := _wide.search(one)) is None or (narrow := _narrow.search(other)) is None:
            continue
        if any(_except.search(each) or _denies.search(each) for each in texts):
            return
        if _of_it.search(other[: narrow.start()]) and not _of_it.search(one[: wide.start()]):
            continue
        apart = not _wide.search(other) and not _narrow.search(one)
        if apart and gist(pair).about > SUBJECT and len(shared_units(pair)) > SUBJECT:
            yield Facet.SCOPE, f"“{wide[0]}” in one, “{narrow[0]}” in the other"
            return
