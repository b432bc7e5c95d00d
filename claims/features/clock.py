"""Times of the day by the clock: shortly after 6am, a quarter to two, at 8.30, 凌晨三点四十二分, 夜里两三点.

clock_times(text, language) ─► each with its place, its minute of the day and how far it may be off
"""

from collections.abc import Iterator
from typing import NamedTuple

from claims.features import numbers_zh
from evidence.text import lazy_re as re

DAY, HALF_DAY = 1440, 720
"""Minutes."""
LOOSE, PLAIN, EXACT = 60, 25, 5
"""Minutes by which a time may be off: told as about, before or after; a full hour; an hour and minutes."""


class ClockTime(NamedTuple):
    """A time of the day."""

    start: int
    end: int
    """Its place, in code points; the end is not included."""
    text: str
    minute: int
    """From midnight; from noon or midnight where the half of the day is not told."""
    half_known: bool
    slack: int
    """Minutes by which it may be off."""
    part: str = ""
    """The part of the day as it was written in Chinese: 下午."""
    to_the_minute: bool = False
    """Whether minutes were told."""


def clock_times(text: str, language: str) -> Iterator[ClockTime]:
    """The times of the day in a folded text, in order; language is `zh` or `en`."""
    if language == "zh":
        for found in _zh.finditer(text):
            if (one := _read_zh(found, text)) is not None:
                yield one
        return
    for found in _en.finditer(text):
        if not _is_score(found, text):
            yield _read_en(found, text)


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
    r"|(?<![\d:.,$£€])(?P<hh>[01]?\d|2[0-3]):(?P<mm>[0-5]\d)(?![\d:]|\.\d)"
    r"|(?<=\bat |\bby |\bto )(?P<dotted>[01]?\d|2[0-3])\.(?P<dots>[0-5]\d)\b"
    r"(?! ?(?:m|km|million|billion|per|%|points|seconds|metres)\b)"
    rf"|\b(?P<clock>{_hour}) o'?clock\b"
    r"(?: (?:in the |on \w+day |that )(?P<clock_half>morning|afternoon|evening|night))?"
    rf"|\b(?:at|before|after|by|until|till|around|about|than) (?P<at>{_hour}) (?:on \w+day |in the |that |the next )"
    r"(?P<at_half>morning|afternoon|evening|night)\b"
)
_when = re.compile(r"\b(?:at|about|around|by|before|after|until|till|from|since) $")
_loose = re.compile(
    r"\b(?:about|around|shortly|just|soon|not long|well|little|before|after|by|until|till|since|towards?|roughly|nearly"
    r"|almost|some time)(?: (?:about|after|before|past|on))? ?$"
)


def _is_score(found: "re.Match[str]", text: str) -> bool:
    """Five to two, of which nothing says that it is a time."""
    if found["way"] != "to" or found["past"] not in {"five", "ten", "twenty"} or "minute" in found[0]:
        return False
    return not (found["past_half"] or found["past_half_night"] or _when.search(text[: found.start()]))


