"""Shares, ratios, changes, quotients, differences and sums of the figures of a Chinese sentence."""

from collections.abc import Iterator
from itertools import pairwise

from claims.compare.chinese.added_zh import wholes
from claims.compare.chinese.worked_parts import (
    DISCOUNT,
    EACH,
    HALVING,
    Amount,
    Worked,
    amounts_of,
    close_to,
    content_of,
    counts,
    dated,
    near,
    shared,
    single,
    worked_value,
)
from claims.compare.intervals import MONEY, Interval, comparable
from claims.compare.values import Features
from evidence.text import lazy_re as re

_old = re.compile(
    r"去年|上年|上一?代|前年|上届|上季|上月|同期|原价|原本|原来|此前|之前|旧|往年|开通前|[建改]造?前|之?前,?[^,]{0,6}$|由$|从$|沿用|购入|买入|卖$"
)


_rose = re.compile(r"涨|升|增|提高|多出|扩大|成长|上调|加价")


_fell = re.compile(r"跌|降|减|缩|少了|下滑|衰退|缩水|蚀|亏|便宜|下调")


_whole = re.compile(r"总|共|全|合计|报考|设有|应到|名额|原有|容量|满|申请|名单|参与|对象|选举人|当班|受访")


_in_all = re.compile("[\u3400-\u9fff]{0,4}(?:之?中|里)$")


_part = re.compile(r"其中|仅|只有|实际|录取|以$|有$|确认|通过|完成|女|男|售出|剩")


_came_to = re.compile(
    "(?:[降减跌缩升增涨]|下滑|回落|缩水|剩)[到至为成剩]?了?(?:不到|不足)?(?:原[来先本有]?|去年|上年|之?前|当初|高峰)[^,;。]{0,4}的\x01"
)


_efficacy = re.compile(r"效力|有效率|保护力|保护率|功效|防护力|有效性|风险|机率|几率|概率")


_sum = re.compile(r"、|再|另|又|加上|以及|及|和|与|同|^[^,]{0,3},[^,]{1,4}$")


_total = re.compile(r"共|总|合计|全")


_apart = re.compile(r"比|至|到|对|胜|负|其中|每|增|减|涨|跌|升|降|扩|缩|达|占|去年|今年|上年|前年")


_out_of = re.compile(r"[人名例位者]?(?:之?中|里)")


_share_out = re.compile(r"[各共总].{0,2}$|纳入|招募")


