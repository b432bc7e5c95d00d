"""Whether one English statement tells the news of these days and the other what was so in a year or time before.

Read from years, weekdays and the tense of what is said: opened in 2011, shut on Monday; had broken off relations.
"""

from claims.compare.alignment import Pair
from claims.compare.english import named_en
from claims.compare.english.asserted_en import part_before
from claims.compare.english.named_en import WEEKDAY, Stretch, text_of
from claims.compare.values import Features
from evidence.text import lazy_re as re

_year = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_these_days = re.compile(rf"\b(?:{WEEKDAY}|today|yesterday|tonight|tomorrow|this (?:week|morning|weekend))\b")
_perfect = re.compile(r"\b(?:has|have)(?: \w+){0,2} $")
_pluperfect = re.compile(r"(?<!has )(?<!have )\bhad(?: (?!(?:the|an?|its|his|her|their|no|to)\b)\w+){0,2} $")
_reported = re.compile(
    r"\b(?:said|says|told|found|ruled|confirmed|announced|showed|concluded|reported|established|learned|revealed|that)\b"
)

_by_a_day = re.compile(r"\bby (?:\w+day|late|early|then|now|the|noon|midnight|nightfall)\b")


def of_another_time(pair: Pair, mine: Stretch, theirs: Stretch) -> bool:
    """Whether what one says was so before what the other tells."""
    sides = ((pair.a, mine), (pair.b, theirs))
    if _said_before(*sides[0]) != _said_before(*sides[1]):
        return True
    return any(
        _of_a_year(*one) and _of_these_days(*other) and not _of_a_year(*other) for one, other in (sides, sides[::-1])
    )


def _part(side: Features, said: Stretch) -> str:
    first, last = named_en.part(side, said.start, said.end)
    return text_of(side)[first:last]


def _of_a_year(side: Features, said: Stretch) -> bool:
    part = _part(side, said)
    return bool(_year.search(part)) and not _these_days.search(part)


def _of_these_days(side: Features, said: Stretch) -> bool:
    text = text_of(side)
    return bool(_these_days.search(_part(side, said)) or _perfect.search(text, max(0, said.start - NEAR), said.start))


NEAR = 24
"""Letters before something in which its auxiliary is looked for."""


def _said_before(side: Features, said: Stretch) -> bool:
    """Whether something is told as what had been so by then, unless it is somebody's report."""
    text = text_of(side)
    before = part_before(text, said.start)
    by_then = _reported.search(text, 0, said.start) or _by_a_day.search(_part(side, said))
    return bool(_pluperfect.search(before)) and not by_then


__all__ = ["of_another_time"]
