"""Whether something rose, fell or stayed, in two Chinese statements: 升息 against 调降利率, 冻结票价 against 加价.

A movement has a direction and something that moves: what stands before it in its clause, what stands behind it, or a
character within it (升息, 减税). Two statements clash when one thing goes up in one and
down in the other, or stays as it is.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese.arguments_zh import apart, left_open, named_before
from claims.compare.chinese.units_zh import pairs_of
from claims.compare.facets import period
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_up = Cue(
    "不[降减跌]反[升增涨]|上升|上涨|[回攀飙拉爬]升|升高|升至|升破|(?<!负)成长|(?<!负)增长|增加|增至|年增|月增|季增|[调提]高|[调上]升|调涨|上调|大增|暴增|激增|倍增|翻倍|翻了|加倍"
    "|[大狂飙急劲回]涨|涨价|涨至|创新高|新高|走高|走强|扩大|好转|回温|回暖|复苏|(?P<of>[升加])(?P<what>[息薪税价班])|增产|扩产|[更变]贵|贵了|上扬|走扬|[攀飙爬拉]高|飙涨|推升|蹿升|窜升|攀升|增多|变多|渐增|加码|扩编|添加|升温|暴涨|翻[番涨]|[升涨增](?=[了\x01])|[又再续连][升涨增]"
)
_down = Cue(
    "不[升增涨]反[降减跌]|下降|下跌|下滑|下挫|下探|回落|降低|降至|降到|跌至|跌破|减少|减至|年减|月减|季减|衰退|萎缩|调降|调低|下调|降温|锐减|骤减|大减|剧减"
    "|[大狂暴急重][跌挫]|降价|跌价|创新低|新低|走低|走弱|缩减|缩小|腰斩|减半|砍半|恶化|(?P<of>[降减])(?P<what>[息薪税价班])|减产|走跌|便宜|打[折\x01]|优惠|负[成增]长|下坠|滑落|跌落|[骤遽]降|崩跌|缩水|减码|变少|渐少|递减|流失|缩编|探底|走贬|回跌|[降跌减](?=[了\x01])|[又再续连][降跌减]"
)
_steady = Cue(
    "(?:没有?|无|并无)(?:明显|显著|统计上?的?|太大|任何)*(?:差[异别]|不同|变化|变动|改变)|维持(?!秩序|治安|生命|生计)|持平|不变|[不没未](?:加|涨|升|增)[^,;。:!?]{0,2}?[也又亦]?[不没未](?:减|降|跌)|冻[结涨](?!资产|账户|户头)|按兵不动|没有(?:变化|变动|调整)|不会?作?(?:任何)?[调变][整动]|(?P<of>不(?:会|打算|准备|考虑|拟|予)[^,;。:!?]{0,6}?[调加涨])(?P<what>[薪价])|保持(?=[^,;。:!?]{0,6}\x01)"
)
_measures = {"息": "利率", "薪": "薪资", "税": "税率", "价": "价格", "班": "班次"}
_same = (
    (("利率", "利息", "息"), "利率"),
    (("薪", "工资", "月薪"), "薪资"),
    (("税",), "税率"),
    (("价", "费率"), "价格"),
    (("净利", "获利", "盈利", "纯利", "纯益", "利润", "盈余"), "利润"),
    (("营收", "营业额", "营业收入"), "营收"),
    (("销售额", "销货值", "销售值", "零售额", "销售总额"), "销售"),
    (("汽油", "柴油", "油品", "油价"), "油价"),
    (("票价", "车费", "车资"), "票价"),
    (("房价", "楼价", "房市", "楼市"), "房价"),
    (("门票", "入场费"), "门票"),
    (("电价", "电费"), "电价"),
    (("水价", "水费"), "水价"),
)
_denied = re.compile(
    "(?:并|从|尚|仍|还|丝毫|始终|至今)*(?:未(?!来)|没有?|不(?![仅但只光断久同])(?:会|曾|再|能)?|无)(?:曾|见|出现|因此|随之|明显|显著|大幅|进一步|任何)*$"
)
"""What says that it does not move so."""
_undone = re.compile("[不未没无][^,;。:!?]{0,3}$|停止|避免|防止|遏[制止]|预[计期估]|可能|有望|恐")
_than = re.compile(
    "(?:比|较)(?:上?[前去一]?[年月季周届次度]?|往年|同期|过去|\x02)[^,;。]{0,6}?(?P<way>[少低减降差]|[多高增升好])"
    "|(?:(?P<over>优于|好于|高于|多于|胜过|超过|超越|强于)|低于|少于|逊于|不如|不及|差于|弱于)"
    "(?:(?:上一?|前一|去)年度?|上一?季度?|上个?月|往年|\x02)(?:的)?(?:同期|同[季月]|水[平准])?(?=[,;。!?]|$)"
    "|没有?(?:往年|同期|过去|\x02)[^,;。]{0,4}?(?P<short>[多高好热快大长])(?=[,;。!?]|$)"
)


_cuts = re.compile(
    f"[{DATE}{QUANTITY}的]|收盘|终场|[盘午早尾]盘|盘中|[为达到至]$|[环同月年季]比|按[年月季周]|同期|[让使令]"
)


class Move(NamedTuple):
    """One movement."""

    way: int
    """1 up, -1 down, 0 neither: it stays as it is."""
    word: str
    of: frozenset[str]
    """What moves, by pairs of characters."""
    denied: bool = False
    """Whether it is said not to move so: then it falls, or stays as it is."""
    ahead: bool = False
    """Whether it is still to come."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when one thing moves otherwise in one statement than in the other."""
    mine = moves(_with_turns(pair.a))
    theirs = moves(_with_turns(pair.b)) if mine else ()
    if not mine or not theirs or period.disjoint(pair) or other_months(pair) or _times_exchanged(pair):
        return None
    dated = bool(pair.a.dates and pair.b.dates)
    for one in mine:
        alike = [other for other in theirs if _moving_in_both(one, other) and (one.ahead == other.ahead or dated)]
        if not alike or any(_agree(one, other) for other in alike):
            continue
        shared = _moving_in_both(one, alike[0])
        words = one.word, alike[0].word
        of_two = _of_other_goods if one.way * alike[0].way else of_other_sorts
        if apart(pair, *words) or of_two(pair, *words):
            continue
        if any(each.way != one.way and each.of & shared for each in mine):
            continue  # up, then down
        return Comparison(
            kind=RelationKind.CONFLICTS,
            facet=Facet.POLARITY,
            score=0.6,
            reasons=(f"one says “{one.word}”, the other “{alike[0].word}”",),
        )
    return None


