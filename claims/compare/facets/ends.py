"""The two ends of a time: lives, terms of office and seasons that begin on one day and end on two."""

from claims.compare import words
from claims.compare.alignment import Pair
from claims.compare.tokens import DATE
from claims.compare.values import Finding, Verdict
from claims.model import DateSpan
from evidence.text import lazy_re as re

Days = tuple[str | None, str | None]

ONE_SENTENCE, TOLD = 0.8, 0.6
"""From this closeness on, two statements are versions of one sentence; from this share of the shorter one's content on,
two English ones laid side by side tell of one thing."""
_range = re.compile(r"\d\s*[–—-]\s*(?=\w)|\b(?:to|until|and)\b", re.IGNORECASE)
_day = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|[A-Z][a-z]+\.?\s+\d{1,2}\b(?!\d))")


def one_differs(pair: Pair, numbers: tuple[int, int], mine: Days, theirs: Days) -> bool:
    """Whether both give a range of which one end is the same: 1803 – 1877, 1808 – 1877.

    In two versions of a sentence any other end will do. In other words of one thing, the other end must be another
    year, or another day where both give the day.
    """
    one, other = pair.a.dates[numbers[0]], pair.b.dates[numbers[1]]
    if None in mine or None in theirs or not (_range.search(one.text) and _range.search(other.text)):
        return False
    if (mine[0] == theirs[0]) == (mine[1] == theirs[1]):
        return False
    if pair.closeness >= ONE_SENTENCE:
        return True
    if not (pair.given_english and pair.cover >= TOLD) or _of_other_deeds(pair, numbers):
        return False
    end = 1 if mine[0] == theirs[0] else 0
    exact = all(len(_day.findall(each.text)) > 1 for each in (one, other))
    return (mine[end] or "")[: None if exact else YEAR] != (theirs[end] or "")[: None if exact else YEAR]


def _of_other_deeds(pair: Pair, numbers: tuple[int, int]) -> bool:
    """Whether the clause of one of two times tells a deed that the other statement does not: taught from 1996 on."""
    sides = ((pair.left, pair.only_a, numbers[0]), (pair.right, pair.only_b, numbers[1]))
    for tokens, own, number in sides:
        at = next((k for k in tokens.figured if tokens.words[k] == DATE and tokens.number[k] == number), None)
        if at is None or any(tokens.clause[k] == tokens.clause[at] and words.is_past(tokens.words[k]) for k in own):
            return True
    return False


YEAR = 4
"""Letters of an ISO day that tell the year."""
_up_to = re.compile(r"^(?:until|till)\b", re.IGNORECASE)


def other_end(one: DateSpan, other: DateSpan, mine: Days, theirs: Days) -> bool:
    """Whether both say until when, and not the same: until 1948, until 1934."""
    if not (_up_to.match(one.text) and _up_to.match(other.text)) or mine[1] is None or theirs[1] is None:
        return False
    return mine[1][:YEAR] != theirs[1][:YEAR]


def told_apart(finding: Finding, one: DateSpan, other: DateSpan) -> Finding:
    """A finding on two times as a conflict, since the one stands where the other statement has the other."""
    reason = f"“{one.text}” stands where the other has “{other.text}”"
    return finding._replace(verdict=Verdict.CONFLICT, reason=reason)


__all__ = ["one_differs", "other_end", "told_apart"]
