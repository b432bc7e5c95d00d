"""Names and their aliases are found by cues."""

import pytest

from claims.features.names import names
from claims.model import EntityType


def found(text: str) -> dict[str, EntityType]:
    """The names in a text under which they go, with their types."""
    return {mention.name: mention.type for mention in names(text).mentions}


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("首席财务官何景行（Jason Ho）表示业绩良好。", "何景行", "Jason Ho"),
        ("研究员 Avi Verma（阿维·维尔马）已离职。", "Avi Verma", "阿维·维尔马"),
        ("阿夫罗兹·莫希丁（Afroz Mohiuddin）是工程师。", "阿夫罗兹·莫希丁", "Afroz Mohiuddin"),
        ("The Institute of Applied Hydrology (IAH) met.", "Institute of Applied Hydrology", "IAH"),
        ("恒裕銀行（Hang Yu Bank）發言人說。", "恒裕銀行", "Hang Yu Bank"),
    ],
)
def test_brackets_teach_another_name(text: str, name: str, alias: str) -> None:
    """The name in front stays, the one in brackets stands for it."""
    assert [(a.name, a.alias) for a in names(text).aliases] == [(name, alias)]


@pytest.mark.parametrize("text", ["林书雅（现任院长）表示", "销量（同比）下降", "该案（2023年）审结", "他（笑）说"])
def test_other_brackets_teach_nothing(text: str) -> None:
    """A remark in brackets is no name."""
    assert names(text).aliases == ()


def test_an_alias_goes_by_the_name_that_came_first() -> None:
    """Later mentions in the other script are mentions of the same person."""
    book = names("首席财务官何景行（Jason Ho）辞职。Jason Ho 没有回应。")
    assert {m.name for m in book.mentions} == {"何景行"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("市长徐建邦前往勘灾", "徐建邦", EntityType.PERSON),
        ("法官杜慧儀判刑時指出", "杜慧儀", EntityType.PERSON),
        ("他加入北岭大学担任教授", "北岭大学", EntityType.ORGANISATION),
        ("她在苏黎世工作", "苏黎世", EntityType.PLACE),
        ("马丁·科尔被董事会赶走", "马丁·科尔", EntityType.PERSON),
        ("Telvix Inc. makes robots.", "Telvix Inc", EntityType.ORGANISATION),
        ("Sheriff Dale Montoya spoke.", "Dale Montoya", EntityType.PERSON),
        ("They met in Stockholm.", "Stockholm", EntityType.PLACE),
        ("The University of Oslo closed.", "University of Oslo", EntityType.ORGANISATION),
        ("Bangkok Gov. Chadchart Sittipunt said so.", "Chadchart Sittipunt", EntityType.PERSON),
    ],
)
def test_titles_endings_and_sounds_show_a_name(text: str, name: str, kind: EntityType) -> None:
    """Each cue gives the name its type."""
    assert found(text).get(name) is kind


def test_a_family_name_stands_for_the_person_named_in_full() -> None:
    """Ms. Harlow is Marcia Harlow."""
    assert set(found("Marcia Harlow won. Ms. Harlow thanked the voters.")) == {"Marcia Harlow"}


@pytest.mark.parametrize("text", ["公司方面表示没有问题", "The report came on Monday.", "AI 人才很贵", "高管宣布辞职"])
def test_common_words_are_no_names(text: str) -> None:
    """Weekdays, first words, family names inside words and abbreviations of things."""
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Ruzic left SK Holmvik on Monday.", "SK Holmvik"),
        ("Real Montera, of Spain, offered more.", "Real Montera"),
        ("Vale Harbour have signed two players.", "Vale Harbour"),
        ("He wrote to Orla Brandt, the company that owns the mill.", "Orla Brandt"),
    ],
)
def test_a_body_is_no_person(text: str, name: str) -> None:
    """Words of clubs, a plural verb after one name, and what it is said to be show a body."""
    assert found(text)[name] is EntityType.ORGANISATION


def test_a_club_goes_by_its_name_alone() -> None:
    """Holmvik, of SK Holmvik."""
    book = names("SK Holmvik lost on Monday. Nobody at Holmvik would talk.")
    assert {mention.name for mention in book.mentions} == {"SK Holmvik"}


def test_what_an_article_stands_before_is_no_person() -> None:
    """A Vale Harbour player is no Vale."""
    assert found("He is a Vale Harbour player now.")["Vale Harbour"] is not EntityType.PERSON


@pytest.mark.parametrize("text", ["I'm told so.", "They'd gone.", "We've seen it.", "Somebody left."])
def test_pronouns_with_their_verb_are_no_names(text: str) -> None:
    """What a capital at the head of a sentence stands on need not be a name."""
    assert not found(text)


def test_a_time_begins_no_name() -> None:
    """同一天公司 is a day and a company; 同心公司 is one company."""
    assert not names("我私信里全是问这个的因为同一天公司说要裁人").mentions
    assert [one.name for one in names("他在同心公司任职").mentions] == ["同心公司"]


@pytest.mark.parametrize("text", ["我非去一趟医院不可", "你去一趟医院", "他们到医院", "去过三家银行"])
def test_who_goes_there_begins_no_name(text: str) -> None:
    """我去一趟医院 is somebody on the way to a hospital."""
    assert not found(text)
    assert "非洲开发银行" in found("非洲开发银行宣布加息。")
