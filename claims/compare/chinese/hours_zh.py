"""Short Chinese claims about a time of the day: before six, after nine in the evening, by noon.

The claim names one hour or part of the day; of the hours of the sentence the one counts beside which the same is told,
or which opens or closes where the claim tells of opening or closing.
"""

from claims.compare.chinese.when_zh import CLEAR, LEAST
from claims.compare.chinese.worked_parts import predicate, said_in
from claims.compare.values import Features
from claims.features.clock import HALF_DAY, ClockTime, clock_times
from evidence.text import lazy_re as re

_clause = re.compile("[,;。:!?()]")
_PARTS = {
    "凌晨": (0, 6), "清晨": (4, 8), "早上": (5, 10), "早晨": (5, 10), "黎明": (4, 7), "拂晓": (4, 7),
    "上午": (6, 12), "中午": (11, 13.5), "下午": (12, 18.5), "午后": (12, 18.5), "白天": (6, 18.5),
    "傍晚": (16.5, 19.5), "晚上": (18, 24), "入夜": (18, 24), "夜里": (20, 30), "夜间": (18, 30),
    "深夜": (22, 28), "半夜": (23, 28), "午夜": (23, 25),
}  # fmt: skip
"""From which to which hour each part of a day lasts, at its widest; past midnight hours go on from 24."""
_asked_part = re.compile(
    f"(?P<part>{'|'.join(_PARTS)})(?P<side>之?前|以前|之?后|以后|才)?(?![\\d一二三四五六七八九十])"
)


def by_the_clock(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether the hour of the deed in a sentence lies in the part of the day that a claim names."""
    asked = _asked_part.search(claim.key)
    if (
        asked is None
        or claim.quantities
        or any(clock_times(claim.key, "zh"))
        or _asked_part.search(claim.key, asked.end())
    ):
        return None
    low, high = _PARTS[asked["part"]]
    side = asked["side"] or ""
    low, high = (
        (0.0, low + (asked["part"] == "中午")) if "前" in side else (high, 30.0) if "后" in side else (low, high)
    )
    deed = predicate(claim, sentence).replace(asked[0], "")
    hours = [
        (said_in(deed, _near(sentence, one)), one.minute / 60, one.text)
        for one in clock_times(sentence.key, "zh")
        if one.half_known or one.to_the_minute
    ]
    if not hours:
        return None
    fit, hour, text = max(hours)
    if len(hours) > 1 and sum(each[0] > fit - CLEAR for each in hours) > 1:
        return None
    if fit < LEAST and len(hours) > 1:
        return None
    return low <= hour < high or low <= hour + 24 < high, text, asked[0]


def _near(sentence: Features, one: ClockTime) -> str:
    """The clause of an hour without it."""
    stop = _clause.search(sentence.key, one.end)
    start = max((each.end() for each in _clause.finditer(sentence.key, 0, one.start)), default=0)
    return sentence.key[start : one.start] + "," + sentence.key[one.end : stop.start() if stop else None]


_before = re.compile("^钟?[之以]?前|^钟?[^,;。]{0,3}(?:早已|早就|就已|便已|已)")
_after = re.compile("^钟?(?:[之以]后|后)|^钟?[^,;。]{0,3}才")
_until = re.compile("(?:早于|先于|[不未没]到|赶在|最[迟晚]|不[晚迟]于)$")
_from = re.compile("(?:晚于|迟于|不早于|最早|过了?)$")
_OPENS = "开[馆门市放业店演始场工盘]|营业|发车|首班|头班|起飞|出发|启程"
_CLOSES = "闭[馆店门市园幕]|关[门闭馆]|打烊|收[市摊盘工]|结束|末班|尾班|散场|停止|熄灯"
_opens, _closes = re.compile(_OPENS), re.compile(_CLOSES)
_range = re.compile("(?:至|到|-|~|—+)(?:次日|翌日|晚上?|下午)?")


def at_the_hour(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether the hour of the deed in a sentence lies before or after the one that a claim names."""
    if claim.quantities or len(named := list(clock_times(claim.key, "zh"))) != 1:
        return None
    asked = named[0]
    behind, lead = claim.key[asked.end :], claim.key[: asked.start]
    early = bool(_before.match(behind) or _until.search(lead))
    late = bool(_after.match(behind) or _from.search(lead))
    given = list(clock_times(sentence.key, "zh")) if early != late else []
    end = _end_of(lead + behind)
    known = [one for i, one in enumerate(given) if end == 0 or _end_told(sentence, given, i) in (0, end)]
    told = [one for i, one in enumerate(given) if end and _end_told(sentence, given, i) == end] or known
    if not told or (
        end == 0 and (len(told) > 1 or said_in(predicate(claim, sentence), _near(sentence, told[0])) < LEAST)
    ):
        return None
    answers = [(_earlier(one, asked) if early else _earlier(asked, one), one.text) for one in told]
    holds, text = max(answers)
    return holds, text, claim.key[asked.start :].strip("。")


def _end_of(text: str) -> int:
    """1 for what opens or sets out, 2 for what closes, 0 for anything else or both."""
    both = bool(_opens.search(text)), bool(_closes.search(text))
    return 0 if all(both) else both[0] + 2 * both[1]


def _end_told(sentence: Features, given: list[ClockTime], number: int) -> int:
    """Which end a time of the sentence is: by the word right beside it, or as one end of a range."""
    one, key = given[number], sentence.key
    stop = given[number + 1].start if number + 1 < len(given) else len(key)
    start = given[number - 1].end if number else 0
    between = key[one.end : stop]
    if number + 1 < len(given) and _range.fullmatch(between):
        return 1
    if number and _range.fullmatch(key[start : one.start]):
        return 2
    behind = _clause.split(between)[0]
    return _end_of(behind[:BESIDE]) or _end_of(_clause.split(key[start : one.start])[-1][-BESIDE:])


BESIDE = 6


def _earlier(one: ClockTime, other: ClockTime) -> bool:
    """Whether a time is not later than another; where the half of the day is not told, the nearer one is meant."""
    first, second = one.minute, other.minute
    if one.half_known != other.half_known:
        known, unknown = (first, second) if one.half_known else (second, first)
        nearer = min((unknown, unknown + HALF_DAY), key=lambda each: abs(each - known))
        first, second = (known, nearer) if one.half_known else (nearer, known)
    return first <= second
