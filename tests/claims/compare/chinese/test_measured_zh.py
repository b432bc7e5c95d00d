"""Two figures of one measure of one thing, in two Chinese statements of whatever words."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("旅客投訴在墾丁吃一碗刨冰被收450元", "墾丁刨冰店拿出單據，旅客那碗刨冰只收了45元"),
        ("烏山頭水庫蓄水率12日仍有六成二", "烏山頭水庫12日蓄水率已跌破三成"),
        ("花火節主辦單位宣布湧入38萬人次", "花火節人潮不如預期，警方統計總參觀人次僅約21萬"),
        ("爆料者說一座候車亭造價高達96萬元", "公路局出示合約，單座候車亭發包單價只有31萬元"),
        ("海巡船這趟載走九隻海龜野放", "野放那天海巡船只載了五隻海龜"),
    ],
)
def test_one_measure(a: str, b: str) -> None:
    """Who says how little it is contradicts whoever gives more of the same measure."""
    assert compare_texts(a, b, given=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("花火節開幕當天湧入6萬人次", "花火節主辦單位結算，總參觀人次僅約21萬"),
        ("南岸水庫蓄水率跌破三成", "北岸水庫蓄水率仍有七成"),
        ("公司去年每股賺4.2元", "公司今年第一季每股僅賺0.9元"),
    ],
)
def test_a_part_or_another(a: str, b: str) -> None:
    """The first day, another reservoir and another period have figures of their own."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT
