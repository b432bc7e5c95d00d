"""Sentences are cut where one assertion ends and the next begins."""

import pytest

from claims.clauses import clauses
from claims.features.cues import plain
from claims.furniture import Genre, blocks


def cut(text: str, genre: Genre = "article", language: str = "zh") -> list[str]:
    """The clauses of a text, line breaks as slashes."""
    view = plain(text)
    return [
        text[c.start : c.end].replace("\n", "/")
        for c in clauses(view, blocks(view, genre, language, text), genre, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("消防局指出，昨晚堤防溃决，溪水灌进三个村落。", ["消防局指出，昨晚堤防溃决", "溪水灌进三个村落"]),
        ("但是，公司拒绝评论。", ["公司拒绝评论"]),
        ("在会议结束之后，市长宣布辞职。", ["在会议结束之后，市长宣布辞职"]),
        ("公司发布了三款产品，包括手机、电脑和手表。", ["公司发布了三款产品，包括手机、电脑和手表"]),
        ("总投资1,200万元，工期两年。", ["总投资1,200万元", "工期两年"]),
        ("船上共有154人，其中37人受伤。", ["船上共有154人", "其中37人受伤"]),
        ("两人骨折伤势较重，所幸无人死亡。", ["两人骨折伤势较重", "所幸无人死亡"]),
        ("和平国小昨天停课一天，和平街则封闭两百公尺。", ["和平国小昨天停课一天", "和平街则封闭两百公尺"]),
        ("警报在事发时没有响起，馆长周一对记者承认。", ["警报在事发时没有响起", "馆长周一对记者承认"]),
        # Too short to stand alone: with what it goes on with, or, at the head, with what goes on with it.
        ("他四月递了辞呈，在厂里干了七年。", ["他四月递了辞呈，在厂里干了七年"]),
        ("屋顶塌了，凌晨三点半。", ["屋顶塌了，凌晨三点半"]),
        ("仓库的屋顶整个塌了下来，凌晨三点半，邻居报了警。", ["仓库的屋顶整个塌了下来", "凌晨三点半，邻居报了警"]),
        (
            "这宗案件上月已经移送，不过到上周五为止，法院没有通知家属。",
            ["这宗案件上月已经移送", "不过到上周五为止，法院没有通知家属"],
        ),
        ("船上一共九人，剩下的两位呢，都是临时雇来的水手。", ["船上一共九人", "剩下的两位呢，都是临时雇来的水手"]),
        ("船靠了岸，港务局随即关闭了第二号码头。", ["船靠了岸，港务局随即关闭了第二号码头"]),
        ("合唱团周五解散了，团长会怎么说？", ["合唱团周五解散了", "团长会怎么说"]),
        ("当晚在桥上的值班员韩松,到任才三天。", ["当晚在桥上的值班员韩松,到任才三天"]),
        ("设计这座桥的不是总工程师，而是一名刚毕业的学生。", ["设计这座桥的不是总工程师，而是一名刚毕业的学生"]),
        ("他说：“我们赢了。我们会继续。”随后离开会场。", ["他说：“我们赢了。我们会继续。”", "随后离开会场"]),
        ("「一切都沒了。」住在隔壁的李先生說。", ["「一切都沒了。」住在隔壁的李先生說"]),
    ],
)
def test_chinese_prose_is_cut_at_predicates(text: str, expected: list[str]) -> None:
    """What leans on its neighbour stays with it."""
    assert cut(text) == expected


def test_lines_of_a_transcript_are_joined_into_clauses() -> None:
    """A subject on a line of its own belongs to the line below, an addition to the one above."""
    text = "公司的一位发言人\n对外表示\n工厂已经停产\n他们裁掉了三百人\n包括工程师和销售人员\n"
    assert cut(text, "transcript") == [
        "公司的一位发言人/对外表示/工厂已经停产",
        "他们裁掉了三百人/包括工程师和销售人员",
    ]


def test_lines_of_speech_with_predicates_of_their_own_are_clauses() -> None:
    """No verb of the news and no mark is needed, nor more than a few words."""
    lines = [
        "另外一家公司每天多跑四班",
        "平时过去不到一个小时",
        "现在他们家的船得坐一个半小时",
        "云杉输了",
        "那边压根没回",
    ]
    assert cut("\n".join(lines), "transcript") == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Devlin of Acme Inc. lost. He left.", ["Mr. Devlin of Acme Inc. lost", "He left"]),
        (
            "The fire killed nine people and destroyed 40 homes in Denton.",
            ["The fire killed nine people", "and destroyed 40 homes in Denton"],
        ),
        ("They go round the sun. The last time was long ago.", ["They go round the sun", "The last time was long ago"]),
        # In a few words and without a figure it does not stand alone.
        (
            "The minister came by helicopter and stayed for the night.",
            ["The minister came by helicopter and stayed for the night"],
        ),
        (
            "Ms. Harlow received 50.2 percent, while Mr. Devlin took 49.8 percent.",
            ["Ms. Harlow received 50.2 percent", "while Mr. Devlin took 49.8 percent"],
        ),
        (
            "The quake, which hit at dawn and lasted a minute, sent people into the streets.",
            ["The quake, which hit at dawn and lasted a minute", "sent people into the streets"],
        ),
        # What is put in the place of what is denied is no clause of its own.
        (
            "The leak was not in the roof at all but in a pipe that had burst in March.",
            ["The leak was not in the roof at all but in a pipe that had burst in March"],
        ),
        (
            "It was not a letter at all but a remark at a dinner that had been forgotten for years.",
            ["It was not a letter at all but a remark at a dinner that had been forgotten for years"],
        ),
        (
            "He did not sell the boat but the family has moved away.",
            ["He did not sell the boat", "but the family has moved away"],
        ),
        ("“We won. We will go on,” she said.", ["“We won. We will go on,” she said"]),
        ("They bought bread and butter in the old town.", ["They bought bread and butter in the old town"]),
        ("Analysts cut the U.S. Treasury forecast by half.", ["Analysts cut the U.S. Treasury forecast by half"]),
    ],
)
def test_english_prose_is_cut_where_both_sides_have_a_verb(text: str, expected: list[str]) -> None:
    """Abbreviations, lists, relative clauses and quotations hold together."""
    assert cut(text, language="en") == expected


def test_english_lines_begin_a_clause_with_a_subject_and_a_verb() -> None:
    """Speech without punctuation: a line without a subject goes on with the one above."""
    text = (
        "the sheriff told reporters\nthat nine homes burned\nwinds reached 70 miles\nan hour\nand two roads are closed"
    )
    assert cut(text, "transcript", "en") == [
        "the sheriff told reporters/that nine homes burned",
        "winds reached 70 miles/an hour",
        "and two roads are closed",
    ]
