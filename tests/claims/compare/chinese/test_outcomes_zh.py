"""How matters of the news came out, told by two Chinese statements in words of their own."""

import re
import tomllib
from importlib.resources import files

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("镇议会高票通过码头改建案。", "碼頭改建案在鎮議會闖關失敗。"),
        ("教练表示不会请辞，将留任到季末。", "教練昨日引咎辭職。"),
        ("渔获样本未检出重金属。", "漁獲樣本驗出重金屬超標。"),
        ("收藏家的手稿依遗嘱归长子继承。", "收藏家把手稿全數捐給國家圖書館。"),
        ("话剧节冒雨照常举行。", "話劇節因雨取消。"),
    ],
)
def test_two_outcomes(a: str, b: str) -> None:
    """One matter has one outcome."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("专家估计台风在西岸登陆。", "颱風自西岸外海掠過。"),
        ("有人呼吁议会否决该案。", "議會通過該案。"),
        ("桥的北行车道恢复通车。", "橋的南行車道仍然封閉。"),
        ("首批送检的奶粉合格。", "第二批送檢的奶粉不合格。"),
        ("副校长因案请辞。", "校長表示不會辭職。"),
    ],
)
def test_asked_for_or_another(a: str, b: str) -> None:
    """What is asked for is no outcome, and another batch, lane or office has its own."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


def test_table() -> None:
    """Every matter has two outcomes or more, each a regular expression."""
    table = files("claims.compare").joinpath("tables", "outcomes_zh.toml").read_text("utf-8")
    for matter, lines in tomllib.loads(table).items():
        outcomes = lines.split()
        assert len(outcomes) > 1, matter
        for outcome in outcomes:
            re.compile(outcome)
