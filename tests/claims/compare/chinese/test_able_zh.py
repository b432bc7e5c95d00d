"""What can be done in one Chinese claim and cannot in the other is a conflict."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("今晚花蓮看得到流星雨", "今晚花蓮雲層太厚，看不到流星雨"),
        ("這座水庫今年供得起農業用水", "這座水庫今年供不起農業用水"),
    ],
)
def test_can_and_cannot(a: str, b: str) -> None:
    """得 and 不 between a verb and its result contradict each other."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("今晚花蓮看得到流星雨", "今晚花蓮看得到大批流星"),
        ("今晚花蓮看得到流星雨", "今晚台東看不到彩虹"),
        ("今晚花蓮看得到看不到流星雨", "今晚花蓮看不到流星雨"),
    ],
)
def test_no_contrary(a: str, b: str) -> None:
    """The same, another thing and a question are none."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
