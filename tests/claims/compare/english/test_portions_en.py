"""What one version tells of all, and the other of some, or of one alone and of others too."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

CLASHES = [
    (
        "All four members of the band were born in Halifax.",
        "Three of the four members of the band were born in Halifax, the drummer in Leeds.",
    ),
    (
        "The amendment requires the consent of all member states.",
        "The amendment requires the consent of two thirds of the member states.",
    ),
    ("All nine songs were written by the singer.", "All but one of the nine songs were written by the singer."),
    (
        "The treaty was signed by all twelve member states.",
        "The treaty was signed by all twelve member states except Denmark.",
    ),
    ("The prison held only women.", "The prison held men as well as women."),
    ("The album was released only in Japan.", "The album was released worldwide."),
    (
        "The comet is visible from the southern hemisphere only.",
        "The comet is visible from both hemispheres.",
    ),
    (
        "She was the only one of the 39 people on board to survive.",
        "She was one of two survivors among the 39 people on board.",
    ),
]
BOTH_TRUE = [
    (
        "All 28 men were rescued after 61 hours.",
        "The 28 men were rescued after 61 hours, three of them with broken bones.",
    ),
    ("All the passengers were Danish.", "Two of the passengers were Danish ministers."),
    ("All of the 14 victims were identified.", "The 14 victims were identified, two of the victims by their teeth."),
    (
        "All houses in the street were damaged by the flood.",
        "All houses in the street were damaged by the flood, half of the houses badly.",
    ),
    ("Half of the schools in Orlo were closed.", "Every second school in Orlo was closed."),
    ("The song is sung in Dutch only.", "The song is sung in Dutch and lasts four minutes."),
    (
        "All eleven member states but Denmark signed the treaty.",
        "The treaty was signed by ten of the eleven member states.",
    ),
]


@pytest.mark.parametrize(("one", "other", "clash"), [(*p, True) for p in CLASHES] + [(*p, False) for p in BOTH_TRUE])
def test_all_some_and_one_alone(one: str, other: str, clash: bool) -> None:
    """All and some clash where the rest is the same; what is added about some does not; whichever comes first."""
    for a, b in ((one, other), (other, one)):
        assert (compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS) is clash
