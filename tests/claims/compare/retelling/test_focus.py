"""A claim that puts somebody forward as the one that it was leaves no room for another."""

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.focus import contradicted, other_holder

NAMES = ("王建国", "李明")


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("It was the deputy, Alan Reid, who opened the hall.", "The warden, Joan Pryce, opened the hall.", True),
        ("It was Clara Voss who signed the lease.", "Peter Moll signed the lease in May.", True),
        ("It was Clara Voss who signed the lease.", "Ms Voss signed the lease in May.", False),
        ("It was not Clara Voss who signed the lease.", "Peter Moll signed the lease.", False),
        ("It was only when Clara Voss called that they came.", "Peter Moll was there.", False),
        ("先到现场的是王建国。", "李明最先赶到现场。", True),
        ("先到现场的是王建国。", "王建国最先赶到现场。", False),
        ("先到现场的是王建国。", "第一个到的是李明。", True),
        ("The first to reach the wreck was a tug from Brell.", "A police launch was first on the scene.", True),
        ("The first to reach the wreck was a police launch.", "The police launch was first on the scene.", False),
    ],
)
def test_another_name_than_the_one_put_forward_contradicts_it(a: str, b: str, clash: bool) -> None:
    """It was Clara who signed; 先到现场的是王建国: whoever else is named first did not."""
    one, other = (features_of(text, entities=[name for name in NAMES if name in text]) for text in (a, b))
    assert (contradicted(Pair(one, other)) is not None) is clash
    assert (contradicted(Pair(other, one)) is not None) is clash


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Anna Kells takes over as acting director.", "The acting director is Moira Penhale.", True),
        ("Anna Kells takes over as acting director.", "Ms Kells is the acting director.", False),
        ("Anna Kells takes over as acting director.", "The interim head coach is Moira Penhale.", False),
        ("Anna Kells is a director.", "Moira Penhale is a director.", False),
        ("代理院长由王建国出任。", "李明出任代理院长。", True),
    ],
)
def test_a_post_has_one_who_stands_in(a: str, b: str, *, clash: bool) -> None:
    """Two acting directors of one house cannot both be; of directors there may be many."""
    one, other = (features_of(text, entities=[name for name in NAMES if name in text]) for text in (a, b))
    assert (other_holder(Pair(one, other)) is not None) is clash
    assert (other_holder(Pair(other, one)) is not None) is clash
