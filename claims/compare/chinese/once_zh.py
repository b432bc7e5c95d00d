"""What happens once to a thing, told by two Chinese statements: its time, its place, and what came before it."""

from collections.abc import Iterator
from functools import cache

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.units_zh import shared_units
from claims.compare.chinese.worked_parts import plain
from claims.compare.facets import period
from claims.compare.facets.period import span_of, touch
from claims.compare.needed import Cue, Needing, pieces_of
from claims.compare.tokens import DATE
from claims.compare.values import Comparison, Features, written
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_COUNTED = "[个部位座架艘家间所条列名批例项款支本集枚颗头只场起宗株]"
"""What things are counted in."""
_ONCE = {
    "birth": "出生|生于|诞生|降生|出世",
    "death": "逝世|去世|病逝|过世|辞世|离世|逝于|卒于|身故|殉职|遇害|病故|亡故|长眠",
    "founding": "创刊|创立|创办|成立|创建|创设|创校|建校|立校|开办|设立|创社|开国|建国",
    "building": "落成|竣工|完工|建成|启用|通车|开馆|开幕|开张|开业|揭幕"
    "|开通|投[用产运]|投入(?:使用|运营|营运|运行|生产)|开放(?:通[行车]|使用)",
    "beginning": "动工|始建|奠基|开工|兴建于|建于",
    "showing": "首演|首映|首播|上映|开播|首发",
    "printing": "出版|问世|付梓|刊行",
    "finding": "发现|出土|挖出|掘出|捞获|捞起|打捞|寻获|发掘",
    "closing": "关闭|停用|除役|退役|停[刊业驶产办航]|歇业|倒闭|拆除|废止",
    "launching": "发射|升空|下水|首航|首飞|上市|挂牌|发售|开卖",
    "leaving": "退休|卸任|引退|退位|下野",
    "marrying": "结婚|成婚|完婚|结为",
    "first": f"(?<!来)(?<!来的)首(?:[次度]|{_COUNTED})|最早|第一(?:次|{_COUNTED})|头一[回次个]",
}
_once = {kind: re.compile(f"(?:{pattern})+") for kind, pattern in _ONCE.items()}
"""Words of one kind in a row tell of one event: 建成通车."""
_AGAIN = {
    "joining": "加入|入职|加盟|转投|投奔|入伙|入党|入会|入伍|参军",
    "raising": "(?<!始)建于|[修兴]建(?!设)|建造|筑于",
    "effect": "生效|施行|实施|实行|上路|起用",
    "signing": "签[署订约下]",
    "ending": "截止|闭幕|落幕|届满|期满|到期|(?:展期|任期|持续|延续|延长|进行|为期)[至到]|结束|收官|完结|解除|撤[销除]",
    "office": "就任|上任|接任|就职|出任|到任|履新",
    "through": "贯通|打通|接轨|合龙",
    "moving": "迁[入至往到]|搬[入至往到迁]|移居|定居",
    "arriving": "抵达|运抵|送抵|抵[港京台岸]|到达|送到|运到",
    "top": "登顶|攻顶|封顶",
    "sold": "售罄|完售|卖完|卖光|售完|抢光|抢购一空|销售一空|售出",
    "winning": "夺冠|封王|夺金|摘金|获奖|得奖|夺[魁得]|获颁|荣获",
}
_stages = _once | {kind: re.compile(pattern) for kind, pattern in _AGAIN.items()}
"""What may come about more than once, beside what happens once."""


def events_in(key: str) -> frozenset[str]:
    """The kinds of events that a key, or a part of one, tells of."""
    return frozenset([kind for kind, pattern in _stages.items() if kind != "first" and pattern.search(key)])


SUBJECT = 3
"""Fewest characters of the stretch that names what both are about."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the two give another time or place for it, or tell two events in the other order."""
    for find in (_times, _until, _places, _sides, _scenes, _countries, _orders, _off_one_event, _firsts):
        for facet, reason in find(pair):
            return Comparison(kind=RelationKind.CONFLICTS, facet=facet, score=0.6, reasons=(plain(reason),))
    return None


# --- when --------------------------------------------------------------------------------------------------------


