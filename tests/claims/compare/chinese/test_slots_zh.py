"""What fills one slot in two Chinese statements: whom a gift goes to."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("大学把荣誉博士学位授予了剧作家方砚秋。", "剧作家方砚秋被大学授予荣誉博士学位。", False),
        ("市議會將榮譽市民證頒給消防員林國棟。", "消防員林國棟獲市議會頒予榮譽市民證。", False),
        ("老人把祖宅留给了小女儿。", "老人把祖宅留给了养老院。", True),
    ],
)
def test_given_to(a: str, b: str, clash: bool) -> None:
    """Behind the verb stands whom it is given to or what is given: the two are no rivals."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
