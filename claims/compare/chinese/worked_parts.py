"""What figures are worked out from: those of a sentence with their surroundings, and how near they are to a claim."""

from math import log10
from typing import NamedTuple

from claims.compare.facets.measured import grown
from claims.compare.intervals import Interval, interval
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features, of_one
from claims.compare.words import stop_stems
from claims.model import Quantity
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

FAR = 0.5
"""From this distance on, in factors of ten, a figure is none that the claim could be about."""


CLAUSE_END = re.compile(r"[,;:。!?()]")


_han = re.compile("[\u3400-\u9fff]")


DISCOUNT = re.compile(r"(?:打|享|以)?([一二三四五六七八九两\d.]{1,4})折")


EACH = re.compile(
    r"每[卖售产出]?[出]?一?[双件册部瓶盒张]|每[班人户场天日月年个名位公平集座间校架辆家]|平均(?!亩)|日均|月均|年均|人均|户均|平均每|每天|每日|每人|每户|呎价|单价|均价|每平方|每公里|每年平均|平均一|场均|每场|亩产"
)


HALVING = re.compile(r"腰斩|减半|砍半|折半|对半砍|拦腰")


class Amount(NamedTuple):
    """A figure of the sentence with its surroundings."""

    quantity: Quantity
    interval: Interval
    place: int
    """Where it stands in the dated key."""
    before: str
    """Its clause up to it."""
    after: str
    """Its clause from it on."""
    lead: str
    """What stands between the figure before it, or the beginning of the clause, and it."""


class Worked(NamedTuple):
    """What was worked out: its value, how well it fits the claim, how it reads."""

    interval: Interval
    fit: float
    text: str
    told: bool = False
    """Whether the sentence states the value itself."""


@of_one
def dated(one: Features) -> str:
    """The key with its dates as they were written: last year is what a figure is set against."""
    if DATE not in one.key:
        return one.key
    parts = one.key.split(DATE)
    written = [fold_key(each.text) for each in one.dates]
    return parts[0] + "".join(
        said + part for said, part in zip([*written, *[""] * len(parts)], parts[1:], strict=False)
    )


@of_one
def amounts_of(one: Features) -> list[Amount]:
    """The figures of a statement with their clauses."""
    found = []
    at = -1
    key = dated(one)
    for quantity in one.quantities:
        at = key.find(QUANTITY, at + 1)
        if at < 0:
            break
        start = max((match.end() for match in CLAUSE_END.finditer(key, 0, at)), default=0)
        stop = CLAUSE_END.search(key, at)
        end = stop.start() if stop else len(key)
        before = key[start:at]
        lead = before.rpartition(QUANTITY)[2]
        amount = grown(key, at, quantity, interval(quantity)) if quantity.unit == "times" else interval(quantity)
        found.append(Amount(quantity, amount, at, before, key[at + 1 : end], lead))
    return found


_rest = re.compile("其余|[剩其]下的?|余下|剩余")


@of_one
def with_rest(one: Features) -> list[Amount]:
    """The figures of a statement, and the share of the rest where shares before it leave one: 占两成六，其余是红酒."""
    known, key = amounts_of(one), dated(one)
    rest = _rest.search(key)
    if rest is None:
        return known
    stop = key.rfind("。", 0, rest.start())
    shares = [each for each in known if each.interval.dimension == "share" and stop < each.place < rest.start()]
    if not shares or any(single(each) is None for each in shares):
        return known
    left = 100 - sum(each.interval.low for each in shares)
    ends = CLAUSE_END.search(key, rest.end())
    after = key[rest.end() : ends.start() if ends else len(key)]
    if left <= 0 or QUANTITY in after:
        return known
    quantity = Quantity(text=rest[0], low=round(left, 6), high=round(left, 6), unit="%")
    made = Amount(quantity, interval(quantity), rest.start(), "", after, "")
    return sorted([*known, made], key=lambda each: each.place)


def content_of(text: str) -> set[str]:
    """The Chinese characters of a text that carry content."""
    return {char for char in text if _han.match(char) and char not in stop_stems()}


def shared(claim: Features, *texts: str) -> float:
    """How much of the claim's content stands in the clauses of some figures, by character."""
    content = content_of(claim.key)
    return len(content & content_of("".join(texts))) / max(4, len(content))


def near(claim: Features, *texts: str) -> float:
    """The same, where a third of the content is enough."""
    return min(1.0, 3 * shared(claim, *texts))


def close_to(wanted: Interval, value: float) -> float | None:
    """How near a value lies to what the claim says, 0–1; None when it is too far to be what the claim is about."""
    sizes = [abs(side) for side in wanted[:2] if abs(side) not in {0.0, float("inf")}]
    if not sizes or value <= 0:
        return None
    far = min(abs(log10(value / size)) for size in sizes)
    return 1 - far / FAR if far < FAR else None


def single(one: Amount) -> float | None:
    """The value of a figure that is neither a bound nor nothing."""
    low, high = one.interval.low, one.interval.high
    return low if low == high and low > 0 else None


def worked_value(wanted: Interval, value: float) -> Interval:
    """A worked out value in the claim's dimension; what stands in it is exact to a two-hundredth."""
    return Interval(value, value, wanted.dimension, 0.0, bound=False, about=False)


def counts(one: Interval, other: Interval) -> bool:
    """Whether both count something."""
    return one.dimension.startswith("count") and other.dimension.startswith("count")


def predicate(claim: Features, sentence: Features) -> str:
    """The claim without what it begins with, as far as the sentence has that too: whom or what it is about."""
    end = 0
    while end < len(claim.key) and claim.key[: end + 1] in sentence.key:
        end += 1
    return claim.key[end:] if end > 1 else claim.key


def said_in(told: str, clause: str) -> float:
    """How much of some content stands in a clause; a third is enough."""
    content = content_of(told)
    return min(1.0, 3 * len(content & content_of(clause)) / max(4, len(content)))


def plain(reason: str) -> str:
    """A reason for people to read: what stands for a figure or a time is left out."""
    return reason.replace(QUANTITY, "…").replace(DATE, "…")
