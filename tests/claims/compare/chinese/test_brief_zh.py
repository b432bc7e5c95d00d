"""Two short Chinese claims that share most of the shorter one tell the same, unless something tells them apart."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

AGREEING = {RelationKind.CORROBORATES, RelationKind.DUPLICATES, RelationKind.REFINES}
SAME = AGREEING - {RelationKind.REFINES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("中學生近視比率逾七成", "超過70%的國中生有近視"),
        ("兩家航空公司計畫合併", "兩家航空公司打算併成一家"),
        ("雲林縣明年起不再補助太陽能板", "雲林縣的太陽能板補助只發到今年底"),
        ("王小明以五票之差落選鄉長", "王小明選鄉長，差五票沒選上"),
        ("展館謝絕寵物進入", "遊客不得攜帶寵物進展館"),
        ("郭泓志決定退役，不再打職業棒球", "郭泓志宣布高掛球鞋"),
        ("在輕軌車站裡不可以吃東西", "輕軌站內禁止飲食"),
        ("在新左營站停車不用付費", "新左營站停車免錢"),
        ("每十名老人就有八人患慢性病", "八成長者有慢性病"),
        ("連體嬰分割手術順利完成", "手術成功，連體嬰順利分割"),
    ],
)
def test_the_same_in_short(a: str, b: str) -> None:
    """Other words for a rule, an outcome or a share say the same."""
    assert compare_texts(a, b, given=True).kind in SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("林教授曾經出國念書", "林教授曾赴英國攻讀公共行政博士"),
        ("台東農產品外銷日本", "台東的釋迦和鳳梨外銷到日本"),
        ("長期熬夜對健康有害", "長期熬夜會增加罹患糖尿病的風險"),
        ("他是一名作家", "他是寫過十二本推理小說的作家"),
        ("市區發生槍擊案", "昨晚八點左右，三重一家熱炒店外發生槍擊案，一人中彈"),
        ("古廟遺失文物", "艋舺古廟遺失一尊清代石獅"),
        ("部分民眾疑似食物中毒", "旗津一間海產店有十三名食客疑似食物中毒"),
    ],
)
def test_a_kind_refines_the_general_word(a: str, b: str) -> None:
    """What belongs to the general word of the other claim is the same, told more closely."""
    found = compare_texts(a, b, given=True)
    assert (found.kind, found.direction) == (RelationKind.REFINES, "b_to_a")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("該島的居民以捕魚為生", "該島的火山去年噴發過一次"),
        ("翠湖隧道全長十二公里", "翠湖隧道內設有地磁感應裝置"),
    ],
)
def test_another_matter_of_the_same_thing(a: str, b: str) -> None:
    """What is told of one thing besides is no agreement."""
    assert compare_texts(a, b, given=True).kind not in AGREEING


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("強震過後核三廠運轉正常", "核三廠未受強震影響"),
        ("《角頭》系列電影導演是姜瑞智", "姜瑞智執導《角頭》系列"),
        ("陳水扁是台灣第一位民進黨籍總統", "首位出身民進黨的台灣總統是陳水扁"),
        ("高鐵末班車晚間11點從南港發車", "台灣高鐵最後一班車23:00自南港開出"),
    ],
)
def test_the_same_turned_about(a: str, b: str) -> None:
    """A denial of the contrary, an office for what is done in it and an equation turned about say the same."""
    assert compare_texts(a, b, given=True).kind in SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("陳水扁的律師是鄭文龍的學生", "鄭文龍的律師是陳水扁的學生"),
        ("《角頭》的導演是姜瑞智的學生", "姜瑞智的導演是《角頭》的學生"),
    ],
)
def test_turned_about_is_another_relation(a: str, b: str) -> None:
    """Two that changed places in a relation do not say the same."""
    assert compare_texts(a, b, given=True).kind not in SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("老师表扬了小明的弟弟。", "老师的弟弟表扬了小明。"),
        ("他是前国王的私人医生，1961年起兼任大学讲师。", "他是国王的前私人医生，1961年起兼任大学讲师。"),
        ("他是第一位获得该奖的非洲作家。", "他是获得该奖的第一位作家，来自非洲。"),
    ],
)
def test_whose_brother_and_the_first_among_whom_tell_two_apart(one: str, other: str) -> None:
    """The words are the same, but who stands in which place, and what a rank is among, is not."""
    assert compare_texts(one, other, given=True).kind in {None, RelationKind.CONFLICTS}
