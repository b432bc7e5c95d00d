"""How surely a clause is put."""

import pytest

from claims.features.certainty import announces_plan, certainty
from claims.features.cues import plain


@pytest.mark.parametrize(
    ("text", "language", "attributed", "expected"),
    [
        ("公司裁员三百人", "zh", False, "asserted"),
        ("公司裁员三百人", "zh", True, "reported"),
        ("他打算明年参选", "zh", False, "planned"),
        ("公司宣布将裁员三百人", "zh", False, "asserted"),
        ("他公布了裁员计划", "zh", False, "asserted"),
        ("死亡人数可能上升", "zh", True, "hedged"),
        ("外界猜测他可能创业", "zh", True, "speculated"),
        ("這是一款虛擬機", "zh", False, "asserted"),
        ("公司考虑到成本后停产", "zh", False, "asserted"),
        ("銀行提列的呆帳準備金增加一成", "zh", False, "asserted"),
        ("世界粮食计划署运来八十吨面粉", "zh", False, "asserted"),
        ("校庆筹备委员会收到两万元", "zh", False, "asserted"),
        ("学校准备金秋办运动会", "zh", False, "planned"),
        ("公司准备裁员三百人", "zh", False, "planned"),
        ("The club plans to sign two players", "en", False, "planned"),
        ("The toll may rise", "en", True, "hedged"),
        ("It is believed that a line broke", "en", False, "speculated"),
        ("“It may rain,” he told them", "en", True, "reported"),
        ("She was sworn in on Monday", "en", False, "asserted"),
        ("The series ran until 14 May 2002", "en", False, "asserted"),
        ("In May the toll may rise", "en", False, "hedged"),
    ],
)
def test_the_words_decide(text: str, language: str, attributed: bool, expected: str) -> None:
    """A plan is no event, a rumour no report; nouns and quoted words do not count."""
    assert certainty(plain(text), language, attributed=attributed) == expected


def test_a_clause_that_goes_on_with_a_plan_is_one() -> None:
    """他将离开公司，加入对手: joining is planned as well."""
    assert announces_plan("他将离开公司", "zh")
    assert not announces_plan("几位老将离开公司", "zh")
    assert certainty("加入对手公司", "zh", attributed=False, plan_before=True) == "planned"
