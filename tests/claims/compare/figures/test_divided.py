"""Of several sums that of all: where each was taken."""

import pytest

from claims.compare import features_of
from claims.compare.figures.divided import where
from claims.compare.figures.reckoned import amounts


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("It made $40 million in Norway and $90 million worldwide.", ["here", "all"]),
        ("It made $40 million at home and $90 million abroad.", ["here", "elsewhere"]),
        ("It cost $40 million and made $90 million.", ["", ""]),
        ("It cost $40 million and $90 million came in", ["", ""]),
        ("Of $90 million it made $40 million at", ["", ""]),
    ],
)
def test_where_a_sum_was_taken(sentence: str, places: list[str]) -> None:
    """By the words beside it, up to the next figure; a sentence may be cut off behind any of them."""
    features = features_of(sentence)
    assert [where(features.tokens, one) for one in amounts(features)] == places
