"""What two claims both say is quoted as the first one writes it."""

from datetime import date

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.wording import as_written, both_say, quoted_in_a_row

DAY = date(2025, 6, 20)


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("Most were taken to a Sports Hall.", "The sports hall took in most.", ["Sports Hall"]),
        ("受傷的保安留醫", "保安没有受伤", ["受傷", "保安"]),
        ("They paid $2 million.", "They were paid €2 million.", ["paid"]),
        ("It was sold last December.", "In December 2024 the owner died.", ["last December"]),
        ("Rain fell.", "The mayor resigned.", []),
    ],
)
def test_what_both_say_is_quoted_as_it_is_written(a: str, b: str, said: list[str]) -> None:
    """With capitals and in the script of the first; the same number of another money is not the same amount."""
    assert both_say(Pair(features_of(a, date=DAY), features_of(b, date=DAY))) == said


def test_words_that_stand_in_no_row_are_left_as_they_are() -> None:
    """An alias that the claim does not write."""
    side = features_of("Bert Maher 在 PyTorch 團隊", date=DAY)
    assert as_written(side, "团队") == "團隊"
    assert as_written(side, "伯特·马赫") == "伯特·马赫"


def test_a_few_words_are_enough() -> None:
    """No more than four are quoted."""
    assert quoted_in_a_row(["a", "b", "c", "d", "e"]) == "“a”, “b”, “c”, “d”"
