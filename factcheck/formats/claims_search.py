"""Answers of Google's Fact Check Tools API, `claims:search`.

Source: https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims

    {"claims": [{"text", "claimant", "claimDate",
                 "claimReview": [{"publisher": {"name", "site"}, "url", "title", "reviewDate", "textualRating",
                                  "languageCode"}]}], "nextPageToken"}
"""

from collections.abc import Iterator
from typing import Any

from factcheck.formats.claimreview import external_id
from factcheck.formats.foreign import Fields, Mapped, Rating, day, needed, objects, rated, reason, rows_of, text
from factcheck.formats.json_document import JsonDocument, Unreadable
from factcheck.formats.records import BadRecord
from factcheck.formats.rows import Rows


def read(data: bytes, name: str, mapped: Mapped) -> Rows:
    """A row for each claim of an answer, or of a list of answers or claims. Raises Unreadable."""
    document = JsonDocument(data)
    claims = list(_claims(document.value))
    yield from rows_of(document.placed(claims), name, document.size, lambda one: _record(one, mapped))


def _claims(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for one in value:
            yield from _claims(one) if isinstance(one, dict) and "claims" in one else [one]
    elif isinstance(value, dict) and isinstance(value.get("claims", []), list):
        yield from value.get("claims", [])
    else:
        raise Unreadable(1, "must be an answer with the list `claims`")


def _record(claim: Fields, mapped: Mapped) -> Iterator[Fields]:
    statement = needed(claim, "text")
    reviews = list(objects(claim.get("claimReview"), "claimReview"))
    if not reviews:
        raise BadRecord([("claimReview", "is missing")])
    ratings = [_rating(review) for review in reviews]
    titles = [title for title in (text(review, "title") for review in reviews) if title]
    claimed = day(text(claim, "claimDate"))
    yield {
        "external_id": external_id(None, ratings[0].url, statement),
        "statement": statement,
        "language": text(reviews[0], "languageCode"),
        "claimant": text(claim, "claimant"),
        **rated("claimReview.textualRating", ratings, mapped),
        **reason(*ratings, claimed and f"claimed on {claimed}", *(f"“{title}”" for title in titles)),
    }


def _rating(review: Fields) -> Rating:
    publisher = review.get("publisher")
    if publisher is not None and not isinstance(publisher, dict):
        raise BadRecord([("claimReview.publisher", "must be an object")])
    by = text(publisher or {}, "name") or text(publisher or {}, "site")
    label = text(review, "textualRating")
    if label is None:
        raise BadRecord([("claimReview.textualRating", "is missing")])
    return Rating(label, by, day(text(review, "reviewDate")), text(review, "url"))
