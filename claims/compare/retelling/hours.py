"""At what time of the day something happened, by the clock: shortly after 6am, a quarter to two, 凌晨三点四十二分.

hours(features) ─► the times of the day that a statement gives, in minutes, with how far each may be off
"""

import re
from typing import NamedTuple

from claims.compare.values import Features, of_one, written
from claims.features import numbers_zh

DAY, HALF_DAY = 1440, 720
LOOSE, PLAIN, EXACT = 60, 25, 5
"""Minutes by which a time may be off: told as about, before or after; a full hour; an hour and minutes."""


class Hour(NamedTuple):
    """A time of the day."""

    text: str
    minute: int
    """From midnight; from noon or midnight where the half of the day is not told."""
    half_known: bool
    slack: int


def excluding(a: Features, b: Features) -> tuple[Hour, Hour] | None:
    """The only time of the day that each gives, where they cannot be one."""
    mine, theirs = hours(a), hours(b)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    one, other = mine[0], theirs[0]
    turn = DAY if one.half_known and other.half_known else HALF_DAY
    gap = abs(one.minute - other.minute) % turn
    return (one, other) if min(gap, turn - gap) > one.slack + other.slack else None


@of_one
def hours(features: Features) -> tuple[Hour, ...]:
    """The times of the day that a statement gives, in order."""
    text = written(features)
    if features.language == "zh":
        return tuple(one for match in _zh.finditer(text) if (one := _read_zh(match, text)) is not None)
    return tuple(_read_en(match, text) for match in _en.finditer(text) if not _is_score(match, text))


def _is_score(found: "re.Match[str]", text: str) -> bool:
    """Five to two, of which nothing says that it is a time."""
    if found["way"] != "to" or found["past"] not in {"five", "ten", "twenty"} or "minute" in found[0]:
        return False
    return not (found["past_half"] or found["past_half_night"] or _when.search(text[: found.start()]))


# --- English -----------------------------------------------------------------------------------------------------

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_hour = rf"(?:1[0-2]|0?[1-9]|{'|'.join(_WORDS)})"
_MINUTES = {"five": 5, "ten": 10, "a quarter": 15, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_half = (
    r"(?: (?:o'?clock|(?:on \w+day )?(?:in the |that |this |the next )?(?P<{0}>morning|afternoon|evening|night)"
    r"|on \w+day|at (?P<{0}_night>night)))"
)
_en = re.compile(
    r"(?P<word>\b(?:noon|midday|midnight)\b)"
    rf"|\b(?P<past>{'|'.join(_MINUTES)}) (?:minutes? )?(?P<way>past|to) (?P<past_hour>{_hour})\b"
    rf"(?! (?:million|per|%)){_half.format('past_half')}?"
    r"|(?<![\d:.,$£€])(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))? ?(?P<m_half>[ap])\.?m\b"
    r"|(?<![\d:.,$£€])(?P<hh>[01]?\d|2[0-3]):(?P<mm>[0-5]\d)(?![\d:])"
    rf"|\b(?P<clock>{_hour}) o'?clock\b"
    r"(?: (?:in the |on \w+day |that )(?P<clock_half>morning|afternoon|evening|night))?"
    rf"|\b(?:at|before|after|by|until|till|around|about) (?P<at>{_hour}) (?:on \w+day |in the |that |the next )"
    r"(?P<at_half>morning|afternoon|evening|night)\b"
)
_when = re.compile(r"\b(?:at|about|around|by|before|after|until|till|from|since) $")
_loose = re.compile(
    r"\b(?:about|around|shortly|just|soon|not long|well|little|before|after|by|until|till|since|towards?|roughly|nearly"
    r"|almost|some time)(?: (?:about|after|before|past|on))? ?$"
)
_loose_word = re.compile(r"(?:before|after|by|until|till|around|about)\b")


def _read_en(found: "re.Match[str]", text: str) -> Hour:
    loose = bool(_loose.search(text[: found.start()])) or found[0].startswith(
        ("before", "after", "by", "un", "ar", "ab")
    )
    if found["word"]:
        minute = 0 if found["word"] == "midnight" else HALF_DAY
        return Hour(found[0], minute, True, LOOSE if loose else PLAIN)
    if found["hh"]:
        return Hour(found[0], int(found["hh"]) * 60 + int(found["mm"]), True, LOOSE if loose else EXACT)
    if found["past"]:
        minutes = _MINUTES[found["past"]]
        minute = _number(found["past_hour"]) % 12 * 60 + (minutes if found["way"] == "past" else -minutes)
        return _of_half(found[0], minute, found["past_half"] or found["past_half_night"], LOOSE if loose else PLAIN)
    if found["h"]:
        minute = int(found["h"]) % 12 * 60 + int(found["m"] or 0)
        slack = LOOSE if loose else EXACT if found["m"] else PLAIN
        return _of_half(found[0], minute, "morning" if found["m_half"] == "a" else "afternoon", slack)
    half = found["clock_half"] or found["at_half"]
    return _of_half(found[0], _number(found["clock"] or found["at"]) % 12 * 60, half, LOOSE if loose else PLAIN)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word) + 1


def _of_half(text: str, minute: int, half: str | None, slack: int) -> Hour:
    """A time with the half of the day; in the night either may be meant."""
    known = half in {"morning", "afternoon", "evening"}
    late = half in {"afternoon", "evening"}
    return Hour(text, (minute + HALF_DAY * late) % (DAY if known else HALF_DAY), known, slack)


# --- Chinese -----------------------------------------------------------------------------------------------------

_EARLY, _LATE = "凌晨|清晨|清早|一早|早上|早晨|早间|上午", "下午|午后|傍晚|晚上|晚间|当晚|昨晚|今晚|深夜|夜里|晚"
_digits = "[0-9一二两三四五六七八九十]"
_zh = re.compile(
    rf"(?P<half>{_EARLY}|{_LATE}|中午)?(?<![0-9.第百分])(?P<h>{_digits}{{1,3}})(?:[点时](?P<m>(?:{_digits}{{1,3}}|零{_digits})分"
    rf"|半|一刻|三刻)?|:(?P<mm>[0-5]\d))(?![间长评速]|{_digits})"
    r"|(?P<word>正午|午夜|零时|零点)"
)
_loose_zh = re.compile("(?:约|大约|大概|将近|接近|快|左右|过后|前后|多|之前|之后|以前|以后|前|后|许)")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


def _read_zh(found: "re.Match[str]", text: str) -> Hour | None:
    around = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 2]
    loose = bool(_loose_zh.search(around[0]) or _loose_zh.match(around[1]))
    if found["word"]:
        return Hour(found[0], HALF_DAY if found["word"] == "正午" else 0, True, LOOSE if loose else PLAIN)
    hour = _value_zh(found["h"])
    if found["mm"]:
        minutes = int(found["mm"])
    else:
        told = found["m"] or ""
        minutes = _QUARTERS.get(told, _value_zh(told.rstrip("分").lstrip("零")) if told else 0)
        if not told and not found["half"] and not re.match("[,。;、]|钟|多|左右|许|前|后|开|才|就|的|$", around[1]):
            return None
    if not 0 <= hour <= 24 or minutes > 59:
        return None
    known = bool(found["half"]) or hour > 12 or bool(found["mm"])
    late = bool(found["half"]) and re.fullmatch(_LATE, found["half"]) is not None
    noon = found["half"] == "中午" and hour < 3
    minute = (hour + 12 * ((late or noon) and hour < 12)) * 60 + minutes
    slack = LOOSE if loose else EXACT if found["m"] or found["mm"] else PLAIN
    return Hour(found[0], minute % (DAY if known else HALF_DAY), known, slack)


def _value_zh(number: str) -> int:
    return int(number) if number.isdigit() else int(numbers_zh.parse(number) or 0)


__all__ = ["Hour", "excluding", "hours"]
