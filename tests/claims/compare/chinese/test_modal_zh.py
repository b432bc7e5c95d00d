"""What may and may not be done, and what will and will not come of it, in words of their own."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("一岁以下的婴儿可以吃蜂蜜", "未满周岁的宝宝不能喂食蜂蜜"),
        ("香蕉放進冰箱會產生毒素", "冷藏香蕉不會產生任何有毒物質"),
        ("手機放在枕邊會致癌", "把手機放枕頭旁邊睡覺不會得癌症"),
        ("行人可以在此橫過馬路", "此處不准行人橫過馬路"),
        ("申请人须缴交五百元手续费", "申请人毋须缴交手续费"),
        ("公务员可以兼职", "公务员不得在外兼差"),
        ("未滿十八歲可以買菸", "十八歲以下青少年不得購買香菸"),
    ],
)
def test_allowed_and_forbidden(a: str, b: str) -> None:
    """One allows, foresees or asks for what the other forbids, rules out or does without."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("婴儿可以吃鸡蛋", "婴儿不能吃蜂蜜"),
        ("感冒可以吃西瓜", "糖尿病人不能吃西瓜"),
        ("該藥品無需處方即可購買", "購買該藥毋須醫生處方"),
        ("微波炉加热食物不会致癌", "微波加热食品不会引起癌症"),
        ("校方不得拒絕學生補考", "學生可以申請補考"),
    ],
)
def test_no_clash(a: str, b: str) -> None:
    """Another thing may, another person may, neither asks for it."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
    assert compare_texts(b, a, given=True).kind is not RelationKind.CONFLICTS
