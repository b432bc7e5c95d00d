"""Times of a sentence, each end of a range by itself."""

import pytest

from claims.compare import features_of
from claims.compare.figures.moments import moments


def _day(day: str, end: str = "") -> tuple[str, str, str]:
    return day, day, end


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Lind was dean from 1971 to 1980.",
            [("1971-01-01", "1971-12-31", "start"), ("1980-01-01", "1980-12-31", "end")],
        ),
        ("The siege began on 3 June 1809 and ended on 7 July.", [_day("1809-06-03"), _day("1809-07-07")]),
        ("It began on 20 December 1901 and ended on 4 January.", [_day("1901-12-20"), _day("1902-01-04")]),
        (
            "Ada Ferro (2 May 1911 – 9 June 1990) was a painter.",
            [_day("1911-05-02", "start"), _day("1990-06-09", "end")],
        ),
        ("They won the league in 1987–88.", [("1987-01-01", "1988-12-31", "")]),
        ("They met on Monday.", []),
    ],
)  # fmt: skip
def test_moments(sentence: str, found: list[tuple[str, str, str]]) -> None:
    """A range has two ends, a season is one time, a day without a year is of the year before it or the next."""
    times = [(one.first.isoformat(), one.last.isoformat(), one.end) for one in moments(features_of(sentence))]
    assert times == found


def test_ranges_are_in_order() -> None:
    """The middle of a time grows along a range."""
    first, last = moments(features_of("He served between 12 May 1801 and 3 April 1820."))
    assert first.middle < last.middle
