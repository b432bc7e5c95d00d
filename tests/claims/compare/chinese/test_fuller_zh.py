"""Of two Chinese statements that say the same, the one that says more refines the other."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

SAME = {RelationKind.CORROBORATES, RelationKind.DUPLICATES}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("沙田大會堂外牆剝落有人受傷", "沙田大會堂外牆剝落，三人受傷"),
        ("白河水庫約有三百萬噸蓄水", "白河水庫蓄水為三百零四萬一千噸"),
        ("這種電池可用超過兩天", "這種電池能連用六十小時"),
        ("詩人周夢舟任教於台中", "詩人周夢舟曾在台中的東海大學任教十多年"),
        ("林曉芸在亞運會奪得千米金牌", "林曉芸以三分十二秒奪得亞運會女子千米金牌"),
    ],
)
def test_what_adds_to_a_short_one_refines_it(a: str, b: str) -> None:
    """A figure, a place or a value in place of a bound is more, even in few words."""
    found = compare_texts(a, b, given=True)
    assert (found.kind, found.direction) == (RelationKind.REFINES, "b_to_a")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("去年本港有近八千宗網購騙案", "本港去年的網購騙案接近八千宗"),
        ("該湖泊深不及三公尺", "該湖泊的水深不到三公尺"),
        ("宜蘭縣約有四十五萬人口", "宜蘭縣人口大約四十五萬人"),
    ],
)
def test_the_same_in_other_words_is_no_more(a: str, b: str) -> None:
    """Another order, or another word for the same bound, adds nothing."""
    assert compare_texts(a, b, given=True).kind in SAME


def test_what_tells_a_good_deal_more_refines() -> None:
    """A statement with half as much again and more to tell is no mere repetition; one in as many words is."""
    a = "大埔一間食品工場昨晚起火，兩名工人受傷。"
    more = "大埔一間食品工場昨晚起火，火警升為三級，兩名工人受傷送院，一人危殆。"
    assert compare_texts(a, more, given=True).kind is RelationKind.REFINES
    assert compare_texts(a, "昨晚大埔一間食品工場失火，工人兩名受傷。", given=True).kind in SAME


@pytest.mark.parametrize(
    ("a", "b", "closer"),
    [
        ("周六仁川飛香港的航班延誤逾五小時", "周六仁川飛港航班延誤五小時四十分", True),
        ("高雄捷運黃線將在2034年前通車", "高雄捷運黃線預定2032年底通車", True),
        ("鴻遠航運第三季獲利衰退", "鴻遠航運第三季淨利年減37%", True),
        ("戴資穎世界第一累計超過二百周", "戴資穎總計有兩百多週排名世界第一", False),
        ("基本工資明年調高到28,590元", "明年起最低月薪調升至2萬8590元", False),
        ("公司將裁掉三成員工", "公司計劃解僱百分之三十的職員", False),
        ("外籍學生在台打工每週上限二十小時", "外籍生在台灣一週最多打工20小時", False),
    ],
)
def test_the_closer_of_two_figures(a: str, b: str, closer: bool) -> None:
    """A value within a bound, a time within a time and a figure of its own refine; other words for one bound do not."""
    found = compare_texts(a, b, given=True)
    assert found.kind is (RelationKind.REFINES if closer else RelationKind.CORROBORATES)
    assert found.direction == ("b_to_a" if closer else None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("國道三號今早發生車禍", "國三南下關西段今天清晨五車連環追撞"),
        ("金曲歌后由原住民歌手奪得", "排灣族歌手伊蘭首度入圍即奪金曲歌后"),
        ("渔翁岛灯塔建于清朝", "渔翁岛灯塔于清光绪元年建成"),
    ],
)
def test_a_kind_of_what_is_named_in_general(a: str, b: str) -> None:
    """A pile-up is a traffic accident, a Paiwan an aborigine, the Guangxu era one of the Qing: the kind tells more."""
    found = compare_texts(a, b, given=True)
    assert (found.kind, found.direction) == (RelationKind.REFINES, "b_to_a")
