"""Claims that something came in time, and a sentence that tells when it was due."""

import pytest

from claims.compare import features_of
from claims.compare.figures.due import due

_ROAD = "The relief road was begun in August 2001 with completion due by the end of 2005 and opened in {} at last."


@pytest.mark.parametrize(
    ("claim", "opened", "holds"),
    [
        ("The road was finished ahead of its 2005 deadline.", "November 2004", True),
        ("The road was finished ahead of its 2005 deadline.", "March 2006", False),
        ("The road opened later than planned.", "March 2006", True),
        ("The road opened on time.", "March 2006", False),
        # What is late in the year tells nothing of a deadline.
        ("The road opened in late autumn.", "March 2006", None),
    ],
)
def test_what_came_is_set_against_when_it_was_due(claim: str, opened: str, holds: bool | None) -> None:
    """Ahead of its deadline, late and on time are told by the two times of the sentence."""
    found = due(features_of(claim), features_of(_ROAD.format(opened)))
    assert (found.holds if found else None) is holds


def test_without_a_time_at_which_it_was_due_nothing_is_told() -> None:
    """Two times of what happened are no deadline."""
    told = "The relief road was begun in August 2001 and opened in November 2004."
    assert due(features_of("The road was finished on time."), features_of(told)) is None
