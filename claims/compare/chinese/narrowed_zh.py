"""Whether what clashes in two Chinese statements is told of a whole and of a part of it, or of two parts.

四成受访者支持 and, of those over 65, not even two tenths; exports rise, those to Europe fall; consumer prices and the
price of pork. Each may be true.
"""

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.intervals import interval
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features
from claims.model import Facet
from evidence.text import lazy_re as re

_group = re.compile(f"{QUANTITY}(?:以上|以下|以内|之间)?的(?P<head>[\u4e00-\u9fff]{{2}})[\u4e00-\u9fff]?[中里当的,]")
"""Of those aged so much: 65岁以上的受访者中."""
_directed = re.compile("(?:对|向|往)(?P<to>[\u4e00-\u9fff]{2,6}?)的?(?P<head>出口|进口|投资|贸易|销售|援助|销量|订单)")
_within = re.compile("国内|境内|省内|市内|岛内|县内|区内")
_elsewhere = re.compile("邻[国省市县区镇村]|邻近的?[国省市县区镇村]|隔壁的?[国省市县区镇村]|外地|外省|他国")
_head = re.compile(
    "(?P<of>[\u4e00-\u9fff]{2,8}?)的?(?P<head>价格|物价|出口额?|进口额?|销量|产量|支出|需求|订单|客流量?|库存|票价|关税|贷款(?!利率|余额))"
)
_no_part = re.compile(
    "[上下]调|调[升降高低整]|提高|降低|增加|减少|[将把]|[年月季日度初末首上下半全总共均整体平同环比期本今去第一二三四前后的其该各]+"
)
_OPPOSED = (
    (("反对党", "在野党"), ("执政党",)),
    (("起售", "起价", "入门", "低配", "最低"), ("顶配", "高配", "旗舰", "最高")),
    (("首轮", "第一轮"), ("次轮", "第二轮", "决选")),
    (("首回合", "第一回合", "首战"), ("次回合", "第二回合", "次战")),
    (("上半场", "上半时", "前半场"), ("下半场", "下半时", "后半场")),
    (("过半时", "开票初", "计票初", "开票中"), ("最终", "最后")),
    (("估价", "估值"), ("落槌", "成交", "拍出", "卖出", "售出")),
    (("预赛", "晋级", "晋身", "资格赛", "初赛"), ("决赛中", "决赛里", "决赛获", "决赛得", "决赛以", "决赛排")),
    (("前一天", "前一晚", "前一日", "前夕"), ("当天", "当日", "当晚")),
)
"""Camps, ends of a range, rounds and stages of which each has its own figures."""
_all = re.compile("整体|总体|全体|总的|各年龄")
_aged = re.compile(
    f"{QUANTITY}[^,;。]{{0,4}}(?:青年|青少年|长者|老人|人口|人士|民众)|(?:青年|青少年|老年|中年|女性|男性|大学生|应届)"
)
_among = re.compile(
    "在(?P<who>[^,;。:!?]{0,8}?(?:选民|受访者|民众|人群|患者|学生|女性|男性|青年|青壮年|老年人|员工|用户|消费者|家庭"
    "|群体))[之当]?[中里]"
)
_at_first = re.compile(
    "(?:入院|送医|送院|抵达|到院|发现|出生|开业|开盘|上任|成立|发病|落成)(?:的?时|之?初|当[日天])"
    "|起初|最初|一开始|早盘|盘中"
)
_came_to = re.compile(
    f"(?:[降升涨跌减增缩落]|回[落升]|恢复|下降|上升)[到至]{QUANTITY}?|出院时|终场|收盘"
    "|(?:治疗|抢救|改建|扩建|手术)[之以]?后"
)
_theirs = re.compile(
    "(?:^|[,。;:])(?P<whose>[^,。;:是为]{2,6}?)的(?:队友|同伴|对手|搭档|同事|助手|助理|前任|继任者?|发言人|律师|妻子|丈夫|父亲|母亲|父母"
    "|儿子|女儿|[兄弟哥][哥弟长]|姐姐|妹妹|朋友|教练|秘书)(?=[\u4e00-\u9fff]{2})"
)
_there = re.compile(f"(?:[上下里内中]|现场|当时|载)有?{QUANTITY}")
_got_out = re.compile(
    f"{QUANTITY}[^,。]{{0,8}}(?:自行|升井|逃[生出离脱]|获救|脱险|生还|下落不明|遇难|罹难|受伤|失踪|死亡|丧生|被困|送医)"
)


