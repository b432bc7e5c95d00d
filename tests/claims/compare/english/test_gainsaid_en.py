"""What one English statement denies of a thing and the other tells of it."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (
            "The river is navigable for small craft.",
            "Because of its rapids the river is not navigable at any point.",
            True,
        ),
        ("The upper river is navigable.", "Because of its rapids the canal is not navigable at any point.", False),
        ("The tomb had been robbed in antiquity and few beads were left.", "The tomb had never been robbed.", True),
        ("The tomb had been found in 1911 and lay open.", "The tomb had never been robbed.", False),
    ],
)
def test_a_deed_or_quality_that_the_other_denies(one: str, other: str, clash: bool) -> None:
    """The same quality of the same subject, the same deed: denied by one, told by the other."""
    found = {compare_texts(*both, given=True).kind for both in ((one, other), (other, one))}
    assert (found == {RelationKind.CONFLICTS}) == clash
