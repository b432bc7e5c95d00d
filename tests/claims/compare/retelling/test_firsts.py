"""The first of its sort in one account, an earlier one in the other."""

import datetime

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.firsts import contradicted

_DAY = datetime.date(2025, 10, 14)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("It is the first time that the prize has gone to a poet.", "A poet won that prize back in 1998.", True),
        ("The outbreak is the first in the region since 2010.", "We had the same thing here in 2017.", True),
        (
            "She is the first woman to head the bank.",
            "There was a woman at the head of that bank in the nineties.",
            True,
        ),
        ("业者表示过去从未发生类似事故", "去年八月就出过一模一样的事", True),
        ("这是该校首次发生集体食物中毒", "前年他们学校也中毒过一次", True),
        ("It is the first time that the prize has gone to a poet.", "A bridge won that prize in 1998.", False),
        ("The outbreak is the first in the region since 2010.", "We had the same thing here in 2009.", False),
        ("The prize was first given in 1976.", "The prize was given in 1981.", False),
        ("这不是他们头一次出事", "2022年他们也出过事", False),
        ("这是该校首次发生集体食物中毒", "隔壁学校前年也中毒过", False),
    ],
)
def test_who_tells_of_an_earlier_one_contradicts_the_first(a: str, b: str, *, found: bool) -> None:
    """A time before the first one contradicts it, unless something else is told of."""
    pair = Pair(features_of(a, date=_DAY), features_of(b, date=_DAY))
    assert (contradicted(pair) is not None) is found
