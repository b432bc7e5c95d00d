"""Who holds an office, a prize or a contract, in two short Chinese claims."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("羅健明獲委任為新一任消防處處長", "新任消防處處長由梁志遠出任", True),
        ("中鋼董事長一職由黃建智接任", "中鋼新董事長為翁朝棟", True),
        ("林佳龍接任外交部長", "新任外交部長是吳釗燮", True),
        ("羅健明獲委任為消防處處長", "消防處新任處長由羅健明出任", False),
        ("林佳龍接任外交部長", "新任國防部長是吳釗燮", False),
        ("林佳龍接任外交部長", "原外交部長是吳釗燮", False),
        ("羅健明獲委任為消防處處長", "梁志遠出任消防處副處長", False),
        ("經濟部長為大停電請辭下台", "為大停電負責，經濟部長辭官", False),
        ("金馬影帝由張志勇抱走", "張志勇與金馬影帝擦身而過", True),
        ("金馬影帝由張志勇抱走", "王大明與金馬影帝擦身而過", False),
        ("捷運黃線工程由日商得標", "拿下捷運黃線工程的是韓國廠商", True),
        ("〈月河〉由江文雄一人作曲", "〈月河〉的曲子其實是許秀美寫的", True),
        ("〈月河〉由江文雄一人作曲", "〈月河〉的詞其實是許秀美唱的", False),
        ("開幕戰由龍隊五比三擊敗獅隊", "龍隊在開幕戰以三比五輸給獅隊", True),
        ("開幕戰由龍隊五比三擊敗獅隊", "獅隊在開幕戰以三比五輸給龍隊", False),
        ("曼城三比零大勝切爾西", "切爾西零比三慘敗曼城", False),
    ],
)
def test_one_holder(a: str, b: str, clash: bool) -> None:
    """An office, a prize, a contract, a work and a victory are one party's; another one's is another account."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
