"""The side of a time on which what is told lies, where words stand between the time and its before or after.

Before the war broke out on 1 September 1939, until he retired in 1999, since it was approved in 2015; 1949年离开之前.
A bound right beside its time is a part of that (`claims.features.dates`).
"""

from typing import Literal

from claims.compare import words
from claims.compare.tokens import DATE
from claims.compare.values import Features, of_one
from claims.model import DateSpan
from evidence.text import lazy_re as re

Side = Literal["before", "until", "since", "after", ""]
"""Which side of its time: up to the day before it, up to its end, from its first day on, from it on (not the day)."""


@of_one
def sides_of(features: Features) -> tuple[Side, ...]:
    """For each time of a statement in order on which side of it the main deed lies; empty where it is at the time."""
    key = features.key
    if DATE not in key or (_cue_en if features.language == "en" else _cue_zh).search(key) is None:
        return ()
    found: list[Side] = []
    start = 0
    for at, char in enumerate(key):
        if char == DATE:
            found.append(_side_en(key[start:at]) if features.language == "en" else _side_zh(key[at + 1 :]))
            start = at + 1
    return tuple(found)


def tells_deed(at: Features, when: DateSpan, beside: Features, other: DateSpan) -> bool:
    """Whether a Chinese statement tells at a time what the other lays beside it: 1934年才出版, 1934年出版之前."""
    sides = sides_of(beside)
    if at.language != "zh" or beside.language != "zh" or when not in at.dates or other not in beside.dates:
        return False
    number = beside.dates.index(other)
    if number >= len(sides) or not sides[number] or any(sides_of(at)):
        return False
    found = _led_zh.match(beside.key.split(DATE)[number + 1])
    told = _plain(_bound_zh.sub("", found[0])) if found else ""
    return len(told) > 1 and told in _plain(at.key.split(DATE)[at.dates.index(when) + 1])


def _plain(text: str) -> str:
    return _small.sub("", text)


_bound_zh = re.compile("(?:[之以]?[前后]|以来)$")
_small = re.compile("[才就方始便了,]")


def about(features: Features, one: DateSpan) -> bool:
    """Whether a time is told only as about when it was: c. 1650, 约1650年, 1650年前后."""
    key = features.key
    if one not in features.dates or _rough.search(key) is None:
        return False
    at = -1
    for _ in range(features.dates.index(one) + 1):
        at = key.find(DATE, at + 1)
    return at >= 0 and bool(_about.search(key, 0, at) or _about_behind.match(key, at + 1))


_rough = re.compile(r"\b(?:c|ca|circa|around|about|roughly|approximately)\b|约|大概|左右|前后|上下")
_about = re.compile(r"(?:\b(?:c|ca|circa|around|about|roughly|approximately)\b\.? ?|[大]?约(?:在|于)?|大概(?:在|于)?)$")
_about_behind = re.compile("左右|前后|上下")
_cue_en = re.compile(r"\b(?:before|until|till|since|after|by the time)\b")
_led_en = re.compile(
    r"\b(?P<cue>before|until|till|since|after|by the time)\b (?P<between>[^,;:.!?()\x01]{2,60}?)"
    r" (?:on|in|at|of|during|early in|late in|at the end of|at the start of)(?: the)? $"
)
_of_it = re.compile(
    r"(?:the|his|her|its|their) (?:\w+ ){0,3}(?:war|election|revolution|fire|flood|earthquake|tsunami|coup|merger|crash"
    r"|invasion|plague|famine|death|birth|marriage|retirement|resignation|arrest|execution|abolition|independence"
    r"|founding|foundation|closure|opening|collapse|fall|end|outbreak|arrival|departure|annexation|reform|conquest)"
    r"(?: of (?!the end)[\w' -]+)?$"
)


def _side_en(lead: str) -> Side:
    """Which side the words before a time lay it to: those back to the time before it."""
    found = None
    for each in _led_en.finditer(lead):
        found = each
    if found is None:
        return ""
    cue, between = found["cue"], found["between"]
    said = between.split()
    gerund = cue in {"before", "until", "since"} and said[0].endswith("ing")
    clause = said[0] not in {"a", "an"} and any(words.is_past(word) for word in said[1:])
    if not (gerund or clause or _of_it.fullmatch(between)):
        return ""
    if cue == "by the time":
        return "until"
    return "until" if cue == "till" else cue  # type: ignore[return-value]


_cue_zh = re.compile("前|后|以来")
_led_zh = re.compile(
    r"^[)]?[^,;:。!?\x01\x02、]{0,14}?(?<![提向此])"
    "(?:(?P<before>[之以]前|(?<=[)发立争束生战陷始])前(?=[,就已曾便早一他她]))"
    "|(?P<since>以来)|(?P<after>[之以]后|(?<=[)争束])后(?=[,他她])))"
)


def _side_zh(behind: str) -> Side:
    found = _led_zh.match(behind)
    if found is None or (found.end() <= NEXT and not behind.startswith(")")):
        return ""
    return "before" if found["before"] else "since" if found["since"] else "after"


NEXT = 2
"""Letters of a bound that stands right behind its time."""


__all__ = ["Side", "about", "sides_of"]
