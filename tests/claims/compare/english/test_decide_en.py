"""What looks contrary in two English statements, and is said of two people, two charges or by another count."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind


def _clash(one: str, other: str) -> bool:
    """Whether two statements clash, whichever comes first."""
    found = {compare_texts(*both, given=True).kind for both in ((one, other), (other, one))}
    assert len(found) == 1
    return found == {RelationKind.CONFLICTS}


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (
            "The mill burnt down in 1871 and was rebuilt the following year.",
            "The mill was rebuilt in 1872 after a fire that had gutted it the year before.",
            False,
        ),
        (
            "The mill burnt down in 1871 and was rebuilt the following year.",
            "The mill burnt down in 1881 and was rebuilt the following year.",
            True,
        ),
        ("The court found Meyer guilty of fraud in May.", "The court acquitted Meyer of manslaughter in May.", False),
        ("The court found Meyer guilty of fraud in May.", "The court acquitted Meyer of fraud in May.", True),
        (
            "The tram driver, 44, was unhurt in the crash on the B7 near Olden.",
            "Two cyclists, aged 20 and 31, died at the scene of the B7 crash near Olden.",
            False,
        ),
        (
            "The tram driver was unhurt in the crash on the B7 near Olden.",
            "The tram driver died in the crash on the B7 near Olden.",
            True,
        ),
        (
            "The frigate Valiente was sunk in May 1943.",
            "The sister ship of the frigate Valiente was broken up in 1944.",
            False,
        ),
        (
            "Police arrested a 24-year-old man in Marlow over the stabbing.",
            "The victim of the Marlow stabbing, 31, left hospital on Tuesday.",
            False,
        ),
        (
            "Police arrested a 24-year-old man in Marlow over the stabbing.",
            "The suspect in the Marlow stabbing is 31 years old, police said.",
            True,
        ),
        (
            "Tornado Alma tore the roof off the school in Pender.",
            "Nobody was in the school at Pender when the tornado struck.",
            False,
        ),
        (
            "The Lind Museum's east wing will be closed from June.",
            "The Lind Museum's shop and cafe stay open during the building work.",
            False,
        ),
        ("The council backed the cycle lane.", "Shopkeepers oppose the cycle lane.", False),
        ("The council backed the cycle lane.", "The town's council opposed the cycle lane.", True),
        ("The drug was approved for adults.", "The drug has not been approved for use in children.", False),
        ("The drug was approved for adults.", "The drug was not approved for use in adults.", True),
        (
            "The central bank left rates unchanged, as most had forecast.",
            "The central bank surprised markets by cutting its benchmark rate.",
            True,
        ),
    ],
)
def test_contraries_are_said_of_one_thing(one: str, other: str, clash: bool) -> None:
    """Another charge, other people or a time counted on from another make two statements that can both hold."""
    assert _clash(one, other) == clash
