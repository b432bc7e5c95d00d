"""Which of a row two claims of two accounts name."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.ordinals import clash


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("當時歌單走到第9首", "按歌单数下来，那是第十一首", True),
        ("這是公司第三次裁員", "这是公司第四次裁员", True),
        ("第12局下半追平", "比赛到第十二局才追平", False),
        ("他排第三位", "这是第四次", False),
        ("第一次和第二次都失敗了", "第三次才成功", False),
        ("第三季度营收下滑", "第四季度营收回升", False),
    ],
)
def test_one_of_a_row_against_another(one: str, other: str, *, differ: bool) -> None:
    """One ordinal each, counted by one word, in figures or numerals; quarters are times."""
    assert (clash(Pair(features_of(one), features_of(other))) is not None) == differ
