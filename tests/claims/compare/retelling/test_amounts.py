"""Amounts of two claims that answer to each other: which are versions of one."""

from datetime import date

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling import amounts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The balloon was about 3 kilometres (1.9 miles) up.", "They make it eleven hundred metres."),
        ("About 900 residents were told to leave.", "Some 500 people were evacuated from the valley."),
        ("当天带走问话的是七个人。", "帶回五人訊問。"),
        ("今天上午，警方帶回五人訊問。", "当天带走问话的是七个人。"),
        ("每人發給500元車馬費。", "車馬費每人只拿到兩百。"),
        ("The crew of the tug was 120 sailors.", "There were as few as 90 sailors on it."),
        (
            "The crash killed three people and injured 41 others.",
            "They treated 58 for injuries, among them six children.",
        ),
        ("稽查發現12項缺失，冷庫溫度達11度。", "挑出来十二个毛病，冷库里头是九度。"),
    ],
)
def test_other_amounts_of_one_sort_clash(a: str, b: str) -> None:
    """Also where one is told once more in another unit, and where only one says whom it counts."""
    assert list(amounts.clashes(Pair(features_of(a), features_of(b))))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mill has debt of £610 million.", "Its net debt stands at £315 million."),
        ("公司去年獲利3億元", "公司净利才一亿"),
        ("The barge carried 30,000 litres of diesel.", "About 12,000 litres of diesel leaked from it."),
        ("电影票房三亿元", "首周票房就有一亿八千万元"),
        ("The tank holds 1.9 tonnes.", "The robot in it weighs fourteen kilos."),
        ("Nine passengers were hurt.", "Seven sailors were hurt."),
        ("Nine people were killed.", "Twelve people were arrested."),
        ("It grew by 12 metres (39 feet).", "They speak of 39 feet."),
    ],
)
def test_amounts_of_another_sort_or_size_do_not_clash(a: str, b: str) -> None:
    """Something was taken off one of them first; ten times as much is no version; others are counted."""
    assert not list(amounts.clashes(Pair(features_of(a), features_of(b))))


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("The regatta drew 340 entries.", "The kiosk has sold 340 postcards.", True),
        ("Some 1,200 appointments were called off.", "Twelve hundred visits were lost.", False),
        ("The regatta drew 340 boats.", "It was 340 in the end.", False),
    ],
)
def test_one_number_of_other_things(a: str, b: str, *, found: bool) -> None:
    """A number that counts other things in each ties nothing; where one does not say what, it may be the same."""
    assert amounts.of_other_things(Pair(features_of(a), features_of(b))) is found


def test_what_was_so_years_ago_is_no_other_version() -> None:
    """Only one tells when, and it was long before the other's account."""
    day = date(2025, 3, 12)
    long_ago = features_of("The shares were sold at 260p in 2021.", date=day)
    lately = features_of("The shares were sold at 260p in January.", date=day)
    now = features_of("The shares were at 141p.", date=day)
    assert not list(amounts.clashes(Pair(now, long_ago)))
    assert list(amounts.clashes(Pair(now, lately)))
