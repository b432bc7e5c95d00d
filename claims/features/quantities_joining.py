"""Numbers that belong together: ranges, compounds such as 2小时30分, and scores, which are neither."""

from itertools import pairwise

from claims.features.quantities_atom import Reading, Text
from claims.features.quantities_reading import rounded
from claims.features.quantities_units import Unit
from evidence.text import lazy_re as re

_SMALLER: dict[tuple[str, str], float] = {
    ("years", "months"): 12,
    ("years", "days"): 365.25,
    ("months", "days"): 30.4375,
    ("weeks", "days"): 7,
    ("days", "hours"): 24,
    ("hours", "minutes"): 60,
    ("hours", "points"): 60,
    ("hours", "seconds"): 3600,
    ("minutes", "seconds"): 60,
    ("points", "seconds"): 60,
    ("feet", "inches"): 12,
    ("km", "m"): 1000,
    ("m", "cm"): 100,
    ("kg", "g"): 1000,
    ("lb", "oz"): 16,
}
"""How many of the second unit make one of the first; points are minutes here, since 分 is both."""
_CLOCKED = frozenset([("hours", "minutes"), ("hours", "seconds"), ("minutes", "seconds"), ("years", "months")])
"""Lengths of time that go on behind a comma: 3 hours, 12 minutes and 5 seconds."""
_apart = re.compile(
    r"\s(?:longer|shorter|more|less|later|earlier|after|before|behind|ahead|faster|slower|into|from|late|early|short)\b"
)
"""What makes the second one a length of its own: two hours, 30 minutes longer than planned."""
_NEXT = {"hours": "minutes", "minutes": "seconds"}
"""What a bare number behind a length of time counts."""
_compound_gap = re.compile(r"(?:\s?,?\s?(?:and\s)?|零|又|)")
_range_gap = re.compile(
    r"\s?(?:到|至|-|~|—{1,2}|或|、|\sto\s|\sor\s)\s?(?:an?\s(?=hour|day|week|month|year))?|\sto\s|\sor\s"
)
_between_gap = re.compile(r"\s(?:and|to)\s")
_between = re.compile(r"(?i:between)\s$")
_and_zh = re.compile("[和与跟及](?:近|约|大约)?")
_from = re.compile(r"(?:(?i:\bfrom\s)|[从由自])$")
_ranging = re.compile(r"(?i:rang|anywhere|var(?:y|ie)|span|stretch)")
_to = re.compile(r"\s?(?:到|至|\sto\s|to\s)")


def is_score(context: Text, found: list[Reading], index: int) -> bool:
    """3-2 and 10-7 without a unit or scale: a result, not a range."""
    if index + 1 >= len(found):
        return False
    left, right = found[index], found[index + 1]
    bare = all(one.unit is None and one.atom.scale == 1 and one.atom.kind == "figures" for one in (left, right))
    gap = context.plain[left.end : right.start]
    if not bare or gap not in {"-", " to "}:
        return False
    if gap == " to ":
        fell = context.plain.endswith(("from ", "From "), 0, left.start)  # staff cut from 310 to 120
        return not fell and right.noun is None and (left.low or 0) > (right.low or 0)
    return right.noun is None or not (left.low or 0) < (right.low or 0)


def with_followers(context: Text, found: list[Reading], index: int) -> tuple[Reading, int]:
    """The reading at an index joined with those that continue it, and the index after them."""
    reading, index = found[index], index + 1
    reading, index = _compound(context, reading, found, index)
    if index < len(found):
        right, after = _compound(context, found[index], found, index + 1)
        joined = _range(context, reading, right)
        if joined is not None:
            return joined, after
        if reading.name is None and right.name and _to.fullmatch(context.plain, reading.end, right.start):
            reading = reading._replace(noun=right.name)  # from 45 to 10 minutes
    return reading, index


_every = re.compile("[每逢]\\s?$")
_of_them = re.compile(
    "(?:(?!平均|支付|收|付|交)[^\\d，。；：！？,;:!?]){0,12}?[，,]?(?:就|便|才|只|仅|约|大约|大概|平均|即|会|里|中|当中)*(?:有|是)"
    "(?:[^\\d，。；：！？,;:!?]{0,2}(?:约|近|多达|超过|逾|不到|不足))?"
)


