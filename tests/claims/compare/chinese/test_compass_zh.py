"""One direction told from either end."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

AGREEING = {RelationKind.CORROBORATES, RelationKind.DUPLICATES, RelationKind.REFINES}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("河镇位于石桥乡以南，两地相距约12公里。", "石桥乡位于河镇以北，两地相距约12公里。", True),
        ("哈尔镇位于科特镇以东约8公里处。", "科特镇位于哈尔镇以西约8公里处。", True),
        ("哈尔镇位于科特镇以东约8公里处。", "科特镇位于哈尔镇以东约8公里处。", False),
        ("哈尔镇位于科特镇以东约8公里处。", "哈尔镇位于科特镇以西约8公里处。", False),
    ],
)
def test_from_either_end(a: str, b: str, same: bool) -> None:
    """A south of B is B north of A, not B south of A, nor A north of B."""
    assert (compare_texts(a, b, given=True).kind in AGREEING) is same
