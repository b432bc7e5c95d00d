"""Clashes that are none, because the two statements are of two occasions; and those that stay."""

import pytest

from claims.compare import Comparison, compare_texts
from claims.compare.alignment import Pair
from claims.compare.reading import cached_features
from claims.compare.retelling.occasions import apart
from claims.model import Facet, RelationKind, Resolution

OF_TWO_OCCASIONS = [
    ("The index gained 120 points in the morning.", "At the closing bell the index had lost 40 points."),
    ("Port workers moved 310 containers on Tuesday.", "On Thursday the port's workers moved 120 containers."),
    ("Ferry tickets will cost more than 30 euros, the operator had warned.", "A ferry ticket costs 24 euros."),
    ("The flood drove 900 people from their homes.", "Of the flooded, 150 people still sleep in the gym."),
    ("The ministry reckons the tunnel will cost 2 billion.", "Auditors calculated that it will cost 3 billion."),
    ("高铁站工地坍塌，六名工人获救", "搜救队在倒塌的工地再救出三名工人"),
    ("松江電子8月賣出5萬台平板", "松江電子前八個月累計賣出31萬台平板"),
    ("全国失业率为4.9%", "餐饮业失业率升至7.2%"),
    ("检方起诉前议长赖文德", "前议长赖文德的妻子不予起诉"),
    ("气象台估计降雨量达300毫米", "水利局测得降雨量为180毫米"),
    ("Opposition parties left the hall before the vote on the law.", "Parliament adopted the law by 88 votes to 3."),
    ("海港队击败山城队，重返榜首", "海港队不敌河畔铁路，错失榜首"),
    ("气象台发布暴雨预警，预计周五有大雨", "周五雨势转弱，气象台已解除预警"),
    ("县医院否认手术器械不合格", "调查组进驻县医院，两周后公布结论"),
    ("主犯遭法院羁押两个月", "三名车手各以十万元交保"),
    ("银行年初预计利润增长超过10%", "银行全年利润仅增4%，不及年初目标"),
    ("台风傍晚造成3人失踪", "台风过后第四天，最后一名失踪者获救"),
]
STILL_CLASH = [
    ("The ferry sank on Tuesday with 40 people aboard.", "The ferry that sank on Tuesday had 60 people aboard."),
    ("Organisers said the march drew 5,000 people.", "The march drew 9,000 people, its organisers said."),
    ("罢工周五早上开始，共有三百名司机参加", "罢工周五早上开始，共有八百名司机参加"),
    ("議會三讀通過禁菸條例", "議會三讀否決禁菸條例"),
    ("檢方起訴議長賴文德", "檢方不起訴議長賴文德"),
]


@pytest.mark.parametrize(("a", "b"), OF_TWO_OCCASIONS, ids=[row[0][:30] for row in OF_TWO_OCCASIONS])
def test_what_differs_in_time_part_or_person_is_no_conflict(a: str, b: str) -> None:
    """Laid side by side, in either order."""
    for one, other in ((a, b), (b, a)):
        assert compare_texts(one, other, given=True).kind is not RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b", "why", "resolution"),
    [
        (
            "Sixty boats reached the harbour of Lund during the night.",
            "In the morning the harbour of Lund was reached by 85 boats.",
            "one is of the night, the other of the morning",
            Resolution.TEMPORAL_CHANGE,
        ),
        (
            "At the fair in Lund the council expects 4,000 visitors.",
            "Visitors numbered 2,500, the council of Lund said of its fair.",
            "one was expected, the other has come",
            Resolution.TEMPORAL_CHANGE,
        ),
        ("早上有四十名伤者送到救护站", "救护站下午收治伤者九十名", "one is of the morning", Resolution.TEMPORAL_CHANGE),
    ],
)
def test_the_reason_names_what_tells_them_apart(a: str, b: str, why: str, resolution: Resolution) -> None:
    """What a conflict could have been resolved by is said instead of a conflict."""
    pair = Pair(cached_features(a, None), cached_features(b, None), given=True)
    clash = Comparison(kind=RelationKind.CONFLICTS, facet=Facet.QUANTITY, score=0.5, reasons=(f"{a} {b}",))
    found = apart(pair, clash)
    assert found is not None
    assert why in found[0]
    assert found[1] is resolution


@pytest.mark.parametrize(("a", "b"), STILL_CLASH, ids=[row[0][:30] for row in STILL_CLASH])
def test_what_differs_in_one_fact_still_clashes(a: str, b: str) -> None:
    """The same day, the same source or the same person on both sides tells nothing apart."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


def test_what_little_is_shared_is_told_of_two_matters() -> None:
    """Two sentences of like length that have a name and a unit in common, and little else."""
    a = "Drivers at the Calder depot want a rise of 9 percent for night work, their union said."
    b = "Passenger numbers at the Calder harbour fell by 4 percent after the storms in spring."
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS


def test_two_long_sentences_in_words_of_their_own_are_no_claim_and_its_answer() -> None:
    """What a bridge was to cost and what it cost are two sums; a short claim about it is still answered."""
    plan = "The Orlen Bridge, which was to cost 190 million pounds when Parliament approved it, opened on Monday."
    bill = "By the time the ribbon was cut, the bill for the Orlen Bridge had reached 268 million pounds, it was said."
    assert compare_texts(plan, bill, given=True).kind is not RelationKind.CONFLICTS
    claim = "The Orlen Bridge cost less than 200 million pounds."
    assert compare_texts(claim, bill, given=True).kind is RelationKind.CONFLICTS


def test_a_part_that_the_claim_counts_by_its_own_words_answers_it() -> None:
    """Of whom so many were in intensive care answers how many were in intensive care."""
    found = compare_texts(
        "Fewer than 50 patients were in intensive care on 1 May.",
        "On 1 May, 612 people were in hospital, 58 of them in intensive care.",
        given=True,
    )
    assert found.kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "The telescope discovered over 2,000 planets.",
            "When it was switched off the telescope had found 1,870 planets and a further 2,900 candidates.",
        ),
        (
            "It was the deadliest avalanche in the country, with over 80 killed.",
            "The avalanche of 1954 killed 76 people in the valley and remains the deadliest in the country's history.",
        ),
        (
            "Under 5% of the people in the valley still speak Lomarish.",
            "Once the tongue of the valley, Lomarish is now spoken by 8.3 per cent of its inhabitants.",
        ),
    ],
)
def test_what_is_left_or_added_is_told_beside_the_figure(claim: str, told: str) -> None:
    """Words for more or what remains elsewhere in a clause say nothing of the English figure that clashes."""
    assert compare_texts(claim, told, given=True).kind is RelationKind.CONFLICTS


def test_the_same_decade_ties_two_counts() -> None:
    """A time in common counts, though it is one word; without it, the two may be of any years."""
    one, other = "石湾镇在{}煤矿全盛期，共有十四座矿坑同时开采。", "煤业最兴盛的{}，石湾镇同时运作的矿坑为九座。"
    dated = compare_texts(one.format("一九六〇年代的"), other.format("一九六〇年代"), given=True)
    assert dated.kind is RelationKind.CONFLICTS
    assert compare_texts(one.format(""), other.format("时候"), given=True).kind is not RelationKind.CONFLICTS
