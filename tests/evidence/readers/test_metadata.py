"""What files say about themselves is brought into one form, or dropped."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.readers.metadata import LONGEST, iso_date, language_tag, one_line


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2025-08-26", "2025-08-26"),
        ("20250826", "2025-08-26"),
        ("2025/8/6", "2025-08-06"),
        ("2025.08.26", "2025-08-26"),
        ("2025-08-26T07:04:00.123Z", "2025-08-26T07:04:00+00:00"),
        ("2025-08-26T07:04:00+0800", "2025-08-26T07:04:00+08:00"),
        ("2025-08-26 7:04", "2025-08-26T07:04:00"),
        ("2025年8月26日 07:04:09", "2025-08-26T07:04:09"),
        ("2025-08-26T25:99", "2025-08-26"),
        ("26 August 2025", "2025-08-26"),
        ("Aug. 26, 2025", "2025-08-26"),
        ("Tue, 26 Aug 2025 07:04:00 GMT", "2025-08-26T07:04:00+00:00"),
        ("08/09/2025", None),
        ("2025-02-30", None),
        ("0025-08-26", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_kept_when_it_is_surely_one(said: str | None, kept: str | None) -> None:
    """As exact as it was said; 8 September or 9 August is for a person to say."""
    assert iso_date(said) == kept


ISO = r"\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:?\d\d)?"


@given(st.text(max_size=40) | st.from_regex(ISO) | st.from_regex("[A-Z][a-z]{2}, .*"))
def test_any_words_give_a_date_or_none(words: str) -> None:
    """One that Python reads."""
    found = iso_date(words)
    assert found is None or datetime.fromisoformat(found).year > 0


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("zh-CN", "zh-Hans"),
        ("zh", None),
        ("en-GB", "en"),
        ("DE", "de"),
        ("english", None),
        ("", None),
        (None, None),
    ],
)
def test_a_language_is_told_by_its_tag(said: str | None, tag: str | None) -> None:
    """Plain `zh` leaves the script open, which the text tells better."""
    assert language_tag(said) == tag


@given(st.none() | st.text())
def test_a_line_is_one_line_that_can_be_stored(words: str | None) -> None:
    """Short, without what cannot be seen."""
    line = one_line(words)
    assert line is None or (line.strip() == line and 0 < len(line) <= LONGEST)
    assert line is None or not {"\n", "\0", "\u200b", "\ud800"} & set(line)
