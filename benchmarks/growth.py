"""How matching grows with the number of claims: made-up news of 10³, 10⁴, 10⁵ … claims in a dossier on disk.

Each size runs in a process of its own, so that its peak memory is its own. `FACTCHECK_BENCH_SIZE` is the largest.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

from benchmarks.news import World, document, record
from factcheck.dossier import Dossier, Incoming
from factcheck.store import migrate, pairs
from factcheck.store.engine import Store
from factcheck.work.engines import processes
from factcheck.work.match import LIMITS

WIDTH = 50
"""Characters of the longest bar."""
ASKED = 200
"""Claims for which the join of one new claim is timed."""


def run(size: int) -> Iterator[str]:
    """A line for each size, then the bars."""
    found: list[dict[str, float]] = []
    claims = 1000
    while claims <= size:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.growth", str(claims)], check=True, capture_output=True, text=True
        )
        found.append(json.loads(done.stdout))
        yield _line(found[-1])
        claims *= 10
    yield from chart(found)


def _line(one: dict[str, float]) -> str:
    return (
        f"{one['claims']:>9,.0f} claims: read {one['read']:.1f} s, compared {one['compare']:.1f} s of which the join"
        f" {one['join']:.1f} s, {one['pairs'] / one['claims']:.1f} pairs a claim, {one['relations']:,.0f} relations;"
        f" processor {one['cpu']:.0f} s; again with nothing new {one['again'] * 1000:.0f} ms;"
        f" one new claim p50 {one['p50'] * 1000:.1f} ms, p95 {one['p95'] * 1000:.1f} ms;"
        f" peak {one['peak']:.0f} MB, each worker {one['peak_worker']:.0f} MB; file {one['file']:.0f} MB"
    )


def chart(found: list[dict[str, float]]) -> Iterator[str]:
    """Processor time for each thousand claims: bars of one length mean growth in a straight line."""
    cost = [one["cpu"] / one["claims"] * 1000 for one in found]
    yield "processor seconds for each 1,000 claims (level bars: time grows with the number of claims)"
    for one, seconds in zip(found, cost, strict=True):
        yield f"{one['claims']:>9,.0f} {'█' * max(1, round(WIDTH * seconds / max(cost)))} {seconds:.2f}"


def measure(size: int, folder: Path) -> dict[str, float]:
    """Fill a dossier with news and match it on all processors."""
    url = f"sqlite:///{folder / 'news.db'}"
    store = Store(url, must_exist=False)
    migrate.upgrade(store)
    joins: list[float] = []
    join = pairs.candidates

    def timed_join(*given: object) -> list[tuple[int, int]]:
        start = perf_counter()
        answer = join(*given)  # type: ignore[arg-type]
        joins.append(perf_counter() - start)
        return answer

    pairs.candidates = timed_join  # type: ignore[assignment]
    read_at = 0.0
    with Dossier.open(url) as dossier:
        _fill(dossier, size)
        start, used = perf_counter(), _used()

        def step(told: str) -> None:
            nonlocal read_at
            read_at = perf_counter() - start if "read" in told else read_at

        done = dossier.match(step, engine=processes())
        total = perf_counter() - start
        start_again = perf_counter()
        dossier.match()
        again = perf_counter() - start_again
    pairs.candidates = join
    times = _one_new(store, size)
    spread = quantiles(times, n=20)
    return {
        "claims": size,
        "read": read_at,
        "compare": total - read_at,
        "join": sum(joins),
        "pairs": done.compared,
        "relations": done.new,
        "cpu": _used() - used,
        "again": again,
        "p50": spread[9],
        "p95": spread[18],
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "peak_worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "file": (folder / "news.db").stat().st_size / 1e6,
    }


def _used() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def _fill(dossier: Dossier, size: int) -> None:
    world = World(size)
    texts = [document(world, number) for number in range(world.documents)]
    dossier.add_all([Incoming(data=text.encode(), name=f"news{number}.txt") for number, text in enumerate(texts)])
    told = enumerate(world.told())
    dossier.import_records((record(one, number, len(texts[one.document])) for number, one in told), "news")


def _one_new(store: Store, size: int) -> list[float]:
    """Seconds of the join for one claim that nobody has compared yet, against all others."""
    chance, times = random.Random(1), []
    with store.writing() as conn:
        for pk in chance.sample(range(1, size + 1), ASKED):
            conn.exec_driver_sql("UPDATE claim_features SET matched = 0 WHERE claim_pk = ?", (pk,))
            start = perf_counter()
            pairs.candidates(conn, pk, pk, LIMITS)
            times.append(perf_counter() - start)
            conn.exec_driver_sql("UPDATE claim_features SET matched = 1 WHERE claim_pk = ?", (pk,))
    store.close()
    return times


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(measure(int(sys.argv[1]), Path(place))))
