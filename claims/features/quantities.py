"""Quantities of a text as intervals with a unit: 近300名 → ..300 people, $1.5–2bn → 1.5e9..2e9 USD.

    >>> quantities("挖来20多名研究员，报价3到10亿美元")      # 20..29 people; 3e8..1e9 USD

A quantity is `low`..`high`, both inclusive and None where open, in plain numbers (3亿 is 300000000), with a
canonical unit (people, years, USD, %, km, …; otherwise the counted noun or classifier as written; None when
nothing is counted), `approximate`, and `of`, a best guess at what is measured in the words of the text.

Conventions, those of the desk's labelled claims where they settle it:

| written | low | high | approximate |
|---|---|---|---|
| 300名, 高达80%, 仅64% | 300 | 300 | no |
| 约300, about 300, 300左右 | 300 | 300 | yes |
| 近300, 不到300, 300以下, 多达300, nearly / under / up to 300 | – | 300 | yes |
| 至少8, 超过8, 8以上, 破万, at least / over 8, 8-plus | 8 | – | yes |
| 20多名, 2000余字, 100多万 | 20, 2000, 100万 | 29, 2999, 1999999 | yes |
| 8年多, 3个多月, 两倍多 | 8, 3, 2 | 9, 4, 3 | yes |
| 十几, 几十, 数百, 几百万 | 11, 20, 200, 200万 | 19, 99, 999, 9999999 | yes |
| 数月, 几个月; 好几次 | 2; 3 | – | yes |
| 上亿, 成千上万, dozens, hundreds, tens of thousands | 1e8, 2000, 24, 200, 20000 | – | yes |
| 七位数, seven-figure | 1000000 | 9999999 | yes |
| 3到10亿, 6000万美元到2亿美元, 3-5 days, between 20 and 30 | 3亿 … | 10亿 … | no |
| 两三百, 七八十, two or three | 200, 70, 2 | 300, 80, 3 | yes |
| 三成五, 四分之一, 半数, one in five, two thirds | in % | | no |
| 两倍, 翻了两番, doubled, threefold | 2, 4, 2, 3 times | | no |
| 一年半, 2小时30分, 5 ft 11, 9秒98 | one value in the larger unit | | no |

- The span takes in the bounds, the number and a directly following unit or classifier, not the counted noun:
  至少有8名, more than $3 billion, 38-year-old. A change (from 5% to 7%, 从5%到7%) is two quantities; a range
  without units at both ends is one.
- 元 and 块 alone are CNY, in Traditional script TWD (HKD when `language` is zh-HK); ¥ is CNY in Chinese text,
  else JPY; $ is USD; pounds are GBP with a scale or a word of payment, else weight.
- Signs count for temperatures and written minus signs; a fall of 3 % is 3.
- Not quantities: times and dates, ordinals (第三, 3rd), numbers in names (GPT-4, Boeing 737, 三星), scores (3-2,
  3比2), versions, ids, and 一 or one as an article (一家公司, one of); 一人, 一名, 一年, one person are.

The time is linear in the length of the text.
"""

from datetime import date
from functools import cache
from math import floor as below
from math import log10

from claims.features import quantities_bounds
from claims.features.dates import as_dates, spans_of
from claims.features.numbers_text import is_traditional, table, view, words
from claims.features.quantities_atom import Reading, Text
from claims.features.quantities_atoms import atoms
from claims.features.quantities_joining import is_score, of_one_whole, out_of_every, with_followers
from claims.features.quantities_names import counts_nothing
from claims.features.quantities_reading import read
from claims.features.quantities_subject import subject
from claims.model import DateSpan, Quantity, plain_number
from evidence.text import lazy_re as re

__all__ = ["quantities", "quantities_and_dates"]
_SCALES = "十百千万亿兆"
_scales = re.compile(f"[{_SCALES}]+")
_matches = re.compile("[战场轮局]")
_dash_after = re.compile(r"-\d")


def quantities(text: str, language: str | None = None) -> tuple[Quantity, ...]:
    """The quantities of a text, in order and without overlaps; offsets are code points into it.

    `language` is a BCP 47 tag and only settles what the words leave open: the currency of 元.
    """
    return quantities_and_dates(text, None, language)[0]


def quantities_and_dates(
    text: str, reference: date | None = None, language: str | None = None, *, subjects: bool = True
) -> tuple[tuple[Quantity, ...], tuple[DateSpan, ...]]:
    """The quantities and the time expressions of a text, read in one go: a number in a time is no quantity.

    `of`, what is measured, is only looked for with `subjects`.
    """
    plain = view(text)
    traditional = is_traditional(text, language) if not text.isascii() else False
    spans = spans_of(plain, reference, traditional=traditional)
    masks = [(moment.start, moment.end) for moment, _ in spans]
    context = Text(plain, traditional, language, masks, [start for start, _ in masks])
    found = tuple([_value(text, context, reading, subjects=subjects) for reading in _joined(context)])
    return found, as_dates(text, spans)


