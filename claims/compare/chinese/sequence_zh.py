"""Chinese claims that set two events one before the other, or in one year, and a sentence that dates both.

先出版了小说后来才推出散文集, 直到作者去世后才出版, 在婚后才考上博士, 成立同一年就签约.
"""

from typing import NamedTuple

from claims.compare.chinese.once_zh import events_in, life
from claims.compare.chinese.when_zh import beside
from claims.compare.chinese.worked_parts import content_of, dated
from claims.compare.facets.period import Days, span_of
from claims.compare.tokens import DATE
from claims.compare.values import Features, written
from claims.features.numbers_zh import parse
from evidence.text import lazy_re as re

_SAME = "的?(?P<same>同一年|同年|当年|那年|次年|第二年|翌年)"
_SIDE = "[之以]?(?P<side>[前后])(?!来|期|续|面|方|部|半)"
_LATE = "婚|[死身生]|去世|逝世|过世|病逝|离婚|毕业|退休|退役|出狱|移居[^,;。]{2,4}"
_YEARS = "(?P<years>\\d{1,2}|[一二两三四五六七八九十]{1,3})年[之以]?后"
_ONE, _OTHER = "(?P<one>[^,;。]{2,})", "(?P<other>[^,;。]{2,}?)"
_forms = tuple(
    re.compile(form)
    for form in (
        f"(?:^|[^,;。])先(?!后|生|进|前){_ONE}?,?(?:然后|而后|后来|随后|之后|再|才)+(?P<other>[^,;。]{{2,}})",
        f"(?:在|到|于|等|待|早)(?P<other>[^,;。在到于等]{{1,14}}?)(?:{_SIDE}|{_SAME}),?{_ONE}",
        f"[^,;。]{{2,}}?(?P<other>{_LATE}){_SIDE},?{_ONE}",
        f"^{_OTHER}{_SAME},?{_ONE}",
        f"^{_OTHER}{_YEARS},?(?:就|便|才|即|又)?{_ONE}",
        f"{_ONE}?的?(?:时间)?(?:比|较){_OTHER}(?:[更还要]|还要)?(?P<than>[早晚迟]|久远|悠久|古老)[,;。]?$",
        f"{_ONE}?的?(?:时间)?(?P<than>[早先晚迟])于{_OTHER}[,;。]?$",
    )
)
_cue = re.compile("久远|悠久|古老|先|年[之以]?后|[前后]|同一?年|当年|那年|次年|第二年|翌年|[早晚迟]")
_AS_EVENT = {"婚": "结婚", "死": "去世", "身": "去世", "生": "去世"}
"""What a single character before 前 or 后 is short for: 婚后, 身后, 生前."""
_LATER = {"同一年": 0, "同年": 0, "当年": 0, "那年": 0, "次年": 1, "第二年": 1, "翌年": 1}


class _Asked(NamedTuple):
    """Two events of a claim and how they lie to one another."""

    one: str
    other: str
    after: bool
    years: int | None
    """So many years by the calendar lie between them; None where only their order is told."""
    text: str


class _Event(NamedTuple):
    """A time of the sentence with what is told of it."""

    days: Days
    text: str
    said: str


def sequence(claim: Features, sentence: Features) -> tuple[bool, str, str] | None:
    """Whether two events lie as the claim says, by the two times that the sentence gives of them."""
    if claim.quantities or not sentence.dates or not _cue.search(written(claim)):
        return None
    asked = _asked(claim)
    known = _events(sentence) if asked else []
    if asked is None or len(known) < TWO:
        return None
    pairs = sorted(
        (
            (_fit(asked.one, one) + _fit(asked.other, other), one, other)
            for one in known
            for other in known
            if one is not other
        ),
        key=lambda each: -each[0],
    )
    fit, one, other = pairs[0]
    if min(_fit(asked.one, one), _fit(asked.other, other)) < LEAST:
        return None
    if any(fit - each[0] < CLEAR and (each[1].days, each[2].days) != (one.days, other.days) for each in pairs[1:]):
        return None
    holds = _lie(asked, one.days, other.days)
    return None if holds is None else (holds, f"{one.text} : {other.text}", asked.text)


TWO = 2
LEAST, CLEAR = 0.34, 0.15


def _asked(claim: Features) -> _Asked | None:
    key = dated(claim)
    if DATE in claim.key and not any(word in key for word in (*_LATER, "年后", "年之后", "年以后")):
        return None
    for number, form in enumerate(_forms):
        if (match := form.search(key)) is None:
            continue
        groups = match.groupdict()
        one, other = groups["one"] or "", groups["other"] or ""
        other = _AS_EVENT.get(other, other)
        same = groups.get("same")
        years = _LATER[same] if same else int(parse(groups["years"]) or 0) if groups.get("years") else None
        after = bool(number) and (groups.get("side") == "后" or groups.get("than") in {"晚", "迟"})
        return _Asked(one, other, after, years, match[0].strip(",;。"))
    return None


def _events(sentence: Features) -> list[_Event]:
    """The times of a sentence with what stands beside each; a life in brackets is a birth and a death."""
    places = [at for at, char in enumerate(sentence.key) if char == DATE]
    found = []
    for number, (one, at) in enumerate(zip(sentence.dates, places, strict=False)):
        days, assumed = span_of(one, sentence, shared_time=False)
        if days == (None, None) or assumed:
            continue
        said = beside(sentence.key, at, places[number - 1] if number else -1, places[number + 1 : number + 2])
        found.append(_Event(days, one.text, said))
    lived = (_Event(days, text, _LIVED[kind]) for (kind, *_), (days, text) in life(sentence).items())
    return [*found, *lived]


_LIVED = {"birth": "出生", "death": "去世"}


def _fit(told: str, event: _Event) -> float:
    """How much of what a claim tells of an event stands beside a time; a third is enough."""
    content = content_of(told)
    cover = min(1.0, 2 * len(content & content_of(event.said)) / max(2, len(content)))
    kinds = events_in(told)
    here = events_in(event.said)
    if kinds and here and kinds.isdisjoint(here):
        return 0.0
    return cover + KIND * bool(kinds & here)


KIND = 0.5


def _lie(asked: _Asked, one: Days, other: Days) -> bool | None:
    """Whether two times lie as a claim says; None where they leave it open."""
    if asked.years is not None:
        years = [int(day[:4]) for day in (one[0] or one[1], other[0] or other[1]) if day]
        if len(years) < TWO:
            return None
        off = abs(years[0] - years[1] - asked.years)
        return None if asked.years > 1 and off == 1 else off == 0  # three years later may be four by the calendar
    if (one[0] or "") > (other[1] or "9999"):
        return asked.after
    if (other[0] or "") > (one[1] or "9999"):
        return not asked.after
    return None
