"""What is read of one statement before it is compared."""

from datetime import date

import pytest

from claims.compare import features_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The office has looked into it since last month[2025-02-01].", ("2025-02-01", None)),
        ("据统计，今年以来[2025-01-01]已有17人离职", ("2025-01-01", None)),
        ("He came last month[2025-02-01/2025-02-28].", ("2025-02-01", "2025-02-28")),
        ("他昨天[2025-03-09]才到", ("2025-03-09", "2025-03-09")),
    ],
)
def test_days_that_were_filled_in(text: str, days: tuple[str, str | None]) -> None:
    """They go before what the words tell by the document's day; since January stays open to one side."""
    (found,) = features_of(text, date=date(2025, 3, 13)).dates
    assert (found.first, found.last) == days