def _value(text: str, context: Text, reading: Reading, *, subjects: bool) -> Quantity:
    unit = reading.name
    if unit == "yen":
        unit = "JPY" if context.plain.isascii() or not re.search("[\u3400-\u9fff]", context.plain[:400]) else "CNY"
    low = None if reading.low is None else plain_number(reading.low)
    exact = reading.high is reading.low
    return Quantity.trusted(
        text=text[reading.start : reading.end],
        low=low,
        high=low if exact else None if reading.high is None else plain_number(reading.high),
        unit=unit,
        approximate=reading.approximate,
        of=subject(text, context.plain, reading.start, reading.end) if subjects else None,
        start=reading.start,
        end=reading.end,
    )


def _joined(context: Text) -> list[Reading]:
    found = [
        reading
        for atom in atoms(context.plain)
        if not context.masked(atom.start, atom.end) and (reading := read(context, atom))
    ]
    if "每" in context.plain:
        found = out_of_every(context, found)
    if " of " in context.plain:
        found = of_one_whole(context, found)
    kept: list[Reading] = []
    index = 0
    while index < len(found):
        reading = found[index]
        if kept and reading.start < kept[-1].end:
            index += 1
            continue
        if is_score(context, found, index):
            index += 2
            continue
        reading, index = with_followers(context, found, index)
        bounded = _with_bounds(context, reading, kept[-1].end if kept else 0)
        if bounded is not None:
            kept.append(bounded)
    return kept


def _with_bounds(context: Text, reading: Reading, floor: int) -> Reading | None:
    """The reading with the bounds around it; None when it is an article, a list mark or a name after all."""
    plain, atom = context.plain, reading.atom
    if reading.name is None and atom.kind == "figures" and atom.scale == 1 and _dash_after.match(plain, reading.end):
        return None
    scale_only = plain[atom.start] in _SCALES and _scales.fullmatch(plain, atom.start, atom.end) is not None
    before = quantities_bounds.before(plain, reading.start, scale_only=scale_only)
    after = quantities_bounds.after(plain, reading.end, has_unit=reading.unit is not None or atom.kind == "share")
    if before and (
        before.at < floor or quantities_bounds.lasting(plain, before, reading.start, reading.end, reading.name)
    ):
        before = None
    if before and plain[before.at : reading.start] == "近" and _matches.search(plain, atom.end, reading.end + 1):
        before = None  # 近十战, the last ten
    if before:
        before = quantities_bounds.in_time(plain, before, reading.start, reading.name)
    if not (before or after) and counts_nothing(context, reading):
        return None
    if reading.name is None and atom.needs_unit and not (before and (scale_only or atom.kind == "english")):
        return None
    for bound in (after, before):
        if bound is not None:
            reading = _apply(reading, bound.kind)
    if after and reading.low and reading.high is None and "出头" in plain[reading.end : after.at]:
        reading = reading._replace(high=reading.low + _little_more(reading.low))
    start = before.at if before else reading.start
    end = after.at if after else reading.end
    if (start, end) != (reading.start, reading.end):
        reading = reading._replace(start=start, end=end)
    if reading.name is None or (reading.unit and reading.unit.name == reading.unit.word == "张"):
        measured = _measured(context, reading)
        reading = reading._replace(noun=measured, unit=None if measured else reading.unit)
    return reading


def _little_more(value: float) -> float:
    """How much 出头 may add: 二十出头 is 20 to 25, 四十一公里出头 41 to 42."""
    power = 10 ** below(log10(value))
    while power > 1 and value % power:
        power //= 10
    return power / 2 if power > 1 else 1.0


def _apply(reading: Reading, kind: str) -> Reading:
    rough = reading._replace(approximate=True)
    if kind == "lower":
        exact = reading.low == reading.high
        return rough._replace(low=reading.low, high=None if exact else reading.high)
    if kind == "upper":
        exact = reading.low == reading.high
        return rough._replace(low=None if exact else reading.low, high=reading.high)
    return rough


@cache
def _measured_words() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        word: name for name in table("quantities_zh")["measured"] for word in words("quantities_zh", "measured", name)
    }
    longest = "|".join(sorted(names, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?P<word>{longest})[^，。；！？\n]{{0,4}}$"), names


def _measured(context: Text, reading: Reading) -> str | None:
    """被引量破万: what a bare number counts is said before it."""
    if context.plain.isascii():
        return None
    pattern, names = _measured_words()
    found = pattern.search(context.plain, max(0, reading.start - 12), reading.start)
    return names[found["word"]] if found else None