def other_stages(pair: Pair) -> bool:
    """Whether the two date other stages of one thing: begun in one year, opened in another."""
    mine, theirs = ({kind for kind, one in _once.items() if one.search(side.key)} for side in (pair.a, pair.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _times(pair: Pair) -> Iterator[tuple[Facet, str]]:
    if not pair.a.dates or not pair.b.dates or gist(pair).about < SUBJECT:
        return
    mine, theirs = _dated(pair.a), _dated(pair.b)
    for kind in sorted(mine.keys() & theirs.keys()):
        one, other = mine[kind], theirs[kind]
        if not touch(one[0], other[0], slack=kind[-1]):
            yield Facet.DATE, f"“{one[1]}” and “{other[1]}” are different times"
            return


_Dated = dict[tuple[str, bool, bool], tuple[tuple[str | None, str | None], str]]
"""The time of what happens once, and how it is told; by its kind, whether that is to come, and whether no year is told.

Days without a year may lie one apart: it is tomorrow elsewhere.
"""
_day = re.compile("[\\d一二三四五六七八九十]+月")
"""A day that is told without its year; that of the telling is meant."""
_ahead = re.compile("将(?!军)|计划|预[计定期]|拟|原定|定[于在]|力争|争取|有望|目标")


def _dated(side: Features) -> _Dated:
    """What happens once, with the one time that stands in its clause; of two such events in a statement neither."""
    found: _Dated = {}
    again = set()
    number = -1
    for clause in _clause.split(side.key):
        inside = range(number + 1, number + 1 + clause.count(DATE))
        number += clause.count(DATE)
        if len(inside) != 1 or inside[0] >= len(side.dates):
            continue
        one = side.dates[inside[0]]
        days, assumed = span_of(one, side, shared_time=bool(_day.match(one.text)))
        if days == (None, None):
            continue
        for kind, pattern in _once.items():
            if len(pattern.findall(clause)) == 1:
                told = kind, bool(_ahead.search(clause)), assumed
                if told in found and not touch(found[told][0], days):
                    again.add(told)
                found.setdefault(told, (days, one.text))
    for told in again:
        del found[told]
    lead = _clause.split(side.key)[0]
    if lead == DATE or re.fullmatch(f"直?到?{DATE}", lead):  # 直到1934年,《…》才创刊
        days = span_of(side.dates[0], side, shared_time=False)[0]
        if len(side.dates) == 1 and days != (None, None):
            for kind, pattern in _once.items():
                if len(pattern.findall(side.key)) == 1:
                    found.setdefault((kind, bool(_ahead.search(side.key)), False), (days, side.dates[0].text))
    return life(side) | found


_lived = re.compile(f"^[^,;。:!?()]{{2,16}}\\({DATE}[,)]")
_AGES = range(12, 116)
"""How many years a life in brackets may have; a reign or a term of office is mostly shorter, an age of stone longer."""


def life(side: Features) -> _Dated:
    """The years of birth and death in brackets behind the name with which a statement begins."""
    if not side.dates or not _lived.match(side.key):
        return {}
    first, last = span_of(side.dates[0], side, shared_time=False)[0]
    if first is None or last is None or int(last[:4]) - int(first[:4]) not in _AGES:
        return {}
    years = (((f"{day[:4]}-01-01", f"{day[:4]}-12-31"), f"{day[:4]}年") for day in (first, last))
    return dict(zip((("birth", False, False), ("death", False, False)), years, strict=True))


_clause = re.compile("[,;。:!?()]")


_by_then = re.compile(f"{DATE}(?:之前|以前|前)?,?[^,;。]{{0,4}}?(?:就|已|早已|便)|{DATE}[^,;。]{{0,4}}?(?:就|已|便)")
_not_before = re.compile(f"(?:直到|直至|要到|迟至|到了?|至){DATE}[^;。]{{0,16}}?才|{DATE}[^,;。]{{0,8}}?才")
_none_before = re.compile(f"{DATE}(?:之前|以前|前)?,?[^,;。]{{0,4}}?(?:没有|并无|尚无|无|未)")


_gone = re.compile(
    f"{DATE}[^,;。]{{0,24}}?(?:撤出|撤离|撤走|离开|迁出|搬离|退出|停[刊办产业驶播运]|关闭|卸任|退休|去世|逝世|病逝|拆除|解散|绝迹|灭绝|歇业|倒闭)"
)
_still_there = re.compile(f"(?:直到|直至|至|到){DATE}[^;。]{{0,24}}?(?:仍|还|尚|依然|从未离开|方才?)")


def _until(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """Already there before a year in one, not until a later one in the other."""
    if len(pair.a.dates) != 1 or len(pair.b.dates) != 1 or gist(pair).about < SUBJECT:
        return
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        early, late = (span_of(side.dates[0], side, shared_time=False)[0] for side in (one, other))
        end = early[1] or early[0]
        start = late[0] or late[1]
        if not end or not start or end >= start:
            continue
        by_then = _by_then.search(one.key) or any(pattern.search(one.key) for pattern in _once.values())
        gone = _gone.search(one.key) and _still_there.search(other.key)
        if (
            gone
            or (_by_then.search(one.key) and _not_before.search(other.key))
            or (by_then and _none_before.search(other.key))
        ):
            yield Facet.DATE, f"“{one.dates[0].text}” and “{other.dates[0].text}” are different times"
            return


# --- where -------------------------------------------------------------------------------------------------------

_born = Cue(
    "(?:出生|诞生|生)[于在]([^,;。:!?]{2,8}?)(?=的|[,;。:!?]|$)|在([^,;。:!?]{2,8}?)(?:出生|诞生|出世)|(?:出生地|祖籍|故乡|家乡)[是为在]([^,;。:!?]{2,8})"
)
_died = Cue(
    "(?:病逝|逝世|去世|过世|辞世|卒|逝)[于在]([^,;。:!?]{2,8}?)(?=的|[,;。:!?]|$)|在([^,;。:!?]{2,8}?)(?:病逝|逝世|去世|过世|辞世|离世)"
)


def _places(pair: Pair) -> Iterator[tuple[Facet, str]]:
    if gist(pair).about < SUBJECT - 1:
        return
    for pattern in (_born, _died):
        mine, theirs = _place(pattern, pair.a.key), _place(pattern, pair.b.key)
        if mine and theirs and set(mine).isdisjoint(theirs):
            yield Facet.PLACE, f"“{mine}” against “{theirs}”"
            return


def _place(pattern: Cue, key: str) -> str:
    found = ["".join(groups).replace(DATE, "") for groups in pattern.findall(key)]
    return found[0] if len(found) == 1 and len(found[0]) > 1 and not _not_place.search(found[0]) else ""


_not_place = re.compile("[时前后中里内]$|医院|家[中里]|家$|病|岁|年|月|日|当地|那里|此地|此处|本地|该|\x01")


_beside = Cue(
    "(?:位于|坐落于?|地处|处于|在)(?P<of>[^,;。:!?在]{0,10}?)的?(?P<side>[东西南北]{1,2})(?:侧|边|面|方|缘|端|麓|郊|隅|岸|部)(?=[,;。:!?出入的]|$)"
)


def _sides(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """East of the station in one, west of it in the other."""
    mine, theirs = _beside.findall(pair.a.key), _beside.findall(pair.b.key)
    if len(mine) != 1 or len(theirs) != 1 or gist(pair).about < SUBJECT:
        return
    (of, side), (other, another) = mine[0], theirs[0]
    if set(side).isdisjoint(another) and (of[-2:] == other[-2:] or not (of and other)):
        yield Facet.PLACE, f"“{of}{side}” against “{other}{another}”"


_scene = re.compile(
    "在([^,;。:!?的]{2,10}?)(首映|首演|被捕|落网|登陆|举行|举办|召开|坠毁|夺冠|就读|任教|任职|设厂|拍摄|取景|登场|签约)"
)


def _scenes(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The same deed at another place of one kind: at the festival of Cannes, at that of Venice."""
    mine, theirs = _scene.findall(pair.a.key), _scene.findall(pair.b.key)
    if len(mine) != 1 or len(theirs) != 1 or mine[0][1] != theirs[0][1] or gist(pair).about < SUBJECT:
        return
    one, other = mine[0][0], theirs[0][0]
    kind = one[len(one) - _alike(one[::-1], other[::-1]) :]
    fronts = one[: len(one) - len(kind)], other[: len(other) - len(kind)]
    if kind and all(len(each) > 1 for each in fronts) and set(fronts[0]).isdisjoint(fronts[1]):
        yield Facet.PLACE, f"“{one}” against “{other}”"


@cache
def _in_country() -> "re.Pattern[str]":
    names = sorted((word for place in words.countries() for word in place if "\u3400" < word[0] < "\ua000"), key=len)
    return re.compile(f"[在于]({'|'.join(reversed(names))})")


def _countries(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The scene lies in one country in one, in another in the other."""
    mine, theirs = ({words.stem(each) for each in _in_country().findall(side.key)} for side in (pair.a, pair.b))
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs or period.disjoint(pair):
        return
    if shared_units(pair) and _event.search(pair.a.key) and _event.search(pair.b.key):
        one, other = (_in_country().findall(side.key)[0] for side in (pair.a, pair.b))
        yield Facet.PLACE, f"“{one}” against “{other}”"


_event = re.compile("发生|拍摄|摄于|拍到|坠毁|举行|登陆|出土|发现")


# --- in which order ----------------------------------------------------------------------------------------------

_ORDERS: tuple[tuple[str, int], ...] = (
    ("(?P<of>[^,;。]{2,}?)(?:是)?[在于](?P<first>[^,;。]{2,}?)(?:之后|以后|后),?(?P<then>[^;。]{2,})", 3),
    ("(?P<first>[^,;。]{2,})(?:之后|以后|后),?(?P<then>[^;。]{2,})", 0),
    (
        "(?P<then>[^,;。]{2,}?)(?:发生在|发生于|是在|早于|先于|在)(?P<later>[^,;。]{2,})(?:之前|以前|前(?!往|后|者|进))",
        1,
    ),
    (
        "(?:在|早在)?(?P<later>[^,;。]{2,}?)(?:之前|以前|前夕|前(?=,)|前\x01|前\x02|前一[天日周月年]),?(?P<then>[^;。]{2,})",
        1,
    ),
    (
        "(?:先|起初)(?P<first>[^,;。]{2,}),?(?:[^,;。]{0,4}?)(?:后来|然后|随后|再|之后|后|而后|次年)才?(?P<then>[^;。]{2,})",
        0,
    ),
    ("(?<!最)(?<!首)(?<!优)先(?!生|进|前|锋|天)(?P<first>[^,;。]{2,}?),?才(?!能|会)(?P<then>[^;。]{2,})", 0),
    ("(?P<first>[^,;。]{2,}?)(?:完|完毕|好),?才(?!能|会)(?P<then>[^;。]{2,})", 0),
    ("(?P<then>[^,;。]{2,})时,(?P<first>[^,;。]{2,}?)(?:早已|已经|早就|已)(?P<done>[^,;。]+)", 2),
)
_ordered = Needing([pattern for pattern, _ in _ORDERS])


def _orders(pair: Pair) -> Iterator[tuple[Facet, str]]:
    mine, theirs = _order(pair.a.key), _order(pair.b.key)
    if mine is None or theirs is None:
        return
    if any(_not_so.search(side[0]) for side in (mine, theirs)):
        return  # before he died she did not live there: nothing came first
    crossed = _common(mine[0], theirs[1]), _common(mine[1], theirs[0])
    if not all(crossed):
        return
    lead = _alike(mine[0], theirs[0])
    mine, theirs = (mine[0][lead:], mine[1]), (theirs[0][lead:], theirs[1])
    straight = _common(mine[0], theirs[0]) + _common(mine[1], theirs[1])
    if sum(crossed) >= straight + TURNED:
        yield Facet.DATE, f"“{mine[0]}” comes before “{mine[1]}” in one, after it in the other"


_not_so = re.compile("并[不未无]|没有?|未曾?|从不|不曾|不[住在是会能再]")
TURNED = 2
"""So many more pairs of characters must be shared crosswise."""


_long = "[一二两三四五六七八九十百半数几\\d]+(?:年|个月|周|星期|天|日|小时|分钟|秒)"
_off = Cue(f"(?P<event>[\u3400-\u9fff]{{2}})(?:(?P<side>[前后]){_long}|{_long}(?:之|以)?(?P<way>[前后])(?![者天日]))")


def _off_one_event(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """So long before a thing in one, so long after it in the other: 选举前三天, 选举三天后."""
    mine, theirs = (list(_off.finditer(written(side))) for side in (pair.a, pair.b))
    if len(mine) != 1 or len(theirs) != 1 or mine[0]["event"] != theirs[0]["event"] or gist(pair).told < TOLD:
        return
    one, other = (match["side"] or match["way"] for match in (mine[0], theirs[0]))
    if one != other:
        yield Facet.DATE, f"“{mine[0][0]}” in one, “{theirs[0][0]}” in the other"


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _common(one: str, other: str) -> int:
    return len({one[i : i + 2] for i in range(len(one) - 1)} & {other[i : i + 2] for i in range(len(other) - 1)})


OF = 3
"""The way of telling the order in which the subject stands before both."""


def _order(key: str) -> tuple[str, str] | None:
    """What a statement says came first and what came then."""
    for number, pattern in _ordered.may(pieces_of(key)):
        if match := pattern.search(key):
            way = _ORDERS[number][1]
            if way == 0:
                return match["first"], match["then"]
            if way == 1:
                return match["then"], match["later"]
            if way == OF:
                return match["first"], match["of"] + match["then"]
            return match["first"] + match["done"], match["then"]
    return None


# --- the first ---------------------------------------------------------------------------------------------------

_early = Cue("早在|在[^,;。]{2,16}之前|此前|之前|先前")
_already = re.compile("已有|就已|已经|已|就有")


def _firsts(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The first to do it in one, while in the other somebody had done it before."""
    if pair.a.dates and pair.b.dates and not period.disjoint(pair):
        return  # as early as the 19th century, for the first time in 1887
    for one, other in ((pair.a.key, pair.b.key), (pair.b.key, pair.a.key)):
        if (first := _once["first"].search(one)) is None or (before := _early.search(other)) is None:
            continue
        if not _already.search(other, before.end()):
            continue
        found = gist(pair)
        if found.about >= SUBJECT - 1 and found.told >= TOLD:
            yield Facet.IDENTITY, f"“{first[0]}” in one, others “{before[0]}” in the other"
            return


TOLD = 0.3
