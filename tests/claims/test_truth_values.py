"""Values meet in whatever way they are written, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.truth_values import Clock, Moment, grouped, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,203,400", 1_203_400.0),
        ("1.2M", 1_200_000.0),
        ("$24.66", 24.66),
        ("24.7%", 24.7),
        ("(1.5)", -1.5),
        ("-3", -3.0),
        ("1.234,56", 1234.56),
        ("3 billion", 3e9),
        ("3.5億", 3.5e8),
        ("7:25", Clock(445)),
        ("07:25 AM", Clock(445)),
        ("7:25p", Clock(1165)),
        ("12:05 a.m.", Clock(5)),
        ("Dec 2 7:25 PM", Clock(1165)),
        ("2011-12-02", "2011-12-02"),
        ("12/2/2011", "2011-12-02"),
        ("Dec. 2, 2011", "2011-12-02"),
        ("2 December 2011", "2011-12-02"),
        ("2011年12月2日", "2011-12-02"),
        ("2011-12-02 06:55", Moment(734_473, 415)),
        ("N/A", None),
        (" - ", None),
        ("未知", None),
        (float("nan"), None),
        ("297 metres", "297 metres"),
        ("John Smith", "John Smith"),
        ("2011-13-45", "2011-13-45"),
    ],
)
def test_values_are_read(text: str | float, value: object) -> None:
    """Numbers, times, days and missing values; the rest stays words."""
    assert read(text) == value


def test_equal_values_come_together() -> None:
    """Whatever their writing; the commonest writing stands for them."""
    groups, _ = grouped({"a": "1,200", "b": "1200", "c": 1200.0, "d": "1.2k", "e": "1300", "f": "N/A"})
    assert sorted(len(group.sources) for group in groups) == [1, 4]


def test_years_and_small_counts_are_not_rounded() -> None:
    """1990 is not 1991, nor is 297 298; 1.2 million may be 1,203,400."""
    assert len(grouped({"a": 1990.0, "b": 1991.0})[0]) == 2
    assert len(grouped({"a": 297.0, "b": 298.0})[0]) == 2
    assert len(grouped({"a": 1_203_400.0, "b": "1.2M"})[0]) == 1


def test_a_time_of_day_meets_a_time_on_a_day() -> None:
    """When some give no day, the day of the others is left out."""
    assert len(grouped({"a": "6:55 AM", "b": "2011-12-02 06:55"})[0]) == 1
    assert len(grouped({"a": "2011-12-03 06:55", "b": "2011-12-02 06:55"})[0]) == 2


@given(st.dictionaries(st.text("ab", min_size=1, max_size=2), st.text("0123456789.,:/-$%amp 万", max_size=9)))
def test_every_source_with_a_value_stands_once(said: dict[str, str | float]) -> None:
    """Nothing that people write as a value is an error."""
    groups, near = grouped(said)
    assert sorted(source for group in groups for source in group.sources) == sorted(
        source for source, value in said.items() if read(value) is not None
    )
    assert len(near) == len(groups)
