"""What two claims cannot both tell of one thing, so plainly that little else need tie them."""

from datetime import date

import pytest

from claims.compare import features_of
from claims.compare.alignment import Pair
from claims.compare.retelling.contraries import found
from claims.model import Facet

DAY = date(2025, 9, 16)


def _pair(one: str, other: str) -> Pair:
    return Pair(features_of(one, date=DAY), features_of(other, date=DAY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kestrel Point was founded in 2011", "It [Kestrel] was set up in 2009, the work of two former surgeons"),
        ("Marta Oduya was born in Accra in 1961", "Oduya, born in 1963, spent her childhood in Kumasi"),
        ("澄川电子由魏崇义于1989年创立", "创办人魏崇义一九八七年开的澄川电子"),
    ],
)
def test_another_time_of_what_happens_once(one: str, other: str) -> None:
    """A founding and a birth have one year, in whatever words."""
    clash = found(_pair(one, other))
    assert clash is not None
    assert clash[0] is Facet.DATE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kestrel Point was founded in 2011", "Lohmann Bank was set up in 2009"),
        ("Kestrel Point was founded in 2011", "Kestrel Point opened an office in Frankfurt in 2019"),
        ("Kestrel Point was founded in 2011", "Kestrel has been in business since 2011"),
        ("澄川电子成立于1989年", "澄川电子1995年上市"),
    ],
)
def test_two_things_and_two_deeds_have_times_of_their_own(one: str, other: str) -> None:
    """Another firm, or something else that it did."""
    assert found(_pair(one, other)) is None
