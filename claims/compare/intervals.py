"""Quantities as intervals in one unit, and how two intervals stand to each other."""

import tomllib
from importlib.resources import files
from math import inf, isfinite, log10
from typing import NamedTuple

from claims.model import Quantity
from evidence.text import lazy_re as re

_TABLE = tomllib.loads(files("claims.compare").joinpath("tables", "units.toml").read_text("utf-8"))
UNITS: dict[str, tuple[str, float]] = {
    unit: (dimension, float(factor)) for dimension, units in _TABLE.items() for unit, factor in units.items()
}
"""What a unit measures and how many of the base unit it is."""
MONEY = frozenset(
    ("USD CNY TWD HKD JPY KRW EUR GBP RUB INR THB AUD CAD NZD SGD CHF VND MYR BRL TRY MXN UAH IDR MOP").split()  # noqa: SIM905
)
ABOUT = 0.05
"""How far a value given as about may lie off."""
ROUNDED = 0.025
"""How far a rounded value may lie off when nothing says that it is rounded."""

_near = re.compile(
    r"^(?:近|将近|將近|接近|几近|幾近|逼近|直逼|迫近|[趋趨]近|(?i:nearly|almost|close (?:to|on)|nigh on"
    r"|nearing|approaching|verging on|bordering on|getting on for|not quite"
    r"|as (?:much|many|high|long|far|tall|heavy|big|large) as))"
)
_slight = re.compile(
    r"(?i:(?:only )?(?:slightly|just|marginally|fractionally|narrowly|barely|(?:an? )?little"
    r"|an? (?:bit|touch|shade|fraction)) )|[略稍微刚]"
)
SLIGHT, SLIGHT_TIME = 0.15, 0.25
"""How far off its bound, as a share, what is just over or just under it may lie; in spans of time it may be more."""
_under = re.compile(r"不到|不足|[未不]满|[未不]滿|未[达達]|[低少小][于於]|(?i:\b(?:fewer|less|lower|under|below)\b)")
_over = re.compile(r"(?i)\b(?:more than|over|above|exceeding|in excess of|greater than|higher than)\b")
BELOW = 1e-6
"""How far off its bound at least what is less or more than it lies, as a share: the two do not touch."""
_local_money = re.compile(r"(?:元|块|塊|圆|圓)(?:.?[角毛分])?$|[角毛]$")
_written = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_of_the_size = re.compile("[百千萬万](?=[萬万亿億兆])[萬万亿億兆]+(?![年一二两兩三四五六七八九十百千])")
"""A number in words without a figure before its scale says only how large something is: 千万元, 百亿."""
SIZE = 2.0
_dozen = re.compile(r"\bdozen\b", re.IGNORECASE)
_scaled = re.compile(r"illion|thousand|bn\b|[千百万萬亿億]|\d\s?[mk]\b", re.IGNORECASE)


class Interval(NamedTuple):
    """From `low` to `high` in the base unit of `dimension`; `step` is half of what its writing leaves open."""

    low: float
    high: float
    dimension: str
    step: float
    bound: bool
    """Open to one side, or a range: not one value."""
    about: bool
    unit: str = ""
    """The unit that was written, where there is one: a value given in two of them was rounded in one."""


def interval(quantity: Quantity) -> Interval:
    """A quantity in its base unit. Nearly 300 is 85 % of 300 at least, just over 300 no more than 115 %; °F is °C."""
    low = -inf if quantity.low is None else float(quantity.low)
    high = inf if quantity.high is None else float(quantity.high)
    dimension, factor = _dimension(quantity)
    slight = SLIGHT_TIME if dimension == "time" else SLIGHT
    if quantity.low is None and _near.match(quantity.text):
        low = (1 - SLIGHT) * high
    elif (quantity.low is None or quantity.high is None) and _slight.match(quantity.text):
        low, high = ((1 - slight) * high, high) if quantity.low is None else (low, (1 + slight) * low)
    elif quantity.low is None and _under.search(quantity.text):
        high -= BELOW * abs(high)
    elif quantity.high is None and _over.search(quantity.text):
        low += BELOW * abs(low)
    if quantity.unit == "°F":
        low, high, dimension = (low - 32) / 1.8, (high - 32) / 1.8, "temperature"
        factor = 1
    if low == high and _of_the_size.match(quantity.text):
        high *= SIZE  # 千万元
    single = quantity.low is not None and low == high
    step = _step(quantity.text, float(quantity.low)) * factor if single and quantity.low else 0.0
    about = single and quantity.approximate
    return Interval(low * factor, high * factor, dimension, step, not single, about, quantity.unit or "")


def _dimension(quantity: Quantity) -> tuple[str, float]:
    unit = quantity.unit
    if unit in UNITS:
        return UNITS[unit]
    if unit in MONEY:
        return ("money" if _local_money.search(quantity.text) and unit in {"TWD", "CNY", "HKD"} else unit), 1
    return ("count" if unit is None else f"count:{unit}"), 1


