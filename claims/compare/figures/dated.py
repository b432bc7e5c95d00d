"""A deed and its time, a rise or a fall: what a short English claim says in a verb and the sentence in two figures."""

import datetime
from calendar import monthrange
from typing import NamedTuple

from claims.compare import words
from claims.compare.facets import beside, period
from claims.compare.figures.changes import levels, steps
from claims.compare.figures.labels import by_year
from claims.compare.figures.moments import Moment, calendar, deed, moments
from claims.compare.figures.reckoned import Amount, Answer, amounts, asks, topics
from claims.compare.tokens import DATE
from claims.compare.values import Features
from claims.model import DateSpan, Facet
from evidence.text import lazy_re as re

MONTH = 31
"""Days of the longest."""
_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip


def dated(claim: Features, sentence: Features) -> Answer | None:
    """Premiered in 1894 against first performed in 1898: one deed, told in other words, and its day or year."""
    if len(claim.dates) != 1 or claim.quantities or not _one_subject(claim, sentence):
        return None
    asked = claim.dates[0]
    if any(beside.sides_of(claim)) or any(beside.sides_of(sentence)):
        return _beside(claim, sentence)
    month = _month_of(claim.text.lower())
    times = calendar(sentence) if month else moments(sentence)
    deeds = [group for group in words.reckoning("deeds") if not group.isdisjoint(topics(claim))]
    told = set().union(*deeds)
    said = [one for one in times if not one.end and deed(sentence.tokens, one.place, told)]
    if month and not said:
        said = times  # the one time that there is
    if len(said) != 1:
        return None
    one = said[0]
    if month:
        return month.answered(one) if asked.first is None and (one.last - one.first).days <= MONTH else None
    return _against(asked, one, times)


def _beside(claim: Features, sentence: Features) -> Answer | None:
    """Whether the time of a deed lies on the side of a time that the claim tells: before the war broke out in 1939."""
    if any(beside.sides_of(sentence)):
        return None
    asked = claim.dates[0]
    low, high = period.span_of(asked, claim, shared_time=False)[0]
    told = set().union(*(group for group in words.reckoning("deeds") if not group.isdisjoint(topics(claim))))
    said = [one for one in moments(sentence) if not one.end and deed(sentence.tokens, one.place, told)]
    if len(said) != 1 or (low is None) == (high is None):
        return None
    first, last = said[0].first.isoformat(), said[0].last.isoformat()
    holds, fails = (last <= high, first > high) if high else (first >= (low or ""), last < (low or ""))
    reason = f"“{said[0].text}” against the side of “{asked.text}” that is told"
    return Answer(holds, Facet.DATE, reason) if holds or fails else None


class Month(NamedTuple):
    """A month without its year, or a part of it."""

    number: int
    first: int
    last: int
    """Its days, both inclusive."""
    text: str
    lead: str = ""
    """What bounds it: before, until at least."""

    def answered(self, one: Moment) -> Answer | None:
        """Whether a time lies in it; none where that is the whole month of which it is a part."""
        if self.lead:
            return self._bounded(one)
        if one.first.month != self.number or self.last - self.first >= MONTH - 1:
            return Answer(one.first.month == self.number, Facet.DATE, f"“{one.text}” against “{self.text}”")
        if one.first != one.last:
            return None
        holds = self.first <= one.first.day <= self.last
        return Answer(holds, Facet.DATE, f"“{one.text}” against “{self.text}”")

    def _bounded(self, one: Moment) -> Answer | None:
        """Whether a time lies on the side of it that is asked: until at least the middle of April."""
        begin, end = (self.number, self.first), (self.number, self.last)
        first, last = ((day.month, day.day) for day in (one.first, one.last))
        sides = {
            "before": (last < begin, first >= begin), "after": (first > end, last <= end),
            "from": (first >= begin, last < begin), "by": (last <= end, first > end),
        }  # fmt: skip
        holds, fails = sides[_SIDES[self.lead]]
        return Answer(holds, Facet.DATE, f"“{one.text}” against “{self.lead} {self.text}”") if holds or fails else None


_PARTS = {
    "early": (1, 12), "start": (1, 10), "beginning": (1, 10), "first": (1, 15), "mid": (8, 23), "middle": (8, 23),
    "second": (15, 31), "late": (17, 31), "end": (20, 31), "first day": (1, 1), "last day": (28, 31),
    "final day": (28, 31),
}  # fmt: skip
"""The days that a part of a month may take in: early May is over by the twelfth."""
_NAMES = "|".join(name for name in _MONTHS if name != "may")
_of_month = re.compile(
    rf"\b(?:(?:the )?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?:-| half of | of | ))?"
    rf"(?P<month>{_NAMES}|(?:(?<=\bin )|(?<=\bof )|(?<=early )|(?<=mid-)|(?<=late )|(?<=during ))may)\b(?!,? \d)"
)
_day_before = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $")


FEBRUARY = 28
"""Days of the shortest month: from here on the last day of one may be."""
_COMMON_YEAR = 2001


def _month_of(text: str) -> Month | None:
    """The month that a claim in small letters names without a day or a year."""
    found = _of_month.search(text)
    if found is None or _day_before.search(text[: found.start()]) or _of_month.search(text, found.end()):
        return None
    first, last = _PARTS[found["part"]] if found["part"] else (1, MONTH)
    if first == FEBRUARY:
        first = last = monthrange(_COMMON_YEAR, _MONTHS[found["month"]])[1]  # the last day
    lead = _bounding.search(text[: found.start()])
    return Month(_MONTHS[found["month"]], first, last, found[0], lead[1] if lead else "")


