"""Two statements agree in words alone only where enough of the shorter one is told by both."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

SAME = {RelationKind.CORROBORATES, RelationKind.DUPLICATES}
AGREEING = {RelationKind.CORROBORATES, RelationKind.REFINES, RelationKind.DUPLICATES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("演员本人出席了周五的首映式，并与观众合影。", "周五的首映式演员没有到场，由导演一人接受采访。"),
        ("家屬同意由院方進行解剖。", "家屬拒絕院方解剖的要求，打算另請法醫。"),
        ("检察院对他作出不起诉决定，理由是证据不足。", "检察院已对他提起公诉，案件下月开庭。"),
    ],
)
def test_one_denies(a: str, b: str) -> None:
    """Where only one of them denies something, what both are about makes no agreement."""
    assert compare_texts(a, b, given=True).kind not in AGREEING


def test_both_say_so() -> None:
    """A denial answered by a word that denies is an agreement still."""
    pair = "這家超市下月起停止提供塑膠袋。", "下個月開始，這家超市不再供應塑膠袋。"
    assert compare_texts(*pair, given=True).kind in AGREEING
