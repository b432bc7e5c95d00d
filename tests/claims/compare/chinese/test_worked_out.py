"""Figures that a sentence gives only the parts of, and what they make of a claim."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLAIMS = [
    ("出席率超過九成", "會員共2,400人，昨天有{}人出席，會議開了3小時。", "2,250", "1,630"),
    ("该店营业额比去年下降三成以上", "该店今年营业额为{}万元，去年为300万元，员工减至12人。", "180", "262"),
    ("乘客連同機員共逾兩百人", "機上{}名乘客及9名機員全部平安，航班延誤四小時。", "196", "171"),
    ("这座水库每天平均供水超过两万吨", "7天里这座水库累计供水{}万吨，水位下降0.4米。", "16.8", "9.1"),
    ("诗人活到了八十岁以上", "这位诗人1901年生于绍兴，{}年病逝于上海，留下诗集九部。", "1988", "1962"),
    ("手術花了不到三小時", "手術從上午9時10分開始，到{}結束，醫療團隊共有11人。", "11時40分", "13時25分"),
    ("劇團成立於民國七十年代", "這個劇團{}年成立，至今演出過40部作品，走訪9個國家。", "1985", "1996"),
    ("最低氣溫跌破零下五度", "受寒流影響，山區今晨最低氣溫降至零下{}℃，積雪深12公分。", "6.3", "3.1"),
]
"""A claim, a sentence with a gap, what bears the claim out there and what does not."""


@pytest.mark.parametrize(("claim", "sentence", "right", "wrong"), CLAIMS)
def test_a_figure_worked_out(claim: str, sentence: str, right: str, wrong: str) -> None:
    """One figure of the sentence decides whether the claim holds, whichever of the two is named first."""
    agreeing = {RelationKind.REFINES, RelationKind.CORROBORATES}
    for one, other in ((claim, sentence.format(right)), (sentence.format(right), claim)):
        assert compare_texts(one, other, given=True).kind in agreeing
    assert compare_texts(claim, sentence.format(wrong), given=True).kind is RelationKind.CONFLICTS


def test_only_what_was_laid_side_by_side() -> None:
    """Among many statements nothing is worked out: too many figures would fit."""
    claim, sentence, _, wrong = CLAIMS[0]
    assert compare_texts(claim, sentence.format(wrong)).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("修复这座钟楼用了三年时间。", "钟楼昨天重新开放，自2018年5月封闭以来，工匠用了三年时间，更换了上千块砖。"),
        ("输气管道的铺设耗时两年。", "输气管道今晨通气，自2020年9月开工以来，铺设耗时两年，共穿越九条河流。"),
    ],
)
def test_yesterday_lies_nowhere(a: str, b: str) -> None:
    """From a known month to a yesterday that is not known no span is worked out."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
