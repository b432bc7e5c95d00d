"""Whether an English day or month without a year is the coming one or the last one."""

from datetime import date

import pytest

from claims.features.dates import dates

WEDNESDAY = date(2025, 6, 18)


def _read(text: str) -> list[str]:
    return [
        f"{one.first or ''}..{one.last or ''}" if one.first != one.last else f"{one.first}"
        for one in dates(text, WEDNESDAY)
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The inquest resumes on Monday.", "2025-06-23"),
        ("Talks are resuming on Friday in Cairo.", "2025-06-20"),
        ("Polls open on Sunday at seven.", "2025-06-22"),
        ("The new timetable takes effect in December.", "2025-12-31"),
        ("Raman goes at the end of September after eight years.", "2025-09-30"),
        ("The judge ordered them to count again, on Thursday.", "2025-06-19"),
        ("The two sides agreed to meet on Sunday in Geneva.", "2025-06-22"),
        ("Traffic should be able to use the road again from Monday.", "2025-06-23"),
        ("The move into Germany, pencilled in for September, is off.", "2025-09-30"),
        ("The union has called a strike for Thursday.", "2025-06-19"),
        ("The hearing was adjourned until Monday.", "2025-06-23"),
        ("The by-election is in September.", "2025-09-30"),
        ("Friday's match has been called off.", "2025-06-20"),
        ("The newcomer would not start against Wexcombe on Saturday.", "2025-06-21"),
        ("The final is played on Sunday.", "2025-06-22"),
    ],
)
def test_what_is_on_the_calendar_is_the_coming_one(text: str, last: str) -> None:
    """A present tense that tells a date, a plan, an order, what was moved to a day, and what would be."""
    assert [one.last for one in dates(text, WEDNESDAY)] == [last]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The advisory group passed the event plan in March.", "2025-03-01"),
        ("The minister's plan was rejected by parliament on Thursday.", "2025-06-12"),
        ("A plan to cut jobs leaked on Friday.", "2025-06-13"),
        ("The deadline passed on Monday without a deal.", "2025-06-16"),
        ("Scheduled flights stopped on Sunday.", "2025-06-15"),
        ("He had planned to retire in May but stayed on.", "2025-05-01"),
        ("The ship was due to arrive on Monday but was held up by fog.", "2025-06-16"),
        ("She was meant to go in November, by the way.", "2024-11-01"),
        ("Police want to hear from anyone who was in the park on Sunday.", "2025-06-15"),
        ("Witnesses are asked to contact detectives about the robbery on Friday.", "2025-06-13"),
        ("The site drew 96,000 visits on Saturday.", "2025-06-14"),
        ("The helicopter could not fly on Sunday.", "2025-06-15"),
        ("The opening of the mall in January was a success.", "2025-01-01"),
    ],
)
def test_a_word_of_plans_further_off_does_not_make_a_time_the_coming_one(text: str, first: str) -> None:
    """The nearest verb tells when something was."""
    assert [one.first for one in dates(text, WEDNESDAY)] == [first]


def test_each_time_of_a_sentence_goes_with_its_own_verb() -> None:
    """Who will stand trial in October was arrested in March."""
    assert _read("Mr Cole, who will stand trial in October, was arrested in March.") == [
        "2025-10-01..2025-10-31",
        "2025-03-01..2025-03-31",
    ]
    assert _read("The bill passed on Thursday and will be signed on Monday.") == ["2025-06-12", "2025-06-23"]


@pytest.mark.parametrize(
    "text", ["It was raised on the Tuesday after the crash.", "No tram ran before seven that Monday."]
)
def test_a_day_of_the_week_that_is_told_of_stays_open(text: str) -> None:
    """The Tuesday after the crash need not be the last one."""
    assert [one.first for one in dates(text, WEDNESDAY)] == [None]


def test_that_may_also_begin_a_clause() -> None:
    """She said that Monday was a holiday."""
    assert _read("She said that Monday was a holiday.") == ["2025-06-16"]
    assert _read("Staff were told on Tuesday of last week.") == ["2025-06-10"]


def test_ago_does_not_open_a_time_to_the_future() -> None:
    """Thirty years ago on a farm; from 2019 on."""
    assert _read("He began 31 years ago on a failed vineyard.") == ["1994-01-01..1994-12-31"]
    assert _read("From 2019 on, the rules were stricter.") == ["2019-01-01.."]


def test_a_quarter_of_an_hour_is_no_time_of_the_year() -> None:
    """The first quarter of an hour, and the first quarter."""
    assert _read("He scored twice in the first quarter of an hour.") == []
    assert _read("Sales rose in the first quarter.") == ["2025-01-01..2025-03-31"]
