"""How long something lasted or how old it is, where an English sentence gives only when it began and ended."""

from math import inf, isfinite
from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.moments import Moment, calendar, moments
from claims.compare.figures.reckoned import Amount, Answer, affinity, amounts, asks, topics
from claims.compare.needed import Cue
from claims.compare.tokens import DATE, Tokens
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_UNIT = "|".join(_DAYS)
ONE_UNIT = Cue(
    rf"\b(?:for|only|just|lasted|last|took|spent|all of|in|exactly)\s+(?:only |just |about |exactly )?"
    rf"(?:an?|one|a single)\s+(?P<unit>{_UNIT})\b(?! (?:or|and a|old|of))"
)
"""A length that is one of its unit: for a week, in a single day."""
_record_since = Cue(r"\b(?:worst|best|first|\w{3,}est|most \w+)(?: \w+)? since\b")
_not_yet = re.compile(r"\b(?:not yet|still (?:no|not)|had (?:not|never)|yet to|without)\b")
"""What had not come after ten years may have come after twenty."""
_plural = re.compile(rf"\b(?P<unit>{_UNIT})s?\b")
BEGUN, ENDED = words.reckoned_words("begun"), words.reckoned_words("ended")
LEAST = 0.9
"""Least fit of a stretch to the claim."""
AFTER = 0.12
"""How far an about may lie off."""


class Asked(NamedTuple):
    """How long a claim says: in days, both ends inclusive."""

    low: float
    high: float
    text: str
    stated: bool = True
    """Given as a figure that other rules read too, not as `a week`."""


class Stretch(NamedTuple):
    """From one time of a sentence to another: the likeliest length in days and how far it may lie off."""

    fit: float
    length: float
    slack: float
    text: str


def spell(claim: Features, sentence: Features) -> Answer | None:
    """How long, against two times of the sentence, or against the one length that it gives as `a week`."""
    asked = _asked(claim)
    if asked is None or max((end for end in (asked.low, asked.high) if isfinite(end)), default=1.0) < 1:
        return None  # two hours are not told by two days
    found = _stretches(claim, sentence)
    if not asked.stated:
        found += _outright(claim, sentence)
    if not found:
        return None
    best = max(found)
    if _not_yet.search(claim.text.lower()):
        asked = asked._replace(high=inf)
    if best.fit < LEAST or (asked.stated and _said_outright(claim, sentence) > best.fit):
        return None
    holds = _within(asked, best)
    return Answer(holds, Facet.QUANTITY, f"“{best.text}” {'bears out' if holds else 'is not'} “{asked.text}”")


def _asked(claim: Features) -> Asked | None:
    text = claim.text.lower()
    lengths = [one for one in amounts(claim) if one.interval.dimension == "time" and not _an_age(one)]
    if len(lengths) == 1:
        return _demanded(lengths[0])
    if not lengths and (found := ONE_UNIT.search(text)):
        days = _DAYS[found["unit"]]
        return Asked(0.6 * days, 1.6 * days, found[0], stated=False)
    return None


def _an_age(one: Amount) -> bool:
    return bool(re.search(r"\bold\b|\bage|\baged\b", one.quantity.text.lower()))


def _demanded(one: Amount) -> Asked:
    low, high, text = one.interval.low, one.interval.high, one.quantity.text
    if one.interval.bound:
        return Asked(low, high, text)
    unit = _plural.search(text.lower())
    step = _DAYS[unit["unit"]] if unit else 1.0
    if one.interval.about:
        return Asked((1 - AFTER) * low, (1 + AFTER) * high, text)
    # From 3 to 7 June is four days, or five with both ends.
    wide = step if round(low / step) % 10 == 0 and step > 1 else 0.75 * step
    return Asked(low - wide, high + (1.1 * step if step <= 1 else wide), text)


def _within(asked: Asked, given: Stretch) -> bool:
    """Whether a stretch is as long as the claim says; where the times leave it open, the likeliest length decides."""
    least, most = given.length - given.slack, given.length + given.slack
    if asked.low <= least and most <= asked.high:
        return True
    if most < asked.low or least > asked.high:
        return False
    return asked.low - 1 <= given.length <= asked.high + 1


def _stretches(claim: Features, sentence: Features) -> list[Stretch]:
    times, tokens = calendar(sentence), sentence.tokens
    about = topics(claim).union(claim.tokens.named)
    found = []
    alone = len(times) == 2
    until = [one for one in times if _until(one)]
    going_on = not _record_since.search(sentence.text.lower())
    state = next((begins for asked, begins in _STATES if asked.search(claim.text.lower())), None)
    entered = [one for one in times if state and _begins_state(tokens, one, state)]
    ends = [one for one in times if entered and (one.end == "end" or _tells(tokens, one, ENDED))]
    for k, start in enumerate(times):
        for end in times[k + 1 :]:
            one, other = (start, end) if start.middle <= end.middle else (end, start)
            ranged = one.place == other.place
            if not ranged and until and other.place < until[0].place and not cued(tokens, other, ENDED):
                continue  # hired in 1994, chief from March 2011 until January 2013
            if (
                not ranged
                and not entered
                and (one.end or other.end or (going_on and one.text.lower().startswith("since")))
            ):
                continue  # what began then may go on beyond every time that is named
            if entered and (one is not entered[0] or (ends and other not in ends)):
                continue  # widowed in 1896, whatever was before
            length = other.middle - one.middle
            if length <= 0:
                continue
            slack = (one.last - one.first).days / 2 + (other.last - other.first).days / 2
            near = affinity(tokens, other.place, about)
            if not ranged and _until(other) and one is start:
                if times[k + 1] is not end:
                    continue
                near = max(near, affinity(tokens, one.place, about))  # chief from March 2011 until January 2013
            elif alone:
                near = max(near, affinity(tokens, one.place, about))  # went to prison in 2006, released in 2009
            fit = 0.5 + 0.4 * alone + 0.5 * min(1.5, near) + bool(entered)
            if not ranged:
                begins = _enters(tokens, other)  # launched in 1921, entered service in April 1922
                fit += 0.3 * cued(tokens, one, BEGUN) + 0.4 * cued(tokens, other, ENDED) - 0.5 - 0.6 * begins
            found.append(Stretch(fit, length, slack, f"{one.text} … {other.text}"))
    if not found and (said := ONE_UNIT.search(sentence.text.lower())):
        days = _DAYS[said["unit"]]
        found.append(Stretch(LEAST, days, 0.0, said[0]))
    return found