def told_of_part(pair: Pair, found: Comparison) -> bool:
    """Whether a clash of figures, contraries or words of one class is one of a whole and its part."""
    if pair.closeness >= VERSIONS or found.facet not in {Facet.QUANTITY, Facet.POLARITY, Facet.IDENTITY}:
        return False
    sides = (pair.a, pair.b)
    for one, other in (sides, sides[::-1]):
        if _of_some(one.key, other.key) or _of_neighbours(one.key, other.key) or _smaller_within(one, other):
            return True
        if _of_theirs(one.key, other.key) or _of_those_there(one, other, found):
            return True
        if found.facet is Facet.QUANTITY and (_of_one_group(one.key, other.key) or _at_two_stages(one.key, other.key)):
            return True
    return _of_two_parts(pair.a.key, pair.b.key) or _of_two_camps(pair.a.key, pair.b.key)


def _of_some(key: str, other: str) -> bool:
    """Whether one tells of those of a certain age, or of what goes to one land, and the other of all of that sort."""
    return any(match["head"] in other and not _group.search(other) for match in _group.finditer(key)) or any(
        match["head"] in other and match["to"] not in other for match in _directed.finditer(key)
    )


def _of_one_group(key: str, other: str) -> bool:
    """Whether one tells of those of one age or sort, and the other of all, or of those of another."""
    if _all.search(key) and _aged.search(other) and not _all.search(other) and not _aged.search(key):
        return True
    among = _among.search(key)
    return among is not None and among["who"][-2:] not in other


_asked = re.compile("要求|索赔|求偿|求刑|要价|开价|诉请")
_given = re.compile("愿意|只[肯愿]|判赔|获赔|判处|批准|核准|同意")


def _at_two_stages(key: str, other: str) -> bool:
    """Whether one tells how it was at first, or what was asked for, the other what it came to: 入院时40度, 降到37度."""
    if _asked.search(key) and not _given.search(key) and _given.search(other) and not _asked.search(other):
        return True
    if not _at_first.search(key) or _at_first.search(other):
        return False
    return _came_to.search(other) is not None and not _came_to.search(key)


def _of_neighbours(key: str, other: str) -> bool:
    return _elsewhere.search(key) is not None and _elsewhere.search(other) is None


def _of_theirs(key: str, other: str) -> bool:
    """Whether one is about a team-mate, wife or spokesman of somebody about whom the other is."""
    match = _theirs.search(key)
    return match is not None and match["whose"][-2:] in other and _theirs.search(other) is None


def _of_those_there(one: Features, other: Features, found: Comparison) -> bool:
    """Whether one tells how many were there and the other how many of them got out, were hurt or are missing."""
    if found.facet is not Facet.QUANTITY or not _there.search(one.key) or not _got_out.search(other.key):
        return False
    return not _got_out.search(one.key) and not _there.search(other.key)


def _smaller_within(one: Features, other: Features) -> bool:
    """Whether one gives so many within a country, a province, and the other more."""
    if not _within.search(one.key) or _within.search(other.key):
        return False
    counts = [
        [each.low for q in side.quantities if (each := interval(q)).dimension.startswith("count")]
        for side in (one, other)
    ]
    return bool(counts[0] and counts[1]) and max(counts[0]) < min(counts[1])


def _of_two_parts(key: str, other: str) -> bool:
    """Whether both give the price, exports, stock of a thing, and each of another one."""
    mine, theirs = _measured(key), _measured(other)
    for head, of in mine.items():
        others = theirs.get(head, set())
        if of and others and all(part not in other for part in of) and all(part not in key for part in others):
            return True
    return False


def _measured(key: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in _head.finditer(key.replace(DATE, ",").replace(QUANTITY, ",")):
        of = _no_part.sub("", match["of"])[-2:]
        if len(of) == LONE:
            found.setdefault(match["head"], set()).add(of)
    return found


LONE = 2
"""Characters that make a word."""


def _of_two_camps(key: str, other: str) -> bool:
    """Whether one tells of the opposition, the cheapest or the first round, the other of what stands against that."""
    for pair in _OPPOSED:
        camps = [{n for n, camp in enumerate(pair) if any(word in text for word in camp)} for text in (key, other)]
        if len(camps[0]) == len(camps[1]) == 1 and camps[0] != camps[1]:
            return True
    return False