def _times_exchanged(pair: Pair) -> bool:
    """Whether each measures the one time by the other: less this year than last, more last year than this."""
    times = [[fold_key(one.text) for one in side.dates] for side in (pair.a, pair.b)]
    exchanged = len(times[0]) == len(times[1]) == BOTH and times[0] == times[1][::-1] != times[1]
    return exchanged and all(_than.search(side.key) for side in (pair.a, pair.b))


BOTH = 2


def _with_turns(side: Features) -> str:
    """The key of a statement with the figures that tell which way a thing moves, and how far: 减半, 翻倍."""
    if not any(_turn.search(one.text) for one in side.quantities) or side.key.count(QUANTITY) != len(side.quantities):
        return side.key
    texts = iter([one.text for one in side.quantities])
    return _masked.sub(lambda mask: text if _turn.search(text := fold_key(next(texts))) else mask[0], side.key)


_turn = re.compile("减半|腰斩|砍半|翻[倍番一了]|倍增|加倍|减少一半|增加一倍")
_masked = re.compile(QUANTITY)


def _agree(one: Move, other: Move) -> bool:
    """Whether one thing may move as both say."""
    if one.denied or other.denied:
        return one.way != other.way or one.denied == other.denied
    return one.way == other.way


def agree(pair: Pair) -> bool:
    """Whether something moves the same way in both."""
    mine, theirs = ({(one.way, one.denied) for one in moves(side.key)} for side in (pair.a, pair.b))
    return not mine.isdisjoint(theirs)


