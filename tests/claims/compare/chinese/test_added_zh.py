"""Parts of one whole that a Chinese sentence tells one after the other, of one bearer."""

import pytest

from claims.compare import compare_texts, features_of
from claims.compare.chinese.added_zh import parts_of
from claims.model import RelationKind

HALVES = "后卫谢远山上半场得到14分，下半场再添{}分，另有6次助攻，当选最佳球员。"
WHOLES = [
    ("谢远山在决赛拿下至少25分", HALVES, "13", "7"),
    ("谢远山得到27分", HALVES, "13", "5"),
    ("医院收治至少45名伤者", "医院先收治38名伤者，随后又收治{}名，其中有人重伤。", "12", "3"),
    ("消防局派出超过30辆消防车", "消防局先派出20辆消防车，之后再增派{}辆，火势凌晨受控。", "15", "4"),
    ("该馆当天接待游客超过2000人", "该馆上午接待游客1200人，下午又接待{}人，门票售罄。", "900", "300"),
    ("该店新开门店超过200家", "该店上半年开出120家门店，下半年再开{}家。", "90", "20"),
    ("爆炸造成超过十人死伤", "爆炸致4人遇难，{}人受伤，救援已结束。", "11", "2"),
    ("事故造成至少15人伤亡", "事故造成3人死亡，另有{}人受伤，路段封闭。", "15", "4"),
    ("这家公司裁员至少七百人", "这家公司上半年裁员500人，下半年又裁员{}人，股价下跌。", "300", "100"),
]


@pytest.mark.parametrize(("claim", "sentence", "true", "false"), WHOLES)
def test_what_is_added_is_summed(claim: str, sentence: str, true: str, false: str) -> None:
    """The whole answers a claim that names no part."""
    assert compare_texts(claim, sentence.format(true), given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, sentence.format(false), given=True).kind is RelationKind.CONFLICTS


def test_a_named_part_is_answered_by_itself() -> None:
    """Twelve points before the break are no 25."""
    told = compare_texts("谢远山上半场拿下至少25分", HALVES.format("13"), given=True)
    assert told.kind is RelationKind.CONFLICTS
    assert compare_texts("谢远山上半场得到14分", HALVES.format("13"), given=True).kind is RelationKind.REFINES


@pytest.mark.parametrize(
    "text",
    [
        "谢远山得到14分，程一帆再添13分。",
        "警方逮捕7人，另有3人被通缉。",
        "谢远山得到14分，抢下6个篮板。",
        "协会捐赠电脑120台，另捐打印机30台。",
    ],
)
def test_what_another_did_is_no_part(text: str) -> None:
    """Points of a team mate, others who are wanted, another unit or thing."""
    assert not parts_of(features_of(text))
