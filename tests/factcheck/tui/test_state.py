"""The session without a screen."""

import subprocess
import sys
from array import array

import pytest

from claims.judgement import ClaimDecision
from claims.model import Confidence, Status, Verdict
from factcheck.dossier import Dossier, Filter
from factcheck.tui.acts import AskConfirm, AskReason, AskStale, Done, Refused
from factcheck.tui.deciding import PAGE
from factcheck.tui.state import PAGES, State
from tests.factcheck.story import bring


def _state(dossier: Dossier) -> State:
    state = State(dossier)
    state.show(state.prepare())
    return state


def test_the_state_knows_no_textual() -> None:
    """It can be used and tested without a terminal."""
    code = "import sys, factcheck.tui.state; print(any(name.startswith('textual') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"


def test_the_session_begins_at_the_first_open_claim(story: Dossier) -> None:
    """And moves among the open ones, around the ends."""
    state = _state(story)
    assert (state.cursor, state.waiting) == (1, 3)
    assert [state.next_open(1, at) for at in range(4)] == [1, 2, 3, 1]
    assert [state.next_open(-1, at) for at in range(4)] == [3, 3, 1, 2]
    state.open_ = bytearray(4)
    assert state.next_open(1) is None
    assert state.next_open(-1) is None


def test_one_that_is_asked_for_comes_first(story: Dossier) -> None:
    """`factcheck review h2` begins there."""
    state = State(story)
    state.show(state.prepare(at="h2"))
    row = state.current
    assert row is not None
    assert row.claim.external_id == "h2"


def test_what_an_act_needs(story: Dossier) -> None:
    """A reason, a yes, a quote, or a look at what someone else did; nothing is saved before."""
    state = _state(story)
    entries = story.stats().ledger_entries
    refuted = state.judge("refuted")
    assert refuted is not None
    assert isinstance(state.attempt(refuted), AskReason)
    state.cursor = 3
    supported = state.judge("supported")
    assert supported is not None
    assert isinstance(state.attempt(supported), Refused)
    state.marked = set(state.ids[1:])
    many = state.judge("conflicting")
    assert many is not None
    assert isinstance(state.attempt(many), AskConfirm)
    assert story.stats().ledger_entries == entries
    state.marked.clear()
    state.cursor = 1
    story.decide("w4", ClaimDecision(verdict=Verdict.SUPPORTED))
    one = state.judge("conflicting")
    assert one is not None
    asked = state.attempt(one)
    assert isinstance(asked, AskStale)
    assert any("supported" in line for line in asked.theirs)


def test_confidence_steps(story: Dossier) -> None:
    """From nothing up to high or down to low, and no further."""
    state = _state(story)
    assert [state.surer(1) and state.sure for _ in range(2)] == [Confidence.HIGH, Confidence.HIGH]
    assert [state.surer(-1) and state.sure for _ in range(3)] == ["moderate", "low", "low"]
    act = state.judge("conflicting")
    assert act is not None
    assert isinstance(state.attempt(act), Done)
    assert (story.claim("w4").confidence, state.sure) == ("low", None)


def test_the_filter_in_words(story: Dossier) -> None:
    """Everything that narrows the queue is named."""
    state = _state(story)
    assert state.told_filter() == ""
    state.wanted = Filter(status=Status.NEEDS_RECHECK, source="Port Watch", entity="港口", conflicts=True)
    assert state.told_filter() == "status recheck, source Port Watch, about 港口, in conflict"


def test_matches_go_around(story: Dossier) -> None:
    """n and N never end."""
    state = _state(story)
    state.matches = array("q", [0, 2])
    assert [state.match(1, at) for at in range(4)] == [2, 2, 0, 0]
    assert [state.match(-1, at) for at in range(4)] == [2, 0, 0, 2]
    state.matches = array("q")
    assert state.match(1) is None


@pytest.mark.parametrize("backend", ["sqlite"])
def test_memory_does_not_grow_with_what_was_looked_at(dossier: Dossier) -> None:
    """Only so many pages are kept."""
    number = PAGE * (PAGES + 5)
    bring(dossier, [{"external_id": f"c{at}", "statement": f"Claim {at}."} for at in range(number)])
    state = _state(dossier)
    for at in range(0, number, PAGE):
        state.ready(at)
        assert state.row(at) is not None
    assert len(state._pages) == PAGES
    assert state.row(0) is None


def test_the_rest_of_a_queue_moves_nothing(sample: str) -> None:
    """What was judged and where the cursor went while the rest was being loaded stays; a stale rest is refused."""
    with Dossier.open(sample, reviewer="anna") as dossier:
        state = State(dossier)
        state.show(state.prepare(first=5))
        assert (len(state.ids), state.complete) == (5, False)
        shown_at = state.cursor
        rest = state.prepare()
        state.cursor, state.open_[1] = 3, 0
        assert state.extend(rest, shown_at)
        assert (len(state.ids), state.cursor, state.open_[1], state.complete) == (len(rest.ids), 3, 0, True)
        assert not state.extend(rest, shown_at)


def test_the_rest_brings_the_cursor_back_to_its_claim(sample: str) -> None:
    """Where nobody has moved it; and a beginning that others have changed is taken over as it is now."""
    with Dossier.open(sample, reviewer="anna") as dossier:
        state = State(dossier)
        state.show(state.prepare(first=5))
        far = dossier.queue_rows([dossier.queue_ids()[0][40]]).popitem()[1].claim.id
        assert state.extend(state.prepare(at=far), state.cursor)
        assert state.current is not None
        assert (state.cursor, state.current.claim.id) == (40, far)
        state.show(state.prepare(first=5))
        state.cursor = 2
        here = state.ids[2]
        changed = state.prepare()
        changed.ids[0], changed.ids[2] = changed.ids[2], changed.ids[0]
        assert state.extend(changed, shown_at=0)
        assert (state.ids[state.cursor], state.cursor) == (here, 0)


def test_matches_at_the_top_come_first(sample: str) -> None:
    """A search says whether it knows all of them."""
    with Dossier.open(sample, reviewer="anna") as dossier:
        state = State(dossier)
        state.show(state.prepare())
        state.find("Meta", first=2)
        assert (len(state.matches), state.found_all) == (2, False)
        state.find("Meta")
        assert len(state.matches) > 2
        assert state.found_all
