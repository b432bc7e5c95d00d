"""Contrary words said of two people, bodies, times or contests are no conflict."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

APART = [
    ("县政府赞成在河口修建水电站。", "河口三个村的渔民反对修建水电站。"),
    ("老艺人方得胜昨日去世，终年91岁。", "方得胜1998年收徒时，是当时健在的年纪最大的皮影艺人。"),
    ("国乒小将林一鸣半决赛击败瑞典选手，锁定一枚奖牌。", "林一鸣决赛中不敌法国名将勒布朗，获得亚军。"),
    ("疾控中心通报本周新增麻疹病例九例。", "全国麻疹病例连续第三周减少。"),
    ("參議院通過移民法案，送交總統。", "總統尚未簽署移民法案，白宮說正在研究。"),
    ("社会民主党候选人何志远以微弱优势当选镇长。", "落败的候选人冯秀兰昨晚发表败选感言，祝贺何志远。"),
    ("市區的房租連續兩年上漲。", "郊區的房租今年開始下跌。"),
    ("水泥价格上半年下跌了一成。", "钢材价格则不降反升，每吨涨到四千元。"),
    ("男篮门票全部售罄。", "女篮门票滞销，主办方临时降价。"),
    ("甲组比赛因雨取消。", "乙组比赛照常举行，观众比预期多。"),
    ("另一台机组在检修后恢复运行。", "这台机组在检修后没有恢复运行。"),
    ("三名傷者全部出院。", "同一條街上其餘六家店鋪仍未開門。"),
    ("在野黨杯葛預算案，要求退回重編。", "預算案在執政黨議員一致贊成下通過。"),
]
OPPOSED = [
    ("渔民们反对修建水电站。", "渔民们赞成修建水电站，只要求提高补偿。"),
    ("林一鸣决赛击败勒布朗，夺得金牌。", "林一鸣决赛不敌勒布朗，屈居亚军。"),
    ("何志远以微弱优势当选镇长。", "何志远以四十票之差在镇长选举中落败。"),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_of_two(a: str, b: str) -> None:
    """Another holder, person, time or opponent: both hold."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), OPPOSED)
def test_of_one(a: str, b: str) -> None:
    """The same holder, person or opponent: they cannot both hold."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS
