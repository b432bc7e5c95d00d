"""Short Chinese claims that set one thing against another, and a sentence that gives the figures of both.

A比B长, A的销量不如B, A没有B高, 女生多于男生, 七月比六月低: which figure is whose is told by the words beside it, or by
the time beside it.
"""

from typing import NamedTuple

from claims.compare.chinese.when_zh import days_of, time_of
from claims.compare.chinese.worked_parts import Amount, amounts_of, content_of, dated
from claims.compare.intervals import comparable
from claims.compare.tokens import DATE
from claims.compare.values import Features
from evidence.text import lazy_re as re
from evidence.text.fold import fold_key

_MORE = "多|高|长|大|重|快|贵|厚|宽|深|远|强|严重|优|老|热|好"
_LESS = "少|低|短|小|轻|慢|便宜|薄|窄|浅|近|弱|差|年轻|冷"
_THAN = "(?P<one>[^,;。:!?]{2,}?)"
_OTHER = "(?P<other>[^,;。:!?]{1,}?)"
_END = "[了些一点得出]*[,;。:!?]?$"
_forms = (
    re.compile(f"{_THAN}(?P<denied>并?不)?(?:比|较){_OTHER}[更还要]*(?:(?P<more>{_MORE})|(?P<less>{_LESS})){_END}"),
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
    if claim.quantities or not _cue.search(claim.key) or len(sentence.quantities) < TWO:
        return None
    asked = _asked(claim)
    amounts = [one for one in amounts_of(sentence) if one.interval.low == one.interval.high or not one.interval.about]
    if asked is None or not amounts:
        return None
    both = _by_time(claim, sentence, asked, amounts) or _by_words(asked, amounts)
    if both is None:
        return None
    one, other = (_value(each, said) for each, said in zip(both, (asked.one, asked.other), strict=True))
    if one is None or other is None or one == other:
        return None
    holds = ((one > other) == asked.more) != asked.denied
    return holds, f"{both[0].quantity.text} : {both[1].quantity.text}", asked.text


TWO = 2


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
