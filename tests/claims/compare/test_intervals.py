"""Quantities as intervals: units, bounds, rounding."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.compare.intervals import Interval, comparable, falls_short, interval, meets, undecided
from claims.features.quantities import quantities


def read(text: str) -> Interval:
    """The only quantity of a text."""
    (quantity,) = quantities(text)
    return interval(quantity)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("近300人", "297人"),
        ("nearly 300 people", "297 people"),
        ("5000万至1亿美元", "上亿美元"),
        ("at least 8 workers", "9 workers"),
        ("3億元", "30000万元"),
        ("1.2 million people", "1,203,455 people"),
        ("半年", "六个月"),
        ("2 hours", "120 minutes"),
        ("10 km", "6.2 miles"),
        ("2,100 feet", "640 m"),
        ("三成", "30%"),
        ("a quarter of voters", "25% of voters"),
        ("about 500 people", "480 people"),
        ("十一人", "11人"),
        ("54%", "54.2%"),
        ("100 degrees Celsius", "212 degrees Fahrenheit"),
    ],
)
def test_one_value_may_be_meant_by_both(one: str, other: str) -> None:
    """Different writing, a bound or rounding is no difference."""
    assert comparable(read(one), read(other))
    assert meets(read(one), read(other))
    assert meets(read(other), read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("more than 70 million people", "68 million people"),
        ("12 years", "2 years"),
        ("1.2 million people", "1.3 million people"),
        ("十一人", "十二人"),
        ("64%", "60%"),
        ("63 caps", "60 caps"),
        ("nearly 300 people", "150 people"),
        ("不到3公里", "3.4公里"),
    ],
)
def test_no_value_is_meant_by_both(one: str, other: str) -> None:
    """Values apart stay apart."""
    assert not meets(read(one), read(other))


@pytest.mark.parametrize(
    ("one", "other"), [("3 km", "3 kg"), ("$5 million", "€5 million"), ("5%", "5 people"), ("3 years", "3 km")]
)
def test_other_units_are_not_compared(one: str, other: str) -> None:
    """Length is not mass, dollars are not euros."""
    assert not comparable(read(one), read(other))


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_meeting_goes_both_ways(one: int, other: int) -> None:
    """Whether two values meet does not hang on their order; eight figures without commas may be a day."""
    left, right = read(f"{one:,} people"), read(f"{other:,} people")
    assert meets(left, right) == meets(right, left)


def test_a_bound_that_leaves_another_open() -> None:
    """More than 1,500 may be more than 2,000 and may not; more than 2,400 is, and fewer than 1,000 is not."""
    asked, low, high, less = (
        Interval(low, high, "count", 0.0, bound=True, about=False)
        for low, high in ((2000.0, inf), (1500.0, inf), (2400.0, inf), (-inf, 1000.0))
    )
    assert undecided(asked, low)
    assert not undecided(asked, high)
    assert not undecided(asked, less)


@pytest.mark.parametrize(
    ("asked", "given_", "short"),
    [
        ("more than 2 billion views", "over 1.8 billion views", True),
        ("more than 600 people", "more than 500 people", True),
        ("more than 550 people", "more than 500 people", False),
        ("more than 1,600 votes", "over 1,500 votes", True),
        ("fewer than 40 members", "fewer than 50 members", True),
        ("fewer than 60 members", "fewer than 50 members", False),
        ("more than 30 dead", "at least 20 dead", False),
        ("more than 2 billion views", "1.8 billion views", False),
    ],
)
def test_a_bound_is_given_as_near_as_it_is_known(asked: str, given_: str, short: bool) -> None:
    """What is over 1.8 billion is hardly over two; what is at least 20 may be any number more."""
    assert falls_short(read(asked), read(given_), given_) is short


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("slightly more than 200 members", "221 members", "270 members"),
        ("a little over half of them", "54%", "61.7%"),
        ("just shy of 300 votes", "291 votes", "240 votes"),
        ("a touch under 40 percent", "38.4%", "31%"),
        ("just over a year and a half", "19 months", "28 months"),
    ],
)
def test_what_is_slightly_more_or_less_lies_near_its_bound(text: str, inside: str, outside: str) -> None:
    """Just over half is no 62 percent; well over half may be."""
    assert meets(read(text), read(inside))
    assert not meets(read(text), read(outside))
    assert meets(read("well over half of them"), read("61.7%"))
