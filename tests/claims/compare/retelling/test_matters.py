"""What two accounts of one affair disagree about, each in its own words or language."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling import matters


def opposed(a: str, b: str, *, own: bool = False) -> bool:
    """Whether the two tell other poles of one matter, whichever comes first."""
    one, other = features_of(a), features_of(b)
    found = [matters.opposed(Pair(one, other), own=own), matters.opposed(Pair(other, one), own=own)]
    assert (found[0] is None) == (found[1] is None)
    return found[0] is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nobody was hurt when the crane came down.", "A welder broke his leg, his wife says."),
        ("The club paid its players in full.", "Two defenders told us that they are still owed a month."),
        ("Tenants were notified weeks ago.", "She learned of it from a poster on the stairs."),
        ("The ferry was fully insured.", "The policy had lapsed in March, the broker says."),
        ("The director has no intention of resigning.", "On Friday the director handed in her notice."),
        ("校方表示已第一时间通知家长", "孩子的爸爸说,他是看了新闻才知道的"),
        ("持票观众可获全额退款", "钱不退 只给了一张代金券"),
        ("No one died in the collapse.", "一名工人伤重不治"),
    ],
)
def test_contraries_in_other_words(a: str, b: str) -> None:
    """Whether somebody was hurt, paid, told, insured; who stays; what one gets back; in two languages too."""
    assert opposed(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nobody was hurt when the crane came down.", "The welders were unharmed."),
        ("The club paid its players in full.", "The players had hoped to be paid in full."),
        ("The theatre is closed.", "It is expected to reopen in May."),
        ("剧院已经关闭", "预计五月重开"),
        ("剧院即日起闭馆", "预计下星期三重开"),
        ("警方逮捕一名男子", "抓人了没有 抓了"),
        ("校方已通知家长", "家长都收到了短信通知"),
    ],
)
def test_one_pole_or_an_open_one(a: str, b: str) -> None:
    """Two words for one pole agree; what is hoped for or planned has not come about."""
    assert not opposed(a, b)


def test_words_that_do_not_name_their_thing() -> None:
    """What goes on or stops is no matter of its own: it must be the same thing that does."""
    assert opposed("The mill has resumed work.", "The mill stands idle.")
    assert not opposed("The mill has resumed work.", "The mill stands idle.", own=True)