def of_other_sorts(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether what stays and what moves are two sorts, each with a name of its own: the fare, the price of a pass."""
    one, other = _without_measure(*_named_by(pair, mine, theirs))
    keys = pair.b.key, pair.a.key
    own = [[char for char in each if char not in rest] for each, rest in zip((one, other), keys, strict=True)]
    return all(own) and sum(map(len, own)) >= SORT


def _without_measure(one: str, other: str) -> tuple[str, str]:
    """Two phrases without the words by which both name one measure: 港铁票价, 车费."""
    for words, _ in _same:
        if any(word in one for word in words) and any(word in other for word in words):
            for word in words:
                one, other = one.replace(word, ""), other.replace(word, "")
    return one, other


def _named_by(pair: Pair, mine: str, theirs: str) -> list[str]:
    """What each statement names before whichever of two words it has."""
    found = [
        next((named_before(side.key, side.key.find(word)) for word in (mine, theirs) if word in side.key), "")
        for side in (pair.a, pair.b)
    ]
    return [_moving.sub("", _announced.sub("", phrase)) for phrase in found]


def _of_other_goods(pair: Pair, mine: str, theirs: str) -> bool:
    """Whether one measure is of two goods, each named right before it: the price of rice, the price of pork."""
    one, other = _without_measure(*_named_by(pair, mine, theirs))
    if bool(_wide.search(one)) != bool(_wide.search(other)) and bool(_wide.search(pair.a.key)) != bool(
        _wide.search(pair.b.key)
    ):
        return True
    bare = [_measured.sub("", phrase) for phrase in (one, other)]
    while bare[0] and bare[1] and bare[0][-1] == bare[1][-1]:
        bare = [phrase[:-1] for phrase in bare]
    goods = [phrase[-GOODS:] for phrase in bare]
    return all(goods) and not any(
        char in key for part, key in zip(goods, (pair.b.key, pair.a.key), strict=True) for char in part
    )


GOODS = 2
"""So many characters before a measure name what it is of."""
_wide = re.compile("全[国球台港]|世界|国际")
_measured = re.compile("(?:收购|批发|零售|平均)?(?:价格?|利率|薪资|税率|班次|费率|售价)$")
_moving = re.compile("[维保持调升降增减上下涨跌]+$")
_announced = re.compile("^.*(?:宣布|敲定|拍板|公布|决定|核定|同意|批准|通过|证实|表示)")
SORT = 3
"""Fewest characters that name two sorts."""
_month = re.compile("([一二三四五六七八九十\\d]+)月|(?:周|星期|礼拜)([一二三四五六日天])")


def other_months(pair: Pair) -> bool:
    """Whether the two name other months or days of the week: up in March, down in November."""
    found = [_month.findall(fold_key(" ".join(one.text for one in side.dates))) for side in (pair.a, pair.b)]
    return any(
        mine and theirs and mine.isdisjoint(theirs)
        for mine, theirs in ([{each[i] for each in side if each[i]} for side in found] for i in (0, 1))
    )


def both_move(said: list[str]) -> bool:
    """Whether two contrary words both tell of a movement."""
    bare = [_against.sub("", word) for word in said[:2]]
    return len(bare) > 1 and all(_up.regex.fullmatch(word) or _down.regex.fullmatch(word) for word in bare)


_against = re.compile("^(?:[同环]比|按[年月季周])")
"""Against what the size of a movement is measured."""


@lru_cache(maxsize=1 << 12)
def moves(key: str) -> tuple[Move, ...]:
    """What rises and falls in a folded statement."""
    return tuple(_moves(key))


def _moves(key: str) -> Iterator[Move]:
    for pattern, way in ((_up, 1), (_down, -1), (_steady, 0)):
        for match in pattern.finditer(key):
            denied = _denied.search(key, 0, match.start()) if way else None
            before = named_before(key, denied.start() if denied else match.start())
            if _undone.search(before) or left_open(AHEAD.sub("，", key), *match.span()):
                continue
            ahead = AHEAD.search(key, 0, match.start()) is not None
            behind = re.split("[,;。:!?()的]", key[match.end() :])[0].lstrip("了到至为")
            what = _measures.get(match.groupdict().get("what") or "", "价格" if _priced.search(match[0]) else "")
            word = key[denied.start() if denied else match.start() : match.end()]
            yield Move(way, word, _what(before) | _what(what or behind[:OBJECT]), denied is not None, ahead)
    if than := _than.search(key):
        before = named_before(key, than.start())
        more = not than["short"] and (than["over"] or (than["way"] and than["way"] in "多高增升好"))
        yield Move(1 if more else -1, than[0].replace(DATE, ""), _what(before))


_from = re.compile("(?:起|将|由|从|自|每[\u3400-\u9fff]{1,2}|现行|目前|较|比|在)*")
"""What stands before a movement and names no more than where it begins: 由每吨120元下调."""


AHEAD = re.compile("(?<![即主大名武副上中少老猛干])将(?![军领其近])")
"""What is still to come: will, but not the general."""


_priced = re.compile("贵|便宜|打[折\x01]")
_taxed = re.compile("税[前后]")
"""How a sum is reckoned is not what moves."""


def _what(phrase: str) -> frozenset[str]:
    """The pairs of characters at the end of a phrase, and the measure that it names."""
    parts = _cuts.split(_taxed.sub("", phrase))[::-1]
    bare = next((part for part in parts if not _from.fullmatch(part)), "")[-NAMED:]
    found = {two for two in pairs_of(bare) if min(two) > "\u3400"}
    if len(bare) == 1 and _causing.search(phrase):
        found.add(bare)  # 让痰变多
    found.update(name for words, name in _same if any(word in bare for word in words))
    return frozenset(found)


def _moving_in_both(one: Move, other: Move) -> frozenset[str]:
    """What moves in both; a single character that is made to move may be the first of a word: 痰, 痰液."""
    alone = {each for each in one.of | other.of if len(each) == 1}
    return one.of & other.of | {
        word for char in alone for word in one.of ^ other.of if word[0] == char and len(word) > 1
    }


_causing = re.compile("[让使令]")
NAMED, OBJECT = 4, 6
"""So many characters before a movement name what moves; so many behind it."""
