"""How long one thing lasted, told by two Chinese statements in words of their own: 不到半天便告结束, 围困了整整五日.

A length of time counts where words tell that it is how long something took: 持续, 历时, 整整, 才结束, 到第九个小时.
How long ago or how soon after, how often, how old, how long somebody waited is none of that.
"""

from claims.compare.alignment import Pair
from claims.compare.chinese.gist_zh import gist
from claims.compare.chinese.units_zh import shared_units
from claims.compare.chinese.worked_parts import Amount, amounts_of
from claims.compare.facets import period
from claims.compare.intervals import Interval, apart, meets
from claims.compare.needed import Cue
from claims.compare.tokens import QUANTITY
from claims.compare.values import Comparison, Features
from claims.features.numbers_zh import parse
from claims.model import Facet, RelationKind
from evidence.text import lazy_re as re

_lasts = Cue(
    "持续|历时|历经|耗[时费]|费时|用时|用了|花[了费]|整整|足足|前后|长达|全程|为期|[讲说打谈做演]了|结束|告终|落幕|完成|解[围除]|完毕|收场|到第"
)
_led = re.compile(
    "(?:持续|历时|历经|耗[时费]|费时|用时|用了|花[了费]?|整整|足足|前后|长达|全程|为期|[讲说打谈做演困]了)[^,;。:!?]{0,6}$"
)
_over = re.compile("^(?:的?时间)?[便就才即]?(?:告|宣告)?(?:结束|告终|落幕|完成|解围|解除|完毕|收场)")
_no_length = re.compile("^(?:[之以]?[前后内来]|里|[大以]上[就便]|的(?!时间)|岁|一次|一[班趟届])|^多?(?:前|后|来)")
_waited = re.compile(
    "等|排队|堵|延[误迟误]|晚点|迟到|训练|准备|筹备|休[息养]|住院|停留|[前后中]的[^,;。:!?]{1,6}|第一[局节场天]|首[局节日]|飞行|车程|路程|刑|禁赛|合同|任期"
)
_nth = re.compile("(?:到|至)第(?P<n>[一二两三四五六七八九十\\d]{1,3})(?P<unit>个小时|小时|天|日|周|个月|年)")
_DAYS = {"小时": 1 / 24, "天": 1.0, "日": 1.0, "周": 7.0, "月": 30.4, "年": 365.25}
FAR = 0.3
"""So many factors of ten, at least, lie between two lengths that are not of one thing."""
ABOUT, SHARED = 2, 2


def relation(pair: Pair) -> Comparison | None:
    """A conflict when the one thing of which both tell lasted far longer in one than in the other."""
    if not all(_lasts.search(side.key) for side in (pair.a, pair.b)) or gist(pair).about < ABOUT:
        return None
    mine, theirs = _length(pair.a), _length(pair.b)
    if mine is None or theirs is None or meets(mine[0], theirs[0]) or (apart(mine[0], theirs[0]) or 0.0) < FAR:
        return None
    if bool(_waited.search(pair.a.key)) != bool(_waited.search(pair.b.key)):
        return None
    if len(shared_units(pair)) < SHARED or period.disjoint(pair):
        return None
    reason = f"“{mine[1]}” and “{theirs[1]}” cannot both be how long it lasted"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.6, reasons=(reason,))


def _length(side: Features) -> tuple[Interval, str] | None:
    """The one length of time that a statement says something lasted, and its words."""
    found = [(one.interval, one.quantity.text) for one in amounts_of(side) if _is_length(one)]
    if (nth := _nth.search(side.key)) and (number := parse(nth["n"])):
        day = next(days for unit, days in _DAYS.items() if nth["unit"].endswith(unit))
        low, high = (float(number) - 1) * day, float(number) * day
        found.append((Interval(low, high, "time", 0.0, bound=True, about=False), nth[0]))
    return found[0] if len(found) == 1 else None


def _is_length(one: Amount) -> bool:
    if one.interval.dimension != "time" or _no_length.search(one.after) or QUANTITY in one.lead:
        return False
    return _led.search(one.before) is not None or _over.match(one.after) is not None
