"""What each of two accounts puts one thing down to."""

import datetime

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.causes import contradicted

_DAY = datetime.date(2025, 10, 14)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("The blast was caused by a gas leak.", "There was no gas near it: what went up was the battery store.", True),
        ("Officials blamed heavy rain for the landslide.", "It was the quarry that brought the hillside down.", True),
        ("航班因天候不佳取消", "是机组人手不够才取消的", True),
        ("她因心脏病过世", "家属说她是中风走的", True),
        ("A review traces the fault to poor welds.", "The fault arose from water in the casing.", True),
        ("初步研判起火原因为电线走火", "火是有人丢烟头引起的", True),
        ("The blast was caused by a gas leak.", "It went up because gas had been leaking.", False),
        (
            "Officials blamed heavy rain for the landslide.",
            "It had rained for a week when the hillside came down.",
            False,
        ),
        ("航班因天候不佳取消", "因为天候不好才取消的", False),
        ("She resigned for health reasons.", "她请辞是因为身体不好", False),
    ],
)
def test_two_causes_with_nothing_in_common_clash(a: str, b: str, *, found: bool) -> None:
    """Neither has a word of the other cause, nor one of like meaning."""
    pair = Pair(features_of(a, date=_DAY), features_of(b, date=_DAY))
    assert (contradicted(pair) is not None) is found
