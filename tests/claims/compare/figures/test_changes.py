"""How much something grew or shrank, against its values in two years."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind
from tests.claims.compare.labelled import versions


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "Membership of the Fenland Ramblers nearly halved between 1998 and 2012.",
            (
                "The Fenland Ramblers had 4,120 members and 38 branches in 1998 but only {2,190|3,640} members "
                "and 31 branches by 2012."
            ),
        ),
        (
            "Since 2010 the number of wolves in the park has grown by more than half.",
            "There were 96 wolves in the park in 2010 and {151|131} in 2019, divided into eleven packs.",
        ),
        (
            "The tunnel shortened the journey by more than half.",
            "Since the opening of the tunnel the journey from Sion to Aosta takes {48|68} minutes instead of 110.",
        ),
        (
            "Enrolment at Ashby College more than doubled between 1990 and 2010.",
            (
                "Ashby College, which had 640 pupils and 52 teachers in 1990, counted {1,410|1,130} pupils by "
                "2010, when a second campus with 18 classrooms was opened."
            ),
        ),
        (
            "The new bridge is twice as long as the old one.",
            (
                "In 1968 the 240-metre iron bridge was replaced by a {480-metre|360-metre} structure with four "
                "lanes, which carries 31,000 vehicles a day."
            ),
        ),
    ],
)
def test_values_of_one_thing(claim: str, told: str) -> None:
    """The two values count one thing: members and members, not members and branches."""
    bears_out, clashes = versions(told)
    assert compare_texts(claim, bears_out, given=True).kind is RelationKind.REFINES
    assert compare_texts(claim, clashes, given=True).kind is RelationKind.CONFLICTS
