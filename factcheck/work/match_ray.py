"""Matching on an existing Ray cluster: the pieces travel, the database stays where it is. Needs the extra `ray`.

The machines of the cluster need this program in the same version, which is asked of them first. What travels to
them: claims to be read, then pairs with their features as JSON; what comes back: features and keys, then relations.
"""

import logging
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version

from factcheck.errors import SettingsProblem
from factcheck.work.engines import Engine, Piece, Result, Run, in_order
from factcheck.work.match_jobs import RULES

DISTRIBUTION = "factcheck-desk"
HINT = "a cluster that asks for a token, as new versions of Ray do, needs RAY_AUTH_MODE=token on this machine too"
PATIENCE = 10
"""Seconds."""
AHEAD = 2
"""Pieces under way for each processor of the cluster."""


def cluster(address: str | None) -> Engine:
    """The cluster at this address; without one, whatever Ray finds on this machine or starts there."""

    @contextmanager
    def engine() -> Iterator[Run]:
        try:
            import ray  # noqa: PLC0415 - only for those who ask for it
        except ModuleNotFoundError as error:
            raise SettingsProblem("--engine ray", f"{error.name} is missing; install factcheck-desk[ray]") from error
        _reach(address)
        try:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, include_dashboard=False)
        except (ConnectionError, RuntimeError, ValueError) as error:
            told = " ".join(str(error).split())[:300]
            words = f"no cluster answers at {address or 'this machine'}: {told}; {HINT}"
            raise SettingsProblem("--engine ray", words) from error
        try:
            ahead = AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
            started = ray.remote(_work)
            check(ray.get(started.remote(_rules, None)))

            def run(work: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
                yield from in_order(lambda piece: started.remote(work, piece), ray.get, pieces, ahead)

            yield run
        finally:
            ray.shutdown()

    return engine


def _reach(address: str | None) -> None:
    """Raises SettingsProblem when nothing listens at HOST:PORT; Ray itself would try for minutes."""
    host, _, port = (address or "").removeprefix("ray://").rpartition(":")
    if not host or not port.isdecimal():
        return  # `auto` and `local` are words of Ray's own
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise SettingsProblem("--engine ray", f"no cluster answers at {address}: {error}") from error


def _work(work: Callable[[Piece], Result], piece: Piece) -> Result:
    return work(piece)


def _rules(_: None) -> tuple[str, str]:
    """What another machine of the cluster goes by."""
    return version(DISTRIBUTION), RULES


def check(theirs: tuple[str, str]) -> None:
    """Raises SettingsProblem unless another machine, which says (version, rules), would give the same result."""
    ours = _rules(None)
    if theirs != ours:
        words = f"the cluster has {DISTRIBUTION} {theirs[0]} (rules {theirs[1]}), here are {ours[0]} ({ours[1]})"
        raise SettingsProblem("--engine ray", f"{words}; install the same version everywhere")
