"""Years that a sentence counts from the one it named last."""

import pytest

from claims.features.dates import dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1991年3月组队，同年10月签约", "1991-10-01", "1991-10-31"),
        ("2003年发行首张专辑，次年推出第二张", "2004-01-01", "2004-12-31"),
        ("2013年6月通过，翌年1月1日生效", "2014-01-01", "2014-01-01"),
        ("2021年出生人口比上一年减少", "2020-01-01", "2020-12-31"),
        ("1956年毕业，两年后出国", "1958-01-01", "1958-12-31"),
        ("1990年至1993年在京，次年返沪", "1994-01-01", "1994-12-31"),
    ],
)
def test_a_year_is_counted_from_the_one_named_before(text: str, first: str, last: str) -> None:
    """The same year, the next, the one before and so many years later hang on the last year that was named."""
    found = dates(text)[-1]
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["次年10月回国", "他1990年在京任教。次年返沪", "1998年建成，当年游客众多"])
def test_without_a_year_before_it_nothing_is_counted(text: str) -> None:
    """Another sentence names no year for this one, and 当年 may be any year."""
    found = dates(text)[-1]
    assert (found.first, found.last) == (None, None)
