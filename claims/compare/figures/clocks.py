"""Times of the clock: polls closed at 8 p.m., before noon, by half past nine."""

import re

from claims.compare import words
from claims.compare.figures.reckoned import Answer, asks, topics
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet

CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))? ?(?P<half>[ap])\.?m\b|\b(?P<hour>\d{1,2}):(?P<min>\d\d)\b(?![:.]\d)"
    r"|\b(?P<named>noon|midday|midnight)\b"
    r"|(?<=\bat |\bby |\bto )(?P<dotted>\d{1,2})\.(?P<dots>[0-5]\d)\b"
    r"(?! ?(?:m|km|million|billion|per|%|points|seconds|metres)\b)"
)
_asked = Cue(r"\b(?:[ap]\.?m|noon|midday|midnight|at|by|before|after|until)\b")
_lead = re.compile(
    r"\b(?P<lead>at|by|before|after|until|till|around|about|shortly before|shortly after|just before|just after|from"
    r"|not (?:before|until|after)|no later than)(?: about| around| exactly)? (?:\w+ past )?$"
)
MINUTES = 24 * 60
ROUGH, SHORTLY = 30, 60
"""Minutes that an about may lie off, and that `shortly after` leaves."""
REACH = 40
"""Letters before a time of the clock in which its deed is looked for."""


def minutes(found: "re.Match[str]") -> int:
    """The minutes from midnight that a time of the clock stands for."""
    if found["named"]:
        return 0 if found["named"] == "midnight" else MINUTES // 2
    if found["hour"] or found["dotted"]:
        return int(found["hour"] or found["dotted"]) * 60 + int(found["min"] or found["dots"])
    return (int(found["h"]) % 12 + 12 * (found["half"] == "p")) * 60 + int(found["m"] or 0)


@asks(_asked)
def clock(claim: Features, sentence: Features) -> Answer | None:
    """Closed at 8 p.m., left before noon: against the time of the clock that the sentence gives for the deed."""
    text, said = claim.text.lower(), sentence.text.lower()
    asked = list(CLOCK.finditer(text))
    if len(asked) != 1 or claim.dates or (lead := _lead.search(text[: asked[0].start()])) is None:
        return None
    given = list(CLOCK.finditer(said))
    if len(given) > 1:
        given = [one for one in given if _of_the_deed(claim, said[max(0, one.start() - REACH) : one.start()])]
    if len(given) != 1:
        return None
    mine, theirs = minutes(asked[0]), minutes(given[0])
    holds = _holds(lead["lead"], mine, theirs)
    told = _lead.search(said[: given[0].start()])
    if told and holds is not None and told["lead"] not in {"at", "from", lead["lead"]}:
        return None  # before 9 a.m., at 8.30 a.m.
    return None if holds is None else Answer(holds, Facet.DATE, f"“{given[0][0]}” against “{lead[0]}{asked[0][0]}”")


def _of_the_deed(claim: Features, before: str) -> bool:
    """Whether the last verb before a time is one of the claim's words: opened at 7 and closed at 8."""
    about = topics(claim)
    for word in reversed(re.findall(r"[a-z]+", before)):
        stem = words.stem(word)
        if stem in about:
            return True
        if word.endswith("ed") or words.is_past(word):
            return False
    return False


def _holds(lead: str, mine: int, theirs: int) -> bool | None:
    late = theirs - mine
    if lead in {"around", "about"}:
        return abs(late) <= ROUGH
    if lead in {"by", "no later than", "not after"}:
        return late <= 0
    if lead.endswith("before") and not lead.startswith("not"):
        return -SHORTLY <= late < 0 if " " in lead else late < 0
    if lead.endswith("after"):
        return 0 < late <= SHORTLY if " " in lead else late > 0
    if lead in {"not before", "not until"}:
        return late >= 0
    return late == 0


__all__ = ["CLOCK", "clock", "minutes"]
