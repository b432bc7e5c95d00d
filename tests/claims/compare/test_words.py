"""How the tables say that words stand to one another."""

import pytest

from claims.compare import compare_texts, words
from claims.model import RelationKind


@pytest.mark.parametrize("group", ["antonyms", "of_one_thing", "contrasts"])
def test_no_word_is_its_own_contrary(group: str) -> None:
    """A word on one side of a line, or one that means the same, does not stand on the other side."""
    assert [word for word, contrary in words.opposites(group).items() if word in contrary] == []


def test_what_is_written_on_a_line_of_notes_is_no_word() -> None:
    """Lines that only name the field of the next ones are not read as words."""
    assert not any("#" in word for group in ("antonyms", "contrasts") for word in words.opposites(group))
    assert "#" not in words.classes()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("市政府宣布解除宵禁", "市政府宣布延长宵禁两周"),
        ("工会决定接受资方的方案", "工会决定退回资方的方案"),
        ("学校将保留射击队", "学校将砍掉射击队"),
        ("兩國恢復互免簽證", "兩國中止互免簽證"),
        ("公司同意公开调查报告", "公司拒绝公开调查报告"),
    ],
)
def test_contrary_deeds_done_to_one_thing_clash(a: str, b: str) -> None:
    """Lifting and prolonging are contraries when both are said of the same thing."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("市政府宣布解除宵禁", "市政府宣布延长图书馆开放时间"),
        ("集团收购了一家造纸厂", "集团出售了两家酒店"),
        ("公司關閉兩條舊生產線", "公司增設一個研發中心"),
    ],
)
def test_contrary_deeds_done_to_two_things_do_not_clash(a: str, b: str) -> None:
    """Who closes one thing may open another."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("获释", "羁押"),
        ("落网", "在逃"),
        ("扭亏为盈", "由盈转亏"),
        ("涨停", "跌停"),
        ("停牌", "复牌"),
        ("痊愈", "病危"),
        ("复电", "停电"),
        ("扑灭", "蔓延"),
        ("合宪", "违宪"),
        ("滞销", "售罄"),
    ],
)
def test_words_of_the_news_that_cannot_both_hold(one: str, other: str) -> None:
    """Of one thing at one time only one of them is true."""
    assert words.opposed(words.stem(one), words.stem(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("上议院", "下议院"),
        ("外交部", "国防部"),
        ("驱逐舰", "护卫舰"),
        ("肺癌", "肝癌"),
        ("人民币", "欧元"),
        ("火星", "金星"),
    ],
)
def test_members_of_one_class_tell_two_things_apart(one: str, other: str) -> None:
    """What is one of them is not the other."""
    assert words.exclude(words.stem(one), words.stem(other))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("反对派同意参加和谈", "反对派拒绝参加和谈，称条件不成熟"),
        ("董事会批准了并购案", "董事会否决了并购案，理由是市场不景气"),
        ("該校恢復招收男生", "該校停止招收男生，校友措手不及"),
    ],
)
def test_a_negation_inside_a_word_denies_nothing(a: str, b: str) -> None:
    """Unripe and unforeseen hold a negating character and do not turn the statement about."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("她曾任卫生部长", "她曾任教育部长"),
        ("他当过律师", "他当过记者"),
        ("她演过皇后", "她演过公主"),
        ("影片曾获金狮奖", "影片曾获金熊奖"),
    ],
)
def test_what_somebody_once_was_excludes_nothing(a: str, b: str) -> None:
    """Two offices, trades or prizes of one life both hold."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), [("她现任卫生部长", "她现任教育部长"), ("影片获金狮奖", "影片获金熊奖")])
def test_what_somebody_is_excludes_the_like(a: str, b: str) -> None:
    """Of what only one can be at a time another one is a conflict."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    "forms",
    [
        "agree agreed agrees agreeing",
        "exceed exceeds exceeded",
        "proceed proceeded",
        "guarantee guaranteed",
        "use used",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    """Words in -eed keep it, those in -ee lose only the d."""
    assert len({words.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry to St. Kilda was cancelled on Tuesday.", "The ferry to Saint Kilda was cancelled on Tuesday."),
        ("Two climbers were rescued from Mt. Hargrove.", "Two climbers were rescued from Mount Hargrove."),
        ("Gen. Hugo Marsh commanded the Second Army.", "General Hugo Marsh commanded the Second Army."),
        ("A case was found in the port of Saint-Aubin.", "A case was found in the port of St. Aubin."),
    ],
)
def test_a_name_written_short_is_that_name(one: str, other: str) -> None:
    """St. is Saint, with or without a point or a hyphen."""
    assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("The Senate confirmed her nomination.", "The Senate rejected her nomination.", True),
        (
            "In May the regulator cleared the takeover of Norby.",
            "In May the regulator blocked the takeover of Norby.",
            True,
        ),
        (
            "The court confirmed the conviction of Lund.",
            "The court rejected Lund's appeal against his conviction.",
            False,
        ),
    ],
)
def test_some_deeds_are_contrary_when_done_to_one_thing(a: str, b: str, clash: bool) -> None:
    """Who confirms a verdict rejects the appeal; who confirms a nomination does not reject it."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) == clash
