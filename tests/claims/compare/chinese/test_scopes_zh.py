"""What a word reaches over in two statements of much the same words."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

AGREEING = {RelationKind.REFINES, RelationKind.CORROBORATES, RelationKind.DUPLICATES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("她没有因为生病而请假。", "她因为生病而没有请假。"),
        ("从家走到车站至少要二十分钟。", "从家走到车站最多要二十分钟。"),
        ("他差点没赶上末班车。", "他没赶上末班车，差一点儿。"),
        ("她是首位获得该奖的非洲女性。", "她是首位获得该奖的女性，来自非洲。"),
        ("奖学金主要颁给来自农村的女学生。", "来自农村的奖学金主要颁给女学生。"),
        ("从甲地到乙地比从甲地到丙地近得多。", "从甲地到乙地比从甲地到丙地远得多。"),
    ],
)
def test_another_reach_is_another_statement(a: str, b: str) -> None:
    """The cause or the deed is denied, the least or the most is told, the first of all or of some."""
    assert compare_texts(a, b, given=True).kind not in AGREEING


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("我花了三天才读完这本书。", "这本书我读了三天才读完。"),
        ("他连一句再见都没说就走了。", "他走的时候没说一句再见。"),
        ("她一边听音乐一边写作业。", "她写作业的同时在听音乐。"),
        ("恐怕只有校长才有权改变这个决定。", "除了校长，恐怕谁也无权改变这个决定。"),
    ],
)
def test_what_is_put_first_reaches_as_far(a: str, b: str) -> None:
    """An object put first, deeds done at once, and nobody but one say the same."""
    assert compare_texts(a, b, given=True).kind in AGREEING
