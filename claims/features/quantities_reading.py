"""A number with what follows it directly: 多 and 半, units, currencies, and units that stand before it."""

from claims.features import quantities_bounds, quantities_units, quantities_units_zh
from claims.features.numbers_zh import TERM, TERM_LEAD
from claims.features.quantities_atom import Atom, Reading, Text
from claims.features.quantities_names import is_name, is_title, names_its_subject
from claims.features.quantities_units import Unit
from evidence.text import lazy_re as re

_CONTINUOUS = frozenset(
    {
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "seconds",
        "times",
        "km",
        "m",
        "%",
        "miles",
        "kg",
        "t",
    }
)
_TENS = frozenset(range(20, 100, 10))
_beyond = re.compile("多|余")
_months_after = re.compile("(?:余|多)?个?月")
_more = re.compile(r"\s?(?P<more>多|余|几)(?![数少半])")
_about = re.compile("(?:来|(?<=[百千万])把)(?=[岁歲人名位个個天公米里小分元块塊斤吨户家只本])")
"""So many or thereabouts: 30来岁."""
_ge_more = re.compile(r"\s?个(?P<more>多|半|来)(?P<unit>月|小时|星期|礼拜|钟头|百分点|世纪)")
_ge_scale = re.compile(r"个(?P<scale>亿|万)(?![一二三四五六七八九])")
_feet_inches = re.compile("'(?P<inches>\\d{1,2})\"")
_GE_UNITS = {
    "月": "months",
    "小时": "hours",
    "星期": "weeks",
    "礼拜": "weeks",
    "钟头": "hours",
    "百分点": "pp",
    "世纪": "years",
}
_decimal_after = re.compile(
    r"(?P<tail>\d{1,2}|[一二三四五六七八九]{1,2}(?![十百千万]))(?![\d.,%个年月日名人米万亿千百])"
)


_strong_or_weak = re.compile("(?:(?P<more>强)|弱)(?=[，。；：！？、,.;:!?）)的]|$)")
STRONG = 0.1
"""How far a share lies off what is named, at most: 三分之一强, 五成弱."""


def _strong(reading: Reading, plain: str) -> Reading:
    """A share that is a little more or less than is said."""
    found = _strong_or_weak.match(plain, reading.end)
    if found is None or not reading.low or reading.low != reading.high:
        return reading
    low, high = (
        (reading.low, (1 + STRONG) * reading.low) if found["more"] else ((1 - STRONG) * reading.low, reading.low)
    )
    return reading._replace(end=found.end(), low=rounded(low), high=rounded(high), approximate=True)


def read(context: Text, atom: Atom) -> Reading | None:
    """The atom with what follows it directly; None when it is part of a name or counts nothing."""
    plain = context.plain
    reading = Reading(atom, atom.start, atom.end, atom.low, atom.high, approximate=atom.approximate)
    if atom.unit and atom.kind == "share":
        reading = reading._replace(unit=Unit(atom.unit, atom.end, 1, ""))
        if (more := _beyond.match(plain, atom.end)) and plain[atom.end + 1 : atom.end + 2] not in {"数", "少"}:
            return _widen(reading, more.end(), 1)
        return _strong(reading, plain)
    if is_title(plain, atom) if atom.kind == "english" else names_its_subject(plain, atom):
        return None
    reading = _with_unit(context, _with_odd(context, _with_more(context, reading)))
    if reading.unit and reading.unit.word == "s" and atom.low in _TENS:
        return None  # in her 20s
    if reading.unit is None and is_name(context, reading):
        return None
    return _aged(context, reading)


_aged_before = re.compile(r"(?i:\baged\s(?:between\s)?)(?P<more>\d{1,3}(?:,\s|\sand\s|\sto\s|-|,?\sor\s))*$")
_aged_zh = re.compile("年[过逾近满仅约届]$")
_age_before = re.compile(r"(?i:\bage(?:d)?\s(?:of\s)?)$")
_magnitude_before = re.compile(r"(?i:\bmagnitude[\s-](?:of\s)?(?:(?:about|around)\s)?)$|\bM$")
_apposition_before = re.compile(r"\b[A-Z][a-z'-]+, $")


