"""A dossier on each kind of database, empty or with a small story in it."""

from collections.abc import Iterator

import pytest

from factcheck.dossier import Dossier
from tests.conftest import Clock, Databases
from tests.factcheck.story import fill


@pytest.fixture
def url(databases: Databases, backend: str, clock: Clock, request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a fresh, migrated database; it holds the story already when the test asks for that too."""
    if "story" in request.fixturenames:
        made = databases.copy(backend, "story", lambda: _story(databases.new(backend)))
        for _ in range(60):  # what the test does comes a minute after the story
            clock()
    else:
        made = databases.new(backend)
    yield made
    databases.drop(made)


def _story(url: str) -> str:
    with Dossier.open(url, reviewer="anna", now=Clock()) as dossier:
        fill(dossier)
    return url


@pytest.fixture
def dossier(url: str, clock: Clock) -> Iterator[Dossier]:
    """An empty dossier; anna sits at it, and the clock ticks when it is read."""
    with Dossier.open(url, reviewer="anna", now=clock) as opened:
        yield opened


@pytest.fixture
def story(dossier: Dossier) -> Dossier:
    """The same with two documents, four claims, a relation and two decisions; see `tests/factcheck/story.py`."""
    return dossier
