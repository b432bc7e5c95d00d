"""The flat table of fact-checks that Data Commons hands out.

Source: https://datacommons.org/factcheck. Columns: reviewer_name, claim_text, review_date, review_url, review_rating,
claim_author_name, claim_date. A column beyond these keeps its name: a map renames it or leaves it out.
"""

from collections.abc import Iterable, Iterator

from factcheck.formats import csv_
from factcheck.formats.claimreview import external_id
from factcheck.formats.foreign import Fields, Mapped, Rating, day, needed, others, placed, rated, reason, text
from factcheck.formats.rows import Rows

COLUMNS = (
    "reviewer_name",
    "claim_text",
    "review_date",
    "review_url",
    "review_rating",
    "claim_author_name",
    "claim_date",
)


def read(lines: Iterable[bytes], name: str, mapped: Mapped, *, delimiter: str = ",") -> Rows:
    """A row for each row of the table given as its lines."""
    yield from placed(csv_.read(lines, name, delimiter=delimiter), name, lambda row: _record(row, mapped))


def _record(row: Fields, mapped: Mapped) -> Iterator[Fields]:
    statement = needed(row, "claim_text")
    url = text(row, "review_url")
    rating = Rating(needed(row, "review_rating"), text(row, "reviewer_name"), day(text(row, "review_date")), url)
    claimed = day(text(row, "claim_date"))
    yield {
        **others(row, COLUMNS),
        "external_id": external_id(None, url, statement),
        "statement": statement,
        "claimant": text(row, "claim_author_name"),
        **rated("review_rating", [rating], mapped),
        **reason(rating, claimed and f"claimed on {claimed}"),
    }
