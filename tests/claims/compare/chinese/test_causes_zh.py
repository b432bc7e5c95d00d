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