def _read_en(found: "re.Match[str]", text: str) -> ClockTime:
    start = found.start("at") if found["at"] else found.start()
    off = LOOSE if _loose.search(text[:start]) else None
    if found["word"]:
        minute, half, usual = (0 if found["word"] == "midnight" else HALF_DAY), None, PLAIN
    elif found["hh"] or found["dotted"]:
        minute, half, usual = int(found["hh"] or found["dotted"]) * 60 + int(found["mm"] or found["dots"]), None, EXACT
    elif found["past"]:
        minutes = _MINUTES[found["past"]]
        minute = _number(found["past_hour"]) % 12 * 60 + (minutes if found["way"] == "past" else -minutes)
        half, usual = found["past_half"] or found["past_half_night"] or "", PLAIN
    elif found["h"]:
        minute = int(found["h"]) % 12 * 60 + int(found["m"] or 0)
        half, usual = ("morning" if found["m_half"] == "a" else "afternoon"), EXACT if found["m"] else PLAIN
    else:
        minute, usual = _number(found["clock"] or found["at"]) % 12 * 60, PLAIN
        half = found["clock_half"] or found["at_half"] or ""
    known = half is None or half in {"morning", "afternoon", "evening"}  # in the night either may be meant
    late = half in {"afternoon", "evening"}
    minute = (minute + HALF_DAY * late) % (DAY if known else HALF_DAY)
    return ClockTime(
        start, found.end(), text[start : found.end()], minute, known, off or usual, to_the_minute=usual == EXACT
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.index(word) + 1


# --- Chinese -----------------------------------------------------------------------------------------------------

_EARLY = "凌晨|清晨|清早|一早|早上|早晨|早间|早|上午"
_AFTER_NOON = "下午|午后|傍晚|晚上|晚间|当晚|昨晚|今晚|晚"
_NIGHT = "深夜|夜里|夜间|半夜"
_digits = "[0-9一二两三四五六七八九十]"
_zh = re.compile(
    rf"(?P<part>{_EARLY}|{_AFTER_NOON}|{_NIGHT}|中午)?(?<![0-9.第百分])(?P<h>(?:(?![0-9]){_digits}){{1,3}}(?![0-9])|[0-9]{{1,2}})"
    rf"(?:[点时](?P<m>(?:{_digits}{{1,3}}|零{_digits})分|[0-5]\d(?!\d)|半|一刻|三刻)?|:(?P<mm>[0-5]\d))"
    rf"(?![间长评速球名]|{_digits})"
    r"|(?P<word>正午|午夜|零时|零点)"
)
_late_zh, _night_zh = re.compile(f"{_AFTER_NOON}|{_NIGHT}"), re.compile(_NIGHT)
_loose_zh = re.compile("(?:约|大约|大概|将近|接近|快|左右|过后|前后|多|之前|之后|以前|以后|前|后|许)")
_behind_zh = re.compile("[,。;、]|钟|多|左右|许|[之以]?前|[之以]后|后|开|才|就|的|$")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
DAWN = 6
"""The hours of a night are those after midnight up to this one."""


def _read_zh(found: "re.Match[str]", text: str) -> ClockTime | None:
    before, behind = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 2]
    loose = bool(_loose_zh.search(before) or _loose_zh.match(behind))
    if found["word"]:
        minute = HALF_DAY if found["word"] == "正午" else 0
        return ClockTime(*found.span(), found[0], minute, True, LOOSE if loose else PLAIN)
    part, told = found["part"] or "", found["m"] or ""
    low, high = _hours_zh(found["h"])
    if found["mm"]:
        minutes = int(found["mm"])
    else:
        minutes = _QUARTERS.get(told, _value_zh(told.rstrip("分").lstrip("零")) if told else 0)
        if not told and not part and not _behind_zh.match(behind):
            return None
    if not 0 <= low <= high <= 24 or minutes > 59:
        return None
    known = bool(part) or high > 12 or bool(found["mm"])
    minute = _of_part(part, high) * 60 + minutes - 30 * (high - low)
    slack = LOOSE if loose or low != high else EXACT if told or found["mm"] else PLAIN
    exact = bool(told or found["mm"])
    return ClockTime(*found.span(), found[0], minute % (DAY if known else HALF_DAY), known, slack, part, exact)


def _hours_zh(written: str) -> tuple[int, int]:
    """An hour, or the two of 两三点."""
    if len(written) > 1 and not written.isdigit() and "十" not in written:
        return _value_zh(written[0]), _value_zh(written[-1])
    value = _value_zh(written)
    return value, value


def _of_part(part: str, hour: int) -> int:
    """The hour of the day, 0–24, that an hour of a part of it is: 下午3点, 夜里两点, 晚上12点."""
    if part == "中午":
        return hour + 12 if hour < 3 else hour
    if not _late_zh.fullmatch(part) or hour > 12:
        return hour
    if _night_zh.fullmatch(part) and hour < DAWN:
        return hour
    return hour + 12


def _value_zh(number: str) -> int:
    return int(number) if number.isdigit() else int(numbers_zh.parse(number) or 0)


__all__ = ["DAY", "EXACT", "HALF_DAY", "LOOSE", "PLAIN", "ClockTime", "clock_times"]
