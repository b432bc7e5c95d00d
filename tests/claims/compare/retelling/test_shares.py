"""All of so many in one account, a part of the same in the other."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.shares import clash


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("All seven pumps ran through the night.", "Three of the seven pumps had broken down by dawn.", True),
        ("Both of the boats came back.", "One of the two boats was lost.", True),
        ("Each of the twelve jurors agreed.", "Two of the 12 jurors held out.", True),
        ("The court heard that one of the school's four doors was locked.", "All four doors were open.", True),
        ("五个水泵全部正常运转", "五个水泵中有两个没有启动", True),
        ("All seven pumps ran through the night.", "Three of the nine pumps had broken down.", False),
        ("All seven pumps ran.", "All seven of the pumps ran.", False),
        ("All three of the seven pumps ran.", "Three of the seven pumps had broken down.", False),
        ("Both the mayor and the bishop came.", "One of the two came.", False),
        ("Seven pumps ran.", "Three of the seven pumps had broken down.", False),
    ],
)
def test_all_of_them_leaves_none_over(a: str, b: str, *, found: bool) -> None:
    """Only where the number of the whole is one, and each tells of it in its own way."""
    one, other = features_of(a), features_of(b)
    assert (clash(Pair(one, other)) is not None) is found
    assert (clash(Pair(other, one)) is not None) is found


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Everybody who bought a ticket gets a full refund.", "You will get half of your money back.", True),
        ("The loss is fully covered by insurance.", "The insurers pay two thirds of it.", True),
        ("All of the residents have been moved out.", "Some dozen families still have not left.", True),
        ("All of the pictures are back.", "Three of them are still in a barn.", True),
        ("The series was shot entirely on the island.", "Most of the scenes were made in Prague.", True),
        ("修缮费用全由市府负担", "市府只出一半", True),
        ("画全部挂回了墙上", "还有三幅在仓库里", True),
        ("全村居民均已撤离", "还有十几户不肯走", True),
        ("所有员工都领到了薪水", "还有二十几个人一毛钱没拿到", True),
        ("The whole budget is twelve million.", "The grant is two fifths of it.", False),
        ("Not all of the residents have been moved out.", "Some dozen families still have not left.", False),
        ("Everybody who bought a ticket gets a full refund.", "They give you all your money back.", False),
        ("所有员工都领到了薪水", "二十几个人还领到了奖金", False),
        ("公司承诺全额赔偿", "赔偿要等到年底才下来", False),
    ],
)
def test_the_whole_leaves_no_share_and_nobody_over(a: str, b: str, *, found: bool) -> None:
    """A share that is smaller than the whole, or some for whom it is not so, contradicts all of them."""
    assert (clash(Pair(features_of(a), features_of(b))) is not None) is found