_STATES = tuple(
    (re.compile(asked), frozenset(map(words.stem, begins)))
    for asked, begins in (
        (r"\bwidow(?:er)?\b|\bwidowed for\b", ["widowed", "widow", "widower"]),
        (r"\bin service\b|\bin use\b|\bin operation\b", ["service", "operation", "use", "commissioned"]),
        (r"\b(?:in prison|in jail|behind bars|imprisoned)\b", ["imprisoned", "jailed", "prison", "arrested"]),
        (r"\bretired for\b|\bretirement\b", ["retired", "retirement"]),
    )
)
"""States that last, and the words that tell when one begins."""
STATE = 4
"""Tokens before a time in which it may be told that a state begins then."""


def _begins_state(tokens: Tokens, one: Moment, begins: frozenset[str]) -> bool:
    """Whether somebody or something enters a state at a time: was widowed in 1896, entered service that August."""
    return not one.end and _tells(tokens, one, begins)


def _tells(tokens: Tokens, one: Moment, cues: frozenset[str]) -> bool:
    """Whether some words stand right before a time."""
    return any(tokens.stems[i] in cues and tokens.number[i] < 0 for i in range(max(0, one.place - STATE), one.place))


def _until(one: Moment) -> bool:
    return one.text.lower().startswith(("until", "till"))


def cued(tokens: Tokens, one: Moment, cues: frozenset[str]) -> bool:
    """Whether a word of the same clause, or close by, tells that something begins or ends then."""
    if cues is ENDED and _until(one):
        return True
    near = range(max(0, one.place - 8), min(len(tokens.stems), one.place + 3))
    between = [i for i in near if tokens.clause[i] == tokens.clause[one.place] or abs(i - one.place) <= 2]
    return any(tokens.stems[i] in cues and not _past_another(tokens, i, one.place) for i in between)


def _enters(tokens: Tokens, one: Moment) -> bool:
    """Whether a time is that at which a service, an office, a use begins."""
    return "enter" in tokens.stems[max(0, one.place - 4) : one.place] and not _OFFICE.isdisjoint(
        tokens.stems[max(0, one.place - 3) : one.place]
    )


_OFFICE = frozenset(map(words.stem, ["service", "office", "production", "operation", "use", "force"]))


def _past_another(tokens: Tokens, i: int, place: int) -> bool:
    return any(tokens.stems[k] == DATE for k in range(min(i, place) + 1, max(i, place)))


def _said_outright(claim: Features, sentence: Features) -> float:
    """How well a length that the sentence states fits the claim."""
    return max((0.1 + one.fit for one in _outright(claim, sentence)), default=0.0)


def _outright(claim: Features, sentence: Features) -> list[Stretch]:
    """The lengths that the sentence states."""
    about = topics(claim)
    lengths = [one for one in amounts(sentence) if one.interval.dimension == "time" and not _an_age(one)]
    return [
        Stretch(
            0.5 + 0.4 * (len(lengths) == 1) + affinity(sentence.tokens, one.place, about),
            one.value, 0.0, one.quantity.text,
        )
        for one in lengths
    ]  # fmt: skip


# --- how long it has stood -----------------------------------------------------------------------------------------

_stood = re.compile(
    r"\b(?:(?:is|are) (?:now )?(?:well |a little |slightly )?(?:over|more than|less than|under|at least|nearly"
    r"|almost)"
    r"[\w ]+ (?:years?|centur\w+|decades?) old|(?:ha[sv]e?|dates back) (?:\w+ )*?(?:for )?(?:over|more than"
    r"|at least|less than|nearly))\b"
)
NOW = (2015, 2030)
"""The years in which such claims are made and read."""


@asks(_stood)
def standing(claim: Features, sentence: Features) -> Answer | None:
    """More than 300 years old, against the year in which it was founded; only where no present year leaves it open."""
    if not _stood.search(claim.text.lower()):
        return None
    lengths = [one for one in amounts(claim) if one.interval.dimension == "time" and one.interval.bound]
    if len(lengths) != 1:
        return None
    tokens = sentence.tokens
    begun = [one for one in moments(sentence) if one.end != "end" and cued(tokens, one, _FOUNDED)]
    if not begun:
        return None
    start = begun[0].first.year
    low, high = ((year - start) * 365.25 for year in NOW)
    asked = lengths[0].interval
    ends = [end for end in (asked.low, asked.high) if isfinite(end) and abs(end) != inf]
    if any(low <= end <= high for end in ends):
        return None
    holds = asked.low <= low and high <= asked.high
    reason = (
        f"it goes back to “{begun[0].text}”, which {'bears out' if holds else 'is not'} “{lengths[0].quantity.text}”"
    )
    return Answer(holds, Facet.QUANTITY, reason)


_FOUNDED = words.reckoned_words("founded")

__all__ = ["spell", "standing"]
