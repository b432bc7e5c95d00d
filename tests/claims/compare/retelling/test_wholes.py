"""All of so many in one account, a part of the same in the other."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.wholes import clash


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
