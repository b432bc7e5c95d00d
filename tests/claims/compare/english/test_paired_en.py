"""What two English statements say of each of two: the other way round is a conflict, in another order it is none."""

import pytest

from claims.compare import compare_texts
from claims.model import RelationKind

TURNED = [
    (
        "Wheat is grown on the eastern plain, while the western hills are given over to sheep.",
        "Sheep are kept on the eastern plain, while wheat is grown in the western hills.",
    ),
    (
        "The crash left the truck driver dead and two schoolchildren slightly injured, the sheriff said.",
        "UPDATE: The crash left the truck driver slightly injured and killed two schoolchildren, the sheriff said.",
    ),
    (
        "The blast killed a fireman and injured two passers-by, police said.",
        "Two passers-by died and a fireman was hurt in the blast, police said.",
    ),
    (
        "The company's founder, Ian Mallory, holds 41% of the shares, his sister Ruth 12%.",
        "Ian Mallory, who founded the company, owns 12% of it and his sister Ruth 41%.",
    ),
]
THE_SAME = [
    (
        "The court acquitted Banda of corruption but found him guilty of perjury.",
        "Banda was convicted of perjury and cleared of corruption by the court.",
    ),
    (
        "The blast killed a fireman and injured two passers-by, police said.",
        "Two passers-by were hurt and a fireman died in the blast, police said.",
    ),
    (
        "The company's founder, Ian Mallory, holds 41% of the shares, his sister Ruth 12%.",
        "Founder Ian Mallory and his sister Ruth together own 53% of the company.",
    ),
]


@pytest.mark.parametrize(("a", "b"), TURNED)
def test_two_things_said_of_two_the_other_way_round_clash(a: str, b: str) -> None:
    """Who is dead in one is hurt in the other, and who is hurt in one is dead in the other."""
    assert compare_texts(a, b, given=True).kind is RelationKind.CONFLICTS


@pytest.mark.parametrize(("a", "b"), THE_SAME)
def test_in_another_order_they_say_the_same(a: str, b: str) -> None:
    """The order in which the two are named tells nothing, nor does their sum."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