BY_HOW_MUCH = re.compile(
    r"爬升|落差|高差|温差|价差|之差|[赢输]了?\x01|[只仅]差|差了?\x01|领先|落后|差距|未[完获被能到归]|剩下|其余|缺席|下落不明|(?:比|较).+?(?:多|少|高|低|重|轻|长|短|贵|便宜)|相差|差距|增加了|减少了|多了|少了|高出|提高了|缩短了|快了|慢了|涨了|跌了|降了|提前了?\x01|推迟了?\x01|延[后误迟]了?\x01|[早晚迟]了?\x01|[上下]调[^,;。:!?]{0,6}\x01"
)


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two figures are of one unit, or both count heads."""
    if one.interval.dimension == other.interval.dimension:
        return one.interval.dimension not in {"share", "time"}
    if comparable(one.interval, other.interval) and not one.interval.dimension.startswith("count"):
        return True  # 240億元新臺幣, 31億元
    counts = {one.interval.dimension, other.interval.dimension}
    return all(each.startswith("count") for each in counts) and "count:times" not in counts


def _of_one_sort(one: Amount, other: Amount) -> bool:
    """Whether two figures are in one unit or counted by one classifier."""
    return one.interval.dimension == other.interval.dimension or one.quantity.text[-1] == other.quantity.text[-1]


def _both_times(one: Amount, other: Amount) -> bool:
    """Whether both are lengths of time: what shrinks or grows may be one."""
    return one.interval.dimension == other.interval.dimension == "time"


def ratios(claim: Features, told: str, wanted: Interval, amounts: list[Amount]) -> Iterator[Worked]:
    """Shares of a whole, one thing as many times another, and changes in per cent."""
    times = wanted.dimension != "share"
    shares = [one for one in amounts if one.interval.dimension == "share"]
    stated = max((shared(claim, one.before, one.after) for one in shares), default=0.0)
    if not times and not _turns(claim) and (told_of := _share_told(claim, shares)) is not None:
        yield told_of
        return
    came_to = _came_to.search(claim.key)  # down to a half: not by a half
    rose = bool(_rose.search(told)) and not came_to
    fell = bool(_fell.search(told) or HALVING.search(told)) and not came_to
    for i, one in enumerate(amounts):
        for other in amounts[i + 1 :]:
            first, second = single(one), single(other)
            if first is None or second is None or first == second:
                continue
            if not _alike(one, other) and not ((rose or fell) and _both_times(one, other)):
                continue
            if times and not _of_one_sort(one, other):
                continue  # twice as many beds: not beds and doctors
            if _efficacy.search(claim.key) and any(
                _share_out.search(each.lead) or _out_of.match(each.after) for each in (one, other)
            ):
                continue  # how many were in each group
            base = 0.5 + 0.7 * near(claim, one.before, one.after, other.before, other.after)
            base += 0.15 * (one.interval.dimension == other.interval.dimension) - 0.1 * (amounts.index(other) - i - 1)
            base -= 0.4 * (stated > shared(claim, one.before, one.after, other.before, other.after))
            yield from _of_two(claim, wanted, one, other, base, times=times, rose=rose, fell=fell)


def _turns(claim: Features) -> bool:
    """Whether a claim is about a change, a discount or an effect rather than a share."""
    return bool(
        _rose.search(claim.key) or _fell.search(claim.key) or DISCOUNT.search(claim.key) or _efficacy.search(claim.key)
    )


_from = re.compile("[从由自](?:[^,;。]{0,6}的)?$")
_to = re.compile("[^,;。]{0,6}?[升降增减跌涨调滑扩缩攀落回][^,;。]{0,3}?[至到]")


def _share_told(claim: Features, shares: list[Amount]) -> Worked | None:
    """The share that the sentence states of the very thing, if there is one; not the one it rose or fell from."""
    shares = [one for one in shares if not (_from.search(one.before) and _to.match(one.after))]
    shares = [one for one in shares if not of_other_rate(claim, one)]
    if (most := _most.search(claim.key)) or _least.search(claim.key):
        alike = [one for one in shares if single(one) is not None]
        pick = max if most else min
        best = pick(alike, key=lambda one: one.interval.low, default=None)
        return Worked(best.interval, 1.2, f"“{best.quantity.text}”", told=True) if best else None
    best = max(shares, key=lambda one: _beside(claim, one), default=None)
    if best is None or shared(claim, best.lead, best.after) < TOLD or single(best) is None:
        return None
    return Worked(best.interval, 1.2, f"“{best.quantity.text}”", told=True)


def _beside(claim: Features, one: Amount) -> float:
    """How much of the claim stands beside a figure; what only one of them denies is another thing."""
    denied = [set(_denied.findall(text)) for text in (claim.key, one.lead + one.after)]
    return shared(claim, one.lead, one.after) - 0.5 * (denied[0] != denied[1])


_denied = re.compile("[不未没无][\u3400-\u9fff]")
_most, _least = re.compile("最[高大多]|峰值|顶峰"), re.compile("最[低小少]|谷底")
TOLD = 0.15
"""From this share of the claim's content on beside a figure, that is the one it is about."""


_score = re.compile(r"(?<![\d:])(\d{1,3})(?:比|:|-|–)(\d{1,3})(?![\d:])")
_margin = re.compile(
    "净胜|净负|分差|[球分票席局]之差|[赢输胜负]了?[^,;。]{0,6}[球分]$|[赢输胜负]\x01|领先\x01|落后\x01|多[进得]"
)


def by_score(claim: Features, sentence: Features, wanted: Interval) -> Iterator[Worked]:
    """By how many goals or points one side was better, from the one result that the sentence gives."""
    if not wanted.dimension.startswith("count") or not _margin.search(claim.key):
        return
    results = {(match[1], match[2]) for match in _score.finditer(sentence.key)} or _ballots(amounts_of(sentence))
    if len(results) == 1:
        mine, theirs = (int(each) for each in results.pop())
        yield Worked(worked_value(wanted, abs(mine - theirs)), 1.4, f"“{mine}–{theirs}”")


def _ballots(amounts: list[Amount]) -> set[tuple[str, str]]:
    """The two sides of each count of votes: 121票对119票."""
    return {
        (f"{one.interval.low:.0f}", f"{other.interval.low:.0f}")
        for one, other in pairwise(amounts)
        if single(one) and single(other) and _alike(one, other) and _against.fullmatch(other.lead)
    }


_against = re.compile("(?:赞成)?,?(?:[对比]|反对)[^,;。:!?]{0,2}")


