"""Two figures of one measure of one thing, in two Chinese statements: 蓄水率只剩一成, 蓄水率仍有四成三.

What a figure measures is named right before it, but for the adverbs and verbs that lead to it (只剩, 仍有, 高达);
what is counted, by its classifier. Two figures clash when both measure the same of what both name, the smaller one is
said to be little, and nothing says that one is of a part, a mean, a change or another time.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claims.compare.alignment import Pair
from claims.compare.chinese import moves_zh, parts_zh
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.subjects_zh import named, said_of
from claims.compare.chinese.units_zh import longest, of_one_thing, pairs_of
from claims.compare.facets import period
from claims.compare.facets.measured import figures
from claims.compare.intervals import MONEY, Interval, apart, meets
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Comparison, Features, of_one
from claims.model import Facet, Quantity, RelationKind
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key


class Measured(NamedTuple):
    """A figure with what it measures."""

    quantity: Quantity
    amount: Interval
    measure: str
    """What is named right before it, in its last characters."""
    of: str
    """What the clause is about before that; may be empty."""
    marks: frozenset[str]
    """What makes it a part, a mean or a change."""
    little: bool
    """Whether it is said to be little: 仅, 只剩, 不到."""
    came: bool
    """Whether it is how many came to something: 出席…的人数, 吸引两千人到场."""


def relation(pair: Pair) -> Comparison | None:
    """A conflict when two figures of one measure of one thing cannot both hold."""
    mine = _measured(pair.a)
    theirs = _measured(pair.b) if mine else ()
    if not any(one.little for one in (*mine, *theirs)) or gist(pair).about < LEAST:
        return None
    clash = next(_clashes(pair, mine, theirs), None)
    if clash is None or parts_zh.other_thing(pair) or period.disjoint(pair) or moves_zh.other_months(pair):
        return None
    one, other = clash
    of = "how many came" if one.came and other.came else f"its {one.measure or 'count'}"
    reason = f"“{one.quantity.text}” and “{other.quantity.text}” cannot both be {of}"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))


LEAST, ABOUT, FAR = 2, 3, 1.5
"""So many characters in a row name to what people came, or what both are about; figures further apart, in factors of
ten, are of two sorts."""


def _clashes(
    pair: Pair, mine: tuple[Measured, ...], theirs: tuple[Measured, ...]
) -> Iterator[tuple[Measured, Measured]]:
    for one, other in product(mine, theirs):
        if not _of_one_measure(one, other) or meets(one.amount, other.amount):
            continue
        less = one if one.amount.high < other.amount.low else other
        if not less.little:
            continue
        if (far := apart(one.amount, other.amount)) is None or far > FAR:
            continue
        if any(meets(one.amount, each.amount) for each in theirs if _alike(one, each)):
            continue
        if any(meets(other.amount, each.amount) for each in mine if _alike(other, each)):
            continue
        if one.came and other.came and _to_one_event(pair, one):
            yield one, other
        if gist(pair).about < ABOUT:
            continue
        both = named(one.of, pair.b.key, near=False) and named(other.of, pair.a.key, near=False)
        if both and of_one_thing(pair, one.measure[-2:], other.measure[-2:]):
            yield one, other


def _to_one_event(pair: Pair, one: Measured) -> bool:
    """Whether people came to what both name on the day that both name."""
    days = [{fold_key(day.text) for day in side.dates} for side in (pair.a, pair.b)]
    return days[0] == days[1] != set() and bool(longest(one.of + one.measure, pair.b.key)[1:])


def _alike(one: Measured, other: Measured) -> bool:
    """Whether two figures are in units of one sort."""
    if one.amount.dimension == other.amount.dimension:
        return True
    return {one.amount.dimension, other.amount.dimension} <= {"money", *MONEY}


def _of_one_measure(one: Measured, other: Measured) -> bool:
    """Whether two figures measure the same, and neither is of a part where the other is not."""
    if one.marks != other.marks:
        return False
    if one.amount.dimension.startswith("count") and other.amount.dimension.startswith("count"):
        if _visits(one) and _visits(other):
            return True
        if one.quantity.text[-1] != other.quantity.text[-1] or one.quantity.text[-1].isdigit():
            return False
        return one.quantity.unit not in _ANYTHING or bool(pairs_of(one.measure) & pairs_of(other.measure))
    if not _alike(one, other):
        return False
    if pairs_of(one.measure) & pairs_of(other.measure):
        return True
    if _paid.search(one.measure) and _paid.search(other.measure):
        return True
    return bool(one.measure) and one.measure[-1:] == other.measure[-1:] and one.measure[-1] in _SORTS


def _visits(one: Measured) -> bool:
    """Whether a figure counts visits or those who came: 十一万人次, 总人次约十一万, 出席…的人数."""
    return (
        (one.came and one.quantity.unit in {None, "people"})
        or fold_key(one.quantity.text).endswith("人次")
        or one.measure.endswith("人次")
    )


_ANYTHING = frozenset([None, "people", "times", "个", "名", "件", "项", "种", "次"])
"""What may count anything."""
_paid = re.compile("[收付价索买卖费钱]$|[收付索买卖]了?$")
"""What is paid for a thing, whoever tells it."""
_SORTS = frozenset("价费额款薪租金收税罚债息率温量长高宽深重速程龄")
"""The last characters of measures, which tell their sort: 造价, 单价."""

_lead = re.compile(
    "(?:\x02|仅|只|才|就|便|却|则|已|均|都|也|仍然?|还|尚|约|近|逾|达|高达|多达|达到|可达|仅为|[只仅]?剩下?|余|有|拥有|为|是|共|总共|一共|合共|合计|在|到|至|了|过|的"
    "|[维保]持在?|跌破|跌至|降至|降到|升至|升到|涨至|增至|减至|突破|超过|超越|未曾?|从未|不曾|没有|不足|不到|低于|高于|录得|录到|测得|创下?|写下"
    "|缴出|落在|介于|估计?|预计|大约|左右|被|要|须|需|花了?|斥资|耗资|原?核定|追加|上看|来到|停在|原|全[日天程场]|始终|一直|当[晚天日时])*$"
)
"""What leads from the name of a measure to its figure."""
_marks = {
    "part": re.compile(
        "其中|首[日周月季]|单[日月季周]|开幕|第[一二三四五六七八九十\\d]+[天日周月季轮批场]|前[一二三四五六七八九十\\d]+[个天日周月季]"
        "|部分|另外?有?$|上半年|下半年"
    ),
    "mean": re.compile("平均|人均|日均|月均|年均|每[一天日月年人周]"),
    "change": re.compile(
        "同比|环比|年增|年减|月增|增幅|跌幅|升幅|降幅|[增减涨跌升降加多少][加少长幅了]?$|(?:上升|下[降跌]|成长|衰退|缩[短减]|延长|提[升高])了?$|较[^,;。]*$|比[^,;。例率重]*$"
    ),
    "goal": re.compile("目标|预[计定估]|可[望能取]|有望|民调|原[定订]|拟|计划|上限|下限|门槛|规定"),
}
_clause = re.compile("[,;:。!?()]")


@of_one
def _measured(side: Features) -> tuple[Measured, ...]:
    """The figures of a statement that tell how much there is of what is named before them."""
    return tuple(_figures(side))


def _figures(side: Features) -> Iterator[Measured]:
    key = side.key
    amounts = {one.quantity.start: one.interval for one in figures(side)}
    places = [at for at, char in enumerate(key) if char == QUANTITY]
    if len(places) != len(side.quantities):
        return
    for at, quantity in zip(places, side.quantities, strict=True):
        before = _clause.split(key[:at])[-1]
        amount = amounts.get(quantity.start)
        if amount is None or amount.dimension == "time":
            continue  # what it was before; how long, how old, when
        bare = _lead.sub("", before)
        measure = re.split(f"[{DATE}{QUANTITY}]", bare)[-1][-NAMED:]
        marks = frozenset(name for name, mark in _marks.items() if mark.search(before))
        start = at - len(before) + len(bare) - len(measure)
        little = bool(_little.search(before + quantity.text[:-1]))  # 29只: a classifier
        of = said_of(key, start) if len(bare) > len(measure) else ""
        came = _came.search(before[-NEAR:] + "," + _clause.split(key[at + 1 :])[0][:NEAR]) is not None
        yield Measured(quantity, amount, measure, of, marks, little, came)


_little = re.compile(
    "(?<!不)[仅只](?!要|能|限)|才(?!能|会|可)|区区|[不未]足|不到|跌破|[不未]满|未达|低于|没有追加"
    "|[未没]有?曾?(?:超过|突破|达)"
)
"""Who says how little it is, answers somebody who says that it is more."""


_came = re.compile("出席|参[加与]|到场|吸引|入场|与会|涌入|聚集|前来|观众|进场|围观|游行")
NAMED, NEAR = 4, 12
"""So many characters before a figure name what it measures."""
