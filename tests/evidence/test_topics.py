"""Words of one event belong together, in any form and in both scripts."""

import pytest

from evidence.topics import topics


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The firm dismissed them", "Layoffs began"),
        ("大橋被封閉", "停止通行"),
        ("He died in May", "The funeral was private"),
    ],
)
def test_topics_meet(a: str, b: str) -> None:
    """Without a word in common."""
    assert topics(a) & topics(b)


def test_other_matters_do_not_meet() -> None:
    """Nor does a text without any of the words."""
    assert not topics("The telescope orbits") & topics("She married a singer")
    assert topics("") == topics("xyz") == frozenset()
