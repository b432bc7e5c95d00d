"""Who is here: said, seen by others, forgotten."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from factcheck.dossier import Dossier
from factcheck.work.presence import STALE
from tests.conftest import Clock
from tests.factcheck.outside import outsider, row_counts
from tests.factcheck.story import exported


def test_others_see_what_one_has_open(story: Dossier, url: str, clock: Clock) -> None:
    """By claim and by name; the latest word counts; leaving ends it; nothing of it is recorded."""
    before = exported(story)
    w4 = story.claim("w4")
    with Dossier.open(url, reviewer="boris", now=clock) as boris:
        assert boris.present("b", story.claim("w3").id) == []
        boris.present("b", w4.id)
        (found,) = story.present("a", None) or []
        assert (found.reviewer, found.claim, found.key) == ("boris", w4.id, story.queue_key("w4"))
        assert [one.claim for one in boris.present("b", w4.id) or []] == [None]
        boris.leave("b")
    assert story.present("a", None) == []
    assert exported(story) == before
    assert not story.verify().findings


def test_what_was_said_long_ago_is_forgotten(story: Dossier, url: str, clock: Clock) -> None:
    """Also by the database."""
    with Dossier.open(url, reviewer="boris", now=clock) as boris:
        boris.present("b", None)
    for _ in range(int(STALE / timedelta(seconds=1))):
        clock()
    assert story.present("a", None) == []
    assert row_counts(url)["presence"] == 1


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_dossier_that_cannot_be_written_has_no_company(story: Dossier, url: str) -> None:
    """None: nothing to be tried again."""
    with outsider(url) as conn:
        database = conn.execute(text("SELECT current_database()")).scalar_one()
        conn.execute(text(f"ALTER DATABASE {database} SET default_transaction_read_only = on"))
    with Dossier.open(url, reviewer="boris") as boris:
        assert boris.present("b", None) is None
        boris.leave("b")
    assert story.reviewer == "anna"


def test_nobody_is_waited_for(story: Dossier, url: str, clock: Clock) -> None:
    """While another one writes, nothing is said, but others are still seen."""
    with Dossier.open(url, reviewer="boris", now=clock) as boris, boris._desk.store.writing():
        assert story.present("a", None) == []
        story.leave("a")
