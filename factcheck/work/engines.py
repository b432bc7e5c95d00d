"""Who works on the pieces of a long job: this process, several on this machine, or a cluster.

    run(work, pieces) ─► what each piece gave, in the order of the pieces

Pieces are drawn only a few ahead of the results, so that memory stays bounded however many there are.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from itertools import chain, islice
from typing import Protocol, TypeVar

from factcheck.errors import FactcheckError

Piece = TypeVar("Piece")
Result = TypeVar("Result")
Future = TypeVar("Future")
FEW = 4
"""Up to so many pieces are worked on in this process: starting others takes longer than they would save."""


class Run(Protocol):
    """Works on pieces and gives the results in their order."""

    def __call__(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """The results of `work` on each piece; `work` is a function of a module, pieces and results can be pickled."""
        ...


Engine = Callable[[], AbstractContextManager[Run]]


def in_order(
    submit: Callable[[Piece], Future], result: Callable[[Future], Result], pieces: Iterable[Piece], ahead: int
) -> Iterator[Result]:
    """Results in the order of the pieces, of which at most `ahead` are under way at a time."""
    under_way: deque[Future] = deque()
    for piece in pieces:
        under_way.append(submit(piece))
        if len(under_way) >= ahead:
            yield result(under_way.popleft())
    while under_way:
        yield result(under_way.popleft())


@contextmanager
def here() -> Iterator[Run]:
    """Everything in this process."""
    yield _here


def _here(work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
    return map(work, pieces)


def processes(count: int | None = None) -> Engine:
    """In `count` processes on this machine, one for each processor by default; a small job stays in this one."""

    @contextmanager
    def engine() -> Iterator[Run]:
        with _Pool(count or _processors()) as pool:
            yield pool.run

    return engine


def _processors() -> int:
    """Processors that this process may use; not every system can tell."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


class _Pool:
    """Processes that are started when there is enough to do."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._executor: Executor | None = None

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def run(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        pieces = iter(pieces)
        first = list(islice(pieces, FEW + 1))
        if self._count == 1 or (self._executor is None and len(first) <= FEW):
            return map(work, chain(first, pieces))
        return self._shared(work, chain(first, pieces))

    def _shared(self, work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        if self._executor is None:
            # Not forked: this process may have threads and connections.
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(self._count, mp_context=context, initializer=_leave_interrupts)
        executor = self._executor
        try:
            yield from in_order(
                lambda piece: executor.submit(work, piece), lambda future: future.result(), pieces, 2 * self._count + 1
            )
        except BrokenProcessPool as error:
            words = "a working process was ended by the system (out of memory?); what was written so far stays"
            raise FactcheckError(f"{words}, and the command goes on from there") from error


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that the person sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