_SIDES = {
    "before": "before", "prior to": "before", "earlier than": "before", "after": "after", "later than": "after",
    "until at least": "from", "at least until": "from", "not before": "from", "no earlier than": "from",
    "beyond": "after", "past": "after", "until after": "after", "by": "by", "no later than": "by", "not after": "by",
}  # fmt: skip
_bounding = re.compile(rf"\b({'|'.join(sorted(_SIDES, key=len, reverse=True))}) $")


def _against(asked: DateSpan, one: Moment, times: list[Moment]) -> Answer | None:
    """The time that a claim gives for a deed against the sentence's; none where that names it for something else."""
    if not asked.first or not asked.last or _stretch(asked.first, asked.last):
        return None
    low, high = datetime.date.fromisoformat(asked.first), datetime.date.fromisoformat(asked.last)
    if one.first <= high and low <= one.last:
        return Answer(True, Facet.DATE, f"“{one.text}” bears out “{asked.text}”")
    if any(other.first <= high and low <= other.last for other in times):
        return None
    return Answer(False, Facet.DATE, f"“{one.text}” and “{asked.text}” are different times")


def _stretch(first: str, last: str) -> bool:
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days > 366


def _one_subject(claim: Features, sentence: Features) -> bool:
    """Whether every name of the claim stands in the sentence: its subject, at least by its last word."""
    names = [name for name in claim.names if name]
    return all(any(word in sentence.key for word in name.split()[-1:]) for name in names)


# --- up or down ----------------------------------------------------------------------------------------------------

_FORMERLY = (
    r"(?:it (?:once |originally |first )?(?:used|did|had|was)|before|in the past|previously|originally|when"
    r"|(?:that|those) (?:of|in) the (?:previous|preceding|last)|in the (?:previous|preceding|last)"
    r"|the (?:previous|year)|a year|(?:\w+ )?years)"
)
_UP = (
    r"rose|risen|grew|grown|increased|went up|gained|climbed|jumped|surged|doubled|improved|expanded|was higher"
    r"|were higher"
    rf"|rises|grows|(?:more|larger|bigger|higher|longer|greater)\b[\w ]* than {_FORMERLY}"
)
_DOWN = (
    r"fell|fallen|dropped|declined|decreased|shrank|shrunk|went down|lost|slid|slipped|plunged|shed|was lower"
    r"|were lower"
    rf"|falls|(?:fewer|smaller|less|lower|shorter)\b[\w ]* than {_FORMERLY}"
)
_moved = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_other_way = re.compile(r"\b(?:not|never|hardly|n't)\b|n't\b|\bby\b|\bfrom\b")


_BEFORE = r"(?:in |of )?(?:the )?(?:previous|preceding|last|prior) (?:\w+)|the \w+ before|a year (?:earlier|before|ago)"
_than_before = re.compile(
    rf"\b(?:(?P<up>more|higher|up)|(?P<down>less|fewer|lower|down)) (?:than|on|from) (?:{_BEFORE})\b"
)


@asks(_moved)
def trend(claim: Features, sentence: Features) -> Answer | None:
    """Lost population, profits rose: against the figures of two years, where the claim has none of its own."""
    found = None if claim.quantities else _moved.search(claim.text.lower())
    if found is None or _other_way.search(claim.text.lower()):
        return None
    told = list(_than_before.finditer(sentence.text.lower()))
    if len(told) == 1 and len(sentence.quantities) <= 2:
        return Answer(bool(told[0]["up"]) == bool(found["up"]), Facet.QUANTITY, f"“{told[0][0]}”")
    if len(sentence.quantities) < 2:
        return None
    pair = steps(claim, sentence)
    if pair is None:
        return None
    old, new = pair
    if not _of_old(sentence, old, new):
        return None  # 19 percent of the young, against 8 of all
    before, after = levels(old, new)
    if before == after:
        return None
    holds = (after > before) == bool(found["up"])
    return Answer(holds, Facet.QUANTITY, f"from {old.quantity.text} to {new.quantity.text}")


_THEN = frozenset(
    ["earlier", "before", "previous", "previously", "ago", "year", "years", "decade", "formerly", "from", "opened",
     "last",
     "originally", "initially", "once", "when"]
)  # fmt: skip


def _of_old(sentence: Features, old: Amount, new: Amount) -> bool:
    """Whether a figure is given as that of an earlier time."""
    tokens = sentence.tokens
    years = {one.place: year for year, one in by_year(sentence)}
    if "" < years.get(old.place, "") < years.get(new.place, ""):
        return True
    near = range(max(0, old.place - 6), min(len(tokens.words), old.place + 7))
    figures = [one.place for one in amounts(sentence)]
    for i in near:
        if tokens.words[i] in _THEN:
            return True
        if tokens.stems[i] == DATE and min(figures, key=lambda place: (abs(place - i), place)) == old.place:
            return True
    if not _SINCE.isdisjoint(tokens.words[max(old.place, new.place - 2 * DATED) : new.place]):
        return True
    return any(one.interval.dimension == "time" and 0 < one.place - old.place < DATED for one in amounts(sentence))


_SINCE = frozenset(["later", "now", "today", "reached", "afterwards", "currently", "eventually"])
DATED = 5
"""Tokens between a figure and the time that it is given for."""


__all__ = ["dated", "trend"]
