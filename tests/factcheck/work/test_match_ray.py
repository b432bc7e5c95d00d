"""The result is the same whoever works it out: this process, others beside it, or a cluster."""

import importlib.util
from collections.abc import Callable, Iterator

import pytest

from benchmarks.news import World, record
from factcheck.dossier import Dossier
from factcheck.errors import SettingsProblem
from factcheck.work import match, match_ray
from factcheck.work.engines import Engine, here, processes
from factcheck.work.match_ray import cluster
from tests.conftest import Clock, Databases
from tests.factcheck.story import bring

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="ray is not installed: pip install factcheck-desk[ray]"
)
CLAIMS = [{**record(told, number, 1), "evidence": []} for number, told in enumerate(World(150).told())]


@pytest.fixture
def new_dossier(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Dossier]]:
    """Makes dossiers with 150 claims; matching takes them in small parts and pieces."""
    for name, size in (("PART", 60), ("READ_AT_ONCE", 20), ("COMPARED_AT_ONCE", 100)):
        monkeypatch.setattr(match, name, size)
    opened: list[tuple[str, Dossier]] = []

    def make() -> Dossier:
        url = databases.new("sqlite")
        dossier = Dossier.open(url, reviewer="anna", now=Clock())
        opened.append((url, dossier))
        bring(dossier, CLAIMS)
        return dossier

    yield make
    for url, dossier in opened:
        dossier.close()
        databases.drop(url)


def outcome(dossier: Dossier, engine: Engine) -> tuple[list[str], match.Matched]:
    """All relations as the lossless export shows them, in their order, and what the run did."""
    done = dossier.match(engine=engine)
    assert not dossier.verify().findings
    return [relation.model_dump_json() for relation in dossier.relations()], done


def test_processes_give_the_same_result(new_dossier: Callable[[], Dossier]) -> None:
    """The same relations in the same order."""
    expected = outcome(new_dossier(), here)
    assert outcome(new_dossier(), processes(2)) == expected
    assert len(expected[0]) > 50


@needs_ray
@pytest.mark.filterwarnings("ignore")  # ray's own, about its own
def test_a_cluster_gives_the_same_result(new_dossier: Callable[[], Dossier]) -> None:
    """Byte for byte, on a cluster that is started here."""
    assert outcome(new_dossier(), cluster("local")) == outcome(new_dossier(), here)


@needs_ray
def test_a_cluster_that_does_not_answer_is_named() -> None:
    """With its address."""
    with pytest.raises(SettingsProblem, match=r"127\.0\.0\.1:1"), cluster("127.0.0.1:1")():
        pass


@pytest.mark.skipif(importlib.util.find_spec("ray") is not None, reason="ray is installed")
def test_without_ray_the_extra_is_named() -> None:
    """What to install."""
    with pytest.raises(SettingsProblem, match=r"install factcheck-desk\[ray\]"), cluster(None)():
        pass


def test_a_cluster_of_another_version_is_refused() -> None:
    """The result must not depend on where it was worked out."""
    with pytest.raises(SettingsProblem, match="install the same version everywhere"):
        match_ray.check(("0.0.1", "0"))
