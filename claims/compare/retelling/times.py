"""Times of two claims that answer to each other in two accounts, and exclude each other: a day, an hour."""

from collections.abc import Iterator
from datetime import date as day

from claims.compare.alignment import Pair
from claims.compare.facets import scope
from claims.compare.retelling import denials, hours
from claims.model import DateSpan, Facet
from evidence.text import lazy_re as re

QUARTER = 92
"""Days of the longest time that is taken for the time of what happens once."""


def clashes(pair: Pair, *, surely: bool) -> Iterator[tuple[Facet, str]]:
    """Another day, or another hour, for what happens once; `surely` the two tell one thing, in whatever words."""
    mine, theirs = pair.frames
    if (mine and theirs and mine.isdisjoint(theirs)) or scope.one_later(pair) or scope.one_succeeds(pair):
        return
    shared = pair.shared_words >= 1.0 or denials.of_one_meaning(pair)
    if shared or surely:
        yield from _days(pair)
        yield from _at_the_earliest(pair)
    if (shared or surely) and (found := hours.excluding(pair.a, pair.b)) is not None:
        yield Facet.DATE, f"“{found[0].text}” and “{found[1].text}” are different times of the day"


def _days(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The only day or month of each, and another one; today is when it is told."""
    known = [
        [
            one
            for one in side.dates
            if _is_told(one)
            and not (one.first == one.last == side.day and _today.search(one.text))
            and not _around_another(one, side.dates)
        ]
        for side in (pair.a, pair.b)
    ]
    if len(known[0]) != 1 or len(known[1]) != 1:
        return
    one, other = known[0][0], known[1][0]
    if _touch(one, other):
        return
    lengths = [days_of(each) or 0 for each in (one, other)]
    if (min(lengths) == 0) == (max(lengths) == 0):
        yield Facet.DATE, f"“{one.text}” and “{other.text}” are different times"


_not_before = re.compile(
    r"\b(?:not|n't|never|no|nor)\b[^,;.]{0,40}?\b(?:before|until|till|earlier than)\b|\bat the (?:very )?earliest\b"
    r"|[要得]到|最快|最早|才(?:会|能|可|开|有|动|上|回)"
)
"""Words by which a thing comes at a time and not before it."""


def _at_the_earliest(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """A time before which it is not to be in one, and an earlier one in the other."""
    bound = [bool(_not_before.search(side.key)) for side in (pair.a, pair.b)]
    if bound[0] == bound[1] or len(pair.a.dates) != 1 or len(pair.b.dates) != 1:
        return
    late, soon = (pair.a, pair.b) if bound[0] else (pair.b, pair.a)
    one, other = late.dates[0], soon.dates[0]
    if one.first and other.last and late.day and other.last < one.first and late.day <= other.last:
        yield Facet.DATE, f"“{other.text}” is before “{one.text}”"


_ONCE = frozenset({"founds", "born", "marries", "dies", "acquires", "opens", "builds", "elects", "joins"})
"""What happens to a thing or to somebody once, or seldom enough for a year to tell when."""
_again = re.compile(
    r"\b(?:again|second|third|re[a-z]+ed|moved|first|anniversary)\b|再次|第[二三四]|重新|周年|迁|分[店校厂公]"
)


def years(pair: Pair) -> Iterator[tuple[Facet, str]]:
    """The only year of each, and another one, of what happens once: founded in 1989, opened in 1987."""
    mine, theirs = pair.frames
    if mine.isdisjoint(_ONCE & theirs) or any(_again.search(side.key) for side in (pair.a, pair.b)):
        return
    if len(pair.a.dates) != 1 or len(pair.b.dates) != 1:
        return
    one, other = pair.a.dates[0], pair.b.dates[0]
    if max(days_of(one) or LONG, days_of(other) or LONG) < LONG and not _touch(one, other):
        yield Facet.DATE, f"“{one.text}” and “{other.text}” are different times"


LONG = 367
"""Days of a time that is longer than a year."""


def _touch(one: DateSpan, other: DateSpan) -> bool:
    return (one.first or "") <= (other.last or "") and (other.first or "") <= (one.last or "")


_today = re.compile(r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening)|now)\b|[今即当當]|本日|现在|目前")


def _around_another(one: DateSpan, told: tuple[DateSpan, ...]) -> bool:
    """Whether a time only holds another one that is told: last month, on the sixteenth."""
    return any(
        (one.first or "") <= (other.first or "") and (other.last or "") <= (one.last or "")
        for other in told
        if days_of(other) is not None and (days_of(one) or 0) > (days_of(other) or 0)
    )


def _is_told(one: DateSpan) -> bool:
    """Whether a time is short enough to be the time of what happens once."""
    days = days_of(one)
    return days is not None and days <= QUARTER


def days_of(one: DateSpan) -> int | None:
    """Days between the first and the last one of a time that is told; none for one that is open to a side."""
    if one.first is None or one.last is None:
        return None
    return (day.fromisoformat(one.last) - day.fromisoformat(one.first)).days


__all__ = ["QUARTER", "clashes", "days_of", "years"]
