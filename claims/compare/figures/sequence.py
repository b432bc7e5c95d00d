"""Claims that set two events against each other, and a sentence that dates both.

Outlived her husband, published after his death, older than the theatre, in the same decade, within a week of the
robbery. English only.
"""

import datetime
from itertools import permutations
from math import inf
from typing import NamedTuple

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.figures.asked import asked_of
from claims.compare.figures.events import BIRTH, DEATH, FOUNDING, Event, Side, events, fit, side_of
from claims.compare.figures.moments import Moment, moments
from claims.compare.figures.periods import period_of
from claims.compare.figures.reckoned import Answer, asks, kin
from claims.compare.needed import Cue
from claims.compare.tokens import Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_SMALL = r"(?:(?:only|just|shortly|soon|long|immediately|well|some|a|an|few|the|one|more|less|fewer|than|over|under"
_SMALL += r"|at|least|most|within|within|exactly|about|almost|nearly|not|no|day|week|month|year|decade|century"
_SMALL += r"|days|weeks|months|years|decades|centuries|\x01) )*"
_forms = tuple(
    re.compile(form)
    for form in (
        r"^(?P<one>.+?) (?:was |has |had )?(?P<outlived>outlived|survived|outlasted) (?P<other>.+)$",
        r"^(?P<one>.+?) (?:was |has |had )?(?P<predeceased>predeceased) (?P<other>.+)$",
        (
            r"^(?P<one>.+?) (?:is|was|were|are) (?:\x01 )?(?:much |slightly )?"
            r"(?:(?P<elder>older|elder)|(?P<younger>younger)) than (?P<other>.+)$"
        ),
        (
            r"^(?P<one>.+?) (?P<dates>(?P<earlier>(?:pre|ante)dated?s?)|(?P<later>postdated?s?))"
            r" (?P<other>.+)$"
        ),
        r"^(?P<one>.+?) (?P<dead>posthumous(?:ly)?)(?P<rest>.*)$",
        r"^(?P<other>.+?) (?:(?P<saw>lived to see)|(?:was|were) (?:still )?(?P<alive>alive|living) when) (?P<one>.+)$",
        r"^(?P<one>.+?) (?:during|in|within) (?:his|her|their|its \w+'s?|[\w ]+'s) (?P<life>lifetime|life)$",
        (
            rf"^(?P<one>.+?) {_SMALL}(?:(?P<earlier>before|prior to|earlier than)"
            r"|(?P<later>after|following|later than)) (?P<other>.+)$"
        ),
        rf"^(?P<one>.+?) (?:within {_SMALL}|(?:\x01 )+)of (?P<near>.+)$",
    )
)
_same = re.compile(
    r"\b(?P<differ>in different|in the same|the same) (?P<unit>day|week|month|year|decade|century|months|years|decades"
    r"|centuries)\b(?: (?:as|in which|that) (?P<other>.+))?"
    r"|(?<=\w )(?P<when>(?:in )?the (?P<of>year|month|decade) (?:that |in which |when )?"
    r"(?P<told>(?:it|he|she|they|its|his|her|their|the) .+))"
)
_apart = re.compile(r"\bapart$")
_cue = re.compile(
    r"\b(?:outliv|surviv|outlast|predecease|predat|antedat|postdat|posthumous|lived to see|alive|living|lifetime"
    r"|older|elder|younger|before|after|prior to|following|earlier|later|same|different|apart|within|during|life"
    r"|the year|the month|the decade)"
)


class _Asked(NamedTuple):
    """Two events of a claim and by how many days the first may follow the second."""

    one: Side
    other: Side
    low: float
    high: float
    unit: str = ""
    """A year, a decade that both lie in, where that is what the claim says."""
    differ: bool = False
    """That they do not lie in one."""
    given: Moment | None = None
    """The time of the first event, where the claim gives it."""
    either: bool = False
    """Whether it is the same the other way round."""
    years: int | None = None
    """So many years by the calendar lie between, where the claim says just that: negative for the earlier of two."""


@asks(_cue)
def sequence(claim: Features, sentence: Features) -> Answer | None:
    """The order of two events of a claim, or how far apart they are, against the two times that a sentence gives."""
    known = [] if period_of(claim) or _birthday.search(claim.text) else events(sentence)
    asked = _asked(claim) if known else None
    if asked is None:
        return None
    if not _lived(asked.other.deed) and asked.other.deed == asked.one.deed and not asked.either:
        deed = _named_deed(known, asked.other)
        if not (deed or _told_of(known, asked.other)):
            return None
        asked = asked._replace(other=asked.other._replace(deed=deed or asked.other.deed))
    if asked.given is not None:
        last = max(known, key=lambda each: fit(each, asked.other))
        if fit(last, asked.other) < LEAST:
            return None
        one, other = asked.given, last.moment
    elif (chosen := _pair(known, asked)) is not None:
        one, other = chosen[0].moment, chosen[1].moment
    else:
        return None
    holds = _in_one_unit(asked, one, other) if asked.unit else _apart_as(asked, one, other)
    return None if holds is None else Answer(holds, Facet.DATE, f"“{one.text}” against “{other.text}”")


