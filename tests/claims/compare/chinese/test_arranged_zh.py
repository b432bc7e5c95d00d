"""Two Chinese statements of much the same words: what grammar lets stand elsewhere, and what says something else."""

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.alignment import Pair
from claims.compare.chinese.arranged_zh import otherwise
from claims.model import RelationKind
from tests.claims.compare.labelled import SAME, load


def _otherwise(a: str, b: str) -> str | None:
    return otherwise(Pair(features_of(a), features_of(b), given=True))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("议会以微弱多数否决了由工党提出的修正案。", "由工党提出的修正案被议会以微弱多数否决。"),
        ("该物种分布于岛屿北部的森林，以昆虫和浆果为食。", "该物种以浆果和昆虫为食，分布于岛屿北部的森林。"),
        ("游客可以乘坐渡轮或者小型飞机前往该岛。", "前往该岛的游客可以乘坐小型飞机或者渡轮。"),
        ("许多乘客在事故发生后被送往附近的医院。", "事故发生后，许多乘客被送到了附近的医院。"),
    ],
)
def test_what_may_stand_elsewhere(a: str, b: str) -> None:
    """A passive, a list, a phrase with its preposition and a clause say the same in another place."""
    assert _otherwise(a, b) is None
    assert compare_texts(a, b, given=True).kind in SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("园艺师奥托的儿子雇用了磨坊主赫尔曼。", "磨坊主赫尔曼雇用了园艺师奥托的儿子。"),
        ("由于矿山关闭，镇上的铁路在两年后停运。", "由于镇上的铁路停运，矿山在两年后关闭。"),
        ("哈里森在小说出版一年之后搬到了都柏林。", "哈里森在搬到都柏林一年之后出版了小说。"),
        ("市议会任命委员会主席调查市长的开支。", "市长任命委员会主席调查市议会的开支。"),
        ("桥的东端属于一座修道院，西端则属于一位富有的商人。", "桥的西端属于一座修道院，东端则属于一位富有的商人。"),
    ],
)
def test_what_says_something_else(a: str, b: str) -> None:
    """Another doer, cause, owner or subject of the same words is no agreement."""
    assert _otherwise(a, b) is not None
    assert compare_texts(a, b, given=True).kind in {None, RelationKind.CONFLICTS}


def test_same_or_not() -> None:
    """Of the pairs of the file, nine in ten are told apart as the same or not."""
    pairs = load("arranged_zh.tsv")
    right = sum((compare_texts(each.a, each.b, given=True).kind in SAME) == (each.label == "same") for each in pairs)
    assert right >= 0.9 * len(pairs)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("这些苹果不都是红的。", "这些苹果都不是红的。"),
        ("我以为他昨天没来。", "我知道他昨天没来。"),
        ("聚会上她一个人都不认识。", "聚会上一个人都不认识她。"),
        ("如果他来，我就走。", "如果我走，他就来。"),
        ("她的弟弟娶了画家梅耶的女儿伊尔莎。", "她的女儿伊尔莎嫁给了画家梅耶的弟弟。"),
    ],
)
def test_scope_belief_and_roles(a: str, b: str) -> None:
    """Not all and all not, thought and knew, who knows whom, what follows from what, and whose brother."""
    assert compare_texts(a, b, given=True).kind not in SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("这些苹果不都是红的。", "不是所有的苹果都是红的。"),
        ("大学的前身是1889年成立的师范学院。", "1889年成立的师范学院是大学的前身。"),
        ("何绍棠与马丁·韦勒合著的《蕨类志》在广州出版。", "马丁·韦勒与何绍棠合著的《蕨类志》在广州出版。"),
        ("冰箱里只剩两个鸡蛋了。", "冰箱里的鸡蛋只剩下两个了。"),
        ("这部歌剧除第三幕外均以意大利语演唱。", "这部歌剧只有第三幕不以意大利语演唱。"),
        ("怎样才能把白衬衫上的油渍洗掉？", "白衬衫上的油渍怎么才能洗掉？"),
        ("你明天能不能替我去开会？", "明天你可以替我去开会吗？"),
    ],
)
def test_the_same_otherwise_arranged(a: str, b: str) -> None:
    """An identity turned round, joint authors, what is left, an exception, and questions that ask alike."""
    assert compare_texts(a, b, given=True).kind in SAME
