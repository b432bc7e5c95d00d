"""Where what happens but once came about, in two short Chinese claims."""

import pytest

from claims.compare import compare_texts
from claims.model import Facet, RelationKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("王姓通緝犯在越南遭逮", "王姓通緝犯是在基隆被逮捕的"),
        ("晶豐半導體第二座日本廠選在熊本", "晶豐在日本的第二座廠決定落腳北海道"),
        ("詩人余采真病逝於倫敦", "余采真在台南辭世"),
    ],
)
def test_two_places(a: str, b: str) -> None:
    """One cannot be caught, built or die at two places."""
    found = compare_texts(a, b, given=True)
    assert (found.kind, found.facet) == (RelationKind.CONFLICTS, Facet.PLACE)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("王姓通緝犯在越南遭逮", "王姓通緝犯在河內落網"),
        ("詩人余采真出生於台南", "詩人余采真在台北病逝"),
        ("詐騙集團成員先後在台中和高雄落網", "基隆警方拘捕一名詐騙集團成員"),
    ],
)
def test_one_place_within_another_or_two_deeds(a: str, b: str) -> None:
    """A town lies in its land; who was born here may die there; several are caught at several places."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
