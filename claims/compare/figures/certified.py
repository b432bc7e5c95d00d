"""What recordings are certified for: gold, platinum, three times platinum by the RIAA, diamond in France.

Steps as the national industries award them for units sold: silver, gold, platinum, so many times platinum, diamond.
"""

from functools import cache
from typing import NamedTuple

from claims.compare import words
from claims.compare.figures.reckoned import Answer, amounts, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_TIMES = {"double": 2, "two": 2, "triple": 3, "three": 3, "quadruple": 4, "four": 4, "quintuple": 5, "five": 5,
          "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_STEPS = {"silver": 0.25, "gold": 0.5, "platinum": 1.0, "diamond": 10.0}
_BODIES = {"riaa": "america", "bpi": "britain", "aria": "australia", "bvmi": "germany", "snep": "france",
           "fimi": "italy", "rmnz": "new-zealand", "rianz": "new-zealand", "riaj": "japan", "promusicae": "spain",
           "nvpi": "netherlands"}  # fmt: skip
"""The bodies that certify, with their countries."""
_award = re.compile(
    r"\b(?:(?P<least>at least)|(?P<over>more than|over|above)|(?P<most>at most|less than|below|under))? ?"
    rf"(?:(?P<times>\d{{1,2}}|{'|'.join(_TIMES)})(?:[x×]|-times|-time| times|-)? ?)?"
    r"(?P<step>platinum|diamond|gold|silver)\b"
    r"(?! (?:medal|coast|mine|coin|jewel|cup|award|palm|lion|bear|league|price))"
)
_certified = Cue(r"\b(?:certified|certification|platinum|(?:went|gone|go|been|turned) (?:gold|silver|diamond))\b")
AROUND = 40
"""Code points behind an award, or before it, in which its place or its body is told."""


class Award(NamedTuple):
    """What was awarded, and where: the folded name of a country, or nothing."""

    value: float
    place: str
    text: str
    bound: str


@asks(_certified)
def certified(claim: Features, sentence: Features) -> Answer | None:
    """The award that a claim gives against that of the same country, or the only one, in the sentence."""
    if not _certified.search(sentence.text.lower()):
        return None
    if any(one.interval.dimension == "time" for one in amounts(claim)):
        return None  # went gold in under three months
    asked, given = _awards(claim), _awards(sentence)
    if len(asked) != 1 or not given:
        return None
    mine = asked[0]
    there = [one for one in given if mine.place and one.place == mine.place]
    if not there and len(given) == 1 and (not mine.place or not given[0].place):
        there = given
    if not there and not mine.place:
        there = [one for one in given if _meets(mine, one)]
    if len(there) != 1:
        return None
    holds = _meets(mine, there[0])
    return Answer(holds, Facet.QUANTITY, f"“{there[0].text}” {'bears out' if holds else 'is not'} “{mine.text}”")


def _awards(side: Features) -> list[Award]:
    text = side.text.lower()
    found = list(_award.finditer(text))
    awards = []
    for number, one in enumerate(found):
        times = one["times"]
        count = (int(times) if times.isdigit() else _TIMES[times]) if times else 1
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        bound = next((name for name in ("least", "over", "most") if one[name]), "")
        start = found[number - 1].end() if number else 0
        place = _place(text[one.end() : min(end, one.end() + AROUND)])
        place = place or _place(text[max(start, one.start() - AROUND) : one.start()])
        awards.append(Award(count * _STEPS[one["step"]], place, one[0].strip(), bound))
    return awards


def _place(text: str) -> str:
    """The first country that a stretch names, itself or by its body."""
    for word in re.findall(r"[a-z][a-z.-]+", text.replace("new zealand", "new-zealand").replace("united ", "united-")):
        plain = word.strip(".-")
        if place := _BODIES.get(plain) or _countries().get(plain):
            return place
    return ""


@cache
def _countries() -> dict[str, str]:
    """The plain name of each country by all its names."""
    return {name: place[0] for place in words.countries() for name in place}


def _meets(mine: Award, other: Award) -> bool:
    if mine.bound == "least":
        return other.value >= mine.value
    if mine.bound:
        return other.value > mine.value if mine.bound == "over" else other.value < mine.value
    return other.value == mine.value


__all__ = ["certified"]
