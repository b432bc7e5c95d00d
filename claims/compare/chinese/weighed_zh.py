"""Short Chinese claims that give no figure, which two figures of a long sentence decide: fewer than before, the most.

人口减少了, 比求刑短, 菲律宾籍最多, 儿童占多数, 创三年新低: what rises or is more is told by the words of the claim,
and which figures are meant by the words beside them.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from claims.compare.chinese.ranks_zh import ranks_of
from claims.compare.chinese.units_zh import longest
from claims.compare.chinese.when_zh import time_of
from claims.compare.chinese.worked_parts import Amount, amounts_of, content_of, dated, plain, shared, single
from claims.compare.intervals import comparable
from claims.compare.tokens import DATE
from claims.compare.values import Features, written
from claims.features.numbers_zh import parse
from evidence.text import lazy_re as re

Weighed = tuple[bool, str, str]
"""Whether the claim holds, what of the sentence tells so, and what of the claim asks."""

_RISE = (
    "增加|增长|增多|增至|上升|上涨|上扬|上调|调高|调涨|调升|提高|提升|扩大|走高"
    "|回升|攀升|成长|升高|变多|多了|高了|涨价|加价|看涨|上行|回暖|走扬|扩张|改善"
)
_FALL = (
    "减少|下降|下跌|下滑|下调|调低|调降|降低|缩小|缩减|走低|回落"
    "|萎缩|衰退|变少|少了|低了|降价|减价|下行|走跌|缩水|滑落|减低|恶化"
)
_rise, _fall = re.compile(f"(?:{_RISE})(?!率|幅|速)"), re.compile(f"(?:{_FALL})(?!率|幅|速)")
_denied = re.compile("(?:没有|没|未|并未|不曾|未曾|不再)[^,;。:!?]{0,4}$")
_old = re.compile(
    "去年|上年|前年|前一年|上届|上一[届年季月次]|上次|前一[届季月次日天周]|上季|上月|上周|同期|原价|原来|原本|此前|之前|以前|往年|昔日|当时|旧|[由从]$|十年前|年前"
)
_two_ways = re.compile("连续|先[^,;。]*后|幅度|速度|趋势|放缓|收窄|扩大了?差距")


def trend(claim: Features, sentence: Features) -> Weighed | None:
    """Whether a thing grew or shrank, by its earlier and its later value."""
    if any(one.interval.dimension != "time" for one in amounts_of(claim)):
        return None
    rises, falls = _turns(_rise, _more_than, claim.key), _turns(_fall, _less_than, claim.key)
    if len(rises) + len(falls) != 1 or _two_ways.search(claim.key):
        return None
    said = (rises or falls)[0]
    ahead = _denied.search(claim.key, 0, said.start()) is not None
    measure = claim.key[: said.start()].replace(DATE, "")
    amounts = amounts_of(sentence)
    found = [
        (shared(claim, *_texts(one)) + shared(claim, *_texts(other)), old, new)
        for sort in _sorted(amounts)
        for one, other in pairwise(sort)
        if not any(_change.search(each.lead) for each in (one, other))
        for old, new in _in_order(sentence, one, other)
        if _named(measure, old) or _named(measure, new)
    ]
    if not found:
        return None
    _, old, new = max(found, key=lambda each: each[0])
    first, then = single(old), single(new)
    if first is None or then is None or first == then:
        return None
    holds = (then > first) == bool(rises)
    return (
        holds != ahead,
        f"{old.quantity.text} → {new.quantity.text}",
        plain(said[0]),
    )


_before_now = "比[^,;。:!?多少高低]{0,6}(?:\x02|\x01|[前去上][^,;。:!?多少高低]{0,2})[^,;。:!?多少高低]{0,3}[还更]?"
_more_than = re.compile(f"{_before_now}[多高大](?=[,;。!?]|$)")
_less_than = re.compile(f"{_before_now}[少低小](?=[,;。!?]|$)")


def _turns(said: "re.Pattern[str]", compared: "re.Pattern[str]", key: str) -> "list[re.Match[str]]":
    """Where a claim tells that a thing grew or shrank, by a verb or against an earlier time: 比五年前多."""
    return list(said.finditer(key)) or list(compared.finditer(key))


_running = re.compile("连续(?P<times>[两二三四五六七八九十\\d]{1,2})个?(?:年度?|季度?|月|届|周|学年)[^,;。]{0,4}$")


def running(claim: Features, sentence: Features) -> Weighed | None:
    """Whether a thing grew or shrank so many times in a row, by its values at known times."""
    text = written(claim)
    said = _rise.search(text) or _fall.search(text)
    row = _running.search(text, 0, said.start()) if said else None
    if said is None or row is None or any(one.interval.dimension != "time" for one in amounts_of(claim)):
        return None
    steps = int(parse(row["times"]) or 0)
    for sort in _sorted(amounts_of(sentence)):
        timed = sorted((when[0] or "", single(one) or 0.0) for one in sort if (when := time_of(sentence, one)))
        values = [value for _, value in timed][-steps - 1 :]
        if len(values) == steps + 1 and len(dict(timed)) == len(timed) and 0.0 not in values:
            rising = _rise.search(text) is not None
            holds = all((then > first) == rising and then != first for first, then in pairwise(values))
            return holds, " → ".join(f"{value:g}" for value in values), said[0]
    return None


def placed(claim: Features, sentence: Features) -> Weighed | None:
    """Whether the one place that a sentence gives lies within those that a claim speaks of: 跌出前十名, 跻身前三."""
    asked, given = ([one for one in ranks_of(written(side)) if not one.quality] for side in (claim, sentence))
    if len(asked) != 1 or asked[0].low == asked[0].high or len(given) != 1:
        return None
    one = given[0]
    holds = asked[0].low <= one.low and one.high <= asked[0].high
    return holds, one.text, asked[0].text


def _texts(one: Amount) -> tuple[str, str]:
    return one.lead, one.after


def _named(measure: str, one: Amount) -> bool:
    """Whether what stands before a figure has two characters in a row of what a claim tells of."""
    return len(longest(measure, one.before)) >= NAMED


NAMED = 2


def _sorted(amounts: list[Amount]) -> list[list[Amount]]:
    """The figures of each unit in their order, without lengths of time."""
    sorts: dict[str, list[Amount]] = {}
    for one in amounts:
        sorts.setdefault(one.interval.dimension, []).append(one)
    return [sort for dimension, sort in sorts.items() if dimension != "time"]


_change = re.compile(
    "(?:[增减升降跌涨]|增加|减少|增长|下降|上升|下跌|成长|衰退|[升跌增降]幅)了?(?:约|近|逾|超过)?$|[比较][^,;。]*$"
)


def _in_order(sentence: Features, one: Amount, other: Amount) -> Iterator[tuple[Amount, Amount]]:
    """Two figures, the earlier first, where the sentence tells which that is."""
    turned = bool(_old.search(one.lead)), bool(_old.search(other.lead))
    if turned[0] != turned[1]:
        yield (one, other) if turned[0] else (other, one)
        return
    times = [((time_of(sentence, each) or ("", ""))[0] or "") for each in (one, other)]
    if times[0] and times[1] and times[0] != times[1]:
        yield (one, other) if times[0] < times[1] else (other, one)


# --- the most, more than half ------------------------------------------------------------------------------------

_most = re.compile(
    "(?:人数|数量|比例|占比|票数|销量|产量|金额)?(?:最多|居冠|最大宗|最高|居首|占大宗|最少|最低)[,;。:!?]?$"
)
_least = re.compile("最[少低]")
_listed = re.compile("其中|分别[是为]?|依序|依次|包括|包含|计有")


def foremost(claim: Features, sentence: Features) -> Weighed | None:
    """Whether one of several figures that a sentence lists is the largest or the least of them."""
    asked = _most.search(claim.key)
    if asked is None or claim.quantities:
        return None
    key = dated(sentence)
    begin = _listed.search(key)
    amounts = [one for one in amounts_of(sentence) if single(one) is not None and begin and one.place > begin.start()]
    if not amounts:
        return None
    sort = [one for one in amounts if one.interval.dimension == amounts[0].interval.dimension]
    own = [one for one in sort if _own_name(one, claim.key[: asked.start()])]
    if len(own) != 1 or len(sort) < NAMED:
        return None
    values = [one.interval.low for one in sort]
    best = min(values) if _least.search(asked[0]) else max(values)
    others = ", ".join(one.quantity.text for one in sort if one is not own[0])
    return own[0].interval.low == best, f"{own[0].quantity.text} ({others})", asked[0]


_listing = re.compile("[、,;和与及]|其中|分别[是为]?|依序|依次|包括|包含|计有")


HALF = 0.5


def covered(phrase: str, text: str) -> float:
    """The share of a phrase's characters with content that a text has."""
    content = content_of(phrase)
    return len(content & content_of(text)) / max(1, len(content))