def out_of_every(context: Text, found: list[Reading]) -> list[Reading]:
    """每五名教师中只有一人, 每100户就有3户: one share of those that are counted, 20 % and 3 %."""
    kept: list[Reading] = []
    for one in found:
        whole = kept[-1] if kept else None
        if whole and _one_of(context, whole, one):
            atom = one.atom._replace(unit="%", kind="share", needs_unit=False)
            share = round(100 * (one.low or 0) / (whole.low or 1), 6)
            kept[-1] = one._replace(atom=atom, low=share, high=share, unit=Unit("%", one.end), noun=None)
        else:
            kept.append(one)
    return kept


_of_all = re.compile(
    r"\sof\s(?i:(?:the|its|his|her|their|our|my|all)\s)?(?:(?:[A-Za-z][\w-]*\s){0,2}?[\w-]+(?:['’]s|s['’])\s)?"
    r"(?:(?:first|last|remaining|total|other|original)\s)?"
)


def of_one_whole(context: Text, found: list[Reading]) -> list[Reading]:
    """4,178 of the country's 6,820 deaths, nine of the album's 14 songs: a part counts what the whole does."""
    kept = list(found)
    for index, (part, whole) in enumerate(pairwise(found)):
        within = whole.low is not None and 0 < (part.low or 0) <= whole.low and part.atom.kind != "share"
        alike = part.unit is None or part.unit.end > part.end
        if within and alike and whole.name and _of_all.fullmatch(context.plain, part.end, whole.start):
            kept[index] = part._replace(unit=None, noun=whole.name)
    return kept


def _one_of(context: Text, whole: Reading, part: Reading) -> bool:
    """Whether a number tells how many there are out of every so many."""
    if not _every.search(context.plain, max(0, whole.start - 2), whole.start):
        return False
    if whole.low != whole.high or part.low != part.high or not 0 < (part.low or 0) < (whole.low or 0):
        return False
    bare = part.unit is not None and part.name == part.unit.word  # 四个居民, 一个外来人口
    alike = whole.name == part.name or part.name is None or whole.name is None or bare
    return alike and _of_them.fullmatch(context.plain, whole.end, part.start) is not None


def _compound(context: Text, reading: Reading, found: list[Reading], index: int) -> tuple[Reading, int]:
    """2小时30分, 12 years and six months, 5 ft 11: one quantity in the larger unit."""
    while index < len(found) and reading.unit and reading.low is not None and reading.low == reading.high:
        right = found[index]
        gap = context.plain[reading.end : right.start]
        low = reading.low
        if len(gap) > 6 or not _compound_gap.fullmatch(gap) or right.low is None or right.low != right.high:
            break
        name, part = right.name, right.low
        if name is None and reading.unit.name == "feet" and part < 12 and gap == " ":
            name = "inches"
            inches = re.compile(r"\s(?:in|inches|inch)\b").match(context.plain, right.end)
            right = right._replace(end=inches.end() if inches else right.end)
        elif name is None and gap == " " and part == int(part):
            name = _NEXT.get(reading.unit.name)  # two hours ten
        ratio = _SMALLER.get((reading.unit.name, name or ""))
        if right.unit and right.name == reading.unit.name and right.unit.factor < 1 and not gap:
            ratio = 1  # 一元二角: 二角 is read as 0.2 of the same money
        timed = (reading.unit.name, name) in _CLOCKED and not _apart.match(context.plain, right.end)
        if ratio is None or part >= ratio or ("," in gap and "and" not in gap and not timed):
            break
        larger = "minutes" if reading.unit.name == "points" else reading.unit.name
        value = round(low + part / ratio, 6)
        reading = reading._replace(end=right.end, low=value, high=value, unit=reading.unit._replace(name=larger))
        index += 1
    return reading, index


