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
        ("Tenants must store the bottles outdoors.", "The bottles are kept indoors, the notice says."),
        ("The mate was at the helm.", "The mate had gone below, leaving a deckhand in charge."),
        ("The rider was wearing a helmet.", "She was not wearing a helmet, a nurse says."),
        ("The dairy has no record of any such letter.", "Its own files contain the letter."),
        ("No data was stolen.", "The thieves have the members' card numbers."),
        ("The backups are intact.", "The safety copies had been scrambled too."),
        ("The new pier has been postponed until May.", "The pier has been scrapped, a clerk says."),
        ("The fair was paid for out of public money.", "The fair was privately funded."),
        ("The council met behind closed doors.", "The vote was taken in public."),
        ("The dancer lost her footing.", "The platform dropped first, the film shows."),
        ("新厂的启用推迟到明年", "那个厂不盖了"),
        ("他否认会回锅", "他松口说愿意回来"),
        ("驾驶系了安全带", "他没系安全带"),
        ("死者身份尚未确认", "死者身份已获证实"),
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
        ("The rider was wearing a helmet.", "Riders must wear helmets there."),
        ("The yard keeps a record of each sale.", "The sale is on record."),
        ("新厂延到明年启用", "新厂明年才开"),
    ],
)
def test_one_pole_or_an_open_one(a: str, b: str) -> None:
    """Two words for one pole agree; what is hoped for or planned has not come about."""
    assert not opposed(a, b)


def test_words_that_do_not_name_their_thing() -> None:
    """What goes on or stops is no matter of its own: it must be the same thing that does."""
    assert opposed("The mill has resumed work.", "The mill stands idle.")
    assert not opposed("The mill has resumed work.", "The mill stands idle.", own=True)
