"""At what time of the day something happened, by the clock, in two accounts: shortly after 6am, 凌晨三点四十二分.

hours(features) ─► the times of the day that a statement gives
"""

from claims.compare.values import Features, of_one, written
from claims.features.clock import DAY, HALF_DAY, ClockTime, clock_times


def excluding(a: Features, b: Features) -> tuple[ClockTime, ClockTime] | None:
    """The only time of the day that each gives, where they cannot be one."""
    mine, theirs = hours(a), hours(b)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    one, other = mine[0], theirs[0]
    turn = DAY if one.half_known and other.half_known else HALF_DAY
    bounds = _latest(a, one), _latest(b, other)
    if bounds[0] != bounds[1]:
        bound, plain = (one, other) if bounds[0] else (other, one)
        if plain.slack < (plain.minute - bound.minute) % turn <= turn / 2:
            return one, other  # all out by ten, the last of them at midnight
    gap = abs(one.minute - other.minute) % turn
    return (one, other) if min(gap, turn - gap) > one.slack + other.slack else None


def _latest(side: Features, one: ClockTime) -> bool:
    """Whether it was so at that time at the latest."""
    return one.text.startswith("by ") or written(side)[: one.start].endswith("by ")


@of_one
def hours(features: Features) -> tuple[ClockTime, ...]:
    """The times of the day that a statement gives, in order."""
    return tuple(clock_times(written(features), features.language))


__all__ = ["excluding", "hours"]
