"""Ahead of its deadline, behind schedule, on time: against the time at which an English sentence says it was due."""

from typing import NamedTuple

from claims.compare.figures.moments import Moment, moments
from claims.compare.figures.reckoned import Answer, asks
from claims.compare.needed import Cue
from claims.compare.values import Features
from claims.model import Facet
from evidence.text import lazy_re as re

_ahead = re.compile(
    r"\b(?P<early>ahead of (?:\w+ ){0,2}?(?:schedule|deadline|time)|earlier than (?:\w+ ){0,2}?(?:planned|scheduled|due"
    r"|expected|promised)|before (?:its|the|their) (?:\w+ )?(?:deadline|due date))\b"
    r"|\b(?P<late>behind schedule|(?:past|after) (?:its|the|their) (?:\w+ )?(?:deadline|due date|target date)"
    r"|later than (?:\w+ ){0,2}?(?:planned|scheduled|due|expected|promised)|missed (?:its|the|their) (?:\w+ )?deadline"
    r"|overdue|(?:was|were|finished|opened|arrived|delivered|completed|came) late)\b"
    r"|\b(?P<punctual>on time|(?:met|kept|made) (?:its|the|their) (?:\w+ )?deadline)\b"
)
_cue = Cue(
    r"\b(?:schedule|deadline|planned|scheduled|due|expected|promised|target date|overdue|late|on time|ahead of)\b"
)
_due = re.compile(
    r"\b(?:due|schedul\w*|plan\w*|expect\w*|promis\w*|intend\w*|target\w*|slated|set|deadline|meant|supposed|contract\w*)"
    r"\b[^,;.]{0,40}$"
)
_denied = re.compile(r"\b(?:not|never)\b|n't\b")
REACH = 60
"""Characters before a time in which it may be said that something was due then."""


class _Due(NamedTuple):
    """When something was due, and when it came."""

    due: Moment
    came: Moment


@asks(_cue)
def due(claim: Features, sentence: Features) -> Answer | None:
    """Finished ahead of its deadline, against due by the end of 2005 and opened in November 2004."""
    text = claim.text.lower()
    asked = _ahead.search(text)
    if asked is None or claim.quantities or _denied.search(text) or (two := _two(sentence)) is None:
        return None
    early, late = two.came.last <= two.due.last, two.came.first > two.due.last
    if not early and not late:
        return None
    if asked["early"] and early and two.came.last >= two.due.first:
        return None  # due in 2005, finished in May 2005
    holds = late if asked["late"] else early
    return Answer(holds, Facet.DATE, f"“{two.came.text}” against “{two.due.text}”, when it was due")


def _two(sentence: Features) -> _Due | None:
    """The one time at which something was due and the first one behind it that was not."""
    said, times, at = sentence.text.lower(), moments(sentence), 0
    told: list[tuple[Moment, bool]] = []
    for one in times:
        start = said.find(one.text.lower(), at)
        if start < 0:
            return None
        told.append((one, _due.search(said[max(at, start - REACH) : start]) is not None))
        at = start + len(one.text)
    marks = [k for k, (_, is_due) in enumerate(told) if is_due]
    if len(marks) != 1 or marks[0] == len(told) - 1:
        return None
    return _Due(told[marks[0]][0], told[marks[0] + 1][0])


__all__ = ["due"]