_birthday = re.compile(r"\bturn(?:s|ed|ing)? (?:\d|[a-z]+ty\b)")
"""An age, not an event that a sentence dates: before he turned 30."""


def _lived(deed: frozenset[str]) -> bool:
    return deed in {BIRTH, DEATH, BIRTH | FOUNDING, FOUNDING}


def _named_deed(known: list[Event], side: Side) -> frozenset[str]:
    """The verbs of a sentence for the deed that the second event is named by: the robbery, was robbed."""
    return frozenset(
        verb
        for each in known
        for verb in each.verbs
        if any(alike(verb, stem) or kin(stem, {verb}) for stem in side.stems)
    )


def _told_of(known: list[Event], side: Side) -> bool:
    """Whether a sentence names whom the second event is said of: after his brother."""
    return not side.stems or any(kin(stem, set(event.around | event.who)) for event in known for stem in side.stems)


def _apart_as(asked: _Asked, one: Moment, other: Moment) -> bool | None:
    """Whether two times follow one another as asked; None where they leave it open."""
    least, most = float((one.first - other.last).days), float((one.last - other.first).days)
    if asked.years is not None:
        years = one.first.year - other.first.year
        far = abs(abs((one.middle - other.middle) / YEAR) - abs(asked.years))
        if years in ({asked.years, -asked.years} if asked.either else {asked.years}):
            return True
        return None if far < NEARLY and years * asked.years > 0 else False
    if asked.low <= least and most <= asked.high:
        return True
    if most < asked.low or least > asked.high:
        return False
    middle = one.middle - other.middle
    width = max((one.last - one.first).days, (other.last - other.first).days)
    far = min((abs(middle - end) for end in (asked.low, asked.high) if abs(end) < inf), default=0.0)
    return asked.low <= middle <= asked.high if far > width / 2 else None


YEAR, NEARLY = 365.25, 0.75
"""Days of a year; how many years an interval may be off that is told in whole years."""


def _in_one_unit(asked: _Asked, one: Moment, other: Moment) -> bool | None:
    keys = []
    for each in (one, other):
        first, last = (_unit(day, asked.unit) for day in (each.first, each.last))
        if first != last:
            return None
        keys.append(first)
    return (keys[0] == keys[1]) != asked.differ


