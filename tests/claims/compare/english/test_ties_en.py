"""Who or what stands behind a thing, by name: another name in the same tie is a conflict, another tie is none."""

import pytest

from claims.compare import compare_texts
from claims.model import Facet, RelationKind

CLASH = [
    (
        "The bridge was designed by the Swiss engineer Otto Kern and opened to rail traffic in 1902.",
        "Opened to rail traffic in 1902, the bridge is the work of the Austrian engineer Franz Leitner.",
    ),
    (
        "The 400-seat theatre, opened in 1911, was named after the actress Clara Lind.",
        "The theatre, which has 400 seats and opened in 1911, takes its name from Oskar Frey, a local brewer.",
    ),
    (
        "The brewery has been owned by Carlberg since 1998 and employs 240 people.",
        "The brewery, which employs 240 people, belongs to the Heimann group and was bought in 1998.",
    ),
    (
        "The church, consecrated in 1889, is dedicated to St Anne.",
        "Dedicated to St Barbara, the church was consecrated in 1889.",
    ),
]
NO_CLASH = [
    (
        "The bridge was designed by the Swiss engineer Otto Kern and opened to rail traffic in 1902.",
        "Opened to rail traffic in 1902, the bridge was built by Pont Nord to plans by Kern.",
    ),
    (
        "The film was directed by Lena Marsh and shot in Malta in 2007.",
        "Produced by Paul Quist, the film was shot in Malta in 2007; Marsh directed.",
    ),
    (
        "She studied under Hindemith in Berlin and taught piano in Leeds.",
        "A pupil of Paul Hindemith, she taught the piano in Leeds.",
    ),
]


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_another_name_behind_one_thing_is_a_conflict(a: str, b: str) -> None:
    """A thing has one architect, owner or namesake, in whatever words the two statements tell it."""
    found = compare_texts(a, b, given=True)
    assert (found.kind, found.facet) == (RelationKind.CONFLICTS, Facet.IDENTITY)


@pytest.mark.parametrize(("a", "b"), NO_CLASH)
def test_the_same_name_or_another_tie_is_none(a: str, b: str) -> None:
    """A part of a name is the name, and who produced a film did not direct it."""
    assert compare_texts(a, b, given=True).kind is not RelationKind.CONFLICTS
