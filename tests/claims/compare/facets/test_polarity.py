"""When two statements say the contrary of each other."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("He lost more fights by knockout than on points.", "Of his nine defeats six came by knockout.", False),
        ("The Rovers lost the final in Derby.", "The Rovers defeated the Harriers in the final in Derby.", True),
        (
            "In 1999 Josef Kemei was runner-up in Orlo, four seconds behind Abel Tolo, who set a personal best.",
            "In 1999 Abel Tolo won the Orlo race with a personal best, four seconds ahead of Josef Kemei.",
            False,
        ),
        (
            "In 1999 Josef Kemei was four seconds behind Abel Tolo in Orlo.",
            "In 1999 Josef Kemei was four seconds ahead of Abel Tolo in Orlo.",
            True,
        ),
        (
            "The singer cancelled her appearance in Bergen because of a throat infection.",
            "A throat infection kept the singer from appearing in Bergen.",
            False,
        ),
        (
            "Only one of the 14 candidates, Rita Blom, opposes the new airport.",
            "All candidates but Rita Blom are in favour of the new airport; there are 14 of them.",
            False,
        ),
        (
            "Only one of the 14 candidates, Rita Blom, opposes the new airport.",
            "Only one of the 14 candidates, Rita Blom, supports the new airport.",
            True,
        ),
    ],
)
def test_a_defeat_is_lost_and_who_defeats_has_won(a: str, b: str, *, clash: bool) -> None:
    """The noun is the contrary of a victory, the verb that of losing."""
    assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
