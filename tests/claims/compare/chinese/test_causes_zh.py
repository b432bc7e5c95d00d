"""What two Chinese statements put a thing down to."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("消防局鉴定，夜市大火由瓦斯外泄引起。", "夜市大火的起火原因是電線走火，與瓦斯無關。"),
        ("专家确认，海豚死亡与塑料污染有直接关系。", "專家排除了塑膠汙染的影響，海豚死亡係因病毒感染。"),
        ("厂房爆炸系工人违规焊接所致。", "廠房爆炸的禍首是老舊鍋爐，調查排除人為疏失。"),
    ],
)
def test_two_causes(a: str, b: str) -> None:
    """One thing has one cause of a kind, and what is ruled out is none."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("调查人员怀疑旅馆大火可能由电器引起。", "旅館大火最終認定為縱火，嫌犯被捕。"),
        ("工厂火灾由电线短路引起。", "倉庫爆炸則是瓦斯外洩造成。"),
        ("司机酒驾导致车祸，车上三人死亡。", "車禍死者之一因未繫安全帶被拋出車外。"),
    ],
)
def test_suspected_or_of_another(a: str, b: str) -> None:
    """What is suspected is no cause yet, and another accident has its own."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("吊橋斷裂案，檢方認定是鋼索鏽蝕。", "吊橋斷裂起因是遊客人數過多，橋身狀況正常。"),
        ("港島綫服務受阻，肇因是路軌斷裂。", "港鐵解釋，港島綫受阻是電纜起火所致，路軌經檢查完好。"),
        ("地盤意外，勞工處指工人墮下是棚架鬆脫引起。", "地盤意外調查報告排除棚架的因素，認定工人因中暑昏倒墮下。"),
        ("引發倉庫大火的是燒金紙。", "倉庫大火，消防局鑑定是冷氣機短路造成。"),
    ],
)
def test_what_an_inquiry_finds(a: str, b: str) -> None:
    """What one puts a mishap down to, the other finds in order or rules out, or it finds another cause altogether."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("遊覽車翻覆時煞車系統正常。", "遊覽車翻覆，檢方認定是司機打瞌睡。"),
        ("檢方認定工頭有過失，廠房爆炸案起訴兩人。", "廠房爆炸，消防局認定是粉塵引起。"),
    ],
)
def test_findings_that_go_together(a: str, b: str) -> None:
    """What is in order and what is the cause, or the cause and the fault, can both be found."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT
