"""How long one thing lasted and how many came to it, told in words of their own."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("圍困使館的行動不到半天便告結束。", "使館被圍困了整整五日，第六日清晨才告解圍。"),
        ("校长的演讲只讲了二十分钟。", "校长的演讲持续了一个半小时，听众昏昏欲睡。"),
        ("出席周六集会的人数不足一百。", "周六的集会吸引了两千多人到场。"),
    ],
)
def test_far_apart_is_a_clash(a: str, b: str) -> None:
    """Half a day or five days, a hundred people or two thousand."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("会谈只持续了四十分钟。", "代表团在首都停留了整整五天。"),
        ("总统的演讲持续了四十分钟。", "总统演讲后的答问环节长达一个半小时。"),
        ("比赛第一局打了整整一小时。", "整场比赛历时四小时二十分钟。"),
        ("周六的游行有五千人参加。", "周六游行的医疗站只有不到二十名志愿者。"),
    ],
)
def test_of_other_things_is_none(a: str, b: str) -> None:
    """What came after, a part of it, who waited and who helped have lengths and numbers of their own."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
