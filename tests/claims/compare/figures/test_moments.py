"""Times of a sentence, each end of a range by itself."""

import pytest

from claims.compare import features_of
from claims.compare.figures.moments import calendar, moments


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


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("He fled on 3 May 1920 and was caught the next day.", "1920-05-04"),
        ("He fled on 3 May 1920 and was caught two days later.", "1920-05-05"),
        ("It was founded in 1920 and moved a year later.", "1921-01-01"),
        ("It closed in 1931, having moved the previous year.", "1930-01-01"),
        ("It closed in 1931; three years earlier it had moved.", "1928-01-01"),
        ("It was destroyed in 1931 and rebuilt the year after.", "1932-01-01"),
    ],
)
def test_so_long_after(sentence: str, last: str) -> None:
    """A time may be told by how long it is after, or before, the one named last."""
    assert moments(features_of(sentence))[-1].first.isoformat() == last


def test_a_year_that_nobody_names() -> None:
    """Where no year is named, days and months are of one; the last time as bad is no time of anything."""
    drought = features_of("The drought, the worst since 1976, began in May and ended in mid-October.")
    assert moments(drought) == []
    assert [one.first.month for one in calendar(drought)] == [5, 10]
