"""None of it at all in one account, some of it in the other."""

import datetime

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.nothing import contradicted

_DAY = datetime.date(2025, 10, 14)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("四根吊索一根都没断", "其中一条吊索断裂", True),
        ("现场一枪都没响过", "警方开了三枪", True),
        ("哪有什么安全帽", "工人都配戴了安全帽", True),
        ("他压根没去过现场", "他多次到现场视察", True),
        ("家属一分钱慰问金也没见着", "公司发放了慰问金", True),
        ("现场一枪都没打中", "警方开了三枪", False),
        ("一个座位都没空着", "座位有三百个", False),
        ("四根吊索一根都没断", "现场一根都没断过", False),
        ("No shot was fired.", "警方开了三枪", False),
    ],
)
def test_what_there_was_none_of_is_told_of(a: str, b: str, *, found: bool) -> None:
    """The verb is told, or the thing where the verb says no more than that it was there."""
    pair = Pair(features_of(a, date=_DAY), features_of(b, date=_DAY))
    assert (contradicted(pair) is not None) is found
