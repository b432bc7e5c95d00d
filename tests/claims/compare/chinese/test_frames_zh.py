"""One deed told from either side: who lends, who borrows; by whom it is done; whence it moves and where to."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

AGREEING = {RelationKind.REFINES, RelationKind.CORROBORATES, RelationKind.DUPLICATES}
ALIKE = [
    ("我把钥匙借给了小陈，他明天还我。", "小陈向我借了钥匙，他明天会还给我。"),
    ("我把那把蓝伞借给了同事小李。", "同事小李向我借走了那把蓝伞。"),
    ("张医生的病人都很信任他。", "病人们对张医生都非常信任。"),
]
OTHERWISE = [
    ("公司把仓库租给了一家物流企业。", "公司向一家物流企业租了仓库。"),
    ("前锋马丁斯在第88分钟换下了席尔瓦。", "第88分钟，前锋马丁斯被席尔瓦换下。"),
    ("该组织的总部原在日内瓦，1996年迁往维也纳。", "1996年，该组织把总部从维也纳迁到了日内瓦。"),
    ("张医生的病人都很信任他。", "张医生对他的病人都很信任。"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_one_deed_from_either_side_is_the_same(a: str, b: str) -> None:
    """Who lends to somebody is whom he borrows from."""
    assert compare_texts(a, b, given=True).kind in AGREEING


@pytest.mark.parametrize(("a", "b"), OTHERWISE)
def test_a_deed_with_its_ends_exchanged_is_another(a: str, b: str) -> None:
    """Who lets a house to somebody does not take it from him, and who replaces is not replaced."""
    assert compare_texts(a, b, given=True).kind not in AGREEING


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("樂天把王柏融交易到味全", "味全從樂天換來王柏融", RelationKind.CORROBORATES),
        ("姐姐上个月借给我两百块钱。", "上个月我从姐姐那里借了两百块钱。", RelationKind.CORROBORATES),
        ("媽媽教女兒做菜", "女兒跟媽媽學做菜", RelationKind.CORROBORATES),
        ("樂天把王柏融交易到味全", "樂天從味全換來王柏融", RelationKind.CONFLICTS),
        ("鴻海把夏普股權賣給聯電", "鴻海向聯電買下夏普股權", RelationKind.CONFLICTS),
        ("台灣獲日本捐贈一批疫苗", "日本獲台灣捐贈一批疫苗", RelationKind.CONFLICTS),
    ],
)
def test_who_gives_and_who_gets(a: str, b: str, kind: RelationKind) -> None:
    """A gives B what B gets from A; the other way round clashes."""
    found = compare_texts(a, b, given=True).kind
    assert (RelationKind.CORROBORATES if found is RelationKind.DUPLICATES else found) is kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("樂天把王柏融交易到味全", "味全把林子偉交易到樂天"),
        ("老王把房子賣給小李", "小李把車子賣給老王"),
        ("日本捐贈台灣口罩", "台灣捐贈日本疫苗"),
    ],
)
def test_each_gives_the_other_something(a: str, b: str) -> None:
    """Each may give the other a thing of its own."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