def _of_two(
    claim: Features, wanted: Interval, one: Amount, other: Amount, base: float, *, times: bool, rose: bool, fell: bool
) -> Iterator[Worked]:
    first, second = one.interval.low, other.interval.low
    old_first = not _old.search(other.lead) or bool(_old.search(one.lead))
    old, new = (first, second) if old_first else (second, first)
    turned = bool(_old.search(one.lead) or _old.search(other.lead))
    said = f"“{one.quantity.text}” and “{other.quantity.text}”"
    if times:
        factor = (new / old) if turned else max(first, second) / min(first, second)
        value, cue = factor, 0.3 * turned
    elif _efficacy.search(claim.key):
        value, cue = (
            100 * (1 - min(first, second) / max(first, second)),
            0.2 * ("组" in one.before and "组" in other.before),
        )
    elif DISCOUNT.search(claim.key):
        value, cue = 100 * min(first, second) / max(first, second), 0.1 + 0.4 * turned
    elif rose or fell:
        value, cue = 100 * (new - old) / old * (1 if rose and not fell else -1), 0.3 * turned
    else:
        small, large = (one, other) if first < second else (other, one)
        value = 100 * small.interval.low / large.interval.low
        whole = _whole.search(large.lead[-8:]) or _in_all.match(large.after)
        cue = 0.25 * bool(whole) + 0.25 * bool(_part.search(small.lead))
    close = close_to(wanted, value)
    if close is not None:
        yield Worked(worked_value(wanted, value), base + cue + 0.5 * close - 0.25, said)


def quotients(claim: Features, wanted: Interval, amounts: list[Amount]) -> Iterator[Worked]:
    """A total by the number of days, of heads, of square feet; not where the sentence says it itself."""
    if wanted.dimension in _NOT_SUMMED or any(
        EACH.search(one.lead[-6:]) and one.interval.dimension == wanted.dimension for one in amounts
    ):
        return
    for total in amounts:
        if not (total.interval.dimension == wanted.dimension or counts(total.interval, wanted)):
            continue
        for divisor in amounts:
            value, by = single(total), single(divisor)
            if divisor is total or value is None or by is None or by <= 1:
                continue
            if divisor.interval.dimension in {"share", total.interval.dimension}:
                continue
            by = by if counts(divisor.interval, divisor.interval) else _as_written(divisor)
            close = close_to(wanted, value / by) if by else None
            if close is not None:
                beside = near(claim, total.before, total.after)
                said = f"“{total.quantity.text}” by “{divisor.quantity.text}”"
                yield Worked(worked_value(wanted, value / by), 0.6 + 0.5 * beside + 0.5 * close, said)


_NOT_SUMMED = frozenset({"temperature", "share", "speed"})
"""Dimensions in which a mean is measured, not worked out from a sum."""


def _as_written(one: Amount) -> float:
    return float(one.quantity.low or 0)


def differences(claim: Features, wanted: Interval, amounts: list[Amount]) -> Iterator[Worked]:
    """By how much one thing is more than another."""
    if not BY_HOW_MUCH.search(claim.key):
        return
    amounts = [one for one in amounts if not _other_rate(claim, one)]
    alike = [one for one in amounts if one.interval.dimension == wanted.dimension]
    won = WON * (len(alike) == PAIR and _won_by.search(claim.key) is not None)
    for i, one in enumerate(amounts):
        for other in amounts[i + 1 :]:
            first, second = single(one), single(other)
            if first is None or second is None or one.interval.dimension != other.interval.dimension:
                continue
            if one.interval.dimension != wanted.dimension:
                continue
            close = _near_difference(wanted, abs(first - second), max(first, second))
            if close is None:
                continue
            turned = bool(_old.search(one.lead) or _old.search(other.lead))
            beside = near(claim, one.before, one.after, other.before, other.after)
            said = f"“{one.quantity.text}” and “{other.quantity.text}”"
            fit = 0.4 + 0.6 * beside + 0.3 * turned + 0.3 * close + won
            yield Worked(worked_value(wanted, abs(first - second)), fit, said)


_won_by = re.compile("[赢输胜]了?\x01|以\x01之差|领先\x01")
WON, PAIR = 0.3, 2
"""What it adds that a claim tells by how many votes somebody won, and the sentence gives just two such figures."""
_rate = re.compile("[\u3400-\u9fff]{2}率")


def _other_rate(claim: Features, one: Amount) -> bool:
    """Whether a figure is a rate of another kind than the claim's: the turnout beside the votes."""
    asked, given = set(_rate.findall(claim.key)), set(_rate.findall(one.lead))
    return bool(asked and given) and asked.isdisjoint(given)


def of_other_rate(claim: Features, one: Amount) -> bool:
    """Whether a share is a rate of which a claim about a share of things is silent: the turnout for half the seats."""
    if one.interval.dimension != "share" or not _of_things.search(claim.key):
        return False
    given = set(_rate.findall(one.lead))
    return bool(given) and not any(rate[:-1] in claim.key for rate in given)


