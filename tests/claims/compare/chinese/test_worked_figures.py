"""Sums, quotients, changes and shares of the figures of a Chinese sentence, and what is none."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("claim", "sentence", "right", "wrong"),
    [
        ("铁路平均每公里造价超过一亿元", "铁路全长120公里，设站9座，总投资{}亿元。", "156", "96"),
        ("湾区冬天的平均气温高于15度", "湾区年均雨量2,150毫米，夏季均温28.4°C，冬季均温{}°C。", "16.2", "13.7"),
        ("医院的儿科至少有一百张病床", "医院现有病床840张，其中儿科{}张、产科75张。", "120", "90"),
        ("大约每四个居民中就有一个外来人口", "2021年底卡兰县居民80.4万，其中外来人口{}万。", "20.3", "40.3"),
        ("韦伯的婚姻没能维持十年", "韦伯1930年与歌手克鲁格结婚，育有二女，{}年离异。", "1938", "1948"),
        ("矿山的年产量已降到原来的一半以下", "矿山年产量由2008年的90万吨降至2018年的{}万吨。", "40", "60"),
        ("苏远担任市长的时间还不满三年", "苏远1983年出任副市长，1987年4月升任市长，{}年12月卸任。", "1989", "1992"),
        ("第二炉的铁水温度高于1400度", "第一炉铁水温度1,390度，第二炉{}度，每炉约出铁40吨。", "1,430", "1,370"),
        ("合唱团一半以上的团员来自外地", "合唱团有团员80人，其中外地{}人。", "46", "26"),
        ("电费每度上调了一角", "电费由每度0.52元调整为每度{}元，7月1日起实施。", "0.62", "0.82"),
        ("银行下调贷款利率半个百分点", "银行将贷款利率由4.85%调至{}%，存款利率不变。", "4.35", "4.75"),
    ],
)
def test_what_the_parts_make_decides(claim: str, sentence: str, right: str, wrong: str) -> None:
    """What a claim asks for is worked out from the figures of just that; nothing is added up that it does not name."""
    kinds = [compare_texts(claim, sentence.format(value), given=True).kind for value in (right, wrong)]
    assert kinds[0] in {RelationKind.REFINES, RelationKind.CORROBORATES}
    assert kinds[1] is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("來台過冬的候鳥十年增一倍", "來台過冬的候鳥數量是十年前的兩倍", True),
        ("捐血袋數翻倍", "捐血袋數成長一倍", True),
        ("公投同意票未過半", "公投同意票占五成六", False),
        ("他捐出千万元", "他捐出1230万元", True),
        ("他捐出千万元", "他捐出130万元", False),
        ("候选人以52.3%的得票率当选", "选委会说，补选的投票率仅38.9%，比上届少了近十个百分点", False),
    ],
)
def test_what_grew_by_one_time_is_twice_as_much(a: str, b: str, agree: bool) -> None:
    """增一倍 is 两倍; a sum named by its size alone leaves its figures open."""
    kind = compare_texts(a, b, given=True).kind
    assert (kind is not None and kind is not RelationKind.CONFLICTS) == agree
