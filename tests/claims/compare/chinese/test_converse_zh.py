"""Who stands where in a relation of two that cannot hold both ways, in two short Chinese claims."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("去年遠洲航空載客仍多於海峽航空", "海峽航空去年載客量超越遠洲", True),
        ("去年遠洲航空載客仍多於海峽航空", "海峽航空去年載客量仍不及遠洲", False),
        ("林邊鄉長補選由無黨籍的潘志豪勝出", "潘志豪在林邊鄉長補選中落敗", True),
        ("林邊鄉長補選由無黨籍的潘志豪勝出", "王大德在林邊鄉長補選中落敗", False),
        ("參選市長的陳亭妃初選敗給林俊憲", "林俊憲在市長黨內初選輸了", True),
        ("參選市長的陳亭妃初選敗給林俊憲", "陳亭妃在市長黨內初選輸了", False),
    ],
)
def test_who_has_more_and_who_wins(a: str, b: str, clash: bool) -> None:
    """Two that have changed places clash, also where one measure is named of both; the loser may be told of alone."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
