"""What somebody disputes and what others tell of the same matter."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CONFLICT = RelationKind.CONFLICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("县长否认收受厂商贿款。", "县府秘书坦承代收厂商礼盒，已遭停职。"),
        ("调查委员会裁定韩教授造假。", "韩教授本人透过律师否认造假。"),
        ("该校并非首次爆出丑闻。", "该校今年五月首次收到举报。"),
    ],
)
def test_another_matter(a: str, b: str) -> None:
    """The accused's denial, what another owns to and another first time deny nothing that the other tells."""
    assert compare_texts(a, b, given=True).kind is not CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("县长否认收受厂商贿款。", "县长坦承收受厂商贿款。"),
        ("该校并非首次爆出丑闻。", "该校首次爆出丑闻。"),
    ],
)
def test_one_matter(a: str, b: str) -> None:
    """What one and the same owns to is what was denied."""
    assert compare_texts(a, b, given=True).kind is CONFLICT
