"""Timing in turns: ours, theirs, ours, theirs, so that a machine that changes its speed is fair to both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measured:
    """One job beside its peer, in seconds."""

    job: str
    seconds: float
    peer: str
    peer_seconds: float

    def __str__(self) -> str:
        ratio = self.seconds / self.peer_seconds
        return f"{self.job}: {_time(self.seconds)}; {self.peer}: {_time(self.peer_seconds)}; ratio {ratio:.2f}"


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_turns(
    job: str, ours: Callable[[], object], peer: str, theirs: Callable[[], object], *, rounds: int = 5
) -> Measured:
    """Medians of interleaved runs."""
    times = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return Measured(job, median(a for a, _ in times), peer, median(b for _, b in times))