def _range(context: Text, left: Reading, right: Reading) -> Reading | None:
    plain = context.plain
    gap = plain[left.end : right.start]
    if len(gap) > 6 or left.low is None or right.high is None or left.atom.kind == "vague" or not gap:
        return None
    between = _between.search(plain, max(0, left.start - 9), left.start) if _between_gap.fullmatch(gap) else None
    within = _between_ends(plain, gap, left, right)
    if not between and not within and not _range_gap.fullmatch(gap):
        return None
    if not _same_measure(left, right) or _is_change(context, left, right):
        return None
    if _pronoun.search(plain, max(0, left.start - LED), left.end):
        return None
    low = _shared_scale(left, right)
    if not low < right.high or (gap.strip() == "、" and not _neighbours(left, right)):
        return None
    if not between and gap.strip() in {"-", "或", "~", "、", "or"} and right.name is None and right.atom.scale == 1:
        # Without a unit two numbers and a dash are a score, a season or a reference.
        return None
    start = between.start() if between else left.start
    unit = right.unit or left.unit
    approximate = left.approximate or right.approximate or gap.strip() in {"or", "或", "、"}
    return right._replace(start=start, low=low, unit=unit, noun=right.noun or left.noun, approximate=approximate)


_pronoun = re.compile(r"(?i:\bthe\s[a-z]+\sone)$")
"""The western one rises to 73 metres: that `one` is no number."""
LED = 24


def _between_ends(plain: str, gap: str, left: Reading, right: Reading) -> bool:
    """Whether two numbers are the ends between which something lies: 介于三千和五千之间."""
    if not _and_zh.fullmatch(gap):
        return False
    return plain.startswith(("之间", "间"), right.end) or plain.endswith("介于", 0, left.start)


def _same_measure(left: Reading, right: Reading) -> bool:
    if left.unit is None:
        return True
    if "share" in {left.atom.kind, right.atom.kind}:
        return right.name in {left.name, None if left.atom.kind == "share" else left.name}  # 百分之三到五
    return right.name is None or right.name == left.name or (left.name == "USD" and right.unit is None)


def _neighbours(left: Reading, right: Reading) -> bool:
    return (
        left.unit is None
        and right.low is not None
        and right.low - (left.low or 0) == right.atom.scale
        and (left.low or 0) < 10
    )


def _is_change(context: Text, left: Reading, right: Reading) -> bool:
    """From 5% to 7% is a change with two ends unless something ranges; from 5 to 7 percent is a range.

    So is what rose by so much to a value many times that: fell 12p to 230p, 加四元至46元.
    """
    if _rose_by(context, left, right):
        return True
    before = _from.search(context.plain, max(0, left.start - 6), left.start)
    if not before or left.unit is None or right.unit is None:
        return False
    ranging = _ranging.search(context.plain, max(0, left.start - 40), left.start)
    return not ranging and not context.plain.startswith(("不等", "之间", "的区间"), right.end)


_risen = re.compile(
    r"\b(?i:r[oi]se[ns]?|f[ae]ll(?:en|s)?|climb(?:ed|s)|jump(?:ed|s)|gain(?:ed|s)|add(?:ed|s)|los(?:t|es)|dropp?(?:ed|s)"
    r"|slipp?(?:ed|s)|surged|soared|sank|slid|dipped|eased|edged (?:up|down|higher|lower)|increas(?:ed|es)|up|down"
    r"|decreas(?:ed|es)|went (?:up|down)|grew|shed|declined|advanced)(?:\sby)?\s$"
    r"|(?:[加增升涨漲减減降跌挫]|[调調]高|[调調]低|提高|上[调調升涨漲扬揚]|下[调調降跌滑挫]|增加|减少|減少|[涨漲]价|[涨漲]價|降价|降價)了?(?:近|约|約|逾)?$"
)
_STEP = 2.5
"""A value at least so many times what came or went; below that the two may be the ends of a range."""


def _rose_by(context: Text, left: Reading, right: Reading) -> bool:
    if not _to.fullmatch(context.plain, left.end, right.start) or not left.low or left.low != left.high:
        return False
    many = (right.low or 0) >= _STEP * left.low
    return many and _risen.search(context.plain, max(0, left.start - REACH), left.start) is not None


REACH = 24
"""Code points before a figure in which the verb of its change stands."""


def _shared_scale(left: Reading, right: Reading) -> float:
    """3到10亿: the left end borrows the right one's scale when it has none and is smaller before it."""
    low, scale = left.low or 0, right.atom.scale
    factor = right.unit.factor if right.unit and left.unit is None else 1
    top = (right.high or 0) / factor
    if left.atom.scale == 1 and scale > 1 and low < top / scale:
        return rounded(low * scale * factor) or 0
    return rounded(low * factor) or 0