_of_things = re.compile("\x01的?(?:议?席|选?票|[议选]员|席位|座位|股[份权]|土地|面积|人口)")


def _near_difference(wanted: Interval, value: float, size: float) -> float | None:
    """A difference is far from what the claim says when it is so for the size of the things."""
    sizes = [abs(side) for side in wanted[:2] if abs(side) not in {0.0, float("inf")}]
    if not sizes or value <= 0:
        return None
    return max(0.0, 1 - min(abs(value - each) for each in sizes) / max(size, 1e-9))


def sums(claim: Features, sentence: Features, wanted: Interval, amounts: list[Amount]) -> Iterator[Worked]:
    """Figures of one unit one after the other that the sentence puts together."""
    alike = [one for one in amounts if one.interval.dimension == wanted.dimension or counts(one.interval, wanted)]
    alike = [one for one in alike if not _heads_or_things(one.interval, wanted)]
    if not counts(wanted, wanted) and wanted.dimension not in MONEY and not _total.search(claim.key):
        return
    if any(near(claim, one.before, one.after) >= 0.9 and _total.search(one.before[-6:]) for one in alike):
        return
    key = dated(sentence)
    for i, one in enumerate(alike):
        total, last, parts = single(one), one, 1
        for other in alike[i + 1 :]:
            value = single(other)
            between = key[last.place + 1 : other.place]
            joined = (_sum.search(between) or _total.search(claim.key)) and len(between) <= 10
            joined = joined and not _apart.search(between)
            if total is None or value is None or not joined or not _unit_alike(last, other):
                break
            if _killed.search(claim.key) and not _hurt.search(claim.key) and _hurt.search(other.after):
                break
            total, last, parts = total + value, other, parts + 1
            close = close_to(wanted, total)
            if close is not None and not _of_some(claim, alike[i : i + parts]):
                beside = near(claim, one.before, last.before, last.after)
                said = f"“{one.quantity.text}” … “{last.quantity.text}” together"
                yield Worked(worked_value(wanted, total), 0.35 + 0.4 * beside + 0.3 * close + 0.15 * parts, said)


def added_up(claim: Features, sentence: Features, wanted: Interval) -> Iterator[Worked]:
    """The whole of what one bearer did in parts: 14 points in the first half and 13 more in the second."""
    for whole in wholes(claim, sentence):
        values = [single(one) for one in whole]
        if whole[0].interval.dimension != wanted.dimension and not counts(whole[0].interval, wanted):
            continue
        total = sum(value for value in values if value is not None)
        close = close_to(wanted, total)
        if close is not None and None not in values:
            beside = near(claim, whole[0].before, whole[-1].before, whole[-1].after)
            said = f"“{whole[0].quantity.text}” … “{whole[-1].quantity.text}” together"
            yield Worked(worked_value(wanted, total), ADDED + 0.4 * beside + 0.3 * close, said)


ADDED = 0.9
"""How well the whole of what was added fits a claim that names no part of it, whatever stands beside."""


def _of_some(claim: Features, parts: list[Amount]) -> bool:
    """Whether a claim that speaks of no total names what only some of the parts are: 外科床位, 内科230张、外科160张."""
    if _total.search(claim.key):
        return False
    beside = [content_of(_end_of(one.lead) + _end_of(one.after[::-1])[::-1]) for one in parts]
    own = [each.difference(*beside[:i], *beside[i + 1 :]) for i, each in enumerate(beside)]
    asked = content_of(_complement.sub("", claim.key))
    named = [not each.isdisjoint(asked) for each in own]
    return any(named) and not all(named)


_complement = re.compile("(?<=[\u3400-\u9fff])[上下](?![半周月季届午游部集卷册层场旬])")
"""拿下, 追上: no half, part or turn that is called the upper or the lower one."""


def _end_of(text: str) -> str:
    return _list.split(text)[-1]


_list = re.compile("[、,;\x01]")


def _heads_or_things(one: Interval, wanted: Interval) -> bool:
    """Whether only one of two counts is of people, the other of things that have a classifier of their own."""
    kinds = {one.dimension, wanted.dimension}
    return "count:people" in kinds and len(kinds) > 1 and "count" not in kinds


_killed, _hurt = re.compile("死|遇难|丧生|罹难|身亡|丧命"), re.compile("伤|失踪|获救|生还|脱险")


def _unit_alike(one: Amount, other: Amount) -> bool:
    people = {one.quantity.unit, other.quantity.unit} <= {"people", None} and one.quantity.unit == "people"
    return one.quantity.unit == other.quantity.unit or people
