"""Times of the clock: polls closed at 8 p.m., before noon, by half past nine."""

from claims.compare import words
from claims.compare.akin import akin
from claims.compare.english import dayparts_en
from claims.compare.figures.reckoned import Answer, asks, topics
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.features.clock import DAY, HALF_DAY, PLAIN, ClockTime, clock_times
from claims.model import Facet
from evidence.text import lazy_re as re

_asked = Cue(
    r"\b(?:am|pm|a\.m|p\.m|noon|midday|midnight|at|by|before|after|until|till|around|about|from|morning|afternoon"
    r"|evening|night|hours)\b"
)
_lead = re.compile(
    r"\b(?P<lead>at|by|before|after|until|till|around|about|shortly before|shortly after|just before|just after|from"
    r"|not (?:before|until|after)|no later than)(?: about| around| exactly)? $"
)
ROUGH, SHORTLY = 30, 60
"""Minutes that an about may lie off, and that `shortly after` leaves."""
REACH = 40
"""Letters before a time of the clock in which its deed is looked for."""


@asks(_asked)
def clock(claim: Features, sentence: Features) -> Answer | None:
    """Closed at 8 p.m., left before noon: against the time of the clock that the sentence gives for the deed."""
    text, said = claim.text.lower(), sentence.text.lower()
    asked = list(clock_times(text, "en"))
    if not asked and (parts := dayparts_en.hours_told(text)):
        return _of_part(claim, parts, said)
    if len(asked) != 1 or claim.dates or (lead := _lead.search(text[: asked[0].start])) is None:
        return None
    given = _given(claim, said)
    if len(given) != 1:
        return None
    told = _lead.search(said[: given[0].start])
    holds = _holds(lead["lead"], asked[0], given[0])
    if told and holds is not None and told["lead"] not in {"at", "from", lead["lead"]}:
        return None  # before 9 a.m., at 8.30 a.m.
    return None if holds is None else Answer(holds, Facet.DATE, f"“{given[0].text}” against “{lead[0]}{asked[0].text}”")


def _given(claim: Features, said: str) -> list[ClockTime]:
    """The times of a sentence; where it has several, those of the claim's deed."""
    given = list(clock_times(said, "en"))
    if len(given) < SEVERAL:
        return given
    return [one for one in given if _of_the_deed(claim, said[max(0, one.start - REACH) : one.start])]


SEVERAL = 2


def _of_part(claim: Features, hours: tuple[int, int], said: str) -> Answer | None:
    """Meets in the evening, against at 7:30 p.m.; an hour beside the part of the day may still be called so."""
    given = _given(claim, said)
    if len(given) != 1 or not given[0].half_known:
        return None
    first, last = hours
    at = [given[0].minute / 60 + turn for turn in (0, 24)]
    if any(first <= one < last for one in at):
        return Answer(True, Facet.DATE, f"“{given[0].text}” is in that part of the day")
    if any(first - 1 <= one < last + 1 for one in at):
        return None
    return Answer(False, Facet.DATE, f"“{given[0].text}” is in another part of the day")


def _of_the_deed(claim: Features, before: str) -> bool:
    """Whether the last verb before a time is one of the claim's words: opened at 7 and closed at 8."""
    about = topics(claim)
    for word in reversed(re.findall(r"[a-z]+", before)):
        stem = words.stem(word)
        if stem in about:
            return True
        if word.endswith("ed") or words.is_past(word):
            return any(akin(stem, one) for one in about)
    return False


def _holds(lead: str, mine: ClockTime, theirs: ClockTime) -> bool | None:
    """Whether a bound holds; None where it hangs on the half of the day, which one of them leaves open."""
    if lead in {"at", "from"} and mine.to_the_minute is not theirs.to_the_minute and _nearly(mine, theirs):
        return None  # at nine: at 9.10
    if mine.half_known and not mine.minute and lead.endswith(("before", "by", "until", "till", "later than")):
        mine = mine._replace(minute=DAY)  # the midnight that ends a day
    if mine.half_known is theirs.half_known:
        return _bound_holds(lead, theirs.minute - mine.minute)
    late = theirs.minute - mine.minute
    either = {_bound_holds(lead, late), _bound_holds(lead, late + HALF_DAY * (-1 if theirs.half_known else 1))}
    return either.pop() if len(either) == 1 else None


def _nearly(mine: ClockTime, theirs: ClockTime) -> bool:
    """Whether a full hour may be told for a time to the minute."""
    return 0 < abs(theirs.minute - mine.minute) <= PLAIN


def _bound_holds(lead: str, late: int) -> bool | None:
    """Whether what happened so many minutes after a time answers to what is said of it."""
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


__all__ = ["clock"]
