"""Words of one event belong together, in any form and in both scripts."""

import pytest

from evidence.terms import terms
from evidence.text.fold import fold_key
from evidence.topics import topics


def _told(text: str) -> frozenset[int]:
    return topics(fold_key(text), terms(text).words)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The firm dismissed them", "Layoffs began"),
        ("大橋被封閉", "停止通行"),
        ("He died in May", "The funeral was private"),
        ("The jury acquitted her", "She was found guilty"),
        ("銷售額翻了一番", "營收大幅增加"),
        ("他謝絕了邀請", "他婉拒出席"),
    ],
)
def test_topics_meet(a: str, b: str) -> None:
    """Without a word in common."""
    assert _told(a) & _told(b)


def test_other_matters_do_not_meet() -> None:
    """Nor does a text without any of the words."""
    assert not _told("The telescope orbits") & _told("She married a singer")
    assert _told("") == _told("xyz") == frozenset()
