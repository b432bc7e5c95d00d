"""With what it was done, how somebody went, of which land he is, what a thing is made of: each excludes the others."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("嫌犯持刀搶劫銀樓", "嫌犯拿空氣槍洗劫銀樓", True),
        ("他搭高鐵南下出庭", "他自行開車南下出庭", True),
        ("學生騎單車環島", "學生徒步環島", True),
        ("消防局稱起火點在廚房", "消防局指火警由睡房開始", True),
        ("這款手機採用玻璃背蓋", "這款手機的背蓋是塑膠材質", True),
        ("遇害旅客是日本籍", "遇害遊客持韓國護照", True),
        ("失蹤登山客為法國籍", "失蹤的登山客是法國人", False),
        ("嫌犯騎機車逃逸", "警方開車追捕嫌犯", False),
        ("嫌犯騎機車到銀行", "嫌犯事後搭高鐵逃往高雄", False),
        ("警方持槍攻堅", "嫌犯持刀拒捕", False),
        ("手機背蓋採玻璃材質", "手機邊框是鋁合金", False),
        ("富邦把主場設在新莊", "統一把主場設在台南", False),
        ("他的父親是德國人，母親是挪威人", "他母親是挪威人", False),
    ],
)
def test_one_sort(a: str, b: str, clash: bool) -> None:
    """One deed is done with one weapon, one journey made by one means; other people and other deeds have their own."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