def _unit(day: datetime.date, unit: str) -> tuple[int, ...]:
    if unit == "decade":
        return (day.year // 10,)
    if unit == "century":
        return ((day.year - 1) // 100,)
    return (day.year,) if unit == "year" else (day.year, day.month) if unit == "month" else day.isocalendar()[:2]


def _asked(claim: Features) -> _Asked | None:
    """The two events that a claim speaks of."""
    tokens = claim.tokens
    text = " ".join(tokens.words)
    starts = [0]
    for word in tokens.words:
        starts.append(starts[-1] + len(word) + 1)

    def places(found: "re.Match[str]", group: str) -> range:
        low, high = found.span(group)
        if low < 0:
            return range(0)
        inside = [i for i, start in enumerate(starts[:-1]) if low <= start < high]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    gap, given = _gap(claim), moments(claim)
    if same := _same.search(text):
        before = range(len([start for start in starts if start < same.start()]))
        return _in_one(tokens, same, before, places(same, "told" if same["told"] else "other"))
    if _apart.search(text) and gap:
        one = side_of(tokens, range(len(tokens.words)))
        return _Asked(one, one, *gap, either=True, years=_plain_years(claim))
    for form in _forms:
        if (found := form.match(text)) is None:
            continue
        said = {group: side for group, side in found.groupdict().items() if side}
        asked = _of_form(tokens, said, {group: places(found, group) for group in said}, gap)
        if asked is not None and gap is not None and (years := _plain_years(claim)):
            asked = asked._replace(years=years if asked.high > 0 else -years)
        if asked is None or not _AGES.isdisjoint(asked.other.stems):
            return None
        if "later" in said and not asked.other.stems:
            return None  # after 14 months
        if not claim.dates:
            return asked
        return asked._replace(given=given[0]) if len(given) == 1 and {"saw", "alive"} & said.keys() else None
    return None


def _in_one(tokens: Tokens, same: "re.Match[str]", before: range, behind: range) -> _Asked | None:
    """Two events in one year or month, or in different ones: in the same decade, the year it was published."""
    named = same["unit"] or same["of"]
    unit = {"centuries": "century"}.get(named, named.removesuffix("s"))
    if unit in {"day", "week"}:
        return None
    one = side_of(tokens, before)
    other = side_of(tokens, behind, deed=one.deed) if behind else one
    return _Asked(one, other, 0, 0, unit, differ="differ" in (same["differ"] or ""), either=True)


def _of_form(
    tokens: Tokens, said: dict[str, str], places: dict[str, range], gap: tuple[float, float] | None
) -> _Asked | None:
    one = side_of(tokens, places["one"])
    low, high = gap or (1, inf)
    if elder := {"elder", "younger"} & said.keys():
        one = one._replace(deed=BIRTH | FOUNDING)
        other = side_of(tokens, places["other"])._replace(deed=BIRTH | FOUNDING)
        return _Asked(one, other, -high, -low) if "elder" in elder else _Asked(one, other, low, high)
    if "dead" in said:
        rest = side_of(tokens, places["rest"]) if "rest" in places else Side(frozenset(), frozenset())
        return _Asked(Side(one.stems | rest.stems, one.deed or rest.deed), _dying, 1, inf)
    if "life" in said:
        return _Asked(one, _dying, -inf, -1)
    if {"saw", "alive"} & said.keys():
        return _Asked(one, side_of(tokens, places["other"])._replace(deed=DEATH), -inf, -1)
    if "near" in said:
        other = side_of(tokens, places["near"])
        return _Asked(one, other, *gap, either=True) if gap else None
    other = side_of(tokens, places["other"], deed=one.deed)
    if "outlived" in said or "predeceased" in said:
        one, other = one._replace(deed=DEATH), other._replace(deed=DEATH)
    elif "dates" in said:
        one, other = one._replace(deed=FOUNDING), other._replace(deed=FOUNDING)
    elif gap is None and not _UNITS.isdisjoint(tokens.words):
        return None
    earlier = not {"earlier", "predeceased"}.isdisjoint(said)
    return _Asked(one, other, -high, -max(low, 1)) if earlier else _Asked(one, other, max(low, 1), high)


_AGES = frozenset(map(words.stem, ["age", "birthday"]))
"""What is no event of its own: before the age of 18."""
_dying = Side(frozenset(), DEATH)
_UNITS = frozenset(f"{unit}{end}" for unit in ("day", "week", "month", "year", "decade") for end in ("", "s"))


_one = Cue(r"\b(?:the|a|an|one) (?P<unit>day|week|month|year) (?:after|before|later|earlier|following|apart)\b")
_ONE = {"day": (1.0, 1.0), "week": (6.0, 8.0), "month": (26.0, 35.0), "year": (330.0, 400.0)}


def _gap(claim: Features) -> tuple[float, float] | None:
    """How many days a claim says lie between: less than three years, within a week, the day after."""
    lengths = [one.interval for one in asked_of(claim) if one.interval.dimension == "time"]
    if not lengths and (said := _one.search(" ".join(claim.tokens.words))):
        return _ONE[said["unit"]]
    if len(lengths) != 1:
        return None
    one = lengths[0]
    if one.bound:
        return max(0.0, one.low), one.high
    slack = 0.12 * one.low if one.about else 0.06 * one.low
    return one.low - slack, one.high + slack


def _plain_years(claim: Features) -> int | None:
    """The whole years that a claim says lie between, as such: nine years after, the year after."""
    lengths = [one for one in asked_of(claim) if one.interval.dimension == "time"]
    if not lengths:
        said = _one.search(" ".join(claim.tokens.words))
        return 1 if said is not None and said["unit"] == "year" else None
    if len(lengths) != 1 or lengths[0].way != "plain" or lengths[0].unit != "years":
        return None
    years = lengths[0].interval.low / YEAR
    return round(years) if abs(years - round(years)) < EVEN else None


EVEN = 0.05


LEAST = 1.0
"""Least fit of an event to what the claim says of it."""


def _pair(known: list[Event], asked: _Asked) -> tuple[Event, Event] | None:
    """The two events that fit best; None where they would do as well the other way round."""
    both = asked.either
    if both and len(known) == 2:
        return (known[1], known[0]) if known[0].moment.middle <= known[1].moment.middle else (known[0], known[1])
    scored = [
        (fit(one, asked.one) + fit(other, asked.other), one, other)
        for one, other in permutations(known, 2)
        if not both or one.moment.middle >= other.moment.middle
    ]
    if not scored:
        return None
    best = max(scored, key=lambda each: each[0])
    _, one, other = best
    fits = fit(one, asked.one), fit(other, asked.other)
    if min(fits) < (LEAST if asked.one.deed and asked.other.deed else LEAST / 2) and not _left(known, asked, fits):
        return None
    if both and asked.one is asked.other:
        rivals = [each for each in scored if {each[1], each[2]} != {one, other} and each[0] >= best[0]]
        return None if rivals else (one, other)
    turned = fit(other, asked.one) + fit(one, asked.other)
    return (one, other) if best[0] > turned else None


def _left(known: list[Event], asked: _Asked, fits: tuple[float, float]) -> bool:
    """Whether one of the events is plain and nothing but a birth besides the other is left, so that it must be that."""
    if any(side.deed == BIRTH for side in (asked.one, asked.other)):
        return False
    return max(fits) >= PLAIN_FIT and min(fits) >= 0 and len([one for one in known if one.verbs != BIRTH]) == 2


PLAIN_FIT = 2.0


__all__ = ["sequence"]