def _own_name(one: Amount, claim: str) -> bool:
    """Whether what a listed figure is said of, right before it, is named by the claim."""
    name = _listing.split(one.lead)[-1]
    return len(longest(name, claim)) >= NAMED and covered(name, claim) >= HALF


_majority = re.compile(
    "以[^,;。以]{2,8}为主|占(?:了|据)?(?:绝?大)?(?:多|半)数|(?:绝?大)?多数[是为]|占大半|过半[是为]|占少数|[是为]少数"
)
_minority = re.compile("少数")
PART = 50


def majority(claim: Features, sentence: Features) -> Weighed | None:
    """Whether what a claim calls most of a whole is more than half of it: 15 dead, nine of them children."""
    asked = _majority.search(claim.key)
    if asked is None or claim.quantities:
        return None
    amounts = [one for one in amounts_of(sentence) if single(one) is not None]
    name = claim.key[: asked.start()] if asked[0][0] in "占过" else claim.key[asked.end() :]
    if asked[0][0] == "以":
        name = asked[0][1:-2]
    denied = _not.search(claim.key, 0, asked.start()) is not None
    for i, part in enumerate(amounts):
        if not _own_name(part, name[-OWN:]):
            continue
        if part.interval.dimension == "share":
            share = part.interval.low
        else:
            wholes = [one for one in amounts[:i] if one.interval.dimension == part.interval.dimension]
            if not wholes or wholes[-1].interval.low < part.interval.low or "其中" not in part.before:
                continue
            share = 100 * part.interval.low / wholes[-1].interval.low
        return (share < PART) == (bool(_minority.search(asked[0])) != denied), part.quantity.text, asked[0]
    return None


