"""Claims about a time of the day against the hours of a sentence."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

AGREEING = {RelationKind.REFINES, RelationKind.CORROBORATES}
CLAIMS = [
    ("画廊晚上七点钟已经关门", "画廊每周二至周六开放，上午10时开馆，下午{}时闭馆，票价30元。", "5", "9"),
    ("书店晚上八点以后才打烊", "书店周一至周五9:30至{}营业，周末18:00打烊，藏书两万册。", "20:30", "19:30"),
    ("頭班車在六點之前發車", "環線全長22公里，頭班車{}發車，末班車23:20，平均間隔7分鐘。", "5:40", "6:30"),
    ("早市清晨六点以前就开市了", "早市有摊位三百余个，每日{}开市，中午收市，以海鲜闻名。", "5时20分", "7时20分"),
]


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), CLAIMS)
def test_the_hour_of_opening_or_closing_decides(claim: str, sentence: str, right: str, wrong: str) -> None:
    """Of the hours of a sentence the one counts that opens, closes or sets out where the claim tells of that."""
    assert compare_texts(claim, sentence.format(right), given=True).kind in AGREEING
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("书店晚上八点以后才打烊", "书店上午9:30开门，门前的咖啡摊10:00营业，藏书两万册。"),
        ("通报下午四点半以后才出来", "卫生局表示，截至下午3点，共有11所学校、312名师生出现呕吐症状。"),
    ],
)
def test_an_hour_of_something_else_decides_nothing(claim: str, sentence: str) -> None:
    """When it opens tells nothing of when it closes, nor one report of another."""
    assert compare_texts(claim, sentence, given=True).kind is not RelationKind.CONFLICTS
