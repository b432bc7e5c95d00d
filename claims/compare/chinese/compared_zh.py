"""Short Chinese claims that set one thing against another, and a sentence that gives the figures of both.

A比B长, A的销量不如B, A没有B高, 女生多于男生, 七月比六月低: which figure is whose is told by the words beside it, or by
the time beside it.
"""

from math import inf
from typing import NamedTuple

from claims.compare.chinese.when_zh import days_of, time_of
from claims.compare.chinese.worked_parts import Amount, content_of, dated, predicate, with_rest, worked_value
from claims.compare.intervals import comparable, interval, meets
from claims.compare.tokens import DATE, QUANTITY
from claims.compare.values import Features
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_MORE = "多|高|长|大|重|快|贵|厚|宽|深|远|强|严重|优|老|热|好"
_LESS = "少|低|短|小|轻|慢|便宜|薄|窄|浅|近|弱|差|年轻|冷"
_THAN = "(?P<one>[^,;。:!?]{2,}?)"
_OTHER = "(?P<other>[^,;。:!?]{1,}?)"
_CMP = "比(?![赛例率分重价数])|较"
_END = "(?:得多|很多|许多|不少|[了些一点得出])*[,;。:!?]?$"
_forms = (
    re.compile(f"{_THAN}(?P<denied>并?不)?(?:{_CMP}){_OTHER}[更还要]*(?:(?P<more>{_MORE})|(?P<less>{_LESS})){_END}"),
    re.compile(
        f"{_THAN}(?P<denied>不如|不及|没有|没|比不上){_OTHER}(?:那[么样]|这[么样]|来得)?(?:(?P<more>{_MORE})|(?P<less>{_LESS})){_END}"
    ),
    re.compile(
        f"{_THAN}(?:(?P<denied>没有?|并?未|并?不)(?=超|高|多|大|长))?"
        "(?:(?P<more>(?:超|高|多|大|长|重|快|胜)过|(?:高|多|大|长|重|快|优)于|超出|领先于?)|(?P<less>不如|不及|(?:低|少|小|短|轻|慢)于|少过|低过|比不上|赶不上|落后于|不敌))了?"
        f"{_OTHER}[,;。:!?]?$"
    ),
)
_cue = re.compile("比|较|不如|不及|没|[过于]|超出|领先|赶不上|不敌")


class _Asked(NamedTuple):
    """Two things that a claim compares."""

    one: str
    other: str
    more: bool
    denied: bool
    text: str


def compared(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether one thing is more than another, by the figures that the sentence gives of them."""
    if claim.quantities or not _cue.search(claim.key) or len(with_rest(sentence)) < TWO:
        return None
    asked = _asked(claim)
    amounts = [one for one in with_rest(sentence) if one.interval.low == one.interval.high or not one.interval.about]
    if asked is None or not amounts:
        return None
    both = _by_time(claim, sentence, asked, amounts) or _by_words(_without_topic(asked, claim, sentence), amounts)
    if both is None:
        return None
    one, other = (_value(each, said) for each, said in zip(both, (asked.one, asked.other), strict=True))
    if one is None or other is None or one == other:
        return None
    holds = ((one > other) == asked.more) != asked.denied
    return holds, f"{both[0].quantity.text} : {both[1].quantity.text}", asked.text


TWO = 2
_MORE_THAN, _LESS_THAN = "超过|超出|高于|多于|大于|逾|不止", "不到|不足|不及|没到|低于|少于|未达|未到"
_over, _under = re.compile(f"{_MORE_THAN}|至少|最少|起码|少说"), re.compile(f"{_LESS_THAN}|至多|最多|顶多|充其量")
_multiple = re.compile(
    f"(?P<one>[^,;。:!?\x01]{{2,}}?)的?(?:{_MORE_THAN}|{_LESS_THAN}|(?:是|为|等于|相当于|约为?|达到?|有|占))"
    f"(?P<other>[^,;。:!?\x01]{{2,}}?)的{QUANTITY}(?:以上|多)?[,;。:!?]?$"
)
_by_so_much = re.compile(
    f"(?P<one>[^,;。:!?\x01]{{2,}}?)(?:{_CMP}|超出|高出|高于|多于)(?P<other>[^,;。:!?\x01]{{2,}}?)"
    f"(?:[多高贵长重大快]|[增上成][加升涨长]|提[高升]|(?P<less>[少低短轻小慢]|便宜|[减下][少降跌滑]|缩[小短减水]|降低|衰退))?[了出]?(?:约|近|将近)?{QUANTITY}[,;。:!?]?$"
)


def multiplied(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether one thing is so many times, or such a share, of another, or more or less by it: 不到女教师的一半."""
    if len(claim.quantities) != 1 or claim.quantities[0].unit not in {"times", "%"}:
        return None
    amounts = [one for one in with_rest(sentence) if one.interval.low == one.interval.high > 0]
    key = dated(claim)
    by = _by_so_much.match(key)
    match = by or _multiple.match(key)
    if match is None or len(amounts) < TWO:
        return None
    asked = _Asked(match["one"], match["other"], more=True, denied=False, text=claim.quantities[0].text)
    both = _by_words(_without_topic(asked, claim, sentence), amounts)
    if both is None or both[0].interval.dimension != both[1].interval.dimension:
        return None
    value = both[0].interval.low / both[1].interval.low
    if by:
        value = 1 - value if by["less"] else value - 1
    value *= 100 if claim.quantities[0].unit == "%" else 1
    wanted = interval(claim.quantities[0])
    if not wanted.bound:
        under, over = _under.search(match[0]), _over.search(match[0])
        if (under or over) and not (by and over):
            wanted = wanted._replace(low=-inf if under else wanted.low, high=wanted.high if under else inf, bound=True)
        else:
            wanted = wanted._replace(about=True)
    said = f"{both[0].quantity.text} : {both[1].quantity.text}"
    return meets(wanted, worked_value(wanted, value)), said, asked.text


def _without_topic(asked: _Asked, claim: Features, sentence: Features) -> _Asked:
    """What is compared without what both statements begin with: 该校男教师, of 该校有教师150人, 其中男教师66人."""
    topic = claim.key[: len(claim.key) - len(predicate(claim, sentence))]
    rest = asked.one.removeprefix(topic)
    return asked._replace(one=rest) if content_of(rest) else asked


def _asked(claim: Features) -> _Asked | None:
    key = dated(claim)
    for form in _forms:
        if match := form.match(key):
            denied = bool(match["denied"])
            text = match[0][match.end("one") :].strip(",;。:!?")
            return _Asked(match["one"], match["other"], bool(match["more"]), denied, text)
    return None


def _value(one: Amount, said: str) -> float | None:
    """A figure's value; of one with two ends the end that is meant."""
    low, high = one.interval.low, one.interval.high
    if low == high:
        return low
    return low if "最低" in said else high if "最高" in said else None


def _by_words(asked: _Asked, amounts: list[Amount]) -> tuple[Amount, Amount] | None:
    """The figures of both by the words beside them; what is not the other's is the one's, where there are but two."""
    others = content_of(asked.other) - content_of(asked.one) or content_of(asked.other)
    fits = [(_covers(others, one), one) for one in amounts]
    best = max(fits, key=lambda each: each[0])
    if best[0] < HALF or sum(each[0] == best[0] for each in fits) > 1:
        return None
    other = best[1]
    alike = [one for one in amounts if one is not other and comparable(one.interval, other.interval)]
    alike = [one for one in alike if one.interval.dimension == other.interval.dimension] or alike
    if len(alike) > 1:
        own = content_of(asked.one) - content_of(asked.other)
        scored = sorted(((_covers(own, one), one.place, one) for one in alike), reverse=True)
        alike = [scored[0][2]] if scored[0][0] >= OWN and scored[0][0] > scored[1][0] else []
    return (alike[0], other) if alike else None


HALF, OWN = 0.5, 0.3
"""So much of what tells the one thing from the other must stand beside its figure."""
_list = re.compile("[、;\x01]")


def _covers(content: set[str], one: Amount) -> float:
    beside = _list.split(one.lead)[-1] + _list.split(one.after)[0]
    return len(content & content_of(beside)) / max(1, len(content))


def _by_time(claim: Features, sentence: Features, asked: _Asked, amounts: list[Amount]) -> tuple[Amount, Amount] | None:
    """The figures of both times, where a claim sets a thing at one time against the same at another."""
    days = {fold_key(one.text): days_of(one, claim) for one in claim.dates}
    mine = [day for text, day in days.items() if text in asked.one]
    theirs = [day for text, day in days.items() if text in asked.other]
    if len(mine) != 1 or len(theirs) != 1 or None in (mine[0], theirs[0]) or mine == theirs:
        return None
    measure = content_of(asked.one.replace(DATE, ""))
    told: dict[tuple[str | None, str | None], list[Amount]] = {}
    for one in amounts:
        if (at := time_of(sentence, one)) is not None:
            told.setdefault(at, []).append(one)
    firsts, seconds = (told.get(each[0] or (None, None), []) for each in (mine, theirs))
    pairs = [
        (_covers(measure, one) + _covers(measure, other), -one.place, one, other)
        for one in firsts
        for other in seconds
        if one.interval.dimension == other.interval.dimension
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda each: each[:2])
    return best[2], best[3]