def _aged(context: Text, reading: Reading) -> Reading:
    """aged 38; a name, 38, and a comma; magnitude 7.1: the unit before the number."""
    plain, start = context.plain, reading.start
    if reading.unit is not None or reading.low is None or reading.atom.scale > TENS:
        return reading
    lead = plain[max(0, start - 24) : start].lower()
    if ("magnitude" in lead or lead.endswith("m")) and (
        found := _magnitude_before.search(plain, max(0, start - 24), start)
    ):
        return reading._replace(start=found.start(), unit=Unit("magnitude", reading.end), noun=None)
    if reading.low > 120:
        return reading
    if _is_age_zh(plain, reading):
        return reading._replace(unit=Unit("years", reading.end), noun=None)
    if "aged" in lead and (found := _aged_before.search(plain, max(0, start - 24), start)):
        begin = start if found["more"] else found.start()
        return reading._replace(start=begin, unit=Unit("years", reading.end), noun=None)
    if "age" in lead and reading.noun is None and _age_before.search(plain, max(0, start - 10), start):
        return reading._replace(unit=Unit("years", reading.end))
    if (
        plain.startswith(",", reading.end)
        and reading.noun is None
        and _apposition_before.search(plain, max(0, start - 24), start)
    ):
        return reading._replace(unit=Unit("years", reading.end))
    return reading


def _is_age_zh(plain: str, reading: Reading) -> bool:
    """Whether a bare number is an age: 年过三十五, 三十好几的人."""
    if plain.startswith("十好几", reading.end - 3):
        return reading.noun is None or plain.startswith("的", reading.end)
    return reading.noun is None and _aged_zh.search(plain, max(0, reading.start - 2), reading.start) is not None


TENS = 10
"""The scale of 五十; hundreds are no age."""
_PLUS_BEGINS, _MORE_BEGINS = frozenset("+- "), frozenset("个多余几")
_plus = re.compile(r"\+(?!\d)|[ -]plus\b")
_odd = re.compile(r"[ -]odd\b", re.IGNORECASE)


def _widen(reading: Reading, end: int, step: float) -> Reading:
    low = reading.low
    high = reading.high if low is None else low + step
    return reading._replace(end=end, high=high, approximate=True)


def _with_odd(context: Text, reading: Reading) -> Reading:
    """300-odd: 300 to 399; 30来岁: thereabouts."""
    if (about := _about.match(context.plain, reading.end)) and reading.atom.low is not None:
        return reading._replace(end=about.end(), approximate=True)
    low, odd = reading.atom.low, _odd.match(context.plain, reading.end)
    if odd is None or not low or low != reading.atom.high:
        return reading
    digits = f"{low:.0f}"
    step = 10.0 ** (len(digits) - len(digits.rstrip("0"))) - 1
    return _widen(reading, odd.end(), step) if step else reading


def _with_more(context: Text, reading: Reading) -> Reading:
    """20多名, 3个多月, 一个半小时: 多 or 半 between number and unit."""
    plain, atom = context.plain, reading.atom
    if atom.kind not in {"figures", "han"} or atom.low is None:
        return reading
    following = plain[reading.end : reading.end + 1]
    plus = _plus.match(plain, reading.end) if following in _PLUS_BEGINS else None
    named = plus is not None and plus[0].endswith("plus")
    if plus and not (named and quantities_bounds.adds(plain, plus.end(), has_unit=reading.unit is not None)):
        return reading._replace(end=plus.end(), high=None, approximate=True)
    if plain.isascii() or not (following in _MORE_BEGINS or following.isspace()):
        return reading
    if scale := _ge_scale.match(plain, reading.end):
        value = atom.low * {"万": 10**4, "亿": 10**8}[scale["scale"]]
        return reading._replace(end=scale.end(), low=value, high=value, atom=atom._replace(needs_unit=False))
    if found := _ge_more.match(plain, reading.end):
        factor = 100 if found["unit"] == "世纪" else 1
        unit = Unit(_GE_UNITS[found["unit"]], found.end(), factor, found["unit"])
        if found["more"] == "多":
            widened = _widen(reading, found.end(), 1)
            return widened._replace(unit=unit)
        extra = 0.5 if found["more"] == "半" else 0
        low = (atom.low + extra) * factor
        return reading._replace(end=found.end(), low=low, high=low, unit=unit, approximate=extra == 0)
    found = _more.match(plain, reading.end)
    if not found or (atom.low < 10 and atom.step == 1 and atom.kind == "han" and atom.low == 1):
        return reading
    unit_after = quantities_units_zh.unit_zh(
        plain, reading.start, found.end(), traditional=context.traditional, language=context.language
    )
    continuous = unit_after is not None and unit_after.name in _CONTINUOUS
    step = atom.step if continuous and atom.step == 1 else atom.step - (1 if atom.step >= 1 else 0)
    return _widen(reading, found.end(), step)


