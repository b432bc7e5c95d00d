"""Whoever does the work, the results come in the order of the pieces, and few pieces are in memory at a time."""

import os
from collections.abc import Iterator

import pytest

from factcheck.errors import FactcheckError
from factcheck.work.engines import FEW, here, in_order, processes


def square(number: int) -> tuple[int, int]:
    """A piece of work, and the process that did it."""
    return number * number, os.getpid()


def die(_: int) -> None:
    """What happens when the system ends a process."""
    os._exit(9)


def test_results_come_in_order_with_few_pieces_under_way() -> None:
    """The next piece is drawn when the oldest result has been taken."""
    drawn: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(9):
            drawn.append(number)
            yield number

    results = in_order(lambda piece: piece, lambda future: future * future, pieces(), 3)
    assert (next(results), len(drawn)) == (0, 3)
    assert list(results) == [number * number for number in range(1, 9)]


def test_here_means_in_this_process() -> None:
    """Nothing is started."""
    with here() as run:
        assert list(run(square, range(3))) == [(0, os.getpid()), (1, os.getpid()), (4, os.getpid())]


def test_a_small_job_starts_no_process() -> None:
    """Up to a few pieces are done where they are."""
    with processes(2)() as run:
        assert {pid for _, pid in run(square, range(FEW))} == {os.getpid()}


def test_a_large_job_is_shared_and_stays_in_order() -> None:
    """Other processes do it; they are there for the next job as well."""
    with processes(2)() as run:
        found = list(run(square, range(40)))
        assert [number for number, _ in found] == [number * number for number in range(40)]
        assert os.getpid() not in {pid for _, pid in found}
        assert os.getpid() not in {pid for _, pid in run(square, range(1))}


def test_a_process_that_was_ended_is_told_of_in_one_sentence() -> None:
    """What was done before stays done."""
    with pytest.raises(FactcheckError, match="was ended by the system"), processes(2)() as run:
        list(run(die, range(40)))
