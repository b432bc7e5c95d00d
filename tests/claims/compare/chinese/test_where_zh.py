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
        ("高鐵雲北站設在古坑鄉", "高鐵雲北站位於斗南鎮"),
        ("晶豐歐洲廠落腳德勒斯登", "晶豐把歐洲首座工廠蓋在慕尼黑"),
        ("國家腦科醫院設於台中水湳", "國家腦科醫院蓋在新北新店"),
        ("中颱海葵在高雄小港登陸", "颱風海葵是從屏東枋寮登陸台灣"),
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
        ("該館位於大雅區", "該館設在台中"),
        ("市立圖書館總館位於板橋", "市立圖書館分館位於新店"),
        ("晶豐新廠位於嘉義科學園區", "晶豐新廠落腳嘉義太保"),
        ("新總部將設在雪梨", "新總部決定設於悉尼"),
    ],
)
def test_one_place_within_another_or_two_deeds(a: str, b: str) -> None:
    """A town lies in its land; who was born here may die there; several are caught at several places."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
