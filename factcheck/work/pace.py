"""How fast the work goes: claims judged by each reviewer, by day and by hour of sitting."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from evidence.model import Value
from factcheck.store import queue
from factcheck.work.desk import Desk

BREAK = timedelta(minutes=15)
"""Without a judgement for so long, the reviewer was away."""
LEAST = timedelta(minutes=5)
"""Sitting for less than this says nothing about an hour."""
LATEST = 20_000
"""Decisions that are looked at, the newest ones."""
DAYS = 7


class ReviewerPace(Value):
    """One reviewer."""

    reviewer: str
    claims: int
    """Judged, each decision counted."""
    per_hour: int | None
    """Claims an hour while sitting; None for less than five minutes of it."""
    days: tuple[tuple[str, int], ...]
    """(day, claims) of the last days with any, oldest first; UTC."""


class Pace(Value):
    """All reviewers, those who judged most first."""

    reviewers: tuple[ReviewerPace, ...] = ()
    days: tuple[tuple[str, int], ...] = ()
    """(day, claims) of all of them together, oldest first; UTC."""
    latest: int | None = None
    """How many decisions were looked at, where there were more."""


def pace(desk: Desk) -> Pace:
    """The pace of everyone, from the newest decisions."""
    with desk.store.reading() as conn:
        found = queue.judgements(conn, LATEST + 1)
    kept = found[:LATEST]
    return pace_of([one for one in kept if one[2]]).model_copy(
        update={"latest": LATEST if len(found) > LATEST else None}
    )


def pace_of(judged: Iterable[tuple[str, datetime, int]]) -> Pace:
    """The same for (who, when, how many claims), in any order."""
    times: dict[str, list[tuple[datetime, int]]] = defaultdict(list)
    for who, when, number in judged:
        times[who].append((when, number))
    each = [_one(who, sorted(some)) for who, some in times.items()]
    every = sorted(one for some in times.values() for one in some)
    return Pace(reviewers=tuple(sorted(each, key=lambda one: (-one.claims, one.reviewer))), days=_days(every))


def _one(who: str, some: Sequence[tuple[datetime, int]]) -> ReviewerPace:
    sat, during = timedelta(), 0
    for (before, _), (when, number) in pairwise(some):
        if when - before <= BREAK:
            sat += when - before
            during += number
    hours = sat / timedelta(hours=1)
    return ReviewerPace(
        reviewer=who,
        claims=sum(number for _, number in some),
        per_hour=round(during / hours) if sat >= LEAST else None,
        days=_days(some),
    )


def _days(some: Sequence[tuple[datetime, int]]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for when, number in some:
        counts[when.date().isoformat()] += number
    return tuple(sorted(counts.items())[-DAYS:])
