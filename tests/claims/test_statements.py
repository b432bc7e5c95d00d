"""A statement stands alone on one line."""

import pytest

from claims.statements import statement
from claims.subjects.openings import Opening


def stated(text: str, *, spoken: bool) -> str:
    """The statement of a whole text."""
    return statement(text, 0, len(text), "zh", opening=Opening(), subject=None, dates=(), spoken=spoken)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前后用了六分钟\n要九十万欧元", "前后用了六分钟，要九十万欧元"),
        ("路到现在还封着 得从菜市场那头绕", "路到现在还封着，得从菜市场那头绕"),
        ("营地的温度\n平均是零下五十二度", "营地的温度平均是零下五十二度"),
        ("但是 安保公司的老板不认", "但是 安保公司的老板不认"),
        ("他裁掉了三百人，\n工厂停了", "他裁掉了三百人，工厂停了"),
    ],
)
def test_a_comma_stands_where_a_spoken_clause_ends(text: str, expected: str) -> None:
    """A line or a pause inside a clause is joined without one, and no mark is doubled."""
    assert stated(text, spoken=True) == expected


def test_a_wrapped_line_of_an_article_is_joined_without_a_mark() -> None:
    """There a line ends where the page does."""
    assert stated("前后用了六分钟\n要九十万欧元", spoken=False) == "前后用了六分钟要九十万欧元"
