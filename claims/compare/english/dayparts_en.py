"""At what part of the day something happened, told in words: before dawn, late in the afternoon, on Monday evening."""

import re

from claims.compare.alignment import VERSIONS, Pair
from claims.compare.english import named_en
from claims.compare.needed import Cue

_PARTS = {
    "dawn": (4, 8), "daybreak": (4, 8), "sunrise": (4, 9), "morning": (0, 12), "noon": (11, 13), "midday": (11, 14),
    "afternoon": (12, 19), "sunset": (16, 22), "dusk": (16, 22), "nightfall": (16, 23), "evening": (16, 24),
    "night": (18, 30), "midnight": (23, 25), "dark": (17, 24), "small hours": (24, 30), "early hours": (24, 30),
}  # fmt: skip
"""The hours, from midnight, that a part of the day may take in; those of a night may lie in the next day."""
ASIDE = 6
"""Hours that may lie before or after a part of the day: before dawn, after noon."""
_DAYS = rf"{named_en.WEEKDAY}|yesterday|tomorrow|that|this"
_told = Cue(
    rf"\b(?:(?P<side>before|after) |at |around |(?:in|during) the (?:early |late |middle of the )?|(?:{_DAYS}) )"
    rf"(?P<part>{'|'.join(_PARTS)})\b"
    r"(?! (?!(?:on|of|in|at|and|as|when|while|by|with|without|to|for|from|after|before|but|near|off)\b)[a-z])"
)
"""A part of the day in which something happens, not what sort of thing something is: a night train."""


def apart(pair: Pair) -> str:
    """Why two versions of one sentence name parts of the day that share no hour; empty where they do or name none."""
    if pair.closeness < VERSIONS:
        return ""
    found = [list(_told.finditer(named_en.text_of(side))) for side in (pair.a, pair.b)]
    if len(found[0]) != 1 or len(found[1]) != 1:
        return ""
    (mine,), (theirs,) = found
    if _meet(_hours(mine), _hours(theirs)):
        return ""
    return f"“{mine[0]}” against “{theirs[0]}”"


def hours_told(text: str) -> tuple[int, int] | None:
    """The hours, from midnight, of the one part of the day that a text in small letters names."""
    found = list(_told.finditer(text))
    return _hours(found[0]) if len(found) == 1 else None


def _hours(found: re.Match[str]) -> tuple[int, int]:
    first, last = _PARTS[found["part"]]
    if found["side"] == "before":
        return first - ASIDE, last - 1
    return (first, last + ASIDE) if found["side"] == "after" else (first, last)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of hours share one, on whichever day."""
    return any(one[0] < other[1] + turn and other[0] + turn < one[1] for turn in (-24, 0, 24))


__all__ = ["apart", "hours_told"]