def _with_unit(context: Text, reading: Reading) -> Reading:
    if reading.unit:
        return reading
    plain, atom = context.plain, reading.atom
    if (
        plain.startswith("'", reading.end)
        and (feet := _feet_inches.match(plain, reading.end))
        and reading.low is not None
        and not atom.unit
    ):
        value = round(reading.low + int(feet["inches"]) / 12, 6)
        return reading._replace(end=feet.end(), low=value, high=value, unit=Unit("feet", feet.end()))
    unit = _unit(context, reading)
    if atom.glued and plain[atom.end - 1] == "m" and not atom.unit and unit is None:
        noun, _ = quantities_units.noun_en(plain, reading.end)
        if noun is None or noun not in {
            "people",
            "shares",
            "votes",
            "jobs",
            "tokens",
            "households",
            "units",
            "devices",
        }:
            metres = Unit("m", reading.end, 1, "m")
            low = atom.low / atom.scale if atom.low is not None else None
            return reading._replace(low=low, high=low, unit=metres, atom=atom._replace(scale=1, glued=False))
    money = quantities_units_zh.money_before(plain, reading.start)
    if atom.unit or money:
        name = atom.unit or (money[0] if money else "")
        start = min(reading.start, money[1]) if money else reading.start
        is_money_unit = unit is not None and (
            unit.word in {"元", "块", "圆", "元整", "dollars", "dollar"} or unit.name == name
        )
        end = unit.end if unit and is_money_unit else reading.end
        return _after_unit(context, reading._replace(start=start, end=end, unit=Unit(name, end, 1, "$")))
    if unit is None:
        noun = quantities_units.noun_en(plain, reading.end)[0]
        noun = noun or quantities_units_zh.noun_zh(plain, reading.end, 0 if atom.kind == "han" else 3)
        return Reading(atom, reading.start, reading.end, reading.low, reading.high, None, noun, reading.approximate)
    low = reading.low * unit.factor if reading.low is not None else None
    high = reading.high * unit.factor if reading.high is not None else None
    made = Reading(atom, reading.start, unit.end, rounded(low), rounded(high), unit, reading.noun, reading.approximate)
    return _after_unit(context, made)


def rounded(value: float | None) -> float | None:
    """The value to six places; None stays None."""
    return value if value is None or value % 1 == 0 else round(value, 6)


def _unit(context: Text, reading: Reading) -> Unit | None:
    """The unit right behind a number, if there is one."""
    plain, start, end = context.plain, reading.start, reading.end
    unit = quantities_units.unit_en(plain, start, end)
    if unit is None:
        unit = quantities_units_zh.unit_zh(
            plain, start, end, traditional=context.traditional, language=context.language
        )
    if plain.startswith("月", end) and TERM.search(plain, max(0, start - TERM_LEAD), start):
        return Unit("months", end + 1, 1, "月")
    if reading.atom.kind == "vague" and (months := _months_after.match(plain, end)):
        return Unit("months", months.end(), 1, "月")
    if unit and (context.masked(end, unit.end) or (unit.word == "年" and _paid_a_year.match(plain, unit.end))):
        return None
    return unit


_paid_a_year = re.compile("薪(?!资|水)")
"""What begins with a year and is counted in money: 千万年薪."""


def _after_unit(context: Text, reading: Reading) -> Reading:
    """8年多, 两年半, 9秒98, 3块5: what may follow the unit."""
    plain, end, low = context.plain, reading.end, reading.low
    if low is None or reading.high != low or reading.unit is None:
        return reading
    following = plain[end : end + 1]
    if following in {"多", "余"} and plain[end + 1 : end + 2] not in {
        "数",
        "少",
        "次",
        "名",
        "个",
        "种",
        "家",
        "位",
        "人",
        "震",
        "下",
        "额",
    }:
        return _widen(reading, end + 1, 1)
    if following == "半" and plain[end + 1 : end + 2] not in {
        "导",
        "决",
        "场",
        "夜",
        "岛",
        "数",
        "官",
        "小",
        "径",
    }:
        return reading._replace(end=end + 1, low=low + 0.5, high=low + 0.5)
    if reading.unit.word in {"秒", "米", "块", "万"} and (found := _decimal_after.match(plain, end)) and low % 1 == 0:
        digits = "".join(
            char if char.isascii() else str("一二三四五六七八九".index(char) + 1) for char in found["tail"]
        )
        value = round(low + float(f"0.{digits}"), 6)
        return reading._replace(end=found.end(), low=value, high=value)
    return reading
