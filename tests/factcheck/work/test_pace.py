"""How fast the work goes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims.judgement import ClaimDecision
from claims.model import Verdict
from factcheck.dossier import Dossier
from factcheck.work.pace import BREAK, pace_of

START = datetime(2025, 9, 1, 8, tzinfo=UTC)
JUDGED = st.lists(
    st.tuples(
        st.sampled_from(["anna", "boris"]),
        st.integers(0, 500_000).map(lambda seconds: START + timedelta(seconds=seconds)),
        st.integers(1, 5),
    ),
    max_size=30,
)


def _every(minutes: int, number: int, start: datetime = START) -> list[tuple[str, datetime, int]]:
    return [("anna", start + timedelta(minutes=minutes * at), 1) for at in range(number)]


def test_breaks_are_not_counted_as_work() -> None:
    """Two sittings of twenty claims, three minutes apart each: twenty an hour, whatever lies between them."""
    found = pace_of(_every(3, 21) + _every(3, 21, START + timedelta(hours=9)))
    (anna,) = found.reviewers
    assert (anna.claims, anna.per_hour) == (42, 20)
    assert anna.days == found.days == (("2025-09-01", 42),)


def test_a_moment_says_nothing_about_an_hour() -> None:
    """A few decisions within seconds, or each after a break, have no rate."""
    for some in (_every(0, 5), _every(1, 4), _every(int(BREAK / timedelta(minutes=1)) + 1, 5)):
        assert pace_of(some).reviewers[0].per_hour is None


@given(JUDGED)
def test_every_claim_is_counted_once(judged: list[tuple[str, datetime, int]]) -> None:
    """By reviewer in all; by day for the last days; in any order."""
    found = pace_of(judged)
    assert sum(one.claims for one in found.reviewers) == sum(number for _, _, number in judged)
    assert sum(number for _, number in found.days) <= sum(number for _, _, number in judged)
    assert list(found.days) == sorted(found.days)
    assert pace_of(judged[::-1]) == found


def test_the_ledger_tells_it(story: Dossier) -> None:
    """Decisions about claims and judgements of one's own; not about relations, not undone acts twice."""
    assert [(one.reviewer, one.claims) for one in story.pace().reviewers] == [("anna", 1)]
    ids = [(claim.id, claim.version) for claim in story.claims() if claim.external_id in {"w4", "h2"}]
    story.decide_together(ids, ClaimDecision(verdict=Verdict.NOT_ENOUGH_EVIDENCE))
    story.undo()
    assert [(one.reviewer, one.claims) for one in story.pace().reviewers] == [("anna", 3)]