_most_of = re.compile("^(?:绝?大)?多数(?![是为])|^(?:过半|超过半数)的?(?![是为])")


def most_of(claim: Features, sentence: Features) -> Weighed | None:
    """Whether what most are said to be holds of more than half, by the number of those and of all: 多数受试者好转."""
    asked = _most_of.search(claim.key)
    if asked is None or claim.quantities:
        return None
    amounts = [one for one in amounts_of(sentence) if single(one) is not None]
    part = max(amounts, key=lambda one: shared(claim, one.after), default=None)
    if part is None or shared(claim, part.after) < HALF / 2:
        return None
    if part.interval.dimension == "share":
        return part.interval.low > PART, part.quantity.text, asked[0]
    wholes = [one for one in amounts if one.place < part.place and one.interval.dimension == part.interval.dimension]
    if not wholes or wholes[0].interval.low < part.interval.low:
        return None
    said = f"{part.quantity.text} ({wholes[0].quantity.text})"
    return 2 * part.interval.low > wholes[0].interval.low, said, asked[0]


_not = re.compile("[不未没][有能]?$")
_sexes = re.compile(
    "(?P<one>[男女][生性子人童员士工](?:人数)?)(?:的?人数)?(?:比(?=[^,;。]*(?P<adj>[多少])[,;。]?$)|(?P<more>多于|多过|超过)|(?P<less>少于|不如|不及))[男女]"
)


def sexes(claim: Features, sentence: Features) -> Weighed | None:
    """Whether there are more of one sex than of the other, where the sentence counts one of them and all."""
    asked = _sexes.search(claim.key)
    if asked is None or claim.quantities:
        return None
    amounts = [one for one in amounts_of(sentence) if single(one) is not None]
    for i, part in enumerate(amounts):
        wholes = [one for one in amounts[:i] if one.interval.dimension == part.interval.dimension]
        if not _own_name(part, asked["one"]) or not wholes or wholes[-1].interval.low < part.interval.low:
            continue
        many = 2 * part.interval.low > wholes[-1].interval.low
        said = f"{part.quantity.text} ({wholes[-1].quantity.text})"
        return many == (asked["more"] is not None or asked["adj"] == "多"), said, asked[0]
    return None


OWN = 6


# --- a record ----------------------------------------------------------------------------------------------------

_record = re.compile(
    "(?:创下?|写下|刷新|是|为|破)[^,;。:!?]{0,8}(?P<way>最[高低多少大小长短快慢]|新[高低])(?:纪录|记录)?[,;。:!?]?$"
)
_before = re.compile(
    "此前|过去|历[年届次来]|之前|以往|往年|先前|原(?:来的)?[纪记]录|旧[纪记]录|前[一二三四五六七八九十\\d]+[年届季次]"
)
_low_end = frozenset("低少小短")


def record(claim: Features, sentence: Features) -> Weighed | None:
    """Whether a figure is the highest or lowest so far, by what the sentence tells of those before."""
    asked = _record.search(claim.key)
    if asked is None or claim.quantities:
        return None
    key = dated(sentence)
    begin = _before.search(key)
    if begin is None:
        return None
    measure = claim.key[: asked.start()]
    amounts = amounts_of(sentence)
    own = [one for one in amounts if one.place < begin.start() and single(one) is not None and _own_name(one, measure)]
    if len(own) != 1:
        return None
    past = [one for one in amounts if one.place > begin.start() and comparable(one.interval, own[0].interval)]
    if not past or not begin[0] or _change.search(past[0].lead):
        return None
    value, least, most = own[0].interval.low, past[0].interval.low, past[0].interval.high
    holds = value < least if asked["way"][1] in _low_end else value > most
    return holds, f"{own[0].quantity.text} ({past[0].quantity.text})", asked["way"]


SOLVERS: tuple[Callable[[Features, Features], Weighed | None], ...] = (
    running,
    placed,
    trend,
    sexes,
    foremost,
    majority,
    most_of,
    record,
)
"""What may decide such a claim, in the order in which it is asked."""