def _step(text: str, value: float) -> float:
    """Half a unit of the last figure that was written: 1.2 million is 1.15–1.25 million, 64 is 63.5–64.5."""
    written = _written.search(text)
    if written is None:
        if _dozen.search(text):
            return abs(value) / 8
        return _trailing(value) / 2 if value == int(value) else 0.0  # a third is no rounded figure
    figures = float(written[0].replace(",", "") or 0)
    scale = abs(value) / figures if figures else 1.0
    if written[1]:
        return float(0.5 * 10 ** -len(written[1]) * scale)
    if _scaled.search(text):
        return 0.5 * scale
    return _trailing(value) / 2 if value >= 1 else 0.5


def _trailing(value: float) -> float:
    """The power of ten that a number ends in zeros to: 12000 → 1000."""
    whole, power = int(abs(value)), 1
    while whole and whole % 10 == 0:
        whole //= 10
        power *= 10
    return float(power)


def comparable(one: Interval, other: Interval) -> bool:
    """Whether both are in units that can be set against each other."""
    if one.dimension == other.dimension:
        return True
    if "money" in {one.dimension, other.dimension}:
        return {one.dimension, other.dimension} <= {"money", "TWD", "CNY", "HKD"}
    return one.dimension.startswith("count") and other.dimension.startswith("count")


def meets(one: Interval, other: Interval) -> bool:
    """Whether one value can be what both mean: the intervals touch, rounding and `about` allowed for."""
    if one.low <= other.high and other.low <= one.high:
        return True
    gap = max(one.low - other.high, other.low - one.high)
    return gap <= max(_slack(one, other), _slack(other, one)) + 1e-9 * abs(gap)


def undecided(asked: Interval, given: Interval) -> bool:
    """Whether a bound leaves open what another asks: more than 1,500 may be more than 2,000 and may not."""
    if not asked.bound or not given.bound or (isfinite(given.low) and isfinite(given.high)):
        return False
    if asked.low > given.high or given.low > asked.high:
        return False
    slack = 2 * BELOW * max(abs(end) for end in (*given[:2], 0.0) if isfinite(end))
    return given.low < asked.low - slack or given.high > asked.high + slack


def falls_short(asked: Interval, given: Interval, text: str) -> bool:
    """Whether what is given as over or under so much is expected not to reach a bound further on.

    Who had two billion would not say `over 1.8 billion` but `over 1.9`: a bound is given as near as it is known (the
    maxim of quantity, Grice 1975). `at least` and `up to` say no such thing. `text` is how the given one is written.
    """
    if not asked.bound or not given.bound or not (_over.search(text) or _under.search(text)):
        return False
    edge = given.low if isfinite(given.low) else given.high
    step = 2 * _step(text, abs(edge)) if isfinite(edge) else 0.0
    if not step or isfinite(given.low) == isfinite(given.high):
        return False
    return asked.low >= edge + step if isfinite(given.low) else asked.high <= edge - step


def _slack(coarse: Interval, fine: Interval) -> float:
    """How far the coarser of two values may be off: only single values are rounded, bounds are meant."""
    if coarse.bound:
        return 0.0
    size = abs(coarse.low)
    if coarse.about:
        return max(ABOUT * size, min(coarse.step, 0.1 * size))
    if fine.about:
        return ABOUT * abs(fine.low) if not fine.bound else 0.0
    converted = bool(coarse.unit and fine.unit) and coarse.unit != fine.unit
    if fine.bound or coarse.step <= fine.step or (size < 1000 and fine.step >= 0.5 and not converted):
        counted = size < 1000 and coarse.step in {0.0, 0.5} and coarse.dimension.startswith("count")
        return 0.0 if counted else 2 * BELOW * size  # small whole numbers are counted, not rounded
    return min(coarse.step, ROUNDED * size)


def parted(one: Interval, other: Interval) -> bool:
    """Whether two bounds leave each other's side: children over six, children under six are parts of one whole."""
    for lower, upper in ((one, other), (other, one)):
        if isfinite(lower.low) and isfinite(upper.high) and not isfinite(lower.high) and not isfinite(upper.low):
            return lower.low >= upper.high
    return False


def same(one: Interval, other: Interval) -> bool:
    """Whether both say the same: equal single values, or equal bounds."""
    return one.low == other.low and one.high == other.high


def narrower(one: Interval, other: Interval) -> bool:
    """Whether `one` lies inside `other` and says more."""
    return other.low <= one.low and one.high <= other.high and not same(one, other)


def apart(one: Interval, other: Interval) -> float | None:
    """How far apart two amounts lie, in factors of ten; None where that tells nothing."""
    sizes = [max((abs(side) for side in each[:2] if isfinite(side)), default=0.0) for each in (one, other)]
    return abs(log10(sizes[0] / sizes[1])) if min(sizes) > 0 else None
