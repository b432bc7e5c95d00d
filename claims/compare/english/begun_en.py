"""From when to when something went on, told in two English sentences in any words: other years for one beginning."""

from claims.compare import words
from claims.compare.akin import alike
from claims.compare.alignment import Pair
from claims.compare.english.one_thing_en import anchored
from claims.compare.english.subject_en import one_subject
from claims.compare.figures.moments import Moment, moments
from claims.compare.figures.spells import ENDED, cued
from claims.compare.values import Comparison, Features
from claims.model import Facet, RelationKind


def relation(pair: Pair) -> Comparison | None:
    """A conflict when both give the year in which something began, the same, and two years in which it ended."""
    if not (pair.a.dates and pair.b.dates) or not (one_subject(pair) or anchored(pair)):
        return None
    mine = _ends(pair.a)
    theirs = _ends(pair.b) if mine else None
    if mine is None or theirs is None or mine[0].first.year != theirs[0].first.year:
        return None
    if not _of_one_deed(_deed(pair.a, mine[0]), _deed(pair.b, theirs[0])):
        return None
    one, other = mine[1], theirs[1]
    if (one.first <= other.last and other.first <= one.last) or _of_two_ends(_cues(pair.a, one), _cues(pair.b, other)):
        return None
    reason = f"“{one.text}” and “{other.text}” are different times for the end"
    return Comparison(kind=RelationKind.CONFLICTS, facet=Facet.DATE, score=0.6, reasons=(reason,))


def _deed(side: Features, start: Moment) -> str:
    """The stem of the verb right before the time at which something begins."""
    tokens = side.tokens
    before = (i for i in range(start.place - 1, -1, -1) if words.is_past(tokens.words[i]) and not tokens.name[i])
    return next((tokens.stems[i] for i in before), "")


def _of_one_deed(mine: str, theirs: str) -> bool:
    """Whether two verbs tell one beginning or lasting: began, lasted; she served and she taught are two."""
    return alike(mine, theirs) or {mine, theirs} <= _COURSE


_COURSE = frozenset(
    map(
        words.stem,
        (
            *("began", "started", "opened", "founded", "established", "launched", "commenced", "formed", "introduced"),
            *("lasted", "ran", "appeared", "existed", "continued", "operated", "published"),
        ),
    )
)


def _cues(side: Features, end: Moment) -> frozenset[str]:
    """The words before a time by which something ends; none where it ends a range."""
    near = side.tokens.stems[max(0, end.place - NEAR) : end.place]
    return frozenset() if end.end else ENDED.intersection(near)


NEAR = 6


def _of_two_ends(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether words of another meaning tell the two ends: he left the club, he retired."""
    return bool(mine and theirs) and not any(alike(one, other) for one in mine for other in theirs)


def _ends(side: Features) -> tuple[Moment, Moment] | None:
    """The beginning and the end of the one stretch of time that a statement tells."""
    found = moments(side)
    if len(found) != BOTH or found[0].last >= found[1].first:
        return None
    start, end = found
    told = end.end == "end" or cued(side.tokens, end, ENDED)
    return (start, end) if told and start.last.year - start.first.year < 1 else None


BOTH = 2
"""A stretch has two ends."""

__all__ = ["relation"]
